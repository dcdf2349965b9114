"""What all printers that take bytes share: they differ only in how the bytes get there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from app.devices._passport import Acquaintance
from app.devices.printers._escpos import byte_builder
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper
from app.devices.printers._proof import proof_lines
from app.devices.printers._render import (
    RenderedSlip,
    render,
    render_buzz,
    render_drawer,
    render_sheet,
)
from app.domain.printing import PrinterStatus, PrintOutcome
from app.domain.sheet import ProofLine, ProvenPage, Sheet
from app.domain.slip import Slip
from app.ports.passport import PassportPort
from app.ports.printer import PrinterPort


class Sender(Protocol):
    """How bytes get to one printer, and what it says.

    Thread: printer. No call raises what the environment can cause; each ends within its deadlines.
    """

    def ask(self) -> PrinterStatus:
        """Ask the printer how it is."""
        ...

    def send(self, slip: RenderedSlip) -> PrintOutcome:
        """Ask, send all of `slip`, and find out what became of it."""
        ...

    def close(self) -> None:
        """Let go of whatever is held open."""
        ...


class PaperPrinter(PrinterPort):
    """A printer that takes ESC/POS over `sender`.

    Thread: printer; `use_pages` from any.
    """

    def __init__(
        self, name: str, sender: Sender, *, paper: Paper, memory: PrinterMemory | None = None
    ) -> None:
        self.name = name
        self._sender = sender
        self._paper = paper
        self._pages = memory.pages if memory is not None else ()

    def prepare(self) -> None:
        """Load the builder of bytes."""
        byte_builder(self._paper.profile)

    def ask(self) -> PrinterStatus:
        """Ask the printer how it is."""
        return self._sender.ask()

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Ask, send the slip, ask again."""
        rendered = render(slip, self._paper, self._pages)
        return replace(self._sender.send(rendered), lost=rendered.lost)

    def print_sheet(self, sheet: Sheet) -> PrintOutcome:
        """Ask, send the sheet, ask again."""
        return self._sender.send(render_sheet(sheet, self._paper, self._pages))

    def proof_lines(self) -> tuple[ProofLine, ...]:
        """Return what a proof sheet of this printer tries."""
        return proof_lines(self._paper)

    def use_pages(self, pages: Sequence[ProvenPage]) -> None:
        """Use these code pages from the next slip on."""
        self._pages = tuple(pages)

    def open_drawer(self) -> PrinterStatus:
        """Give the cash drawer its pulse."""
        return self._sender.send(render_drawer(self._paper)).status

    def sound_buzzer(self) -> PrinterStatus:
        """Sound the buzzer for a moment."""
        return self._sender.send(render_buzz(self._paper)).status

    def close(self) -> None:
        """Let go of whatever is held open."""
        self._sender.close()


class PassportPrinter(PaperPrinter, PassportPort):
    """A printer that `owner` knows by its USB numbers, so that no stranger prints its slips.

    Thread: printer; `accept_device` and `use_pages` from any.
    """

    def __init__(
        self,
        name: str,
        sender: Sender,
        owner: Acquaintance,
        *,
        paper: Paper,
        memory: PrinterMemory | None = None,
    ) -> None:
        super().__init__(name, sender, paper=paper, memory=memory)
        self._owner = owner

    def accept_device(self) -> None:
        """Take whatever is plugged in at the next question for the right printer."""
        self._owner.accept()
