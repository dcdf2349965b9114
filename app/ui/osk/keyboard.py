"""The on-screen keyboard: three pages of keys, and the keypad for fields that take digits alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.osk.key import Key, make_key
from app.ui.osk.letters import Act, KeySpec, PageName, Row, pages_of, units_of
from app.ui.osk.sending import send_key, send_letter
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Keypad, Sheet
from app.ui.widgets.keypad import BACKSPACE
from app.ui.wording.marked import translate

HEIGHT: Final = 300
_PADDING, _GAP, _NARROW_GAP = 10, 8, 6
_WIDEST: Final = 92
"""Design px of a letter; on a wide screen the keys stay together in the middle."""


class KeyPage(QWidget):
    """One page of keys. Thread: gui."""

    def __init__(self, theme: Theme, rows: tuple[Row, ...], parent: QWidget) -> None:
        """Make the keys of `rows`."""
        super().__init__(parent)
        self._theme = theme
        self._units = units_of(rows)
        self.rows = [[make_key(theme, spec, self) for spec in row] for row in rows]

    def all_keys(self) -> list[Key]:
        """Return all keys."""
        return [key for row in self.rows for key in row]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every letter the same size, whatever page it is on."""
        super().resizeEvent(event)
        px = self._theme.px
        pad = px(_PADDING)
        room = self.width() - 2 * pad
        gap = px(_GAP if room >= self._units * px(_WIDEST - _GAP) else _NARROW_GAP)
        unit = min(float(px(_WIDEST)), (room + gap) / self._units)
        high = (self.height() - 2 * pad + gap) / len(self.rows)
        for place, row in enumerate(self.rows):
            wide = sum(key.spec.units for key in row) * unit - gap
            left = (self.width() - wide) / 2
            top = pad + place * high
            for key in row:
                size = key.spec.units * unit
                key.setGeometry(
                    QRect(round(left), round(top), round(size - gap), round(high - gap))
                )
                left += size


class NumberPage(QWidget):
    """The keypad, with Enter and the key that hides it. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make the keys."""
        super().__init__(parent)
        self._theme = theme
        self.pad = Keypad(theme, double_zero=False)
        self.pad.set_low(True)
        self.pad.set_close(True)
        self.pad.setFixedWidth(theme.px(440))
        self.enter = make_key(theme, KeySpec(act=Act.ENTER), self)
        self.hiding = make_key(theme, KeySpec(act=Act.HIDE), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(8))
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(8))
        for key in (self.enter, self.hiding):
            key.setFixedWidth(theme.px(104))
            beside.addWidget(key)
        row.addStretch(1)
        row.addWidget(self.pad)
        row.addLayout(beside)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the key that hides it as high as one of the keypad, and Enter as two."""
        super().resizeEvent(event)
        gap, pad = self._theme.px(8), self._theme.px(16)
        one = (self.height() - pad - 2 * gap) // 3
        self.enter.setFixedHeight(2 * one + gap)
        self.hiding.setFixedHeight(one)


class OnScreenKeyboard(Sheet):
    """Types into whatever field has the focus, which it never takes.

    Shift holds for one letter; pressed twice it holds until it is pressed again. From More letters
    it goes back to the letters after one.

    Thread: gui. Signals: `hide_wanted`.
    """

    hide_wanted = Signal()

    def __init__(self, theme: Theme, language: str, window: QWidget) -> None:
        """Make the keyboard in `window`, hidden."""
        super().__init__(theme, "canvas", ("top",), parent=window)
        self._window = window
        self._shift = False
        self._locked = False
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Keyboard", "On-screen keyboard"))
        self.pages = {name: KeyPage(theme, rows, self) for name, rows in pages_of(language).items()}
        self.numbers = NumberPage(theme, self)
        for page in self.pages.values():
            for key in page.all_keys():
                key.acted.connect(self._on_key)
        for key in (self.numbers.enter, self.numbers.hiding):
            key.acted.connect(self._on_key)
        self.numbers.pad.key_pressed.connect(self._on_digit)
        self._turn_to(self.pages[PageName.LETTERS])

    def begin(self, *, digits: bool, signs: bool) -> None:
        """Show the page a field begins with: the keypad, digits and signs, or letters."""
        self._set_shift(on=False)
        has_room = self.numbers.minimumSizeHint().height() <= self.height_in(self._window.height())
        if digits and has_room:
            self._turn_to(self.numbers)
        else:
            self._turn_to(self.pages[PageName.SIGNS if signs or digits else PageName.LETTERS])

    def height_in(self, high: int) -> int:
        """Return the height it takes in a window: never more than half."""
        return min(self._theme.px(HEIGHT), high // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages."""
        super().resizeEvent(event)
        for page in (*self.pages.values(), self.numbers):
            page.setGeometry(self.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow a tap between two keys."""
        event.accept()

    def _turn_to(self, page: QWidget) -> None:
        for each in (*self.pages.values(), self.numbers):
            each.setVisible(each is page)

    @Slot()
    def _on_key(self) -> None:
        key = self.sender()
        if not isinstance(key, Key):
            return
        if key.spec.act is not None:
            self._act(key.spec.act)
            return
        send_letter(self._window, key.text() if key.spec.writes.strip() else key.spec.writes)
        if self._shift and not self._locked:
            self._set_shift(on=False)
        if self.pages[PageName.ACCENTS].isVisibleTo(self):
            self._turn_to(self.pages[PageName.LETTERS])

    def _act(self, act: Act) -> None:
        turns = {
            Act.LETTERS: PageName.LETTERS,
            Act.SIGNS: PageName.SIGNS,
            Act.ACCENTS: PageName.ACCENTS,
        }
        if act in turns:
            self._turn_to(self.pages[turns[act]])
        elif act is Act.SHIFT:
            self._next_shift()
        elif act is Act.BACKSPACE:
            send_key(self._window, Qt.Key.Key_Backspace)
        elif act is Act.ENTER:
            send_key(self._window, Qt.Key.Key_Return)
        else:
            self.hide_wanted.emit()

    @Slot(str)
    def _on_digit(self, key: str) -> None:
        if key == BACKSPACE:
            send_key(self._window, Qt.Key.Key_Backspace)
        else:
            send_letter(self._window, key)

    # --- shift ------------------------------------------------------------------------------------

    def _next_shift(self) -> None:
        if not self._shift:
            self._set_shift(on=True)
        elif not self._locked:
            self._set_shift(on=True, locked=True)
        else:
            self._set_shift(on=False)

    def _set_shift(self, *, on: bool, locked: bool = False) -> None:
        if (on, locked) == (self._shift, self._locked):
            return
        self._shift, self._locked = on, locked
        for page in self.pages.values():
            for key in page.all_keys():
                if key.spec.act is Act.SHIFT:
                    _show_shift(key, on=on, locked=locked)
                else:
                    key.show_shifted(on)


def _show_shift(key: ActionButton, *, on: bool, locked: bool) -> None:
    """Say by look and name how Shift stands."""
    key.set_selected(on)
    key.set_icon("padlock" if locked else "shift")
    names = {
        (False, False): translate("Keyboard", "Shift"),
        (True, False): translate("Keyboard", "Shift, on for one letter"),
        (True, True): translate("Keyboard", "Shift, on"),
    }
    key.setAccessibleName(names[on, locked])
