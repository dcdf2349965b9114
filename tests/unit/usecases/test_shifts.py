"""A shift holds the money of its till from close to close; nothing is lost or counted twice."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from app.domain.book_news import ShiftChanged, ShiftStep
from app.domain.books import Books, TillMoney
from app.domain.errors import IllegalMove
from app.domain.money import Money
from app.domain.news import DrawerWanted
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.routes import Route, Routes
from app.domain.shift import CashWay
from app.domain.states import Move, PaymentState
from app.usecases.close_shift import CloseShift, close_shift
from app.usecases.desk import Desk, Shop
from app.usecases.move_cash import MoveCash, move_cash
from app.usecases.open_drawer import OpenDrawer, open_drawer
from app.usecases.open_shift import OpenShift, open_shift
from app.usecases.read_books import books_of_day, books_of_shift, till_money
from app.usecases.return_money import ReturnMoney, return_money
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import CARD, CASH, pay

WITH_DRAWER = Routes((Route(printer="counter", opens_drawer=True),))


def money_of(counter: Counter) -> TillMoney:
    with closing(counter.store.reader()) as reader:
        return till_money(reader.books, counter.desk.shop)[0]


def day_of(counter: Counter) -> Books:
    shop = counter.desk.shop
    with closing(counter.store.reader()) as reader:
        return books_of_day(reader.books, shop, shop.business_date(counter.clock.now()))


def begin(counter: Counter, *floats: Money) -> str:
    (changed,) = counter.hear(open_shift(OpenShift(floats or (huf(20_000),)), counter.desk))
    assert isinstance(changed, ShiftChanged)
    assert changed.step is ShiftStep.OPENED
    return changed.shift_id


def end(counter: Counter, shift_id: str, *counted: Money, note: str = "") -> None:
    counter.hear(close_shift(CloseShift(shift_id, counted, note), counter.desk))


def owe(counter: Counter, units: int, *moves: Move) -> str:
    return counter.at_work(*moves, payment=PaymentState.DUE, due=huf(units))


def paid_in_cash(counter: Counter, units: int) -> None:
    order_id = owe(counter, units)
    pay(counter, PaymentPart(CASH, huf(units)), due=huf(units), order_id=order_id)


def test_cash_taken_and_given_back_is_expected_in_the_drawer(counter: Counter) -> None:
    shift_id = begin(counter)
    order_id = owe(counter, 1500)
    parts = (PaymentPart(CARD, huf(500)), PaymentPart(CASH, huf(1000), huf(2000)))
    pay(counter, *parts, due=huf(1500), order_id=order_id)
    counter.move(Move.CANCEL_ORDER, order_id)
    assert counter.order(order_id).payment is PaymentState.RETURN_DUE
    counter.hear(return_money(ReturnMoney(order_id, huf(400), CASH), counter.desk))
    counter.hear(move_cash(MoveCash(CashWay.IN, huf(5000), "change"), counter.desk))
    counter.hear(move_cash(MoveCash(CashWay.OUT, huf(2000), "window cleaner"), counter.desk))
    book = money_of(counter).open
    assert book is not None
    assert book.shift.id == shift_id
    (count,) = book.cash
    assert (count.taken, count.returned) == (huf(1000), huf(400))
    assert count.expected == huf(23_600)
    assert [(each.method, each.kept) for each in book.money] == [
        (PaymentMethod.CASH, huf(600)),
        (PaymentMethod.CARD, huf(500)),
    ]


def test_a_shift_is_closed_with_a_difference_and_a_note(counter: Counter) -> None:
    shift_id = begin(counter)
    paid_in_cash(counter, 905)
    counter.clock.advance(3600)
    end(counter, shift_id, huf(20_000), note="one\nnote torn")
    money = money_of(counter)
    assert money.open is None
    assert money.last is not None
    assert money.last.shift.note == "one note torn"
    (count,) = money.last.cash
    assert (count.expected, count.difference) == (huf(20_905), huf(-905))
    with pytest.raises(IllegalMove):
        end(counter, shift_id, huf(20_905))


def test_money_taken_between_shifts_belongs_to_the_next_one(counter: Counter) -> None:
    paid_in_cash(counter, 905)
    assert [each.taken for each in money_of(counter).unclaimed] == [huf(905)]
    first = begin(counter)
    assert money_of(counter).unclaimed == ()
    end(counter, first, huf(20_905))
    counter.clock.advance(60)
    paid_in_cash(counter, 700)
    counter.hear(move_cash(MoveCash(CashWay.OUT, huf(100), "milk"), counter.desk))
    second = begin(counter)
    paid_in_cash(counter, 300)
    with closing(counter.store.reader()) as reader:
        shop, now = counter.desk.shop, counter.clock.now()
        books = [books_of_shift(reader.books, shop, each, now) for each in (first, second)]
        assert books_of_shift(reader.books, shop, "nobody's", now) is None
    takings = [book.money[0].taken for book in books if book is not None]
    assert takings == [huf(905), huf(1000)]
    assert day_of(counter).money[0].taken == huf(1905)
    assert [len(book.movements) for book in books if book is not None] == [0, 1]


def test_a_shift_belongs_to_its_till(counter: Counter) -> None:
    begin(counter)
    other = Counter(counter.store, till_id="till-2")
    other.desk.ids.new()  # ids of tills never meet
    other.desk.ids.new()
    assert money_of(other) == TillMoney()
    begin(other)
    with pytest.raises(IllegalMove):
        begin(counter)


def test_what_cannot_be_counted_is_refused(quick: Counter) -> None:
    for floats in ((huf(-1),), (huf(1), huf(2))):
        with pytest.raises(IllegalMove):
            begin(quick, *floats)
    shift_id = begin(quick)
    with pytest.raises(IllegalMove):
        end(quick, shift_id, huf(-5))
    for amount, reason in ((huf(0), "why"), (huf(5), " \n ")):
        with pytest.raises(IllegalMove):
            move_cash(MoveCash(CashWay.IN, amount, reason), quick.desk)


def test_a_clock_set_back_does_not_turn_a_shift_round(quick: Counter) -> None:
    shift_id = begin(quick)
    quick.clock.advance(-600)
    end(quick, shift_id, huf(20_000))
    last = money_of(quick).last
    assert last is not None
    assert last.shift.closed_at == last.shift.opened_at


def test_paying_in_and_out_opens_the_drawer() -> None:
    routes = (Route(printer="counter", opens_drawer=True),)
    counter = Counter(FakeStore(), routes=routes)
    counter.hear(move_cash(MoveCash(CashWay.OUT, huf(100), "milk"), counter.desk))
    counter.hear(open_drawer(OpenDrawer(), counter.desk))
    assert counter.told(DrawerWanted) == [DrawerWanted("counter")] * 2
    assert open_drawer(OpenDrawer(), Counter(FakeStore()).desk) == []


def test_the_day_tells_of_unpaid_orders_and_of_what_is_open(counter: Counter) -> None:
    unpaid = owe(counter, 905, Move.READY)
    counter.move(Move.HAND_OVER_UNPAID, unpaid, reason="terminal broken")
    counter.deliver()
    counter.at_work()
    books = day_of(counter)
    assert [(each.what, each.amount) for each in books.unpaid] == [("unpaid", huf(905))]
    counts = {(each.vendor, each.state): each.count for each in books.orders}
    assert counts == {("cheers", "COLLECTED"): 1, ("cheers", ""): 1}


def test_the_day_begins_when_the_shop_says(quick: Counter) -> None:
    shop = Shop(day_starts="06:00")
    since, until = shop.day_bounds(shop.business_date(quick.clock.now()))
    assert since <= quick.clock.now() < until
    assert since.astimezone(shop.timezone).strftime("%H:%M") == "06:00"


def test_who_opens_closes_and_moves_cash_is_named(counter: Counter) -> None:
    anna, bela = by(counter, "p-anna"), by(counter, "p-bela")
    counter.hear(open_shift(OpenShift((huf(0),)), anna))
    counter.hear(move_cash(MoveCash(CashWay.IN, huf(100), "change"), bela))
    book = money_of(counter).open
    assert book is not None
    assert (book.shift.opened_by, [moved.by for moved in book.movements]) == ("p-anna", ["p-bela"])
    counter.hear(close_shift(CloseShift(book.shift.id, (huf(100),)), bela))
    last = money_of(counter).last
    assert last is not None
    assert (last.shift.opened_by, last.shift.closed_by) == ("p-anna", "p-bela")


def test_a_drawer_opened_without_a_sale_is_counted_and_moves_no_cash(counter: Counter) -> None:
    counter.desk.session.routes = WITH_DRAWER
    counter.hear(open_drawer(OpenDrawer(), by(counter, "p-anna")))
    (opening,) = money_of(counter).moves
    assert (opening.way, opening.by, opening.amount) == (CashWay.NO_SALE, "p-anna", huf(0))
    begin(counter)
    news = counter.hear(open_drawer(OpenDrawer(), counter.desk))
    assert DrawerWanted("counter") in news
    book = money_of(counter).open
    assert book is not None
    assert [moved.by for moved in book.movements] == ["p-anna", ""]
    assert book.paid == ()
    assert book.cash[0].expected == huf(20_000)
    assert len(day_of(counter).openings) == 2


def test_a_till_without_a_drawer_keeps_nothing(counter: Counter) -> None:
    assert open_drawer(OpenDrawer(), counter.desk) == []
    assert money_of(counter).moves == ()


def test_no_cash_is_paid_in_as_an_opened_drawer(counter: Counter) -> None:
    with pytest.raises(IllegalMove):
        move_cash(MoveCash(CashWay.NO_SALE, huf(100), "none"), counter.desk)


def by(counter: Counter, person: str) -> Desk:
    """Give the desk as that person works at it."""
    return replace(counter.desk, by=person)
