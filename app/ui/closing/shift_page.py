"""The shift of this till: what is in the drawer, what was paid in and out, and earlier shifts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.book_news import TillMoneyRead
from app.domain.books import ShiftBook, TillMoney
from app.domain.order import PaymentMethod
from app.domain.shift import CashCount, CashMovement, MethodSum
from app.ui.closing.parts import Column, Line, boxed, head_label
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet
from app.ui.wording.closing import (
    method_text,
    movement_text,
    shift_people,
    shift_result,
    shift_text,
    signed,
)
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

IN_A_BOX: Final = 8


class ShiftRow(QWidget):
    """An earlier shift, and the way to its figures. Thread: gui. Signals: `wanted(shift_id)`."""

    wanted = Signal(str)

    def __init__(
        self, theme: Theme, shop: Shop, book: ShiftBook, names: Mapping[str, str], now: datetime
    ) -> None:
        """Make the row of a shift; `names` are those of the staff, by id."""
        super().__init__()
        self._shift_id = book.shift.id
        hours = shift_text(book.shift, shop, now)
        said = (shift_result(book, shop), shift_people(book.shift, names))
        result = " · ".join(part for part in said if part)
        self.hours = Label(theme, hours, "body_strong", elide=True)
        self.result = Label(theme, result, "body", "ink2", elide=True)
        words = translate("Closing", "Figures")
        name = translate("Closing", "Figures: {shift}").format(shift=hours)
        self.button = ActionButton(theme, words, Kind.QUIET, height=48, name=name)
        self.button.acted.connect(self._on_acted)
        row = QHBoxLayout(self)
        px = theme.px
        row.setContentsMargins(px(18), px(8), px(12), px(8))
        row.setSpacing(px(12))
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(self.hours)
        column.addWidget(self.result)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.setAccessibleName(", ".join(part for part in (hours, result) if part))

    @Slot()
    def _on_acted(self) -> None:
        self.wanted.emit(self._shift_id)


class ShiftPage(QWidget):
    """What the open shift came to so far, and what can be done about it.

    Thread: gui. Signals: `open_wanted`, `close_wanted`, `pay_in_wanted`, `pay_out_wanted`,
    `drawer_wanted`, `figures_wanted(shift_id)`.
    """

    open_wanted = Signal()
    close_wanted = Signal()
    pay_in_wanted = Signal()
    pay_out_wanted = Signal()
    drawer_wanted = Signal()
    figures_wanted = Signal(str)

    def __init__(
        self, theme: Theme, shop: Shop, now: Callable[[], datetime], *, has_drawer: bool
    ) -> None:
        """Make the page; it is empty until the money was read."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._now = now
        self.money = TillMoney()
        self._news: TillMoneyRead | None = None
        self._is_shown = False
        self.area = Column(theme)
        foot = Sheet(theme, "surface", ("top",))
        tr = translate
        self.pay_in = ActionButton(theme, tr("Closing", "Pay in"), Kind.PLAIN, icon="plus")
        self.pay_out = ActionButton(theme, tr("Closing", "Pay out"), Kind.PLAIN, icon="minus")
        self.drawer = ActionButton(theme, tr("Closing", "Open drawer"), Kind.PLAIN)
        self.drawer.setVisible(has_drawer)
        self.next = ActionButton(theme, tr("Closing", "Open shift"), Kind.NEXT)
        self.next.setMinimumWidth(theme.px(232))
        row = QHBoxLayout(foot)
        px = theme.px
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(8))
        for button in (self.pay_in, self.pay_out, self.drawer):
            button.setFixedHeight(px(72))
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.next)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.area, 1)
        page.addWidget(foot)
        self.pay_in.acted.connect(self.pay_in_wanted)
        self.pay_out.acted.connect(self.pay_out_wanted)
        self.drawer.acted.connect(self.drawer_wanted)
        self.next.acted.connect(self._on_next)
        self.setEnabled(False)

    def show_money(self, news: TillMoneyRead) -> None:
        """Show how the money stands now, as soon as somebody looks."""
        if news == self._news:
            return
        self._news = news
        self.money = news.money
        self.setEnabled(True)
        is_open = news.money.open is not None
        words = (
            translate("Closing", "Close shift") if is_open else translate("Closing", "Open shift")
        )
        self.next.set_words(words)
        self._is_shown = False
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was read meanwhile."""
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        if self._news is not None and self.isVisible() and not self._is_shown:
            self._is_shown = True
            self.area.fill(self._parts(self._news))

    def _parts(self, news: TillMoneyRead) -> Iterator[QWidget]:
        book = news.money.open
        yield from self._open(book, news.money) if book is not None else self._none(news.money)
        earlier = [each for each in news.shifts if each.shift.closed_at is not None]
        if earlier:
            yield head_label(self._theme, translate("Closing", "Earlier shifts"))
        for place in range(0, len(earlier), IN_A_BOX):
            some = earlier[place : place + IN_A_BOX]
            yield boxed(self._theme, *(self._earlier(each, news.money) for each in some))

    def _open(self, book: ShiftBook, money: TillMoney) -> Iterator[QWidget]:
        head = translate("Closing", "Shift · {hours}")
        hours = shift_text(book.shift, self._shop, self._now())
        people = shift_people(book.shift, money.names)
        said = " · ".join(part for part in (head.format(hours=hours), people) if part)
        yield head_label(self._theme, said)
        for count in book.cash:
            yield boxed(self._theme, *count_lines(self._theme, count, self._shop))
        others = [each for each in book.money if each.method is not PaymentMethod.CASH]
        if others:
            yield head_label(self._theme, translate("Closing", "Not in the drawer"))
            yield boxed(self._theme, *method_lines(self._theme, others, self._shop))
        if book.movements:
            yield head_label(self._theme, translate("Closing", "The drawer without a sale"))
            moves = movement_lines(self._theme, book.movements, self._shop, money.names)
            yield boxed(self._theme, *moves)

    def _none(self, money: TillMoney) -> Iterator[QWidget]:
        yield head_label(self._theme, translate("Closing", "No shift is open"))
        text = translate(
            "Closing", "Open one when somebody takes over the drawer. Selling goes on without it."
        )
        yield self._text(text)
        if money.unclaimed or money.moves:
            text = translate(
                "Closing",
                "Since the last shift was closed. It belongs to the next one, not to its float:",
            )
            yield self._text(text)
            yield boxed(
                self._theme,
                *method_lines(self._theme, money.unclaimed, self._shop),
                *movement_lines(self._theme, money.moves, self._shop, money.names),
            )

    def _earlier(self, book: ShiftBook, money: TillMoney) -> ShiftRow:
        row = ShiftRow(self._theme, self._shop, book, money.names, self._now())
        row.wanted.connect(self.figures_wanted)
        return row

    def _text(self, text: str) -> Label:
        return Label(self._theme, text, "body", "ink2", wrap=True, align=Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_next(self) -> None:
        (self.close_wanted if self.money.open is not None else self.open_wanted).emit()


def count_lines(theme: Theme, count: CashCount, shop: Shop) -> Iterator[Line]:
    """Yield what must be in the drawer, line by line."""
    tr = translate
    always = (tr("Closing", "Float"), tr("Closing", "Cash taken"))
    for text, figure in (
        (always[0], count.float_),
        (always[1], count.taken),
        (tr("Closing", "Cash given back"), -count.returned),
        (tr("Closing", "Paid in"), count.paid_in),
        (tr("Closing", "Paid out"), -count.paid_out),
    ):
        if figure or text in always:
            yield Line(theme, of_currency(text, count, shop), amount(figure, shop))
    text = of_currency(tr("Closing", "Expected in the drawer"), count, shop)
    yield Line(theme, text, amount(count.expected, shop), strong=True)


def movement_lines(
    theme: Theme, moves: Iterable[CashMovement], shop: Shop, names: Mapping[str, str]
) -> Iterator[Line]:
    """Yield the cash that was paid in and out, and when the drawer was opened for neither."""
    for move in moves:
        figure = amount(signed(move), shop) if move.amount else ""
        yield Line(theme, movement_text(move, shop, names), figure, note=move.reason)


def of_currency(text: str, count: CashCount, shop: Shop) -> str:
    """Return the name of a figure, with the currency where that is not the shop's own."""
    if count.currency == shop.currency:
        return text
    words = translate("Closing", "{figure} ({currency})")
    return words.format(figure=text, currency=count.currency)


def method_lines(theme: Theme, money: Sequence[MethodSum], shop: Shop) -> Iterator[Line]:
    """Yield what each way of paying came to, with a bar, and what was given back of it."""
    for each in money:
        note = ""
        if each.returned:
            text = translate("Closing", "{taken} taken, {returned} given back")
            note = text.format(taken=amount(each.taken, shop), returned=amount(each.returned, shop))
        currency = each.taken.currency
        most = max(one.kept.minor for one in money if one.taken.currency == currency)
        share = each.kept.minor / most if most > 0 else 0.0
        yield Line(
            theme,
            method_text(each.method),
            amount(each.kept, shop),
            note=note,
            share=share,
            role="ok",
        )
