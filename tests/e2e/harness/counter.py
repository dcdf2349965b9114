"""A counter as a test sets it up: its settings file, its data folder, and the Pults it runs."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.e2e.harness.accessibility import AccessibilityReader
from tests.e2e.harness.desktop import Desktop
from tests.e2e.harness.program import Ended, Home, Program, run_to_end
from tests.e2e.harness.screen import Screen
from tests.e2e.harness.waiting import wait_until
from tests.free_port import free_port

KEY = "demo-key"
Table = Mapping[str, Any]


class Till(Program):
    """A Pult with its window."""

    screen: Screen


class Counter:
    """Holds one till's settings from start to start; ends every Pult it has started."""

    def __init__(self, folder: Path, desktop: Desktop) -> None:
        self.home = Home(folder / "home")
        self.desktop = desktop
        self.data = folder / "data"
        self.file = folder / "pult.toml"
        self.callback_port = free_port()
        self.till: dict[str, Any] = {"data_dir": str(self.data), "undo_seconds": 0}
        self.callbacks: dict[str, Any] = {"port": self.callback_port}
        self.cheers: dict[str, Any] = {}
        self.vendors: dict[str, dict[str, Any]] = {}
        self.printers: list[dict[str, Any]] = []
        self.scanners: list[dict[str, Any]] = []
        self._started: list[Program] = []
        self._readers: list[AccessibilityReader] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        left = [program for program in self._started if program.running]
        for program in left:
            program.kill_9()
        for reader in self._readers:
            reader.__exit__(None, None, None)

    # -------------------------------------------------------------------------------- settings

    @property
    def callback_url(self) -> str:
        path = self.callbacks.get("path", "/callbacks/cheers")
        return f"http://127.0.0.1:{self.callback_port}{path}"

    @property
    def log_file(self) -> Path:
        return self.data / "logs" / "pult.jsonl"

    @property
    def store_file(self) -> Path:
        return self.data / "pult.sqlite3"

    def with_cheers(self, base_url: str, **more: Any) -> Self:
        """Take orders from a (simulated) Cheers."""
        self.cheers = {"enabled": True, "base_url": base_url, "api_key": KEY, **more}
        return self

    def with_vendor(self, name: str, **table: Any) -> Self:
        """Work with a further (simulated) vendor."""
        self.vendors[name] = {"enabled": True, **table}
        return self

    def with_printer(self, port: int, **more: Any) -> Self:
        """Print on a network printer of this machine."""
        self.printers.append(
            {"name": "counter", "kind": "network", "host": "127.0.0.1", "port": port, **more}
        )
        return self

    def with_scanner(self, port: str, **more: Any) -> Self:
        """Read a serial scanner."""
        self.scanners.append({"name": "till scanner", "kind": "serial", "port": port, **more})
        return self

    def write(self) -> Path:
        """Write the settings file."""
        tables = {"till": self.till, "callbacks": self.callbacks, "vendors.cheers": self.cheers}
        tables |= {f"vendors.{name}": table for name, table in self.vendors.items()}
        text = "".join(_table(f"[{name}]", table) for name, table in tables.items() if table)
        text += _entries("printers", self.printers) + _entries("scanners", self.scanners)
        self.file.write_text(text, "utf-8")
        return self.file

    # ------------------------------------------------------------------------------------ runs

    def command(self, *arguments: str | Path, **how: Any) -> Ended:
        """Run one of Pult's commands with these settings to its end."""
        return run_to_end(self.home, *arguments, "--config", self.write(), **how)

    def run_background(self, *arguments: str | Path, name: str) -> Program:
        """Start a command that runs until it is told to end."""
        program = Program(
            self.home,
            [*arguments, "--config", self.write()],
            environment=self.desktop.environment,
            log_file=self.log_file,
            name=name,
        )
        self._started.append(program)
        return program

    def start(self, *arguments: str, **environment: str) -> Till:
        """Start Pult with its window and wait until both it and the listener are there."""
        till = self.launch(*arguments, **environment)
        till.screen.wait_until_open()
        if self.cheers:
            till.wait_for_event("listening")
        return till

    def launch(self, *arguments: str, **environment: str) -> Till:
        """Start Pult with its window; returns at once."""
        configured = [] if "--demo" in arguments else ["--config", str(self.write())]
        return self._launch([*arguments, *configured], self.log_file, environment)

    def launch_new(self, **environment: str) -> Till:
        """Start Pult as at its first start: no settings file yet, all in the user's own folders."""
        return self._launch([], self.home.data / "logs" / "pult.jsonl", environment)

    def _launch(
        self, arguments: Sequence[str], log_file: Path, environment: Mapping[str, str]
    ) -> Till:
        till = Till(
            self.home,
            arguments,
            environment={**self.desktop.environment, **environment},
            log_file=log_file,
            name=f"till-{len(self._started) + 1}",
        )
        self._started.append(till)
        reader = AccessibilityReader(self.desktop.accessibility_bus)
        reader.__enter__()
        self._readers.append(reader)
        till.screen = Screen(self.desktop, reader, till)
        return till

    def wait_for_port(self) -> None:
        """Wait until somebody takes callbacks."""
        wait_until(self._answers, "the callback listener")

    def _answers(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.callback_port)) == 0


def _entries(name: str, entries: Sequence[Table]) -> str:
    return "".join(_table(f"[[{name}]]", entry) for entry in entries)


def _table(head: str, table: Table) -> str:
    # A JSON string, number or truth value of ASCII letters is one of TOML too.
    return f"{head}\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in table.items())
