"""Where an order stands now, for deciding and for showing; and how every use case ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.domain.capabilities import Telling
from app.domain.moves import offered_moves
from app.domain.news import News, Noticed, OrdersChanged
from app.domain.notice import Notice
from app.domain.order import Order
from app.domain.points import LOYALTY_KINDS, Points, points_of, sync_of
from app.domain.practice import PRACTICE
from app.domain.printing import JobKind, PrintJob
from app.domain.push import PushKind, PushState, sync_by_system
from app.domain.situation import Situation
from app.domain.snapshot import MoneyAtHand, OrderSnapshot
from app.domain.sold_out import sold_out_parts
from app.domain.states import EndedBy, JobState, Move, OrderState, PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk
from app.usecases.keep_points import keep_points
from app.usecases.register_list import list_changes
from app.usecases.send_on import keep_registers
from app.usecases.slip_standing import in_doubt, slip_standing, station_standings, the_slip
from app.usecases.telling import ways_of
from app.usecases.waiting_list import waiting_changes

_END_MOVES: Final = {
    OrderState.COLLECTED: Move.COLLECTED,
    OrderState.REJECTED: Move.REJECT,
    OrderState.LEFT: Move.LEFT,
    OrderState.CANCELLED: Move.CANCEL_ORDER,
}


def situation_of(order: Order, work: UnitOfWork, desk: Desk) -> Situation:
    """Return all that decides which moves are possible for `order` now."""
    return _situation(order, work.jobs.of_order(order.id), work, desk)


def _situation(order: Order, jobs: Sequence[PrintJob], work: UnitOfWork, desk: Desk) -> Situation:
    slip = the_slip(jobs)
    return Situation(
        order=order,
        capabilities=ways_of(work, desk, order),
        now=desk.clock.now(),
        pushes=tuple(
            push for push in work.outbox.of_order(order.id) if push.kind not in LOYALTY_KINDS
        ),
        slip=slip.state if slip else None,
        doubt=in_doubt(jobs) is not None,
        station_given_up=any(
            job.kind is JobKind.STATION and job.state is JobState.FAILED for job in jobs
        ),
    )


def snapshot_of(
    order: Order, work: UnitOfWork, desk: Desk, same_number: Sequence[Order] | None = None
) -> OrderSnapshot:
    """Return the frozen copy of an order for the screen; `same_number` are the orders of its number
    on the board, where they have been read already."""
    jobs = work.jobs.of_order(order.id)
    situation = _situation(order, jobs, work, desk)
    awaited = situation.awaited
    still_open = [push for push in situation.pushes if push.state.is_open]
    ids = {line.product_id for top in order.basket.lines for line in top.walk()}
    products = work.catalogue.products(ids).values()
    language = desk.shop.language
    facts = desk.facts_of(order.vendor)
    points = points_on(order, work, desk)
    loyal = {} if points is None else sync_of(points)
    names = {one.product_id: name for one in products if (name := one.name(language))}
    return OrderSnapshot(
        order=order,
        vendor_title=facts.title,
        offered=offered_moves(situation),
        syncs=sync_by_system(situation.pushes) | loyal,
        titles={name: known.title for name, known in desk.vendors.items()},
        words={
            push.system: push.message
            for push in situation.pushes
            if push.kind is PushKind.REGISTER and push.state is PushState.DONE
        },
        awaited=awaited.kind if awaited else None,
        question=situation.question,
        refused=situation.refused,
        misses=max((push.misses for push in still_open), default=0),
        tries=max((push.tries for push in still_open), default=0),
        slip=slip_standing(jobs, desk.routes),
        station_slips=station_standings(jobs, desk.routes),
        prints_slips=bool(desk.routes.slip_printers),
        on_the_way_at=situation.on_the_way_at,
        names=names,
        stations={one.product_id: one.station for one in products if one.station},
        reason_required=facts.capabilities.reason_required,
        passes_reason_on=facts.capabilities.passes_reason_on,
        points=points,
        twins=twins_of(order, work, desk, same_number),
        vendor_number=facts.own_number(order),
        ring_up=has_to_be_rung_up(order, desk),
        payment_accepts=facts.capabilities.payment_accepts,
        at_hand=_at_hand(order, work, desk) if facts.capabilities.payment_accepts else None,
        refund_place=facts.capabilities.refund_place,
        keyed_in_here=facts.capabilities.keyed_in_here,
        ended_untold=_ended_untold(order, situation),
        sold_out=sold_out_in(order, work, desk, names),
    )


def sold_out_in(
    order: Order, work: UnitOfWork, desk: Desk, names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return what of the order is sold out today, as long as it is still to be made; see
    `OrderSnapshot`."""
    if order.state not in (OrderState.NEW, OrderState.PREPARING):
        return {}
    items = work.sold_out.of_day(desk.shop.business_day(desk.clock.now()))
    return sold_out_parts(order, items, names)


def _ended_untold(order: Order, situation: Situation) -> bool:
    """Whether the order's end is ours alone: the vendor hears nothing of it."""
    move = _END_MOVES.get(order.state)
    if move is None or order.ended_by is not EndedBy.STAFF:
        return False
    return situation.capabilities.telling(move) is Telling.OURS_ALONE


def points_on(order: Order, work: UnitOfWork, desk: Desk) -> Points | None:
    """Return how the order's loyalty points stand, None where there is no loyalty programme, and
    for practice."""
    facts = desk.loyalty
    if facts is None or order.vendor == PRACTICE:
        return None
    today = desk.shop.business_day(desk.clock.now())
    ended = order.ended_at
    same_day = ended is None or desk.shop.business_day(ended) == today
    card, pushes = work.cards.get(order.id), work.outbox.of_order(order.id)
    return points_of(order, card, pushes, (facts.name, facts.title), same_day=same_day)


def has_to_be_rung_up(order: Order, desk: Desk) -> bool:
    """Whether nobody but staff tells the register of the sale: keyed in here, and not sent on."""
    keyed_in = desk.facts_of(order.vendor).capabilities.keyed_in_here
    is_sale = order.vendor != PRACTICE
    return keyed_in and is_sale and not desk.goes_to_a_register(order.vendor)


def twins_of(
    order: Order, work: UnitOfWork, desk: Desk, same_number: Sequence[Order] | None = None
) -> tuple[str, ...]:
    """Return the titles of the vendors of all other orders on the board with the same number."""
    if order.column is None or not order.number:
        return ()
    known = work.orders.numbered(order.number) if same_number is None else same_number
    return tuple(desk.facts_of(other.vendor).title for other in known if other.id != order.id)


def _at_hand(order: Order, work: UnitOfWork, desk: Desk) -> MoneyAtHand | None:
    """Return money of another order of the vendor's that was taken in vain and fits this one."""
    if order.state is not OrderState.NEW or order.payment is not PaymentState.DUE:
        return None
    for other in work.orders.on_board():
        fits = other.vendor == order.vendor and other.due == order.due and not other.returned
        if fits and situation_of(other, work, desk).money_refused is not None:
            return MoneyAtHand(other.id, other.number, other.money_taken)
    return None


def conclude(
    work: UnitOfWork,
    desk: Desk,
    *notices: Notice,
    news: Iterable[News] = (),
) -> list[News]:
    """Commit `work` and return what the screen has to know: changed orders, notices, `news`.

    Whatever has changed an order, registers it was sent on to and its loyalty points follow it in
    the same commit. An order that comes to the board or leaves it changes how others of the same
    number look.
    """
    for order_id in sorted(work.touched):
        keep_registers(work, desk, order_id)
        keep_points(work, desk, order_id)
    listed = list_changes(work, desk)
    waiting = waiting_changes(work, desk)
    touched = [work.orders.get(order_id) for order_id in sorted(work.touched)]
    looks_new = {order.id: order for order in touched}
    numbered = {number: work.orders.numbered(number) for number in {one.number for one in touched}}
    looks_new |= {twin.id: twin for number in numbered if number for twin in numbered[number]}
    changed = tuple(
        snapshot_of(order, work, desk, numbered[order.number])
        for _, order in sorted(looks_new.items())
    )
    work.commit()
    if listed is not None:
        desk.session.not_in_register = listed.entries
        news = (*news, listed)
    if waiting is not None:
        desk.session.waiting_slips = waiting.slips
        news = (*news, waiting)
    said: list[News] = []
    if changed:
        said.append(OrdersChanged(changed))
    said.extend(news)
    said.extend(Noticed(notice, desk.clock.now()) for notice in notices)
    return said
