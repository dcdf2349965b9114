"""Drawer, buzzer and cutter: each byte as the makers' manuals have it."""

from __future__ import annotations

import pytest

from app.devices.printers._paper import Paper
from app.devices.printers._render import render, render_drawer, render_sheet
from app.domain.sheet import Sheet, SheetKind
from tests.sample_slips import sample_slip
from tests.sinks.escpos_reader import Command, read_slip

pytestmark = pytest.mark.usefixtures("qapp")
KICK = b"\x1bp\x00\x32\x32"  # pin 2, 100 ms on and 100 ms off
EPSON_BUZZ = b"\x1b(A\x04\x00\x30\x37\x02\x0a"
BUZZ = b"\x1bB\x02\x04"


def names(data: bytes) -> list[str]:
    kept = ("drawer", "buzzer", "cut")
    return [
        part.name for part in read_slip(data) if isinstance(part, Command) and part.name in kept
    ]


@pytest.mark.parametrize("as_picture", [False, True])
def test_drawer_and_buzzer_come_once_before_the_printing(as_picture: bool) -> None:
    paper = Paper("TM-T88V", 42, as_picture=as_picture, drawer=True, buzzer=True)
    data = render(sample_slip(), paper).data
    assert data.startswith(b"\x1b@\x1c.\x1bR\x00" + KICK + EPSON_BUZZ)
    assert names(data) == ["drawer", "buzzer", "cut"]
    assert data.endswith(b"\x1dVB\x00")


def test_other_makers_have_another_buzzer() -> None:
    data = render(sample_slip(), Paper("RP326", 42, buzzer=True)).data
    assert data.startswith(b"\x1b@\x1c.\x1bR\x00" + BUZZ)


def test_without_a_wish_nothing_sounds_or_opens() -> None:
    assert names(render(sample_slip(), Paper("TM-T88V", 42)).data) == ["cut"]


def test_sheet_neither_sounds_nor_opens() -> None:
    paper = Paper("TM-T88V", 42, drawer=True, buzzer=True)
    assert names(render_sheet(Sheet(kind=SheetKind.RULER, head="x"), paper).data) == ["cut"]


def test_drawer_alone_is_its_pulse_and_no_paper() -> None:
    rendered = render_drawer(Paper("TM-T88V", 42))
    assert (rendered.data, rendered.dots) == (KICK, 0)
