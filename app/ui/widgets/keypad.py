"""The keypad for amounts and numbers: twelve large keys."""

from PySide6.QtCore import QSignalMapper, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind

BACKSPACE = "back"
DOUBLE_ZERO = "00"
LEAST_KEY = 80
CLOSE_KEY = 72
"""The least height of a key where four rows would else not fit, as at 1024 by 600."""
_ROWS = (("7", "8", "9"), ("4", "5", "6"), ("1", "2", "3"), (DOUBLE_ZERO, "0", BACKSPACE))
_LOW_ROWS = (("7", "8", "9", BACKSPACE), ("4", "5", "6", DOUBLE_ZERO), ("1", "2", "3", "0"))


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
            height=LEAST_KEY,
            name=name,
        )
        self.key = key
        self.set_repeats(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.take_size()

    def sizeHint(self) -> QSize:
        """Return the size a key takes where there is room."""
        high = CLOSE_KEY if self.close_rows else LEAST_KEY if self.low else 97
        return QSize(self._theme.px(103), self._theme.px(high))

    def minimumSizeHint(self) -> QSize:
        """Return the least size of a key."""
        least = CLOSE_KEY if self.close_rows else LEAST_KEY
        return QSize(self._theme.px(LEAST_KEY), self._theme.px(least))

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
    """Digits, 00 and backspace in 3 by 4 keys of at least 80 px; keys take no focus.

    The field keeps the focus, so that a real keyboard works at the same time.

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
        self._is_low = False
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
        self.updateGeometry()

    def set_close(self, close: bool) -> None:
        """Let four rows be as low as they may, where a dialog has little height."""
        for button in self._keys.values():
            if button.close_rows != close:
                button.close_rows = close
                button.take_size()

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
