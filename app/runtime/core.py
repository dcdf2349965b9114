"""The core lane: the one thread on which use cases run and the store is written."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any, Final

from app.domain.accept_rules import AcceptLimits
from app.domain.errors import IllegalMove, PinNeeded, StoreCorrupt, StoreError, StoreUnavailable
from app.domain.news import CommandRefused, News, Noticed, StoreFailed, StoreWorks
from app.domain.notice import Notice, NoticeCode, Tone
from app.ports.relay import RelayPort
from app.runtime.alarm_clock import AlarmClock
from app.runtime.lanes import Lane
from app.usecases.desk import Desk, Shop
from app.usecases.try_store import try_store

_log = logging.getLogger(__name__)

Handler = Callable[[Any, Desk], list[News]]
Step = Callable[[Desk], list[News]]
Wake = Callable[[], None]

STORE_RETRY_SECONDS: Final = 2.0
FAULT_REST_SECONDS: Final = 5.0
"""A pump with a fault of ours in it is left alone so long, so that it does not spin."""


class Core:
    """Runs commands one after the other and tells the screen what came of them.

    While the store cannot be written the pumps rest, the store is tried again by the clock, and
    steps that were insisted on are kept; they come first when it works again.

    Thread: any; the work itself runs on the core lane.
    """

    def __init__(
        self, desk: Desk, relay: RelayPort, handlers: Mapping[type, Handler], clock: AlarmClock
    ) -> None:
        self.desk = desk
        self.relay = relay
        self._handlers = handlers
        self._clock = clock
        self._lane = Lane("core", self.report_fault)
        self._wakes: list[Wake] = []
        self._watchers: list[Callable[[News], None]] = []
        self._rests_until: dict[Wake, float] = {}
        self._kept: deque[Step] = deque()
        self._failure: StoreFailed | None = None
        self._resting = False

    def after_each(self, wake: Wake) -> None:
        """Have `wake` called on the core lane after every piece of work. Thread: any."""
        self._wakes.append(wake)

    def never_again(self, wake: Wake) -> None:
        """Call `wake` no more. Thread: core."""
        if wake in self._wakes:
            self._wakes.remove(wake)
        self._rests_until.pop(wake, None)

    def watch(self, watcher: Callable[[News], None]) -> None:
        """Have `watcher` called on the core lane with all news; before the till starts."""
        self._watchers.append(watcher)

    def dispatch(self, command: object) -> None:
        """Run a command; returns at once."""
        handler = self._handlers[type(command)]
        self.submit(lambda desk: handler(command, desk), command)

    def submit(self, step: Step, command: object | None = None) -> bool:
        """Run a step of a pump or a command's handler; returns at once, False when closed."""
        return self._lane.submit(lambda: self._do(step, command))

    def change_shop(self, shop: Shop) -> None:
        """Work by other choices of the shop from the next piece of work on; returns at once."""
        self._lane.submit(lambda: self._take(shop))

    def change_limits(self, limits: Mapping[str, AcceptLimits | None]) -> None:
        """Accept new orders of these vendors within other limits from the next piece of work on;
        returns at once."""
        self._lane.submit(lambda: self._limit(limits))

    def insist(self, step: Step) -> bool:
        """Run a step that must reach the store, for as long as it takes; returns as `submit`."""
        return self._lane.submit(lambda: self._do_for_certain(step))

    def run_and_wait(self, command: object, seconds: float) -> None:
        """Run a command and wait until it is durable; for the listener's threads.

        Raises whatever the command raised, and StoreUnavailable when it takes longer than `seconds`
        (then it is done later, or not at all) or when the till is closing.
        """
        done: Future[None] = Future()
        handler = self._handlers[type(command)]

        def step(desk: Desk) -> list[News]:
            if not done.set_running_or_notify_cancel():
                return []
            try:
                news = handler(command, desk)
            except StoreError as error:
                done.set_exception(error)
                raise
            except BaseException as error:
                done.set_exception(error)
                return []
            done.set_result(None)
            return news

        if not self.submit(step):
            raise StoreUnavailable("the till is closing")
        try:
            done.result(timeout=seconds)
        except TimeoutError as error:
            done.cancel()
            raise StoreUnavailable(f"the store took longer than {seconds:g} s") from error

    def publish(self, news: Sequence[News]) -> None:
        """Tell the screen and whoever watches. Thread: core."""
        for message in news:
            self.relay.publish(message)
            for watcher in self._watchers:
                watcher(message)

    def rest(self) -> None:
        """Wake no pump any more, so that nothing new is begun; what is queued is still done."""
        self._resting = True

    def drain(self, milliseconds: int) -> bool:
        """Take nothing more and wait for what is queued; return whether it has all been done."""
        self._lane.drain()
        return self._lane.wait(milliseconds)

    def report_fault(self, _error: BaseException) -> None:
        """Tell staff of a fault of ours; the trace is in the log."""
        self._notify(Notice(NoticeCode.OUR_FAULT, Tone.BAD))

    # --- on the core lane --------------------------------------------------------------------

    def _take(self, shop: Shop) -> None:
        self.desk = replace(self.desk, shop=shop)

    def _limit(self, limits: Mapping[str, AcceptLimits | None]) -> None:
        vendors = {
            name: replace(facts, accepts=limits.get(name, facts.accepts))
            for name, facts in self.desk.vendors.items()
        }
        self.desk = replace(self.desk, vendors=vendors)

    def _do(self, step: Step, command: object | None) -> None:
        try:
            news = step(self.desk)
        except IllegalMove as error:
            self._refused(command, error)
        except StoreError as error:
            self._answer_refused(command)
            self._store_trouble(error)
        except Exception:
            self._answer_refused(command)
            raise
        else:
            self.publish(news)
            self._go_on()

    def _do_for_certain(self, step: Step) -> None:
        if self._kept:
            self._kept.append(step)
            return
        try:
            news = step(self.desk)
        except StoreUnavailable as error:
            self._kept.append(step)
            self._store_trouble(error)
        except StoreError as error:
            self._store_trouble(error)
        else:
            self.publish(news)
            self._go_on()

    def _go_on(self) -> None:
        """Wake the pumps, once the store is known to work."""
        if self._failure is not None and not self._store_is_back():
            return
        for wake in self._wakes:
            if self._resting or time.monotonic() < self._rests_until.get(wake, 0.0):
                continue
            try:
                wake()
            except StoreError as error:
                self._store_trouble(error)
                return
            except Exception as error:
                _log.exception("fault in a pump", extra={"event": "pump_fault"})
                self._rests_until[wake] = time.monotonic() + FAULT_REST_SECONDS
                self._clock.after(FAULT_REST_SECONDS, "rested", self._ring)
                self.report_fault(error)

    def _store_is_back(self) -> bool:
        try:
            try_store(self.desk)
            while self._kept:
                self._do_kept(self._kept[0])
                self._kept.popleft()
        except StoreError as error:
            self._store_trouble(error)
            return False
        self._failure = None
        _log.info("saving works again", extra={"event": "store_works"})
        self.publish([StoreWorks()])
        return True

    def _do_kept(self, step: Step) -> None:
        try:
            self.publish(step(self.desk))
        except StoreError:
            raise
        except Exception as error:
            _log.exception("fault in a step", extra={"event": "step_fault"})
            self.report_fault(error)

    def _store_trouble(self, error: StoreError) -> None:
        failure = StoreFailed(isinstance(error, StoreCorrupt), str(error))
        if failure != self._failure:
            self._failure = failure
            _log.error("%s", error, extra={"event": "store_failed"})
            self.publish([failure])
        if isinstance(error, StoreUnavailable):
            self._clock.after(STORE_RETRY_SECONDS, "store", self._ring)

    def _ring(self) -> None:
        self.submit(lambda _desk: [])

    def _refused(self, command: object | None, error: IllegalMove) -> None:
        _log.info("%s", error, extra={"event": "illegal_move"})
        self._answer_refused(command)
        order_id = getattr(command, "order_id", "")
        needs_pin = isinstance(error, PinNeeded)
        code = NoticeCode.PIN_NEEDED if needs_pin else NoticeCode.NOT_POSSIBLE
        self._notify(Notice(code, Tone.WARN, order_id))

    def _answer_refused(self, command: object | None) -> None:
        if command is not None:
            order_id = getattr(command, "order_id", "")
            self.relay.publish(CommandRefused(type(command).__name__, order_id))

    def _notify(self, notice: Notice) -> None:
        self.relay.publish(Noticed(notice, self.desk.clock.now()))
