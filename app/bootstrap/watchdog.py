"""Starts Pult and starts it again when it crashes; knows nothing of orders, screens or Qt."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from types import FrameType
from typing import Final

from app.bootstrap.instance import mark_running
from app.bootstrap.ourselves import ourselves
from app.bootstrap.systemd import NOTIFY_SOCKET, READY, STILL_WELL, STOPPING, tell_systemd

BEAT_FD: Final = "PULT_BEAT_FD"
"""Names the pipe into which the window beats; Windows has none."""
ENDED_BEFORE: Final = "PULT_ENDED_BEFORE"
"""Tells the program started again how and when the one before it ended, as "crash 2026-…"."""
BEAT_SECONDS: Final = 5.0
HANG_SECONDS: Final = 30.0
STOP_SECONDS: Final = 4.8
"""Pult itself takes at most 4.5 s to end; what is left over is killed."""
PAUSES: Final = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Before a new start, by how often in a row it crashed soon after one."""
SOON_SECONDS: Final = 60.0
FINAL_CODES: Final = (0, 2, 3)
"""It was closed, the settings are wrong, the store cannot be opened: a new start helps nobody."""

WATCHED: Final = "PULT_WATCHED"
"""Tells the program that a watchdog runs it, which starts it anew after `AGAIN_CODE`."""
AGAIN_CODE: Final = 75


class Why(StrEnum):
    """How Pult ended before it was started again."""

    CRASH = "crash"
    HANG = "hang"


class Watchdog:
    """Runs one command for as long as it is wanted.

    Thread: `run` on the main thread, where signals arrive; two helpers a process wait for it.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        pauses: Sequence[float] = PAUSES,
        hang_seconds: float = HANG_SECONDS,
        say: Callable[[str], None] | None = None,
    ) -> None:
        self._command = tuple(command)
        self._pauses = pauses
        self._hang_seconds = hang_seconds
        self._say = say or _say
        self._happened: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()
        self._turn = 0
        self._is_told = False

    def tell_to_end(self) -> None:
        """End the program and then itself. Thread: any, also in a signal's handler."""
        self._happened.put(("told", 0))

    def run(self) -> int:
        """Run until the program has ended for good or was told to; return the exit code."""
        tell_systemd(READY)
        ended_before, crashes = "", 0
        while True:
            began = time.monotonic()
            code, why = self._run_once(ended_before)
            if self._is_told or code in FINAL_CODES:
                return code
            if code == AGAIN_CODE:
                ended_before, crashes = "", 0
                continue
            crashes = crashes + 1 if time.monotonic() - began < SOON_SECONDS else 1
            pause = self._pauses[min(crashes, len(self._pauses)) - 1]
            self._say(f"pult watchdog: Pult ended by a {why} ({code}); again in {pause:g} s")
            ended_before = f"{why} {datetime.now(UTC).isoformat(timespec='seconds')}"
            if self._told_within(pause):
                return 0

    def _run_once(self, ended_before: str) -> tuple[int, Why]:
        self._turn += 1
        with _Beats() as beats:
            environ = {**os.environ, **beats.environ, WATCHED: "yes"}
            environ.pop(ENDED_BEFORE, None)
            environ.pop(NOTIFY_SOCKET, None)  # systemd hears the watchdog alone
            if ended_before:
                environ[ENDED_BEFORE] = ended_before
            process = _started(self._command, environ, beats.inherited)
            beats.started()
            turn = self._turn
            helpers = [
                threading.Thread(target=self._wait, args=(process, turn), daemon=True),
                threading.Thread(target=self._listen, args=(beats, turn), daemon=True),
            ]
            for helper in helpers:
                helper.start()
            try:
                return self._watch(process, turn)
            finally:
                for helper in helpers:
                    helper.join(1)

    def _watch(self, process: subprocess.Popen[bytes], turn: int) -> tuple[int, Why]:
        """Wait for the end; a window that has begun to beat and stops is killed."""
        why, beats_until = Why.CRASH, None
        while True:
            try:
                left = None if beats_until is None else max(0.0, beats_until - time.monotonic())
                what, of = self._happened.get(timeout=left)
            except queue.Empty:
                why, beats_until = Why.HANG, None
                process.kill()
                continue
            if what == "told":
                self._is_told, beats_until = True, None
                tell_systemd(STOPPING)
                self._end(process)
            elif of == turn and what == "ended":
                return process.wait(), why
            elif of == turn and what == "beat" and not self._is_told:
                tell_systemd(STILL_WELL)
                beats_until = time.monotonic() + self._hang_seconds

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with contextlib.suppress(OSError):
            _ask_to_end(process)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()

    def _told_within(self, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            with contextlib.suppress(queue.Empty):
                if self._happened.get(timeout=left)[0] == "told":
                    return True
        return False

    def _wait(self, process: subprocess.Popen[bytes], turn: int) -> None:
        process.wait()
        self._happened.put(("ended", turn))

    def _listen(self, beats: _Beats, turn: int) -> None:
        while beats.next():
            self._happened.put(("beat", turn))


class _Beats:
    """The pipe of one process's heartbeat; there is none on Windows."""

    def __init__(self) -> None:
        self._reads = self._writes = -1
        self.environ: dict[str, str] = {}
        self.inherited: tuple[int, ...] = ()

    def __enter__(self) -> _Beats:
        if sys.platform != "win32":
            self._reads, self._writes = os.pipe()
            self.environ = {BEAT_FD: str(self._writes)}
            self.inherited = (self._writes,)
        return self

    def __exit__(self, *_: object) -> None:
        for end in (self._reads, self._writes):
            if end >= 0:
                os.close(end)

    def started(self) -> None:
        """Leave the writing end to the process alone, so that its end is the pipe's."""
        if self._writes >= 0:
            os.close(self._writes)
            self._writes = -1

    def next(self) -> bool:
        """Wait for the next beat; False when there will be none."""
        return self._reads >= 0 and bool(os.read(self._reads, 64))


if sys.platform == "win32":
    # There terminate() would kill; a break reaches a group of its own alone.

    def _started(
        command: Sequence[str], environ: Mapping[str, str], _inherited: tuple[int, ...]
    ) -> subprocess.Popen[bytes]:
        own_group = subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(command, env=environ, creationflags=own_group)

    def _ask_to_end(process: subprocess.Popen[bytes]) -> None:
        process.send_signal(signal.CTRL_BREAK_EVENT)

else:

    def _started(
        command: Sequence[str], environ: Mapping[str, str], inherited: tuple[int, ...]
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(command, env=environ, pass_fds=inherited)

    def _ask_to_end(process: subprocess.Popen[bytes]) -> None:
        process.terminate()


def watch_pult(arguments: Sequence[str]) -> int:
    """Run Pult with these arguments under a watchdog; return its last exit code."""
    mark_running()
    watchdog = Watchdog(ourselves(*arguments))

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        watchdog.tell_to_end()

    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, on_signal)
    return watchdog.run()


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
