"""Where a press, a scan or a number leads: across board, panel, pages and dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.scan_news import ScanAnswered
from app.domain.snapshot import OrderSnapshot
from app.domain.staff import GuardedAct
from app.domain.states import Move
from app.ui.arrangement import Layout
from app.ui.away import SETTINGS
from app.ui.closing.desk import CLOSING
from app.ui.wording.scan import WALK_IN
from app.ui.wording.scan_cards import UNTIE
from app.ui.wording.scan_questions import LEAVE, MEANS
from app.ui.wording.scan_slips import TAKE_PAYMENT, UNDO
from app.usecases.place_practice import PlacePractice
from app.usecases.scan_card import ShowOnScreen

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


class Ways(QObject):
    """Leads on, where more than one part of the screen is concerned. Thread: gui."""

    def __init__(self, place: Workplace) -> None:
        """Lead between the parts of `place`."""
        super().__init__(place)
        self._place = place
        self._shown = ""

    @Slot(str)
    def on_order_wanted(self, order_id: str) -> None:
        """Open an order on the board's screen."""
        self._place.pages.turn_to("")
        self._place.opened.open(order_id)

    @Slot(object)
    def on_order_scanned(self, snapshot: OrderSnapshot) -> None:
        """Open the order whose slip was scanned; Settings, where scanners are tried, stays."""
        self._place.opened.show(snapshot)
        if self._place.pages.key != SETTINGS:
            self._place.pages.turn_to("")

    @Slot(object)
    def on_payment_scanned(self, snapshot: OrderSnapshot) -> None:
        """Open the order a vendor found, and its payment where something is due."""
        self._place.pages.turn_to("")
        self._place.opened.show(snapshot)
        self._place.opened.take_payment(snapshot)

    @Slot(str)
    def on_order_found(self, order_id: str) -> None:
        """Open the order whose number was typed, and its payment where that accepts it."""
        self.on_order_wanted(order_id)
        snapshot = self._place.board.order(order_id)
        if snapshot is not None and snapshot.payment_accepts:
            self._place.opened.take_payment(snapshot)

    @Slot(str, object)
    def on_answer_button(self, key: str, answered: ScanAnswered) -> None:
        """Do what the button of a scan's answer says."""
        if key == WALK_IN and answered.product is not None:
            self._place.pages.turn_to("")
            self.on_walk_in()
            self._place.walkin.add(answered.product)
        order = answered.order
        if key.startswith(MEANS):
            self._place.errands.on_meaning_chosen(answered.text, key.removeprefix(MEANS))
            return
        if order is None or key == LEAVE:
            return
        if key == UNTIE:
            self._place.errands.on_untied(order.order.id)
            return
        if key == UNDO:
            self._place.errands.on_undo(order.order.id)
            return
        self.on_order_wanted(order.order.id)
        if key == TAKE_PAYMENT:
            self._place.opened.on_dialog_wanted(Move.TAKE_PAYMENT, order)

    @Slot()
    def on_shown_changed(self) -> None:
        """Let the core know which order is open: a card that is scanned goes to it."""
        if self._place.opened.order_id != self._shown:
            self._shown = self._place.opened.order_id
            self._place.errands.dispatch(ShowOnScreen(self._shown))

    @Slot()
    def on_walk_in(self) -> None:
        """Key a walk-in order in; a panel that lies over the board makes room meanwhile."""
        if self._place.stage.layout_in_force is Layout.SMALL:
            self._place.opened.set_aside()
        self._place.walkin.on_wanted()

    @Slot()
    def on_settings_wanted(self) -> None:
        """Open Settings, after the PIN where the shop wants one."""
        self._place.guard.ask(GuardedAct.SETTINGS, self._place.away.on_settings)

    @Slot()
    def on_practice_wanted(self) -> None:
        """Place a practice order, and show the board it comes to."""
        self._place.errands.dispatch(PlacePractice())
        self._place.pages.turn_to("")

    @Slot(str, str)
    def on_device_accepted(self, kind: str, name: str) -> None:
        """Take what is plugged in for the right device, after the PIN where Settings need one."""
        accept = self._place.errands.on_device_accepted
        self._place.guard.ask(GuardedAct.SETTINGS, lambda: accept(kind, name))

    @Slot(str, bool)
    def on_walkin_placed(self, order_id: str, pay: bool) -> None:
        """Open the order that was placed, and its payment where that was pressed."""
        self.on_order_wanted(order_id)
        snapshot = self._place.board.order(order_id)
        if pay and snapshot is not None and self._place.opened.order_id == order_id:
            self._place.opened.on_dialog_wanted(Move.TAKE_PAYMENT, snapshot)

    @Slot()
    def on_closing(self) -> None:
        """Open Closing."""
        self._place.pages.turn_to(CLOSING)

    @Slot()
    def on_escape(self) -> None:
        """End what lies on top: answer, dialog, page, panel; an open menu ends itself."""
        if self._place.scans.is_shown():
            self._place.scans.end()
        elif self._place.layer.dialog is not None:
            self._place.layer.close()
        elif self._place.pages.key:
            self._place.pages.turn_to("")
        else:
            self._place.opened.close()
