"""A report moves an order forward or to an end, never back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from app.domain.apply_report import order_from_report
from app.domain.basket import Delivery, DeliveryKind
from app.domain.events import EventKind
from app.domain.order import STALE_AFTER, Order, undo_point
from app.domain.states import Attention, EndedBy, Move, OrderState, PaymentState, Standing
from tests.builders import a_basket, a_customer, a_line, a_report, an_order, at, huf
from tests.unit.domain.reports import NOW, applied, events

S, P, T = OrderState, PaymentState, Standing
RANK = {S.NEW: 0, S.PREPARING: 1, S.READY: 2}


# --- standings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("state", "standing"), list(product(S, T)))
def test_state_after_every_report(state: OrderState, standing: Standing) -> None:
    order = an_order(state=state)
    after = applied(order, standing=standing)
    theirs = standing.as_state
    if theirs is None or state.is_end:
        assert after.state is state
    elif theirs.is_end or RANK[theirs] > RANK[state]:
        assert after.state is theirs
    else:
        assert after.state is state
    assert after.word_is_unknown == (standing is T.UNKNOWN)


@pytest.mark.parametrize(("state", "standing"), list(product(RANK, T)))
def test_state_after_the_re_read_of_a_refused_push(state: OrderState, standing: Standing) -> None:
    after = applied(an_order(state=state), standing=standing, backwards=True)
    assert after.state is (standing.as_state or state)


@pytest.mark.parametrize("standing", [T.NEW, T.PREPARING, T.READY])
@pytest.mark.parametrize("state", [S.COLLECTED, S.LEFT])
def test_an_end_the_vendor_refused_is_taken_back(state: OrderState, standing: Standing) -> None:
    order = an_order(state=state)
    after = applied(order, standing=standing, backwards=True, payment=P.DUE, due=huf(900))
    assert after.state is standing.as_state
    assert (after.ended_at, after.ended_by, after.held_in, after.undo) == (None, None, None, None)
    assert after.payment is P.DUE
    assert applied(order, standing=standing).state is state


@pytest.mark.parametrize("standing", [T.COLLECTED, T.REJECTED, T.LEFT, T.CANCELLED])
@pytest.mark.parametrize("state", list(RANK))
def test_an_order_ended_elsewhere_stays_in_sight_in_its_column(
    state: OrderState, standing: Standing
) -> None:
    order = an_order(state=state)
    after = applied(order, standing=standing)
    assert after.column is state
    assert after.attention is Attention.ENDED_ELSEWHERE
    assert (after.ended_by, after.ended_at) == (EndedBy.VENDOR, NOW)
    assert events(order, standing=standing) == [EventKind.VENDOR_MOVED]
    assert replace(after, attention=None).column is None


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        (ours, theirs)
        for ours, theirs in product(S, [T.COLLECTED, T.REJECTED, T.LEFT, T.CANCELLED])
        if ours.is_end and theirs.as_state is not ours
    ],
)
def test_a_vendor_that_went_another_way_brings_the_order_back_into_sight(
    state: OrderState, standing: Standing
) -> None:
    order = an_order(state=state, held_in=S.PREPARING)
    after = applied(order, standing=standing)
    assert after.state is state
    assert (after.attention, after.column) == (Attention.WENT_ANOTHER_WAY, S.PREPARING)
    seen = replace(after, attention=None)
    assert applied(seen, standing=standing) == seen


def test_what_the_vendor_ended_first_stays_as_it_ended() -> None:
    order = applied(an_order(state=S.READY), standing=T.CANCELLED)
    for standing in T:
        after = applied(order, standing=standing)
        assert (after.state, after.attention) == (S.CANCELLED, Attention.ENDED_ELSEWHERE)
        assert applied(order, standing=standing, backwards=True).state is S.CANCELLED


@pytest.mark.parametrize("standing", [T.COLLECTED, T.LEFT, T.CANCELLED, T.REJECTED])
def test_an_order_taken_up_again_is_not_ended_by_the_end_the_vendor_knows_of(
    standing: Standing,
) -> None:
    order = an_order(state=S.PREPARING, ended_by=EndedBy.STAFF)
    assert applied(order, standing=standing).state is S.PREPARING
    assert applied(order, standing=standing).attention is None


def test_a_move_by_the_vendor_ends_undo() -> None:
    order = an_order(state=S.PREPARING)
    undoable = replace(order, undo=undo_point(order, Move.REJECT, NOW, 5))
    assert applied(undoable).undo is not None
    assert applied(undoable, standing=T.READY).undo is None
    assert applied(undoable, standing=T.CANCELLED).undo is None


def test_accepted_on_another_device_it_comes_into_preparing_and_stays_in_sight() -> None:
    after = applied(an_order(), standing=T.PREPARING)
    assert (after.state, after.accepted_at, after.accepted_here) == (S.PREPARING, NOW, False)
    assert not after.quiet


# --- what is in the order -------------------------------------------------------------------------

CHANGES = {
    "basket": a_basket(a_line("Soda", 400)),
    "desk": "Terrace 9",
    "wanted_at": at(90),
    "customer": a_customer(comment="No onions, please"),
}


@pytest.mark.parametrize("field", CHANGES)
@pytest.mark.parametrize("state", [S.PREPARING, S.READY])
def test_a_change_after_accept_must_be_seen(state: OrderState, field: str) -> None:
    order = an_order(state=state)
    after = applied(order, **{field: CHANGES[field]})
    assert after.attention is Attention.CHANGED_ELSEWHERE
    assert (after.state, getattr(after, field)) == (state, CHANGES[field])
    assert events(order, **{field: CHANGES[field]}) == [EventKind.VENDOR_CHANGED]


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_before_accept_is_simply_taken_over(field: str) -> None:
    after = applied(an_order(), **{field: CHANGES[field]})
    assert getattr(after, field) == CHANGES[field]
    assert after.attention is None


def test_a_change_that_comes_with_a_move_is_not_lost() -> None:
    after = applied(an_order(state=S.PREPARING), standing=T.READY, desk="Terrace 9")
    assert (after.state, after.attention) == (S.READY, Attention.CHANGED_ELSEWHERE)


def test_who_collects_the_money_is_no_change_of_the_goods() -> None:
    def basket(collect: int) -> dict[str, object]:
        lime = a_line("Lime", 100, collect=huf(collect))
        delivery = Delivery(
            kind=DeliveryKind.TAKE_AWAY, word="TAKEAWAY", fee=huf(5), collect=huf(collect)
        )
        line = a_line(collect=huf(collect), modifiers=(lime,))
        return {"basket": a_basket(line, tip_collect=huf(collect), delivery=delivery)}

    order = an_order(state=S.READY, **basket(100))
    after = applied(order, **basket(0))
    assert after.attention is None
    assert after.basket.collect == huf(0)


def test_other_words_facts_and_channel_are_no_change_of_the_goods() -> None:
    order = an_order(state=S.READY)
    assert applied(order, payment_word="CAPTURED", channel="web").attention is None


@pytest.mark.parametrize("field", CHANGES)
def test_nothing_of_an_ended_order_changes(field: str) -> None:
    order = an_order(state=S.COLLECTED)
    after = applied(order, standing=T.READY, **{field: CHANGES[field]})
    assert replace(after, vendor_word=order.vendor_word) == order


# --- first seen -----------------------------------------------------------------------------------


def first_seen(**changes: object) -> Order:
    report = a_report(**changes)
    return order_from_report(
        report, order_id="order-1", slip_code="PULT-7Q4K-20A6", number="A-1", now=NOW
    ).order


@pytest.mark.parametrize("standing", list(T))
def test_state_when_first_seen(standing: Standing) -> None:
    order = first_seen(standing=standing)
    assert order.state is (standing.as_state or S.NEW)
    assert order.word_is_unknown == (standing is T.UNKNOWN)
    assert order.quiet == (order.state is not S.NEW)
    assert not order.accepted_here
    assert (order.column is None) == order.state.is_end


@pytest.mark.parametrize("standing", [T.COLLECTED, T.REJECTED, T.LEFT, T.CANCELLED])
def test_first_seen_ended_belongs_to_history(standing: Standing) -> None:
    report = a_report(standing=standing, payment=P.DUE, due=huf(900))
    seen = order_from_report(report, order_id="o", slip_code="c", number="A-1", now=NOW)
    assert [event.kind for event in seen.events] == [EventKind.RECEIVED_ENDED]
    assert (seen.order.ended_by, seen.order.ended_at) == (EndedBy.VENDOR, NOW)
    assert seen.order.payment is P.NOT_DUE
    assert seen.order.opened
    paid = a_report(standing=standing, payment=P.RECEIVED)
    kept = order_from_report(paid, order_id="o", slip_code="c", number="A-1", now=NOW).order
    assert kept.payment is P.RECEIVED


def test_first_seen_ready_its_age_counts_from_now() -> None:
    order = first_seen(standing=T.READY)
    assert (order.accepted_at, order.ready_at) == (NOW, NOW)


def test_first_seen_older_than_twelve_hours_it_is_quiet() -> None:
    assert first_seen(standing=T.NEW, placed_at=NOW - STALE_AFTER - timedelta(seconds=1)).quiet
    assert not first_seen(standing=T.NEW, placed_at=NOW - STALE_AFTER).quiet


def test_one_placed_long_ago_for_a_later_time_is_new() -> None:
    placed = NOW - timedelta(hours=20)
    assert not first_seen(standing=T.NEW, placed_at=placed, wanted_at=at(90)).quiet
    gone = NOW - STALE_AFTER - timedelta(seconds=1)
    assert first_seen(standing=T.NEW, placed_at=placed, wanted_at=gone).quiet


def test_a_number_that_was_only_cleaned_is_still_the_vendors() -> None:
    assert not first_seen(number="A-42\u200b ").number_is_ours
    assert first_seen(number="").number_is_ours
    assert first_seen(number=" \u202e").number_is_ours
