"""The search field of History, with how many were found and a button that clears it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label

_LONGEST = 120


class SearchField(QLineEdit):
    """A field of 56 px; the count stands inside it at the right.

    Thread: gui. Signals: `wanted(text)` after each change by a person.
    """

    wanted = Signal(str)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, name: str = "", hint: str = ""
    ) -> None:
        """Make an empty field; without a `name` and `hint` of its own it searches orders."""
        super().__init__(parent)
        self._theme = theme
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(name or self.tr("Search orders"))
        self.setPlaceholderText(hint or self.tr("Number, name, phone, card or amount"))
        self._keyboard: QWidget | None = None
        self.count = Label(theme, style="body", ink="ink2", align=Qt.AlignmentFlag.AlignRight)
        self.count.setParent(self)
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clear_button = ActionButton(
            theme, "", Kind.GHOST, icon="close", name=self.tr("Clear the search"), parent=self
        )
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setCursor(Qt.CursorShape.ArrowCursor)
        self.clear_button.acted.connect(self._on_clear)
        self.textEdited.connect(self._on_edited)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def show_count(self, words: str) -> None:
        """Show how many were found."""
        self.count.setText(words)
        self._place()

    def take_keyboard_button(self, button: QWidget) -> None:
        """Place the keyboard button at the right end from now on."""
        self._keyboard = button
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place count and button."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the glass at its left."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._theme.px(22)
        box = QRectF(self._theme.px(16), (self.height() - size) / 2, size, size)
        self._theme.paint_icon(painter, box, "search", self._theme.tokens.ink2)
        painter.end()

    def _place(self) -> None:
        px = self._theme.px
        self.clear_button.setVisible(bool(self.text()))
        side = px(48)
        top = (self.height() - side) // 2
        right = px(4)
        if self._keyboard is not None:
            right += side
            self._keyboard.move(self.width() - right, top)
        if self.text():
            right += side
            self.clear_button.setGeometry(self.width() - right, top, side, side)
        elif self._keyboard is None:
            right = px(16)
        wide = self.count.sizeHint().width()
        self.count.setVisible(bool(self.count.text()) and wide < self.width() // 2)
        self.count.setGeometry(self.width() - right - wide, 2, wide, self.height() - 4)
        self.setTextMargins(px(34), 0, right + wide, 0)

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._place()
        self.wanted.emit(text)

    @Slot()
    def _on_clear(self) -> None:
        self.clear()
        self._place()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.emit("")

    @Slot()
    def _on_restyled(self) -> None:
        self.setFont(self._theme.font("body_medium", px=18))
        self.setFixedHeight(self._theme.px(56))
        self._place()
