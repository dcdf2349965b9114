from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.front_door import FrontDoor, ask_to_end, door_of, knock
from tests.patience import PATIENCE


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


KNOCKER = """
import sys
from pathlib import Path
from app.bootstrap.front_door import knock
sys.exit(0 if knock(Path(sys.argv[1]), 3) else 7)
"""
ENDER = KNOCKER.replace("knock", "ask_to_end")


def heard(qtbot: QtBot, door: FrontDoor, folder: Path, asking: str = KNOCKER) -> int:
    """Give the exit code of another process that knocks, once the door has heard it.

    Of this process it could not be a thread: Qt waits for the answer with Python's lock held.
    """
    command = [sys.executable, "-c", asking, str(folder)]
    signal = door.knocked if asking is KNOCKER else door.end_asked
    with qtbot.waitSignal(signal):
        second = subprocess.Popen(command)
    return second.wait(PATIENCE)


def test_a_second_start_is_answered_and_the_first_one_hears_it(
    qtbot: QtBot, owner: QObject, tmp_path: Path
) -> None:
    door = FrontDoor(tmp_path, owner)
    assert heard(qtbot, door, tmp_path) == 0
    assert heard(qtbot, door, tmp_path) == 0
    door.close()


WITH_TOKEN = KNOCKER.replace("3)", "3, token=sys.argv[2])")


@pytest.mark.parametrize(
    ("token", "arrives"),
    [
        ("gnome-shell/pult/2211-0_TIME 4242", True),
        ("", False),
        ("two\nlines", False),
        ("ő", False),
        ("x" * 2000, False),
    ],
    ids=["a token", "none", "two lines", "no ASCII", "too long"],
)
def test_what_the_desktop_gave_the_second_start_is_passed_on(
    qtbot: QtBot, owner: QObject, tmp_path: Path, token: str, arrives: bool
) -> None:
    door = FrontDoor(tmp_path, owner)
    command = [sys.executable, "-c", WITH_TOKEN, str(tmp_path), token]
    with qtbot.waitSignal(door.knocked) as heard_of:
        second = subprocess.Popen(command)
    assert second.wait(PATIENCE) == 0
    assert heard_of.args == [token if arrives else ""]
    door.close()


def test_another_process_can_ask_it_to_end_which_is_no_knock(
    qtbot: QtBot, owner: QObject, tmp_path: Path
) -> None:
    door = FrontDoor(tmp_path, owner)
    with qtbot.assertNotEmitted(door.knocked):
        assert heard(qtbot, door, tmp_path, ENDER) == 0
    door.close()
    assert ask_to_end(tmp_path, 0) is False


def test_another_folder_has_another_door(owner: QObject, tmp_path: Path) -> None:
    assert door_of(tmp_path / "one") != door_of(tmp_path / "two")
    assert len(door_of(tmp_path / ("long" * 60))) < 100
    door = FrontDoor(tmp_path / "one", owner)
    assert knock(tmp_path / "two", 0) is False
    door.close()


def test_what_a_killed_one_left_is_no_lock(qtbot: QtBot, owner: QObject, tmp_path: Path) -> None:
    left = Path(door_of(tmp_path))
    left.write_text("left over")
    assert knock(tmp_path, 0) is False
    door = FrontDoor(tmp_path, owner)
    assert heard(qtbot, door, tmp_path) == 0
    door.close()
    assert not left.exists()
