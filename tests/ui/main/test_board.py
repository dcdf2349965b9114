"""News from the core put the right cards into the right places."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from app.domain.push import PushKind, PushState
from app.domain.states import JobState, OrderState
from app.ui.wording.figures import clock
from app.usecases.desk import Shop
from tests.builders import a_basket, a_customer, a_delivery, a_push, at
from tests.ui.main.conftest import Show
from tests.ui.main.day import NOW, simple, the_day
from tests.ui.reading import texts
from tests.ui.snapshots import a_slip_standing, a_snapshot

HOSTILE = "<b>Bold</b> \x1b@ {seconds} %n \u202eevil\u202c 🍺" + "x" * 3000


def test_an_empty_board_has_three_empty_lists(show: Show) -> None:
    shown = show()
    for name in ("New", "Preparing", "Ready"):
        assert shown.cards(name) == []


def test_orders_stand_in_their_columns_oldest_first(show: Show) -> None:
    shown = show()
    shown.orders(*reversed(the_day()))
    assert shown.numbers("New") == ["A-17", "A-42", "A-44", "A-45"]
    assert shown.numbers("Preparing") == ["A-38", "A-40", "A-41", "A-43", "A-39"]
    assert shown.numbers("Ready") == ["A-33", "A-37", "A-36"]


def test_cards_are_named_from_the_number_to_the_marks(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    name = shown.cards("New")[1]
    assert name.startswith("A-42, Cheers, Counter 1, 4 items, 5,060 Ft, to pay 5,060 Ft")


def test_an_order_moves_to_the_next_column(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 5)))
    shown.orders(a_snapshot(simple(1, 1, state=OrderState.PREPARING)))
    assert (shown.numbers("New"), shown.numbers("Preparing")) == ([], ["A-1"])


def test_an_order_handed_over_leaves_the_board(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 5, state=OrderState.READY)))
    shown.orders(a_snapshot(simple(1, 5, state=OrderState.COLLECTED, held_in=None)))
    assert shown.numbers("Ready") == []


def test_what_the_customer_cancelled_stays_where_it_stood(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    assert "A-40" in shown.numbers("Preparing")
    assert "cancelled by the customer" in shown.cards("Preparing")[1]


def test_one_change_touches_one_row(show: Show) -> None:
    shown = show()
    shown.orders(*(a_snapshot(simple(number, 30 - number)) for number in range(1, 21)))
    model = shown.list("New").model()
    changed, inserted = QSignalSpy(model.dataChanged), QSignalSpy(model.rowsInserted)
    reset, removed = QSignalSpy(model.modelReset), QSignalSpy(model.rowsRemoved)
    order = simple(7, 23, desk="Table 9")
    shown.orders(a_snapshot(order))
    assert (changed.count(), inserted.count(), removed.count(), reset.count()) == (1, 0, 0, 0)
    assert changed.at(0)[0].row() == 6
    assert "Table 9" in shown.cards("New")[6]


def test_quiet_orders_are_folded_away_and_unfold_at_a_tap(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    column = shown.work.board.columns[OrderState.PREPARING]
    assert "A-11" not in shown.numbers("Preparing")
    shown.press("Older 2", column)
    assert shown.numbers("Preparing")[-2:] == ["A-11", "A-12"]
    shown.press("Fold away · Older 2", column)
    assert "A-11" not in shown.numbers("Preparing")


def test_a_quiet_order_that_somebody_else_ended_is_in_sight(show: Show) -> None:
    shown = show()
    cancelled = the_day()[5].order
    shown.orders(a_snapshot(replace(cancelled, quiet=True)))
    assert shown.numbers("Preparing") == ["A-40"]


def test_an_order_for_later_rests_until_its_time(show: Show) -> None:
    shown = show()
    order = simple(29, 2, wanted_at=at(90), desk="Table 1")
    shown.orders(a_snapshot(order))
    assert shown.numbers("New") == ["A-29"]
    assert shown.work.board.unanswered == 1
    accepted = replace(order, state=OrderState.PREPARING, accepted_at=at(3), accepted_here=True)
    shown.orders(a_snapshot(replace(accepted, in_later=True)))
    column = shown.work.board.columns[OrderState.PREPARING]
    assert (shown.numbers("Preparing"), shown.work.board.unanswered) == ([], 0)
    assert "Later 1 · next 13:30" in _words(column)
    shown.press("Later 1 · next 13:30", column)
    assert shown.numbers("Preparing") == ["A-29"]
    shown.press("Fold away · Later 1", column)
    shown.orders(a_snapshot(accepted))
    assert shown.numbers("Preparing") == ["A-29"]
    assert column.fold.isHidden()


def test_what_asks_for_somebody_does_not_rest_in_later(show: Show) -> None:
    shown = show()
    order = simple(29, 2, wanted_at=at(90), state=OrderState.PREPARING, in_later=True)
    shown.orders(a_snapshot(order, slip=a_slip_standing(JobState.UNSURE)))
    assert shown.numbers("Preparing") == ["A-29"]


def test_what_came_forward_stands_behind_what_has_waited_longer(show: Show) -> None:
    shown = show()
    working = {"state": OrderState.PREPARING, "accepted_here": True}
    early = simple(29, 2, wanted_at=at(90), accepted_at=at(-60), **working)
    waiting = simple(30, 2, accepted_at=at(60), **working)
    last = simple(31, 2, accepted_at=at(75), **working)
    shown.orders(*(a_snapshot(order) for order in (early, waiting, last)))
    assert shown.numbers("Preparing") == ["A-30", "A-29", "A-31"]


def test_what_is_on_its_way_is_folded_away_unless_something_is_amiss(show: Show) -> None:
    shown = show()
    basket = a_basket(delivery=a_delivery())
    for number, left in ((1, 20), (2, 5)):
        order = simple(number, 30, state=OrderState.READY, basket=basket)
        shown.orders(a_snapshot(order, on_the_way_at=NOW - timedelta(minutes=left)))
    here = simple(3, 30, state=OrderState.READY, basket=basket)
    refused = a_push(kind=PushKind.COLLECTED, state=PushState.REFUSED)
    amiss = simple(4, 30, state=OrderState.READY, basket=basket)
    shown.orders(a_snapshot(here), a_snapshot(amiss, pushes=(refused,), on_the_way_at=NOW))
    column = shown.work.board.columns[OrderState.READY]
    assert shown.numbers("Ready") == ["A-3", "A-4"]
    first = clock(NOW - timedelta(minutes=20), Shop())
    assert any(text.startswith("On the way 2") for text in _words(column))
    assert any(f"first left {first}" in text for text in _words(column))
    shown.work.board._unfolded.add(OrderState.READY)
    shown.orders(a_snapshot(here))
    assert shown.numbers("Ready") == ["A-3", "A-4", "A-1", "A-2"]


def test_the_count_says_how_many_wait_for_an_answer(show: Show) -> None:
    shown = show()
    counts = QSignalSpy(shown.work.board.counted)
    shown.orders(*the_day())
    assert shown.work.board.unanswered == 3  # A-17 has been answered and waits for Cheers
    assert counts.count() == 1


def test_nothing_slides_under_a_finger(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 9)), a_snapshot(simple(2, 8)))
    view = shown.list("New")
    middle = view.visualRect(view.model().index(1, 0)).center()
    shown.qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    shown.orders(a_snapshot(simple(1, 9, state=OrderState.COLLECTED, held_in=None)))
    assert shown.numbers("New") == ["A-1", "A-2"]
    shown.qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown.numbers("New") == ["A-2"]
    assert shown.has_group("Order A-2")
    card = shown.work.board.columns[OrderState.NEW].cards[0]
    assert card.opened


def test_hostile_text_stays_text_and_moves_nothing(show: Show) -> None:
    shown = show()
    before = shown.window.size()
    order = simple(1, 5, desk=HOSTILE[:200], customer=a_customer(name=HOSTILE, comment=HOSTILE))
    shown.orders(a_snapshot(order))
    shown.tap("A-1", "New")
    assert shown.window.size() == before
    assert shown.has_group("Order A-1")
    assert any("<b>Bold</b>" in text for text in texts(shown.group("Order A-1")))


def test_ages_are_counted_by_the_given_time(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 6)))
    assert shown.cards("New")[0].endswith("waiting 6 min")
    assert shown.clock[0] == NOW


def _words(root: object) -> list[str]:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    assert isinstance(root, QWidget)
    return [button.accessibleName() for button in root.findChildren(QAbstractButton)]
