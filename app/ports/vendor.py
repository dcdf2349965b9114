"""A connected system: what the core can ask of it and tell it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.domain.capabilities import Capabilities
from app.ports.callback import CallbackPort

if TYPE_CHECKING:  # vendors are found before the first paint, and work only after it
    from app.domain.errors import VendorError
    from app.domain.matter import Matter
    from app.domain.push import Push
    from app.domain.report import OrderReport
    from app.domain.scan import Intent
    from app.domain.till_clock import TimeHeard


class ProbeWord(StrEnum):
    """What a vendor's lamp says."""

    CONNECTED = "connected"
    LOGIN_FAILED = "key not accepted"
    NOT_LET_IN = "shop not let in"  # the key may be right, and an id be another shop's
    KEY_UNREAD = "key not readable"  # the keyring of this computer does not give it
    OFFLINE = "offline"
    ODD_ANSWER = "odd answer"
    NOT_REACHED = "cannot reach this till"  # its callbacks do not arrive


SHUT_OUT: Final = frozenset({ProbeWord.LOGIN_FAILED, ProbeWord.NOT_LET_IN})
"""The words of a vendor that answers and does nothing for this shop."""


class ProbeCause(StrEnum):
    """Why a question had that answer, where it says what to do about it."""

    NONE = ""
    NO_SUCH_NAME = "no server of this name"
    NOBODY_LISTENS = "nobody answers there"
    NOT_TRUSTED = "certificate not trusted"
    NO_HTTPS = "no https there"
    TOO_LATE = "no answer in time"
    BUSY = "it says it cannot answer now"
    NOT_FOUND = "not found there"
    CALLS_UNTESTED = "its calls are not tested"  # nobody said at which address it calls
    LOG_IN_UNTESTED = "log-in not tested"  # it answers, but any question would be a sale


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """The answer to a question without side effects; `detail` is technical."""

    word: ProbeWord
    detail: str = ""
    cause: ProbeCause = ProbeCause.NONE


@dataclass(frozen=True, slots=True)
class OrderList:
    """A vendor's list of orders as far as it could be read; `problem` says why it ends early."""

    reports: tuple[OrderReport, ...] = ()
    problem: VendorError | None = None


class VendorPort(Protocol):
    """One vendor's calls.

    Thread: vendor (workers; calls may overlap). Every call returns or raises within the vendor's
    deadlines. All raise VendorUnavailable, VendorRefused, VendorLoginFailed and VendorSpokeOddly.
    """

    name: str
    title: str
    capabilities: Capabilities

    def fetch(self, vendor_order_id: str) -> OrderReport:
        """Read one order. Raises OrderUnknown when the vendor has none of that id."""
        ...

    def list_orders(self) -> OrderList:
        """Read the whole list, where `capabilities.lists_orders`.

        A page that cannot be read ends the list with its `problem`; what was read before counts.
        Raises what `fetch` raises when nothing at all could be read.
        """
        return OrderList()

    def compose(self, push: Push, matter: Matter) -> str:
        """Return what `send` needs besides the push and the id, as text that is kept with the push.

        Called once, before the first request; every repeat sends the same. No secret may be in it.
        Thread: core; pure. Raises VendorRefused for what can never be told, in the way it stands.
        """
        return ""

    def send(self, push: Push, vendor_order_id: str) -> str:
        """Tell the vendor; returning means it said yes. Returns its own id of the order where it
        has just given one, else "".

        `vendor_order_id` is the system's id of the order, empty while it has none. Raises
        VendorUnavailable with `sent` False only when nothing can have reached the vendor.
        """
        ...

    def make_number(self) -> str:
        """Have the vendor make an order number and return it, where its plugin `makes_numbers`.

        Only a person asks for one: each call makes another, and the last one counts. Raises what
        `fetch` raises.
        """
        return ""

    def probe(self) -> ProbeResult:
        """Ask whether the vendor answers and accepts the key, without side effects; never raises
        what the network can cause."""
        ...

    def time_heard(self) -> TimeHeard | None:
        """Return what the vendor's newest answer said of the time, None where none did.

        Thread: any.
        """
        return None

    def close(self) -> None:
        """Let go of all connections."""
        ...


@dataclass(frozen=True, slots=True)
class VendorSurroundings:
    """What a vendor is given at start besides its own settings.

    `callback_path` is where its calls arrive, without the token.
    """

    callback_path: str
    public_url: str
    shop_timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRules:
    """Which orders go on to a register: those of the vendors in `send_from`, once accepted, or with
    `when_paid` once nothing is due any more."""

    send_from: frozenset[str]
    when_paid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LoyaltyRules:
    """How a loyalty programme hears of sales; `follow_status`: also of what becomes of them."""

    follow_status: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorPlugin:
    """What a vendor's file offers under the entry-point group ``pult.vendors``.

    `settings_model` is the pydantic model of its table in pult.toml; `refresh_seconds` names how
    often its open orders or its list are read again (0: never), `register` and `loyalty` what it is
    to other vendors' orders, `scan_patterns` which scanned texts it can do something with,
    `makes_numbers` whether order numbers can be got from it; all are taken from its settings.
    Where `settings_model` is an OrderSourceSettings, new orders may be accepted by themselves.
    `path_is_configured`: its callbacks arrive at `[callbacks] path`, those of others at
    /callbacks/NAME.
    """

    name: str
    title: str
    initial: str  # the letter on its tile
    settings_model: type[Any]
    capabilities: Capabilities
    build: Callable[[Any, VendorSurroundings], VendorPort]
    build_callback: Callable[[Any, VendorSurroundings], CallbackPort] | None = None
    refresh_seconds: Callable[[Any], float] = lambda _settings: 0.0
    register: Callable[[Any], RegisterRules | None] = lambda _settings: None
    loyalty: Callable[[Any], LoyaltyRules | None] = lambda _settings: None
    scan_patterns: Callable[[Any], Mapping[Intent, str]] = lambda _settings: {}
    makes_numbers: Callable[[Any], bool] = lambda _settings: False
    path_is_configured: bool = False
