"""Akinon's cash-register hooks: a pre-order is looked up by its number, paid here, and completed.

The page is "Cash Register Hooks" of Akinon's commerce documents, and `VENDOR` is what bootstrap
finds. HTTP status 200 says nothing: success and refusal stand in the body, see `codes`; any other
status is an outage in between. Nothing slow is imported before the first call.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field

from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.push import Push, PushKind
from app.domain.refusal import Refusal
from app.domain.scan import Intent
from app.domain.states import Move
from app.domain.text import plain
from app.ports.vendor import ProbeResult, VendorPlugin, VendorPort, VendorSurroundings
from app.settings.fields import BaseUrl, CookieSecret, Needed, Pattern, Secret, Text, no_secret
from app.settings.vendor import VendorSettings
from app.vendors._http import Deadlines, JsonReply, VendorHttp, idle_between, probe_by
from app.vendors.akinon.codes import ACCEPTED, NAME, Call, code_of, refusal_of

if TYPE_CHECKING:
    from app.domain.matter import Matter
    from app.domain.report import OrderReport
    from app.domain.till_clock import TimeHeard

TITLE: Final = "Akinon"

CAPABILITIES: Final = Capabilities(
    moves={
        Move.PAYMENT_RECEIVED: Telling.TOLD,
        Move.READY: Telling.OURS_ALONE,
        Move.COLLECTED: Telling.OURS_ALONE,
        Move.LEFT: Telling.OURS_ALONE,
        Move.CANCEL_ORDER: Telling.OURS_ALONE,
    },
    re_read_before_resend=True,
    most_requests=5,
    for_good=frozenset({Move.PAYMENT_RECEIVED}),
    refund_place="Akinon Omnitron",
    payment_accepts=True,
)
PROBE_SECONDS: Final = 60.0
"""How often unpaid pre-orders are read again, or the lamp's question is asked."""

_NO_ORDER: Final = "0"  # a number nobody has, to ask for without side effects
_LONGEST_NUMBER: Final = 128
_CENT: Final = Decimal("0.01")


class AkinonSettings(VendorSettings):
    """The table `[vendors.akinon]`."""

    base_url: Annotated[BaseUrl, Needed()] = Field(
        default="", description="Address of the brand's storefront."
    )
    username: Annotated[Text, Needed()] = Field(
        default="", description="User name of the cash-register integration."
    )
    password: Annotated[Secret, Needed()] = Field(
        default_factory=no_secret, description="Its password, sent in the body of each call."
    )
    terminal_code: Text = Field(
        default="", description="Code of this terminal, sent with each payment; may stay empty."
    )
    session_cookie: CookieSecret = Field(
        default_factory=no_secret,
        description="Session cookie of the storefront as name=value; only for getting numbers.",
    )
    number_pattern: Pattern = Field(
        default="(ORD-[0-9-]+|[0-9]{14,18})",
        description="What a scanned order number looks like, as a regular expression.",
    )


class AkinonVendor(VendorPort):
    """One shop's access to the hooks.

    Thread: vendor; calls may overlap.
    """

    name = NAME
    title = TITLE
    capabilities = CAPABILITIES

    def __init__(
        self,
        settings: AkinonSettings,
        _surroundings: VendorSurroundings,
        *,
        deadlines: Deadlines | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._now = now
        self._terminal = settings.terminal_code
        password = settings.password.get_secret_value()
        self._credentials = {"username": settings.username, "password": password}
        self._http = VendorHttp(
            NAME,
            settings.base_url,
            secret=password,
            deadlines=deadlines,
            idle_seconds=idle_between(PROBE_SECONDS),
        )
        cookie = settings.session_cookie.get_secret_value()
        self._shop: VendorHttp | None = None
        if cookie:
            self._shop = VendorHttp(
                NAME,
                settings.base_url,
                headers={"Cookie": cookie},
                secret=cookie,
                deadlines=deadlines,
            )

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Read one pre-order by its number; see `VendorPort.fetch`."""
        # Read at the first call only.
        from app.vendors.akinon.report import read_report

        reply = self._pre_order(vendor_order_id)
        return read_report(reply.data, reply.text, vendor_order_id, self._now)

    def compose(self, push: Push, matter: Matter) -> str:
        """Return the payment as `complete` takes it, without the credentials.

        Raises ValueError for anything but a payment; the capabilities never offer that.
        """
        if push.kind is not PushKind.PAYMENT_RECEIVED:
            raise ValueError(f"{TITLE} has no word for {push.kind}")
        order = matter.order
        return completion(
            push.reference or push.id, order.vendor_order_id, order.due.units, self._terminal
        )

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Complete the payment with the words composed for it; see `VendorPort.send`."""
        with_credentials = {**json.loads(push.body), **self._credentials}
        reply = self._ask(lambda: self._http.post_json(Call.COMPLETE.path, with_credentials))
        data = _object(reply)
        code = code_of(data.get("result"))
        if code == ACCEPTED:
            return ""
        code = code or code_of(data.get("error_code"))
        if not code:
            # Neither a yes nor a no: what became of the payment is not known.
            raise VendorSpokeOddly(NAME, "the answer has no result", raw=reply.text)
        raise self._refusal(Call.COMPLETE, code, data)

    def make_number(self) -> str:
        """Have the storefront make an order number for the basket of the configured session.

        Each call makes one, and the last one counts: never called by itself, nor repeated.
        Raises VendorRefused without a session cookie.
        """
        if self._shop is None:
            raise VendorRefused(NAME, "", why=Refusal.NO_SESSION)
        shop = self._shop
        reply = self._ask(lambda: shop.get_json(Call.GET_ORDER_NUMBER.path, once=True))
        data = _object(reply)
        if code := code_of(data.get("error_code")):
            raise self._refusal(Call.GET_ORDER_NUMBER, code, data)
        number = plain(_as_number(data.get("order_number")), limit=_LONGEST_NUMBER)
        if not number:
            raise VendorSpokeOddly(NAME, "the answer has no order number", raw=reply.text)
        return number

    def probe(self) -> ProbeResult:
        """Ask for a pre-order that does not exist."""
        return probe_by(lambda: self._pre_order(_NO_ORDER), answered_by=(VendorRefused,))

    def time_heard(self) -> TimeHeard | None:
        """Return what the newest answer said of the time; see `VendorPort.time_heard`."""
        return self._http.time_heard

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()
        if self._shop is not None:
            self._shop.close()

    def _pre_order(self, number: str) -> JsonReply:
        if not number or len(number) > _LONGEST_NUMBER or not number.isprintable():
            raise OrderUnknown(NAME, "", code="409", why=Refusal.NUMBER_MISSING)
        body = {"order_number": number, **self._credentials}
        path = Call.PRE_ORDER.path
        reply = self._ask(lambda: self._http.post_json(path, body, harmless=True))
        data = _object(reply)
        code = code_of(data.get("error_code"))
        if code:
            raise self._refusal(Call.PRE_ORDER, code, data)
        if not isinstance(data.get("pre_order"), dict):
            raise VendorSpokeOddly(NAME, "the answer has no pre_order", raw=reply.text)
        return reply

    def _refusal(self, call: Call, code: str, data: Mapping[str, Any]) -> VendorError:
        return refusal_of(call, code, data, self._credentials["password"])

    @staticmethod
    def _ask(call: Callable[[], JsonReply]) -> JsonReply:
        """Return the answer; any HTTP status but 200 is an outage, whatever it says.

        The hooks answer 200 alone, so a 403 is not their word on the password.
        """
        try:
            return call()
        except (VendorLoginFailed, VendorRefused) as error:
            raise VendorUnavailable(NAME, error.message, sent=True, answered=True) from error


def completion(
    transaction_id: str,
    number: str,
    amount: Decimal,
    terminal_code: str = "",
    *,
    promotions: Any = None,
    discounted_amount: Decimal | None = None,
) -> str:
    """Return a payment as the body of `complete`, without credentials.

    The page mentions `promotions` without describing them: both fields or none. Raises ValueError
    for one alone, VendorRefused for an amount the page's two decimals cannot hold, or nothing.
    """
    if (promotions is None) is not (discounted_amount is None):
        raise ValueError("promotions and discounted_amount go together")
    body: dict[str, Any] = {
        "transaction_id": transaction_id,
        "order_number": number,
        "amount": _two_decimals(amount),
    }
    if discounted_amount is not None:
        body |= {"promotions": promotions, "discounted_amount": _two_decimals(discounted_amount)}
    if terminal_code:
        body["terminal_code"] = terminal_code
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _two_decimals(amount: Decimal) -> str:
    if amount <= 0 or amount != amount.quantize(_CENT):
        raise VendorRefused(NAME, f"{amount} is not an amount that can be paid")
    return f"{amount:.2f}"


def _as_number(value: Any) -> str:
    """Return a text or a whole number as text, "" for anything else."""
    known = isinstance(value, (str, int)) and not isinstance(value, bool)
    return str(value).strip() if known else ""


def _object(reply: JsonReply) -> Mapping[str, Any]:
    if not isinstance(reply.data, dict):
        raise VendorSpokeOddly(NAME, "the answer is no object", raw=reply.text)
    return reply.data


def _build(settings: AkinonSettings, surroundings: VendorSurroundings) -> VendorPort:
    return AkinonVendor(settings, surroundings)


def _refresh_seconds(_settings: AkinonSettings) -> float:
    return PROBE_SECONDS


def _scan_patterns(settings: AkinonSettings) -> Mapping[Intent, str]:
    return {Intent.PRE_ORDER: settings.number_pattern}


def _makes_numbers(settings: AkinonSettings) -> bool:
    return bool(settings.session_cookie.get_secret_value())


VENDOR: Final = VendorPlugin(
    name=NAME,
    title=TITLE,
    initial="A",
    settings_model=AkinonSettings,
    capabilities=CAPABILITIES,
    build=_build,
    refresh_seconds=_refresh_seconds,
    scan_patterns=_scan_patterns,
    makes_numbers=_makes_numbers,
)
