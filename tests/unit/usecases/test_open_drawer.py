"""The drawer opens once for cash that is taken here, and never holds a payment up."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove
from app.domain.money import Money
from app.domain.news import DrawerWanted, Noticed
from app.domain.notice import NoticeCode
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.routes import Route
from app.domain.states import PaymentState
from app.domain.walkin import WALKIN
from app.usecases.open_drawer import drawer_answered
from app.usecases.place_walkin import PlaceWalkin, place_walkin
from app.usecases.print_order import PrintAgain, print_again
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.recover import recover
from app.usecases.settle_print import settle_print
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

CASH, CARD = PaymentMethod.CASH, PaymentMethod.CARD
DRAWER = (Route(printer="bar"), Route(printer="counter", opens_drawer=True))


@pytest.fixture
def till() -> Counter:
    return Counter(FakeStore(), routes=DRAWER)


def to_pay(counter: Counter) -> str:
    counter.vendor.place_to_pay(1200)
    counter.report()
    counter.accept()
    counter.deliver()
    return "id-1"


def pay(counter: Counter, order_id: str, *parts: PaymentPart) -> None:
    due = Money.from_units(1200, "HUF")
    counter.hear(receive_payment(ReceivePayment(order_id, due, parts), counter.desk))


def opened(counter: Counter) -> list[str]:
    return [news.printer for news in counter.told(DrawerWanted)]


@pytest.mark.parametrize(
    ("parts", "printers"),
    [
        ([(CASH, 1200)], ["counter"]),
        ([(CARD, 700), (CASH, 500)], ["counter"]),
        ([(CASH, 600), (CASH, 600)], ["counter"]),
        ([(CARD, 1200)], []),
    ],
)
def test_cash_opens_the_drawer_once(
    till: Counter, parts: list[tuple[PaymentMethod, int]], printers: list[str]
) -> None:
    pay(till, to_pay(till), *(PaymentPart(method, huf(units)) for method, units in parts))
    assert opened(till) == printers


def test_a_walk_in_order_opens_it_too(till: Counter) -> None:
    till.hear(place_walkin(PlaceWalkin("key", huf(1200)), till.desk))
    with till.store.begin() as work:
        order = work.orders.find(WALKIN, "key")
    assert order is not None
    pay(till, order.id, PaymentPart(CASH, huf(1200)))
    assert opened(till) == ["counter"]


def test_nothing_but_the_payment_opens_it(till: Counter) -> None:
    order_id = to_pay(till)
    part = PaymentPart(CASH, huf(1200))
    with pytest.raises(IllegalMove):
        pay(till, order_id, PaymentPart(CASH, huf(100)))
    assert opened(till) == []
    pay(till, order_id, part)
    with pytest.raises(IllegalMove):
        pay(till, order_id, part)
    till.deliver()
    errand = till.begin_print("bar")
    assert errand is not None
    printed = PrintOutcome(PrintResult.PRINTED, PrinterStatus(PrinterWord.READY))
    till.hear(settle_print(errand.job.id, printed, till.desk))
    till.hear(print_again(PrintAgain(order_id), till.desk))
    till.hear(recover(till.desk))
    assert opened(till) == ["counter"]


def test_a_till_without_a_drawer_takes_cash_all_the_same() -> None:
    plain = Counter(FakeStore())
    order_id = to_pay(plain)
    pay(plain, order_id, PaymentPart(CASH, huf(1200)))
    assert opened(plain) == []
    assert plain.order(order_id).payment is PaymentState.RECEIVED


def test_a_drawer_that_stays_shut_is_said_once(till: Counter) -> None:
    assert drawer_answered("counter", PrinterStatus(PrinterWord.READY), till.desk) == []
    assert drawer_answered("counter", PrinterStatus(PrinterWord.PAPER_LOW), till.desk) == []
    out = PrinterStatus(PrinterWord.PAPER_OUT)
    (news,) = drawer_answered("counter", out, till.desk)
    assert isinstance(news, Noticed)
    assert news.notice.code is NoticeCode.DRAWER_SHUT
    assert news.notice.data == {"printer": "counter", "cause": "paper out"}
