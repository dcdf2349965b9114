#!/usr/bin/env bash
# Build Pult for Windows under wine, make the setup of it, and try that from start to uninstall:
#   sudo bash packaging/prove_setup.sh [FOLDER]
# FOLDER keeps wine, Python and Inno Setup for the next run (3 GB; default ~/.cache/pult-windows).
#
# It is a real CPython for Windows and a real PyInstaller build, but under wine and without cameras
# (see windows/wine.sh): made to be tried, never to be given to anybody. What it cannot prove is a
# real Windows: sound, drivers, spooler, touch, UAC, the firewall itself.
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
tools=${1:-$HOME/.cache/pult-windows}
mkdir -p -- "$tools"
tools=$(CDPATH='' cd -- "$tools" && pwd -P)
# shellcheck source=packaging/windows/pins.sh
. "$house/packaging/windows/pins.sh"
# shellcheck source=packaging/windows/wine.sh
. "$house/packaging/windows/wine.sh"

say() { printf '\n== %s\n' "$*"; }

for program in debootstrap npm unshare python3; do
    command -v "$program" >/dev/null || { echo "$program is needed" >&2; exit 1; }
done
[[ $(id -u) == 0 ]] || { echo "root is needed, for a Debian of its own" >&2; exit 1; }

say "wine, Inno Setup and Python for Windows, in $tools"
make_wine_root >"$tools/root.log" 2>&1 || { tail -n 5 "$tools/root.log"; exit 1; }
fetch_inno_setup
make_windows_python
install_what_it_needs
install_pult

say "the program, by PyInstaller"
rm -rf -- "$tools/dist" "$tools/build"
in_wine xvfb-run -a wine /tools/python/python.exe -m PyInstaller --noconfirm --log-level ERROR \
    --distpath 'Z:\tools\dist' --workpath 'Z:\tools\build' 'Z:\house\packaging\pult.spec'

say "two setups: this version, and one that says it is 99.0.0"
for version in "" /DPultVersion=99.0.0; do
    in_wine wine /tools/inno/ISCC.exe /Q /DPacking=lzma2/fast '/DPayload=Z:\tools\dist\pult' \
        '/DIcon=Z:\tools\build\pult\pult.ico' '/OZ:\tools\dist' ${version:+"$version"} 'Z:\house\installer.iss'
done

say "install, upgrade, uninstall"
in_wine xvfb-run -a bash /house/packaging/windows/try_setup.sh

say "newer versions, from found to the way back"
in_wine xvfb-run -a bash /house/packaging/windows/try_updates.sh
