"""The day's list of messages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, EmptyState, Kind, Label, Message, ShapeMark, Sheet
from app.ui.widgets.message_strip import SECONDS


class MessageRow(Sheet):
    """One message with its shape, its time and, small, its problem code. Thread: gui."""

    def __init__(self, theme: Theme, message: Message, details: str) -> None:
        """Make the row of `message`."""
        super().__init__(theme, "surface", ("bottom",))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._mark = ShapeMark(theme, message.shape, 22)
        rest = message.rest if SECONDS not in message.rest else message.rest_after or ""
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self._head = Label(theme, message.head, "body_strong", wrap=True)
        words.addWidget(self._head)
        for text, ink in ((rest, "ink2"), (details, "ink3")):
            if text:
                style = "body" if ink == "ink2" else "small"
                words.addWidget(Label(theme, text, style, ink, wrap=True))
        time = Label(theme, message.time, "small_tabular", "ink3")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, px(10), 0, px(10))
        self._row.setSpacing(px(12))


class MessagesDialog(Dialog):
    """All messages since the start of the program, the newest on top.

    Thread: gui. Signals: `help_wanted` for what is read out on the telephone.
    """

    help_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        entries: Sequence[tuple[Message, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make the list of (message, details)."""
        super().__init__(theme, "", width=760, height=600, parent=parent)
        self.set_title(self.tr("Messages"))
        self._rows: list[MessageRow] = []
        self._empty: EmptyState | None = None
        for message, details in entries:
            self._rows.append(MessageRow(theme, message, details))
            self.body.addWidget(self._rows[-1])
        if not entries:
            head, line = self.tr("Nothing was said yet"), self.tr("What Pult says stands here.")
            self._empty = EmptyState(theme, "info", head, line)
            self.body.addWidget(self._empty)
        self.body.addStretch(1)
        help_button = ActionButton(theme, self.tr("Help"), Kind.PLAIN, icon="info", height=72)
        help_button.acted.connect(self._on_help)
        self.set_foot(help_button)

    def add(self, message: Message, details: str) -> None:
        """Put a message on top."""
        if self._empty is not None:
            self._empty.hide()
        self._insert(0, message, details)

    def change(self, place: int, message: Message, details: str) -> None:
        """Let the message at `place`, counted from the top, read differently."""
        row = self._rows.pop(place)
        self.body.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._insert(place, message, details)

    @Slot()
    def _on_help(self) -> None:
        self.reject()
        self.help_wanted.emit()

    def _insert(self, place: int, message: Message, details: str) -> None:
        row = MessageRow(self.theme, message, details)
        self._rows.insert(place, row)
        self.body.insertWidget(place, row)
        row.show()
