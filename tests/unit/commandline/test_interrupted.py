from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from app.commandline.interrupted import (
    EXIT_CLOSED_PIPE,
    EXIT_CTRL_C,
    run_interruptible,
)
from tests.patience import PATIENCE

LONG_OUTPUT = """
import sys
from app.commandline.interrupted import run_interruptible

def command():
    for number in range(100_000):
        sys.stdout.write(f"line {number}\\n")
    return 0

sys.exit(run_interruptible(command, until_told=False))
"""


def _interrupted() -> int:
    raise KeyboardInterrupt


def test_a_command_gives_its_code() -> None:
    assert run_interruptible(lambda: 1, until_told=False) == 1


def test_ctrl_c_ends_a_command_without_a_trace(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_interruptible(_interrupted, until_told=False) == EXIT_CTRL_C
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_is_a_good_end_for_what_runs_until_told() -> None:
    assert run_interruptible(_interrupted, until_told=True) == 0


def test_a_signal_long_before_the_event_loop_is_a_good_end() -> None:
    before = signal.getsignal(signal.SIGTERM)

    def starting() -> int:
        os.kill(os.getpid(), signal.SIGTERM)
        return 5

    assert run_interruptible(starting, until_told=True) == 0
    assert signal.getsignal(signal.SIGTERM) is before


def test_who_has_taken_the_signal_over_keeps_it() -> None:
    before = signal.getsignal(signal.SIGTERM)

    def mine(*_given: object) -> None:
        """An event loop's own handler."""

    def running() -> int:
        signal.signal(signal.SIGTERM, mine)
        return 0

    try:
        assert run_interruptible(running, until_told=True) == 0
        assert signal.getsignal(signal.SIGTERM) is mine
    finally:
        signal.signal(signal.SIGTERM, before)


def test_a_reader_that_goes_away_ends_it_without_a_trace() -> None:
    command = [sys.executable, "-c", LONG_OUTPUT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        assert writer.stdout.readline() == b"line 0\n"
        writer.stdout.close()
        assert writer.wait(PATIENCE) == EXIT_CLOSED_PIPE
        assert writer.stderr.read() == b""
