"""Which printer prints what of an order, and who steps in for a printer that is not well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.printing import JobKind, PrintJob
from app.domain.station_lines import share_a_station


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """What one printer prints.

    `vendors` are those whose slips it prints, empty for all that no other printer names;
    `stations` those whose lines it prints on a slip of their own, empty for none. `fallback` takes
    over what waits once the printer has not been well for `fallback_seconds`. `opens_drawer`
    when cash is taken; it `buzzes` where it is known to have a buzzer.
    """

    printer: str
    slips: bool = True
    vendors: tuple[str, ...] = ()
    stations: tuple[str, ...] = ()
    fallback: str = ""
    fallback_seconds: float = 60.0
    opens_drawer: bool = False
    buzzes: bool = False


@dataclass(frozen=True, slots=True)
class Routes:
    """What all printers of the till print, in the order of the settings."""

    routes: tuple[Route, ...] = ()

    def of(self, printer: str) -> Route | None:
        """Return what `printer` prints, None when there is no such printer."""
        return next((route for route in self.routes if route.printer == printer), None)

    @property
    def slip_printers(self) -> tuple[str, ...]:
        """The printers that print slips."""
        return tuple(route.printer for route in self.routes if route.slips)

    @property
    def station_routes(self) -> tuple[Route, ...]:
        """The printers that print the lines of stations."""
        return tuple(route for route in self.routes if route.stations)

    @property
    def drawer(self) -> str:
        """The printer whose drawer opens when cash is taken, "" for none; one drawer a till."""
        return next((route.printer for route in self.routes if route.opens_drawer), "")

    @property
    def buzzer(self) -> str:
        """The printer whose buzzer stands in for an alarm without sound, "" where none is known.

        One that is not known to have a buzzer is never sent the command: there are clones that
        would print it.
        """
        return next((route.printer for route in self.routes if route.buzzes), "")

    def slip_printer(self, vendor: str) -> str:
        """Return where the slip of an order of `vendor` goes, "" when nothing prints slips.

        That is the first printer that names the vendor, else the first that names none, else the
        first: no order is left without its slip because nobody thought of its vendor.
        """
        able = [route for route in self.routes if route.slips]
        named = (route for route in able if vendor in route.vendors)
        open_to_all = (route for route in able if not route.vendors)
        return next((route.printer for route in (*named, *open_to_all, *able)), "")

    def may_keep(self, job: PrintJob) -> bool:
        """Whether the printer a job waits for is still one that may print it."""
        route = self.of(job.printer)
        if route is None:
            return False
        return route.slips or (job.kind is JobKind.STATION and bool(route.stations))

    def home_of(self, job: PrintJob, vendor: str) -> str:
        """Return where a job of an order of `vendor` waits: where it is, if that may print it.

        A station slip whose printer is gone goes where its lines would go now, else with the slip.
        "" when nothing prints it.
        """
        if self.may_keep(job):
            return job.printer
        if job.kind is JobKind.STATION:
            for route in self.station_routes:
                if share_a_station(route.stations, job.stations):
                    return route.printer
        return self.slip_printer(vendor)

    def others(self, printer: str) -> tuple[str, ...]:
        """Return the printers that could print in the place of `printer`."""
        return tuple(name for name in self.slip_printers if name != printer)

    def fallbacks(self, printer: str) -> Iterator[str]:
        """Yield who steps in for `printer`, then who steps in for that one, each once."""
        seen = {printer}
        route = self.of(printer)
        while route is not None and route.fallback and route.fallback not in seen:
            seen.add(route.fallback)
            route = self.of(route.fallback)
            if route is not None and route.slips:
                yield route.printer
