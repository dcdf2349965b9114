"""Looking for printers: the network's port 9100, USB, device files, and this machine's queues."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from app.ports.finding import (
    FoundPrinter,
    PrinterFinderPort,
    PrinterSearchPort,
    SearchPlace,
)

PORT: Final = 9100
_AT_ONCE: Final = 64
_CONNECT_SECONDS: Final = 0.6
_MOST_HOSTS: Final = 254  # of one network: what a shop's router gives out


class PrinterFinder(PrinterFinderPort):
    """Looks everywhere a shop's printer can be.

    `hosts` are the addresses asked for port 9100, `usb`, `files` and `queues` list the rest; they
    are this machine's own unless given. Each may raise OSError, which is told and stops no other.
    """

    def __init__(
        self,
        *,
        hosts: Callable[[], Iterable[str]] | None = None,
        usb: Callable[[], Iterable[FoundPrinter]] | None = None,
        files: Callable[[], Iterable[FoundPrinter]] | None = None,
        queues: Callable[[], Iterable[FoundPrinter]] | None = None,
    ) -> None:
        self._hosts = hosts or own_networks
        self._others = (
            (SearchPlace.USB, "USB", usb or usb_printers),
            (SearchPlace.FILES, "device files", files or device_files),
            (SearchPlace.QUEUES, "print queues", queues or print_queues),
        )

    def find(self, search: PrinterSearchPort) -> tuple[str, ...]:
        """Tell of each printer; the quick places come first."""
        troubles: list[str] = []
        for place, title, list_them in self._others:
            if search.is_over:
                return tuple(troubles)
            search.looks(place)
            try:
                for found in list_them():
                    search.finds(found)
            except OSError as error:
                troubles.append(f"{title}: {error.strerror or error}")
        search.looks(SearchPlace.NETWORK)
        try:
            self._ask_network(search)
        except OSError as error:
            troubles.append(f"network: {error.strerror or error}")
        return tuple(troubles)

    def _ask_network(self, search: PrinterSearchPort) -> None:
        def answers(host: str) -> bool:
            return not search.is_over and _answers(host)

        hosts = list(self._hosts())
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="printer search") as pool:
            for host, there in zip(hosts, pool.map(answers, hosts), strict=True):
                if there and not search.is_over:
                    fields = {"kind": "network", "host": host, "port": PORT}
                    search.finds(FoundPrinter(host, fields))


def _answers(host: str) -> bool:
    try:
        with socket.create_connection((host, PORT), _CONNECT_SECONDS):
            return True
    except OSError:
        return False  # nobody there, or nobody who prints


def own_networks() -> Iterator[str]:
    """Yield the other addresses of the networks this machine is in; large ones are cut to /24.

    Each comes once, also where two adapters are in one network. Raises OSError where the system
    does not tell its addresses.
    """
    import ifaddr

    owns = [
        (address.ip, address.network_prefix)
        for adapter in ifaddr.get_adapters()
        for address in adapter.ips
        if isinstance(address.ip, str)
    ]
    yield from dict.fromkeys(host for own in owns for host in _neighbours(*own))


def _neighbours(own: str, prefix: int) -> Iterator[str]:
    address = ipaddress.IPv4Address(own)
    if address.is_loopback or address.is_link_local:
        return
    network = ipaddress.IPv4Network((address, max(prefix, 24)), strict=False)
    for host in list(network.hosts())[:_MOST_HOSTS]:
        if host != address:
            yield str(host)


def usb_printers() -> Iterator[FoundPrinter]:
    """Yield the printers on USB; none where libusb is not there, which kind usb needs itself."""
    from app.devices.printers._usb_bus import UsbBus

    for info in UsbBus("").printers():
        passport = f"usb:{info.vid:04X}:{info.pid:04X}"
        device = f"{passport}:{info.serial_number}" if info.serial_number else passport
        yield FoundPrinter(device, {"kind": "usb", "device": device})


def device_files() -> Iterator[FoundPrinter]:
    """Yield the printers Linux' own driver has made device files for."""
    for path in sorted(str(path) for path in Path("/dev/usb").glob("lp*")):
        yield FoundPrinter(path, {"kind": "device", "device": path})


def print_queues() -> Iterator[FoundPrinter]:
    """Yield the queues of this machine."""
    from app.devices.printers._queues import queues

    for queue in queues():
        yield FoundPrinter(queue, {"kind": "spooler", "device": queue})
