"""Rejecting a new order, with a reason that the customer reads where the vendor passes it on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.basket import grouped
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.dialogs.flow import Flow, ShortFlow
from app.ui.dialogs.foot_note import FootNote
from app.ui.dialogs.order_dialog import OrderDialog
from app.ui.dialogs.reasons import Reasons
from app.ui.dialogs.titled import Titled
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, CheckTile, Kind, Label
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.ui.wording.reasons import (
    OTHER,
    SOLD_OUT,
    customer_text,
    reason_reader,
    reject_consequence,
    reject_reasons,
)
from app.usecases.desk import Shop
from app.usecases.reject_order import RejectOrder

_MOST_LETTERS = 500
_MOST_TILES = 12
_LOW = 480  # design px of height
_ACTION = 232


class RejectDialog(OrderDialog):
    """Reject A-42: a reason, what is sold out, the text, what follows.

    Where something of the order is sold out today, that is proposed as the reason.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        snapshot: OrderSnapshot,
    ) -> None:
        """Make the dialog; Reject is locked while there is no text where the vendor needs one."""
        title = translate("Reject", "Reject {number}")
        super().__init__(theme, title, shop, dispatch, snapshot, width=800, height=608)
        self._written = False
        why = translate("Reject", "Why?")
        self.why = Label(theme, why, "body", "ink2")
        self.reasons = Reasons(theme, reject_reasons(), why)
        self.tiles: list[CheckTile] = []
        self._sold_out = self._make_tiles()
        self.text = QLineEdit()
        self.text.setMaxLength(_MOST_LETTERS)
        reads = reason_reader(snapshot)
        self.text.setAccessibleName(reads)
        self.text.setPlaceholderText(reads)
        self.text.setMinimumHeight(theme.px(52))
        self.text.setFont(theme.font("body"))
        self.consequence = Sentence(theme, "", "body", "ink2", middle=True)
        for widget in (self.why, self.reasons, self._sold_out):
            self.body.addWidget(widget)
        self._reads = Label(theme, reads, "body", "ink2")
        self.body.addWidget(self._reads)
        self.body.addWidget(self.text)
        self.body.addStretch(1)
        self._make_foot()
        if any(tile.isChecked() for tile in self.tiles):
            self.reasons.choose(SOLD_OUT)
            self._on_reason(SOLD_OUT)
        self.show_order(snapshot)

    def first_focus(self) -> QWidget | None:
        """Return the text, so that a keyboard can write at once."""
        return self.text

    def size_in(self, room: QSize) -> QSize:
        """Return the size; in little height the reasons stand in more columns, and captions that
        say what can be seen are left out; in little width what follows stands below the text, not
        in the foot.
        """
        low = room.height() < self.theme.px(_LOW)
        for caption in (self.why, self._sold_out.caption, self._reads):
            caption.setVisible(not low)
        self.reasons.set_columns(3 if low else 2)
        self._foot_note.fit(room, self.body, self.body.indexOf(self.text) + 1)
        return super().size_in(room)

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Take the order as it is now."""
        super().show_order(snapshot)
        self.consequence.say_plainly(reject_consequence(snapshot, self.shop))
        self._show_locks()

    def lock_reason(self, snapshot: OrderSnapshot) -> str:
        """Return why the order cannot be rejected any more."""
        if snapshot.offers(Move.REJECT) is not None and snapshot.awaited is None:
            return ""
        return translate("Reject", "The order has changed meanwhile. Close this and look at it.")

    def _make_tiles(self) -> Titled:
        theme = self.theme
        flow = Flow(theme)
        names: dict[str, bool] = {}
        for line in grouped(self.snapshot.order.basket.lines):
            name = self.snapshot.name_of(line.product_id, line.name)
            is_sold_out = bool(self.snapshot.sold_out_in(line))
            names[name] = names.get(name, False) or is_sold_out
        # What is known to be sold out comes first: there may be no room for all.
        for name in sorted(names, key=lambda name: not names[name])[:_MOST_TILES]:
            tile = CheckTile(theme, name)
            tile.setChecked(names[name])
            tile.toggled.connect(self._on_tile)
            self.tiles.append(tile)
            flow.add(tile)
        box = Titled(theme, translate("Reject", "What is sold out?"), ShortFlow(flow))
        box.hide()
        return box

    def _make_foot(self) -> None:
        theme = self.theme
        keep = translate("Reject", "Keep the order")
        self.keep = ActionButton(theme, keep, Kind.PLAIN, height=72)
        self.action = ActionButton(theme, move_text(Move.REJECT), Kind.DANGER_SOLID)
        self.action.setMinimumWidth(theme.px(_ACTION))
        self._foot_note = FootNote(theme, self.consequence)
        self.add_to_foot(self.keep)
        self.add_to_foot(self._foot_note, 1)
        self.add_to_foot(self.action)
        self.keep.acted.connect(self.reject)
        self.action.acted.connect(self._on_reject)
        self.reasons.chosen.connect(self._on_reason)
        self.text.textEdited.connect(self._on_edited)
        self.text.textChanged.connect(self._on_text)

    def _show_locks(self) -> None:
        needs_text = self.snapshot.reason_required or self.reasons.key == OTHER
        missing = needs_text and not self.text.text().strip()
        self.action.set_locked(self.is_locked or missing)

    def _propose(self) -> None:
        """Put the reason's text into the field, unless staff wrote one of their own."""
        if self._written and self.text.text().strip():
            return
        self._written = False
        names = [tile.text() for tile in self.tiles if tile.isChecked()]
        self.text.setText(customer_text(self.reasons.key, names)[:_MOST_LETTERS])
        self.text.setCursorPosition(0)  # read from its beginning

    @Slot(str)
    def _on_reason(self, key: str) -> None:
        self._sold_out.setVisible(key == SOLD_OUT and len(self.tiles) > 0)
        self._propose()
        self._show_locks()
        if key == OTHER:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_tile(self) -> None:
        self._propose()

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._written = True

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        self._show_locks()

    @Slot()
    def _on_reject(self) -> None:
        self.send(RejectOrder(self.order_id, self.text.text().strip()))
        self.done_with()
