"""Text from outside does no harm on a screen or to a printer."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import plain, plain_lines

ESC, GS = "\x1b", "\x1d"
HOSTILE = [
    ("<b>bold</b> & <script>alert(1)</script>", "<b>bold</b> & <script>alert(1)</script>"),
    (f"cut{GS}V\x00 drawer{ESC}p\x00\x19\xfa", "cut V drawerpú"),
    ("abc\u202edcba\u2066x\u2069", "abcdcbax"),
    ("a\x00b\ud800c\udfffd", "abcd"),
    ("one\r\ntwo\tthree\u2028four\x85five", "one two three four five"),
    ("in\u200bvi\u2060si\ufeffble \u00adtext\u180e", "invisible text"),
    ("tag\U000e0041\U000e007f", "tag"),
    ("\ue000private\U0010ffff", "private"),
    ("  many   spaces \u00a0 ", "many spaces"),
    ("árvíztűrő 👨‍👩‍👧 ñ €", "árvíztűrő 👨‍👩‍👧 ñ €"),
    ("می‌خواهم", "می‌خواهم"),
    ("Z" + "\u0351" * 40 + "algo", "Z" + "\u0351" * 4 + "algo"),
    ("", ""),
    ("\x1b\x1d\x00\u202e", ""),
]
ANY = st.text(st.characters(), max_size=300)


@pytest.mark.parametrize(("hostile", "clean"), HOSTILE)
def test_hostile_text_becomes_plain(hostile: str, clean: str) -> None:
    assert plain(hostile) == clean


def test_ten_kilobytes_are_cut_with_an_ellipsis() -> None:
    cut = plain("x" * 10_000, limit=100)
    assert len(cut) == 100
    assert cut.endswith("x…")
    assert plain("x" * 100, limit=100) == "x" * 100


def test_lines_are_kept_but_not_heaped() -> None:
    assert plain_lines("a\r\n\r\n\r\n\r\nb\x0bc\n") == "a\n\nb\nc"
    assert plain_lines(f"\n\n{ESC}@one\n  two  \n\n") == "@one\ntwo"


def test_too_many_lines_flow_on_in_the_last() -> None:
    assert plain_lines("\n".join("abcdef"), lines=4) == "a\nb\nc\nd e f"


@given(ANY, st.integers(1, 50))
def test_nothing_unseen_gets_through(text: str, limit: int) -> None:
    cleaned = plain(text, limit=limit)
    assert len(cleaned) <= limit
    assert all(
        letter in "\u200c\u200d"
        or unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
        for letter in cleaned
    )
    cleaned.encode()


@given(ANY)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert plain_lines(plain_lines(text)) == plain_lines(text)


@given(ANY, st.integers(1, 20))
def test_lines_are_bounded(text: str, lines: int) -> None:
    assert plain_lines(text, lines=lines).count("\n") < lines
