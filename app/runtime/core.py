"""The core lane: the one thread on which use cases run and the store is written."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from app.domain.errors import (
    IllegalMove,
    StoreCorrupt,
    StoreError,
    StoreUnavailable,
)
from app.domain.news import CommandRefused, News, Noticed, StoreFailed, StoreWorks
from app.domain.notice import Notice, NoticeCode, Tone
from app.ports.relay import RelayPort
from app.runtime.lanes import Lane
from app.usecases.desk import Desk

_log = logging.getLogger(__name__)

Handler = Callable[[Any, Desk], list[News]]
Step = Callable[[Desk], list[News]]


class Core:
    """Runs commands one after the other and tells the screen what came of them.

    Thread: any; the work itself runs on the core lane. `after_each` is called there after every
    piece of work, so that the pumps see what it has put into the store.
    """

    def __init__(self, desk: Desk, relay: RelayPort, handlers: Mapping[type, Handler]) -> None:
        self.desk = desk
        self.relay = relay
        self._handlers = handlers
        self._lane = Lane("core", self.report_fault)
        self._after_each: list[Callable[[], None]] = []
        self._store_failed = False

    def after_each(self, wake: Callable[[], None]) -> None:
        """Have `wake` called on the core lane after every piece of work."""
        self._after_each.append(wake)

    def dispatch(self, command: object) -> None:
        """Run a command; returns at once."""
        handler = self._handlers[type(command)]
        self.submit(lambda desk: handler(command, desk), command)

    def submit(self, step: Step, command: object | None = None) -> None:
        """Run a step of a pump or a command's handler; returns at once."""
        self._lane.submit(lambda: self._guarded(step, command))

    def run_and_wait(self, command: object, seconds: float) -> None:
        """Run a command and wait until it is durable; for the listener's threads.

        Raises whatever the command raised, and TimeoutError when it takes longer than `seconds`.
        """
        done: Future[None] = Future()
        handler = self._handlers[type(command)]

        def work() -> None:
            try:
                news = handler(command, self.desk)
            except BaseException as error:
                done.set_exception(error)
                return
            done.set_result(None)
            self._finish(news)

        self._lane.submit(work)
        done.result(timeout=seconds)

    def drain(self, milliseconds: int) -> bool:
        """Take nothing more and wait for what is queued; return whether it has all been done."""
        self._lane.drain()
        return self._lane.wait(milliseconds)

    def report_fault(self, _error: BaseException) -> None:
        """Tell staff of a fault of ours; the trace is in the log."""
        self._notify(Notice(NoticeCode.OUR_FAULT, Tone.BAD))

    def _guarded(self, step: Step, command: object | None) -> None:
        try:
            news = step(self.desk)
        except IllegalMove as error:
            self._refused(command, error)
        except StoreError as error:
            self._store_trouble(command, error)
        except Exception:
            self._answer_refused(command)
            raise
        else:
            self._finish(news)

    def _finish(self, news: list[News]) -> None:
        if self._store_failed:
            self._store_failed = False
            self.relay.publish(StoreWorks())
        for message in news:
            self.relay.publish(message)
        for wake in self._after_each:
            wake()

    def _refused(self, command: object | None, error: IllegalMove) -> None:
        _log.info("%s", error, extra={"event": "illegal_move"})
        self._answer_refused(command)
        order_id = getattr(command, "order_id", "")
        self._notify(Notice(NoticeCode.NOT_POSSIBLE, Tone.WARN, order_id))

    def _answer_refused(self, command: object | None) -> None:
        if command is not None:
            order_id = getattr(command, "order_id", "")
            self.relay.publish(CommandRefused(type(command).__name__, order_id))

    def _store_trouble(self, command: object | None, error: StoreError) -> None:
        _log.error("%s", error, extra={"event": "store_failed"})
        self._store_failed = isinstance(error, StoreUnavailable)
        self._answer_refused(command)
        self.relay.publish(StoreFailed(isinstance(error, StoreCorrupt), str(error)))

    def _notify(self, notice: Notice) -> None:
        self.relay.publish(Noticed(notice, self.desk.clock.now()))
