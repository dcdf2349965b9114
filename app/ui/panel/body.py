"""The body of the panel: customer, slip, note, lines, sums and everything else, folded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.basket import DeliveryKind
from app.domain.snapshot import OrderSnapshot
from app.ui.finger import scroll_by_finger
from app.ui.panel.line_row import LineRow
from app.ui.panel.note_box import NoteBox
from app.ui.panel.points_row import PointsRow
from app.ui.panel.rows import DetailRow, FactRow, SumRow
from app.ui.panel.stack import RowStack
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Chip, ChipKind, Kind
from app.ui.wording.basket import LineWords, Sum, line_words, sums
from app.ui.wording.facts import details_of
from app.ui.wording.figures import day_clock
from app.ui.wording.marked import translate
from app.ui.wording.order import slip_line, station_lines, twins_text, vendor_number_text
from app.usecases.desk import Shop

_SIDE = 20
_READ_OUT = 20  # letters of a number that a person reads out


class Facts(QWidget):
    """Equal numbers, customer, phone, address, pick-up, slip, loyalty card; then the note.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        send: Callable[[object], None] = lambda _command: None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty; `send` takes what staff do about the loyalty card."""
        super().__init__(parent)
        self._theme = theme
        self._shop = shop
        self.twins = Chip(theme)
        self.twins.hide()
        self.rows = RowStack()
        self.note = NoteBox(theme)
        self.points = PointsRow(theme, send)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.twins)
        self._column.addWidget(self.rows)
        self._column.addWidget(self.points)
        self._column.addWidget(self.note)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_order(self, snapshot: OrderSnapshot, now: datetime) -> None:
        """Show who ordered and how the slip stands."""
        twins = twins_text(snapshot)
        self.twins.show_mark(twins, ChipKind.WARN, Shape.WARN)
        self.twins.setVisible(bool(twins))
        self.rows.show_items(fact_lines(snapshot, self._shop, now), self._row)
        self.points.show_order(snapshot)
        self.note.show_note(snapshot.order.customer.comment)

    def _row(self, fact: tuple[str, str]) -> FactRow:
        return FactRow(self._theme, *fact)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._theme.px(8))


def fact_lines(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return icon and text of each fact that is known."""
    order = snapshot.order
    customer, delivery = order.customer, order.basket.delivery
    pick_up = ""
    if order.wanted_at is not None:
        pick_up = translate("Panel", "Pick-up {time}")
        if order.basket.is_delivered:
            pick_up = translate("Panel", "Delivery {time}")
        pick_up = pick_up.format(time=day_clock(order.wanted_at, shop, now))
    handed = ""
    if delivery is not None:
        handed = {
            DeliveryKind.HOME_DELIVERY: translate("Panel", "Home delivery"),
            DeliveryKind.TAKE_AWAY: translate("Panel", "Take-away"),
        }.get(delivery.kind, delivery.word)
    is_home = order.basket.is_delivered
    away = ""
    if snapshot.on_the_way_at is not None:
        away = translate("Panel", "On the way since {time}")
        away = away.format(time=day_clock(snapshot.on_the_way_at, shop, now))
    # A longer one nobody reads out: it stands under More details.
    number = vendor_number_text(snapshot) if len(snapshot.vendor_number) <= _READ_OUT else ""
    pairs = (
        ("bicycle", away),
        ("clock", pick_up),
        ("home-delivery" if is_home else "bag", handed),
        ("person", customer.name),
        ("phone", customer.phone),
        ("place", customer.address),
        ("globe", customer.email),
        ("keypad", number),
        ("slip", slip_line(snapshot, shop)),
        *(("slip", line) for line in station_lines(snapshot, shop)),
    )
    return tuple((icon, text) for icon, text in pairs if text)


class Basket(QWidget):
    """Lines, sums, and what else is known behind "More details". Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        send: Callable[[object], None] = lambda _command: None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty; `send` takes that an item is sold out, or not any more."""
        super().__init__(parent)
        self._theme = theme
        self._shop = shop
        self._send = send
        self.lines = RowStack()
        self.sums = RowStack()
        self.details = RowStack()
        self.more = ActionButton(
            theme, self.tr("More details"), Kind.LINK, icon="chevron-down", icon_after=True
        )
        self.more.acted.connect(self._on_more)
        self._shows_details = False
        self._known: Sequence[tuple[str, str]] = ()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.lines)
        self._column.addWidget(self.sums)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.details)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_order(self, snapshot: OrderSnapshot, now: datetime) -> None:
        """Show what was bought and what it costs."""
        self.lines.show_items(line_words(snapshot, self._shop), self._line)
        self.sums.show_items(sums(snapshot, self._shop), self._sum)
        self._known = details_of(snapshot, self._shop, now)
        self._show_details()

    def fold(self) -> None:
        """Hide the details again, for another order."""
        self._set_details(False)

    def unfold(self) -> None:
        """Show the details."""
        self._set_details(True)

    def _line(self, words: LineWords) -> LineRow:
        return LineRow(self._theme, words, self._send)

    def _sum(self, sum_: Sum) -> SumRow:
        return SumRow(self._theme, sum_)

    def _detail(self, pair: tuple[str, str]) -> DetailRow:
        return DetailRow(self._theme, *pair)

    def _set_details(self, shown: bool) -> None:
        if shown == self._shows_details:
            return
        self._shows_details = shown
        self._show_details()
        self.more.set_words(self.tr("Fewer details") if shown else self.tr("More details"))
        self.more.set_icon("chevron-up" if shown else "chevron-down")

    def _show_details(self) -> None:
        """Make the rows only while they are seen: most orders are never unfolded."""
        if self._shows_details:
            self.details.show_items(self._known, self._detail)
        self.details.setVisible(self._shows_details and bool(self._known))

    @Slot()
    def _on_more(self) -> None:
        self._set_details(not self._shows_details)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))


class BodyScroll(QScrollArea):
    """A column that scrolls by finger, wheel and keys, and stays where it is on updates.

    Thread: gui.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty column."""
        super().__init__(parent)
        self._theme = theme
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.addStretch(1)
        self.setWidget(self._content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        scroll_by_finger(self)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def put(self, widget: QWidget, place: int) -> None:
        """Put `widget` at `place`, from wherever it is now."""
        self.column.insertWidget(place, widget)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def show_all_of(self, widget: QWidget) -> None:
        """Scroll so far that `widget`, which has just come, begins in sight."""
        self._content.layout().activate()  # type: ignore[union-attr]
        self._content.resize(self._content.width(), self._content.sizeHint().height())
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - self._theme.px(56))

    def _set_margins(self) -> None:
        """Let the bar lie in the margin, so that the lines keep their width when it comes."""
        px = self._theme.px
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self.column.setContentsMargins(px(_SIDE), px(8), max(0, px(_SIDE) - taken), px(12))

    @Slot(int, int)
    def _on_range_changed(self, _least: int, _most: int) -> None:
        self._set_margins()

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._set_margins()
        self.column.setSpacing(px(10))
        self.verticalScrollBar().setSingleStep(px(40))
