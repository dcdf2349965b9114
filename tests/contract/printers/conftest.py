"""The printer sink and a printer that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.sinks.printer_sink import PrinterSink


@pytest.fixture
def sink() -> Iterator[PrinterSink]:
    with PrinterSink() as running:
        yield running
        assert running.broken == []
