"""The ways a simulator can be told to misbehave: answer wrongly, slowly, not at all, or hang up."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.simulators._wire import Reply, error_reply

Kind = Literal["answer", "drop", "cut", "slow", "hang"]
HOLDS: frozenset[Kind] = frozenset({"slow", "hang"})

LOGIN_PAGE = (
    b"<!DOCTYPE html><html><head><title>Wi-Fi</title></head><body><h1>Welcome</h1>"
    b"<form action='/login'><button>Accept the terms</button></form></body></html>"
)


@dataclass(slots=True)
class Fault:
    """One rule: which requests it meets, what happens then, how many times (None: until told)."""

    kind: Kind
    on: str | None
    path_has: str
    times: int | None
    before_applying: bool
    seconds: float = 0.0
    reset: bool = False
    reply: Callable[[Reply | None], Reply] | None = None

    def meets(self, method: str, path: str) -> bool:
        """Say whether this rule is for such a request."""
        return (self.on is None or self.on.upper() == method) and self.path_has in path


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to happen to one request: at most one delay and at most one bad end.

    `release` is how often `release()` had been called: one more ends the hold.
    """

    hold: Fault | None
    end: Fault | None
    release: int


class Misbehaviour:
    """The switches that make answers go wrong; every vendor's simulator has them.

    Each switch takes `on` (an HTTP method, None for any), `path_has` (a part of the path) and
    `times` (None: until `behave()`). `before_applying=False` lets the request take effect first:
    the effect is there although the client never hears so.
    Thread: any.
    """

    def __init__(self) -> None:
        self.changed = threading.Condition(threading.RLock())
        self._faults: list[Fault] = []
        self._hangs_released = 0

    def fail_next(
        self,
        status_code: int,
        times: int | None = 1,
        on: str | None = None,
        retry_after: int | str | None = None,
        *,
        path_has: str = "",
        before_applying: bool = True,
        message: str = "The simulator was told to fail",
    ) -> None:
        """Answer the next requests with this status; `retry_after` becomes that header."""
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        reply = error_reply(status_code, message, headers)
        self._answer(lambda _: reply, times, on, path_has, before_applying)

    def answer_next(
        self,
        status_code: int = 200,
        body: bytes | str = b"",
        content_type: str = "application/json",
        times: int | None = 1,
        on: str | None = None,
        *,
        path_has: str = "",
        before_applying: bool = True,
    ) -> None:
        """Answer the next requests with exactly this status, body and content type."""
        raw = body.encode() if isinstance(body, str) else body
        reply = Reply(status_code, raw, content_type)
        self._answer(lambda _: reply, times, on, path_has, before_applying)

    def answer_html(
        self,
        status_code: int = 200,
        times: int | None = 1,
        on: str | None = None,
        *,
        path_has: str = "",
        before_applying: bool = True,
    ) -> None:
        """Answer with the log-in page of a Wi-Fi hotspot, status 200, as if it sat in between."""
        reply = Reply(status_code, LOGIN_PAGE, "text/html; charset=utf-8")
        self._answer(lambda _: reply, times, on, path_has, before_applying)

    def answer_empty(
        self,
        status_code: int = 200,
        times: int | None = 1,
        on: str | None = None,
        *,
        path_has: str = "",
        before_applying: bool = False,
    ) -> None:
        """Answer the next requests with an empty body, after they took effect."""
        self._answer(lambda _: Reply(status_code), times, on, path_has, before_applying)

    def answer_wrong_id(
        self,
        wrong_id: str = "somebody-elses-order",
        times: int | None = 1,
        on: str | None = "GET",
        *,
        path_has: str = "",
    ) -> None:
        """Answer the next requests truly, but with another order's id in the JSON."""

        def swapped(reply: Reply | None) -> Reply:
            if reply is None or reply.status != 200:
                return reply or Reply(200)
            content = {**json.loads(reply.body), "id": wrong_id}
            return Reply(200, json.dumps(content, ensure_ascii=False).encode())

        self._answer(swapped, times, on, path_has, False)

    def drop_next(
        self,
        times: int | None = 1,
        on: str | None = None,
        *,
        before_applying: bool = True,
        path_has: str = "",
        reset: bool = False,
    ) -> None:
        """Close the connection instead of answering: in order (FIN), or hard (RST) with `reset`."""
        self._add(Fault("drop", on, path_has, times, before_applying, reset=reset))

    def cut_next(self, times: int | None = 1, on: str | None = None, *, path_has: str = "") -> None:
        """Send the head and half of the body, then hang up; the request took effect."""
        self._add(Fault("cut", on, path_has, times, False))

    def go_slow(
        self,
        seconds: float,
        times: int | None = None,
        on: str | None = None,
        *,
        before_applying: bool = True,
        path_has: str = "",
    ) -> None:
        """Take this long for each answer; it takes effect even if the client gave up waiting."""
        self._add(Fault("slow", on, path_has, times, before_applying, seconds=seconds))

    def hang(
        self,
        times: int | None = None,
        on: str | None = None,
        *,
        before_applying: bool = True,
        path_has: str = "",
    ) -> None:
        """Accept requests, do not answer until `release()`; a client that leaves has no effect."""
        self._add(Fault("hang", on, path_has, times, before_applying))

    def release(self) -> None:
        """End `hang()`: requests held are answered now, new ones as usual."""
        with self.changed:
            self._faults = [fault for fault in self._faults if fault.kind != "hang"]
            self._hangs_released += 1
            self.changed.notify_all()

    def behave(self) -> None:
        """End every fault."""
        with self.changed:
            self._faults = []
            self.release()

    def _answer(
        self,
        reply: Callable[[Reply | None], Reply],
        times: int | None,
        on: str | None,
        path_has: str,
        before_applying: bool,
    ) -> None:
        self._add(Fault("answer", on, path_has, times, before_applying, reply=reply))

    def _add(self, fault: Fault) -> None:
        with self.changed:
            self._faults.append(fault)

    def _plan(self, method: str, path: str) -> Plan:
        with self.changed:
            hold = self._take(method, path, holds=True)
            end = self._take(method, path, holds=False)
            return Plan(hold, end, self._hangs_released)

    def _take(self, method: str, path: str, *, holds: bool) -> Fault | None:
        for fault in self._faults:
            if (fault.kind in HOLDS) is not holds or not fault.meets(method, path):
                continue
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
            return fault
        return None
