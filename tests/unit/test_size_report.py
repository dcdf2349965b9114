"""What the built program weighs is told part by part, and what must not be in it is named."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest


def _tool() -> ModuleType:
    place = Path(__file__).parents[2] / "packaging" / "size_report.py"
    spec = spec_from_file_location("size_report", place)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    files = {
        "pult": 3_000_000,
        "_internal/PySide6/Qt/lib/libQt6Core.so.6": 8_000_000,
        "_internal/PySide6/QtCore.abi3.so": 4_000_000,
        "_internal/cv2/cv2.abi3.so": 50_000_000,
        "_internal/certifi/cacert.pem": 100_000,
    }
    for name, size in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.truncate(size)
    (tmp_path / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    return tmp_path


def test_parts_stand_below_each_other_heaviest_first_and_links_weigh_nothing(built: Path) -> None:
    table, wrong = TOOL.report(built, limit_mb=66)
    assert [line.split("MB")[1].strip() for line in table.splitlines()[:-1]] == [
        "OpenCV (camera)",
        "Qt: libraries",
        "Qt: Python",
        "Python itself",
        "everything else",
    ]
    assert table.splitlines()[-1] == "    65.1 MB  in all; the limit is 66 MB"
    assert wrong == []


def test_a_program_that_has_grown_too_large_fails_the_build(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert TOOL.main([str(built)]) == 0
    with (built / "_internal" / "new.so").open("wb") as file:
        file.truncate((TOOL.LIMIT_MB - 65) * TOOL.MB)
    assert TOOL.main([str(built)]) == 1
    assert capsys.readouterr().err == (
        f"{TOOL.LIMIT_MB}.1 MB is more than the limit of {TOOL.LIMIT_MB} MB\n"
    )


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "_internal/PySide6/Qt6Quick.dll",
        "_internal/PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    ],
)
def test_parts_of_qt_that_must_not_be_shipped_are_named(built: Path, name: str) -> None:
    (built / name).parent.mkdir(parents=True, exist_ok=True)
    (built / name).write_bytes(b"x")
    _table, wrong = TOOL.report(built)
    assert wrong == [f"{name} must not be in the program"]


def test_an_empty_folder_is_no_program(tmp_path: Path) -> None:
    assert TOOL.main([str(tmp_path)]) == 1
