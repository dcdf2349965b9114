"""Getting ids onto disk before an answer, without letting a slow store hold up the listener."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from time import monotonic
from typing import Final

from app.domain.errors import PultError, StoreUnavailable
from app.usecases.receive_callback import TooManyWaiting

log = logging.getLogger(__name__)

Store = Callable[[str, Sequence[str]], None]
_THREADS: Final = 4


class _Call:
    """One hand-over: settled by the store, or given up by the one who waits."""

    def __init__(self, vendor: str, ids: Sequence[str]) -> None:
        self.vendor = vendor
        self.ids = ids
        self.error: PultError | None = None
        self.given_up = False
        self._settled = threading.Event()

    def settle(self, error: PultError | None) -> None:
        self.error = error
        self._settled.set()

    def wait(self, seconds: float) -> bool:
        return self._settled.wait(seconds)


class Filing:
    """Calls `store` on threads of its own and waits at most `deadline` seconds for each call.

    At most `places` calls are under way, those counted that nobody waits for any more. Thread: any.
    """

    def __init__(self, store: Store, *, deadline: float, places: int) -> None:
        self._store = store
        self._deadline = deadline
        self._places = places
        self._queue: SimpleQueue[_Call | None] = SimpleQueue()
        self._lock = threading.Condition()
        self._under_way: set[_Call] = set()
        self._closing = False
        for number in range(_THREADS):
            # Daemons: a store that hangs must not keep the process alive.
            threading.Thread(target=self._run, name=f"pult-filing-{number}", daemon=True).start()

    def file(self, vendor: str, ids: Sequence[str]) -> None:
        """Return once `store` has returned.

        Raises what `store` raised, TooManyWaiting, or StoreUnavailable after the deadline; then the
        ids may still come to be stored.
        """
        call = _Call(vendor, ids)
        with self._lock:
            if self._closing:
                raise StoreUnavailable("the till is closing")
            if len(self._under_way) >= self._places:
                raise TooManyWaiting(f"{len(self._under_way)} callbacks wait for the store")
            self._under_way.add(call)
        self._queue.put(call)
        if not call.wait(self._deadline):
            call.given_up = True
            raise StoreUnavailable(f"the store took longer than {self._deadline:g} s")
        if call.error is not None:
            raise call.error

    def close(self, grace: float) -> None:
        """Take no more, give those who wait `grace` seconds, then send them away."""
        until = monotonic() + grace
        with self._lock:
            self._closing = True
            while self._waited_for() and (left := until - monotonic()) > 0:
                self._lock.wait(left)
            for call in self._waited_for():
                call.given_up = True
                call.settle(StoreUnavailable("the till is closing"))
        for _ in range(_THREADS):
            self._queue.put(None)

    def _waited_for(self) -> list[_Call]:
        return [call for call in self._under_way if not call.given_up]

    def _run(self) -> None:
        while (call := self._queue.get()) is not None:
            error = None if call.given_up else self._try(call)
            with self._lock:
                self._under_way.discard(call)
                if not call.given_up:
                    call.settle(error)
                self._lock.notify_all()

    def _try(self, call: _Call) -> PultError | None:
        try:
            self._store(call.vendor, call.ids)
        except PultError as error:
            return error
        except Exception as error:  # our bug: the vendor is told to come again, the lane lives on
            log.exception("storing a callback failed", extra={"event": "callback_store_failed"})
            return StoreUnavailable(f"storing failed: {type(error).__name__}")
        return None
