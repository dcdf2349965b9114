"""Tie a loyalty card to an order, take it off again, and say what becomes of its points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from app.domain.errors import IllegalMove
from app.domain.events import Event, EventKind
from app.domain.news import News
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.points import Points, is_unsent, the_ticket, trouble_of
from app.domain.practice import PRACTICE
from app.domain.push import PushKind, PushState, has_left
from app.domain.scan import LONGEST_SCAN
from app.domain.text import plain
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.keep_points import (
    drop_push,
    keep_points,
    loyalty_pushes,
    new_loyalty_push,
    standing_of,
)
from app.usecases.situation import conclude, points_on


@dataclass(frozen=True, slots=True)
class TieCard:
    """Staff put a typed card to an order, perhaps in place of another.

    The text is personal data: it is kept with the order, and nowhere else.
    """

    order_id: str
    card: str


@dataclass(frozen=True, slots=True)
class UntieCard:
    """Staff take the card off an order again."""

    order_id: str


@dataclass(frozen=True, slots=True)
class TryPointsAgain:
    """Staff have an order's points told once more."""

    order_id: str


@dataclass(frozen=True, slots=True)
class LeavePoints:
    """Staff have seen that an order's points are not booked, and leave it so."""

    order_id: str


class CardVerdict(StrEnum):
    """What became of a card that was put to an order."""

    TIED = "tied"
    SAME = "same"  # it was there already
    TOO_LATE = "too late"  # the ticket of another card is out: one ticket per sale
    NOTHING = "earns nothing"
    UNFIT = "unfit"  # no card looks like this


def tie_card(command: TieCard, desk: Desk) -> list[News]:
    """Put the card to the order; without a loyalty programme that is not possible."""
    if desk.loyalty is None:
        raise IllegalMove("there is no loyalty programme")
    card = plain(command.card.strip(), limit=LONGEST_SCAN)
    pattern = desk.patterns.card
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        if pattern is None or pattern.fullmatch(card) is None:
            return conclude(work, desk, _about(order, desk, CardVerdict.UNFIT))
        verdict = tie_in(work, desk, order, card)
        return conclude(work, desk, _about(order, desk, verdict))


def tie_in(work: UnitOfWork, desk: Desk, order: Order, card: str) -> CardVerdict:
    """Put the card to the order inside a unit of work that is under way, where that is possible.

    The ticket's id is made here, at the first card; another card keeps it. Nothing goes out for as
    long as a move can be undone, and not before the sale is paid.
    """
    points = points_on(order, work, desk)
    if points is None or not points.can_tie:
        return _why_not(work, order, card, points)
    if work.cards.get(order.id) == card and not points.can_try_again:
        return CardVerdict.SAME
    work.cards.tie(order.id, card)
    ticket = the_ticket(loyalty_pushes(work, order.id))
    wait = desk.shop.undo_seconds
    if ticket is None:
        reference = desk.ids.new()
        work.outbox.add(new_loyalty_push(work, desk, order, PushKind.TICKET, reference, wait))
    else:
        work.outbox.save(
            replace(
                ticket,
                state=PushState.WAITING,
                due_at=desk.clock.now() + timedelta(seconds=wait),
                message=standing_of(work, order),
                body="",
                refusal="",
                tries=0,
                misses=0,
                held=False,
                acknowledged=False,
                settled_at=None,
            )
        )
    keep_points(work, desk, order.id)
    work.record([Event(order.id, desk.clock.now(), EventKind.CARD_TIED)])
    return CardVerdict.TIED


def _why_not(work: UnitOfWork, order: Order, card: str, points: Points | None) -> CardVerdict:
    if points is None:
        return CardVerdict.NOTHING if order.vendor == PRACTICE else CardVerdict.UNFIT
    if work.cards.get(order.id) == card:
        return CardVerdict.SAME
    ticket = the_ticket(loyalty_pushes(work, order.id))
    return CardVerdict.TOO_LATE if ticket and has_left(ticket) else CardVerdict.NOTHING


def untie_card(command: UntieCard, desk: Desk) -> list[News]:
    """Take the card off the order and drop its ticket, while nothing of it has been sent."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        points = points_on(order, work, desk)
        if points is None or not points.can_remove:
            raise IllegalMove("the points of this card are told already")
        now = desk.clock.now()
        ticket = the_ticket(loyalty_pushes(work, order.id))
        if ticket is not None and is_unsent(ticket):
            drop_push(work, ticket, now)
        elif ticket is not None:
            work.outbox.save(replace(ticket, acknowledged=True))
        work.cards.untie(order.id)
        work.record([Event(order.id, now, EventKind.CARD_REMOVED)])
        return conclude(work, desk, _notice(NoticeCode.CARD_REMOVED, Tone.PLAIN, order, desk))


def try_points_again(command: TryPointsAgain, desk: Desk) -> list[News]:
    """Have told what is stuck: in the same words while they may be known already, else anew."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        push = trouble_of(loyalty_pushes(work, order.id))
        if push is None or not work.cards.get(order.id):
            raise IllegalMove("there is nothing to tell again")
        again = replace(push, due_at=desk.clock.now(), held=False, settled_at=None)
        again = replace(again, acknowledged=False, refusal="", misses=0)
        if has_left(push):
            again = replace(again, state=PushState.UNCONFIRMED)
        else:
            again = replace(again, state=PushState.WAITING, body="", tries=0)
        work.outbox.save(again)
        return conclude(work, desk)


def leave_points(command: LeavePoints, desk: Desk) -> list[News]:
    """Take the trouble off the order's card; what is not known stays not known."""
    with desk.store.begin() as work:
        order = work.orders.get(command.order_id)
        push = trouble_of(loyalty_pushes(work, order.id))
        if push is None:
            return []
        if push.state is PushState.REFUSED:
            work.outbox.save(replace(push, acknowledged=True))
        elif has_left(push):
            drop_push(work, push, desk.clock.now())
        else:
            work.outbox.save(replace(push, acknowledged=True))
        return conclude(work, desk)


def _about(order: Order, desk: Desk, verdict: CardVerdict) -> Notice:
    if verdict in (CardVerdict.TIED, CardVerdict.SAME):
        return _notice(NoticeCode.CARD_TIED, Tone.OK, order, desk)
    notice = _notice(NoticeCode.CARD_NOT_TIED, Tone.WARN, order, desk)
    return replace(notice, data={"why": verdict.value})


def _notice(code: NoticeCode, tone: Tone, order: Order, desk: Desk) -> Notice:
    facts = desk.loyalty
    return Notice(code, tone, order.id, order.number, facts.name if facts else "")
