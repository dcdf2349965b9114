from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest

from app.runtime.lanes import Lane
from tests.patience import PATIENCE, PATIENCE_MS

MakeLane = Callable[..., Lane]


@pytest.fixture
def faults() -> list[BaseException]:
    return []


@pytest.fixture
def hold() -> Iterator[threading.Event]:
    """What work waits for; set at the end, so that no test leaves a thread."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def make_lane(faults: list[BaseException], hold: threading.Event) -> Iterator[MakeLane]:
    made: list[Lane] = []

    def make(threads: int = 1) -> Lane:
        made.append(Lane("test", faults.append, threads=threads))
        return made[-1]

    yield make
    hold.set()
    for lane in made:
        assert lane.wait(PATIENCE_MS)


def test_work_of_one_thread_is_done_strictly_in_order(make_lane: MakeLane) -> None:
    lane, done = make_lane(), []
    for number in range(500):
        lane.submit(lambda number=number: done.append(number))
    assert lane.wait(PATIENCE_MS)
    assert done == list(range(500))


def test_work_of_several_threads_overlaps(make_lane: MakeLane) -> None:
    lane = make_lane(threads=3)
    together = threading.Barrier(3)
    for _ in range(3):
        lane.submit(lambda: together.wait(PATIENCE) and None)
    assert lane.wait(PATIENCE_MS)
    assert not together.broken


def test_a_fault_is_told_and_the_lane_lives_on(
    make_lane: MakeLane, faults: list[BaseException], expected_log: Callable[..., object]
) -> None:
    expected_log("fault in a lane", level="ERROR")
    lane, done = make_lane(), threading.Event()

    def break_it() -> None:
        raise LookupError("ours")

    lane.submit(break_it)
    lane.submit(done.set)
    assert done.wait(PATIENCE)
    assert [type(fault) for fault in faults] == [LookupError]


def test_close_forgets_what_has_not_begun(make_lane: MakeLane, hold: threading.Event) -> None:
    lane, begun, done = make_lane(), threading.Event(), SimpleQueue[str]()

    def work() -> None:
        begun.set()
        hold.wait(PATIENCE)
        done.put("first")

    lane.submit(work)
    for _ in range(50):
        lane.submit(lambda: done.put("later"))
    assert begun.wait(PATIENCE)
    lane.close()
    assert lane.submit(lambda: done.put("too late")) is False
    assert not lane.wait(20)
    hold.set()
    assert lane.wait(PATIENCE_MS)
    assert done.get(timeout=PATIENCE) == "first"
    assert done.empty()


def test_drain_does_what_is_queued_and_takes_no_more(
    make_lane: MakeLane, hold: threading.Event
) -> None:
    lane, done = make_lane(), []
    lane.submit(lambda: hold.wait(PATIENCE) and None)
    assert lane.submit(lambda: done.append("queued"))
    lane.drain()
    assert lane.submit(lambda: done.append("too late")) is False
    hold.set()
    assert lane.wait(PATIENCE_MS)
    assert done == ["queued"]


def test_wait_looks_and_returns_with_no_time_left(
    make_lane: MakeLane, hold: threading.Event
) -> None:
    lane = make_lane()
    assert lane.wait(-5)
    lane.submit(lambda: hold.wait(PATIENCE) and None)
    assert not lane.wait(-5)


def test_many_may_submit_while_it_is_closed(make_lane: MakeLane) -> None:
    """Every piece of work is either refused or taken, never half of both."""
    lane, taken, done = make_lane(threads=2), SimpleQueue[bool](), SimpleQueue[int]()
    start = threading.Barrier(5)

    def submit_many() -> None:
        start.wait(PATIENCE)
        for number in range(200):
            taken.put(lane.submit(lambda number=number: done.put(number)))

    threads = [threading.Thread(target=submit_many) for _ in range(4)]
    for thread in threads:
        thread.start()
    start.wait(PATIENCE)
    lane.drain()
    for thread in threads:
        thread.join()
    assert lane.wait(PATIENCE_MS)
    accepted = sum(taken.get() for _ in range(800))
    assert done.qsize() == accepted
