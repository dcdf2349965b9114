"""The lines of an order and the sums below them, as the panel writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from app.domain.basket import Basket, DeliveryKind, OrderLine, grouped
from app.domain.money import Money, total
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.report import DueDoubt
from app.domain.snapshot import OrderSnapshot
from app.domain.states import PaymentState
from app.ui.wording.figures import TIMES, amount, figure
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop
from app.usecases.mark_sold_out import MarkSoldOut


@dataclass(frozen=True, slots=True)
class Detail:
    """A row below a line's name: a modifier, a discount, a note. Thread: any."""

    text: str
    price: str = ""
    depth: int = 0
    small: bool = False


@dataclass(frozen=True, slots=True)
class LineWords:
    """One line of the order. Thread: any.

    `item` is what marks it as sold out, None where it has neither id nor name; `sold_out` are the
    keys under which it, or something in it, was marked.
    """

    quantity: str
    name: str
    price: str
    tag: str = ""
    details: tuple[Detail, ...] = ()
    item: MarkSoldOut | None = None
    sold_out: tuple[str, ...] = ()


class Weight(Enum):
    """How a sum stands out."""

    QUIET = "quiet"
    PLAIN = "plain"
    STRONG = "strong"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Sum:
    """A row below the lines; `remark` stands small behind the label. Thread: any."""

    label: str
    value: str
    weight: Weight = Weight.PLAIN
    remark: str = ""


# --- lines ----------------------------------------------------------------------------------------


def line_words(snapshot: OrderSnapshot, shop: Shop) -> tuple[LineWords, ...]:
    """Return the lines, equal ones drawn together."""
    basket = snapshot.order.basket
    shows_vat = len(_vat_rates(basket)) > 1
    shows_collect = _is_collected_in_part(basket)

    def words(line: OrderLine) -> LineWords:
        details = (
            *_details(line, line.quantity, 0, snapshot, shop),
            *_small(line, shop, shows_vat=shows_vat, shows_collect=shows_collect),
        )
        return LineWords(
            quantity=f"{line.quantity}{TIMES}",
            name=snapshot.name_of(line.product_id, line.name) or translate("Lines", "No name"),
            price=figure(line.unit_price * line.quantity, shop),
            tag=translate("Lines", "Take-away") if line.takeaway else "",
            details=details,
            item=_item(line, snapshot),
            sold_out=snapshot.sold_out_in(line),
        )

    return tuple(words(line) for line in grouped(basket.lines))


def _item(line: OrderLine, snapshot: OrderSnapshot) -> MarkSoldOut | None:
    name = snapshot.name_of(line.product_id, line.name)
    return MarkSoldOut(line.product_id, name, snapshot.order.vendor) if name else None


def _details(
    line: OrderLine, times: int, depth: int, snapshot: OrderSnapshot, shop: Shop
) -> Iterator[Detail]:
    if line.discount:
        off = -line.discount * times
        yield Detail(translate("Lines", "discount"), figure(off, shop), depth)
    if line.note:
        yield Detail(line.note, "", depth)
    for modifier in line.modifiers:
        units = modifier.quantity * times
        many = f"{modifier.quantity}{TIMES} " if modifier.quantity > 1 else ""
        name = snapshot.name_of(modifier.product_id, modifier.name)
        tag = f" ({translate('Lines', 'take-away')})" if modifier.takeaway else ""
        price = modifier.unit_price * units
        yield Detail(f"+ {many}{name}{tag}", figure(price, shop) if price else "", depth)
        yield from _details(modifier, units, depth + 1, snapshot, shop)


def _small(
    line: OrderLine, shop: Shop, *, shows_vat: bool, shows_collect: bool
) -> Iterator[Detail]:
    said = []
    if shows_vat:
        rates = dict.fromkeys(part.vat for part in line.walk() if part.vat is not None)
        said += [_vat_text(rate) for rate in rates]
    if shows_collect:
        here = _collected_of(line)
        nothing = translate("Lines", "nothing to pay here")
        some = translate("Lines", "{amount} to pay here")
        said.append(some.format(amount=amount(here, shop)) if here else nothing)
    if said:
        yield Detail(" · ".join(said), small=True)


def _collected_of(line: OrderLine) -> Money:
    one = total((part.collect * part.quantity for part in line.walk()), line.collect.currency)
    # `grouped` draws equal lines together: what the modifiers collect is for one unit.
    extra = one - line.collect * line.quantity
    return line.collect * line.quantity + extra * line.quantity


def _is_collected_in_part(basket: Basket) -> bool:
    """Tell whether some lines are to be paid here and others are not, or only in part."""
    if not basket.collect:
        return False
    return any(
        part.collect * part.quantity != part.net for line in basket.lines for part in line.walk()
    )


def _vat_rates(basket: Basket) -> list[Decimal]:
    rates = dict.fromkeys(
        part.vat for line in basket.lines for part in line.walk() if part.vat is not None
    )
    return list(rates)


def _vat_text(rate: Decimal) -> str:
    return translate("Lines", "VAT {rate} %").format(rate=f"{rate.normalize():f}")


# --- sums -----------------------------------------------------------------------------------------

_METHODS: Final[Mapping[PaymentMethod, str]] = {
    PaymentMethod.CASH: QT_TRANSLATE_NOOP("Lines", "Paid here in cash"),
    PaymentMethod.CARD: QT_TRANSLATE_NOOP("Lines", "Paid here by card"),
    PaymentMethod.OTHER: QT_TRANSLATE_NOOP("Lines", "Paid here another way"),
}
_RETURNS: Final[Mapping[PaymentMethod, str]] = {
    PaymentMethod.CASH: QT_TRANSLATE_NOOP("Lines", "Given back in cash"),
    PaymentMethod.CARD: QT_TRANSLATE_NOOP("Lines", "Given back by card"),
    PaymentMethod.OTHER: QT_TRANSLATE_NOOP("Lines", "Given back another way"),
}


def sums(snapshot: OrderSnapshot, shop: Shop) -> tuple[Sum, ...]:
    """Return tip, delivery, total, what is paid, what is to be paid or given back, and VAT."""
    order = snapshot.order
    return (
        *_extras(order.basket, shop),
        _total(order.basket, shop),
        *(() if order.basket.total_has_tip else _tip(order.basket, shop)),
        *_paid(order, shop),
        *_open(order, shop),
        *_vat(order.basket),
    )


def _extras(basket: Basket, shop: Shop) -> Iterator[Sum]:
    for part in basket.adjustments:
        yield Sum(part.label or translate("Lines", "Discount"), figure(part.amount, shop))
    if basket.total_has_tip:
        yield from _tip(basket, shop)
    delivery = basket.delivery
    if delivery is None:
        return
    labels = {
        DeliveryKind.HOME_DELIVERY: translate("Lines", "Home delivery"),
        DeliveryKind.TAKE_AWAY: translate("Lines", "Take-away fee"),
    }
    if delivery.fee:
        label = labels.get(delivery.kind) or translate("Lines", "Delivery")
        yield Sum(label, figure(delivery.fee, shop))


def _tip(basket: Basket, shop: Shop) -> Iterator[Sum]:
    if basket.tip:
        yield Sum(translate("Lines", "Tip"), figure(basket.tip, shop))


def _total(basket: Basket, shop: Shop) -> Sum:
    remark = translate("Lines", "added up here") if basket.total_is_computed else ""
    return Sum(translate("Lines", "Total"), amount(basket.total, shop), Weight.TOTAL, remark)


def _paid(order: Order, shop: Shop) -> Iterator[Sum]:
    in_app = order.basket.total - order.due
    zero = Money.zero(order.due.currency)
    nothing_here = order.payment is PaymentState.NOT_DUE and not order.taken and not order.due
    if nothing_here and not order.handed_over_unpaid and not order.state.is_end:
        yield Sum(translate("Lines", "Nothing to pay here"), "")
    elif order.due and in_app > zero:
        yield Sum(translate("Lines", "Paid in the app"), amount(in_app, shop))
    for part in order.taken:
        yield Sum(translate("Lines", _METHODS[part.method]), amount(part.amount, shop))
        yield from _change(part, shop)
    if order.payment is PaymentState.RECEIVED and not order.taken:
        yield Sum(translate("Lines", "Paid"), amount(order.due, shop))
    for part in order.returned:
        yield Sum(translate("Lines", _RETURNS[part.method]), amount(part.amount, shop))


def _change(part: PaymentPart, shop: Shop) -> Iterator[Sum]:
    if part.given is None or part.given <= part.amount:
        return
    label = translate("Lines", "Cash given {given}, change")
    change = amount(part.given - part.amount, shop)
    yield Sum(label.format(given=amount(part.given, shop)), change, Weight.QUIET)


def _open(order: Order, shop: Shop) -> Iterator[Sum]:
    due = amount(order.due, shop)
    if order.payment is PaymentState.DUE and order.due_doubt is not DueDoubt.NONE:
        ask = translate("Lines", "ask")
        yield Sum(translate("Lines", "To pay here"), ask, Weight.STRONG)
    elif order.payment is PaymentState.DUE:
        yield Sum(translate("Lines", "To pay here"), due, Weight.STRONG)
    elif order.payment is PaymentState.FAILED:
        yield Sum(translate("Lines", "Payment failed, to pay here"), due, Weight.STRONG)
    elif order.payment is PaymentState.UNCONFIRMED:
        yield Sum(translate("Lines", "Not confirmed"), due, Weight.STRONG)
    elif order.payment is PaymentState.RETURN_DUE:
        back = amount(order.money_taken, shop)
        yield Sum(translate("Lines", "To give back"), back, Weight.STRONG)


def _vat(basket: Basket) -> Iterator[Sum]:
    rates = _vat_rates(basket)
    if len(rates) == 1 and all(line.vat is not None for line in basket.lines):
        label = translate("Lines", "VAT on all lines")
        yield Sum(label, f"{rates[0].normalize():f} %", Weight.QUIET)
