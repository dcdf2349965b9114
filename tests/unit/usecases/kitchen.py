"""A shop with a counter, a bar and a kitchen printer, and a catalogue that knows stations."""

from __future__ import annotations

from typing import Any

from app.domain.printing import PrinterWord, PrintJob
from app.domain.product import Product
from app.domain.routes import Route
from app.ports.store import StorePort
from app.usecases.note_printer import note_printer
from tests.builders import a_basket, a_line
from tests.unit.usecases.counter import Counter

COUNTER = Route(printer="counter", fallback="bar", fallback_seconds=60)
BAR = Route(printer="bar", vendors=("loke",))
KITCHEN = Route(printer="kitchen", slips=False, stations=("grill",), fallback="bar")
BURGER = a_line("Burger", 2900, note="well done", modifiers=(a_line("no onion", 0),))
BEER = a_line("Beer", 900, quantity=2)


def a_shop(store: StorePort, *routes: Route, **shop: Any) -> Counter:
    """Give the shop, where burgers are grilled."""
    counter = Counter(store, routes=routes or (COUNTER, BAR, KITCHEN), **shop)
    keep_station(counter, "grill")
    return counter


def keep_station(counter: Counter, station: str) -> None:
    """Say where burgers are made."""
    burger = Product(product_id="burger", names={"en": "Burger"}, station=station)
    with counter.store.begin() as work:
        work.catalogue.put(burger)
        work.commit()


def a_meal() -> dict[str, Any]:
    """Give what a customer orders who eats and drinks."""
    return {"basket": a_basket(BURGER, BEER)}


def by_printer(counter: Counter, order_id: str = "id-1") -> dict[str, PrintJob]:
    """Give the order's jobs by the printer each waits for."""
    return {job.printer: job for job in counter.jobs(order_id)}


def is_unwell(counter: Counter, printer: str, word: PrinterWord = PrinterWord.PAPER_OUT) -> None:
    """Let a printer say that it cannot print."""
    counter.hear(note_printer(printer, word, counter.desk))


def is_well(counter: Counter, *printers: str) -> None:
    """Let printers say that they are ready."""
    for printer in printers:
        counter.hear(note_printer(printer, PrinterWord.READY, counter.desk))
