"""The real program as a process: started, watched through its log, ended in order or killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.harness.waiting import wait_until
from tests.patience import PATIENCE

# What a shop's PC would have too; nothing of the tests' own PULT_ variables, display or keyring.
KEPT = ("PATH", "LANG", "LD_LIBRARY_PATH", "COVERAGE_PROCESS_START", "SYSTEMROOT")
ASKED_TOO_LATE = "qt.accessibility.atspi: Could not find accessible on path:"
# The 5 s Pult has to end in, and what a busy machine adds; a vendor that hangs is waited for 8 s.
ENDS_IN = 7.5


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has come to its end."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


class Home:
    """A user of this machine who belongs to one test: home, XDG folders, temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary = folder / "tmp"
        self.temporary.mkdir(parents=True, exist_ok=True)

    @property
    def settings_file(self) -> Path:
        """Where this user's settings are when no file is named."""
        return self.folder / "config" / "pult" / "pult.toml"

    @property
    def data(self) -> Path:
        """This user's data folder when the settings name none."""
        return self.folder / "data" / "pult"

    def environment(self, *more: Mapping[str, str]) -> dict[str, str]:
        environ = {name: os.environ[name] for name in KEPT if name in os.environ}
        environ["HOME"] = str(self.folder)
        environ["TMPDIR"] = str(self.temporary)
        environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            environ[f"XDG_{name}_HOME"] = str(self.folder / name.lower())
        runtime = self.folder / "runtime"
        runtime.mkdir(mode=0o700, exist_ok=True)
        environ["XDG_RUNTIME_DIR"] = str(runtime)
        for each in more:
            environ.update(each)
        return environ


def command_of(*arguments: str | Path) -> list[str]:
    """The command line of Pult with these arguments; PULT_TESTED names a built program instead."""
    built = os.environ.get("PULT_TESTED")
    program = [built] if built else [sys.executable, "-m", "app"]
    return [*program, *map(str, arguments)]


def run_to_end(
    home: Home,
    *arguments: str | Path,
    environment: Mapping[str, str] | None = None,
    told: str = "",
    timeout: float = 30.0,
) -> Ended:
    """Run one of Pult's commands; `told` is typed into it."""
    done = subprocess.run(
        command_of(*arguments),
        env=home.environment(environment or {}),
        cwd=home.folder,
        input=told,
        capture_output=True,
        text=True,
        timeout=timeout,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


class Program:
    """One run of Pult; ended by whoever started it.

    Its output goes to files beside its home, so that a failing test keeps them.
    """

    def __init__(
        self,
        home: Home,
        arguments: Sequence[str | Path],
        *,
        environment: Mapping[str, str],
        log_file: Path,
        name: str = "pult",
    ) -> None:
        self._log_file = log_file
        self._log_begins = log_file.stat().st_size if log_file.exists() else 0
        self._out = home.folder / f"{name}.out.log"
        self._err = home.folder / f"{name}.err.log"
        self.started_at = time.monotonic()
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                command_of(*arguments),
                env=home.environment(environment),
                cwd=home.folder,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    @property
    def out(self) -> str:
        return self._out.read_text("utf-8", "replace")

    @property
    def err(self) -> str:
        """What it wrote to stderr, but for Qt's remark that a control we ask about has gone."""
        lines = self._err.read_text("utf-8", "replace").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith(ASKED_TOO_LATE))

    # ------------------------------------------------------------------------------ its log

    def log(self, event: str | None = None) -> list[dict[str, Any]]:
        """The lines this run has logged so far; a line half written is left out."""
        if not self._log_file.exists():
            return []
        with self._log_file.open("rb") as file:
            file.seek(self._log_begins)
            whole, _, _ = file.read().rpartition(b"\n")
        lines = [json.loads(line) for line in whole.splitlines()]
        return [line for line in lines if event in (None, line["event"])]

    def wait_for_event(
        self, event: str, count: int = 1, timeout: float = PATIENCE
    ) -> dict[str, Any]:
        """Wait until it has logged `event` so many times; returns the last of them."""

        def look() -> list[dict[str, Any]]:
            assert self.running, f"Pult ended with {self.process.poll()}: {self.err}"
            found = self.log(event)
            return found if len(found) >= count else []

        return wait_until(look, f"the log event {event!r}", timeout)[-1]

    @property
    def troubles(self) -> list[dict[str, Any]]:
        """What it logged as an error of its own, with a trace."""
        return [line for line in self.log() if "trace" in line or line["level"] == "critical"]

    # ------------------------------------------------------------------------------ its end

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def wait_for_end(self, timeout: float = PATIENCE) -> int:
        """The exit code; AssertionError when it does not end in time."""
        try:
            return self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"Pult has not ended after {timeout:g} s") from None

    def end(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """Ask it to end; gives the exit code and how many seconds it took."""
        began = time.monotonic()
        self.send(number)
        return self.wait_for_end(), time.monotonic() - began

    def end_well(self) -> None:
        """Ask it to end, and see that it did so in order, without a word and without a fault."""
        code, seconds = self.end()
        assert (code, self.err) == (0, ""), f"exit code {code}: {self.err}"
        assert seconds < ENDS_IN, f"it took {seconds:.1f} s to end"
        assert self.troubles == []

    def kill_9(self) -> None:
        """End it as a power cut does."""
        self.process.kill()
        self.process.wait()
