"""Parts of a column: the count beside its name, the row of what is folded away at its foot."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind

FOLD_HEIGHT = 56


class CountPill(QLabel):
    """How many cards there are, in a pill; solid accent while somebody must answer.

    Thread: gui.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a pill that shows 0."""
        super().__init__("0", parent)
        self._theme = theme
        self._is_loud = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_count(self, count: int, *, loud: bool) -> None:
        """Show `count`, solid when `loud`."""
        if self.text() != str(count) or loud != self._is_loud:
            self._is_loud = loud
            self.setText(str(count))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return a circle for one figure, a pill for more."""
        wide = QFontMetricsF(self._theme.font("mark")).horizontalAdvance(self.text())
        high = self._theme.px(28)
        return QSize(max(high, round(wide) + self._theme.px(18)), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pill and figure."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self._is_loud else tokens.press))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setPen(QColor(tokens.on_accent if self._is_loud else tokens.ink2))
        painter.setFont(self._theme.font("mark"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class FoldRow(ActionButton):
    """What is folded away at the foot of a column: "Later 2 · next 19:30". Thread: gui."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        """Make a row with `icon` at its left and a chevron at its right."""
        super().__init__(theme, "", Kind.QUIET, icon=icon, height=FOLD_HEIGHT, parent=parent)
        self._after = ""
        self._brief = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, head: str, rest: str, brief: str | None = "") -> None:
        """Show `head` bold and `rest` after it; `brief` are fewer words for where it is narrow.

        With None nothing stands after the head there.
        """
        self._after = f" · {rest}" if rest else ""
        self._brief = f" · {brief}" if brief else self._after
        if brief is None:
            self._brief = ""
        self.set_words(head, name=f"{head}{self._after}")
        self.update()

    def after_in(self, room: float) -> str:
        """Return what stands after the head where both together have `room` screen px."""
        head = QFontMetricsF(self._theme.font("button_small")).horizontalAdvance(self._words)
        after = QFontMetricsF(self._theme.font("body")).horizontalAdvance(self._after)
        return self._after if head + after <= room else self._brief

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme = self._theme
        size = theme.px(20)
        middle = round((self.height() - size) / 2)
        right = self.width() - theme.px(14) - size
        icon = self._icon_name or "calendar"
        theme.paint_icon(painter, QRectF(theme.px(14), middle, size, size), icon, colour)
        theme.paint_icon(painter, QRectF(right, middle, size, size), "chevron-right", colour)
        left = float(theme.px(14 + 20 + 9))
        after = self.after_in(right - left - theme.px(8))
        parts = ((self._words, "button_small", colour), (after, "body", theme.tokens.ink2))
        for text, style, ink in parts:
            font = theme.font(style)
            metrics = QFontMetricsF(font)
            room = max(0.0, right - left - theme.px(8))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, 0, room + 2, self.height()), flags, shown)
            left += metrics.horizontalAdvance(shown)
