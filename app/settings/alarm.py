"""The table `[alarm]` of the settings file: what is heard, when, and what stands in for it."""

from typing import Annotated

from pydantic import AfterValidator, Field

from app.settings.errors import Unfit
from app.settings.fields import Allowed, SettingsModel

_HOURS = 24
_MINUTES = 60


def _time_or_nothing(value: str) -> str:
    if not value:
        return value
    hours, _, minutes = value.partition(":")
    if not (len(hours) == len(minutes) == 2 and value.isascii()):
        raise Unfit("")
    if not (hours.isdigit() and minutes.isdigit()):
        raise Unfit("")
    if int(hours) >= _HOURS or int(minutes) >= _MINUTES:
        raise Unfit("")
    return value


OptionalTime = Annotated[
    str, AfterValidator(_time_or_nothing), Allowed('empty, or a time of day as "HH:MM"')
]


class AlarmSettings(SettingsModel):
    """How new orders, cancelled ones, printer trouble and a vendor that is gone are heard.

    Thread: any.
    """

    volume: Annotated[int, Field(ge=0, le=100)] = Field(
        default=80, description="How loud Pult is, in percent; at 0 the window flashes instead."
    )
    quiet_from: OptionalTime = Field(
        default="",
        description="From then on the alarm is not heard and the window flashes instead; "
        "empty: no quiet hours.",
    )
    quiet_until: OptionalTime = Field(default="", description="Until then; empty: no quiet hours.")
    again_seconds: Annotated[float, Field(ge=5, le=600)] = Field(
        default=30.0,
        description="While staff are tapping a new order only chimes; so many seconds old and "
        "still unopened it rings in full.",
    )
    full_screen: bool = Field(
        default=False, description="Whether new orders that ring cover the whole window."
    )
    buzzer: bool = Field(
        default=True,
        description="Where no sound is possible: whether the buzzer of a printer that has one "
        "helps.",
    )
    call_out: bool = Field(
        default=False, description="Whether orders that become Ready are called out by voice."
    )
