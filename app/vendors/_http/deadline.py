"""Sockets that obey one deadline for a whole call.

httpx times single reads, so a server that sends a byte every few seconds holds a call for ever, and
it does not time the resolving of names at all. The backend here stands between it and the sockets.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import weakref
from collections.abc import Iterable
from contextlib import suppress
from time import monotonic
from typing import Any


class NoAddress(OSError):
    """The host's name could not be resolved, or not in time; nothing was sent."""


class CallTooLong(OSError):
    """The call as a whole took too long."""


class CallDeadline(threading.local):
    """When the call that runs on this thread must end, in monotonic seconds."""

    ends_at: float = float("inf")

    def left(self, timeout: float | None = None) -> float:
        """Return how long the next step may take, at most `timeout`; raises CallTooLong."""
        left = self.ends_at - monotonic()
        if left <= 0:
            raise CallTooLong("the call took too long")
        return left if timeout is None else min(left, timeout)


class DeadlineBackend:
    """A network backend in httpcore's sense around another one.

    Thread: any; the deadline is that of the calling thread.
    """

    def __init__(self, inner: Any, deadline: CallDeadline) -> None:
        self._inner = inner
        self._deadline = deadline
        self._streams: weakref.WeakSet[_DeadlineStream] = weakref.WeakSet()
        self._lock = threading.Lock()  # a weak set may not grow while it is walked through

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> _DeadlineStream:
        """Resolve the name and try its addresses, all within `timeout`."""
        ends_at = monotonic() + self._deadline.left(timeout)
        addresses = resolve(host, port, ends_at - monotonic())
        for tries_left in range(len(addresses), 0, -1):
            try:
                stream = self._inner.connect_tcp(
                    addresses[-tries_left],
                    port,
                    # One that does not answer takes only its share of the time.
                    timeout=max((ends_at - monotonic()) / tries_left, 0.001),
                    local_address=local_address,
                    socket_options=socket_options,
                )
            except Exception:  # httpcore's own errors, told for the last address alone
                if tries_left == 1:
                    raise
            else:
                return self.guarded(stream)
        raise NoAddress(f"no address for {host}")

    def sleep(self, seconds: float) -> None:
        """Wait between connection attempts."""
        self._inner.sleep(seconds)

    def break_off(self) -> None:
        """End every wait on a socket at once; the calls that waited fail."""
        with self._lock:
            streams = list(self._streams)
        for stream in streams:
            stream.break_off()

    def guarded(self, stream: Any) -> _DeadlineStream:
        """Put the deadline around a stream."""
        wrapped = _DeadlineStream(stream, self)
        with self._lock:
            self._streams.add(wrapped)
        return wrapped

    def left(self, timeout: float | None) -> float:
        """Return how long the calling thread's next step may take."""
        return self._deadline.left(timeout)


class _DeadlineStream:
    """A network stream in httpcore's sense around another one."""

    def __init__(self, inner: Any, backend: DeadlineBackend) -> None:
        self._inner = inner
        self._backend = backend
        self._writes = 0
        self._answer_due = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = self._inner.read(max_bytes, self._backend.left(timeout))
        self._answer_due = False
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._writes += 1
        self._answer_due = True
        self._inner.write(buffer, self._backend.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> _DeadlineStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._backend.left(timeout))
        return self._backend.guarded(inner)

    def get_extra_info(self, info: str) -> Any:
        if info != "is_readable":
            return self._inner.get_extra_info(info)
        # httpcore 1.0 takes a connection it has just seen idle, and that can be read, for one that
        # the vendor has closed, and closes it; but another thread may have begun to ask over it
        # between the two looks, and what can be read is its answer.
        writes = self._writes
        readable = self._inner.get_extra_info(info)
        return readable and not self._answer_due and writes == self._writes

    def break_off(self) -> None:
        sock = self._inner.get_extra_info("socket")
        if isinstance(sock, socket.socket):
            # Closing would not wake a thread that reads; and TLS' own shutdown would wait.
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


def resolve(host: str, port: int, within: float) -> list[str]:
    """Return the host's addresses; raises NoAddress, at the latest after `within` seconds.

    A thread asks that may be left behind: the system's resolver knows no time limit.
    """
    with suppress(ValueError):
        return [str(ipaddress.ip_address(host))]
    found: list[str] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))
        except (OSError, UnicodeError) as error:
            failed.append(NoAddress(f"{host}: {error}"))

    thread = threading.Thread(target=ask, name="resolve", daemon=True)
    thread.start()
    thread.join(within)
    if failed:
        raise failed[0]
    if thread.is_alive() or not found:
        raise NoAddress(f"{host}: no answer from the name service")
    return found
