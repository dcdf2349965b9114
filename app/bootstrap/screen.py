"""Turns settings into what the screen may know of them; no secret passes."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from app.bootstrap.display import display_choices
from app.bootstrap.routes import routes_of
from app.bootstrap.slip_template import chosen_template
from app.domain.staff import GuardedAct
from app.ports.vendor import VendorPlugin
from app.ports.vendor_models import VendorModels, VendorTitles
from app.settings.alarm import AlarmSettings
from app.settings.book import book_of
from app.settings.devices import PrinterSettings, ScannerSettings
from app.settings.settings import Settings
from app.ui.screen_settings import AlarmView, DeviceView, ScreenSettings, VendorView


def screen_settings(
    settings: Settings,
    plugins: Mapping[str, VendorPlugin],
    *,
    demo: bool,
    at_work: Settings | None = None,
) -> ScreenSettings:
    """Return the screen's share of the settings; vendors are those `at_work` since the start."""
    till = settings.till
    working = at_work or settings
    return ScreenSettings(
        till_id=till.id,
        till_name=till.name,
        language=till.language,
        timezone=ZoneInfo(till.timezone),
        currency=till.currency,
        day_starts=till.day_starts,
        walkin=till.walkin,
        theme=till.theme,
        text_scale=till.text_scale,
        after_move=till.after_move,
        undo_seconds=till.undo_seconds,
        lead_minutes=till.lead_minutes,
        keyboard=till.keyboard,
        new_minutes=till.new_minutes,
        preparing_minutes=till.preparing_minutes,
        ready_minutes=till.ready_minutes,
        settings_path=settings.path,
        data_dir=settings.data_dir,
        vendors={
            name: VendorView(
                name,
                plugins[name].title,
                plugins[name].initial,
                str(getattr(working.vendors[name], "base_url", "")),
                plugins[name].capabilities,
                makes_numbers=plugins[name].makes_numbers(working.vendors[name]),
            )
            for name in working.enabled_vendors
        },
        printers=tuple(_printer(printer) for printer in settings.printers),
        scanners=tuple(_scanner(scanner) for scanner in settings.scanners),
        slip_printer=next(iter(routes_of(settings.printers).slip_printers), ""),
        template=chosen_template(settings.slip),
        alarm=_alarm(settings.alarm),
        display=display_choices(settings),
        demo=demo,
        guide=not (demo or settings.found or settings.enabled_vendors),
        book=book_of(settings, VendorModels(plugins)),
        vendor_titles=VendorTitles(plugins),
        updates=settings.updates.enabled,
        kiosk=till.mode == "kiosk",
        pin_for=frozenset(map(GuardedAct, settings.staff.pin_for)),
    )


def _alarm(alarm: AlarmSettings) -> AlarmView:
    return AlarmView(
        volume=alarm.volume,
        quiet_from=alarm.quiet_from,
        quiet_until=alarm.quiet_until,
        again_seconds=alarm.again_seconds,
        full_screen=alarm.full_screen,
        buzzer=alarm.buzzer,
        call_out=alarm.call_out,
    )


def _printer(printer: PrinterSettings) -> DeviceView:
    address = f"{printer.host}:{printer.port}" if printer.host else printer.device
    return DeviceView(
        printer.name,
        printer.kind,
        address,
        printer.prints,
        profile=printer.profile,
        width=printer.width,
        print_as=printer.print_as,
        fallback=printer.fallback,
    )


def _scanner(scanner: ScannerSettings) -> DeviceView:
    place = scanner.source if scanner.kind == "camera" else scanner.port
    return DeviceView(scanner.name, scanner.kind, place)
