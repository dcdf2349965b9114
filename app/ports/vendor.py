"""A connected system: what the core can ask of it and tell it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.capabilities import Capabilities
from app.ports.callback import CallbackPort

if TYPE_CHECKING:  # vendors are found before the first paint, and work only after it
    from app.domain.push import Push
    from app.domain.report import OrderReport


class ProbeWord(StrEnum):
    """What a vendor's lamp says."""

    CONNECTED = "connected"
    LOGIN_FAILED = "key not accepted"
    OFFLINE = "offline"
    ODD_ANSWER = "odd answer"
    NOT_REACHED = "cannot reach this till"  # its callbacks do not arrive


@dataclass(frozen=True, slots=True)
class ProbeResult:
    """The answer to a question without side effects; `detail` is technical."""

    word: ProbeWord
    detail: str = ""


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

    def send(self, push: Push, vendor_order_id: str) -> None:
        """Tell the vendor; returning means it said yes.

        Raises VendorUnavailable with `sent` False only when nothing can have reached the vendor.
        """
        ...

    def probe(self) -> ProbeResult:
        """Ask whether the vendor answers and accepts the key, without side effects; never raises
        what the network can cause."""
        ...

    def close(self) -> None:
        """Let go of all connections."""
        ...


@dataclass(frozen=True, slots=True)
class VendorSurroundings:
    """What a vendor is given at start besides its own settings."""

    callback_path: str
    public_url: str
    shop_timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorPlugin:
    """What a vendor's file offers under the entry-point group ``pult.vendors``.

    `settings_model` is the pydantic model of its table in pult.toml; `refresh_seconds` names how
    often its open orders are read again (0: never), `accepts_by_itself` whether new orders are
    accepted without a person's press; both are taken from its settings.
    """

    name: str
    title: str
    initial: str  # the letter on its tile
    settings_model: type[Any]
    capabilities: Capabilities
    build: Callable[[Any, VendorSurroundings], VendorPort]
    build_callback: Callable[[Any, VendorSurroundings], CallbackPort] | None = None
    refresh_seconds: Callable[[Any], float] = lambda _settings: 0.0
    accepts_by_itself: Callable[[Any], bool] = lambda _settings: False
