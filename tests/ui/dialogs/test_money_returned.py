"""Money given back: how much, in which way, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.capabilities import Capabilities, Telling
from app.domain.order import PaymentMethod, ReturnReason
from app.domain.states import Move
from app.usecases.return_money import ReturnMoney
from tests.builders import huf
from tests.ui.dialogs.conftest import Stage
from tests.ui.preorders import pre_order_states
from tests.ui.reading import buttons, press, texts, tick
from tests.ui.snapshots import CHEERS, MUTE, a_snapshot, brought_back, cancelled_after_payment

OWED = replace(cancelled_after_payment(), attention=None)


def test_money_goes_back_whole_and_the_way_it_came(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED))
    assert {"To give back", "900 Ft"} <= set(texts(dialog))
    press(qtbot, dialog, "Money returned")
    whole = ReturnMoney("order-42", huf(900), PaymentMethod.CASH, ReturnReason.CANCELLED)
    assert stage.sent == [whole]


def test_a_part_can_go_back_by_card(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED))
    tick(qtbot, dialog, "Card")
    qtbot.keyClicks(dialog.first_focus(), "400")
    assert "500 Ft is then still to be given back. It cannot be undone." in texts(dialog)
    tick(qtbot, dialog, "Other reason")
    qtbot.keyClicks(dialog.why, "The boss said so")  # type: ignore[attr-defined]
    press(qtbot, dialog, "Money returned")
    reason, why = ReturnReason.OTHER, "The boss said so"
    part = ReturnMoney("order-42", huf(400), PaymentMethod.CARD, reason, why)
    assert stage.sent == [part]


def test_money_the_vendor_refused_goes_back_whole_and_is_refunded_nowhere_else(
    qtbot: QtBot, stage: Stage
) -> None:
    snapshot = pre_order_states()["other-amount"]
    dialog = stage.open(Move.MONEY_RETURNED, snapshot)
    assert not any("refund" in text for text in texts(dialog))
    press(qtbot, dialog, "Money returned")
    order, (taken,) = snapshot.order, snapshot.order.taken
    whole = ReturnMoney(order.id, taken.amount, taken.method, ReturnReason.CANCELLED)
    assert stage.sent == [whole]


def test_nothing_is_preset_for_goods_that_come_back(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, brought_back())
    action = buttons(dialog)["Money returned"]
    qtbot.keyClicks(dialog.first_focus(), "500")
    assert "400 Ft of what was taken stays here. It cannot be undone." in texts(dialog)
    assert not action.isEnabled()
    tick(qtbot, dialog, "Goods brought back")
    press(qtbot, dialog, "Money returned")
    reason = ReturnReason.GOODS_BACK
    assert stage.sent == [ReturnMoney("order-37", huf(500), PaymentMethod.CARD, reason)]


@pytest.mark.parametrize(
    ("capabilities", "said"),
    [
        (CHEERS, "Cheers is not told; its own refund is done in the Cheers CMS."),
        (MUTE, "Cheers is not told; its own refund is done in Cheers itself."),
    ],
)
def test_it_says_where_the_vendor_s_own_refund_is_done(
    stage: Stage, capabilities: Capabilities, said: str
) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED, capabilities=capabilities))
    assert any(text.endswith(said) for text in texts(dialog))
    here = Capabilities(moves=dict.fromkeys(Move, Telling.HERE_ONLY), keyed_in_here=True)
    walkin = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED, capabilities=here))
    assert not any("told" in text for text in texts(walkin))
