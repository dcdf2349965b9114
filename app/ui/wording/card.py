"""What one card of the board says, with its marks in the order of their urgency."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.basket import grouped
from app.domain.later import comes_forward_at
from app.domain.push import PushKind
from app.domain.report import DueDoubt
from app.domain.snapshot import OrderSnapshot
from app.domain.states import (
    COLUMNS,
    Attention,
    OrderState,
    PaymentState,
    SyncState,
)
from app.ui.board.card import MOST_MARKS, Card, CardMark
from app.ui.theme import Shape
from app.ui.widgets.chip import ChipKind
from app.ui.wording import order_marks
from app.ui.wording.figures import TIMES, amount, day_clock, item_count, lower_first, ordinal
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.ui.wording.order import is_struck, twins_text
from app.ui.wording.points import points_mark
from app.ui.wording.slip_marks import slip_mark
from app.ui.wording.waiting import (
    LIMITS,
    due_text,
    late_after,
    waits_since,
)
from app.usecases.desk import Shop

_URGENCY: Final = (
    ChipKind.BAD_SOLID,
    ChipKind.BAD,
    ChipKind.DASHED,
    ChipKind.MONEY,
    ChipKind.WARN,
    ChipKind.PLAIN,
)


def card_of(
    snapshot: OrderSnapshot,
    shop: Shop,
    now: datetime,
    *,
    opened: bool = False,
    limits: Mapping[OrderState, float] = LIMITS,
) -> Card:
    """Return the order's card; `opened` is whether the panel shows it."""
    order = snapshot.order
    marks = marks_of(snapshot, shop)
    forward = comes_forward_at(order, shop.lead_minutes) if order.rests_in_later else None
    if forward is not None:
        text = translate("Card", "Comes forward {time}")
        time = day_clock(forward, shop, now)
        marks = (CardMark(ChipKind.PLAIN, text.format(time=time), "clock"), *marks)
    return Card(
        order_id=order.id,
        number=order.number,
        vendor=snapshot.vendor_title,
        initial=snapshot.vendor_title[:1].upper(),
        where=order.desk or order.customer.name,
        item_count=item_count(order.basket.item_count),
        amount=amount(order.basket.total, shop),
        accessible_name=accessible_name(snapshot, shop, marks),
        since=None if order.rests_in_later else waits_since(snapshot, shop.lead_minutes),
        limit=late_after(snapshot, shop, limits),
        items=items_line(snapshot),
        due_text=due_text(order, shop, now),
        marks=marks,
        unseen=not order.opened and not order.quiet and order.state is OrderState.NEW,
        opened=opened,
        struck=is_struck(order),
        number_of=snapshot.vendor_title if snapshot.twins else "",
    )


def accessible_name(
    snapshot: OrderSnapshot, shop: Shop, marks: tuple[CardMark, ...] | None = None
) -> str:
    """Return number, vendor, desk or customer, item count, amount and marks, as one name."""
    order = snapshot.order
    shown = marks_of(snapshot, shop) if marks is None else marks
    parts = (
        order.number,
        snapshot.vendor_title,
        order.desk or order.customer.name,
        item_count(order.basket.item_count),
        amount(order.basket.total, shop),
        *(lower_first(mark.text) for mark in shown),
    )
    return ", ".join(part for part in parts if part)


def items_line(snapshot: OrderSnapshot) -> str:
    """Return all items on one line: "2x Draught lager 0.5 l, 1x Lángos"."""
    return ", ".join(
        f"{line.quantity}{TIMES} {snapshot.name_of(line.product_id, line.name)}"
        for line in grouped(snapshot.order.basket.lines)
    )


def marks_of(snapshot: OrderSnapshot, shop: Shop) -> tuple[CardMark, ...]:
    """Return everything there is to say about the order, most urgent first.

    Money stands among the first two, which a card always has room for: no trouble hides it.
    """
    found = [mark for maker in _MAKERS if (mark := maker(snapshot, shop)) is not None]
    found.sort(key=lambda mark: _URGENCY.index(mark.kind))
    money = next((mark for mark in found[MOST_MARKS:] if mark.icon == "banknote"), None)
    if money is not None:
        found.remove(money)
        found.insert(MOST_MARKS - 1, money)
    return tuple(found)


# --- what somebody else did -----------------------------------------------------------------------

_ENDED_SHORT: Final[Mapping[OrderState, str]] = {
    OrderState.CANCELLED: QT_TRANSLATE_NOOP("Card", "Cancelled"),
    OrderState.REJECTED: QT_TRANSLATE_NOOP("Card", "Rejected"),
    OrderState.LEFT: QT_TRANSLATE_NOOP("Card", "Left"),
    OrderState.COLLECTED: QT_TRANSLATE_NOOP("Card", "Collected"),
}
_ENDED: Final[Mapping[OrderState, str]] = {
    OrderState.CANCELLED: QT_TRANSLATE_NOOP("Card", "Cancelled by the customer"),
    OrderState.REJECTED: QT_TRANSLATE_NOOP("Card", "Rejected elsewhere"),
    OrderState.LEFT: QT_TRANSLATE_NOOP("Card", "Left, set elsewhere"),
    OrderState.COLLECTED: QT_TRANSLATE_NOOP("Card", "Collected elsewhere"),
}


def _attention(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    order = snapshot.order
    if order.attention is Attention.ENDED_ELSEWHERE:
        text = translate("Card", _ENDED.get(order.state, _ENDED[OrderState.CANCELLED]))
        kind = ChipKind.BAD if order.state is OrderState.COLLECTED else ChipKind.BAD_SOLID
        icon = "close" if kind is ChipKind.BAD_SOLID else Shape.BAD
        return CardMark(kind, text, icon, translate("Card", _ENDED_SHORT.get(order.state, "")))
    if order.attention is Attention.CHANGED_ELSEWHERE:
        return CardMark(ChipKind.BAD, translate("Card", "Changed elsewhere"), Shape.BAD)
    if order.attention is Attention.WENT_ANOTHER_WAY:
        text = translate("Card", "{vendor} says otherwise").format(vendor=snapshot.vendor_title)
        return CardMark(ChipKind.BAD, text, Shape.BAD)
    if is_struck(order):
        text = translate("Card", _ENDED_SHORT[order.state])
        return CardMark(ChipKind.BAD_SOLID, text, "close")
    return None


def _unknown_word(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    order = snapshot.order
    if not order.word_is_unknown or order.state not in COLUMNS:
        return None
    return CardMark(ChipKind.DASHED, translate("Card", "State not known"), Shape.UNCONFIRMED)


# --- money ----------------------------------------------------------------------------------------


def _money(snapshot: OrderSnapshot, shop: Shop) -> CardMark | None:
    order = snapshot.order
    if order.payment is PaymentState.RETURN_DUE:
        text = translate("Card", "Give back {amount}")
        text = text.format(amount=amount(order.money_taken, shop))
        # The card's own amount says how much where all of it goes back.
        is_all = order.money_taken == order.basket.total
        short = translate("Card", "Give back") if is_all else ""
        return CardMark(ChipKind.MONEY, text, "banknote", short, picture_says_it=bool(short))
    if order.payment is PaymentState.FAILED:
        text = translate("Card", "Payment failed, {amount}")
        return CardMark(ChipKind.BAD, text.format(amount=amount(order.due, shop)), "banknote")
    if order.payment is not PaymentState.DUE:
        return None
    if order.due_doubt is not DueDoubt.NONE:
        return CardMark(ChipKind.MONEY, translate("Card", "To pay: ask"), "banknote")
    text = translate("Card", "To pay {amount}").format(amount=amount(order.due, shop))
    # So it does where all of it is due; where it is a part, how much must stand here.
    is_all = order.due == order.basket.total
    short = translate("Card", "To pay") if is_all else amount(order.due, shop)
    return CardMark(ChipKind.MONEY, text, "banknote", short, picture_says_it=is_all)


# --- equal numbers --------------------------------------------------------------------------------


def _twins(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    text = twins_text(snapshot)
    if not text:
        return None
    short = translate("Card", "{number} twice").format(number=snapshot.order.number)
    # Which one this is stands beside the number; that there are two may wait behind "+1".
    return CardMark(ChipKind.PLAIN, text, Shape.WARN, short)


# --- what the vendor knows ------------------------------------------------------------------------


def _sync(snapshot: OrderSnapshot, shop: Shop) -> CardMark | None:
    vendor, worst = snapshot.title_of(snapshot.worst_system), snapshot.worst_sync
    if snapshot.money_in_vain:
        return CardMark(ChipKind.BAD, translate("Card", "Money taken, not accepted"), Shape.BAD)
    if worst is SyncState.REFUSED:
        return _refused(snapshot, vendor)
    if worst is SyncState.UNCONFIRMED:
        return CardMark(ChipKind.DASHED, _not_confirmed(snapshot), Shape.UNCONFIRMED)
    if worst is SyncState.RETRYING:
        if not snapshot.tries:
            text = translate("Card", "Waits for {vendor}").format(vendor=vendor)
            return CardMark(ChipKind.WARN, text, "retry", translate("Card", "Waits"))
        text = translate("Card", "Trying again, {nth} time")
        nth = ordinal(snapshot.tries + 1, shop)
        return CardMark(ChipKind.WARN, text.format(nth=nth), "retry")
    if worst is SyncState.SENDING:
        text = translate("Card", "Telling {vendor}")
        if snapshot.order.undo is not None:  # nobody is told while it can be undone
            text = translate("Card", "{vendor} not told yet")
        return CardMark(ChipKind.PLAIN, text.format(vendor=vendor), "sending")
    return None


def _refused(snapshot: OrderSnapshot, vendor: str) -> CardMark:
    refused = snapshot.refused
    if refused is not None and refused.kind is PushKind.REGISTER:
        # Often the register was never asked: an article was missing here.
        text = translate("Card", "Not in {vendor}").format(vendor=vendor)
        return CardMark(ChipKind.BAD, text, Shape.BAD, translate("Card", "Register"))
    text = translate("Card", "Refused by {vendor}").format(vendor=vendor)
    return CardMark(ChipKind.BAD, text, Shape.BAD, translate("Card", "Refused"))


def _not_confirmed(snapshot: OrderSnapshot) -> str:
    kind = snapshot.question.kind if snapshot.question else snapshot.awaited
    if kind is PushKind.PAYMENT_RECEIVED:
        return translate("Card", "Payment not confirmed")
    if kind is None:
        return translate("Card", "Not confirmed")
    if kind is PushKind.REGISTER:
        register = snapshot.title_of(snapshot.worst_system)
        return translate("Card", "Not confirmed by {vendor}").format(vendor=register)
    return translate("Card", "{move} not confirmed").format(move=kind_text(kind))


def _points(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """Points that need a person; the sale itself goes on."""
    text = points_mark(snapshot.points) if snapshot.points is not None else ""
    return CardMark(ChipKind.WARN, text, "card", translate("Card", "Points")) if text else None


_MAKERS: Final[tuple[Callable[[OrderSnapshot, Shop], CardMark | None], ...]] = (
    _attention,
    _unknown_word,
    _sync,
    order_marks.late,
    slip_mark,
    _money,
    _points,
    order_marks.sold_out,
    order_marks.held,
    order_marks.refunded,
    order_marks.on_the_way,
    _twins,
    order_marks.pick_up,
    order_marks.delivery,
    order_marks.note,
)
