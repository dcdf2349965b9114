"""resources/ is found from the source tree, an installed wheel and a frozen program."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.settings.resources import resource_path

ROOT = Path(__file__).parents[3]
FONT = "fonts/Inter-Bold.otf"


def _found_from(place: Path, prelude: str = "") -> Path:
    """Ask a Python that sees nothing but its own library and the given folder."""
    script = f"""
import sys
sys.path.insert(0, {str(place)!r})
{prelude}
from app.settings.resources import resource_path
print(resource_path({FONT!r}))
"""
    # -I and -S: neither this folder nor the virtual environment may answer instead.
    answer = subprocess.run(
        [sys.executable, "-I", "-S", "-c", script],
        cwd=place,
        capture_output=True,
        text=True,
        check=True,
        timeout=20,
    )
    return Path(answer.stdout.strip())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=30)
    return next(out.glob("*.whl"))


def test_source_tree() -> None:
    assert resource_path(FONT) == ROOT / "resources" / FONT


def test_missing_file_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/none\.otf"):
        resource_path("fonts/none.otf")


def test_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    # Another package's folder of that name, as it may lie in site-packages, changes nothing.
    (tmp_path / "resources" / "fonts").mkdir(parents=True)
    found = _found_from(tmp_path)
    assert found == tmp_path / "app" / "_resources" / FONT
    assert found.read_bytes() == (ROOT / "resources" / FONT).read_bytes()


def test_frozen_program(tmp_path: Path) -> None:
    """The layout of the one-folder build: modules and data below sys._MEIPASS."""
    shutil.copytree(ROOT / "app" / "settings", tmp_path / "app" / "settings")
    shutil.copytree(ROOT / "resources", tmp_path / "resources")
    found = _found_from(tmp_path, f"sys.frozen = True; sys._MEIPASS = {str(tmp_path)!r}")
    assert found == tmp_path / "resources" / FONT


def test_wheel_holds_every_file_of_app_and_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    sources = [
        path.relative_to(ROOT).as_posix()
        for folder in ("app", "resources")
        for path in Path(ROOT, folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    wanted = {f"app/_{name}" if name.startswith("resources/") else name for name in sources}
    assert "app/__init__.py" in wanted
    assert wanted - held == set()
    assert {name.split("/")[0].split("-")[0] for name in held} == {"app", "pult"}
