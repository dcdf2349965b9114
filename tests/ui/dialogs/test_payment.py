"""One press settles what is due; anything else is asked, counted and never taken twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from app.domain.basket import Basket
from app.domain.money import Money
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.push import PushKind, PushState
from app.domain.report import DueDoubt
from app.domain.states import Move, OrderState, PaymentState
from app.domain.walkin import WALKIN_CAPABILITIES
from app.ui.dialogs import PaymentDialog
from app.usecases.fail_payment import FailPayment
from app.usecases.handle_scan import BeginPayment, EndPayment
from app.usecases.receive_payment import ReceivePayment
from tests.builders import a_line, a_push, an_order_to_pay, huf
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import buttons, clipped, press, read_name, texts, visible
from tests.ui.snapshots import a_snapshot, cancelled_after_payment, the_lager

CASH, CARD, OTHER = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.OTHER


def open_payment(stage: Stage, order: Order | None = None) -> PaymentDialog:
    snapshot = a_snapshot(order or an_order_to_pay(5160))
    dialog = stage.open(Move.TAKE_PAYMENT, snapshot)
    assert isinstance(dialog, PaymentDialog)
    return dialog


def choose(qtbot: QtBot, dialog: PaymentDialog, method: str) -> None:
    tile = next(one for one in visible(dialog, QRadioButton) if read_name(one) == method)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def received(*parts: PaymentPart, due: Money | None = None) -> list[object]:
    command = ReceivePayment("order-1", due or huf(5160), parts)
    return [BeginPayment("order-1"), command, EndPayment()]


def test_one_press_settles_the_whole_amount_in_cash(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    assert read_name(dialog) == "Payment for A-1"
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CASH, huf(5160), huf(5160)))
    assert stage.layer.dialog is None


def test_a_double_tap_is_one_payment(qtbot: QtBot, stage: Stage) -> None:
    button = buttons(open_payment(stage))["Payment received"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert len(stage.sent) == 3


def test_cash_is_rounded_to_coins_and_both_figures_are_seen(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage, an_order_to_pay(5158))
    assert {"To pay 5,158 Ft, in cash", "5,160 Ft"} <= set(texts(dialog))
    press(qtbot, dialog, "Payment received")
    part = PaymentPart(CASH, huf(5160), huf(5160))
    assert stage.sent == received(part, due=huf(5158))


def test_a_note_pressed_shows_the_change(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    press(qtbot, dialog, "10,000")
    assert {"Give change", "4,840 Ft"} <= set(texts(dialog))
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CASH, huf(5160), huf(10_000)))


def test_figures_come_from_the_keypad_and_from_a_keyboard(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    press(qtbot, dialog, "6")
    qtbot.keyClicks(dialog.till.field, "000")
    assert dialog.till.tally.entered == huf(6000)
    press(qtbot, dialog, "Backspace")
    assert dialog.till.tally.entered == huf(600)
    assert "4,560 Ft missing" in texts(dialog)


def test_missing_money_locks_the_move(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    qtbot.keyClicks(dialog.till.field, "3000")
    button = buttons(dialog)["Payment received"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.isEnabled(), stage.sent) == (False, [BeginPayment("order-1")])


def test_a_part_in_cash_leaves_the_rest_for_the_card(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    qtbot.keyClicks(dialog.till.field, "3000")
    press(qtbot, dialog, "Take part")
    assert {"Still to pay, of 5,160 Ft", "2,160 Ft"} <= set(texts(dialog))
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CASH, huf(3000)), PaymentPart(CARD, huf(2160)))


def test_a_part_taken_by_mistake_goes_back(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    qtbot.keyClicks(dialog.till.field, "3000")
    press(qtbot, dialog, "Take part")
    press(qtbot, dialog, "3,000 Ft taken")
    assert (dialog.till.tally.parts, dialog.till.tally.rest) == ((), huf(5160))


def test_a_card_has_no_keypad_and_says_what_to_do(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    choose(qtbot, dialog, "Card")
    assert "7" not in buttons(dialog)
    assert "Key 5,160 Ft into the card terminal." in texts(dialog)
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CARD, huf(5160)))


def test_a_card_can_take_a_part(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    choose(qtbot, dialog, "Card")
    press(qtbot, dialog, "Only a part this way")
    assert not buttons(dialog)["Payment received"].isEnabled()
    qtbot.keyClicks(dialog.till.field, "2000")
    press(qtbot, dialog, "Take part")
    press(qtbot, dialog, "Payment received")
    expected = (PaymentPart(CARD, huf(2000)), PaymentPart(CASH, huf(3160), huf(3160)))
    assert stage.sent == received(*expected)


def test_other_takes_the_whole_amount_another_way(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    choose(qtbot, dialog, "Other")
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(OTHER, huf(5160)))


def test_payment_failed_first_leads_to_another_way(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    choose(qtbot, dialog, "Card")
    press(qtbot, dialog, "Payment failed")
    assert stage.sent == [BeginPayment("order-1")]
    qtbot.waitUntil(buttons(dialog)["Try another way"].isEnabled)
    press(qtbot, dialog, "Try another way")
    assert dialog.till.tally.method is CASH
    assert dialog.window().focusWidget() is dialog.till.field
    press(qtbot, dialog, "6")
    assert dialog.till.tally.entered == huf(6)
    press(qtbot, dialog, "Exact")
    qtbot.waitUntil(buttons(dialog)["Payment received"].isEnabled)
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CASH, huf(5160), huf(5160)))


def test_payment_failed_is_sent_after_it_was_asked_once(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    press(qtbot, dialog, "Payment failed")
    qtbot.waitUntil(buttons(dialog)["Payment failed"].isEnabled)
    press(qtbot, dialog, "Payment failed")
    assert stage.sent == [BeginPayment("order-1"), FailPayment("order-1"), EndPayment()]


def test_one_tap_cannot_both_fail_and_confirm(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    place = buttons(dialog)["Payment failed"].mapTo(dialog, QPoint(0, 0))
    press(qtbot, dialog, "Payment failed")
    confirm = buttons(dialog)["Payment failed"]
    assert not confirm.isEnabled()
    assert confirm.mapTo(dialog, QPoint(0, 0)) != place


def test_a_failed_payment_cannot_fail_again_but_be_taken(qtbot: QtBot, stage: Stage) -> None:
    failed = an_order_to_pay(5160, state=OrderState.READY, payment=PaymentState.FAILED)
    dialog = open_payment(stage, failed)
    assert not buttons(dialog)["Payment failed"].isEnabled()
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CASH, huf(5160), huf(5160)))


@pytest.mark.parametrize("way", ["Close", "Esc"])
def test_leaving_changes_nothing_and_lets_scans_act_again(
    qtbot: QtBot, stage: Stage, way: str
) -> None:
    dialog = open_payment(stage)
    if way == "Esc":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        press(qtbot, dialog, "Close")
    assert stage.sent == [BeginPayment("order-1"), EndPayment()]


def test_an_amount_nobody_named_is_asked_for(qtbot: QtBot, stage: Stage) -> None:
    order = an_order_to_pay(0, due_doubt=DueDoubt.NOTHING_NAMED)
    dialog = open_payment(stage, order)
    assert any("names no amount" in text and "4,600 Ft" in text for text in texts(dialog))
    assert "Payment received" not in buttons(dialog)
    assert not buttons(dialog)["Take this amount"].isEnabled()
    qtbot.keyClicks(dialog.ask.field, "4500")
    press(qtbot, dialog, "Take this amount")
    qtbot.waitUntil(buttons(dialog)["Payment received"].isEnabled)
    press(qtbot, dialog, "Payment received")
    part = PaymentPart(CASH, huf(4500), huf(4500))
    assert stage.sent == received(part, due=huf(4500))


def test_both_figures_of_a_doubt_can_be_taken_by_a_press(qtbot: QtBot, stage: Stage) -> None:
    order = an_order_to_pay(860, due_doubt=DueDoubt.UNKNOWN_WORD, payment_word="PARTLY")
    dialog = open_payment(stage, order)
    assert any("PARTLY" in text for text in texts(dialog))
    press(qtbot, dialog, "Named 860 Ft")
    assert dialog.ask.money == huf(860)
    press(qtbot, dialog, "Total 4,600 Ft")
    assert dialog.ask.money == huf(4600)


def test_a_cancel_meanwhile_says_so_and_locks(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage, the_lager())
    ended = replace(cancelled_after_payment(), payment=PaymentState.NOT_DUE, taken=())
    stage.dialogs.show_order(a_snapshot(ended))
    assert "The customer cancelled meanwhile. Take no money." in texts(dialog)
    button = buttons(dialog)["Payment received"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.isEnabled(), stage.sent) == (False, [BeginPayment("order-42")])


def test_a_changed_amount_starts_anew(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    press(qtbot, dialog, "10,000")
    stage.dialogs.show_order(a_snapshot(an_order_to_pay(7000)))
    assert "The amount has changed. Tell the customer the new one." in texts(dialog)
    press(qtbot, dialog, "Payment received")
    assert stage.sent == received(PaymentPart(CASH, huf(7000), huf(7000)), due=huf(7000))


def test_an_update_of_something_else_keeps_what_was_keyed_in(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    press(qtbot, dialog, "10,000")
    stage.dialogs.show_order(a_snapshot(an_order_to_pay(5160, state=OrderState.PREPARING)))
    stage.dialogs.show_order(a_snapshot(an_order_to_pay(9, "order-2")))
    assert dialog.till.tally.entered == huf(10_000)


def test_euros_have_cents(qtbot: QtBot, stage: Stage) -> None:
    price, nothing = Money(1205, "EUR"), Money(0, "EUR")
    line = a_line(unit_price=price, discount=nothing, collect=price)
    basket = Basket(currency="EUR", lines=(line,), tip=nothing, tip_collect=nothing, total=price)
    dialog = open_payment(stage, an_order_to_pay(basket=basket, due=price))
    qtbot.keyClicks(dialog.till.field, "2000")
    assert {"€12.05", "€7.95"} <= set(texts(dialog))


def test_nothing_is_cut_at_any_step(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage, an_order_to_pay(123_456_780))
    qtbot.waitUntil(lambda: clipped(dialog) == [])
    choose(qtbot, dialog, "Card")
    qtbot.waitUntil(lambda: clipped(dialog) == [])
    press(qtbot, dialog, "Payment failed")
    qtbot.waitUntil(lambda: clipped(dialog) == [])
    bar = dialog.findChildren(type(dialog._scroll))[0].verticalScrollBar()
    assert bar.maximum() == 0


def test_the_register_is_not_said_to_get_what_it_refused(stage: Stage) -> None:
    order = an_order_to_pay(5160)
    walkin = {"capabilities": WALKIN_CAPABILITIES, "titles": {"oktopos": "OktoPOS"}}
    dialog = stage.open(Move.TAKE_PAYMENT, a_snapshot(order, **walkin))
    told = "The register gets the order from Pult. “Payment received” cannot be undone."
    assert told in texts(dialog)
    push = {"kind": PushKind.REGISTER, "system": "oktopos", "state": PushState.REFUSED}
    dialog.show_order(a_snapshot(order, pushes=(a_push(**push),), **walkin))
    told = "It is not in OktoPOS yet: settle it under “Not in register”."
    assert any(text.startswith(told) for text in texts(dialog))
    assert clipped(dialog) == []


def test_all_keys_are_in_sight_in_large_type(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_payment(stage)
    px = dialog.theme.px
    dialog.resize(px(820), px(412))  # about what a screen of 1280 by 800 leaves at 150 %
    keypad = dialog.till.keypad
    foot = buttons(dialog)["Payment received"]
    rows = [("7", "8", "9"), ("4", "5", "6", "00"), ("1", "2", "3", "0")]
    qtbot.waitUntil(lambda: keypad.key("0").y() == keypad.key("1").y())
    for row in rows:
        assert len({keypad.key(key).y() for key in row}) == 1
    lowest = keypad.key("0").mapTo(dialog, keypad.key("0").rect().bottomLeft()).y()
    assert lowest < foot.mapTo(dialog, QPoint(0, 0)).y()
    dialog.resize(px(820), px(680))
    qtbot.waitUntil(lambda: keypad.key("0").y() > keypad.key("1").y())
