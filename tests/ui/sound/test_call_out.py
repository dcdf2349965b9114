"""Orders that become Ready are called out, in words that are understood and never over a ring."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.news import OrdersChanged
from app.domain.states import OrderState
from app.ui.screen_settings import AlarmView
from app.ui.sound.alarm import Alarm
from app.ui.sound.call_out import CallOut
from app.ui.sound.own_thread import running
from app.ui.sound.ringing import Sound
from app.ui.sound.spelled import spelled
from app.ui.sound.voice import Voice
from tests.ui.main.conftest import Show
from tests.ui.main.day import simple
from tests.ui.snapshots import a_snapshot


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("A-42", "A 42"),
        ("L17", "L 17"),
        ("7", "7"),
        ("0", "0"),
        ("417", "417"),
        ("007", "0 0 7"),
        ("W-1080", "W 1 0 8 0"),
        ("ORD-20-1184", "O R D, 20, 1 1 8 4"),
        ("816910908011148", "8 1 6, 9 1 0, 9 0 8, 0 1 1, 1 4 8"),
        ("Ő-3", "Ő 3"),
        ("#12", "12"),
        ("--", ""),
    ],
)
def test_numbers_are_spelled_so_that_they_are_understood(number: str, said: str) -> None:
    assert spelled(number) == said


class Mouth(Voice):
    """A voice that notes what it is given; the test says when it has said it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("en", parent)
        self.said: list[str] = []

    def say(self, words: str, volume: float) -> None:
        self.said.append(words)


class Desk:
    """A call-out whose clock the test moves."""

    def __init__(self, window: QWidget) -> None:
        self.seconds = 100.0
        self.may_speak = True
        self.alarm = Alarm(seconds=lambda: self.seconds, parent=window)
        self.mouth = Mouth(window)
        self.calls = CallOut(
            self.alarm,
            self.mouth,
            volume=0.8,
            undo_seconds=5,
            seconds=lambda: self.seconds,
            may_speak=lambda: self.may_speak,
        )

    def turn(self, number: int, state: OrderState) -> None:
        self.calls.orders_changed([a_snapshot(simple(number, 1, state=state))])

    def after(self, seconds: float) -> None:
        self.seconds += seconds
        self.alarm.on_beat()
        self.calls.on_beat()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    made = Desk(window)
    made.window = window  # type: ignore[attr-defined]  # kept for as long as the desk
    return made


def test_an_order_is_called_once_its_ready_cannot_be_undone(desk: Desk) -> None:
    desk.turn(1, OrderState.PREPARING)
    desk.turn(1, OrderState.READY)
    desk.after(4)
    assert desk.mouth.said == []
    desk.after(1)
    assert desk.mouth.said == ["Order A 1 is ready"]
    desk.mouth.ended.emit(True)
    desk.turn(1, OrderState.READY)
    desk.after(20)
    assert len(desk.mouth.said) == 1


@pytest.mark.parametrize("state", [OrderState.PREPARING, OrderState.COLLECTED])
def test_an_order_that_is_no_longer_ready_is_not_called(desk: Desk, state: OrderState) -> None:
    desk.turn(1, OrderState.PREPARING)
    desk.turn(1, OrderState.READY)
    desk.turn(1, state)
    desk.after(20)
    assert desk.mouth.said == []


def test_what_was_ready_before_is_not_called(desk: Desk) -> None:
    desk.turn(1, OrderState.READY)
    desk.after(20)
    assert desk.mouth.said == []


def test_calls_wait_for_each_other(desk: Desk) -> None:
    for number in (1, 2):
        desk.turn(number, OrderState.PREPARING)
        desk.turn(number, OrderState.READY)
    desk.after(6)
    desk.after(1)
    assert desk.mouth.said == ["Order A 1 is ready"]
    desk.mouth.ended.emit(True)
    desk.after(1)
    assert desk.mouth.said == ["Order A 1 is ready", "Order A 2 is ready"]


def test_a_call_and_a_ring_are_never_heard_at_once(desk: Desk) -> None:
    spy = QSignalSpy(desk.alarm.sounded)
    desk.turn(1, OrderState.PREPARING)
    desk.turn(1, OrderState.READY)
    desk.seconds += 5
    desk.alarm.orders_changed(OrdersChanged((a_snapshot(simple(2, 0, opened=False)),)))
    desk.after(0.5)
    assert (spy.count(), desk.mouth.said) == (1, [])  # the ring goes first
    desk.after(Sound.NEW_ORDER.seconds)
    assert (spy.count(), len(desk.mouth.said)) == (1, 1)
    desk.after(4)
    assert spy.count() == 1  # and waits until all was said
    desk.mouth.ended.emit(True)
    desk.after(0.5)
    assert spy.count() == 2
    desk.alarm.end()


def test_a_voice_that_never_ends_silences_the_alarm_for_a_moment_only(desk: Desk) -> None:
    desk.turn(1, OrderState.PREPARING)
    desk.turn(1, OrderState.READY)
    desk.after(5)
    desk.alarm.orders_changed(OrdersChanged((a_snapshot(simple(2, 0, opened=False)),)))
    spy = QSignalSpy(desk.alarm.sounded)
    desk.after(11)
    assert spy.count() == 1
    desk.alarm.end()


def test_in_quiet_hours_nothing_is_called(desk: Desk) -> None:
    desk.may_speak = False
    desk.turn(1, OrderState.PREPARING)
    desk.turn(1, OrderState.READY)
    desk.after(6)
    assert desk.mouth.said == []


def test_without_a_voice_that_is_said_once(desk: Desk) -> None:
    spy = QSignalSpy(desk.calls.speechless)
    for number in (1, 2):
        desk.turn(number, OrderState.PREPARING)
        desk.turn(number, OrderState.READY)
    desk.after(6)
    desk.mouth.ended.emit(False)
    desk.after(1)
    assert (spy.count(), len(desk.mouth.said)) == (1, 1)


def test_the_strip_says_that_there_is_no_voice(show: Show) -> None:
    shown = show(alarm=AlarmView(call_out=True))
    shown.work.bells.call_out.on_ended(False)
    assert shown.work.messages._said[0].listed.head == "Orders are not called out."


@pytest.mark.parametrize("wanted", [True, False])
def test_orders_are_called_only_where_that_is_wanted(show: Show, wanted: bool) -> None:
    shown = show(alarm=AlarmView(call_out=wanted), undo_seconds=60)
    for state in (OrderState.PREPARING, OrderState.READY):
        shown.orders(a_snapshot(simple(1, 1, state=state)))
    assert bool(shown.work.bells.call_out._calls) is wanted


def speaks(qtbot: QtBot, language: str) -> tuple[bool, Callable[[], None]]:
    """Tell whether Qt's engine for tests, which knows English, says something."""
    window = QWidget()
    qtbot.addWidget(window)
    hanging = set(running)  # of sounds, where the machine is slow
    voice = Voice(language, window, engine="mock")
    with qtbot.waitSignal(voice.ended) as ended:
        voice.say("A 4", 0.5)
    voice.stop()
    assert set(running) <= hanging
    return ended.args[0], voice.stop


@pytest.mark.qt_log_ignore("pipewire")
def test_the_engine_says_it_on_its_own_thread(qtbot: QtBot) -> None:
    assert speaks(qtbot, "en")[0]


@pytest.mark.qt_log_ignore("pipewire")
def test_a_language_without_a_voice_is_found_out(qtbot: QtBot) -> None:
    assert not speaks(qtbot, "hu")[0]
