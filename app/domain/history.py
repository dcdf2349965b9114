"""One line of History."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of History."""

    order_id: str
    number: str
    vendor: str
    state: str
    payment: str
    who: str
    total_minor: int
    currency: str
    at: datetime
