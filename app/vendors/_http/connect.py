"""Finding out whether a vendor can be reached at all, without asking it anything."""

from __future__ import annotations

import socket
from contextlib import closing
from time import monotonic
from urllib.parse import urlsplit

from app.domain.errors import VendorUnavailable
from app.vendors._http.deadline import NoAddress, resolve
from app.vendors._http.opening import Deadlines


def connect_only(vendor: str, base_url: str, deadlines: Deadlines) -> None:
    """Open a connection, verify the other end's certificate where there is one, and hang up.

    Raises VendorUnavailable within the deadline for connecting.
    """
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        with closing(_connected(host, port, deadlines.connect)) as line:
            if parts.scheme == "https":
                _greet(line, host)
    except OSError as error:
        message = f"no connection ({error})"
        raise VendorUnavailable(vendor, message, sent=False) from error


def _connected(host: str, port: int, seconds: float) -> socket.socket:
    """Try the host's addresses one after the other, each with its share of the time."""
    ends_at = monotonic() + seconds
    addresses = resolve(host, port, seconds)
    failure: OSError = NoAddress(f"no address for {host}")
    for tries_left in range(len(addresses), 0, -1):
        share = max((ends_at - monotonic()) / tries_left, 0.001)
        try:
            return socket.create_connection((addresses[-tries_left], port), timeout=share)
        except OSError as error:
            failure = error
    raise failure


def _greet(line: socket.socket, host: str) -> None:
    import httpx

    with httpx.create_ssl_context().wrap_socket(line, server_hostname=host):
        pass
