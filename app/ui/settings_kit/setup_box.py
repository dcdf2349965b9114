"""Copying a set-up: a passphrase, and the button that leads to the file."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from app.settings.sealed_setup import LEAST_LETTERS
from app.ui.settings_kit.control import TextField
from app.ui.settings_page.parts import Box, Row
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Label
from app.ui.wording.marked import translate


class SetupBox(Box):
    """One way of the copy: out of this till, or into it.

    Thread: gui. Signals: `wanted(passphrase)`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, words: str, icon: str, *, taking: bool) -> None:
        """Make it; `words` stand on the button, `taking` says that a file is read."""
        super().__init__(theme)
        caption = translate("Setup", "Passphrase")
        name = translate("Setup", "Passphrase of the file") if taking else caption
        self.passphrase = TextField(theme, name)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        shown = translate("Setup", "Show the passphrase: {action}").format(action=words)
        self.eye = ActionButton(theme, "", icon="eye", height=56, name=shown)
        self.action = ActionButton(theme, words, icon=icon, height=72)
        self.note = Label(theme, "", "body", "ink2", wrap=True)
        if not taking:
            said = translate("Setup", "8 letters or more. Without it nobody can open the file.")
            self.note.setText(said)
        self.add(Row(theme, caption, self.passphrase))
        row = Row(theme, "", self.eye, self.action, self.note)
        row.label.hide()
        self.add(row)
        self.passphrase.textChanged.connect(self._on_text)
        self.eye.acted.connect(self._on_eye)
        self.action.acted.connect(self._on_acted)
        self._on_text("")

    def say(self, text: str) -> None:
        """Say what became of it."""
        self.action.end_flight()
        self.note.setText(text)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.action.setEnabled(len(text) >= LEAST_LETTERS)

    @Slot()
    def _on_eye(self) -> None:
        hidden = self.passphrase.echoMode() is QLineEdit.EchoMode.Password
        normal, dots = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(normal if hidden else dots)

    @Slot()
    def _on_acted(self) -> None:
        self.wanted.emit(self.passphrase.text())
