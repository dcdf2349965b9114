"""A shop's own colour, on the till's screen and on that of its customers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.contrast import LEAST_CONTRAST, luminance, ratio
from app.settings.colour import INKS
from app.settings.errors import SettingsError
from app.settings.load import load_settings
from app.settings.settings import Settings

KEYS = ("till.accent", "display.ground", "display.ready")


def load(config: Path, key: str, value: str) -> Settings:
    table, name = key.split(".")
    config.write_text(f'[{table}]\n{name} = "{value}"\n', encoding="utf-8")
    return load_settings(config, vendor_models={}, environ={})


def problem(config: Path, key: str, value: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(config, key, value)
    (found,) = caught.value.problems
    return str(found)


def test_the_tills_accent_is_ours_until_a_shop_has_one(config: Path) -> None:
    assert load(config, "till.accent", "").till.accent == ""
    assert load(config, "till.accent", "#7a1fa2").till.accent == "#7A1FA2"


@pytest.mark.parametrize("key", KEYS)
def test_a_colour_no_text_reads_on_is_refused(config: Path, key: str) -> None:
    grey = "#7D7D7D"
    assert max(ratio(ink, luminance(grey)) for ink in INKS) < LEAST_CONTRAST
    told = problem(config, key, grey)
    assert f'{key} = "{grey}" would have text of 4.4:1 on it, under 4.5:1' in told
    assert "Choose a lighter or a darker colour." in told
    assert "would have text of 4.4:1 on it, under 4.5:1" in problem(config, key, "#777777")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", ["red", "#12", "#12345G", "7A1FA2"])
def test_what_is_no_colour_is_refused(config: Path, key: str, value: str) -> None:
    assert "must be empty or a colour as #RRGGBB" in problem(config, key, value)
