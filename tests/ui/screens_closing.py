"""The scenes of Closing, with an evening's figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.domain.book_news import BooksRead, ClosedChanged, TillMoneyRead
from app.domain.books import Books, OpenMoney, OrderCount, ShiftBook, TillMoney
from app.domain.lamp import LampKind
from app.domain.money import Money
from app.domain.news import OrdersChanged, SlipQuestionsChanged
from app.domain.order import PaymentMethod
from app.domain.outage import OutageSum
from app.domain.shift import CashMovement, CashWay, MethodSum, Shift, cash_counts
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState, PaymentState
from app.ui.closing.page import ClosingPage
from app.ui.closing.shift_desk import ShiftDesk
from app.ui.main_window import MainWindow
from app.ui.relay import Relay
from tests.builders import at, huf
from tests.ui.main.day import NOW, lines, questions, simple
from tests.ui.scene import Scene
from tests.ui.snapshots import a_snapshot, to_settle

CASH, CARD, OTHER = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.OTHER
MOVES = (
    CashMovement(
        id="move-1",
        till_id="till-1",
        shift_id="shift-2",
        at=at(-100),
        way=CashWay.IN,
        amount=huf(10_000),
        reason="Change brought",
    ),
    CashMovement(
        id="move-2",
        till_id="till-1",
        shift_id="shift-2",
        at=at(-30),
        way=CashWay.OUT,
        amount=huf(8_500),
        reason="Supplier: bread from the bakery in Király street",
        by="p-1",
    ),
    CashMovement(
        id="move-3",
        till_id="till-1",
        shift_id="shift-2",
        at=at(-10),
        way=CashWay.NO_SALE,
        amount=huf(0),
        reason="",
        by="p-2",
    ),
)
NAMES = {"p-1": "Anna", "p-2": "Béla"}
TAKEN = (
    MethodSum(CASH, huf(84_630), huf(900)),
    MethodSum(CARD, huf(231_450), huf(0)),
    MethodSum(OTHER, huf(4_500), huf(0)),
)


def a_book(*, closed: bool, counted: int = 104_730, shift_id: str = "shift-2") -> ShiftBook:
    """Give a shift of the evening, closed as it was counted."""
    shift = Shift(
        id=shift_id,
        till_id="till-1",
        opened_at=at(-420),
        floats=(huf(20_000),),
        opened_by="p-1",
    )
    if closed:
        note = "One note of 500 was torn"
        shift = replace(shift, closed_at=at(20), counted=(huf(counted),), note=note)
        shift = replace(shift, closed_by="p-2")
    return ShiftBook(shift, TAKEN, MOVES, cash_counts(shift, TAKEN, MOVES, "HUF"))


EARLIER = tuple(
    ShiftBook(
        shift,
        TAKEN,
        (),
        cash_counts(shift, (MethodSum(CASH, huf(60_000), huf(0)),), (), "HUF"),
    )
    for shift in (
        Shift(
            id=f"shift-{place}",
            till_id="till-1",
            opened_at=NOW - timedelta(days=place, hours=9),
            closed_at=NOW - timedelta(days=place, hours=1),
            floats=(huf(20_000),),
            counted=(huf(80_000 + off),),
        )
        for place, off in ((1, 0), (2, -1500), (3, 200))
    )
)
BOOKS = Books(
    since=at(-480),
    until=at(960),
    day=NOW.date(),
    orders=(
        OrderCount("cheers", "COLLECTED", 61, huf(402_310)),
        OrderCount("cheers", "REJECTED", 3, huf(9_870)),
        OrderCount("cheers", "", 8, huf(35_200)),
        OrderCount("walkin", "COLLECTED", 24, huf(98_400)),
        OrderCount("walkin", "LEFT", 1, huf(1_190)),
    ),
    money=TAKEN,
    movements=MOVES,
    unpaid=(OpenMoney("order-31", "A-31", "cheers", "unpaid", huf(1_190)),),
    unconfirmed=(OpenMoney("order-17", "A-17", "cheers", "accept", huf(2_880), "cheers"),),
    outages=(
        OutageSum("till-1", LampKind.VENDOR, "cheers", 2, timedelta(minutes=34)),
        OutageSum("till-1", LampKind.PRINTER, "counter", 5, timedelta(minutes=11)),
    ),
    shifts=(a_book(closed=True),),
    names=NAMES,
)


def unfinished() -> tuple[OrderSnapshot, ...]:
    """Give orders that are open in further ways than the day's board shows."""
    back = simple(
        29,
        40,
        state=OrderState.CANCELLED,
        payment=PaymentState.RETURN_DUE,
        held_in=OrderState.READY,
        due=huf(900),
        basket=lines((1, "Rye bread", 900)),
    )
    unpaid = simple(31, 55, state=OrderState.COLLECTED, payment=PaymentState.DUE, due=huf(1190))
    return (a_snapshot(back), a_snapshot(unpaid), *to_settle())


def _page(window: MainWindow) -> ClosingPage:
    window.work.ways.on_closing()
    page = window.work.pages.page("closing")
    assert isinstance(page, ClosingPage)
    return page


def _desk(window: MainWindow) -> ShiftDesk:
    desk = window.work.closing.shift
    assert desk is not None
    return desk


def to_finish(window: MainWindow, relay: Relay) -> None:
    relay.publish(OrdersChanged(unfinished()))
    relay.publish(SlipQuestionsChanged(questions()))
    _page(window)


def all_finished(window: MainWindow, relay: Relay) -> None:
    page = _page(window)
    page.list.show_all(())
    page.show_closed(ClosedChanged(at(20)))


def shift(money: TillMoney, *earlier: ShiftBook) -> Scene:
    """Give a scene with the shift of this till."""

    def play(window: MainWindow, relay: Relay) -> None:
        page = _page(window)
        shifts = (money.open, *earlier) if money.open is not None else earlier
        relay.publish(TillMoneyRead(money, shifts))
        page.show_part("shift")

    return play


OPEN_SHIFT = shift(TillMoney(open=a_book(closed=False), last=EARLIER[0]), *EARLIER)
NO_SHIFT = shift(TillMoney(last=EARLIER[0], unclaimed=TAKEN[:1]), *EARLIER)


def close_shift(window: MainWindow, relay: Relay) -> None:
    OPEN_SHIFT(window, relay)
    _desk(window).on_close()
    for key in "104730":
        window.work.layer.dialog.keypad.key_pressed.emit(key)  # type: ignore[union-attr]


def count_pieces(window: MainWindow, relay: Relay) -> None:
    OPEN_SHIFT(window, relay)
    _desk(window).on_close()
    dialog = window.work.layer.dialog
    count = dialog.counts["HUF"]  # type: ignore[union-attr]
    count.pieces.acted.emit()
    for place, pieces in enumerate((3, 2, 4, 1, 0, 7)):
        count._grid.fields[place].set_minor(pieces)


def open_shift(window: MainWindow, relay: Relay) -> None:
    NO_SHIFT(window, relay)
    _desk(window).on_open()


def pay_out(window: MainWindow, relay: Relay) -> None:
    OPEN_SHIFT(window, relay)
    _desk(window).on_pay_out()


def sheet(window: MainWindow, relay: Relay) -> None:
    page = _page(window)
    page.show_figures(NOW.date())
    relay.publish(BooksRead(BOOKS))


def shift_sheet(window: MainWindow, relay: Relay) -> None:
    page = _page(window)
    page.show_figures("shift-2")
    book = a_book(closed=True)
    euros = cash_counts(
        book.shift, (MethodSum(CASH, Money(12_00, "EUR"), Money(0, "EUR")),), (), "HUF"
    )
    both = replace(book, cash=(*book.cash, euros[1]))
    books = replace(BOOKS, day=None, shift=both, shifts=())
    relay.publish(BooksRead(books))


def closed_board(window: MainWindow, relay: Relay) -> None:
    relay.publish(ClosedChanged(at(20)))


CLOSING_SCENES: dict[str, Scene] = {
    "closing-open": to_finish,
    "closing-done": all_finished,
    "closing-shift": OPEN_SHIFT,
    "closing-no-shift": NO_SHIFT,
    "closing-count": close_shift,
    "closing-pieces": count_pieces,
    "closing-float": open_shift,
    "closing-pay-out": pay_out,
    "closing-sheet": sheet,
    "closing-shift-sheet": shift_sheet,
    "closing-board": closed_board,
}
