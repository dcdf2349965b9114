"""A vendor whose key the keyring does not give: it alone waits, and goes on once it does."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from app.bootstrap import adapters
from app.bootstrap.late_key import LateKeyVendor, Read
from app.bootstrap.logfile import Log
from app.domain.errors import VendorKeyUnread
from app.ports.vendor import ProbeWord
from app.ports.vendor_models import VendorModels
from app.settings.late_key import with_late_secrets
from app.settings.load import load_settings
from app.settings.secret_store import LEFT_LOCKED
from app.settings.settings import Settings
from app.settings.vendor import VendorSettings
from app.simulators.cheers import CheersSimulator
from app.vendors._registry import InstalledVendors
from tests.unit.settings.keyrings import BrokenKeyring, LockedKeyring, MemoryKeyring, in_use

PLUGINS = InstalledVendors()
NAME = "vendors.cheers.api_key"


@pytest.fixture
def cheers() -> Iterator[CheersSimulator]:
    with CheersSimulator() as simulator:
        yield simulator


def settings_of(folder: Path, text: str, environ: Mapping[str, str] | None = None) -> Settings:
    file = folder / "pult.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file, vendor_models=VendorModels(PLUGINS), environ=environ or {})


def at(cheers: CheersSimulator) -> str:
    return f'[vendors.cheers]\nenabled = true\nbase_url = "{cheers.base_url}"\n'


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def late(settings: Settings, clock: Hands, read: Read = with_late_secrets) -> LateKeyVendor:
    around = adapters.surroundings_of(settings, PLUGINS["cheers"])
    return LateKeyVendor(
        "cheers",
        settings.vendors["cheers"],
        settings.unread["cheers"],
        lambda found: PLUGINS["cheers"].build(found, around),
        read=read,
        clock=clock,
    )


@pytest.mark.parametrize("trouble", [LockedKeyring, BrokenKeyring])
def test_the_vendor_says_so_and_goes_on_once_its_key_can_be_read(
    tmp_path: Path, cheers: CheersSimulator, trouble: type[MemoryKeyring]
) -> None:
    order_id, clock = cheers.place_order(), Hands()
    with in_use(trouble()):
        settings = settings_of(tmp_path, at(cheers))
        with closing(late(settings, clock)) as vendor:
            for _ in range(3):
                clock.time += 1000
                result = vendor.probe()
                assert result.word is ProbeWord.KEY_UNREAD
                assert "its key cannot be read: the keyring" in result.detail
            with pytest.raises(VendorKeyUnread) as unread:
                vendor.fetch(order_id)
            assert not unread.value.sent
            assert not cheers.requests
            assert vendor.time_heard() is None
            with in_use(MemoryKeyring(**{NAME: cheers.api_key})):
                clock.time += 1000
                assert vendor.probe().word is ProbeWord.CONNECTED
            assert vendor.time_heard() is not None
            assert vendor.fetch(order_id).vendor_order_id == order_id


def test_a_key_read_late_stays_out_of_the_log(tmp_path: Path, cheers: CheersSimulator) -> None:
    clock, log = Hands(), Log(tmp_path / "logs", "till-1")
    try:
        with in_use(LockedKeyring()):
            settings = settings_of(tmp_path, at(cheers))
        with in_use(MemoryKeyring(**{NAME: cheers.api_key})), closing(late(settings, clock)) as it:
            clock.time += 1000
            assert it.probe().word is ProbeWord.CONNECTED
        logging.getLogger("app.test").info("it is %s", cheers.api_key)
    finally:
        log.stop()
    text = (tmp_path / "logs" / "pult.jsonl").read_text("utf-8")
    assert "it is (secret)" in text
    assert cheers.api_key not in text


def test_the_keyring_is_asked_ever_more_seldom(tmp_path: Path, cheers: CheersSimulator) -> None:
    clock = Hands()
    with in_use(LockedKeyring()):
        settings = settings_of(tmp_path, at(cheers))
    asked = MemoryKeyring()
    with in_use(asked), closing(late(settings, clock)) as vendor:
        for _ in range(1000):
            clock.time += 1
            assert vendor.probe().word is ProbeWord.KEY_UNREAD
    assert 5 < len(asked.asked) < 12


def test_a_keyring_that_asks_nobody_is_soon_asked_again(
    tmp_path: Path, cheers: CheersSimulator
) -> None:
    clock, asked = Hands(), []

    def left_locked(vendor: str, settings: VendorSettings) -> tuple[VendorSettings, str]:
        asked.append(clock.time)
        return settings, LEFT_LOCKED

    with in_use(LockedKeyring()):
        settings = settings_of(tmp_path, at(cheers))
    with closing(late(settings, clock, left_locked)) as vendor:
        for _ in range(1000):
            clock.time += 1
            assert vendor.probe().word is ProbeWord.KEY_UNREAD
    assert len(asked) == 200


def test_what_else_the_settings_say_is_at_work(tmp_path: Path, cheers: CheersSimulator) -> None:
    text = at(cheers) + "[vendors.cheerfy]\nenabled = true\nlocation_id = 3\n"
    with in_use(LockedKeyring()):
        environ = {"PULT_VENDORS__CHEERS__API_KEY": cheers.api_key}
        settings = settings_of(tmp_path, text, environ)
        assert list(settings.unread) == ["cheerfy"]
        first, second = adapters.build_vendors(settings, PLUGINS)
        with closing(first), closing(second):
            words = {vendor.name: vendor.probe().word for vendor in (first, second)}
    assert words == {"cheers": ProbeWord.CONNECTED, "cheerfy": ProbeWord.KEY_UNREAD}


def test_every_vendor_can_wait_for_its_key(tmp_path: Path) -> None:
    needs = {
        "loke": 'organization_id = "o"\nlocation_id = "l"',
        "oktopos": 'base_url = "http://127.0.0.1:9"',
        "akinon": 'base_url = "http://127.0.0.1:9"\nusername = "u"\nterminal_code = "t"',
        "cheerfy": "location_id = 3",
        "cheers": "",
    }
    text = "\n".join(f"[vendors.{name}]\nenabled = true\n{keys}" for name, keys in needs.items())
    with in_use(LockedKeyring()):
        settings = settings_of(tmp_path, text)
        assert set(settings.unread) == set(needs)
        for vendor in adapters.build_vendors(settings, PLUGINS):
            with closing(vendor):
                assert vendor.probe().word is ProbeWord.KEY_UNREAD


def test_no_call_is_taken_whose_proof_the_keyring_may_hold_back(tmp_path: Path) -> None:
    text = '[vendors.loke]\nenabled = true\norganization_id = "o"\nlocation_id = "l"\n'
    with in_use(LockedKeyring()):
        settings = settings_of(tmp_path, text + "[vendors.cheers]\nenabled = true\n")
    assert [each.vendor for each in adapters.build_callbacks(settings, PLUGINS)] == ["cheers"]


def test_what_the_keyring_has_must_be_a_key(tmp_path: Path, cheers: CheersSimulator) -> None:
    with in_use(LockedKeyring()):
        settings = settings_of(tmp_path, at(cheers)).vendors["cheers"]
    with in_use(MemoryKeyring(**{NAME: "two words"})):
        assert with_late_secrets("cheers", settings) == (
            settings,
            "what the keyring has is no such key",
        )
    with in_use(MemoryKeyring()):
        assert with_late_secrets("cheers", settings)[1] == "the keyring has no such key"
