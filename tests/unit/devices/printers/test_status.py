"""What a printer's answers mean, and what is no answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.printers._status import AnswerReader, question, status_of
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
