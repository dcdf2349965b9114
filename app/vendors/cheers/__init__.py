"""Cheers counter orders: a source of orders that calls us, and external payment at the counter.

The page is "Counter Order" of the Cheers integration documents, and `VENDOR` is what bootstrap
finds. Here are the settings and the calls; how an order is read is in `report`. Nothing slow is
imported before the first call: the settings are read before the first window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from pydantic import Field

from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import OrderUnknown, VendorError
from app.domain.push import Push, PushKind
from app.domain.states import Move
from app.ports.callback import CallbackPort
from app.ports.vendor import (
    ProbeCause,
    ProbeResult,
    ProbeWord,
    VendorPlugin,
    VendorPort,
    VendorSurroundings,
)
from app.settings.fields import BaseUrl, HeaderSecret, Needed, Seconds, no_secret
from app.settings.vendor import OrderSourceSettings
from app.vendors._http import (
    Deadlines,
    VendorHttp,
    idle_between,
    order_path,
    probe_by,
    probe_cause_of,
)
from app.vendors.cheers.callback import CheersCallback

if TYPE_CHECKING:
    from app.domain.report import OrderReport
    from app.domain.till_clock import TimeHeard

NAME: Final = "cheers"
TITLE: Final = "Cheers"

CAPABILITIES: Final = Capabilities(
    moves={
        Move.ACCEPT: Telling.TOLD,
        Move.REJECT: Telling.TOLD,
        Move.READY: Telling.TOLD,
        Move.COLLECTED: Telling.TOLD,
        Move.HAND_OVER_UNPAID: Telling.TOLD,  # goes out as collected
        Move.LEFT: Telling.TOLD,
        Move.PAYMENT_RECEIVED: Telling.TOLD,
        Move.PAYMENT_FAILED: Telling.TOLD,
        Move.CANCEL_ORDER: Telling.OURS_ALONE,
    },
    reason_required=False,
    passes_reason_on=True,
    re_read_before_resend=True,
    for_good=frozenset(
        {
            Move.REJECT,
            Move.COLLECTED,
            Move.LEFT,
            Move.PAYMENT_RECEIVED,
            Move.PAYMENT_FAILED,
        }
    ),
    refund_place="Cheers CMS",
)


STATUS_OF: Final[Mapping[PushKind, str]] = {
    PushKind.ACCEPT: "APPROVED",
    PushKind.REJECT: "REJECTED",
    PushKind.READY: "DONE",
    PushKind.COLLECTED: "COMPLETED",
    PushKind.LEFT: "LEFT",
}
PAYMENT_CALL_OF: Final[Mapping[PushKind, str]] = {
    PushKind.PAYMENT_RECEIVED: "finalize-external-payment",
    PushKind.PAYMENT_FAILED: "cancel-external-payment",
}

_ORDERS: Final = "/v1/integrations/counter-orders"
_NO_ORDER: Final = "pult-check"  # an id nobody has, to ask for without side effects


class CheersSettings(OrderSourceSettings):
    """The table `[vendors.cheers]`."""

    asked_first: ClassVar = ("callbacks.public_url", "callbacks.token")

    base_url: Annotated[BaseUrl, Needed()] = Field(
        default="https://api.uniqpon.com", description="Address of Cheers' interface."
    )
    api_key: Annotated[HeaderSecret, Needed()] = Field(
        default_factory=no_secret, description="The shop's key, sent as X-API-Key."
    )
    refresh_seconds: Seconds = Field(
        default=30.0, description="How often open orders are read again; 0: never."
    )


class CheersVendor(VendorPort):
    """One shop's access to Cheers.

    Thread: vendor; calls may overlap.
    """

    name = NAME
    title = TITLE
    capabilities = CAPABILITIES

    def __init__(
        self,
        settings: CheersSettings,
        surroundings: VendorSurroundings,
        *,
        deadlines: Deadlines | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._public_url = surroundings.public_url
        self._deadlines = deadlines or Deadlines()
        self._now = now
        key = settings.api_key.get_secret_value()
        self._http = VendorHttp(
            NAME,
            settings.base_url,
            headers={"X-API-Key": key},
            secret=key,
            deadlines=self._deadlines,
            idle_seconds=idle_between(settings.refresh_seconds),
        )

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Read one order; see `VendorPort.fetch`."""
        # The models of the wire are built at import, which takes a while.
        from app.vendors.cheers.report import read_report

        reply = self._http.get_json(self._path(vendor_order_id))
        return read_report(reply.data, reply.text, vendor_order_id, self._now)

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Set a status or settle the external payment; see `VendorPort.send`.

        Raises ValueError for what Cheers has no word for; its capabilities never offer that.
        """
        path = self._path(vendor_order_id)
        if push.kind in PAYMENT_CALL_OF:
            self._http.put(f"{path}/{PAYMENT_CALL_OF[push.kind]}")
            return ""
        if push.kind not in STATUS_OF:
            raise ValueError(f"{TITLE} has no word for {push.kind}")
        body = {"status": STATUS_OF[push.kind]}
        if push.kind is PushKind.REJECT and push.message.strip():
            body["rejectionMessage"] = push.message
        self._http.put(f"{path}/status", body)
        return ""

    def probe(self) -> ProbeResult:
        """Ask for an order that does not exist, then call ourselves the way Cheers does."""
        result = probe_by(
            lambda: self._http.get_json(self._path(_NO_ORDER)), answered_by=(OrderUnknown,)
        )
        if result.word is not ProbeWord.CONNECTED:
            return result
        if not self._public_url:
            return ProbeResult(result.word, cause=ProbeCause.CALLS_UNTESTED)
        return self.probe_public_url()

    def probe_public_url(self) -> ProbeResult:
        """Send a marked request to the registered address; our own listener repeats the mark."""
        from secrets import token_hex

        mark = token_hex(16)
        http = VendorHttp(NAME, self._public_url, deadlines=self._deadlines)
        try:
            answer = http.post_for_text(f"?pultProbe={mark}")
        except VendorError as error:
            return ProbeResult(ProbeWord.NOT_REACHED, error.message, probe_cause_of(error))
        finally:
            http.close()
        if answer.strip() != f"pult {mark}":
            return ProbeResult(ProbeWord.NOT_REACHED, "somebody else answers at public_url")
        return ProbeResult(ProbeWord.CONNECTED)

    def time_heard(self) -> TimeHeard | None:
        """Return what the newest answer said of the time; see `VendorPort.time_heard`."""
        return self._http.time_heard

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()

    @staticmethod
    def _path(vendor_order_id: str) -> str:
        return order_path(NAME, _ORDERS, vendor_order_id)


def _build(settings: CheersSettings, surroundings: VendorSurroundings) -> VendorPort:
    return CheersVendor(settings, surroundings)


def _build_callback(_settings: CheersSettings, surroundings: VendorSurroundings) -> CallbackPort:
    return CheersCallback(surroundings.callback_path)


def _refresh_seconds(settings: CheersSettings) -> float:
    return settings.refresh_seconds


VENDOR: Final = VendorPlugin(
    name=NAME,
    title=TITLE,
    initial="C",
    settings_model=CheersSettings,
    capabilities=CAPABILITIES,
    build=_build,
    build_callback=_build_callback,
    refresh_seconds=_refresh_seconds,
    path_is_configured=True,
)
