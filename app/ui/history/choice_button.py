"""A button that shows what is chosen of a short list, and opens the list below itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.history.over_sheet import OverSheet
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind


class ChoiceList(OverSheet):
    """The open list. Thread: gui. Signals: `chosen(key)`."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, label: str, choices: Mapping[str, str], chosen: str, over: QWidget
    ) -> None:
        """Make the list over the page `over`; `label` says what is chosen."""
        super().__init__(theme, label, over)
        self._keys: dict[ActionButton, str] = {}
        pad = theme.px(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(2))
        for key, text in choices.items():
            row = ActionButton(
                theme,
                text,
                Kind.GHOST,
                height=48,
                name=self.tr("Choose {choice}").format(choice=text),
            )
            row.set_selected(key == chosen)
            row.acted.connect(self._on_acted)
            self._keys[row] = key
            column.addWidget(row)

    def first_focus(self) -> QWidget:
        """Return the first choice."""
        return next(iter(self._keys))

    @Slot()
    def _on_acted(self) -> None:
        sender = self.sender()
        if isinstance(sender, ActionButton):
            self.close_sheet()
            self.chosen.emit(self._keys[sender])


class ChoiceButton(ActionButton):
    """Shows the choice made; a press opens the list.

    Thread: gui. Signals: `picked(key)` when another was chosen.
    """

    picked = Signal(str)

    def __init__(
        self, theme: Theme, label: str, choices: Mapping[str, str], chosen: str, page: QWidget
    ) -> None:
        """Make a button over `choices`, texts by key; the list opens over `page`.

        `label` says what is chosen; with the choice it is the accessible name, so that no choice is
        named like a move.
        """
        name = f"{label}: {choices[chosen]}"
        super().__init__(
            theme,
            choices[chosen],
            Kind.PLAIN,
            icon="chevron-down",
            icon_after=True,
            height=48,
            name=name,
        )
        self._label = label
        self._choices = choices
        self._page = page
        self.key = chosen
        self.acted.connect(self._on_open)

    def pick(self, key: str) -> None:
        """Choose; `picked` is emitted only when it is another."""
        if key != self.key:
            self.key = key
            text = self._choices[key]
            self.set_words(text, name=f"{self._label}: {text}")
            self.picked.emit(key)

    def _padding(self) -> int:
        return 12  # four of them stand in a row, in every language

    @Slot()
    def _on_open(self) -> None:
        choices = ChoiceList(self._theme, self._label, self._choices, self.key, self._page)
        choices.chosen.connect(self._on_chosen)
        choices.open_below(self)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.pick(key)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
