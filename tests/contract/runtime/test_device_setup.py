"""Printers and scanners that are added, changed and searched for while the till works."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.catalogue_news import FolderRead
from app.domain.device_news import (
    DeviceKept,
    PrinterFound,
    PrinterSearchEnded,
    SheetPrinted,
    SlipPreviewed,
    TemplateKept,
)
from app.domain.lamp import LampKind
from app.domain.printing import PrintResult
from app.domain.sheet import SheetKind
from app.domain.slip_template import SlipTemplate
from app.domain.states import JobState
from app.ports.finding import FoundPrinter, PrinterFinderPort, PrinterSearchPort
from app.ui.services import DeviceServices
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.contract.runtime.device_questions import device_questions
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine


@contextmanager
def devices_of(counter: Counter, *found: FoundPrinter) -> Iterator[DeviceServices]:
    devices, settings = device_questions(counter, *found)
    try:
        yield devices.services()
    finally:
        assert devices.close()
        assert settings.close()


def kept(counter: Counter, name: str, times: int = 1) -> DeviceKept:
    def come() -> list[DeviceKept]:
        found = [news for news in counter.screen.of(DeviceKept) if news.name == name]
        return found if len(found) >= times else []

    return counter.screen.wait(come, f"{name} to be kept")[-1]


def fields_of(sink: PrinterSink) -> dict[str, object]:
    return {"kind": "network", "host": "127.0.0.1", "port": sink.port, "answer_seconds": 1.0}


def test_a_printer_that_is_added_prints_at_once_and_after_the_next_start(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    counter = make_counter()
    counter.open()
    with devices_of(counter) as devices:
        devices.keep_printer("bar", fields_of(printer))
        assert kept(counter, "bar").problem == ""
        counter.screen.wait_for_lamp("bar", "ready")
        order = counter.accepted(orderNumber="B-1")
        printer.wait_for_slips(1, 10)
    assert "B-1" in printer.text(0)
    screen = counter.screen
    screen.wait(
        lambda: (slip := screen.orders[order].slip) and slip.state is JobState.PRINTED, "printed"
    )
    entry = tomllib.loads((counter.folder / "pult.toml").read_text("utf-8"))["printers"][0]
    assert entry["name"] == "bar"
    assert entry["port"] == printer.port
    assert counter.close()


def test_a_printer_that_is_changed_takes_over_what_waits_and_prints_each_slip_once(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    printer.refuse()
    counter.open()
    counter.screen.wait_for_lamp("counter", "not reachable")
    counter.accepted(orderNumber="B-2")
    with PrinterSink() as other, devices_of(counter) as devices:
        devices.keep_printer("counter", {"port": other.port, "width": 32})
        assert kept(counter, "counter").problem == ""
        other.wait_for_slips(1, 10)
        assert "B-2" in other.text(0)
        assert counter.close()
        assert len(other.slips) == 1
    assert printer.slips == []


def test_what_does_not_fit_changes_nothing(make_counter: MakeCounter, printer: PrinterSink) -> None:
    counter = make_counter(printer)
    counter.open()
    file = counter.folder / "pult.toml"
    before = file.read_text("utf-8")
    with devices_of(counter) as devices:
        devices.keep_printer("counter", {"width": 4})
        assert "width" in kept(counter, "counter").problem
        devices.keep_printer("bar", {"kind": "network"})
        assert "host" in kept(counter, "bar").problem
        counter.screen.wait_for_lamp("counter", "ready")
        assert "bar" not in counter.screen.lamps
    assert file.read_text("utf-8") == before
    assert counter.close()


def test_a_scanner_that_is_added_and_changed_is_read(
    make_counter: MakeCounter, tmp_path: Path
) -> None:
    counter = make_counter()
    counter.open()
    line = PtyLine(tmp_path)
    with devices_of(counter) as devices:
        devices.keep_scanner("desk scanner", {"kind": "serial", "port": line.port})
        assert kept(counter, "desk scanner").kind is LampKind.SCANNER
        counter.screen.wait_for_lamp("desk scanner", "ready")
        devices.keep_scanner("desk scanner", {"terminator": "cr"})
        kept(counter, "desk scanner", 2)
        counter.screen.wait_for_lamp("desk scanner", "ready")
        line.send(b"hello there\r")
        counter.screen.wait(lambda: counter.screen.scans, "the scan's answer")
    line.unplug()
    assert counter.close()


def test_a_found_printer_prints_its_number_and_known_ones_are_told(
    make_counter: MakeCounter, printer: PrinterSink
) -> None:
    counter = make_counter(printer)
    counter.open()
    counter.screen.wait_for_lamp("counter", "ready")
    own = {"kind": "network", "host": "127.0.0.1", "port": printer.port}
    with PrinterSink() as other:
        new = FoundPrinter("10.0.0.9", fields_of(other))
        with devices_of(counter, FoundPrinter("127.0.0.1", own), new) as devices:
            devices.find_printers()
            screen = counter.screen
            ended = screen.wait(lambda: screen.of(PrinterSearchEnded), "the end of the search")
            assert ended == [PrinterSearchEnded(2, ("USB: Permission denied",))]
            first, second = screen.of(PrinterFound)
            assert (first.number, first.known) == (1, "counter")
            assert (second.number, second.known) == (2, "")
            devices.print_number(2)
            printed = screen.wait(lambda: screen.of(SheetPrinted), "the number")[0]
            assert (printed.printer, printed.kind) == ("2", SheetKind.NUMBER)
            assert printed.outcome.result is PrintResult.PRINTED
            assert "2" in other.text(0)
    assert printer.slips == []
    assert counter.close()


def test_sheets_previews_and_templates(make_counter: MakeCounter, printer: PrinterSink) -> None:
    counter = make_counter(printer)
    counter.open()
    screen = counter.screen
    with devices_of(counter) as devices:
        devices.print_sheet("counter", SheetKind.RULER)
        devices.print_sheet("counter", SheetKind.PROOF)
        screen.wait(lambda: len(screen.of(SheetPrinted)) == 2, "both sheets")
        ruler, proof = screen.of(SheetPrinted)
        assert "<42" in printer.text(0)
        assert ruler.outcome.result is proof.outcome.result is PrintResult.PRINTED
        assert len(proof.lines) > 10
        devices.preview(1, SlipTemplate(), 42)
        pictures = screen.wait(lambda: screen.of(SlipPreviewed), "the preview")
        assert pictures[0].png.startswith(b"\x89PNG")
        devices.keep_template(SlipTemplate(bottom=("Open till ten",), prices=False))
        told = screen.wait(lambda: screen.of(TemplateKept), "the template")[0]
        assert told.problem == ""
        counter.accepted(orderNumber="B-3")
        printer.wait_for_slips(3, 10)
        assert "Open till ten" in printer.text(2)
    slip = tomllib.loads((counter.folder / "pult.toml").read_text("utf-8"))["slip"]
    assert slip["prices"] is False
    assert slip["bottom"] == ["Open till ten"]
    assert counter.close()


def test_a_folder_shows_the_pictures_that_may_be_a_logo(
    make_counter: MakeCounter, tmp_path: Path
) -> None:
    folder = tmp_path / "brand"
    (folder / "old").mkdir(parents=True)
    for name in ("logo.PNG", "photo.jpeg", "prices.csv", ".thumb.png"):
        (folder / name).touch()
    counter = make_counter()
    counter.open()
    with devices_of(counter) as devices:
        devices.read_pictures(str(folder))
        (shown,) = counter.screen.wait(lambda: counter.screen.of(FolderRead), "the folder")
    assert shown == FolderRead(str(folder), ("old",), ("logo.PNG", "photo.jpeg"))


class Slow(PrinterFinderPort):
    """Finds one printer, then looks on until a test lets it end or nobody waits for more."""

    def __init__(self) -> None:
        self.enough = threading.Event()

    def find(self, search: PrinterSearchPort) -> tuple[str, ...]:
        search.finds(FoundPrinter("192.0.2.9", {"kind": "network", "host": "192.0.2.9"}))
        while not search.is_over and not self.enough.wait(0.01):
            pass
        search.finds(FoundPrinter("192.0.2.10", {"kind": "network", "host": "192.0.2.10"}))
        return ()


def test_nothing_more_is_heard_of_a_search_that_was_ended(make_counter: MakeCounter) -> None:
    counter, finder = make_counter(), Slow()
    counter.open()
    questions, settings = device_questions(counter, finder=finder)
    devices, screen = questions.services(), counter.screen
    devices.find_printers()
    screen.wait(lambda: screen.of(PrinterFound), "the first printer")
    devices.end_search()
    devices.find_printers()
    screen.wait(lambda: len(screen.of(PrinterFound)) == 2, "the first printer once more")
    finder.enough.set()
    (ended,) = screen.wait(lambda: screen.of(PrinterSearchEnded), "the end")
    assert ended.count == 2
    assert [found.number for found in screen.of(PrinterFound)] == [1, 1, 2]
    assert questions.close()
    assert settings.close()
