"""What Closing says of orders that are still open, of shifts and of outages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from babel.dates import format_date

from app.domain.book_news import ClosedChanged
from app.domain.books import OpenMoney, ShiftBook
from app.domain.device_news import SheetPrinted
from app.domain.money import Money
from app.domain.open_matters import MatterKind
from app.domain.order import PaymentMethod
from app.domain.printing import PrintResult
from app.domain.push import PushKind
from app.domain.shift import CashCount, CashMovement, CashWay, Shift
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState, PaymentState
from app.ui.theme import Shape
from app.ui.wording.figures import amount, clock, day_clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.order import state_chip
from app.ui.wording.printers import sheet_text
from app.usecases.desk import Shop

_GROUPS: Final[Mapping[MatterKind, tuple[str, str]]] = {
    MatterKind.OPEN: (
        QT_TRANSLATE_NOOP("Closing", "Still on the board"),
        QT_TRANSLATE_NOOP("Closing", "No order stands on the board."),
    ),
    MatterKind.UNPAID: (
        QT_TRANSLATE_NOOP("Closing", "Not paid"),
        QT_TRANSLATE_NOOP("Closing", "Everything is paid."),
    ),
    MatterKind.NOT_CONFIRMED: (
        QT_TRANSLATE_NOOP("Closing", "Not confirmed"),
        QT_TRANSLATE_NOOP("Closing", "Everything is confirmed."),
    ),
    MatterKind.TO_SETTLE: (
        QT_TRANSLATE_NOOP("Closing", "To settle"),
        QT_TRANSLATE_NOOP("Closing", "Nothing is to be settled."),
    ),
}
_METHODS: Final[Mapping[PaymentMethod, str]] = {
    PaymentMethod.CASH: QT_TRANSLATE_NOOP("Closing", "Cash"),
    PaymentMethod.CARD: QT_TRANSLATE_NOOP("Closing", "Card"),
    PaymentMethod.OTHER: QT_TRANSLATE_NOOP("Closing", "Other"),
}
_OUTCOMES: Final[Mapping[str, str]] = {
    OrderState.COLLECTED.value: QT_TRANSLATE_NOOP("Closing", "collected"),
    OrderState.REJECTED.value: QT_TRANSLATE_NOOP("Closing", "rejected"),
    OrderState.LEFT.value: QT_TRANSLATE_NOOP("Closing", "left"),
    OrderState.CANCELLED.value: QT_TRANSLATE_NOOP("Closing", "cancelled"),
    "": QT_TRANSLATE_NOOP("Closing", "still open"),
}
_DOUBTS: Final[Mapping[str, str]] = {
    "payment": QT_TRANSLATE_NOOP("Closing", "the payment"),
    PushKind.ACCEPT.value: QT_TRANSLATE_NOOP("Closing", "Accept"),
    PushKind.REJECT.value: QT_TRANSLATE_NOOP("Closing", "Reject"),
    PushKind.READY.value: QT_TRANSLATE_NOOP("Closing", "Ready"),
    PushKind.ON_THE_WAY.value: QT_TRANSLATE_NOOP("Closing", "On the way"),
    PushKind.COLLECTED.value: QT_TRANSLATE_NOOP("Closing", "Collected"),
    PushKind.LEFT.value: QT_TRANSLATE_NOOP("Closing", "Left"),
    PushKind.CANCEL_ORDER.value: QT_TRANSLATE_NOOP("Closing", "Cancel order"),
    PushKind.PAYMENT_RECEIVED.value: QT_TRANSLATE_NOOP("Closing", "the payment"),
    PushKind.PAYMENT_FAILED.value: QT_TRANSLATE_NOOP("Closing", "the failed payment"),
    PushKind.REGISTER.value: QT_TRANSLATE_NOOP("Closing", "the order at the register"),
    PushKind.TICKET.value: QT_TRANSLATE_NOOP("Closing", "loyalty points"),
    PushKind.RECTIFICATION.value: QT_TRANSLATE_NOOP("Closing", "loyalty points given back"),
}

_WAYS: Final[Mapping[CashWay, str]] = {
    CashWay.IN: QT_TRANSLATE_NOOP("Closing", "Paid in at {time}"),
    CashWay.OUT: QT_TRANSLATE_NOOP("Closing", "Paid out at {time}"),
    CashWay.NO_SALE: QT_TRANSLATE_NOOP("Closing", "Drawer opened at {time}, no sale"),
}


def closed_text(closed: ClosedChanged, shop: Shop, now: datetime) -> str:
    """Return since when the till is closed, by whom, and what happens to new orders; "" if not."""
    if closed.since is None:
        return ""
    text = translate(
        "Closing", "Closed since {since}. New orders are kept: they ring when you open."
    )
    if closed.by:
        text = translate(
            "Closing",
            "Closed since {since} by {name}. New orders are kept: they ring when you open.",
        )
    return text.format(since=day_clock(closed.since, shop, now), name=closed.by)


def books_printed_text(news: SheetPrinted) -> str:
    """Return what became of a printed sheet of figures."""
    if not news.printer:
        return translate("Closing", "No printer of this till prints slips.")
    if news.outcome.result in (PrintResult.PRINTED, PrintResult.SENT):
        return translate("Closing", "Printed by “{printer}”.").format(printer=news.printer)
    return sheet_text(news)


def group_head(kind: MatterKind | None, count: int) -> str:
    """Return the head of a group: "Not paid · 2"; None came in while the list was looked at."""
    head = translate("Closing", "Came in meanwhile")
    if kind is not None:
        head = translate("Closing", _GROUPS[kind][0])
    return f"{head} · {count}" if count else head


def all_well_text(kind: MatterKind | None) -> str:
    """Return what is said of a group in which there is nothing."""
    return "" if kind is None else translate("Closing", _GROUPS[kind][1])


def method_text(method: PaymentMethod) -> str:
    """Return a way of paying."""
    return translate("Closing", _METHODS[method])


def outcome_text(state: str) -> str:
    """Return how orders ended, "" for those that have not."""
    return translate("Closing", _OUTCOMES.get(state, state))


def doubt_text(entry: OpenMoney, titles: Mapping[str, str]) -> str:
    """Return what is not confirmed of an order, and by whom."""
    if entry.what == "unpaid":
        return translate("Closing", "handed over unpaid")
    what = translate("Closing", _DOUBTS.get(entry.what, entry.what))
    by = titles.get(entry.system, entry.system)
    return translate("Closing", "{what}, by {vendor}").format(what=what, vendor=by)


def matter_line(snapshot: OrderSnapshot, kind: MatterKind, shop: Shop, now: datetime) -> str:
    """Return why the order is on the list, in one short line."""
    order = snapshot.order
    since = day_clock(order.received_at, shop, now)
    text = translate("Closing", "{vendor} · {state} · since {since}")
    if kind is MatterKind.UNPAID and order.state is OrderState.COLLECTED:
        text = translate("Closing", "{vendor} · handed over unpaid · since {since}")
    elif kind is MatterKind.UNPAID and order.payment is PaymentState.FAILED:
        text = translate("Closing", "{vendor} · payment failed · since {since}")
    elif kind is MatterKind.NOT_CONFIRMED:
        text = translate("Closing", "{vendor} · nobody has confirmed it · since {since}")
    elif kind is MatterKind.TO_SETTLE and order.payment is PaymentState.RETURN_DUE:
        text = translate("Closing", "{vendor} · money goes back · since {since}")
    elif kind is MatterKind.TO_SETTLE and order.to_settle:
        text = translate("Closing", "{vendor} · settle it there · since {since}")
    state = state_chip(snapshot).text
    return text.format(vendor=snapshot.vendor_title, state=state, since=since)


def matter_amount(snapshot: OrderSnapshot, kind: MatterKind) -> Money:
    """Return the money the row is about: what is due, what goes back, or the total."""
    order = snapshot.order
    if kind is MatterKind.UNPAID:
        return order.due
    if order.payment is PaymentState.RETURN_DUE:
        return order.money_taken
    return order.basket.total


def day_text(day: date, shop: Shop) -> str:
    """Return a business day: "Fri 20 Nov 2026"."""
    pattern = {"hu": "y. MMM d., E", "de": "E, d. MMM y"}.get(shop.language, "E d MMM y")
    return format_date(day, pattern, locale=shop.language)


def shift_text(shift: Shift, shop: Shop, now: datetime) -> str:
    """Return the hours of a shift."""
    since = day_clock(shift.opened_at, shop, now)
    if shift.closed_at is None:
        return translate("Closing", "Since {since}, still open").format(since=since)
    same_day = shop.business_day(shift.opened_at) == shop.business_day(shift.closed_at)
    until = clock(shift.closed_at, shop) if same_day else day_clock(shift.closed_at, shop, now)
    return translate("Closing", "{since} to {until}").format(since=since, until=until)


def difference_text(count: CashCount, shop: Shop) -> str:
    """Return the difference in its word, such as "500 Ft missing"; a sign would say it twice."""
    difference = count.difference
    if difference is None or not difference:
        return translate("Closing", "No difference")
    if difference.minor < 0:
        text = translate("Closing", "{amount} missing")
        return text.format(amount=amount(-difference, shop))
    text = translate("Closing", "{amount} too much")
    return text.format(amount=amount(difference, shop))


def difference_shape(count: CashCount) -> Shape:
    """Return the shape that goes with the difference."""
    return Shape.WARN if count.difference else Shape.OK


def shift_result(book: ShiftBook, shop: Shop) -> str:
    """Return how a closed shift came out, in all currencies; "" while it is open."""
    if book.shift.closed_at is None:
        return ""
    off = [count for count in book.cash if count.difference]
    if not off:
        return translate("Closing", "No difference")
    return ", ".join(difference_text(count, shop) for count in off)


def shift_people(shift: Shift, names: Mapping[str, str]) -> str:
    """Return who opened and who closed a shift, as far as they are named."""
    said = []
    if name := names.get(shift.opened_by):
        said.append(translate("Closing", "opened by {name}").format(name=name))
    if name := names.get(shift.closed_by):
        said.append(translate("Closing", "closed by {name}").format(name=name))
    return ", ".join(said)


def movement_text(movement: CashMovement, shop: Shop, names: Mapping[str, str]) -> str:
    """Return when cash was moved, which way and by whom: "Paid out at 18:24 · Anna"."""
    text = translate("Closing", _WAYS[movement.way]).format(time=clock(movement.at, shop))
    name = names.get(movement.by)
    return f"{text} · {name}" if name else text


def signed(movement: CashMovement) -> Money:
    """Return the amount of a movement, below zero when it was paid out."""
    return -movement.amount if movement.way is CashWay.OUT else movement.amount


def minutes_text(minutes: int) -> str:
    """Return how long something was out."""
    if minutes < 120:
        return translate("Closing", "{count} min").format(count=minutes)
    text = translate("Closing", "{hours} h {minutes} min")
    return text.format(hours=minutes // 60, minutes=minutes % 60)
