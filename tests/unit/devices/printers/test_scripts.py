"""Letters of other scripts: their order, their shape, their place."""

from __future__ import annotations

import pytest

from app.devices.printers._bitmap import Bitmap
from app.devices.printers._raster import missing_letters, row_bitmap
from app.devices.printers._rows import TextRow

pytestmark = pytest.mark.usefixtures("qapp")
VAV, SHIN = "\u05d5\u05e9"  # one is thin, the other broad


def columns(bitmap: Bitmap) -> list[int]:
    """How many black dots each column has."""
    found = [0] * bitmap.width
    for start in range(0, len(bitmap.data), bitmap.stride):
        row = bitmap.data[start : start + bitmap.stride]
        for at in range(bitmap.width):
            found[at] += bool(row[at // 8] & (0x80 >> at % 8))
    return found


def drawn(text: str, **row: object) -> list[int]:
    return columns(row_bitmap(TextRow(text, **row), 20, 12))  # type: ignore[arg-type]


def strokes(text: str, **row: object) -> list[list[int]]:
    """The black dots of each column, in groups with white between them, from the left."""
    groups: list[list[int]] = [[]]
    for dots in drawn(text, **row):
        if dots:
            groups[-1].append(dots)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def test_hebrew_stands_at_the_right_edge_and_runs_to_the_left() -> None:
    found = drawn(SHIN + VAV)
    assert not any(found[: len(found) // 2])
    assert any(found[-6:])
    thin, broad = strokes(SHIN + VAV)
    assert len(thin) < len(broad)


def test_numbers_between_hebrew_words_keep_their_order_and_their_side() -> None:
    thin, one, eight, broad = strokes(f"{SHIN} 18 {VAV}")
    assert len(thin) < len(broad)
    assert sum(one) < sum(eight)


def test_hebrew_beside_a_price_stays_in_its_column() -> None:
    found = drawn(SHIN, right="9")
    assert any(found[:14])
    assert not any(found[20 : 19 * 12])


def test_arabic_letters_are_joined() -> None:
    # Beh, beh: one stroke in a word, two apart.
    assert len(strokes("\u0628\u0628")) == 1
    assert len(strokes("\u0628 \u0628")) == 2


def test_wide_letters_stand_in_the_middle_of_two_cells() -> None:
    found = drawn("\u4e00\u4e00")  # one stroke across
    first = [at for at, dots in enumerate(found[:24]) if dots]
    second = [at for at, dots in enumerate(found[24:48]) if dots]
    assert first == second


def test_row_is_never_wider_than_its_cells() -> None:
    for text in ("\ufdfa" * 9, "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 9, "W\u0301" * 20):
        assert len(columns(row_bitmap(TextRow(text), 20, 12))) == 240


def test_what_no_font_has_is_told_and_the_rest_is_not() -> None:
    assert missing_letters([TextRow("Őri \u6f22 \U0001f37a \u0628", "1 €")]) == []
    assert missing_letters([TextRow("a\U00012000", "\U00012000")]) == ["\U00012000"]
    assert drawn("\U00012000") == drawn("?")


def test_script_without_a_font_of_its_own_is_marked_and_qt_stays_silent() -> None:
    """Qt would draw boxes, and complain of each font once; some machine has none of these."""
    for letter in "\u0915\u0860\u0786\u07ca\u0995\u0b95\u1780\u19e0\U000111e1":
        lost = missing_letters([TextRow(letter)])
        assert lost in ([], [letter])
        assert any(drawn(letter))
        assert not lost or sum(drawn(letter)) == sum(drawn("?"))
