"""The settings of OktoPOS Manager."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from app.settings.errors import Unfit
from app.settings.fields import (
    Allowed,
    BaseUrl,
    HeaderName,
    HeaderSecret,
    Ident,
    NamesVendors,
    NameText,
    Needed,
    Seconds,
    ShortText,
    no_secret,
)
from app.settings.vendor import VendorSettings

_PATH = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){0,9}/?")
# The page's own pattern, ^[\w\d\. \-]+$ with the flag u.
_INTERMEDIARY = re.compile(r"[\w. \-]{1,60}")


def _path(value: str) -> str:
    if not _PATH.fullmatch(value):
        raise Unfit("", "Example: order/create")
    return value


def _intermediary(value: str) -> str:
    if not _INTERMEDIARY.fullmatch(value):
        raise Unfit("", 'Write "and" in place of "&", and leave other signs out.')
    return value


def _senders(value: tuple[str, ...]) -> tuple[str, ...]:
    if "oktopos" in value:
        raise Unfit("", "The register's own orders are there already.")
    return value


RegisterPath = Annotated[
    str,
    AfterValidator(_path),
    Allowed("a path below base_url, without / before it, of letters, digits, . _ ~ -"),
]
Intermediary = Annotated[
    str,
    AfterValidator(_intermediary),
    Allowed("1 to 60 letters, digits, dots, blanks, hyphens or underscores"),
]
Senders = Annotated[
    tuple[Ident, ...],
    Field(strict=False),
    NamesVendors(),
    AfterValidator(_senders),
    Allowed('a list of vendors\' names, such as ["cheers", "loke", "walkin"]'),
]


class OktoposSettings(VendorSettings):
    """The table `[vendors.oktopos]`."""

    asked_first: ClassVar = ("send_from",)

    base_url: Annotated[BaseUrl, Needed()] = Field(
        default="", description="Address of the shop's OktoPOS Manager, with or without /v1."
    )
    api_key: Annotated[HeaderSecret, Needed()] = Field(
        default_factory=no_secret,
        description="The token shown in OktoPOS Manager under OktoPOS, System.",
    )
    api_key_header: HeaderName = Field(
        default="X-API-KEY", description="The header the token is sent in."
    )
    create_path: RegisterPath = Field(
        default="order/create", description="Where orders are created."
    )
    ready_path: RegisterPath = Field(
        default="order/ready", description="Where orders that are ready are listed."
    )
    status_path: RegisterPath = Field(
        default="order/status", description="Where an order's status is set."
    )
    status_accepted: NameText = Field(
        default="accepted", description="The register's word for an order that is being prepared."
    )
    status_ready: NameText = Field(
        default="ready", description="The register's word for an order that can be collected."
    )
    status_completed: NameText = Field(
        default="completed", description="The register's word for an order that was collected."
    )
    status_cancelled: NameText = Field(
        default="cancelled",
        description="The register's word for an order that was cancelled or left behind.",
    )
    send_from: Senders = Field(
        default=(), description="Vendors whose orders are sent on to the register."
    )
    send_on: Literal["accepted", "paid"] = Field(
        default="accepted",
        description="When they are sent on: once accepted, or once nothing is due any more.",
    )
    poll_seconds: Seconds = Field(
        default=15.0, description="How often the list of ready orders is read; 0: never."
    )
    intermediary: Intermediary = Field(
        default="Pult",
        description="The name under which the register shows where orders come from.",
    )
    delivery_article: ShortText = Field(
        default="",
        description="The register's article for a delivery fee; without it orders that have one"
        " are not sent on.",
    )
