"""Compose the slip of an order: what it says, in the language of slips."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from app.domain.basket import Basket, OrderLine, grouped
from app.domain.money import Money
from app.domain.money_format import figure_text, money_text
from app.domain.order import Order
from app.domain.practice import PRACTICE, practice_words
from app.domain.printing import JobKind, PrintJob
from app.domain.slip import LineKind, Slip, SlipLine
from app.domain.slip_code import short_slip_code
from app.domain.slip_template import SlipTemplate
from app.domain.slip_words import SLIP_WORDS, SlipWords
from app.domain.states import OrderState, PaymentState
from app.domain.text import plain, plain_lines
from app.usecases.desk import Desk, Shop, VendorFacts

LONGEST_COMMENT = 1000
MOST_COMMENT_LINES = 30


def compose_slip(
    order: Order,
    job: PrintJob,
    desk: Desk,
    *,
    names: Mapping[str, str],
    first_at: datetime,
    is_twin: bool = False,
) -> Slip:
    """Return what `job` prints for `order`; `first_at` is when its slip first came out, `is_twin`
    whether another order on the board has the same number."""
    return slip_of(
        order,
        job,
        shop=desk.shop.on_paper(),
        facts=desk.facts_of(order.vendor, on_paper=True),
        template=desk.session.template,
        names=names,
        first_at=first_at,
        is_twin=is_twin,
    )


def slip_of(
    order: Order,
    job: PrintJob,
    *,
    shop: Shop,
    facts: VendorFacts,
    template: SlipTemplate,
    names: Mapping[str, str],
    first_at: datetime,
    is_twin: bool = False,
) -> Slip:
    """Return the slip as `template` wants it; see `compose_slip`.

    What is to pay, the desk and the comment stand there whatever it wants.
    """
    words = SLIP_WORDS.get(shop.language, SLIP_WORDS["en"])
    title = facts.title
    moment = order.accepted_at or order.received_at
    headline, who = _headline(order, words, shop.timezone, named=template.customer)
    lines = _body(order, words, names, shop.language)
    return Slip(
        number=order.number,
        number_of=title if is_twin else "",
        shop=plain(shop.till_name, limit=60),
        vendor=title,
        moment=f"{date_text(moment, words, shop.timezone)}  {time_text(moment, shop.timezone)}",
        footer=words.not_a_receipt,
        code=order.slip_code if template.code else "",
        code_text=short_slip_code(order.slip_code) if template.code else "",
        bar=_bar(order, job, words, title, first_at, shop),
        headline=headline,
        vendor_number=plain(facts.own_number(order), limit=40),
        who=who,
        lines=tuple(lines if template.prices else _without_prices(lines, words)),
        facts=tuple(_facts(order, words, shop.language, title, prices=template.prices)),
        to_pay=_to_pay(order, words, shop.language),
        comment=plain_lines(
            order.customer.comment, limit=LONGEST_COMMENT, lines=MOST_COMMENT_LINES
        ),
        language=shop.language,
        logo=template.logo,
        top=template.top,
        bottom=template.bottom,
    )


def time_text(moment: datetime, zone: ZoneInfo) -> str:
    """Return hours and minutes on the shop's clock."""
    return moment.astimezone(zone).strftime("%H:%M")


def date_text(moment: datetime, words: SlipWords, zone: ZoneInfo) -> str:
    """Return the day on the shop's calendar, in the slip's language."""
    local = moment.astimezone(zone)
    return words.date.format(
        weekday=words.weekdays[local.weekday()],
        day=local.day,
        month=words.months[local.month - 1],
        year=local.year,
    )


def _bar(
    order: Order,
    job: PrintJob,
    words: SlipWords,
    title: str,
    first_at: datetime,
    shop: Shop,
) -> str:
    zone = shop.timezone
    practice = practice_words(shop.language).bar if order.vendor == PRACTICE else ""
    if job.kind is JobKind.REPRINT:
        time = time_text(first_at, zone)
        bar = words.reprint.format(copy=job.copy, time=time)
        return f"{practice} · {bar}" if practice else bar
    if practice:
        return practice
    if job.not_confirmed and order.state is OrderState.NEW:
        return words.not_confirmed.format(vendor=title.upper())
    return ""


def _headline(order: Order, words: SlipWords, zone: ZoneInfo, *, named: bool) -> tuple[str, str]:
    """Return the large line under the number, and who it is for when that is not in it."""
    name, desk = plain(order.customer.name, limit=60) * named, plain(order.desk, limit=40)
    if order.wanted_at is not None:
        wanted = words.brought if order.basket.is_delivered else words.pick_up
        headline = wanted.format(time=_wanted_text(order, order.wanted_at, words, zone))
        return headline, " · ".join(part for part in (desk, name) if part)
    if order.basket.is_delivered:
        return words.home_delivery, " · ".join(part for part in (desk, name) if part)
    return (desk, name) if desk else (name, "")


def _wanted_text(order: Order, wanted_at: datetime, words: SlipWords, zone: ZoneInfo) -> str:
    """Return the time of day, with the day where it is not the one on which it was accepted."""
    time, local = time_text(wanted_at, zone), wanted_at.astimezone(zone)
    today = (order.accepted_at or order.received_at).astimezone(zone).date()
    if local.date() == today:
        return time
    if 0 < (local.date() - today).days < len(words.weekdays):
        return f"{words.weekdays[local.weekday()]} {time}"
    return f"{date_text(wanted_at, words, zone)} {time}"


def _body(
    order: Order, words: SlipWords, names: Mapping[str, str], language: str
) -> Iterator[SlipLine]:
    basket = order.basket
    for line in grouped(basket.lines):
        yield SlipLine(
            LineKind.ITEM,
            _name(line, names),
            figure_text(line.unit_price * line.quantity, language),
            quantity=line.quantity,
            takeaway=words.take_away if line.takeaway else "",
        )
        yield from _details(line, line.quantity, words, names, language)
    yield from _extras(basket, words, language)
    label = words.total_paid_in_app if _is_paid_in_app(order) else words.total
    yield SlipLine(LineKind.TOTAL, label, money_text(basket.total, language))
    if not basket.total_has_tip:
        yield from _tip(basket, words, language)


def _without_prices(lines: Iterable[SlipLine], words: SlipWords) -> Iterator[SlipLine]:
    """Yield `lines` without amounts, and without those that are nothing but an amount."""
    for line in lines:
        is_discount = line.kind is LineKind.DETAIL and line.amount and line.text == words.discount
        if line.kind in (LineKind.ITEM, LineKind.DETAIL) and not is_discount:
            yield replace(line, amount="")


def _details(
    line: OrderLine, times: int, words: SlipWords, names: Mapping[str, str], language: str
) -> Iterator[SlipLine]:
    if line.discount:
        amount = figure_text(-line.discount * times, language)
        yield SlipLine(LineKind.DETAIL, words.discount, amount)
    if line.note:
        yield SlipLine(LineKind.DETAIL, plain(line.note, limit=200))
    for modifier in line.modifiers:
        units = modifier.quantity * times
        many = f"{modifier.quantity}x " if modifier.quantity > 1 else ""
        price = modifier.unit_price * units
        amount = figure_text(price, language) if price else ""
        yield SlipLine(LineKind.DETAIL, f"+ {many}{_name(modifier, names)}", amount)
        yield from _details(modifier, units, words, names, language)


def _extras(basket: Basket, words: SlipWords, language: str) -> Iterator[SlipLine]:
    for part in basket.adjustments:
        label = plain(part.label, limit=80) or words.discount
        yield SlipLine(LineKind.EXTRA, label, figure_text(part.amount, language))
    if basket.total_has_tip:
        yield from _tip(basket, words, language)
    if basket.delivery is not None and basket.delivery.fee:
        fee = figure_text(basket.delivery.fee, language)
        yield SlipLine(LineKind.EXTRA, words.delivery, fee)


def _tip(basket: Basket, words: SlipWords, language: str) -> Iterator[SlipLine]:
    if basket.tip:
        yield SlipLine(LineKind.EXTRA, words.tip, figure_text(basket.tip, language))


def _name(line: OrderLine, names: Mapping[str, str]) -> str:
    return plain(line.name or names.get(line.product_id, "") or line.product_id, limit=120)


def _is_paid_in_app(order: Order) -> bool:
    if order.vendor == PRACTICE:
        return False
    return order.payment is PaymentState.NOT_DUE and not order.taken and not order.due


def _to_pay(order: Order, words: SlipWords, language: str) -> tuple[str, str] | None:
    if not order.payment.blocks_hand_over:
        return None
    if order.due_doubt:
        return words.ask_amount, ""
    return words.to_pay, money_text(order.due, language)


def _facts(
    order: Order, words: SlipWords, language: str, vendor: str, *, prices: bool
) -> Iterator[str]:
    """Remarks below the total: what was paid here, and how the receipt is wanted."""
    if order.taken:
        taken = order.taken_in_all
        if taken > Money.zero(order.due.currency):
            amount = f" {money_text(taken, language)}" if prices else ""
            yield f"{words.paid_here}{amount}"
    if order.handed_over_unpaid:
        yield words.not_paid
    for fact in order.facts:
        if fact.key == "invoicing_type" and fact.value:
            yield plain(_invoicing(fact.value, words, vendor), limit=80)


def _invoicing(value: str, words: SlipWords, vendor: str) -> str:
    """Say in the slip's language who writes the receipt; words nobody knows stay as they are."""
    known = {
        "receipt": words.receipt,
        "invoice": words.invoice,
        "vendor_invoice": words.vendor_invoice.format(vendor=vendor),
    }
    return ", ".join(known.get(part, part) for part in value.split(", "))
