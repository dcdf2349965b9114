"""The orders that History found, or what was looked in where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.ui.history.line_list import LineHead, LineList
from app.ui.history.lines import HistoryLine
from app.ui.theme import Theme
from app.ui.widgets import EmptyState, Label, Sheet

MOST: Final = 1_000
"""So many lines can be scrolled through; who needs more must search."""


class FoundOrders(Sheet):
    """A line for each order, the newest first, and how many more there are.

    Thread: gui. Signals: `line_chosen(order_id)`; `end_reached` once the last line is in sight;
    `all_days_wanted` where too few were looked in.
    """

    line_chosen = Signal(str)
    end_reached = Signal()
    all_days_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make it without orders."""
        super().__init__(theme, "surface")
        px = theme.px
        self.head = LineHead(theme)
        self.list = LineList(theme)
        self.empty = EmptyState(theme, "search", "", "", button=self.tr("Search all days"))
        self.more = Label(theme, style="small", ink="ink2")
        self.more.setContentsMargins(px(16), px(8), px(16), px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.empty, 1)
        column.addWidget(self.list, 1)
        column.addWidget(self.more)
        self.empty.hide()
        self.list.line_chosen.connect(self.line_chosen)
        self.list.end_reached.connect(self.end_reached)
        self.empty.acted.connect(self.all_days_wanted)

    def show_lines(self, lines: Sequence[HistoryLine], count: int, text: str) -> None:
        """Show the newest `lines` of `count` orders, with `text` marked in them."""
        long_times = any(len(line.time) > 5 for line in lines)
        self.head.long_times = long_times
        self.head.update()
        self.list.show_lines(lines, text, long_times=long_times)
        self._say_more(len(lines), count)
        self.list.setVisible(bool(lines))
        self.head.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def say_looked_in(self, text: str, days: str, *, all_days: bool) -> None:
        """Say for what and in which days was looked, seen where nothing was found."""
        if text:
            head = self.tr("Nothing found for “{text}”").format(text=text)
        else:
            head = self.tr("No orders here")
        self.empty.say(head, self.tr("Looked in: {period}.").format(period=days))
        if self.empty.button is not None:
            self.empty.button.setVisible(not all_days)

    def choose(self, order_id: str) -> None:
        """Mark the line of an order, "" for none."""
        self.list.choose(order_id)

    def _say_more(self, shown: int, count: int) -> None:
        if shown < MOST:
            words = self.tr("The newest {shown} of {count} are shown. Scroll down for more.")
        else:
            words = self.tr("The newest {shown} of {count} are shown. Search to find older ones.")
        self.more.setText(words.format(shown=shown, count=count))
        self.more.setVisible(shown < count)
