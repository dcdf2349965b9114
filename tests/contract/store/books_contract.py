"""What every store keeps of money and outages, and what it answers of days and shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.books import OpenMoney, OrderCount
from app.domain.lamp import LampKind
from app.domain.money import Money
from app.domain.order import PaymentMethod
from app.domain.outage import Outage
from app.domain.practice import PRACTICE
from app.domain.push import PushKind, PushState
from app.domain.shift import CashMovement, CashWay, Shift, Taking
from app.domain.states import OrderState, PaymentState
from app.ports.store import StorePort
from tests.builders import a_push, an_order, at, huf

SHIFT = Shift(
    id="shift-1",
    till_id="till-1",
    opened_at=at(10),
    floats=(huf(20_000), Money(5_00, "EUR")),
    closed_at=at(400),
    counted=(huf(31_995), Money(5_00, "EUR")),
    note="a note of 500 was torn",
    opened_by="p-1",
    closed_by="p-2",
)
CASH = Taking(
    till_id="till-1",
    shift_id="",
    at=at(5),
    order_id="order-1",
    vendor="walkin",
    method=PaymentMethod.CASH,
    amount=huf(2_500),
)
BACK = replace(CASH, at=at(20), method=PaymentMethod.CARD, amount=huf(-700))
DRAWN = CashMovement(
    id="move-1",
    till_id="till-1",
    shift_id="",
    at=at(6),
    way=CashWay.OUT,
    amount=huf(1_000),
    reason="flowers, paid in cash",
    by="p-1",
)
OUT = Outage(
    id="outage-1",
    till_id="till-1",
    kind=LampKind.PRINTER,
    name="counter",
    word="paper out",
    since=at(10),
    until=at(12),
)


class BooksContract:
    """Subclasses give `store`, empty."""

    @pytest.fixture
    def booked(self, store: StorePort) -> StorePort:
        with store.begin() as unit:
            unit.orders.add(an_order(), "{}")
            unit.shifts.note_taking(CASH)
            unit.shifts.note_taking(replace(CASH, till_id="till-2"))
            unit.shifts.note_movement(DRAWN)
            unit.commit()
        return store

    def test_a_new_shift_takes_over_what_belongs_to_none(self, booked: StorePort) -> None:
        open_shift = replace(SHIFT, closed_at=None, counted=(), note="")
        books = booked.reader().books
        assert books.takings_of("", "till-1") == [CASH]
        assert books.movements_of("", "till-1") == [DRAWN]
        with booked.begin() as unit:
            assert unit.shifts.open_at("till-1") is None
            unit.shifts.add(open_shift)
            unit.shifts.note_taking(replace(BACK, shift_id="shift-1"))
            assert unit.shifts.open_at("till-1") == open_shift
            assert unit.shifts.open_at("till-2") is None
            unit.commit()
        mine = [replace(CASH, shift_id="shift-1"), replace(BACK, shift_id="shift-1")]
        assert books.takings_of("shift-1", "till-1") == mine
        assert books.movements_of("shift-1", "till-1") == [replace(DRAWN, shift_id="shift-1")]
        assert books.takings_of("", "till-1") == []
        assert books.takings_of("", "till-2") == [replace(CASH, till_id="till-2")]

    def test_a_shift_is_kept_as_it_was_closed(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.shifts.add(replace(SHIFT, closed_at=None, counted=(), note=""))
            unit.shifts.save(SHIFT)
            unit.commit()
        with store.begin() as unit:
            assert unit.shifts.get("shift-1") == SHIFT
            assert unit.shifts.open_at("till-1") is None
            with pytest.raises(KeyError):
                unit.shifts.get("shift-9")
            with pytest.raises(KeyError):
                unit.shifts.save(replace(SHIFT, id="shift-9"))
        assert store.reader().books.shift("shift-1") == SHIFT
        assert store.reader().books.shift("shift-9") is None

    def test_a_till_has_one_open_shift(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.shifts.add(replace(SHIFT, closed_at=None))
            unit.shifts.add(replace(SHIFT, closed_at=None, id="shift-2", till_id="till-2"))
            unit.commit()
        with pytest.raises(ValueError), store.begin() as unit:
            unit.shifts.add(replace(SHIFT, closed_at=None, id="shift-3"))
            unit.commit()

    def test_shifts_are_found_by_what_they_touch(self, store: StorePort) -> None:
        later = replace(SHIFT, id="shift-2", opened_at=at(400), closed_at=None)
        with store.begin() as unit:
            unit.shifts.add(SHIFT)
            unit.shifts.add(later)
            unit.commit()
        books = store.reader().books
        assert books.shifts(at(0), at(900)) == [later, SHIFT]
        assert books.shifts(at(0), at(10)) == []
        assert books.shifts(at(400), at(900)) == [later]
        assert books.shifts(at(399), at(400)) == [SHIFT]
        assert books.shifts_of("till-1", 1) == [later]
        assert books.shifts_of("till-2", 9) == []

    def test_money_is_found_by_its_moment(self, booked: StorePort) -> None:
        books = booked.reader().books
        assert books.takings(at(5), at(6)) == [CASH, replace(CASH, till_id="till-2")]
        assert books.takings(at(0), at(5)) == []
        assert books.movements(at(6), at(7)) == [DRAWN]
        assert books.movements(at(7), at(9)) == []

    def test_money_belongs_to_an_order_that_is_there(self, store: StorePort) -> None:
        with pytest.raises(ValueError), store.begin() as unit:
            unit.shifts.note_taking(CASH)
            unit.commit()

    def test_money_needs_a_whole_commit(self, booked: StorePort) -> None:
        with booked.begin() as unit:
            unit.shifts.note_taking(BACK)
            unit.shifts.note_movement(replace(DRAWN, id="move-2"))
            unit.outages.put(OUT)
        books = booked.reader().books
        assert len(books.takings(at(0), at(99))) == 2
        assert len(books.movements(at(0), at(99))) == 1
        assert books.outages(at(0), at(99)) == []

    def test_an_outage_is_kept_as_it_goes_on_and_ends(self, store: StorePort) -> None:
        with store.begin() as unit:
            unit.outages.put(OUT)
            unit.outages.put(OUT.seen_at(at(14)))
            unit.outages.put(replace(OUT, id="outage-2", till_id="till-2"))
            unit.commit()
        with store.begin() as unit:
            assert unit.outages.open_at("till-1") == [OUT.seen_at(at(14))]
            unit.outages.put(OUT.ended_at(at(15)))
            assert unit.outages.open_at("till-1") == []
            unit.commit()
        books = store.reader().books
        assert OUT.ended_at(at(15)) in books.outages(at(14), at(20))
        assert books.outages(at(15), at(20)) == []
        assert books.outages(at(0), at(10)) == []

    def test_orders_are_counted_by_vendor_and_end(self, store: StorePort) -> None:
        def ended(order_id: str, state: OrderState, minute: float) -> None:
            order = an_order(order_id, state=state, ended_at=at(minute), number=order_id)
            unit.orders.add(order, "{}")

        with store.begin() as unit:
            ended("order-1", OrderState.COLLECTED, 10)
            ended("order-2", OrderState.COLLECTED, 19)
            ended("order-3", OrderState.REJECTED, 11)
            ended("order-4", OrderState.COLLECTED, 20)
            unit.orders.add(an_order("order-5", received_at=at(12)), "{}")
            unit.orders.add(an_order("order-6", received_at=at(9)), "{}")
            unit.commit()
        total = an_order().basket.total
        assert list(store.reader().books.order_counts(at(10), at(20))) == [
            OrderCount("cheers", "COLLECTED", 2, total + total),
            OrderCount("cheers", "REJECTED", 1, total),
            OrderCount("cheers", "", 1, total),
        ]

    def test_practice_is_not_counted(self, store: StorePort) -> None:
        with store.begin() as unit:
            ended = an_order(vendor=PRACTICE, state=OrderState.COLLECTED, ended_at=at(10))
            unit.orders.add(ended, "{}")
            unit.orders.add(an_order("order-2", vendor=PRACTICE, received_at=at(12)), "{}")
            unit.commit()
        assert list(store.reader().books.order_counts(at(0), at(20))) == []

    def test_what_was_handed_over_unpaid_is_found(self, store: StorePort) -> None:
        unpaid = an_order(
            state=OrderState.COLLECTED,
            payment=PaymentState.FAILED,
            due=huf(900),
            ended_at=at(10),
            handed_over_unpaid="the terminal was broken",
        )
        with store.begin() as unit:
            unit.orders.add(unpaid, "{}")
            paid = replace(unpaid, id="order-2", vendor_order_id="c-2", slip_code="s-2")
            unit.orders.add(replace(paid, payment=PaymentState.RECEIVED), "{}")
            unit.commit()
        books = store.reader().books
        wanted = OpenMoney("order-1", unpaid.number, "cheers", "unpaid", huf(900), "cheers")
        assert books.unpaid(at(10), at(11)) == [wanted]
        assert books.unpaid(at(11), at(99)) == []

    def test_what_is_not_confirmed_is_found_once_an_order(self, store: StorePort) -> None:
        doubtful = an_order(payment=PaymentState.UNCONFIRMED, due=huf(900), received_at=at(10))
        other = replace(doubtful, id="order-2", vendor_order_id="c-2", slip_code="s-2")
        push = a_push(kind=PushKind.READY, state=PushState.UNCONFIRMED, created_at=at(11))
        with store.begin() as unit:
            unit.orders.add(doubtful, "{}")
            unit.orders.add(other, "{}")
            unit.outbox.add(push)
            unit.commit()
        number, total = doubtful.number, doubtful.basket.total
        books = store.reader().books
        assert books.unconfirmed(at(10), at(12)) == [
            OpenMoney("order-1", number, "cheers", "ready", total, push.system),
            OpenMoney("order-2", number, "cheers", "payment", huf(900), "cheers"),
        ]
        assert books.unconfirmed(at(12), at(12) + timedelta(days=1)) == []
