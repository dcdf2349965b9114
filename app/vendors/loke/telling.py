"""From our moves to LOKE's calls: which address, and what stands in the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from app.domain.errors import VendorRefused
from app.domain.matter import Matter
from app.domain.push import Push, PushKind
from app.vendors._http import as_json

CALL_OF: Final[Mapping[PushKind, str]] = {
    PushKind.ACCEPT: "accept",
    PushKind.REJECT: "reject",
    PushKind.READY: "progress",
    PushKind.ON_THE_WAY: "progress",
    PushKind.COLLECTED: "complete",
}


class Progress(StrEnum):
    """How far an order has come, in LOKE's words; staff tell of the first and the third."""

    READY = "READY"
    AWAITING_DRIVER = "AWAITING_DRIVER"
    ON_THE_WAY = "ON_THE_WAY"
    CLOSE_BY = "CLOSE_BY"


PROGRESS_OF: Final[Mapping[PushKind, Progress]] = {
    PushKind.READY: Progress.READY,
    PushKind.ON_THE_WAY: Progress.ON_THE_WAY,
}


@dataclass(frozen=True, slots=True)
class Coords:
    """Where a driver is, in degrees."""

    latitude: float
    longitude: float


def body_of(push: Push, matter: Matter, terminal_id: str, *, auto_complete: bool) -> str:
    """Return the body as text, always a JSON object.

    Raises VendorRefused for a reject without the reason LOKE asks for.
    """
    # As LOKE's page has it: terminal001/user001.
    terminal = "/".join(filter(None, (terminal_id or matter.till_id, matter.staff)))
    # Our numbers begin again every day; a reference to an order should be unique.
    reference = f"{matter.order_day or matter.business_day}-{matter.order.number}"
    body: dict[str, Any] = {"terminalId": terminal}
    if push.kind in PROGRESS_OF:
        return progress_body(PROGRESS_OF[push.kind])
    if push.kind is PushKind.ACCEPT:
        body = {"refId": reference, **body}
        if auto_complete:
            body["autoComplete"] = True
    elif push.kind is PushKind.REJECT:
        if not push.message.strip():
            raise VendorRefused("loke", "a reason is needed", code="reason")
        body = {"reason": push.message, "refId": reference, **body}
    return as_json(body)


def progress_body(progress: Progress, coords: Coords | None = None) -> str:
    """Return the body that tells how far an order has come, and where its driver is."""
    body: dict[str, Any] = {"status": progress.value}
    if coords is not None:
        body["coords"] = {"latitude": coords.latitude, "longitude": coords.longitude}
    return as_json(body)
