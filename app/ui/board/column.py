"""One column of the board: its head, the cards, and what is out of sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.board.card import Card
from app.ui.board.card_model import CardModel
from app.ui.board.card_view import CardView
from app.ui.board.column_head import ColumnHead, ToolText
from app.ui.board.column_parts import FoldRow
from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.age import Age
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.sheet import Sheet

TICK_MS = 5000
_LOW = 260  # design px of height of a column
MORE_HEIGHT = 48


def utc_now() -> datetime:
    """Return the time by which ages are counted."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class EmptyText:
    """What a column says while it has no cards."""

    icon: str
    head: str
    line: str


class BoardColumn(Sheet):
    """A column with its cards, oldest first.

    While a finger is down on its cards, changes wait, so that nothing slides under it.

    Thread: gui. Signals: `opened(order_id)` at a tap or Enter on a card; `fold_pressed`;
    `settle_pressed`; `head` has that of its button.
    """

    opened = Signal(str)
    fold_pressed = Signal()
    settle_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        empty: EmptyText,
        *,
        now: Callable[[], datetime] = utc_now,
        asks: bool = False,
        lines: Sequence[str] = ("right",),
        tool: ToolText | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the column called `name`; one that `asks` shows its count in solid accent.

        A `tool` is a button at the right of the head.
        """
        super().__init__(theme, "canvas", lines, parent=parent)
        self._now = now
        self._waiting: list[Callable[[], object]] = []
        self.model = CardModel(now, self)
        self.view = CardView(theme, name, self.model, now, self)
        self.head = ColumnHead(theme, name, asks=asks, tool=tool)
        self.empty = EmptyState(theme, empty.icon, empty.head, empty.line, parent=self)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.more = ActionButton(theme, "", Kind.LINK, icon="chevron-down", height=MORE_HEIGHT)
        self._more_row = Sheet(theme, "sunken", ("top",), parent=self)
        self._more_row.hide()
        self.fold = FoldRow(theme, "calendar")
        self.fold.hide()
        self.collect = FoldRow(theme, "check-all")
        self.collect.hide()
        self.settle = FoldRow(theme, "list")
        self.settle.hide()
        self._build()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._tick.timeout.connect(self.tick)
        self._tick.start(TICK_MS)
        self._on_changed()

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards shown, oldest first."""
        return self.model.cards

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show exactly these cards, changing only the rows that differ."""
        wanted = tuple(cards)
        self._waiting.clear()
        self._do(lambda: self.model.set_cards(wanted))

    def put_card(self, card: Card, row: int) -> None:
        """Change the order's card where it stands, or insert it at `row`."""
        self._do(lambda: self.model.put_card(card, row))

    def remove_card(self, order_id: str) -> None:
        """Take an order's card away; does nothing when it is not here."""
        self._do(lambda: self.model.remove_card(order_id))

    def mark_opened(self, order_id: str | None) -> None:
        """Show which order the panel holds; at once, since no row changes its height."""
        for row, card in enumerate(self.model.cards):
            is_opened = card.order_id == order_id
            if card.opened != is_opened:
                unseen = card.unseen and not is_opened
                self.model.put_card(replace(card, opened=is_opened, unseen=unseen), row)

    def set_headless(self, headless: bool) -> None:
        """Leave the head out where a tab says the same; the tool is then elsewhere."""
        if headless == self.head.is_left_out:
            return
        self.head.leave_out(headless)
        self._on_restyled()

    def set_shows_items(self, shows: bool) -> None:
        """Show the row of items on each card (wide windows)."""
        self.view.set_shows_items(shows)
        self._measure()

    def set_fold(self, head: str, rest: str = "", brief: str | None = "") -> None:
        """Show the row of what is folded away ("Later 2", "next 19:30", "19:30"); "" hides it."""
        self._show_row(self.fold, head, rest, brief)

    def set_to_settle(self, head: str, rest: str = "") -> None:
        """Show the row of what is to be settled ("2 to settle", "A-42"); "" hides it."""
        self._show_row(self.settle, head, rest)

    def set_collect(self, head: str) -> None:
        """Show the row that collects what was unfolded; "" hides it."""
        self._show_row(self.collect, head, "")

    def _show_row(self, row: FoldRow, head: str, rest: str, brief: str | None = "") -> None:
        if row.isHidden() and not head:
            return
        row.setVisible(bool(head))
        if head:
            row.say(head, rest, brief)
        self._on_restyled()

    def show_order(self, order_id: str) -> bool:
        """Scroll an order into sight and make it the current one; False when it is not here."""
        row = self.model.row_of(order_id)
        if row is None:
            return False
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        return True

    @Slot()
    def tick(self) -> None:
        """Bring the ages up to date, repainting nothing but them."""
        self.view.repaint_ages()
        self._show_oldest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure what is out of sight."""
        super().resizeEvent(event)
        self._measure()
        self._show_oldest()

    def _build(self) -> None:
        more = QVBoxLayout(self._more_row)
        more.setContentsMargins(0, 1, 0, 0)
        more.addWidget(self.more)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.collect)
        self._foot.addWidget(self.fold)
        self._foot.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.view, 1)
        column.addWidget(self._more_row)
        column.addLayout(self._foot)
        self.view.opened.connect(self.opened)
        self.view.finger_lifted.connect(self._on_finger_lifted)
        self.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.view.verticalScrollBar().rangeChanged.connect(self._on_scrolled)
        self.more.acted.connect(self._on_more)
        self.fold.acted.connect(self.fold_pressed)
        self.settle.acted.connect(self.settle_pressed)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.dataChanged):
            signal.connect(self._on_changed)
        self._theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def _do(self, change: Callable[[], object]) -> None:
        if self.view.is_finger_down():
            self._waiting.append(change)
        else:
            change()

    def _show_oldest(self) -> None:
        now = self._now()
        ages = [age for card in self.model.cards if (age := card.age(now)) is not None]
        longest = Age(max(age.minutes for age in ages)) if ages else None
        self.head.show_oldest(longest, self.width())

    def _measure(self) -> None:
        """Show the row that says how many cards are out of sight, when some are."""
        shown = self._more_row.isVisibleTo(self)
        extra = self._more_row.sizeHint().height() if shown else 0
        runs_over = self.view.content_height() > self.view.height() + extra
        # Where there is room for one card it is worth more than the count, which the tab has too.
        runs_over = runs_over and not (
            self.head.is_left_out and self.height() < self._theme.px(_LOW)
        )
        self._more_row.setVisible(runs_over and self.view.height() > 0)
        self.empty.setGeometry(self.view.geometry())
        self.empty.setVisible(not self.model.cards)
        self._say_more()

    def _say_more(self) -> None:
        count = self.view.hidden_below()
        if count:
            words, icon = self.tr("{count} more").format(count=count), "chevron-down"
        else:
            words, icon = self.tr("Back to the oldest"), "chevron-up"
        if self.more.text() != words:
            self.more.set_words(words)
            self.more.set_icon(icon)

    @Slot()
    def _on_changed(self) -> None:
        self.head.show_count(self.model.rowCount())
        self._show_oldest()
        self._measure()

    @Slot()
    def _on_scrolled(self) -> None:
        self._say_more()

    @Slot()
    def _on_more(self) -> None:
        bar = self.view.verticalScrollBar()
        if self.view.hidden_below():
            bar.setValue(bar.value() + max(1, self.view.viewport().height() - self._theme.px(116)))
        else:
            bar.setValue(0)

    @Slot()
    def _on_finger_lifted(self) -> None:
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            change()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self.head.restyle()
        rows = (self.collect, self.fold, self.settle)
        has_foot = not all(row.isHidden() for row in rows)
        self._foot.setContentsMargins(px(8), 0, px(8), px(8) if has_foot else 0)
        self._foot.setSpacing(px(8))
        self._measure()
