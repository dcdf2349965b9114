#!/usr/bin/env bash
# Build the program for machines without Python:  bash packaging/build.sh
# What comes out is the folder dist/pult; packaging/deb.sh makes a package of it.
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/install.sh
. "$house/packaging/install.sh"

ensure_installed "$house" run
cd -- "$house"
mkdir -p build
exec 8>build/lock
flock -n 8 || fail "a build is running already"
python=$house/.venv/bin/python
"$python" -m pip install --quiet --disable-pip-version-check -e ".[build]" ||
    fail "could not install what builds the program"

rm -rf -- build/pult dist/pult
"$python" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build \
    packaging/pult.spec
# A Python that was compiled on this machine still has what only its debugger reads.
! have strip || strip --strip-unneeded dist/pult/_internal/libpython3* \
    dist/pult/_internal/python3*/lib-dynload/*.so
"$python" packaging/size_report.py dist/pult
"$python" packaging/try_build.py dist/pult/pult
say "built: dist/pult"
