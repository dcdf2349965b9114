# shellcheck shell=bash
# What Pult needs on Windows, exactly as Windows would choose it.
#
#   windows_pins PYTHON_MINOR FILE    writes name==version lines, e.g. windows_pins 3.13 pins.txt
#
# pip takes conditions such as sys_platform from the machine it runs on, so that pywin32 would be
# forgotten here; uv takes them from the machine that is asked for. Wants $tools, a folder for uv.

windows_pins() {
    if [[ ! -x $tools/uv/bin/uv ]]; then
        python3 -m venv "$tools/uv"
        "$tools/uv/bin/pip" install --quiet --disable-pip-version-check uv
    fi
    "$tools/uv/bin/uv" pip compile --quiet --no-header --no-annotate --only-binary :all: \
        --python-platform x86_64-pc-windows-msvc --python-version "$1" --extra build \
        "$house/pyproject.toml" >"$2"
}
