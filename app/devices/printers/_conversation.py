"""What is said to a printer and what its answers are worth, whatever the wire between."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from app.devices.printers._memory import PrinterMemory
from app.devices.printers._models import tells_process_id
from app.devices.printers._render import RenderedSlip
from app.devices.printers._status import (
    PAPER_QUESTION,
    QUESTIONS,
    AnswerReader,
    paper_status,
    process_id_command,
    question,
    status_of,
)
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult

_log = logging.getLogger(__name__)
_DOTS_PER_SECOND: Final = 8 * 150  # a usual printer: 8 dots a millimetre, 150 mm a second
_SILENT_SECONDS: Final = 0.3  # for a printer that has been silent before
_QUIET_SECONDS: Final = 0.15  # after which no old answer follows any more
_ID_LETTERS: Final = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Answers(StrEnum):
    """Whether a printer is expected to answer."""

    AUTO = "auto"
    YES = "yes"
    NO = "no"


class ChannelTrouble(Exception):
    """The wire failed; `taken` is how many bytes of the write under way had left."""

    def __init__(self, word: PrinterWord, detail: str, *, taken: int = 0) -> None:
        super().__init__(detail)
        self.status = PrinterStatus(word, detail=detail)
        self.taken = taken


class Channel(Protocol):
    """An open wire to a printer; deadlines are points in `time.monotonic`.

    `two_way` tells whether anything can come back at all.
    """

    two_way: bool

    def write(self, data: bytes) -> None:
        """Write all of `data` in the time this printer is given, or raise ChannelTrouble."""
        ...

    def read(self, deadline: float) -> bytes:
        """Return what comes next, nothing at the deadline; raise ChannelTrouble when closed."""
        ...

    def finish(self, deadline: float) -> None:
        """Say that no more comes and wait for the far end to agree; a reset raises."""
        ...


@dataclass(slots=True)
class Known:
    """What is known of one printer; None means not found out yet.

    `papers_owed` are the questions by GS r that it has not answered: it does so once it can go on.
    """

    answers: bool | None = None
    real_time: bool | None = None  # DLE EOT; False: it is silent to it and answers GS r
    paper: bool | None = None  # GS r; False: it does not answer it
    process_id: bool | None = None  # False: it will not tell
    papers_owed: int = 0


class Conversation:
    """Asks one printer, sends it a slip, and counts as printed only what it confirms.

    DLE EOT is asked first: it is answered at once, also by a printer that is offline. A printer
    that is silent to it may answer GS r. `learned` hears each time it becomes known whether the
    printer answers at all.

    Thread: printer.
    """

    def __init__(
        self,
        answers: Answers,
        seconds: float,
        known: Known,
        learned: Callable[[bool], None] | None = None,
    ) -> None:
        self._mode = answers
        self._seconds = seconds
        self._known = known
        self._learned = learned

    def ask(self, channel: Channel) -> PrinterStatus:
        """Return how the printer is; ChannelTrouble when the wire fails meanwhile."""
        return self._ask(channel, before_slip=False)

    def _ask(self, channel: Channel, *, before_slip: bool) -> PrinterStatus:
        if self._mode is Answers.NO:
            return PrinterStatus(PrinterWord.READY, answers=False, detail="not asked")
        if not channel.two_way:
            return self._of_one_way()
        reader = AnswerReader(self._known.papers_owed)
        status = self._either_way(channel, reader, before_slip)
        if status.word is not PrinterWord.NOT_ANSWERING:
            self._learn(True)
            self._let_old_answers_pass(channel)
        elif self._may_be_silent and not reader.heard:
            self._learn(False)
            return PrinterStatus(PrinterWord.READY, answers=False, detail=status.detail)
        return status

    def print(self, channel: Channel, slip: RenderedSlip) -> PrintOutcome:
        """Ask, send `slip`, ask again; raises nothing."""
        try:
            status = self._ask(channel, before_slip=True)
        except ChannelTrouble as trouble:
            return PrintOutcome(PrintResult.NOT_STARTED, trouble.status)
        if not status.word.can_print:
            return PrintOutcome(PrintResult.NOT_STARTED, status)
        process_id = self._new_process_id() if status.answers else b""
        try:
            channel.write(slip.data + (process_id_command(process_id) if process_id else b""))
        except ChannelTrouble as trouble:
            result = PrintResult.UNSURE if trouble.taken else PrintResult.NOT_STARTED
            return PrintOutcome(result, trouble.status)
        try:
            return self._fence(channel, slip, process_id, status)
        except ChannelTrouble as trouble:
            return PrintOutcome(PrintResult.UNSURE, trouble.status)

    # -------------------------------------------------------------------------------- private

    @property
    def _may_be_silent(self) -> bool:
        return self._mode is Answers.AUTO and not self._known.answers

    def _of_one_way(self) -> PrinterStatus:
        detail = "nothing can be read from it here"
        if self._mode is Answers.YES:
            return _not_answering(detail)
        return PrinterStatus(PrinterWord.READY, answers=False, detail=detail)

    def _either_way(
        self, channel: Channel, reader: AnswerReader, before_slip: bool
    ) -> PrinterStatus:
        patience = self._seconds
        met_silent = self._may_be_silent and self._known.answers is False
        if met_silent:
            patience = min(patience, _SILENT_SECONDS)
        ways = [self._question, self._paper]
        if self._known.real_time is False:
            ways.reverse()
        elif self._known.real_time or (met_silent and not before_slip):
            ways.pop()  # a printer that has never said a word is not bothered with GS r while idle
        status = _not_answering("")
        for way in ways:
            before = status.detail
            status = way(channel, reader, time.monotonic() + patience)
            if status.word is not PrinterWord.NOT_ANSWERING:
                self._known.real_time = way == self._question
            if reader.heard:
                return status
            status = _not_answering(f"{before}, {status.detail}" if before else status.detail)
        return status

    def _question(self, channel: Channel, reader: AnswerReader, deadline: float) -> PrinterStatus:
        """Ask all four questions one after the other, so that no answer is taken for another."""
        answers: dict[int, int] = {}
        for number in QUESTIONS:
            before = len(reader.answers)
            channel.write(question(number))
            while len(reader.answers) == before:
                received = channel.read(deadline)
                reader.feed(received)
                if reader.odd:
                    return _not_answering(f"odd answer {reader.odd[0]:02x} to DLE EOT {number}")
                if not received:
                    return _not_answering(f"no answer to DLE EOT {number}")
            answers[number] = reader.answers[-1]
        return status_of(answers)

    def _paper(self, channel: Channel, reader: AnswerReader, deadline: float) -> PrinterStatus:
        """Ask by GS r, which stands in the queue behind all that was sent before."""
        before = len(reader.papers)
        reader.expect_paper()
        channel.write(PAPER_QUESTION)
        while len(reader.papers) == before:
            received = channel.read(deadline)
            reader.feed(received)
            if reader.odd:
                return _not_answering(f"odd answer {reader.odd[0]:02x} to GS r 1")
            if not received:
                self._known.papers_owed += 1
                return _not_answering("no answer to GS r 1")
        return paper_status(reader.papers[-1])

    def _let_old_answers_pass(self, channel: Channel) -> None:
        """Hear out what a printer that goes on again still owes, lest it be taken for news."""
        until = time.monotonic() + self._seconds
        while self._known.papers_owed and time.monotonic() < until:
            if not channel.read(time.monotonic() + _QUIET_SECONDS):
                self._known.papers_owed = 0

    def _fence(
        self, channel: Channel, slip: RenderedSlip, process_id: bytes, before: PrinterStatus
    ) -> PrintOutcome:
        deadline = time.monotonic() + self._seconds + slip.dots / _DOTS_PER_SECOND
        if not before.answers:
            channel.finish(time.monotonic() + min(self._seconds, 1.0))
            return PrintOutcome(PrintResult.SENT, before)
        reader = AnswerReader()
        status = before
        if self._known.real_time:
            status = self._question(channel, reader, deadline)
            if not status.word.can_print:
                return PrintOutcome(PrintResult.UNSURE, status)
        if process_id and self._comes_back(channel, reader, process_id, deadline):
            return PrintOutcome(PrintResult.PRINTED, status)
        if process_id:
            if self._known.process_id:
                lost = _not_answering("the process id did not come back")
                return PrintOutcome(PrintResult.UNSURE, lost)
            self._known.process_id = False
            _log.info("no process ids", extra={"event": "printer_has_no_process_id"})
            deadline = time.monotonic() + self._seconds
        status = self._fence_without_process_id(channel, reader, slip, deadline)
        result = PrintResult.PRINTED if status.word.can_print else PrintResult.UNSURE
        return PrintOutcome(result, status)

    def _fence_without_process_id(
        self, channel: Channel, reader: AnswerReader, slip: RenderedSlip, deadline: float
    ) -> PrinterStatus:
        """Ask by GS r behind the cut, where it is answered, and by DLE EOT last."""
        if self._known.paper is False:
            self._listen(channel, reader, time.monotonic() + slip.dots / _DOTS_PER_SECOND)
            return self._question(channel, reader, time.monotonic() + self._seconds)
        paper = self._paper(channel, reader, deadline)
        answered = paper.word is not PrinterWord.NOT_ANSWERING
        trouble = not paper.word.can_print and (answered or self._known.paper or reader.odd)
        if trouble or not self._known.real_time:
            return paper
        status = self._question(channel, reader, time.monotonic() + self._seconds)
        if status.word.can_print:
            self._known.paper = answered  # silent though nothing stops it: it knows no GS r
        return status

    def _comes_back(
        self, channel: Channel, reader: AnswerReader, process_id: bytes, deadline: float
    ) -> bool:
        while process_id not in reader.process_ids:
            received = channel.read(deadline)
            if not received:
                return False
            reader.feed(received)
        self._known.process_id = True
        return True

    def _listen(self, channel: Channel, reader: AnswerReader, until: float) -> None:
        """Give the paper time to come out: DLE EOT is answered at once, printed or not."""
        while received := channel.read(until):
            reader.feed(received)

    def _new_process_id(self) -> bytes:
        if self._known.process_id is False:
            return b""
        return bytes(secrets.choice(_ID_LETTERS) for _ in range(4))

    def _learn(self, answers: bool) -> None:
        if self._mode is not Answers.AUTO or self._known.answers is answers:
            return
        self._known.answers = answers
        if self._learned is not None:
            self._learned(answers)


def _not_answering(detail: str) -> PrinterStatus:
    return PrinterStatus(PrinterWord.NOT_ANSWERING, detail=detail)


def conversation(
    answers: Answers, seconds: float, profile: str, memory: PrinterMemory | None
) -> Conversation:
    """Return the conversation with a printer of this profile, with what is remembered of it."""
    memory = memory or PrinterMemory()
    known = Known(memory.answers, process_id=None if tells_process_id(profile) else False)
    return Conversation(answers, seconds, known, memory.answers_learned)
