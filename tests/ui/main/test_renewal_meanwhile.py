"""While the screen is made anew the one that is there is used, and nothing of that is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.settings_news import SettingsKept
from app.domain.states import OrderState
from app.ui.lasting_news import told_again
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from app.ui.settings_kit import KeyPage
from app.ui.settings_page.page import SettingsPage
from app.ui.theme import Theme
from app.ui.widgets import BellLook
from app.usecases.see_order import OpenOrder
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, SETTINGS, simple, the_day, welcome
from tests.ui.main.test_setting_rows import field, open_page, type_into
from tests.ui.reading import texts
from tests.ui.snapshots import a_snapshot

OTHER = replace(SETTINGS, till_name="Back counter")


@pytest.fixture(autouse=True)
def _one_piece_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast the machine is."""
    monkeypatch.setattr("app.ui.in_slices.SLICE_MS", 0.0)


def begin(shown: Shown) -> QWidget:
    """Let the screen be made anew, and give the one that is there meanwhile."""
    old = shown.work
    shown.window.renew(OTHER)
    assert shown.work is old
    assert old.stage.isVisible() or old.pages.key
    return old.root


def turns(shown: Shown, count: int) -> None:
    """Let the window make so many pieces; it has some twenty to make."""
    for _ in range(count):
        with shown.qtbot.waitSignal(shown.window._renewals.under_way._making.sliced):
            pass


def end(shown: Shown, old: QWidget) -> None:
    """Wait until the new screen is there."""
    shown.qtbot.waitUntil(lambda: shown.window.centralWidget() is not old)


@pytest.mark.parametrize("pieces", [0, 1, 12, 17])
def test_orders_that_change_meanwhile_are_on_both_screens(show: Show, pieces: int) -> None:
    shown = show()
    orders = the_day()
    shown.orders(*orders)
    old = begin(shown)
    turns(shown, pieces)
    gone = orders[0].order
    shown.orders(
        a_snapshot(replace(gone, state=OrderState.REJECTED, held_in=None, ended_at=NOW)),
        a_snapshot(simple(77, 1, state=OrderState.READY)),
    )
    assert shown.window.centralWidget() is old
    assert "A-77" in shown.numbers("Ready")
    end(shown, old)
    assert "A-77" in shown.numbers("Ready")
    everything = [
        number for column in ("New", "Preparing", "Ready") for number in shown.numbers(column)
    ]
    assert gone.number not in everything


def test_a_new_order_rings_on_and_is_heard_of_once(show: Show) -> None:
    shown = show()
    old_bells = shown.work.bells
    old = begin(shown)
    turns(shown, 16)
    rings = QSignalSpy(old_bells.alarm.sounded)
    shown.orders(a_snapshot(simple(46, 0, opened=False)))
    assert rings.count() == 1
    coming = shown.window._renewals.under_way._new.bells.alarm
    heard = QSignalSpy(coming.sounded)
    end(shown, old)
    assert shown.work.bells.alarm is coming
    assert coming.is_ringing
    assert shown.work.stage.top.bell.look is BellLook.RINGING
    assert heard.count() == 0  # its next ring is due in a while only


def test_a_dialog_that_is_opened_meanwhile_is_not_broken_off(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    old = begin(shown)
    turns(shown, 1)
    shown.press("Order number")
    assert shown.window._renewals.under_way is None
    assert shown.title() == "Order number"
    shown.work.layer.close()
    end(shown, old)


def test_what_was_opened_meanwhile_stays_open(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    old = begin(shown)
    turns(shown, 2)
    shown.tap("A-38", "Preparing")
    end(shown, old)
    assert shown.has_group("Order A-38")


def test_settings_that_change_once_more_are_those_of_the_new_screen(show: Show) -> None:
    shown = show(size=(1440, 900))
    shown.window.renew(replace(SETTINGS, till_name="Side counter"))
    turns(shown, 1)
    old = begin(shown)
    end(shown, old)
    assert "Back counter" in " ".join(texts(shown.window))


def test_what_is_typed_meanwhile_stays_with_the_focus(show: Show) -> None:
    shown = show()
    shown.press("History")
    old = begin(shown)
    page = shown.work.pages.page("history")
    assert page is not None
    type_into(shown, page, "Search orders", "A-3")
    end(shown, old)
    again = shown.work.pages.page("history")
    assert again is not None
    search = field(again, "Search orders")
    assert search.text() == "A-3"
    assert shown.window.focusWidget() is search
    QTest.keyClicks(search, "8")
    assert search.text() == "A-38"


def test_what_is_saved_meanwhile_is_said_on_the_new_screen(show: Show) -> None:
    shown = show()
    page = open_page(shown, "till")
    type_into(shown, page, "Name of this till", "Back counter")
    page.foot.save.click()
    ((asked, values),) = shown.till.of("keep_settings")
    old = begin(shown)
    shown.say(SettingsKept(asked, values))
    end(shown, old)
    assert "Saved." in texts(shown.window)
    assert shown.work.settings.draft.changes() == {}


def test_an_undo_that_is_offered_meanwhile_can_be_pressed_on_the_new_screen(show: Show) -> None:
    shown = show()
    orders = the_day()
    shown.orders(*orders)
    old = begin(shown)
    order = orders[0].order
    data = {"move": "COLLECTED", "undo": "5"}
    notice = Notice(NoticeCode.MOVED, Tone.OK, order.id, order.number, order.vendor, data)
    shown.say(Noticed(notice, NOW))
    assert shown.work.stage.strip.undo_button.isVisible()
    end(shown, old)
    assert shown.work.stage.strip.undo_button.isVisible()


def test_it_waits_for_a_finger_and_for_an_answer_that_is_shown(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    old = begin(shown)
    view = shown.list("New").viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(1, view.height() - 2))
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, Intent.UNKNOWN, "no such code"))
    shown.qtbot.waitUntil(lambda: shown.window._renewals.under_way._making._timer.interval() > 0)
    assert shown.work.scans.is_shown()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(1, view.height() - 2))
    assert shown.window.centralWidget() is old
    shown.work.ways.on_escape()
    end(shown, old)
    assert not shown.work.scans.is_shown()


def test_a_page_that_comes_in_slices_is_whole_before_it_is_seen(show: Show) -> None:
    shown = show()
    rows = set(open_page(shown, "till").rows)
    end(shown, begin(shown))
    page = shown.work.pages.page("settings")
    assert isinstance(page, SettingsPage)
    made = page.page("till")
    assert isinstance(made, KeyPage)
    assert made.is_whole
    assert set(made.rows) == rows


def test_a_window_that_is_closed_meanwhile_makes_no_more(show: Show) -> None:
    shown = show()
    old = begin(shown)
    turns(shown, 1)
    coming = QSignalSpy(shown.window._renewals.under_way._new.root.destroyed)
    shown.window.close()
    assert shown.window._renewals.under_way is None
    shown.qtbot.waitUntil(lambda: coming.count() == 1)
    assert shown.window.centralWidget() is old


def test_settings_that_change_while_the_window_is_furnished_are_in_force(
    qtbot: QtBot, theme: Theme
) -> None:
    window = MainWindow(theme, Relay(), welcome(SETTINGS), lambda: SETTINGS, now=lambda: NOW)
    qtbot.addWidget(window, before_close_func=lambda each: each.on_quit())
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(lambda: window._furnishing.begun is not None)
    window.renew(OTHER)
    qtbot.waitUntil(lambda: "Back counter" in " ".join(texts(window)))


def test_a_till_that_opens_meanwhile_is_open_on_the_new_screen(show: Show) -> None:
    shown = show(connected=False)
    old = begin(shown)
    turns(shown, 1)
    shown.window.connect_services(shown.till.services())
    end(shown, old)
    shown.orders(*the_day())
    shown.tap(shown.numbers("New")[0], "New")
    assert len(shown.till.of(OpenOrder)) == 1


def test_an_answer_to_a_scan_is_not_told_again() -> None:
    answer = ScanAnswered(ScanVerdict.UNKNOWN, Intent.UNKNOWN, "no such code")
    assert told_again(answer, NOW) is None
