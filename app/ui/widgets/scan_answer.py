"""The scan answer: the whole window in one colour for a moment, readable from two metres."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.answer import LOOKS, Answer, AnswerButton, AnswerKind, answer_colours
from app.ui.widgets.answer_button import ColouredButton

BAND_HEIGHT = 96


class ScanAnswer(QDialog):
    """The answer over the whole window, or as a band of 96 px at the top of a dialog.

    A tap anywhere ends it and does nothing beneath. Afterwards the same words belong in the
    message strip: the screen says them on `ended`. While the window is minimised it waits.

    Thread: gui. Signals: `button_pressed(key)`, `ended`.
    """

    button_pressed = Signal(str)
    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, band: bool = False) -> None:
        """Make a hidden answer over `parent`; a `band` only covers its top."""
        super().__init__(parent, Qt.WindowType.Widget)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._theme = theme
        self._band = band
        self._answer = Answer(AnswerKind.UNKNOWN, "")
        self._buttons: list[ColouredButton] = []
        self._left_ms = 0
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._on_beat)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def answer(self) -> Answer:
        """Return what is or was shown."""
        return self._answer

    def buttons(self) -> list[ActionButton]:
        """Return the buttons shown."""
        return list(self._buttons)

    def show_answer(self, answer: Answer) -> None:
        """Show `answer` now, in place of one that is shown."""
        self._answer = answer
        words = ", ".join(filter(None, (answer.number, answer.headline, *answer.lines)))
        self.setAccessibleName(words)
        self.setWindowTitle(words)
        self._make_buttons(answer.buttons)
        self._left_ms = answer.milliseconds
        self._place()
        self.show()
        self.raise_()
        self._count()
        if answer.waits:
            self._beat.stop()
        else:
            self._beat.start(min(250, max(20, answer.milliseconds)))

    def end(self) -> None:
        """End the answer; nothing else happens."""
        if self.isHidden():
            return
        self._beat.stop()
        self.hide()
        self.ended.emit()

    def reject(self) -> None:
        """End on Esc."""
        self.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow the press, so that nothing beneath gets it."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End at a tap; an answer that waits for a choice stays."""
        event.accept()
        if not self._answer.waits:
            self.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End at any key but Tab; keys are not passed on."""
        event.accept()
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Cover the parent as it is now."""
        super().showEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in their place."""
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, shape and words."""
        painter = QPainter(self)
        ground, ink = answer_colours(self._answer.kind, self._theme.tokens)
        painter.fillRect(self.rect(), QColor(ground))
        painter.setPen(QColor(ink))
        if self._band:
            self._paint_band(painter, ground, ink)
        else:
            self._paint_whole(painter, ground, ink)
        painter.end()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        high = self._theme.px(BAND_HEIGHT) if self._band else parent.height()
        self.setGeometry(0, 0, parent.width(), high)
        self._place_buttons()

    def _make_buttons(self, buttons: Sequence[AnswerButton]) -> None:
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        colours = answer_colours(self._answer.kind, self._theme.tokens)
        self._buttons = []
        for button in buttons:
            made = ColouredButton(self._theme, button, colours)
            if self._answer.waits and not self._band:
                made.set_height(120)
            if self._band:
                made.set_height(72)
            made.setParent(self)
            made.acted.connect(self._on_button)
            made.show()
            self._buttons.append(made)

    def _place_buttons(self) -> None:
        px = self._theme.px
        margin = px(12) if self._band else px(32)
        right = self.width() - margin
        for button in reversed(self._buttons):
            size = button.sizeHint()
            top = self.height() - margin - size.height()
            button.setGeometry(right - size.width(), top, size.width(), size.height())
            right -= size.width() + px(16)

    def _paint_whole(self, painter: QPainter, ground: str, ink: str) -> None:
        factor = self._factor()
        real = self._theme.real
        shape = real(248) * factor
        block = self._block_height(factor)
        foot = real(112)
        middle = max(block / 2 + real(16), (self.height() - foot) / 2)
        mark = QRectF(real(72) * factor, middle - shape / 2, shape, shape)
        self._theme.paint_shape(painter, mark, LOOKS[self._answer.kind][0], fill=ink, mark=ground)
        left = self._left(factor)
        top = middle - block / 2
        for text, style, px in self._rows(factor):
            top = self._paint_row(painter, left, top, text, style, px)
        self._paint_hint(painter)

    def _rows(self, factor: float) -> list[tuple[str, str, float]]:
        answer = self._answer
        rows = [(answer.number, "display", 176 * factor)] if answer.number else []
        rows.append((answer.headline, "headline", 56 * factor))
        size = max(20.0, 26 * factor)
        metrics = QFontMetricsF(self._theme.font("lead", px=size))
        room = self.width() - self._left(factor) - self._theme.real(24)
        for line in answer.lines[:2]:
            rows.extend((part, "lead", size) for part in _on_two_lines(line, metrics, room))
        return rows

    def _left(self, factor: float) -> float:
        """Return where the words begin, beside the shape."""
        return self._theme.real(72 + 248 + 56) * factor

    def _factor(self) -> float:
        """Return how much smaller than 1280 by 800 the words must be, or larger."""
        real = self._theme.real
        by_room = min(self.width() / real(1280), self.height() / real(800))
        return min(1.6, max(0.4, by_room))

    def _block_height(self, factor: float) -> float:
        return sum(self._row_height(style, px) for _, style, px in self._rows(factor))

    def _row_height(self, style: str, px: float) -> float:
        return self._theme.real(px) * {"display": 0.94, "headline": 1.36}.get(style, 1.38)

    def _paint_row(
        self, painter: QPainter, left: float, top: float, text: str, style: str, px: float
    ) -> float:
        room = self.width() - left - self._theme.real(24)
        font = self._theme.font(style, px=px)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        if wide > room and style != "lead":
            font = self._theme.font(style, px=max(24.0, px * room / wide))
        painter.setFont(font)
        high = self._row_height(style, px)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        box = QRectF(left, top - high, room + 4, 3 * high)
        painter.drawText(box, flags, shown)
        return top + high

    def _paint_hint(self, painter: QPainter) -> None:
        real = self._theme.real
        hint = self._answer.hint or ("" if self._answer.waits else self.tr("Tap anywhere to go on"))
        painter.setFont(self._theme.font("body_medium", px=20))
        right = min((button.x() for button in self._buttons), default=self.width())
        room = max(0.0, right - real(72 + 24))
        shown = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, int(room))
        box = QRectF(real(72), self.height() - real(112), room, real(80))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_band(self, painter: QPainter, ground: str, ink: str) -> None:
        real, answer = self._theme.real, self._answer
        size = real(56)
        mark = QRectF(real(24), (self.height() - size) / 2, size, size)
        self._theme.paint_shape(painter, mark, LOOKS[answer.kind][0], fill=ink, mark=ground)
        left = mark.right() + real(20)
        right = min((button.x() for button in self._buttons), default=self.width())
        room = max(0.0, right - left - real(16))
        head = "  ".join(filter(None, (answer.number, answer.headline)))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for text, style, px, top in (
            (head, "headline", 30.0, real(14)),
            (" · ".join(answer.lines), "body_medium", 18.0, real(52)),
        ):
            painter.setFont(self._theme.font(style, px=px))
            metrics = QFontMetricsF(painter.font())
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room + 4, real(36)), flags, shown)

    def _count(self) -> None:
        for button in self._buttons:
            if button.counts:
                button.set_seconds(-(-self._left_ms // 1000))

    @Slot()
    def _on_button(self) -> None:
        button = self.sender()
        if isinstance(button, ColouredButton):
            self.button_pressed.emit(button.key)
        self.end()

    @Slot()
    def _on_beat(self) -> None:
        if self.window().isMinimized():
            return  # it is there when the window comes back
        self._left_ms -= self._beat.interval()
        self._count()
        if self._left_ms <= 0:
            self.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        if self.isVisible():
            self.show_answer(self._answer)


def _on_two_lines(text: str, metrics: QFontMetricsF, room: float) -> list[str]:
    """Return the text, in two parts where it is wider than the room."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        first = " ".join(words[:count])
        if metrics.horizontalAdvance(first) <= room:
            return [part for part in (first, " ".join(words[count:])) if part]
    return [text]
