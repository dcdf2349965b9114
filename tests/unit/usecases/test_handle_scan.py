"""Every scan has an answer, and acts at once where it can."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from app.domain.capabilities import Telling
from app.domain.device_news import ScanUnderstood
from app.domain.events import EventKind
from app.domain.product import Product
from app.domain.push import PushKind
from app.domain.scan import Intent, ScanPatterns, ScanTest
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.states import Move, OrderState, PaymentState
from app.ports.store import StorePort
from app.usecases.handle_scan import (
    BeginPayment,
    EndPayment,
    HandleScan,
    begin_payment,
    end_payment,
    handle_scan,
)
from tests.builders import huf
from tests.fakes.vendor import FakeVendor
from tests.unit.usecases.counter import Counter

S, P, V = OrderState, PaymentState, ScanVerdict


def scan(counter: Counter, text: str = "", *, again: bool = False) -> ScanAnswered | None:
    text = text or counter.order().slip_code
    news = counter.hear(handle_scan(HandleScan(text, again), counter.desk))
    answers = [one for one in news if isinstance(one, ScanAnswered)]
    assert len(answers) <= 1
    return answers[0] if answers else None


def verdict(counter: Counter, text: str = "") -> ScanVerdict | None:
    answer = scan(counter, text)
    return answer.verdict if answer else None


def test_a_ready_order_is_handed_over(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.clock.advance(10)
    answer = scan(counter)
    assert answer is not None
    assert answer.verdict is V.HANDED_OVER
    assert answer.order is not None
    assert answer.order.order.state is S.COLLECTED
    assert answer.order.order.undo is not None
    counter.clock.advance(5)
    counter.deliver()
    assert counter.effects()[-1] is PushKind.COLLECTED
    assert EventKind.SCANNED in counter.events()


def test_a_fresh_ready_is_only_opened(counter: Counter) -> None:
    counter.at_work()
    counter.move(Move.READY)
    counter.clock.advance(9.9)
    assert verdict(counter) is V.TOO_FRESH
    assert counter.order().state is S.READY
    counter.clock.advance(1.5)
    assert verdict(counter) is V.HANDED_OVER


@pytest.mark.parametrize("payment", [P.DUE, P.FAILED])
def test_money_comes_first(counter: Counter, payment: PaymentState) -> None:
    counter.at_work(Move.READY, payment=payment, due=huf(900))
    counter.clock.advance(10)
    assert verdict(counter) is V.PAY_FIRST
    assert counter.order().state is S.READY


def test_an_order_in_new_or_preparing_is_not_ready(counter: Counter) -> None:
    counter.place()
    assert verdict(counter) is V.NOT_READY
    counter.accept()
    counter.deliver()
    counter.clock.advance(2)
    assert verdict(counter) is V.NOT_READY


def test_a_slip_used_already_says_when(counter: Counter) -> None:
    counter.at_work(Move.READY, Move.COLLECTED)
    answer = scan(counter)
    assert answer is not None
    assert answer.verdict is V.ALREADY_OUT
    assert answer.order is not None
    assert answer.order.order.ended_at is not None


def test_other_ends_are_only_opened(counter: Counter) -> None:
    counter.at_work(Move.LEFT)
    assert verdict(counter) is V.OPENED


def test_what_somebody_changed_or_ended_is_opened_to_be_seen(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.clock.advance(10)
    counter.vendor.change("v-1", desk="Terrace 9")
    counter.report()
    assert verdict(counter) is V.OPENED
    assert counter.order().state is S.READY
    counter.vendor.cancel("v-1")
    counter.report()
    counter.clock.advance(2)
    assert verdict(counter) is V.OPENED


def test_a_vendor_without_collected_leaves_it_to_staff(store: StorePort) -> None:
    moves = {Move.ACCEPT: Telling.OURS_ALONE, Move.READY: Telling.OURS_ALONE}
    counter = Counter(store, vendor=FakeVendor(moves=moves))
    counter.place()
    counter.accept()
    counter.move(Move.READY)
    counter.clock.advance(10)
    assert verdict(counter) is V.OPENED
    assert counter.order().state is S.READY


def test_codes_that_are_not_of_this_store(counter: Counter) -> None:
    assert verdict(counter, "PULT-7Q4K-20A6") is V.NOT_OURS
    assert verdict(counter, "PULT-7Q4K-20A7") is V.MISREAD
    assert verdict(counter, "\x1b@") is V.UNKNOWN
    answer = scan(counter, "https://example.org")
    assert answer is not None
    assert (answer.verdict, answer.intent) == (V.UNKNOWN, Intent.WEB_LINK)


def test_the_till_s_patterns_are_used(quick: Counter) -> None:
    quick.desk = replace(quick.desk, patterns=ScanPatterns(card=re.compile("[a-z]{6}")))
    answer = scan(quick, "abcdef")
    assert answer is not None
    assert answer.intent is Intent.CARD


def test_the_same_text_again_within_the_hold_off_is_one_scan(counter: Counter) -> None:
    counter.at_work(Move.READY)
    counter.clock.advance(10)
    assert verdict(counter) is V.HANDED_OVER
    for _ in range(5):  # a slip that stays under the scanner
        counter.clock.advance(1.4)
        assert scan(counter) is None
    counter.clock.advance(1.5)
    assert verdict(counter) is V.ALREADY_OUT


def test_another_text_is_another_scan(quick: Counter) -> None:
    quick.place()
    assert verdict(quick) is V.NOT_READY
    assert verdict(quick, "abc") is V.UNKNOWN


def test_two_codes_in_sight_by_turns_are_two_scans(quick: Counter) -> None:
    quick.place()
    heard = []
    for _ in range(4):  # two slips that lie before a camera
        heard += [verdict(quick), verdict(quick, "abc")]
        quick.clock.advance(1)
    assert heard == [V.NOT_READY, V.UNKNOWN, *[None] * 6]
    quick.clock.advance(0.5)
    assert verdict(quick, "abc") is V.UNKNOWN


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ABC", " ABC\r\n"),
        ("036000291452", "0036000291452"),  # UPC-A, and the same as EAN-13
        ("0036000291452", "036000291452"),
        ("PULT-7Q4K-20A6", "pult-7q4k20a6"),
    ],
)
def test_a_code_written_in_two_ways_is_one_scan(quick: Counter, first: str, second: str) -> None:
    assert scan(quick, first) is not None
    quick.clock.advance(1.4)
    assert scan(quick, second) is None


def test_codes_of_long_ago_are_forgotten(quick: Counter) -> None:
    for number in range(50):
        scan(quick, f"code {number}")
        quick.clock.advance(0.5)
    assert len(quick.desk.session.scanned) <= 4


def test_a_scanner_is_told_what_became_of_its_text(quick: Counter) -> None:
    code = HandleScan("4006381333931", scanner="eye")
    heard = [handle_scan(code, quick.desk)[0] for _ in range(2)]
    assert heard == [
        ScanUnderstood("eye", Intent.PRODUCT),
        ScanUnderstood("eye", Intent.PRODUCT, repeat=True),
    ]


@pytest.mark.parametrize("code", list(ScanTest))
def test_a_test_code_changes_nothing(quick: Counter, code: ScanTest) -> None:
    answer = scan(quick, code.value)
    assert answer is not None
    assert (answer.verdict, answer.intent, answer.order) == (V.TEST, Intent.TEST, None)


def test_what_is_scanned_during_a_payment_waits_as_a_button(counter: Counter) -> None:
    counter.at_work(Move.READY)
    paying = counter.at_work(payment=P.DUE, due=huf(900))
    counter.clock.advance(10)
    counter.hear(begin_payment(BeginPayment(paying), counter.desk))
    answer = scan(counter)
    assert answer is not None
    assert answer.verdict is V.KEPT_FOR_LATER
    assert answer.order is not None
    assert answer.order.order.id == "id-1"
    assert counter.order().state is S.READY
    counter.hear(end_payment(EndPayment(), counter.desk))
    taken_up = scan(counter, again=True)
    assert taken_up is not None
    assert taken_up.verdict is V.HANDED_OVER


@pytest.mark.parametrize(
    ("kept", "scanned"),
    [
        ("5998312345672", "5998312345672"),
        ("036000291452", "0036000291452"),  # one and the same code, as UPC-A and as EAN-13
        ("0036000291452", "036000291452"),
        ("96385074", "96385074"),
    ],
)
def test_a_product_s_barcode_is_answered_with_the_product(
    counter: Counter, kept: str, scanned: str
) -> None:
    product = Product(product_id="lager", names={"en": "Lager"}, barcode=kept, price=huf(1200))
    with counter.store.begin() as work:
        work.catalogue.put(product)
        work.commit()
    answer = scan(counter, scanned)
    assert answer is not None
    assert (answer.verdict, answer.intent) == (V.PRODUCT, Intent.PRODUCT)
    assert (answer.product, answer.order) == (product, None)
    assert counter.board() == []  # it is for staff to say what follows


def test_a_barcode_nobody_knows_is_said_to_be_one(counter: Counter) -> None:
    answer = scan(counter, "5998312345672")
    assert answer is not None
    assert (answer.verdict, answer.product) == (V.NO_SUCH_PRODUCT, None)
    assert verdict(counter, "5998312345673") is V.UNKNOWN  # the check digit is wrong
