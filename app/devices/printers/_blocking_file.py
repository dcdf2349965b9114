"""A device file of a system that cannot be asked whether a write would block, such as LPT1."""

from __future__ import annotations

import contextlib
import threading
from io import FileIO
from queue import SimpleQueue
from typing import Final

from app.devices.printers._troubles import broken, not_opened, too_slow
from app.devices.printers._wire import Wire

_AT_ONCE: Final = 256


class BlockingFile(Wire):
    """Written by a thread of its own, so that a device that takes nothing holds nobody up.

    A write that hangs keeps its thread and the file until the system lets go of it; after `abort`
    or a missed deadline nothing more is written.

    Thread: printer.
    """

    two_way = False

    def __init__(self, path: str, write_seconds: float) -> None:
        """Open `path`; raises ChannelTrouble."""
        self._path = path
        self._write_seconds = write_seconds
        self._chunks: SimpleQueue[bytes | None] = SimpleQueue()
        self._state = threading.Condition()
        self._taken = 0
        self._stopped = False
        self._error: OSError | None = None
        try:
            self._file = FileIO(path, "r+")
        except OSError as error:
            raise not_opened(error, path, "lp") from error
        threading.Thread(target=self._write_all, name="printer-file", daemon=True).start()

    def write(self, data: bytes) -> None:
        """Have all of `data` written within the write deadline."""
        with self._state:
            self._taken = 0
            for start in range(0, len(data), _AT_ONCE):
                self._chunks.put(data[start : start + _AT_ONCE])
            done = self._state.wait_for(
                lambda: self._error is not None or self._taken >= len(data),
                timeout=self._write_seconds,
            )
            if self._error is not None:
                raise broken(self._error, self._path, self._taken) from self._error
            if not done:
                self._stopped = True
                raise too_slow(self._taken, len(data))

    def read(self, deadline: float) -> bytes:
        """Return nothing: answers cannot be read here without waiting for them for ever."""
        return b""

    def finish(self, deadline: float) -> None:
        """Return at once: `write` returns when everything was taken."""

    def abort(self) -> None:
        """Write nothing more."""
        with self._state:
            self._stopped = True

    def close(self) -> None:
        """Let the thread close the file."""
        self._chunks.put(None)

    def _write_all(self) -> None:
        while (chunk := self._chunks.get()) is not None:
            with self._state:
                if self._stopped:
                    continue
            try:
                taken = self._file.write(chunk) or 0
            except OSError as error:
                with self._state:
                    self._error = error
                    self._stopped = True
                    self._state.notify_all()
            else:
                with self._state:
                    self._taken += taken
                    self._state.notify_all()
        with contextlib.suppress(OSError):
            self._file.close()
