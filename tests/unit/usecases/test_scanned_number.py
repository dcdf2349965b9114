"""Order numbers that are scanned: asked for at once, answered in words, never twice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.domain.errors import OrderUnknown, VendorUnavailable
from app.domain.news import DueChecked, DueWanted, News
from app.domain.notice import NoticeCode
from app.domain.refusal import Refusal
from app.domain.scan import Intent, Scan, ScanPatterns
from app.domain.scan_news import LookUpWanted, ScanAnswered, ScanVerdict
from app.domain.states import Move, PaymentState
from app.usecases.check_due import CheckDue, check_due, look_at_due
from app.usecases.handle_scan import BeginPayment, HandleScan, begin_payment, handle_scan
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.preorders import PreOrderDesk

V = ScanVerdict
HEX = "0123456789abcdef0123456789abcdef"
EAN = "5901234123457"


@pytest.fixture
def desk() -> PreOrderDesk:
    desk = PreOrderDesk(FakeStore())
    patterns = ScanPatterns(
        pre_order=re.compile(r"v-[0-9]+|[0-9]{13,18}|[0-9a-f]{32}"),
        card=re.compile("[A-Za-z0-9]{6,64}"),
    )
    desk.desk = replace(desk.desk, patterns=patterns, asked={Intent.PRE_ORDER: "cheers"})
    return desk


def scan(desk: PreOrderDesk, text: str, **given: object) -> list[News]:
    return desk.hear(handle_scan(HandleScan(text, **given), desk.desk))  # type: ignore[arg-type]


def answer(desk: PreOrderDesk) -> ScanAnswered:
    return desk.told(ScanAnswered)[-1]


def test_a_number_is_asked_for_at_once_and_said_to_be(desk: PreOrderDesk) -> None:
    desk.vendor.place()
    news = scan(desk, "v-1")
    assert news == [
        ScanAnswered(V.ASKING, Intent.PRE_ORDER, "v-1", vendor="Cheers"),
        LookUpWanted("cheers", Scan("v-1", Intent.PRE_ORDER)),
    ]


def test_what_is_found_opens_its_order(desk: PreOrderDesk) -> None:
    desk.vendor.place(payment=PaymentState.DUE, due=huf(538))
    desk.look_up("v-1", Scan("v-1", Intent.PRE_ORDER))
    found = answer(desk)
    assert (found.verdict, found.vendor) == (V.FOUND, "Cheers")
    assert found.order is not None
    assert found.order.offers(Move.TAKE_PAYMENT) is not None
    assert found.order.payment_accepts


def test_a_number_nobody_knows_is_said_with_the_other_meaning_it_can_have(
    desk: PreOrderDesk,
) -> None:
    asked = next(news for news in scan(desk, EAN) if isinstance(news, LookUpWanted))
    assert asked.scan.others == (Intent.PRODUCT, Intent.CARD)
    desk.vendor.place(vendor_order_id=EAN)
    desk.vendor.fail_next(
        OrderUnknown("cheers", "Gone (410)", code="410", why=Refusal.NUMBER_UNKNOWN)
    )
    desk.look_up(EAN, asked.scan)
    said = answer(desk)
    assert (said.verdict, said.others) == (V.NOT_FOUND, (Intent.PRODUCT, Intent.CARD))
    assert said.problem == NoticeCode.LOOK_UP_REFUSED.value
    assert said.data == {"why": Refusal.NUMBER_UNKNOWN.value, "reason": "Gone (410)"}


def test_another_meaning_can_be_chosen(desk: PreOrderDesk) -> None:
    scan(desk, EAN)
    scan(desk, EAN, again=True, chosen=Intent.CARD)
    assert answer(desk).intent is Intent.CARD


def test_what_may_be_a_key_of_another_system_leaves_only_when_a_person_says_so(
    desk: PreOrderDesk,
) -> None:
    assert [type(news) for news in scan(desk, HEX)] == [ScanAnswered]
    asked = answer(desk)
    assert (asked.verdict, asked.intent) == (V.ASK_FIRST, Intent.ONE_TIME_KEY)
    assert asked.others == (Intent.PRE_ORDER, Intent.CARD)
    news = scan(desk, HEX, again=True, chosen=Intent.PRE_ORDER)
    assert any(isinstance(one, LookUpWanted) for one in news)


def test_while_a_payment_is_open_a_number_waits(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.hear(begin_payment(BeginPayment("id-1"), desk.desk))
    assert scan(desk, "v-7") == [ScanAnswered(V.KEPT_FOR_LATER, Intent.PRE_ORDER, "v-7")]


def test_an_answer_that_comes_after_a_payment_was_opened_waits_too(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.vendor.place(payment=PaymentState.DUE, due=huf(100))
    desk.hear(begin_payment(BeginPayment("id-1"), desk.desk))
    desk.look_up("v-2", Scan("v-2", Intent.PRE_ORDER))
    assert answer(desk).verdict is V.KEPT_FOR_LATER
    assert desk.board() == ["id-1", "id-2"]


@pytest.mark.parametrize(
    ("moves", "verdict"),
    [
        ((), V.NOT_READY),
        ((Move.READY,), V.OPENED),
        ((Move.COLLECTED,), V.ALREADY_OUT),
        ((Move.LEFT,), V.OPENED),
    ],
)
def test_the_number_of_a_paid_order_opens_it_without_asking(
    desk: PreOrderDesk, moves: tuple[Move, ...], verdict: ScanVerdict
) -> None:
    desk.paid()
    for move in moves:
        desk.move(move)
    scan(desk, "v-1")
    assert answer(desk).verdict is verdict
    assert answer(desk).order is not None
    assert desk.told(LookUpWanted) == []


def test_a_number_whose_payment_is_in_doubt_is_not_asked_for_by_a_scan(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.pay()
    scan(desk, "v-1")
    assert answer(desk).verdict is V.OPENED
    assert desk.told(LookUpWanted) == []


def test_one_that_left_unpaid_is_asked_for_again(desk: PreOrderDesk) -> None:
    desk.looked_up()
    desk.move(Move.LEFT)
    scan(desk, "v-1")
    assert answer(desk).verdict is V.ASKING


# --- the amount while the payment is open ---------------------------------------------------------


def test_an_amount_read_just_now_holds_when_the_payment_is_opened(desk: PreOrderDesk) -> None:
    desk.looked_up()
    assert begin_payment(BeginPayment("id-1"), desk.desk) == [DueChecked("id-1")]
    desk.clock.advance(6)
    wanted = [DueWanted("id-1", "cheers", "v-1")]
    assert begin_payment(BeginPayment("id-1"), desk.desk) == wanted


def test_orders_that_are_accepted_otherwise_are_not_read_for_their_payment() -> None:
    counter = Counter(FakeStore())
    counter.place(payment=PaymentState.DUE, due=huf(10))
    assert look_at_due("id-1", counter.desk) == []


def test_a_reading_renews_the_amount_and_one_that_fails_forbids_the_money(
    desk: PreOrderDesk,
) -> None:
    desk.looked_up()
    desk.clock.advance(60)
    asked_at = desk.clock.now()
    desk.vendor.change("v-1", due=huf(600))
    news = check_due(CheckDue("id-1", desk.vendor.fetch("v-1"), asked_at), desk.desk)
    assert news[-1] == DueChecked("id-1")
    assert desk.order().due == huf(600)
    lost = VendorUnavailable("cheers", "no", sent=True)
    news = check_due(CheckDue("id-1", lost, asked_at), desk.desk)
    assert news == [DueChecked("id-1", NoticeCode.VENDOR_GONE.value)]
    desk.pay()
    assert desk.order().payment is PaymentState.DUE
    assert desk.notices()[-1] is NoticeCode.DUE_NOT_CHECKED
