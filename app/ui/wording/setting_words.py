"""The words of Settings for each key; a key without words of its own is told by its own name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from app.settings.view import KeyKind, SettingView
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.setting_labels import CHOICES, LABELS, UNITS
from app.ui.wording.system_labels import TABLES

_LANGUAGES: Final = {"en": "English", "hu": "Magyar", "es": "Español", "de": "Deutsch"}
_HUNDREDTHS: Final = ("text_scale",)
"""Numbers that are shown as percent and kept as a factor."""
_ON: Final = QT_TRANSLATE_NOOP("SettingWords", "On")
_OFF: Final = QT_TRANSLATE_NOOP("SettingWords", "Off")


@dataclass(frozen=True, slots=True)
class SettingWords:
    """What a row of Settings says: label, what it does, its choices by key, and its unit.

    `name` is what the control is called to assistive technology.
    """

    label: str
    name: str
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""


def setting_words(view: SettingView) -> SettingWords:
    """Return the words for one key."""
    label = setting_label(view)
    return SettingWords(
        label,
        label,
        _help(view),
        {choice: choice_text(view, choice) for choice in view.choices},
        _unit(view),
    )


def setting_label(view: SettingView) -> str:
    """Return what the key is called on the screen."""
    known = _words_of(view)
    return translate("SettingWords", known[0]) if known else name_text(view.name)


def name_text(name: str) -> str:
    """Return a name of the settings file as words: "undo_seconds" is "Undo seconds"."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def choice_text(view: SettingView, choice: str) -> str:
    """Return the words of one choice."""
    if view.name in ("language", "languages") and choice in _LANGUAGES:
        return _LANGUAGES[choice]
    known = CHOICES.get(f"{view.pattern}={choice}") or CHOICES.get(f"{view.name}={choice}")
    return translate("SettingWords", known) if known else name_text(choice)


def shown_factor(view: SettingView) -> int:
    """Return by what a number is multiplied to be shown."""
    return 100 if view.name in _HUNDREDTHS else 1


def table_text(table: str, name: str) -> str:
    """Return what a table of the settings file is called; `name` is that of its vendor or device.

    A table nobody has words for is told by its own name.
    """
    words = TABLES.get(table.partition(".")[0])
    if words is None:
        return name_text(table)
    return translate("SettingWords", words).format(name=name)


def value_text(view: SettingView, value: object) -> str:
    """Return a value as a person reads it, with its unit."""
    if view.kind is KeyKind.HIDDEN:
        return translate("SettingWords", "set") if value else translate("SettingWords", "not set")
    if isinstance(value, bool):
        return translate("SettingWords", _ON if value else _OFF)
    if isinstance(value, tuple | list):
        texts = [choice_text(view, str(each)) if view.choices else str(each) for each in value]
        return ", ".join(texts) or translate("SettingWords", "none")
    if view.kind is KeyKind.CHOICE:
        return choice_text(view, str(value))
    if isinstance(value, int | float):
        unit, shown = _unit(view), value * shown_factor(view)
        return f"{shown:g} {unit}" if unit else f"{shown:g}"
    return str(value) if value else translate("SettingWords", "empty")


def bounds_text(view: SettingView) -> str:
    """Return what a value must keep to, in one short sentence; empty when nothing is fixed."""
    unit = _unit(view)
    tail, factor = f" {unit}" if unit else "", shown_factor(view)
    if view.kind in (KeyKind.WHOLE, KeyKind.NUMBER):
        if view.least is not None and view.most is not None:
            text = translate("SettingWords", "From {least} to {most}.")
            return text.format(
                least=f"{view.least * factor:g}", most=f"{view.most * factor:.12g}{tail}"
            )
        if view.least is not None:
            return translate("SettingWords", "At least {least}.").format(
                least=f"{view.least * factor:g}{tail}"
            )
        return translate("SettingWords", "A number.")
    if view.kind is KeyKind.CLOCK:
        return translate("SettingWords", "A time of day, such as 04:00.")
    return ""


def _help(view: SettingView) -> str:
    known = _words_of(view)
    if known:
        return translate("SettingWords", known[1]) if known[1] else ""
    return view.description


def _words_of(view: SettingView) -> tuple[str, str] | None:
    return LABELS.get(view.pattern) or LABELS.get(f"*.{view.name}")


def _unit(view: SettingView) -> str:
    for ending, unit in UNITS.items():
        if view.name.endswith(ending):
            return translate("SettingWords", unit)
    return ""
