"""Slips that wait: kept from the news, listed behind their printer, and dealt with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import WaitingSlipsChanged
from app.domain.open_questions import WaitingSlip
from app.ui.dialogs.waiting_slips import OtherPrinterDialog, WaitingSlipsDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.waiting_slips import printer_words
from app.usecases.waiting_slips import MoveSlips, RetrySlips, SkipSlips

FindLamp = Callable[[LampKind, str], Lamp | None]


class SlipDesk(QObject):
    """Lists what waits for a printer, and sends what staff press about it.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        lamp: FindLamp,
        now: Callable[[], datetime],
        send: Callable[[object], None],
    ) -> None:
        """Open dialogs in `layer`; `lamp` finds how a printer stands."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._lamp = lamp
        self._now = now
        self._send = send
        self._slips: tuple[WaitingSlip, ...] = ()
        self._asked_for: tuple[str, ...] = ()

    def slips_changed(self, news: WaitingSlipsChanged) -> None:
        """Show the list as it is now."""
        self._slips = news.slips
        dialog = self._layer.dialog
        if isinstance(dialog, WaitingSlipsDialog):
            dialog.show_slips(self.at(dialog.printer), self._now())

    def at(self, printer: str) -> tuple[WaitingSlip, ...]:
        """Return what waits for a printer, oldest first."""
        return tuple(slip for slip in self._slips if slip.job.printer == printer)

    def waiting(self) -> dict[str, int]:
        """Return how many slips wait for each printer that some wait for."""
        return dict(Counter(slip.job.printer for slip in self._slips))

    def could_print(self, printer: str) -> tuple[str, ...]:
        """Return the printers that are well and could print what waits for `printer`."""
        others = dict.fromkeys(name for slip in self.at(printer) for name in slip.others)
        return tuple(name for name in others if self._is_well(name))

    def _is_well(self, printer: str) -> bool:
        lamp = self._lamp(LampKind.PRINTER, printer)
        return lamp is not None and lamp.tone in (LampTone.OK, LampTone.WARN)

    @Slot(str)
    def on_list_wanted(self, printer: str) -> None:
        """List what waits for a printer, while something does."""
        if not self.at(printer):
            return
        dialog = WaitingSlipsDialog(self._theme, printer, self.at(printer), self._now())
        dialog.skip_wanted.connect(self.on_skip)
        dialog.retry_wanted.connect(self.on_retry)
        dialog.other_wanted.connect(self.on_other)
        self._layer.open(dialog)

    @Slot(str)
    def on_all_wanted_elsewhere(self, printer: str) -> None:
        """Have another printer that is well print all that waits for `printer`."""
        job_ids = tuple(slip.job.id for slip in self.at(printer))
        self.on_other(job_ids, self.could_print(printer))

    @Slot(object)
    def on_skip(self, job_ids: tuple[str, ...]) -> None:
        """Give slips up."""
        self._send(SkipSlips(job_ids))

    @Slot(object)
    def on_retry(self, job_ids: tuple[str, ...]) -> None:
        """Have the printers asked now."""
        self._send(RetrySlips(job_ids))

    @Slot(object, object)
    def on_other(self, job_ids: tuple[str, ...], printers: tuple[str, ...]) -> None:
        """Have the only other printer print slips, or ask which of several."""
        if not job_ids or not printers:
            return
        if len(printers) == 1:
            self._send(MoveSlips(job_ids, printers[0]))
            return
        lamps = ((name, self._lamp(LampKind.PRINTER, name)) for name in printers)
        dialog = OtherPrinterDialog(
            self._theme, [(name, printer_words(name, lamp)) for name, lamp in lamps]
        )
        self._asked_for = job_ids
        dialog.chosen.connect(self.on_chosen)
        self._layer.open(dialog)

    @Slot(str)
    def on_chosen(self, printer: str) -> None:
        """Have the chosen printer print what it was chosen for."""
        self._send(MoveSlips(self._asked_for, printer))
