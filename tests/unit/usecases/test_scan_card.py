"""A scanned card goes to the order that is open, waits for one, and never to a wrong customer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.notice import NoticeCode
from app.domain.points import PointsState
from app.domain.scan import Intent, ScanPatterns
from app.domain.scan_news import CardWaits, ScanVerdict
from app.domain.states import Move, PaymentState
from app.usecases.handle_scan import BeginPayment, begin_payment
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.scan_card import (
    CARD_WAITS,
    AskForCard,
    DropWaitingCard,
    TieWaitingCard,
    ask_for_card,
    drop_waiting_card,
    tie_waiting_card,
)
from tests.builders import huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.loyalty import CARD, OTHER_CARD, LoyalCounter

KEY = "0123456789abcdef0123456789ABCDEF"


@pytest.fixture
def counter() -> LoyalCounter:
    return LoyalCounter(FakeStore())


def test_a_card_goes_to_the_order_that_is_open(counter: LoyalCounter) -> None:
    order_id = counter.place(number="A-42")
    counter.show(order_id)
    answer = counter.scan()
    assert (answer.verdict, answer.intent) == (ScanVerdict.CARD_TIED, Intent.CARD)
    assert answer.order is not None
    assert answer.order.order.number == "A-42"
    assert answer.text == ""
    assert counter.points(order_id).card == "nr3"
    assert counter.scan().verdict is ScanVerdict.CARD_SAME


def test_a_card_goes_to_the_order_being_paid(counter: LoyalCounter) -> None:
    first, second = counter.place(), counter.to_pay()
    counter.show(first)
    counter.hear(begin_payment(BeginPayment(second), counter.desk))
    counter.scan()
    assert counter.points(second).card == "nr3"
    assert counter.points(first).state is PointsState.NO_CARD


def test_a_second_card_takes_the_place_of_one_that_was_not_sent(counter: LoyalCounter) -> None:
    counter.show(counter.place())
    counter.scan()
    assert counter.scan(OTHER_CARD).verdict is ScanVerdict.CARD_TIED
    assert counter.points().card == OTHER_CARD[-3:]
    counter.wait_and_tell()
    assert counter.scan().verdict is ScanVerdict.CARD_TOO_LATE


def test_an_order_that_earns_nothing_says_so(counter: LoyalCounter) -> None:
    order_id = counter.at_work(payment=PaymentState.DUE, due=huf(4600))
    counter.pay()
    counter.move(Move.CANCEL_ORDER)
    counter.clock.advance(10)
    assert counter.order().column is not None  # money is to be given back
    counter.show(order_id)
    assert counter.scan().verdict is ScanVerdict.CARD_FOR_NOTHING
    assert counter.loyal() == []


def test_without_an_open_order_the_card_waits_and_is_asked_about(counter: LoyalCounter) -> None:
    order_id = counter.place(number="A-42")
    assert counter.scan().verdict is ScanVerdict.CARD_WAITS
    waits = counter.waiting
    assert waits == CardWaits(counter.clock.now() + CARD_WAITS, "nr3")
    assert CARD not in repr(waits)
    counter.show(order_id)
    assert (counter.waiting.order_id, counter.waiting.number) == (order_id, "A-42")
    assert counter.points().state is PointsState.NO_CARD, "nobody has said yes"
    counter.hear(tie_waiting_card(TieWaitingCard(order_id), counter.desk))
    assert counter.points().card == "nr3"
    assert counter.waiting == CardWaits()
    assert counter.notices()[-1] is NoticeCode.CARD_TIED


def test_a_closed_panel_takes_the_question_away(counter: LoyalCounter) -> None:
    order_id = counter.place()
    counter.scan()
    counter.show(order_id)
    counter.show("")
    assert counter.waiting.order_id == ""
    assert counter.waiting.until is not None


def test_a_waiting_card_is_forgotten_when_its_time_is_over(counter: LoyalCounter) -> None:
    order_id = counter.place()
    counter.scan()
    counter.clock.advance(CARD_WAITS.total_seconds())
    counter.hear(tie_waiting_card(TieWaitingCard(order_id), counter.desk))
    assert counter.loyal() == []
    assert counter.desk.session.card is None


def test_a_waiting_card_can_be_put_away(counter: LoyalCounter) -> None:
    counter.scan()
    counter.hear(drop_waiting_card(DropWaitingCard(), counter.desk))
    assert counter.waiting == CardWaits()
    assert counter.desk.session.card is None


def test_an_order_that_is_over_is_asked_about_though_it_is_still_open(
    counter: LoyalCounter,
) -> None:
    order_id = counter.at_work(Move.READY, Move.COLLECTED)
    counter.show(order_id)
    assert counter.scan().verdict is ScanVerdict.CARD_WAITS
    assert counter.waiting.order_id == order_id
    assert counter.loyal() == []


def test_a_card_asked_for_goes_where_it_was_asked_for(counter: LoyalCounter) -> None:
    over = counter.at_work(Move.READY, Move.COLLECTED)
    other = counter.place()
    counter.show(other)
    counter.hear(ask_for_card(AskForCard(over), counter.desk))
    assert counter.scan().verdict is ScanVerdict.CARD_TIED
    assert counter.points(over).card == "nr3"
    counter.hear(ask_for_card(AskForCard(""), counter.desk))
    counter.scan(OTHER_CARD)
    assert counter.points(other).card == OTHER_CARD[-3:]


def test_an_order_that_was_rejected_is_not_asked_about(counter: LoyalCounter) -> None:
    order_id = counter.place()
    counter.hear(reject_order(RejectOrder(order_id, "sold out"), counter.desk))
    counter.clock.advance(5)
    counter.deliver_sale()
    counter.show(order_id)
    assert counter.scan().verdict is ScanVerdict.CARD_WAITS
    assert counter.waiting.order_id == ""


def test_what_may_be_a_key_is_asked_about_before_it_leaves(counter: LoyalCounter) -> None:
    counter.show(counter.place())
    answer = counter.scan(KEY)
    assert (answer.verdict, answer.others) == (ScanVerdict.ASK_FIRST, (Intent.CARD,))
    assert counter.loyal() == []
    answer = counter.scan(KEY, again=True, chosen=Intent.CARD)
    assert answer.verdict is ScanVerdict.CARD_TIED


def test_a_barcode_can_be_a_card_when_somebody_says_so(counter: LoyalCounter) -> None:
    counter.show(counter.place())
    answer = counter.scan("5901234123457")
    assert answer.intent is Intent.PRODUCT
    assert Intent.CARD in answer.others
    assert counter.loyal() == []
    answer = counter.scan("5901234123457", again=True, chosen=Intent.CARD)
    assert answer.verdict is ScanVerdict.CARD_TIED


def test_a_coupon_is_said_to_be_one_and_goes_nowhere(counter: LoyalCounter) -> None:
    counter.show(counter.place())
    assert counter.scan("123$$$$$abc123").verdict is ScanVerdict.COUPON
    assert counter.loyal() == []


def test_without_a_programme_cards_mean_nothing(counter: LoyalCounter) -> None:
    vendors = {"cheers": counter.desk.vendors["cheers"]}
    counter.desk = replace(counter.desk, vendors=vendors, patterns=ScanPatterns(), asked={})
    counter.show(counter.place())
    for text in (CARD, KEY):
        answer = counter.scan(text)
        assert (answer.verdict, answer.others) == (ScanVerdict.UNKNOWN, ())
    assert counter.snapshot().points is None
