"""Letters in a printer's cells: those of every script, in their order and shape."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QTextLayout

from app.devices.printers._cells import cells, clusters
from app.devices.printers._raster._application import need_letters
from app.devices.printers._rows import LETTER_DOTS, Align, Row, TextRow

_FAMILIES: Final = [
    "DejaVu Sans Mono",
    "Noto Sans Mono",
    "Consolas",
    "Menlo",
    "Courier New",
    "Noto Color Emoji",
    "Segoe UI Emoji",
]
_BASELINE: Final = 19  # of the 24 dots of a letter
_LETTER_PIXELS: Final = 20
_RIGHT_TO_LEFT: Final = ("R", "AL")
_UNKNOWN: Final = "?"
_System = QFontDatabase.WritingSystem
# Scripts that are drawn only by fonts made for them, as Unicode's names of their letters have it:
# other fonts would show boxes which Qt does not own up to.
_OWN_FONTS: Final = {
    "SYRIAC": _System.Syriac,
    "THAANA": _System.Thaana,
    "NKO": _System.Nko,
    "DEVANAGARI": _System.Devanagari,
    "BENGALI": _System.Bengali,
    "GURMUKHI": _System.Gurmukhi,
    "GUJARATI": _System.Gujarati,
    "ORIYA": _System.Oriya,
    "TAMIL": _System.Tamil,
    "TELUGU": _System.Telugu,
    "KANNADA": _System.Kannada,
    "MALAYALAM": _System.Malayalam,
    "SINHALA": _System.Sinhala,
    "KHMER": _System.Khmer,
}


def draw_text(
    painter: QPainter, row: TextRow, width: int, cell: int, top: int, *, smooth: bool
) -> None:
    """Draw `row` from `top` on paper `width` cells of `cell` dots wide.

    A letter that no font has stands there as "?", see `missing_letters`.
    """
    if row.inverse:
        painter.fillRect(0, top, width * cell, LETTER_DOTS * row.tall, Qt.GlobalColor.black)
    painter.save()
    painter.setPen(Qt.GlobalColor.white if row.inverse else Qt.GlobalColor.black)
    painter.setFont(_font(bold=row.bold, smooth=smooth))
    painter.translate(_start(row, width, cell), top)
    painter.scale(row.wide, row.tall)
    for place, text in _parts(row, width):
        for at, run, share in _runs(_known(text)):
            _draw_run(painter, run, (place + at) * cell, cell, share)
    painter.restore()


def missing_letters(rows: Iterable[Row]) -> list[str]:
    """Return the letters that no font of this machine has, each once.

    Raises PicturesUnavailable, see `prepare_pictures`.
    """
    need_letters()
    texts = (row.left + row.right for row in rows if isinstance(row, TextRow))
    return list(dict.fromkeys(letter for text in texts for letter in _missing(text)))


def _missing(text: str) -> Iterator[str]:
    for cluster in () if text.isascii() else clusters(text):
        if not _has_shape(cluster):
            yield from (letter for letter in cluster if unicodedata.category(letter) != "Cf")


def _known(text: str) -> str:
    if text.isascii():
        return text
    return "".join(
        cluster if _has_shape(cluster) else _UNKNOWN * cells(cluster) for cluster in clusters(text)
    )


@lru_cache(maxsize=4096)
def _has_shape(cluster: str) -> bool:
    if cluster.isascii():
        return True
    if not _systems().issuperset(system for letter in cluster for system in _own_fonts(letter)):
        return False
    layout = QTextLayout(cluster, _font(bold=False, smooth=True))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    shapes = [shape for run in layout.glyphRuns() for shape in run.glyphIndexes()]
    return bool(shapes) and all(shapes)  # number 0 is every font's box for "no such letter"


def _own_fonts(letter: str) -> Iterator[_System]:
    words = unicodedata.name(letter, "").split()
    return (_OWN_FONTS[word] for word in words if word in _OWN_FONTS)


@cache
def _systems() -> frozenset[_System]:
    return frozenset(QFontDatabase.writingSystems())


def _start(row: TextRow, width: int, cell: int) -> float:
    if row.align is Align.CENTER and not row.inverse:
        return (width - cells(row.left) * row.wide) * cell / 2
    return 0.0


def _parts(row: TextRow, width: int) -> Iterator[tuple[int, str]]:
    """Yield the two ends of `row` with the cell each begins in."""
    room = row.room(width)
    if row.align is Align.CENTER:
        yield ((room - cells(row.left)) // 2 if row.inverse else 0), row.left
    elif row.right or row.indent or not _begins_at_the_right(row.left):
        yield row.indent, row.left
        yield room - cells(row.right), row.right
    else:
        yield room - cells(row.left), row.left


def _begins_at_the_right(text: str) -> bool:
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", *_RIGHT_TO_LEFT)), "L") != "L"


def _runs(text: str) -> Iterator[tuple[int, str, float]]:
    """Yield what is drawn at once: its cell, its text, and its share of what room is left before.

    Letters that stand alone are in the middle of their cells. Scripts whose letters join are drawn
    as they run, words and blanks together; and so is all of a text with right-to-left letters,
    whose order only the whole text tells.
    """
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        yield 0, text, 1.0 if _begins_at_the_right(text) else 0.0
        return
    place = 0
    joined = ""
    for cluster in clusters(text):
        if _stands_alone(cluster) and not (joined and cluster == " "):
            if joined:
                yield place, joined, 0.0
                place += cells(joined)
                joined = ""
            yield place, cluster, 0.5
            place += cells(cluster)
        else:
            joined += cluster
    if joined:
        yield place, joined, 0.0


def _stands_alone(cluster: str) -> bool:
    letter = cluster[0]
    if letter < "\u0530" or "\u2000" <= letter < "\u3000":
        return True
    return unicodedata.east_asian_width(letter) in ("W", "F") or unicodedata.category(
        letter
    ).startswith("S")


def _draw_run(painter: QPainter, run: str, left: float, cell: int, share: float) -> None:
    """Draw `run` in its cells, squeezed where it is too wide for them."""
    room = cells(run) * cell
    natural = QFontMetricsF(painter.font()).horizontalAdvance(run)
    if not run.strip() or natural <= 0 or room <= 0:
        return
    painter.save()
    squeeze = min(1.0, room / natural)
    painter.translate(left + (room - natural * squeeze) * share, 0)
    painter.scale(squeeze, 1)
    painter.drawText(QPointF(0, _BASELINE), run)
    painter.restore()


def _font(*, bold: bool, smooth: bool) -> QFont:
    font = QFont(_FAMILIES)
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(_LETTER_PIXELS)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferFullHinting)
    if not smooth:
        font.setStyleStrategy(QFont.StyleStrategy.NoAntialias)
    return font
