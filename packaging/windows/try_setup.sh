#!/usr/bin/env bash
# Try the setups in /tools/dist under wine, on a display: called by prove_setup.sh, not by hand.
set -uo pipefail

# shellcheck source=packaging/windows/trying.sh
. /house/packaging/windows/trying.sh
export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;netsh.exe=n" # the one that writes down, not wine's own
calls=$drive/netsh-calls.txt

uninstall() { # the uninstaller goes on as a copy of itself
    timeout 120 wine "$program/unins000.exe" "$@"
    wait_until not test -e "$program"
}
# What Windows shows under Properties, in its letters of two bytes.
facts_of() { LC_ALL=C grep -qaP 'P\0r\0o\0d\0u\0c\0t\0N\0a\0m\0e\0.{0,4}P\0u\0l\0t\0' "$program/$1"; }

# ------------------------------------------------------------------------------ a new Windows
a_new_windows
x86_64-w64-mingw32-gcc -O1 -o /tmp/netsh.exe /house/packaging/windows/record_call.c
cp /tmp/netsh.exe "$drive/windows/system32/netsh.exe"

echo "-- nothing chosen"
check "it installs silently" run_setup "$setup" /LANG=de /TASKS=
check "the program is there" test -f "$program/pult.exe"
for each in pult.exe pultw.exe; do
    check "$each shows its version" facts_of "$each"
done
check "what speaks to the spooler is there" test -f "$program/_internal/win32/win32print.pyd"
check "pult --version answers" grep -qx 'pult [0-9.]*' <(pult --version)
check "pult check is all right" pult check
check "keys go to the Credential Manager" \
    grep -q 'stored in the keyring' <(echo tried | pult secret set vendors.cheers.api_key)
check "no call of the firewall" not test -e "$calls"
check "no start by itself" not in_registry "$run_key" Pult pultw.exe
check "no icon on the desktop" not test -e "$drive/users/Public/Desktop/Pult.lnk"
check "Windows lists it for removal" in_registry "$uninstall_key" DisplayName Pult
check "the language is remembered" in_registry "$uninstall_key" "Inno Setup: Language" de
check "a silent uninstall" uninstall /VERYSILENT
check "the program is gone" not test -e "$program"

for language in en hu es de; do
    run_setup "$setup" "/LANG=$language" /TASKS=
    check "in $language" in_registry "$uninstall_key" "Inno Setup: Language" "$language"
done

echo "-- everything chosen"
check "a wrong port installs nothing" not run_setup "$setup" /TASKS=firewall /CALLBACKPORT=99999
check "it says why" grep -q '1 .* 65535' "$drive/setup.log"
check "it installs over itself" run_setup "$setup" /LANG=hu /CALLBACKPORT=8790 \
    /TASKS=desktopicon,autostart,firewall
check "the firewall is asked for the port" grep -q 'add rule.*Pult callbacks.*localport=8790' "$calls"
for each in pult.exe pultw.exe; do
    check "once for $each" test "$(grep 'add rule' "$calls" | grep -c "$each")" = 1
done
check "it starts at each log-on" in_registry "$run_key" Pult 'pultw.exe" watchdog'
check "an icon on the desktop" test -e "$drive/users/Public/Desktop/Pult.lnk"

echo "-- a start that cannot be"
mkdir -p "${config%/*}"
printf '[till]\nlanguage = "xx"\n' >"$config"
wine start /wait /unix "$program/pultw.exe" >/dev/null 2>&1 & # as a click does: without streams
started=$!
check "a window says why" wait_until xdotool search --onlyvisible --name '^Pult$'
sleep 1
xdotool key Return
wait "$started"
check "it ends as pult does for wrong settings" test "$?" = 2

echo "-- an upgrade while Pult runs"
mkdir -p "${config%/*}"
printf '[till]\nname = "Kept by the upgrade"\n' >"$config"
cp "$config" /tmp/before.toml
echo stale >"$program/_internal/stale.txt"
wine "$program/pultw.exe" watchdog >/tmp/pult.log 2>&1 &
watchdog=$!
check "Pult opens its store" wait_until test -s "$store"
check "a window is on the screen" wait_until xdotool search --name '^Pult$'
check "pult close ends nothing else" grep -q 'Pult does not run' <(
    printf '[till]\ndata_dir = "elsewhere"\n' >/tmp/elsewhere.toml
    pult close --config 'Z:\tmp\elsewhere.toml')
check "the newer one installs" run_setup "$newer"
check "Pult was asked to end" grep -q 'Pult runs, and is asked to end' "$drive/setup.log"
wait "$watchdog"
check "the watchdog's Pult ended in order" test "$?" = 0
check "Windows lists the newer one" in_registry "$uninstall_key" DisplayVersion 99.0.0
check "what it no longer has is gone" not test -e "$program/_internal/stale.txt"
check "the settings are the same" cmp "$config" /tmp/before.toml
check "the orders' file is there" test -s "$store"
check "the choices are kept" in_registry "$run_key" Pult 'pultw.exe" watchdog'
check "the rule is renewed, not doubled" \
    test "$(grep -c 'add rule' "$calls") $(grep -c 'delete rule' "$calls")" = "4 1"
check "Pult is started again" wait_until runs
check "it can be asked to end again" wait_until ends

echo "-- going back to the older one"
check "the older one installs" run_setup "$setup"
check "it finds the store all right" grep -q '^green  store' <(pult close >/dev/null; pult check)

echo "-- uninstall"
pult close >/dev/null
check "a silent one" uninstall /VERYSILENT
check "the program is gone" not test -e "$program/pult.exe"
check "the rule is taken away" test "$(grep -c 'delete rule' "$calls")" = 3
check "nothing starts by itself" not in_registry "$run_key" Pult pultw.exe
check "the settings stay" cmp "$config" /tmp/before.toml
check "the orders stay" test -s "$store"

# answer KEYS: waits for a window named Uninstall, which takes the keyboard itself, and presses them.
answer() {
    wait_until xdotool search --onlyvisible --name 'Uninstall' || return 1
    sleep 1
    xdotool key "$1"
}
for keys in Return alt+y; do
    run_setup "$setup" /LANG=en /TASKS=
    wine "$program/unins000.exe" >/dev/null 2>&1 &
    check "a person confirms the uninstall" answer alt+y
    wait_until not test -e "$program/pult.exe"
    sleep 3
    check "and is asked about the data" answer "$keys"
    sleep 2
    if [[ $keys == Return ]]; then
        check "No, which is chosen already, keeps them" test -s "$store"
    else
        check "Yes deletes them" wait_until not test -e "${config%/*}"
    fi
    answer Return >/dev/null # what says that Pult was removed
    wait_until not pgrep -f unins000
done
wineserver -k
end_of_trial
