"""The settings of a believable shop, as the screen may know of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.ports.vendor_models import VendorModels, VendorTitles
from app.settings.book import SettingsBook, book_of
from app.settings.known import Known
from app.settings.load import settings_of
from app.vendors._registry import InstalledVendors

SHOP = """
[till]
name = "Front counter"
[vendors.cheers]
enabled = true
api_key = "a-key"
[[printers]]
name = "counter"
kind = "network"
host = "192.0.2.10"
[[scanners]]
name = "till scanner"
kind = "serial"
port = "/dev/ttyACM0"
"""
_VENDORS = InstalledVendors()
TITLES: Mapping[str, str] = VendorTitles(_VENDORS)


def a_book(text: str = SHOP, environ: Mapping[str, str] | None = None) -> SettingsBook:
    """Give the book of a settings file with this text."""
    models = VendorModels(_VENDORS)
    settings = settings_of(
        text, Path("/shop/pult.toml"), known=Known(models), environ=environ or {}
    )
    return book_of(settings, models)
