"""LOKE orders: a source of orders that is polled, and may also call us.

The page is "Orders" of LOKE's API documents (beta), and `VENDOR` is what bootstrap finds. Here are
the settings and the calls; how an order is read is in `report`, what is told in `telling`. Nothing
slow is imported before the first call: the settings are read before the first window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from pydantic import AfterValidator, Field

from app.domain.capabilities import Capabilities, Telling
from app.domain.states import Move
from app.ports.callback import CallbackPort
from app.ports.vendor import (
    OrderList,
    ProbeResult,
    VendorPlugin,
    VendorPort,
    VendorSurroundings,
)
from app.settings.errors import Unfit
from app.settings.fields import (
    Allowed,
    BaseUrl,
    HeaderSecret,
    Needed,
    Seconds,
    Secret,
    ShortText,
    Text,
    is_empty,
    no_secret,
)
from app.settings.vendor import OrderSourceSettings
from app.vendors._http import (
    ClientCredentials,
    Deadlines,
    Login,
    VendorHttp,
    idle_between,
    order_path,
    path_segment,
    probe_by,
)
from app.vendors.loke.webhook import LokeWebhook

if TYPE_CHECKING:
    from app.domain.matter import Matter
    from app.domain.push import Push
    from app.domain.report import OrderReport
    from app.domain.till_clock import TimeHeard
    from app.vendors.loke.listing import Listing
    from app.vendors.loke.telling import Coords, Progress

NAME: Final = "loke"
TITLE: Final = "LOKE"

CAPABILITIES: Final = Capabilities(
    moves={
        Move.ACCEPT: Telling.TOLD,
        Move.REJECT: Telling.TOLD,
        Move.READY: Telling.TOLD,
        Move.ON_THE_WAY: Telling.TOLD,
        Move.COLLECTED: Telling.TOLD,
        Move.LEFT: Telling.OURS_ALONE,
        Move.CANCEL_ORDER: Telling.OURS_ALONE,
    },
    reason_required=True,
    passes_reason_on=True,
    re_read_before_resend=True,
    lists_orders=True,
    shows_ready=False,
    for_good=frozenset({Move.REJECT, Move.COLLECTED}),
)
# An accept that completes: LOKE takes nothing more of the order, which goes on here alone.
COMPLETED_BY_ACCEPT: Final = replace(
    CAPABILITIES,
    moves={
        **CAPABILITIES.moves,
        Move.READY: Telling.OURS_ALONE,
        Move.ON_THE_WAY: Telling.NOT_POSSIBLE,
        Move.COLLECTED: Telling.OURS_ALONE,
    },
    accept_completes=True,
    for_good=frozenset({Move.ACCEPT, Move.REJECT}),
)
_LARGEST_PAGE: Final = 32 * 1024 * 1024  # bytes; the page does not say how many orders one holds


def _step(value: str) -> str:
    if value in (".", ".."):
        raise Unfit("", "Copy the id again.")
    return value


ShopId = Annotated[Text, AfterValidator(_step), Allowed("an id as the vendor shows it")]


class LokeSettings(OrderSourceSettings):
    """The table `[vendors.loke]`."""

    asked_first: ClassVar = ("client_id",)

    base_url: Annotated[BaseUrl, Needed()] = Field(
        default="https://api.loke.global", description="Address of LOKE's interface."
    )
    organization_id: Annotated[ShopId, Needed()] = Field(
        default="", description="The id of your organisation at LOKE."
    )
    location_id: Annotated[ShopId, Needed()] = Field(
        default="", description="The id of this shop at LOKE."
    )
    token: HeaderSecret = Field(
        default_factory=no_secret,
        description="A fixed access token; with one, client_id and client_secret are not used.",
    )
    client_id: Text = Field(
        default="", description="Id of the client that may fetch tokens, in place of token."
    )
    client_secret: Secret = Field(
        default_factory=no_secret, description="Secret that belongs to client_id."
    )
    token_url: BaseUrl = Field(
        default="https://auth.loke.global/token", description="Where tokens are fetched."
    )
    webhook_secret: Secret = Field(
        default_factory=no_secret,
        description="Secret of the webhook registered with LOKE; without it none is taken.",
    )
    poll_seconds: Seconds = Field(
        default=10.0, description="How often the list of orders is read; 0: never."
    )
    terminal_id: ShortText = Field(
        default="", description="What LOKE is told as the terminal; empty: the till's id."
    )
    auto_complete: bool = Field(
        default=False,
        description="Complete an order by its accept; LOKE hears of nothing that follows.",
    )

    def missing(self) -> tuple[str, ...]:
        """Name the keys an enabled LOKE still lacks: a token, or what one is fetched with."""
        lacking = super().missing()
        if not is_empty(self.token):
            return lacking
        pair = {"client_id": self.client_id, "client_secret": self.client_secret}
        empty = [key for key, value in pair.items() if is_empty(value)]
        if len(empty) == len(pair):
            return (*lacking, "token")
        no_url = ("token_url",) if is_empty(self.token_url) else ()
        return (*lacking, *empty, *no_url)


class LokeVendor(VendorPort):
    """One location's access to LOKE.

    Thread: vendor; calls may overlap.
    """

    name = NAME
    title = TITLE

    def __init__(
        self,
        settings: LokeSettings,
        *,
        deadlines: Deadlines | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.capabilities = COMPLETED_BY_ACCEPT if settings.auto_complete else CAPABILITIES
        self._settings = settings
        self._now = now
        self._listing: Listing | None = None
        token = settings.token.get_secret_value()
        deadlines = deadlines or Deadlines()
        self._http = VendorHttp(
            NAME,
            settings.base_url,
            headers={"Authorization": f"Bearer {token}"} if token else {},
            login=None if token else _login(settings, deadlines),
            secret=token,
            deadlines=deadlines,
            idle_seconds=idle_between(settings.poll_seconds),
            max_bytes=_LARGEST_PAGE,
        )
        shop, place = path_segment(settings.organization_id), path_segment(settings.location_id)
        self._orders = f"/organizations/{shop}/locations/{place}/orders"

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Read one order; see `VendorPort.fetch`."""
        # The models of the wire are built at import, which takes a while.
        from app.vendors.loke.report import read_report

        reply = self._http.get_json(self._path(vendor_order_id))
        return read_report(reply.data, reply.text, vendor_order_id, self._now)

    def list_orders(self) -> OrderList:
        """Read the list over all its pages; see `VendorPort.list_orders`."""
        from app.vendors.loke.listing import Listing

        if self._listing is None:
            self._listing = Listing(self._http, self._orders, self._now)
        return self._listing.read()

    def compose(self, push: Push, matter: Matter) -> str:
        """Return the body of the call; see `VendorPort.compose`."""
        from app.vendors.loke.telling import body_of

        settings = self._settings
        return body_of(push, matter, settings.terminal_id, auto_complete=settings.auto_complete)

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Accept, reject, tell the progress or complete; see `VendorPort.send`.

        Raises ValueError for what LOKE has no word for; its capabilities never offer that.
        """
        from app.vendors.loke.telling import CALL_OF

        if push.kind not in CALL_OF:
            raise ValueError(f"{TITLE} has no word for {push.kind}")
        self._http.put(f"{self._path(vendor_order_id)}/{CALL_OF[push.kind]}", push.body or "{}")
        return ""

    def tell_progress(
        self, vendor_order_id: str, progress: Progress, coords: Coords | None = None
    ) -> None:
        """Tell how far an order has come, in any of LOKE's words, and where its driver is."""
        from app.vendors.loke.telling import progress_body

        path = f"{self._path(vendor_order_id)}/progress"
        self._http.put(path, progress_body(progress, coords))

    def probe(self) -> ProbeResult:
        """Read the list's first page."""
        return probe_by(lambda: self._http.get_json(self._orders))

    def time_heard(self) -> TimeHeard | None:
        """Return what the newest answer said of the time; see `VendorPort.time_heard`."""
        return self._http.time_heard

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()

    def _path(self, vendor_order_id: str) -> str:
        return order_path(NAME, self._orders, vendor_order_id)


def _login(settings: LokeSettings, deadlines: Deadlines) -> Login:
    def opened(secrets: tuple[str, ...]) -> VendorHttp:
        return VendorHttp(NAME, settings.token_url, secret=secrets, deadlines=deadlines)

    secret = settings.client_secret.get_secret_value()
    return ClientCredentials(NAME, settings.client_id, secret, opened)


def _build(settings: LokeSettings, _surroundings: VendorSurroundings) -> VendorPort:
    return LokeVendor(settings)


def _build_callback(settings: LokeSettings, surroundings: VendorSurroundings) -> CallbackPort:
    secret = settings.webhook_secret.get_secret_value()
    return LokeWebhook(surroundings.callback_path, secret, settings.location_id)


def _poll_seconds(settings: LokeSettings) -> float:
    return settings.poll_seconds


VENDOR: Final = VendorPlugin(
    name=NAME,
    title=TITLE,
    initial="L",
    settings_model=LokeSettings,
    capabilities=CAPABILITIES,
    build=_build,
    build_callback=_build_callback,
    refresh_seconds=_poll_seconds,
)
