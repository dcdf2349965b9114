"""Looking for printers that nobody has set up yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer that was found: what it is called, and what its settings entry would say."""

    title: str
    fields: Mapping[str, object] = field(default_factory=dict)


class SearchPlace(StrEnum):
    """Where printers are looked for, one place after the other."""

    USB = "usb"
    FILES = "files"
    QUEUES = "queues"
    NETWORK = "network"


class PrinterSearchPort(Protocol):
    """Who hears of a search. Thread: the one that searches."""

    def looks(self, place: SearchPlace) -> None:
        """Hear where the search has come to."""
        ...

    def finds(self, found: FoundPrinter) -> None:
        """Hear of a printer."""
        ...

    @property
    def is_over(self) -> bool:
        """Whether nobody waits for more."""
        ...


class PrinterFinderPort(Protocol):
    """Looks through the network, the USB devices and the queues of this machine.

    Thread: one of its own, where it takes seconds.
    """

    def find(self, search: PrinterSearchPort) -> tuple[str, ...]:
        """Tell `search` of each printer; return what could not be looked through, in words.

        Ends soon after `search` is over; raises nothing that the environment can cause.
        """
        ...
