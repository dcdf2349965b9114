"""The secrets that settings hold, for whoever keeps them out of what it writes."""

from collections.abc import Iterator

from pydantic import BaseModel, SecretStr

from app.settings.settings import Settings


def secrets_of(settings: Settings) -> Iterator[str]:
    """Yield every secret of the settings."""
    for model in (settings.till, settings.store, settings.callbacks, *settings.vendors.values()):
        yield from secrets_in(model)


def secrets_in(model: BaseModel) -> Iterator[str]:
    """Yield every secret of one table of the settings, and of the tables in it."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, SecretStr):
            yield value.get_secret_value()
        elif isinstance(value, BaseModel):
            yield from secrets_in(value)
