"""What Windows shows of pult.exe: its icon in all sizes, and a version it can compare."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

from app import __version__

HOUSE = Path(__file__).parents[2]


def _tool() -> ModuleType:
    spec = spec_from_file_location("windows_look", HOUSE / "packaging" / "windows_look.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()


def test_the_script_writes_an_icon_of_all_sizes(tmp_path: Path) -> None:
    script = str(HOUSE / "packaging" / "windows_look.py")
    subprocess.run([sys.executable, script, str(tmp_path)], check=True, capture_output=True)
    with Image.open(tmp_path / "pult.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in TOOL.ICON_SIZES}
        icon.size = (256, 256)
        icon.load()
        shown = icon.convert("RGBA")
        assert shown.getextrema()[3][1] == 255  # something is painted
    with Image.open(tmp_path / "pult.bmp") as picture:
        assert picture.size == (TOOL.WIZARD_SIZE, TOOL.WIZARD_SIZE)
        assert picture.getpixel((0, 0)) == (255, 255, 255)
        assert len(picture.getcolors(1 << 16) or ()) > 1
    ast.parse((tmp_path / "version.txt").read_text("utf-8"))


def test_the_version_is_the_programs_own() -> None:
    assert TOOL.version() == __version__
    assert f'StringStruct("ProductVersion", "{__version__}")' in TOOL.version_resource()


@pytest.mark.parametrize(
    ("text", "four"),
    [("1.2.3", (1, 2, 3, 0)), ("1.2", (1, 2, 0, 0)), ("1.2.0rc1", (1, 2, 0, 0)),
     ("1.2.3+local.7", (1, 2, 3, 0))],
)  # fmt: skip
def test_windows_gets_four_numbers(text: str, four: tuple[int, ...]) -> None:
    assert TOOL.four_numbers(text) == four
