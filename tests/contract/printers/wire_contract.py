"""What printers on a cable keep besides: every fault that a cable and its far end can have."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from app.devices.printers._conversation import Answers
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers._wire import Deadlines
from app.domain.printing import PrinterWord, PrintResult
from tests.contract.printers.printer_contract import PrinterContract, Rig
from tests.sample_slips import long_slip, sample_slip
from tests.sinks.printer_sink import PrinterSink

PATIENT = Deadlines(connect=5.0, write=10.0, answer=5.0)
# Also for a printer that says nothing.
RIG = replace(PATIENT, answer=1.5)
HASTY = Deadlines(connect=2.0, write=0.3, answer=0.2)
IN_TIME = 6.0  # seconds, also on a slow machine; what nobody ends lasts longer


@dataclass
class SinkPaper:
    """The far end, as the contract sees it."""

    sink: PrinterSink

    def texts(self) -> list[str]:
        return [self.sink.text(place) for place in range(len(self.sink.slips))]

    def suffer(self, word: PrinterWord) -> None:
        if word is PrinterWord.NOT_REACHABLE:
            self.sink.refuse()
        else:
            self.sink.become("silent" if word is PrinterWord.NOT_ANSWERING else word.value)

    def recover(self) -> None:
        self.sink.become("ready")
        if self.sink.refusing:
            self.sink.accept_again()


@dataclass
class Cable:
    """A sink and how a printer at it is built; keyword arguments are those of its kind."""

    sink: PrinterSink
    build: Callable[..., PaperPrinter]
    given: dict[str, Any] = field(
        default_factory=lambda: {"paper": Paper("TM-T88V", 42), "deadlines": PATIENT}
    )

    def printer(self, **changes: Any) -> PaperPrinter:
        return self.build(**(self.given | changes))


class WireContract(PrinterContract, ABC):
    @abstractmethod
    @pytest.fixture
    def cable(self) -> Cable: ...

    @pytest.fixture
    def rig(self, cable: Cable) -> Rig:
        return Rig(cable.printer(deadlines=RIG), SinkPaper(cable.sink))

    def test_missing_printer_says_so(self, cable: Cable) -> None:
        cable.sink.refuse()
        outcome = cable.printer().print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_REACHABLE
        assert outcome.status.detail

    def test_printer_unplugged_in_the_middle_is_unsure(self, cable: Cable) -> None:
        cable.sink.close_after = 300
        outcome = cable.printer().print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.NOT_REACHABLE
        assert "went away" in outcome.status.detail
        cable.sink.close_after = None
        cable.sink.accept_again()
        assert cable.printer().print_slip(sample_slip()).result is PrintResult.PRINTED

    def test_printer_that_goes_after_the_last_byte_is_unsure(self, cable: Cable) -> None:
        cable.sink.closes_at_cut = True
        outcome = cable.printer().print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert len(cable.sink.slips) == 1

    def test_printer_that_hangs_at_the_end_is_unsure(self, cable: Cable) -> None:
        printer = cable.printer(deadlines=HASTY, memory=PrinterMemory(answers=True))
        cable.sink.at_byte(1, "silent")
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.NOT_ANSWERING

    def test_printer_that_never_reads_is_given_up_in_time(self, cable: Cable) -> None:
        cable.sink.reads = False
        slip = replace(long_slip(10), lines=long_slip(10).lines * 300)
        printer = cable.printer(deadlines=HASTY, answers=Answers.NO)
        outcome = printer.print_slip(slip)
        assert outcome.result in (PrintResult.UNSURE, PrintResult.NOT_STARTED)
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert "bytes" in outcome.status.detail

    def test_slow_reader_within_the_deadline_prints(self, cable: Cable) -> None:
        cable.sink.bytes_per_second = 6000
        deadlines = Deadlines(connect=1, write=8, answer=8)
        outcome = cable.printer(deadlines=deadlines).print_slip(sample_slip())
        assert outcome.result is PrintResult.PRINTED

    def test_silent_printer_is_believed_unless_it_ever_answered(self, cable: Cable) -> None:
        cable.sink.become("silent")
        assert cable.printer(deadlines=HASTY).print_slip(sample_slip()).result is PrintResult.SENT
        known = PrinterMemory(answers=True)
        outcome = cable.printer(deadlines=HASTY, memory=known).print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert outcome.status.detail == "no answer to DLE EOT 1, no answer to GS r 1"

    def test_garbage_is_no_answer(self, cable: Cable) -> None:
        cable.sink.become("garbage")
        outcome = cable.printer().print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert outcome.status.detail.startswith("odd answer 55")

    def test_paper_that_ends_in_the_middle_is_unsure(self, cable: Cable) -> None:
        cable.sink.at_byte(300, "paper out")
        outcome = cable.printer().print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.PAPER_OUT

    def test_answers_of_earlier_questions_are_not_taken_for_new_ones(self, cable: Cable) -> None:
        cable.sink.answer_delay = 0.5
        printer = cable.printer(deadlines=HASTY, memory=PrinterMemory(answers=True))
        assert printer.ask().word is PrinterWord.NOT_ANSWERING
        cable.sink.answer_delay = 0.0
        cable.sink.become("paper out")
        cable.sink.wait_until(lambda: not cable.sink.still_to_say, what="the late answers")
        printer = cable.printer(memory=PrinterMemory(answers=True))
        assert printer.ask().word is PrinterWord.PAPER_OUT
