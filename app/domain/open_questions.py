"""What a person is asked about, each in a list of its own, until somebody has dealt with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.printing import PrintJob
from app.domain.states import JobState


@dataclass(frozen=True, slots=True)
class SlipQuestion:
    """One slip staff are asked about: unsure whether it came out, or too old to come by itself."""

    job: PrintJob
    number: str
    vendor_title: str

    @property
    def is_unsure(self) -> bool:
        """Whether bytes left and the end is not known."""
        return self.job.state is JobState.UNSURE


@dataclass(frozen=True, slots=True)
class WaitingSlip:
    """One slip that waits for its printer, or for a person since it is too old.

    `others` are the printers that could print it instead.
    """

    job: PrintJob
    number: str
    vendor_title: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An id a vendor sent and then did not know."""

    vendor: str
    vendor_order_id: str
    received_at: datetime
    tries: int


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A product of an order and the register's article of it, empty where it has none."""

    product_id: str
    name: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInRegister:
    """An order that a register should have and has not; `reason` says why in its words or ours.

    `asks_takeaway`: some of it is taken away and some is not, which staff decide for the register.
    """

    push_id: str
    order_id: str
    number: str
    vendor: str
    register: str
    since: datetime
    reason: str
    lines: tuple[RegisterLine, ...]
    asks_takeaway: bool = False
