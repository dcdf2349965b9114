"""Three tabs with counts, for windows in which only one column has room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.states import COLUMNS, OrderState
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Sheet


class ColumnTabs(Sheet):
    """A row of tabs, "New 3", of which one is chosen.

    Thread: gui. Signals: `chosen` when another tab was pressed; `state` says which.
    """

    chosen = Signal()

    def __init__(
        self, theme: Theme, names: Mapping[OrderState, str], parent: QWidget | None = None
    ) -> None:
        """Make the tabs with the columns' names; New is chosen."""
        super().__init__(theme, "canvas", parent=parent)
        self._names = names
        self.state = OrderState.NEW
        self.buttons = {
            state: ActionButton(theme, names[state], Kind.PLAIN, height=48) for state in COLUMNS
        }
        self._tool: ActionButton | None = None
        self._row = QHBoxLayout(self)
        for button in self.buttons.values():
            self._row.addWidget(button, 1)
            button.acted.connect(self._on_acted)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.choose(OrderState.NEW)

    def choose(self, state: OrderState) -> None:
        """Choose a tab; nothing is emitted."""
        self.state = state
        for each, button in self.buttons.items():
            button.set_selected(each is state)

    def show_tool(self, tool: ActionButton | None) -> None:
        """Have the button of the chosen column at the end of the row."""
        if self._tool is not None and self._tool is not tool:
            self._row.removeWidget(self._tool)
            self._tool.hide()
        self._tool = tool
        if tool is not None:
            self._row.addWidget(tool)
            tool.show()

    def show_counts(self, counts: Mapping[OrderState, int]) -> None:
        """Show how many cards each column has."""
        for state, button in self.buttons.items():
            words = f"{self._names[state]} {counts[state]}"
            if button.text() != words:
                button.set_words(words)

    @Slot()
    def _on_acted(self) -> None:
        sender = self.sender()
        for state, button in self.buttons.items():
            if button is sender:
                self.choose(state)
                self.chosen.emit()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(8), px(4), px(8), px(4))
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(56))
