"""A sender over an open wire: network, serial port, USB, device file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from app.devices.printers._conversation import Channel, ChannelTrouble, Conversation
from app.devices.printers._paper_printer import Sender
from app.devices.printers._render import RenderedSlip
from app.domain.printing import PrinterStatus, PrintOutcome, PrintResult


class Wire(Channel, Protocol):
    """A channel whose far end may be cut off."""

    def abort(self) -> None:
        """Throw away what has not left this machine, so that it does not come out later."""
        ...


Connect = Callable[[], AbstractContextManager[Wire]]
"""Opens the wire for one question or one slip and closes it again; raises ChannelTrouble."""


class WireSender(Sender):
    """Opens a wire for each question and each slip, and closes it afterwards.

    Thread: printer.
    """

    def __init__(self, connect: Connect, talk: Conversation) -> None:
        self._connect = connect
        self._talk = talk

    def ask(self) -> PrinterStatus:
        """Ask the printer how it is over a wire of its own."""
        try:
            with self._connect() as wire:
                return self._talk.ask(wire)
        except ChannelTrouble as trouble:
            return trouble.status

    def send(self, slip: RenderedSlip) -> PrintOutcome:
        """Ask, send the slip, ask again; all over one wire."""
        try:
            with self._connect() as wire:
                outcome = self._talk.print(wire, slip)
                if outcome.result is PrintResult.UNSURE:
                    wire.abort()
                return outcome
        except ChannelTrouble as trouble:
            return PrintOutcome(PrintResult.NOT_STARTED, trouble.status)

    def close(self) -> None:
        """Nothing is held open between jobs."""
