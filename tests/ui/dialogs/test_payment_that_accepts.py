"""No money is taken before the vendor has said that the amount holds."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.news import DueChecked
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.dialogs import PaymentDialog
from app.usecases.carry_payment import CarryPayment
from app.usecases.handle_scan import BeginPayment, EndPayment
from app.usecases.receive_payment import ReceivePayment
from tests.ui.dialogs.conftest import Stage
from tests.ui.preorders import a_pre_order, lira, pre_order_states, shown
from tests.ui.reading import buttons, clipped, press, texts


def open_payment(stage: Stage, snapshot: OrderSnapshot | None = None) -> PaymentDialog:
    dialog = stage.open(Move.TAKE_PAYMENT, snapshot or shown(a_pre_order()))
    assert isinstance(dialog, PaymentDialog)
    return dialog


def test_the_money_waits_for_the_vendors_word_on_the_amount(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    assert "Akinon is asked whether the amount still holds. Wait." in texts(dialog)
    assert not buttons(dialog)["Payment received"].isEnabled()
    assert "Payment failed" not in buttons(dialog)
    stage.dialogs.due_checked(DueChecked("order-27"))
    press(qtbot, dialog, "Payment received")
    assert [type(one) for one in stage.sent] == [BeginPayment, ReceivePayment, EndPayment]


@pytest.mark.parametrize(
    ("news", "said"),
    [
        (
            DueChecked("order-27", "P-30", {"why": "basket changed"}),
            "The customer's basket was changed meanwhile. Take no money. "
            "Ask the customer for a new order number.",
        ),
        (
            DueChecked("order-27", "P-30", {"why": "", "reason": "Tea break (499)"}),
            "Akinon says: “Tea break (499)”. Take no money. Look in Akinon.",
        ),
        (
            DueChecked("order-27", "P-07"),
            "Akinon does not answer. Take no money. Try again in a moment.",
        ),
    ],
)
def test_without_an_answer_no_money_is_taken(stage: Stage, news: DueChecked, said: str) -> None:
    dialog = open_payment(stage)
    stage.dialogs.due_checked(DueChecked("order-27"))
    stage.dialogs.due_checked(news)
    assert said in texts(dialog)
    assert not buttons(dialog)["Payment received"].isEnabled()
    stage.dialogs.due_checked(DueChecked("order-27"))
    assert said not in texts(dialog)
    assert buttons(dialog)["Payment received"].isEnabled()


def test_the_answer_for_another_order_opens_nothing(stage: Stage) -> None:
    dialog = open_payment(stage)
    stage.dialogs.due_checked(DueChecked("order-1"))
    assert not buttons(dialog)["Payment received"].isEnabled()


def test_an_amount_that_changed_meanwhile_is_shown_and_said(stage: Stage) -> None:
    dialog = open_payment(stage)
    dialog.show_order(shown(a_pre_order(due=lira("540.00"))))
    stage.dialogs.due_checked(DueChecked("order-27"))
    assert "The amount has changed. Tell the customer the new one." in texts(dialog)
    assert dialog.till.tally.due == lira("540.00")


def test_money_taken_for_the_customers_first_number_is_used_in_one_press(
    qtbot: QtBot, stage: Stage
) -> None:
    dialog = open_payment(stage, pre_order_states()["at-hand"])
    name = "Use the ₺514.10 of 27"
    assert not buttons(dialog)[name].isEnabled()
    stage.dialogs.due_checked(DueChecked("order-28"))
    assert clipped(dialog) == []
    press(qtbot, dialog, name)
    assert CarryPayment("order-28", "order-27") in stage.sent
    assert stage.layer.dialog is None
