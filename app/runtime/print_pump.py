"""Moves slips onto their printer's lane and keeps the printer's lamp."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from app.domain.device_news import SheetPrinted
from app.domain.errors import StoreError
from app.domain.news import News
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.sheet import ProofLine, ProvenPage, Sheet
from app.domain.slip import Slip
from app.ports.printer import PrinterPort
from app.runtime.alarm_clock import AlarmClock
from app.runtime.core import Core
from app.runtime.lamps import Lamps
from app.runtime.lanes import Lane
from app.usecases.begin_print import PrintErrand, begin_print, has_waiting, offer_old
from app.usecases.desk import Desk
from app.usecases.note_printer import note_printer
from app.usecases.open_drawer import drawer_answered
from app.usecases.settle_print import settle_print, slips_wait

IDLE_SECONDS: Final = 10.0
UNWELL_SECONDS: Final = 2.0
# What a fault of ours in a printer's file leaves behind.
_IN_DOUBT: Final = PrintOutcome(PrintResult.UNSURE, PrinterStatus(PrinterWord.NOT_ANSWERING))
# What becomes of a slip whose turn comes while the till closes: nothing has left.
_NOT_BEGUN: Final = PrintOutcome(PrintResult.NOT_STARTED, PrinterStatus(PrinterWord.UNKNOWN))


class PrintPump:
    """One printer: asked while idle, given one slip at a time while it is well.

    A slip is taken from the queue only when the printer was well at its last answer, so that a dead
    printer never leaves a slip in doubt. It counts as under way until the store has taken how it
    ended.

    Thread: core, unless a method says otherwise.
    """

    def __init__(self, core: Core, printer: PrinterPort, clock: AlarmClock, lamps: Lamps) -> None:
        self._core = core
        self._printer = printer
        self._clock = clock
        self._lamps = lamps
        self._lane = Lane(f"printer {printer.name}", core.report_fault)
        self._well = False
        self._busy = False
        self._closing = False
        self._in_no_hurry = False
        self._buzzing = False
        core.after_each(self.wake)

    def start(self) -> None:
        """Ask the printer for the first time, and have it ready for the first slip. Thread: any."""
        self._core.submit(self._ask)
        self._lane.submit(self._printer.prepare)

    def wake(self) -> None:
        """Print the next slip, if there is one and the printer is free and well."""
        if self._busy or self._closing:
            return
        if not self._well:
            self._look_sooner()
            return
        errand, news = begin_print(self._printer.name, self._core.desk)
        self._core.publish(news)
        if errand is not None:
            self._print(errand)

    def print_test(self, slip: Slip, done: Callable[[PrintOutcome], None] | None = None) -> None:
        """Print a slip that belongs to no order, whatever the printer said last. Thread: any.

        `done` hears what came of it, on the printer's lane; that it is in doubt after a fault.
        """

        def work() -> PrinterStatus:
            outcome = _IN_DOUBT
            try:
                outcome = self._printer.print_slip(slip)
            finally:
                if done is not None:
                    done(outcome)
            return outcome.status

        self._do_beside(work)

    def print_sheet(self, compose: Callable[[tuple[ProofLine, ...]], Sheet]) -> None:
        """Print a sheet made of the printer's proof lines, whatever it said last. Thread: any."""

        def work() -> PrinterStatus:
            sheet = compose(self._printer.proof_lines())
            outcome = self._printer.print_sheet(sheet)
            told = SheetPrinted(self._printer.name, sheet.kind, outcome, sheet.lines)
            self._core.relay.publish(told)
            return outcome.status

        self._do_beside(work)

    def use_pages(self, pages: Sequence[ProvenPage]) -> None:
        """Use these code pages from the next slip on. Thread: any."""
        self._printer.use_pages(pages)

    def ask_now(self) -> None:
        """Ask the printer at once, because a person wants to know."""
        self._ask_in(0)

    def open_drawer(self) -> None:
        """Open the cash drawer, after no more than the slip under way; trouble is said once."""
        name = self._printer.name
        self._do_beside(
            self._printer.open_drawer, lambda status, desk: drawer_answered(name, status, desk)
        )

    def sound_buzzer(self) -> None:
        """Sound the buzzer, after no more than the slip under way; not twice at a time.

        Trouble with it is only on the lamp: the window flashes all the same.
        """
        if self._buzzing:
            return
        self._buzzing = True
        self._do_beside(self._printer.sound_buzzer, self._buzzed)

    def close(self) -> None:
        """Begin nothing more. Thread: any."""
        self._closing = True
        self._lane.drain()
        self._core.submit(self._retire)

    def wait(self, milliseconds: int) -> bool:
        """Wait for a slip under way. Thread: any."""
        return self._lane.wait(milliseconds)

    def _do_beside(
        self,
        do: Callable[[], PrinterStatus],
        then: Callable[[PrinterStatus, Desk], list[News]] | None = None,
    ) -> None:
        """Have the printer do what belongs to no order, and take in how it is afterwards.

        A fault of ours in it leaves the printer in doubt, like one in a slip. Thread: any.
        """

        def work() -> None:
            status = _IN_DOUBT.status
            try:
                status = do()
            finally:
                self._core.submit(lambda desk: self._tell(status, desk))
                if then is not None:
                    self._core.submit(lambda desk: then(status, desk))

        self._lane.submit(work)

    def _buzzed(self, _status: PrinterStatus, _desk: Desk) -> list[News]:
        self._buzzing = False
        return []

    def _retire(self, _desk: Desk) -> list[News]:
        self._core.never_again(self.wake)
        return []

    def _print(self, errand: PrintErrand) -> None:
        self._busy = True

        def work() -> None:
            outcome = _IN_DOUBT
            try:
                outcome = _NOT_BEGUN if self._closing else self._printer.print_slip(errand.slip)
            finally:
                self._printed(errand, outcome)

        if not self._lane.submit(work):
            self._printed(errand, _NOT_BEGUN)

    def _printed(self, errand: PrintErrand, outcome: PrintOutcome) -> None:
        """Hand on how it ended. Thread: printer."""

        def settle(desk: Desk) -> list[News]:
            try:
                news = settle_print(errand.job.id, outcome, desk)
            except StoreError:
                raise  # kept, and done again
            except Exception:
                self._busy = False  # a fault of ours with one slip must not stop all others
                raise
            self._busy = False
            if not went:
                self._ask_in(UNWELL_SECONDS)
            return news

        went = outcome.result is not PrintResult.NOT_STARTED
        if outcome is not _NOT_BEGUN:
            self._core.submit(lambda desk: self._tell(outcome.status, desk, went=went))
        self._core.insist(settle)

    def _ask(self, _desk: Desk) -> list[News]:
        if self._busy:
            self._ask_in(UNWELL_SECONDS)
            return []
        self._busy = True

        def work() -> None:
            if self._closing:
                return
            status = _IN_DOUBT.status
            try:
                status = self._printer.ask()
            finally:
                self._core.submit(lambda desk: self._asked(status, desk))

        self._lane.submit(work)
        return []

    def _asked(self, status: PrinterStatus, desk: Desk) -> list[News]:
        self._busy = False
        return self._tell(status, desk)

    def _tell(self, status: PrinterStatus, desk: Desk, *, went: bool = True) -> list[News]:
        """Note how the printer is, and on the slips that wait why they do.

        The alarm is set before the store is asked, so that trouble there does not end the asking.
        """
        self._well = status.word.can_print and went
        self._lamps.printer_says(self._printer.name, status)
        self._ask_in(IDLE_SECONDS if self._well else UNWELL_SECONDS)
        if status.word.can_print:
            return note_printer(self._printer.name, status.word, desk)
        news = [
            *offer_old(self._printer.name, desk),
            *slips_wait(self._printer.name, status.word, desk),
            *note_printer(self._printer.name, status.word, desk),
        ]
        self._in_no_hurry = not has_waiting(self._printer.name, desk)
        if self._in_no_hurry:
            self._ask_in(IDLE_SECONDS)
        return news

    def _look_sooner(self) -> None:
        """Ask a printer that is not well at once when the first slip comes to wait for it."""
        if self._in_no_hurry and has_waiting(self._printer.name, self._core.desk):
            self._in_no_hurry = False
            self._ask_in(0)

    def _ask_in(self, seconds: float) -> None:
        name = f"printer {self._printer.name}"
        self._clock.after(seconds, name, lambda: self._core.submit(self._ask))
