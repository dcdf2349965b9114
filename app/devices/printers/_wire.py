"""A sender over an open wire: network, serial port, USB, device file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from app.devices.printers._conversation import Channel, ChannelTrouble, Conversation
from app.devices.printers._kind import PrinterOptions
from app.devices.printers._paper_printer import Sender
from app.devices.printers._render import RenderedSlip
from app.domain.printing import PrinterStatus, PrintOutcome, PrintResult


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long one printer may take, in seconds; cloud printers need more than those next door."""

    connect: float = 3.0
    write: float = 10.0
    answer: float = 2.0


def deadlines_of(settings: PrinterOptions) -> Deadlines:
    """Return what one entry of the settings allows."""
    return Deadlines(settings.connect_seconds, settings.write_seconds, settings.answer_seconds)


class Wire(Channel, Protocol):
    """A channel whose far end may be cut off; `note` is what there is to say of where it leads."""

    note: str = ""

    def abort(self) -> None:
        """Throw away what has not left this machine, so that it does not come out later."""
        ...


def _noted(status: PrinterStatus, wire: Wire) -> PrinterStatus:
    return replace(status, detail=f"{status.detail}; {wire.note}") if wire.note else status


Connect = Callable[[], AbstractContextManager[Wire]]
"""Opens the wire for one question or one slip and closes it again; raises ChannelTrouble."""


class WireSender(Sender):
    """Opens a wire for each question and each slip, and closes it afterwards.

    `at_end` runs when the printer is let go for good.

    Thread: printer.
    """

    def __init__(
        self, connect: Connect, talk: Conversation, at_end: Callable[[], None] | None = None
    ) -> None:
        self._connect = connect
        self._talk = talk
        self._at_end = at_end

    def ask(self) -> PrinterStatus:
        """Ask the printer how it is over a wire of its own."""
        try:
            with self._connect() as wire:
                return _noted(self._talk.ask(wire), wire)
        except ChannelTrouble as trouble:
            return trouble.status

    def send(self, slip: RenderedSlip) -> PrintOutcome:
        """Ask, send the slip, ask again; all over one wire."""
        try:
            with self._connect() as wire:
                outcome = self._talk.print(wire, slip)
                if outcome.result is PrintResult.UNSURE:
                    wire.abort()
                return replace(outcome, status=_noted(outcome.status, wire))
        except ChannelTrouble as trouble:
            return PrintOutcome(PrintResult.NOT_STARTED, trouble.status)

    def close(self) -> None:
        """Nothing is held open between jobs, but something may be to give back."""
        if self._at_end is not None:
            self._at_end()
