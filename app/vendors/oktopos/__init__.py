"""OktoPOS Manager: the register orders are sent on to, and a source of orders that are ready.

The page is "OktoPOS Manager OrderAPI", and `VENDOR` is what bootstrap finds. Here are the calls;
what an order is sent on as is in `create`, how the list of ready orders is read in `ready_list`.
The page knows two ids by the name orderId: the sender's own text in "create", and in "status" the
integer that create has answered. Nothing slow is imported before the first call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from app.domain.capabilities import Capabilities, Telling
from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.push import Push, PushKind
from app.domain.states import Move
from app.ports.vendor import (
    OrderList,
    ProbeResult,
    ProbeWord,
    RegisterRules,
    VendorPlugin,
    VendorPort,
    VendorSurroundings,
)
from app.vendors._http import Deadlines, VendorHttp, idle_between, result_of
from app.vendors.oktopos.settings import OktoposSettings
from app.vendors.oktopos.values import own_number

if TYPE_CHECKING:
    from app.domain.matter import Matter
    from app.domain.report import OrderReport
    from app.domain.till_clock import TimeHeard

NAME: Final = "oktopos"
TITLE: Final = "OktoPOS"

_STATUSES: Final = (PushKind.READY, PushKind.COLLECTED, PushKind.LEFT, PushKind.CANCEL_ORDER)
CAPABILITIES: Final = Capabilities(
    moves={
        Move.READY: Telling.TOLD,
        Move.COLLECTED: Telling.TOLD,
        Move.LEFT: Telling.TOLD,
        Move.CANCEL_ORDER: Telling.TOLD,
        Move.REJECT: Telling.TOLD,
        # An order that was not paid there can be paid here; the page has no call for it.
        Move.PAYMENT_RECEIVED: Telling.OURS_ALONE,
    },
    re_read_before_resend=False,
    can_be_re_read=False,
    # What a second order of the same id does there is not described.
    most_requests=1,
    repeats=frozenset((*_STATUSES, PushKind.REJECT)),
    lists_orders=True,
    gone_means_collected=True,
    told_by_their_id=True,
)


def _status_words(settings: OktoposSettings) -> Mapping[PushKind, str]:
    return {
        PushKind.READY: settings.status_ready,
        PushKind.COLLECTED: settings.status_completed,
        PushKind.LEFT: settings.status_cancelled,
        PushKind.CANCEL_ORDER: settings.status_cancelled,
        PushKind.REJECT: settings.status_cancelled,
    }


class OktoposVendor(VendorPort):
    """One shop's access to its OktoPOS Manager.

    Thread: vendor; calls may overlap.
    """

    name = NAME
    title = TITLE
    capabilities = CAPABILITIES

    def __init__(
        self,
        settings: OktoposSettings,
        surroundings: VendorSurroundings,
        *,
        deadlines: Deadlines | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._settings = settings
        self._timezone = surroundings.shop_timezone
        self._words = _status_words(settings)
        self._now = now
        key = settings.api_key.get_secret_value()
        self._http = VendorHttp(
            NAME,
            settings.base_url,
            headers={settings.api_key_header: key},
            secret=key,
            deadlines=deadlines or Deadlines(),
            idle_seconds=idle_between(settings.poll_seconds),
        )

    # --- orders that are ready there ---------------------------------------------------------

    def list_orders(self) -> OrderList:
        """Read which orders are ready; see `VendorPort.list_orders`.

        An entry that is no order ends the list with a problem, after all the others.
        """
        from app.vendors.oktopos.ready_list import read_ready_list

        try:
            reply = self._http.get_json(f"/{self._settings.ready_path}")
        except VendorRefused as error:
            # Nobody can refuse a list: the path is not the one of this instance.
            raise VendorSpokeOddly(NAME, error.message) from error
        return read_ready_list(reply.data, reply.text, self._timezone, self._now)

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Look for an order among those that are ready; see `VendorPort.fetch`."""
        for report in self.list_orders().reports:
            if report.vendor_order_id == vendor_order_id:
                return report
        raise OrderUnknown(NAME, "it is not among the orders that are ready")

    # --- orders that are sent there ----------------------------------------------------------

    def compose(self, push: Push, matter: Matter) -> str:
        """Return the order as the register is to have it; see `VendorPort.compose`."""
        if push.kind is not PushKind.REGISTER:
            return ""
        from app.vendors.oktopos.create import compose_create

        return compose_create(push, matter, self._settings)

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Create an order, or set its status; see `VendorPort.send`.

        Raises ValueError for what the register has no word for; its capabilities never offer that.
        """
        if push.kind is PushKind.REGISTER:
            return self._create(push)
        if push.kind not in self._words:
            raise ValueError(f"{TITLE} has no word for {push.kind}")
        from app.vendors._http.exact import dump_json

        number = own_number(vendor_order_id)
        if not number:
            raise VendorRefused(NAME, "the register has given no number for this order")
        body = {"orderId": int(number), "status": self._words[push.kind]}
        answer = self._http.post_json(f"/{self._settings.status_path}", dump_json(body)).data
        if not isinstance(answer, dict) or answer.get("success") is not True:
            raise VendorRefused(NAME, _sentence(answer) or "the answer does not say success")
        return ""

    def _create(self, push: Push) -> str:
        try:
            reply = self._http.post_json(f"/{self._settings.create_path}", push.body)
        except VendorUnavailable as error:
            if error.said and error.answered and error.sent:
                # With its reason, such as a time that is over, the register says that it took
                # nothing; without one nobody knows.
                raise VendorRefused(NAME, error.said, code=error.message) from error
            raise
        if isinstance(reply.data, dict) and reply.data.get("success") is False:
            raise VendorRefused(NAME, _sentence(reply.data))
        number = own_number(reply.data.get("internalId")) if isinstance(reply.data, dict) else ""
        if not number:
            raise VendorSpokeOddly(NAME, "the answer names no internalId", raw=reply.text)
        return number

    # --- the rest ----------------------------------------------------------------------------

    def probe(self) -> ProbeResult:
        """Read the list of ready orders, which has no effect."""
        try:
            problem = self.list_orders().problem
        except VendorError as error:
            problem = error
        if problem is None:
            return ProbeResult(ProbeWord.CONNECTED)
        return result_of(problem)

    def time_heard(self) -> TimeHeard | None:
        """Return what the newest answer said of the time; see `VendorPort.time_heard`."""
        return self._http.time_heard

    def close(self) -> None:
        """Let go of all connections."""
        self._http.close()


def _sentence(answer: Any) -> str:
    """Return what an envelope says: the texts of its messages."""
    from app.domain.text import plain

    messages = answer.get("messages") if isinstance(answer, dict) else None
    texts = [
        text
        for message in (messages if isinstance(messages, list) else ())
        if isinstance(message, dict) and isinstance(text := message.get("text"), str)
    ]
    return plain(" ".join(texts), limit=200)


def _build(settings: OktoposSettings, surroundings: VendorSurroundings) -> VendorPort:
    return OktoposVendor(settings, surroundings)


def _refresh_seconds(settings: OktoposSettings) -> float:
    return settings.poll_seconds


def _register(settings: OktoposSettings) -> RegisterRules:
    return RegisterRules(
        send_from=frozenset(settings.send_from), when_paid=settings.send_on == "paid"
    )


VENDOR: Final = VendorPlugin(
    name=NAME,
    title=TITLE,
    initial="O",
    settings_model=OktoposSettings,
    capabilities=CAPABILITIES,
    build=_build,
    refresh_seconds=_refresh_seconds,
    register=_register,
)
