"""Scenes of PINs, names and the way out of a kiosk."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from app.domain.events import Event, EventKind
from app.domain.news import OrdersChanged, OrderShown
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.staff import SHOP_PIN, GuardedAct
from app.domain.staff_news import PersonSeen, PinAnswered, PinStanding, PinVerdict, StaffChanged
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.settings_page.page import SettingsPage
from app.ui.staff.guard import Guard
from app.ui.staff.pin_dialog import PinDialog
from tests.builders import at
from tests.ui.main.day import NOW
from tests.ui.scene import Scene

PEOPLE: Final = (
    PersonSeen("p-1", "Anna", has_badge=True),
    PersonSeen("p-2", "Béla", has_pin=True),
    PersonSeen("p-3", "Szentgyörgyi-Horváth Bálint", has_pin=True, has_badge=True),
    PersonSeen("p-4", "Dóra"),
    PersonSeen("p-5", "Éva"),
    PersonSeen("p-6", "Zoltán", works_here=False),
)


def staff(window: MainWindow, relay: Relay) -> None:
    """Show a name in the top bar."""
    relay.publish(StaffChanged(PEOPLE, "p-1"))


def long_name(window: MainWindow, relay: Relay) -> None:
    """Show a long name in the top bar."""
    relay.publish(StaffChanged(PEOPLE, "p-3"))


def people(window: MainWindow, relay: Relay) -> None:
    """Show the list of names."""
    staff(window, relay)
    window.work.people.on_wanted()


def _guard(window: MainWindow) -> Guard:
    guard = window.work.guard
    guard._acts = frozenset(GuardedAct)
    return guard


def pin(window: MainWindow, relay: Relay) -> PinDialog:
    """Show the keypad with three digits keyed in."""
    window.work.opened.open("order-37")
    _guard(window).ask(GuardedAct.HAND_OVER_UNPAID, lambda: None)
    relay.publish(PinStanding(window.work.pin_questions._last, SHOP_PIN, True))
    dialog = window.work.layer.dialog
    assert isinstance(dialog, PinDialog)
    dialog.field.setText("4711")
    return dialog


def pin_wrong(window: MainWindow, relay: Relay) -> None:
    """Show a wrong try."""
    dialog = pin(window, relay)
    dialog.answered(PinAnswered(1, SHOP_PIN, PinVerdict.WRONG, left=3))


def pin_waits(window: MainWindow, relay: Relay) -> None:
    """Show how long no try is taken."""
    dialog = pin(window, relay)
    dialog.answered(PinAnswered(1, SHOP_PIN, PinVerdict.WAITS, NOW + timedelta(seconds=284)))


def section(window: MainWindow, relay: Relay) -> None:
    """Show the section of Settings."""
    staff(window, relay)
    window.work.away.on_settings()
    page = window.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_section("staff")


def person(window: MainWindow, relay: Relay) -> None:
    """Show one person in Settings."""
    section(window, relay)
    window.work.people._on_person_wanted("p-3")


def new_pin(window: MainWindow, relay: Relay) -> None:
    """Show the change of the PIN."""
    section(window, relay)
    window.work.people._is_set = True
    window.work.people._on_pin_wanted()


def leave(window: MainWindow, relay: Relay) -> None:
    """Show the plain question of a kiosk without a PIN."""
    window._leaving._ask_plainly()


def badge(window: MainWindow, relay: Relay) -> None:
    """Show the answer to a badge."""
    staff(window, relay)
    relay.publish(ScanAnswered(ScanVerdict.WORKS_NOW, Intent.UNKNOWN, data={"name": "Anna"}))


def timeline(window: MainWindow, relay: Relay) -> None:
    """Show who did what."""
    from tests.ui.screens import SCENES as all_scenes  # the table names this one

    all_scenes["history"](window, relay)
    window_order = window.work.board.order("order-36")
    page = window.work.pages.page("history")
    if window_order is None or page is None:
        return
    page.detail.show_order(  # type: ignore[attr-defined]
        OrderShown(
            window_order,
            (
                Event("order-36", at(1), EventKind.RECEIVED),
                Event("order-36", at(2), EventKind.MOVED, {"move": "ACCEPT", "staff": "p-1"}),
                Event("order-36", at(9), EventKind.MOVED, {"move": "READY", "staff": "p-3"}),
                Event("order-36", at(12), EventKind.SEEN, {"staff": "p-9"}),
            ),
            {person.id: person.name for person in PEOPLE},
        )
    )


def twins(window: MainWindow, relay: Relay) -> None:
    """Show the board with a name and an order opened."""
    long_name(window, relay)
    snapshot = window.work.board.order("order-42")
    assert snapshot is not None
    relay.publish(OrdersChanged((replace(snapshot),)))
    window.work.opened.open("order-42")


SCENES: Final[dict[str, Scene]] = {
    "staff-name": staff,
    "staff-long": twins,
    "staff-people": people,
    "staff-pin": pin,
    "staff-pin-wrong": pin_wrong,
    "staff-pin-waits": pin_waits,
    "staff-section": section,
    "staff-person": person,
    "staff-new-pin": new_pin,
    "staff-leave": leave,
    "staff-badge": badge,
    "staff-timeline": timeline,
}
