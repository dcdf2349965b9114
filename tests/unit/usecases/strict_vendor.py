"""A vendor that takes only legal steps, counts every request and may lose or refuse any of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.errors import VendorError, VendorRefused, VendorUnavailable
from app.domain.push import Push, PushKind
from app.domain.report import OrderReport
from app.domain.states import PaymentState, Standing
from tests.builders import a_report, huf

K, T, P = PushKind, Standing, PaymentState
STEPS = {
    K.ACCEPT: ({T.NEW}, T.PREPARING),
    K.REJECT: ({T.NEW}, T.REJECTED),
    K.READY: ({T.PREPARING}, T.READY),
    K.COLLECTED: ({T.READY}, T.COLLECTED),
    K.LEFT: ({T.PREPARING, T.READY}, T.LEFT),
}
ENDED = {T.COLLECTED, T.REJECTED, T.LEFT, T.CANCELLED}


class Fault(StrEnum):
    """What becomes of one request."""

    NONE = "none"
    REPLY_LOST = "reply lost"
    REQUEST_LOST = "request lost"
    NOT_REACHED = "not reached"
    REFUSED = "refused"  # for no reason the order itself gives


@dataclass
class StrictVendor:
    """`left` has every request that left the till, `arrived` those that reached the vendor, and
    `applied` those that took effect, each in order."""

    reports: dict[str, OrderReport] = field(default_factory=dict)
    left: dict[str, list[Push]] = field(default_factory=lambda: defaultdict(list))
    arrived: dict[str, list[Push]] = field(default_factory=lambda: defaultdict(list))
    applied: dict[str, list[Push]] = field(default_factory=lambda: defaultdict(list))

    def place(self, *, to_pay: bool) -> str:
        vendor_order_id = f"v-{len(self.reports) + 1}"
        self.reports[vendor_order_id] = a_report(
            vendor_order_id=vendor_order_id,
            number=f"A-{len(self.reports) + 1}",
            standing=T.NEW,
            word="NEW",
            payment=P.DUE if to_pay else P.NOT_DUE,
            due=huf(900 if to_pay else 0),
        )
        return vendor_order_id

    def fetch(self, vendor_order_id: str, fault: Fault) -> OrderReport | VendorError:
        if fault is not Fault.NONE:
            return VendorUnavailable("cheers", fault, sent=fault is not Fault.NOT_REACHED)
        return self.reports[vendor_order_id]

    def send(self, push: Push, vendor_order_id: str, fault: Fault) -> VendorError | None:
        if fault is Fault.NOT_REACHED:
            return VendorUnavailable("cheers", fault, sent=False)
        self.left[vendor_order_id].append(push)
        if fault is Fault.REQUEST_LOST:
            return VendorUnavailable("cheers", fault, sent=True)
        self.arrived[vendor_order_id].append(push)
        if fault is Fault.REFUSED or not self._step(push.kind, vendor_order_id):
            return VendorRefused("cheers", "not now")
        self.applied[vendor_order_id].append(push)
        lost = VendorUnavailable("cheers", fault, sent=True)
        return lost if fault is Fault.REPLY_LOST else None

    def elsewhere(self, kind: PushKind, vendor_order_id: str) -> None:
        """Somebody does it on another device, if it is possible."""
        self._step(kind, vendor_order_id)

    def cancel(self, vendor_order_id: str) -> None:
        report = self.reports[vendor_order_id]
        if report.standing not in ENDED:
            self._change(vendor_order_id, standing=T.CANCELLED, payment=P.NOT_DUE)

    def change_content(self, vendor_order_id: str, **changes: object) -> None:
        """The customer, or the vendor's people, order something else while nothing has ended."""
        if self.reports[vendor_order_id].standing not in ENDED:
            self._change(vendor_order_id, **changes)

    def _step(self, kind: PushKind, vendor_order_id: str) -> bool:
        report = self.reports[vendor_order_id]
        if kind.is_payment:
            return self._pay(kind, vendor_order_id, report)
        possible, to = STEPS[kind]
        if report.standing not in possible:
            return False
        self._change(vendor_order_id, standing=to)
        return True

    def _pay(self, kind: PushKind, vendor_order_id: str, report: OrderReport) -> bool:
        waits = report.payment is P.DUE or (
            report.payment is P.FAILED and kind is K.PAYMENT_RECEIVED
        )
        if not waits or report.standing in (T.CANCELLED, T.REJECTED):
            return False
        paid = P.RECEIVED if kind is K.PAYMENT_RECEIVED else P.FAILED
        self._change(vendor_order_id, payment=paid)
        return True

    def _change(self, vendor_order_id: str, **changes: object) -> None:
        changed = replace(self.reports[vendor_order_id], **changes)  # type: ignore[arg-type]
        words = f"{changed.standing.value} {changed.payment.value}"
        self.reports[vendor_order_id] = replace(changed, word=words)
