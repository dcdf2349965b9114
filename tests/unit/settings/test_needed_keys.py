"""What an enabled vendor may not lack, and how that is said."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import Field, SecretStr, model_validator

from app.settings.errors import SettingsError, Unfit
from app.settings.fields import HeaderSecret, Needed, no_secret
from app.settings.known import Known
from app.settings.load import settings_of
from app.settings.vendor import VendorSettings
from tests.unit.settings.sample import NOWHERE, problems, read, the_line

FILE = str(NOWHERE)


def in_cheers(line: str) -> str:
    return f"[vendors.cheers]\n{line}"


def test_enabled_vendor_without_its_key_says_how_to_give_it() -> None:
    line = the_line(in_cheers("enabled = true"))
    assert line.startswith(
        f"{FILE}: vendors.cheers.api_key is missing while the vendor is enabled. "
        "Run: pult secret set vendors.cheers.api_key (or set vendors.cheers.enabled = false)."
    )


def test_enabled_vendor_lacks_a_key_that_is_no_secret() -> None:
    line = the_line(in_cheers('enabled = true\napi_key = "k"\nbase_url = ""'))
    assert "vendors.cheers.base_url is missing" in line
    assert "Add base_url = … below [vendors.cheers]" in line


def test_missing_key_is_told_beside_other_faults() -> None:
    found = problems(in_cheers("enabled = true\nrefresh_seconds = 0"))
    assert [p.key for p in found] == ["vendors.cheers.refresh_seconds", "vendors.cheers.api_key"]


def test_faulty_key_is_not_told_to_be_missing_as_well() -> None:
    (problem,) = problems(in_cheers('enabled = true\napi_key = "a b"'))
    assert "must be plain letters" in str(problem)


def test_disabled_vendor_needs_nothing_but_is_checked() -> None:
    read(in_cheers("enabled = false"))
    assert "refresh_seconds" in the_line(in_cheers("refresh_seconds = 0"))


class EitherOr(VendorSettings):
    """A vendor for which one of two ways to log in will do."""

    token: Annotated[HeaderSecret, Field(description="A token.")] = SecretStr("")
    client_id: str = Field("", description="A client.")
    client_secret: Annotated[HeaderSecret, Needed()] = Field(default_factory=no_secret)

    def missing(self) -> tuple[str, ...]:
        return () if self.token.get_secret_value() else super().missing()

    @model_validator(mode="after")
    def _one_way(self) -> EitherOr:
        if self.token.get_secret_value() and self.client_id:
            raise Unfit("has both token and client_id", "Remove one of them.")
        return self


def test_vendor_can_say_what_it_lacks_and_what_does_not_fit_together() -> None:
    known = Known({"shop": EitherOr})

    def line(text: str) -> str:
        with pytest.raises(SettingsError) as caught:
            settings_of(text, NOWHERE, known=known, environ={})
        return str(caught.value)

    settings_of('[vendors.shop]\nenabled = true\ntoken = "t"', NOWHERE, known=known, environ={})
    assert "vendors.shop.client_secret is missing" in line("[vendors.shop]\nenabled = true")
    both = line('[vendors.shop]\ntoken = "sk-1"\nclient_id = "c"')
    assert both == f"{FILE}: vendors.shop has both token and client_id. Remove one of them."
