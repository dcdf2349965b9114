"""A vendor in memory; passes the vendor contract, so it cannot drift from the real ones."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorUnavailable,
)
from app.domain.push import Push, PushKind
from app.domain.report import OrderReport
from app.domain.states import Move, PaymentState, Standing
from app.ports.vendor import ProbeResult, ProbeWord, VendorPort
from tests.builders import a_report, huf
from tests.patience import PATIENCE

TOLD: Final = (
    Move.ACCEPT,
    Move.REJECT,
    Move.READY,
    Move.COLLECTED,
    Move.HAND_OVER_UNPAID,
    Move.LEFT,
    Move.PAYMENT_RECEIVED,
    Move.PAYMENT_FAILED,
)
_STEPS: Final = {
    PushKind.ACCEPT: ({Standing.NEW}, Standing.PREPARING),
    PushKind.REJECT: ({Standing.NEW}, Standing.REJECTED),
    PushKind.READY: ({Standing.PREPARING}, Standing.READY),
    PushKind.COLLECTED: ({Standing.READY}, Standing.COLLECTED),
    PushKind.LEFT: ({Standing.PREPARING, Standing.READY}, Standing.LEFT),
}
_PAYMENTS: Final = {
    PushKind.PAYMENT_RECEIVED: PaymentState.RECEIVED,
    PushKind.PAYMENT_FAILED: PaymentState.FAILED,
}


@dataclass(slots=True)
class _Trouble:
    error: VendorError
    on: str  # fetch, send, either, or an order's id at the vendor
    after_effect: bool
    times: int


class FakeVendor(VendorPort):
    """Orders live in a dict; `sent` has every push tried, `done` those that took effect.

    Thread: any.
    """

    def __init__(self, name: str = "cheers", title: str = "Cheers", **capabilities: Any) -> None:
        given = {"moves": dict.fromkeys(TOLD, Telling.TOLD), "passes_reason_on": True}
        given["moves"][Move.CANCEL_ORDER] = Telling.OURS_ALONE
        self.name = name
        self.title = title
        self.capabilities = Capabilities(**(given | capabilities))
        self.sent: list[tuple[str, PushKind]] = []
        self.done: list[tuple[str, PushKind]] = []
        self.fetched: list[str] = []
        self.rejections: dict[str, str] = {}
        self.key_accepted = True
        self.reachable = True
        self.closed = False
        self.till_is_reached = True
        self._reports: dict[str, OrderReport] = {}
        self._troubles: list[_Trouble] = []
        self._ids = itertools.count(1)
        self._changed = threading.Condition()
        self._holding = False
        self._held = 0

    # --- the other side, as a test drives it -------------------------------------------------

    def place(self, report: OrderReport | None = None, **changes: Any) -> str:
        """A customer orders; gives the vendor's id."""
        new = {"standing": Standing.NEW, "word": "NEW", "vendor_order_id": f"v-{next(self._ids)}"}
        placed = report or a_report(**({"vendor": self.name} | new | changes))
        with self._changed:
            self._reports[placed.vendor_order_id] = placed
        return placed.vendor_order_id

    def place_to_pay(self, units: int = 1200) -> str:
        return self.place(payment=PaymentState.DUE, due=huf(units))

    def place_held_back(self) -> str:
        return self.place(standing=Standing.HELD_BACK)

    def change(self, order_id: str, **changes: Any) -> None:
        """Let the vendor tell something else of the order from now on."""
        with self._changed:
            self._reports[order_id] = replace(self._reports[order_id], **changes)

    def cancel(self, order_id: str) -> None:
        self.change(order_id, standing=Standing.CANCELLED, word="CANCELLED")

    def effects(self, order_id: str) -> list[PushKind]:
        return [kind for known, kind in self.done if known == order_id]

    def rejection(self, order_id: str) -> str | None:
        return self.rejections.get(order_id)

    def fail_next(
        self, error: VendorError, *, on: str = "", after_effect: bool = False, times: int = 1
    ) -> None:
        """Raise `error` from the next calls, before or after their effect.

        `on` is fetch, send, or an order's id for the readings of that order alone.
        """
        self._troubles.append(_Trouble(error, on, after_effect, times))

    def lose_next_reply(self) -> None:
        lost = VendorUnavailable(self.name, "connection lost", sent=True)
        self.fail_next(lost, on="send", after_effect=True)

    def lose_next_request(self) -> None:
        self.fail_next(VendorUnavailable(self.name, "connection lost", sent=True), on="send")

    def go_away(self) -> None:
        self.reachable = False

    def come_back(self) -> None:
        self.reachable = True

    def hang(self) -> None:
        """Hold every call until `release`."""
        with self._changed:
            self._holding = True

    def release(self) -> None:
        with self._changed:
            self._holding = False
            self._changed.notify_all()

    def wait_until_held(self, count: int = 1, timeout: float = PATIENCE) -> bool:
        """Wait until so many calls hang."""
        with self._changed:
            return self._changed.wait_for(lambda: self._held >= count, timeout)

    # --- the port ----------------------------------------------------------------------------

    def fetch(self, vendor_order_id: str) -> OrderReport:
        with self._call("fetch"):
            self.fetched.append(vendor_order_id)
            self._stumble(vendor_order_id, after_effect=False, always=False)
            return self._known(vendor_order_id)

    def send(self, push: Push, vendor_order_id: str) -> str:
        with self._call("send"):
            self.sent.append((vendor_order_id, push.kind))
            report = self._known(vendor_order_id)
            self._reports[vendor_order_id] = self._after(push.kind, report)
            if push.kind is PushKind.REJECT and push.message.strip():
                self.rejections[vendor_order_id] = push.message
            self.done.append((vendor_order_id, push.kind))
            return ""

    def probe(self) -> ProbeResult:
        try:
            with self._call("probe"):
                reached = self.till_is_reached
                return ProbeResult(ProbeWord.CONNECTED if reached else ProbeWord.NOT_REACHED)
        except VendorLoginFailed:
            return ProbeResult(ProbeWord.LOGIN_FAILED)
        except VendorUnavailable:
            return ProbeResult(ProbeWord.OFFLINE)
        except VendorError:
            return ProbeResult(ProbeWord.ODD_ANSWER)

    def close(self) -> None:
        self.closed = True
        self.release()

    # --- inside ------------------------------------------------------------------------------

    @contextmanager
    def _call(self, what: str) -> Iterator[None]:
        with self._changed:
            self._held += 1
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._holding)
            self._held -= 1
            if self.closed or not self.reachable:
                raise VendorUnavailable(self.name, "no connection", sent=False)
            if not self.key_accepted:
                raise VendorLoginFailed(self.name, "key not accepted")
            self._stumble(what, after_effect=False)
            yield
            self._stumble(what, after_effect=True)

    def _stumble(self, what: str, *, after_effect: bool, always: bool = True) -> None:
        for trouble in self._troubles:
            meant = trouble.on == what or (always and not trouble.on)
            if meant and trouble.after_effect is after_effect:
                trouble.times -= 1
                if trouble.times <= 0:
                    self._troubles.remove(trouble)
                raise trouble.error

    def _known(self, order_id: str) -> OrderReport:
        if order_id not in self._reports:
            raise OrderUnknown(self.name, "no such order", code="404")
        return self._reports[order_id]

    def _after(self, kind: PushKind, report: OrderReport) -> OrderReport:
        if kind in _PAYMENTS:
            if report.payment is not PaymentState.DUE:
                raise VendorRefused(self.name, f"payment is {report.payment}", code="409")
            return replace(report, payment=_PAYMENTS[kind], payment_word=_PAYMENTS[kind].value)
        possible, to = _STEPS[kind]
        if report.standing not in possible:
            raise VendorRefused(self.name, f"the order is {report.standing}", code="409")
        return replace(report, standing=to, word=to.value)
