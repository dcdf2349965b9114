"""Loyalty cards on the screen: scanned, waiting, typed, changed, and never shown whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from app.domain.points import Points, PointsState
from app.domain.scan import Intent
from app.domain.scan_news import CardWaits, ScanAnswered, ScanVerdict
from app.ui.dialogs import LoyaltyCardDialog
from app.ui.wording.points import points_line, points_mark
from app.usecases.handle_scan import HandleScan
from app.usecases.scan_card import (
    AskForCard,
    DropWaitingCard,
    ShowOnScreen,
    TieWaitingCard,
)
from app.usecases.tie_card import LeavePoints, TieCard, TryPointsAgain, UntieCard
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, simple, the_day
from tests.ui.reading import buttons, press, read_name, visible
from tests.ui.snapshots import a_snapshot, the_points

CARD = "7a49cvbg2740mnr3"


def with_points(shown: Shown, points: Points, order_id: str = "order-38") -> None:
    known = shown.work.board.order(order_id)
    assert known is not None
    shown.orders(replace(known, points=points))


def opened(show: Show, points: Points) -> Shown:
    shown = show()
    shown.orders(*the_day())
    with_points(shown, points)
    shown.tap("A-38", "Preparing")
    return shown


def texts(shown: Shown) -> str:
    return " | ".join(read_name(each) for each in visible(shown.window, QLabel))


def test_the_core_knows_which_order_is_open(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-42", "New")
    shown.tap("A-38", "Preparing")
    shown.work.ways.on_escape()
    assert shown.till.of(ShowOnScreen) == [
        ShowOnScreen("order-42"),
        ShowOnScreen("order-38"),
        ShowOnScreen(""),
    ]


def test_a_card_read_says_where_it_goes_and_can_be_taken_back(show: Show) -> None:
    shown = opened(show, the_points(PointsState.NOT_YET))
    order = shown.work.board.order("order-38")
    shown.say(ScanAnswered(ScanVerdict.CARD_TIED, Intent.CARD, "", order))
    whole = shown.work.scans.whole
    assert read_name(whole).startswith("Card read: goes to A-38")
    press(shown.qtbot, whole, "Not for A-38")
    assert shown.till.of(UntieCard) == [UntieCard("order-38")]


def test_what_may_be_a_key_waits_for_a_person(show: Show) -> None:
    shown = show()
    key = "0" * 32
    shown.say(ScanAnswered(ScanVerdict.ASK_FIRST, Intent.ONE_TIME_KEY, key, others=(Intent.CARD,)))
    whole = shown.work.scans.whole
    assert set(buttons(whole)) == {"Leave it", "It is a loyalty card"}
    assert key not in read_name(whole)
    press(shown.qtbot, whole, "It is a loyalty card")
    assert shown.till.of(HandleScan) == [HandleScan(key, again=True, chosen=Intent.CARD)]


def test_what_may_be_a_key_is_left(show: Show) -> None:
    shown = show()
    answer = ScanAnswered(ScanVerdict.ASK_FIRST, Intent.ONE_TIME_KEY, "0" * 32)
    shown.say(answer)
    press(shown.qtbot, shown.work.scans.whole, "Leave it")
    assert shown.till.of(HandleScan) == []


def test_a_barcode_offers_to_be_a_card(show: Show) -> None:
    shown = show()
    shown.say(
        ScanAnswered(ScanVerdict.UNKNOWN, Intent.PRODUCT, "5901234123457", others=(Intent.CARD,))
    )
    assert "It is a loyalty card" in buttons(shown.work.scans.whole)


def test_a_waiting_card_asks_for_the_order_that_is_opened(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    until = NOW + timedelta(seconds=90)
    shown.say(CardWaits(until, "nr3"))
    row = shown.work.stage.card
    assert row.isVisible()
    assert read_name(row) == "Loyalty card •••nr3 waits. Open its order."
    assert row.left.text() == "90 s"
    shown.tap("A-38", "Preparing")
    shown.say(CardWaits(until, "nr3", "order-38", "A-38"))
    shown.press("For A-38")
    assert shown.till.of(TieWaitingCard) == [TieWaitingCard("order-38")]
    shown.press("Forget card")
    assert shown.till.of(DropWaitingCard) == [DropWaitingCard()]
    shown.say(CardWaits())
    assert not row.isVisible()


def test_a_waiting_card_goes_when_its_time_is_over(show: Show) -> None:
    shown = show()
    shown.say(CardWaits(NOW + timedelta(seconds=1), "nr3"))
    shown.clock[0] = NOW + timedelta(seconds=2)
    shown.work.stage.card.on_tick()
    assert not shown.work.stage.card.isVisible()


def test_a_waiting_card_is_asked_about_also_where_the_order_is_a_page(show: Show) -> None:
    shown = show(size=(800, 1280))
    shown.orders(a_snapshot(simple(1, 5)))
    shown.work.opened.open("order-1")
    shown.say(CardWaits(NOW + timedelta(seconds=60), "nr3", "order-1", "A-1"))
    row, panel = shown.work.stage.card, shown.work.panel
    assert row.geometry().bottom() < panel.geometry().top() + 1
    assert panel.geometry().bottom() > panel.geometry().top()
    shown.say(CardWaits())
    assert panel.geometry().top() <= row.geometry().top()


def test_the_menu_leads_to_typing_a_card(show: Show) -> None:
    shown = opened(show, the_points())
    menu = shown.work.panel.foot.menu
    shown.press("More")
    shown.qtbot.waitUntil(menu.card.is_settled)
    press(shown.qtbot, menu, "Loyalty card")
    assert shown.title() == "Loyalty card for A-38"
    assert shown.till.of(AskForCard) == [AskForCard("order-38")]
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, LoyaltyCardDialog)
    assert dialog.action.is_locked
    shown.qtbot.keyClicks(dialog.findChild(QLineEdit), CARD)
    shown.press_dialog("Use this card")
    assert shown.till.of(TieCard) == [TieCard("order-38", CARD)]
    assert shown.till.of(AskForCard)[-1] == AskForCard("")
    assert shown.title() == ""


def test_a_card_scanned_meanwhile_closes_the_dialog(show: Show) -> None:
    shown = opened(show, the_points())
    shown.work.panel.foot.menu.card_pressed.emit()
    with_points(shown, the_points(PointsState.NOT_YET))
    assert shown.title() == ""
    assert shown.till.of(AskForCard)[-1] == AskForCard("")


def test_the_dialog_locks_when_no_card_can_be_put_to_the_order(show: Show) -> None:
    shown = opened(show, the_points())
    shown.work.panel.foot.menu.card_pressed.emit()
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, LoyaltyCardDialog)
    dialog.field.setText(CARD)
    with_points(shown, the_points(PointsState.NOTHING, can_tie=False))
    assert dialog.action.is_locked


def test_without_a_programme_nothing_speaks_of_cards(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.tap("A-38", "Preparing")
    shown.press("More")
    assert "Loyalty card" not in buttons(shown.work.panel.foot.menu)
    assert not shown.work.panel.facts.points.isVisible()


@pytest.mark.parametrize(
    ("state", "line", "offered"),
    [
        (PointsState.NOT_YET, "points not booked yet", {"Another card", "Remove card"}),
        (PointsState.FOR_PAYMENT, "points once it is paid", {"Another card", "Remove card"}),
        (PointsState.BOOKED, "points booked", set()),
        (PointsState.TAKEN_BACK, "points taken back", set()),
        (PointsState.NOTHING, "no points for this order", set()),
        (PointsState.NOT_BOOKED, "points not booked", {"Try again", "Another card", "Leave it so"}),
        (PointsState.NOT_CONFIRMED, "points not confirmed", {"Try again", "Leave it so"}),
        (PointsState.PERHAPS, "points perhaps booked", {"Try again", "Leave it so"}),
    ],
)
def test_the_panel_says_how_the_points_stand_and_what_can_be_done(
    show: Show, state: PointsState, line: str, offered: set[str]
) -> None:
    shown = opened(show, the_points(state))
    row = shown.work.panel.facts.points
    assert row.text.text().startswith(f"Loyalty card •••nr3 · {line}")
    assert set(buttons(row)) == offered
    assert CARD not in texts(shown)


def test_what_staff_press_about_the_points_reaches_the_core(show: Show) -> None:
    shown = opened(show, the_points(PointsState.NOT_BOOKED))
    shown.press("Try again")
    shown.press("Leave it so")
    with_points(shown, the_points(PointsState.NOT_YET))
    shown.press("Remove card")
    assert shown.till.of(TryPointsAgain) == [TryPointsAgain("order-38")]
    assert shown.till.of(LeavePoints) == [LeavePoints("order-38")]
    assert shown.till.of(UntieCard) == [UntieCard("order-38")]


def test_the_boards_card_says_so_only_when_a_person_is_needed(show: Show) -> None:
    shown = opened(show, the_points(PointsState.NOT_YET))
    assert "points" not in shown.cards("Preparing")[0]
    with_points(shown, the_points(PointsState.NOT_BOOKED))
    assert "points not booked" in shown.cards("Preparing")[0]
    with_points(shown, the_points(PointsState.NOT_BOOKED, seen=True))
    assert "points" not in shown.cards("Preparing")[0]


@pytest.mark.parametrize("state", PointsState)
def test_every_standing_has_words(state: PointsState) -> None:
    points = the_points(state)
    if state is not PointsState.NO_CARD:
        assert points_line(points)
    assert bool(points_mark(points)) is state.needs_person


@pytest.mark.parametrize(
    "verdict", [verdict for verdict in ScanVerdict if verdict.value.startswith("card_")]
)
def test_every_answer_to_a_card_has_words(show: Show, verdict: ScanVerdict) -> None:
    shown = opened(show, the_points(PointsState.BOOKED))
    order = shown.work.board.order("order-38")
    alone = verdict is ScanVerdict.CARD_WAITS
    shown.say(ScanAnswered(verdict, Intent.CARD, "", None if alone else order))
    assert len(read_name(shown.work.scans.whole)) > 10
