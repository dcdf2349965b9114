"""Handing an order over unpaid, which takes a reason."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.domain.states import Move, OrderState, PaymentState
from app.usecases.move_order import MoveOrder
from tests.builders import an_order_to_pay
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import buttons, press, texts, tick
from tests.ui.snapshots import a_snapshot

UNPAID = an_order_to_pay(900, state=OrderState.READY)


def test_handing_over_unpaid_needs_a_reason(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.HAND_OVER_UNPAID, a_snapshot(UNPAID))
    assert not buttons(dialog)["Hand over unpaid"].isEnabled()
    assert any(text.startswith("900 Ft stays unpaid.") for text in texts(dialog))
    tick(qtbot, dialog, "Pays later")
    press(qtbot, dialog, "Hand over unpaid")
    assert stage.sent == [MoveOrder("order-1", Move.HAND_OVER_UNPAID, "Pays later")]


def test_another_reason_is_written_down(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.HAND_OVER_UNPAID, a_snapshot(UNPAID))
    tick(qtbot, dialog, "Other reason")
    assert not buttons(dialog)["Hand over unpaid"].isEnabled()
    qtbot.keyClicks(dialog.first_focus() and dialog.text, "A bet")  # type: ignore[attr-defined]
    press(qtbot, dialog, "Hand over unpaid")
    assert stage.sent == [MoveOrder("order-1", Move.HAND_OVER_UNPAID, "A bet")]


def test_a_payment_that_came_meanwhile_locks_it(stage: Stage) -> None:
    dialog = stage.open(Move.HAND_OVER_UNPAID, a_snapshot(UNPAID))
    stage.dialogs.show_order(a_snapshot(replace(UNPAID, payment=PaymentState.RECEIVED)))
    assert not buttons(dialog)["Hand over unpaid"].isEnabled()
