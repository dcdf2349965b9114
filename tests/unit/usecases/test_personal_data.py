"""What a customer wrote stays in the order: no notice, event or log line carries it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from app.domain.news import Noticed
from app.domain.order import PaymentMethod
from app.domain.report import Fact
from app.domain.states import Move, PaymentState
from app.usecases.handle_scan import HandleScan, handle_scan
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.return_money import ReturnMoney, return_money
from tests.builders import a_basket, a_customer, a_line, huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import pay

MARK = "Szentgyörgyi"


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def personal() -> dict[str, object]:
    customer = a_customer(
        name=MARK,
        phone=MARK,
        email=MARK,
        address=MARK,
        comment=MARK,
        facts=(Fact("metadata.nick", MARK),),
    )
    return {
        "customer": customer,
        "basket": a_basket(a_line(note=MARK)),
        "facts": (Fact("other", MARK),),
        "payment": PaymentState.DUE,
        "due": huf(903),
    }


def test_no_notice_event_or_log_line_carries_what_a_customer_wrote(
    lines: pytest.LogCaptureFixture,
) -> None:
    store = FakeStore()
    counter = Counter(store)
    counter.at_work(**personal())
    pay(counter)
    counter.vendor.lose_next_reply()
    counter.deliver()
    counter.print_all()
    counter.move(Move.READY)
    counter.clock.advance(15)
    counter.deliver()
    counter.hear(handle_scan(HandleScan(counter.order().slip_code), counter.desk))
    rejected = counter.place(**personal())
    counter.hear(reject_order(RejectOrder(rejected, f"Sorry {MARK}"), counter.desk))
    unpaid = counter.at_work(Move.READY, **personal())
    counter.move(Move.HAND_OVER_UNPAID, unpaid, reason=f"known well: {MARK}")
    cancelled = counter.at_work(**personal())
    pay(counter, order_id=cancelled)
    counter.vendor.cancel("v-4")
    counter.report("v-4")
    command = ReturnMoney(cancelled, huf(903), PaymentMethod.CASH, note=f"known well: {MARK}")
    counter.hear(return_money(command, counter.desk))
    notices = [news.notice for news in counter.told(Noticed)]
    assert len(notices) > 8
    assert MARK not in repr(notices)
    assert len(store.kept.events) > 20
    assert MARK not in repr(store.kept.events)
    assert MARK not in lines.text
