"""The keys of the on-screen keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from app.ui.osk.letters import Act, KeySpec, capital
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind
from app.ui.wording.marked import translate

HELD_MS: Final = 450
AGAIN_MS: Final = 70


class Key(ActionButton):
    """One key: it never takes the focus, and quick presses all count. Thread: gui."""

    def __init__(self, theme: Theme, spec: KeySpec, parent: QWidget) -> None:
        """Make the key of `spec`."""
        self.spec = spec
        words, icon, name = _face(spec)
        super().__init__(theme, words, Kind.QUIET, icon=icon, height=48, name=name, parent=parent)
        self.set_repeats(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._on_theme_changed()

    def show_shifted(self, shifted: bool) -> None:
        """Show the capital, or the small letter."""
        letter = self.spec.writes
        if letter.strip():
            self.set_words(capital(letter) if shifted else letter)

    def minimumSizeHint(self) -> QSize:
        """Return nothing: the keyboard gives a key its size, also where the text is twice as large
        and there is no room for keys twice as large."""
        return QSize(0, 0)

    def _icon_size(self) -> int:
        return self._theme.px(26)

    def _padding(self) -> int:
        return 4

    def _style(self) -> str:
        return "title" if self.spec.writes else "button"


class BackspaceKey(Key):
    """Takes one letter back a press, and one after the other while it is held. Thread: gui."""

    def __init__(self, theme: Theme, spec: KeySpec, parent: QWidget) -> None:
        """Make the key."""
        super().__init__(theme, spec, parent)
        self._repeated = False
        self._again = QTimer(self)
        self._again.timeout.connect(self._on_again)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to wait: a key that is held repeats."""
        super().mousePressEvent(event)
        self._repeated = False
        self._again.start(HELD_MS)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End; a press that has repeated does not count once more."""
        self._again.stop()
        if self._repeated:
            self.setDown(False)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    @Slot()
    def _on_again(self) -> None:
        if not self.isDown():
            self._again.stop()
            return
        self._repeated = True
        self._again.setInterval(AGAIN_MS)
        self.acted.emit()


def make_key(theme: Theme, spec: KeySpec, parent: QWidget) -> Key:
    """Return the key of `spec`."""
    kind = BackspaceKey if spec.act is Act.BACKSPACE else Key
    return kind(theme, spec, parent)


def _face(spec: KeySpec) -> tuple[str, str | None, str | None]:
    """Return words, icon and accessible name of a key."""
    faces = {
        Act.SHIFT: ("", "shift", translate("Keyboard", "Shift")),
        Act.BACKSPACE: ("", "backspace", translate("Keyboard", "Backspace")),
        Act.LETTERS: ("ABC", None, translate("Keyboard", "Letters")),
        Act.SIGNS: ("?123", None, translate("Keyboard", "Digits and signs")),
        Act.ACCENTS: ("áñß", None, translate("Keyboard", "More letters")),
        Act.HIDE: ("", "chevron-down", translate("Keyboard", "Hide the keyboard")),
        Act.ENTER: ("", "enter", translate("Keyboard", "Enter")),
    }
    if spec.act is not None:
        return faces[spec.act]
    if spec.writes == " ":
        return "", None, translate("Keyboard", "Space")
    return spec.writes, None, None
