"""One of each dialog in the states worth looking at, for the gallery of orders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.open_questions import NotInRegister, Quarantined, RegisterLine, SlipQuestion
from app.domain.order import PaymentMethod
from app.domain.printing import PrinterWord
from app.domain.report import DueDoubt
from app.domain.snapshot import OrderSnapshot
from app.domain.states import JobState, OrderState, PaymentState
from app.ui.dialogs import (
    HandOverUnpaidDialog,
    MoneyReturnedDialog,
    NotInRegisterDialog,
    OrderNumberDialog,
    PaymentDialog,
    QuarantineDialog,
    RejectDialog,
    SlipQuestionsDialog,
)
from app.ui.dialogs.to_settle import ToSettleDialog
from app.ui.theme import Theme
from app.ui.widgets import Dialog
from tests.builders import a_job, at, huf
from tests.ui.snapshots import (
    MUTE,
    SHOP,
    a_snapshot,
    brought_back,
    cancelled_after_payment,
    panel_states,
    the_lager,
    the_pretzel,
    to_settle,
)

Pair = tuple[OrderSnapshot, Dialog]


def nothing(_command: object) -> None:
    """Take a command and do nothing."""


def _payment(theme: Theme, **changes: object) -> tuple[OrderSnapshot, PaymentDialog]:
    snapshot = a_snapshot(the_lager(**changes))
    return snapshot, PaymentDialog(theme, SHOP, nothing, snapshot)


def payment_exact(theme: Theme) -> Pair:
    return _payment(theme)


def payment_change(theme: Theme) -> Pair:
    snapshot, dialog = _payment(theme)
    dialog.till.note_buttons()[3].click()
    return snapshot, dialog


def payment_missing(theme: Theme) -> Pair:
    snapshot, dialog = _payment(theme)
    for key in ("3", "00", "0"):
        dialog.till.field.press(key)
    return snapshot, dialog


def payment_rest_by_card(theme: Theme) -> Pair:
    snapshot, dialog = payment_missing(theme)
    assert isinstance(dialog, PaymentDialog)
    dialog.till.band.part.click()
    return snapshot, dialog


def payment_rounded(theme: Theme) -> Pair:
    return _payment(theme, due=huf(5158))


def payment_failed(theme: Theme) -> Pair:
    snapshot, dialog = _payment(theme)
    dialog.till.methods.choose("card")
    dialog.till.set_tally(replace(dialog.till.tally, method=PaymentMethod.CARD, entered=None))
    dialog.failed.click()
    return snapshot, dialog


def payment_ask(theme: Theme) -> Pair:
    return _payment(
        theme, due=huf(860), due_doubt=DueDoubt.UNKNOWN_WORD, payment_word="PARTLY_PAID"
    )


def payment_cancelled(theme: Theme) -> Pair:
    _snapshot, dialog = _payment(theme)
    after = a_snapshot(replace(cancelled_after_payment(), payment=PaymentState.NOT_DUE, taken=()))
    dialog.show_order(after)
    return after, dialog


def reject(theme: Theme) -> Pair:
    snapshot = a_snapshot(the_lager())
    dialog = RejectDialog(theme, SHOP, nothing, snapshot)
    next(iter(dialog.reasons.tiles)).click()
    dialog.tiles[1].click()
    return snapshot, dialog


def reject_fresh(theme: Theme) -> Pair:
    snapshot = a_snapshot(the_lager())
    return snapshot, RejectDialog(theme, SHOP, nothing, snapshot)


def unpaid(theme: Theme) -> Pair:
    snapshot = panel_states()["ready-due"]
    dialog = HandOverUnpaidDialog(theme, SHOP, nothing, snapshot)
    dialog.reasons.tiles[5].click()
    return snapshot, dialog


def money_back(theme: Theme) -> Pair:
    snapshot = panel_states()["return-due"]
    return snapshot, MoneyReturnedDialog(theme, SHOP, nothing, snapshot)


def money_back_goods(theme: Theme) -> Pair:
    snapshot = brought_back()
    dialog = MoneyReturnedDialog(theme, SHOP, nothing, snapshot)
    dialog.field.press("5")
    dialog.field.press("00")
    dialog.reasons.tiles[3].click()
    return snapshot, dialog


def reject_for_vendor(theme: Theme) -> Pair:
    snapshot = a_snapshot(the_lager(), capabilities=MUTE, vendor_title="LOKE")
    return snapshot, RejectDialog(theme, SHOP, nothing, snapshot)


def settle(theme: Theme) -> Pair:
    snapshots = to_settle()
    dialog = ToSettleDialog(theme, SHOP, nothing, snapshots, lambda: at(20))
    list(dialog.rows.values())[2].tick.click()
    return snapshots[0], dialog


def order_number(theme: Theme) -> Pair:
    orders = [a_snapshot(the_lager()), a_snapshot(the_pretzel(number="B-42"))]
    dialog = OrderNumberDialog(theme, orders, [("cheers", "Cheers")])
    dialog.field.setText("42")
    return orders[0], dialog


def order_number_id(theme: Theme) -> Pair:
    orders = [a_snapshot(the_lager())]
    dialog = OrderNumberDialog(theme, orders, [("cheers", "Cheers")])
    dialog.field.setText("5f2e7c1a-0b39-4f0e-9d2f")
    return orders[0], dialog


def slip_questions(theme: Theme) -> Pair:
    unsure = JobState.UNSURE
    questions = [
        SlipQuestion(a_job("order-38", state=unsure), "A-38", "Cheers"),
        SlipQuestion(a_job("order-39", state=unsure, created_at=at(1)), "A-39", "Cheers"),
        SlipQuestion(
            a_job("order-40", offered=True, cause=PrinterWord.PAPER_OUT), "A-40", "Cheers"
        ),
    ]
    dialog = SlipQuestionsDialog(theme, SHOP, nothing, questions)
    dialog.all_out.click()
    return a_snapshot(the_lager(state=OrderState.PREPARING)), dialog


def quarantine(theme: Theme) -> Pair:
    entries = [
        Quarantined("cheers", "5f2e7c1a-0b39-4f0e-9d2f-7f3d3c2b1a09", at(), 4),
        Quarantined("cheers", "77c1", at(3), 1),
    ]
    dialog = QuarantineDialog(theme, SHOP, nothing, entries, {"cheers": "Cheers"})
    return a_snapshot(the_lager()), dialog


def not_listed_orders() -> tuple[NotInRegister, ...]:
    """Give three orders a register does not have, each for a reason of its own."""
    given = {"vendor": "cheers", "register": "oktopos"}
    lager = RegisterLine("beer-500ml", "Lager 0.5 l", "1001")
    return (
        NotInRegister(
            push_id="push-1",
            order_id="order-38",
            number="A-38",
            since=at(),
            reason="no article for: French fries, House lemonade",
            lines=(
                lager,
                RegisterLine("fries", "French fries", ""),
                RegisterLine("lemonade-400ml", "House lemonade", ""),
            ),
            **given,
        ),
        NotInRegister(
            push_id="push-2",
            order_id="order-39",
            number="A-39",
            since=at(1),
            reason="",
            lines=(lager,),
            asks_takeaway=True,
            **given,
        ),
        NotInRegister(
            push_id="push-3",
            order_id="order-40",
            number="B-7",
            since=at(2),
            reason="Article 1001 is not known",
            lines=(lager,),
            **given,
        ),
    )


def not_in_register(theme: Theme) -> Pair:
    dialog = NotInRegisterDialog(theme, nothing, not_listed_orders(), TITLES)
    return a_snapshot(the_lager(state=OrderState.PREPARING)), dialog


TITLES = {"cheers": "Cheers", "oktopos": "OktoPOS"}

DIALOGS: dict[str, Callable[[Theme], Pair]] = {
    "payment-exact": payment_exact,
    "payment-change": payment_change,
    "payment-missing": payment_missing,
    "payment-rest-by-card": payment_rest_by_card,
    "payment-rounded": payment_rounded,
    "payment-failed": payment_failed,
    "payment-ask": payment_ask,
    "payment-cancelled": payment_cancelled,
    "reject": reject,
    "reject-fresh": reject_fresh,
    "unpaid": unpaid,
    "money-back": money_back,
    "money-back-goods": money_back_goods,
    "reject-for-vendor": reject_for_vendor,
    "to-settle": settle,
    "order-number": order_number,
    "order-number-id": order_number_id,
    "slip-questions": slip_questions,
    "quarantine": quarantine,
    "not-in-register": not_in_register,
}
