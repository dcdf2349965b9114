"""Tests a vendor's connection with values that are not saved yet."""

from __future__ import annotations

from collections.abc import Mapping

from app.bootstrap.adapters import build_vendor
from app.bootstrap.logfile import blot_in_log
from app.bootstrap.settings_keeper import SettingsKeeper
from app.domain.scan_news import LookUpAnswered
from app.domain.settings_news import SettingsKept
from app.ports.relay import RelayPort
from app.ports.vendor import ProbeResult, VendorPlugin
from app.settings.errors import SettingsError
from app.settings.secret_words import secrets_in
from app.settings.settings import Settings


class VendorTest:
    """Asks vendors with other settings than those in force, without side effects.

    Thread: one lane, which may wait for the vendor's deadlines.
    """

    def __init__(
        self, keeper: SettingsKeeper, plugins: Mapping[str, VendorPlugin], relay: RelayPort
    ) -> None:
        self._keeper = keeper
        self._plugins = plugins
        self._relay = relay

    def test(self, asked: int, vendor: str, values: Mapping[str, object]) -> None:
        """Ask with `values` in place of those that are kept; the answer is LookUpAnswered.

        Values that do not fit are told by SettingsKept first, and the answer has no word.
        """
        wanted = {**values, f"vendors.{vendor}.enabled": True}
        try:
            settings = self._keeper.check(wanted)
        except SettingsError as error:
            first = error.problems[0]
            told = dict.fromkeys(values)
            news = SettingsKept(
                asked, told, first.key, str(first), first.allowed, first.remedy, tried=True
            )
            self._relay.publish(news)
            self._relay.publish(LookUpAnswered(vendor, "", data={"word": ""}))
            return
        result = self._probe(vendor, settings)
        self._relay.publish(LookUpAnswered(vendor, "", data=told_of(result)))

    def _probe(self, vendor: str, settings: Settings) -> ProbeResult:
        blot_in_log(secrets_in(settings.vendors[vendor]))
        port = build_vendor(vendor, settings, self._plugins[vendor])
        try:
            return port.probe()
        finally:
            port.close()


def told_of(result: ProbeResult) -> Mapping[str, str]:
    """Return what the screen is told of an answer."""
    return {"word": result.word.value, "cause": result.cause.value, "detail": result.detail}
