"""The simulated Cheers can fail, hang, drop and vanish, and says truly what took effect."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from app.simulators.cheers import CheersSimulator
from tests.contract.simulators.conftest import Till
from tests.patience import PATIENCE

NewTill = Callable[..., Till]


def test_fails_as_often_as_told_and_only_there(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.fail_next(503, times=2, on="PUT", retry_after=7)
    assert till.get(order_id).status_code == 200
    answers = [till.put(order_id, "APPROVED") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert [answer.headers.get("Retry-After") for answer in answers] == ["7", "7", None]
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_can_fail_after_the_effect(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.fail_next(502, before_applying=False)
    assert till.put(order_id, "APPROVED").status_code == 502
    assert cheers.effects_of(order_id) == ["APPROVED"]


def test_can_fail_one_path_alone(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order_to_pay_here()
    cheers.fail_next(500, path_has="finalize")
    assert till.put(order_id, "APPROVED").status_code == 200
    assert till.finalize(order_id).status_code == 500
    assert till.finalize(order_id).status_code == 200


def test_behave_ends_every_fault(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.fail_next(500, times=None)
    cheers.go_slow(30)
    cheers.hang()
    cheers.behave()
    assert till.get(order_id).status_code == 200


@pytest.mark.parametrize("reset", [False, True])
@pytest.mark.parametrize("before", [False, True])
def test_a_dropped_connection_has_an_effect_or_none_as_told(
    cheers: CheersSimulator, till: Till, before: bool, reset: bool
) -> None:
    order_id = cheers.place_order()
    cheers.drop_next(on="PUT", before_applying=before, reset=reset)
    with pytest.raises(httpx.ReadError if reset else httpx.RemoteProtocolError):
        till.put(order_id, "APPROVED")
    assert cheers.effects_of(order_id) == ([] if before else ["APPROVED"])
    assert [(record.status, record.outcome) for record in cheers.requests] == [(None, "dropped")]
    assert till.get(order_id).status_code == 200


def test_a_body_can_end_half_way(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.cut_next()
    with pytest.raises(httpx.RemoteProtocolError, match=r"incomplete|without sending complete"):
        till.get(order_id)
    assert till.get(order_id).status_code == 200


def test_a_hanging_vendor_answers_when_released(cheers: CheersSimulator, new_till: NewTill) -> None:
    order_id = cheers.place_order()
    cheers.hang(on="PUT")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(new_till().put, order_id, "APPROVED")
        assert cheers.wait_for(lambda: cheers.hanging == 1)
        assert new_till().get(order_id).json()["status"] == "APPROVABLE"
        assert not waiting.done()
        cheers.release()
        assert waiting.result(PATIENCE).status_code == 200
    assert cheers.effects_of(order_id) == ["APPROVED"]
    assert cheers.hanging == 0


@pytest.mark.parametrize("before", [False, True])
def test_a_client_that_gives_up_a_hanging_vendor(
    cheers: CheersSimulator, new_till: NewTill, before: bool
) -> None:
    order_id = cheers.place_order()
    cheers.hang(before_applying=before)
    with pytest.raises(httpx.ReadTimeout):
        new_till(timeout=0.1).put(order_id, "APPROVED")
    assert cheers.wait_for(lambda: [one.outcome for one in cheers.requests] == ["left"])
    cheers.release()
    assert cheers.hanging == 0
    assert cheers.effects_of(order_id) == ([] if before else ["APPROVED"])


def test_stop_does_not_wait_for_what_hangs(cheers: CheersSimulator, new_till: NewTill) -> None:
    order_id = cheers.place_order()
    cheers.hang()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(new_till(timeout=30).put, order_id, "APPROVED")
        assert cheers.wait_for(lambda: cheers.hanging == 1)
        started = time.monotonic()
        cheers.stop()
        assert time.monotonic() - started < PATIENCE  # the client had 30 s
        with pytest.raises(httpx.TransportError):
            waiting.result(PATIENCE)
    assert cheers.effects == ()


def test_a_slow_vendor_answers_late(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.go_slow(0.15, times=1)
    started = time.monotonic()
    assert till.get(order_id).status_code == 200
    assert time.monotonic() - started >= 0.15
    record = cheers.requests[0]
    assert record.ended_at is not None and record.ended_at - record.at >= 0.15


def test_a_slow_vendor_applies_what_nobody_waits_for(
    cheers: CheersSimulator, new_till: NewTill
) -> None:
    order_id = cheers.place_order()
    cheers.go_slow(1.5, times=1)
    with pytest.raises(httpx.ReadTimeout):
        new_till(timeout=0.05).put(order_id, "APPROVED")
    assert cheers.effects == ()
    assert cheers.wait_for(lambda: cheers.effects_of(order_id) == ["APPROVED"])


def test_an_outage_refuses_and_ends_on_the_same_port(cheers: CheersSimulator, till: Till) -> None:
    order_id, base_url = cheers.place_order(), cheers.base_url
    assert till.get(order_id).status_code == 200
    for _ in range(3):
        cheers.refuse_connections()
        for _ in range(2):
            with pytest.raises(httpx.ConnectError):
                till.get(order_id)
        cheers.listen_again()
        cheers.listen_again()
        assert till.get(order_id).status_code == 200
    assert cheers.base_url == base_url


def test_an_outage_can_end_by_itself(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.refuse_connections(for_seconds=2)
    with pytest.raises(httpx.ConnectError):
        till.get(order_id)
    assert cheers.wait_for(lambda: cheers.listening)
    assert till.get(order_id).status_code == 200


def test_stopping_in_an_outage_leaves_nothing_behind(cheers: CheersSimulator) -> None:
    cheers.refuse_connections(for_seconds=60)
    cheers.stop()
    assert not cheers.listening
    assert not [each for each in threading.enumerate() if isinstance(each, threading.Timer)]


def test_a_dead_route_gives_a_connect_time_out(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.swallow_connections()
    with pytest.raises(httpx.ConnectTimeout):
        till.http.get("/", timeout=httpx.Timeout(2, connect=0.2))
    cheers.listen_again()
    assert till.get(order_id).status_code == 200


def test_an_outage_cuts_off_what_is_on_the_wire(cheers: CheersSimulator, new_till: NewTill) -> None:
    order_id = cheers.place_order()
    cheers.hang()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(new_till().put, order_id, "APPROVED")
        assert cheers.wait_for(lambda: cheers.hanging == 1)
        cheers.refuse_connections()
        with pytest.raises(httpx.TransportError):
            waiting.result(PATIENCE)
    assert cheers.hanging == 0
    assert cheers.effects == ()


def test_a_kept_connection_can_go_stale(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    first = id(till.get(order_id).extensions["network_stream"])
    cheers.close_connections()
    # httpx sees the closed connection before it sends, and opens another.
    answer = till.get(order_id)
    assert answer.status_code == 200
    assert id(answer.extensions["network_stream"]) != first


def test_answers_that_are_no_answers(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.answer_html()
    html = till.put(order_id, "APPROVED")
    assert (html.status_code, html.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert cheers.effects == ()

    cheers.answer_empty(on="PUT")
    empty = till.put(order_id, "APPROVED")
    assert (empty.status_code, empty.content) == (200, b"")
    assert cheers.effects_of(order_id) == ["APPROVED"]

    cheers.answer_empty(204, on="PUT")
    assert (till.put(order_id, "DONE").status_code, cheers.status(order_id)) == (204, "DONE")

    cheers.answer_next(body="[1, 2", on="GET")
    assert till.get(order_id).text == "[1, 2"


def test_wrong_id_is_in_the_reply_alone(cheers: CheersSimulator, till: Till) -> None:
    order_id = cheers.place_order()
    cheers.answer_wrong_id()
    wrong, right = till.get(order_id).json(), till.get(order_id).json()
    assert (wrong["id"], right["id"]) == ("somebody-elses-order", order_id)
    assert wrong == {**right, "id": wrong["id"]}


def test_each_effect_happens_once_under_a_stampede(
    cheers: CheersSimulator, new_till: NewTill
) -> None:
    order_id = cheers.place_order_to_pay_here()
    tills = [new_till() for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        paid = list(pool.map(lambda till: till.finalize(order_id).status_code, tills))
        taken = list(pool.map(lambda till: till.put(order_id, "APPROVED").status_code, tills))
    assert sorted(paid) == [200] + [409] * 7
    assert sorted(taken) == [200] + [409] * 7
    assert cheers.effects_of(order_id) == ["PAID_EXTERNALLY", "APPROVED"]
    assert len(cheers.requests) == 16
