"""The totals on the board, and the list that collects what lies ready for long."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.push import PushKind, PushState
from app.domain.states import OrderState
from app.ui.dialogs.collect_older import CollectOlderDialog
from app.ui.wording.figures import TIMES
from app.usecases.collect_orders import CollectOrders, UndoCollected
from tests.builders import a_basket, a_delivery, a_push
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, SETTINGS, lines, simple
from tests.ui.reading import texts
from tests.ui.screens_board import lying_ready
from tests.ui.snapshots import a_snapshot

BEER = lines((14, "Beer", 900))
TITLE = "Collect all older than …"


def preparing(number: int = 1) -> object:
    return a_snapshot(simple(number, 2, state=OrderState.PREPARING, basket=BEER))


def totals(shown: Shown) -> str:
    return "\n".join(texts(shown.work.board.totals.list))


def test_the_totals_are_shown_by_their_button_and_follow_the_orders(show: Show) -> None:
    shown = show()
    shown.orders(preparing())
    assert not shown.work.board.totals.isVisible()
    shown.press("Totals", shown.work.board)
    assert totals(shown) == f"14{TIMES} Beer"
    shown.orders(preparing(2))
    shown.qtbot.waitUntil(lambda: totals(shown) == f"28{TIMES} Beer")
    shown.press("Close the totals", shown.work.board)
    assert not shown.work.board.totals.isVisible()
    assert shown.numbers("Preparing") == ["A-1", "A-2"]


def test_hidden_totals_are_not_summed(show: Show) -> None:
    shown = show()
    asked = []
    shown.work.board.totals._orders = lambda: asked.append(1) or ()
    shown.orders(preparing())
    assert not shown.work.board.totals._refresh.isActive()
    assert not asked


def test_new_orders_are_counted_by_the_switch(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 2, basket=BEER)))
    shown.press("Totals", shown.work.board)
    board = shown.work.board
    assert (totals(shown), board.totals.empty.isVisible()) == ("", True)
    shown.qtbot.mouseClick(board.totals.with_new, Qt.MouseButton.LeftButton)
    assert (totals(shown), board.totals.empty.isVisible()) == (f"14{TIMES} Beer", False)


def test_the_totals_stand_beside_the_columns_where_there_is_room(show: Show) -> None:
    shown = show()
    board = shown.work.board
    shown.press("Totals", board)
    preparing_column = board.columns[OrderState.PREPARING]
    assert board.totals.geometry() == preparing_column.geometry()
    shown.resize(1920, 1080)
    assert board.totals.x() > board.columns[OrderState.READY].x()
    assert board.totals.geometry().right() == board.rect().right()


def test_the_totals_stay_when_the_screen_is_made_anew(show: Show) -> None:
    shown = show()
    shown.press("Totals", shown.work.board)
    shown.work.board.totals.with_new.setChecked(True)
    shown.renew(replace(SETTINGS, till_name="Back counter"))
    assert shown.work.board.totals.isVisibleTo(shown.work.board)
    assert shown.work.board.totals.with_new.isChecked()


# ------------------------------------------------------------------------------------- collecting


def listed(shown: Shown) -> CollectOlderDialog:
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, CollectOlderDialog)
    return dialog


def names(shown: Shown) -> list[str]:
    """The numbers in the whole list, those that are ticked with an asterisk."""
    shown.qtbot.waitUntil(lambda: listed(shown).is_whole)
    rows = [row for row in listed(shown).rows.values() if row.isVisibleTo(listed(shown))]
    numbers = [row.order_id.replace("order", "A") + "*" * row.is_ticked for row in rows]
    assert [listed(shown)._list.indexOf(row) for row in rows] == sorted(
        listed(shown)._list.indexOf(row) for row in rows
    )
    return numbers


def open_list(show: Show) -> Shown:
    shown = show()
    shown.orders(*lying_ready())
    shown.press(TITLE, shown.work.board)
    assert shown.title() == TITLE
    shown.qtbot.waitUntil(lambda: listed(shown).is_whole)
    return shown


def test_a_long_list_is_made_little_by_little_and_collected_whole(show: Show) -> None:
    shown = show()
    (one, *_others) = lying_ready()
    orders = [
        replace(one, order=replace(one.order, id=f"order-{number}")) for number in range(300, 420)
    ]
    shown.orders(*orders)
    shown.press(TITLE, shown.work.board)
    dialog = listed(shown)
    assert not dialog.is_whole
    assert not dialog.collect.isEnabled()
    shown.qtbot.waitUntil(lambda: dialog.is_whole)
    assert dialog.collect.isEnabled()
    assert names(shown) == [f"A-{number}*" for number in range(300, 420)]


def test_the_list_has_what_is_old_enough_the_oldest_first(show: Show) -> None:
    shown = open_list(show)
    assert names(shown) == ["A-76*", "A-75*", "A-74*", "A-73*", "A-79", "A-72*", "A-71*"]
    shown.press_dialog_choice("4 h")
    assert names(shown) == ["A-76*", "A-75*"]
    shown.press_dialog_choice("30 min")
    assert names(shown)[-1] == "A-70*"


def test_one_with_money_due_is_locked_and_says_why(show: Show) -> None:
    row = listed(open_list(show)).rows["order-79"]
    assert (row.tick.isVisible(), row.lock.isVisible()) == (False, True)
    assert row.why.text() == "5,160\u00a0Ft is to be paid first"


def test_what_is_ticked_is_collected_by_one_press(show: Show) -> None:
    shown = open_list(show)
    shown.press_dialog_choice("2 h")
    shown.qtbot.mouseClick(listed(shown).rows["order-75"].tick, Qt.MouseButton.LeftButton)
    shown.press_dialog("Collect 3 orders")
    assert shown.till.of(CollectOrders) == [CollectOrders(("order-76", "order-74", "order-73"))]
    assert shown.title() == ""


def test_what_changes_meanwhile_changes_in_the_list(show: Show) -> None:
    shown = open_list(show)
    shown.qtbot.mouseClick(listed(shown).rows["order-75"].tick, Qt.MouseButton.LeftButton)
    shown.orders(
        a_snapshot(simple(76, 400, state=OrderState.COLLECTED, ended_at=NOW)),
        a_snapshot(simple(75, 250, state=OrderState.READY, desk="Table 9")),
        a_snapshot(simple(60, 300, state=OrderState.READY)),
    )
    assert names(shown)[:3] == ["A-60", "A-75", "A-74*"]


def test_what_is_on_its_way_is_listed_and_not_ticked(show: Show) -> None:
    shown = show()
    left = a_push("order-9", kind=PushKind.ON_THE_WAY, state=PushState.DONE)
    delivered = a_basket(delivery=a_delivery())
    order = simple(9, 90, state=OrderState.READY, basket=delivered)
    shown.orders(a_snapshot(order, pushes=(left,), on_the_way_at=left.created_at))
    shown.press(TITLE, shown.work.board)
    shown.press_dialog_choice("All")
    assert names(shown) == ["A-9"]
    assert listed(shown).rows["order-9"].why.text() == "On the way"
    assert not listed(shown).collect.isEnabled()


def test_nothing_so_old_is_said(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 10, state=OrderState.READY)))
    shown.press(TITLE, shown.work.board)
    assert listed(shown).nothing.text() == "No ready order has waited 30 min or longer."
    assert not listed(shown).collect.isEnabled()


def test_older_orders_that_were_unfolded_can_be_collected_from_there(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 900, state=OrderState.READY, quiet=True)))
    column = shown.work.board.columns[OrderState.READY]
    assert column.collect.isHidden()
    shown.press("Older 1", column)
    shown.press("Collect older …", column)
    assert names(shown) == ["A-1*"]


def test_one_undo_in_the_strip_is_for_all_of_them(show: Show) -> None:
    shown = show()
    orders = lying_ready()[:2]
    shown.orders(*orders)
    data = {"orders": "order-70 order-71", "count": "2", "missed": "1", "told": "yes", "undo": "5"}
    shown.say(Noticed(Notice(NoticeCode.COLLECTED_TOGETHER, Tone.OK, data=data), NOW))
    strip = shown.work.stage.strip
    told = "2 orders collected. The vendor is told in 5 s. 1 has changed meanwhile: look at it."
    assert strip.label.text() == told
    shown.qtbot.mouseClick(strip.undo_button, Qt.MouseButton.LeftButton)
    assert shown.till.of(UndoCollected) == [UndoCollected(("order-70", "order-71"))]


def test_undo_goes_once_none_of_them_has_any_left(show: Show) -> None:
    shown = show()
    data = {"orders": "order-70 order-71", "count": "2", "missed": "0", "told": "yes", "undo": "60"}
    shown.say(Noticed(Notice(NoticeCode.COLLECTED_TOGETHER, Tone.OK, data=data), NOW))
    first, second = lying_ready()[:2]
    shown.orders(first)
    assert shown.work.stage.strip.undo_button.isVisible()
    shown.orders(second)
    assert not shown.work.stage.strip.undo_button.isVisible()
