"""The keypad for amounts and numbers: twelve large keys."""

from PySide6.QtCore import QSignalMapper, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind

BACKSPACE = "back"
DOUBLE_ZERO = "00"
KEY_WIDE, KEY_HIGH = 103, 97  # design px a key takes where there is room
KEY = 80
"""Design px of a key where it need not be larger."""
LEAST_WIDE, LEAST_HIGH = 64, 48
"""Design px below which no key goes, however little room a dialog has: 48 are 12 mm."""
_ROWS = (("7", "8", "9"), ("4", "5", "6"), ("1", "2", "3"), (DOUBLE_ZERO, "0", BACKSPACE))
_LOW_ROWS = (("7", "8", "9", BACKSPACE), ("4", "5", "6", DOUBLE_ZERO), ("1", "2", "3", "0"))


def press_into(field: QLineEdit, key: str) -> None:
    """Do in a line of text what a key says."""
    if key == BACKSPACE:
        field.backspace()
    else:
        field.insert(key)


class _Key(ActionButton):
    """One key: as large as the keypad lets it, and quick presses all count. Thread: gui."""

    def __init__(self, theme: Theme, key: str, name: str) -> None:
        is_back = key == BACKSPACE
        self.low = self.close_rows = False  # asked for while it is being made
        super().__init__(
            theme,
            "" if is_back else key,
            Kind.QUIET,
            icon="backspace" if is_back else None,
            height=LEAST_HIGH,
            name=name,
        )
        self.key = key
        self.set_repeats(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.take_size()

    def sizeHint(self) -> QSize:
        """Return the size a key takes where there is room."""
        high = LEAST_HIGH if self.close_rows else KEY if self.low else KEY_HIGH
        return QSize(self._theme.px(KEY if self.low else KEY_WIDE), self._theme.px(high))

    def minimumSizeHint(self) -> QSize:
        """Return the least size of a key."""
        return QSize(self._theme.px(LEAST_WIDE), self._theme.px(LEAST_HIGH))

    def take_size(self) -> None:
        """Take the least size in force."""
        self.setMinimumSize(self.minimumSizeHint())
        self.updateGeometry()

    def _icon_size(self) -> int:
        return self._theme.px(28)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("title" if self.text() == DOUBLE_ZERO else "key"))
        self.take_size()
        self.update()


class Keypad(QWidget):
    """Digits, 00 and backspace in 3 by 4 keys; keys take no focus.

    They grow and shrink with their place, so that none has to be scrolled to. The field keeps the
    focus, so that a real keyboard works at the same time.

    Thread: gui. Signals: `key_pressed(key)` with "0" to "9", "00" or "back".
    """

    key_pressed = Signal(str)

    def __init__(
        self, theme: Theme, *, double_zero: bool = True, parent: QWidget | None = None
    ) -> None:
        """Make the keypad; without `double_zero` that place stays empty."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Keypad"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._keys: dict[str, _Key] = {}
        self._is_low = self._is_limited = False
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.key_pressed)
        for row, keys in enumerate(_ROWS):
            for column, key in enumerate(keys):
                if key != DOUBLE_ZERO or double_zero:
                    self._add(key, row, column)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def key(self, key: str) -> ActionButton:
        """Return the button of a key. Raises KeyError when it is not there."""
        return self._keys[key]

    def set_low(self, low: bool) -> None:
        """Stand in three rows of four keys where there is no height for four rows of three."""
        if low == self._is_low:
            return
        self._is_low = low
        for button in self._keys.values():
            button.low = low
            self._grid.removeWidget(button)
        for row, keys in enumerate(_LOW_ROWS if low else _ROWS):
            for column, key in enumerate(keys):
                if key in self._keys:
                    self._grid.addWidget(self._keys[key], row, column)
        if low and DOUBLE_ZERO not in self._keys:  # 0 takes its place too
            self._grid.addWidget(self._keys["0"], 1, 3, 2, 1)
        self._limit()
        self.updateGeometry()

    def set_close(self, close: bool) -> None:
        """Ask for no more height than the least, where a dialog has little."""
        for button in self._keys.values():
            if button.close_rows != close:
                button.close_rows = close
                button.updateGeometry()

    def limit_width(self) -> None:
        """Leave what is wider than twelve keys need to whatever stands beside."""
        self._is_limited = True
        self._limit()

    def _limit(self) -> None:
        if self._is_limited:
            self.setMaximumWidth(self.width_of(KEY if self._is_low else KEY_WIDE))

    def width_of(self, key: int) -> int:
        """Return the screen px of a row of keys that are `key` design px wide."""
        columns = len(_LOW_ROWS[0] if self._is_low else _ROWS[0])
        return columns * self._theme.px(key) + (columns - 1) * self._grid.spacing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keys pass to whoever holds the keypad."""
        event.ignore()

    def _add(self, key: str, row: int, column: int) -> None:
        button = _Key(self._theme, key, self.tr("Backspace") if key == BACKSPACE else key)
        button.acted.connect(self._mapper.map)
        self._mapper.setMapping(button, key)
        self._grid.addWidget(button, row, column)
        self._keys[key] = button

    @Slot()
    def _on_theme_changed(self) -> None:
        self._grid.setSpacing(self._theme.px(8))
        self._limit()
