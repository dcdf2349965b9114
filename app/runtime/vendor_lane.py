"""One vendor with its lanes: pushes and look-ups wait for each other only at the vendor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from app.domain.errors import VendorError, VendorSpokeOddly
from app.ports.vendor import ProbeResult, VendorPort
from app.runtime.lamps import Lamps
from app.runtime.lanes import Lane

Answer = TypeVar("Answer")


class VendorLane:
    """Runs a vendor's calls on worker threads and keeps its lamp.

    Thread: any; `done` is called on a worker and must only hand its result to the core lane.
    """

    def __init__(
        self, vendor: VendorPort, lamps: Lamps, on_fault: Callable[[BaseException], None]
    ) -> None:
        self.vendor = vendor
        self._lamps = lamps
        self._pushes = Lane(f"{vendor.name} pushes", on_fault, threads=4)
        self._look_ups = Lane(f"{vendor.name} look-ups", on_fault, threads=3)

    def push(
        self, call: Callable[[], Answer], done: Callable[[Answer | VendorError], None]
    ) -> None:
        """Run a call that belongs to a push, its re-read included."""
        self._pushes.submit(lambda: self._run(call, done))

    def look_up(
        self, call: Callable[[], Answer], done: Callable[[Answer | VendorError], None]
    ) -> None:
        """Run a question."""
        self._look_ups.submit(lambda: self._run(call, done))

    def probe(self, done: Callable[[ProbeResult], None] | None = None) -> None:
        """Ask without side effects whether the vendor answers, and show it on the lamp."""

        def ask() -> None:
            result = self.vendor.probe()
            self._lamps.vendor_probed(self.vendor.name, result)
            if done is not None:
                done(result)

        self._look_ups.submit(ask)

    def close(self) -> None:
        """Begin nothing more."""
        self._pushes.close()
        self._look_ups.close()

    def wait(self, milliseconds: int) -> bool:
        """Wait for calls under way; return whether all have ended."""
        pushed = self._pushes.wait(milliseconds)
        return self._look_ups.wait(milliseconds) and pushed

    def _run(
        self, call: Callable[[], Answer], done: Callable[[Answer | VendorError], None]
    ) -> None:
        try:
            answer = call()
        except VendorError as error:
            self._lamps.vendor_failed(self.vendor.name, error)
            done(error)
        except Exception as error:
            # Whatever waits for this call must go on; what became of it is not known.
            done(VendorSpokeOddly(self.vendor.name, type(error).__name__))
            raise
        else:
            self._lamps.vendor_answered(self.vendor.name)
            done(answer)
