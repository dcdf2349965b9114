"""Finding printers: a real port 9100 on loopback, and lists of everything else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from app.devices.printers import _finding
from app.devices.printers._finding import PrinterFinder, _neighbours
from app.ports.finding import FoundPrinter, PrinterSearchPort, SearchPlace


def nothing() -> Iterator[FoundPrinter]:
    return iter(())


class Heard(PrinterSearchPort):
    """Keeps what it hears, and has enough after so many printers."""

    def __init__(self, enough: int = 1000) -> None:
        self.found: list[FoundPrinter] = []
        self.places: list[SearchPlace] = []
        self._enough = enough

    def looks(self, place: SearchPlace) -> None:
        self.places.append(place)

    def finds(self, found: FoundPrinter) -> None:
        self.found.append(found)

    @property
    def is_over(self) -> bool:
        return len(self.found) >= self._enough


def a_finder(*hosts: str, **others: object) -> PrinterFinder:
    given = {"usb": nothing, "files": nothing, "queues": nothing} | others
    return PrinterFinder(hosts=lambda: hosts, **given)  # type: ignore[arg-type]


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Somebody listens on 127.0.0.2, nobody on its neighbours."""
    with socket.create_server(("127.0.0.2", 0)) as server:
        number = server.getsockname()[1]
        monkeypatch.setattr(_finding, "PORT", number)
        yield number


def test_a_printer_on_the_network_is_found(port: int) -> None:
    heard = Heard()
    trouble = a_finder("127.0.0.1", "127.0.0.2", "127.0.0.3").find(heard)
    assert trouble == ()
    assert heard.places == list(SearchPlace)
    fields = {"kind": "network", "host": "127.0.0.2", "port": port}
    assert heard.found == [FoundPrinter("127.0.0.2", fields)]


def test_what_cannot_be_looked_through_is_told_and_stops_nothing(port: int) -> None:
    def no_bus() -> Iterator[FoundPrinter]:
        raise OSError(13, "Permission denied")

    queue = FoundPrinter("bar", {"kind": "spooler", "device": "bar"})
    heard = Heard()
    finder = a_finder("127.0.0.2", usb=no_bus, queues=lambda: iter([queue]))
    assert finder.find(heard) == ("USB: Permission denied",)
    assert [each.title for each in heard.found] == ["bar", "127.0.0.2"]


def test_a_search_that_is_stopped_asks_nobody_more(port: int) -> None:
    heard = Heard(enough=1)
    a_finder(*["127.0.0.2"] * 200).find(heard)
    assert len(heard.found) == 1
    assert threading.active_count() == 1 or not any(
        thread.name.startswith("printer search") for thread in threading.enumerate()
    )


def test_the_neighbours_are_those_of_the_own_small_network() -> None:
    hosts = list(_neighbours("192.168.7.20", 16))
    assert len(hosts) == 253
    assert hosts[0] == "192.168.7.1"
    assert "192.168.7.20" not in hosts
    assert list(_neighbours("127.0.0.1", 8)) == []
    assert list(_neighbours("169.254.3.4", 16)) == []
