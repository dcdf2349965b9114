"""All that decides which moves are possible for an order, and what of it waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.capabilities import Capabilities
from app.domain.order import Order
from app.domain.push import Push, PushState, set_out_at
from app.domain.states import JobState, OrderState


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that decides which moves are possible for one order at one moment.

    `slip` is the state of the order's one slip, None when there is no job for it yet; `doubt` says
    whether any copy may or may not have come out, `station_given_up` whether a station slip was
    given up. Pushes go to the order's vendor, whose
    `capabilities` are given, and to systems the order was sent on to.
    """

    order: Order
    capabilities: Capabilities
    now: datetime
    pushes: tuple[Push, ...] = ()
    slip: JobState | None = None
    doubt: bool = False
    station_given_up: bool = False

    @property
    def awaited(self) -> Push | None:
        """The accept or reject, or the payment that accepts, whose answer the order waits for."""
        for push in self.pushes:
            if push.state.is_open and (push.kind.moves_on_yes or self._accepts(push)):
                return push
        return None

    def _accepts(self, push: Push) -> bool:
        return (
            push.kind.takes_money
            and self.capabilities.payment_accepts
            and self.order.state is OrderState.NEW
            and push.system == self.order.vendor
        )

    @property
    def money_refused(self) -> Push | None:
        """The payment that was taken here and did not accept the order."""
        if not self.capabilities.payment_accepts or self.order.state is not OrderState.NEW:
            return None
        return next((push for push in self._refusals if push.kind.takes_money), None)

    @property
    def on_the_way_at(self) -> datetime | None:
        """When staff sent the order on its way; see `set_out_at`."""
        return set_out_at(self.order, self.pushes)

    @property
    def unconfirmed(self) -> Push | None:
        """The oldest push whose outcome is not known."""
        return next((push for push in self.pushes if push.state is PushState.UNCONFIRMED), None)

    @property
    def refused(self) -> Push | None:
        """The oldest refusal that nobody has dealt with; one about money comes last, since it is a
        question besides."""
        return min(self._refusals, key=lambda push: push.kind.takes_money, default=None)

    @property
    def question(self) -> Push | None:
        """The push whose outcome staff can settle: not known, or money the vendor refused."""
        about_money = (push for push in self._refusals if push.kind.takes_money)
        return self.unconfirmed or next(about_money, None)

    @property
    def _refusals(self) -> tuple[Push, ...]:
        return tuple(
            push
            for push in self.pushes
            if push.state is PushState.REFUSED and not push.acknowledged
        )
