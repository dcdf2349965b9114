"""The lines of an order that are made at certain stations, and which stations are the same.

Small and capital letters of a station's name are the same: settings and catalogue are written by
different hands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from app.domain.basket import OrderLine
from app.domain.order import Order
from app.domain.practice import PRACTICE


def made_at(
    order: Order, station_of: Mapping[str, str], stations: Collection[str]
) -> tuple[OrderLine, ...]:
    """Return what of `order` is made at `stations`; see `station_lines`.

    Practice is for all of them: every station shows that it would have heard of an order.
    """
    if order.vendor == PRACTICE:
        return order.basket.lines
    return station_lines(order.basket.lines, station_of, stations)


def station_lines(
    lines: tuple[OrderLine, ...], station_of: Mapping[str, str], stations: Collection[str]
) -> tuple[OrderLine, ...]:
    """Return what of `lines` is made at `stations`, without prices taken off.

    `station_of` names the station of a product id; a part of a bundle without a station of its own
    is made where the bundle is. A part that is made elsewhere than its bundle becomes a line of its
    own, as often as it is in the bundles ordered.
    """
    wanted = _folded(stations)
    return tuple(part for line in lines for part in _parts(line, "", station_of, wanted))


def strange_stations(named: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the stations named that none of the `known` ones is: nothing is made there."""
    there = _folded(known)
    return [station for station in named if station.casefold() not in there]


def share_a_station(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one of `some` stations is one of `others`."""
    return not _folded(some).isdisjoint(_folded(others))


def _folded(stations: Iterable[str]) -> set[str]:
    return {station.casefold() for station in stations}


def _parts(
    line: OrderLine, inherited: str, station_of: Mapping[str, str], stations: Collection[str]
) -> Iterator[OrderLine]:
    station = station_of.get(line.product_id) or inherited
    below = tuple(
        found
        for modifier in line.modifiers
        for found in _parts(modifier, station, station_of, stations)
    )
    if station.casefold() in stations:
        yield replace(line, discount=line.discount - line.discount, modifiers=below)
        return
    for part in below:
        takeaway = part.takeaway or line.takeaway
        yield replace(part, quantity=part.quantity * line.quantity, takeaway=takeaway)
