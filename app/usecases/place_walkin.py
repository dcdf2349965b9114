"""Place an order that staff have keyed in: an amount, products of the catalogue, or both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.basket import Basket, OrderLine
from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.money import Money, total
from app.domain.news import News, OrdersChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.product import Product
from app.domain.report import Customer
from app.domain.slip_words import SLIP_WORDS
from app.domain.states import OrderState, PaymentState
from app.domain.text import plain
from app.domain.walkin import MOST_OF_ONE, WALKIN, WALKIN_AMOUNT, WalkinItem
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.number_order import our_number
from app.usecases.situation import conclude, snapshot_of
from app.usecases.slips import queue_slip

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class PlaceWalkin:
    """Staff press Place order.

    `key` is made by who asks and the same for every repeat: one key is one order. `amount` was
    keyed in; `items` are at the prices the customer was told. `name` is for whom, or what to know.
    """

    key: str
    amount: Money | None = None
    items: tuple[WalkinItem, ...] = ()
    name: str = ""


def place_walkin(command: PlaceWalkin, desk: Desk) -> list[News]:
    """Put the order into Preparing, to be paid here, and its slip into the queue, in one commit.

    Raises IllegalMove when walk-in orders are switched off, or nothing is to be paid.
    """
    if not desk.shop.walkin:
        raise IllegalMove("walk-in orders are switched off")
    _check(command, desk.shop.currency)
    with desk.store.begin() as work:
        known = work.orders.find(WALKIN, command.key)
        if known is not None:
            return [OrdersChanged((snapshot_of(known, work, desk),))]
        order = _order(work, desk, command)
        work.orders.add(order, "")
        work.record([Event(order.id, order.received_at, EventKind.KEYED_IN)])
        notices = queue_slip(work, desk, order)
        return conclude(work, desk, _placed(order), *notices)


def _check(command: PlaceWalkin, currency: str) -> None:
    amounts = [item.price for item in command.items]
    if command.amount is not None:
        amounts.append(command.amount)
    if any(amount.currency != currency for amount in amounts):
        raise IllegalMove("a walk-in order is in the shop's currency")
    zero = Money.zero(currency)
    if any(amount < zero for amount in amounts) or not any(amounts):
        raise IllegalMove("a walk-in order has something to pay, and nothing below zero")
    if not all(1 <= item.quantity <= MOST_OF_ONE for item in command.items):
        raise IllegalMove(f"a line has 1 to {MOST_OF_ONE} pieces")


def _order(work: UnitOfWork, desk: Desk, command: PlaceWalkin) -> Order:
    now = desk.clock.now()
    basket = _basket(work, desk, command)
    return Order(
        id=desk.ids.new(),
        vendor=WALKIN,
        vendor_order_id=command.key,
        number=our_number(work, desk),
        number_is_ours=True,
        slip_code=desk.ids.slip_code(),
        state=OrderState.PREPARING,
        payment=PaymentState.DUE,
        due=basket.total,
        basket=basket,
        customer=Customer(name=plain(command.name, limit=_LONGEST_NAME)),
        placed_at=now,
        received_at=now,
        accepted_at=now,
        accepted_here=True,
        opened=True,
    )


def _basket(work: UnitOfWork, desk: Desk, command: PlaceWalkin) -> Basket:
    currency, language = desk.shop.currency, desk.shop.language
    wanted = [item.product_id for item in command.items]
    products = work.catalogue.products([*wanted, WALKIN_AMOUNT])
    lines = tuple(_lines(command, products, language))
    nothing = Money.zero(currency)
    return Basket(
        currency=currency,
        lines=lines,
        tip=nothing,
        tip_collect=nothing,
        total=total((line.net for line in lines), currency),
        total_is_computed=False,  # it is what the customer was told
    )


def _lines(
    command: PlaceWalkin, products: Mapping[str, Product], language: str
) -> Iterator[OrderLine]:
    for item in command.items:
        yield _line(item, products.get(item.product_id), language)
    if command.amount:
        words = SLIP_WORDS.get(language, SLIP_WORDS["en"])
        item = WalkinItem(WALKIN_AMOUNT, 1, command.amount)
        yield _line(item, products.get(WALKIN_AMOUNT), language, otherwise=words.amount)


def _line(
    item: WalkinItem, product: Product | None, language: str, *, otherwise: str = ""
) -> OrderLine:
    # The name is kept: what was sold keeps it when the catalogue changes.
    name = product.name(language) if product is not None else ""
    return OrderLine(
        product_id=item.product_id,
        name=name or otherwise,
        unit_price=item.price,
        discount=Money.zero(item.price.currency),
        collect=item.price,
        quantity=item.quantity,
        vat=product.vat if product is not None else None,
    )


def _placed(order: Order) -> Notice:
    data = {"minor": str(order.due.minor), "currency": order.due.currency}
    return Notice(NoticeCode.PLACED, Tone.OK, order.id, order.number, order.vendor, data)
