"""What the screen is told of the settings; loaded before the first paint, so it loads little."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.slip_template import SlipTemplate
from app.ui.customer_display.choices import DisplayChoices

if TYPE_CHECKING:
    from app.domain.capabilities import Capabilities
    from app.domain.lamp import LampKind
    from app.domain.staff import GuardedAct
    from app.settings.book import SettingsBook


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmView:
    """How this till is heard: `volume` in percent, quiet hours as "22:30" or "" for none."""

    volume: int = 80
    quiet_from: str = ""
    quiet_until: str = ""
    again_seconds: float = 30.0
    full_screen: bool = False
    buzzer: bool = True
    call_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenSettings:
    """How this till's screen looks and behaves, from the settings.

    `guide`: nothing is set up yet, so the screen leads through it. `book` has every key for the
    page Settings, without secrets; `vendor_titles` what each vendor that is built in calls itself,
    set up here or not. `updates`: newer releases are looked for.
    """

    till_id: str = "till-1"
    till_name: str = "Front counter"
    language: str = "en"
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Budapest"))
    currency: str = "HUF"
    day_starts: str = "04:00"
    walkin: bool = True
    theme: str = "system"
    text_scale: float = 1.0
    after_move: str = "stay"
    undo_seconds: float = 5
    lead_minutes: float = 20
    keyboard: str = "auto"
    new_minutes: float = 3
    preparing_minutes: float = 12
    ready_minutes: float = 15
    settings_path: Path | None = None
    data_dir: Path | None = None
    vendors: Mapping[str, VendorView] = field(default_factory=dict)
    printers: tuple[DeviceView, ...] = ()
    scanners: tuple[DeviceView, ...] = ()
    slip_printer: str = ""
    template: SlipTemplate = field(default_factory=SlipTemplate)
    alarm: AlarmView = field(default_factory=AlarmView)
    display: DisplayChoices = field(default_factory=DisplayChoices)
    demo: bool = False
    kiosk: bool = False
    pin_for: frozenset[GuardedAct] = frozenset()
    guide: bool = False
    updates: bool = False
    book: SettingsBook | None = None
    vendor_titles: Mapping[str, str] = field(default_factory=dict)

    def lamps(self) -> frozenset[tuple[LampKind, str]]:
        """Return what has a lamp: every vendor in use, every printer and scanner."""
        from app.domain.lamp import LampKind

        return frozenset(
            [
                *((LampKind.VENDOR, name) for name in self.vendors),
                *((LampKind.PRINTER, printer.name) for printer in self.printers),
                *((LampKind.SCANNER, scanner.name) for scanner in self.scanners),
            ]
        )


@dataclass(frozen=True, slots=True)
class VendorView:
    """What the screen knows of a vendor; `address` is where it is reached, without secrets."""

    name: str
    title: str
    initial: str
    address: str
    capabilities: Capabilities
    makes_numbers: bool = False


@dataclass(frozen=True, slots=True)
class DeviceView:
    """What the Settings page says of a printer or scanner.

    `prints`, `profile`, `width` (letters a line), `print_as` ("text" in its own letters, or
    "picture") and `fallback` (who takes over from it) are a printer's alone.
    """

    name: str
    kind: str
    address: str
    prints: tuple[str, ...] = ("slip",)
    profile: str = ""
    width: int = 42
    print_as: str = "text"
    fallback: str = ""
