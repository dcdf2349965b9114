#!/usr/bin/env bash
# Can everything Pult needs be had for Windows as a wheel?  Asks the package index; installs nothing.
#   bash packaging/check_windows_dependencies.sh [3.11 3.12 …]
set -euo pipefail

house=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=packaging/windows/pins.sh
. "$house/packaging/windows/pins.sh"

tools=$(mktemp -d)
trap 'rm -rf -- "$tools"' EXIT
failed=()
[[ $# != 0 ]] || set -- 3.11 3.12 3.13

for version in "$@"; do
    pins=$tools/pins-$version.txt
    if windows_pins "$version" "$pins" &&
        grep -q '^pywin32==' "$pins" &&
        # The pins are for another Python than pip's own, whose words on that are of no use.
        "$tools/uv/bin/python" -m pip install --quiet --disable-pip-version-check --dry-run \
            --no-deps --ignore-requires-python --target "$tools/none" --platform win_amd64 \
            --python-version "$version" --only-binary=:all: -r "$pins"; then
        printf 'Python %s: %s packages, all of them wheels for Windows\n' "$version" \
            "$(grep -c '==' "$pins")"
    else
        failed+=("$version")
    fi
done
if [[ ${#failed[@]} != 0 ]]; then
    printf 'not to be had for Windows with Python: %s\n' "${failed[*]}" >&2
    exit 1
fi
