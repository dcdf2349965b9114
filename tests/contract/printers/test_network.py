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
from tests.sample_slips import long_slip, sample_slip
from tests.sinks.printer_sink import PrinterSink

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


def a_huge_slip() -> Any:
    rows = long_slip(10).lines * 400
    return replace(long_slip(1), lines=rows)
