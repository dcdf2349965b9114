"""What `pult check` finds in the store: whether it opens, and what it says of other parts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.bootstrap.adapters import open_store
from app.commandline import advice
from app.commandline.finding import Finding, Light
from app.domain.errors import StoreError, StoreUnavailable
from app.domain.product import Product
from app.domain.station_lines import strange_stations
from app.settings.devices import PrinterSettings
from app.settings.settings import Settings
from app.settings.unknown import nearest


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds, as far as other findings need it."""

    finding: Finding
    newest: datetime | None = None
    """When the newest order came."""
    products: Sequence[Product] = ()


def kept(settings: Settings) -> Kept:
    """Find whether the store opens, and read from it."""
    file = settings.store_file
    if not file.exists():
        return Kept(Finding("store", file.name, Light.GREEN, "new", "made at the first start"))
    try:
        store = open_store(settings)
        try:
            with store.begin() as work:
                newest = max(work.orders.newest().values(), default=None)
                products = work.catalogue.all()
        finally:
            store.close()
    except StoreUnavailable as error:
        said = "cannot be opened now"
        return Kept(Finding("store", file.name, Light.RED, said, str(error), advice.STORE_BUSY))
    except StoreError as error:
        said = "cannot be used"
        return Kept(Finding("store", file.name, Light.RED, said, str(error), advice.STORE_UNFIT))
    return Kept(Finding("store", file.name, Light.GREEN, "opens", str(file)), newest, products)


def idle_routes(
    printers: Collection[PrinterSettings], products: Sequence[Product]
) -> Iterator[Finding]:
    """Find what printers are told to print and never will.

    That is stations that no product of the catalogue is made at, and stations or vendors of a
    printer that prints no such slips.
    """
    known = sorted({product.station for product in products if product.station})
    for printer in printers:
        if printer.stations and "station" not in printer.prints:
            said = "stations are named, but prints has no station: nothing is printed for them"
            yield Finding(
                "station", printer.name, Light.AMBER, "no use", said, advice.PRINTS_STATION
            )
            continue
        if printer.vendors and "slip" not in printer.prints:
            said = "vendors are named, but prints has no slip: none of theirs is printed"
            yield Finding("vendors", printer.name, Light.AMBER, "no use", said, advice.PRINTS_SLIP)
        strange = strange_stations(printer.stations, known)
        if not strange or not products:
            continue
        near = nearest(strange[0], known)
        told = f"the catalogue has {', '.join(known)}" if known else "the catalogue has none"
        said = f"no product is made at {', '.join(strange)}: nothing prints for it; {told}"
        todo = advice.STATION_MEANT.format(near=near) if near else advice.STATION
        yield Finding("station", printer.name, Light.AMBER, "not known", said, todo)
