#!/usr/bin/env bash
# Set up what is missing, then start Pult:  bash packaging/run.sh [arguments of pult]
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/install.sh
. "$house/packaging/install.sh"

ensure_installed "$house" run
# -P: a folder called app where the user stands is not the program.
exec "$house/.venv/bin/python" -P -m app "$@"
