# shellcheck shell=bash
# What run.sh and test.sh share: bring the system libraries, .venv and the package up to date.
#
#   ensure_installed HOUSE run|test
#
# Quick when nothing changed: one checksum against the stamp in .venv, no pip, no dpkg, no apt.
# Everything said here goes to stderr; a failure is one line and exit 1. Tools' own words go to a log.

# The window cannot open without these.
needed_libraries="libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
# Sound, a second reader of codes, USB printers, emoji in comments: Pult works without them.
wanted_libraries="libpulse0 libxext6 libxrandr2 libzbar0 libusb-1.0-0 fonts-noto-color-emoji"
test_programs="xvfb xdotool at-spi2-core dbus"

say() { printf 'pult: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# ------------------------------------------------------------------------------------- stamp

checksum() {
    if have sha256sum; then
        cat -- "$@" | sha256sum
    else
        cat -- "$@" | shasum -a 256
    fi
}

# One line: what was installed, for which folder, from which pyproject.toml and installer.
stamp_for() {
    local sum
    sum=$(checksum "$house/pyproject.toml" "$house/packaging/install.sh")
    printf '%s|%s|%s\n' "$1" "$house" "${sum%% *}"
}

is_installed() {
    local stamp
    [[ -x $house/.venv/bin/python && -r $house/.venv/pult-stamp ]] || return 1
    stamp=$(<"$house/.venv/pult-stamp")
    [[ $stamp == "$(stamp_for test)" ]] || [[ $1 == run && $stamp == "$(stamp_for run)" ]]
}

# ---------------------------------------------------------------------------- system packages

is_debian() { have dpkg-query && have apt-get; }

# Prints those of the given packages that are not installed. Since the 64-bit time change some
# are called <name>t64 on newer systems.
not_installed() {
    local installed name
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package} ' 2>/dev/null) "
    for name in "$@"; do
        [[ $installed == *" installed $name "* || $installed == *" installed ${name}t64 "* ]] ||
            printf '%s\n' "$name"
    done
}

is_root() { [[ $(id -u) == 0 ]]; }

# With a terminal sudo can ask for a password; without one it must not need any.
may_install() { is_root || { have sudo && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; }; }

# Returns 77 without the rights.
apt() {
    local as_root=()
    may_install || return 77
    is_root || as_root=(sudo --)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 "$@" \
        >>"$log" 2>&1 9<&-
}

# Prints the names apt knows the given packages by.
apt_names() {
    local name
    for name in "$@"; do
        if apt-cache show "${name}t64" >/dev/null 2>&1; then
            printf '%s\n' "${name}t64"
        else
            printf '%s\n' "$name"
        fi
    done
}

apt_install() {
    local names
    mapfile -t names < <(apt_names "$@")
    apt install --no-install-recommends "${names[@]}"
}

# Installs packages; the lists are fetched only when apt cannot do it with those it has.
# Returns 77 without the rights, anything else but 0 when apt failed.
install_packages() {
    local code=0
    may_install || return 77
    say "installing $*"
    apt_install "$@" || code=$?
    if [[ $code != 0 && $code != 77 ]]; then
        code=0
        { apt update && apt_install "$@"; } || code=$?
    fi
    return "$code"
}

# The last thing that went wrong, in the tool's own words.
last_words() {
    local words
    # What a tool says of another one's failure stands below that one's own words, which are indented.
    words=$(grep -E '^ *(E|Err|ERROR|error|fatal)\b' "$log" | grep -v subprocess-exited | tail -n 1) || true
    words=${words#"${words%%[! ]*}"}
    printf '%s' "${words:-see $log}"
}

looks_offline() {
    grep -qiE 'name resolution|resolving|could not resolve|network is unreachable|connection refused|timed out|NewConnectionError|could not connect|no route to host' "$log"
}

fail_to_fetch() {
    if looks_offline; then
        fail "no network: could not fetch $1"
    fi
    fail "could not install $1 ($(last_words))"
}

ensure_libraries() {
    local needed wanted names code=0
    read -r -a needed -d '' <<<"$needed_libraries" || true
    read -r -a wanted -d '' <<<"$wanted_libraries" || true
    if [[ $1 == test ]]; then
        read -r -a names <<<"$test_programs"
        needed+=("${names[@]}")
    fi
    needed+=("${python_packages[@]}")
    if ! is_debian; then
        [[ $(uname -s) != Linux ]] ||
            say "not a Debian or Ubuntu: if the start fails, install what is called there:" \
                "${needed[*]} ${wanted[*]}"
        return 0
    fi
    mapfile -t needed < <(not_installed "${needed[@]}")
    mapfile -t wanted < <(not_installed "${wanted[@]}")
    names=("${needed[@]}" "${wanted[@]}")
    [[ ${#names[@]} != 0 ]] || return 0
    install_packages "${names[@]}" || code=$?
    [[ $code != 0 ]] || return 0
    if [[ $code != 77 && ${#needed[@]} != 0 && ${#wanted[@]} != 0 ]]; then
        # One that this system does not offer must not keep the needed ones away.
        code=0
        install_packages "${needed[@]}" || code=$?
        [[ $code != 0 ]] || needed=()
    fi
    if [[ ${#needed[@]} == 0 ]]; then
        say "going on without ${wanted[*]}, which could not be installed"
    elif [[ $code == 77 ]]; then
        fail "no sudo: ask an administrator to run: apt-get install ${names[*]}"
    else
        fail_to_fetch "${needed[*]}"
    fi
}

# ------------------------------------------------------------------------------------ Python

# Prints 3.x of a working, released Python from 3.11 on; fails for any other program.
version_of() {
    "$1" -c 'import sys
ok = sys.version_info[:2] >= (3, 11) and sys.version_info.releaselevel == "final"
print("3.%d" % sys.version_info[1]) if ok else sys.exit(1)' 2>/dev/null
}

# Sets python to the newest suitable one, those that can make a virtual environment first, and
# python_packages to what it still lacks for that.
find_python() {
    local minor name version fallback="" fallback_version=""
    python="" python_packages=()
    for minor in 3.{30..11} 3; do
        name=python$minor
        have "$name" || continue
        version=$(version_of "$name") || continue
        if "$name" -c 'import venv, ensurepip' 2>/dev/null; then
            python=$name
            return 0
        fi
        [[ -n $fallback ]] || fallback=$name fallback_version=$version
    done
    [[ -n $fallback ]] || return 1
    python=$fallback
    python_packages=("python$fallback_version-venv")
}

# A system that offers a new enough Python without having it installed gets it installed.
offered_python() {
    local minor
    for minor in 3.{14..11}; do
        if apt-cache show "python$minor-venv" >/dev/null 2>&1; then
            printf 'python%s\n' "$minor"
            return 0
        fi
    done
    return 1
}

found_pythons() {
    local found
    found=$(have python3 && python3 --version 2>/dev/null) || true
    printf '%s' "${found:-none}"
}

ensure_python() {
    local offered code=0
    find_python && return 0
    if is_debian; then
        offered=$(offered_python) || { apt update && offered=$(offered_python); } || code=$?
        if [[ -n ${offered:-} ]]; then
            install_packages "$offered" "$offered-venv" && find_python && return 0
            fail "Python 3.11 or newer is needed, found: $(found_pythons);" \
                "an administrator can install it: apt-get install $offered $offered-venv"
        fi
        [[ $code == 77 ]] || ! looks_offline ||
            fail "Python 3.11 or newer is needed, found: $(found_pythons);" \
                "there is no network to fetch it"
    fi
    fail "Python 3.11 or newer is needed, found: $(found_pythons)"
}

# ------------------------------------------------------------------------------------- .venv

# Can what lies in .venv be kept? Not after an install that was broken off, not when the folder
# came from elsewhere, not without a working Python.
is_venv_sound() {
    local stamp="" venv=$house/.venv
    [[ ! -e $venv/pult-installing ]] || return 1
    [[ ! -r $venv/pult-stamp ]] || stamp=$(<"$venv/pult-stamp")
    [[ -z $stamp || $stamp == *"|$house|"* ]] || return 1
    [[ -x $venv/bin/python ]] && version_of "$venv/bin/python" >/dev/null &&
        "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

make_venv() {
    local real
    # The exact Python: one that `python3` leads to may become another with the next upgrade.
    real=$("$python" -c 'import os, sys; print(os.path.realpath(sys.executable))')
    [[ -w $house ]] || fail "no right to write to $house"
    say "making .venv with $("$python" --version 2>&1)"
    rm -rf -- "$house/.venv"
    mkdir -- "$house/.venv"
    : >"$house/.venv/pult-installing"
    "$real" -m venv "$house/.venv" >>"$log" 2>&1 9<&- ||
        fail "$("$python" --version 2>&1) could not make a virtual environment ($(last_words))"
}

install_package() {
    local what=.
    [[ $1 == run ]] || what=".[dev]"
    say "installing Python packages, about 300 MB at the first time"
    : >"$house/.venv/pult-installing"
    rm -f -- "$house/.venv/pult-stamp"
    (
        cd -- "$house"
        .venv/bin/python -m pip install --disable-pip-version-check --retries 2 -e "$what"
    ) >>"$log" 2>&1 9<&- || fail_to_fetch "the Python packages"
    stamp_for "$1" >"$house/.venv/pult-stamp.new"
    mv -- "$house/.venv/pult-stamp.new" "$house/.venv/pult-stamp"
    rm -f -- "$house/.venv/pult-installing"
}

install_all() {
    # Another start may have done it all while this one waited for it to finish.
    ! is_installed "$1" || return 0
    log=$(mktemp "${TMPDIR:-/tmp}/pult-install.XXXXXX")
    python_packages=()
    is_venv_sound || ensure_python
    ensure_libraries "$1"
    is_venv_sound || make_venv
    install_package "$1"
    rm -f -- "$log"
}

ensure_installed() {
    house=$1
    is_installed "$2" && return 0
    {
        ! have flock || flock 9
        install_all "$2"
    } 9<"$house/packaging/install.sh"
}
