"""Text of several lines, in one or two weights; plain, whatever is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.wording.figures import NO_BREAK
from app.ui.wording.runs import Run, Runs, plain_text

_WIDTHS_KEPT = 4  # layouts ask for the natural width, the one before and the one after
_LINE_BREAK = "\u2028"
_LEADING = 1.08


class Sentence(QLabel):
    """Text that wraps, also inside a word that is too long, with bold parts.

    All of it is the accessible name.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        style: str = "body",
        ink: str = "ink2",
        *,
        bold_style: str = "amount",
        bold_ink: str = "ink",
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make it in `style` and `ink`; `middle` centres the lines in a box that is higher."""
        super().__init__(parent)
        self._theme = theme
        self._style, self._ink = style, ink
        self._bold_style, self._bold_ink = bold_style, bold_ink
        self._middle = middle
        self._runs: Runs = ()
        self._made: dict[int, tuple[QTextLayout, float]] = {}  # by width
        self.setTextFormat(Qt.TextFormat.PlainText)
        # With word wrap a QLabel tells layouts that its height depends on its width.
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.say((Run(text),) if text else ())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, runs: Runs) -> None:
        """Show other words; nothing moves when they are the same."""
        if runs == self._runs:
            return
        self._runs = runs
        self._made.clear()
        self.setText(plain_text(runs).replace(NO_BREAK, " "))
        self.updateGeometry()
        self.update()

    def say_plainly(self, text: str) -> None:
        """Show other words in one weight."""
        self.say((Run(text),) if text else ())

    def set_ink(self, ink: str, bold_ink: str | None = None) -> None:
        """Change the colour roles."""
        self._ink = ink
        self._bold_ink = bold_ink or self._bold_ink
        self._made.clear()
        self.update()

    def natural_width(self) -> int:
        """Return the width the text would take on one line."""
        layout, _high = self._lay_out(1_000_000)
        return int(layout.maximumWidth()) + 2

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`; layouts ask for no width at all, too."""
        if width < 1:
            return self.minimumSizeHint().height()
        return int(self._lay_out(width)[1] + 0.99)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), self._theme.px(160))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return one line's height: width comes from around."""
        return QSize(0, int(QFontMetricsF(self.font()).lineSpacing() * _LEADING + 0.99))

    def changeEvent(self, event: QEvent) -> None:
        """Take other colours when switched on or off."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._made.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        layout, high = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(QColor(self._colour(self._ink)))
        top = max(0.0, (self.height() - high) / 2) if self._middle else 0.0
        layout.draw(painter, QPointF(0, top))
        painter.end()

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        """Return the text in lines of `width`, and their height together."""
        if width in self._made:
            return self._made[width]
        font = self._theme.font(self._style)
        layout = QTextLayout(plain_text(self._runs).replace("\n", _LINE_BREAK), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        spacing = QFontMetricsF(font).lineSpacing() * _LEADING
        high = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, high))
            high += spacing
        layout.endLayout()
        if len(self._made) >= _WIDTHS_KEPT:
            self._made.clear()
        self._made[width] = layout, high
        return layout, high

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found = []
        start = 0
        for run in self._runs:
            # Qt counts in UTF-16: an emoji is two.
            length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
            if run.bold:
                part = QTextLayout.FormatRange()
                part.start, part.length = start, length
                part.format = self._bold()
                found.append(part)
            start += length
        return found

    def _bold(self) -> QTextCharFormat:
        bold = QTextCharFormat()
        bold.setFont(self._theme.font(self._bold_style))
        bold.setForeground(QColor(self._colour(self._bold_ink)))
        return bold

    def _colour(self, ink: str) -> str:
        return str(getattr(self._theme.tokens, ink if self.isEnabled() else "ink3"))

    @Slot()
    def _on_theme_changed(self) -> None:
        self._made.clear()
        self.setFont(self._theme.font(self._style))
        self.updateGeometry()
        self.update()
