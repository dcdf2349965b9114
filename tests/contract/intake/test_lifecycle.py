"""Starting on a port, and stopping in time."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from threading import Timer
from time import monotonic

import pytest

from app.domain.errors import StoreUnavailable
from app.intake._filing import Filing
from app.intake.listener import CallbackListener, ListenerFailed
from tests.contract.intake.caller import PATH, Caller, OneIdPort, Shelf, call
from tests.contract.intake.conftest import Start
from tests.free_port import free_port
from tests.patience import PATIENCE


def test_a_port_in_use_is_a_clear_error(shelf: Shelf) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        listener = CallbackListener("127.0.0.1", port, "", [OneIdPort()], shelf.store, print)
        with pytest.raises(ListenerFailed) as caught:
            listener.start()
        assert str(caught.value) == (
            f"cannot listen on 127.0.0.1 port {port}: another program uses that port. "
            "End that program, or set another port under [callbacks]."
        )
        listener.stop()


def test_two_listeners_do_not_share_a_port(start: Start, shelf: Shelf) -> None:
    second = CallbackListener("127.0.0.1", start().port, "", [OneIdPort()], shelf.store, print)
    with pytest.raises(ListenerFailed, match="another program uses that port"):
        second.start()


def test_a_port_is_free_again_after_stop(shelf: Shelf) -> None:
    port = free_port()
    for id_ in ("1", "2"):
        listener = CallbackListener("127.0.0.1", port, "", [OneIdPort()], shelf.store, print)
        listener.start()
        try:
            assert call(port, f"{PATH}?orderId={id_}").status == 200
        finally:
            listener.stop()
    assert shelf.ids == ["1", "2"]


def test_stop_is_quick_with_open_connections_of_every_sort(start: Start) -> None:
    listener = start(request_seconds=PATIENCE)
    with ExitStack() as stack:
        for sent in (b"", b"POST /", f"POST {PATH}?orderId=1 HTTP/1.1\r\n".encode()):
            stack.enter_context(Caller(listener.port)).send(sent)
        slow_body = stack.enter_context(Caller(listener.port))
        slow_body.ask(f"{PATH}?orderId=2", "POST", "Content-Length: 10", "Expect: 100-continue")
        assert slow_body.reply().status == 100  # a worker waits for this body
        kept = stack.enter_context(Caller(listener.port))
        kept.ask(f"{PATH}?orderId=3")
        assert kept.reply().status == 200
        began = monotonic()
        listener.stop()
        assert monotonic() - began < PATIENCE / 2


def test_a_callback_being_stored_at_stop_is_still_answered_200(start: Start, shelf: Shelf) -> None:
    listener = start()
    shelf.open.clear()
    with Caller(listener.port) as caller:
        caller.ask(f"{PATH}?orderId=1")
        assert shelf.entered.acquire(timeout=PATIENCE)
        release = Timer(0.2, shelf.open.set)
        release.start()
        listener.stop()
        assert caller.reply().status == 200
        release.join()
    assert shelf.ids == ["1"]


@pytest.mark.expected_log("the till is closing", level="WARNING")
def test_stop_is_quick_though_the_store_hangs(start: Start, shelf: Shelf) -> None:
    listener = start(store_seconds=30)
    shelf.open.clear()
    with Caller(listener.port) as caller:
        caller.ask(f"{PATH}?orderId=1")
        assert shelf.entered.acquire(timeout=PATIENCE)
        began = monotonic()
        listener.stop()
        assert monotonic() - began < PATIENCE / 2
        assert caller.reply().status == 503
    shelf.open.set()


def test_stop_may_come_twice_and_before_start(start: Start, shelf: Shelf) -> None:
    idle = CallbackListener("127.0.0.1", 0, "", [], shelf.store, print)
    idle.stop()
    assert not idle.is_listening
    listener = start()
    assert listener.is_listening
    listener.stop()
    assert not listener.is_listening
    listener.stop()


def test_a_closed_filing_takes_nothing_more(shelf: Shelf) -> None:
    filing = Filing(shelf.store, deadline=1, places=1)
    filing.close(0)
    with pytest.raises(StoreUnavailable, match="closing"):
        filing.file("cheers", ["1"])
