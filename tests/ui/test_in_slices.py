"""Work in slices: all of it is done, in order, and the window answers in between."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.ui import in_slices
from app.ui.in_slices import InSlices


@pytest.fixture(autouse=True)
def _one_piece_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the machine is."""
    monkeypatch.setattr(in_slices, "SLICE_MS", 0.0)


@pytest.fixture
def owner(qapp: QObject) -> QObject:
    return QObject()


def noting(done: list[str], *names: str) -> Iterator[int]:
    for name in names:
        done.append(name)
        yield 0


def test_something_else_gets_its_turn_between_two_pieces(owner: QObject, qtbot: QtBot) -> None:
    making, done = InSlices(owner), []
    QTimer.singleShot(0, owner, lambda: done.append("a tap"))
    making.begin(noting(done, "one", "two", "three"), at_once=True)
    assert done == ["one"]
    qtbot.waitUntil(lambda: not making.is_busy)
    assert done == ["one", "a tap", "two", "three"]


def test_what_is_not_wanted_at_once_begins_at_the_next_turn(owner: QObject, qtbot: QtBot) -> None:
    making, done = InSlices(owner), []
    making.begin(noting(done, "one"))
    assert making.is_busy
    assert done == []
    qtbot.waitUntil(lambda: not making.is_busy)
    assert done == ["one"]


def test_each_slice_is_told_and_the_last_one_leaves_nothing_to_do(
    owner: QObject, qtbot: QtBot
) -> None:
    making, busy = InSlices(owner), []
    making.sliced.connect(lambda: busy.append(making.is_busy))
    making.begin(noting([], "one", "two"))
    qtbot.waitUntil(lambda: not making.is_busy)
    assert busy == [True, True, False]


def test_many_small_pieces_are_one_slice(
    owner: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_slices, "SLICE_MS", 60_000.0)
    making, done = InSlices(owner), []
    slices = QSignalSpy(making.sliced)
    making.begin(noting(done, *map(str, range(50))), at_once=True)
    assert len(done) == 50
    assert slices.count() == 1


def test_new_work_takes_the_place_of_what_is_left(owner: QObject, qtbot: QtBot) -> None:
    making, done = InSlices(owner), []
    making.begin(noting(done, "old", "older"), at_once=True)
    making.begin(noting(done, "new"))
    qtbot.waitUntil(lambda: not making.is_busy)
    assert done == ["old", "new"]


def test_a_piece_may_begin_other_work_or_stop_it(owner: QObject, qtbot: QtBot) -> None:
    making, done = InSlices(owner), []

    def turning() -> Iterator[int]:
        making.begin(noting(done, "other"))
        yield 0
        done.append("never")

    def ending() -> Iterator[int]:
        making.stop()
        yield 0
        done.append("never")

    making.begin(turning(), at_once=True)
    qtbot.waitUntil(lambda: not making.is_busy)
    making.begin(ending(), at_once=True)
    assert not making.is_busy
    assert done == ["other"]
