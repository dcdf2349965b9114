"""What a printer's answers mean, and what is no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.printers._status import AnswerReader, paper_status, question, status_of
from app.domain.printing import PrinterWord

WELL = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({}, PrinterWord.READY),
        ({1: 0x16}, PrinterWord.READY),  # the drawer is open
        ({4: 0x1E}, PrinterWord.PAPER_LOW),
        ({4: 0x72}, PrinterWord.PAPER_OUT),
        ({4: 0x7E}, PrinterWord.PAPER_OUT),
        ({1: 0x1A, 2: 0x32}, PrinterWord.PAPER_OUT),
        ({1: 0x1A, 2: 0x16}, PrinterWord.COVER_OPEN),
        ({1: 0x1A, 2: 0x16, 4: 0x7E}, PrinterWord.COVER_OPEN),
        ({1: 0x1A, 2: 0x52, 3: 0x1A}, PrinterWord.CUTTER_ERROR),
        ({1: 0x1A}, PrinterWord.OFFLINE),
        ({1: 0x32}, PrinterWord.OFFLINE),
        ({2: 0x1A}, PrinterWord.OFFLINE),
        ({2: 0x52}, PrinterWord.OFFLINE),
        ({3: 0x32}, PrinterWord.OFFLINE),
        ({3: 0x52}, PrinterWord.OFFLINE),
        ({1: 0x1A, 4: 0x1E}, PrinterWord.OFFLINE),
    ],
)
def test_most_pressing_trouble_is_the_word(changes: dict[int, int], word: PrinterWord) -> None:
    assert status_of(WELL | changes).word is word


def test_detail_holds_the_bytes_for_the_log() -> None:
    assert status_of(WELL | {4: 0x7E}).detail == "DLE EOT 1:12 2:12 3:12 4:7e"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({1: 0x1A, 2: 0x1A}, "its feed button is held"),
        ({1: 0x1A, 2: 0x52, 3: 0x52}, "it goes on by itself, it reports an error"),
        ({1: 0x1A, 2: 0x52, 3: 0x32}, "a fault that needs service, it reports an error"),
        ({1: 0x32}, "it waits to be set online"),
    ],
)
def test_detail_of_an_offline_printer_tells_why(changes: dict[int, int], reason: str) -> None:
    assert status_of(WELL | changes).detail.endswith(reason)


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        (0x00, PrinterWord.READY),
        (0x03, PrinterWord.PAPER_LOW),
        (0x0C, PrinterWord.PAPER_OUT),
        (0x0F, PrinterWord.PAPER_OUT),
        (0x60, PrinterWord.READY),  # bits 5 and 6 mean nothing
    ],
)
def test_answer_to_gs_r_tells_of_the_paper(answer: int, word: PrinterWord) -> None:
    reader = AnswerReader()
    reader.expect_paper()
    reader.feed(bytes((answer,)))
    assert (reader.papers, reader.odd) == ([answer], [])
    assert paper_status(answer).word is word
    assert paper_status(answer).detail == f"GS r 1:{answer:02x}"


@pytest.mark.parametrize("byte", [0x01, 0x02, 0x04, 0x08, 0x80, 0x83, 0xFF])
def test_byte_without_the_fixed_bits_is_no_answer_to_gs_r(byte: int) -> None:
    reader = AnswerReader()
    reader.expect_paper()
    reader.feed(bytes((byte,)))
    assert (reader.papers, reader.odd) == ([], [byte])


def test_answer_to_gs_r_that_nobody_expects_is_odd() -> None:
    reader = AnswerReader()
    reader.expect_paper()
    reader.feed(b"\x00\x12\x00")
    assert (reader.papers, reader.answers, reader.odd) == ([0x00], [0x12], [0x00])


def test_answers_to_gs_r_still_owed_are_not_odd() -> None:
    reader = AnswerReader(papers_owed=2)
    reader.feed(b"\x00\x03\x12")
    assert (reader.papers, reader.answers, reader.odd) == ([0x00, 0x03], [0x12], [])
    assert reader.heard


def test_question_is_the_real_time_command() -> None:
    assert question(4) == b"\x10\x04\x04"


@pytest.mark.parametrize("byte", [0x00, 0x02, 0x55, 0x80, 0x92, 0xFF, 0x3F, 0x41])
def test_byte_without_the_fixed_bits_is_no_answer(byte: int) -> None:
    reader = AnswerReader()
    reader.feed(bytes((byte,)))
    assert (reader.answers, reader.odd) == ([], [byte])


def test_unasked_status_and_flow_control_are_passed_over() -> None:
    reader = AnswerReader()
    reader.feed(b"\x11\x10\x00\x00\x0f\x13\x12")
    assert (reader.answers, reader.odd, reader.process_ids) == ([0x12], [], [])


def test_unasked_status_in_pieces_is_waited_for() -> None:
    reader = AnswerReader()
    for piece in (b"\x14", b"\x02\x00", b"\x0f\x16"):
        reader.feed(piece)
    assert (reader.answers, reader.odd) == ([0x16], [])


def test_process_id_is_read_in_pieces_and_among_answers() -> None:
    reader = AnswerReader()
    for piece in (b"\x12\x37", b'"A1', b"B2", b"\x00\x1e"):
        reader.feed(piece)
    assert (reader.answers, reader.process_ids, reader.odd) == ([0x12, 0x1E], [b"A1B2"], [])


def test_process_id_without_its_end_is_odd() -> None:
    reader = AnswerReader()
    reader.feed(b'7"ABCDE')
    assert reader.process_ids == []
    assert reader.odd


@given(st.lists(st.binary(max_size=12), max_size=12))
def test_any_bytes_in_any_pieces_are_sorted_alike(pieces: list[bytes]) -> None:
    apart, whole = AnswerReader(), AnswerReader()
    for piece in pieces:
        apart.feed(piece)
    whole.feed(b"".join(pieces))
    assert apart.answers == whole.answers
    assert apart.process_ids == whole.process_ids
    assert apart.odd == whole.odd
    assert all(answer & 0x93 == 0x12 for answer in whole.answers)
