"""Opening an order by its number, or fetching one from its vendor by its id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalMapper, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.scan import Intent, ScanPatterns, read_scan
from app.domain.scan_news import LookUpAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Keypad, Kind, Label
from app.ui.widgets.keypad import press_into
from app.ui.wording.marked import translate
from app.ui.wording.order import vendor_number_text
from app.ui.wording.refusals import problem_words

_MOST_FOUND = 4
_MOST_LETTERS = 128
_LEAST_ID = 4
"""Shorter texts are numbers, not ids of a vendor."""


class FoundButton(ActionButton):
    """An order that fits what was typed; takes the whole row. Thread: gui."""

    def minimumSizeHint(self) -> QSize:
        """Return that long names are cut."""
        return QSize(self._theme.px(48), super().minimumSizeHint().height())


class OrderNumberDialog(Dialog):
    """Order number: figures or letters, and the orders of the board they fit.

    Thread: gui. Signals: `order_chosen(order_id)`; `look_up_requested(vendor, text)` when a vendor
    is to be asked for an id, and `order_found(order_id)` when it knows it.
    """

    order_chosen = Signal(str)
    order_found = Signal(str)
    look_up_requested = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        orders: Sequence[OrderSnapshot],
        vendors: Iterable[tuple[str, str]],
        *,
        asks_at_once: bool = False,
    ) -> None:
        """Search in `orders`; `vendors` are (name, title) of those that can be asked.

        With `asks_at_once` Enter asks the first of them for a number the board does not have.
        """
        title = translate("OrderNumber", "Order number")
        super().__init__(theme, title, width=848, height=608)
        self._orders = list(orders)
        self._vendors = list(vendors)
        self._shown: list[OrderSnapshot] = []
        self._asking = ""
        self._asks_at_once = asks_at_once
        self.field = QLineEdit()
        self.field.setMaxLength(_MOST_LETTERS)
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(translate("OrderNumber", "42, A-42, or the vendor's id"))
        self.keypad = Keypad(theme, double_zero=False)
        self.answer = Sentence(theme, "", "body_medium", "ink2", bold_style="body_strong")
        self._make_found()
        self._make_ask()
        self._lay_out()
        self.keypad.key_pressed.connect(self._on_key)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_enter)
        theme.changed.connect(self._on_theme)
        self._on_theme()
        self._show("")

    def first_focus(self) -> QWidget | None:
        """Return the field, so that a keyboard works at once."""
        return self.field

    def set_orders(self, orders: Sequence[OrderSnapshot]) -> None:
        """Search in these orders from now on."""
        self._orders = list(orders)
        self._show(self.field.text())

    def look_up_answered(self, answer: LookUpAnswered) -> None:
        """Show what a vendor said; an order that was found is chosen at once."""
        if answer.asked != self._asking:
            return
        self._asking = ""
        for button in self._asks:
            button.end_flight()
        if answer.found:
            self.done_with()
            self.order_found.emit(answer.found)
            return
        title = dict(self._vendors).get(answer.vendor, answer.vendor)
        said = problem_words(answer.problem, answer.data, title)
        self.answer.say_plainly(". ".join(said))

    def _make_found(self) -> None:
        self._mapper = QSignalMapper(self)
        self._mapper.mappedInt.connect(self._on_found)
        self.found: list[FoundButton] = []
        for place in range(_MOST_FOUND):
            button = FoundButton(self.theme, "", Kind.PLAIN, height=56)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.acted.connect(self._mapper.map)
            self._mapper.setMapping(button, place)
            button.hide()
            self.found.append(button)

    def _make_ask(self) -> None:
        self._ask_mapper = QSignalMapper(self)
        self._ask_mapper.mappedInt.connect(self._on_ask)
        self._asks: list[ActionButton] = []
        for place, (_name, title) in enumerate(self._vendors):
            text = translate("OrderNumber", "Ask {vendor} for this id").format(vendor=title)
            button = ActionButton(self.theme, text, Kind.PLAIN, icon="search", height=72)
            button.acted.connect(self._ask_mapper.map)
            self._ask_mapper.setMapping(button, place)
            self._asks.append(button)

    def _lay_out(self) -> None:
        px = self.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(8))
        caption = translate("OrderNumber", "Number or id")
        left.addWidget(Label(self.theme, caption, "body", "ink2"))
        left.addWidget(self.field)
        for button in self.found:
            left.addWidget(button)
        left.addWidget(self.answer)
        left.addStretch(1)
        self.body.addLayout(left, 1)
        self.set_keys(self.keypad)
        if self._asks:
            self.set_foot()
            for ask in self._asks:
                self.add_to_foot(ask)

    def _show(self, text: str) -> None:
        wanted = text.strip()
        self._shown = find(self._orders, wanted)[:_MOST_FOUND] if wanted else []
        for place, button in enumerate(self.found):
            button.setVisible(place < len(self._shown))
            if place < len(self._shown):
                button.set_words(_words(self._shown[place]))
            button.set_kind(Kind.NEXT if place == 0 and len(self._shown) == 1 else Kind.PLAIN)
        said = translate("OrderNumber", "Type a number, or the figures of one.")
        if wanted:
            said = ""
        if wanted and not self._shown:
            said = translate("OrderNumber", "No order on the board has this number.")
        self.answer.say_plainly(said)
        can_ask = len(wanted) >= _LEAST_ID and not self._asking
        for ask in self._asks:
            ask.setEnabled(can_ask)

    @Slot(str)
    def _on_key(self, key: str) -> None:
        press_into(self.field, key)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._show(text)

    @Slot()
    def _on_enter(self) -> None:
        if len(self._shown) == 1:
            self._on_found(0)
        elif self._asks_at_once and not self._shown and self._asks[0].isEnabled():
            self._ask_unless_secret()

    def _ask_unless_secret(self) -> None:
        """Ask at once; what may be a key of another system leaves by its button only."""
        if read_scan(self.field.text(), ScanPatterns()).intent is not Intent.ONE_TIME_KEY:
            self._on_ask(0)

    @Slot(int)
    def _on_found(self, place: int) -> None:
        order_id = self._shown[place].order.id
        self.done_with()
        self.order_chosen.emit(order_id)

    @Slot(int)
    def _on_ask(self, place: int) -> None:
        name, title = self._vendors[place]
        self._asking = self.field.text().strip()
        self._asks[place].start_flight(
            translate("OrderNumber", "Asking {vendor}…").format(vendor=title)
        )
        self.answer.say_plainly("")
        self.look_up_requested.emit(name, self._asking)

    @Slot()
    def _on_theme(self) -> None:
        self.field.setFont(self.theme.font("title"))
        self.field.setMinimumHeight(self.theme.px(64))
        self.field.setAlignment(Qt.AlignmentFlag.AlignLeft)


def find(orders: Iterable[OrderSnapshot], text: str) -> list[OrderSnapshot]:
    """Return the orders that `text` may mean: the same number first, then those that hold it."""
    wanted = _bare(text)
    if not wanted:
        return []
    ranked = []
    for snapshot in orders:
        order = snapshot.order
        number, digits = _bare(order.number), "".join(c for c in order.number if c.isdigit())
        theirs = _bare(snapshot.vendor_number)
        if wanted in (number, _bare(order.vendor_order_id)):
            ranked.append((0, snapshot))
        elif wanted == digits:
            ranked.append((1, snapshot))
        elif wanted in number or (len(wanted) >= _LEAST_ID and wanted in theirs):
            ranked.append((2, snapshot))
    ranked.sort(key=lambda pair: pair[0])
    best = ranked[0][0] if ranked else 0
    return [snapshot for rank, snapshot in ranked if rank == best or best == 2]


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _words(snapshot: OrderSnapshot) -> str:
    order = snapshot.order
    vendor = vendor_number_text(snapshot) or snapshot.vendor_title
    parts = (order.number, vendor, order.desk or order.customer.name)
    return " · ".join(part for part in parts if part)
