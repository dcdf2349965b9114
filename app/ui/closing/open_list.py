"""Everything that is still open, in groups, each ended with one tap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.moves import Lock
from app.domain.open_matters import (
    MatterKind,
    OpenMatter,
    can_be_collected,
    is_for_another_day,
    open_matter,
)
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.closing.matter_row import ListRow, MatterRow
from app.ui.closing.parts import Column, head_label
from app.ui.in_slices import InSlices
from app.ui.settings_page.parts import Box
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Kind, Label, ShapeMark
from app.ui.widgets.tab_order import tab_through
from app.ui.wording.closing import all_well_text, group_head
from app.ui.wording.marked import translate
from app.usecases.collect_orders import CollectOrders, UndoCollected
from app.usecases.desk import Shop

ORDER = (MatterKind.OPEN, MatterKind.UNPAID, MatterKind.NOT_CONFIRMED, MatterKind.TO_SETTLE, None)
Lists = Sequence[tuple[str, str, int]]
"""Other lists by key, with their words and how many things stand in them."""


class MatterGroup(QWidget):
    """One group with its head, its rows, and what is said when there is none. Thread: gui."""

    def __init__(self, theme: Theme, kind: MatterKind | None) -> None:
        """Make an empty group; None is of what came in while the list was looked at."""
        super().__init__()
        self._theme = theme
        self.kind = kind
        self.head = head_label(theme, group_head(kind, 0))
        self.head.setMinimumHeight(theme.px(48))  # also of the button that may stand beside it
        self.box = Box(theme)
        self.rows: list[MatterRow] = []
        self.lists: list[ListRow] = []
        self.later = Label(theme, "", "body", "ink2", wrap=True)
        self.later.hide()
        self.all_well = QWidget()
        text = Label(theme, all_well_text(kind), "body", "ink2", wrap=True)
        well = QHBoxLayout(self.all_well)
        well.setContentsMargins(0, 0, 0, theme.px(8))
        well.setSpacing(theme.px(10))
        well.addWidget(ShapeMark(theme, Shape.OK, 20))
        well.addWidget(text, 1)
        self.top = QHBoxLayout()
        self.top.setSpacing(theme.px(8))
        self.top.addWidget(self.head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        column.setSpacing(theme.px(4))
        column.addLayout(self.top)
        column.addWidget(self.box)
        column.addWidget(self.all_well)
        column.addWidget(self.later)

    def add(self, row: MatterRow | ListRow) -> None:
        """Put a row at the foot."""
        (self.rows if isinstance(row, MatterRow) else self.lists).append(row)  # type: ignore[arg-type]
        self.box.add(row)

    def in_order(self) -> list[MatterRow | ListRow]:
        """Return the rows from top to bottom."""
        return sorted([*self.lists, *self.rows], key=self.box.place_of)

    def keep_open(self, wanted: Container[str]) -> None:
        """Take the rows out that are finished, or whose orders are not wanted any more."""
        for row in self.rows:
            if row.is_finished or row.snapshot.order.id not in wanted:
                row.hide()
                row.deleteLater()
        self.rows = [row for row in self.rows if not row.isHidden()]

    def show_count(self, coming: int) -> int:
        """Say how many rows are still open, those that are `coming` too, and return it."""
        count = sum(not row.is_finished for row in self.rows) + len(self.lists) + coming
        self.head.setText(group_head(self.kind, count))
        is_empty = not self.rows and not self.lists and not coming
        self.box.setVisible(not is_empty)
        self.all_well.setVisible(is_empty)
        if self.kind is None:
            self.setHidden(is_empty)
        return count


class OpenList(QWidget):
    """What is to be finished before the day is closed.

    Thread: gui. Signals: `move_wanted(move, snapshot)`, `command_wanted(command)` for several
    orders together, `settle_wanted`, `list_wanted(key)`, `counted(n)` when another number of things
    is open.
    """

    move_wanted = Signal(object, object)
    command_wanted = Signal(object)
    settle_wanted = Signal()
    list_wanted = Signal(str)
    counted = Signal(int)

    def __init__(self, theme: Theme, shop: Shop, now: Callable[[], datetime]) -> None:
        """Make an empty list."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._now = now
        self._lists: Lists = ()
        self._groups = {kind: MatterGroup(theme, kind) for kind in ORDER}
        # Whose rows are still to be made, and in which group.
        self._coming: dict[str, tuple[OrderSnapshot, MatterKind | None]] = {}
        self._making = InSlices(self)
        self._making.sliced.connect(self._on_sliced)
        self._together: set[str] = set()
        self._later: set[str] = set()
        self.collect_all = ActionButton(theme, "", Kind.QUIET, icon="hand-over", height=48)
        self.collect_all.acted.connect(self._on_collect_all)
        self.area = Column(theme)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)
        self._groups[MatterKind.OPEN].top.addWidget(self.collect_all)
        for kind in ORDER:
            self.area.add(self._groups[kind])
        self.area.end()
        self._show()

    def rows(self) -> list[MatterRow]:
        """Return all rows of orders, from top to bottom."""
        return [row for kind in ORDER for row in self._groups[kind].rows]

    def show_all(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Begin anew with these orders; what was finished goes, what is new comes in slices."""
        wanted = {snapshot.order.id: snapshot for snapshot in snapshots}
        self._together.clear()
        self._later.clear()
        self._coming.clear()
        for kind, group in self._groups.items():
            group.keep_open(wanted if kind is not None else ())
        self._take(sorted(wanted.values(), key=lambda one: one.order.received_at))
        self._making.begin(self._add_coming())
        self._show()

    def show_orders(self, snapshots: Iterable[OrderSnapshot], *, meanwhile: bool = False) -> None:
        """Show changed orders in their rows; those without one get one in their group.

        What came in `meanwhile` stands below all groups: nothing moves under a finger.
        """
        self._take(snapshots, meanwhile=meanwhile)
        self._making.begin(self._add_coming(), at_once=True)

    def _take(self, snapshots: Iterable[OrderSnapshot], *, meanwhile: bool = False) -> None:
        rows = {row.snapshot.order.id: row for row in self.rows()}
        now = self._now()
        day_ends = self._shop.day_bounds(self._shop.business_date(now))[1]
        for snapshot in snapshots:
            order_id = snapshot.order.id
            row = rows.get(order_id)
            if row is None:
                self._expect(snapshot, day_ends, meanwhile=meanwhile)
            elif row.snapshot != snapshot:
                row.show_order(snapshot, now)

    def _add_coming(self) -> Iterator[int]:
        while self._coming:
            snapshot, kind = self._coming.pop(next(iter(self._coming)))
            self._add(snapshot, kind)
            yield 0

    @Slot()
    def _on_sliced(self) -> None:
        if not self._making.is_busy:
            tab_through(self._buttons())
        self._show()

    def show_lists(self, lists: Lists) -> None:
        """Show how much stands in other lists."""
        if lists == self._lists:
            return
        self._lists = lists
        group = self._groups[MatterKind.TO_SETTLE]
        for row in group.lists:
            row.hide()
            row.deleteLater()
        group.lists.clear()
        self._add_lists()
        tab_through(self._buttons())
        self._show()

    def _expect(self, snapshot: OrderSnapshot, day_ends: datetime, *, meanwhile: bool) -> None:
        matter, order_id = open_matter(snapshot), snapshot.order.id
        known = self._coming.pop(order_id, None)
        if matter is None or self._is_for_later(snapshot, matter, day_ends):
            return
        is_late = meanwhile if known is None else known[1] is None
        self._coming[order_id] = (snapshot, None if is_late else matter.kind)

    def _add(self, snapshot: OrderSnapshot, kind: MatterKind | None) -> None:
        row = MatterRow(self._theme, self._shop, snapshot, self._now())
        row.move_wanted.connect(self.move_wanted)
        row.settle_wanted.connect(self.settle_wanted)
        self._groups[kind].add(row)

    def _is_for_later(
        self, snapshot: OrderSnapshot, matter: OpenMatter, day_ends: datetime
    ) -> bool:
        """Keep count of orders that are wanted on another day, and rightly stay."""
        order_id = snapshot.order.id
        stays = matter.kind in (MatterKind.OPEN, MatterKind.UNPAID)
        stays = stays and is_for_another_day(snapshot, day_ends)
        (self._later.add if stays else self._later.discard)(order_id)
        return stays

    def _buttons(self) -> Iterator[QWidget]:
        """Yield what can be pressed, as the eye reads it."""
        yield self.collect_all
        for kind in ORDER:
            for row in self._groups[kind].in_order():
                yield from row.across

    def _add_lists(self) -> None:
        for key, text, count in self._lists:
            row = ListRow(self._theme, key, f"{text} · {count}")
            row.wanted.connect(self.list_wanted)
            self._groups[MatterKind.TO_SETTLE].add(row)

    def _show(self) -> None:
        coming = Counter(kind for _snapshot, kind in self._coming.values())
        count = sum(group.show_count(coming[group.kind]) for group in self._groups.values())
        later = self._groups[MatterKind.OPEN].later
        later.setVisible(bool(self._later))
        text = translate("Closing", "For another day: {count}. They stay on the board.")
        later.setText(text.format(count=len(self._later)))
        undoable = self._undoable()
        if undoable:
            self.collect_all.set_words(translate("Closing", "Undo all"))
            self.collect_all.set_icon("undo")
        else:
            self._together.clear()
            ready = len(self._ready())
            text = translate("Closing", "Collect all ready ({count})")
            self.collect_all.set_words(text.format(count=ready))
            self.collect_all.set_icon("hand-over")
        self.collect_all.setVisible(bool(undoable) or len(self._ready()) > 1)
        self.counted.emit(count)

    def _ready(self) -> list[OrderSnapshot]:
        return [row.snapshot for row in self.rows() if can_be_collected(row.snapshot)]

    def _undoable(self) -> list[OrderSnapshot]:
        """Return what was collected together and can still be taken back."""
        return [
            row.snapshot
            for row in self.rows()
            if row.snapshot.order.id in self._together and _can_undo(row.snapshot)
        ]

    @Slot()
    def _on_collect_all(self) -> None:
        self.collect_all.rest()  # Undo comes to the same place
        undoable = self._undoable()
        if undoable:
            ids = tuple(snapshot.order.id for snapshot in undoable)
            self.command_wanted.emit(UndoCollected(ids))
            return
        ids = tuple(snapshot.order.id for snapshot in self._ready())
        self._together.update(ids)
        self.command_wanted.emit(CollectOrders(ids))


def _can_undo(snapshot: OrderSnapshot) -> bool:
    offered = snapshot.offers(Move.UNDO)
    return offered is not None and offered.lock is Lock.NONE
