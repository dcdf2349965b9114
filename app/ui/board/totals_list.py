"""The list of the totals panel: figures that are read at arm's length, each row by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.board.totals import StationTotals, said
from app.ui.theme import Theme
from app.ui.wording.figures import TIMES

_FIGURE, _LINE, _SPECIAL, _STATION = 30, 40, 26, 40
_SIDE, _GAP, _PAD = 14, 12, 6
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class _Row:
    """One text of the list and where it stands; `figure` is what is painted before it."""

    where: QRectF
    text: str
    style: str
    ink: str
    figure: str = ""
    on_band: bool = False


class _Said(QLabel):
    """What one painted row says, for assistive technology; it paints nothing. Thread: gui."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave the row to the list, which paints all of them."""


class TotalsList(QWidget):
    """The lines, painted and broken where they are long; each can be read by itself.

    Thread: gui.
    """

    def __init__(self, theme: Theme) -> None:
        """Make it empty."""
        super().__init__()
        self._theme = theme
        self._totals: tuple[StationTotals, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._rows_width = -1
        self._said: list[_Said] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def totals(self) -> tuple[StationTotals, ...]:
        """Return what is shown."""
        return self._totals

    def show_totals(self, totals: tuple[StationTotals, ...]) -> None:
        """Show other totals; equal ones paint nothing."""
        if totals == self._totals:
            return
        self._totals = totals
        self._say(tuple(said(totals, other=self.tr("Other"))))
        self._on_theme_changed()

    def _say(self, texts: tuple[str, ...]) -> None:
        while len(self._said) > len(texts):
            gone = self._said.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._said) < len(texts):
            self._said.append(_Said(self))
        for row, text in zip(self._said, texts, strict=True):
            row.setText(text)
            row.show()

    def _place_said(self) -> None:
        """Put what is said where its row is painted; a product has its special ones with it."""
        whole: list[QRectF] = []
        for row in self._laid_out(self.width()):
            where = QRectF(0, row.where.top(), self.width(), row.where.height())
            if row.figure or row.on_band:
                whole.append(where)
            else:
                whole[-1] = whole[-1].united(where)
        for said_row, where in zip(self._said, whole, strict=True):
            said_row.setGeometry(where.toRect())

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        wide = self.width() or self._theme.px(240)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return that it can be narrow; the panel scrolls."""
        return QSize(0, 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        rows = self._laid_out(width)
        return round(rows[-1].where.bottom()) + self._theme.px(_PAD) if rows else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where lines break elsewhere now."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place_said()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines that are in sight."""
        painter = QPainter(self)
        sight = QRectF(event.rect())
        for row in self._laid_out(self.width()):
            around = row.where.adjusted(-self.width(), -self._theme.px(_PAD), 0, 1)
            if around.intersects(sight):
                self._paint_row(painter, row)
        painter.end()

    def _paint_row(self, painter: QPainter, row: _Row) -> None:
        theme, tokens = self._theme, self._theme.tokens
        if row.on_band:
            band = QRectF(0, row.where.top(), self.width(), row.where.height())
            painter.fillRect(band, QColor(tokens.sunken))
        if row.figure:
            top = row.where.top() - theme.px(_PAD)
            painter.fillRect(QRectF(theme.px(_SIDE), top, self.width(), 1), QColor(tokens.line))
            painter.setFont(theme.font("number_l", px=_FIGURE))
            painter.setPen(QColor(tokens.ink))
            right = row.where.left() - theme.px(_GAP)
            where = QRectF(0, row.where.top(), right, theme.px(_LINE))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(where, flags, row.figure)
        painter.setFont(theme.font(row.style))
        painter.setPen(QColor(getattr(tokens, row.ink)))
        painter.drawText(row.where, _WRAPPED, row.text)

    def _laid_out(self, width: int) -> tuple[_Row, ...]:
        if width != self._rows_width:
            self._rows = tuple(self._lay_out(width))
            self._rows_width = width
        return self._rows

    def _lay_out(self, width: int) -> Iterator[_Row]:
        px = self._theme.px
        left = px(_SIDE) + self._figures_width() + px(_GAP)
        room = max(px(64), width - left - px(_SIDE))
        names_stations = any(one.station for one in self._totals)
        top = 0.0
        for one in self._totals:
            if names_stations:
                where = QRectF(px(_SIDE), top, width - 2 * px(_SIDE), px(_STATION))
                station = one.station or self.tr("Other")
                yield _Row(where, station, "mark", "ink2", on_band=True)
                top = where.bottom()
            for made in one.products:
                top += px(_PAD)
                where = self._box(left, top, room, made.name, "total", px(_LINE))
                figure = f"{made.quantity}{TIMES}"
                yield _Row(where, made.name, "total", "ink", figure)
                top = where.bottom()
                for count, how in made.special:
                    text = f"{count}{TIMES} {how}"
                    where = self._box(left, top, room, text, "body_medium", px(_SPECIAL))
                    yield _Row(where, text, "body_medium", "ink2")
                    top = where.bottom()
                top += px(_PAD)

    def _box(
        self, left: float, top: float, room: float, text: str, style: str, least: float
    ) -> QRectF:
        metrics = QFontMetricsF(self._theme.font(style))
        high = metrics.boundingRect(QRectF(0, 0, room, 10_000), _WRAPPED, text).height()
        return QRectF(left, top, room, max(least, high))

    def _figures_width(self) -> float:
        """Return the width of the widest figure, so that all of them stand below one another."""
        metrics = QFontMetricsF(self._theme.font("number_l", px=_FIGURE))
        most = max((made.quantity for one in self._totals for made in one.products), default=0)
        return max(metrics.horizontalAdvance(f"{most}{TIMES}"), float(self._theme.px(54)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._rows_width = -1
        self._place_said()
        self.updateGeometry()
        self.update()
