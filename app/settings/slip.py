"""The table `[slip]` of the settings file: what a shop has on its slips."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field

from app.settings.errors import Unfit
from app.settings.fields import Allowed, SettingsModel

MOST_LINES: Final = 6


def _printable(lines: tuple[str, ...]) -> tuple[str, ...]:
    if not all(line.isprintable() for line in lines):
        raise Unfit("", "Remove the control characters.")
    return lines


def _path(value: str) -> str:
    if not value.isprintable():
        raise Unfit("", "Remove the control characters.")
    return value


OwnLines = Annotated[
    tuple[Annotated[str, Field(max_length=96)], ...],
    Field(strict=False, max_length=MOST_LINES),
    AfterValidator(_printable),
    Allowed(f"at most {MOST_LINES} lines of at most 96 letters"),
]


class SlipSettings(SettingsModel):
    """What stands on slips; number, vendor, what is to pay and the comment always do.

    Thread: any.
    """

    language: Literal["till", "en", "hu", "es", "de"] = Field(
        default="till",
        description="Language of slips: the till's, or one of their own, as for a kitchen.",
    )
    logo: Annotated[
        str, Field(max_length=1000), AfterValidator(_path), Allowed("a picture's file")
    ] = Field(
        default="",
        description="A picture above the slip: PNG or JPEG; a relative path is taken from the "
        "settings file's folder, then from Pult's own pictures.",
    )
    top: OwnLines = Field(default=(), description="Lines of the shop's own above the number.")
    bottom: OwnLines = Field(default=(), description="Lines of the shop's own at the end.")
    prices: bool = Field(default=True, description="Whether lines and totals have amounts.")
    customer: bool = Field(default=True, description="Whether the customer's name stands there.")
    code: bool = Field(default=True, description="Whether the slip has its QR code.")
