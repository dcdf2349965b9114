"""What every test of the real program gets: desktop, counter, vendor, printer and scanner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.simulators.akinon import AkinonSimulator
from app.simulators.cheerfy import CheerfySimulator
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LokeSimulator
from app.simulators.oktopos import OktoposSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.desktop import Desktop
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    with Desktop() as running:
        yield running


@pytest.fixture(autouse=True)
def display(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a failing test picture the display its program is on."""
    monkeypatch.setenv("DISPLAY", desktop.display)


@pytest.fixture
def counter(tmp_path: Path, desktop: Desktop) -> Iterator[Counter]:
    """A counter without vendor or device."""
    with Counter(tmp_path, desktop) as counter:
        yield counter


@pytest.fixture
def cheers(counter: Counter) -> Iterator[CheersSimulator]:
    """A simulated Cheers that the counter takes orders from."""
    with CheersSimulator(callback_url=counter.callback_url, callback_base_delay=0.2) as simulator:
        counter.with_cheers(simulator.base_url)
        yield simulator


@pytest.fixture
def loke(counter: Counter) -> Iterator[LokeSimulator]:
    """A simulated LOKE whose orders the counter polls."""
    with LokeSimulator() as running:
        counter.with_vendor(
            "loke",
            base_url=running.base_url,
            token=running.token,
            organization_id="demo-organization",
            location_id="demo-location",
            poll_seconds=0.5,
        )
        yield running


@pytest.fixture
def register(counter: Counter) -> Iterator[OktoposSimulator]:
    """A simulated OktoPOS that the counter sends Cheers' orders on to."""
    with OktoposSimulator() as running:
        counter.with_vendor(
            "oktopos",
            base_url=running.base_url,
            api_key=running.api_key,
            send_from=["cheers"],
            poll_seconds=0.5,
        )
        yield running


@pytest.fixture
def akinon(counter: Counter) -> Iterator[AkinonSimulator]:
    """A simulated Akinon whose pre-orders are paid at the counter."""
    with AkinonSimulator() as running:
        counter.with_vendor(
            "akinon",
            base_url=running.base_url,
            username=running.username,
            password=running.password,
        )
        yield running


@pytest.fixture
def cheerfy(counter: Counter) -> Iterator[CheerfySimulator]:
    """A simulated Cheerfy that the counter tells of sales with a card."""
    with CheerfySimulator() as running:
        counter.with_vendor(
            "cheerfy", base_url=running.base_url, token=running.token, location_id=6
        )
        yield running


@pytest.fixture
def printer(counter: Counter) -> Iterator[PrinterSink]:
    """A network printer that the counter prints on."""
    with PrinterSink() as sink:
        counter.with_printer(sink.port)
        yield sink


@pytest.fixture
def scanner(counter: Counter, tmp_path: Path) -> Iterator[PtyLine]:
    """A serial scanner that the counter reads."""
    line = PtyLine(tmp_path)
    counter.with_scanner(line.port)
    yield line
    line.unplug()
