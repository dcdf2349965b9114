"""Looking for printers that nobody has set up yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer that was found: what it is called, and what its settings entry would say."""

    title: str
    fields: Mapping[str, object] = field(default_factory=dict)


class PrinterFinderPort(Protocol):
    """Looks through the network, the USB devices and the queues of this machine.

    Thread: `find` on one of its own, where it takes seconds; `stop` from any.
    """

    def find(self, on_found: Callable[[FoundPrinter], None]) -> tuple[str, ...]:
        """Hand over each printer as it is found; return what could not be looked through, in words.

        Ends soon after `stop`; raises nothing that the environment can cause.
        """
        ...

    def stop(self) -> None:
        """End the search under way."""
        ...
