"""A vendor's settings model as vendors write them, and short ways to load with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field, SecretStr

from app.settings.errors import Problem, SettingsError
from app.settings.fields import BaseUrl, HeaderSecret, Needed, Pattern, Seconds, no_secret
from app.settings.known import Known
from app.settings.load import load_settings, settings_of
from app.settings.settings import Settings
from app.settings.vendor import VendorSettings


class CheersSample(VendorSettings):
    base_url: Annotated[BaseUrl, Needed()] = Field("https://api.uniqpon.com", description="Where.")
    api_key: Annotated[HeaderSecret, Needed()] = Field(
        default_factory=no_secret, description="The key."
    )
    webhook_secret: HeaderSecret = Field(default_factory=no_secret, description="Optional.")
    auto_accept: bool = Field(False, description="Accept at once.")
    refresh_seconds: Annotated[Seconds, Field(ge=5, le=3600)] = Field(
        30.0, description="How often."
    )
    number_pattern: Pattern = Field("[0-9]{4}", description="What a number looks like.")
    send_from: Annotated[tuple[Literal["cheers", "walkin"], ...], Field(strict=False)] = Field(
        (), description="From whom."
    )
    words: Annotated[tuple[str, ...], Field(strict=False)] = Field((), description="Words.")


MODELS: Mapping[str, type[VendorSettings]] = {"cheers": CheersSample}
KNOWN = Known(MODELS)
NOWHERE = Path("/nonexistent/pult.toml")


def read(text: str, file: Path = NOWHERE, **environ: str) -> Settings:
    return settings_of(text, file, known=KNOWN, environ=environ)


def load(path: Path | None, **environ: str) -> Settings:
    return load_settings(path, vendor_models=MODELS, environ=environ)


def problems(text: str, file: Path = NOWHERE, **environ: str) -> list[Problem]:
    with pytest.raises(SettingsError) as caught:
        read(text, file, **environ)
    return list(caught.value.problems)


def the_line(text: str, file: Path = NOWHERE, **environ: str) -> str:
    """The one problem of a text, as its line."""
    (problem,) = problems(text, file, **environ)
    return str(problem)


def cheers_of(settings: Settings) -> CheersSample:
    cheers = settings.vendors["cheers"]
    assert isinstance(cheers, CheersSample)
    return cheers


def revealed(secret: SecretStr) -> str:
    return secret.get_secret_value()
