"""How late the window's thread is while vendors, printer and scans are at work, beside idle."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.beats_file import Gap, beats_environment, gaps, wait_for_beats
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.desktop import Desktop
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

SECONDS = 30.0
EVERY_SECONDS = 6.0  # a rush: ten orders, ten slips and ten scans a minute
BEAT_MS = 10.0
MORE_MS = 4.0
FRAME_MS = 16.7
FRAMES_MISSED = 0.003
LONGEST_MS = 50.0
ANSWER_SECONDS = 0.5  # staff look at the answer to a scan
REST_SECONDS = 0.8  # longer than a button rests after a move


def _p99(measured: list[Gap]) -> float:
    lateness = sorted(max(0.0, gap.length - BEAT_MS) for gap in measured)
    return lateness[len(lateness) * 99 // 100]


def _row(name: str, measured: list[Gap]) -> str:
    over = sum(gap.length > FRAME_MS for gap in measured) / len(measured)
    worst = max(measured, key=lambda gap: gap.length)
    return (
        f"{name:<26}{len(measured):>7}{_p99(measured):>10.2f}{over * 100:>12.2f} %"
        f"{worst.length:>10.1f}{worst.waited:>10.1f}"
    )


def _idle(beats: Path) -> list[Gap]:
    since = time.monotonic()
    threading.Event().wait(SECONDS)
    return gaps(beats, since, time.monotonic())


@pytest.mark.timeout(240)
def test_the_window_beats_on_while_everything_works(tmp_path: Path) -> None:
    beats = tmp_path / "beats.txt"
    with (
        Desktop() as desktop,
        Counter(tmp_path, desktop) as counter,
        PrinterSink() as printer,
        CheersSimulator(callback_url=counter.callback_url) as cheers,
    ):
        scanner = PtyLine(tmp_path)
        counter.till |= {"after_move": "next", "hold_off_ms": 0}
        counter.with_cheers(cheers.base_url, refresh_seconds=5).with_printer(printer.port)
        counter.with_scanner(scanner.port)
        till = counter.start(**beats_environment(beats))
        screen = till.screen
        screen.wait_for_status("counter: ready")
        screen.wait_for_status("till scanner: ready")
        wait_for_beats(beats)
        idle = _idle(beats)

        cheers.place_order(orderNumber="Z-1")
        cheers.place_order(orderNumber="Z-2")
        screen.open_order("Z-1", "New")
        accept = screen.button("Accept", screen.order("Z-1"))
        assert accept is not None
        box = accept.box()
        since = time.monotonic()
        count = 0
        pause = threading.Event()
        while time.monotonic() < since + SECONDS:
            count += 1
            next_at = since + count * EVERY_SECONDS
            cheers.place_order(orderNumber=f"B-{count}")
            scanner.send(b"no such code %d\r" % count)
            pause.wait(ANSWER_SECONDS)
            screen.tap_at(box)  # ends the answer to the scan
            pause.wait(REST_SECONDS)
            screen.tap_at(box)  # accepts; the next order comes by itself
            pause.wait(next_at - time.monotonic())
        busy = gaps(beats, since, time.monotonic())
        accepted = len(printer.slips)
        till.end_well()
        scanner.unplug()
    print(f"\n{'GUI timer of 10 ms':<26}{'beats':>7}{'p99 late':>10}{'over 16.7 ms':>14}", end="")
    print(f"{'longest':>10}{'waited':>10}")
    print(_row("idle", idle))
    print(_row("at work", busy))
    print(f"{count} orders, {count} scans, {accepted} slips in {SECONDS:g} s")
    assert accepted >= count - 1, "the load was no load"
    assert _p99(busy) <= _p99(idle) + MORE_MS
    assert sum(gap.length > FRAME_MS for gap in busy) / len(busy) < FRAMES_MISSED
    assert max(gap.length for gap in busy) < LONGEST_MS
