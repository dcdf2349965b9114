"""A desktop of the tests' own: X display, session bus and accessibility bus, all ended with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.e2e.harness.waiting import wait_until
from tests.patience import PATIENCE

SIZE = (1280, 800)
NEEDED = ("Xvfb", "xdotool", "dbus-daemon")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
A11Y_BUS = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")


class Display:
    """An X display that is there."""

    def __init__(self, display: str = "") -> None:
        self.display = display

    def xdotool(self, *arguments: object) -> str:
        """Real input: a click, a key, a text."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env={"DISPLAY": self.display, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, f"xdotool {arguments}: {done.stderr}"
        return done.stdout.strip()

    def picture(self, file: Path) -> None:
        """Save what is on the display."""
        from PIL import ImageGrab

        ImageGrab.grab(xdisplay=self.display).save(file)


class Desktop(Display):
    """Xvfb without a window manager, and the buses a screen reader finds its programs by."""

    def __init__(self, size: tuple[int, int] = SIZE) -> None:
        super().__init__()
        self.size = size
        self.session_bus = ""
        self.accessibility_bus = ""
        self._groups: list[subprocess.Popen[bytes]] = []
        self._rooms = ExitStack()

    def __enter__(self) -> Self:
        lacking = [name for name in NEEDED if shutil.which(name) is None]
        launcher = next((path for path in LAUNCHERS if Path(path).exists()), "")
        if not launcher:
            lacking.append("at-spi2-core")
        assert not lacking, f"the tests of the real program need {', '.join(lacking)}"
        self._folder = Path(
            self._rooms.enter_context(tempfile.TemporaryDirectory(prefix="pult-desktop-"))
        )
        try:
            self._start_display()
            self._start_buses(launcher)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._groups):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self._groups.clear()
        self._rooms.close()

    @property
    def environment(self) -> Mapping[str, str]:
        """What a program needs to know to appear here."""
        return {
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.session_bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    # -------------------------------------------------------------------------------- private

    def _start(
        self, *command: str, pipe: int | None = None, **more: str
    ) -> subprocess.Popen[bytes]:
        environ = {"PATH": os.environ["PATH"], "HOME": str(self._folder), **more}
        environ["XDG_RUNTIME_DIR"] = str(self._folder)
        words = (self._folder / f"{Path(command[0]).name}.log").open("wb")
        with words:
            process = subprocess.Popen(
                command,
                env=environ,
                stdout=words,
                stderr=words,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
                pass_fds=() if pipe is None else (pipe,),
            )
        self._groups.append(process)
        return process

    def _answered(self, *command: str) -> str:
        """Start a server that writes a line to the descriptor named last, and read that line."""
        reading, writing = os.pipe()
        try:
            process = self._start(*command, str(writing), pipe=writing)
        finally:
            os.close(writing)
        with os.fdopen(reading) as answer:
            line = answer.readline().strip()
        assert line, f"{command[0]} did not start (exit code {process.poll()})"
        return line

    def _start_display(self) -> None:
        width, height = self.size
        server = ("Xvfb", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset")
        self.display = ":" + self._answered(*server, "-displayfd")

    def _start_buses(self, launcher: str) -> None:
        self.session_bus = self._answered(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"
        )
        self._start(
            launcher,
            "--launch-immediately",
            DBUS_SESSION_BUS_ADDRESS=self.session_bus,
            DISPLAY=self.display,
        )
        self.accessibility_bus = wait_until(
            partial(accessibility_bus_of, self.session_bus), "the accessibility bus"
        )


def accessibility_bus_of(session_bus: str) -> str:
    """The address of a session's accessibility bus, "" while there is none."""
    with open_dbus_connection(bus=session_bus) as connection:
        call = new_method_call(A11Y_BUS, "GetAddress")
        reply = connection.send_and_get_reply(call, timeout=PATIENCE)
    answer = reply.body[0] if reply.body else ""
    return answer if answer.startswith("unix:") else ""
