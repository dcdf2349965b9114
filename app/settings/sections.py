"""The tables `[till]`, `[store]` and `[callbacks]` of the settings file."""

from datetime import time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr

from app.settings.colour import Colour
from app.settings.errors import Unfit
from app.settings.fields import (
    Allowed,
    BaseUrl,
    ClockTime,
    Discreet,
    Host,
    Ident,
    NameText,
    PathToken,
    Port,
    Seconds,
    SettingsModel,
    Timezone,
    UrlPath,
    is_host,
    no_secret,
)


def _folder(value: str) -> str:
    if not value.isprintable():
        raise Unfit("", "Remove the control characters.")
    try:
        Path(value).expanduser()
    except RuntimeError:
        raise Unfit("", "There is no such user's home; write the whole path.") from None
    return value


def _number_prefix(value: str) -> str:
    if value and not (value.isascii() and value.replace("-", "").isalnum()):
        raise Unfit("")
    return value


def _currency(value: str) -> str:
    from app.domain.money import is_currency  # the first window does not wait for it

    if not is_currency(value):
        raise Unfit("", 'Examples: "HUF", "EUR".')
    return value


class TillSettings(SettingsModel):
    """This counter PC and how its screen behaves.

    Thread: any.
    """

    id: Ident = Field(default="till-1", description="This till's own id among the shop's tills.")
    name: NameText = Field(default="Front counter", description="The till's name for people.")
    language: Literal["en", "hu", "es", "de"] = Field(
        default="en",
        description="Language of the screen, and of slips unless they have one of their own.",
    )
    timezone: Timezone = Field(
        default="Europe/Budapest", description="The shop's timezone; all times shown are its."
    )
    mode: Literal["window", "kiosk"] = Field(
        default="window", description="A normal window, or the whole screen for ever."
    )
    currency: Annotated[
        str, AfterValidator(_currency), Allowed("a currency's three letters (ISO 4217)")
    ] = Field(
        default="HUF",
        description="The shop's money: of walk-in orders, and of catalogue prices that name none.",
    )
    data_dir: Annotated[
        str, Field(max_length=1000), AfterValidator(_folder), Allowed("a folder")
    ] = Field(
        default="",
        description="Folder for pult.sqlite3, logs/ and slips/; empty: the per-user data folder. "
        "A relative one is taken from the settings file's folder.",
    )
    after_move: Literal["stay", "next"] = Field(
        default="stay",
        description="After a move: stay on the order, or open the next oldest of its column.",
    )
    undo_seconds: Annotated[Seconds, Field(le=60)] = Field(
        default=5.0,
        description="How long a reject, ready, collected or left can be undone; 0 sends at once.",
    )
    lead_minutes: Annotated[float, Field(ge=1, le=240)] = Field(
        default=20,
        description="So long before its time an accepted order comes forward and its slip prints.",
    )
    on_the_way_minutes: Annotated[float, Field(ge=0, le=1440)] = Field(
        default=120,
        description="So long after On the way an order counts as collected; 0: by a tap alone.",
    )
    print_on: Literal["confirmed", "accepted"] = Field(
        default="confirmed",
        description="Print when the vendor confirmed the accept, or at the tap.",
    )
    hold_off_ms: Annotated[int, Field(ge=0, le=60000)] = Field(
        default=1500, description="The same text scanned again within this many ms is one scan."
    )
    number_prefix: Annotated[
        str,
        Field(max_length=6),
        AfterValidator(_number_prefix),
        Allowed("at most 6 letters, digits or hyphens"),
    ] = Field(default="", description="Stands before our own order numbers.")
    walkin: bool = Field(
        default=True, description="Whether orders can be keyed in here (walk-in orders)."
    )
    day_starts: ClockTime = Field(
        default="04:00", description="When the business day (and our own numbering) begins."
    )
    theme: Literal["system", "light", "dark"] = Field(
        default="system", description="Colours of the screen."
    )
    accent: Colour = Field(
        default="",
        description="Colour of the next move and of what is chosen; empty: ours, blue. Each theme "
        "takes it as far lighter or darker as it needs to be seen.",
    )
    text_scale: Annotated[float, Field(ge=1.0, le=2.0)] = Field(
        default=1.0, description="Size of all text, as a factor."
    )
    keyboard: Literal["auto", "always", "never"] = Field(
        default="auto",
        description="Our on-screen keyboard: when a field is tapped by a finger or no keyboard is "
        "found; at every tap into a field; never.",
    )
    dots_per_inch: Annotated[float, Field(ge=0, le=800)] = Field(
        default=0,
        description="The screen's dots per inch, where it reports wrong ones; 0: as it reports.",
    )
    motion: Literal["system", "full", "reduced"] = Field(
        default="system",
        description="Whether anything on the screen may move by itself; system: as Windows has it.",
    )
    personal_days: Annotated[int, Field(ge=0, le=3650)] = Field(
        default=0,
        description="So many days after an order's end its customer's data (name, phone, address, "
        "card, what was written) is erased; 0 keeps it for good.",
    )
    new_minutes: Annotated[float, Field(ge=0.5, le=240)] = Field(
        default=3.0, description="Waiting time in New after which a card is late."
    )
    preparing_minutes: Annotated[float, Field(ge=0.5, le=240)] = Field(
        default=12.0, description="Waiting time in Preparing after which a card is late."
    )
    ready_minutes: Annotated[float, Field(ge=0.5, le=240)] = Field(
        default=15.0, description="Waiting time in Ready after which a card is late."
    )

    @property
    def day_starts_at(self) -> time:
        """`day_starts` as a time of day, in the till's timezone."""
        return time.fromisoformat(self.day_starts)


def _store_url(secret: SecretStr) -> SecretStr:
    from urllib.parse import urlsplit

    url = secret.get_secret_value()
    if not url:
        return secret
    if not url.isprintable():
        raise Unfit("")
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise Unfit("", "Check the host and the port.") from None
    sqlite = parts.scheme == "sqlite" and url.startswith("sqlite:///")
    shared = parts.scheme == "postgresql+psycopg" and is_host(host) and parts.path.strip("/")
    if not (sqlite or shared):
        raise Unfit("", "Example: postgresql+psycopg://user:password@host/pult")
    return secret


class StoreSettings(SettingsModel):
    """Where orders are kept.

    Thread: any.
    """

    url: Annotated[
        SecretStr,
        Field(max_length=1000),
        AfterValidator(_store_url),
        Allowed("empty, sqlite:///FILE or postgresql+psycopg://user:password@host/database"),
    ] = Field(
        default_factory=no_secret,
        description="Empty: SQLite in data_dir; postgresql+psycopg: one board for all tills.",
    )


class CallbackSettings(SettingsModel):
    """The listener for vendors' callbacks.

    Thread: any.
    """

    host: Annotated[Host, Field(min_length=1)] = Field(
        default="127.0.0.1", description="Address the listener binds to."
    )
    port: Port = Field(default=8787, description="Port the listener binds to.")
    path: UrlPath = Field(default="/callbacks/cheers", description="Path of Cheers' callback.")
    token: PathToken = Field(
        default_factory=no_secret, description="When set, the path continues with /TOKEN."
    )
    public_url: Annotated[BaseUrl, Discreet()] = Field(
        default="",
        repr=False,  # it ends in the token
        description="The address registered with Cheers; checks send a probe through it.",
    )
    max_waiting: Annotated[int, Field(ge=1, le=100000)] = Field(
        default=1000,
        description="Callbacks that may wait to be fetched; beyond it the answer is 503.",
    )
