"""What staff do with the shift and the drawer: its dialogs, and what they send."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.money import Money
from app.domain.shift import CashWay
from app.ui.closing.cash_dialog import CashDialog
from app.ui.closing.count_dialog import CountDialog, CountWords
from app.ui.errands import Errands
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.marked import translate
from app.usecases.close_shift import CloseShift
from app.usecases.desk import Shop
from app.usecases.open_drawer import OpenDrawer
from app.usecases.open_shift import OpenShift

if TYPE_CHECKING:
    from app.ui.closing.shift_page import ShiftPage

Guarded = Callable[[Callable[[], None]], None]


class ShiftDesk(QObject):
    """Asks for float and count, and for cash paid in and out. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        errands: Errands,
        page: ShiftPage,
        guarded: Guarded,
    ) -> None:
        """Serve `page`; what touches the drawer without a sale goes through `guarded`."""
        super().__init__(page)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._errands = errands
        self._page = page
        self._guarded = guarded
        page.open_wanted.connect(self.on_open)
        page.close_wanted.connect(self.on_close)
        page.pay_in_wanted.connect(self.on_pay_in)
        page.pay_out_wanted.connect(self.on_pay_out)
        page.drawer_wanted.connect(self.on_drawer)

    @Slot()
    def on_open(self) -> None:
        """Ask for the float; it begins with what was counted last."""
        words = CountWords(
            translate("Closing", "Open shift"),
            translate("Closing", "Float in the drawer"),
            translate("Closing", "Open shift"),
            translate("Closing", "Count what lies in the drawer to give change with."),
        )
        self._count(words).counted.connect(self._on_float)

    @Slot()
    def on_close(self) -> None:
        """Ask for what is in the drawer."""
        self._guarded(self._count_all)

    @Slot()
    def on_pay_in(self) -> None:
        """Ask how much cash goes in, and why."""
        self._guarded(lambda: self._move_cash(CashWay.IN))

    @Slot()
    def on_pay_out(self) -> None:
        """Ask how much cash goes out, and why."""
        self._guarded(lambda: self._move_cash(CashWay.OUT))

    @Slot()
    def on_drawer(self) -> None:
        """Open the drawer without a sale."""
        self._guarded(lambda: self._errands.dispatch(OpenDrawer()))

    def _count_all(self) -> None:
        words = CountWords(
            translate("Closing", "Close shift"),
            translate("Closing", "Counted in the drawer"),
            translate("Closing", "Close shift"),
            "",
        )
        self._count(words).counted.connect(self._on_counted)

    def _count(self, words: CountWords) -> CountDialog:
        money = self._page.money
        expected = money.open.cash if money.open is not None else ()
        last = money.last.shift.counted if money.last is not None else ()
        preset = {self._shop.currency: Money.zero(self._shop.currency)}
        preset |= {each.currency: each for each in last}
        preset |= {count.currency: count.expected for count in expected}
        codes = [count.currency for count in expected] or list(preset)
        dialog = CountDialog(
            self._theme, self._shop, words, [preset[code] for code in codes], expected
        )
        self._layer.open(dialog)
        return dialog

    def _move_cash(self, way: CashWay) -> None:
        dialog = CashDialog(self._theme, self._shop, way)
        dialog.decided.connect(self._errands.on_command)
        self._layer.open(dialog)

    @Slot(object, str)
    def _on_float(self, amounts: tuple[Money, ...], _note: str) -> None:
        self._errands.dispatch(OpenShift(amounts))

    @Slot(object, str)
    def _on_counted(self, amounts: tuple[Money, ...], note: str) -> None:
        book = self._page.money.open
        if book is not None:
            self._errands.dispatch(CloseShift(book.shift.id, amounts, note))
