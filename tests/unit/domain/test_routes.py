"""Which printer prints what: by vendor, by station, and who steps in."""

from __future__ import annotations

import pytest

from app.domain.basket import OrderLine
from app.domain.printing import JobKind
from app.domain.routes import Route, Routes
from app.domain.station_lines import station_lines
from tests.builders import a_job, a_line, huf

BAR = Route(printer="bar", vendors=("cheers", "walkin"))
COUNTER = Route(printer="counter")
KITCHEN = Route(printer="kitchen", slips=False, stations=("grill", "fryer"))
SHOP = Routes((KITCHEN, BAR, COUNTER))


@pytest.mark.parametrize(
    ("routes", "vendor", "printer"),
    [
        ((KITCHEN, COUNTER, BAR), "cheers", "bar"),
        ((KITCHEN, COUNTER, BAR), "walkin", "bar"),
        ((KITCHEN, BAR, COUNTER), "loke", "counter"),
        ((KITCHEN, BAR), "loke", "bar"),
        ((KITCHEN,), "cheers", ""),
        ((), "cheers", ""),
    ],
)
def test_the_slip_goes_to_who_names_its_vendor_then_to_who_names_none_then_to_the_first(
    routes: tuple[Route, ...], vendor: str, printer: str
) -> None:
    assert Routes(routes).slip_printer(vendor) == printer


def test_only_printers_of_slips_can_print_for_another() -> None:
    assert SHOP.slip_printers == ("bar", "counter")
    assert SHOP.others("bar") == ("counter",)
    assert SHOP.others("kitchen") == ("bar", "counter")
    assert Routes((COUNTER,)).others("counter") == ()


@pytest.mark.parametrize(
    ("kind", "printer", "stations", "home"),
    [
        (JobKind.SLIP, "counter", (), "counter"),  # moved there by somebody: it stays
        (JobKind.SLIP, "gone", (), "bar"),
        (JobKind.REPRINT, "kitchen", (), "bar"),
        (JobKind.STATION, "kitchen", ("grill",), "kitchen"),
        (JobKind.STATION, "counter", ("grill",), "counter"),
        (JobKind.STATION, "gone", ("fryer",), "kitchen"),
        (JobKind.STATION, "gone", ("FRYER",), "kitchen"),
        (JobKind.STATION, "gone", ("pizza",), "bar"),
    ],
)
def test_what_waits_stays_where_it_can_be_printed(
    kind: JobKind, printer: str, stations: tuple[str, ...], home: str
) -> None:
    job = a_job(kind=kind, printer=printer, stations=stations)
    assert SHOP.home_of(job, "cheers") == home


def test_a_row_of_fallbacks_ends() -> None:
    row = Routes(
        (
            Route(printer="a", fallback="b"),
            Route(printer="b", fallback="kitchen"),
            Route(printer="kitchen", slips=False, stations=("grill",), fallback="c"),
            Route(printer="c", fallback="a"),
        )
    )
    assert list(row.fallbacks("a")) == ["b", "c"]
    assert list(row.fallbacks("c")) == ["a", "b"]
    assert list(row.fallbacks("gone")) == []
    assert list(Routes((Route(printer="a", fallback="gone"),)).fallbacks("a")) == []


def test_one_drawer_opens() -> None:
    bar, counter = Route(printer="bar", opens_drawer=True), Route(printer="c", opens_drawer=True)
    assert Routes((COUNTER, bar, counter)).drawer == "bar"
    assert SHOP.drawer == ""


# --- the lines of stations ------------------------------------------------------------------------

STATION_OF = {"burger": "grill", "cola": "bar", "fries": "fryer", "menu": "grill", "shot": "bar"}


def named(lines: tuple[OrderLine, ...]) -> list[tuple[int, str, list[str]]]:
    return [(line.quantity, line.name, [part.name for part in line.modifiers]) for line in lines]


def test_parts_of_a_bundle_go_to_their_own_station_else_with_the_bundle() -> None:
    ice, lemon = a_line("ice"), a_line("lemon")
    cola = a_line("cola", quantity=2, modifiers=(ice, lemon))
    menu = a_line("menu", quantity=3, takeaway=True, modifiers=(a_line("no onion"), cola))
    lines = (menu, a_line("beer mat"), a_line("shot"))
    assert named(station_lines(lines, STATION_OF, ["grill"])) == [(3, "menu", ["no onion"])]
    at_the_bar = station_lines(lines, STATION_OF, ["bar"])
    assert named(at_the_bar) == [(6, "cola", ["ice", "lemon"]), (1, "shot", [])]
    assert at_the_bar[0].takeaway
    both = station_lines(lines, STATION_OF, ["bar", "grill"])
    assert named(both) == [(3, "menu", ["no onion", "cola"]), (1, "shot", [])]
    assert station_lines(lines, STATION_OF, ["Bar", "GRILL"]) == both
    assert station_lines(lines, STATION_OF, ["pizza"]) == ()
    assert station_lines(lines, {}, ["bar"]) == ()


def test_a_station_is_told_no_discount() -> None:
    (line,) = station_lines((a_line("burger", discount=huf(200)),), STATION_OF, ["grill"])
    assert not line.discount


def test_the_buzzer_that_helps_a_silent_alarm() -> None:
    plain, other = Route(printer="bar"), Route(printer="kitchen", slips=False, buzzes=True)
    assert Routes((plain, other)).buzzer == "kitchen"  # it is known to have one
    assert Routes((plain,)).buzzer == ""  # it might print the command
    assert Routes().buzzer == ""
