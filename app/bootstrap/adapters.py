"""Builds everything from outside that the settings name: store, vendors, printers, scanners."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.bootstrap.outside import RandomIds, SystemClock
from app.devices.printers import OnPrinted
from app.domain.errors import StoreError
from app.ports.callback import CallbackPort
from app.ports.printer import PrinterPort
from app.ports.scanner import ScannerPort
from app.ports.store import StorePort
from app.ports.vendor import VendorPlugin, VendorPort, VendorSurroundings
from app.settings.settings import Settings
from app.usecases.desk import Desk, Shop, VendorFacts
from app.usecases.remember_printer import RememberPrinter, known_to_answer

Dispatch = Callable[[object], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapters:
    """What a till is made of, opened but not yet working."""

    desk: Desk
    vendors: tuple[VendorPort, ...]
    callbacks: tuple[CallbackPort, ...]
    printers: tuple[PrinterPort, ...]
    scanners: tuple[ScannerPort, ...]
    refresh_seconds: Mapping[str, float]
    auto_accept: frozenset[str]


def surroundings_of(settings: Settings) -> VendorSurroundings:
    """Return what every vendor is told about this till."""
    return VendorSurroundings(
        callback_path=settings.callbacks.path,
        public_url=settings.callbacks.public_url,
        shop_timezone=settings.till.timezone,
    )


def build_vendors(
    settings: Settings, plugins: Mapping[str, VendorPlugin]
) -> tuple[VendorPort, ...]:
    """Build the enabled vendors; nothing is connected yet."""
    around = surroundings_of(settings)
    return tuple(
        plugins[name].build(settings.vendors[name], around) for name in settings.enabled_vendors
    )


def build_callbacks(
    settings: Settings, plugins: Mapping[str, VendorPlugin]
) -> tuple[CallbackPort, ...]:
    """Build what reads the callbacks of the enabled vendors that call."""
    around = surroundings_of(settings)
    built = []
    for name in settings.enabled_vendors:
        build = plugins[name].build_callback
        if build is not None:
            built.append(build(settings.vendors[name], around))
    return tuple(built)


def build_printers(
    settings: Settings,
    store: StorePort | None = None,
    *,
    dispatch: Dispatch | None = None,
    on_printed: OnPrinted | None = None,
) -> tuple[PrinterPort, ...]:
    """Build the printers; whether one has ever answered is remembered in the store.

    `on_printed` hears of every slip a virtual printer has printed.
    """
    from app.devices.printers import build_printer

    return tuple(
        build_printer(
            printer,
            slips_dir=settings.data_dir / "slips",
            on_printed=on_printed,
            known_to_answer=_known_to_answer(store, printer.name),
            on_answers_learned=_remember_answers(dispatch, printer.name),
        )
        for printer in settings.printers
    )


def build_scanners(settings: Settings) -> tuple[ScannerPort, ...]:
    """Build the scanners; nothing is opened yet."""
    from app.devices.scanners import build_scanner

    return tuple(build_scanner(scanner) for scanner in settings.scanners)


def open_store(settings: Settings) -> StorePort:
    """Open the store; raises StoreError, which names the file."""
    from app.store.sqlite import SqliteStore

    if settings.store.url.get_secret_value():
        raise StoreError("this version keeps orders in data_dir only: leave [store] url empty")
    try:
        return SqliteStore(settings.store_file)
    except StoreError as error:
        raise type(error)(f"{error} ({settings.store_file})") from error


def shop_of(settings: Settings) -> Shop:
    """Return how this shop and till work."""
    till = settings.till
    slip_printers = [printer.name for printer in settings.printers if "slip" in printer.prints]
    return Shop(
        till_name=till.name,
        language=till.language,
        timezone=ZoneInfo(till.timezone),
        undo_seconds=till.undo_seconds,
        print_on=till.print_on,
        hold_off_ms=till.hold_off_ms,
        number_prefix=till.number_prefix,
        day_starts=till.day_starts,
        max_waiting=settings.callbacks.max_waiting,
        slip_printer=slip_printers[0] if slip_printers else "",
    )


def build_desk(settings: Settings, plugins: Mapping[str, VendorPlugin], store: StorePort) -> Desk:
    """Return what use cases are given."""
    return Desk(
        store=store,
        clock=SystemClock(),
        ids=RandomIds(),
        shop=shop_of(settings),
        vendors={
            name: VendorFacts(
                name, plugins[name].title, plugins[name].initial, plugins[name].capabilities
            )
            for name in settings.enabled_vendors
        },
    )


def open_adapters(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    *,
    dispatch: Dispatch,
    on_printed: OnPrinted | None = None,
) -> Adapters:
    """Open the store and build everything else; raises StoreError. Thread: any but the gui's."""
    store = open_store(settings)
    return Adapters(
        desk=build_desk(settings, plugins, store),
        vendors=build_vendors(settings, plugins),
        callbacks=build_callbacks(settings, plugins),
        printers=build_printers(settings, store, dispatch=dispatch, on_printed=on_printed),
        scanners=build_scanners(settings),
        refresh_seconds=refresh_seconds(settings, plugins),
        auto_accept=frozenset(
            name
            for name in settings.enabled_vendors
            if plugins[name].accepts_by_itself(settings.vendors[name])
        ),
    )


def refresh_seconds(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> dict[str, float]:
    """Return how often the open orders of each enabled vendor are read again; 0 is never."""
    return {
        name: plugins[name].refresh_seconds(settings.vendors[name])
        for name in settings.enabled_vendors
    }


def _known_to_answer(store: StorePort | None, printer: str) -> bool | None:
    if store is None:
        return None
    return known_to_answer(store, printer)


def _remember_answers(dispatch: Dispatch | None, printer: str) -> Callable[[bool], None] | None:
    if dispatch is None:
        return None
    return lambda answers: dispatch(RememberPrinter(printer, answers))
