"""The base of every vendor's settings model; the models live in the vendors' own files."""

from pydantic import Field

from app.settings.fields import Needed, SettingsModel, is_empty


class VendorSettings(SettingsModel):
    """One `[vendors.NAME]` table.

    A vendor subclasses it with fields of `app.settings.fields`, each with a default and a
    description. `Annotated[HeaderSecret, Needed()]` marks a key that may not stay empty while the
    vendor is enabled. Defaults are not validated.

    Thread: any.
    """

    enabled: bool = Field(default=False, description="Whether this till works with the vendor.")

    def missing(self) -> tuple[str, ...]:
        """Name the keys an enabled vendor still lacks; override where one of several will do."""
        return tuple(
            name
            for name, field in type(self).model_fields.items()
            if any(isinstance(mark, Needed) for mark in field.metadata)
            and is_empty(getattr(self, name))
        )
