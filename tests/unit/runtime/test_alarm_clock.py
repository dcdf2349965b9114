from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from queue import SimpleQueue

import pytest

from app.runtime.alarm_clock import AlarmClock
from tests.patience import PATIENCE


@pytest.fixture
def rung() -> SimpleQueue[str]:
    return SimpleQueue()


@pytest.fixture
def clock() -> Iterator[AlarmClock]:
    ringing = AlarmClock()
    ringing.start()
    yield ringing
    ringing.stop()


@pytest.fixture
def resting() -> Iterator[AlarmClock]:
    """A clock not started yet: all its alarms are set before the first can ring."""
    resting = AlarmClock()
    yield resting
    resting.stop()


def test_alarms_ring_in_the_order_of_their_times(
    resting: AlarmClock, rung: SimpleQueue[str]
) -> None:
    resting.after(0.06, "late", lambda: rung.put("late"))
    resting.after(0.02, "early", lambda: rung.put("early"))
    resting.after(-5, "at once", lambda: rung.put("at once"))
    resting.start()
    assert [rung.get(timeout=PATIENCE) for _ in range(3)] == ["at once", "early", "late"]


def test_an_alarm_does_not_ring_early(clock: AlarmClock, rung: SimpleQueue[str]) -> None:
    began = time.monotonic()
    clock.after(0.05, "it", lambda: rung.put("it"))
    rung.get(timeout=PATIENCE)
    assert time.monotonic() - began >= 0.05


def test_a_second_alarm_of_a_name_replaces_the_first(
    resting: AlarmClock, rung: SimpleQueue[str]
) -> None:
    resting.after(0.05, "it", lambda: rung.put("first"))
    resting.after(0.01, "it", lambda: rung.put("second"))
    resting.after(0.1, "end", lambda: rung.put("end"))
    resting.start()
    assert [rung.get(timeout=PATIENCE) for _ in range(2)] == ["second", "end"]


def test_one_put_off_again_and_again_rings_once(
    resting: AlarmClock, rung: SimpleQueue[str]
) -> None:
    for number in range(500):
        resting.after(0.05, "it", lambda number=number: rung.put(str(number)))
    resting.after(0.15, "end", lambda: rung.put("end"))
    assert len(resting._heap) < 40
    resting.start()
    assert [rung.get(timeout=PATIENCE) for _ in range(2)] == ["499", "end"]


def test_an_alarm_may_set_itself_anew(clock: AlarmClock, rung: SimpleQueue[str]) -> None:
    def tick() -> None:
        rung.put("tick")
        clock.after(0.005, "tick", tick)

    clock.after(0, "tick", tick)
    assert [rung.get(timeout=PATIENCE) for _ in range(3)] == ["tick"] * 3


def test_a_fault_in_one_alarm_leaves_the_others(
    clock: AlarmClock, rung: SimpleQueue[str], expected_log: object
) -> None:
    expected_log("fault in an alarm", level="ERROR")  # type: ignore[operator]

    def break_it() -> None:
        raise LookupError("ours")

    clock.after(0, "bad", break_it)
    clock.after(0.01, "good", lambda: rung.put("good"))
    assert rung.get(timeout=PATIENCE) == "good"


def test_after_stop_nothing_rings(rung: SimpleQueue[str]) -> None:
    clock = AlarmClock()
    clock.start()
    clock.after(60, "it", lambda: rung.put("it"))
    clock.stop()
    clock.after(0, "another", lambda: rung.put("another"))
    assert not clock._thread.is_alive()
    assert rung.empty()


def test_one_that_was_never_started_can_be_stopped() -> None:
    clock = AlarmClock()
    clock.after(0, "it", lambda: None)
    clock.stop()


def test_alarms_may_be_set_from_many_threads(clock: AlarmClock, rung: SimpleQueue[str]) -> None:
    def set_many(which: int) -> None:
        for number in range(50):
            clock.after(0, f"{which} {number}", lambda: rung.put("x"))

    threads = [threading.Thread(target=set_many, args=(which,)) for which in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [rung.get(timeout=PATIENCE) for _ in range(200)] == ["x"] * 200
