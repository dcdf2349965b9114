"""What a key says that was pressed: its letter, its place on the keyboard, when it went down."""

from __future__ import annotations

from time import monotonic
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from app.domain.keyboard_layouts import Level
from app.ports.keyboard import Stroke

_Key = Qt.Key
_ENDS: Final = {_Key.Key_Return: "cr", _Key.Key_Enter: "cr", _Key.Key_Tab: "tab"}
_DEAD: Final = {
    _Key.Key_Dead_Grave: "`",
    _Key.Key_Dead_Acute: "´",
    _Key.Key_Dead_Circumflex: "^",
    _Key.Key_Dead_Tilde: "~",
    _Key.Key_Dead_Diaeresis: "¨",
}
_NO_LETTERS: Final = frozenset({_Key.Key_Escape, _Key.Key_Backspace, _Key.Key_Delete})
_KEYCODE_OF_EVDEV: Final = 8
_LAST_OF_SET_1: Final = 0x58


def time_of(event: QKeyEvent) -> float:
    """Return when the key went down (s), by the system's clock where it has dated the key."""
    return event.timestamp() / 1000 if event.timestamp() else monotonic()


def stroke_of(event: QKeyEvent, at: float) -> Stroke:
    """Return what a key press says to a `KeyboardPort`."""
    key = event.key()
    modifiers = event.modifiers()
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    ended_by = _ENDS.get(_Key(key), "") if key in _ENDS else ""
    if event.text() == "\n" and control:
        ended_by = "lf"
    # AltGr is Ctrl with Alt on Windows; a letter that is no control character is then meant.
    text = "" if key in _NO_LETTERS or ended_by else event.text()
    if not text and key in _DEAD:
        text = _DEAD[_Key(key)]
    return Stroke(
        at=at,
        text=text,
        ended_by=""
        if modifiers & Qt.KeyboardModifier.ShiftModifier and key == _Key.Key_Backtab
        else ended_by,
        position=_position(event.nativeScanCode()),
        level=_level(event),
        repeat=event.isAutoRepeat(),
        control=control and not text.isprintable(),
    )


def _level(event: QKeyEvent) -> Level:
    modifiers = event.modifiers()
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    if modifiers & Qt.KeyboardModifier.GroupSwitchModifier or modifiers & alt_gr == alt_gr:
        return Level.ALTGR
    return Level.SHIFT if modifiers & Qt.KeyboardModifier.ShiftModifier else Level.PLAIN


def _position(scan_code: int) -> int:
    """Return the key's scan code of set 1, which evdev has too; X11 and Wayland add 8 to it."""
    if QGuiApplication.platformName() in ("xcb", "wayland"):
        scan_code -= _KEYCODE_OF_EVDEV
    elif QGuiApplication.platformName() != "windows":
        return 0
    return scan_code if 0 < scan_code <= _LAST_OF_SET_1 else 0
