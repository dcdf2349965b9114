"""Slip bytes: ours against the same slip written by hand, and pictures against a whole bitmap."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

import pytest

from app.devices.printers._layout import lay_out
from app.devices.printers._paper import Paper
from app.devices.printers._raster import slip_png
from app.devices.printers._render import render
from app.domain.slip import LineKind, Slip, SlipLine
from tests.sample_slips import sample_slip
from tests.sinks.escpos_reader import visible_text

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = Paper("TM-T88V", 42)
ITEMS = 20


def slip_of_twenty_lines() -> Slip:
    names = ["Draught lager 0.5 l", "Lángos with cheese", "Wheat beer 0.3 l", "Espresso"]
    lines = tuple(
        SlipLine(LineKind.ITEM, names[place % 4], "1,690", quantity=1 + place % 3)
        for place in range(ITEMS)
    )
    total = SlipLine(LineKind.TOTAL, "Total", "33,800 Ft")
    return replace(
        sample_slip(), lines=(*lines, total), to_pay=("TO PAY", "33,800 Ft"), comment="No foam"
    )


def by_hand(slip: Slip) -> bytes:
    """The same paper from the command reference, each state sent once where it changes."""

    def row(left: str, right: str) -> bytes:
        return (left + right.rjust(42 - len(left))).encode("cp858") + b"\n"

    assert slip.to_pay is not None
    bold, plain = b"\x1bE\x01", b"\x1bE\x00"
    items = slip.lines[:-1]
    pieces = [
        b"\x1b@\x1c.\x1bR\x00\x1bt\x13",
        b"\x1ba\x01" + slip.shop.encode() + b"\n",
        b"\x1bJ\x0c\x1d!\x77" + bold + slip.number.encode() + b"\n\x1bJ\x0c",
        b"\x1d!\x11" + plain + slip.headline.encode() + b"\n\x1bJ\x08",
        b"\x1ba\x00\x1d!\x00" + row(slip.vendor, " ".join(slip.moment.split())),
        b"=" * 42 + b"\n" + bold,
        *(row(f"{line.quantity}x {line.text}", line.amount) for line in items),
        plain + b"-" * 42 + b"\n" + bold,
        row(slip.lines[-1].text, slip.lines[-1].amount),
        plain + b"\x1bJ\x0a\x1d!\x11\x1dB\x01" + b" TO PAY    33,800 Ft ".ljust(21) + b"\n",
        b"\x1d!\x00\x1dB\x00\x1bJ\x0a" + bold + slip.comment.encode() + b"\n\x1bJ\x10",
        plain + b"\x1ba\x01\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x06\x1d(k\x03\x001E1",
        b"\x1d(k" + bytes((len(slip.code) + 3, 0)) + b"1P0" + slip.code.encode(),
        b"\x1d(k\x03\x001Q0\x1bJ\x06",
        slip.code_text.encode() + b"\n\x1bJ\x0c" + slip.footer.encode() + b"\n\x1dVB\x00",
    ]
    return b"".join(pieces)


def median_ms(work: Callable[[], object], times: int = 30) -> float:
    work()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return median(taken)


def test_slip_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    slip = slip_of_twenty_lines()
    ours, hand = render(slip, PAPER).data, by_hand(slip)
    assert visible_text(ours).split() == visible_text(hand).split()

    foreign = replace(
        slip,
        shop="\u6f22\u5b57",
        lines=tuple(replace(line, text=f"\u6f22\u5b57 {line.text}") for line in slip.lines),
    )
    pictures = render(foreign, PAPER)
    bitmap = 504 // 8 * pictures.dots
    whole = render(slip, replace(PAPER, as_picture=True))
    whole_bitmap = 504 // 8 * whole.dots
    text_ratio, picture_ratio = len(ours) / len(hand), len(pictures.data) / bitmap
    whole_ratio = len(whole.data) / whole_bitmap
    rows = lay_out(slip, PAPER.width)
    table = [
        ("20 lines as text, own QR", f"{len(ours)} B", f"{len(hand)} B by hand", text_ratio, 1.1),
        ("every name a picture", f"{len(pictures.data)} B", f"{bitmap} B", picture_ratio, 0.6),
        ("the slip as a picture", f"{len(whole.data)} B", f"{whole_bitmap} B", whole_ratio, 0.6),
    ]
    with capsys.disabled():
        print(f"\n{'slip':28}{'ours':>12}{'against':>18}{'ratio':>8}{'budget':>8}")
        for name, mine, other, ratio, budget in table:
            print(f"{name:28}{mine:>12}{other:>18}{ratio:>8.2f}{budget:>8.1f}")
        print(f"render to bytes  {median_ms(lambda: render(slip, PAPER)):6.2f} ms")
        as_picture = replace(PAPER, as_picture=True)
        print(f"render as picture{median_ms(lambda: render(slip, as_picture)):6.2f} ms")
        print(f"draw as PNG      {median_ms(lambda: slip_png(rows, PAPER.width)):6.2f} ms")
    assert text_ratio <= 1.1
    assert picture_ratio <= 0.6
    assert whole_ratio <= 0.6
