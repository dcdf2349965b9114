"""A running Cheers, a printer on TCP, a scanner on a pty, and tills that work with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from app.simulators.cheers import CheersSimulator
from tests.contract.runtime.counter import Counter
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

MakeCounter = Callable[..., Counter]


@pytest.fixture(autouse=True)
def _application(qapp: QCoreApplication) -> None:
    """QThreadPool needs one."""


@pytest.fixture
def cheers() -> Iterator[CheersSimulator]:
    with CheersSimulator(callback_base_delay=0.1) as running:
        yield running


@pytest.fixture
def printer() -> Iterator[PrinterSink]:
    with PrinterSink() as running:
        yield running
        assert running.broken == []


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PtyLine]:
    line = PtyLine(tmp_path)
    yield line
    line.unplug()


@pytest.fixture
def make_counter(tmp_path: Path, cheers: CheersSimulator) -> Iterator[MakeCounter]:
    made: list[Counter] = []

    def make(*lines: PrinterSink | PtyLine, **tables: dict[str, object]) -> Counter:
        printers = [line for line in lines if isinstance(line, PrinterSink)]
        scanners = [line for line in lines if isinstance(line, PtyLine)]
        counter = Counter(
            tmp_path,
            cheers,
            printers[0] if printers else None,
            scanners[0] if scanners else None,
            **tables,
        )
        made.append(counter)
        return counter

    yield make
    cheers.behave()
    for counter in made:
        counter.close()
