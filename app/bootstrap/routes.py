"""Which printer prints what, as the settings have it."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.routes import Route, Routes
from app.settings.devices import PrinterSettings


def routes_of(printers: Iterable[PrinterSettings]) -> Routes:
    """Return the routes of these printers, in their order."""
    return Routes(tuple(_route_of(printer) for printer in printers))


def _route_of(printer: PrinterSettings) -> Route:
    return Route(
        printer=printer.name,
        slips="slip" in printer.prints,
        vendors=printer.vendors,
        stations=printer.stations if "station" in printer.prints else (),
        fallback=printer.fallback,
        fallback_seconds=printer.fallback_seconds,
        opens_drawer=printer.drawer == "cash",
        buzzes=printer.buzzer,
    )
