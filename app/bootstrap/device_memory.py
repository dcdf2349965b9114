"""What printers and scanners are told of earlier days, and how they say what they have learned."""

from __future__ import annotations

from collections.abc import Callable, Collection

from app.devices.printers import PrinterMemory
from app.devices.scanners import ScannerMemory
from app.domain.lamp import LampKind
from app.ports.store import StorePort
from app.usecases.remember_device import Fact, RememberDevice, read_pages, remembered

Dispatch = Callable[[object], None]


def printer_memory(name: str, store: StorePort | None, dispatch: Dispatch | None) -> PrinterMemory:
    """Return the memory of the printer `name`; without a store it begins anew."""
    if store is None:
        return PrinterMemory()
    answers = remembered(store, LampKind.PRINTER, name, Fact.ANSWERS)

    def answers_learned(value: bool) -> None:
        _remember(dispatch, LampKind.PRINTER, name, Fact.ANSWERS, "yes" if value else "no")

    def passport_learned(value: str) -> None:
        _remember(dispatch, LampKind.PRINTER, name, Fact.PASSPORT, value)

    return PrinterMemory(
        answers=answers == "yes" if answers else None,
        pages=read_pages(remembered(store, LampKind.PRINTER, name, Fact.PAGES)),
        passport=remembered(store, LampKind.PRINTER, name, Fact.PASSPORT),
        answers_learned=answers_learned,
        passport_learned=passport_learned,
    )


def scanner_memory(
    name: str,
    store: StorePort | None,
    dispatch: Dispatch | None,
    others: Collection[str] = (),
) -> ScannerMemory:
    """Return the memory of the scanner `name`; without a store it begins anew."""
    if store is None:
        return ScannerMemory(others=others)

    def passport_learned(value: str) -> None:
        _remember(dispatch, LampKind.SCANNER, name, Fact.PASSPORT, value)

    return ScannerMemory(
        others=others,
        passport=remembered(store, LampKind.SCANNER, name, Fact.PASSPORT),
        passport_learned=passport_learned,
    )


def _remember(dispatch: Dispatch | None, kind: LampKind, name: str, fact: Fact, value: str) -> None:
    if dispatch is not None:
        dispatch(RememberDevice(kind, name, fact, value))
