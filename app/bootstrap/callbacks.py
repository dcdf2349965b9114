"""The door callbacks come in by: the listener, put together with the till."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

from app.domain.news import CallbacksCome, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.intake.listener import CallbackListener, Limits, ListenerFailed
from app.ports.callback import CallbackPort
from app.runtime.till import Till
from app.settings.sections import CallbackSettings
from app.usecases.receive_callback import ReceiveCallback

_log = logging.getLogger(__name__)

# A little less than the listener waits, so that the reason given is the true one.
STORE_SECONDS = Limits().store_seconds - 0.2
LOOK_SECONDS = 5.0


class CallbackDoor:
    """Listens for callbacks; where the port is taken, or the listener dies, it tries again.

    Thread: `open` and `close` from one thread; the listener is started and stopped on another.
    """

    def __init__(
        self, settings: CallbackSettings, callbacks: Sequence[CallbackPort], till: Till
    ) -> None:
        self._till = till
        self._vendors = [callback.vendor for callback in callbacks]
        self._listener = CallbackListener(
            settings.host,
            settings.port,
            settings.token.get_secret_value(),
            callbacks,
            self._store,
            self._on_probe,
        )
        self._said = ""
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="callbacks", daemon=True)

    def open(self) -> None:
        """Begin to listen; returns at once."""
        self._thread.start()

    def close(self, seconds: float) -> bool:
        """Listen no more; callbacks under way are stored first. Returns whether that has ended."""
        self._closed.set()
        if self._thread.is_alive():
            self._thread.join(timeout=seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._closed.is_set():
            if not self._listener.is_listening:
                self._try_to_listen()
            self._closed.wait(LOOK_SECONDS)
        self._listener.stop()

    def _try_to_listen(self) -> None:
        try:
            self._listener.stop()  # what is left of one that died
            self._listener.start()
        except ListenerFailed as error:
            self._failed(str(error), self._listener.port if error.is_taken else 0)
        except Exception as error:
            _log.exception("the listener did not start", extra={"event": "listener_fault"})
            self._failed(type(error).__name__)
        else:
            self._said = ""
            where = f"{self._listener.host}:{self._listener.port}"
            _log.info("callbacks on %s", where, extra={"event": "listening"})
            self._show(listens=True)
            self._till.core.relay.publish(CallbacksCome())

    def _failed(self, detail: str, taken: int = 0) -> None:
        """Tell it once; of a port that is `taken`, also by whom, as far as this user may know."""
        self._show(listens=False)
        if detail == self._said:
            return
        self._said = detail
        if taken:
            from app.bootstrap.holders import holder_of_port  # most starts meet nobody there

            holder = holder_of_port(taken)
            detail = f"{detail} It is {holder}." if holder is not None else detail
        _log.error("%s", detail, extra={"event": "listener_failed"})
        core = self._till.core
        notice = Notice(NoticeCode.CALLBACKS_FAIL, Tone.BAD, data={"detail": detail})
        core.relay.publish(Noticed(notice, core.desk.clock.now()))

    def _show(self, *, listens: bool) -> None:
        for vendor in self._vendors:
            self._till.lamps.till_listens(vendor, listens)

    def _store(self, vendor: str, ids: Sequence[str]) -> None:
        self._till.core.run_and_wait(ReceiveCallback(vendor, tuple(ids)), STORE_SECONDS)
        self._till.lamps.callback_arrived(vendor)

    def _on_probe(self, _nonce: str) -> None:
        _log.info("a probe of the public address has come back", extra={"event": "probe"})
