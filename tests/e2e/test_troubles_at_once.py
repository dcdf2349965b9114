"""Vendor, printer and scanner fail at the same time: the window keeps answering."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.beats_file import Gap, beats_environment, gaps
from tests.e2e.harness.counter import Counter, Till
from tests.e2e.harness.desktop import Desktop
from tests.e2e.harness.waiting import wait_until
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

LONGEST = 50.0
TRIES = 5
SETTLED_SECONDS = 3.0


def _work_through_it(
    till: Till, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    """All three troubles, and staff who go on tapping meanwhile."""
    screen = till.screen
    cheers.hang()
    printer.reads = False
    scanner.unplug()
    screen.press_move("A-1", "Accept")  # the vendor hangs
    screen.open_order("A-2", "Preparing")
    screen.press_move("A-2", "Ready")  # at the tap, whoever hangs
    screen.wait_for_card("A-2", "Ready")
    screen.press_move("A-2", "Print again")  # the printer takes it and never answers
    screen.wait_for_status("till scanner: not found")
    screen.wait_for_status("counter: not answering")
    screen.open_order("A-3", "New")
    screen.press_move("A-3", "Reject")
    screen.wait_for_dialog("Reject A-3")
    screen.press_in("Reject A-3", "Close")
    screen.wait_for(lambda: screen.dialog("Reject A-3") is None, "the dialog to close")
    screen.wait_for(
        lambda: any("ready not confirmed" in name for name in screen.cards("Ready")),
        "the answer that did not come to be given up",
    )


def _all_is_well_again(
    till: Till, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    cheers.release()
    printer.reads = True
    scanner.plug()
    screen = till.screen
    screen.wait_for_card("A-1", "Preparing", timeout=25)
    for lamp in ("Cheers: connected", "counter: ready", "till scanner: ready"):
        screen.wait_for_status(lamp)
    printer.wait_for_slips(3)


def _measured(
    counter: Counter,
    folder: Path,
    cheers: CheersSimulator,
    printer: PrinterSink,
    scanner: PtyLine,
) -> list[Gap]:
    """The gaps of the window's beats through the troubles."""
    beats = folder / "beats.txt"
    till = counter.start(**beats_environment(beats))
    screen = till.screen
    cheers.place_order(orderNumber="A-2")
    screen.open_order("A-2", "New")
    screen.press_move("A-2", "Accept")
    screen.wait_for_card("A-2", "Preparing")
    printer.wait_for_slips(1)
    first = cheers.place_order(orderNumber="A-1")
    cheers.place_order(orderNumber="A-3")
    screen.open_order("A-1", "New")
    screen.wait_for_status("till scanner: ready")
    began = time.monotonic()
    wait_until(lambda: time.monotonic() - began > SETTLED_SECONDS, "the start to be over")
    since = time.monotonic()
    _work_through_it(till, cheers, printer, scanner)
    _all_is_well_again(till, cheers, printer, scanner)
    until = time.monotonic()
    till.end_well()
    assert cheers.effects_of(first) == ["APPROVED"]
    assert len(printer.slips) == 3  # A-2, its reprint, A-1
    return gaps(beats, since, until)


def test_the_window_answers_while_vendor_printer_and_scanner_hang(
    tmp_path: Path, desktop: Desktop
) -> None:
    """The largest gap between beats of a 10 ms timer of the window stays under 50 ms, without what
    others had the processor for.

    A machine that is busy with others may still spoil a run, as where a thread of ours that holds
    Python's lock has to wait; a stall of ours would be in all of them.
    """
    told = []
    for attempt in range(TRIES):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        with (
            Counter(folder, desktop) as counter,
            PrinterSink() as printer,
            CheersSimulator(callback_url=counter.callback_url) as cheers,
        ):
            scanner = PtyLine(folder)
            counter.with_cheers(cheers.base_url).with_scanner(scanner.port)
            counter.with_printer(printer.port)
            measured = _measured(counter, folder, cheers, printer, scanner)
            scanner.unplug()
        worst = max(measured, key=lambda gap: gap.ours)
        told.append(
            f"largest gap {worst.length:.1f} ms, of it {worst.waited:.1f} ms without a processor, "
            f"in {len(measured)} beats"
        )
        print(told[-1])
        assert len(measured) > 800, "it was measured for too short a time"
        if worst.ours < LONGEST:
            return
    pytest.fail("; ".join(told))
