"""The shop's logo: whatever file somebody names, the slip comes out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from app.devices.printers import logo_can_be_printed
from app.devices.printers._paper import Paper
from app.devices.printers._render import render
from app.devices.printers.virtual import VirtualPrinter
from tests.sample_slips import sample_slip
from tests.sinks.escpos_reader import Picture, read_slip

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = Paper("TM-T88V", 42)


def a_logo(path: Path, size: tuple[int, int] = (200, 100)) -> str:
    image = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=(0, 0, 0, 255))
    (image if path.suffix == ".png" else image.convert("RGB")).save(path)
    return str(path)


def logos(path: str, paper: Paper = PAPER) -> list[Picture]:
    data = render(replace(sample_slip(), logo=path), paper).data
    return [part for part in read_slip(data) if isinstance(part, Picture)]


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_small_picture_stays_as_it_is_on_white_paper(tmp_path: Path, name: str) -> None:
    [logo] = logos(a_logo(tmp_path / name))
    assert (logo.width, logo.height) == (200, 100)
    if name == "logo.png":
        assert 0.7 < logo.black / (200 * 100) < 0.85


def test_large_picture_is_made_as_wide_as_the_paper_or_thirty_millimetres_tall(
    tmp_path: Path,
) -> None:
    [wide] = logos(a_logo(tmp_path / "wide.png", (2000, 400)))
    assert (wide.width, wide.height) == (504, 100)
    [tall] = logos(a_logo(tmp_path / "tall.png", (400, 2000)))
    assert (tall.width, tall.height) == (48, 240)


def test_slow_wire_gets_a_small_one(tmp_path: Path) -> None:
    path = a_logo(tmp_path / "logo.png", (1000, 500))
    [logo] = logos(path, replace(PAPER, bytes_per_second=960))
    assert logo.height == 64
    assert len(logo.data) < 1500


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    [before] = logos(a_logo(tmp_path / "logo.png"))
    [after] = logos(a_logo(tmp_path / "logo.png", (80, 80)))
    assert (before.height, after.height) == (100, 80)


@pytest.mark.parametrize("what", ["missing", "empty", "text", "cut off", "folder", "gif", "nul"])
def test_no_file_stops_a_slip(tmp_path: Path, what: str) -> None:
    path = tmp_path / "logo.png"
    if what == "cut off":
        path.write_bytes(Path(a_logo(tmp_path / "whole.png")).read_bytes()[:60])
    elif what == "gif":
        Image.new("P", (9, 9)).save(path, format="GIF")
    elif what == "folder":
        path.mkdir()
    elif what in ("empty", "text"):
        path.write_bytes(b"" if what == "empty" else b"Not a picture")
    name = f"{path}\0" if what == "nul" else str(path)
    assert render(replace(sample_slip(), logo=name), PAPER) == render(sample_slip(), PAPER)
    assert not logo_can_be_printed(name)


def test_virtual_printer_shows_it_too(tmp_path: Path) -> None:
    path = a_logo(tmp_path / "logo.png")
    heights = []
    for slip in (sample_slip(), replace(sample_slip(), logo=path)):
        folder = tmp_path / f"slips-{bool(slip.logo)}"
        VirtualPrinter("screen", folder).print_slip(slip)
        [picture] = folder.glob("*.png")
        with Image.open(picture) as image:
            heights.append(image.height)
    assert heights[1] - heights[0] == 100 + 12
