"""Two to four choices side by side, of which one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.fitted_words import FittedWords, fit_words
from app.ui.widgets.tab_order import tab_stops_at


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: its key for the program, its words, an icon's name."""

    key: str
    text: str
    icon: str | None = None


class _SegmentButton(QRadioButton):
    """One segment; a radio button to assistive technology. Thread: gui."""

    def __init__(self, theme: Theme, segment: Segment, side: str) -> None:
        super().__init__(segment.text)
        self.segment = segment
        self._theme = theme
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(segment.text)

    def sizeHint(self) -> QSize:
        px = self._theme.px
        wide = QFontMetricsF(self._theme.font("button")).horizontalAdvance(self.text())
        icon = px(22 + 10) if self.segment.icon else 0
        return QSize(max(px(64), round(wide) + icon + px(28)), px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(48), self._theme.px(56))

    def hitButton(self, pos: object) -> bool:
        """Take a press anywhere, not only on a radio mark that is not painted."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        colour = tokens.accent_text if chosen else tokens.ink2
        if not self.isEnabled():
            colour = tokens.ink3
        self._paint_words(painter, colour)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme, tokens = self._theme, self._theme.tokens
        width = theme.real(1.5)
        radius = theme.real(10)
        outer = QRectF(self.rect())
        left = radius if self._side in ("left", "only") else 0
        right = radius if self._side in ("right", "only") else 0
        ground = tokens.press if self.isDown() else tokens.surface
        painter.setPen(QPen(QColor(tokens.edge), width))
        painter.setBrush(QColor(ground))
        painter.setClipRect(self.rect())
        # The frame of the row runs through all segments: each paints its share and hides its ends.
        frame = outer.adjusted(
            width / 2 if left else -radius, width / 2, -width / 2 if right else radius, -width / 2
        )
        painter.drawRoundedRect(frame, radius, radius)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.accent), theme.real(2)))
            painter.setBrush(QColor(tokens.accent_pale))
            path = QPainterPath()
            path.addRoundedRect(outer.adjusted(1, 1, -1, -1), theme.real(9), theme.real(9))
            painter.drawPath(path)
        elif not right:
            line = QRectF(outer.right() - 1, width, 1, outer.height() - 2 * width)
            painter.fillRect(line, QColor(tokens.line))

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme = self._theme
        words = self.fitted_words()
        icon = theme.px(22) if self.segment.icon else 0
        gap = theme.px(10) if icon else 0
        left = (self.width() - words.wide - icon - gap) / 2
        if self.segment.icon:
            box = QRectF(round(left), round((self.height() - icon) / 2), icon, icon)
            theme.paint_icon(painter, box, self.segment.icon, colour)
        painter.setPen(QColor(colour))
        words.paint(painter, left + icon + gap, self.height())

    def fitted_words(self) -> FittedWords:
        """Return the text as it fits into the segment now."""
        theme = self._theme
        font = theme.font("button" if self.isChecked() else "body_medium")
        room = self.width() - theme.px(8) - (theme.px(22 + 10) if self.segment.icon else 0)
        return fit_words(self.text(), font, room, self.height() - theme.px(8), theme.px(14))


class Segments(QWidget):
    """A row of choices, one of which is chosen; arrows move the choice.

    Thread: gui. Signals: `chosen(key)` when a person chose another one.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        segments: Sequence[Segment],
        *,
        name: str,
        chosen: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the row; `name` is its accessible name, `chosen` the key chosen at first."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _SegmentButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, segment in enumerate(segments):
            button = _SegmentButton(theme, segment, _side(place, len(segments)))
            self._buttons[segment.key] = button
            self._group.addButton(button)
            row.addWidget(button)
        if chosen is not None:
            self.choose(chosen)
        self._group.buttonClicked.connect(self._on_button_clicked)
        theme.changed.connect(self._on_theme_changed)

    def choose(self, key: str) -> None:
        """Choose by key without a signal. Raises KeyError for an unknown key."""
        self._buttons[key].setChecked(True)
        tab_stops_at(self._buttons[key], self._buttons.values())

    def chosen_key(self) -> str | None:
        """Return the key of what is chosen, None before the first choice."""
        button = self._group.checkedButton()
        return button.segment.key if isinstance(button, _SegmentButton) else None

    @Slot()
    def _on_button_clicked(self) -> None:
        key = self.chosen_key()
        if key is not None:
            self.chosen.emit(key)

    @Slot()
    def _on_theme_changed(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()
            button.update()


def _side(place: int, count: int) -> str:
    if count == 1:
        return "only"
    return "left" if place == 0 else "right" if place == count - 1 else "middle"
