#!/usr/bin/env bash
# Set up what is missing, then check everything:  bash packaging/test.sh [arguments of pytest]
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/install.sh
. "$house/packaging/install.sh"

ensure_installed "$house" test
cd -- "$house"
PATH=$house/.venv/bin:$PATH
failed=()

# step NAME COMMAND...: run all of them, also past one that fails.
step() {
    printf '\n== %s\n' "$1"
    "${@:2}" || failed+=("$1")
}

# A display of our own, on a number nobody has; one that exists belongs to somebody.
start_display() {
    have Xvfb || fail "Xvfb is needed to test windows; install it"
    place=$(mktemp -d)
    mkfifo "$place/number"
    Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp -noreset \
        3>"$place/number" 2>"$place/words" &
    display=$!
    trap stop_display EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    read -r -t 30 number <"$place/number" ||
        fail "Xvfb did not start: $(tail -n 1 "$place/words")"
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY XAUTHORITY
}

stop_display() {
    kill "$display" 2>/dev/null || true
    wait "$display" 2>/dev/null || true
    rm -rf -- "$place"
}

step "ruff format" python -m ruff format --check
step "ruff check" python -m ruff check
step mypy python -m mypy app
step lint-imports lint-imports
start_display
if [[ $# != 0 ]]; then
    step pytest python -m pytest "$@"
else
    # Two at a time, one a core; what watches the time of the program's window comes alone.
    said=$(mktemp)
    python -m pytest -p no:cacheprovider tests/contract tests/unit/usecases >"$said" 2>&1 &
    beside=$!
    step "pytest tests/unit tests/ui" \
        python -m pytest --ignore tests/unit/usecases tests/unit tests/ui
    beside_passed() {
        local code=0
        wait "$beside" || code=$?
        cat -- "$said"
        rm -f -- "$said"
        return "$code"
    }
    step "pytest tests/contract tests/unit/usecases" beside_passed
    timed=tests/e2e/test_troubles_at_once.py
    step "pytest tests/e2e" python -m pytest -n 2 --dist loadfile --ignore "$timed" tests/e2e
    step "pytest $timed" python -m pytest "$timed"
fi

if [[ ${#failed[@]} != 0 ]]; then
    printf '\npult: failed: %s\n' "$(IFS=,; echo "${failed[*]}")" >&2
    exit 1
fi
