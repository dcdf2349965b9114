"""The whole screen is made anew for other settings, and goes on where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.news import LampChanged, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.ui.screen_settings import ScreenSettings
from app.ui.widgets import BellLook
from app.usecases.see_order import OpenOrder
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import LAMPS, NOW, PAPER_OUT, SETTINGS, simple, the_day
from tests.ui.reading import texts
from tests.ui.snapshots import a_snapshot

OTHER = replace(SETTINGS, till_name="Back counter", undo_seconds=9)


def renewed(shown: Shown, settings: ScreenSettings = OTHER) -> None:
    shown.renew(settings)
    shown.qtbot.waitUntil(lambda: shown.work.stage.width() == shown.window.width())


def test_what_was_stopped_or_seen_does_not_ring_again(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.say(LampChanged(PAPER_OUT))
    shown.press("Stop ringing")
    renewed(shown)
    assert not shown.work.bells.alarm.is_ringing
    assert [each.order.number for each in shown.work.bells.alarm.new_orders()] == ["A-45"]
    shown.orders(a_snapshot(simple(46, 0, opened=False)))
    renewed(shown)
    assert shown.work.bells.alarm.is_ringing
    assert shown.work.stage.top.bell.look is BellLook.RINGING


def test_the_board_the_lamps_and_the_opened_order_stay(show: Show) -> None:
    shown = show(size=(1440, 900))  # the bell of the new order leaves room for names
    shown.orders(*the_day())
    cards = [shown.cards(column) for column in ("New", "Preparing", "Ready")]
    number = shown.numbers("Preparing")[0]
    shown.tap(number, "Preparing")
    renewed(shown)
    assert [shown.cards(column) for column in ("New", "Preparing", "Ready")] == cards
    assert shown.has_group(f"Order {number}")
    assert shown.work.stage.top.till.text() == "Back counter"
    assert {lamp.lamp.name for lamp in map(LampChanged, LAMPS)} <= {
        lamp.name for lamp in shown.work.lamps.lamps()
    }


def test_news_go_to_the_new_screen_alone(show: Show) -> None:
    shown = show()
    orders = the_day()
    shown.orders(*orders)
    renewed(shown)
    renewed(shown, SETTINGS)
    shown.till.asked.clear()
    shown.orders(orders[0])
    assert len(shown.work.board.orders()) == len(orders)
    shown.tap(shown.numbers("New")[0], "New")
    assert len(shown.till.of(OpenOrder)) == 1


def test_the_page_and_its_section_stay(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    shown.work.away.section = "look"
    renewed(shown)
    assert shown.work.pages.key == "settings"
    assert shown.work.away.section == "look"
    assert not shown.work.stage.isVisible()


def test_messages_stay_and_only_the_rest_of_the_time_to_undo(show: Show) -> None:
    shown = show()
    orders = the_day()
    shown.orders(*orders)
    order = orders[0].order
    data = {"move": "COLLECTED", "undo": "5"}
    notice = Notice(NoticeCode.MOVED, Tone.OK, order.id, order.number, order.vendor, data)
    shown.say(Noticed(notice, NOW))
    assert shown.work.stage.strip.undo_button.isVisible()
    shown.clock[0] = NOW + timedelta(seconds=6)
    renewed(shown)
    assert not shown.work.stage.strip.undo_button.isVisible()
    assert any(order.number in text for text in texts(shown.work.stage.strip))


def test_it_waits_until_an_open_dialog_is_closed(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    old = shown.work
    shown.press("Order number")
    shown.window.renew(OTHER)
    assert shown.work is old
    assert shown.title() == "Order number"
    shown.work.layer.close()
    shown.qtbot.waitUntil(lambda: shown.work is not old)
