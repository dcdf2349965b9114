"""A new order is accepted by itself, or left for a person who is told why."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from app.domain.absence import Absence, AbsenceCause
from app.domain.accept_rules import AcceptLimits
from app.domain.events import EventKind
from app.domain.notice import NoticeCode
from app.domain.printing import PrinterWord
from app.domain.product import Product
from app.domain.push import PushKind
from app.domain.report import Customer
from app.domain.routes import Route
from app.domain.states import KeptBack, OrderState, PaymentState, Standing
from app.ports.store import StorePort
from app.usecases.desk import PrinterStanding
from app.usecases.mark_sold_out import MarkSoldOut, mark_sold_out
from tests.builders import a_basket, a_line, huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter


def accepting(
    store: StorePort | None = None, limits: AcceptLimits | None = None, **shop: Any
) -> Counter:
    """A counter whose printer is well and which accepts Cheers' orders by itself."""
    counter = Counter(store or FakeStore(), **shop)
    known = counter.desk.vendors["cheers"]
    vendors = {"cheers": replace(known, accepts=limits or AcceptLimits())}
    counter.desk = replace(counter.desk, vendors=vendors)
    counter.desk.session.printers["counter"] = PrinterStanding(PrinterWord.READY)
    return counter


def place(counter: Counter, **changes: Any) -> str:
    """A customer orders just now."""
    return counter.place(**({"placed_at": counter.clock.now()} | changes))


def events_of(
    counter: Counter, order_id: str = "id-1", kind: EventKind = EventKind.MOVED
) -> list[dict[str, str]]:
    reader = counter.store.reader()
    try:
        found = [one for one in reader.events(order_id) if one.kind is kind]
    finally:
        reader.close()
    return [dict(event.data) for event in found]


def test_an_order_within_the_limits_is_accepted_in_the_commit_that_keeps_it(
    store: StorePort,
) -> None:
    counter = accepting(store)
    place(counter)
    assert [push.kind for push in counter.pushes()] == [PushKind.ACCEPT]
    assert events_of(counter) == [{"move": "ACCEPT", "state": "NEW", "by": "itself"}]
    assert counter.ringing() == set()  # it is answered already
    assert NoticeCode.NEW_ORDER in counter.notices()
    counter.deliver()
    assert counter.order().state is OrderState.PREPARING
    assert counter.order().kept_back is None


@pytest.mark.parametrize(
    ("changes", "limits", "reason", "broken"),
    [
        ({"payment": PaymentState.DUE, "due": huf(900)}, {}, KeptBack.PAYMENT, {}),
        ({"customer": Customer(comment="No nuts")}, {}, KeptBack.NOTE, {}),
        (
            {},
            {"up_to": huf(4599)},
            KeptBack.AMOUNT,
            {"minor": str(huf(4599).minor), "currency": "HUF"},
        ),
        (
            {},
            {"since": time(14, 0), "until": time(20, 0)},
            KeptBack.HOURS,
            {"since": "14:00:00", "until": "20:00:00"},
        ),
    ],
)
def test_what_a_person_must_look_at_is_left_and_says_why(
    changes: dict[str, Any],
    limits: dict[str, Any],
    reason: KeptBack,
    broken: dict[str, str],
) -> None:
    counter = accepting(limits=AcceptLimits(**limits))
    place(counter, **changes)
    assert counter.pushes() == []
    assert counter.order().kept_back is reason
    assert counter.ringing() == {"id-1"}
    told = events_of(counter, kind=EventKind.NOT_ACCEPTED_BY_ITSELF)
    assert told == [{"why": reason.value, **broken}]


def test_where_all_orders_need_a_tap_no_story_says_why() -> None:
    counter = Counter(FakeStore())
    late = place(counter, placed_at=counter.clock.now() - timedelta(hours=1))
    assert counter.order(late).kept_back is KeptBack.LATE
    assert events_of(counter, late, EventKind.NOT_ACCEPTED_BY_ITSELF) == []


def test_an_order_that_took_long_to_arrive_needs_a_tap() -> None:
    counter = accepting(new_minutes=3)
    now = counter.clock.now()
    in_time = place(counter, placed_at=now - timedelta(minutes=3))
    late = place(counter, placed_at=now - timedelta(minutes=3, seconds=1))
    assert counter.order(in_time).kept_back is None
    assert counter.order(late).kept_back is KeptBack.LATE


def test_what_was_placed_while_the_vendor_was_away_needs_a_tap() -> None:
    counter = accepting()
    now = counter.clock.now()
    counter.desk.session.away_until["cheers"] = now
    place(counter, placed_at=now - timedelta(seconds=20))
    place(counter, placed_at=now)
    assert counter.order("id-1").kept_back is KeptBack.LATE
    assert counter.order("id-2").kept_back is None


def test_what_was_placed_while_the_till_was_away_needs_a_tap() -> None:
    counter = accepting()
    now = counter.clock.now()
    since = now - timedelta(minutes=9)
    counter.desk.session.absence = Absence(since, now, AbsenceCause.STOPPED)
    late = place(counter, placed_at=now - timedelta(seconds=20))
    in_time = place(counter)
    assert counter.order(late).kept_back is KeptBack.LATE
    assert counter.order(in_time).kept_back is None


def test_orders_of_any_vendor_are_marked_as_late() -> None:
    counter = Counter(FakeStore())
    place(counter, placed_at=counter.clock.now() - timedelta(minutes=9))
    place(counter, placed_at=counter.clock.now())
    assert counter.order("id-1").kept_back is KeptBack.LATE
    assert counter.order("id-2").kept_back is None
    assert counter.pushes("id-2") == []


@pytest.mark.parametrize(
    ("word", "accepted"),
    [
        (PrinterWord.READY, True),
        (PrinterWord.PAPER_LOW, True),
        (PrinterWord.PAPER_OUT, False),
        (PrinterWord.NOT_REACHABLE, False),
        (None, False),
    ],
)
def test_only_while_the_printer_of_the_slip_is_known_to_be_well(
    word: PrinterWord | None, accepted: bool
) -> None:
    counter = accepting()
    counter.desk.session.printers.clear()
    if word is not None:
        counter.desk.session.printers["counter"] = PrinterStanding(word)
    place(counter)
    assert bool(counter.pushes()) is accepted
    assert counter.order().kept_back is (None if accepted else KeptBack.PRINTER)


def test_a_printer_that_steps_in_is_as_good_and_so_is_no_printer() -> None:
    routes = (Route(printer="counter", fallback="bar"), Route(printer="bar"))
    counter = accepting(routes=routes)
    counter.desk.session.printers["counter"] = PrinterStanding(PrinterWord.PAPER_OUT)
    counter.desk.session.printers["bar"] = PrinterStanding(PrinterWord.READY)
    place(counter)
    assert counter.pushes()
    without = accepting(routes=())
    place(without)
    assert without.pushes()


def test_a_sold_out_item_is_a_persons_to_decide() -> None:
    counter = accepting()
    counter.hear(mark_sold_out(MarkSoldOut("draught-lager-0.5-l", "Lager"), counter.desk))
    place(counter)
    assert counter.order().kept_back is KeptBack.SOLD_OUT
    assert counter.snapshot().sold_out == {"id:draught-lager-0.5-l": "id:draught-lager-0.5-l"}


@pytest.mark.parametrize(
    ("products", "lines", "reason"),
    [
        # The shop has no catalogue.
        ((), [("p-1", "")], None),
        # The vendor sends ids alone: the catalogue is all there is.
        (("p-2",), [("p-1", "")], KeptBack.UNKNOWN_ITEM),
        (("p-1",), [("p-1", "")], None),
        # The catalogue holds other systems' products, and the vendor names its own.
        (("p-2",), [("p-1", "Beer")], None),
        # It holds this vendor's.
        (("p-2",), [("p-1", "Beer"), ("p-2", "Ale")], KeptBack.UNKNOWN_ITEM),
    ],
)
def test_an_item_that_the_catalogue_should_know_and_does_not(
    products: tuple[str, ...], lines: list[tuple[str, str]], reason: KeptBack | None
) -> None:
    counter = accepting()
    with counter.store.begin() as work:
        work.catalogue.put(*(Product(product_id=one, names={"en": one}) for one in products))
        work.commit()
    place(counter, basket=a_basket(*(a_line(name, product_id=one) for one, name in lines)))
    assert counter.order().kept_back is reason


def test_a_catalogue_that_once_knew_the_vendors_items_is_expected_to_know_all() -> None:
    counter = accepting()
    with counter.store.begin() as work:
        work.catalogue.put(Product(product_id="p-2", names={"en": "Ale"}))
        work.commit()
    known = place(counter, basket=a_basket(a_line("Ale", product_id="p-2")))
    unknown = place(counter, basket=a_basket(a_line("Beer", product_id="p-1")))
    assert counter.order(known).kept_back is None
    assert counter.order(unknown).kept_back is KeptBack.UNKNOWN_ITEM


def test_where_nobody_is_there_nothing_is_accepted_by_itself() -> None:
    counter = accepting()
    counter.desk = replace(counter.desk, attended=False)
    place(counter)
    assert counter.pushes() == []
    assert counter.order().kept_back is None


def test_while_the_till_is_closed_nothing_is_accepted_by_itself() -> None:
    counter = accepting()
    counter.desk.session.closed_since = counter.clock.now()
    place(counter)
    assert counter.pushes() == []


def test_a_word_that_nobody_knows_is_not_accepted() -> None:
    counter = accepting()
    place(counter, word="SIMMERING", standing=Standing.UNKNOWN)
    assert counter.pushes() == []
    assert counter.order().state is OrderState.NEW
