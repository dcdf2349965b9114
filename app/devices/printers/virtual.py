"""A printer on the screen: keeps each slip as text and picture for a while; for demo and trial."""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.devices.printers._kind import OnPrinted, PrinterKind, PrinterOptions, Surroundings
from app.devices.printers._layout import lay_out
from app.devices.printers._rows import QrRow, Row, RuleRow, TextRow
from app.devices.printers._sheet import lay_out_sheet
from app.domain.causes import cause_of
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.sheet import ProofLine, ProvenPage, Sheet
from app.domain.slip import Slip
from app.ports.printer import PrinterPort
from app.settings.in_place import put_in_place

_KEPT: Final = timedelta(days=7)
_OURS: Final = re.compile(r"\d{8}-\d{6}-[A-Za-z0-9-]+-\d+\.(txt|png)(\.part)?")


class VirtualPrinter(PrinterPort):
    """Prints into files `<time>-<number>-<copy>.txt` and `.png`, readable by this user only.

    Slips hold personal data, so they are removed after `kept`; their names hold none.

    Thread: printer; `trouble` may be read and set from any thread.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        *,
        width: int = 42,
        on_printed: OnPrinted | None = None,
        kept: timedelta = _KEPT,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        self.name = name
        self._folder = folder
        self._width = width
        self._on_printed = on_printed
        self._kept = kept
        self._now = now
        self._lock = threading.Lock()
        self._trouble: PrinterWord | None = None

    @property
    def trouble(self) -> PrinterWord | None:
        """What the printer pretends to suffer from; None is a well one."""
        with self._lock:
            return self._trouble

    @trouble.setter
    def trouble(self, word: PrinterWord | None) -> None:
        with self._lock:
            self._trouble = word

    def prepare(self) -> None:
        """Nothing is slow to load."""

    def ask(self) -> PrinterStatus:
        """Say what a printer in this state would answer."""
        return PrinterStatus(self.trouble or PrinterWord.READY, detail="virtual")

    def print_slip(self, slip: Slip) -> PrintOutcome:
        """Write the slip's files, tell whoever watches, and drop files past their age."""
        return self._print(slip.number, lay_out(slip, self._width), slip.code)

    def print_sheet(self, sheet: Sheet) -> PrintOutcome:
        """Write the sheet's files, as those of a slip."""
        return self._print(sheet.kind.value, lay_out_sheet(sheet, self._width), "")

    def proof_lines(self) -> tuple[ProofLine, ...]:
        """A printer that draws every letter has nothing to prove."""
        return ()

    def use_pages(self, pages: Sequence[ProvenPage]) -> None:
        """It has no code pages."""

    def open_drawer(self) -> PrinterStatus:
        """There is no drawer; say how the printer is."""
        return self.ask()

    def sound_buzzer(self) -> PrinterStatus:
        """There is no buzzer; say how the printer is."""
        return self.ask()

    def _print(self, number: str, rows: Sequence[Row], code: str) -> PrintOutcome:
        status = self.ask()
        if not status.word.can_print:
            return PrintOutcome(PrintResult.NOT_STARTED, status)
        text = slip_text(rows, self._width)
        try:
            picture = self._keep(number, rows, text)
        except OSError as error:
            detail = f"slips folder: {cause_of(error)}"
            return PrintOutcome(
                PrintResult.NOT_STARTED, PrinterStatus(PrinterWord.OFFLINE, detail=detail)
            )
        if self._on_printed is not None:
            self._on_printed(picture, text, code)
        return PrintOutcome(PrintResult.PRINTED, status, _lost(rows) if picture else 0)

    def close(self) -> None:
        """Nothing is held open."""

    def _keep(self, number: str, rows: Sequence[Row], text: str) -> Path | None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._prune()
        stem = self._stem(number)
        picture = _picture(rows, self._width)
        path = self._folder / f"{stem}.png"
        if picture:
            _write(path, picture)
        _write(self._folder / f"{stem}.txt", text.encode())
        return path if picture else None

    def _stem(self, number: str) -> str:
        safe = re.sub(r"[^A-Za-z0-9-]+", "-", number).strip("-")[:24] or "slip"
        copies = [0]
        for path in self._folder.glob(f"*-{safe}-*.txt"):
            copy = re.fullmatch(rf"\d{{8}}-\d{{6}}-{re.escape(safe)}-(\d+)", path.stem)
            copies.extend([int(copy[1])] if copy else [])
        return f"{self._now():%Y%m%d-%H%M%S}-{safe}-{max(copies) + 1}"

    def _prune(self) -> None:
        oldest = (self._now() - self._kept).timestamp()
        for path in self._folder.iterdir():
            if _OURS.fullmatch(path.name):
                with contextlib.suppress(FileNotFoundError):
                    if path.stat().st_mtime < oldest:
                        path.unlink()


def slip_text(rows: Sequence[Row], width: int) -> str:
    """Return `rows` as plain text, large letters in their usual size."""
    lines: list[str] = []
    for row in rows:
        if isinstance(row, TextRow):
            flat = row.composed(width)
            lines.append(" ".join(flat.split()).center(width) if row.wide > 1 else flat)
        elif isinstance(row, RuleRow):
            lines.append(row.sign * width)
        elif isinstance(row, QrRow):
            lines.append(f"[{row.content}]".center(width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _picture(rows: Sequence[Row], width: int) -> bytes:
    from app.devices.printers import _raster  # Qt only when something is drawn

    try:
        return _raster.slip_png(rows, width)
    except _raster.PicturesUnavailable:
        return b""


def _lost(rows: Sequence[Row]) -> int:
    """Return how many letters the picture could not show."""
    from app.devices.printers import _raster

    return len(_raster.missing_letters(rows))


def _write(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all, for this user's eyes only."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    put_in_place(part, path)


def _build(settings: PrinterOptions, surroundings: Surroundings) -> PrinterPort:
    return VirtualPrinter(
        settings.name,
        surroundings.slips_dir,
        width=settings.width,
        on_printed=surroundings.on_printed,
    )


PRINTER: Final = PrinterKind("virtual", _build)
