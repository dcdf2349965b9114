"""Whatever is tapped, lost, refused, killed or done elsewhere, in any order: the promises hold."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import settings

from app.domain.printing import PrintResult
from app.domain.states import Move
from tests.unit.usecases.outbox_machine import (
    AT_THE_TAP,
    CONTENTS,
    JUMPS,
    KINDS,
    OutboxMachine,
)
from tests.unit.usecases.strict_vendor import Fault

OutboxMachine.TestCase.settings = settings(max_examples=50, stateful_step_count=60, deadline=None)
TestOutbox = OutboxMachine.TestCase


@pytest.mark.parametrize("seed", range(20))
def test_long_days(seed: int) -> None:
    """The same machine, driven by chance alone through days far longer than Hypothesis draws."""
    chance = random.Random(seed)
    day = OutboxMachine()
    for _ in range(2):
        day.place(chance.random() < 0.6)
    for _ in range(300):
        _happen(day, chance)
        day.money_taken_is_never_forgotten()
        day.nothing_vanishes()
        day.one_order_one_slip()
        day.a_question_can_be_answered()
    day.teardown()


def _happen(day: OutboxMachine, chance: random.Random) -> None:
    which = chance.randrange(6)
    fault = chance.choice([Fault.NONE] * 4 + list(Fault))
    happenings: list[tuple[float, Callable[[], None]]] = [
        (1, lambda: day.place(chance.random() < 0.6) if len(day.vendor.reports) < 4 else None),
        (5, lambda: day.time_passes(chance.choice([0.3, 1, 5, 12, 60]))),
        (0.5, lambda: day.customer_cancels(which)),
        (1, lambda: day.customer_orders_something_else(which, chance.choice(CONTENTS))),
        (0.3, lambda: day.the_clock_jumps(chance.choice(JUMPS))),
        (1, lambda: day.somebody_else_does_it(which, chance.choice(KINDS))),
        (6, lambda: day.an_errand_leaves(which, fault)),
        (6, lambda: day.an_errand_goes_there_and_back(which, fault)),
        (6, lambda: day.an_answer_comes(which) if day.on_its_way else None),
        (2, lambda: day.the_vendor_is_asked_and_answers(which)),
        (1, lambda: day.an_order_is_read(which)),
        (1, lambda: day.a_report_comes_in(which) if day.read else None),
        (0.5, day.the_till_is_killed_and_started),
        (2, lambda: day.the_printer_works(chance.choice([*PrintResult, None]))),
        (8, lambda: day.staff_tap_what_is_offered(which, chance.randrange(30))),
        (6, lambda: day.staff_move_it_along(which, chance.choice(AT_THE_TAP))),
        (1, lambda: day.what_is_not_offered_does_nothing(which, chance.choice(list(Move)))),
    ]
    weights = [weight for weight, _ in happenings]
    chance.choices([happening for _, happening in happenings], weights)[0]()
