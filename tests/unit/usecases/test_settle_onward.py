"""Systems an order was sent on to: told once, in the same words, and never in the order's way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.capabilities import Capabilities
from app.domain.errors import (
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.events import EventKind
from app.domain.matter import Matter
from app.domain.notice import NoticeCode
from app.domain.push import Push, PushKind, PushState
from app.domain.states import JobState, Move, OrderState, SyncState
from app.ports.store import StorePort
from app.usecases.begin_push import begin_push, due_pushes
from app.usecases.desk import VendorFacts
from app.usecases.recover import recover
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.settle_push import settle_push
from app.usecases.settle_question import AskAgain, SettleQuestion, ask_again, settle_question
from tests.builders import a_push
from tests.unit.usecases.counter import Counter

REGISTER = "oktopos"
LOST = VendorUnavailable(REGISTER, "connection lost", sent=True)
NO_CONNECTION = VendorUnavailable(REGISTER, "no connection", sent=False)


class RegisterCounter(Counter):
    """A counter whose orders are sent on to a register that may be asked `most` times."""

    def __init__(self, store: StorePort, most: int | None = 1) -> None:
        super().__init__(store)
        self.composed: list[Matter] = []
        self.cannot_be_told = ""
        ways = Capabilities(most_requests=most, can_be_re_read=False)
        facts = VendorFacts(REGISTER, "OktoPOS", "O", ways, compose=self.compose)
        self.desk = replace(self.desk, vendors={**self.desk.vendors, REGISTER: facts})

    def compose(self, push: Push, matter: Matter) -> str:
        self.composed.append(matter)
        if self.cannot_be_told:
            raise VendorRefused(REGISTER, self.cannot_be_told)
        return f"{push.reference} as {matter.order.state}"

    def send_on(self, order_id: str = "id-1", sequence: int = 90, **changes: Any) -> str:
        given = {"kind": PushKind.REGISTER, "system": REGISTER, "reference": order_id}
        now = self.clock.now()
        push = a_push(order_id, sequence, due_at=now, created_at=now, **(given | changes))
        with self.store.begin() as work:
            work.outbox.add(push)
            work.commit()
        return push.id

    def begin(self, push_id: str) -> Push:
        begun = begin_push(push_id, self.desk)
        assert begun is not None
        return begun

    def settle(self, push_id: str, error: VendorError | None = None, their_id: str = "") -> None:
        self.hear(settle_push(push_id, error, self.desk, their_id=their_id))

    def push(self, push_id: str) -> Push:
        with self.store.begin() as work:
            return work.outbox.get(push_id)

    def deliver_to_vendor(self) -> None:
        """Tell the orders' own vendor all that is due."""
        while errands := [
            errand
            for errand in due_pushes(self.desk, frozenset()).errands
            if errand.push.system != REGISTER
        ]:
            self.carry(errands[0])

    def due(self) -> list[str]:
        return [errand.push.id for errand in due_pushes(self.desk, frozenset()).errands]


@pytest.fixture
def counter(store: StorePort) -> RegisterCounter:
    counter = RegisterCounter(store)
    counter.at_work()
    return counter


def test_its_own_id_is_kept_with_its_yes(counter: RegisterCounter) -> None:
    push_id = counter.send_on()
    begun = counter.begin(push_id)
    assert begun.body == "id-1 as PREPARING"
    counter.settle(push_id, their_id="12345")
    assert counter.push(push_id).state is PushState.DONE
    with counter.store.begin() as work:
        assert work.references.get("id-1", REGISTER) == "12345"
    assert counter.events()[-1] is EventKind.TOLD
    later = counter.send_on(sequence=91, kind=PushKind.READY)
    (errand,) = due_pushes(counter.desk, frozenset()).errands
    assert (errand.push.id, errand.vendor_order_id, errand.re_read) == (later, "12345", False)


def test_a_lost_answer_waits_for_a_person_where_one_request_is_all(
    counter: RegisterCounter,
) -> None:
    push_id = counter.send_on()
    body = counter.begin(push_id).body
    counter.settle(push_id, LOST)
    counter.clock.advance(3600)
    assert counter.due() == []
    assert counter.push(push_id).held
    assert counter.notices()[-1] is NoticeCode.NOT_CONFIRMED
    assert {Move.ASK_AGAIN, Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN} <= counter.offered()
    counter.move(Move.READY)
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    assert push_id in counter.due()
    assert counter.begin(push_id).body == body


def test_it_is_asked_again_by_itself_as_often_as_it_may_be(store: StorePort) -> None:
    counter = RegisterCounter(store, most=4)
    counter.at_work()
    push_id = counter.send_on(kind=PushKind.TICKET)
    bodies = set()
    for asked in range(1, 5):
        assert counter.due() == [push_id]
        bodies.add(counter.begin(push_id).body)
        counter.settle(push_id, LOST)
        assert counter.due() == []
        counter.clock.advance(1)
        assert (counter.due() == []) is (asked > 1)  # ever longer, never under a second
        counter.clock.advance(60)
    assert counter.push(push_id).held
    assert counter.due() == []
    assert bodies == {"id-1 as PREPARING"}
    assert counter.notices().count(NoticeCode.NOT_CONFIRMED) == 1


def test_no_connection_is_no_request(counter: RegisterCounter) -> None:
    push_id = counter.send_on()
    for error in (NO_CONNECTION, VendorLoginFailed(REGISTER, "key not accepted")):
        for _ in range(3):
            counter.begin(push_id)
            counter.settle(push_id, error)
            push = counter.push(push_id)
            assert (push.state, push.tries, push.held) == (PushState.WAITING, 0, False)
            counter.clock.advance(60)
    assert len(counter.composed) == 1
    counter.begin(push_id)
    counter.settle(push_id, their_id="7")
    assert counter.push(push_id).state is PushState.DONE


def test_what_may_have_arrived_stays_in_doubt_over_an_outage(store: StorePort) -> None:
    counter = RegisterCounter(store, most=4)
    counter.at_work()
    push_id = counter.send_on()
    for error in (LOST, NO_CONNECTION):
        counter.clock.advance(60)
        counter.begin(push_id)
        counter.settle(push_id, error)
    assert counter.push(push_id).state is PushState.UNCONFIRMED
    assert counter.push(push_id).tries == 1


@pytest.mark.parametrize(
    "error",
    [VendorRefused(REGISTER, "Unknown article"), LOST, VendorSpokeOddly(REGISTER, "not JSON")],
)
def test_nothing_it_says_is_in_the_orders_way(counter: RegisterCounter, error: VendorError) -> None:
    push_id = counter.send_on()
    counter.print_all()
    counter.begin(push_id)
    counter.settle(push_id, error)
    counter.move(Move.READY)
    counter.clock.advance(30)
    counter.deliver_to_vendor()
    counter.move(Move.COLLECTED)
    assert counter.order().state is OrderState.COLLECTED
    assert [job.state for job in counter.jobs()] == [JobState.PRINTED]
    assert counter.effects()[:2] == [PushKind.ACCEPT, PushKind.READY]
    assert counter.push(push_id).state in (PushState.REFUSED, PushState.UNCONFIRMED)


def test_what_it_refuses_is_composed_anew_when_staff_try_again(counter: RegisterCounter) -> None:
    counter.cannot_be_told = "Unknown article lager"
    push_id = counter.send_on()
    status = counter.send_on(sequence=91, kind=PushKind.READY)
    with pytest.raises(VendorRefused) as refusal:
        begin_push(push_id, counter.desk)
    counter.settle(push_id, refusal.value)
    assert counter.push(push_id).refusal == "Unknown article lager"
    assert counter.push(status).state is PushState.DROPPED
    assert counter.snapshot().syncs[REGISTER] is SyncState.REFUSED
    counter.move(Move.READY)  # what its own vendor is told takes no refusal of another off the card
    assert counter.snapshot().syncs[REGISTER] is SyncState.REFUSED
    counter.cannot_be_told = ""
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    assert counter.begin(push_id).body == "id-1 as READY"


def test_a_refusal_that_was_seen_leaves_the_card(counter: RegisterCounter) -> None:
    push_id = counter.send_on()
    counter.begin(push_id)
    counter.settle(push_id, VendorRefused(REGISTER, "closed"))
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.snapshot().syncs[REGISTER] is SyncState.IN_STEP


def test_staff_settle_what_it_did_not_say(counter: RegisterCounter) -> None:
    push_id = counter.send_on()
    counter.begin(push_id)
    counter.settle(push_id, LOST)
    counter.hear(settle_question(SettleQuestion("id-1", happened=False), counter.desk))
    assert counter.due() == [push_id]
    counter.begin(push_id)
    counter.settle(push_id, LOST)
    counter.hear(settle_question(SettleQuestion("id-1", happened=True), counter.desk))
    push = counter.push(push_id)
    assert (push.state, push.held) == (PushState.DONE, False)
    assert counter.order().state is OrderState.PREPARING


def test_what_was_on_the_wire_at_a_kill_is_not_sent_beyond_what_it_allows(
    counter: RegisterCounter,
) -> None:
    push_id = counter.send_on()
    counter.begin(push_id)
    recover(counter.desk)
    assert counter.push(push_id).state is PushState.UNCONFIRMED
    assert counter.push(push_id).held
    assert counter.due() == []


def test_its_pushes_do_not_hold_up_a_report_of_the_orders_vendor(
    counter: RegisterCounter,
) -> None:
    counter.begin(counter.send_on())
    counter.vendor.cancel("v-1")
    counter.report("v-1")
    assert counter.order().state is OrderState.CANCELLED
