"""The page History, which is Search too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.history import ROWS, HistoryFound, HistorySearch
from app.domain.news import HistoryRead, OrderShown
from app.domain.snapshot import OrderSnapshot
from app.ui.history.choice_button import ChoiceButton
from app.ui.history.filter_row import FilterRow
from app.ui.history.found_orders import MOST, FoundOrders
from app.ui.history.lines import Outcome, Paid, Period, line_of
from app.ui.history.order_detail import OrderDetail
from app.ui.history.period_button import PeriodButton
from app.ui.history.search_field import SearchField
from app.ui.pages import Page
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Sheet
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

TYPING_MS = 150
_LOW = 420


class HistoryPage(Page):
    """Orders by text, day and end; the chosen one with its timeline.

    Thread: gui. Signals: `rows_wanted(search)`, `order_wanted(order_id)`,
    `board_wanted(order_id)`, `dialog_wanted(move, snapshot)`, `card_wanted(snapshot)`,
    `erase_wanted(snapshot)`, `settle_wanted`, `closing_wanted`.
    """

    rows_wanted = Signal(object)
    order_wanted = Signal(str)
    board_wanted = Signal(str)
    card_wanted = Signal(object)
    erase_wanted = Signal(object)
    dialog_wanted = Signal(object, object)
    settle_wanted = Signal()
    closing_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        titles: Mapping[str, str],
        send: Callable[[object], None],
        now: Callable[[], datetime],
    ) -> None:
        """Make the page; it asks for rows when it is entered."""
        super().__init__(theme, translate("HistoryPage", "History"))
        self._theme = theme
        self._shop = shop
        self._titles = titles
        self._now = now
        self.asked = HistorySearch()
        self._answer = HistoryFound()
        self._chosen = ""
        self.search = SearchField(theme)
        self.found = FoundOrders(theme)
        self.detail = OrderDetail(theme, shop, send, now)
        self._make_filters()
        self._lay_out()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.on_ask)
        self._connect()

    def entered(self) -> None:
        """Read anew, ready to be typed into."""
        self.on_ask()
        self.search.setFocus()

    def start_search(self) -> None:
        """Look in all days, with the focus in the field."""
        self.period.pick(Period.ALL.name)
        self.search.setFocus()
        self.search.selectAll()

    def show_to_settle(self, count: int) -> None:
        """Say how much is to be settled outside this till."""
        self.settle.setVisible(count > 0)
        self.settle.set_words(self.tr("{count} to settle").format(count=count))
        self.settle.setMinimumSize(self.settle.minimumSizeHint())

    def rows_read(self, news: HistoryRead) -> None:
        """Show what was found, unless something else is looked for by now."""
        if news.search == self.asked and news.search.text == self.search.text().strip():
            self._answer = news.found
            self._show()

    def order_shown(self, news: OrderShown) -> None:
        """Show the chosen order."""
        if news.order.order.id == self._chosen:
            self.detail.show_order(news)

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Read anew what changed, while the page is seen."""
        if not self.isVisible():
            return
        self._typing.start()
        if any(snapshot.order.id == self._chosen for snapshot in snapshots):
            self.order_wanted.emit(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep list and order side by side, or let the order take the whole width."""
        super().resizeEvent(event)
        self._fit()

    def _make_filters(self) -> None:
        self.period = PeriodButton(self._theme, self.tr("Days"), self._shop, self._now, self)
        self.outcome = self._filter(self.tr("Outcome"), Outcome)
        self.paid = self._filter(self.tr("Payment"), Paid)
        vendors = {"": self.tr("All vendors"), **self._titles}
        self.vendor = ChoiceButton(self._theme, self.tr("Vendor"), vendors, "", self)
        self.settle = ActionButton(self._theme, "", Kind.PLAIN, icon="list", height=56)
        self.settle.hide()
        self.closing = ActionButton(
            self._theme, self.tr("Closing"), Kind.PLAIN, icon="moon", height=56
        )
        self.back_to_list = ActionButton(
            self._theme, self.tr("Back to the list"), icon="chevron-left"
        )
        self.back_to_list.hide()

    def _filter(self, label: str, kind: type[Outcome] | type[Paid]) -> ChoiceButton:
        choices = {each.name: translate("History", each.value) for each in kind}
        return ChoiceButton(self._theme, label, choices, next(iter(choices)), self)

    def _connect(self) -> None:
        self.search.wanted.connect(self.on_typed)
        self.period.picked.connect(self.on_ask)
        for button in (self.outcome, self.paid, self.vendor):
            button.picked.connect(self.on_ask)
        self.found.end_reached.connect(self.on_more)
        self.found.line_chosen.connect(self.on_chosen)
        self.found.all_days_wanted.connect(self.on_all_days)
        self.detail.board_wanted.connect(self.board_wanted)
        self.detail.card_wanted.connect(self.card_wanted)
        self.detail.erase_wanted.connect(self.erase_wanted)
        self.detail.dialog_wanted.connect(self.dialog_wanted)
        self.detail.settle_wanted.connect(self.settle_wanted)
        self.settle.acted.connect(self.settle_wanted)
        self.closing.acted.connect(self.closing_wanted)
        self.back_to_list.acted.connect(self.on_back_to_list)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._filters = filters = FilterRow(
            self._theme, self.period, self.vendor, self.outcome, self.paid
        )
        filters.want(self.vendor, len(self._titles) > 1)
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.search, 1)
        first.addWidget(self.settle)
        first.addWidget(self.closing)
        top = Sheet(self._theme, "canvas")
        column = QVBoxLayout(top)
        column.setContentsMargins(px(16), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addLayout(first)
        column.addWidget(filters)
        self._left = Sheet(self._theme, "surface")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(top)
        left.addWidget(self.found, 1)
        self._side = QVBoxLayout()
        self._side.setSpacing(0)
        self._side.addWidget(self.back_to_list)
        self._side.addWidget(self.detail, 1)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._left, 1)
        halves.addLayout(self._side)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addLayout(halves, 1)

    def _fit(self) -> None:
        px = self._theme.px
        is_low = self.height() < px(_LOW)  # the keyboard is up in a small window
        self._filters.set_most_rows(1 if is_low else 9)
        is_narrow = self.width() < px(900)
        shows_detail = bool(self._chosen)
        self.detail.setFixedWidth(
            self.width() if is_narrow else px(424 if self.width() >= px(1180) else 384)
        )
        self.detail.setVisible(not is_narrow or shows_detail)
        self._left.setVisible(not is_narrow or not shows_detail)
        self.back_to_list.setVisible(is_narrow and shows_detail)

    def _show(self) -> None:
        now = self._now()
        answer = self._answer
        lines = [line_of(row, self._shop, self._titles, now) for row in answer.rows]
        text = self.search.text().strip()
        self.search.show_count(self._count(answer.count))
        self.found.show_lines(lines, answer.count, text)
        self.found.choose(self._chosen)
        all_days = self.period.key == Period.ALL.name
        self.found.say_looked_in(text, self.period.words, all_days=all_days)

    def _count(self, count: int) -> str:
        return self.tr("%n orders", n=count)

    @Slot()
    def on_typed(self) -> None:
        """Ask once the typing pauses."""
        self._typing.start()

    @Slot()
    def on_ask(self) -> None:
        """Ask for the newest orders of this text, period and filters."""
        self._typing.stop()
        since, until = self.period.span()
        wanted = HistorySearch(
            self.search.text().strip(),
            since,
            until,
            self.vendor.key,
            Outcome[self.outcome.key].states,
            Paid[self.paid.key].states,
            self.asked.most,
        )
        if wanted != self.asked:
            wanted = replace(wanted, most=ROWS)
        self._ask(wanted)

    @Slot()
    def on_more(self) -> None:
        """Ask for older ones too, where there are any."""
        most = self.asked.most
        if most < min(MOST, self._answer.count) and len(self._answer.rows) == most:
            self._ask(replace(self.asked, most=most + ROWS))

    def _ask(self, search: HistorySearch) -> None:
        self.asked = search
        self.rows_wanted.emit(search)

    @Slot()
    def on_all_days(self) -> None:
        """Look further back."""
        self.period.pick(Period.ALL.name)

    @Slot(str)
    def on_chosen(self, order_id: str) -> None:
        """Ask for the order of a line."""
        self._chosen = order_id
        self.found.choose(order_id)
        if self.detail.order_id != order_id:
            self.detail.show_order(None)
        self._fit()
        self.order_wanted.emit(order_id)

    @Slot()
    def on_back_to_list(self) -> None:
        """Show the list again in a narrow window."""
        self._chosen = ""
        self.found.choose("")
        self._fit()
