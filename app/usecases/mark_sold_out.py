"""Mark an item as sold out for today, and take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import IllegalMove
from app.domain.news import News, OrdersChanged, SoldOutChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.sold_out import SoldOut, product_ids, sold_out_parts
from app.domain.states import OrderState
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.situation import conclude, snapshot_of

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class MarkSoldOut:
    """Staff say that an item cannot be had any more today.

    `vendor` is whose order it was seen in, empty where it was chosen in the catalogue.
    """

    product_id: str
    name: str
    vendor: str = ""


@dataclass(frozen=True, slots=True)
class PutOnSale:
    """Staff take back that the item of that key is sold out; see `item_key`."""

    key: str


def mark_sold_out(command: MarkSoldOut, desk: Desk) -> list[News]:
    """Keep the item until the business day ends, and mark the new orders with it.

    Raises IllegalMove for an item without id and name.
    """
    now = desk.clock.now()
    day = desk.shop.business_day(now)
    item = SoldOut(
        product_id=command.product_id,
        name=plain(command.name, limit=_LONGEST_NAME) or command.product_id,
        day=day,
        since=now,
        vendor=command.vendor,
    )
    if not item.name:
        raise IllegalMove("an item without a name cannot be sold out")
    with desk.store.begin() as work:
        work.sold_out.forget_before(day)
        work.sold_out.put(item)
        data = {"key": item.key, "name": item.name}
        notice = Notice(NoticeCode.SOLD_OUT, Tone.WARN, data=data)
        return _concluded(work, desk, notice, [item])


def put_on_sale(command: PutOnSale, desk: Desk) -> list[News]:
    """Forget that the item is sold out; nothing happens when it is not."""
    with desk.store.begin() as work:
        items = work.sold_out.of_day(desk.shop.business_day(desk.clock.now()))
        item = next((item for item in items if item.key == command.key), None)
        if item is None:
            return [sold_out_today(work, desk)]
        work.sold_out.remove(item.key)
        data = {"key": item.key, "name": item.name}
        notice = Notice(NoticeCode.ON_SALE, Tone.PLAIN, data=data)
        return _concluded(work, desk, notice, [item])


def sold_out_today(work: UnitOfWork, desk: Desk) -> SoldOutChanged:
    """Return what is sold out today, for the screen."""
    return SoldOutChanged(tuple(work.sold_out.of_day(desk.shop.business_day(desk.clock.now()))))


def begin_day(desk: Desk) -> list[News]:
    """Forget what was sold out on earlier days: everything is on sale again."""
    with desk.store.begin() as work:
        work.sold_out.forget_before(desk.shop.business_day(desk.clock.now()))
        board = [order for order in work.orders.on_board() if order.state is OrderState.NEW]
        orders = OrdersChanged(tuple(snapshot_of(order, work, desk) for order in board))
        news: list[News] = [orders] if board else []
        return conclude(work, desk, news=[*news, sold_out_today(work, desk)])


def _concluded(
    work: UnitOfWork, desk: Desk, notice: Notice, items: Iterable[SoldOut]
) -> list[News]:
    """Commit, and show the orders on the board anew that have one of `items`."""
    board = [order for order in work.orders.on_board() if not order.state.is_end]
    names = work.catalogue.names(product_ids(board), desk.shop.language)
    changed = tuple(
        snapshot_of(order, work, desk) for order in board if sold_out_parts(order, items, names)
    )
    news: list[News] = [OrdersChanged(changed)] if changed else []
    return conclude(work, desk, notice, news=[*news, sold_out_today(work, desk)])
