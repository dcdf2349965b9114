"""What stands on the paper of a printer, as its bytes say: sizes, letters, code pages, pictures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.devices.printers._paper import Paper
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers.network import network_printer
from tests.sample_slips import CODE, hostile_slip, long_slip, sample_slip
from tests.sinks.escpos_reader import Command, Letters, Picture, read_slip
from tests.sinks.printer_sink import PrinterSink

CURLY = "\u201cAnna\u2019s\u201d \u2013 2 \u00d7 hot\u2026"
pytestmark = pytest.mark.usefixtures("qapp")


def a_printer(sink: PrinterSink, **changes: Any) -> PaperPrinter:
    given: dict[str, Any] = {"paper": Paper("TM-T88V", 42)} | changes
    return network_printer("counter", "127.0.0.1", sink.port, **given)


class TestWhatStandsOnPaper:
    def test_number_is_one_run_of_printer_text_eight_times_its_size(
        self, sink: PrinterSink
    ) -> None:
        a_printer(sink).print_slip(sample_slip())
        [number] = [part for part in letters(sink) if part.text == "A-42"]
        assert (number.style.wide, number.style.tall) == (8, 8)
        assert number.style.bold
        assert number.style.align == 1

    @pytest.mark.parametrize(
        ("number", "size"), [("A-42", 8), ("A-1234", 7), ("ORD-2026-000017", 2), ("9" * 42, 1)]
    )
    def test_number_is_as_large_as_the_paper_allows(
        self, sink: PrinterSink, number: str, size: int
    ) -> None:
        a_printer(sink).print_slip(replace(sample_slip(), number=number))
        [run] = [part for part in letters(sink) if part.text == number]
        assert (run.style.wide, run.style.tall) == (size, min(8, 2 * size))

    def test_vendor_and_its_own_number_are_printer_text_in_one_run(self, sink: PrinterSink) -> None:
        slip = replace(
            sample_slip(), vendor_number="202611201824000017", moment="\u6f22\u5b57 18:24"
        )
        a_printer(sink).print_slip(slip)
        texts = [part.text for part in letters(sink)]
        assert "202611201824000017" in texts
        assert "Cheers" in texts
        assert len(sink.pictures(0)) == 1

    def test_what_is_to_be_paid_is_white_on_black_and_double(self, sink: PrinterSink) -> None:
        a_printer(sink).print_slip(sample_slip())
        [pay] = [part for part in letters(sink) if "TO PAY" in part.text]
        assert pay.style.inverse
        assert (pay.style.wide, pay.style.tall) == (2, 2)
        assert len(pay.text) == 21

    @pytest.mark.parametrize("width", [32, 42, 48])
    def test_no_row_is_longer_than_the_paper(self, sink: PrinterSink, width: int) -> None:
        printer = a_printer(sink, paper=Paper("TM-T20II", width))
        printer.print_slip(long_slip(12))
        rows = letters(sink)
        assert max(len(part.text) * part.style.wide for part in rows) <= width
        priced = [part.text for part in rows if part.text.endswith("12,345,678 Ft")]
        assert {len(text) for text in priced} == {width}

    def test_paper_narrower_than_the_model_is_told_to_the_printer(self, sink: PrinterSink) -> None:
        a_printer(sink, paper=Paper("TM-T88V", 32)).print_slip(sample_slip())
        [area] = [part for part in commands(sink) if part.name == "area"]
        assert int.from_bytes(area.value, "little") == 32 * 12

    def test_every_slip_starts_from_a_known_state(self, sink: PrinterSink) -> None:
        printer = a_printer(sink)
        printer.print_slip(sample_slip())
        printer.print_slip(sample_slip("hu"))
        for data in sink.wait_for_slips(2):
            assert data.startswith(b"\x1b@\x1c.\x1bR\x00\x1bt")

    def test_qr_of_the_printer_has_at_least_five_dots_a_module(self, sink: PrinterSink) -> None:
        a_printer(sink).print_slip(sample_slip())
        a_printer(sink, paper=Paper("TM-T88V", 32)).print_slip(sample_slip())
        for place in (0, 1):
            assert sink.qr(place) == CODE
            [code] = [part for part in sink.parts(place) if hasattr(part, "module")]
            assert code.module >= 5  # type: ignore[union-attr]
            assert code.align == 1  # type: ignore[union-attr]

    def test_model_without_qr_gets_a_picture_that_can_be_read(self, sink: PrinterSink) -> None:
        import zxingcpp

        a_printer(sink, paper=Paper("POS-5890", 32)).print_slip(sample_slip())
        sink.wait_until(lambda: b"Not a receipt" in sink.unfinished)
        [code] = [part for part in read_slip(sink.unfinished) if isinstance(part, Picture)]
        assert [found.text for found in zxingcpp.read_barcodes(as_image(code))] == [CODE]


class TestLetters:
    def test_hungarian_is_printer_text_in_one_page(self, sink: PrinterSink) -> None:
        a_printer(sink).print_slip(sample_slip("hu"))
        assert sink.pictures(0) == []
        assert "Őrült jó tűzdelt sült" in " ".join(sink.text(0).split())
        assert pages_used(sink) == {18}

    def test_spanish_and_euro_are_printer_text_in_one_page(self, sink: PrinterSink) -> None:
        slip = replace(sample_slip("es"), to_pay=("A PAGAR", "13,50 €"))
        a_printer(sink).print_slip(slip)
        assert sink.pictures(0) == []
        assert "niño quiere piña" in " ".join(sink.text(0).split())
        assert "13,50 €" in sink.text(0)
        assert pages_used(sink) == {19}

    def test_row_that_the_slips_page_does_not_hold_takes_another_page_whole(
        self, sink: PrinterSink
    ) -> None:
        slip = replace(sample_slip("hu"), who="Ñandú Peña")
        a_printer(sink).print_slip(slip)
        assert sink.pictures(0) == []
        assert "Ñandú Peña" in sink.text(0)
        assert pages_used(sink) == {18, 19}

    def test_row_that_no_page_holds_is_a_picture_of_that_row_alone(self, sink: PrinterSink) -> None:
        slip = replace(sample_slip("hu"), who="Őri Ñandú \U0001f37a \u6f22\u5b57")
        a_printer(sink).print_slip(slip)
        [picture] = sink.pictures(0)
        assert picture.height == 24
        assert 400 < picture.black < 24 * 504 / 2
        assert "?" not in sink.text(0)
        assert "Őrült jó tűzdelt sült" in " ".join(sink.text(0).split())

    def test_decomposed_letters_are_composed(self, sink: PrinterSink) -> None:
        a_printer(sink).print_slip(replace(sample_slip(), who="Ba\u0301lint"))
        assert "Bálint" in sink.text(0)
        assert sink.pictures(0) == []

    def test_curly_quotes_stay_or_become_straight(self, sink: PrinterSink) -> None:
        a_printer(sink).print_slip(replace(sample_slip(), who=CURLY))
        assert '"Anna\'s" - 2 x hot...' in sink.text(0)
        a_printer(sink, paper=Paper("TM-T88V", 42, "CP1252")).print_slip(
            replace(sample_slip(), who=CURLY)
        )
        assert CURLY in sink.text(1)

    def test_page_chosen_by_the_shop_is_the_only_one_used(self, sink: PrinterSink) -> None:
        a_printer(sink, paper=Paper("TM-T88V", 42, "CP858")).print_slip(sample_slip("hu"))
        assert pages_used(sink) == {19}
        assert len(sink.pictures(0)) >= 1

    def test_text_of_customers_brings_no_byte_of_its_own(self, sink: PrinterSink) -> None:
        a_printer(sink).print_slip(hostile_slip())
        parts = sink.parts(0)
        cuts = [part for part in parts if isinstance(part, Command) and part.name == "cut"]
        inits = [part for part in parts if isinstance(part, Command) and part.name == "init"]
        assert (len(cuts), len(inits), len(sink.slips)) == (1, 1, 1)
        assert sink.slips[0].endswith(b"\x1dVB\x00")
        assert sink.questions == 8


def letters(sink: PrinterSink, place: int = 0) -> list[Letters]:
    return [part for part in sink.parts(place) if isinstance(part, Letters)]


def commands(sink: PrinterSink, place: int = 0) -> list[Command]:
    return [part for part in sink.parts(place) if isinstance(part, Command)]


def pages_used(sink: PrinterSink) -> set[int]:
    return {part.value[2] for part in commands(sink) if part.value.startswith(b"\x1bt")}


def as_image(picture: Picture) -> Any:
    from PIL import Image, ImageOps

    bits = Image.frombytes("1", (picture.width, picture.height), picture.data)
    return ImageOps.expand(ImageOps.invert(bits.convert("L")), 40, 255)
