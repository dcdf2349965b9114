"""A log line at WARNING or above that a test did not announce fails that test."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

LINE = logging.Formatter("%(levelname)s %(name)s: %(message)s")


@dataclass
class ExpectedLog:
    """One announced log line; `records` holds the lines that answered to it so far."""

    pattern: str
    level: str | None = None
    logger: str | None = None
    required: bool = True
    records: list[logging.LogRecord] = field(default_factory=list)

    def takes(self, record: logging.LogRecord) -> bool:
        return (
            re.search(self.pattern, record.getMessage()) is not None
            and self.level in (None, record.levelname)
            and self.logger in (None, record.name)
        )

    def __str__(self) -> str:
        where = f" from {self.logger}" if self.logger else ""
        return f"{self.level or 'WARNING or above'}{where}: {self.pattern!r}"


class LogWatch(logging.Handler):
    """Sorts lines into announced and unexpected ones; lines come from any thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.expected: list[ExpectedLog] = []
        self.unexpected: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        takers = [entry for entry in self.expected if entry.takes(record)]
        if not takers:
            self.unexpected.append(record)
        for entry in takers:
            entry.records.append(record)

    def verdict(self) -> str:
        """What was wrong, one line for each; empty when all is well."""
        lines = [f"unexpected log line: {LINE.format(record)}" for record in self.unexpected]
        lines += [
            f"expected log line never came: {entry}"
            for entry in self.expected
            if entry.required and not entry.records
        ]
        if self not in logging.getLogger().handlers:
            lines.append("the root logger's handlers were taken away; configure a named logger")
        return "\n".join(lines)


@pytest.fixture(autouse=True)
def log_watch(request: pytest.FixtureRequest) -> Iterator[LogWatch]:
    watch = LogWatch()
    for mark in request.node.iter_markers("expected_log"):
        watch.expected.append(ExpectedLog(*mark.args, **mark.kwargs))
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    verdict = watch.verdict()
    root.removeHandler(watch)
    if verdict:
        pytest.fail(verdict, pytrace=False)


@pytest.fixture
def expected_log(log_watch: LogWatch) -> Callable[..., ExpectedLog]:
    """Announce a line before it is written: expected_log("printer .* away", level="WARNING").

    The pattern is searched in the message. Unless `required=False`, the test fails when no such
    line came. The answer's `records` are the lines that did, for a look at their extra fields.
    """

    def announce(
        pattern: str,
        *,
        level: str | None = None,
        logger: str | None = None,
        required: bool = True,
    ) -> ExpectedLog:
        entry = ExpectedLog(pattern, level, logger, required)
        log_watch.expected.append(entry)
        return entry

    return announce
