"""The opened order, with everything known of it and its moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.news import CommandRefused
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.panel.body import Basket, BodyScroll, Facts
from app.ui.panel.commands import command_of
from app.ui.panel.foot import PanelFoot
from app.ui.panel.header import PanelHeader
from app.ui.panel.places import places_of
from app.ui.theme import Theme
from app.ui.widgets import Age, EmptyState, Group
from app.ui.wording.order import is_struck, ordered_line, state_chip
from app.ui.wording.troubles import troubles
from app.ui.wording.waiting import LIMITS, late_after, waits_since
from app.usecases.desk import Shop

_WAKES_AFTER_MS: Final = 5000
# These leave the order as it is; their buttons only rest.
_WITHOUT_FLIGHT: Final = frozenset({Move.PRINT, Move.PRINT_AGAIN})


def utc_now() -> datetime:
    """Return the present time, aware."""
    return datetime.now(UTC)


class OrderPanel(Group):
    """The group "Order A-42": head, body and foot of one order, or what to do when none is open.

    A snapshot of the order that is shown changes what differs and nothing else; another order
    starts at its top. See the package for the signatures.

    Thread: gui. Signals: `close_pressed`, `dialog_wanted(move, snapshot)`,
    `card_wanted(snapshot)` for the loyalty card, `moved(order_id, move)`; `skip_wanted(job_ids)`,
    `retry_wanted(job_ids)` and `printer_wanted(job_ids, printers)` for slips that wait.
    """

    close_pressed = Signal()
    dialog_wanted = Signal(object, object)
    card_wanted = Signal(object)
    moved = Signal(str, object)
    skip_wanted = Signal(object)
    retry_wanted = Signal(object)
    printer_wanted = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        *,
        now: Callable[[], datetime] = utc_now,
        limits: Mapping[OrderState, float] = LIMITS,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty panel; `limits` are the minutes after which a wait is late."""
        super().__init__(theme, "", "surface", ("left",), parent=parent)
        self._shop = shop
        self._dispatch = dispatch
        self._now = now
        self._limits = limits
        self._snapshot: OrderSnapshot | None = None
        self._is_wide = False
        head, line = self.tr("No order open"), self.tr("Tap a card or scan a slip.")
        self.empty = EmptyState(theme, "slip", head, line)
        self.header = PanelHeader(theme)
        self.facts = Facts(theme, shop, dispatch)
        self.basket = Basket(theme, shop, dispatch)
        self.main_scroll = BodyScroll(theme)
        self.side_scroll = BodyScroll(theme)
        self.foot = PanelFoot(theme, shop, self)
        self._set_up_timers()
        self._lay_out()
        self.header.close_pressed.connect(self.close_pressed)
        self.foot.move_pressed.connect(self._on_move)
        self.foot.details_pressed.connect(self._on_details)
        self.foot.waiting.skip_pressed.connect(self.skip_wanted)
        self.foot.waiting.retry_pressed.connect(self.retry_wanted)
        self.foot.waiting.other_pressed.connect(self.printer_wanted)
        self.foot.menu.card_pressed.connect(self._on_card)
        self.facts.points.change_wanted.connect(self._on_card)
        self.show_order(None)

    @property
    def snapshot(self) -> OrderSnapshot | None:
        """Return the order shown."""
        return self._snapshot

    @property
    def order_id(self) -> str:
        """Return the id of the order shown, "" when there is none."""
        return self._snapshot.order.id if self._snapshot is not None else ""

    def show_order(self, snapshot: OrderSnapshot | None) -> None:
        """Open an order, update the one that is open, or show that none is."""
        before = self.order_id
        self._snapshot = snapshot
        self.empty.setVisible(snapshot is None)
        self.header.setVisible(snapshot is not None)
        self._show_halves()
        if snapshot is None:
            self.setAccessibleName(self.tr("No order open"))
            self.foot.menu.close_menu()
            self._undo_ends.stop()
            return
        same = before == snapshot.order.id
        if not same:
            self.foot.menu.close_menu()
            self.basket.fold()
        self.setAccessibleName(self.tr("Order {number}").format(number=snapshot.order.number))
        self._show_parts(snapshot, same_order=same)
        if not same:
            self.main_scroll.to_top()
            self.side_scroll.to_top()

    def command_refused(self, refused: CommandRefused) -> None:
        """Wake the buttons: the command did nothing."""
        if self._snapshot is not None and refused.order_id == self.order_id:
            self._show_moves(self._snapshot, same_order=True)

    def set_moves_enabled(self, enabled: bool) -> None:
        """Let moves be pressed or, while a dialog is open, not."""
        self.foot.menu.close_menu()
        self.foot.setEnabled(enabled)

    def refresh_age(self) -> None:
        """Show how long the order has waited by now."""
        if self._snapshot is not None:
            self.header.show_age(self._age(self._snapshot))

    def set_wide(self, wide: bool) -> None:
        """Put facts and moves beside the lines (portrait), or below each other."""
        if wide == self._is_wide:
            return
        self._is_wide = wide
        self._arrange()

    def _show_parts(self, snapshot: OrderSnapshot, *, same_order: bool) -> None:
        order, now = snapshot.order, self._now()
        self.header.show_number(
            order.number,
            struck=is_struck(order),
            initial=snapshot.vendor_title[:1].upper(),
            line=ordered_line(snapshot, self._shop, now),
        )
        self.header.show_state(state_chip(snapshot), self._age(snapshot))
        self.facts.show_order(snapshot, now)
        self.basket.show_order(snapshot, now)
        self._show_moves(snapshot, same_order=same_order)

    def _show_moves(self, snapshot: OrderSnapshot, *, same_order: bool) -> None:
        self._wake.stop()
        now = self._now()
        current = self._without_late_undo(snapshot, now)
        found = troubles(current, self._shop, now)
        settling = tuple(move for trouble in found for move in trouble.moves)
        places = places_of(current, settling)
        self.foot.show_moves(current, places, found, now, same_order=same_order)

    def _without_late_undo(self, snapshot: OrderSnapshot, now: datetime) -> OrderSnapshot:
        """Take Undo away once its time is over, and come back when it will be."""
        undo = snapshot.order.undo
        self._undo_ends.stop()
        if undo is None:
            return snapshot
        if snapshot.order.undoable_at(now):
            left = (undo.until - now).total_seconds()
            self._undo_ends.start(max(1, round(left * 1000)) + 20)
            return snapshot
        kept = tuple(offered for offered in snapshot.offered if offered.move is not Move.UNDO)
        return replace(snapshot, offered=kept)

    def _age(self, snapshot: OrderSnapshot) -> Age | None:
        order = snapshot.order
        if order.column is None or order.state.is_end or order.rests_in_later:
            return None
        seconds = (self._now() - waits_since(snapshot, self._shop.lead_minutes)).total_seconds()
        is_early = seconds < 0 and order.wanted_at is not None
        minutes = max(0, int(seconds // 60))
        return None if is_early else Age(minutes, late_after(snapshot, self._shop, self._limits))

    def _set_up_timers(self) -> None:
        self._wake = QTimer(self)
        self._wake.setSingleShot(True)
        self._wake.timeout.connect(self._on_time_over)
        self._undo_ends = QTimer(self)
        self._undo_ends.setSingleShot(True)
        self._undo_ends.timeout.connect(self._on_time_over)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self.header)
        self._main, self._side = QWidget(), QWidget()
        self._main_column, self._side_column = QVBoxLayout(self._main), QVBoxLayout(self._side)
        self._halves = QWidget()
        halves = QHBoxLayout(self._halves)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(0)
        halves.addWidget(self._main, 3)
        halves.addWidget(self._side, 2)
        for column in (self._main_column, self._side_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        self._main_column.addWidget(self.main_scroll, 1)
        self._side_column.addWidget(self.side_scroll, 1)
        self._column.addWidget(self._halves, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put facts and foot where the layout has them; the widgets stay the same ones."""
        wide = self._is_wide
        (self.side_scroll if wide else self.main_scroll).put(self.facts, 0)
        self.main_scroll.put(self.basket, 0 if wide else 1)
        (self._side_column if wide else self._main_column).addWidget(self.foot)
        self._show_halves()

    def _show_halves(self) -> None:
        is_open = self._snapshot is not None
        self._halves.setVisible(is_open)
        self._side.setVisible(self._is_wide)

    @Slot(object)
    def _on_move(self, move: Move) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        command = command_of(move, snapshot.order.id)
        if command is None:
            self.dialog_wanted.emit(move, snapshot)
            return
        button = self.foot.button(move)
        if button is not None and move not in _WITHOUT_FLIGHT:
            button.start()
            self._wake.start(_WAKES_AFTER_MS)
        self.foot.rest()
        self._dispatch(command)
        self.moved.emit(snapshot.order.id, move)

    @Slot()
    def _on_details(self) -> None:
        self.basket.unfold()
        self.main_scroll.show_all_of(self.basket.details)

    @Slot()
    def _on_card(self) -> None:
        if self._snapshot is not None:
            self.card_wanted.emit(self._snapshot)

    @Slot()
    def _on_time_over(self) -> None:
        if self._snapshot is not None:
            self._show_moves(self._snapshot, same_order=True)
