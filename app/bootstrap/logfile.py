"""The log: one JSON object a line in ``logs/pult.jsonl``, written away from the window's thread."""

from __future__ import annotations

import json
import logging
import logging.handlers
import queue
from datetime import UTC, datetime
from pathlib import Path

_OURS = ("event", "order", "vendor", "lane", "device", "code", "status", "seconds")
_MEGABYTE = 1024 * 1024
# Libraries that write addresses or bodies when they are talkative.
_QUIET = ("httpx", "httpcore", "alembic", "sqlalchemy", "PIL", "qrcode", "escpos")


class JsonLines(logging.Formatter):
    """Formats a record as one JSON object with the till's id."""

    def __init__(self, till: str) -> None:
        super().__init__()
        self._till = till

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; only known extra fields are written."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "log"),
            "till": self._till,
            "logger": record.name,
            "message": record.getMessage(),
        }
        for name in _OURS[1:]:
            if hasattr(record, name):
                line[name] = getattr(record, name)
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class Log:
    """The running log; `stop` writes what is still queued."""

    def __init__(self, folder: Path, till: str) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = logging.handlers.RotatingFileHandler(
            folder / "pult.jsonl", maxBytes=5 * _MEGABYTE, backupCount=5, encoding="utf-8"
        )
        file.setFormatter(JsonLines(till))
        lines: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._entry = _Entry(lines)
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


class _Entry(logging.handlers.QueueHandler):
    """Queues records as they are, so that the formatter sees their exception and fields."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        return record
