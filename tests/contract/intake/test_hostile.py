"""Strangers who send slowly, too much, or nonsense: they hold up nobody else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Event
from time import monotonic

import pytest

from tests.contract.intake.caller import PATH, Caller, Shelf, call
from tests.contract.intake.conftest import Start
from tests.patience import PATIENCE

GOOD = f"POST {PATH}?orderId=1 HTTP/1.1\r\nHost: till\r\n".encode()


@pytest.fixture
def never() -> Event:
    """Something to wait for that does not come: a pause with a bound."""
    return Event()


def _trickle(caller: Caller, data: bytes, pause: float, never: Event) -> Iterator[float]:
    for byte in data:
        try:
            caller.send(bytes([byte]))
        except OSError:
            return
        never.wait(pause)
        yield monotonic()


def test_a_head_that_trickles_is_cut_off_as_a_whole(
    start: Start, shelf: Shelf, never: Event
) -> None:
    port = start(request_seconds=0.6).port
    with Caller(port) as caller:
        ends = monotonic() + PATIENCE
        for now in _trickle(caller, GOOD + b"X-Slow: " + b"x" * 1000, 0.05, never):
            if now > ends:
                break
        assert monotonic() < ends
        assert caller.is_closed()
    assert shelf.ids == []


def test_a_head_in_pieces_is_one_head(port: int, shelf: Shelf, never: Event) -> None:
    with Caller(port) as caller:
        for _ in _trickle(caller, GOOD + b"\r\n", 0.002, never):
            pass
        assert caller.reply().status == 200
    assert shelf.ids == ["1"]


def test_more_slow_heads_than_workers_hold_up_nobody(start: Start, shelf: Shelf) -> None:
    port = start(workers=2, request_seconds=PATIENCE).port
    with ExitStack() as stack:
        for _ in range(30):
            stack.enter_context(Caller(port)).send(GOOD[:-5])
        began = monotonic()
        assert call(port, f"{PATH}?orderId=7").status == 200
        assert monotonic() - began < PATIENCE / 2  # none of them is waited for to its end
    assert shelf.ids == ["7"]


def test_more_silent_connections_than_allowed_leave_room_for_a_callback(
    start: Start, shelf: Shelf
) -> None:
    port = start(connections=8, idle_seconds=60).port
    with ExitStack() as stack:
        silent = [stack.enter_context(Caller(port)) for _ in range(20)]
        assert call(port, f"{PATH}?orderId=7").status == 200
        assert all(caller.is_closed() for caller in silent[:12])
    assert shelf.ids == ["7"]


def test_with_all_connections_at_work_another_is_refused_at_once(
    start: Start, shelf: Shelf
) -> None:
    port = start(connections=2, workers=2).port
    shelf.open.clear()
    with Caller(port) as first, Caller(port) as second:
        for id_, caller in (("1", first), ("2", second)):
            caller.ask(f"{PATH}?orderId={id_}")
            assert shelf.entered.acquire(timeout=PATIENCE)
        with Caller(port) as third:
            assert third.is_closed()
        shelf.open.set()
        assert first.reply().status == second.reply().status == 200
        first.ask(f"{PATH}?orderId=3")
        assert first.reply().status == 200
    assert sorted(shelf.ids) == ["1", "2", "3"]


def test_a_silent_connection_is_closed_in_the_end(start: Start) -> None:
    with Caller(start(idle_seconds=0.3, request_seconds=0.3).port) as caller:
        assert caller.is_closed()


def test_a_slow_body_is_cut_off_with_408(start: Start, shelf: Shelf) -> None:
    with Caller(start(request_seconds=0.4).port) as caller:
        caller.ask(f"{PATH}?orderId=1", "POST", "Content-Length: 10", body=b"half")
        assert caller.reply().status == 408
        assert caller.is_closed()
    assert shelf.ids == []


@pytest.mark.parametrize(
    "head",
    [
        b"POST " + PATH.encode() + b"?orderId=" + b"1" * 100_000 + b" HTTP/1.1\r\n\r\n",
        GOOD + b"X-Big: " + b"x" * 200_000 + b"\r\n\r\n",
        GOOD + b"".join(b"X-%d: y\r\n" % n for n in range(20_000)) + b"\r\n",
        GOOD + b"X-Endless: " + b"x" * 100_000,
    ],
)
def test_a_giant_head_is_refused(port: int, shelf: Shelf, head: bytes) -> None:
    with Caller(port) as caller:
        caller.send(head)
        assert caller.reply().status in (413, 414)
        assert caller.is_closed()
    assert shelf.ids == []


def test_a_body_over_the_limit_is_413(port: int, shelf: Shelf) -> None:
    body = b"x" * 65537
    assert call(port, f"{PATH}?orderId=1", "POST", "Content-Length: 65537", body=body).status == 413
    assert (
        call(port, f"{PATH}?orderId=2", "POST", "Content-Length: 65536", body=body[1:]).status
        == 200
    )
    assert shelf.ids == ["2"]


@pytest.mark.parametrize("length", ["-1", "+5", "1_0", "five", "", "5, 5"])
def test_a_length_that_is_no_number_is_400(port: int, shelf: Shelf, length: str) -> None:
    assert call(port, f"{PATH}?orderId=1", "POST", f"Content-Length: {length}").status == 400
    assert shelf.ids == []


def test_a_body_cut_off_by_an_early_close_stores_nothing(port: int, shelf: Shelf) -> None:
    with Caller(port) as caller:
        caller.ask(f"{PATH}?orderId=1", "POST", "Content-Length: 10", body=b"half")
        caller.socket.shutdown(socket.SHUT_WR)
        assert caller.reply().status == 400
    assert shelf.ids == []


def test_callers_who_leave_early_leave_no_trace(port: int, shelf: Shelf) -> None:
    for sent in (b"", b"P", GOOD, GOOD + b"Content-Length: 9\r\n\r\nhal"):
        with Caller(port) as caller:
            caller.send(sent)
            caller.socket.shutdown(socket.SHUT_WR)
            assert caller.drained()
    assert call(port, f"{PATH}?orderId=7").status == 200
    assert shelf.ids == ["7"]


def test_a_body_longer_than_announced_is_not_a_second_request(port: int, shelf: Shelf) -> None:
    with Caller(port) as caller:
        caller.ask(f"{PATH}?orderId=1", "POST", "Content-Length: 3", body=b"abc and more")
        assert caller.reply().status == 200
        assert caller.is_closed()
    assert shelf.ids == ["1"]


CHUNKED = "Transfer-Encoding: chunked"


@pytest.mark.parametrize(
    "body",
    [
        b"0\r\n\r\n",
        b"3\r\nabc\r\n0\r\n\r\n",
        b"3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nX-Trailer: y\r\n\r\n",
    ],
)
def test_a_chunked_body_is_read_and_the_connection_goes_on(
    port: int, shelf: Shelf, body: bytes
) -> None:
    with Caller(port) as caller:
        for id_ in ("1", "2"):
            caller.ask(f"{PATH}?orderId={id_}", "POST", CHUNKED, body=body)
            assert caller.reply().status == 200
    assert shelf.ids == ["1", "2"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"zz\r\nabc\r\n0\r\n\r\n", 400),
        (b"3\r\nabcdef\r\n0\r\n\r\n", 400),
        (b"20000\r\n" + b"x" * 0x20000 + b"\r\n0\r\n\r\n", 413),
        (b"ff" * 50_000, 413),
        (b"1\r\nx\r\n" * 30_000 + b"0\r\n\r\n", 413),
    ],
)
def test_a_broken_or_endless_chunked_body_is_refused(
    port: int, shelf: Shelf, body: bytes, status: int
) -> None:
    with Caller(port) as caller:
        caller.ask(f"{PATH}?orderId=1", "POST", CHUNKED, body=body)
        assert caller.reply().status == status
        assert caller.is_closed()
    assert shelf.ids == []


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"POST\r\n\r\n",
        b"POST / HTTP/9.9\r\n\r\n",
        b"post / HTTP/1.1\r\n\r\n",
        b"POST http://elsewhere/ HTTP/1.1\r\n\r\n",
        b"CONNECT elsewhere:443 HTTP/1.1\r\n\r\n",
        b"POST / HTTP/1.1\n\n",
        b"POST / HTTP/1.1\r\nno colon\r\n\r\n",
        b"\r\n\r\n\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused_and_closed(port: int, shelf: Shelf, data: bytes) -> None:
    with Caller(port) as caller:
        caller.send(data)
        assert caller.reply().status in (400, 405, 505)
        assert caller.is_closed()
    assert call(port, f"{PATH}?orderId=7").status == 200


def test_pipelined_callbacks_are_all_answered_in_order(port: int, shelf: Shelf) -> None:
    with Caller(port) as caller:
        for id_ in ("1", "2", "3"):
            caller.send(f"POST {PATH}?orderId={id_} HTTP/1.1\r\nHost: till\r\n\r\n".encode())
        assert [caller.reply().status for _ in range(3)] == [200] * 3
    assert shelf.ids == ["1", "2", "3"]


def test_half_a_pipelined_request_gets_no_worker(start: Start, shelf: Shelf) -> None:
    port = start(workers=1, request_seconds=PATIENCE).port
    with Caller(port) as caller:
        caller.send(GOOD + b"\r\n" + GOOD)
        assert caller.reply().status == 200
        began = monotonic()
        assert caller.is_closed()
        assert monotonic() - began < PATIENCE / 2  # half a request is not waited for to its end
    assert shelf.ids == ["1"]


def test_a_connection_serves_only_so_many_requests(start: Start, shelf: Shelf) -> None:
    with Caller(start(requests_each=3).port) as caller:
        for id_ in range(3):
            caller.ask(f"{PATH}?orderId={id_}")
            reply = caller.reply()
            assert reply.status == 200
        assert reply.headers["connection"] == "close"
        assert caller.is_closed()
    assert len(shelf.ids) == 3


def test_fifty_at_once_are_answered_while_one_hangs(port: int, shelf: Shelf) -> None:
    with Caller(port) as hanging, ThreadPoolExecutor(50) as callers:
        hanging.send(GOOD)
        answers = callers.map(lambda n: call(port, f"{PATH}?orderId={n}").status, range(50))
        assert list(answers) == [200] * 50
    assert sorted(map(int, shelf.ids)) == list(range(50))
