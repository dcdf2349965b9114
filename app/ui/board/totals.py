"""What is still to make, summed over orders: pure view data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.basket import OrderLine
from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.wording.figures import TIMES
from app.ui.wording.marked import translate


@dataclass(frozen=True, slots=True)
class ToMake:
    """One product and how many of it; `special` are those that differ, with how they do."""

    name: str
    quantity: int
    special: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StationTotals:
    """All that one station has to make; `station` is "" for what the catalogue gives none."""

    station: str
    products: tuple[ToMake, ...]


def is_to_make(snapshot: OrderSnapshot, *, with_new: bool) -> bool:
    """Whether the order's goods are to be made now: not what rests in Later, or was cancelled."""
    order = snapshot.order
    if order.quiet or order.rests_in_later or order.state.is_end:
        return False
    return order.state is OrderState.PREPARING or (with_new and order.state is OrderState.NEW)


def totals_of(snapshots: Iterable[OrderSnapshot], *, with_new: bool) -> tuple[StationTotals, ...]:
    """Return what is to be made, by station and product, each by name.

    Lines with extras or a note count to their product, and stand below it besides: whoever makes
    fourteen must know that two of them are different.
    """
    found: dict[tuple[str, str], Counter[str]] = {}
    for snapshot in snapshots:
        if not is_to_make(snapshot, with_new=with_new):
            continue
        for line in snapshot.order.basket.lines:
            station = snapshot.stations.get(line.product_id, "")
            name = " ".join(snapshot.name_of(line.product_id, line.name).split())
            found.setdefault((station, name), Counter())[_special(line, snapshot)] += line.quantity
    stations: dict[str, list[ToMake]] = {}
    for (station, name), counts in sorted(found.items(), key=_by_name):
        special = tuple((count, how) for how, count in sorted(counts.items()) if how)
        stations.setdefault(station, []).append(ToMake(name, counts.total(), special))
    return tuple(StationTotals(station, tuple(made)) for station, made in stations.items())


def _by_name(item: tuple[tuple[str, str], Counter[str]]) -> tuple[bool, str, str]:
    station, name = item[0]
    return not station, station.casefold(), name.casefold()


def _special(line: OrderLine, snapshot: OrderSnapshot) -> str:
    """Return how one line differs from the plain product, "" where it does not."""
    parts = list(_modifiers(line, snapshot))
    if line.takeaway:
        parts.append(translate("Totals", "take-away"))
    if line.note:
        parts.append(translate("Totals", "“{note}”").format(note=" ".join(line.note.split())))
    return ", ".join(parts)


def _modifiers(line: OrderLine, snapshot: OrderSnapshot) -> Iterator[str]:
    for modifier in line.modifiers:
        for part in modifier.walk():
            name = " ".join(snapshot.name_of(part.product_id, part.name).split())
            yield f"{part.quantity}{TIMES} {name}" if part.quantity > 1 else name


def said(totals: Iterable[StationTotals], *, other: str) -> Iterator[str]:
    """Yield what each row says to assistive technology, a station's name before its products.

    `other` names what has no station, where others have one.
    """
    stations = tuple(totals)
    for one in stations:
        if any(each.station for each in stations):
            yield one.station or other
        for made in one.products:
            special = "; ".join(f"{count}{TIMES} {how}" for count, how in made.special)
            text = f"{made.quantity}{TIMES} {made.name}"
            yield f"{text} ({special})" if special else text
