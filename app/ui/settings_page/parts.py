"""What the sections of Settings are built of: boxes with rows, and the card of a state."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.finger import scroll_by_finger
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Label, ShapeMark, Sheet

_SIDE, _WIDEST = 24, 1120
_TONES = {Shape.BAD: "bad", Shape.WARN: "warn", Shape.UNCONFIRMED: "warn"}


def side_of(theme: Theme, width: int) -> int:
    """Return how far what is read keeps from either side, where there are `width` px."""
    return max(theme.px(_SIDE), (width - theme.px(_WIDEST)) // 2)


class Box(QWidget):
    """Rows with hairlines between them, in a rounded frame. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty box."""
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        theme.changed.connect(self._on_restyled)

    def add(self, row: QWidget) -> None:
        """Put a row at the foot of the box."""
        self._column.addWidget(row)

    def place_of(self, row: QWidget) -> int:
        """Return where a row stands, 0 for the uppermost."""
        return self._column.indexOf(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, and a line above each row but the first."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.setBrush(QColor(tokens.surface))
        radius = self._theme.real(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        for place in range(1, self._column.count()):
            item = self._column.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and not widget.isHidden():
                painter.fillRect(1, widget.y(), self.width() - 2, 1, QColor(tokens.line))
        painter.end()

    @Slot()
    def _on_restyled(self) -> None:
        self.update()


class Row(QWidget):
    """One row of 64 px: a label of 136 and what stands beside it. Thread: gui."""

    def __init__(self, theme: Theme, label: str, *controls: QWidget) -> None:
        """Make a row; the last control takes the room that is left."""
        super().__init__()
        px = theme.px
        self.setMinimumHeight(px(64))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(8), px(12), px(8))
        row.setSpacing(px(12))
        self.label = Label(theme, label, "body", "ink2", wrap=True)
        self.label.setFixedWidth(px(136))
        row.addWidget(self.label)
        for place, control in enumerate(controls):
            row.addWidget(control, 1 if place == len(controls) - 1 else 0)
        self._row = row

    def add(self, control: QWidget) -> None:
        """Put one more control at the end of the row."""
        self._row.addWidget(control)


class FactRow(Row):
    """A row with a value that is read only. Thread: gui."""

    def __init__(self, theme: Theme, label: str, value: str, note: str = "") -> None:
        """Make the row; `note` stands small below the value."""
        self.value = Label(theme, value, "body_medium", wrap=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.value.setCursor(Qt.CursorShape.ArrowCursor)
        self.note = Label(theme, note, "small", "ink2", wrap=True)
        self.note.setVisible(bool(note))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addStretch(1)
        column.addWidget(self.value)
        column.addWidget(self.note)
        column.addStretch(1)
        super().__init__(theme, label, words)

    def show_value(self, value: str, note: str = "") -> None:
        """Show another value."""
        self.value.setText(value)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class StateCard(QWidget):
    """How something stands, on a ground of its tone: shape, head, what to do. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a card that says nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._shape = Shape.READY
        px = theme.px
        self._mark = ShapeMark(theme, Shape.READY, 32)
        self.head = Label(theme, style="body_strong", wrap=True)
        self.line = Label(theme, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.head)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(12), px(18), px(12))
        row.setSpacing(px(16))
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        theme.changed.connect(self._on_restyled)

    def say(self, shape: Shape, head: str, line: str) -> None:
        """Show how it stands now."""
        self._shape = shape
        self._mark.set_shape(shape)
        tone = _TONES.get(shape)
        self.head.set_ink(f"{tone}_text" if tone else "ink")
        self.head.setText(head)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        tokens = self._theme.tokens
        tone = _TONES.get(self._shape)
        ground = getattr(tokens, f"{tone}_pale") if tone else tokens.surface
        border = getattr(tokens, tone) if tone else tokens.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(ground))
        radius = self._theme.real(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    @Slot()
    def _on_restyled(self) -> None:
        self.update()


def scrolled(inner: QWidget) -> QScrollArea:
    """Return `inner` in an area that scrolls up and down, by finger too."""
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inner)
    scroll_by_finger(scroll)
    return scroll


class Section(Sheet):
    """A section of Settings: what is added stands from top to bottom and scrolls.

    On a wide screen it keeps to the middle: an eye does not find the end of a line of 1,600 px.

    Thread: gui.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty section."""
        super().__init__(theme, "canvas", parent=parent)
        px = theme.px
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(px(_SIDE), px(12), px(_SIDE), px(24))
        self.column.setSpacing(px(16))
        self._ends = QVBoxLayout()
        self.column.addLayout(self._ends)
        self.column.addStretch(1)
        self._ends.setSpacing(px(16))
        self.scroller = scrolled(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands here in the middle, and no wider than can be read."""
        super().resizeEvent(event)
        px = self._theme.px
        side = side_of(self._theme, self.width())
        self.column.setContentsMargins(side, px(12), side, px(24))

    def add(self, widget: QWidget) -> None:
        """Put something at the foot of the section."""
        self._ends.addWidget(widget)


class OfferRow(QWidget):
    """A row that says what may be wanted, with the button for it at its end. Thread: gui."""

    def __init__(self, theme: Theme, text: str, button: ActionButton) -> None:
        """Make it."""
        super().__init__()
        px = theme.px
        self.button = button
        self.said = Label(theme, text, "body", wrap=True)
        button.setMinimumWidth(px(232))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(12), px(12), px(12))
        row.setSpacing(px(16))
        row.addWidget(self.said, 1)
        row.addWidget(button)
