"""A day or a shift on paper and in a file: the same figures, in words and for spreadsheets."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from app.devices.printers._rows import TextRow
from app.devices.printers._sheet import lay_out_sheet
from app.domain.book_words import BOOK_WORDS
from app.domain.books_file import COLUMNS, write_books
from app.domain.sheet import SheetKind
from app.usecases.compose_books import compose_books
from app.usecases.desk import Shop
from tests.builders import at
from tests.ui.screens_closing import BOOKS, a_book

ZONE = ZoneInfo("Europe/Budapest")
TITLES = {"cheers": "Cheers"}


def paper(language: str = "en", width: int = 42) -> list[str]:
    sheet = compose_books(BOOKS, Shop(language=language), TITLES, at(24))
    assert sheet.kind is SheetKind.BOOKS
    rows = lay_out_sheet(sheet, width)
    return [row.composed(width).replace("\u00a0", " ") for row in rows if isinstance(row, TextRow)]


def test_the_sheet_says_what_the_day_came_to() -> None:
    rows = paper()
    assert rows[0] == "Day sheet Fri 20 Nov 2026"
    assert "Printed 20 Nov 12:24" in rows
    for left, right in (
        ("61 \u00d7 collected", "402,310 Ft"),
        ("8 \u00d7 still open", "35,200 Ft"),
        ("Card", "231,450 Ft"),
        ("Cash, given back", "\u2212900 Ft"),
        ("Expected", "105,230 Ft"),
        ("Counted", "104,730 Ft"),
        ("Missing", "\u2212500 Ft"),
        ("Handed over unpaid", "1"),
        ("A-31 Cheers", "1,190 Ft"),
        ("Cheers (2 \u00d7)", "34 min"),
    ):
        assert f"{left}{' ' * (42 - len(left) - len(right))}{right}" in rows, left
    assert any(row.startswith("Note: One note of 500") for row in rows)
    assert {"Opened by Anna", "Closed by Béla", "11:50 Béla"} <= set(rows)
    assert any(row.startswith("Drawer opened, no sale") and row.endswith(" 1") for row in rows)
    assert sum("11:50" in row for row in rows) == 1


@pytest.mark.parametrize("language", sorted(BOOK_WORDS))
@pytest.mark.parametrize("width", [32, 42, 48])
def test_no_row_is_wider_than_the_paper(language: str, width: int) -> None:
    rows = paper(language, width)
    assert max(map(len, rows)) <= width
    assert not any("{" in row for row in rows)


def test_a_shift_that_is_open_says_so() -> None:
    books = replace(BOOKS, day=None, shift=a_book(closed=False), shifts=())
    sheet = compose_books(books, Shop(), TITLES, at(24))
    assert sheet.head.endswith("still open")
    assert not any(row.left == "Counted" for row in sheet.rows)


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_the_file_has_every_figure_in_plain_decimals() -> None:
    rows = lines(write_books(BOOKS, ZONE))
    assert tuple(rows[0]) == COLUMNS

    def amount(part: str, name: str, detail: str) -> str:
        key = (part, name, detail)
        (row,) = [row for row in rows if (row["part"], row["name"], row["detail"]) == key]
        return row["amount"]

    assert amount("orders", "cheers", "collected") == "402310.00"
    assert amount("money", "cash", "taken") == "84630.00"
    assert amount("money", "cash", "returned") == "-900.00"
    assert amount("shift", "till-1", "difference") == "-500.00"
    assert amount("paid out", "till-1", MOVES_REASON) == "8500.00"
    minutes = [row["count"] for row in rows if row["detail"] == "vendor minutes"]
    assert minutes == ["34"]
    assert rows[0]["at"] == "2026-11-20T04:00:00+01:00"
    named = {(row["part"], row["detail"]): row["by"] for row in rows if row["by"]}
    assert named == {
        ("shift", "opened"): "Anna",
        ("shift", "closed"): "Béla",
        ("paid out", MOVES_REASON): "Anna",
        ("no sale", ""): "Béla",
    }
    (times,) = [
        row["count"] for row in rows if (row["part"], row["detail"]) == ("no sale", "times")
    ]
    assert times == "1"


def test_who_was_erased_is_named_nowhere() -> None:
    rows = lines(write_books(replace(BOOKS, names={}), ZONE))
    assert not any(row["by"] for row in rows)


MOVES_REASON = BOOKS.movements[1].reason


def test_what_staff_wrote_is_no_formula() -> None:
    book = a_book(closed=True)
    shift = replace(book.shift, note="=1+1")
    moved = replace(book.movements[0], reason="@SUM(A1)")
    books = replace(BOOKS, shifts=(replace(book, shift=shift, movements=(moved,)),))
    rows = lines(write_books(books, ZONE))
    assert {"'=1+1", "'@SUM(A1)"} <= {row["detail"] for row in rows}
