"""Numbers and times of day: a field between a smaller and a larger."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QWidget

from app.settings.view import KeyKind, SettingView
from app.ui.settings_kit.control import Control, TextField
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import SettingWords, bounds_text, shown_factor

_CLOCK: Final = re.compile(r"([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])")
_STEPS: Final = {
    "text_scale": 0.1,
    "dots_per_inch": 0.0,
    "hold_off_ms": 100.0,
    "baudrate": 0.0,
    "port": 0.0,
    "location_id": 0.0,
    "max_waiting": 100.0,
}
"""By how much a press changes a number; 0 for numbers that nobody counts up to."""
_QUARTER: Final = 15


class _NumberField(TextField):
    """A short field in the middle of its place. Thread: gui."""

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(144), self._theme.px(56))


class SteppedControl(Control):
    """A field with a button to its left for less and one to its right for more. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it empty."""
        super().__init__(theme, view, words)
        less = translate("SettingWords", "Less: {label}").format(label=words.name)
        more = translate("SettingWords", "More: {label}").format(label=words.name)
        self.less = ActionButton(theme, "", Kind.PLAIN, icon="minus", height=56, name=less)
        self.more = ActionButton(theme, "", Kind.PLAIN, icon="plus", height=56, name=more)
        self.field = _NumberField(theme, words.name)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setMaximumWidth(theme.px(176))
        for button in (self.less, self.more):
            button.set_repeats(True)
            button.setFixedWidth(theme.px(64))
        self.unit = Label(theme, words.unit, "body", "ink2")
        parts: tuple[QWidget, ...] = (self.less, self.field, self.more, self.unit)
        for part in parts:
            self.row.addWidget(part)
        self.row.addStretch(1)
        self.unit.setVisible(bool(words.unit))
        self.field.textEdited.connect(self._on_edited)
        self.less.acted.connect(self._on_less)
        self.more.acted.connect(self._on_more)

    def stepped(self, direction: int) -> str:
        """Return the text one step down (-1) or up (1) from here; empty where there is none."""
        raise NotImplementedError

    @Slot()
    def _on_less(self) -> None:
        self._step(-1)

    @Slot()
    def _on_more(self) -> None:
        self._step(1)

    def _step(self, direction: int) -> None:
        text = self.stepped(direction)
        if text and text != self.field.text():
            self.field.setText(text)
            self.edited.emit()

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.edited.emit()


class NumberControl(SteppedControl):
    """A number with its unit. Thread: gui."""

    def __init__(self, theme: Theme, view: SettingView, words: SettingWords) -> None:
        """Make it empty; without buttons where nobody would count up to a value."""
        super().__init__(theme, view, words)
        self._step_by = _STEPS.get(view.name, 1.0)
        for button in (self.less, self.more):
            button.setVisible(self._step_by > 0)

    def value(self) -> object:
        """Return the number, or what was typed in place of one."""
        text = self.field.text().strip().replace(",", ".")
        try:
            if self.view.kind is KeyKind.WHOLE:
                return int(text)
            return round(float(text) / shown_factor(self.view), 6)
        except ValueError:
            return self.field.text()

    def problem(self) -> str:
        """Say what is wrong: no number, too small or too large."""
        value = self.value()
        least, most = self.view.least, self.view.most
        if isinstance(value, str):
            text = translate("SettingWords", "This is not a number.")
            return f"{text} {bounds_text(self.view)}"
        assert isinstance(value, int | float)
        low = least is not None and value < least
        high = most is not None and value > most
        return bounds_text(self.view) if low or high else ""

    def show_value(self, value: object) -> None:
        """Show a number as a person writes it."""
        text = self._shown(value) if isinstance(value, int | float) else str(value or "")
        if value != self.value():
            self.field.setText(text)

    def stepped(self, direction: int) -> str:
        """Return the next number that is allowed."""
        value = self.value()
        if isinstance(value, str):
            value = self.view.default
        if not isinstance(value, int | float):
            return ""
        wanted = round(value + direction * self._step_by, 6)
        if self.view.least is not None:
            wanted = max(self.view.least, wanted)
        if self.view.most is not None:
            wanted = min(self.view.most, wanted)
        return self._shown(wanted)

    def _shown(self, number: float) -> str:
        return f"{round(number * shown_factor(self.view), 6):.12g}"


class ClockControl(SteppedControl):
    """A time of day; a press moves it by a quarter of an hour. Thread: gui."""

    def value(self) -> object:
        """Return the time as "HH:MM", or what was typed in place of one."""
        found = _CLOCK.fullmatch(self.field.text().strip())
        return f"{int(found[1]):02}:{found[2]}" if found else self.field.text()

    def problem(self) -> str:
        """Say that it is no time of day."""
        is_time = _CLOCK.fullmatch(str(self.value())) is not None
        return "" if is_time else bounds_text(self.view)

    def show_value(self, value: object) -> None:
        """Show a time."""
        if value != self.value():
            self.field.setText(str(value or ""))

    def stepped(self, direction: int) -> str:
        """Return the next quarter of an hour, round the clock."""
        found = _CLOCK.fullmatch(str(self.value()))
        if found is None:
            return str(self.view.default or "")
        minutes = int(found[1]) * 60 + int(found[2])
        away = minutes % _QUARTER
        step = direction * _QUARTER - away if direction > 0 or not away else -away
        hours, rest = divmod((minutes + step) % (24 * 60), 60)
        return f"{hours:02}:{rest:02}"
