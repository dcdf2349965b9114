"""A practice order goes the whole way of an order, and counts nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.history import HistorySearch
from app.domain.news import OrdersChanged
from app.domain.order import Order
from app.domain.practice import PRACTICE, PRACTICE_LASTS, practice_words
from app.domain.printing import JobKind
from app.domain.routes import Route
from app.domain.states import JobState, Move, OrderState
from app.ports.vendor import RegisterRules
from app.runtime.handlers import HANDLERS
from app.usecases.accept_order import AcceptOrder
from app.usecases.begin_print import begin_print
from app.usecases.desk import VendorFacts
from app.usecases.handle_scan import HandleScan
from app.usecases.move_order import MoveOrder
from app.usecases.place_practice import PlacePractice
from app.usecases.reject_order import RejectOrder
from app.usecases.show_again import next_change, show_again
from app.usecases.undo_move import UndoMove
from tests.builders import NOON, at
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

DAY = (at(-24 * 60), at(24 * 60))


@pytest.fixture
def counter() -> Counter:
    return Counter(FakeStore())


def do(counter: Counter, command: object) -> list[object]:
    return list(HANDLERS[type(command)](command, counter.desk))


def placed(counter: Counter) -> Order:
    do(counter, PlacePractice())
    return the_order(counter)


def the_order(counter: Counter) -> Order:
    (order,) = (one for one in counter.store.kept.orders.values() if one.vendor == PRACTICE)
    return order


def test_it_rings_in_new_and_names_itself(counter: Counter) -> None:
    news = do(counter, PlacePractice())
    order = the_order(counter)
    (changed,) = (each for each in news if isinstance(each, OrdersChanged))
    (snapshot,) = changed.orders
    assert snapshot.rings_as_new
    assert (order.state, order.number, snapshot.vendor_title) == (
        OrderState.NEW,
        "PRACTICE",
        "Practice",
    )
    offered = {each.move for each in snapshot.offered}
    assert {Move.ACCEPT, Move.REJECT} <= offered
    assert Move.TAKE_PAYMENT not in offered
    assert not snapshot.ring_up
    assert "nobody waits for this" in order.customer.comment


def test_there_is_one_at_a_time(counter: Counter) -> None:
    placed(counter)
    do(counter, PlacePractice())
    order = the_order(counter)
    do(counter, RejectOrder(order.id))
    do(counter, PlacePractice())
    assert len(counter.store.kept.orders) == 2


def test_it_goes_the_whole_way_and_prints_one_slip_that_says_what_it_is(counter: Counter) -> None:
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    errand, _news = begin_print("counter", counter.desk)
    assert errand is not None
    assert (errand.slip.number, errand.slip.bar) == ("PRACTICE", "PRACTICE: NOT AN ORDER")
    assert "app" not in errand.slip.lines[-1].text
    do(counter, MoveOrder(order.id, Move.READY))
    counter.clock.advance(60)
    do(counter, HandleScan(order.slip_code))
    order = the_order(counter)
    assert (order.state, order.taken) == (OrderState.COLLECTED, ())
    assert order.column is None
    assert [job.kind for job in counter.store.kept.jobs.values()] == [JobKind.SLIP]


def test_every_station_shows_that_it_would_have_heard() -> None:
    stations = {"kitchen": "grill", "bar": "drinks"}
    routes = [Route(printer=name, slips=False, stations=(of,)) for name, of in stations.items()]
    counter = Counter(FakeStore(), routes=[Route(printer="counter"), *routes])
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    for printer in stations:
        errand, _news = begin_print(printer, counter.desk)
        assert errand is not None
        assert (errand.slip.number, errand.slip.bar) == ("PRACTICE", "PRACTICE: NOT AN ORDER")
        (line,) = errand.slip.lines
        assert line.text == "Practice item, not to be made"
        assert errand.slip.code == ""
    kinds = sorted(job.kind for job in counter.store.kept.jobs.values())
    assert kinds == [JobKind.SLIP, JobKind.STATION, JobKind.STATION]


def test_a_reprint_says_both(counter: Counter) -> None:
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    job = next(iter(counter.store.kept.jobs.values()))
    with counter.store.begin() as work:
        work.jobs.save(replace(job, state=JobState.PRINTED, settled_at=NOON))
        work.commit()
    from app.usecases.print_order import PrintAgain

    do(counter, PrintAgain(order.id))
    errand, _news = begin_print("counter", counter.desk)
    assert errand is not None
    assert errand.slip.bar.startswith("PRACTICE: NOT AN ORDER · REPRINT")


def test_nothing_is_told_of_it_to_vendors_or_registers_whatever_happens(counter: Counter) -> None:
    register = RegisterRules(send_from=frozenset({"cheers", "walkin", PRACTICE}))
    facts = VendorFacts("oktopos", "OktoPOS", "O", counter.desk.vendors["cheers"].capabilities)
    vendors = {**counter.desk.vendors, "oktopos": replace(facts, register=register)}
    counter.desk = replace(counter.desk, vendors=vendors)
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    do(counter, MoveOrder(order.id, Move.READY))
    do(counter, UndoMove(order.id))
    do(counter, MoveOrder(order.id, Move.READY))
    do(counter, MoveOrder(order.id, Move.COLLECTED))
    assert counter.store.kept.pushes == {}
    assert counter.store.kept.takings == []


def test_it_counts_nowhere_and_history_shows_it_when_asked_for_practice(counter: Counter) -> None:
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    reader = counter.store.reader()
    assert reader.books.order_counts(*DAY) == []
    do(counter, MoveOrder(order.id, Move.LEFT))
    assert reader.books.order_counts(*DAY) == []
    assert list(reader.ended(*DAY)) == []
    assert reader.history(HistorySearch()).rows == ()
    (row,) = reader.history(HistorySearch(vendor=PRACTICE)).rows
    assert row.order_id == order.id


def test_one_that_nobody_finished_ends_by_itself(counter: Counter) -> None:
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    ends_at = order.received_at + PRACTICE_LASTS
    assert next_change(counter.snapshot(order.id), counter.desk) == ends_at
    counter.clock.advance(PRACTICE_LASTS.total_seconds() - 1)
    show_again(order.id, counter.desk)
    assert the_order(counter).state is OrderState.PREPARING
    counter.clock.advance(1)
    assert next_change(counter.snapshot(order.id), counter.desk) == counter.clock.now()
    show_again(order.id, counter.desk)
    ended = the_order(counter)
    assert (ended.state, ended.column) == (OrderState.CANCELLED, None)
    assert all(job.state is JobState.FAILED for job in counter.store.kept.jobs.values())
    counter.clock.advance(120)
    assert next_change(counter.snapshot(order.id), counter.desk) is None


def test_it_takes_no_number_of_the_day(counter: Counter) -> None:
    placed(counter)
    with counter.store.begin() as work:
        day = counter.desk.shop.business_day(counter.clock.now())
        assert work.next_number(day, "order") == 1


def test_it_takes_no_payment(counter: Counter) -> None:
    order = placed(counter)
    do(counter, AcceptOrder(order.id))
    with pytest.raises(IllegalMove):
        do(counter, MoveOrder(order.id, Move.HAND_OVER_UNPAID, "practice"))


@pytest.mark.parametrize("language", ["en", "hu", "es", "de"])
def test_it_speaks_the_language_of_the_till(counter: Counter, language: str) -> None:
    counter.desk = replace(counter.desk, shop=replace(counter.desk.shop, language=language))
    order = placed(counter)
    words = practice_words(language)
    assert (order.number, order.customer.comment) == (words.number, words.comment)
    assert words.number == words.title.upper()
    assert words.number in words.bar
    (event,) = counter.store.kept.events
    assert event.kind is EventKind.KEYED_IN
