"""One vendor with its lanes: pushes, look-ups and refreshes wait for each other only there."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final, TypeVar

from app.domain.backoff import PUSH_BACKOFF
from app.domain.errors import (
    VendorError,
    VendorLoginFailed,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.till_clock import TimeHeard
from app.ports.vendor import SHUT_OUT, ProbeResult, ProbeWord, VendorPort
from app.runtime.lamps import Lamps
from app.runtime.lanes import Lane

Answer = TypeVar("Answer")

PUSHES_AT_ONCE: Final = 3
LOOK_UPS_AT_ONCE: Final = 2
LONGEST_REST: Final = 200.0
ABSENCE_SECONDS: Final = 30.0
"""What came up within a shorter absence is as good as any other."""
BACK_AGAIN_SECONDS: Final = PUSH_BACKOFF.longest
_SLOW: Final = 1.0  # s; a connection that failed after so long was tried before others got through


class VendorLane:
    """Runs a vendor's calls on worker threads, keeps its lamp, and knows whether it is away.

    Pushes, look-ups (callbacks and staff's questions) and refreshes have threads of their own, so
    that a vendor that hangs in one kind of call does not keep the others waiting. `on_back` is
    called when the vendor answers again after calls that got through to nobody, at most every
    `BACK_AGAIN_SECONDS`; `on_return` before what it answers is handed on, when it had been away for
    `ABSENCE_SECONDS`; `on_time` after each call, with what the vendor has said of the time.
    While a vendor answers questions but takes nothing in (a key that may only read, a limit on
    changes) all pushes wait together, ever longer: each answer would else be taken for its coming
    back.

    Thread: any; `done` and `on_back` are called on a worker and must only hand on to the core lane.
    """

    def __init__(
        self,
        vendor: VendorPort,
        lamps: Lamps,
        on_fault: Callable[[BaseException], None],
        on_back: Callable[[], None],
        on_return: Callable[[], None] = lambda: None,
        on_time: Callable[[TimeHeard | None], None] = lambda _heard: None,
    ) -> None:
        self.vendor = vendor
        self._lamps = lamps
        self._on_back = on_back
        self._on_return = on_return
        self._on_time = on_time
        self._pushes = Lane(f"{vendor.name} pushes", on_fault, threads=PUSHES_AT_ONCE)
        self._look_ups = Lane(f"{vendor.name} look-ups", on_fault, threads=LOOK_UPS_AT_ONCE)
        self._refreshes = Lane(f"{vendor.name} refreshes", on_fault)
        self._lock = threading.Lock()
        self._closing = False
        self._probing = False
        self._away = False
        self._away_since = 0.0
        self._answered_at = 0.0
        self._told_back_at = -BACK_AGAIN_SECONDS
        self._rests_until = 0.0
        self._takes_in_from = 0.0
        self._not_taken_in = 0

    @property
    def is_away(self) -> bool:
        """Whether the last call got no answer, or the key was not accepted."""
        with self._lock:
            return self._away

    @property
    def rest_left(self) -> float:
        """Seconds for which the vendor has asked not to be called (Retry-After); 0 when none."""
        with self._lock:
            return max(self._rests_until - time.monotonic(), 0.0)

    @property
    def pushes_rest_left(self) -> float:
        """Seconds for which nothing is pushed: the vendor wants a pause or takes nothing in."""
        with self._lock:
            rests_until = max(self._rests_until, self._takes_in_from)
        return max(rests_until - time.monotonic(), 0.0)

    def send(self, call: Callable[[], str], done: Callable[[str | VendorError], None]) -> None:
        """Run the call that tells a vendor something, see `push`."""

        def noted(answer: str | VendorError) -> None:
            self._note_sent(answer)
            done(answer)

        self.push(call, noted)

    def push(
        self, call: Callable[[], Answer], done: Callable[[Answer | VendorError], None]
    ) -> None:
        """Run a call that belongs to a push, its re-read included."""
        self._pushes.submit(lambda: self._run(call, done))

    def look_up(
        self, call: Callable[[], Answer], done: Callable[[Answer | VendorError], None]
    ) -> None:
        """Run a question somebody waits for."""
        self._look_ups.submit(lambda: self._run(call, done))

    def refresh(
        self,
        call: Callable[[], Answer],
        done: Callable[[Answer | VendorError], None],
        problem_of: Callable[[Answer], VendorError | None] = lambda _answer: None,
    ) -> None:
        """Run a question nobody waits for; one after the other.

        `problem_of` says what is wrong with an answer that is of use all the same.
        """
        self._refreshes.submit(lambda: self._run(call, done, problem_of))

    def test(self, done: Callable[[ProbeResult], None]) -> None:
        """Ask for a person, without side effects, whether the vendor answers; show it."""
        self._look_ups.submit(lambda: done(self._probe()))

    def feel(self) -> None:
        """Ask the same by itself, for the lamp; not while the last such question is under way."""
        with self._lock:
            if self._probing:
                return
            self._probing = True

        def ask() -> None:
            try:
                self._probe()
            finally:
                with self._lock:
                    self._probing = False

        self._refreshes.submit(ask)

    def close(self) -> None:
        """Begin no call any more; those that wait for a thread are answered as not sent."""
        with self._lock:
            self._closing = True
        self._refreshes.close()
        self._pushes.drain()
        self._look_ups.drain()

    def break_off(self) -> None:
        """End the calls under way; their outcome is not known then."""
        self.vendor.close()

    def wait(self, until: float) -> bool:
        """Wait for calls under way until a moment of the monotonic clock; whether all ended."""
        lanes = (self._pushes, self._look_ups, self._refreshes)
        ended = [lane.wait(int((until - time.monotonic()) * 1000)) for lane in lanes]
        return all(ended)

    def _probe(self) -> ProbeResult:
        result = self.vendor.probe()
        self._on_time(self.vendor.time_heard())
        self._lamps.vendor_probed(self.vendor.name, result)
        lost = result.word in (ProbeWord.OFFLINE, ProbeWord.KEY_UNREAD, *SHUT_OUT)
        if self._note(lost=lost):
            self._tell_back()
        return result

    def _run(
        self,
        call: Callable[[], Answer],
        done: Callable[[Answer | VendorError], None],
        problem_of: Callable[[Answer], VendorError | None] = lambda _answer: None,
    ) -> None:
        name = self.vendor.name
        if self._closing:
            done(VendorUnavailable(name, "the till is closing", sent=False))
            return
        began = time.monotonic()
        try:
            try:
                answer = call()
            finally:
                self._on_time(self.vendor.time_heard())
        except VendorError as error:
            self._lamps.vendor_failed(name, error)
            back = self._failed(error, began)
            done(error)
            if back:
                self._tell_back()
        except Exception as error:
            # Whatever waits for this call must go on; what became of it is not known.
            done(VendorSpokeOddly(name, type(error).__name__))
            raise
        else:
            self._show(problem_of(answer))
            back = self._note(lost=False)
            done(answer)
            if back:
                self._tell_back()

    def _show(self, problem: VendorError | None) -> None:
        """Show an answer by the lamp; one with a problem may ask for a pause."""
        if problem is None:
            self._lamps.vendor_answered(self.vendor.name)
            return
        self._lamps.vendor_failed(self.vendor.name, problem)
        if isinstance(problem, VendorUnavailable) and problem.retry_after is not None:
            with self._lock:
                self._rest(problem.retry_after)

    def _rest(self, seconds: float) -> None:
        until = time.monotonic() + min(seconds, LONGEST_REST)
        self._rests_until = max(self._rests_until, until)

    def _tell_back(self) -> None:
        """Say that the vendor is back, but not again and again.

        One order that fails at every reading, between others that do not, would else have all of
        them read without end. What waits goes out within that time by itself.
        """
        now = time.monotonic()
        with self._lock:
            if now < self._told_back_at + BACK_AGAIN_SECONDS:
                return
            self._told_back_at = now
        self._on_back()

    def _failed(self, error: VendorError, began: float) -> bool:
        """Note a failure; return whether the vendor is there all the same."""
        if not isinstance(error, VendorUnavailable):
            return self._note(lost=isinstance(error, VendorLoginFailed))
        now = time.monotonic()
        with self._lock:
            if error.retry_after is not None:
                self._rest(error.retry_after)
            got_through = self._answered_at > began
            self._set_away(not got_through)
            waited_in_vain = not error.sent and error.retry_after is None and now - began > _SLOW
        return got_through and waited_in_vain

    def _note_sent(self, answer: str | VendorError) -> None:
        not_taken_in = isinstance(answer, VendorLoginFailed) or (
            isinstance(answer, VendorUnavailable) and answer.answered and not answer.sent
        )
        now = time.monotonic()
        with self._lock:
            if not not_taken_in:
                self._not_taken_in = 0
            elif now >= self._takes_in_from:  # others were under way at the same time
                self._not_taken_in += 1
                wait = PUSH_BACKOFF.wait(self._not_taken_in)
                self._takes_in_from = now + wait.total_seconds()

    def _note(self, *, lost: bool) -> bool:
        """Note whether the vendor is away; return whether it has just come back."""
        with self._lock:
            now = time.monotonic()
            back = self._away and not lost
            long = back and now - self._away_since >= ABSENCE_SECONDS
            self._set_away(lost)
            if not lost:
                self._answered_at = now
        if long:
            self._on_return()
        return back

    def _set_away(self, away: bool) -> None:
        if away and not self._away:
            self._away_since = time.monotonic()
        self._away = away
