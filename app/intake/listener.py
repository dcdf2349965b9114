"""The listener that vendors' callbacks come in through."""

from __future__ import annotations

import errno
import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Final

from app.domain.errors import PultError
from app.intake._answers import Answers
from app.intake._filing import Filing, Store
from app.intake._limits import Limits
from app.ports.callback import CallbackPort

if TYPE_CHECKING:
    from app.intake._server import BoundedServer

__all__ = ["CallbackListener", "Limits", "ListenerFailed", "Store"]

log = logging.getLogger(__name__)

_START_SECONDS: Final = 20.0  # the import of the server on a slow disk
_GRACE_SECONDS: Final = 0.8  # for callbacks that are being stored when the till closes
_CAUSES: Final = {
    errno.EADDRINUSE: (
        "another program uses that port",
        "End that program, or set another port under [callbacks].",
    ),
    errno.EACCES: (
        "this user may not use that port",
        "Set a port above 1023 under [callbacks].",
    ),
    errno.EADDRNOTAVAIL: (
        "this machine does not have that address",
        'Set host = "127.0.0.1" or an address of this machine under [callbacks].',
    ),
}


class ListenerFailed(PultError):
    """The listener cannot listen; `remedy` says what to do about it.

    `is_taken` when somebody else listens there already.
    """

    def __init__(
        self, host: str, port: int, cause: str, remedy: str, *, is_taken: bool = False
    ) -> None:
        super().__init__(f"cannot listen on {host} port {port}: {cause}. {remedy}")
        self.host = host
        self.port = port
        self.cause = cause
        self.remedy = remedy
        self.is_taken = is_taken


class CallbackListener:
    """Answers callbacks: 200 only after `store(vendor, ids)` has returned.

    `store` runs on threads of the listener, up to four at once, and returns once the ids are
    durable; anything it raises, and any call longer than `limits.store_seconds`, is answered 503.
    `on_probe(nonce)` is called, on a worker, when `?pultProbe=<nonce>` arrives by GET or POST with
    the right path and token; the answer is 200, text/plain, `pult <nonce>` and a line feed, and
    nothing is stored.

    Thread: any; `start` and `stop` belong to one thread and block.
    """

    def __init__(
        self,
        host: str,
        port: int,
        token: str,
        callbacks: Sequence[CallbackPort],
        store: Store,
        on_probe: Callable[[str], None],
        *,
        limits: Limits | None = None,
    ) -> None:
        self.host = host
        self.port = port  # 0 takes a free one; after `start` it is the real one
        self._token = token
        self._callbacks = callbacks
        self._store = store
        self._on_probe = on_probe
        self._limits = limits or Limits()
        self._filing: Filing | None = None
        self._server: BoundedServer | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False

    @property
    def is_listening(self) -> bool:
        """Whether callbacks are answered at present."""
        return self._server is not None and self._server.ready

    def start(self) -> None:
        """Listen; on return callbacks are answered. Raises ListenerFailed."""
        listening: Future[BoundedServer] = Future()
        self._stopping = False
        # A daemon, and so are the workers it starts: no stuck connection keeps the process alive.
        self._thread = threading.Thread(
            target=self._run, args=(listening,), name="pult-listener", daemon=True
        )
        self._thread.start()
        self._server = listening.result(_START_SECONDS)
        self.port = self._server.bind_addr[1]
        log.info("listening on port %d", self.port, extra={"event": "listener_started"})

    def stop(self) -> None:
        """Stop within 2 s; who waits for the store is answered 503 in the end."""
        self._stopping = True
        if self._filing is not None:
            self._filing.close(_GRACE_SECONDS)
        if self._server is not None:
            self._server.stop()
        if self._thread is not None:
            self._thread.join(1)
        if self._server is not None:
            log.info("stopped listening", extra={"event": "listener_stopped"})
        self._filing = self._server = self._thread = None

    def _run(self, listening: Future[BoundedServer]) -> None:
        try:
            server = self._prepare()
        except BaseException as error:
            listening.set_exception(error)
            return
        listening.set_result(server)
        try:
            server.serve()
        except BaseException as error:  # a worker that died takes cheroot down with it
            log.critical("%s", type(error).__name__, exc_info=error, extra={"event": "listener"})
        if not self._stopping:
            log.critical("the listener ended by itself", extra={"event": "listener_died"})

    def _prepare(self) -> BoundedServer:
        from app.intake._server import BoundedServer  # 50 ms that the first paint need not wait for

        limits = self._limits
        filing = Filing(self._store, deadline=limits.store_seconds, places=limits.store_places)
        answers = Answers(self._token, self._callbacks, filing.file, self._on_probe)
        server = BoundedServer(self.host, self.port, answers.answer, limits)
        try:
            server.prepare()
        except OSError as error:
            server.discard()
            filing.close(0)
            raise self._failed(server.bind_error or error) from error
        self._filing = filing
        return server

    def _failed(self, error: OSError) -> ListenerFailed:
        unknown = (
            error.strerror or str(error),
            "Check host and port under [callbacks].",
        )
        cause, remedy = _CAUSES.get(error.errno or 0, unknown)
        is_taken = error.errno == errno.EADDRINUSE
        return ListenerFailed(self.host, self.port, cause, remedy, is_taken=is_taken)
