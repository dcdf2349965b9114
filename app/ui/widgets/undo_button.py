"""Undo: a button whose pale ground runs out while the seconds count down."""

from PySide6.QtCore import QDeadlineTimer, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind

_BEAT_MS = 40


class UndoButton(ActionButton):
    """Undo for a limited time; the accessible name stays "Undo", the seconds are its description.

    Thread: gui. Signals: `second_passed(left)` at each whole second, `ran_out`.
    """

    second_passed = Signal(int)
    ran_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a button that is not running."""
        self._deadline = QDeadlineTimer(0)
        self._length_ms = 1
        self._seconds = 0
        super().__init__(theme, "", Kind.PLAIN, icon="undo", height=48, name="Undo", parent=parent)
        self.set_words(self.tr("Undo"))
        self.setMinimumSize(self.minimumSizeHint())
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)

    @property
    def seconds_left(self) -> int:
        """Return the whole seconds that are left, rounded up."""
        return self._seconds

    def is_running(self) -> bool:
        """Tell whether the move can still be undone."""
        return self._beat.isActive()

    def start(self, deadline: QDeadlineTimer, length_ms: int) -> None:
        """Run until `deadline`; `length_ms` is how long the full bar lasts."""
        self._deadline = deadline
        self._length_ms = max(1, length_ms)
        self._seconds = 0
        self._beat.start()
        self._on_beat()

    def follow(self, other: "UndoButton") -> None:
        """Run as long as `other`, which undoes the same."""
        self.start(other._deadline, other._length_ms)

    def stop(self) -> None:
        """Stop without a signal (undone, or the move went another way)."""
        self._beat.stop()

    def sizeHint(self) -> QSize:
        """Return a size with room for two figures, so that the button keeps its width."""
        longest = f"{self._words} {self.tr('{seconds} s').format(seconds=88)}"
        wide = QFontMetricsF(self.font()).horizontalAdvance(longest)
        px = self._theme.px
        return QSize(round(wide) + px(22 + 10 + 2 * 16), px(48))

    def minimumSizeHint(self) -> QSize:
        """Never leave out the seconds."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the emptying bar, the border, icon, word and seconds."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.real(2)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        path = QPainterPath()
        path.addRoundedRect(box, theme.real(9), theme.real(9))
        painter.fillPath(path, QColor(tokens.press if self.isDown() else tokens.surface))
        painter.save()
        painter.setClipPath(path)
        bar = QRectF(box.left(), box.top(), box.width() * self._share(), box.height())
        painter.fillRect(bar, QColor(tokens.accent_pale))
        painter.restore()
        painter.setPen(QPen(QColor(tokens.accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._paint_label(painter, tokens.accent_text)
        painter.end()

    def _share(self) -> float:
        if self._theme.reduced_motion or not self.is_running():
            return 0.0
        return min(1.0, max(0.0, self._deadline.remainingTime() / self._length_ms))

    def _paint_label(self, painter: QPainter, colour: str) -> None:
        px = self._theme.px
        size = px(22)
        box = QRectF(px(16), round((self.height() - size) / 2), size, size)
        self._theme.paint_icon(painter, box, "undo", colour)
        painter.setPen(QColor(colour))
        painter.setFont(self.font())
        left = px(16 + 22 + 10)
        flags = Qt.AlignmentFlag.AlignVCenter
        room = QRectF(left, 0, self.width() - left - px(14), self.height())
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignLeft, self._words)
        seconds = self.tr("{seconds} s").format(seconds=self._seconds)
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, seconds)

    @Slot()
    def _on_beat(self) -> None:
        left = self._deadline.remainingTime()
        seconds = -(-left // 1000)
        if seconds != self._seconds:
            self._seconds = seconds
            self.setAccessibleDescription(self.tr("{seconds} s left").format(seconds=seconds))
            self.second_passed.emit(seconds)
        if left <= 0:
            self._beat.stop()
            self.ran_out.emit()
        self.update()
