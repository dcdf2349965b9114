"""A field for money, in minor units; typed on the keypad or on a keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import Theme
from app.ui.widgets.keypad import BACKSPACE, DOUBLE_ZERO

MOST_DIGITS = 11


class AmountField(QLineEdit):
    """An amount that fills from the right as on a cash register: 1 2 0 0 0 is 120.00 or 12,000.

    `digits` are the currency's cash digits; `words` turns minor units into text without the
    currency (for example ``lambda minor: f"{minor:,}"``); `unit` stands behind it.

    Thread: gui. Signals: `amount_changed(minor)` with an int, or None when the field is empty.
    """

    amount_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        unit: str,
        words: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty field; `name` is its accessible name."""
        super().__init__(parent)
        self._theme = theme
        self._unit = unit
        self._words = words
        self._minor: int | None = None
        self._fresh = False
        self._writing = False
        self.setProperty("amount", "true")
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def minor(self) -> int | None:
        """Return the amount in minor units, None while nothing is keyed in."""
        return self._minor

    def set_minor(self, minor: int | None, *, replace_on_key: bool = False) -> None:
        """Show an amount; with `replace_on_key` the next key starts a new one."""
        self._fresh = replace_on_key
        self._take(minor)

    def press(self, key: str) -> None:
        """Take one key of the keypad: a digit, "00" or "back"."""
        if key == BACKSPACE:
            self._back()
        elif key == DOUBLE_ZERO or (len(key) == 1 and key.isdecimal()):
            self._append(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take figures and Backspace; leave Tab, Enter and Esc to others."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.press(BACKSPACE)
        elif len(text) == 1 and "0" <= text <= "9":
            self.press(text)
        elif text and text.isprintable():
            event.accept()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the currency behind the amount."""
        super().paintEvent(event)
        painter = QPainter(self)
        font = self._theme.font("body_medium")
        wide = QFontMetrics(font).horizontalAdvance(self._unit)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.tokens.ink2))
        margin = self._theme.px(16)
        box = QRect(self.width() - margin - wide - 2, 0, wide + 4, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._unit)
        painter.end()

    def _append(self, digits: str) -> None:
        start = 0 if self._fresh or self._minor is None else self._minor
        grown = f"{start}{digits}"
        if len(grown.lstrip("0")) > MOST_DIGITS:
            return
        self._fresh = False
        self._take(int(grown))

    def _back(self) -> None:
        if self._minor is None:
            return
        left = 0 if self._fresh else self._minor // 10
        self._fresh = False
        self._take(left or None)

    def _take(self, minor: int | None) -> None:
        changed = minor != self._minor
        self._minor = minor
        self._writing = True
        self.setText("" if minor is None else self._words(minor))
        self._writing = False
        if changed:
            self.amount_changed.emit(minor)

    @Slot()
    def _on_text_changed(self) -> None:
        """Take what assistive technology or a paste wrote: its figures are the amount."""
        if self._writing:
            return
        figures = "".join(char for char in self.text() if "0" <= char <= "9")[:MOST_DIGITS]
        self._take(int(figures) if figures else None)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("given"))
        margin = self._theme.px(30)
        wide = QFontMetrics(self._theme.font("body_medium")).horizontalAdvance(self._unit)
        self.setTextMargins(0, 0, max(0, wide + margin - self._theme.px(44)), 0)
        self.setMinimumHeight(self._theme.px(64))
        self.update()
