"""What staff do about orders a register does not have, although it should.

Kitchen, slip and hand-over go on regardless.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.news import News
from app.domain.product import Product
from app.domain.push import Push, PushKind, PushState
from app.domain.staff import GuardedAct
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin
from app.usecases.push_ends import follow
from app.usecases.register_list import register_lines
from app.usecases.situation import conclude


@dataclass(frozen=True, slots=True)
class MapArticle:
    """Staff say which of the register's articles a product is."""

    product_id: str
    article: str
    name: str = ""  # kept where the catalogue did not know the product


@dataclass(frozen=True, slots=True)
class SendToRegister:
    """Staff have an order sent to the register once more; `away` answers whether all of it is taken
    away, where the basket leaves that open."""

    push_id: str
    away: bool | None = None


@dataclass(frozen=True, slots=True)
class RungUp:
    """Staff have rung the order up at the register by hand."""

    push_id: str


def map_article(command: MapArticle, desk: Desk) -> list[News]:
    """Keep the article, and send every listed order again that lacks none any more.

    An article is part of the catalogue, and so of Settings. Raises IllegalMove for an article of no
    letters.
    """
    article = plain(command.article, limit=60)
    if not article:
        raise IllegalMove("an article has a number or a name")
    with desk.store.begin() as work:
        need_pin(GuardedAct.SETTINGS, work, desk)
        known = work.catalogue.products([command.product_id]).get(command.product_id)
        # An id in place of a name is none: the product still waits for somebody to name it.
        is_named = command.name not in ("", command.product_id)
        names = {desk.shop.language: plain(command.name, limit=200)} if is_named else {}
        product = known or Product(product_id=command.product_id, names=names)
        work.catalogue.put(replace(product, article=article))
        for push in work.outbox.refused(PushKind.REGISTER):
            lines = register_lines(work, desk, work.orders.get(push.order_id))
            has_it = any(line.product_id == command.product_id for line in lines)
            if has_it and all(line.article for line in lines):
                _send_again(work, desk, push)
        return conclude(work, desk)


def send_to_register(command: SendToRegister, desk: Desk) -> list[News]:
    """Compose the order anew and send it; raises IllegalMove when it is not on the list."""
    with desk.store.begin() as work:
        push = _listed(work, command.push_id)
        if command.away is not None:
            push = replace(push, message="away" if command.away else "here")
        _send_again(work, desk, push)
        return conclude(work, desk)


def rung_up(command: RungUp, desk: Desk) -> list[News]:
    """Take the order off the list: the register has it, though not from here."""
    with desk.store.begin() as work:
        push = _listed(work, command.push_id)
        order = work.orders.get(push.order_id)
        data = {"kind": push.kind.value, "system": push.system, "happened": "yes"}
        work.record([Event(order.id, desk.clock.now(), EventKind.SETTLED_BY_STAFF, data)])
        return conclude(work, desk, *follow(work, desk, order, push))


def send_what_lacks_nothing(work: UnitOfWork, desk: Desk) -> None:
    """Send the listed orders again whose missing articles the catalogue has learned meanwhile."""
    for entry in desk.session.not_in_register:
        lacked = any(not line.article for line in entry.lines)
        lines = register_lines(work, desk, work.orders.get(entry.order_id))
        if lacked and all(line.article for line in lines):
            _send_again(work, desk, _listed(work, entry.push_id))


def _listed(work: UnitOfWork, push_id: str) -> Push:
    push = work.outbox.get(push_id)
    if push.kind is not PushKind.REGISTER or push.state is not PushState.REFUSED:
        raise IllegalMove("the order is not on the list any more")
    return push


def _send_again(work: UnitOfWork, desk: Desk, push: Push) -> None:
    again = replace(push, state=PushState.WAITING, body="", refusal="", acknowledged=False)
    due_at = desk.clock.now()
    work.outbox.save(replace(again, tries=0, held=False, settled_at=None, due_at=due_at))
