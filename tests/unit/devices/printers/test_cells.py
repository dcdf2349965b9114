"""Breaking text into rows of cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.printers._cells import cells, clusters, split_at, wrap


def test_wide_letters_take_two_cells_and_marks_none() -> None:
    assert cells("a\u6f22\U0001f37a") == 5
    assert cells("e\u0301\u200d") == 1


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrap("sour cream and cheese", 10, rows=9) == ["sour cream", "and cheese"]


def test_long_word_is_broken_at_the_end_of_the_row() -> None:
    assert wrap("a abcdefghijkl", 5, rows=9) == ["a", "abcde", "fghij", "kl"]


def test_long_word_is_rather_broken_after_its_hyphen() -> None:
    assert wrap("Szentgyörgyi-Horváth Bálint", 16, rows=9) == ["Szentgyörgyi-", "Horváth Bálint"]


def test_what_is_left_out_is_marked() -> None:
    assert wrap("one two three four", 5, rows=2) == ["one", "two…"]
    assert wrap("aaaaabbbbbccccc", 5, rows=2) == ["aaaaa", "bbbb…"]


def test_letter_wider_than_the_row_still_moves_on() -> None:
    assert split_at("\u6f22\u5b57", 1) == ("\u6f22", "\u5b57")


@given(st.text(max_size=200), st.integers(3, 60), st.integers(1, 10))
def test_rows_never_exceed_paper_or_number(text: str, room: int, rows: int) -> None:
    wrapped = wrap(text, room, rows=rows)
    assert len(wrapped) <= rows
    assert all(cells(row) <= room for row in wrapped)


@given(st.text(alphabet="abc \u6f22", max_size=200), st.integers(2, 60))
def test_nothing_is_lost_where_there_is_room(text: str, room: int) -> None:
    assert "".join(wrap(text, room, rows=1000)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),  # a family is one sign
        ("\U0001f44d\U0001f3fd", 2),  # and so is a thumb with its skin
        ("\U0001f1ed\U0001f1fa", 2),  # and a flag
        ("\u2764\ufe0f", 2),  # a heart that is to be coloured
        ("\u0915\u094d\u0937", 2),  # two joined letters
        ("\u0939\u093f", 2),
        ("o\u0308", 1),
    ],
)
def test_what_is_one_sign_is_never_broken(text: str, width: int) -> None:
    assert cells(text) == width
    assert list(clusters(f"a{text}b")) == ["a", text, "b"]
    assert split_at(f"a{text}{text}", 1 + width) == (f"a{text}", text)


def test_two_flags_are_two_signs() -> None:
    flags = "\U0001f1ed\U0001f1fa\U0001f1e9\U0001f1ea"
    assert list(clusters(flags)) == [flags[:2], flags[2:]]
