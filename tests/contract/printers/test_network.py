"""The network printer against a real printer sink on TCP, with every fault it can have."""

from __future__ import annotations

import socket
import sys
import time
from dataclasses import replace
from typing import Any

import pytest

from app.devices.printers._conversation import Answers
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers.network import Deadlines, network_printer
from app.domain.printing import PrinterWord, PrintResult
from tests.contract.printers.printer_contract import PrinterContract, Rig
from tests.contract.printers.wire_contract import IN_TIME, PATIENT, RIG, SinkPaper
from tests.sample_slips import CODE, hostile_slip, long_slip, sample_slip
from tests.sinks.escpos_reader import Command, Letters, Picture, read_slip
from tests.sinks.printer_sink import PrinterSink

CURLY = "\u201cAnna\u2019s\u201d \u2013 2 \u00d7 hot\u2026"

ASKED = b"".join(b"\x10\x04" + bytes((number,)) for number in (1, 2, 3, 4))

pytestmark = pytest.mark.usefixtures("qapp")
QUICK = Deadlines(connect=2.0, write=0.5, answer=0.5)


def a_printer(sink: PrinterSink, **changes: Any) -> PaperPrinter:
    given: dict[str, Any] = {"paper": Paper("TM-T88V", 42), "deadlines": PATIENT} | changes
    return network_printer("counter", "127.0.0.1", sink.port, **given)


def a_hasty_printer(sink: PrinterSink, **changes: Any) -> PaperPrinter:
    """One that soon takes silence for an answer."""
    return a_printer(sink, **({"deadlines": QUICK} | changes))


class TestNetworkPrinter(PrinterContract):
    @pytest.fixture
    def rig(self, sink: PrinterSink) -> Rig:
        return Rig(a_printer(sink, deadlines=RIG), SinkPaper(sink))


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


class TestTrouble:
    def test_reset_in_mid_slip_is_unsure(self, sink: PrinterSink) -> None:
        sink.reset_after = 200
        outcome = a_printer(sink).print_slip(long_slip(40))
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert sink.slips == []

    def test_close_after_the_slip_without_an_answer_is_unsure(self, sink: PrinterSink) -> None:
        sink.closes_at_cut = True
        outcome = a_printer(sink).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert len(sink.slips) == 1

    def test_close_before_the_slip_is_not_started(self, sink: PrinterSink) -> None:
        sink.close_after = 0
        outcome = a_printer(sink).print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING

    def test_paper_out_in_mid_slip_is_unsure_and_says_so(self, sink: PrinterSink) -> None:
        sink.at_byte(300, "paper out")
        outcome = a_printer(sink).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.PAPER_OUT
        assert sink.slips == []

    def test_silence_after_the_slip_is_unsure(self, sink: PrinterSink) -> None:
        sink.at_byte(300, "silent")
        outcome = a_hasty_printer(sink).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.NOT_ANSWERING

    def test_known_printer_that_accepts_and_never_reads_gets_no_slip(
        self, sink: PrinterSink
    ) -> None:
        sink.reads = False
        started = time.monotonic()
        outcome = a_hasty_printer(sink, memory=PrinterMemory(answers=True)).print_slip(
            long_slip(40)
        )
        assert time.monotonic() - started < IN_TIME
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING

    def test_printer_that_stops_reading_hits_the_write_deadline(self, sink: PrinterSink) -> None:
        sink.reads = False
        started = time.monotonic()
        outcome = a_hasty_printer(sink, answers=Answers.NO).print_slip(a_huge_slip())
        assert 0.4 < time.monotonic() - started < IN_TIME
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert "bytes" in outcome.status.detail

    def test_small_slip_into_a_buffer_nobody_reads_is_not_called_printed(
        self, sink: PrinterSink
    ) -> None:
        printer = a_hasty_printer(sink)
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        sink.at_byte(1, "silent")
        assert printer.print_slip(sample_slip()).result is PrintResult.UNSURE

    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what was not taken")
    def test_slip_that_an_unquestioned_printer_does_not_take_is_unsure(
        self, sink: PrinterSink
    ) -> None:
        sink.reads = False
        deadlines = replace(QUICK, write=1.0)
        printer = a_printer(sink, answers=Answers.NO, deadlines=deadlines)
        slip = replace(long_slip(1), lines=long_slip(40).lines * 2)
        outcome = printer.print_slip(slip)
        assert outcome.result is PrintResult.UNSURE
        assert "bytes" in outcome.status.detail

    def test_slow_unquestioned_printer_gets_the_time_to_take_the_slip(
        self, sink: PrinterSink
    ) -> None:
        sink.bytes_per_second = 8000
        deadlines = Deadlines(connect=1, write=5, answer=0.1)
        printer = a_printer(sink, answers=Answers.NO, deadlines=deadlines)
        assert printer.print_slip(long_slip(40)).result is PrintResult.SENT
        sink.wait_for_slips(1)

    def test_slow_reader_within_the_deadline_prints(self, sink: PrinterSink) -> None:
        sink.bytes_per_second = 4000
        deadlines = Deadlines(connect=1, write=5, answer=3)
        outcome = a_printer(sink, deadlines=deadlines).print_slip(long_slip(12))
        assert outcome.result is PrintResult.PRINTED

    def test_late_answers_within_the_deadline_count(self, sink: PrinterSink) -> None:
        sink.answer_delay = 0.05
        assert a_printer(sink).print_slip(sample_slip()).result is PrintResult.PRINTED

    def test_answers_later_than_the_deadline_are_no_answers(self, sink: PrinterSink) -> None:
        sink.answer_delay = 1.2
        outcome = a_hasty_printer(sink, memory=PrinterMemory(answers=True)).print_slip(
            sample_slip()
        )
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING

    @pytest.mark.parametrize("word", ["garbage", "wrong bits"])
    def test_odd_answers_are_no_answers(self, sink: PrinterSink, word: str) -> None:
        sink.become(word)
        outcome = a_printer(sink).print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert "odd answer" in outcome.status.detail
        assert sink.slips == []

    def test_unknown_name_is_not_reachable(self, sink: PrinterSink) -> None:
        printer = network_printer(
            "counter", "printer.invalid", sink.port, paper=Paper("TM-T88V", 42), deadlines=QUICK
        )
        assert printer.ask().word is PrinterWord.NOT_REACHABLE
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED

    def test_printer_found_by_name_prints(self, sink: PrinterSink) -> None:
        printer = network_printer(
            "counter", "localhost", sink.port, paper=Paper("TM-T88V", 42), deadlines=PATIENT
        )
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED

    def test_address_that_never_completes_a_connection_is_not_reachable_in_time(self) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            listener.listen(0)
            crowd = [socket.socket() for _ in range(4)]
            try:
                for one in crowd:
                    one.setblocking(False)
                    one.connect_ex(listener.getsockname())
                started = time.monotonic()
                printer = network_printer(
                    "counter",
                    "127.0.0.1",
                    listener.getsockname()[1],
                    paper=Paper("TM-T88V", 42),
                    deadlines=replace(QUICK, connect=0.3),
                )
                assert printer.ask().word is PrinterWord.NOT_REACHABLE
                assert time.monotonic() - started < IN_TIME
            finally:
                for one in crowd:
                    one.close()

    def test_one_connection_a_job_and_none_between(self, sink: PrinterSink) -> None:
        printer = a_printer(sink)
        printer.ask()
        printer.print_slip(sample_slip())
        assert len(sink.connections) == 2
        sink.wait_until(lambda: sink.open_connections == 0, what="closed connections")


class TestWhetherItAnswers:
    def test_first_answer_is_learned_and_told(self, sink: PrinterSink) -> None:
        told: list[bool] = []
        printer = a_hasty_printer(sink, memory=PrinterMemory(answers_learned=told.append))
        printer.ask()
        printer.ask()
        assert told == [True]
        sink.become("silent")
        assert printer.ask().word is PrinterWord.NOT_ANSWERING
        assert told == [True]

    def test_printer_that_never_answered_is_believed(self, sink: PrinterSink) -> None:
        sink.become("silent")
        told: list[bool] = []
        printer = a_hasty_printer(sink, memory=PrinterMemory(answers_learned=told.append))
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.SENT
        assert outcome.status.word is PrinterWord.READY
        assert not outcome.status.answers
        assert told == [False]
        assert "A-42" in sink.text(0) if sink.wait_for_slips(1) else False

    def test_silent_printer_that_answers_one_day_is_held_to_it(self, sink: PrinterSink) -> None:
        sink.become("silent")
        told: list[bool] = []
        printer = a_printer(sink, memory=PrinterMemory(answers=False, answers_learned=told.append))
        assert printer.print_slip(sample_slip()).result is PrintResult.SENT
        sink.become("ready")
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert told == [True]

    def test_remembered_answer_makes_silence_a_trouble(self, sink: PrinterSink) -> None:
        sink.become("silent")
        printer = a_hasty_printer(sink, memory=PrinterMemory(answers=True))
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED
        assert sink.slips == []

    def test_yes_never_believes_silence(self, sink: PrinterSink) -> None:
        sink.become("silent")
        printer = a_hasty_printer(sink, answers=Answers.YES)
        assert printer.ask().word is PrinterWord.NOT_ANSWERING
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED

    def test_no_is_sent_without_a_question(self, sink: PrinterSink) -> None:
        printer = a_printer(sink, answers=Answers.NO)
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.SENT
        assert not outcome.status.answers
        sink.wait_for_slips(1)
        assert sink.questions == 0

    def test_no_with_a_reset_is_unsure(self, sink: PrinterSink) -> None:
        sink.reset_after = 200
        outcome = a_printer(sink, answers=Answers.NO).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE

    def test_model_that_should_tell_process_ids_but_never_did_is_asked_by_status(
        self, sink: PrinterSink
    ) -> None:
        sink.echoes_process_ids = False
        printer = a_hasty_printer(sink)
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        before = sink.connections[0].count(b"\x1d(H")
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert (before, sink.connections[1].count(b"\x1d(H")) == (1, 0)

    def test_model_without_process_ids_is_asked_behind_the_cut(self, sink: PrinterSink) -> None:
        sink.answer_delay = 0.05
        printer = a_printer(sink, paper=Paper("default", 42))
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        after_the_cut = sink.connections[0].partition(b"\x1dVB\x00")[2]
        assert after_the_cut == ASKED + b"\x1dr\x01" + ASKED

    def test_printer_that_knows_no_gs_r_is_asked_by_it_once(self, sink: PrinterSink) -> None:
        sink.knows_paper = False
        printer = a_hasty_printer(sink, paper=Paper("default", 42))
        for _ in range(2):
            assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert sink.paper_questions == 1

    def test_printer_that_leaves_gs_r_unanswered_behind_the_cut_is_unsure(
        self, sink: PrinterSink
    ) -> None:
        printer = a_hasty_printer(sink, paper=Paper("default", 42))
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        sink.knows_paper = False
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.detail == "no answer to GS r 1"

    @pytest.mark.parametrize(
        ("word", "detail"), [("ready", "GS r 1:00"), ("paper low", "GS r 1:03")]
    )
    def test_printer_without_dle_eot_is_asked_by_gs_r_alone(
        self, sink: PrinterSink, word: str, detail: str
    ) -> None:
        sink.knows_real_time = sink.echoes_process_ids = False
        sink.become(word)
        told: list[bool] = []
        printer = a_hasty_printer(
            sink, paper=Paper("default", 42), memory=PrinterMemory(answers_learned=told.append)
        )
        assert (printer.ask().word, told) == (PrinterWord(word), [True])
        outcome = printer.print_slip(sample_slip())
        assert (outcome.result, outcome.status.detail) == (PrintResult.PRINTED, detail)
        assert sink.questions == 1  # at the first meeting, and never again
        sink.become("paper out")
        assert printer.ask().word is PrinterWord.NOT_ANSWERING
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED

    def test_silent_printer_is_not_bothered_by_gs_r_while_idle(self, sink: PrinterSink) -> None:
        sink.become("silent")
        printer = a_hasty_printer(sink)
        for _ in range(3):
            assert not printer.ask().answers
        assert (sink.questions, sink.paper_questions) == (3, 1)

    def test_process_id_that_once_came_and_now_stays_away_is_unsure(
        self, sink: PrinterSink
    ) -> None:
        printer = a_hasty_printer(sink)
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        sink.echoes_process_ids = False
        assert printer.print_slip(sample_slip()).result is PrintResult.UNSURE

    def test_model_without_process_ids_gets_none(self, sink: PrinterSink) -> None:
        printer = a_printer(sink, paper=Paper("default", 42))
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert b"\x1d(H" not in sink.connections[0]

    def test_paper_that_ends_after_the_bytes_were_taken_is_found_by_the_last_question(
        self, sink: PrinterSink
    ) -> None:
        sink.word_after_questions = (8, "paper out")
        outcome = a_printer(sink, paper=Paper("default", 42)).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.PAPER_OUT


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


def a_huge_slip() -> Any:
    rows = long_slip(10).lines * 400
    return replace(long_slip(1), lines=rows)
