"""Taking the money that is to be paid at this counter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.news import DueChecked
from app.domain.order import PaymentMethod
from app.domain.report import DueDoubt
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.dialogs.ask_amount import AskAmount
from app.ui.dialogs.change_band import ChangeBand
from app.ui.dialogs.failed_page import FailedPage
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.page_stack import PageStack
from app.ui.dialogs.tally import Tally
from app.ui.dialogs.till_page import Room, TillPage
from app.ui.panel.fit_label import FitLabel
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.ui.wording.payment_note import told_note
from app.ui.wording.refusals import problem_words
from app.usecases.carry_payment import CarryPayment
from app.usecases.desk import Shop
from app.usecases.fail_payment import FailPayment
from app.usecases.handle_scan import BeginPayment, EndPayment
from app.usecases.receive_payment import ReceivePayment

_ROOMY = 560  # design px of height that all parts need
_LOW = 440  # below this the sum stands beside the title, the change in the foot
_LOWEST = 360  # below this four rows of keys are too high
_WIDE = 720
_ACTION, _LEAST_ACTION = 324, 232


class PaymentDialog(OrderDialog):
    """Payment for A-42: how much, how, and one press of Payment received.

    Cash with the exact amount is chosen at first. While it is open, scans wait. The amount is
    asked for where the vendor names none. A payment that failed first leads to another way. Where
    the payment accepts the order nothing is taken before the vendor has said that the amount holds.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        snapshot: OrderSnapshot,
    ) -> None:
        """Make the dialog of the order in `snapshot`."""
        title = translate("Payment", "Payment for {number}")
        super().__init__(theme, title, shop, dispatch, snapshot, width=848, height=608)
        self._began = False
        self._due_on_screen = snapshot.order.due
        self._holds = not snapshot.payment_accepts
        self._problem = ""
        self._is_low, self._is_wide = False, True
        self.pages = PageStack()
        self.till = TillPage(theme, shop, Tally(snapshot.order.due))
        self.ask = AskAmount(theme, shop, snapshot)
        self.failed_page = FailedPage(theme, shop)
        for page in (self.till, self.ask, self.failed_page):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self._make_foot()
        self.till.tally_changed.connect(self._on_changed)
        self.ask.amount_changed.connect(self._on_changed)
        self.closed.connect(self._on_closed)
        is_question = snapshot.order.due_doubt is not DueDoubt.NONE
        self.pages.setCurrentWidget(self.ask if is_question else self.till)
        self.show_order(snapshot)

    def first_focus(self) -> QWidget | None:
        """Return the field that takes what is typed."""
        if self.pages.currentWidget() is self.ask:
            return self.ask.field
        return self.till.field

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Take the order as it is now; a changed amount starts anew, an ended order locks."""
        super().show_order(snapshot)
        order = snapshot.order
        if order.due != self._due_on_screen and not order.due_doubt:
            self._due_on_screen = order.due
            self.till.set_tally(Tally(order.due))
            self.pages.setCurrentWidget(self.till)
            text = translate("Payment", "The amount has changed. Tell the customer the new one.")
            self.warn(text)
        self._show_locks()

    def due_checked(self, news: DueChecked) -> None:
        """Let the money be taken, or say why not: the vendor was asked about the amount."""
        self._holds = not news.problem
        before, self._problem = self._problem, ""
        if news.problem:
            head, todo = problem_words(news.problem, news.data, self.snapshot.vendor_title)
            no_money = translate("Payment", "Take no money.")
            self._problem = f"{head}. {no_money} {todo}"
        if not self.is_locked and (before or self._problem):
            self.warn(self._problem)
        self._show_locks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what is not needed where there is little room."""
        px = self.theme.px
        wide, high = event.size().width(), event.size().height()
        self._is_wide = wide >= px(_WIDE)
        super().resizeEvent(event)
        room = Room.LOW if high < px(_LOW) else Room.SHORT if high < px(_ROOMY) else Room.FULL
        self._is_low = room is Room.LOW
        self.till.fit(room, rows_of_four=self.wants_low_keys(high), narrow=not self._is_wide)
        for button in (self.received, self.asked, self.fail):
            button.setFixedWidth(px(_ACTION if self._is_wide else _LEAST_ACTION))
        self._show_room()

    def wants_low_keys(self, high: int) -> bool:
        """Whether keys stand in three rows: earlier where there is width for a fourth column."""
        return high < self.theme.px(_LOW if self._is_wide else _LOWEST)

    def showEvent(self, event: QShowEvent) -> None:
        """Let scans wait from now on."""
        super().showEvent(event)
        if not self._began:
            self._began = True
            self.send(BeginPayment(self.order_id))

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why nothing can be taken any more, "" while it can."""
        if snapshot.offers(Move.PAYMENT_RECEIVED) is not None:
            return ""
        order = snapshot.order
        if order.state is OrderState.CANCELLED:
            return translate("Payment", "The customer cancelled meanwhile. Take no money.")
        if order.payment.blocks_hand_over:
            return translate("Payment", "The order has changed meanwhile. Take no money now.")
        return translate("Payment", "This is settled already. Take no money.")

    def _make_foot(self) -> None:
        theme = self.theme
        received, failed = move_text(Move.PAYMENT_RECEIVED), move_text(Move.PAYMENT_FAILED)
        self.failed = ActionButton(theme, failed, Kind.DANGER)
        other = translate("Payment", "Try another way")
        self.back = ActionButton(theme, other, Kind.PLAIN, height=72)
        self.received = ActionButton(theme, received, Kind.NEXT, icon="check")
        self.asked = ActionButton(theme, translate("Payment", "Take this amount"), Kind.NEXT)
        self.fail = ActionButton(theme, failed, Kind.DANGER_SOLID)
        self.at_hand = self._money_at_hand()
        self.note = Sentence(theme, "", "body", "ink2", middle=True)
        self.change = ChangeBand(theme, self.shop)
        self.change.put_into_foot()
        self.change.part_pressed.connect(self.till.band.part_pressed)
        self.set_foot(
            _in_one_place(self.failed, self.back, self.at_hand),
            _in_one_place(self.received, self.asked, self.fail),
            note=_in_one_place(self.note, self.change),
        )
        self.sum = FitLabel(theme, "change", most=44, least=24, align=Qt.AlignmentFlag.AlignRight)
        self.sum.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        beside_title = QHBoxLayout()
        beside_title.addWidget(self.sum)
        beside_title.addSpacing(theme.px(16))
        self.add_to_bar(beside_title)
        self.failed.acted.connect(self._on_failed)
        self.back.acted.connect(self._on_back)
        self.received.acted.connect(self._on_received)
        self.asked.acted.connect(self._on_asked)
        self.fail.acted.connect(self._on_fail)

    def _money_at_hand(self) -> ActionButton:
        """Return the button that uses money taken for another number of the customer's."""
        money = self.snapshot.at_hand
        words = ""
        if money is not None:
            text = translate("Payment", "Use the {amount} of {number}")
            words = text.format(amount=amount(money.amount, self.shop), number=money.number)
        button = ActionButton(self.theme, words, Kind.PALE, height=72)
        button.acted.connect(self._on_at_hand)
        return button

    def _show_locks(self) -> None:
        page = self.pages.currentWidget()
        self.failed.setVisible(page is self.till and not self.snapshot.payment_accepts)
        self.back.setVisible(page is self.failed_page)
        self.received.setVisible(page is self.till)
        self.asked.setVisible(page is self.ask)
        self.fail.setVisible(page is self.failed_page)
        can_fail = self.snapshot.offers(Move.PAYMENT_FAILED) is not None and not self.is_locked
        self.failed.setEnabled(can_fail)
        self.fail.setEnabled(can_fail)
        stops = self.is_locked or not self._holds
        self.received.set_locked(stops or not self.till.tally.is_settled)
        self.at_hand.set_locked(stops)
        self.at_hand.setVisible(page is self.till and self.snapshot.at_hand is not None)
        self.asked.set_locked(self.is_locked or not self.ask.money)
        self.pages.setEnabled(not self.is_locked)
        self.note.say_plainly(self._note())
        self.change.show_tally(self.till.tally)
        self.sum.show_text(amount(self.till.tally.asked, self.shop))
        self._show_room()
        self.received.setAccessibleDescription(told_note(self.snapshot))

    def _show_room(self) -> None:
        """Show sum, change or note where there is room for them."""
        takes = self._is_low and self.pages.currentWidget() is self.till
        self.sum.setVisible(takes)
        self.change.setVisible(takes and self.till.takes_keys)
        self.note.setVisible(self._is_wide and self.change.isHidden() and not self._carries)

    @property
    def _carries(self) -> bool:
        return self.snapshot.at_hand is not None

    def _note(self) -> str:
        page = self.pages.currentWidget()
        if page is self.failed_page:
            return translate("Payment", "Nothing has been sent yet. It cannot be undone.")
        if page is self.ask:
            return translate("Payment", "Then choose how it is paid.")
        if not self._holds:
            asking = translate("Payment", "{vendor} is asked whether the amount still holds. Wait.")
            return asking.format(vendor=self.snapshot.vendor_title)
        return told_note(self.snapshot)

    @Slot()
    def _on_changed(self) -> None:
        self._show_locks()

    @Slot()
    def _on_received(self) -> None:
        tally = self.till.tally
        if self.is_locked or not self._holds or not tally.is_settled:
            return
        self.send(ReceivePayment(self.order_id, tally.due, tally.all_parts()))
        self.done_with()

    @Slot()
    def _on_at_hand(self) -> None:
        money = self.snapshot.at_hand
        if money is None or self.is_locked or not self._holds:
            return
        self.send(CarryPayment(self.order_id, money.order_id))
        self.done_with()

    @Slot()
    def _on_asked(self) -> None:
        due = self.ask.money
        if not due:
            return
        self.till.set_tally(Tally(due))
        self.pages.setCurrentWidget(self.till)
        self.received.rest()
        self._show_locks()
        self.till.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_failed(self) -> None:
        self.failed_page.show_method(self.till.tally.method, self.till.tally.rest, self.snapshot)
        self.pages.setCurrentWidget(self.failed_page)
        self.fail.rest()
        self.back.rest()
        self._show_locks()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_back(self) -> None:
        tally = self.till.tally
        card = tally.method is PaymentMethod.CARD
        method = PaymentMethod.CASH if card else PaymentMethod.CARD
        self.till.set_tally(replace(tally, method=method, entered=None))
        self.pages.setCurrentWidget(self.till)
        self.received.rest()
        self.failed.rest()
        self._show_locks()
        self.till.take_focus()

    @Slot()
    def _on_fail(self) -> None:
        self.send(FailPayment(self.order_id))
        self.done_with()

    @Slot()
    def _on_closed(self) -> None:
        if self._began:
            self._began = False
            self.send(EndPayment())


def _in_one_place(*widgets: QWidget) -> QWidget:
    """Return a place in which one of the widgets is shown at a time."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return place
