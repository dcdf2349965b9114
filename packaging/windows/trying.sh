# shellcheck shell=bash
# What the trials under wine share: a new Windows, and short words for what is asked of it.

set -- /tools/dist/pult-[!9]*-setup.exe
setup=$1
newer=/tools/dist/pult-99.0.0-setup.exe
drive=/root/.wine/drive_c
program="$drive/Program Files/Pult"
user=$drive/users/root
config=$user/AppData/Local/pult/pult.toml
store=${config%/*}/pult.sqlite3
run_key='HKLM\Software\Microsoft\Windows\CurrentVersion\Run'
uninstall_key='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\{6B1B43B4-7E0C-4C53-9B39-2F1D0C7E51A8}_is1'
# shellcheck source=packaging/trying.sh
. /house/packaging/trying.sh

in_registry() { # in_registry KEY NAME TEXT
    wine reg query "$1" /v "$2" /reg:64 2>/dev/null | grep -qF -- "$3"
}
pult() { timeout 120 wine "$program/pult.exe" "$@" 2>>/tmp/pult.log | tr -d '\r'; }
run_setup() { timeout 300 wine "$1" /VERYSILENT /SUPPRESSMSGBOXES /NORESTART '/LOG=C:\setup.log' "${@:2}"; }
ends() { pult close | grep -qx 'Pult has ended'; }
runs() { pgrep -f 'Pult.pultw\.exe' >/dev/null; }

a_new_windows() {
    wineserver -k
    rm -rf /root/.wine
    wineboot --init >/dev/null 2>&1
}
