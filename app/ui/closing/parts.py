"""What the parts of Closing are built of: a scrolled column, boxes with lines, bars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.finger import scroll_by_finger
from app.ui.in_slices import InSlices
from app.ui.settings_page.parts import Box
from app.ui.theme import Theme
from app.ui.widgets import Label

PAGE_WIDTH: Final = 900
"""Every part of Closing is at most so wide, as is the row that chooses it; design px."""


class Column(QScrollArea):
    """A column of boxes that scrolls by finger and is at most so wide. Thread: gui."""

    def __init__(self, theme: Theme, widest: int = PAGE_WIDTH) -> None:
        """Make an empty column of at most `widest` design px."""
        super().__init__()
        px = theme.px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        scroll_by_finger(self)
        ground = QWidget()
        ground.setAutoFillBackground(False)
        inner = QWidget()
        inner.setMaximumWidth(px(widest))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, px(16))
        self.column.setSpacing(px(8))
        self._across = QHBoxLayout(ground)
        self._across.addStretch(1)
        self._across.addWidget(inner, 100)
        self._across.addStretch(1)
        self._side = px(16)
        self._above = px(12)
        self.setWidget(ground)
        self._place = 0
        self._making = InSlices(self)
        self._making.sliced.connect(self._on_sliced)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand under the row above whether or not a scroll bar takes its width at the right."""
        super().resizeEvent(event)
        bar = self.width() - self.viewport().width()
        self._across.setContentsMargins(self._side, self._above, max(0, self._side - bar), 0)

    def fill(self, widgets: Iterator[QWidget]) -> None:
        """Show what `widgets` yields in place of what is there; they are made in slices."""
        self._place = self.verticalScrollBar().value()
        self.clear()
        self._making.begin(self._added(widgets), at_once=True)

    def _added(self, widgets: Iterator[QWidget]) -> Iterator[int]:
        for widget in widgets:
            self.column.addWidget(widget)
            yield 0

    @Slot()
    def _on_sliced(self) -> None:
        if not self._making.is_busy:
            self.end()
            QTimer.singleShot(0, self, self.on_filled)

    @Slot()
    def on_filled(self) -> None:
        """Look at the place that was looked at before."""
        self.verticalScrollBar().setValue(self._place)

    def clear(self) -> None:
        """Take everything out."""
        self._making.stop()
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, widget: QWidget) -> None:
        """Put something at the foot of the column."""
        self.column.addWidget(widget)

    def end(self) -> None:
        """Leave the rest of the room empty."""
        self.column.addStretch(1)


def head_label(theme: Theme, text: str) -> Label:
    """Return the head of a group of rows."""
    label = Label(theme, text, "column", elide=True)
    label.setMinimumHeight(theme.px(36))
    return label


class Line(QWidget):
    """A name, a figure at the right, and where it helps a bar below that compares figures.

    What is read aloud is the whole line. Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        figure: str,
        *,
        note: str = "",
        share: float | None = None,
        role: str = "accent",
        strong: bool = False,
    ) -> None:
        """Make it; `share` is the bar's length, from 0 to 1, in the colour `role`."""
        super().__init__()
        px = theme.px
        style = "body_strong" if strong else "body_medium"
        self.name = Label(theme, name, style, elide=True)
        self.figure = Label(
            theme, figure, "total" if strong else "amount", align=Qt.AlignmentFlag.AlignRight
        )
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(self.name)
        if note:
            words.addWidget(Label(theme, note, "body", "ink2", wrap=True))
        words.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addStrut(px(29))  # not the least height of the whole, which would squeeze words
        top.addLayout(words, 1)
        top.addWidget(self.figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(18), px(7), px(18), px(8))
        column.setSpacing(px(5))
        column.addLayout(top)
        if share is not None:
            column.addWidget(Bar(theme, share, role))
        self.setAccessibleName(": ".join(part for part in (name, note, figure) if part))


class Bar(QWidget):
    """A plain bar on a pale track; decoration, the figure beside it is what is read.

    Thread: gui.
    """

    def __init__(self, theme: Theme, share: float, role: str) -> None:
        """Make a bar of `share` of its width, from 0 to 1."""
        super().__init__()
        self._theme = theme
        self._share = min(1.0, max(0.0, share))
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_restyled)

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(self._theme.px(120), self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        tokens = self._theme.tokens
        painter.setBrush(QColor(tokens.press))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        long = self.width() * self._share
        if long > 0:
            painter.setBrush(QColor(getattr(tokens, self._role)))
            painter.drawRoundedRect(
                QRectF(0, 0, max(long, self.height()), self.height()), radius, radius
            )
        painter.end()

    @Slot()
    def _on_restyled(self) -> None:
        self.update()


def boxed(theme: Theme, *rows: QWidget) -> Box:
    """Return rows in one box."""
    box = Box(theme)
    for row in rows:
        box.add(row)
    return box
