"""No test speaks to anything but this machine, whatever library opens the socket."""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

ADDRESSED = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
LOOKED_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
OWN_NAMES = {"", "localhost", socket.gethostname()}

_refused: list[str] = []


class OutsideContact(OSError):
    """A test tried to reach beyond this machine."""


def _is_loopback(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return host == "localhost"
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _refuse(event: str, target: object) -> None:
    _refused.append(f"{event} {target!r}")
    raise OutsideContact(f"only loopback in tests: {event} {target!r}")


def _check_address(event: str, args: tuple[Any, ...]) -> None:
    sock, address = args[0], args[1]
    if sock.family not in (socket.AF_INET, socket.AF_INET6) or address is None:
        return
    if not _is_loopback(str(address[0])):
        _refuse(event, address)


def _check_name(event: str, args: tuple[Any, ...]) -> None:
    host = args[0]
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or host in OWN_NAMES or _is_loopback(host):
        return
    if host.endswith(".invalid"):
        # Reserved never to exist: the answer is known, and no name server needs to hear of it.
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    _refuse(event, host)


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if event in ADDRESSED:
        _check_address(event, args)
    elif event in LOOKED_UP:
        _check_name(event, args)


sys.addaudithook(_audit)


@pytest.fixture(autouse=True)
def only_loopback() -> Iterator[None]:
    _refused.clear()
    yield
    if _refused:
        pytest.fail("contact outside this machine: " + ", ".join(_refused), pytrace=False)
