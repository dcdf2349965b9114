"""The door callbacks come in by: the listener, put together with the till."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

from app.domain.errors import StoreUnavailable
from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.intake.listener import CallbackListener, Limits, ListenerFailed
from app.ports.callback import CallbackPort
from app.runtime.till import Till
from app.settings.sections import CallbackSettings
from app.usecases.receive_callback import ReceiveCallback

_log = logging.getLogger(__name__)

# A little less than the listener waits, so that the reason given is the true one.
STORE_SECONDS = Limits().store_seconds - 0.2
RETRY_SECONDS = 10.0


class CallbackDoor:
    """Listens for callbacks; where the port is taken it says so and tries again.

    Thread: `open` and `close` from one thread; opening runs on a thread of its own.
    """

    def __init__(
        self, settings: CallbackSettings, callbacks: Sequence[CallbackPort], till: Till
    ) -> None:
        self._till = till
        self._listener = CallbackListener(
            settings.host,
            settings.port,
            settings.token.get_secret_value(),
            callbacks,
            self._store,
            self._on_probe,
        )
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._open, name="opening callbacks", daemon=True)

    def open(self) -> None:
        """Begin to listen; returns at once."""
        self._thread.start()

    def close(self) -> None:
        """Listen no more; callbacks under way are stored first."""
        self._closed.set()
        if self._thread.is_alive():
            self._thread.join(timeout=2)
        self._listener.stop()

    def _open(self) -> None:
        said = False
        while not self._closed.is_set():
            try:
                self._listener.start()
            except ListenerFailed as error:
                if not said:
                    said = True
                    _log.error("%s", error, extra={"event": "listener_failed"})
                    self._say(str(error))
                self._closed.wait(RETRY_SECONDS)
            else:
                _log.info(
                    "callbacks on %s:%s",
                    self._listener.host,
                    self._listener.port,
                    extra={"event": "listening"},
                )
                return

    def _say(self, detail: str) -> None:
        core = self._till.core
        notice = Notice(NoticeCode.CALLBACKS_FAIL, Tone.BAD, data={"detail": detail})
        core.relay.publish(Noticed(notice, core.desk.clock.now()))

    def _store(self, vendor: str, ids: Sequence[str]) -> None:
        try:
            self._till.core.run_and_wait(ReceiveCallback(vendor, tuple(ids)), STORE_SECONDS)
        except TimeoutError as error:
            raise StoreUnavailable(f"not stored within {STORE_SECONDS:g} s") from error
        self._till.lamps.callback_arrived(vendor)

    def _on_probe(self, _nonce: str) -> None:
        _log.info("a probe of the public address has come back", extra={"event": "probe"})
