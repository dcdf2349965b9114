"""The HTTP part every vendor's simulator shares: start and stop, request log, faults, outages.

A vendor's simulator subclasses `HttpSimulator`, sets `vendor` and writes `answer(request) ->
Reply`.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from email.utils import formatdate
from types import TracebackType
from typing import ClassVar, Self

from app.simulators._by_hand import ByHand
from app.simulators._connection import Connection
from app.simulators._control import control_reply
from app.simulators._faults import Fault, Misbehaviour, Plan
from app.simulators._listener import Listener, SilentPort, listen
from app.simulators._placing import HasCustomers
from app.simulators._request_log import RequestLog
from app.simulators._wire import (
    Outcome,
    Reply,
    Request,
    RequestRecord,
    error_reply,
)

CLIENT_LOOK_SECONDS = 0.02

_log = logging.getLogger(__name__)


class HttpSimulator(HasCustomers, Misbehaviour):
    """A vendor's server on a real socket; `with Simulator() as simulator: simulator.base_url`.

    Every change (request, effect, callback) wakes `wait_for`. `control=True` adds `/_control/…`, by
    which another process drives the methods named in `control_actions` and reads those in
    `control_views`.
    Thread: any; each connection is served on its own.
    """

    vendor: ClassVar[str] = ""
    control_actions: ClassVar[frozenset[str]] = frozenset(
        {"set_clock", "fail_next", "answer_next", "answer_html", "answer_empty", "answer_wrong_id"}
        | {"drop_next", "cut_next", "go_slow", "hang", "release", "behave"}
        | {"refuse_connections", "swallow_connections", "listen_again", "close_connections"}
    )
    control_views: ClassVar[frozenset[str]] = frozenset({"requests"})

    def __init__(self, *, host: str = "127.0.0.1", port: int = 0, control: bool = False) -> None:
        super().__init__()
        self.host = host
        self.port = port
        self.control = control
        self._listener: Listener | None = None
        self._silent: SilentPort | None = None
        self._return: threading.Timer | None = None
        self._stopping = False
        # Never held while waiting for a thread.
        self._port_lock = threading.Lock()
        self._log = RequestLog(self.changed)
        self._held = 0
        self._clock_ahead = 0.0

    @classmethod
    def for_hand(cls, how: ByHand) -> Self:
        """Make one as `pult simulate` does; a vendor without key or callbacks ignores them."""
        return cls(host=how.host, port=how.port, control=how.control)

    # -- life ---------------------------------------------------------------------------------

    def start(self) -> Self:
        """Listen; with port 0 the system picks one and `port` tells it. Raises OSError."""
        self._stopping = False
        with self._port_lock:
            self._open_port()
        return self

    def stop(self) -> None:
        """Close everything and wait for every thread; requests held are dropped without effect."""
        self.stop_placing()
        with self.changed:
            self._stopping = True
            self.changed.notify_all()
        self._close_port()

    def __enter__(self) -> Self:
        """Start."""
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop."""
        self.stop()

    @property
    def base_url(self) -> str:
        """The URL the program is given, without a slash at its end; valid from `start()` on."""
        return f"http://{self.host}:{self.port}"

    # -- the network --------------------------------------------------------------------------

    def refuse_connections(self, for_seconds: float | None = None) -> None:
        """Close the listening socket and every connection: an outage, until `listen_again()`.

        With `for_seconds` it listens again by itself, so a driver in another process is not locked
        out.
        """
        self._close_port()
        self._return_after(for_seconds)

    def swallow_connections(self, for_seconds: float | None = None) -> None:
        """Let connecting get no answer: clients meet their connect time-out (Linux)."""
        self._close_port()
        with self._port_lock:
            self._silent = SilentPort(self.host, self.port)
        self._return_after(for_seconds)

    def listen_again(self) -> None:
        """End an outage, on the same port; nothing happens when there is none."""
        with self._port_lock:
            if self._listener is None and not self._stopping:
                if self._silent is not None:
                    self._silent.close()
                    self._silent = None
                self._open_port()
        with self.changed:
            self.changed.notify_all()

    def close_connections(self) -> None:
        """Close the connections that are open now; new ones are welcome (a kept one goes stale)."""
        listener = self._listener
        if listener is not None:
            listener.close_connections()

    def set_clock(self, ahead_seconds: float) -> None:
        """Date every answer from now on as by a clock that is so far ahead (below 0: behind)."""
        with self.changed:
            self._clock_ahead = ahead_seconds

    # -- what happened ------------------------------------------------------------------------

    @property
    def requests(self) -> tuple[RequestRecord, ...]:
        """Every request in order of arrival, without those of `/_control/`."""
        return self._log.all

    @property
    def listening(self) -> bool:
        """Whether connections are accepted; waiting for it wakes at the end of an outage."""
        return self._listener is not None

    @property
    def hanging(self) -> int:
        """How many requests are held by `hang()` or `go_slow()` at this moment."""
        with self.changed:
            return self._held

    def wait_for(self, predicate: Callable[[], object], timeout: float = 20.0) -> bool:
        """Wait until the predicate holds; False when it does not within `timeout` seconds."""
        with self.changed:
            return bool(self.changed.wait_for(predicate, timeout))

    def answer(self, request: Request) -> Reply:
        """Do what the vendor does with this request and say its reply; a subclass writes this."""
        raise NotImplementedError

    # -- inside -------------------------------------------------------------------------------

    def _open_port(self) -> None:
        listener = listen(self.host, self.port, f"{self.vendor} simulator", self._serve)
        self._listener = listener
        self.port = int(listener.server_address[1])

    def _close_port(self) -> None:
        with self._port_lock:
            listener, self._listener = self._listener, None
            silent, self._silent = self._silent, None
            timer, self._return = self._return, None
        if timer is not None:
            timer.cancel()
            timer.join()
        if silent is not None:
            silent.close()
        if listener is not None:
            listener.close()

    def _return_after(self, for_seconds: float | None) -> None:
        if for_seconds is None:
            return
        timer = threading.Timer(for_seconds, self.listen_again)
        timer.daemon = True
        with self._port_lock:
            self._return = timer
            timer.start()

    def _serve(self, request: Request, line: Connection) -> None:
        if request.path.startswith("/_control/"):
            return self._control(request, line)
        number = self._log.open(request)
        plan = self._plan(request.method, request.path)
        end = plan.end
        if not self._hold(plan, line, before=True):
            return self._drop(number, line, "left")
        if end is not None and end.before_applying:
            return self._end(number, line, end, None)
        reply = self._answered(request)
        if not self._hold(plan, line, before=False):
            return self._drop(number, line, "left")
        if end is not None:
            return self._end(number, line, end, reply)
        self._send(number, line, reply)

    def _control(self, request: Request, line: Connection) -> None:
        reply = control_reply(self, request) if self.control else error_reply(404, "No such path")
        if self._listener is None:
            line.hang_up()
        line.send(reply)

    def _answered(self, request: Request) -> Reply:
        try:
            with self.changed:
                reply = self.answer(request)
                self.changed.notify_all()
                return reply
        except Exception:
            _log.exception("simulator broke", extra={"event": "simulator_broke"})
            return error_reply(500, "The simulator broke")

    def _end(self, number: int, line: Connection, end: Fault, reply: Reply | None) -> None:
        if end.kind == "drop":
            return self._drop(number, line, "dropped", reset=end.reset)
        if end.kind == "cut" and reply is not None:
            self._log.close(number, reply.status, "dropped")
            return line.send_half(reply)
        if end.reply is not None:
            self._send(number, line, end.reply(reply))

    def _send(self, number: int, line: Connection, reply: Reply) -> None:
        # The record is closed first: whoever has the answer in hand finds it in the log.
        self._log.close(number, reply.status, "answered")
        if self._clock_ahead:
            dated = formatdate(time.time() + self._clock_ahead, usegmt=True)
            reply = replace(reply, headers={**reply.headers, "Date": dated})
        if not line.send(reply):
            self._log.close(number, reply.status, "left")

    def _drop(
        self, number: int, line: Connection, outcome: Outcome, *, reset: bool = False
    ) -> None:
        self._log.close(number, None, outcome)
        line.hang_up(reset=reset)

    def _hold(self, plan: Plan, line: Connection, *, before: bool) -> bool:
        """Wait as told; False when the request must end without an answer."""
        fault = plan.hold
        if fault is None or fault.before_applying is not before:
            return True
        until = time.monotonic() + fault.seconds
        with self.changed:
            self._held += 1
            self.changed.notify_all()
            try:
                while not self._stopping:
                    if fault.kind == "hang":
                        # Looked at first: what a client left behind takes no effect, also when
                        # the hold ends before this look.
                        if line.client_left():
                            return False
                        if self._hangs_released != plan.release:
                            return True
                    elif time.monotonic() >= until:
                        return True
                    self.changed.wait(CLIENT_LOOK_SECONDS)
                return False
            finally:
                self._held -= 1
                self.changed.notify_all()
