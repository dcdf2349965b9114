"""Tiles to choose by: one of several (a round mark) or some of several (a square one)."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.fitted_words import FittedWords, fit_words
from app.ui.widgets.once import SetOnce

PaintMark = Callable[[QPainter, Theme, QRectF, bool], None]
_HEIGHT = 52
_MARK = 24
_NARROW = 200  # design px of width below which the words need what lies around the mark


def _paint_tile(
    painter: QPainter, theme: Theme, tile: QAbstractButton, paint_mark: PaintMark
) -> None:
    tokens = theme.tokens
    chosen = tile.isChecked()
    width = theme.real(2 if chosen else 1.5)
    box = QRectF(tile.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    ground = tokens.accent_pale if chosen else tokens.surface
    if tile.isDown():
        ground = tokens.press
    edge = tokens.accent if chosen else tokens.edge if tile.isEnabled() else tokens.line
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, theme.real(10), theme.real(10))
    size = theme.real(_MARK)
    before, after, _end = _gaps(theme, tile)
    mark = QRectF(theme.real(before), (tile.height() - size) / 2, size, size)
    paint_mark(painter, theme, mark, chosen)
    left = mark.right() + theme.real(after)
    painter.setPen(QColor(tokens.ink if tile.isEnabled() else tokens.ink3))
    tile_words(theme, tile).paint(painter, left, tile.height())


def tile_words(theme: Theme, tile: QAbstractButton) -> FittedWords:
    """Return the text of a tile as it fits into it now."""
    font = theme.font("body_strong" if tile.isChecked() else "body_medium")
    room = tile.width() - theme.real(_MARK + sum(_gaps(theme, tile)))
    return fit_words(tile.text(), font, room, tile.height() - theme.px(6), theme.px(14))


def _gaps(theme: Theme, tile: QAbstractButton) -> tuple[int, int, int]:
    """Return the design px before the mark, between mark and words, and behind these."""
    return (10, 8, 6) if tile.width() < theme.px(_NARROW) else (17, 12, 12)


def _paint_round(painter: QPainter, theme: Theme, mark: QRectF, chosen: bool) -> None:
    tokens = theme.tokens
    width = theme.real(2)
    disc = mark.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.edge), width))
    painter.setBrush(QColor(tokens.accent) if chosen else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_accent))
        painter.drawEllipse(mark.center(), theme.real(4.5), theme.real(4.5))


def _paint_square(painter: QPainter, theme: Theme, mark: QRectF, chosen: bool) -> None:
    tokens = theme.tokens
    width = theme.real(2)
    square = mark.adjusted(width, width, -width, -width)
    painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.edge), width))
    painter.setBrush(QColor(tokens.accent) if chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square, theme.real(4), theme.real(4))
    if not chosen:
        return
    pen = QPen(QColor(tokens.on_accent), theme.real(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    unit = mark.width() / 24
    points = [QPointF(7.4, 12.4), QPointF(10.7, 15.5), QPointF(16.6, 8.9)]
    painter.drawPolyline(QPolygonF([mark.topLeft() + point * unit for point in points]))


class _Tile(SetOnce):
    """What both kinds of tile do; to assistive technology each stays what Qt has made it.

    Thread: gui.
    """

    _theme: Theme
    _paint_mark: PaintMark

    def _furnish(self, theme: Theme, paint_mark: PaintMark, wide: QSizePolicy.Policy) -> None:
        self._theme = theme
        self._paint_mark = paint_mark
        self.setAccessibleName(self.text())
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the size the words want."""
        theme = self._theme
        wide = QFontMetricsF(theme.font("body_strong")).horizontalAdvance(self.text())
        return QSize(round(wide) + theme.px(_MARK + 12 + 2 * 16) + 2, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(self._theme.px(96), self._theme.px(_HEIGHT))

    def hitButton(self, pos: object) -> bool:
        """Take a press anywhere on the tile."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        _paint_tile(painter, self._theme, self, self._paint_mark)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class RadioTile(_Tile, QRadioButton):
    """One of several, as a tile of 52 px; tiles with one parent choose one another out.

    Thread: gui.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Make a tile that is not chosen."""
        QRadioButton.__init__(self, text, parent)
        self._furnish(theme, _paint_round, QSizePolicy.Policy.Expanding)


class CheckTile(_Tile, QCheckBox):
    """One of some, as a tile of 52 px.

    Thread: gui.
    """

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        """Make a tile that is not ticked."""
        QCheckBox.__init__(self, text, parent)
        self._furnish(theme, _paint_square, QSizePolicy.Policy.Preferred)
