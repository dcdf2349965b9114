"""Cheerfy loyalty: every sale with a scanned card becomes a ticket of the card's owner.

The page is "API Tarjeta de Fidelización" of Cheerfy, and `VENDOR` is what bootstrap finds. Here are
the settings and the one call; what a ticket holds is in `ticket`. No order comes from Cheerfy.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from pydantic import Field

from app.domain.capabilities import Capabilities
from app.domain.errors import (
    OrderUnknown,
    VendorLoginFailed,
    VendorRefused,
    VendorSetUpWrong,
    VendorSpokeOddly,
)
from app.domain.push import Push, PushKind
from app.domain.scan import Intent
from app.ports.vendor import (
    LoyaltyRules,
    ProbeCause,
    ProbeResult,
    ProbeWord,
    VendorPlugin,
    VendorPort,
    VendorSurroundings,
)
from app.settings.fields import BaseUrl, HeaderSecret, Needed, Pattern, no_secret
from app.settings.vendor import VendorSettings
from app.vendors._http import Deadlines, VendorHttp, connect_only, probe_by, result_of

if TYPE_CHECKING:
    from app.domain.matter import Matter
    from app.domain.report import OrderReport
    from app.domain.till_clock import TimeHeard

NAME: Final = "cheerfy"
TITLE: Final = "Cheerfy"
FEEL_SECONDS: Final = 60.0
"""There is no list to read: so often it is only felt for, for the lamp."""
PATH: Final = "/ticket/"
"""With the slash at its end: without it the server sends elsewhere, and the body is lost."""
UNTESTED: Final = "login cannot be tested"

CAPABILITIES: Final = Capabilities(
    can_be_re_read=False,
    re_read_before_resend=False,
    most_requests=4,  # the page: one call, and three more after a 500
)


class CheerfySettings(VendorSettings):
    """The table `[vendors.cheerfy]`."""

    has_orders: ClassVar = False

    base_url: Annotated[BaseUrl, Needed()] = Field(
        default="https://backend.cheerfy.com", description="Address of Cheerfy's interface."
    )
    token: Annotated[HeaderSecret, Needed()] = Field(
        default_factory=no_secret,
        description="The shop's token, sent as `Authorization: Token …`.",
    )
    location_id: Annotated[int, Field(ge=0), Needed()] = Field(
        default=0, description="The number by which Cheerfy knows this shop."
    )
    card_pattern: Pattern = Field(
        default="[A-Za-z0-9]{6,64}", description="What a scanned loyalty card looks like."
    )
    follow_status: bool = Field(
        default=False,
        description="Also tell what becomes of the order after its ticket was sent.",
    )


class CheerfyVendor(VendorPort):
    """One shop's access to Cheerfy.

    Thread: vendor; calls may overlap.
    """

    name = NAME
    title = TITLE
    capabilities = CAPABILITIES

    def __init__(self, settings: CheerfySettings, *, deadlines: Deadlines | None = None) -> None:
        self._base_url = settings.base_url
        self._location_id = settings.location_id
        self._deadlines = deadlines or Deadlines()
        token = settings.token.get_secret_value()
        # What the last ticket showed of the login; no other question would be without effect.
        self._login_refused: VendorLoginFailed | None = None
        self._http = VendorHttp(
            NAME,
            settings.base_url,
            headers={"Authorization": f"Token {token}"},
            secret=token,
            deadlines=self._deadlines,
        )

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Know no order: Cheerfy has none."""
        raise OrderUnknown(NAME, "Cheerfy has no orders")

    def compose(self, push: Push, matter: Matter) -> str:
        """Return the ticket; see `VendorPort.compose`."""
        from app.vendors.cheerfy.ticket import compose_ticket

        return compose_ticket(push, matter, self._location_id)

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Post the composed ticket; see `VendorPort.send`.

        Only 400 is a refusal of the card. Any other answer that says the call itself was wrong is
        a matter of this till's set-up.
        """
        if push.kind not in (PushKind.TICKET, PushKind.RECTIFICATION):
            raise ValueError(f"{TITLE} has no word for {push.kind}")
        try:
            reply = self._http.post_json(PATH, push.body)
        except VendorLoginFailed as error:
            self._login_refused = error
            raise
        except VendorRefused as error:
            if error.code == "400":
                raise
            what = f"HTTP {error.code} is no answer of a ticket's address"
            raise VendorSetUpWrong(NAME, what, raw=error.reason) from error
        self._login_refused = None
        _check(reply.data, push.reference)
        return ""

    def probe(self) -> ProbeResult:
        """Connect and say nothing: any request would be a ticket."""
        result = probe_by(lambda: connect_only(NAME, self._base_url, self._deadlines))
        if result.word is not ProbeWord.CONNECTED:
            return result
        if self._login_refused:
            return result_of(self._login_refused)
        return ProbeResult(ProbeWord.CONNECTED, UNTESTED, ProbeCause.LOG_IN_UNTESTED)

    def time_heard(self) -> TimeHeard | None:
        """Return what the newest answer said of the time; see `VendorPort.time_heard`."""
        return self._http.time_heard

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()


def _check(data: object, reference: str) -> None:
    """Believe a yes only when it is Cheerfy's: a hotspot's page also comes with 200."""
    ticket = data.get("ticket") if isinstance(data, dict) else None
    if not isinstance(ticket, dict):
        raise VendorSpokeOddly(NAME, "the answer has no ticket")
    if "id" in ticket and str(ticket["id"]) != reference:
        raise VendorSpokeOddly(NAME, "the answer is about another ticket")


def _build(settings: CheerfySettings, _surroundings: VendorSurroundings) -> VendorPort:
    return CheerfyVendor(settings)


def _loyalty(settings: CheerfySettings) -> LoyaltyRules:
    return LoyaltyRules(follow_status=settings.follow_status)


def _scan_patterns(settings: CheerfySettings) -> Mapping[Intent, str]:
    return {Intent.CARD: settings.card_pattern}


def _refresh_seconds(_settings: CheerfySettings) -> float:
    return FEEL_SECONDS


VENDOR: Final = VendorPlugin(
    name=NAME,
    title=TITLE,
    initial="F",
    settings_model=CheerfySettings,
    capabilities=CAPABILITIES,
    build=_build,
    refresh_seconds=_refresh_seconds,
    loyalty=_loyalty,
    scan_patterns=_scan_patterns,
)
