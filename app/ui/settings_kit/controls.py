"""Which control each kind of key is edited with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.settings.view import KeyKind, SettingView
from app.ui.settings_kit.accent_control import AccentControl
from app.ui.settings_kit.control import Control, SegmentsControl, SwitchControl, TextControl
from app.ui.settings_kit.hidden_control import HiddenControl
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.list_control import LinesControl, TicksControl
from app.ui.settings_kit.number_control import ClockControl, NumberControl
from app.ui.settings_kit.pick_control import PickControl
from app.ui.settings_kit.screen_dots import ScreenDotsControl
from app.ui.theme import Theme
from app.ui.wording.setting_words import SettingWords

_MOST_SEGMENTS: Final = 4
_MOST_LETTERS: Final = 42  # of all segments together, so that they fit the smallest screen

_PLAIN: Final[Mapping[KeyKind, Callable[[Theme, SettingView, SettingWords], Control]]] = {
    KeyKind.SWITCH: SwitchControl,
    KeyKind.WHOLE: NumberControl,
    KeyKind.NUMBER: NumberControl,
    KeyKind.CLOCK: ClockControl,
    KeyKind.TEXT: TextControl,
    KeyKind.TEXTS: LinesControl,
    KeyKind.HIDDEN: HiddenControl,
}
_OF_THEIR_OWN: Final[Mapping[str, Callable[[Kit, SettingView, SettingWords], Control]]] = {
    "till.accent": lambda kit, view, words: AccentControl(kit.theme, view, words),
    "till.dots_per_inch": lambda kit, view, words: ScreenDotsControl(
        kit.theme, view, words, kit.layer
    ),
}
"""By the pattern of the key."""


def control_for(kit: Kit, view: SettingView, words: SettingWords) -> Control:
    """Return the control of a key: two to four short choices are segments, not lists.

    The screen's main colour can be picked and its dots per inch measured beside being typed.
    """
    if view.pattern in _OF_THEIR_OWN:
        return _OF_THEIR_OWN[view.pattern](kit, view, words)
    options = kit.options_for(view)
    if view.kind is KeyKind.CHOICES or (view.kind is KeyKind.TEXTS and options):
        return TicksControl(kit.theme, view, words, options or words.choices)
    if view.kind is KeyKind.CHOICE or options:
        if not options and _fits_segments(words.choices):
            return SegmentsControl(kit.theme, view, words)
        return PickControl(kit.theme, view, words, kit.layer, options or words.choices)
    return _PLAIN[view.kind](kit.theme, view, words)


def _fits_segments(choices: Mapping[str, str]) -> bool:
    letters = sum(len(text) for text in choices.values())
    return len(choices) <= _MOST_SEGMENTS and letters <= _MOST_LETTERS
