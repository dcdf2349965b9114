"""Secrets: whether one is set, and a field for another; never what it is."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from app.settings.view import SettingView
from app.ui.settings_kit.control import Control, TextField
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import SettingWords


class HiddenControl(Control):
    """A secret that can be entered and replaced, but never read. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Say whether it is set."""
        super().__init__(theme, view, words)
        is_set = view.value is True
        text = translate("SettingWords", "Set") if is_set else translate("SettingWords", "Not set")
        self.state = Label(theme, text, "body_medium")
        replace = translate("SettingWords", "Replace")
        enter = translate("SettingWords", "Enter it")
        name = translate("SettingWords", "Enter {label}").format(label=words.name)
        self.open = ActionButton(theme, replace if is_set else enter, height=56, name=name)
        self.field = TextField(theme, words.name)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(translate("SettingWords", "Type or paste it here"))
        shown = translate("SettingWords", "Show what is typed: {label}").format(label=words.name)
        self.eye = ActionButton(theme, "", Kind.GHOST, icon="eye", height=56, name=shown)
        fixed = QSizePolicy.Policy.Fixed
        self.state.setSizePolicy(fixed, fixed)
        for widget in (self.state, self.open):
            self.row.addWidget(widget)
        self.row.addWidget(self.field, 1)
        self.row.addWidget(self.eye)
        self.row.addStretch(0)
        self.field.textEdited.connect(self._on_edited)
        self.open.acted.connect(self._on_open)
        self.eye.acted.connect(self._on_eye)
        self._show_field(not is_set)

    def value(self) -> object:
        """Return what was typed, hidden; whether it is set where nothing was."""
        text = self.field.text().strip()
        return SecretStr(text) if text else self.view.value

    def show_value(self, value: object) -> None:
        """Show what was typed before, as dots; else whether it is set."""
        if isinstance(value, SecretStr):
            self._show_field(True)
            if value != self.value():
                self.field.setText(value.get_secret_value())
            return
        self.field.clear()
        self._show_field(self.view.value is not True)

    def _show_field(self, shown: bool) -> None:
        self.field.setVisible(shown)
        self.eye.setVisible(shown)
        self.state.setVisible(not shown)
        self.open.setVisible(not shown)

    @Slot()
    def _on_open(self) -> None:
        self._show_field(True)
        self.field.setFocus()

    @Slot()
    def _on_eye(self) -> None:
        hidden = self.field.echoMode() is QLineEdit.EchoMode.Password
        normal, dots = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self.field.setEchoMode(normal if hidden else dots)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
