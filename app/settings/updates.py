"""The table `[updates]` of the settings file: where newer releases are told of, and when to."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated

from pydantic import AfterValidator, Field

from app.settings.errors import Unfit
from app.settings.fields import Allowed, BaseUrl, ClockTime, SettingsModel

_KEY_BYTES = 32


def _key_or_nothing(value: str) -> str:
    if not value:
        return value
    try:
        known = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise Unfit("") from None
    if len(known) != _KEY_BYTES:
        raise Unfit("", "Copy the whole line that packaging/sign_release.py printed.")
    return value


class UpdateSettings(SettingsModel):
    """Whether and where Pult looks for a newer release; it never installs one by itself.

    Thread: any.
    """

    url: BaseUrl = Field(
        default="",
        description="Address of the publisher's signed list of releases; empty: never looked for.",
    )
    public_key: Annotated[
        str, AfterValidator(_key_or_nothing), Allowed("empty, or an Ed25519 key in base64")
    ] = Field(default="", description="The publisher's key; a list signed by another is refused.")
    open_from: ClockTime = Field(
        default="06:00",
        description="Opening hours begin: until they end nothing is looked for by itself, fetched "
        "by itself, or installed.",
    )
    open_until: ClockTime = Field(default="23:00", description="Opening hours end.")

    @property
    def enabled(self) -> bool:
        """Whether there is an address to ask, and a key to check the answer by."""
        return bool(self.url and self.public_key)
