"""Who names whom in a settings file: vendors, stations and fallbacks must be there."""

from collections.abc import Iterator, Mapping, Sequence

from app.settings.devices import PrinterSettings
from app.settings.errors import Problem, quoted, shown
from app.settings.unknown import nearest
from app.settings.vendor import VendorSettings

VendorModels = Mapping[str, type[VendorSettings]]


def routing_problems(
    file: str, printers: Sequence[PrinterSettings], vendors: VendorModels
) -> list[Problem]:
    """List what does not fit together, in the order of the entries; each entry is valid by itself.

    `vendors` are the vendors built in.
    """
    by_name = {printer.name: printer for printer in printers}
    found: list[Problem] = []
    for printer in printers:
        key = f"printers[{quoted(printer.name, 40)}].vendors"
        found += misnamed_vendors(file, key, printer.vendors, vendors)
        found += _stations(file, printer)
        found += _fallback(file, printer, by_name)
    return found


def misnamed_vendors(
    file: str, key: str, named: Sequence[str], vendors: VendorModels
) -> Iterator[Problem]:
    """Give the problem of a list of vendors: a name nobody knows, or of one without orders.

    A vendor's own list is about the orders of others.
    """
    if not named:
        return
    from app.domain.walkin import WALKIN  # few shops name vendors, and the first paint waits

    # Of the vendors built in only those that are named are looked up: each would be loaded.
    wrong = next((name for name in named if name != WALKIN and not _has_orders(name, vendors)), "")
    if not wrong:
        return
    others = (name for name in vendors if not key.startswith(f"vendors.{name}."))
    known = [*(name for name in others if _has_orders(name, vendors)), WALKIN]
    must = f"it must be a list of {', '.join(shown(name) for name in known)}"
    if wrong in vendors:
        allowed, remedy = f"names {shown(wrong)}, which has no orders; {must}", "Remove the name."
    else:
        near = nearest(wrong, known)
        allowed = f"names {shown(wrong)}; {must}"
        remedy = f"Did you mean {shown(near)}?" if near else "Correct it, or remove the name."
    yield Problem(file, key, shown(list(named)), allowed, remedy)


def _has_orders(name: str, vendors: VendorModels) -> bool:
    return name in vendors and vendors[name].has_orders


def _problem(file: str, printer: PrinterSettings, key: str, allowed: str, remedy: str) -> Problem:
    value = getattr(printer, key)
    told = shown(list(value) if isinstance(value, tuple) else value)
    return Problem(file, f"printers[{quoted(printer.name, 40)}].{key}", told, allowed, remedy)


def _stations(file: str, printer: PrinterSettings) -> Iterator[Problem]:
    named = [station for station in printer.stations if station.strip()]
    if len(named) != len(printer.stations):
        allowed = "must be a list of the catalogue's stations, none of them empty"
        yield _problem(file, printer, "stations", allowed, "Remove the empty text.")
    elif "station" in printer.prints and not named:
        allowed = 'must name the stations while prints holds "station"'
        yield _problem(file, printer, "stations", allowed, 'Example: stations = ["kitchen"]')


def _fallback(
    file: str, printer: PrinterSettings, by_name: dict[str, PrinterSettings]
) -> Iterator[Problem]:
    if not printer.fallback:
        return
    others = [name for name in by_name if name != printer.name]
    target = by_name.get(printer.fallback)
    allowed, remedy = "", "Name another printer, or remove fallback."
    if target is printer:
        allowed = "must be another printer, not this one"
    elif target is None:
        told = ", ".join(shown(name) for name in others) or "a printer; there is no other"
        near = nearest(printer.fallback, others)
        allowed = f"must be one of {told}" if others else f"must be {told}"
        remedy = f"Did you mean {shown(near)}?" if near else remedy
    elif "slip" not in target.prints:
        allowed = 'must be a printer whose prints holds "slip"'
    elif _comes_back(printer, by_name):
        allowed = f"leads back to {shown(printer.name)}"
        remedy = "Let the last printer of the row have no fallback."
    if allowed:
        yield _problem(file, printer, "fallback", allowed, remedy)


def _comes_back(printer: PrinterSettings, by_name: dict[str, PrinterSettings]) -> bool:
    seen: set[str] = set()
    place: PrinterSettings | None = printer
    while place is not None and place.fallback and place.name not in seen:
        seen.add(place.name)
        place = by_name.get(place.fallback)
    return place is printer
