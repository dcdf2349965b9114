"""The same printer as `PrinterSink`, at the end of a pseudo terminal instead of a TCP port.

`path` is a link that leads to the terminal while the printer is plugged in. `refuse()` pulls the
plug and `accept_again()` puts it back, on a new terminal; closing or resetting after so many bytes
is pulling it too. `holds_at` and `holds_before`: says XOFF after so many slip bytes, or right
before its answer to this question. Bytes sent while nobody has the terminal open are thrown away
when it is opened.
"""

from __future__ import annotations

import contextlib
import os
import pty
import tty
from pathlib import Path

from tests.sinks.escpos_reader import Part
from tests.sinks.printer_sink import Connection, PrinterSink

XOFF, XON = b"\x13", b"\x11"


class _Terminal:
    """Both ends of a pty: ours, and one that keeps it alive between two visits of the printer's."""

    def __init__(self) -> None:
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)
        os.set_blocking(self._master, False)
        self.path = os.ttyname(self._slave)
        self._open = True

    def fileno(self) -> int:
        return self._master

    def recv(self, length: int) -> bytes:
        return os.read(self._master, length)

    def send(self, data: bytes) -> int:
        return os.write(self._master, data)

    def close(self) -> None:
        if self._open:
            self._open = False
            os.close(self._slave)
            os.close(self._master)


class PtySink(PrinterSink):
    """See the module."""

    def __init__(self, folder: Path, *, word: str = "ready") -> None:
        self.path = folder / "printer"
        self.holds_at: int | None = None
        self.holds_before: int | None = None
        super().__init__(word=word)

    @property
    def refusing(self) -> bool:
        with self._changed:
            return not self._open

    @property
    def place(self) -> str:
        """The terminal's own path."""
        return str(self.path.resolve())

    def refuse(self) -> None:
        with self._changed:
            for connection in list(self._open):
                self._drop(connection)
            self.path.unlink(missing_ok=True)

    def _listen(self, port: int) -> None:
        self.port = port
        terminal = _Terminal()
        self.path.unlink(missing_ok=True)
        self.path.symlink_to(terminal.path)
        self._connected(terminal)

    def _print(self, connection: Connection, part: Part, taken: bytes) -> None:
        super()._print(connection, part, taken)
        if self.holds_at is not None and len(connection.slip) >= self.holds_at:
            self.holds_at = None
            connection.wire.send(XOFF)

    def _answer(self, connection: Connection, number: int) -> None:
        if number == self.holds_before:
            self.holds_before = None
            connection.wire.send(XOFF)
        super()._answer(connection, number)

    def say(self, data: bytes) -> None:
        """Send bytes that nobody asked for."""
        with self._changed:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.wire.send(data)
