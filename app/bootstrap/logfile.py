"""The log: one JSON object a line in ``logs/pult.jsonl``, written away from the window's thread."""

from __future__ import annotations

import json
import logging
import logging.handlers
import queue
import sys
import traceback
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from app.domain.causes import cause_of
from app.domain.errors import StoreError

_FIELDS: Final = (
    "order",
    "vendor",
    "lane",
    "device",
    "scanner",
    "printer",
    "code",
    "status",
    "seconds",
)
_MEGABYTE: Final = 1024 * 1024
_SHORTEST_SECRET: Final = 4  # shorter ones would blot out half the log
# Libraries that write addresses or bodies when they are talkative.
_QUIET: Final = ("httpx", "httpcore", "alembic", "sqlalchemy", "PIL", "qrcode", "escpos")


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object with the till's id.

    Only known extra fields are written. `secrets` are blotted out wherever they turn up, and the
    traces of exceptions hold no messages, which may quote an order or an address.
    """

    def __init__(self, till: str, secrets: Collection[str] = ()) -> None:
        super().__init__()
        self._till = till
        self._secrets: list[str] = []
        self.blot(secrets)

    def blot(self, secrets: Iterable[str]) -> None:
        """Blot these out too in every later line."""
        known = {secret for secret in secrets if len(secret) >= _SHORTEST_SECRET}
        self._secrets = sorted(known.union(self._secrets), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "log"),
            "till": self._till,
            "logger": record.name,
            "message": self._blotted(_message(record)),
        }
        for name in _FIELDS:
            if hasattr(record, name):
                line[name] = self._blotted(str(getattr(record, name)))
        if record.exc_info and record.exc_info[1] is not None:
            line["trace"] = [self._blotted(step) for step in _steps(record.exc_info[1])]
        return json.dumps(line, ensure_ascii=False)

    def _blotted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "(secret)")
        return text


def _message(record: logging.LogRecord) -> str:
    """Return what we say ourselves; of what libraries say only the part they wrote beforehand."""
    ours = record.name.split(".")[0] == "app"
    return record.getMessage() if ours or not record.args else str(record.msg)


def _steps(error: BaseException) -> Iterator[str]:
    """Yield the kinds of an exception and its causes, each with where it came from."""
    chain: list[BaseException] = []
    known: BaseException | None = error
    while known is not None and known not in chain:
        chain.append(known)
        known = known.__cause__ or (None if known.__suppress_context__ else known.__context__)
    for each in reversed(chain):
        yield f"{type(each).__qualname__}{_harmless(each)}"
        # Without the source lines: whoever logs does not wait for files.
        walked = traceback.walk_tb(each.__traceback__)
        for frame in traceback.StackSummary.extract(walked, lookup_lines=False):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def _harmless(error: BaseException) -> str:
    """Return the message of an exception that never quotes customers."""
    if isinstance(error, StoreError):
        return f": {error}"
    if isinstance(error, OSError) and error.strerror:
        return f": {error.strerror}"
    return ""


class Log:
    """The running log; `stop` writes what is still queued. Raises OSError when it cannot begin."""

    def __init__(self, folder: Path, till: str, secrets: Collection[str] = ()) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = _File(
            folder / "pult.jsonl",
            maxBytes=5 * _MEGABYTE,
            backupCount=5,
            encoding="utf-8",
            errors="backslashreplace",
        )
        lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._entry = _Entry(lines)
        self._entry.setFormatter(JsonLines(till, secrets))
        self._listener = logging.handlers.QueueListener(lines, file)
        self._file = file
        root = logging.getLogger()
        root.setLevel(logging.INFO)
        root.addHandler(self._entry)
        for name in _QUIET:
            logging.getLogger(name).setLevel(logging.WARNING)
        self._listener.start()

    def stop(self) -> None:
        """Write everything and close the file."""
        logging.getLogger().removeHandler(self._entry)
        self._listener.stop()
        self._file.close()


def blot_in_log(secrets: Iterable[str]) -> None:
    """Keep secrets that were read after its start out of the running log too. Thread: any."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, JsonLines):
            handler.formatter.blot(secrets)


class _File(logging.handlers.RotatingFileHandler):
    """Writes the lines; a full disk costs lines, but neither orders nor a start or an end.

    That lines are lost is told once on the terminal.
    """

    _told = False

    def handleError(self, record: logging.LogRecord) -> None:
        """Tell that lines are lost; what else goes wrong is a fault of ours."""
        error = sys.exception()
        if isinstance(error, OSError):
            self._tell(error)
        else:
            super().handleError(record)

    def close(self) -> None:
        """Close the file; its last lines may find no room."""
        try:
            super().close()
        except OSError as error:
            self._tell(error)

    def _tell(self, error: OSError) -> None:
        if not self._told:
            self._told = True
            sys.stderr.write(f"pult: the log is not written: {cause_of(error)}\n")
            sys.stderr.flush()


class _Entry(logging.handlers.QueueHandler):
    """Queues finished lines; only the writing is left to the log's thread.

    A record may hold an exception, that one the frames it passed, and those the window: were it let
    go last on the log's thread, Qt would take the window down there and end the process.
    """

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        line = {"name": record.name, "levelno": record.levelno, "msg": self.format(record)}
        return logging.makeLogRecord(line)
