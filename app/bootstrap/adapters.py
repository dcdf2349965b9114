"""Builds everything from outside that the settings name: store, vendors, printers, scanners."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.bootstrap.device_memory import Dispatch, printer_memory, scanner_memory
from app.bootstrap.late_key import LateKeyVendor
from app.bootstrap.outside import RandomIds, SystemClock
from app.bootstrap.routes import routes_of
from app.bootstrap.slip_template import template_of
from app.devices.printers import OnPrinted
from app.domain.accept_rules import AcceptLimits
from app.domain.errors import StoreError
from app.domain.money import Money, exponent
from app.domain.scan import Intent, ScanPatterns
from app.domain.staff import GuardedAct
from app.ports.callback import CallbackPort
from app.ports.printer import PrinterPort
from app.ports.scanner import ScannerPort
from app.ports.store import StorePort
from app.ports.vendor import VendorPlugin, VendorPort, VendorSurroundings
from app.settings.devices import PrinterSettings, ScannerSettings
from app.settings.settings import Settings
from app.settings.vendor import OrderSourceSettings
from app.usecases.desk import Desk, Session, Shop, VendorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapters:
    """What a till is made of, opened but not yet working."""

    desk: Desk
    vendors: tuple[VendorPort, ...]
    callbacks: tuple[CallbackPort, ...]
    printers: tuple[PrinterPort, ...]
    scanners: tuple[ScannerPort, ...]
    refresh_seconds: Mapping[str, float]


def surroundings_of(settings: Settings, plugin: VendorPlugin) -> VendorSurroundings:
    """Return what a vendor is told about this till."""
    configured = settings.callbacks.path
    return VendorSurroundings(
        callback_path=configured if plugin.path_is_configured else f"/callbacks/{plugin.name}",
        public_url=settings.callbacks.public_url,
        shop_timezone=settings.till.timezone,
    )


def build_vendors(
    settings: Settings, plugins: Mapping[str, VendorPlugin]
) -> tuple[VendorPort, ...]:
    """Build the enabled vendors; nothing is connected yet."""
    return tuple(build_vendor(name, settings, plugins[name]) for name in settings.enabled_vendors)


def build_vendor(name: str, settings: Settings, plugin: VendorPlugin) -> VendorPort:
    """Build one vendor; one whose key the keyring did not give looks for it again later."""
    around = surroundings_of(settings, plugin)
    own, trouble = settings.vendors[name], settings.unread.get(name)
    if trouble is None:
        return plugin.build(own, around)
    return LateKeyVendor(name, own, trouble, lambda found: plugin.build(found, around))


def build_callbacks(
    settings: Settings, plugins: Mapping[str, VendorPlugin]
) -> tuple[CallbackPort, ...]:
    """Build what reads the callbacks of the enabled vendors that call.

    Not where the keyring may hold back what proves them: anybody could call then.
    """
    built = []
    for name in settings.enabled_vendors:
        build = plugins[name].build_callback
        proof_unread = name in settings.unread and bool(settings.vendors[name].more_secrets())
        if build is not None and not proof_unread:
            around = surroundings_of(settings, plugins[name])
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
            memory=printer_memory(printer.name, store, dispatch),
            others=other_places(printer, settings.printers, settings.scanners),
        )
        for printer in settings.printers
    )


def other_places(
    own: PrinterSettings | ScannerSettings,
    printers: Iterable[PrinterSettings],
    scanners: Iterable[ScannerSettings],
) -> frozenset[str]:
    """Return the ports that belong to others than `own`, so that it is not looked for there."""
    places = [each.device for each in printers if each.kind == "serial" and each != own]
    places += [each.port for each in scanners if each.kind == "serial" and each != own]
    return frozenset(places)


def build_scanners(
    settings: Settings, store: StorePort | None = None, *, dispatch: Dispatch | None = None
) -> tuple[ScannerPort, ...]:
    """Build the scanners; nothing is opened yet."""
    from app.devices.scanners import build_scanner

    return tuple(
        build_scanner(
            scanner,
            scanner_memory(
                scanner.name,
                store,
                dispatch,
                other_places(scanner, settings.printers, settings.scanners),
            ),
        )
        for scanner in settings.scanners
    )


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
    return Shop(
        till_id=till.id,
        till_name=till.name,
        language=till.language,
        slip_language="" if settings.slip.language == "till" else settings.slip.language,
        timezone=ZoneInfo(till.timezone),
        currency=till.currency,
        undo_seconds=till.undo_seconds,
        print_on=till.print_on,
        hold_off_ms=till.hold_off_ms,
        number_prefix=till.number_prefix,
        lead_minutes=till.lead_minutes,
        on_the_way_minutes=till.on_the_way_minutes,
        new_minutes=till.new_minutes,
        walkin=till.walkin,
        day_starts=till.day_starts,
        max_waiting=settings.callbacks.max_waiting,
        tell_staff=settings.staff.tell_vendors,
        personal_days=till.personal_days,
        guarded=frozenset(map(GuardedAct, settings.staff.pin_for)),
    )


def build_desk(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    vendors: Iterable[VendorPort],
    store: StorePort,
) -> Desk:
    """Return what use cases are given."""
    meanings = scan_meanings(settings, plugins)
    patterns = {intent: re.compile(pattern) for intent, (_, pattern) in meanings.items()}
    return Desk(
        store=store,
        clock=SystemClock(),
        ids=RandomIds(),
        shop=shop_of(settings),
        vendors={
            vendor.name: vendor_facts(
                plugins[vendor.name],
                settings.vendors[vendor.name],
                vendor,
                currency=settings.till.currency,
            )
            for vendor in vendors
        },
        patterns=ScanPatterns(
            pre_order=patterns.get(Intent.PRE_ORDER), card=patterns.get(Intent.CARD)
        ),
        asked={intent: name for intent, (name, _) in meanings.items()},
        session=Session(template=template_of(settings), routes=routes_of(settings.printers)),
    )


def vendor_facts(
    plugin: VendorPlugin, settings: object, vendor: VendorPort, *, currency: str
) -> VendorFacts:
    """Return what use cases know of a vendor; `currency` is the till's."""
    return VendorFacts(
        plugin.name,
        plugin.title,
        plugin.initial,
        vendor.capabilities,
        compose=vendor.compose,
        register=plugin.register(settings),
        loyalty=plugin.loyalty(settings),
        accepts=accept_limits(settings, currency),
    )


def all_accept_limits(settings: Settings) -> dict[str, AcceptLimits | None]:
    """Return what of each enabled vendor's new orders is accepted by itself."""
    currency = settings.till.currency
    return {
        name: accept_limits(settings.vendors[name], currency) for name in settings.enabled_vendors
    }


def accept_limits(settings: object, currency: str) -> AcceptLimits | None:
    """Return what of a vendor's new orders is accepted by itself, None for nothing.

    What is finer than the currency's minor unit is no part of the limit.
    """
    if not isinstance(settings, OrderSourceSettings) or not settings.auto_accept:
        return None
    amount, up_to = settings.auto_accept_amount, None
    if amount is not None:
        up_to = Money(int(amount.scaleb(exponent(currency))), currency)
    since, until = settings.auto_accept_hours or (None, None)
    return AcceptLimits(up_to=up_to, since=since, until=until)


def scan_meanings(
    settings: Settings, plugins: Mapping[str, VendorPlugin]
) -> dict[Intent, tuple[str, str]]:
    """Return for each meaning a scan can have which vendor knows more, and its pattern."""
    return {
        intent: (name, pattern)
        for name in settings.enabled_vendors
        for intent, pattern in plugins[name].scan_patterns(settings.vendors[name]).items()
    }


def open_adapters(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    *,
    dispatch: Dispatch,
    on_printed: OnPrinted | None = None,
) -> Adapters:
    """Open the store and build everything else; raises StoreError. Thread: any but the gui's."""
    store = open_store(settings)
    vendors = build_vendors(settings, plugins)
    return Adapters(
        desk=build_desk(settings, plugins, vendors, store),
        vendors=vendors,
        callbacks=build_callbacks(settings, plugins),
        printers=build_printers(settings, store, dispatch=dispatch, on_printed=on_printed),
        scanners=build_scanners(settings, store, dispatch=dispatch),
        refresh_seconds=refresh_seconds(settings, plugins),
    )


def refresh_seconds(settings: Settings, plugins: Mapping[str, VendorPlugin]) -> dict[str, float]:
    """Return how often the open orders of each enabled vendor are read again; 0 is never."""
    return {
        name: plugins[name].refresh_seconds(settings.vendors[name])
        for name in settings.enabled_vendors
    }
