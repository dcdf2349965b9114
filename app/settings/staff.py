"""The table `[staff]` of the settings file: what asks for the PIN, and who hears the names."""

from typing import Annotated, Literal

from pydantic import Field

from app.settings.fields import SettingsModel

PinFor = Annotated[
    tuple[Literal["settings", "money_returned", "hand_over_unpaid", "closing"], ...],
    Field(strict=False),
]


class StaffSettings(SettingsModel):
    """Who works at the counter. The PIN and the names themselves are kept in the store.

    Thread: any.
    """

    pin_for: PinFor = Field(
        default=(),
        description="What asks for the PIN, once one is set: opening Settings, money returned, "
        "hand over unpaid, closing the day or Pult.",
    )
    tell_vendors: bool = Field(
        default=True,
        description="Whether a vendor that takes it is told who accepted an order, by name.",
    )
