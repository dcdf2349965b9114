from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from queue import SimpleQueue

import pytest

from app.bootstrap.outside import SystemClock
from app.domain.errors import VendorError, VendorLoginFailed, VendorSpokeOddly, VendorUnavailable
from app.domain.lamp import LampKind
from app.domain.report import OrderReport
from app.ports.vendor import ProbeResult, ProbeWord
from app.runtime.lamps import Lamps
from app.runtime.vendor_lane import PUSHES_AT_ONCE, VendorLane
from tests.fakes.relay import FakeRelay
from tests.fakes.vendor import FakeVendor
from tests.patience import PATIENCE

Answers = SimpleQueue[object]


@pytest.fixture
def lamps(relay: FakeRelay) -> Lamps:
    lamps = Lamps(SystemClock(), relay)
    lamps.add(LampKind.VENDOR, "cheers", "Cheers")
    return lamps


@pytest.fixture
def faults() -> list[BaseException]:
    return []


@pytest.fixture
def back() -> SimpleQueue[str]:
    return SimpleQueue()


@pytest.fixture
def lane(
    vendor: FakeVendor, lamps: Lamps, faults: list[BaseException], back: SimpleQueue[str]
) -> Iterator[VendorLane]:
    lane = VendorLane(vendor, lamps, faults.append, lambda: back.put("back"))
    yield lane
    vendor.release()
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)


@pytest.fixture
def answers() -> Answers:
    return SimpleQueue()


def _word(lamps: Lamps) -> str:
    return lamps.all()[0].word


def _fetch(lane: VendorLane, order_id: str) -> Callable[[], OrderReport]:
    return lambda: lane.vendor.fetch(order_id)


def test_an_answer_comes_back_and_lights_the_lamp(
    lane: VendorLane, vendor: FakeVendor, lamps: Lamps, answers: Answers
) -> None:
    order_id = vendor.place()
    lane.look_up(_fetch(lane, order_id), answers.put)
    report = answers.get(timeout=PATIENCE)
    assert isinstance(report, OrderReport)
    assert report.vendor_order_id == order_id
    assert _word(lamps) == "connected"


def test_a_failure_comes_back_as_what_it_is(
    lane: VendorLane, vendor: FakeVendor, lamps: Lamps, answers: Answers
) -> None:
    vendor.go_away()
    lane.push(_fetch(lane, "x"), answers.put)
    assert isinstance(answers.get(timeout=PATIENCE), VendorUnavailable)
    assert _word(lamps) == "offline"
    assert lane.is_away


def test_a_fault_of_ours_in_a_vendor_leaves_nobody_waiting(
    lane: VendorLane,
    answers: Answers,
    faults: list[BaseException],
    expected_log: Callable[..., object],
) -> None:
    expected_log("fault in a lane", level="ERROR")

    def broken() -> None:
        raise LookupError("ours")

    lane.push(broken, answers.put)
    answer = answers.get(timeout=PATIENCE)
    assert isinstance(answer, VendorSpokeOddly)
    assert answer.message == "LookupError"
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)
    assert [type(fault) for fault in faults] == [LookupError]


def test_hanging_pushes_keep_neither_look_ups_nor_refreshes_waiting(
    lane: VendorLane, vendor: FakeVendor, answers: Answers
) -> None:
    hold = threading.Event()
    for _ in range(12):
        lane.push(lambda: hold.wait(PATIENCE), lambda _answer: None)
    order_id = vendor.place()
    lane.look_up(_fetch(lane, order_id), answers.put)
    lane.refresh(_fetch(lane, order_id), answers.put)
    assert all(isinstance(answers.get(timeout=PATIENCE), OrderReport) for _ in range(2))
    hold.set()


def test_coming_back_is_told_once(
    lane: VendorLane, vendor: FakeVendor, answers: Answers, back: SimpleQueue[str]
) -> None:
    order_id = vendor.place()

    def ask() -> object:
        lane.look_up(_fetch(lane, order_id), answers.put)
        return answers.get(timeout=PATIENCE)

    ask()
    vendor.go_away()
    ask()
    ask()
    assert back.empty()
    vendor.come_back()
    ask()
    assert back.get(timeout=PATIENCE) == "back"
    assert not lane.is_away
    ask()
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)
    assert back.empty()


def test_a_refusal_is_an_answer(lane: VendorLane, answers: Answers) -> None:
    lane.look_up(_fetch(lane, "nobody"), answers.put)
    assert isinstance(answers.get(timeout=PATIENCE), VendorError)
    assert not lane.is_away


def test_a_wrong_key_counts_as_away_until_it_is_right(
    lane: VendorLane, vendor: FakeVendor, answers: Answers, back: SimpleQueue[str]
) -> None:
    vendor.key_accepted = False
    lane.look_up(_fetch(lane, "x"), answers.put)
    assert isinstance(answers.get(timeout=PATIENCE), VendorLoginFailed)
    vendor.key_accepted = True
    lane.look_up(_fetch(lane, vendor.place()), answers.put)
    answers.get(timeout=PATIENCE)
    assert back.get(timeout=PATIENCE) == "back"


def test_a_connection_tried_in_vain_while_others_got_through_means_it_is_back(
    lane: VendorLane,
    vendor: FakeVendor,
    answers: Answers,
    back: SimpleQueue[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its push would else wait for its whole back-off although the vendor answers."""
    monkeypatch.setattr("app.runtime.vendor_lane._SLOW", 0.0)
    trying, got_through = threading.Event(), threading.Event()

    def slow_to_fail() -> None:
        trying.set()
        got_through.wait(PATIENCE)
        raise VendorUnavailable("cheers", "no connection", sent=False)

    order_id = vendor.place()
    lane.push(slow_to_fail, answers.put)
    assert trying.wait(PATIENCE)
    lane.look_up(_fetch(lane, order_id), lambda _report: got_through.set())
    assert isinstance(answers.get(timeout=PATIENCE), VendorUnavailable)
    assert back.get(timeout=PATIENCE) == "back"


def test_a_wish_for_patience_is_kept_for_the_whole_vendor(
    lane: VendorLane, vendor: FakeVendor, answers: Answers
) -> None:
    assert lane.rest_left == 0
    patience = VendorUnavailable("cheers", "too many requests", sent=False, retry_after=30)
    vendor.fail_next(patience)
    lane.push(_fetch(lane, "x"), answers.put)
    answers.get(timeout=PATIENCE)
    lane.look_up(_fetch(lane, vendor.place()), answers.put)
    answers.get(timeout=PATIENCE)
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)
    assert 25 < lane.rest_left <= 30


def test_no_vendor_silences_the_till_for_long(
    lane: VendorLane, vendor: FakeVendor, answers: Answers
) -> None:
    vendor.fail_next(VendorUnavailable("cheers", "HTTP 503", sent=True, retry_after=3600))
    lane.push(_fetch(lane, "x"), answers.put)
    answers.get(timeout=PATIENCE)
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)
    assert lane.rest_left <= 200


def test_the_lamps_own_question_is_never_asked_twice_at_once(
    lane: VendorLane, vendor: FakeVendor, lamps: Lamps, answers: Answers
) -> None:
    vendor.hang()
    for _ in range(5):
        lane.feel()
    assert vendor.wait_until_held()
    order_id = vendor.place()
    lane.refresh(_fetch(lane, order_id), answers.put)
    vendor.release()
    assert isinstance(answers.get(timeout=PATIENCE), OrderReport)
    assert _word(lamps) == "connected"
    lane.feel()


def test_a_persons_question_is_always_answered(lane: VendorLane, vendor: FakeVendor) -> None:
    results: SimpleQueue[ProbeResult] = SimpleQueue()
    vendor.go_away()
    lane.test(results.put)
    assert results.get(timeout=PATIENCE).word is ProbeWord.OFFLINE
    vendor.come_back()
    vendor.till_is_reached = False
    lane.test(results.put)
    assert results.get(timeout=PATIENCE).word is ProbeWord.NOT_REACHED


def test_what_waits_for_a_thread_when_it_closes_is_answered_as_not_sent(
    lane: VendorLane, vendor: FakeVendor, answers: Answers
) -> None:
    hold, begun = threading.Event(), threading.Semaphore(0)

    def call() -> str:
        begun.release()
        hold.wait(PATIENCE)
        return "went"

    for _ in range(8):
        lane.push(call, answers.put)
    for _ in range(PUSHES_AT_ONCE):
        assert begun.acquire(timeout=PATIENCE)
    lane.close()
    assert not lane.wait(time.monotonic() + 0.02)
    hold.set()
    assert lane.wait(time.monotonic() + PATIENCE)
    told = [answers.get(timeout=PATIENCE) for _ in range(8)]
    assert told.count("went") == PUSHES_AT_ONCE
    unsent = [one for one in told if isinstance(one, VendorUnavailable)]
    assert len(unsent) == 8 - PUSHES_AT_ONCE
    assert not any(one.sent for one in unsent)


def test_breaking_off_ends_calls_that_hang(
    lane: VendorLane, vendor: FakeVendor, answers: Answers
) -> None:
    vendor.hang()
    lane.push(_fetch(lane, "x"), answers.put)
    assert vendor.wait_until_held()
    lane.close()
    lane.break_off()
    assert isinstance(answers.get(timeout=PATIENCE), VendorUnavailable)


def test_a_return_is_told_before_what_the_vendor_answers(
    vendor: FakeVendor, lamps: Lamps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.runtime.vendor_lane.ABSENCE_SECONDS", 0.0)
    told: SimpleQueue[str] = SimpleQueue()
    lane = VendorLane(vendor, lamps, lambda _error: None, lambda: None, lambda: told.put("return"))
    order_id = vendor.place()
    vendor.go_away()
    lane.refresh(_fetch(lane, order_id), lambda _answer: told.put("away"))
    assert told.get(timeout=PATIENCE) == "away"
    vendor.come_back()
    lane.refresh(_fetch(lane, order_id), lambda _answer: told.put("answer"))
    assert [told.get(timeout=PATIENCE) for _ in range(2)] == ["return", "answer"]
    lane.refresh(_fetch(lane, order_id), lambda _answer: told.put("again"))
    assert told.get(timeout=PATIENCE) == "again"
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)


def test_a_short_silence_is_no_absence(vendor: FakeVendor, lamps: Lamps) -> None:
    told: SimpleQueue[str] = SimpleQueue()
    lane = VendorLane(vendor, lamps, lambda _error: None, lambda: None, lambda: told.put("return"))
    order_id = vendor.place()
    vendor.go_away()
    lane.refresh(_fetch(lane, order_id), lambda _answer: told.put("away"))
    assert told.get(timeout=PATIENCE) == "away"
    vendor.come_back()
    lane.refresh(_fetch(lane, order_id), lambda _answer: told.put("answer"))
    assert told.get(timeout=PATIENCE) == "answer"
    lane.close()
    assert lane.wait(time.monotonic() + PATIENCE)
