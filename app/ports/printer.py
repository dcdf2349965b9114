"""A printer that puts slips on paper."""

from __future__ import annotations

from typing import Protocol

from app.domain.printing import PrinterStatus, PrintOutcome
from app.domain.slip import Slip


class PrinterPort(Protocol):
    """One printer with its transport.

    Thread: printer (its own lane; no call overlaps another). Every call returns within the
    deadlines configured for this printer, whatever the printer does, and raises nothing that the
    environment can cause: what went wrong is in the status.
    """

    name: str

    def prepare(self) -> None:
        """Load what the first slip would otherwise wait for; touches no device."""
        ...

    def ask(self) -> PrinterStatus:
        """Ask the printer how it is, without printing anything."""
        ...

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Ask, send the whole slip with its cut, and ask again; see `PrintResult`."""
        ...

    def close(self) -> None:
        """Let go of whatever is held open."""
        ...
