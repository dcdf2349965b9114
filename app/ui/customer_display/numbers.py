"""Which numbers customers see at a moment, where, and for how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import ceil
from statistics import median
from typing import Final

from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.customer_display.choices import DisplayChoices
from app.ui.wording.waiting import waits_since

NEWEST_FOR: Final = timedelta(seconds=20)
"""So long a number that has just become ready stands out."""
_CLOCKS_APART: Final = timedelta(seconds=5)
_REMEMBERED: Final = timedelta(minutes=60)
_LEAST_DONE, _MOST_DONE = 3, 8


@dataclass(frozen=True, slots=True)
class CalledNumber:
    """One number; `vendor` is the title that tells it from an equal one, `fresh` while it stands
    out."""

    number: str
    vendor: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class DisplayedNumbers:
    """All that is shown at a moment.

    `newest` is the number across the width, `ready` has the others, the newest first, `preparing`
    the oldest first; `waiting` is the waiting time in minutes where it is known.
    """

    newest: CalledNumber | None = None
    ready: tuple[CalledNumber, ...] = ()
    preparing: tuple[CalledNumber, ...] = ()
    waiting: int | None = None

    @property
    def all_ready(self) -> tuple[CalledNumber, ...]:
        """The newest, where there is one, and the others."""
        return (self.newest, *self.ready) if self.newest is not None else self.ready


class NumberBoard:
    """Keeps what is needed of the orders and says what customers see now.

    A number goes when it is collected, and `ready_minutes` after it was ready, or was wanted, where
    that is later. Orders that rest in Later, that were accepted elsewhere, or that are on their way
    are not called out here.

    Thread: gui.
    """

    def __init__(self, choices: DisplayChoices) -> None:
        """Begin with no orders."""
        self._choices = choices
        self._orders: dict[str, OrderSnapshot] = {}
        self._called: dict[str, datetime] = {}  # when each was ready that has been heard
        self._done: dict[str, tuple[datetime, float]] = {}  # when, after how many minutes

    def choose(self, choices: DisplayChoices) -> None:
        """Show by other choices from now on."""
        self._choices = choices

    def take(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take in changed orders."""
        for snapshot in snapshots:
            order = snapshot.order
            self._note_time(snapshot)
            self._orders.pop(order.id, None)
            if order.state in (OrderState.PREPARING, OrderState.READY) and not order.quiet:
                self._orders[order.id] = snapshot

    def at(self, now: datetime) -> DisplayedNumbers:
        """Return what is shown at `now`."""
        ready = [each for each in self._of(OrderState.READY) if self._is_wanted(each, now)]
        ready.sort(key=_ready_since, reverse=True)
        preparing = sorted(self._of(OrderState.PREPARING), key=_preparing_since)
        twice = _twice(ready, preparing if self._choices.show_preparing else [])
        called = [_called(each, twice, now) for each in ready]
        newest = called.pop(0) if called and called[0].fresh else None
        return DisplayedNumbers(
            newest=newest,
            ready=tuple(called),
            preparing=tuple(
                replace(_called(each, twice, now), fresh=False)
                for each in (preparing if self._choices.show_preparing else ())
            ),
            waiting=self._waiting(preparing, now),
        )

    def newly_ready(self, now: datetime) -> bool:
        """Tell once of each number that has just become ready."""
        found = False
        self._called = {
            order_id: since
            for order_id, since in self._called.items()
            if order_id in self._orders or now - since < _REMEMBERED
        }
        for order_id, snapshot in self._orders.items():
            since = snapshot.order.ready_at
            if since is None or self._called.get(order_id) == since:
                continue
            if snapshot.order.state is OrderState.READY and self._is_shown(snapshot):
                self._called[order_id] = since
                found = found or _is_fresh(snapshot, now)
        return found

    def _of(self, state: OrderState) -> list[OrderSnapshot]:
        return [
            each
            for each in self._orders.values()
            if each.order.state is state and self._is_shown(each)
        ]

    def _is_shown(self, snapshot: OrderSnapshot) -> bool:
        order, vendors = snapshot.order, self._choices.vendors
        if vendors and order.vendor not in vendors:
            return False
        return snapshot.on_the_way_at is None and not order.rests_in_later

    def _is_wanted(self, snapshot: OrderSnapshot, now: datetime) -> bool:
        return now - waits_since(snapshot, self._choices.lead_minutes) < timedelta(
            minutes=self._choices.ready_minutes
        )

    # --- the waiting time -------------------------------------------------------------------------

    def _note_time(self, snapshot: OrderSnapshot) -> None:
        """Remember how long an order took that was wanted at once."""
        order = snapshot.order
        if order.ready_at is None or order.accepted_at is None:
            self._done.pop(order.id, None)
        elif order.wanted_at is None and not order.quiet:
            took = (order.ready_at - order.accepted_at).total_seconds() / 60
            self._done[order.id] = (order.ready_at, took)

    def _waiting(self, preparing: Iterable[OrderSnapshot], now: datetime) -> int | None:
        """Return the minutes the last orders took, or those in work have waited, if that is more;
        None while too few were made in the last hour."""
        self._done = {
            order_id: done for order_id, done in self._done.items() if now - done[0] < _REMEMBERED
        }
        if len(self._done) < _LEAST_DONE:
            return None
        last = sorted(self._done.values())[-_MOST_DONE:]
        usual = median(took for _, took in last)
        lead = self._choices.lead_minutes
        ages = [(now - waits_since(each, lead)).total_seconds() / 60 for each in preparing]
        slow = median(ages) if ages else 0.0
        return _rounded(max(usual, slow))


def _rounded(minutes: float) -> int:
    """Return whole minutes, from ten on in fives: nobody believes in 17 minutes."""
    whole = max(1, ceil(minutes - 0.5))
    return whole if whole <= 10 else 5 * ceil(whole / 5)


def _called(snapshot: OrderSnapshot, twice: Mapping[str, int], now: datetime) -> CalledNumber:
    number = snapshot.order.number
    vendor = snapshot.vendor_title if twice[number] > 1 else ""
    return CalledNumber(number, vendor, _is_fresh(snapshot, now))


def _twice(*columns: list[OrderSnapshot]) -> Counter[str]:
    return Counter(each.order.number for column in columns for each in column)


def _is_fresh(snapshot: OrderSnapshot, now: datetime) -> bool:
    since = snapshot.order.ready_at
    return since is not None and -_CLOCKS_APART <= now - since < NEWEST_FOR


def _ready_since(snapshot: OrderSnapshot) -> tuple[datetime, str]:
    order = snapshot.order
    return order.ready_at or order.received_at, order.id


def _preparing_since(snapshot: OrderSnapshot) -> tuple[datetime, str]:
    order = snapshot.order
    return order.accepted_at or order.received_at, order.id
