"""One list of the orders that lie ready for long, each with a tick, collected by one press."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.finger import scroll_by_finger
from app.ui.in_slices import InSlices
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import (
    ActionButton,
    CheckTile,
    Dialog,
    IconMark,
    Kind,
    Label,
    Segment,
    Segments,
    Sheet,
)
from app.ui.widgets.tab_order import tab_through
from app.ui.wording.collecting import (
    AGES,
    LyingReady,
    age_text,
    collect_text,
    consequence_text,
    lying_ready,
    nothing_text,
)
from app.ui.wording.marked import translate
from app.usecases.collect_orders import CollectOrders
from app.usecases.desk import Shop


class CollectRow(Sheet):
    """One order with its tick and how long it waits, or why it cannot be ticked.

    Thread: gui. Signals: `ticked` after each press of the tick.
    """

    ticked = Signal()

    def __init__(self, theme: Theme, lying: LyingReady, *, is_new: bool) -> None:
        """Make the row, ticked where the order can be collected without a second thought.

        One that `is_new` has come while the list was open: nobody has looked at it.
        """
        super().__init__(theme, "surface", ("bottom",))
        self._lying = lying
        self.tick = CheckTile(theme, lying.name)
        self.lock = IconMark(theme, "padlock", 22, "ink3")
        self.name = Label(theme, lying.name, "body_strong", "ink2", elide=True)
        self.why = Label(theme, "", "body", "ink2", elide=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.waited = Label(theme, style="amount", align=Qt.AlignmentFlag.AlignRight)
        self.waited.setFixedWidth(theme.px(84))
        self.tick.setChecked(not (lying.reason or lying.doubt or is_new))
        self.tick.clicked.connect(self.ticked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(5))
        row.setSpacing(theme.px(12))
        row.addSpacing(theme.px(5))
        row.addWidget(self.lock)
        row.addWidget(self.tick, 3)
        row.addWidget(self.name, 2)
        row.addWidget(self.why, 2)
        row.addWidget(self.waited)
        self.setMinimumHeight(theme.px(62))
        self.show_order(lying)

    @property
    def order_id(self) -> str:
        """Return whose row it is."""
        return self._lying.order_id

    @property
    def minutes(self) -> int:
        """Return how long the order waits."""
        return self._lying.minutes

    @property
    def is_ticked(self) -> bool:
        """Whether the order is to be collected."""
        return self.tick.isChecked() and not self._lying.reason

    def show_order(self, lying: LyingReady) -> None:
        """Show the order as it is now; a tick that a person has set stays while it can."""
        self._lying = lying
        is_locked = bool(lying.reason)
        self.tick.setVisible(not is_locked)
        self.lock.setVisible(is_locked)
        self.name.setVisible(is_locked)
        self.why.setText(lying.reason or lying.doubt)
        self.why.setVisible(bool(self.why.text()))
        self.waited.setText(lying.waited)
        name = translate("Collect", "Collect {order}, ready for {waited}")
        self.tick.setAccessibleName(name.format(order=lying.name, waited=lying.waited))


class CollectOlderDialog(Dialog):
    """Lists what has been ready for longer than a chosen age.

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
        """Make the list, at the first age that any order has reached, from an hour on."""
        super().__init__(theme, translate("Collect", "Collect all older than …"), height=640)
        self._shop = shop
        self._dispatch = dispatch
        self._now = now
        self.rows: dict[str, CollectRow] = {}
        self._lying: dict[str, LyingReady] = {}
        self._first: frozenset[str] | None = None
        self._making = InSlices(self)
        self._making.sliced.connect(self._on_sliced)
        ages = [Segment(str(minutes), age_text(minutes)) for minutes in AGES]
        self.ages = Segments(theme, ages, name=translate("Collect", "Older than"))
        self.nothing = Sentence(theme, "", "body_medium", "ink2")
        self.consequence = Sentence(theme, consequence_text(shop), "body", "ink2", middle=True)
        self.back = ActionButton(theme, translate("Collect", "Back"), Kind.PLAIN, height=72)
        self.collect = ActionButton(theme, collect_text(0), Kind.NEXT, icon="check")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addWidget(self.ages)
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(self.nothing)
        self.area = self._make_list()
        self.body.addWidget(self.area, 1)
        self.set_foot(self.back, self.collect, note=self.consequence)
        self.ages.chosen.connect(self._on_age)
        self.back.acted.connect(self.reject)
        self.collect.acted.connect(self._on_collect)
        self.show_orders(snapshots)
        self.ages.choose(str(self._first_age()))
        self._show()

    def _make_list(self) -> QScrollArea:
        """Return what scrolls, so that the ages above stay in sight."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self.theme.px(12), 0)
        column.addLayout(self._list)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(self.theme.px(120))
        scroll.setWidget(inner)
        scroll_by_finger(scroll)
        return scroll

    def first_focus(self) -> QWidget | None:
        """Return the way back: nothing is collected by a stray key."""
        return self.back

    def show_orders(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take all orders of the board as they are now; ticks stay as they were set."""
        lying = {one.order_id: one for one in lying_ready(snapshots, self._shop, self._now())}
        self._lying = lying
        if self._first is None:
            self._first = frozenset(lying)
        for order_id in [known for known in self.rows if known not in lying]:
            row = self.rows.pop(order_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for order_id, row in self.rows.items():
            row.show_order(lying[order_id])
        self._making.begin(self._add_missing(), at_once=self.isVisible())

    @property
    def is_whole(self) -> bool:
        """Whether all rows are there; before that nothing can be collected."""
        return len(self.rows) == len(self._lying)

    def _add_missing(self) -> Iterator[int]:
        for place, (order_id, one) in enumerate(self._lying.items()):
            if order_id not in self.rows:
                self._add(place, one)
                yield 0

    @Slot()
    def _on_sliced(self) -> None:
        self.rows = {known: self.rows[known] for known in self._lying if known in self.rows}
        tab_through([*(row.tick for row in self.rows.values()), self.back, self.collect])
        self._show()

    def _add(self, place: int, one: LyingReady) -> None:
        """Put a row where it belongs; those before it are there."""
        is_new = self._first is not None and one.order_id not in self._first
        self.rows[one.order_id] = row = CollectRow(self.theme, one, is_new=is_new)
        row.ticked.connect(self._show)
        self._list.insertWidget(place, row)

    def _first_age(self) -> int:
        oldest = max((one.minutes for one in self._lying.values()), default=0)
        return 60 if oldest >= 60 else 30

    def _wanted(self) -> list[CollectRow]:
        least = int(self.ages.chosen_key() or 0)
        return [row for row in self.rows.values() if row.minutes >= least]

    @Slot()
    def _show(self) -> None:
        wanted = self._wanted()
        shown = {row.order_id for row in wanted}
        for order_id, row in self.rows.items():
            row.setVisible(order_id in shown)
        ticked = sum(row.is_ticked for row in wanted)
        self.collect.set_words(collect_text(ticked))
        self.collect.setEnabled(ticked > 0 and self.is_whole)
        self.nothing.setVisible(not wanted and self.is_whole)
        self.nothing.say_plainly(nothing_text(int(self.ages.chosen_key() or 0)))

    @Slot(str)
    def _on_age(self, _key: str) -> None:
        self._show()
        self.collect.rest()

    @Slot()
    def _on_collect(self) -> None:
        ids = tuple(row.order_id for row in self._wanted() if row.is_ticked)
        if ids:
            self._dispatch(CollectOrders(ids))
            self.done_with()
