"""Reusable field types of the settings models and the words in which their limits are told."""

import ipaddress
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr
from pydantic.fields import FieldInfo

from app.settings.errors import Unfit


class SettingsModel(BaseModel):
    """What all settings tables share: frozen, strict types, no unknown keys.

    Thread: any.
    """

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        hide_input_in_errors=True,
        allow_inf_nan=False,
        defer_build=True,  # what a till does not use is not built before its window is painted
    )


@dataclass(frozen=True, slots=True)
class Allowed:
    """Field marker: what the field takes, as words that complete "must be …"."""

    text: str


@dataclass(frozen=True, slots=True)
class Needed:
    """Field marker: may not stay empty while the vendor is enabled."""


@dataclass(frozen=True, slots=True)
class Discreet:
    """Field marker: no secret by itself, but the value may hold one and is not shown in errors."""


@dataclass(frozen=True, slots=True)
class NamesVendors:
    """Field marker: a list of names of vendors that have orders: built in, or the walk-in's."""


def names_vendors(field: FieldInfo) -> bool:
    """Tell whether the field's value is a list of vendors' names."""
    return any(isinstance(mark, NamesVendors) for mark in field.metadata)


def is_secret(field: FieldInfo) -> bool:
    """Tell whether the field's value is a secret (environment, file, keyring; never shown)."""
    return field.annotation is SecretStr


def is_hidden(field: FieldInfo) -> bool:
    """Tell whether the field's value stays out of error lines."""
    return is_secret(field) or any(isinstance(mark, Discreet) for mark in field.metadata)


def is_empty(value: object) -> bool:
    """Tell whether a value counts as not given: "", an empty secret or list, or the number 0."""
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    return value is not False and not value


def _full_match(pattern: str, remedy: str = "") -> AfterValidator:
    compiled = re.compile(pattern, re.ASCII)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise Unfit("", remedy)
        return value

    return AfterValidator(check)


def _printable(value: str) -> str:
    if not value.isprintable():
        raise Unfit("", "Remove the control characters.")
    return value


# --- texts ------------------------------------------------------------------------------

ShortText = Annotated[str, AfterValidator(_printable), Field(max_length=60)]
Text = Annotated[str, AfterValidator(_printable), Field(max_length=500)]
NameText = Annotated[
    str,
    AfterValidator(_printable),
    _full_match(r"(?s)\S(.{0,38}\S)?"),
    Allowed("a name of 1 to 40 characters"),
]
Ident = Annotated[
    str,
    _full_match(r"[A-Za-z0-9._-]{1,32}"),
    Allowed("1 to 32 letters, digits, dots, hyphens or underscores"),
]
HeaderName = Annotated[
    str,
    _full_match(r"[A-Za-z0-9-]{1,60}"),
    Allowed("the name of an HTTP header, such as X-API-KEY"),
]
ClockTime = Annotated[
    str, _full_match(r"([01][0-9]|2[0-3]):[0-5][0-9]"), Allowed('a time of day as "HH:MM"')
]
AnyClockTime = Annotated[
    str,
    _full_match(r"(([01][0-9]|2[0-3]):[0-5][0-9])?"),
    Allowed('empty, or a time of day as "HH:MM"'),
]


def _compiles(value: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a doubtful pattern is still the shop's choice
        try:
            re.compile(value)
        except (re.error, OverflowError, RecursionError) as fault:
            raise Unfit(f"is not a regular expression ({fault})") from None
    return value


Pattern = Annotated[
    str,
    Field(min_length=1, max_length=500),
    AfterValidator(_compiles),
    Allowed("a regular expression of at most 500 characters"),
]


def _known_timezone(value: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise Unfit("", _timezone_remedy(value)) from None
    return value


def _timezone_remedy(value: str) -> str:
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    known = available_timezones()
    if not known:
        return "This computer has no timezone data: install the tzdata package."
    near = get_close_matches(value[:60], sorted(known), n=1)
    return f'Did you mean "{near[0]}"?' if near else 'Use a name such as "Europe/Budapest".'


Timezone = Annotated[
    str,
    Field(max_length=60),
    AfterValidator(_known_timezone),
    Allowed('the name of a timezone, such as "Europe/Budapest"'),
]

# --- numbers ----------------------------------------------------------------------------

Seconds = Annotated[float, Field(ge=0, le=86400)]
Port = Annotated[int, Field(ge=1, le=65535)]

# --- addresses --------------------------------------------------------------------------

_HOST: Final = re.compile(
    r"(?=.{1,253}\Z)[A-Za-z0-9]([A-Za-z0-9_-]{0,62})(\.[A-Za-z0-9]([A-Za-z0-9_-]{0,62}))*\.?",
    re.ASCII,
)


def is_host(value: str) -> bool:
    """Tell whether the text is a host name or an IP address (IPv6 without brackets)."""
    if ":" in value:
        return _address(value) is not None
    return _HOST.fullmatch(value) is not None


def is_loopback(host: str) -> bool:
    """Tell whether a host can only mean this computer."""
    if host.lower().rstrip(".") == "localhost":
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def _address(value: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(value)
    except ValueError:
        return None


def _host(value: str) -> str:
    if value and not is_host(value):
        raise Unfit("", "Give the name or address alone, without scheme, port or spaces.")
    return value


Host = Annotated[str, AfterValidator(_host), Allowed("a host name or an IP address")]


def _base_url(value: str) -> str:
    if not value:
        return value
    parts = _split_url(value)
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise Unfit("", "Leave out the user name and password before the host.")
    if "?" in value or "#" in value:
        raise Unfit("", "Leave out everything from ? or # on.")
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise Unfit("", "Write https:// in place of http://.")
    return value.rstrip("/")


def _split_url(value: str) -> SplitResult:
    if not value.isascii() or not value.isprintable() or " " in value or "\\" in value:
        raise Unfit("", "Leave out spaces and letters that are not plain ASCII.")
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise Unfit("", "Check the host and the port.") from None
    if parts.scheme not in ("http", "https") or not value.lower().startswith(f"{parts.scheme}://"):
        raise Unfit("", "Begin it with https://.")
    if not is_host(parts.hostname or "") or port == 0 or len(value) > 500:
        raise Unfit("", "Check the host and the port.")
    return parts


_URL_ALLOWED: Final = Allowed(
    "an https:// address (http:// to this computer only) without user name, ? and #"
)
BaseUrl = Annotated[str, AfterValidator(_base_url), _URL_ALLOWED]
UrlPath = Annotated[
    str,
    _full_match(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){1,10}", "Example: /callbacks/cheers"),
    Allowed("a path that begins with / and does not end with it, of letters, digits, . _ ~ -"),
]

# --- secrets ----------------------------------------------------------------------------


def _secret_check(fits: Callable[[str], bool], remedy: str) -> AfterValidator:
    def check(secret: SecretStr) -> SecretStr:
        if not fits(secret.get_secret_value()):
            raise Unfit("", remedy)
        return secret

    return AfterValidator(check)


Secret = Annotated[
    SecretStr,
    Field(max_length=4096),
    _secret_check(
        lambda text: text.isprintable() and text == text.strip(),
        "Remove blanks and line ends before and after it.",
    ),
    Allowed("a text without line ends or blanks around it"),
]
HeaderSecret = Annotated[
    SecretStr,
    Field(max_length=4096),
    _secret_check(
        lambda text: not text or (text.isascii() and text.isprintable() and " " not in text),
        "Copy it again; blanks, line ends and accented letters cannot be part of it.",
    ),
    Allowed("plain letters, digits and signs without blanks"),
]
CookieSecret = Annotated[
    SecretStr,
    Field(max_length=4096),
    _secret_check(
        lambda text: not text or re.fullmatch(r"[!-~]+=[ -~]*[!-~]", text, re.ASCII) is not None,
        "Copy it from the browser as name=value; several are separated by a semicolon.",
    ),
    Allowed("a cookie as name=value"),
]
PathToken = Annotated[
    SecretStr,
    _secret_check(
        lambda text: re.fullmatch(r"[A-Za-z0-9_-]{0,128}", text, re.ASCII) is not None,
        "Choose a new one of letters and digits.",
    ),
    Allowed("at most 128 letters, digits, hyphens or underscores"),
]


def no_secret() -> SecretStr:
    """Give the default of every secret field: not set."""
    return SecretStr("")
