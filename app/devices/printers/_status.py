"""A printer's answers to DLE EOT, GS r and GS ( H, read out of whatever else it sends.

Bits as in Epson's ESC/POS command reference, which all others follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.printing import PrinterStatus, PrinterWord

QUESTIONS: Final = (1, 2, 3, 4)
_FIXED_BITS: Final = 0x93
_ANSWER: Final = 0x12  # bits 1 and 4 set, bits 0 and 7 clear, in each answer to DLE EOT
_UNASKED: Final = 0x10  # the first of four bytes that an Epson sends by itself on any change
_ID_HEADER: Final = b"\x37\x22"
_ID_LENGTH: Final = 4
_FLOW: Final = (0x11, 0x13)  # XON, XOFF

_OFFLINE_1, _WAITING_1 = 0x08, 0x20
_COVER_2, _FEEDING_2, _PAPER_END_2, _ERROR_2 = 0x04, 0x08, 0x20, 0x40
_CUTTER_3, _FATAL_3, _HEAT_3 = 0x08, 0x20, 0x40
_NEAR_END_4, _END_4 = 0x0C, 0x60

PAPER_QUESTION: Final = b"\x1dr\x01"
"""GS r 1: how is the paper; answered in its turn, once all before it has been dealt with."""
_PAPER_FIXED: Final = 0x90  # bits 4 and 7 are clear in each answer to GS r
_NEAR_END_R, _END_R = 0x03, 0x0C  # two bits each, which are alike

# Why a printer is offline though there is paper and the cover is closed, the plainest reason first.
_REASONS: Final = (
    (2, _FEEDING_2, "its feed button is held"),
    (3, _HEAT_3, "too hot or wrong voltage, it goes on by itself"),
    (3, _FATAL_3, "a fault that needs service"),
    (1, _WAITING_1, "it waits to be set online"),
    (2, _ERROR_2, "it reports an error"),
)


def question(number: int) -> bytes:
    """Return the real-time question DLE EOT `number`."""
    return bytes((0x10, 0x04, number))


def process_id_command(process_id: bytes) -> bytes:
    """Return GS ( H function 48: `process_id` comes back once all before it is printed."""
    return b"\x1d(H\x06\x00\x30\x30" + process_id


class AnswerReader:
    """Sorts received bytes into answers, process ids and what is neither.

    Status that a printer sends unasked (four bytes) and flow control are passed over. A byte counts
    as an answer to GS r only where one is expected, since almost any noise could be one;
    `papers_owed` are those still to come from earlier.

    Thread: printer.
    """

    def __init__(self, papers_owed: int = 0) -> None:
        self._rest = b""
        self._papers_expected = papers_owed
        self.answers: list[int] = []
        self.papers: list[int] = []
        self.process_ids: list[bytes] = []
        self.odd: list[int] = []

    @property
    def heard(self) -> bool:
        """Whether the printer has said anything at all."""
        return bool(self.answers or self.papers or self.process_ids or self.odd)

    def expect_paper(self) -> None:
        """Take one more answer to GS r."""
        self._papers_expected += 1

    def feed(self, data: bytes) -> None:
        """Take what was received; an incomplete sequence waits for the rest of it."""
        self._rest += data
        while self._rest:
            used = self._take_one()
            if not used:
                return
            self._rest = self._rest[used:]

    def _take_one(self) -> int:
        """Sort the first sequence and return its length; 0 when it is not complete yet."""
        first = self._rest[0]
        if first & _FIXED_BITS == _ANSWER:
            self.answers.append(first)
            return 1
        if first in _FLOW:
            return 1
        if first == _ID_HEADER[0]:
            return self._take_process_id()
        if first & _FIXED_BITS == _UNASKED:
            return 4 if len(self._rest) >= 4 else 0
        if self._papers_expected and _is_paper(first):
            self._papers_expected -= 1
            self.papers.append(first)
            return 1
        self.odd.append(first)
        return 1

    def _take_process_id(self) -> int:
        length = len(_ID_HEADER) + _ID_LENGTH + 1
        if len(self._rest) < length and self._rest[:2] in (_ID_HEADER, _ID_HEADER[:1]):
            return 0
        if self._rest[:2] != _ID_HEADER or self._rest[length - 1] != 0:
            self.odd.append(self._rest[0])
            return 1
        self.process_ids.append(self._rest[2 : length - 1])
        return length


def status_of(answers: Mapping[int, int]) -> PrinterStatus:
    """Return what the four `answers` (by question) say; the most pressing trouble first."""
    detail = "DLE EOT " + " ".join(f"{number}:{answers[number]:02x}" for number in QUESTIONS)
    word = _word_of(answers)
    if word is PrinterWord.OFFLINE:
        reasons = (reason for number, bit, reason in _REASONS if answers[number] & bit)
        detail += "".join(f", {reason}" for reason in reasons)
    return PrinterStatus(word, detail=detail)


def paper_status(answer: int) -> PrinterStatus:
    """Return what an answer to GS r 1 says."""
    word = PrinterWord.READY
    if answer & _END_R:
        word = PrinterWord.PAPER_OUT
    elif answer & _NEAR_END_R:
        word = PrinterWord.PAPER_LOW
    return PrinterStatus(word, detail=f"GS r 1:{answer:02x}")


def _is_paper(byte: int) -> bool:
    pairs = byte & _NEAR_END_R, byte & _END_R
    return not byte & _PAPER_FIXED and pairs[0] in (0, _NEAR_END_R) and pairs[1] in (0, _END_R)


def _word_of(answers: Mapping[int, int]) -> PrinterWord:
    state, offline, error, paper = (answers[number] for number in QUESTIONS)
    if offline & _COVER_2:
        return PrinterWord.COVER_OPEN
    if offline & _PAPER_END_2 or paper & _END_4:
        return PrinterWord.PAPER_OUT
    if error & _CUTTER_3:
        return PrinterWord.CUTTER_ERROR
    broken = offline & (_ERROR_2 | _FEEDING_2) or error & (_FATAL_3 | _HEAT_3)
    if broken or state & (_OFFLINE_1 | _WAITING_1):
        return PrinterWord.OFFLINE
    return PrinterWord.PAPER_LOW if paper & _NEAR_END_4 else PrinterWord.READY
