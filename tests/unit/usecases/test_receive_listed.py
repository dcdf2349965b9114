"""What a list of ready orders says: of orders sent on from here, and of those of others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.capabilities import Telling
from app.domain.errors import VendorRefused
from app.domain.events import EventKind
from app.domain.push import PushKind, PushState
from app.domain.report import SENDERS_ID, Fact
from app.domain.states import Attention, Move, OrderState, Standing, SyncState
from app.ports.store import StorePort
from app.usecases.begin_push import begin_push, due_pushes
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.not_in_register import SendToRegister, send_to_register
from app.usecases.receive_listed import gone_from_list
from app.usecases.settle_question import AskAgain, ask_again
from app.usecases.undo_move import UndoMove, undo_move
from tests.unit.usecases.registering import LOST, NO_CONNECTION, REGISTER, RegisterCounter

OURS = {"vendor_order_id": "12345", "their_id": "12345", "our_id": "id-1"}


@pytest.fixture
def counter(store: StorePort) -> RegisterCounter:
    return RegisterCounter(store)


def lists(counter: RegisterCounter, *ids: str) -> None:
    counter.hear(gone_from_list(REGISTER, frozenset(ids), counter.desk))


# --- sent on from here ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "entry",
    [
        OURS,
        {**OURS, "our_id": "somebody-elses"},
        {"vendor_order_id": "id-1", "their_id": "", "our_id": "id-1"},
    ],
    ids=["both", "by its number", "by our id"],
)
def test_an_order_of_ours_is_never_a_second_card(
    counter: RegisterCounter, entry: dict[str, str]
) -> None:
    counter.at_work()
    counter.list_entry(**entry)
    assert counter.board() == ["id-1"]
    assert counter.order().state is OrderState.PREPARING
    assert counter.events()[-1] is EventKind.READY_THERE
    assert counter.snapshot().words == {REGISTER: "ready"}


def test_the_same_list_again_says_nothing_new(counter: RegisterCounter) -> None:
    counter.at_work()
    counter.list_entry(**OURS)
    counter.news.clear()
    counter.list_entry(**OURS)
    assert counter.news == []
    assert counter.events().count(EventKind.READY_THERE) == 1


def test_a_listed_order_settles_the_doubt_and_gives_its_number(counter: RegisterCounter) -> None:
    counter.fail_next(LOST, after_effect=True)
    counter.at_work(Move.READY)
    assert counter.snapshot().syncs[REGISTER] is SyncState.UNCONFIRMED
    counter.list_entry(**OURS)
    assert counter.their_id() == "12345"
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER, PushKind.READY]
    assert counter.snapshot().worst_sync is SyncState.IN_STEP


def test_a_listed_order_settles_the_doubt_without_a_number_too(counter: RegisterCounter) -> None:
    counter.fail_next(LOST, after_effect=True)
    counter.at_work()
    counter.list_entry(vendor_order_id="id-1", their_id="", our_id="id-1")
    assert counter.to_register()[0].state is PushState.DONE
    assert counter.their_id() == ""
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER]


def test_a_listed_order_that_was_refused_is_there_all_the_same(counter: RegisterCounter) -> None:
    counter.fail_next(VendorRefused(REGISTER, "exists already"))
    counter.at_work()
    assert counter.desk.session.not_in_register
    counter.list_entry(**OURS)
    assert counter.to_register()[0].state is PushState.DONE
    assert counter.desk.session.not_in_register == ()


def test_one_refused_in_doubt_and_then_cancelled_is_no_second_card(
    counter: RegisterCounter,
) -> None:
    counter.fail_next(LOST, after_effect=True)
    counter.at_work()
    counter.fail_next(VendorRefused(REGISTER, "exists already"))
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    counter.deliver()
    counter.move(Move.CANCEL_ORDER)
    counter.clock.advance(6)
    counter.deliver()
    counter.list_entry(**OURS)
    assert counter.board() == []
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER, PushKind.CANCEL_ORDER]


def test_one_given_up_after_all_and_cancelled_is_no_second_card_either(
    counter: RegisterCounter,
) -> None:
    counter.fail_next(LOST, after_effect=True)
    counter.at_work()
    counter.fail_next(VendorRefused(REGISTER, "exists already"))
    counter.hear(ask_again(AskAgain("id-1"), counter.desk))
    counter.deliver()
    counter.fail_next(NO_CONNECTION)
    again = SendToRegister(counter.to_register()[0].id)
    counter.hear(send_to_register(again, counter.desk))
    counter.deliver()
    counter.move(Move.CANCEL_ORDER)
    assert counter.to_register()[0].state is PushState.DROPPED
    counter.clock.advance(6)
    counter.list_entry(**OURS)
    assert counter.board() == []
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER, PushKind.CANCEL_ORDER]


def test_while_it_is_on_the_wire_its_own_answer_is_waited_for(counter: RegisterCounter) -> None:
    counter.place()
    counter.accept()
    (errand,) = due_pushes(counter.desk, frozenset()).errands
    while errand.push.system != REGISTER:
        counter.carry(errand)
        (errand,) = due_pushes(counter.desk, frozenset()).errands
    begin_push(errand.push.id, counter.desk)
    counter.list_entry(**OURS)
    assert counter.to_register()[0].state is PushState.SENDING
    assert counter.board() == ["id-1"]


# --- of others ------------------------------------------------------------------------------------


def test_a_foreign_order_stands_in_ready_without_slip_or_alarm(counter: RegisterCounter) -> None:
    counter.list_entry()
    order = counter.order()
    assert (order.state, order.number, order.quiet) == (OrderState.READY, "HH01", False)
    assert counter.jobs() == []
    assert counter.notices() == []
    assert counter.ringing() == set()
    offered = {Move.COLLECTED, Move.LEFT, Move.CANCEL_ORDER, Move.PRINT}
    assert counter.offered() == offered


def test_it_is_told_what_becomes_of_it_by_its_own_number(counter: RegisterCounter) -> None:
    counter.list_entry()
    counter.there["777"] = []
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.there == {"777": [PushKind.COLLECTED]}
    counter.list_entry()  # the register is slow to notice
    assert counter.order().state is OrderState.COLLECTED
    assert counter.board() == []


def test_without_a_number_it_can_only_be_left_here(counter: RegisterCounter) -> None:
    counter.list_entry(vendor_order_id="98765", our_id="98765", their_id="")
    snapshot = counter.snapshot()
    offered = {one.move: one.telling for one in snapshot.offered}
    assert Move.COLLECTED not in offered
    assert offered[Move.LEFT] is Telling.OURS_ALONE
    counter.move(Move.LEFT)
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    counter.move(Move.LEFT)
    counter.clock.advance(60)
    assert counter.deliver() == 0
    assert counter.pushes() == []
    assert counter.order().state is OrderState.LEFT


def test_a_text_that_looks_like_a_number_of_ours_is_no_order_of_ours(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    counter.list_entry(vendor_order_id="x", our_id="12345", their_id="")
    assert len(counter.board()) == 2


def test_a_foreign_order_of_long_ago_is_in_sight_too(counter: RegisterCounter) -> None:
    counter.clock.advance(400 * 24 * 3600)
    counter.list_entry()
    assert not counter.order().quiet


# --- gone -----------------------------------------------------------------------------------------


def test_one_absent_from_two_whole_lists_was_collected(counter: RegisterCounter) -> None:
    counter.list_entry()
    lists(counter, "777")
    lists(counter)
    assert counter.order().state is OrderState.READY
    lists(counter)
    order = counter.order()
    assert order.state is OrderState.COLLECTED
    assert order.attention is Attention.ENDED_ELSEWHERE  # in sight until a person has seen it


def test_one_list_without_it_is_a_hiccup(counter: RegisterCounter) -> None:
    counter.list_entry()
    for _ in range(3):
        lists(counter)
        lists(counter, "777")
    assert counter.order().state is OrderState.READY


def test_an_order_brought_back_is_not_ended_again_by_its_absence(
    counter: RegisterCounter,
) -> None:
    counter.list_entry()
    counter.there["777"] = []
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    for _ in range(3):
        lists(counter)
    assert counter.order().state is OrderState.PREPARING


def test_orders_of_other_vendors_are_not_missed(counter: RegisterCounter) -> None:
    counter.at_work(Move.READY)
    for _ in range(3):
        lists(counter)
    assert counter.order().state is OrderState.READY


def test_its_payload_is_kept_when_it_goes(counter: RegisterCounter) -> None:
    counter.list_entry(raw='{"orderId": "a"}', standing=Standing.READY)
    lists(counter)
    lists(counter)
    assert counter.order().state is OrderState.COLLECTED


def test_a_register_that_counts_anew_loses_no_order_and_takes_new_ones(
    counter: RegisterCounter,
) -> None:
    counter.at_work(Move.READY, Move.COLLECTED)
    assert counter.their_id() == "12345"
    counter.there.clear()  # it was set up anew, and its numbers begin again
    counter.clock.advance(hours=30)
    counter.list_entry(vendor_order_id="12345", their_id="12345", our_id="T-7", number="HH02")
    (shown,) = counter.board()
    assert counter.order(shown).number == "HH02"
    second = counter.at_work()
    assert counter.their_id(second) == "12345"
    assert counter.their_id("id-1") == ""
    counter.move(Move.READY, second)
    counter.clock.advance(5)
    counter.deliver()
    assert counter.heard()[-1] is PushKind.READY


# --- its own orders, under numbers it gives a second time -----------------------------------------


def named(sender: str) -> dict[str, object]:
    return {"our_id": sender, "facts": (Fact(SENDERS_ID, sender),)}


def collected_here(counter: RegisterCounter, **entry: object) -> None:
    counter.list_entry(**entry)
    counter.there["777"] = []
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()


def test_another_order_under_the_number_of_one_that_ended_is_an_order_of_its_own(
    counter: RegisterCounter,
) -> None:
    collected_here(counter, **named("a"))
    counter.list_entry(**named("b"), number="HH02")
    (shown,) = counter.board()
    assert (counter.order(shown).number, counter.their_id(shown)) == ("HH02", "777")
    first = counter.order()
    assert (first.number, first.state) == ("HH01", OrderState.COLLECTED)
    assert first.vendor_order_id == f"777 {first.slip_code}"
    assert counter.their_id() == ""
    counter.news.clear()
    counter.list_entry(**named("b"), number="HH02")
    assert counter.board() == [shown]


def test_another_order_under_the_number_of_one_that_is_open_stands_beside_it(
    counter: RegisterCounter,
) -> None:
    counter.list_entry(**named("a"))
    counter.list_entry(**named("b"), number="HH02")
    first, second = counter.board()
    assert [counter.order(one).number for one in (first, second)] == ["HH01", "HH02"]
    for _ in range(2):  # what the register has forgotten is in its list no more
        lists(counter, "777")
    assert counter.order(first).state is OrderState.COLLECTED
    assert counter.order(second).state is OrderState.READY


def test_what_waits_to_be_told_of_the_first_is_not_told_of_the_second(
    counter: RegisterCounter,
) -> None:
    counter.list_entry(**named("a"))
    counter.there["777"] = []
    counter.fail_next(NO_CONNECTION)
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()
    counter.list_entry(**named("b"), number="HH02")
    counter.clock.advance(hours=1)
    counter.deliver()
    assert counter.there["777"] == []
    (told,) = counter.to_register()
    assert told.state is PushState.DROPPED


@pytest.mark.parametrize(
    ("placed_after", "is_another"),
    [(timedelta(hours=2), False), (timedelta(hours=26), True), (timedelta(days=400), False)],
    ids=["its clock is wrong", "long after", "no time is told"],
)
def test_without_senders_ids_the_time_decides(
    counter: RegisterCounter, placed_after: timedelta, is_another: bool
) -> None:
    collected_here(counter, our_id="")
    ended = counter.order().ended_at
    assert ended is not None
    counter.clock.advance(hours=30)
    counter.list_entry(our_id="", number="HH02", placed_at=ended + placed_after)
    assert len(counter.board()) == is_another


def test_one_that_still_stands_in_the_list_is_no_second_order(counter: RegisterCounter) -> None:
    collected_here(counter, **named("a"))
    counter.clock.advance(hours=100)
    counter.list_entry(**named("a"))
    assert counter.board() == []
