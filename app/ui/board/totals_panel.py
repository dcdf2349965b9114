"""The totals panel: what is still to make, in figures that are read at arm's length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.snapshot import OrderSnapshot
from app.ui.board.totals import StationTotals, said, totals_of
from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.switch import Switch
from app.ui.wording.figures import TIMES

_REFRESH_MS = 150  # changes that come together are summed once
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


class TotalsList(QLabel):
    """The lines, painted and broken where they are long; together they are the label's text.

    Thread: gui.
    """

    def __init__(self, theme: Theme) -> None:
        """Make it empty."""
        super().__init__()
        self._theme = theme
        self._totals: tuple[StationTotals, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._rows_width = -1
        self.setTextFormat(Qt.TextFormat.PlainText)
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
        self.setText(said(totals))
        self._on_theme_changed()

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
        self.updateGeometry()
        self.update()


class TotalsPanel(Sheet):
    """Sums what the orders of the board want, while it is shown; hidden it costs nothing.

    Thread: gui. Signals: `close_pressed`.
    """

    close_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        orders: Callable[[], Iterable[OrderSnapshot]],
        parent: QWidget | None = None,
    ) -> None:
        """Make it hidden; `orders` gives all orders of the board."""
        super().__init__(theme, "surface", ("right",), parent=parent)
        self._orders = orders
        self.title = Label(theme, self.tr("To make"), "column")
        self.close_button = ActionButton(
            theme, "", Kind.GHOST, icon="close", name=self.tr("Close the totals")
        )
        self.with_new = Switch(
            theme,
            self.tr("Count new orders too"),
            on=self.tr("New orders are counted too"),
            off=self.tr("Accepted orders alone"),
        )
        self.list = TotalsList(theme)
        head, line = self.tr("Nothing to make"), self.tr("Accepted orders are summed here.")
        self.empty = EmptyState(theme, "list", head, line)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._on_refresh)
        self._lay_out()
        self.close_button.acted.connect(self.close_pressed)
        self.with_new.toggled.connect(self._on_refresh)
        theme.changed.connect(self._on_restyled)
        self.hide()

    def orders_changed(self) -> None:
        """Sum anew soon, if anybody looks."""
        if self.isVisible() and not self._refresh.isActive():
            self._refresh.start(_REFRESH_MS)

    def open(self) -> None:
        """Show what is to be made now."""
        self._on_refresh()
        self.show()
        self.raise_()

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.close_button)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.title.text())
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list)
        inside.addStretch(1)
        self._scroll.setWidget(inner)
        scroll_by_finger(self._scroll)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.with_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.empty, 1)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)
        self._on_restyled()

    @Slot()
    def _on_refresh(self) -> None:
        totals = totals_of(self._orders(), with_new=self.with_new.isChecked())
        self.list.show_totals(totals)
        self.empty.setVisible(not totals)
        self._scroll.setVisible(bool(totals))

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._head.setContentsMargins(px(14), px(4), px(6), 0)
        self._foot.setContentsMargins(px(14), px(4), px(14), px(4))
        self.close_button.setFixedHeight(px(48))
