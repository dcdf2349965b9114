"""Settings changed on the screen: in the file, and in force from the same moment."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.settings_news import SettingsKept
from app.domain.states import OrderState
from app.ui.services import SettingsServices
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter
from tests.contract.runtime.device_questions import device_questions


@contextmanager
def settings_of(counter: Counter) -> Iterator[SettingsServices]:
    devices, settings = device_questions(counter)
    try:
        yield settings.services()
    finally:
        assert devices.close()
        assert settings.close()


def answer(counter: Counter, asked: int) -> SettingsKept:
    def come() -> list[SettingsKept]:
        return [news for news in counter.screen.of(SettingsKept) if news.asked == asked]

    (news,) = counter.screen.wait(come, "the answer")
    return news


def test_a_kept_value_is_in_the_file_and_in_force(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None and counter.settings is not None
    with settings_of(counter) as settings:
        settings.keep(1, {"till.undo_seconds": 9.0, "till.name": "Back counter"})
        kept = answer(counter, 1)
    assert (kept.problem, kept.restart) == ("", False)
    written = tomllib.loads(counter.settings.path.read_text())["till"]
    assert (written["undo_seconds"], written["name"]) == (9.0, "Back counter")
    counter.till.core.drain(2000)
    shop = counter.till.core.desk.shop
    assert (shop.undo_seconds, shop.till_name) == (9.0, "Back counter")


def test_a_bad_value_is_refused_by_its_key_and_changes_nothing(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None and counter.settings is not None
    before = counter.settings.path.read_bytes()
    with settings_of(counter) as settings:
        settings.keep(7, {"till.undo_seconds": 61.0})
        kept = answer(counter, 7)
    assert kept.key == "till.undo_seconds"
    assert "61" in kept.problem
    assert counter.settings.path.read_bytes() == before
    assert counter.till.core.desk.shop.undo_seconds == 0


def test_what_is_accepted_by_itself_changes_at_once(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    assert counter.till is not None
    with settings_of(counter) as settings:
        keys = {"vendors.cheers.auto_accept": True, "vendors.cheers.auto_accept_up_to": 1_000_000}
        settings.keep(1, keys)
        assert not answer(counter, 1).restart
        settings.keep(2, {"vendors.cheers.refresh_seconds": 9})
        assert answer(counter, 2).restart
    order_id = counter.cheers.place_order()
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)


def test_what_is_read_at_the_start_alone_is_said_so(make_counter: MakeCounter) -> None:
    counter = make_counter()
    counter.open()
    with settings_of(counter) as settings:
        settings.keep(1, {"callbacks.max_waiting": 10})
        assert answer(counter, 1).restart
