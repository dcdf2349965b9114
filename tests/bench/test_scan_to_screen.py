"""From the last byte of a scan to its answer on the screen, and to the vendor that is asked."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

import pytest

from app.simulators.akinon import AkinonSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.desktop import Desktop
from tests.e2e.harness.waiting import wait_until
from tests.sinks.scanner_line import SocketLine

SCANS = 60
NUMBERS = 20
ANSWER_MS = 50.0  # p99
LOOK_UP_MS = 60.0
INJECTED = Path(__file__).parents[1] / "e2e" / "harness" / "answers"


def _painted_after(file: Path, moment: float) -> float | None:
    lines = file.read_text().splitlines(keepends=True) if file.exists() else []
    moments = [float(line) for line in lines if line.endswith("\n")]
    return next((one for one in moments if one > moment), None)


def _row(name: str, times: list[float], budget: float) -> str:
    ordered = sorted(times)
    p99 = ordered[len(ordered) * 99 // 100]
    return f"{name:<36}{median(times):>9.1f}{p99:>9.1f}{ordered[-1]:>9.1f}{budget:>9.0f}"


@pytest.mark.timeout(240)
def test_a_scan_is_answered_within_50_ms(tmp_path: Path) -> None:
    file = tmp_path / "answers.txt"
    line = SocketLine()
    answers: list[float] = []
    look_ups: list[float] = []
    with (
        Desktop() as desktop,
        Counter(tmp_path, desktop) as counter,
        AkinonSimulator() as akinon,
    ):
        counter.till |= {"hold_off_ms": 0}
        counter.with_scanner(line.port)
        counter.with_vendor(
            "akinon",
            base_url=akinon.base_url,
            username=akinon.username,
            password=akinon.password,
            session_cookie="sessionid=basket",
        )
        till = counter.start(PYTHONPATH=str(INJECTED), PULT_ANSWERS_FILE=str(file))
        till.screen.wait_for_status("till scanner: ready")
        till.screen.wait_for_status("Akinon: connected")
        for count in range(SCANS):
            sent = time.monotonic()
            line.send(b"no such code %d\r" % count)
            painted = wait_until(
                lambda: _painted_after(file, sent),  # noqa: B023
                "the answer",
                pause=0.002,
            )
            answers.append((painted - sent) * 1000)
        for count in range(NUMBERS):
            number = f"{816910908011000 + count}"
            sent = time.monotonic()
            line.send(number.encode() + b"\r")
            asked = wait_until(
                lambda: next((one for one in akinon.requests if one.at > sent), None),  # noqa: B023
                "the look-up",
                pause=0.002,
            )
            look_ups.append((asked.at - sent) * 1000)
        till.end_well()
        line.unplug()
    print(f"\n{'last byte of a scan to':<36}{'median':>9}{'p99':>9}{'worst':>9}{'budget':>9}  ms")
    print(_row("its answer, painted", answers, ANSWER_MS))
    print(_row("the vendor's socket", look_ups, LOOK_UP_MS))
    assert sorted(answers)[len(answers) * 99 // 100] < ANSWER_MS
    assert max(look_ups) < LOOK_UP_MS
