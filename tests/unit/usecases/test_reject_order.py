"""Reject waits for Undo and for the vendor's yes."""

from __future__ import annotations

import pytest

from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove, OrderUnknown, VendorRefused
from app.domain.notice import NoticeCode
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, PaymentState
from app.ports.store import StorePort
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.fakes.vendor import FakeVendor
from tests.unit.usecases.counter import Counter

S, P, K = OrderState, PaymentState, PushKind


def reject(counter: Counter, message: str = "") -> None:
    counter.hear(reject_order(RejectOrder("id-1", message), counter.desk))


def test_reject_ends_the_order_on_the_vendors_yes(counter: Counter) -> None:
    counter.place()
    reject(counter, "Sorry,\x00 <b>sold</b>  out\u202e")
    counter.deliver()
    assert counter.effects() == []
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.REJECTED
    assert counter.vendor.rejection("v-1") == "Sorry, <b>sold</b> out"
    assert counter.board() == []
    assert counter.jobs() == []


def test_reject_without_a_reason_is_possible_where_the_vendor_wants_none(
    counter: Counter,
) -> None:
    counter.place()
    reject(counter)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.REJECTED
    assert counter.vendor.rejection("v-1") is None


def test_a_vendor_that_requires_a_reason_gets_one(store: StorePort) -> None:
    counter = Counter(store, vendor=FakeVendor(reason_required=True))
    counter.place()
    for blank in ("", "  \x1b "):
        with pytest.raises(IllegalMove):
            reject(counter, blank)
    reject(counter, "Sold out")
    assert len(counter.pushes()) == 1


def test_reject_while_due_owes_nothing(counter: Counter) -> None:
    counter.place(payment=P.DUE, due=huf(900))
    reject(counter)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().payment is P.NOT_DUE
    assert counter.effects() == [K.REJECT]


def test_reject_after_money_was_taken_makes_it_returnable_in_sight(counter: Counter) -> None:
    counter.place(payment=P.DUE, due=huf(900))
    parts = (PaymentPart(PaymentMethod.CARD, huf(900)),)
    counter.hear(receive_payment(ReceivePayment("id-1", huf(900), parts), counter.desk))
    counter.deliver()
    reject(counter)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().payment is P.RETURN_DUE
    assert counter.board() == ["id-1"]
    assert Move.MONEY_RETURNED in counter.offered()


def test_a_customer_who_cancelled_meanwhile_is_not_rejected(counter: Counter) -> None:
    counter.place()
    reject(counter)
    counter.vendor.cancel("v-1")
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.CANCELLED
    assert counter.board() == ["id-1"]
    assert counter.vendor.sent == []


def test_a_refused_reject_leaves_the_order_to_decide(counter: Counter) -> None:
    counter.place()
    reject(counter)
    counter.clock.advance(5)
    counter.vendor.fail_next(VendorRefused("cheers", "no"), on="send")
    counter.deliver()
    assert counter.order().state is S.NEW
    assert counter.pushes()[0].state is PushState.REFUSED
    assert {Move.ACCEPT, Move.REJECT} <= counter.offered()


def test_a_lost_reject_is_found_by_reading_again(counter: Counter) -> None:
    counter.place()
    reject(counter)
    counter.clock.advance(5)
    counter.vendor.lose_next_reply()
    counter.deliver()
    assert counter.order().state is S.NEW
    counter.clock.advance(1)
    counter.deliver()
    assert counter.order().state is S.REJECTED
    assert counter.effects() == [K.REJECT]


def test_a_reject_that_is_ours_alone_moves_at_once_and_can_be_undone(store: StorePort) -> None:
    counter = Counter(store, vendor=FakeVendor(moves={Move.REJECT: Telling.OURS_ALONE}))
    counter.place(payment=P.DUE, due=huf(900))
    reject(counter)
    assert (counter.order().state, counter.order().payment) == (S.REJECTED, P.NOT_DUE)
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert (counter.order().state, counter.order().payment) == (S.NEW, P.DUE)


def test_an_order_the_vendor_no_longer_has_can_be_rejected_here(counter: Counter) -> None:
    """Nobody can be told any more, and it must not stand in New for ever."""
    counter.place()
    gone = OrderUnknown("cheers", "no such order", code="404")
    counter.vendor.fail_next(gone, times=10)
    counter.accept()
    counter.deliver()
    assert counter.order().state is S.NEW
    reject(counter)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.order().state is S.REJECTED
    assert counter.board() == []
    assert counter.notices()[-1] is NoticeCode.REFUSED
    assert counter.snapshot().refused is None
    assert counter.jobs() == []


def test_the_reject_dialog_knows_what_the_vendor_wants(store: StorePort) -> None:
    wants = Counter(store, vendor=FakeVendor(reason_required=True, passes_reason_on=False))
    wants.place()
    assert wants.snapshot().reason_required
    assert not wants.snapshot().passes_reason_on
