#!/usr/bin/env bash
# Prove the Debian package on a system that has nothing else:
#   sudo [SUITE=…] bash packaging/prove_deb.sh dist/pult_VERSION_ARCHITECTURE.deb [FOLDER OF PICTURES]
# Makes a bare system in a temporary folder (about 1 GB for some minutes), installs, runs, upgrades,
# removes and purges there; this one is not touched. Needs debootstrap, Xvfb and .venv.
# SUITE, MIRROR and KEYRING choose the system: linux/bare.sh.
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
package=${1:?which package?}
pictures=${2:-$house/dist}
python=$house/.venv/bin/python
waiting=60 # seconds for the window
display="" demo=""
# shellcheck source=packaging/linux/bare.sh
. "$house/packaging/linux/bare.sh"

clean_up() {
    [[ -z $demo ]] || kill "$demo" 2>/dev/null || true
    [[ -z $display ]] || kill "$display" 2>/dev/null || true
    wait 2>/dev/null || true
    remove_bare_system
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# shellcheck disable=SC2016  # dpkg-query fills it in
packages() { "${inside[@]}" dpkg-query -W -f='${Package}\n' | sort; }

[[ -f $package ]] || fail "$package is not there: bash packaging/deb.sh"

mkdir -p -- "$pictures"

make_bare_system
find "$root" -xdev -path "$root/proc" -prune -o -iname '*pult*' -print | grep . && fail "the system is not bare"
packages >"$place/before"

step "install, with what the package depends on and nothing it only recommends"
cp -- "$package" "$root/root/pult.deb"
apt install --no-install-recommends /root/pult.deb
packages | comm -13 "$place/before" - | wc -l |
    sed 's/$/ packages came with it/'

step "every library is found"
"${inside[@]}" env LD_LIBRARY_PATH=/usr/lib/pult/_internal sh -c '
    find /usr/lib/pult -type f \( -name "*.so" -o -name "*.so.*" -o -name pult \) -exec ldd {} + 2>/dev/null' |
    grep 'not found' && fail "a library is missing"
echo "none is missing"

step "pult --version, pult check"
"${till[@]}" pult --version
"${till[@]}" pult check || fail "pult check is red on a fresh system"

step "the vendors are there, a slip is printed"
mkdir -p "$root/home/till/.config/pult"
{
    printf '[[printers]]\nname = "files"\nkind = "virtual"\n'
    printf '[vendors.akinon]\nenabled = true\nbase_url = "http://127.0.0.1:1"\nusername = "a"\npassword = "b"\n'
    printf '[vendors.cheerfy]\nenabled = true\nbase_url = "http://127.0.0.1:1"\ntoken = "t"\nlocation_id = 1\n'
    printf '[vendors.cheers]\nenabled = true\nbase_url = "http://127.0.0.1:1"\napi_key = "k"\n'
    printf '[vendors.loke]\nenabled = true\nbase_url = "http://127.0.0.1:1"\norganization_id = "o"\nlocation_id = "l"\ntoken = "t"\n'
    printf '[vendors.oktopos]\nenabled = true\nbase_url = "http://127.0.0.1:1"\napi_key = "k"\n'
} >"$root/home/till/.config/pult/pult.toml"
chown -R --reference="$root/home/till" "$root/home/till/.config"
"${till[@]}" pult check >"$place/check" || true # nobody listens there: they are red, but they are there
cat "$place/check"
for vendor in akinon cheerfy cheers loke oktopos; do
    grep -E "vendor +$vendor" "$place/check" | grep -qv 'cannot be loaded' || fail "no vendor $vendor"
done
"${till[@]}" pult print-test --printer files
printf 'product_id,name_en\nbeer,Beer\n' >"$root/home/till/menu.csv"
"${till[@]}" pult catalogue import /home/till/menu.csv

step "the window of the demo"
mkdir -p "$root/tmp/.X11-unix"
Xvfb -displayfd 3 -screen 0 1920x1200x24 -noreset 3>"$place/number" 2>"$place/xvfb.log" &
display=$!
timeout 30 sh -c "until [ -s '$place/number' ]; do :; done" || fail "Xvfb did not start"
DISPLAY=:$(<"$place/number")
export DISPLAY
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
"${till[@]}" env DISPLAY="$DISPLAY" pult --demo >"$place/demo.log" 2>&1 &
demo=$!
"$python" "$house/packaging/window_picture.py" "$root/tmp" "$pictures/pult-on-bare-$suite.png" "$waiting" ||
    fail "no window: $(tail -n 3 "$place/demo.log")"
echo "the picture is $pictures/pult-on-bare-$suite.png"

step "it is not replaced while it runs"
"${inside[@]}" dpkg --install /root/pult.deb >"$place/check" 2>&1 && fail "a running Pult was replaced"
grep 'Pult is running, so nothing was changed' "$place/check" || fail "$(tail -n 3 "$place/check")"
"${inside[@]}" dpkg --audit | grep . && fail "the refused package has left something undone"
kill -TERM "$demo"
wait "$demo" || fail "the demo ended with $?: $(tail -n 3 "$place/demo.log")"
demo=""
cat "$place/demo.log"
echo "ended in order"

step "a library that is missing is named with its package"
"${inside[@]}" dpkg --remove --force-depends libegl1 libxcb-cursor0 >/dev/null 2>&1
"${till[@]}" pult check >"$place/check" && fail "pult check does not see that libraries are missing"
grep -A1 libraries "$place/check"
grep -q 'sudo apt install libegl1 libxcb-cursor0' "$place/check" || fail "the packages are not named"
! "${till[@]}" env DISPLAY="$DISPLAY" pult --demo 2>"$place/demo.log" || fail "a window without libraries?"
cat "$place/demo.log"
grep -q 'sudo apt install libegl1 libxcb-cursor0' "$place/demo.log" || fail "the start does not name them"
apt --fix-broken install
"${till[@]}" pult check >"$place/check" || true
grep -E 'green +libraries' "$place/check" || fail "what was missing was not installed again"

step "upgrade: settings and data stay"
sums() { (cd -- "$root/home/till" && find . -type f -path '*pult*' -exec sha256sum {} + | sort); }
sums >"$place/sums"
for file in pult.toml pult.sqlite3; do
    grep -q "$file" "$place/sums" || fail "there is no $file to keep"
done
version=$(dpkg-deb -f "$package" Version)
newer_package "$package" "$version+1" "$root/root/next.deb"
apt install --no-install-recommends /root/next.deb
"${inside[@]}" dpkg-query -W pult | grep -F "$version+1" || fail "it was not upgraded"
sums | cmp - "$place/sums" || fail "the upgrade changed what belongs to the user"
"${till[@]}" pult catalogue export /home/till/out.csv
grep -q Beer "$root/home/till/out.csv" || fail "the catalogue is gone"

step "desktop entries and metadata are valid"
apt install --no-install-recommends desktop-file-utils appstream
"${inside[@]}" desktop-file-validate /usr/share/applications/pult.desktop /usr/share/applications/pult-kiosk.desktop
# It warns of what Pult does not have: a homepage, and a domain of its own to make an id of.
"${inside[@]}" appstreamcli validate --no-net /usr/share/metainfo/pult.metainfo.xml >"$place/check" || true
! grep '^E:' "$place/check" || fail "the metadata is not valid"

step "remove, purge: the user's files stay, nothing else does"
apt remove pult
[[ ! -e $root/usr/lib/pult && ! -e $root/usr/bin/pult ]] || fail "the program is still there"
apt install --no-install-recommends /root/pult.deb
apt purge pult
! "${inside[@]}" dpkg-query -W pult >/dev/null 2>&1 || fail "dpkg still knows it"
sums | cmp - "$place/sums" || fail "removing it changed what belongs to the user"
left=$(find "$root" -xdev \( -path "$root/proc" -o -path "$root/home" -o -path "$root/root" \
    -o -path "$root/var/log" -o -path "$root/var/cache" \) -prune -o -iname '*pult*' -print)
[[ -z $left ]] || fail "left behind: $left"
echo "nothing but /home/till/.config/pult and /home/till/.local/share/pult"

printf '\npult: proved: %s on a bare %s\n' "$(basename "$package")" "$suite"
