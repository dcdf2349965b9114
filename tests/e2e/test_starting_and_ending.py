"""How the program starts, refuses to start, and ends: codes, one line, no lock left behind."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

import pytest

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter, Till
from tests.e2e.harness.program import ENDS_IN
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine


class Watched:
    """The window that a watchdog has started last."""

    def __init__(self, dog: Till) -> None:
        self.dog = dog

    @property
    def pid(self) -> int:
        children = Path(f"/proc/{self.dog.pid}/task/{self.dog.pid}/children").read_text().split()
        return int(children[-1]) if children else -1

    @property
    def running(self) -> bool:
        return self.dog.running

    @property
    def err(self) -> str:
        return self.dog.err


SIGNALS = (signal.SIGTERM, signal.SIGINT)


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_it_in_order(
    counter: Counter,
    cheers: CheersSimulator,
    printer: PrinterSink,
    scanner: PtyLine,
    number: signal.Signals,
) -> None:
    till = counter.start()
    till.screen.wait_for_status("Cheers: connected")
    code, seconds = till.end(number)
    assert (code, till.err) == (0, "")
    assert seconds < ENDS_IN
    assert till.troubles == []


def test_a_signal_ends_it_while_it_starts(counter: Counter, cheers: CheersSimulator) -> None:
    till = counter.launch()
    till.screen.wait_until_open()
    code, seconds = till.end()
    assert code == 0, till.err
    assert seconds < ENDS_IN


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_it_with_a_dialog_open(
    counter: Counter, cheers: CheersSimulator, number: signal.Signals
) -> None:
    till = counter.start()
    cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    till.screen.press_move("A-41", "Reject")
    till.screen.wait_for_dialog("Reject A-41")
    code, seconds = till.end(number)
    assert (code, till.err) == (0, "")
    assert seconds < ENDS_IN
    assert cheers.effects == ()


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_ends_it_while_the_vendor_hangs(
    counter: Counter, cheers: CheersSimulator, number: signal.Signals
) -> None:
    till = counter.start()
    cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    cheers.hang()
    till.screen.press_move("A-41", "Accept")
    assert cheers.wait_for(lambda: cheers.hanging)
    code, seconds = till.end(number)
    assert (code, till.err) == (0, "")
    assert seconds < ENDS_IN


def test_a_second_one_brings_the_first_to_the_front_and_a_crash_starts_it_again(
    counter: Counter, cheers: CheersSimulator
) -> None:
    dog = counter.launch("watchdog")
    dog.screen.program = Watched(dog)
    dog.screen.wait_until_open()
    second = counter.launch()
    assert second.wait_for_end() == 0
    assert (second.out, second.err) == ("pult: Pult runs already; its window is in front now\n", "")
    cheers.place_order(orderNumber="A-41")
    dog.screen.wait_for_card("A-41", "New")
    os.kill(dog.screen.program.pid, signal.SIGKILL)
    dog.screen.wait_until_open()
    dog.screen.wait_for_text("Pult stopped by itself and was started again.")
    dog.screen.wait_for_card("A-41", "New")
    code, seconds = dog.end()
    assert code == 0
    assert seconds < ENDS_IN
    assert dog.err == "pult watchdog: Pult ended by a crash (-9); again in 1 s\n"


def test_nobody_comes_to_the_front_where_there_is_no_window(
    counter: Counter, cheers: CheersSimulator
) -> None:
    till = counter.run_background("intake", name="intake")
    counter.wait_for_port()
    second = counter.launch()
    second.screen.wait_for_text("Pult is open already, but does not answer here")
    second.screen.press("Close")
    assert second.wait_for_end() == 2
    assert second.err == f"pult: Pult already runs with the data folder {counter.data}\n"
    assert till.end()[0] == 0


def test_a_killed_one_leaves_no_lock(counter: Counter, cheers: CheersSimulator) -> None:
    counter.start().kill_9()
    till = counter.start()
    assert till.end()[0] == 0
    assert till.err == ""


def test_a_store_that_is_no_store_ends_it_with_3(counter: Counter) -> None:
    counter.data.mkdir()
    counter.store_file.write_bytes(b"This is not SQLite. " * 500)
    till = _refused(counter)
    assert till.wait_for_end(timeout=20) == 3  # by itself, once it could be read
    assert counter.store_file.read_bytes() == b"This is not SQLite. " * 500


def test_a_damaged_store_ends_it_with_3(counter: Counter, cheers: CheersSimulator) -> None:
    till = counter.start()
    cheers.place_order(orderNumber="A-41")
    till.screen.wait_for_card("A-41", "New")
    till.end_well()
    kept = bytearray(counter.store_file.read_bytes())
    kept[4096 : len(kept) : 2] = b"\x55" * len(kept[4096 : len(kept) : 2])
    counter.store_file.write_bytes(kept)
    assert _refused(counter).end()[0] == 3


def test_a_newer_store_ends_it_with_3(counter: Counter, cheers: CheersSimulator) -> None:
    counter.start().end_well()
    with sqlite3.connect(counter.store_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert _refused(counter).end()[0] == 3


def _refused(counter: Counter) -> Till:
    """It says why, on the screen and in one line; so do the commands, which end with 3."""
    till = counter.launch()
    till.screen.wait_for_text("Pult cannot open its orders")
    assert len(till.err.splitlines()) == 1, till.err
    assert till.err.startswith("pult: ")
    assert counter.store_file.name in till.err
    export = ("export", "--from", "2026-01-01", "--to", "2026-01-02", "--out", counter.data / "x")
    ended = counter.command(*export)
    assert ended.code == 3
    assert ended.err == till.err
    return till


def test_pult_close_ends_it_in_order_and_is_content_when_none_runs(
    counter: Counter, cheers: CheersSimulator
) -> None:
    till = counter.start()
    cheers.place_order(orderNumber="A-41")
    till.screen.open_order("A-41", "New")
    till.screen.press_move("A-41", "Reject")
    till.screen.wait_for_dialog("Reject A-41")
    assert counter.command("close").out == "Pult has ended\n"
    assert till.wait_for_end() == 0
    assert (till.err, till.troubles) == ("", [])
    assert counter.command("close").out == "Pult does not run\n"
