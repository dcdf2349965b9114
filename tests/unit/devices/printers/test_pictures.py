"""Whole slips as pictures: what reaches the paper, and how many bytes it takes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.devices.printers._bands import bands
from app.devices.printers._bitmap import Bitmap
from app.devices.printers._paper import ENOUGH_FOR_PICTURES, Paper
from app.devices.printers._render import render, render_sheet
from app.domain.sheet import Sheet, SheetKind
from tests.sample_slips import CODE, hostile_slip, long_slip, sample_slip
from tests.sinks.escpos_reader import Command, Letters, Picture, Qr, read_slip
from tests.sinks.paper_picture import paper_of, read_by_zbarimg

pytestmark = pytest.mark.usefixtures("qapp")
PICTURE = Paper("TM-T88V", 42, as_picture=True)


@pytest.mark.parametrize("make", [sample_slip, lambda: long_slip(40), hostile_slip])
@pytest.mark.parametrize(("profile", "width"), [("TM-T88V", 42), ("POS-5890", 32)])
def test_slip_is_pictures_alone_and_at_most_six_tenths_of_its_bitmap(
    profile: str, width: int, make: object
) -> None:
    rendered = render(make(), Paper(profile, width, as_picture=True))  # type: ignore[operator]
    parts = read_slip(rendered.data)
    assert not [part for part in parts if isinstance(part, Letters | Qr)]
    assert len(rendered.data) <= 0.6 * (width * 12 // 8) * rendered.dots
    assert sum(_height(part) for part in parts) >= rendered.dots
    assert all(part.height <= 240 for part in parts if isinstance(part, Picture))


def test_code_on_the_paper_is_read_by_independent_decoders(tmp_path: Path) -> None:
    import zxingcpp

    paper = paper_of(read_slip(render(sample_slip("hu"), PICTURE).data), 42 * 12)
    assert [found.text for found in zxingcpp.read_barcodes(paper)] == [CODE]
    paper.save(tmp_path / "slip.png")
    assert read_by_zbarimg(tmp_path / "slip.png") in ([CODE], None)


def test_slow_wire_and_printer_without_pictures_get_letters() -> None:
    slow = replace(PICTURE, bytes_per_second=ENOUGH_FOR_PICTURES - 1)
    for paper in (slow, replace(PICTURE, profile="TM-U220B")):
        parts = read_slip(render(sample_slip(), paper).data)
        assert [part for part in parts if isinstance(part, Letters) and part.text == "A-42"]
        assert not [part for part in parts if isinstance(part, Picture)]
    fast = replace(PICTURE, bytes_per_second=ENOUGH_FOR_PICTURES)
    assert render(sample_slip(), fast) == render(sample_slip(), PICTURE)


def test_sheets_are_letters_also_where_slips_are_pictures() -> None:
    data = render_sheet(Sheet(kind=SheetKind.RULER, head="counter"), PICTURE).data
    assert [part for part in read_slip(data) if isinstance(part, Letters)]


def test_letters_no_font_has_are_marked_named_and_counted() -> None:
    slip = replace(sample_slip(), who="Anna \U00012000 \U00012001")
    for paper in (PICTURE, replace(PICTURE, as_picture=False)):
        assert render(slip, paper).lost == 2
    assert b"? = U+12000 U+12001\n" in render(slip, replace(PICTURE, as_picture=False)).data


def test_without_qt_the_slip_comes_out_in_letters() -> None:
    program = (
        "from app.devices.printers._paper import Paper;"
        "from app.devices.printers._render import render;"
        "from tests.sample_slips import sample_slip;"
        "a = Paper('TM-T88V', 42, as_picture=True); b = Paper('TM-T88V', 42);"
        "print(render(sample_slip(), a) == render(sample_slip(), b))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        timeout=50,
    )
    assert done.stdout == "True\n", done.stderr


rows_of_dots = st.lists(st.sampled_from([b"\0\0\0", b"\x80\0\0", b"\x01\x10\0"]), max_size=60)


@settings(max_examples=200, deadline=None)
@given(rows_of_dots)
def test_bands_put_together_are_the_picture(rows: list[bytes]) -> None:
    kept = b""
    for band in bands(Bitmap(24, len(rows), b"".join(rows))):
        assert band.height > 0
        for start in range(0, len(band.data), band.stride):
            kept += band.data[start : start + band.stride].ljust(3, b"\0")
    assert kept == b"".join(rows)


def _height(part: object) -> int:
    if isinstance(part, Picture):
        return part.height
    return part.value[0] if isinstance(part, Command) and part.name == "feed" else 0
