"""What is heard and what is seen instead: volume, quiet hours, one sound at a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.news import OrdersChanged
from app.ui.screen_settings import AlarmView
from app.ui.sound import bells as file
from app.ui.sound.bells import Bells, Surroundings
from app.ui.sound.ringing import THERE_SECONDS, Sound
from app.ui.theme import Theme
from app.ui.widgets import BellLook
from app.usecases.desk import Shop
from tests.ui.main.day import simple
from tests.ui.snapshots import a_snapshot

MIDNIGHT = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)  # in Budapest


class Ears(file.SoundPlayer):
    """A player that notes what it is given in place of playing it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard: list[tuple[Sound, float]] = []

    def play(self, sound: Sound, volume: float = 1.0) -> None:
        self.heard.append((sound, volume))


class Bar:
    """Bells at a counter whose clocks the test moves."""

    def __init__(self, qtbot: QtBot, theme: Theme, settings: AlarmView) -> None:
        self.seconds = 1000.0
        self.time = MIDNIGHT
        window = QWidget()
        qtbot.addWidget(window, before_close_func=lambda _: self.bells.stop())
        window.resize(800, 600)
        window.show()
        around = Surroundings(QRegion, lambda: True)
        self.bells = Bells(
            theme,
            window,
            settings,
            around,
            lambda: self.time,
            Shop(timezone=ZoneInfo("Europe/Budapest"), undo_seconds=5),
            seconds=lambda: self.seconds,
        )

    @property
    def heard(self) -> list[tuple[Sound, float]]:
        player = self.bells.player
        assert isinstance(player, Ears)
        return player.heard

    def order(self) -> None:
        snapshot = a_snapshot(simple(1, 0, opened=False))
        self.bells.alarm.orders_changed(OrdersChanged((snapshot,)))

    def after(self, seconds: float) -> None:
        self.seconds += seconds
        self.bells.alarm.on_beat()


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Bar]:
    monkeypatch.setattr(file, "SoundPlayer", Ears)
    return lambda **settings: Bar(qtbot, theme, AlarmView(**settings))


def test_the_alarm_is_as_loud_as_the_settings_say(bar: Callable[..., Bar]) -> None:
    counter = bar(volume=40)
    counter.order()
    assert counter.heard == [(Sound.NEW_ORDER, 0.4)]
    assert not counter.bells.flash.isVisible()


def test_it_goes_on_until_somebody_comes(bar: Callable[..., Bar]) -> None:
    counter = bar()
    counter.order()
    counter.after(2)
    counter.after(2)
    assert [sound for sound, _ in counter.heard] == [Sound.NEW_ORDER] * 2
    counter.bells.alarm.on_opened("order-1")
    counter.after(30)
    assert len(counter.heard) == 2


def test_who_is_at_work_hears_a_chime_until_it_is_old(bar: Callable[..., Bar]) -> None:
    counter = bar(again_seconds=15)
    counter.bells.presence.pressed.emit()
    counter.order()
    counter.after(THERE_SECONDS - 1)
    counter.bells.presence.pressed.emit()
    counter.after(6)
    assert [sound for sound, _ in counter.heard] == [Sound.CHIME, Sound.CHIME, Sound.NEW_ORDER]


def test_volume_nothing_flashes(bar: Callable[..., Bar]) -> None:
    counter = bar(volume=0)
    counter.order()
    counter.bells.on_scan(True)
    assert counter.heard == []
    assert counter.bells.flash.isVisible()


@pytest.mark.parametrize(
    ("begin", "end", "quiet"),
    [
        ("22:00", "06:00", True),
        ("00:00", "06:00", True),
        ("22:00", "00:00", False),
        ("08:00", "20:00", False),
        ("", "06:00", False),
        ("22:00", "", False),
        ("00:00", "00:00", False),
    ],
)
def test_quiet_hours_silence_the_alarm_and_never_the_flash(
    bar: Callable[..., Bar], begin: str, end: str, quiet: bool
) -> None:
    counter = bar(quiet_from=begin, quiet_until=end)
    counter.order()
    assert (counter.heard == []) is quiet
    assert counter.bells.flash.isVisible() is quiet


def test_quiet_hours_leave_scans_their_answer(bar: Callable[..., Bar]) -> None:
    counter = bar(quiet_from="22:00", quiet_until="06:00")
    counter.bells.on_scan(False)
    assert [sound for sound, _ in counter.heard] == [Sound.SCAN_BAD]


def test_a_scans_tone_is_not_rung_over(bar: Callable[..., Bar]) -> None:
    counter = bar()
    counter.bells.on_scan(True)
    counter.order()
    assert [sound for sound, _ in counter.heard] == [Sound.SCAN_GOOD]
    counter.after(Sound.SCAN_GOOD.seconds)
    assert [sound for sound, _ in counter.heard] == [Sound.SCAN_GOOD, Sound.NEW_ORDER]


def test_the_customers_bell_waits_for_a_pause_of_the_alarm(bar: Callable[..., Bar]) -> None:
    counter = bar()
    counter.order()
    counter.bells.on_number_ready()
    assert [sound for sound, _ in counter.heard] == [Sound.NEW_ORDER]
    counter.seconds += Sound.NEW_ORDER.seconds + 0.5
    counter.bells.on_pause()
    counter.bells.on_pause()
    assert [sound for sound, _ in counter.heard] == [Sound.NEW_ORDER, Sound.NUMBER_READY]


def test_quiet_hours_silence_the_customers_bell(bar: Callable[..., Bar]) -> None:
    counter = bar(quiet_from="22:00", quiet_until="06:00")
    counter.bells.on_number_ready()
    assert counter.heard == []
    assert not counter.bells.flash.isVisible()


def test_while_the_till_is_closed_it_only_flashes_and_rings_once_it_opens(
    bar: Callable[..., Bar],
) -> None:
    counter = bar(full_screen=True)
    counter.bells.set_closed(closed=True)
    counter.order()
    assert counter.heard == []
    assert counter.bells.flash.isVisible()
    assert not counter.bells.takeover.isVisible()
    assert counter.bells.look is BellLook.FLASHING
    counter.seconds += 4
    counter.bells.set_closed(closed=False)
    assert counter.bells.look is BellLook.RINGING
    assert [sound for sound, _ in counter.heard] == [Sound.NEW_ORDER]
