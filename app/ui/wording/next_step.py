"""The one sentence that says what to do next with the opened order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.later import comes_forward_at
from app.domain.order import Order
from app.domain.push import PushKind
from app.domain.report import DueDoubt
from app.domain.settlement import SettleKind
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Attention, Move, OrderState, PaymentState, SyncState
from app.ui.theme import Shape
from app.ui.wording.figures import amount_in_text, clock, day_clock
from app.ui.wording.house_rules import sold_out_names, why_left
from app.ui.wording.know_first import to_know_first
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.next_by_payment import NextStep, by_payment
from app.ui.wording.runs import Runs, joined, runs
from app.usecases.desk import Shop


def next_step(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> NextStep:
    """Return what to do next, or what has become of an ended order."""
    order = snapshot.order
    if order.needs_seen:
        return NextStep(Shape.BAD, "bad_text", _seen_first(snapshot, shop))
    if order.payment is PaymentState.RETURN_DUE:
        return NextStep("banknote", "bad_text", _give_back(order, shop))
    step = _BY_STATE[order.state](snapshot, shop, now)
    return NextStep(step.icon, step.ink, joined(step.runs, to_know_first(snapshot, shop)))


def _give_back(order: Order, shop: Shop) -> Runs:
    text = translate("Next", "*Give {amount} back,* then press *Money returned*.")
    said = runs(text, amount=amount_in_text(order.money_taken, shop))
    if order.state is OrderState.COLLECTED or not order.state.is_end:
        return said
    return joined(said, runs(translate("Next", "Do not hand the order over.")))


# --- somebody else acted --------------------------------------------------------------------------

_ENDED: Final[Mapping[OrderState, str]] = {
    OrderState.CANCELLED: QT_TRANSLATE_NOOP("Next", "*The customer cancelled at {time}.*"),
    OrderState.REJECTED: QT_TRANSLATE_NOOP("Next", "*Rejected elsewhere at {time}.*"),
    OrderState.LEFT: QT_TRANSLATE_NOOP("Next", "*Set to Left elsewhere at {time}.*"),
    OrderState.COLLECTED: QT_TRANSLATE_NOOP("Next", "*Set to Collected elsewhere at {time}.*"),
}


def _seen_first(snapshot: OrderSnapshot, shop: Shop) -> Runs:
    order, vendor = snapshot.order, snapshot.vendor_title
    if order.attention is Attention.CHANGED_ELSEWHERE:
        text = translate(
            "Next", "*{vendor} changed this order.* Compare the lines, then press *Seen*."
        )
        return runs(text, vendor=vendor)
    if order.attention is Attention.WENT_ANOTHER_WAY:
        text = translate("Next", "*{vendor} says otherwise: “{word}”.* Here it is closed.")
        return joined(runs(text, vendor=vendor, word=order.vendor_word), _money_back(order, shop))
    text = translate("Next", _ENDED.get(order.state, _ENDED[OrderState.CANCELLED]))
    what = runs(text, time=clock(order.ended_at or order.received_at, shop))
    if order.state is OrderState.COLLECTED:
        return joined(what, runs(translate("Next", "There is nothing to do.")))
    stop = translate("Next", "Stop preparing.")
    if order.held_in is OrderState.NEW:
        stop = translate("Next", "Do not prepare it.")
    if order.held_in is OrderState.READY:
        stop = translate("Next", "Do not hand it over.")
    return joined(what, runs(stop), _money_back(order, shop))


def _money_back(order: Order, shop: Shop) -> Runs:
    if order.payment is PaymentState.RETURN_DUE:
        text = translate("Next", "Money back: {amount}, by hand.")
        return runs(text, amount=amount_in_text(order.money_taken, shop))
    return runs(translate("Next", "There is no money to give back."))


# --- new ------------------------------------------------------------------------------------------


def _new(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> NextStep:
    order, vendor = snapshot.order, snapshot.vendor_title
    if snapshot.payment_accepts:
        return by_payment(snapshot)
    if snapshot.awaited is PushKind.REJECT:
        return _rejecting(snapshot, now)
    if snapshot.awaited is not None:
        return _accepting(snapshot)
    if order.word_is_unknown:
        text = translate(
            "Next", "*{vendor} shows “{word}”, which Pult does not know.* Look at it in {vendor}."
        )
        said = runs(text, vendor=vendor, word=order.vendor_word)
        return NextStep(Shape.UNCONFIRMED, "warn_text", said)
    said = runs(translate("Next", "Next: *accept*."))
    due = _due_before_hand_over(order, shop)
    return NextStep(
        "arrow-right",
        "accent_text",
        joined(
            why_left(snapshot, shop), *_sold_out(snapshot), said, due, _will_rest(order, shop, now)
        ),
    )


def _sold_out(snapshot: OrderSnapshot) -> tuple[Runs, ...]:
    names = sold_out_names(snapshot)
    text = translate("Next", "*Sold out today: {items}.*")
    return (runs(text, items=", ".join(names)),) if names else ()


def _will_rest(order: Order, shop: Shop, now: datetime) -> Runs:
    forward = comes_forward_at(order, shop.lead_minutes)
    if forward is None or forward <= now:
        return ()
    text = translate("Next", "It then rests in *Later* until {time}.")
    return runs(text, time=day_clock(forward, shop, now))


def _due_before_hand_over(order: Order, shop: Shop) -> Runs:
    if order.payment is PaymentState.FAILED:
        return runs(translate("Next", "The payment failed; take it another way."))
    if order.payment is PaymentState.DUE:
        if order.due_doubt is not DueDoubt.NONE:
            return runs(translate("Next", "What is to be paid here is not known: ask."))
        text = translate("Next", "{amount} is to be paid here before hand-over.")
        return runs(text, amount=amount_in_text(order.due, shop))
    if order.payment is PaymentState.RECEIVED:
        return runs(translate("Next", "It is paid."))
    return runs(translate("Next", "Nothing is to be paid here."))


def _accepting(snapshot: OrderSnapshot) -> NextStep:
    vendor = snapshot.vendor_title
    if snapshot.own_sync is SyncState.UNCONFIRMED:
        text = translate("Next", "Next: wait, or press *Ask again*. The order is kept.")
        return NextStep("arrow-right", "accent_text", runs(text))
    if snapshot.own_sync is SyncState.RETRYING:
        text = translate(
            "Next", "*{vendor} has not answered yet.* Accept goes out by itself when it does."
        )
        return NextStep("retry", "warn_text", runs(text, vendor=vendor))
    text = translate("Next", "*Accept is on its way to {vendor}.* The slip follows its yes.")
    return NextStep("sending", "ink2", runs(text, vendor=vendor))


def _rejecting(snapshot: OrderSnapshot, now: datetime) -> NextStep:
    vendor = snapshot.vendor_title
    if snapshot.order.undoable_at(now):
        text = translate("Next", "*Rejected here.* {vendor} is told when Undo has run out.")
        return NextStep("undo", "accent_text", runs(text, vendor=vendor))
    if snapshot.own_sync is SyncState.UNCONFIRMED:
        text = translate("Next", "Next: wait, or press *Ask again*. Do not prepare it.")
        return NextStep("arrow-right", "accent_text", runs(text))
    if snapshot.own_sync is SyncState.RETRYING:
        text = translate(
            "Next", "*{vendor} has not answered yet.* Reject goes out by itself when it does."
        )
        return NextStep("retry", "warn_text", runs(text, vendor=vendor))
    text = translate("Next", "*Reject is on its way to {vendor}.* Do not prepare it.")
    return NextStep("sending", "ink2", runs(text, vendor=vendor))


# --- in work --------------------------------------------------------------------------------------


def _preparing(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> NextStep:
    said = runs(translate("Next", "Next: prepare it, then press *Ready*."))
    order = snapshot.order
    forward = comes_forward_at(order, shop.lead_minutes) if order.rests_in_later else None
    if forward is not None:
        text = translate("Next", "*Nothing to do before {time}.* Then it comes forward by itself.")
        if not snapshot.all_slips and snapshot.prints_slips:
            text = translate("Next", "*Nothing to do before {time}.* Then its slip comes out.")
        resting = runs(text, time=day_clock(forward, shop, now))
        return NextStep("clock", "ink2", resting)
    if order.payment.blocks_hand_over:
        said = joined(said, _due_before_hand_over(order, shop))
    return NextStep("arrow-right", "accent_text", said)


def _ready(snapshot: OrderSnapshot, shop: Shop, _now: datetime) -> NextStep:
    order = snapshot.order
    due = amount_in_text(order.due, shop)
    if order.payment is PaymentState.FAILED:
        text = translate(
            "Next", "*The payment failed.* Take {amount} another way, or hand over unpaid."
        )
        return NextStep("padlock", "bad_text", runs(text, amount=due))
    if order.payment is PaymentState.DUE and order.due_doubt is not DueDoubt.NONE:
        text = translate("Next", "*What is to be paid is not known.* Ask, take it, then hand over.")
        return NextStep("padlock", "bad_text", runs(text))
    if order.payment is PaymentState.DUE:
        text = translate(
            "Next", "*{amount} is still to be paid.* Take the payment, then hand over."
        )
        return NextStep("padlock", "bad_text", runs(text, amount=due))
    if snapshot.offers(Move.COLLECTED) is None and snapshot.offers(Move.LEFT) is not None:
        text = translate(
            "Next",
            "*{vendor} gave no number for this order, so it cannot be told.* Set it to collected"
            " there; *Left* takes it off this board.",
        )
        return NextStep("arrow-right", "accent_text", runs(text, vendor=snapshot.vendor_title))
    if snapshot.on_the_way_at is not None:
        text = translate("Next", "*It left at {time}.* Press *Collected* once it has arrived.")
        said = runs(text, time=clock(snapshot.on_the_way_at, shop))
        return NextStep("bicycle", "accent_text", said)
    if snapshot.offers(Move.ON_THE_WAY) is not None:
        text = translate("Next", "Next: give it to the driver, then press *On the way*.")
        return NextStep("arrow-right", "accent_text", runs(text))
    text = translate("Next", "Next: hand over, then press *Collected*.")
    return NextStep("arrow-right", "accent_text", runs(text))


# --- ended ----------------------------------------------------------------------------------------

_OVER: Final[Mapping[OrderState, str]] = {
    OrderState.COLLECTED: QT_TRANSLATE_NOOP("Next", "*Collected {time}.*"),
    OrderState.REJECTED: QT_TRANSLATE_NOOP("Next", "*Rejected {time}.*"),
    OrderState.LEFT: QT_TRANSLATE_NOOP("Next", "*Left {time}.*"),
    OrderState.CANCELLED: QT_TRANSLATE_NOOP("Next", "*Cancelled {time}.*"),
}


def _over(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> NextStep:
    order = snapshot.order
    icon: str | Shape = Shape.OK if order.state is OrderState.COLLECTED else Shape.LEFT
    time = clock(order.ended_at or order.received_at, shop)
    what = runs(translate("Next", _OVER[order.state]), time=time)
    if order.handed_over_unpaid:
        unpaid = translate("Next", "Handed over unpaid: {reason}.")
        what = joined(what, runs(unpaid, reason=order.handed_over_unpaid))
    return NextStep(icon, "ink2", joined(what, _knows(snapshot, now)))


def _knows(snapshot: OrderSnapshot, now: datetime) -> Runs:
    vendor, worst = snapshot.vendor_title, snapshot.own_sync
    if worst in (SyncState.REFUSED, SyncState.UNCONFIRMED):
        return ()
    if snapshot.ended_untold:
        return runs(_untold(snapshot), vendor=vendor)
    if worst is SyncState.IN_STEP:
        told = snapshot.order.vendor in snapshot.syncs
        return runs(translate("Next", "{vendor} knows."), vendor=vendor) if told else ()
    if snapshot.order.undoable_at(now):
        text = translate("Next", "{vendor} is told when Undo has run out.")
        return runs(text, vendor=vendor)
    text = translate("Next", "{vendor} is not told yet; Pult goes on by itself.")
    return runs(text, vendor=vendor)


def _untold(snapshot: OrderSnapshot) -> str:
    if any(entry.kind is SettleKind.NOT_TOLD for entry in snapshot.order.to_settle):
        return translate("Next", "{vendor} is not told: see *To settle*.")
    return translate("Next", "{vendor} is not told.")


_BY_STATE: Final[Mapping[OrderState, Callable[[OrderSnapshot, Shop, datetime], NextStep]]] = {
    OrderState.NEW: _new,
    OrderState.PREPARING: _preparing,
    OrderState.READY: _ready,
    OrderState.COLLECTED: _over,
    OrderState.REJECTED: _over,
    OrderState.LEFT: _over,
    OrderState.CANCELLED: _over,
}
