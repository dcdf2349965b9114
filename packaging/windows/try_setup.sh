#!/usr/bin/env bash
# Try the setups in /tools/dist under wine, on a display: called by prove_setup.sh, not by hand.
set -uo pipefail

set -- /tools/dist/pult-[!9]*-setup.exe
setup=$1
export WINEDLLOVERRIDES="$WINEDLLOVERRIDES;netsh.exe=n" # the one that writes down, not wine's own
newer=/tools/dist/pult-99.0.0-setup.exe
drive=/root/.wine/drive_c
program="$drive/Program Files/Pult"
user=$drive/users/root
config=$user/AppData/Local/pult/pult.toml
run_key='HKLM\Software\Microsoft\Windows\CurrentVersion\Run'
uninstall_key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\{6B1B43B4-7E0C-4C53-9B39-2F1D0C7E51A8}_is1'
calls=$drive/netsh-calls.txt
failed=0

check() { # check WHAT COMMAND...
    if "${@:2}" >/tmp/said 2>&1; then
        printf 'ok      %s\n' "$1"
    else
        printf 'FAILED  %s\n' "$1"
        tail -n 5 /tmp/said
        failed=1
    fi
}
not() { ! "$@"; }
in_registry() { # in_registry KEY NAME TEXT
    wine reg query "$1" /v "$2" /reg:64 2>/dev/null | grep -qF -- "$3"
}
pult() { timeout 120 wine "$program/pult.exe" "$@" 2>>/tmp/pult.log | tr -d '\r'; }
run_setup() { timeout 300 wine "$1" /VERYSILENT /SUPPRESSMSGBOXES /NORESTART '/LOG=C:\setup.log' "${@:2}"; }
uninstall() { # the uninstaller goes on as a copy of itself
    timeout 120 wine "$program/unins000.exe" "$@"
    wait_until not test -e "$program"
}
wait_until() {
    local _
    for _ in $(seq 150); do "$@" && return; sleep 0.2; done
    return 1
}
ends() { pult close | grep -qx 'Pult has ended'; }
runs() { pgrep -f 'Pult.pult\.exe' >/dev/null; }

# ------------------------------------------------------------------------------ a new Windows
wineserver -k
rm -rf /root/.wine
wineboot --init >/dev/null 2>&1
x86_64-w64-mingw32-gcc -O1 -o /tmp/netsh.exe /house/packaging/windows/record_call.c
cp /tmp/netsh.exe "$drive/windows/system32/netsh.exe"

echo "-- nothing chosen"
check "it installs silently" run_setup "$setup" /LANG=de /TASKS=
check "the program is there" test -f "$program/pult.exe"
check "pult --version answers" grep -qx 'pult [0-9.]*' <(pult --version)
check "pult check is all right" pult check
check "no call of the firewall" not test -e "$calls"
check "no start by itself" not in_registry "$run_key" Pult pult.exe
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
check "the firewall is asked once" test "$(grep -c 'add rule' "$calls")" = 1
check "it starts at each log-on" in_registry "$run_key" Pult 'pult.exe" watchdog'
check "an icon on the desktop" test -e "$drive/users/Public/Desktop/Pult.lnk"

echo "-- an upgrade while Pult runs"
mkdir -p "${config%/*}"
printf '[till]\nname = "Kept by the upgrade"\n' >"$config"
cp "$config" /tmp/before.toml
echo stale >"$program/_internal/stale.txt"
wine "$program/pult.exe" watchdog >/tmp/pult.log 2>&1 &
watchdog=$!
store=${config%/*}/pult.sqlite3
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
check "the choices are kept" in_registry "$run_key" Pult 'pult.exe" watchdog'
check "the rule is renewed, not doubled" \
    test "$(grep -c 'add rule' "$calls") $(grep -c 'delete rule' "$calls")" = "2 1"
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
check "nothing starts by itself" not in_registry "$run_key" Pult pult.exe
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
exit "$failed"
