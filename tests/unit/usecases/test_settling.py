"""What the vendor cannot be told rests in a list until somebody has settled it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.capabilities import Telling
from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.news import Noticed, OrdersChanged
from app.domain.settlement import SettleKind, ToSettle
from app.domain.states import Move, OrderState, PaymentState, Standing
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.recover import recover
from app.usecases.reject_order import RejectOrder, reject_order
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.settling import TickSettled, tick_settled
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.paying import CASH, owing, pay

K = SettleKind


def telling(counter: Counter, **tellings: Telling) -> None:
    """Let the vendor's capabilities differ for the named moves."""
    facts = counter.desk.vendors["cheers"]
    moves = {**facts.capabilities.moves, **{Move[name]: how for name, how in tellings.items()}}
    changed = replace(facts, capabilities=replace(facts.capabilities, moves=moves))
    counter.desk = replace(counter.desk, vendors={"cheers": changed})


def keyed_in_here(counter: Counter) -> None:
    """Let the orders be known to no other system."""
    facts = counter.desk.vendors["cheers"]
    ours = replace(facts, capabilities=replace(facts.capabilities, keyed_in_here=True))
    counter.desk = replace(counter.desk, vendors={"cheers": ours})


def mute(counter: Counter) -> None:
    """Let the vendor have no word for an end."""
    ends = ("LEFT", "CANCEL_ORDER", "REJECT")
    telling(counter, **dict.fromkeys(ends, Telling.OURS_ALONE))


def kinds(counter: Counter) -> list[SettleKind]:
    return [entry.kind for entry in counter.order().to_settle]


def tick(counter: Counter, entry: ToSettle, *, done: bool = True) -> None:
    command = TickSettled("id-1", entry.kind, entry.since, done)
    counter.hear(tick_settled(command, counter.desk))


def ticks(counter: Counter) -> list[Mapping[str, str]]:
    reader = counter.store.reader()
    try:
        return [each.data for each in reader.events("id-1") if each.kind is EventKind.TICKED]
    finally:
        reader.close()


def waiting(counter: Counter) -> list[str]:
    with counter.store.begin() as work:
        return [order.id for order in work.orders.to_settle()]


@pytest.mark.parametrize("move", [Move.LEFT, Move.CANCEL_ORDER])
def test_an_end_the_vendor_has_no_word_for_is_not_told_and_rests_to_be_settled(
    counter: Counter, move: Move
) -> None:
    mute(counter)
    counter.at_work()
    told = len(counter.pushes())
    counter.move(move)
    assert len(counter.pushes()) == told
    first, second = counter.order().to_settle
    assert (first.kind, second.kind) == (K.NOT_TOLD, K.REFUND_THERE)
    assert first.since == second.since == counter.clock.now()
    assert first.move is move
    assert second.amount == counter.order().basket.total
    assert waiting(counter) == ["id-1"]
    assert counter.board() == []
    assert counter.snapshot().ended_untold


def test_a_vendor_that_is_told_leaves_nothing_to_settle(counter: Counter) -> None:
    telling(counter, LEFT=Telling.TOLD)
    counter.at_work()
    counter.move(Move.LEFT)
    assert kinds(counter) == []
    assert waiting(counter) == []
    assert not counter.snapshot().ended_untold


def test_an_order_keyed_in_here_has_nobody_who_could_be_told(counter: Counter) -> None:
    telling(counter, LEFT=Telling.HERE_ONLY)
    keyed_in_here(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    assert kinds(counter) == []
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    told = [news.notice.data["told"] for news in counter.told(Noticed)[-2:]]
    assert told == ["nobody", "nobody"]
    assert counter.snapshot().keyed_in_here


def test_nothing_is_refunded_there_of_what_was_to_be_paid_here(counter: Counter) -> None:
    mute(counter)
    total = counter.order(counter.at_work()).basket.total
    with counter.store.begin() as work:
        work.orders.save(replace(work.orders.get("id-1"), payment=PaymentState.DUE, due=total))
        work.commit()
    counter.move(Move.LEFT)
    assert kinds(counter) == [K.NOT_TOLD]


def test_a_reject_the_vendor_has_no_word_for_is_settled_too(counter: Counter) -> None:
    mute(counter)
    counter.place()
    counter.hear(reject_order(RejectOrder("id-1", "sold out"), counter.desk))
    assert counter.order().state is OrderState.REJECTED
    assert kinds(counter) == [K.NOT_TOLD, K.REFUND_THERE]


def test_undo_takes_it_off_the_list(counter: Counter) -> None:
    mute(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    assert counter.order().settling == ()
    assert waiting(counter) == []


def test_bring_back_takes_off_what_nobody_has_told_the_vendor(counter: Counter) -> None:
    mute(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    tick(counter, counter.order().to_settle[1])
    counter.clock.advance(6)
    counter.hear(bring_back(BringBack("id-1"), counter.desk))
    assert [entry.kind for entry in counter.order().settling] == [K.REFUND_THERE]
    assert waiting(counter) == []


def test_a_tick_is_kept_with_its_event_and_can_be_taken_back(counter: Counter) -> None:
    mute(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    first = counter.order().to_settle[0]
    tick(counter, first)
    assert kinds(counter) == [K.REFUND_THERE]
    tick(counter, first)
    tick(counter, first, done=False)
    assert kinds(counter) == [K.NOT_TOLD, K.REFUND_THERE]
    assert counter.order().to_settle[0] == first
    assert [data["done"] for data in ticks(counter)] == ["yes", "no"]
    with pytest.raises(IllegalMove):
        tick(counter, replace(first, since=first.since + timedelta(seconds=1)))


def test_what_is_to_be_settled_is_shown_again_after_a_restart(counter: Counter) -> None:
    mute(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    shown = next(news for news in recover(counter.desk) if isinstance(news, OrdersChanged))
    assert [snapshot.order.to_settle for snapshot in shown.orders] == [counter.order().to_settle]


@pytest.mark.parametrize("standing", [Standing.LEFT, Standing.CANCELLED, Standing.REJECTED])
def test_the_vendor_s_own_end_settles_what_it_had_not_been_told(
    counter: Counter, standing: Standing
) -> None:
    mute(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    counter.vendor.change("v-1", standing=standing)
    counter.report()
    assert kinds(counter) == [K.REFUND_THERE]
    assert counter.order().attention is None
    assert [data["by"] for data in ticks(counter)] == ["vendor"]
    counter.report()
    assert counter.order().attention is None


def test_a_vendor_that_says_collected_of_an_order_that_left_is_still_a_question(
    counter: Counter,
) -> None:
    mute(counter)
    counter.at_work()
    counter.move(Move.LEFT)
    counter.vendor.change("v-1", standing=Standing.COLLECTED)
    counter.report()
    assert counter.order().needs_seen
    assert K.NOT_TOLD in kinds(counter)


def test_money_given_back_of_what_the_vendor_counts_as_paid_is_to_be_settled(
    counter: Counter,
) -> None:
    owing(counter)
    pay(counter)
    counter.deliver()
    counter.move(Move.CANCEL_ORDER)
    counter.hear(return_money(ReturnMoney("id-1", huf(400), CASH), counter.desk))
    back = [entry for entry in counter.order().to_settle if entry.kind is K.RETURNED_HERE]
    assert [entry.amount for entry in back] == [huf(400)]
    assert back[0].move is Move.MONEY_RETURNED


def test_money_the_vendor_never_heard_of_leaves_nothing_to_settle(counter: Counter) -> None:
    telling(counter, PAYMENT_RECEIVED=Telling.OURS_ALONE)
    owing(counter)
    pay(counter)
    counter.move(Move.CANCEL_ORDER)
    counter.hear(return_money(ReturnMoney("id-1", huf(903), CASH), counter.desk))
    assert K.RETURNED_HERE not in kinds(counter)
