"""Where each number of the customer display lies; pure reckoning in screen px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF

from app.ui.customer_display.numbers import CalledNumber, DisplayedNumbers

_MARGIN, _SIDE, _HEAD, _FOOT = 64, 640, 196, 48
_GAP: Final = 24
_HERO, _LOW_HERO = 372, 280
_BOX, _LEAST_BOX = 208, 96
_TWO_COLUMNS: Final = 8
_WAITING: Final = 120
_LONG: Final = 9  # letters of a number that needs more than half the width
_ROOMY, _CLOSE = (2, 112.0, 76.0), (3, 84.0, 54.0)  # columns, row, letters of what is prepared


@dataclass(frozen=True, slots=True)
class Cell:
    """One number and where it lies; `rest` counts those for which there is no room, in place of a
    number."""

    rect: QRectF
    called: CalledNumber | None
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """All rectangles; `unit` is how many screen px a design px is on this screen.

    `side` is the part of what is being prepared, empty when that is not shown; `letters` is the
    greatest size of its numbers.
    """

    unit: float
    main: QRectF
    side: QRectF
    main_head: QRectF
    side_head: QRectF
    hero: QRectF
    boxes: tuple[Cell, ...]
    listed: tuple[Cell, ...]
    letters: float
    waiting: QRectF


def place(shown: DisplayedNumbers, wide: float, high: float, *, with_side: bool) -> Places:
    """Lay `shown` out on a screen: side by side, or one above the other where it stands upright.

    The design is drawn for 1920 by 1080.
    """
    upright = high > wide
    unit = min(wide / 1080, high / 1920) if upright else min(wide / 1920, high / 1080)
    main, side = _parts(wide, high, unit, upright=upright, with_side=with_side)
    margin = unit * (_MARGIN + 8 if with_side and not upright else _MARGIN)
    room = main.adjusted(margin, unit * _HEAD, -margin, -unit * _FOOT)
    listed_in = side.adjusted(unit * _MARGIN, unit * _HEAD, -unit * _MARGIN / 2, -unit * _FOOT)
    below = listed_in if with_side else room
    waiting = QRectF(
        below.left(), below.bottom() - unit * (_WAITING - 16), below.width(), unit * (_WAITING - 16)
    )
    if shown.waiting is not None:
        below.setBottom(below.bottom() - unit * _WAITING)
    hero, boxes = _ready(shown, room, unit)
    listed, letters = _prepared(shown.preparing, listed_in, unit) if with_side else ((), 0.0)
    return Places(
        unit,
        main,
        side,
        QRectF(room.left(), main.top(), room.width(), unit * _HEAD),
        QRectF(listed_in.left(), side.top(), listed_in.width(), unit * _HEAD),
        hero,
        boxes,
        listed,
        letters,
        waiting,
    )


def _parts(
    wide: float, high: float, unit: float, *, upright: bool, with_side: bool
) -> tuple[QRectF, QRectF]:
    if not with_side:
        return QRectF(0, 0, wide, high), QRectF()
    if upright:
        part = round(high * 2 / 3)
        return QRectF(0, 0, wide, part), QRectF(0, part, wide, high - part)
    part = round(min(unit * _SIDE, wide / 3))
    return QRectF(part, 0, wide - part, high), QRectF(0, 0, part, high)


def _ready(shown: DisplayedNumbers, room: QRectF, unit: float) -> tuple[QRectF, tuple[Cell, ...]]:
    count = len(shown.ready)
    columns = 2 if len(shown.all_ready) <= _TWO_COLUMNS else 4
    rows = ceil(count / columns)
    hero, grid, gap = QRectF(), QRectF(room), unit * _GAP
    if shown.newest is not None:
        high = unit * (_HERO if rows <= 2 else _LOW_HERO)
        hero = QRectF(room.left(), room.top(), room.width(), high)
        grid.setTop(hero.bottom() + gap)
    most = max(1, int((grid.height() + gap) / (unit * _LEAST_BOX + gap)))
    rows = min(max(rows, 1), most)
    box_high = min(unit * _BOX, (grid.height() - gap * (rows - 1)) / rows)
    box_wide = (grid.width() - gap * (columns - 1)) / columns
    rects = [
        QRectF(
            grid.left() + column * (box_wide + gap),
            grid.top() + row * (box_high + gap),
            box_wide,
            box_high,
        )
        for row in range(rows)
        for column in range(columns)
    ]
    return hero, _filled(rects, shown.ready)


def _prepared(
    numbers: Sequence[CalledNumber], room: QRectF, unit: float
) -> tuple[tuple[Cell, ...], float]:
    has_vendors = any(called.vendor for called in numbers)
    wider = 1 if room.width() > unit * _SIDE else 0  # the broad part of an upright screen
    if any(len(called.number) > _LONG for called in numbers):
        wider -= 1
    taller = 24 if has_vendors else 0
    columns, row, letters = next(
        (
            each
            for each in (_ROOMY, _CLOSE)
            if len(numbers) <= (each[0] + wider) * int(room.height() / (unit * (each[1] + taller)))
        ),
        _CLOSE,
    )
    columns += wider
    high = unit * (row + taller)
    rows = max(1, int(room.height() / high))
    wide = room.width() / columns
    rects = [
        QRectF(room.left() + column * wide, room.top() + place * high, wide - unit * 16, high)
        for place in range(rows)
        for column in range(columns)
    ]
    return _filled(rects, numbers), unit * letters


def _filled(rects: Sequence[QRectF], numbers: Sequence[CalledNumber]) -> tuple[Cell, ...]:
    if len(numbers) <= len(rects):
        return tuple(Cell(rect, called) for rect, called in zip(rects, numbers, strict=False))
    last = len(rects) - 1
    cells = [Cell(rect, called) for rect, called in zip(rects[:last], numbers, strict=False)]
    return (*cells, Cell(rects[last], None, len(numbers) - last))
