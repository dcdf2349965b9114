"""Shifts, money and outages of the store in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.books import OpenMoney, OrderCount
from app.domain.money import Money
from app.domain.order import Order
from app.domain.outage import Outage
from app.domain.practice import PRACTICE
from app.domain.push import PushState
from app.domain.shift import CashMovement, Shift, Taking
from app.domain.states import OrderState, PaymentState
from app.ports.books import BooksReaderPort, OutagesPort, ShiftsPort
from tests.fakes.store_parts import Kept, Unit, check_times


class FakeShifts(ShiftsPort):
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def open_at(self, till_id: str) -> Shift | None:
        shifts = self._unit.working.shifts.values()
        return next((one for one in shifts if one.till_id == till_id and not one.closed_at), None)

    def get(self, shift_id: str) -> Shift:
        return self._unit.working.shifts[shift_id]

    def add(self, shift: Shift) -> None:
        check_times(shift)
        kept = self._unit.working
        if shift.id in kept.shifts or (not shift.closed_at and self.open_at(shift.till_id)):
            raise ValueError("a shift is open at this till already")
        kept.shifts[shift.id] = shift
        for place, taking in enumerate(kept.takings):
            if taking.till_id == shift.till_id and not taking.shift_id:
                kept.takings[place] = replace(taking, shift_id=shift.id)
        for place, moved in enumerate(kept.movements):
            if moved.till_id == shift.till_id and not moved.shift_id:
                kept.movements[place] = replace(moved, shift_id=shift.id)

    def save(self, shift: Shift) -> None:
        check_times(shift)
        if shift.id not in self._unit.working.shifts:
            raise KeyError(shift.id)
        self._unit.working.shifts[shift.id] = shift

    def note_taking(self, taking: Taking) -> None:
        check_times(taking)
        self._unit.working.takings.append(taking)

    def note_movement(self, movement: CashMovement) -> None:
        check_times(movement)
        self._unit.working.movements.append(movement)


class FakeOutages(OutagesPort):
    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def open_at(self, till_id: str) -> Sequence[Outage]:
        outages = self._unit.working.outages.values()
        found = [one for one in outages if one.till_id == till_id and one.is_open]
        return sorted(found, key=lambda one: (one.since, one.id))

    def put(self, outage: Outage) -> None:
        check_times(outage)
        self._unit.working.outages[outage.id] = outage


class FakeBooksReader(BooksReaderPort):
    def __init__(self, kept: Callable[[], Kept]) -> None:
        self._kept = kept

    def shifts(self, since: datetime, until: datetime) -> Sequence[Shift]:
        return [
            one
            for one in self._newest()
            if one.opened_at < until and (one.closed_at is None or one.closed_at > since)
        ]

    def shift(self, shift_id: str) -> Shift | None:
        return self._kept().shifts.get(shift_id)

    def shifts_of(self, till_id: str, limit: int) -> Sequence[Shift]:
        return [one for one in self._newest() if one.till_id == till_id][:limit]

    def takings(self, since: datetime, until: datetime) -> Sequence[Taking]:
        return [one for one in self._kept().takings if since <= one.at < until]

    def takings_of(self, shift_id: str, till_id: str) -> Sequence[Taking]:
        wanted = (shift_id, till_id)
        return [one for one in self._kept().takings if (one.shift_id, one.till_id) == wanted]

    def movements(self, since: datetime, until: datetime) -> Sequence[CashMovement]:
        return [one for one in self._moved() if since <= one.at < until]

    def movements_of(self, shift_id: str, till_id: str) -> Sequence[CashMovement]:
        wanted = (shift_id, till_id)
        return [one for one in self._moved() if (one.shift_id, one.till_id) == wanted]

    def order_counts(self, since: datetime, until: datetime) -> Sequence[OrderCount]:
        orders = [one for one in self._kept().orders.values() if one.vendor != PRACTICE]
        ended = [
            (one.vendor, one.state.value, one.basket.total)
            for one in orders
            if one.ended_at is not None and since <= one.ended_at < until
        ]
        not_ended = [
            (one.vendor, "", one.basket.total)
            for one in orders
            if one.ended_at is None and one.column and since <= one.received_at < until
        ]
        return [*_counts(ended), *_counts(not_ended)]

    def unpaid(self, since: datetime, until: datetime) -> Sequence[OpenMoney]:
        owed = (PaymentState.DUE, PaymentState.FAILED)
        found = [
            (one.ended_at, one.id, one)
            for one in self._kept().orders.values()
            if one.ended_at is not None
            and since <= one.ended_at < until
            and one.state is OrderState.COLLECTED
            and one.payment in owed
        ]
        return [_open(one, "unpaid") for _at, _id, one in sorted(found, key=lambda row: row[:2])]

    def unconfirmed(self, since: datetime, until: datetime) -> Sequence[OpenMoney]:
        kept = self._kept()
        pushes = sorted(kept.pushes.values(), key=lambda one: (one.created_at, one.id))
        told = []
        for push in pushes:
            if push.state is PushState.UNCONFIRMED and since <= push.created_at < until:
                order = kept.orders[push.order_id]
                total = order.basket.total
                told.append(
                    OpenMoney(
                        order.id, order.number, order.vendor, push.kind.value, total, push.system
                    )
                )
        known = {each.order_id for each in told}
        paid = [
            one
            for one in sorted(kept.orders.values(), key=lambda one: (one.received_at, one.id))
            if one.payment is PaymentState.UNCONFIRMED and since <= one.received_at < until
        ]
        return [*told, *(_open(one, "payment") for one in paid if one.id not in known)]

    def names(self) -> Mapping[str, str]:
        people = self._kept().staff.values()
        return {person.id: person.name for person in people if person.name}

    def outages(self, since: datetime, until: datetime) -> Sequence[Outage]:
        outages = sorted(self._kept().outages.values(), key=lambda one: (one.since, one.id))
        return [one for one in outages if one.since < until and one.until > since]

    def _newest(self) -> list[Shift]:
        shifts = sorted(self._kept().shifts.values(), key=lambda one: one.id)
        return sorted(shifts, key=lambda one: one.opened_at, reverse=True)

    def _moved(self) -> list[CashMovement]:
        return sorted(self._kept().movements, key=lambda one: (one.at, one.id))


def _counts(ends: list[tuple[str, str, Money]]) -> list[OrderCount]:
    sums: dict[tuple[str, str, str], OrderCount] = {}
    for vendor, state, total in sorted(ends, key=lambda end: (*end[:2], end[2].currency)):
        key = (vendor, state, total.currency)
        known = sums.get(key) or OrderCount(vendor, state, 0, Money.zero(total.currency))
        sums[key] = replace(known, count=known.count + 1, total=known.total + total)
    return list(sums.values())


def _open(order: Order, what: str) -> OpenMoney:
    return OpenMoney(order.id, order.number, order.vendor, what, order.due, order.vendor)
