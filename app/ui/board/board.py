"""The board: three columns of cards, or one at a time where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.snapshot import OrderSnapshot
from app.domain.states import COLUMNS, OrderState
from app.ui.board.card import Card
from app.ui.board.cards_of import ColumnOrders, in_column, is_unanswered
from app.ui.board.column import BoardColumn, utc_now
from app.ui.board.column_tabs import ColumnTabs
from app.ui.board.column_words import column_name, empty_text, fold_text, tool_text
from app.ui.board.totals_panel import TotalsPanel
from app.ui.theme import Theme
from app.ui.wording.card import card_of
from app.ui.wording.waiting import LIMITS
from app.usecases.desk import Shop

_ROOM_FOR_TOTALS = 1280
"""From this width on the totals stand beside the columns, else over the cards they sum."""


class Board(QWidget):
    """All orders of the till in their columns, changed order by order.

    Thread: gui. Signals: `order_opened(order_id)` at a tap or Enter on a card; `counted(n)` when
    the number of new orders that wait for an answer has changed; `settle_pressed`;
    `collect_pressed` for the list of what lies ready for long.
    """

    order_opened = Signal(str)
    counted = Signal(int)
    settle_pressed = Signal()
    collect_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        *,
        limits: Mapping[OrderState, float] = LIMITS,
        now: Callable[[], datetime] = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty board; `limits` are the minutes after which a wait is late."""
        super().__init__(parent)
        self._theme = theme
        self._shop = shop
        self._limits = limits
        self._now = now
        self._orders: dict[str, OrderSnapshot] = {}
        self._cards: dict[str, Card] = {}
        self._opened = ""
        self._unfolded: set[OrderState] = set()
        self._unanswered = 0
        self._has_tabs = False
        self._has_totals = False
        self.columns = {state: self._column(state) for state in COLUMNS}
        names = {state: column_name(state) for state in COLUMNS}
        self.columns[OrderState.READY].settle_pressed.connect(self.settle_pressed)
        self.columns[OrderState.READY].head.tool_pressed.connect(self.collect_pressed)
        self.columns[OrderState.READY].collect.acted.connect(self.collect_pressed)
        self.totals = TotalsPanel(theme, self.orders, self)
        self.totals.close_pressed.connect(self._on_totals)
        self.columns[OrderState.PREPARING].head.tool_pressed.connect(self._on_totals)
        self.tabs = ColumnTabs(theme, names, self)
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.hide()
        theme.changed.connect(self._on_restyled)

    @property
    def unanswered(self) -> int:
        """Return how many new orders wait for an answer."""
        return self._unanswered

    def order(self, order_id: str) -> OrderSnapshot | None:
        """Return an order of the board."""
        return self._orders.get(order_id)

    def orders(self) -> tuple[OrderSnapshot, ...]:
        """Return all orders of the board, in no order."""
        return tuple(self._orders.values())

    def show_orders(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take in changed orders; what is no longer on the board goes."""
        touched: set[OrderState] = set()
        for snapshot in snapshots:
            order_id = snapshot.order.id
            before = self._orders.pop(order_id, None)
            self._cards.pop(order_id, None)
            if before is not None and before.order.column is not None:
                touched.add(before.order.column)
            if snapshot.order.column is not None:
                self._orders[order_id] = snapshot
                touched.add(snapshot.order.column)
        self._show(touched)
        self.totals.orders_changed()

    def show_to_settle(self, head: str, rest: str) -> None:
        """Say below the orders to hand over what is to be settled elsewhere; "" for nothing."""
        self.columns[OrderState.READY].set_to_settle(head, rest)

    def mark_opened(self, order_id: str) -> None:
        """Show which order the panel holds, "" for none."""
        before, self._opened = self._opened, order_id
        for changed in {before, order_id} - {""}:
            self._cards.pop(changed, None)
        for column in self.columns.values():
            column.mark_opened(order_id)

    def show_order(self, order_id: str) -> None:
        """Bring an order's card into sight."""
        snapshot = self._orders.get(order_id)
        if snapshot is None or snapshot.order.column is None:
            return
        state = snapshot.order.column
        if self._has_tabs:
            self.tabs.choose(state)
            self._place()
        if not self.columns[state].show_order(order_id):
            self._unfolded.add(state)
            self._show({state})
            self.columns[state].show_order(order_id)

    def next_oldest(self, state: OrderState, after: str) -> str:
        """Return the oldest order of a column that waits for staff, other than `after`, or ""."""
        for card in self.columns[state].cards:
            snapshot = self._orders.get(card.order_id)
            if card.order_id != after and snapshot is not None and snapshot.awaited is None:
                return card.order_id
        return ""

    def set_look(self, *, shows_items: bool, tabs: bool) -> None:
        """Show items on the cards, or one column at a time."""
        self._has_tabs = tabs
        if not tabs:
            self.tabs.show_tool(None)
        for column in self.columns.values():
            column.set_shows_items(shows_items)
            column.set_headless(tabs)
        self.tabs.setVisible(tabs)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the columns anew."""
        self._place()

    def sizeHint(self) -> QSize:
        """Return a size in which three columns have room."""
        return QSize(self._theme.px(880), self._theme.px(480))

    def _column(self, state: OrderState) -> BoardColumn:
        column = BoardColumn(
            self._theme,
            column_name(state),
            empty_text(state),
            now=self._now,
            asks=state is OrderState.NEW,
            lines=() if state is OrderState.READY else ("right",),
            tool=tool_text(state),
            parent=self,
        )
        column.opened.connect(self.order_opened)
        column.fold_pressed.connect(self._on_fold)
        column.view.finger_lifted.connect(self._on_finger_lifted)
        return column

    def _show(self, states: Iterable[OrderState]) -> None:
        now = self._now()
        for state in states:
            here = (order for order in self._orders.values() if order.order.column is state)
            found = in_column(here, self._shop)
            shown = found.shown
            if state in self._unfolded:
                shown += found.resting
            self.columns[state].set_cards([self._card(order, now) for order in shown])
            self._show_fold(state, found)
        self._count()

    def _card(self, snapshot: OrderSnapshot, now: datetime) -> Card:
        order_id = snapshot.order.id
        card = self._cards.get(order_id)
        if card is None:
            card = card_of(
                snapshot,
                self._shop,
                now,
                opened=order_id == self._opened,
                limits=self._limits,
            )
            self._cards[order_id] = card
        return card

    def _show_fold(self, state: OrderState, found: ColumnOrders) -> None:
        fold = fold_text(found, self._shop, self._now())
        if not fold.head:
            self._unfolded.discard(state)
        row = fold.unfolded if state in self._unfolded else fold
        self.columns[state].set_fold(row.head, row.rest, row.brief)
        if state is OrderState.READY:
            asks = bool(found.older) and state in self._unfolded
            self.columns[state].set_collect(self.tr("Collect older …") if asks else "")

    def _count(self) -> None:
        orders = self._orders.values()
        count = sum(
            order.order.column is OrderState.NEW and is_unanswered(order) for order in orders
        )
        self.tabs.show_counts(
            {state: column.model.rowCount() for state, column in self.columns.items()}
        )
        if count != self._unanswered:
            self._unanswered = count
            self.counted.emit(count)

    def _place(self) -> None:
        if self._has_tabs:
            self._place_tabs()
            return
        is_wide = self._has_totals and self.width() >= self._theme.px(_ROOM_FOR_TOTALS)
        parts = list(self.columns.values())
        beside: list[QWidget] = [*parts, self.totals] if is_wide else [*parts]
        left = 0
        for place, part in enumerate(beside, start=1):
            right = self.width() * place // len(beside)
            part.setGeometry(left, 0, right - left, self.height())
            part.show()
            left = right
        if not is_wide:
            self._place_totals(self.columns[OrderState.PREPARING])

    def _place_totals(self, over: BoardColumn) -> None:
        """Put the totals over a column's cards where there is no room beside them."""
        self.totals.setGeometry(over.geometry())
        self.totals.setVisible(self._has_totals and over.isVisibleTo(self))

    def _place_tabs(self) -> None:
        self.tabs.setGeometry(0, 0, self.width(), self.tabs.sizeHint().height())
        self.tabs.show_tool(self.columns[self.tabs.state].head.tool)
        top = self.tabs.geometry().bottom() + 1
        for state, column in self.columns.items():
            column.setGeometry(0, top, self.width(), max(0, self.height() - top))
            column.setVisible(state is self.tabs.state)
        self._place_totals(self.columns[OrderState.PREPARING])

    @property
    def shows_totals(self) -> bool:
        """Whether the totals are wanted on the board."""
        return self._has_totals

    def show_totals(self, wanted: bool) -> None:
        """Show what is to be made, or put it away."""
        if wanted == self._has_totals:
            return
        self._has_totals = wanted
        button = self.columns[OrderState.PREPARING].head.tool
        if button is not None:
            button.set_selected(wanted)
        if wanted:
            self.totals.open()
        else:
            self.totals.hide()
        self._place()

    @Slot()
    def _on_totals(self) -> None:
        self.show_totals(not self._has_totals)

    @Slot()
    def _on_tab(self) -> None:
        self._place()

    @Slot()
    def _on_fold(self) -> None:
        for state, column in self.columns.items():
            if column is self.sender():
                self._unfolded ^= {state}
                self._show({state})

    @Slot()
    def _on_finger_lifted(self) -> None:
        # What waited under the finger was made before the tap opened an order.
        for state, column in self.columns.items():
            if column.view is self.sender():
                self._show({state})

    @Slot()
    def _on_restyled(self) -> None:
        self._place()
