from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from app.bootstrap.adapters import open_adapters, open_store, other_places, refresh_seconds
from app.bootstrap.screen import screen_settings
from app.domain.errors import StoreCorrupt, StoreError
from app.settings.load import load_settings
from app.settings.settings import Settings
from app.vendors._registry import InstalledVendors

KEY = "the-api-key-of-cheers"


def _settings(folder: Path, *more: str) -> Settings:
    file = folder / "pult.toml"
    lines = [
        f'[till]\ndata_dir = "{folder / "data"}"\nname = "Bar"\nlanguage = "hu"\ncurrency = "EUR"',
        '[callbacks]\ntoken = "a-long-callback-token"',
        f'[vendors.cheers]\nenabled = true\napi_key = "{KEY}"\nrefresh_seconds = 12',
        *more,
    ]
    file.write_text("\n".join(lines), "utf-8")
    models = {name: plugin.settings_model for name, plugin in InstalledVendors().items()}
    return load_settings(file, vendor_models=models, environ={})


def test_everything_the_settings_name_is_built(tmp_path: Path) -> None:
    settings = _settings(
        tmp_path,
        '[[printers]]\nname = "kitchen"\nkind = "virtual"\nprints = []',
        '[[printers]]\nname = "counter"\nkind = "virtual"',
        '[[scanners]]\nname = "till scanner"\nkind = "virtual"',
    )
    adapters = open_adapters(settings, InstalledVendors(), dispatch=lambda _command: None)
    assert [vendor.name for vendor in adapters.vendors] == ["cheers"]
    assert [callback.vendor for callback in adapters.callbacks] == ["cheers"]
    assert [printer.name for printer in adapters.printers] == ["kitchen", "counter"]
    assert [scanner.name for scanner in adapters.scanners] == ["till scanner"]
    assert adapters.refresh_seconds == {"cheers": 12.0}
    assert adapters.desk.routes.slip_printer("cheers") == "counter"
    assert adapters.desk.shop.language == "hu"
    assert adapters.desk.shop.currency == "EUR"
    assert screen_settings(settings, InstalledVendors(), demo=False).currency == "EUR"
    assert adapters.desk.vendors["cheers"].title == "Cheers"
    adapters.desk.store.close()


def test_a_vendor_that_is_switched_off_is_not_built(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    off = dataclasses.replace(
        settings,
        vendors={
            name: model.model_copy(update={"enabled": False})
            for name, model in settings.vendors.items()
        },
    )
    assert refresh_seconds(off, InstalledVendors()) == {}


def test_a_store_that_cannot_be_opened_is_named_whole(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    settings.data_dir.mkdir()
    settings.store_file.write_bytes(b"this is a shopping list" * 500)
    with pytest.raises(StoreCorrupt) as raised:
        open_store(settings)
    assert str(settings.store_file) in str(raised.value)


def test_an_address_of_a_shared_store_is_refused_in_plain_words(tmp_path: Path) -> None:
    settings = _settings(tmp_path, '[store]\nurl = "postgresql+psycopg://pult@db/pult"')
    with pytest.raises(StoreError, match="leave \\[store\\] url empty"):
        open_store(settings)


def test_no_secret_passes_to_the_screen(tmp_path: Path) -> None:
    settings = _settings(tmp_path)
    shown = repr(screen_settings(settings, InstalledVendors(), demo=False))
    assert KEY not in shown
    assert "a-long-callback-token" not in shown
    assert "Bar" in shown


def test_no_printer_is_looked_for_at_the_port_of_another_device(tmp_path: Path) -> None:
    settings = _settings(
        tmp_path,
        '[[printers]]\nname = "counter"\nkind = "serial"\ndevice = "/dev/ttyUSB0"',
        '[[printers]]\nname = "kitchen"\nkind = "serial"\ndevice = "/dev/ttyUSB1"',
        '[[printers]]\nname = "old"\nkind = "device"\ndevice = "/dev/usb/lp0"',
        '[[scanners]]\nname = "till scanner"\nport = "/dev/ttyUSB2"',
    )
    found = other_places(settings.printers[0], settings.printers, settings.scanners)
    assert found == {"/dev/ttyUSB1", "/dev/ttyUSB2"}
