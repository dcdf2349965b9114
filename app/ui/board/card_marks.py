"""The marks of a card: which of them fit beside one another, and their painting."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.ui.board.card import MOST_MARKS, CardMark
from app.ui.theme import Theme
from app.ui.widgets.chip import ChipKind, chip_width, paint_chip

_LEAST_MARK = 64  # an icon and the beginning of a word


def paint_marks(painter: QPainter, theme: Theme, row: QRectF, marks: tuple[CardMark, ...]) -> None:
    """Paint as many marks as fit into `row`, and how many more there are."""
    left, gap = row.left(), theme.real(8)
    fitted = _fitted(theme, marks, MOST_MARKS, row.width())
    plain_second = len(fitted) == MOST_MARKS and marks[1].kind is ChipKind.PLAIN
    if plain_second and any(
        wide < chip_width(theme, text, has_icon=bool(mark.icon)) for text, wide, mark in fitted
    ):
        fitted = _fitted(theme, marks, 1, row.width())
    for text, wide, mark in fitted:
        box = QRectF(left, row.top(), wide, row.height())
        paint_chip(painter, box, theme, mark.kind, text, mark.icon)
        left = box.right() + gap
    if len(marks) > len(fitted):
        _paint_more(painter, theme, row, left, len(marks) - len(fitted))


def _fitted(
    theme: Theme, marks: tuple[CardMark, ...], most: int, room: float
) -> list[tuple[str, float, CardMark]]:
    more = len(marks) - most
    if more > 0:
        room -= chip_width(theme, f"+{more}", has_icon=False) + theme.real(8)
    return fit_marks(theme, marks[:most], room)


def _paint_more(painter: QPainter, theme: Theme, row: QRectF, left: float, count: int) -> None:
    text = f"+{count}"
    wide = chip_width(theme, text, has_icon=False)
    box = QRectF(left, row.top(), wide, row.height())
    paint_chip(painter, box, theme, ChipKind.PLAIN, text)


def fit_marks(
    theme: Theme, marks: tuple[CardMark, ...], room: float
) -> list[tuple[str, float, CardMark]]:
    """Return words and width in screen px of each mark, so that all of them fit into `room`.

    What is not urgent is its picture first; then come fewer words, and at last money's picture
    alone. What is still too wide is cut, and money never before its neighbour.
    """
    texts = [mark.text for mark in marks]
    free = room - theme.real(8) * (len(marks) - 1)

    def widths() -> list[float]:
        pairs = zip(texts, marks, strict=True)
        return [float(chip_width(theme, text, has_icon=bool(mark.icon))) for text, mark in pairs]

    for place, words in _briefer(marks):
        if sum(widths()) > free:
            texts[place] = words
    wide = widths()
    least = theme.real(_LEAST_MARK)
    for kept in (False, True):
        for place, mark in enumerate(marks):
            if (mark.icon == "banknote") is kept:
                over = max(0.0, sum(wide) - free)
                wide[place] = max(min(least, wide[place]), wide[place] - over)
    if sum(wide) > free:
        wide = [free / len(marks)] * len(marks)
    return list(zip(texts, wide, marks, strict=True))


def _briefer(marks: tuple[CardMark, ...]) -> list[tuple[int, str]]:
    """Return place and fewer words of one mark after the other, what is missed least first."""
    placed = list(enumerate(marks))
    pictures = [(place, mark) for place, mark in reversed(placed) if mark.picture_says_it]
    calm = [(place, "") for place, mark in pictures if mark.kind is ChipKind.PLAIN]
    short = [(place, mark.short) for place, mark in placed if mark.short]
    return [*calm, *short, *((place, "") for place, _mark in pictures)]
