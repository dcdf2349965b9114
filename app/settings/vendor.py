"""The base of every vendor's settings model; the models live in the vendors' own files."""

from datetime import time
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from app.settings.fields import AnyClockTime, Needed, SettingsModel, is_empty, is_secret


class VendorSettings(SettingsModel):
    """One `[vendors.NAME]` table.

    A vendor subclasses it with fields of `app.settings.fields`, each with a default and a
    description. `Annotated[HeaderSecret, Needed()]` marks a key that may not stay empty while the
    vendor is enabled. `asked_first` names further keys whoever sets the vendor up must see: its
    own, or in full those of another table. Not `has_orders`: it is something to the orders of
    others alone, as a loyalty programme is, and no list of vendors may name it. Defaults are not
    validated.

    Thread: any.
    """

    asked_first: ClassVar[tuple[str, ...]] = ()
    has_orders: ClassVar[bool] = True

    enabled: bool = Field(default=False, description="Whether this till works with the vendor.")

    def missing(self) -> tuple[str, ...]:
        """Name the keys an enabled vendor still lacks; override where one of several will do."""
        return tuple(
            name
            for name, field in type(self).model_fields.items()
            if any(isinstance(mark, Needed) for mark in field.metadata)
            and is_empty(getattr(self, name))
        )

    def more_secrets(self) -> tuple[str, ...]:
        """Name the empty secrets that the vendor can do without."""
        lacking = self.missing()
        return tuple(
            name
            for name, field in type(self).model_fields.items()
            if is_secret(field) and is_empty(getattr(self, name)) and name not in lacking
        )


class OrderSourceSettings(VendorSettings):
    """One `[vendors.NAME]` table of a vendor whose orders are accepted here.

    The keys say which of its new orders are accepted without a tap; what else must be so is in
    `app.domain.accept_rules`.

    Thread: any.
    """

    auto_accept: bool = Field(
        default=False,
        description="Accept new orders by itself; never one with money to collect, a note, or an "
        "item that is sold out or unknown, and only while the slip's printer is well.",
    )
    auto_accept_up_to: Annotated[float, Field(ge=0, le=1_000_000_000)] = Field(
        default=0.0,
        description="The largest total that is accepted by itself, in the till's currency; 0: any.",
    )
    auto_accept_from: AnyClockTime = Field(
        default="",
        description="From when in the day orders are accepted by themselves; empty: always.",
    )
    auto_accept_until: AnyClockTime = Field(
        default="",
        description="Until when; before auto_accept_from it is after midnight. Empty: always.",
    )

    @property
    def auto_accept_amount(self) -> Decimal | None:
        """`auto_accept_up_to` as an exact amount, None for any."""
        return Decimal(str(self.auto_accept_up_to)) if self.auto_accept_up_to else None

    @property
    def auto_accept_hours(self) -> tuple[time, time] | None:
        """From when until when orders are accepted by themselves, None for always."""
        if not self.auto_accept_from and not self.auto_accept_until:
            return None
        return _clock(self.auto_accept_from), _clock(self.auto_accept_until)


def _clock(text: str) -> time:
    """Return a time of day; the one that is not given is midnight."""
    return time.fromisoformat(text) if text else time(0, 0)
