"""The page History asks, shows what was found, and offers what can still be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.domain.events import Event, EventKind
from app.domain.history import HistoryFound, HistorySearch
from app.domain.news import HistoryRead, OrderShown
from app.domain.report import Customer
from app.domain.states import OrderState, PaymentState
from app.ui.history.choice_button import ChoiceList
from app.ui.history.day_sheet import DaySheet
from app.ui.history.lines import Period, day_span
from app.ui.history.page import HistoryPage
from app.ui.theme import Theme
from app.ui.widgets import ActionButton
from app.usecases.bring_back import BringBack
from app.usecases.print_order import PrintAgain
from tests.builders import at
from tests.ui.main.day import NOW, a_story, history_found, history_rows, simple
from tests.ui.reading import buttons, press, read_name, texts, visible
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import SHOP, a_slip_standing, a_snapshot

ENDED = simple(33, 60, state=OrderState.COLLECTED, held_in=None, ended_at=at(0))


class Asked:
    """A page with what it asked for and sent."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.sent: list[object] = []
        self.rows: list[HistorySearch] = []
        self.orders: list[str] = []
        self.board: list[str] = []
        self.qtbot = qtbot
        titles = {"cheers": "Cheers", "loke": "LOKE"}
        self.page = HistoryPage(theme, SHOP, titles, self.sent.append, lambda: NOW)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page.setParent(self.window)
        self.page.rows_wanted.connect(self.rows.append)
        self.page.order_wanted.connect(self.orders.append)
        self.page.board_wanted.connect(self.board.append)
        self.window.resize(1280, 800)
        self.page.resize(1280, 800)
        put_on_screen(qtbot, self.window)
        self.page.entered()

    def found(self, search: HistorySearch | None = None, found: HistoryFound | None = None) -> None:
        self.page.rows_read(HistoryRead(search or self.rows[-1], found or history_found()))

    def lines(self) -> list[str]:
        model = self.page.found.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, 0).data(role) for row in range(model.rowCount())]

    def numbers(self) -> list[str]:
        return [line.split(", ")[1] for line in self.lines()]

    def choose(self, row: int) -> None:
        view = self.page.found.list
        middle = view.visualRect(view.model().index(row, 0)).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def pick(self, button: str, choice: str) -> None:
        press(self.qtbot, self.page, button)
        press(self.qtbot, visible(self.page, ChoiceList)[0], choice)


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme) -> Asked:
    return Asked(qtbot, theme)


def test_it_asks_for_today_and_lists_the_newest_first(asked: Asked) -> None:
    assert len(asked.rows) == 1
    assert asked.rows[0] == HistorySearch("", *Period.TODAY.span(SHOP, NOW))
    asked.found()
    assert asked.numbers()[:3] == ["A-39", "A-33", "A-28"]
    names = [read_name(view) for view in visible(asked.page, QListView)]
    assert names == ["Orders found"]


def test_typing_asks_once_it_pauses(asked: Asked) -> None:
    asked.qtbot.keyClicks(asked.page.search, "szabo")
    asked.qtbot.waitUntil(lambda: len(asked.rows) == 2)
    assert asked.rows[1].text == "szabo"


def test_an_answer_to_an_older_question_is_dropped(asked: Asked) -> None:
    asked.qtbot.keyClicks(asked.page.search, "a")
    asked.found()
    assert asked.lines() == []
    asked.qtbot.waitUntil(lambda: len(asked.rows) == 2)
    asked.found(asked.rows[0])
    assert asked.lines() == []
    asked.found()
    assert len(asked.lines()) == 8


def test_search_looks_in_all_days_with_the_focus_in_the_field(asked: Asked) -> None:
    asked.page.start_search()
    assert asked.rows[-1] == HistorySearch()
    # A window without a window manager need not be active, so its own word for it counts.
    assert asked.page.focusWidget() in (asked.page.search, asked.page.search.focusProxy())


def test_the_search_can_be_cleared(asked: Asked) -> None:
    asked.qtbot.keyClicks(asked.page.search, "zz")
    press(asked.qtbot, asked.page, "Clear the search")
    assert asked.page.search.text() == ""
    asked.qtbot.waitUntil(lambda: asked.rows[-1].text == "")


def test_filters_are_part_of_what_is_asked(asked: Asked) -> None:
    asked.found()
    asked.pick("Outcome: All outcomes", "Choose Collected")
    asked.pick("Payment: Any payment", "Choose Paid here")
    asked.pick("Vendor: All vendors", "Choose LOKE")
    today = Period.TODAY.span(SHOP, NOW)
    collected, received = {OrderState.COLLECTED}, {PaymentState.RECEIVED}
    assert asked.rows[1:] == [
        HistorySearch("", *today, states=frozenset(collected)),
        HistorySearch("", *today, states=frozenset(collected), payments=frozenset(received)),
        HistorySearch("", *today, "loke", frozenset(collected), frozenset(received)),
    ]
    asked.found(asked.rows[1])
    assert len(asked.lines()) == 8
    asked.found(found=HistoryFound(history_rows()[:1], 1))
    assert asked.numbers() == ["A-39"]


def test_another_period_asks_anew(asked: Asked) -> None:
    asked.pick("Days: Today", "Choose All days")
    assert asked.rows[-1] == HistorySearch()


def test_a_list_of_choices_closes_on_a_tap_elsewhere_which_does_nothing(asked: Asked) -> None:
    asked.found()
    press(asked.qtbot, asked.page, "Days: Today")
    asked.choose(0)
    assert visible(asked.page, ChoiceList) == []
    assert asked.orders == []
    asked.choose(0)
    assert asked.orders == ["order-39"]


def test_no_choice_is_named_like_a_move(asked: Asked) -> None:
    press(asked.qtbot, asked.page, "Outcome: All outcomes")
    names = set(buttons(asked.page))
    assert not names & {"Collected", "Left", "Ready", "Rejected"}


def test_nothing_found_says_so_and_offers_all_days(asked: Asked) -> None:
    asked.page.search.setText("szabó")
    asked.page.on_ask()
    asked.found(found=HistoryFound())
    assert "Nothing found for “szabó”" in texts(asked.page)
    press(asked.qtbot, asked.page, "Search all days")
    assert asked.rows[-1] == HistorySearch("szabó")


def test_a_line_opens_its_order_with_all_that_happened(asked: Asked) -> None:
    asked.found()
    asked.choose(1)
    assert asked.orders == ["order-33"]
    order = a_snapshot(ENDED, slip=a_slip_standing(), now=at(40))
    asked.page.order_shown(OrderShown(order, a_story()))
    words = texts(asked.page.detail)
    assert read_name(asked.page.detail) == "Order A-33"
    assert "Cheers sent the order" in words
    assert "Payment received 6,270 Ft, cash" in words
    times = [word for word in words if word.count(":") == 2]
    assert times == sorted(times)


def test_what_has_just_happened_is_in_sight(asked: Asked) -> None:
    asked.found()
    asked.choose(1)
    order, story = a_snapshot(ENDED, slip=a_slip_standing(), now=at(40)), a_story()
    asked.window.resize(1280, 480)
    asked.page.resize(1280, 480)
    asked.page.order_shown(OrderShown(order, story))
    (area,) = [
        area
        for area in visible(asked.page.detail, QScrollArea)
        if read_name(area) == "What happened"
    ]
    bar = area.verticalScrollBar()
    asked.qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert bar.value() == 0
    back = Event("order-33", at(41), EventKind.MOVED, {"move": "BRING_BACK", "state": "READY"})
    asked.page.order_shown(OrderShown(order, (*story, back)))
    asked.qtbot.waitUntil(lambda: 0 < bar.value() == bar.maximum())


def test_what_is_still_possible_is_offered_and_sent(asked: Asked) -> None:
    asked.found()
    asked.choose(1)
    order = a_snapshot(ENDED, slip=a_slip_standing(), now=at(40))
    asked.page.order_shown(OrderShown(order, ()))
    assert set(buttons(asked.page.detail)) == {"Bring back", "Print again"}
    first = "Here only; Cheers is not told"
    assert asked.page.detail.note.text() == f"Bring back: {first}"
    assert buttons(asked.page.detail)["Bring back"].accessibleDescription() == first
    press(asked.qtbot, asked.page.detail, "Print again")
    press(asked.qtbot, asked.page.detail, "Bring back")
    assert asked.sent == [PrintAgain("order-33"), BringBack("order-33")]


def test_an_order_on_the_board_can_be_opened_there(asked: Asked) -> None:
    asked.found()
    asked.choose(1)
    asked.page.order_shown(OrderShown(a_snapshot(simple(33, 4)), ()))
    press(asked.qtbot, asked.page.detail, "Open on the board")
    assert asked.board == ["order-33"]


def test_an_order_that_was_not_chosen_is_not_shown(asked: Asked) -> None:
    asked.found()
    asked.choose(1)
    asked.page.order_shown(OrderShown(a_snapshot(simple(99, 4)), ()))
    assert "No order chosen" in texts(asked.page.detail)


def test_a_change_of_the_chosen_order_is_read_anew(asked: Asked) -> None:
    asked.found()
    asked.choose(1)
    asked.page.orders_changed((a_snapshot(ENDED),))
    assert asked.orders == ["order-33", "order-33"]


def test_the_keyboard_chooses_a_line(asked: Asked) -> None:
    asked.found()
    asked.page.found.list.setCurrentIndex(asked.page.found.list.model().index(2, 0))
    asked.qtbot.keyClick(asked.page.found.list, Qt.Key.Key_Return)
    assert asked.orders == ["order-28"]


def test_a_narrow_page_shows_list_or_order(asked: Asked) -> None:
    asked.page.resize(800, 1000)
    asked.found()
    assert not asked.page.detail.isVisible()
    asked.choose(0)
    assert not asked.page.found.list.isVisible()
    press(asked.qtbot, asked.page, "Back to the list")
    assert asked.page.found.list.isVisible()


def test_hostile_names_stay_text(asked: Asked) -> None:
    rows = tuple(replace(row, who="<b>x</b>\n\u202e" + "y" * 5000) for row in history_rows())
    asked.found(found=HistoryFound(rows, len(rows)))
    assert "<b>x</b>" in asked.lines()[0]
    assert asked.page.width() == 1280


def many(count: int) -> HistoryFound:
    """Give so many rows of 5,321 found."""
    row = history_rows()[0]
    return HistoryFound(tuple(replace(row, order_id=f"order-{n}") for n in range(count)), 5321)


def test_a_full_answer_says_of_how_many_it_is(asked: Asked) -> None:
    asked.found(found=many(200))
    assert {
        "The newest 200 of 5321 are shown. Scroll down for more.",
        "5321 orders",
    } <= set(texts(asked.page))


def test_the_end_of_the_list_brings_older_ones_and_stays_where_it_is(asked: Asked) -> None:
    asked.found(found=many(200))
    bar = asked.page.found.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert asked.rows[1:] == [replace(asked.rows[0], most=400)]
    place = bar.value()
    asked.found(found=many(400))
    assert len(asked.lines()) == 400
    asked.qtbot.waitUntil(lambda: bar.maximum() > place)
    assert bar.value() == place
    asked.page.on_ask()  # something has changed meanwhile
    assert asked.rows[-1].most == 400
    asked.pick("Outcome: All outcomes", "Choose Left")
    assert asked.rows[-1].most == 200


def test_no_more_than_a_thousand_are_scrolled_through(asked: Asked) -> None:
    bar = asked.page.found.list.verticalScrollBar()
    for count in range(200, 1001, 200):
        assert asked.rows[-1].most == count
        asked.found(found=many(count))
        asked.qtbot.waitUntil(lambda: bar.value() < bar.maximum())
        bar.setValue(bar.maximum())
    assert len(asked.rows) == 5
    assert "The newest 1000 of 5321 are shown. Search to find older ones." in texts(asked.page)


def open_calendar(asked: Asked) -> DaySheet:
    """Open the calendar of the page."""
    asked.pick("Days: Today", "Choose A day…")
    (sheet,) = visible(asked.page, DaySheet)
    return sheet


def test_any_day_is_chosen_in_a_calendar(asked: Asked) -> None:
    sheet = open_calendar(asked)
    assert "November 2026" in texts(sheet)
    press(asked.qtbot, sheet, "Month before")
    press(asked.qtbot, sheet, "Saturday, October 24, 2026")
    assert asked.rows[-1] == HistorySearch("", *day_span(date(2026, 10, 24), SHOP))
    assert "Days: Sat 24 Oct" in buttons(asked.page)
    asked.found(found=HistoryFound())
    assert "Looked in: Sat 24 Oct." in texts(asked.page)


def test_no_day_to_come_can_be_chosen(asked: Asked) -> None:
    sheet = open_calendar(asked)
    days = buttons(sheet)
    assert not days["Month after"].isEnabled()
    assert days["Friday, November 20, 2026"].isEnabled()
    assert not days["Saturday, November 21, 2026"].isEnabled()


def test_the_calendar_closes_on_a_tap_elsewhere(asked: Asked) -> None:
    asked.found()
    open_calendar(asked)
    asked.qtbot.mouseClick(asked.page.found.list.viewport(), Qt.MouseButton.LeftButton)
    assert visible(asked.page, DaySheet) == []
    assert len(asked.rows) == 1


def test_yesterday_is_one_tap_in_the_list(asked: Asked) -> None:
    asked.pick("Days: Today", "Choose Yesterday")
    assert asked.rows[-1] == HistorySearch("", *day_span(date(2026, 11, 19), SHOP))


@pytest.mark.parametrize("wide", [1024, 900, 1280, 1920])
def test_filters_never_lie_over_each_other(asked: Asked, wide: int) -> None:
    asked.page.resize(wide, 600)
    asked.page.show_to_settle(12)
    row = asked.page.period.parentWidget()
    found = visible(row, ActionButton)
    assert len(found) == 4

    def fits() -> bool:
        places = [button.geometry() for button in found]
        apart = not any(one.intersects(two) for one, two in combinations(places, 2))
        whole = all(button.width() >= button.sizeHint().width() for button in found)
        return apart and whole and all(row.rect().contains(place) for place in places)

    asked.qtbot.waitUntil(fits)


def test_an_ended_orders_customer_can_be_erased(asked: Asked) -> None:
    wanted: list[object] = []
    asked.page.erase_wanted.connect(wanted.append)
    asked.found()
    asked.choose(1)
    nobody = a_snapshot(replace(ENDED, customer=Customer()), now=at(40))
    asked.page.order_shown(OrderShown(nobody, ()))
    assert "Erase this customer's data" not in buttons(asked.page.detail)
    known = replace(ENDED, customer=Customer(name="Szabó Kinga"))
    order = a_snapshot(known, slip=a_slip_standing(), now=at(40))
    asked.page.order_shown(OrderShown(order, ()))
    press(asked.qtbot, asked.page.detail, "Erase this customer's data")
    assert wanted == [order]
