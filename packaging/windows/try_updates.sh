#!/usr/bin/env bash
# Try newer versions under wine, with a publisher on this machine: called by prove_setup.sh, not by
# hand. What a person presses is pressed in a Pult run by Python, since nothing outside can read a
# window of wine; what happens by itself is left to the installed program.
set -uo pipefail

# shellcheck source=packaging/windows/trying.sh
. /house/packaging/windows/trying.sh
# shellcheck source=packaging/publisher.sh
. /house/packaging/publisher.sh
published=/tools/published
office=/tmp/publisher # where the key and the lists are, which are not published
address=http://127.0.0.1:8399
log=${config%/*}/logs/pult.jsonl
kept=${config%/*}/updates
own=${setup##*/pult-}
own=${own%-setup.exe}

windows_python() { wine /tools/python/python.exe "$@"; }
sign() { windows_python 'Z:\house\packaging\sign_release.py' "$@" 2>/dev/null | tr -d '\r'; }
list_of() { # list_of VERSION FILE [FORMER LIST]
    sign list 'Z:\tmp\publisher\private.pem' --base-url "$address" --version "$1" --notes "Tried." \
        --out 'Z:\tmp\publisher\releases.signed' ${3:+--before "$3"} "$2"
}
starts() { wine "$program/pultw.exe" >/dev/null 2>&1 & }
presses() { # presses STEP...
    timeout 300 wine /tools/python/python.exe -P 'Z:\house\packaging\windows\press_buttons.py' \
        "Z:$config" "$@"
}

a_new_windows
export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;netsh.exe=d"
rm -rf "$published" "$office" && mkdir -p "$published" "$office"
cp "$setup" "$newer" "$published"
public_key=$(sign key 'Z:\tmp\publisher\private.pem')
public_key=${public_key#*\"}
public_key=${public_key%\"*}
check "the publisher has a key" test "${#public_key}" = 44
list_of "$own" "Z:$setup" >/dev/null
cp "$office/releases.signed" "$office/older.signed"
list_of 99.0.0 "Z:$newer" 'Z:\tmp\publisher\older.signed' >/dev/null
cp "$office/releases.signed" "$office/newer.signed"
publish newer
windows_python -m http.server 8399 --bind 127.0.0.1 --directory 'Z:\tools\published' \
    >/tmp/requests.log 2>&1 &
check "it installs silently" run_setup "$setup" /LANG=en /TASKS=

echo "-- while the shop is open"
open_now
starts
check "a window is on the screen" wait_until xdotool search --name '^Pult$'
check "it can be asked to end" wait_until ends
check "nobody was asked for a newer one" not asked_for releases.signed
presses Settings About "Look now" \
    "=Pult 99.0.0 is there; it will not install itself while you are open." \
    Download "=It can be installed once you have closed." -Install >/tmp/pressed 2>&1 &
check "a person finds and fetches it, and cannot install it" \
    wait_until grep -q 'done: -Install' /tmp/pressed
check "it can be asked to end" wait_until ends
rm -rf "$kept"

echo "-- while it is closed"
closed_now
starts
check "it fetches the newer one by itself" wait_until cmp "$kept/99.0.0/${newer##*/}" "$newer"
check "the publisher was asked" asked_for releases.signed
check "it keeps its own as the way back" wait_until cmp "$kept/$own/${setup##*/}" "$setup"
check "it can be asked to end" wait_until ends
check "nothing was installed" in_registry "$uninstall_key" DisplayVersion "$own"

echo "-- what is not as signed"
publish_changed
starts
check "a changed list is refused" wait_until says bad_signature
check "it can be asked to end" wait_until ends
publish older
starts
check "an older list is refused" wait_until says rolled_back
check "it can be asked to end" wait_until ends
publish newer
rm -rf "$kept"
cp "$setup" "$published/${newer##*/}" # something else under the name that was signed
starts
check "another file is refused" wait_until says wrong_file
check "nothing of it is kept" not test -e "$kept/99.0.0/${newer##*/}"
check "it can be asked to end" wait_until ends
cp "$newer" "$published/${newer##*/}"

echo "-- a person installs it"
presses Settings About Install >/tmp/pressed 2>&1 &
check "Install is pressed" wait_until grep -q 'done: Install' /tmp/pressed
check "the newer one installs itself" \
    wait_until in_registry "$uninstall_key" DisplayVersion 99.0.0
check "Pult is started again" wait_until runs
check "it can be asked to end" wait_until ends

echo "-- the way back"
check "the kept one installs" run_setup "$kept/$own/${setup##*/}"
check "Windows lists it" in_registry "$uninstall_key" DisplayVersion "$own"
check "it finds the store all right" grep -q '^green  store' <(pult check)
[[ $failed == 0 ]] || { cat /tmp/pressed; grep update "$log" | tail -n 5; }
wineserver -k
rm -rf "$published"
end_of_trial
