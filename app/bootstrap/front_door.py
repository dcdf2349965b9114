"""How another start reaches the Pult that runs: to bring its window to the front, or to end it."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger(__name__)

KNOCK: Final = b"come to the front"
"""May be followed by what the desktop gave the second start; without it Wayland raises nobody."""
END: Final = b"end in order"
ANSWER: Final = b"came\n"
_LONGEST: Final = 1024  # bytes of a request
KNOCK_SECONDS: Final = 3.0
"""So long a second start tries: the first one may only be starting itself."""
_TRY_MS: Final = 300
_AGAIN_SECONDS: Final = 0.1


def door_of(folder: Path) -> str:
    """Return the name of the local socket of whoever works with that data folder.

    It lies among the temporary files, not in the folder, which may be on a network drive or have
    too long a name. Each user has another.
    """
    known = hashlib.sha256(str(folder.resolve()).encode(errors="surrogateescape")).hexdigest()[:16]
    if sys.platform == "win32":
        return f"pult-{known}"
    return str(Path(tempfile.gettempdir()) / f"pult-{os.getuid()}-{known}")


class FrontDoor(QObject):
    """Answers second starts. Thread: gui.

    Signals: `knocked(activation token, "" for none)`, `end_asked`.

    One that was killed leaves a file that is no lock: the next one takes its place, since only the
    holder of the folder's lock opens a door.
    """

    knocked = Signal(str)
    end_asked = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        """Open the door; that it cannot be opened costs nothing but the convenience."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = door_of(folder)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            _log.info(
                "second starts will not find this one: %s",
                self._server.errorString(),
                extra={"event": "no_front_door"},
            )

    def close(self) -> None:
        """Answer no more, and leave nothing behind."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._on_ready)
            caller.disconnected.connect(caller.deleteLater)
            if caller.bytesAvailable():
                self._answer(caller)

    @Slot()
    def _on_ready(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._answer(caller)

    def _answer(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > _LONGEST:
                caller.abort()  # nobody we know
            return
        asked = bytes(caller.readLine().data()).rstrip(b"\n")
        if asked == END:
            self._say(caller)
            self.end_asked.emit()
        elif asked == KNOCK or asked.startswith(KNOCK + b" "):
            self._say(caller)
            self.knocked.emit(asked[len(KNOCK) + 1 :].decode("ascii", errors="ignore"))
        caller.disconnectFromServer()

    @staticmethod
    def _say(caller: QLocalSocket) -> None:
        caller.write(ANSWER)
        caller.flush()


def knock(folder: Path, seconds: float = KNOCK_SECONDS, *, token: str = "") -> bool:
    """Have the window of whoever works with the folder brought to the front; False for nobody.

    `token` is what the desktop gave this start to be activated by. Blocks for up to `seconds`;
    there is no window of our own to hold up.
    """
    passes_on = token.isascii() and token.isprintable() and len(token) < _LONGEST - len(KNOCK)
    words = f" {token}".encode() if token and passes_on else b""
    return _asked(folder, KNOCK + words, seconds)


def ask_to_end(folder: Path, seconds: float = KNOCK_SECONDS) -> bool:
    """Ask the window of whoever works with the folder to end in order; False for nobody.

    Blocks for up to `seconds` until it has been heard, not until it has ended.
    """
    return _asked(folder, END, seconds)


def _asked(folder: Path, words: bytes, seconds: float) -> bool:
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    until, pause = time.monotonic() + seconds, threading.Event()
    while True:
        if _asked_once(door_of(folder), words):
            return True
        if time.monotonic() > until:
            return False
        pause.wait(_AGAIN_SECONDS)
        application.processEvents()


def _asked_once(name: str, words: bytes) -> bool:
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not caller.waitForConnected(_TRY_MS):
        return False
    if sys.platform != "win32" and Path(name).stat().st_uid != os.getuid():
        return False  # somebody else's, put in our place
    caller.write(words + b"\n")
    caller.flush()
    answered = caller.waitForReadyRead(1000) and caller.readLine().data() == ANSWER
    caller.abort()
    return answered
