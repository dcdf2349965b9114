"""One list of all that is to be settled outside this till, each with a tick."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.settlement import SettleKind, ToSettle
from app.domain.snapshot import OrderSnapshot
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, CheckTile, Dialog, Kind, Label, Sheet
from app.ui.wording.marked import translate
from app.ui.wording.settling import settle_text, since_text
from app.usecases.desk import Shop
from app.usecases.settling import TickSettled

Key = tuple[str, SettleKind, datetime]
_TICK = 250  # design px of a tick with the order's name, as in the other lists of orders


class SettleRow(Sheet):
    """One thing to settle with its tick, which can be taken back.

    Thread: gui. Signals: `ticked` after each press of the tick.
    """

    ticked = Signal()

    def __init__(
        self, theme: Theme, shop: Shop, snapshot: OrderSnapshot, entry: ToSettle, now: datetime
    ) -> None:
        """Make the row of `entry`, which is one of the order's."""
        super().__init__(theme, "surface", ("bottom",))
        self._order_id = snapshot.order.id
        self._entry = entry
        order = translate("Settle", "{number} · {vendor}").format(
            number=snapshot.order.number, vendor=snapshot.vendor_title
        )
        self.line = Sentence(theme, settle_text(entry, snapshot, shop), "body", "ink")
        self.since = Label(theme, since_text(entry, shop, now), "small", "ink2", elide=True)
        self.tick = CheckTile(theme, order)
        name = translate("Settle", "Settled: {number}, {what}")
        self.tick.setAccessibleName(
            name.format(number=snapshot.order.number, what=self.line.text())
        )
        self.tick.setFixedWidth(theme.px(_TICK))
        self.tick.clicked.connect(self.ticked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.line)
        words.addWidget(self.since)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(8), 0, theme.px(9))
        row.setSpacing(theme.px(16))
        row.addWidget(self.tick)
        row.addLayout(words, 1)
        self.show_entry(entry)

    def show_entry(self, entry: ToSettle) -> None:
        """Show whether it is ticked."""
        self._entry = entry
        self.tick.setChecked(not entry.is_open)

    @property
    def is_done(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def command(self) -> TickSettled:
        """Return what brings the store in step with the tick."""
        return TickSettled(self._order_id, self._entry.kind, self._entry.since, self.is_done)


class ToSettleDialog(Dialog):
    """What vendors were not told and money that went another way, oldest first.

    What is ticked stays in sight until the list is closed, so that a tick can be taken back.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        dispatch: Callable[[object], None],
        snapshots: Iterable[OrderSnapshot],
        now: Callable[[], datetime],
    ) -> None:
        """Make the list of what is open."""
        super().__init__(theme, translate("Settle", "To settle"), width=848, height=608)
        self._shop = shop
        self._dispatch = dispatch
        self._now = now
        self.rows: dict[Key, SettleRow] = {}
        self.advice = Sentence(theme, "", "body_medium", "ink2")
        self.body.addWidget(self.advice)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.back = ActionButton(theme, translate("Settle", "Back"), Kind.PLAIN, height=72)
        self.set_foot(self.back)
        self.back.acted.connect(self.reject)
        self.show_orders(snapshots)

    def first_focus(self) -> QWidget | None:
        """Return the way back: nothing is ticked by a stray key."""
        return self.back

    def show_orders(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take these orders as they are now; others keep their rows."""
        for snapshot in snapshots:
            self._show_order(snapshot)
        self._say()

    def _show_order(self, snapshot: OrderSnapshot) -> None:
        order = snapshot.order
        entries = {(order.id, one.kind, one.since): one for one in order.settling}
        for key in [key for key in self.rows if key[0] == order.id and key not in entries]:
            row = self.rows.pop(key)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key, entry in entries.items():
            if key in self.rows:
                self.rows[key].show_entry(entry)
            elif entry.is_open:
                self._add(key, SettleRow(self.theme, self._shop, snapshot, entry, self._now()))

    def _add(self, key: Key, row: SettleRow) -> None:
        row.ticked.connect(self._on_ticked)
        later = sum(known[2] <= key[2] for known in self.rows)
        self._list.insertWidget(later, row)
        self.rows[key] = row

    def _say(self) -> None:
        text = translate(
            "Settle", "Pult cannot do these by itself. Do each where it says, then tick it."
        )
        if all(row.is_done for row in self.rows.values()):
            text = translate("Settle", "All is settled. Take a tick back to have it here again.")
        self.advice.say_plainly(text)

    @Slot()
    def _on_ticked(self) -> None:
        row = self.sender()
        if isinstance(row, SettleRow):
            self._dispatch(row.command())
            self._say()
