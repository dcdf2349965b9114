"""Bytes and pictures come from the one layout, whatever the slip and the paper."""

from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.devices.printers._bitmap import Bitmap, bitmap_of
from app.devices.printers._cells import cells
from app.devices.printers._escpos import known_profiles
from app.devices.printers._layout import lay_out
from app.devices.printers._paper import Paper
from app.devices.printers._raster import row_bitmap
from app.devices.printers._render import render
from app.devices.printers._rows import Align, QrRow, TextRow
from app.devices.printers._writer import _without_orders
from app.domain.slip import LineKind, Slip, SlipLine
from app.domain.text import plain
from tests.sample_slips import hostile_slip, long_slip, sample_slip
from tests.sinks.escpos_reader import Command, Letters, Picture, read_slip

pytestmark = pytest.mark.usefixtures("qapp")
any_text = st.text(max_size=60)
slips = st.builds(
    Slip,
    number=st.text(min_size=1, max_size=20),
    shop=any_text,
    vendor=any_text,
    moment=any_text,
    footer=any_text,
    code=st.just("PULT-7Q4K-20A6"),
    code_text=any_text,
    bar=any_text,
    headline=any_text,
    vendor_number=any_text,
    number_of=any_text,
    who=any_text,
    comment=st.text(max_size=400),
    facts=st.tuples(any_text),
    to_pay=st.none() | st.tuples(any_text, any_text),
    lines=st.lists(
        st.builds(
            SlipLine, st.sampled_from(LineKind), any_text, any_text, st.integers(0, 99), any_text
        ),
        max_size=5,
    ).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips, st.sampled_from([16, 32, 42, 48, 96]), st.sampled_from(["TM-T88V", "TM-U220B"]))
def test_any_slip_becomes_clean_bytes_with_one_cut(slip: Slip, width: int, profile: str) -> None:
    parts = read_slip(render(slip, Paper(profile, width)).data)
    assert [part.name for part in parts if isinstance(part, Command)].count("cut") == 1
    for part in parts:
        if isinstance(part, Letters):
            assert len(part.text) * part.style.wide <= width
        if isinstance(part, Picture):
            assert part.width <= (width * 12 + 7) // 8 * 8


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(slips, st.integers(16, 96))
def test_no_row_is_wider_than_the_paper(slip: Slip, width: int) -> None:
    for row in lay_out(slip, width):
        if isinstance(row, TextRow):
            assert cells(row.composed(width)) * row.wide <= width
            assert 1 <= row.wide <= 8 and 1 <= row.tall <= 8


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.integers(16, 96))
def test_no_name_or_amount_is_lost_beside_the_other(text: str, width: int) -> None:
    line = SlipLine(LineKind.ITEM, f"{text} end-of-name", "12,345,678 Ft", quantity=2)
    rows = [row for row in lay_out(replace(sample_slip(), lines=(line,)), width)]
    texts = [row.left + row.right for row in rows if isinstance(row, TextRow)]
    flat = "".join("".join(texts).split())
    for word in (*plain(text).split(), "end-of-name"):
        assert unicodedata.normalize("NFC", word) in flat.replace("12,345,678Ft", "")
    assert "12,345,678Ft" in flat


def test_number_is_24_mm_tall_where_there_is_room_and_as_tall_as_can_be_where_not() -> None:
    for number, width, size in (
        ("A-42", 32, (8, 8)),
        ("A-42", 16, (4, 8)),
        ("A-1042", 32, (5, 8)),
        ("ORD-2026-000017", 42, (2, 4)),
    ):
        rows = lay_out(replace(sample_slip(), number=number), width)
        [row] = [row for row in rows if isinstance(row, TextRow) and row.left == number]
        assert (row.wide, row.tall) == size


def test_page_is_told_again_after_each_change_of_size() -> None:
    parts = read_slip(render(sample_slip("hu"), Paper("TM-T88V", 42)).data)
    told = False
    for part in parts:
        if isinstance(part, Command) and part.value.startswith(b"\x1d!"):
            told = False
        elif isinstance(part, Command) and part.value.startswith(b"\x1bt"):
            told = True
        elif isinstance(part, Letters) and not part.text.isascii():
            assert told, part.text


def test_page_is_never_changed_within_a_line() -> None:
    slip = replace(sample_slip("hu"), who="Ñandú", comment="Œuf ő €\nÑ\nő")
    data = render(slip, Paper("TM-T88V", 42)).data
    for place in range(len(data)):
        if data[place : place + 2] == b"\x1bt":
            before = read_slip(data[:place])
            letters = [part for part in before if isinstance(part, Letters)]
            assert not letters or letters[-1].ended


def test_shops_own_lines_stand_above_the_number_and_at_the_end() -> None:
    slip = replace(sample_slip(), top=("Szia!", "Wi-Fi: pult"), bottom=("Köszönjük",))
    texts = [row.left for row in lay_out(slip, 42) if isinstance(row, TextRow)]
    assert texts[:4] == ["Front counter", "Szia!", "Wi-Fi: pult", "A-42"]
    assert texts[-2:] == ["Köszönjük", "Not a receipt"]


def test_slip_without_its_code_has_neither_squares_nor_room_for_them() -> None:
    rows = lay_out(replace(sample_slip(), code="", code_text=""), 42)
    assert not [row for row in rows if isinstance(row, QrRow)]


@pytest.mark.parametrize("profile", known_profiles())
def test_every_profile_gets_every_slip(profile: str) -> None:
    for slip in (sample_slip("hu"), long_slip(3), hostile_slip()):
        assert render(slip, Paper(profile, 42)).data.startswith(b"\x1b@\x1c.")


def test_model_without_cutter_gets_paper_to_tear() -> None:
    data = render(sample_slip(), Paper("POS-5890", 32)).data
    assert b"\x1dV" not in data
    assert data.endswith(b"\x1bJ\x78")


def test_model_without_pictures_marks_and_names_what_is_missing() -> None:
    data = render(replace(sample_slip(), who="Őri \u6f22"), Paper("TM-U220B", 42)).data
    assert b"?ri ?\n" in data
    assert b"? = U+0150 U+6F22\n" in data


def test_mark_that_cannot_be_printed_takes_its_letter_with_it() -> None:
    rendered = render(replace(sample_slip(), who="x\u0302y \u2019"), Paper("TM-U220B", 42))
    assert b"?y '\n" in rendered.data
    assert rendered.lost == 1


def test_pictures_hold_no_real_time_order() -> None:
    dots = bytes(range(256)) + b"\x10\x04\x01\x10\x14\x02\x10\x05\x10\x10\x04"
    safe = _without_orders(dots)
    assert len(safe) == len(dots)
    assert not [order for order in (b"\x10\x04", b"\x10\x05", b"\x10\x14") if order in safe]


def test_take_away_stands_two_blanks_after_the_name() -> None:
    rows = [row for row in lay_out(sample_slip(), 42) if isinstance(row, TextRow)]
    assert "1x Wheat beer 0.3 l  TAKE-AWAY" in [row.left for row in rows]


def test_the_vendor_of_an_equal_number_stands_large_below_it_in_white_on_black() -> None:
    slip = replace(sample_slip(), number="A-42", number_of="Cheers")
    texts = [row for row in lay_out(slip, 42) if isinstance(row, TextRow)]
    place = next(at for at, row in enumerate(texts) if row.left == "A-42")
    vendor = texts[place + 1]
    assert (vendor.left, vendor.wide, vendor.tall, vendor.inverse) == ("Cheers", 2, 2, True)
    plain = [row for row in lay_out(sample_slip(), 42) if isinstance(row, TextRow)]
    assert len(texts) == len(plain) + 1


def test_what_was_added_goes_on_below_its_own_text() -> None:
    extra = SlipLine(LineKind.DETAIL, "+ oat milk instead of cow's milk", "150 Ft")
    item = SlipLine(LineKind.ITEM, "Espresso", "650 Ft", quantity=1)
    rows = lay_out(replace(sample_slip(), lines=(item, extra)), 32)
    lines = [row.composed(32) for row in rows if isinstance(row, TextRow) and row.indent]
    assert lines == ["   + oat milk instead of  150 Ft", "     cow's milk"]


def test_name_beside_a_wide_price_goes_on_over_the_whole_width() -> None:
    line = SlipLine(LineKind.ITEM, "Slow roasted pork belly, apple", "12,345,678 Ft", quantity=1)
    rows = lay_out(replace(sample_slip(), lines=(line,)), 32)
    lines = [row.composed(32) for row in rows if isinstance(row, TextRow) and row.bold]
    assert lines[1:3] == ["1x Slow roasted    12,345,678 Ft", "   pork belly, apple"]


def test_amount_too_long_to_stand_beside_keeps_all_its_digits() -> None:
    line = SlipLine(LineKind.ITEM, "Lager", "1,234,567,890.00 Ft", quantity=1)
    slip = replace(sample_slip(), lines=(line,), to_pay=("TO PAY", "1,234,567,890.00 Ft"))
    texts = [row.left + row.right for row in lay_out(slip, 20) if isinstance(row, TextRow)]
    assert texts.count("1,234,567,890.00 Ft") == 2


def test_row_in_the_middle_is_drawn_in_the_middle() -> None:
    # A letter that every machine has a font for: the box shown for others has a width of its own.
    row = TextRow("\u0416", align=Align.CENTER, wide=2, tall=2)
    bitmap = row_bitmap(row, 42, 12)
    columns = ink_columns(bitmap)
    assert (bitmap.width, bitmap.height) == (504, 48)
    assert abs((min(columns) + max(columns)) / 2 - 252) < 8


def test_white_on_black_row_is_mostly_black() -> None:
    bitmap = row_bitmap(TextRow("\u6f22", inverse=True), 42, 12)
    assert sum(byte.bit_count() for byte in bitmap.data) > 504 * 24 * 0.9


def test_emoji_is_neither_white_nor_a_block() -> None:
    bitmap = row_bitmap(TextRow("\U0001f37a"), 42, 12)
    black = sum(byte.bit_count() for byte in bitmap.data)
    assert 40 < black < 24 * 24 * 0.8


def test_rows_are_drawn_alike_on_other_threads() -> None:
    row = TextRow("Őri \u6f22\u5b57 \u0639\u0631\u0628", "1 €", bold=True)
    expected = row_bitmap(row, 42, 12)
    with ThreadPoolExecutor(2) as threads:
        drawn = list(threads.map(lambda _: row_bitmap(row, 42, 12), range(20)))
    assert drawn == [expected] * 20


def test_squares_become_dots_and_white_columns_go() -> None:
    bitmap = bitmap_of([[True, False], [False, True]], 3, left=1)
    assert bitmap == Bitmap(7, 6, bytes([0b01110000] * 3 + [0b00001110] * 3))
    assert Bitmap(24, 1, b"\x01\x80\x00").trimmed() == Bitmap(16, 1, b"\x01\x80")


def ink_columns(bitmap: Bitmap) -> list[int]:
    found: set[int] = set()
    for start in range(0, len(bitmap.data), bitmap.stride):
        row = bitmap.data[start : start + bitmap.stride]
        found |= {at for at in range(bitmap.width) if row[at // 8] & (0x80 >> at % 8)}
    return sorted(found)
