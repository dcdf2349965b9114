"""A printer that puts slips on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.domain.printing import PrinterStatus, PrintOutcome
from app.domain.sheet import ProofLine, ProvenPage, Sheet
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

    def print_sheet(self, sheet: Sheet) -> PrintOutcome:
        """Print a sheet that belongs to no order, as carefully as a slip."""
        ...

    def proof_lines(self) -> tuple[ProofLine, ...]:
        """Return the candidates for a proof sheet of this printer, numbered from 1."""
        ...

    def use_pages(self, pages: Sequence[ProvenPage]) -> None:
        """Use these code pages from the next slip on, the best first. Thread: any."""
        ...

    def open_drawer(self) -> PrinterStatus:
        """Give the cash drawer its pulse; a printer that cannot says so in the status."""
        ...

    def sound_buzzer(self) -> PrinterStatus:
        """Sound the buzzer once, for a moment; a printer that cannot says so in the status."""
        ...

    def close(self) -> None:
        """Let go of whatever is held open."""
        ...
