"""A customer who asks is forgotten: asked about once, and only then sent."""

from __future__ import annotations

from app.domain.states import OrderState
from app.usecases.erase_customer import EraseCustomer
from tests.builders import at
from tests.ui.main.conftest import Show
from tests.ui.main.day import simple
from tests.ui.snapshots import a_snapshot

ENDED = a_snapshot(simple(33, 60, state=OrderState.COLLECTED, held_in=None, ended_at=at(0)))


def test_erasing_asks_first_and_then_is_done(show: Show) -> None:
    shown = show()
    shown.press("History")
    shown.work.away.erase_wanted.emit(ENDED)
    assert shown.title() == "Erase the customer's data of A-33?"
    shown.press_dialog("Back")
    assert shown.till.of(EraseCustomer) == []
    shown.work.away.erase_wanted.emit(ENDED)
    shown.press_dialog("Erase data")
    assert shown.till.of(EraseCustomer) == [EraseCustomer("order-33")]
    assert shown.title() == ""
