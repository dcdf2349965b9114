"""The scenes of the alarm and of the calendar for `tests.ui.screens`."""

from __future__ import annotations

from app.domain.news import HistoryRead, OrdersChanged
from app.ui.history.lines import Period
from app.ui.history.page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.sound.loudspeaker import Hearing
from app.ui.widgets import BellLook
from tests.ui.main.day import history_found, simple
from tests.ui.scene import Scene
from tests.ui.snapshots import a_snapshot


def rings(window: MainWindow, relay: Relay) -> None:
    relay.publish(OrdersChanged((a_snapshot(simple(46, 0.1, opened=False)),)))
    window.work.bells.flash.end()


def flashes(window: MainWindow, relay: Relay) -> None:
    rings(window, relay)
    window.work.bells.flash.flash()


def rings_away(page: str) -> Scene:
    """Give a scene in which it rings while a page is open."""

    def play(window: MainWindow, relay: Relay) -> None:
        away = window.work.away
        away.on_history() if page == "history" else away.on_settings()
        rings(window, relay)

    return play


def rings_in_dialog(window: MainWindow, relay: Relay) -> None:
    window.work.walkin.on_wanted()
    rings(window, relay)


def no_sound(window: MainWindow, relay: Relay) -> None:
    window.work.bells.on_hearing(Hearing.NO_DEVICE)


def no_sound_why(window: MainWindow, relay: Relay) -> None:
    no_sound(window, relay)
    assert window.work.bells.look is BellLook.SILENT
    window.work.sound.on_bell()


def covered(count: int) -> Scene:
    """Give a scene with the window covered by so many new orders."""

    def play(window: MainWindow, relay: Relay) -> None:
        orders = (simple(46 + each, 2 - each / 10, opened=False) for each in range(count))
        relay.publish(OrdersChanged(tuple(map(a_snapshot, orders))))
        bells = window.work.bells
        bells.takeover.show_orders(bells.alarm.new_orders()[-count:])

    return play


def calendar(window: MainWindow, relay: Relay) -> None:
    window.work.away.on_history()
    page = window.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    relay.publish(HistoryRead(page.asked, history_found()))
    page.period._on_chosen(Period.DAY.name)


ALARM_SCENES: dict[str, Scene] = {
    "alarm-rings": rings,
    "alarm-flashes": flashes,
    "alarm-history": rings_away("history"),
    "alarm-settings": rings_away("settings"),
    "alarm-dialog": rings_in_dialog,
    "alarm-no-sound": no_sound,
    "alarm-no-sound-why": no_sound_why,
    "alarm-cover-one": covered(1),
    "alarm-cover": covered(3),
    "alarm-cover-many": covered(14),
    "history-calendar": calendar,
}
