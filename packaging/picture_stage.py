"""Where the README's pictures are taken: a shop of our own, and the real program in it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from app.simulators.cheers import CheersSimulator  # noqa: E402
from app.simulators.loke import LokeSimulator  # noqa: E402
from tests.e2e.harness.counter import Counter, Till  # noqa: E402
from tests.e2e.harness.desktop import Desktop  # noqa: E402
from tests.e2e.harness.monitors import Monitors, Rect  # noqa: E402
from tests.e2e.harness.waiting import wait_until  # noqa: E402
from tests.sinks.printer_sink import PrinterSink  # noqa: E402
from tests.sinks.scanner_line import PtyLine  # noqa: E402

LARGEST = 150_000  # bytes of a picture
STILL = 4  # so many looks one after the other show the same: everything is painted
STILL_SECONDS = 4.0  # no longer is waited for that
TILL: Rect = (0, 0, 1280, 800)
HALL: Rect = (1280, 0, 1024, 576)
"""Where the till's own screen is on the display, and the one customers see."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A counter with everything around it, and where its pictures go."""

    folder: Path
    desktop: Desktop
    monitors: Monitors
    counter: Counter
    cheers: CheersSimulator
    loke: LokeSimulator
    printer: PrinterSink
    scanner: PtyLine

    def open(self, **environment: str) -> Till:
        """Start Pult with all of it set up."""
        catalogue = HOUSE / "resources" / "demo" / "catalogue.csv"
        ended = self.counter.command("catalogue", "import", catalogue)
        assert ended.code == 0, ended.err
        till = self.counter.start(**environment)
        for lamp in ("Cheers: connected", "LOKE: connected", "till scanner: ready"):
            till.screen.wait_for_status(lamp)
        return till

    def save(self, name: str, screen: Rect = TILL) -> None:
        """Take the picture of this name once a screen stands still."""
        file = self.folder / f"{name}.png"
        seen = self._at_rest(screen).convert("RGB")
        seen.quantize(dither=Image.Dither.NONE).save(file, optimize=True)
        size = file.stat().st_size
        assert size <= LARGEST, f"{file} has {size} bytes"

    def _at_rest(self, screen: Rect) -> Image.Image:
        seen = [self._seen(screen)]

        def stands_still() -> bool:
            seen.append(self._seen(screen))
            return len({picture.tobytes() for picture in seen[-STILL:]}) == 1 and len(seen) >= STILL

        with suppress(AssertionError):  # a bar that runs out never stands still
            wait_until(stands_still, "the screen to stand still", STILL_SECONDS, 0.1)
        return seen[-1]

    def _seen(self, screen: Rect) -> Image.Image:
        left, top, width, height = screen
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / "seen.png"
            self.desktop.picture(file)
            with Image.open(file) as picture:
                return picture.crop((left, top, left + width, top + height))


Scene = Callable[[Stage], None]
"""Starts Pult as it needs it, takes one picture or some, and ends it."""


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Build the shop up, and take it down afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="pult-pictures-") as place,
        Desktop((TILL[2] + HALL[2], TILL[3])) as desktop,
        Monitors(desktop.display) as monitors,
        Counter(Path(place), desktop) as counter,
        CheersSimulator(callback_url=counter.callback_url) as cheers,
        LokeSimulator() as loke,
        PrinterSink() as printer,
    ):
        monitors.plug_in("till", TILL, is_first=True)
        scanner = PtyLine(Path(place))
        del counter.till["undo_seconds"]
        counter.with_cheers(cheers.base_url)
        counter.with_vendor(
            "loke",
            base_url=loke.base_url,
            token=loke.token,
            organization_id=loke.organization_id,
            location_id=loke.location_id,
            poll_seconds=1,
        )
        counter.with_printer(printer.port)
        counter.with_scanner(scanner.port)
        yield Stage(folder, desktop, monitors, counter, cheers, loke, printer, scanner)
        scanner.unplug()
