"""The head of a column: its name, how many cards it has, the oldest age, and a button."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout

from app.ui.board.column_parts import CountPill
from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.age import Age
from app.ui.widgets.label import Label

_HEIGHT = 48


@dataclass(frozen=True, slots=True)
class ToolText:
    """What the button in a column's head is: its icon and its accessible name."""

    icon: str
    name: str


class ColumnHead(QHBoxLayout):
    """Name, count, oldest age and button, beside each other.

    Thread: gui. Signals: `tool_pressed` for the button.
    """

    tool_pressed = Signal()

    def __init__(self, theme: Theme, name: str, *, asks: bool, tool: ToolText | None) -> None:
        """Make the head of the column `name`; one that `asks` shows its count in solid accent."""
        super().__init__()
        self._theme = theme
        self._asks = asks
        self.is_left_out = False
        self.name = Label(theme, name, "column")
        self.pill = CountPill(theme)
        self.oldest = Label(theme, style="small", ink="ink2")
        self.tool: ActionButton | None = None
        self.addWidget(self.name)
        self.addWidget(self.pill)
        self.addStretch(1)
        self.addWidget(self.oldest)
        if tool is not None:
            self.tool = ActionButton(theme, "", Kind.GHOST, icon=tool.icon, name=tool.name)
            self.tool.setFixedHeight(theme.px(_HEIGHT))
            self.tool.acted.connect(self.tool_pressed)
            self.addWidget(self.tool)

    def leave_out(self, left_out: bool) -> None:
        """Show nothing of it where a tab says the same; the button is then elsewhere."""
        self.is_left_out = left_out
        for part in (self.name, self.pill, self.oldest):
            part.setVisible(not left_out)
        if self.tool is not None:
            self.removeWidget(self.tool)
            if not left_out:
                self.addWidget(self.tool)
                self.tool.show()

    def show_count(self, count: int) -> None:
        """Show how many cards there are."""
        self.pill.show_count(count, loud=self._asks and count > 0)

    def show_oldest(self, age: Age | None, width: int) -> None:
        """Show the age of the oldest card, in fewer words where `width` has no room for all."""
        words = ""
        if age is not None:
            words = self.tr("oldest {waited}").format(waited=age.waited)
            self.oldest.setAccessibleDescription(words)
            words = words if self._has_room_for(words, width) else age.waited
        if self.oldest.text() != words:
            self.oldest.setText(words)

    def restyle(self) -> None:
        """Take sizes from the theme anew."""
        px = self._theme.px
        above = 0 if self.is_left_out else px(4)
        self.setContentsMargins(px(14), above, px(18 if self.tool is None else 6), 0)
        self.setSpacing(px(10))
        self.name.setFixedHeight(px(_HEIGHT))

    def _has_room_for(self, words: str, width: int) -> bool:
        """Whether `words` have room beside name, count and button."""
        margins = self.contentsMargins()
        taken = margins.left() + margins.right() + 5 * self.spacing()
        fixed = (self.name, self.pill, self.tool)
        taken += sum(part.sizeHint().width() for part in fixed if part is not None)
        wide = QFontMetricsF(self.oldest.font()).horizontalAdvance(words)
        return bool(taken + wide <= width)
