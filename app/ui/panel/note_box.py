"""The customer's note in a box of its own, above the lines."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, IconMark, Kind

MOST_LETTERS = 320
MOST_LINES = 8


class NoteBox(QWidget):
    """A note; a very long one is cut until somebody asks for all of it.

    Thread: gui.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty, hidden box."""
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self._shows_all = False
        self._icon = IconMark(theme, "note", 20, "ink2")
        self.text = Sentence(theme, "", "body_medium", "ink")
        self.more = ActionButton(theme, self.tr("Show the whole note"), Kind.LINK)
        self.more.acted.connect(self._on_more)
        self._row = QHBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.text, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_note(self, note: str) -> None:
        """Show a note; "" hides the box."""
        if note != self._note:
            self._note = note
            self._shows_all = False
        self.setVisible(bool(note))
        self._say()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens.line), 1))
        painter.setBrush(QColor(theme.tokens.sunken))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.real(10), theme.real(10))
        painter.end()

    def _say(self) -> None:
        cut = _cut(self._note)
        is_long = cut != self._note
        self.text.say_plainly(self._note if self._shows_all else cut)
        self.more.setVisible(is_long and not self._shows_all)

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = True
        self._say()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._row.setSpacing(px(9))
        self._column.setSpacing(px(4))
        self._column.setContentsMargins(px(13), px(11), px(13), px(11))
        self.update()


def _cut(note: str) -> str:
    lines = note.split("\n")
    short = "\n".join(lines[:MOST_LINES])
    if len(short) > MOST_LETTERS:
        short = short[:MOST_LETTERS].rsplit(" ", 1)[0]
    return note if short == note else short.rstrip() + "…"
