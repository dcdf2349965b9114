"""Opening a vendor's connections: what httpx is told, and the deadline put around its sockets."""

from __future__ import annotations

import logging
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from app.vendors._http.deadline import CallDeadline, DeadlineBackend

if TYPE_CHECKING:
    import httpx

IDLE_SECONDS: Final = 90.0
"""How long an unused connection is kept at least."""
_CONNECTIONS: Final = 8  # the threads of a vendor's lanes, and room for a probe


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """How long each part of a call may take, in seconds; `call` is the whole of it."""

    connect: float = 3.0
    read: float = 8.0
    write: float = 5.0
    pool: float = 2.0
    call: float = 15.0


def idle_between(poll_seconds: float) -> float:
    """Return how long, in seconds, to keep the connection of a vendor that is asked so often."""
    return max(IDLE_SECONDS, 2.5 * poll_seconds)


def open_client(
    headers: Mapping[str, str],
    deadlines: Deadlines,
    deadline: CallDeadline,
    idle_seconds: float,
) -> tuple[httpx.Client, DeadlineBackend]:
    """Return a client that connects at its first call, and what can break off its waits."""
    # The settings of a vendor are read before the first window; its calls come after it.
    from http.cookiejar import CookieJar, DefaultCookiePolicy

    import httpx

    # Its INFO lines hold whole addresses, and a callback address may hold its token.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    transport = httpx.HTTPTransport(
        limits=httpx.Limits(
            max_connections=_CONNECTIONS,
            max_keepalive_connections=_CONNECTIONS,
            keepalive_expiry=idle_seconds,
        ),
        socket_options=_keep_alive(),
    )
    # httpx 0.28 has no public way to give the pool another backend.
    pool = cast(Any, transport)._pool
    backend = DeadlineBackend(pool._network_backend, deadline)
    pool._network_backend = backend
    client = httpx.Client(
        transport=transport,
        headers=headers,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        timeout=httpx.Timeout(
            connect=deadlines.connect,
            read=deadlines.read,
            write=deadlines.write,
            pool=deadlines.pool,
        ),
    )
    return client, backend


def _keep_alive() -> list[tuple[int, int, int]]:
    """Ask the system to notice a kept connection whose other end is gone without a word."""
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    for name, value in (("TCP_KEEPIDLE", 20), ("TCP_KEEPINTVL", 5), ("TCP_KEEPCNT", 3)):
        if hasattr(socket, name):
            options.append((socket.IPPROTO_TCP, getattr(socket, name), value))
    return options
