"""A file is replaced also while another program has it open for a moment, as on Windows."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.settings.errors import SettingsError
from app.settings.files import cannot, write_atomically
from app.settings.in_place import put_in_place

ACCESS_DENIED, SHARING_VIOLATION = 5, 32


def refused(winerror: int | None) -> PermissionError:
    """What Windows raises; elsewhere such an error has no number of its own."""
    fault = PermissionError(13, "Permission denied")
    if winerror is not None:
        fault.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
    return fault


class System:
    """The system's way to replace a file, which refuses so many times first."""

    def __init__(self, times: int, winerror: int | None) -> None:
        self.times, self.winerror = times, winerror
        self.pauses: list[float] = []

    def replace(self, part: Path, target: Path) -> None:
        if len(self.pauses) < self.times:
            raise refused(self.winerror)
        part.replace(target)

    def put(self, folder: Path) -> None:
        part, target = folder / "part", folder / "target"
        part.write_text("new")
        target.write_text("old")
        put_in_place(part, target, replace=self.replace, pause=self.pauses.append)


@pytest.mark.parametrize("winerror", [ACCESS_DENIED, SHARING_VIOLATION])
def test_a_file_that_is_looked_at_is_replaced_a_moment_later(tmp_path: Path, winerror: int) -> None:
    System(3, winerror).put(tmp_path)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["new"]


def test_one_that_is_held_for_long_stays_and_the_wait_ends(tmp_path: Path) -> None:
    system = System(1000, SHARING_VIOLATION)
    with pytest.raises(PermissionError):
        system.put(tmp_path)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "part": "new",
        "target": "old",
    }
    assert len(system.pauses) > 3
    assert sum(system.pauses) < 2


def test_a_right_that_is_missing_is_not_waited_for(tmp_path: Path) -> None:
    system = System(1000, None)
    with pytest.raises(PermissionError):
        system.put(tmp_path)
    assert system.pauses == []


def test_what_holds_a_file_is_said_with_what_to_do() -> None:
    held = str(cannot("be written", Path("pult.toml"), refused(SHARING_VIOLATION)))
    told = (
        "pult.toml: cannot be written: another program has it open. Close it there and try again."
    )
    assert held.endswith(told)
    denied = str(cannot("be written", Path("pult.toml"), refused(ACCESS_DENIED)))
    assert "another program has it open, or this user has no right to it. Give" in denied


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows holds a file that is open")
def test_windows_holds_a_file_that_is_open(tmp_path: Path) -> None:
    target = tmp_path / "pult.toml"
    target.write_bytes(b"old")
    with target.open("rb"), pytest.raises(SettingsError) as told:
        write_atomically(target, b"new")
    assert "another program has it open" in str(told.value)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]
    part = tmp_path / "part"
    part.write_bytes(b"new")
    opened = target.open("rb")
    put_in_place(part, target, pause=lambda _seconds: opened.close())
    assert target.read_bytes() == b"new"
