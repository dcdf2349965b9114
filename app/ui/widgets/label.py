"""Plain text on the screen: never markup, in a type style and an ink of the tokens."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme

_LINE_BREAK = "\u2028"
_WIDTHS_KEPT = 16
"""A layout asks for the height at the same few widths again and again, and measuring is dear."""


class Label(QLabel):
    """A plain-text label; its own text stays its accessible name.

    `elide` cuts at the right with "…" instead of asking for room; `wrap` breaks lines.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        ink: str = "ink",
        *,
        wrap: bool = False,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        """Make a label; `ink` is the name of a colour role."""
        super().__init__(parent)
        self._theme = theme
        self._style = style
        self._ink = ink
        self._elide = elide
        self._heights: dict[tuple[str, str, int], float] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        elif wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_wrap(self, wrap: bool) -> None:
        """Break lines from now on, or cut at the right instead."""
        self._elide = not wrap
        self.setWordWrap(wrap)
        self.updateGeometry()

    def set_ink(self, ink: str) -> None:
        """Change the colour role."""
        self._ink = ink
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Return the size of the text on one line, or of about 40 letters when it wraps."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = QFontMetricsF(self.font())
        lines = self.text().splitlines() or [""]
        # Long customer text is not measured whole: more than a line's worth wraps anyway.
        longest = max(metrics.horizontalAdvance(line[:80]) for line in lines[:20])
        wide = min(ceil(longest) + 1, round(metrics.averageCharWidth() * 40))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one that wraps or elides can be narrow, whatever its words."""
        if self._elide:
            return QSize(0, super().minimumSizeHint().height())
        if not self.wordWrap():
            return super().minimumSizeHint()
        return QSize(self._theme.px(48), ceil(QFontMetricsF(self.font()).height()))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text; a word too long for a line is broken."""
        if not self.wordWrap():
            return -1
        margins = self.contentsMargins()
        room = max(1, width - margins.left() - margins.right())
        return ceil(self._wrapped_height(room)) + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut where it does not fit."""
        if not self._elide and not self.wordWrap():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        if self.wordWrap():
            painter.drawText(QRectF(self.contentsRect()), self.text(), self._option())
            painter.end()
            return
        metrics = QFontMetrics(self.font())
        first_line = " ".join(self.text().split())
        text = metrics.elidedText(first_line, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.contentsRect(), int(self.alignment()), text)
        painter.end()

    def _option(self) -> QTextOption:
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _wrapped_height(self, room: int) -> float:
        """Return the height of all paragraphs at `room` px, as painting lays them out."""
        font = self.font()
        measured = (self.text(), font.key(), room)
        known = self._heights.get(measured)
        if known is not None:
            return known
        layout = QTextLayout(self.text().replace("\n", _LINE_BREAK), font)
        layout.setTextOption(self._option())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            height += line.height()
        layout.endLayout()
        height = max(height, QFontMetricsF(font).height())
        if len(self._heights) >= _WIDTHS_KEPT:
            self._heights.clear()
        self._heights[measured] = height
        return height

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font(self._style))
        colours = self.palette()
        ink = QColor(getattr(self._theme.tokens, self._ink))
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            colours.setColor(group, QPalette.ColorRole.WindowText, ink)
        disabled = QColor(self._theme.tokens.ink3)
        colours.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, disabled)
        self.setPalette(colours)
        self.updateGeometry()
        self.update()
