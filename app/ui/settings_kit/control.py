"""What every control of a setting does, and the simple ones: switch, segments, text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.settings.view import SettingView
from app.ui.theme import Theme
from app.ui.widgets import Segment, Segments, Switch
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import SettingWords


class Control(QWidget):
    """Shows the value of one key and lets a finger change it.

    Thread: gui. Signals: `edited` whenever a person changed it.
    """

    edited = Signal()

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make the control; whoever makes it shows the value."""
        super().__init__()
        self.theme = theme
        self.view = view
        self.words = words
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.px(8))

    def value(self) -> object:
        """Return the value as it is now; of what cannot be read, the text that was typed."""
        raise NotImplementedError

    def problem(self) -> str:
        """Say what is wrong with what was entered, before anybody else looks at it."""
        return ""

    def show_value(self, value: object) -> None:
        """Show a value without saying that it was changed."""
        raise NotImplementedError


class SwitchControl(Control):
    """On or off. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it off."""
        super().__init__(theme, view, words)
        on, off = translate("SettingWords", "On"), translate("SettingWords", "Off")
        self.switch = Switch(theme, words.name, on=on, off=off)
        self.switch.clicked.connect(self.edited)
        self.row.addWidget(self.switch)

    def value(self) -> object:
        """Return whether it is on."""
        return self.switch.isChecked()

    def show_value(self, value: object) -> None:
        """Show whether it is on."""
        self.switch.setChecked(value is True)


class SegmentsControl(Control):
    """Two to four choices side by side. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it with nothing chosen."""
        super().__init__(theme, view, words)
        choices = [Segment(key, text) for key, text in words.choices.items()]
        self.segments = Segments(theme, choices, name=words.name)
        self.segments.chosen.connect(self._on_chosen)
        self.row.addWidget(self.segments, 1)

    def value(self) -> object:
        """Return the key of what is chosen."""
        return self.segments.chosen_key() or ""

    def show_value(self, value: object) -> None:
        """Choose without a signal; what is no choice is left as it is."""
        if str(value) in self.words.choices:
            self.segments.choose(str(value))

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self.edited.emit()


class TextField(QLineEdit):
    """A line of text, as wide as its place. Thread: gui."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Make an empty field called `name`."""
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setMinimumHeight(theme.px(56))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the room of some twenty letters."""
        return QSize(self._theme.px(280), self._theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """Fit beside buttons on the smallest screen."""
        return QSize(self._theme.px(96), self._theme.px(56))


class TextControl(Control):
    """A line of text. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it empty."""
        super().__init__(theme, view, words)
        self.field = TextField(theme, words.name)
        self.field.setAlignment(Qt.AlignmentFlag.AlignLeft)
        if view.longest is not None:
            self.field.setMaxLength(view.longest)
        self.field.textEdited.connect(self._on_edited)
        self.row.addWidget(self.field, 1)

    def value(self) -> object:
        """Return the text without blanks around it."""
        return self.field.text().strip()

    def show_value(self, value: object) -> None:
        """Show a text, unless it is what stands there but for blanks around it."""
        text = str(value) if value is not None else ""
        if text != self.value():
            self.field.setText(text)
            if not self.field.hasFocus():
                self.field.setCursorPosition(0)  # a long one is read from its beginning

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.edited.emit()
