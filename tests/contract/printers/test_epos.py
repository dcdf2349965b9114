"""The ePOS-Print printer against a real HTTP service, with every fault it can have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from app.devices.printers._paper import Paper
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers._wire import Deadlines
from app.devices.printers.epos import epos_printer
from app.domain.printing import PrinterWord, PrintResult
from tests.contract.printers.printer_contract import PrinterContract, Rig
from tests.sample_slips import sample_slip
from tests.sinks.epos_printer import EposPrinter, response

QUICK = Deadlines(connect=2.0, write=1.5, answer=1.5)
HASTY = Deadlines(connect=0.5, write=0.3, answer=0.3)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def epos() -> Iterator[EposPrinter]:
    with EposPrinter() as running:
        yield running


@pytest.fixture
def printer(epos: EposPrinter) -> Iterator[PaperPrinter]:
    made = a_printer(epos)
    yield made
    made.close()


def a_printer(epos: EposPrinter, deadlines: Deadlines = QUICK) -> PaperPrinter:
    return epos_printer(
        "bar", "127.0.0.1", epos.port, paper=Paper("TM-T88V", 42), deadlines=deadlines
    )


@dataclass
class EposPaper:
    epos: EposPrinter

    def texts(self) -> list[str]:
        return self.epos.texts()

    def suffer(self, word: PrinterWord) -> None:
        if word is PrinterWord.NOT_REACHABLE:
            self.epos.refuse()
        else:
            self.epos.become("no printer" if word is PrinterWord.NOT_ANSWERING else word.value)

    def recover(self) -> None:
        self.epos.become("ready")
        if self.epos.refusing:
            self.epos.accept_again()


class Testepos_printer(PrinterContract):
    @pytest.fixture
    def rig(self, epos: EposPrinter, printer: PaperPrinter) -> Rig:
        return Rig(printer, EposPaper(epos))


class TestWhereItIs:
    def test_device_and_patience_stand_in_the_address(
        self, epos: EposPrinter, printer: PaperPrinter
    ) -> None:
        printer.ask()
        assert epos.requests == ["/cgi-bin/epos/service.cgi?devid=local_printer&timeout=1200"]

    def test_name_is_looked_up_and_each_of_its_addresses_tried(self, epos: EposPrinter) -> None:
        made = epos_printer("bar", "localhost", epos.port, paper=Paper("TM-T88V", 42))
        assert made.ask().word is PrinterWord.READY
        made.close()

    def test_name_nobody_knows_is_not_reachable(self) -> None:
        made = epos_printer("bar", "no-such-printer.invalid", 80, paper=Paper("TM-T88V", 42))
        assert made.ask().word is PrinterWord.NOT_REACHABLE
        assert made.print_slip(sample_slip()).result is PrintResult.NOT_STARTED
        made.close()

    def test_it_is_there_again_after_being_let_go(self, printer: PaperPrinter) -> None:
        printer.close()
        assert printer.ask().word is PrinterWord.READY


ODD_ANSWERS: dict[str, tuple[int, bytes, str]] = {
    "page": (200, b"<!doctype html><html><body>Router</body></html>", "something else"),
    "html": (200, b"<html><body>Router<br></body>", "something else"),
    "garbage": (200, b"\x00\xff\xfe\x01" * 40, "something else"),
    "nothing": (200, b"", "something else"),
    "huge": (200, b"<a>" + b"x" * 200_000, "more than"),
    "charset": (200, b'<?xml version="1.0" encoding="ebcdic-x"?><a/>', "something else"),
    "declared": (200, b"<!DOCTYPE html><html><body>Router</body></html>", "document type"),
    "bomb": (200, b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><a>&d;</a>', "type"),
    "other xml": (200, b"<a><response success='true' status='2'/></a>", "not ePOS"),
    "no result": (200, response(success=True).replace(b'"true"', b'"maybe"'), "without"),
    "long number": (200, response(success=True, status=10**30), "without"),
    "elsewhere": (302, b"", "302"),
    "password": (401, b"", "password"),
    "refuses": (403, b"", "refuses"),
    "not there": (404, b"", "switch it on"),
    "trouble": (500, b"", "500"),
}


class TestAskingOddServices:
    @pytest.mark.parametrize("name", ODD_ANSWERS)
    def test_odd_answer_says_what_it_was(
        self, epos: EposPrinter, printer: PaperPrinter, name: str
    ) -> None:
        code, body, detail = ODD_ANSWERS[name]
        epos.ask_fault = lambda: (code, body)
        status = printer.ask()
        assert status.word is PrinterWord.NOT_ANSWERING
        assert detail in status.detail
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED
        assert epos.texts() == []

    @pytest.mark.parametrize("fault", ["lost before printing", "half an answer", "hang", "trickle"])
    def test_service_that_does_not_answer_whole_or_in_time(
        self, epos: EposPrinter, fault: str
    ) -> None:
        printer = a_printer(epos, Deadlines(connect=0.4, write=0.3, answer=0.3))
        epos.ask_fault = fault
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        printer.close()

    def test_letters_are_those_the_answer_names(
        self, epos: EposPrinter, printer: PaperPrinter
    ) -> None:
        body = response(success=True, status=0x0F000016).decode().replace("utf-8", "utf-16")
        epos.ask_fault = lambda: (200, body.encode("utf-16"))
        assert printer.ask().word is PrinterWord.READY

    @pytest.mark.parametrize(
        ("word", "told"),
        [
            ("broken", PrinterWord.OFFLINE),
            ("no printer", PrinterWord.NOT_ANSWERING),
            ("no device", PrinterWord.NOT_REACHABLE),
        ],
    )
    def test_service_tells_of_the_printer_behind_it(
        self, epos: EposPrinter, printer: PaperPrinter, word: str, told: PrinterWord
    ) -> None:
        epos.become(word)
        assert printer.ask().word is told


class TestSlipWithoutAnAnswer:
    @pytest.mark.parametrize("fault", ["lost after printing", "half an answer"])
    def test_service_that_keeps_jobs_tells_that_it_was_printed(
        self, epos: EposPrinter, printer: PaperPrinter, fault: str
    ) -> None:
        epos.spools = True
        epos.print_fault = fault
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert len(epos.texts()) == 1

    @pytest.mark.parametrize("spools", [True, False])
    @pytest.mark.parametrize("echoes", [True, False])
    def test_slip_that_no_job_tells_of_is_unsure(
        self, epos: EposPrinter, printer: PaperPrinter, spools: bool, echoes: bool
    ) -> None:
        epos.spools, epos.echoes_ids = spools, echoes
        epos.print_fault = "lost before printing"
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert epos.texts() == []

    @pytest.mark.parametrize("fault", ["hang", "trickle"])
    def test_slip_whose_answer_does_not_end_is_unsure(self, epos: EposPrinter, fault: str) -> None:
        printer = a_printer(epos, HASTY)
        epos.print_fault = fault
        assert printer.print_slip(sample_slip()).result is PrintResult.UNSURE
        printer.close()

    @pytest.mark.parametrize("name", ["page", "garbage", "huge", "trouble"])
    def test_slip_answered_oddly_is_unsure(
        self, epos: EposPrinter, printer: PaperPrinter, name: str
    ) -> None:
        code, body, _ = ODD_ANSWERS[name]
        epos.print_fault = lambda: (code, body)
        assert printer.print_slip(sample_slip()).result is PrintResult.UNSURE

    @pytest.mark.parametrize("name", ["elsewhere", "password", "not there"])
    def test_slip_turned_away_is_not_started(
        self, epos: EposPrinter, printer: PaperPrinter, name: str
    ) -> None:
        code, body, _ = ODD_ANSWERS[name]
        epos.print_fault = lambda: (code, body)
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED

    def test_service_that_goes_away_between_question_and_slip_has_taken_nothing(
        self, epos: EposPrinter, printer: PaperPrinter
    ) -> None:
        printer.ask()
        epos.refuse()
        assert printer.print_slip(sample_slip()).status.word is PrinterWord.NOT_REACHABLE


class TestSlipInTrouble:
    @pytest.mark.parametrize("code", ["SchemaError", "DeviceNotFound", "EX_SPOOLER"])
    def test_slip_refused_by_the_service_is_not_started(
        self, epos: EposPrinter, printer: PaperPrinter, code: str
    ) -> None:
        epos.code = code
        assert printer.print_slip(sample_slip()).result is PrintResult.NOT_STARTED

    @pytest.mark.parametrize(
        ("code", "word"),
        [
            ("EPTR_REC_EMPTY", PrinterWord.PAPER_OUT),
            ("EPTR_CUTTER", PrinterWord.CUTTER_ERROR),
            ("EX_TIMEOUT", PrinterWord.NOT_ANSWERING),
            ("PrintSystemError", PrinterWord.NOT_ANSWERING),
        ],
    )
    def test_slip_that_met_trouble_may_be_half_on_paper(
        self, epos: EposPrinter, printer: PaperPrinter, code: str, word: PrinterWord
    ) -> None:
        epos.code = code
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is word


class TestServiceWithAQueueOfItsOwn:
    def test_taken_is_not_printed_until_the_job_is(
        self, epos: EposPrinter, printer: PaperPrinter
    ) -> None:
        epos.spools = True
        epos.prints_after_questions = 2
        assert printer.print_slip(sample_slip()).result is PrintResult.PRINTED
        assert len(epos.texts()) == 1

    def test_job_that_stays_in_the_queue_is_unsure(self, epos: EposPrinter) -> None:
        printer = a_printer(epos, Deadlines(connect=2.0, write=0.3, answer=2.0))
        epos.spools = epos.holds = True
        assert printer.print_slip(sample_slip()).result is PrintResult.UNSURE
        printer.close()

    def test_each_slip_is_a_job_of_its_own(self, epos: EposPrinter, printer: PaperPrinter) -> None:
        epos.spools = True
        results = [printer.print_slip(sample_slip()).result for _ in range(3)]
        assert results == [PrintResult.PRINTED] * 3
        assert len(epos.texts()) == 3
