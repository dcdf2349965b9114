"""A vendor whose key the keyring did not give at the start: it is asked for again, then used."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

from app.bootstrap.logfile import blot_in_log
from app.domain.errors import VendorKeyUnread
from app.domain.matter import Matter
from app.domain.push import Push
from app.domain.report import OrderReport
from app.domain.till_clock import TimeHeard
from app.ports.vendor import OrderList, ProbeResult, ProbeWord, VendorPort
from app.settings.late_key import with_late_secrets
from app.settings.secret_store import LEFT_LOCKED
from app.settings.secret_words import secrets_in
from app.settings.vendor import VendorSettings

_log = logging.getLogger(__name__)

_FIRST_PAUSE: Final = 5.0
_LONGEST_PAUSE: Final = 300.0
"""Some keyrings bring up a question each time, or keep a thread that nobody answers."""

Build = Callable[[VendorSettings], VendorPort]
Read = Callable[[str, VendorSettings], tuple[VendorSettings, str]]


class LateKeyVendor(VendorPort):
    """Stands for a vendor until its key can be read; then each call is the vendor's own.

    Before that nothing is sent: calls raise VendorKeyUnread. Thread: vendor; calls may overlap.
    """

    def __init__(
        self,
        name: str,
        settings: VendorSettings,
        trouble: str,
        build: Build,
        *,
        read: Read = with_late_secrets,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Stand for the vendor that `build` makes of its settings; `trouble` is why these lack the
        key, `read` looks for it again."""
        self._settings = settings
        self._trouble = trouble
        self._build = build
        self._read = read
        self._clock = clock
        self._vendor = build(settings)
        self._has_key = False
        self._pause = _FIRST_PAUSE
        self._asks_from = clock() + _FIRST_PAUSE
        self._lock = threading.Lock()
        self.name = name
        self.title = self._vendor.title
        self.capabilities = self._vendor.capabilities

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Read one order."""
        return self._with_key().fetch(vendor_order_id)

    def list_orders(self) -> OrderList:
        """Read the whole list."""
        return self._with_key().list_orders()

    def compose(self, push: Push, matter: Matter) -> str:
        """Compose as the vendor does: that needs no key."""
        return self._vendor.compose(push, matter)

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Tell the vendor."""
        return self._with_key().send(push, vendor_order_id)

    def make_number(self) -> str:
        """Have the vendor make an order number."""
        return self._with_key().make_number()

    def probe(self) -> ProbeResult:
        """Ask the vendor, or say that its key cannot be read."""
        try:
            vendor = self._with_key()
        except VendorKeyUnread as error:
            return ProbeResult(ProbeWord.KEY_UNREAD, error.message)
        return vendor.probe()

    def time_heard(self) -> TimeHeard | None:
        """Return what the newest answer said of the time."""
        return self._vendor.time_heard()

    def close(self) -> None:
        """Let go of all connections."""
        self._vendor.close()

    def _with_key(self) -> VendorPort:
        """Return the vendor once its key is known; raises VendorKeyUnread."""
        with self._lock:
            if not self._has_key and self._clock() >= self._asks_from:
                self._look_again()
            if not self._has_key:
                raise VendorKeyUnread(self.name, self._trouble)
            return self._vendor

    def _look_again(self) -> None:
        settings, self._trouble = self._read(self.name, self._settings)
        if self._trouble:
            self._asks_from = self._clock() + self._pause
            if self._trouble != LEFT_LOCKED:
                self._pause = min(self._pause * 2, _LONGEST_PAUSE)
            return
        blot_in_log(secrets_in(settings))
        without, self._vendor = self._vendor, self._build(settings)
        without.close()
        self._has_key = True
        _log.info("key read late", extra={"event": "key_read_late"})
