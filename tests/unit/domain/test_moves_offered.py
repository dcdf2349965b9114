"""Which moves are offered while something is under way, refused, in doubt or unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.capabilities import Capabilities, Telling
from app.domain.moves import CONFIRM_WAIT_SECONDS, Lock, is_possible, offered_moves
from app.domain.order import undo_point
from app.domain.push import Push, PushKind, PushState
from app.domain.states import Attention, EndedBy, JobState, Move, OrderState, PaymentState
from tests.builders import a_push, an_order, at
from tests.unit.domain.situations import a_situation, capabilities, moves_offered

S, P = OrderState, PaymentState
LOST = a_push(kind=PushKind.READY, state=PushState.UNCONFIRMED)


# --- what rests -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [PushKind.ACCEPT, PushKind.REJECT])
@pytest.mark.parametrize("state", [PushState.WAITING, PushState.SENDING, PushState.UNCONFIRMED])
def test_accept_and_reject_rest_until_the_vendor_has_answered(
    kind: PushKind, state: PushState
) -> None:
    situation = a_situation(an_order(), pushes=(a_push(kind=kind, state=state),))
    offered = moves_offered(situation)
    assert offered[Move.ACCEPT] is offered[Move.REJECT] is Lock.IN_FLIGHT
    assert not is_possible(Move.ACCEPT, situation)
    assert not is_possible(Move.REJECT, situation)


@pytest.mark.parametrize("state", [PushState.DONE, PushState.REFUSED, PushState.DROPPED])
def test_accept_wakes_when_its_push_has_come_to_an_end(state: PushState) -> None:
    situation = a_situation(an_order(), pushes=(a_push(state=state, acknowledged=True),))
    assert moves_offered(situation)[Move.ACCEPT] is Lock.NONE


def test_nothing_else_rests_while_an_accept_is_on_its_way() -> None:
    due = an_order(payment=P.DUE)
    situation = a_situation(due, pushes=(a_push(),))
    assert moves_offered(situation)[Move.TAKE_PAYMENT] is Lock.NONE


def test_no_money_is_taken_for_an_order_that_is_being_rejected() -> None:
    situation = a_situation(an_order(payment=P.DUE), pushes=(a_push(kind=PushKind.REJECT),))
    assert not is_possible(Move.PAYMENT_RECEIVED, situation)
    assert Move.TAKE_PAYMENT not in moves_offered(situation)


@pytest.mark.parametrize("payment", [P.DUE, P.FAILED])
def test_collected_has_a_padlock_while_money_is_due(payment: PaymentState) -> None:
    offered = moves_offered(a_situation(an_order(state=S.READY, payment=payment)))
    assert offered[Move.COLLECTED] is Lock.PAYMENT_DUE
    assert offered[Move.HAND_OVER_UNPAID] is offered[Move.TAKE_PAYMENT] is Lock.NONE


@pytest.mark.parametrize("payment", [P.NOT_DUE, P.RECEIVED, P.UNCONFIRMED])
def test_a_vendor_out_of_reach_never_blocks_a_hand_over(payment: PaymentState) -> None:
    waiting = (
        a_push(sequence=1, kind=PushKind.READY),
        a_push(sequence=2, kind=PushKind.PAYMENT_RECEIVED, state=PushState.UNCONFIRMED, misses=9),
    )
    situation = a_situation(an_order(state=S.READY, payment=payment), pushes=waiting)
    assert moves_offered(situation)[Move.COLLECTED] is Lock.NONE


def test_a_padlock_is_not_shown_for_a_move_the_vendor_lacks() -> None:
    lacking = Capabilities(moves={Move.LEFT: Telling.TOLD})
    order = an_order(state=S.READY, payment=P.DUE)
    assert Move.COLLECTED not in moves_offered(a_situation(order, capabilities=lacking))
    busy = a_situation(an_order(), capabilities=lacking, pushes=(a_push(),))
    assert Move.ACCEPT not in moves_offered(busy)


def test_moves_are_offered_in_one_order_and_with_their_telling() -> None:
    moves = {Move.READY: Telling.OURS_ALONE, Move.LEFT: Telling.TOLD}
    situation = a_situation(an_order(state=S.PREPARING), capabilities=Capabilities(moves=moves))
    offered = {one.move: one.telling for one in offered_moves(situation)}
    assert list(offered) == [Move.READY, Move.LEFT, Move.CANCEL_ORDER, Move.PRINT]
    assert offered[Move.READY] is Telling.OURS_ALONE
    assert offered[Move.LEFT] is Telling.TOLD
    assert offered[Move.PRINT] is Telling.HERE_ONLY


def test_handing_over_unpaid_is_told_as_collected_unless_it_has_a_word_of_its_own() -> None:
    told = Capabilities(moves={Move.COLLECTED: Telling.TOLD})
    assert told.telling(Move.HAND_OVER_UNPAID) is Telling.TOLD
    both = {Move.COLLECTED: Telling.TOLD, Move.HAND_OVER_UNPAID: Telling.OURS_ALONE}
    assert Capabilities(moves=both).telling(Move.HAND_OVER_UNPAID) is Telling.OURS_ALONE
    paying = Capabilities(moves={Move.PAYMENT_RECEIVED: Telling.OURS_ALONE})
    assert paying.telling(Move.TAKE_PAYMENT) is Telling.OURS_ALONE


# --- what is not understood, or not seen ----------------------------------------------------------


def test_an_unknown_word_in_new_leaves_no_moves() -> None:
    for payment in P:
        order = an_order(payment=payment, word_is_unknown=True)
        assert set(moves_offered(a_situation(order))) <= {Move.MONEY_RETURNED}


def test_an_unknown_word_later_stops_nothing_that_is_done_here() -> None:
    order = an_order(state=S.READY, word_is_unknown=True)
    assert is_possible(Move.COLLECTED, a_situation(order))


@pytest.mark.parametrize("state", [S.PREPARING, S.READY])
def test_what_somebody_changed_must_be_seen_before_it_moves_on(state: OrderState) -> None:
    order = an_order(state=state, payment=P.DUE, attention=Attention.CHANGED_ELSEWHERE)
    offered = moves_offered(a_situation(order))
    assert set(offered) == {
        Move.SEEN,
        Move.PRINT,
        Move.TAKE_PAYMENT,
        Move.PAYMENT_RECEIVED,
        Move.PAYMENT_FAILED,
    }


# --- refusals and doubts --------------------------------------------------------------------------


def refused(kind: PushKind, sequence: int = 1, **changes: object) -> Push:
    given = {"kind": kind, "state": PushState.REFUSED, "refusal": "no"}
    return a_push(sequence=sequence, **(given | changes))


def test_a_refusal_can_be_asked_about_and_seen() -> None:
    situation = a_situation(an_order(state=S.READY), pushes=(refused(PushKind.READY),))
    offered = moves_offered(situation)
    assert {Move.ASK_AGAIN, Move.SEEN} <= set(offered)
    assert Move.IT_HAPPENED not in offered
    seen = a_situation(
        an_order(state=S.READY), pushes=(refused(PushKind.READY, acknowledged=True),)
    )
    assert not {Move.ASK_AGAIN, Move.SEEN} & set(moves_offered(seen))


def test_refused_money_is_a_question_that_seen_does_not_put_away() -> None:
    situation = a_situation(
        an_order(state=S.READY, payment=P.UNCONFIRMED),
        pushes=(refused(PushKind.PAYMENT_RECEIVED),),
    )
    offered = set(moves_offered(situation))
    assert {Move.ASK_AGAIN, Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN} <= offered
    assert Move.SEEN not in offered


def test_a_refused_move_is_shown_beside_refused_money() -> None:
    money, ready = refused(PushKind.PAYMENT_RECEIVED, 1), refused(PushKind.READY, 2)
    situation = a_situation(an_order(state=S.PREPARING), pushes=(money, ready))
    assert situation.question == money
    assert situation.refused == ready
    assert is_possible(Move.SEEN, situation)


def test_a_refused_payment_failed_is_no_question() -> None:
    situation = a_situation(an_order(), pushes=(refused(PushKind.PAYMENT_FAILED),))
    assert situation.question is None
    assert is_possible(Move.SEEN, situation)


def test_the_oldest_doubt_is_the_question() -> None:
    first = a_push(sequence=1, kind=PushKind.READY, state=PushState.UNCONFIRMED)
    second = a_push(sequence=2, kind=PushKind.COLLECTED, state=PushState.UNCONFIRMED)
    done = a_push(sequence=0, state=PushState.DONE)
    situation = a_situation(an_order(state=S.READY), pushes=(done, first, second))
    assert situation.question == first


def test_a_vendor_that_cannot_be_read_cannot_be_asked() -> None:
    mute = capabilities(can_be_re_read=False)
    situation = a_situation(an_order(state=S.READY), pushes=(LOST,), capabilities=mute)
    offered = moves_offered(situation)
    assert Move.ASK_AGAIN not in offered
    assert Move.IT_HAPPENED in offered


# --- undo, bring back, seen -----------------------------------------------------------------------


def test_undo_ends_with_its_time() -> None:
    order = an_order(state=S.READY)
    order = replace(order, undo=undo_point(order, Move.READY, at(10), 5))
    assert is_possible(Move.UNDO, a_situation(order, now=at(10, seconds=4.9)))
    assert not is_possible(Move.UNDO, a_situation(order, now=at(10, seconds=5)))


def test_no_time_to_undo_is_no_undo() -> None:
    assert undo_point(an_order(), Move.READY, at(10), 0) is None


def test_bring_back_is_for_what_was_ended_here() -> None:
    here, there = an_order(state=S.LEFT), an_order(state=S.LEFT, ended_by=EndedBy.VENDOR)
    assert is_possible(Move.BRING_BACK, a_situation(here))
    assert not is_possible(Move.BRING_BACK, a_situation(there))


def test_bring_back_waits_for_undo_and_seen() -> None:
    order = an_order(state=S.LEFT)
    undoable = replace(order, undo=undo_point(order, Move.LEFT, at(10), 5))
    assert not is_possible(Move.BRING_BACK, a_situation(undoable))
    assert is_possible(Move.BRING_BACK, a_situation(undoable, now=at(11)))
    unseen = replace(order, attention=Attention.WENT_ANOTHER_WAY)
    assert not is_possible(Move.BRING_BACK, a_situation(unseen))


@pytest.mark.parametrize("state", [S.REJECTED, S.LEFT, S.CANCELLED, S.COLLECTED])
def test_money_stays_returnable_after_seen(state: OrderState) -> None:
    order = an_order(state=state, payment=P.RETURN_DUE)
    assert Move.MONEY_RETURNED in moves_offered(a_situation(order))


# --- the slip -------------------------------------------------------------------------------------


@pytest.mark.parametrize("slip", [None, *JobState])
def test_moves_for_each_state_of_the_slip(slip: JobState | None) -> None:
    expected = {
        None: {Move.PRINT},
        JobState.QUEUED: set(),
        JobState.SENDING: set(),
        JobState.PRINTED: {Move.PRINT_AGAIN},
        JobState.SENT: {Move.PRINT_AGAIN},
        JobState.FAILED: {Move.PRINT},
        JobState.UNSURE: {
            Move.PRINT_AGAIN,
            Move.SLIP_CAME_OUT,
            Move.SLIP_DID_NOT_COME_OUT,
        },
    }
    slip_moves = {
        Move.PRINT,
        Move.PRINT_AGAIN,
        Move.SLIP_CAME_OUT,
        Move.SLIP_DID_NOT_COME_OUT,
    }
    offered = set(moves_offered(a_situation(an_order(state=S.PREPARING), slip=slip)))
    assert offered & slip_moves == expected[slip]


def test_a_reprint_in_doubt_is_asked_about_too() -> None:
    situation = a_situation(an_order(state=S.READY), slip=JobState.PRINTED, doubt=True)
    assert is_possible(Move.SLIP_CAME_OUT, situation)


@pytest.mark.parametrize("state", [PushState.WAITING, PushState.SENDING, PushState.UNCONFIRMED])
def test_print_is_offered_ten_seconds_after_an_unanswered_accept(state: PushState) -> None:
    push = a_push(state=state, created_at=at(10))
    early = a_situation(an_order(), pushes=(push,), now=at(10, seconds=9.9))
    late = a_situation(an_order(), pushes=(push,), now=at(10, seconds=CONFIRM_WAIT_SECONDS))
    assert not is_possible(Move.PRINT, early)
    assert is_possible(Move.PRINT, late)
    assert not is_possible(Move.PRINT, replace(late, slip=JobState.PRINTED))


def test_print_is_not_offered_for_a_reject_or_an_untouched_order() -> None:
    reject = a_push(kind=PushKind.REJECT, created_at=at(0))
    assert not is_possible(Move.PRINT, a_situation(an_order(), pushes=(reject,)))
    assert not is_possible(Move.PRINT, a_situation(an_order()))
