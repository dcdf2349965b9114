"""What becomes of an order that has just come in: rejected or held by a pause, accepted, or left
for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.accept_rules import AcceptLimits, Circumstances, comes_late, why_not_accepted
from app.domain.events import Event, EventKind
from app.domain.moves import is_possible
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import Order
from app.domain.pause import Held, Pause, can_reject, under_pause
from app.domain.situation import Situation
from app.domain.sold_out import product_ids
from app.domain.states import KeptBack, Move
from app.ports.store import UnitOfWork
from app.usecases.accept_order import accept_in
from app.usecases.desk import Desk
from app.usecases.reject_order import reject_in
from app.usecases.situation import situation_of, sold_out_in


def greet(work: UnitOfWork, desk: Desk, order: Order) -> tuple[Notice, ...]:
    """Decide about a new order in the unit of work that keeps it, so that nothing lies between.

    Returns what staff are told of it.
    """
    situation = situation_of(order, work, desk)
    pause = work.pauses.of(order.vendor)
    if pause is not None:
        can_be = can_reject(situation.capabilities) and is_possible(Move.REJECT, situation)
        rejectable = desk.attended and can_be
        verdict = under_pause(order, pause, situation.now, rejectable=rejectable)
        if isinstance(verdict, Held):
            return (_hold(work, order, verdict, situation),)
        if verdict is not None:
            return (_turn_away(work, desk, order, pause),)
    arrived = Notice(NoticeCode.NEW_ORDER, Tone.PLAIN, order.id, order.number, order.vendor)
    why = _why_left(work, desk, order, situation)
    limits = _limits(desk, order.vendor)
    if why is not None:
        _leave(work, order, why, limits, situation.now)
    elif limits is not None and is_possible(Move.ACCEPT, situation):
        return (arrived, *accept_in(work, desk, order, by_itself=True))
    return (arrived,)


def _turn_away(work: UnitOfWork, desk: Desk, order: Order, pause: Pause) -> Notice:
    by = {"by": "pause", "reason": pause.reason.value, "text": pause.text}
    return reject_in(work, desk, order, pause.message, by)


def _hold(work: UnitOfWork, order: Order, held: Held, situation: Situation) -> Notice:
    work.orders.save(replace(order, held_until=held.until, kept_back=KeptBack.PAUSED))
    data = {"until": held.until.isoformat()}
    work.record([Event(order.id, situation.now, EventKind.HELD, data)])
    return Notice(NoticeCode.HELD, Tone.PLAIN, order.id, order.number, order.vendor, data)


def _leave(
    work: UnitOfWork, order: Order, why: KeptBack, limits: AcceptLimits | None, now: datetime
) -> None:
    """Leave the order for a person; where others are accepted without a tap, its story says why."""
    work.orders.save(replace(order, kept_back=why))
    if limits is not None:
        data = {"why": why.value, **limits.broken(why)}
        work.record([Event(order.id, now, EventKind.NOT_ACCEPTED_BY_ITSELF, data)])


def _why_left(work: UnitOfWork, desk: Desk, order: Order, situation: Situation) -> KeptBack | None:
    """Return why a person must accept the order; of vendors whose orders are accepted by taps alone
    only that it comes late."""
    now, limits = situation.now, _limits(desk, order.vendor)
    limit = timedelta(minutes=desk.shop.new_minutes)
    late = comes_late(order, now, limit, _away_until(desk, order.vendor))
    if limits is None:
        return KeptBack.LATE if late else None
    names = work.catalogue.names(product_ids([order]), desk.shop.language)
    around = Circumstances(
        clock=now.astimezone(desk.shop.timezone).time(),
        late=late,
        sold_out=bool(sold_out_in(order, work, desk, names)),
        unknown_item=_has_unknown_item(work, order),
        printer_well=_slip_can_come_out(desk, order.vendor),
    )
    return why_not_accepted(order, limits, around)


def _away_until(desk: Desk, vendor: str) -> datetime | None:
    """Return when the vendor, or this till, was last back after an absence."""
    absence = desk.session.absence
    moments = (desk.session.away_until.get(vendor), absence.until if absence else None)
    return max((moment for moment in moments if moment is not None), default=None)


def _limits(desk: Desk, vendor: str) -> AcceptLimits | None:
    works = desk.attended and desk.session.closed_since is None
    return desk.facts_of(vendor).accepts if works else None


def _has_unknown_item(work: UnitOfWork, order: Order) -> bool:
    """Whether an item is missing from a catalogue that has products of this vendor.

    It has them where it ever knew an item of an order of the vendor's, or where the vendor sends
    ids alone: then the catalogue is all there is.
    """
    lines = [line for top in order.basket.lines for line in top.walk() if line.product_id]
    if not lines:
        return False
    known = work.catalogue.products({line.product_id for line in lines})
    missing = [line for line in lines if line.product_id not in known]
    remembered = f"catalogue has products of {order.vendor}"
    if known and work.memory.get(remembered) is None:
        work.memory.put(remembered, "yes")
    if not missing:
        return False
    if known or work.memory.get(remembered) is not None:
        return True
    return any(not line.name for line in missing) and bool(work.catalogue.all())


def _slip_can_come_out(desk: Desk, vendor: str) -> bool:
    """Whether the printer of the slip is known to be well, or one that steps in for it.

    True where nothing prints slips.
    """
    printer = desk.routes.slip_printer(vendor)
    if not printer:
        return True
    standings = (
        desk.session.printers.get(name) for name in (printer, *desk.routes.fallbacks(printer))
    )
    return any(standing is not None and standing.word.can_print for standing in standings)
