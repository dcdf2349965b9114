"""A product and the register's article of it, to be filled in; and figures to type it with."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.open_questions import RegisterLine
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.widgets.keypad import BACKSPACE
from app.ui.wording.marked import translate

_LONGEST = 60


class ArticleField(QLineEdit):
    """A field that says when it is typed in. Thread: gui. Signals: `entered()`."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusInEvent(event)
        self.entered.emit()


class ArticleRow(QWidget):
    """The product's name, a field of 56 px for its article, and the button that keeps it.

    Thread: gui. Signals: `kept(product_id, article)`, `entered(self)`.
    """

    kept = Signal(str, str)
    entered = Signal(object)

    def __init__(self, theme: Theme, line: RegisterLine, register: str) -> None:
        """Make the row of `line`; `register` is the register's title."""
        super().__init__()
        self._theme = theme
        self.line = line
        self.name = Label(theme, line.name, "body_medium", elide=True)
        self.field = ArticleField(line.article)
        self.field.setMaxLength(_LONGEST)
        name = translate("Register", "Article of {name} in {register}")
        self.field.setAccessibleName(name.format(name=line.name, register=register))
        self.field.setPlaceholderText(translate("Register", "Number or id"))
        keep = translate("Register", "Keep")
        self.keep = ActionButton(theme, keep, Kind.PLAIN, height=56, name=f"{keep}, {line.name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 1)
        row.addWidget(self.field)
        row.addWidget(self.keep)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_keep)
        self.field.entered.connect(self._on_entered)
        self.keep.acted.connect(self._on_keep)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._on_text()

    @property
    def is_changed(self) -> bool:
        """Whether something stands in the field that was not kept yet."""
        text = self.field.text().strip()
        return bool(text) and text != self.line.article

    @Slot()
    def _on_text(self) -> None:
        self.keep.set_locked(not self.is_changed)

    @Slot()
    def _on_keep(self) -> None:
        if self.is_changed:
            self.kept.emit(self.line.product_id, self.field.text().strip())

    @Slot()
    def _on_entered(self) -> None:
        self.entered.emit(self)

    @Slot()
    def _on_theme(self) -> None:
        self.field.setFont(self._theme.font("body_strong"))
        self.field.setMinimumHeight(self._theme.px(56))
        self.field.setFixedWidth(self._theme.px(220))


class FigureRow(QWidget):
    """The ten figures and backspace side by side; keys take no focus.

    Thread: gui. Signals: `key_pressed(key)` with "0" to "9" or "back".
    """

    key_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Make the keys."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.key_pressed)
        self.keys: dict[str, ActionButton] = {}
        for key in (*"1234567890", BACKSPACE):
            is_back = key == BACKSPACE
            button = ActionButton(
                theme,
                "" if is_back else key,
                Kind.QUIET,
                icon="backspace" if is_back else None,
                height=72,
                name=translate("Register", "Delete the last letter") if is_back else key,
            )
            button.set_repeats(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedWidth(theme.px(50))
            button.acted.connect(self._mapper.map)
            self._mapper.setMapping(button, key)
            row.addWidget(button)
            self.keys[key] = button
