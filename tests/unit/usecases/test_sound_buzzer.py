"""A printer's buzzer stands in for an alarm that cannot be heard."""

from __future__ import annotations

import pytest

from app.domain.news import BuzzerWanted
from app.domain.routes import Route
from app.usecases.sound_buzzer import SoundBuzzer, sound_buzzer
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

COUNTER = Route(printer="counter")


@pytest.mark.parametrize(
    ("routes", "printers"),
    [
        ((), []),
        ((COUNTER,), []),
        ((COUNTER, Route(printer="kitchen", buzzes=True)), ["kitchen"]),
    ],
)
def test_it_is_a_printer_that_is_known_to_have_one(
    routes: tuple[Route, ...], printers: list[str]
) -> None:
    desk = Counter(FakeStore(), routes=routes).desk
    assert sound_buzzer(SoundBuzzer(), desk) == [BuzzerWanted(name) for name in printers]
