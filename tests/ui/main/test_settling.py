"""What is to be settled outside the till stays in sight: on the board, in History, in its list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.news import OrderShown
from app.domain.order import PaymentMethod, ReturnReason
from app.ui.dialogs.to_settle import ToSettleDialog
from app.ui.history.page import HistoryPage
from app.usecases.return_money import ReturnMoney
from app.usecases.settling import TickSettled
from tests.builders import at, huf
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import a_story
from tests.ui.reading import buttons, press, texts
from tests.ui.snapshots import a_snapshot, brought_back, to_settle

LEFT, RETURNED = to_settle()
ROW = "3 to settle · A-37, A-42"


def the_list(shown: Shown) -> ToSettleDialog:
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, ToSettleDialog)
    return dialog


def history(shown: Shown) -> HistoryPage:
    shown.press("History")
    page = shown.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    return page


def test_a_row_below_the_orders_to_hand_over_says_how_much_and_opens_the_list(show: Show) -> None:
    shown = show()
    assert not any("settle" in name for name in buttons(shown.work.stage))
    shown.orders(LEFT, RETURNED)
    shown.press(ROW)
    assert shown.title() == "To settle"
    assert len(the_list(shown).rows) == 3


def test_a_tick_is_sent_and_what_stays_open_is_counted_anew(show: Show) -> None:
    shown = show()
    shown.orders(LEFT, RETURNED)
    shown.press(ROW)
    entry = RETURNED.order.settling[0]
    row = the_list(shown).rows["order-37", entry.kind, entry.since]
    shown.qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton)
    assert shown.till.of(TickSettled) == [TickSettled("order-37", entry.kind, entry.since, True)]
    done = replace(RETURNED.order, settling=(replace(entry, ticked_at=at(24)),))
    shown.orders(a_snapshot(done))
    assert row.is_done
    assert row.isVisible()
    shown.press_dialog("Back")
    shown.press("2 to settle · A-42")
    assert len(the_list(shown).rows) == 2


def test_the_row_goes_with_the_last_thing_to_settle(show: Show) -> None:
    shown = show()
    shown.orders(LEFT)
    shown.orders(a_snapshot(replace(LEFT.order, settling=())))
    assert not any("settle" in name for name in buttons(shown.work.stage))


@pytest.mark.parametrize("earlier", [True, False])
def test_history_leads_to_the_list(show: Show, earlier: bool) -> None:
    shown = show()
    if earlier:
        shown.orders(LEFT, RETURNED)
    page = history(shown)
    if not earlier:
        assert "3 to settle" not in buttons(page)
        shown.orders(LEFT, RETURNED)
    press(shown.qtbot, page, "3 to settle")
    assert shown.title() == "To settle"


def test_an_order_in_history_leads_to_the_list(show: Show) -> None:
    shown = show()
    shown.orders(RETURNED)
    page = history(shown)
    page.on_chosen("order-37")
    shown.say(OrderShown(RETURNED, a_story()))
    press(shown.qtbot, page.detail, "To settle")
    assert shown.title() == "To settle"


def test_money_of_an_order_in_history_goes_back_only_after_its_dialog(show: Show) -> None:
    shown = show()
    page = history(shown)
    page.on_chosen("order-37")
    shown.say(OrderShown(brought_back(), a_story()))
    press(shown.qtbot, page.detail, "Money returned")
    assert shown.till.of(ReturnMoney) == []
    assert shown.title() == "Money back for A-37"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    shown.qtbot.keyClicks(dialog.first_focus(), "900")
    dialog.reasons.tiles[0].click()  # type: ignore[attr-defined]
    shown.press_dialog("Money returned")
    reason = ReturnReason.GOODS_BACK
    sent = [ReturnMoney("order-37", huf(900), PaymentMethod.CARD, reason)]
    assert shown.till.of(ReturnMoney) == sent


def test_history_says_before_the_tap_that_nobody_hears_of_bring_back(show: Show) -> None:
    shown = show()
    page = history(shown)
    page.on_chosen("order-37")
    shown.say(OrderShown(brought_back(), a_story()))
    assert "Bring back: Here only; Cheers is not told" in texts(page.detail)
    assert (
        buttons(page.detail)["Bring back"].accessibleDescription()
        == "Here only; Cheers is not told"
    )


def test_staff_s_own_reasons_stand_with_the_order_in_history(show: Show) -> None:
    shown = show()
    page = history(shown)
    page.on_chosen("order-37")
    order = replace(RETURNED.order, return_notes=("The foam was warm",))
    shown.say(OrderShown(a_snapshot(order), a_story()))
    assert "The foam was warm" in texts(page.detail)
