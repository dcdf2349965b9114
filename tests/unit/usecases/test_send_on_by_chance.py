"""Days at a counter with a register, by chance: told once, never backwards, in step at night."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.push import PushKind, PushState
from app.domain.states import Move, OrderState, SyncState
from app.usecases.bring_back import BringBack, bring_back
from app.usecases.recover import recover
from app.usecases.undo_move import UndoMove, undo_move
from tests.fakes.store import FakeStore
from tests.unit.usecases.registering import (
    LOST,
    NO_CONNECTION,
    REGISTER,
    STATUSES,
    RegisterCounter,
)

WORD_OF = {
    OrderState.READY: PushKind.READY,
    OrderState.COLLECTED: PushKind.COLLECTED,
    OrderState.LEFT: PushKind.LEFT,
    OrderState.CANCELLED: PushKind.CANCEL_ORDER,
}
MOVES = (*[Move.READY] * 4, *[Move.COLLECTED] * 4, Move.LEFT, Move.CANCEL_ORDER)


class Day:
    """One order's day; `steps` says what happened, for a failure to be understood."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.counter = RegisterCounter(FakeStore())
        self.steps: list[str] = []
        self.brought_back = False

    def live(self) -> None:
        self.counter.place()
        self.counter.accept()
        for _ in range(self.chance.randint(5, 40)):
            step = self.chance.choice(
                [
                    *(self.move, self.move, self.move, self.undo, self.carry, self.carry),
                    *(self.wait, self.wait, self.trouble),
                    *(self.bring_back, self.vendor_cancels, self.kill, self.read_list),
                ]
            )
            self.steps.append(step.__name__)
            step()
        self.rest()

    def move(self) -> None:
        wanted = self.chance.choice(MOVES)
        if wanted in self.counter.offered():
            self.steps[-1] = wanted.name
            self.counter.move(wanted)

    def undo(self) -> None:
        if Move.UNDO in self.counter.offered():
            self.counter.hear(undo_move(UndoMove("id-1"), self.counter.desk))

    def bring_back(self) -> None:
        if Move.BRING_BACK in self.counter.offered():
            self.brought_back = True
            self.counter.hear(bring_back(BringBack("id-1"), self.counter.desk))

    def carry(self) -> None:
        self.counter.deliver()

    def wait(self) -> None:
        self.counter.clock.advance(self.chance.choice((1, 6, 60)))

    def trouble(self) -> None:
        error = self.chance.choice((LOST, NO_CONNECTION))
        after = error is LOST and self.chance.random() < 0.5
        self.counter.fail_next(error, after_effect=after)

    def vendor_cancels(self) -> None:
        if self.chance.random() < 0.2:
            self.counter.vendor.cancel("v-1")
            self.counter.report()

    def kill(self) -> None:
        self.counter.hear(recover(self.counter.desk))

    def read_list(self) -> None:
        for number, told in self.counter.there.items():
            if told[-1] in (PushKind.READY, PushKind.REGISTER):
                entry = {"vendor_order_id": number, "their_id": number, "our_id": "id-1"}
                self.counter.list_entry(**entry)

    def rest(self) -> None:
        """The evening: no more trouble, and everything that waits goes out."""
        self.counter._troubles.clear()
        for number in list(self.counter.there):
            entry = {"vendor_order_id": number, "their_id": number, "our_id": "id-1"}
            self.counter.list_entry(**entry)
        for _ in range(20):
            self.counter.clock.advance(120)
            self.counter.deliver()


@pytest.mark.parametrize("seed", range(150))
def test_a_day(seed: int) -> None:
    day = Day(seed)
    day.live()
    counter, steps = day.counter, " ".join(day.steps)
    assert len(counter.there) <= 1, steps
    assert counter.board() in ([], ["id-1"]), steps
    creates = [push for push in counter.to_register() if push.kind is PushKind.REGISTER]
    live = [push for push in creates if push.state is not PushState.DROPPED]
    assert len(live) <= 1, steps
    if not counter.there:
        # Held by a person's word, ended before it left, or never accepted.
        ended = counter.order().state.is_end or counter.order().state is OrderState.NEW
        assert ended or live[0].held, steps
        return
    heard = counter.heard()
    assert heard[0] is PushKind.REGISTER, steps
    assert PushKind.REGISTER not in heard[1:], steps
    told = [kind for kind in heard if kind in STATUSES]
    ranks = [kind.ends_order for kind in told]
    assert ranks == sorted(ranks), steps
    wanted = WORD_OF.get(counter.order().state)
    if wanted is not None and not (day.brought_back and wanted is PushKind.READY):
        assert told[-1] is wanted, steps
    assert counter.snapshot().syncs[REGISTER] is SyncState.IN_STEP, steps
