"""The table `[display]` of the settings file: the screen that customers look at."""

from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, model_validator

from app.domain.contrast import LEAST_CONTRAST, luminance, ratio
from app.settings.colour import Colour
from app.settings.errors import Unfit
from app.settings.fields import Allowed, NamesVendors, SettingsModel, ShortText

OUR_GROUND: Final = 0.0047
"""The luminance of our own ground; the colours themselves stand in the theme."""


def _path(value: str) -> str:
    if not value.isprintable():
        raise Unfit("", "Remove the control characters.")
    return value


def _each_once(languages: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(languages)) != len(languages):
        raise Unfit("", "Name each language once.")
    return languages


class DisplaySettings(SettingsModel):
    """What customers see on a second screen; never names, never amounts.

    Thread: any.
    """

    enabled: bool = Field(default=False, description="Whether a second screen shows the numbers.")
    screen: Annotated[str, Field(max_length=100), AfterValidator(_path)] = Field(
        default="",
        description="The screen's name as the system has it; empty: the one that Pult's own "
        "window is not on.",
    )
    name: ShortText = Field(default="", description="The shop's name there; empty: the till's.")
    languages: Annotated[
        tuple[Literal["en", "hu", "es", "de"], ...],
        Field(strict=False, max_length=2),
        AfterValidator(_each_once),
        Allowed('one or two of "en", "hu", "es", "de"'),
    ] = Field(default=(), description="Its languages, the larger one first; empty: the till's.")
    logo: Annotated[
        str, Field(max_length=1000), AfterValidator(_path), Allowed("a picture's file")
    ] = Field(
        default="",
        description="The shop's logo, PNG or JPEG; a relative path is taken from the settings "
        "file's folder.",
    )
    ground: Colour = Field(default="", description="Colour behind everything; empty: ours, dark.")
    ready: Colour = Field(default="", description="Colour of what is ready; empty: ours, green.")
    show_preparing: bool = Field(
        default=True, description="Whether what is being prepared is shown too."
    )
    ready_minutes: Annotated[float, Field(ge=1, le=240)] = Field(
        default=15.0,
        description="A number that nobody collects goes after so many minutes; one that is "
        "collected goes at once.",
    )
    sound: bool = Field(default=True, description="Whether each new ready number is heard.")
    vendors: Annotated[tuple[str, ...], Field(strict=False), NamesVendors()] = Field(
        default=(), description="The vendors whose numbers are shown; empty: all."
    )

    @model_validator(mode="after")
    def _ready_reads_on_ground(self) -> "DisplaySettings":
        """Refuse a ready colour in which numbers could not be read; raises Unfit."""
        if not self.ready:
            return self
        ground = luminance(self.ground) if self.ground else OUR_GROUND
        reads = ratio(luminance(self.ready), ground)
        if reads < LEAST_CONTRAST:
            raise Unfit(
                f"ready = {self.ready} reads on {self.ground or 'our ground'} at {reads:.1f}:1 "
                "only; it must be "
                f"{LEAST_CONTRAST:g}:1 or more",
                "Choose a lighter ready colour on a dark ground, a darker one on a light ground.",
            )
        return self
