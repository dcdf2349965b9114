"""The order chosen in History: what it was, what happened to it, and what can still be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.news import OrderShown
from app.domain.order import Order
from app.domain.report import Customer
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.finger import scroll_by_finger
from app.ui.history.timeline import Timeline
from app.ui.panel.points_row import PointsRow
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Chip, EmptyState, Group, Kind, Label, Sheet
from app.ui.wording.figures import amount, item_count
from app.ui.wording.moves import move_note, move_text
from app.ui.wording.order import state_chip, vendor_number_text
from app.usecases.bring_back import BringBack
from app.usecases.desk import Shop
from app.usecases.print_order import PrintAgain


class OrderDetail(Group):
    """The group "Order A-33" of History.

    Thread: gui. Signals: `board_wanted(order_id)` to open the order on the board;
    `dialog_wanted(move, snapshot)` for a move that asks; `card_wanted(snapshot)` to put a loyalty
    card to it; `settle_wanted` for the list To settle; `erase_wanted(snapshot)` to forget who
    ordered.
    """

    board_wanted = Signal(str)
    dialog_wanted = Signal(object, object)
    card_wanted = Signal(object)
    settle_wanted = Signal()
    erase_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        send: Callable[[object], None],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """Make it with no order chosen."""
        super().__init__(theme, "", "surface", ("left",), parent=parent)
        self._shop = shop
        self._send = send
        self._now = now
        self._order: OrderSnapshot | None = None
        self._follows = False
        head, line = self.tr("No order chosen"), self.tr("Tap a line to see what happened.")
        self.empty = EmptyState(theme, "history", head, line)
        self.number = Label(theme, style="number_xl", elide=True)
        self.chip = Chip(theme)
        self.amount = Label(theme, style="total", align=Qt.AlignmentFlag.AlignRight)
        self.line = Label(theme, style="body", ink="ink2", wrap=True)
        self.points = PointsRow(theme, send)
        self.reasons = Sentence(theme, "", "body", "ink2")
        self.timeline = Timeline(theme, shop)
        self.open = ActionButton(theme, self.tr("Open on the board"), Kind.PLAIN, height=72)
        self.bring_back = ActionButton(
            theme, move_text(Move.BRING_BACK), Kind.PLAIN, icon="undo", height=72
        )
        self.print_again = ActionButton(
            theme, move_text(Move.PRINT_AGAIN), Kind.PLAIN, icon="printer", height=72
        )
        self.money_back = ActionButton(
            theme, move_text(Move.MONEY_RETURNED), Kind.PLAIN, icon="banknote", height=72
        )
        self.settle = ActionButton(theme, self.tr("To settle"), Kind.PLAIN, icon="list", height=72)
        self.note = Sentence(theme, "", "small", "ink2")
        self.card = ActionButton(theme, self.tr("Loyalty card"), Kind.PLAIN, icon="card", height=72)
        self.erase = ActionButton(
            theme, self.tr("Erase this customer's data"), Kind.PLAIN, icon="trash", height=72
        )
        self._lay_out()
        self.erase.acted.connect(self._on_erase)
        self.card.acted.connect(self._on_card)
        self.points.change_wanted.connect(self._on_card)
        self.money_back.acted.connect(self._on_money_back)
        self.settle.acted.connect(self.settle_wanted)
        self.open.acted.connect(self._on_open)
        self.bring_back.acted.connect(self._on_bring_back)
        self.print_again.acted.connect(self._on_print_again)
        self.show_order(None)

    @property
    def order_id(self) -> str:
        """Return the id of the order shown, "" for none."""
        return self._order.order.id if self._order is not None else ""

    def show_order(self, news: OrderShown | None) -> None:
        """Show an order with its events, or that none is chosen."""
        before, self._order = self.order_id, news.order if news is not None else None
        has_grown = news is not None and len(news.events) > self.timeline.count
        self._follows = self.order_id == before and (self._follows or has_grown)
        self.empty.setVisible(news is None)
        self._body.setVisible(news is not None)
        self._foot.setVisible(news is not None)
        if news is None:
            self.setAccessibleName(self.tr("No order chosen"))
            return
        order = news.order.order
        self.setAccessibleName(self.tr("Order {number}").format(number=order.number))
        self.number.setText(order.number)
        chip = state_chip(news.order)
        self.chip.show_mark(chip.text, chip.kind, chip.icon)
        self.amount.setText(amount(order.basket.total, self._shop))
        parts = (
            vendor_number_text(news.order) or news.order.vendor_title,
            order.desk,
            order.customer.name,
            item_count(order.basket.item_count),
        )
        self.line.setText(" · ".join(" ".join(part.split()) for part in parts if part))
        self.points.show_order(news.order)
        self._say_reasons(order)
        self.timeline.show_events(news.events, news.order, news.names)
        self._show_moves(news.order)

    def _say_reasons(self, order: Order) -> None:
        """Show staff's own words for why money went another way."""
        said = [why for why in (order.handed_over_unpaid, *order.return_notes) if why]
        self.reasons.say_plainly(" · ".join(said))
        self.reasons.setVisible(bool(said))

    def _show_moves(self, snapshot: OrderSnapshot) -> None:
        self.open.setVisible(snapshot.order.column is not None)
        self.bring_back.setVisible(snapshot.offers(Move.BRING_BACK) is not None)
        self.print_again.setVisible(snapshot.offers(Move.PRINT_AGAIN) is not None)
        points = snapshot.points
        self.card.setVisible(points is not None and points.can_tie and not points.can_remove)
        self.money_back.setVisible(snapshot.offers(Move.MONEY_RETURNED) is not None)
        self.settle.setVisible(bool(snapshot.order.to_settle))
        self.erase.setVisible(_can_be_erased(snapshot))
        bring_back = snapshot.offers(Move.BRING_BACK)
        note = move_note(bring_back, snapshot, self._shop) if bring_back is not None else ""
        self.bring_back.setAccessibleDescription(note)
        self.note.say_plainly(f"{move_text(Move.BRING_BACK)}: {note}" if note else "")
        self.note.setVisible(bool(note))
        self._place_buttons()

    def _place_buttons(self) -> None:
        """Put what is offered into two columns, a last one across both."""
        shown = [button for button in self._buttons if not button.isHidden()]
        for button in self._buttons:
            self._grid.removeWidget(button)
        for place, button in enumerate(shown):
            is_alone = place == len(shown) - 1 and place % 2 == 0
            self._grid.addWidget(button, place // 2, place % 2, 1, 2 if is_alone else 1)
        self._foot.setVisible(bool(shown))

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(14))
        head.addWidget(self.number, 1)
        head.addWidget(self.chip)
        head.addWidget(self.amount)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.timeline)
        scroll.setAccessibleName(self.tr("What happened"))
        scroll_by_finger(scroll)
        self._story = scroll.verticalScrollBar()
        self._story.rangeChanged.connect(self._on_story_grown)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(px(20), px(16), px(16), 0)
        body.setSpacing(px(10))
        body.addLayout(head)
        body.addWidget(self.line)
        body.addWidget(self.points)
        body.addWidget(self.reasons)
        body.addSpacing(px(6))
        body.addWidget(scroll, 1)
        self._foot = Sheet(self._theme, "surface", ("top",))
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(px(16), px(12), px(16), px(16))
        foot.setSpacing(px(8))
        self._buttons = (
            self.open,
            self.settle,
            self.money_back,
            self.bring_back,
            self.card,
            self.print_again,
            self.erase,
        )
        for button in self._buttons:
            button.setParent(self._foot)
        self._grid = QGridLayout()
        self._grid.setSpacing(px(8))
        foot.addLayout(self._grid)
        foot.addWidget(self.note)
        self._place_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.empty, 1)
        column.addWidget(self._body, 1)
        column.addWidget(self._foot)

    @Slot(int, int)
    def _on_story_grown(self, _least: int, most: int) -> None:
        """Show what has just happened to the order that is open already; it stands last."""
        if self._follows:
            self._story.setValue(most)

    @Slot()
    def _on_open(self) -> None:
        self.board_wanted.emit(self.order_id)

    @Slot()
    def _on_card(self) -> None:
        if self._order is not None:
            self.card_wanted.emit(self._order)

    @Slot()
    def _on_erase(self) -> None:
        if self._order is not None:
            self.erase_wanted.emit(self._order)

    @Slot()
    def _on_money_back(self) -> None:
        if self._order is not None:
            self.dialog_wanted.emit(Move.MONEY_RETURNED, self._order)

    @Slot()
    def _on_bring_back(self) -> None:
        self.bring_back.rest()
        self._send(BringBack(self.order_id))

    @Slot()
    def _on_print_again(self) -> None:
        self.print_again.rest()
        self._send(PrintAgain(self.order_id))


def _can_be_erased(snapshot: OrderSnapshot) -> bool:
    """Whether the order is off the board and tells whose it was."""
    order = snapshot.order
    has_card = snapshot.points is not None and bool(snapshot.points.card)
    return order.column is None and (order.customer != Customer() or has_card)
