"""What `[display]` takes: a colour nothing reads on is refused before a customer sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.contrast import LEAST_CONTRAST, luminance, ratio
from app.settings.display import INKS
from app.settings.errors import SettingsError
from app.settings.load import load_settings
from app.settings.settings import Settings


def load(config: Path, *lines: str) -> Settings:
    config.write_text("\n".join(("[display]", *lines)), encoding="utf-8")
    return load_settings(config, vendor_models={}, environ={})


def problem(config: Path, *lines: str) -> str:
    with pytest.raises(SettingsError) as caught:
        load(config, *lines)
    (found,) = caught.value.problems
    return str(found)


def test_it_is_off_until_it_is_wanted(config: Path) -> None:
    assert not load(config).display.enabled


def test_colours_are_taken_where_everything_reads(config: Path) -> None:
    display = load(config, 'ground = "#fff8ee"', 'ready = "#8a1c2b"').display
    assert (display.ground, display.ready) == ("#FFF8EE", "#8A1C2B")


@pytest.mark.parametrize("key", ["ground", "ready"])
def test_a_colour_no_text_reads_on_is_refused(config: Path, key: str) -> None:
    grey = "#7D7D7D"
    assert max(ratio(ink, luminance(grey)) for ink in INKS) < LEAST_CONTRAST
    told = problem(config, f'{key} = "{grey}"')
    assert f'display.{key} = "{grey}" would have text of 4.4:1 on it, under 4.5:1' in told
    assert "Choose a lighter or a darker colour." in told


def test_a_ready_colour_that_does_not_read_on_the_ground_is_refused(config: Path) -> None:
    told = problem(config, 'ready = "#12303A"')
    assert "ready = #12303A reads on our ground at 1.4:1 only" in told
    assert "Choose a lighter ready colour on a dark ground" in told
    told = problem(config, 'ground = "#FFFFFF"', 'ready = "#FFD166"')
    assert "reads on #FFFFFF at 1.4:1 only; it must be 4.5:1 or more" in told


@pytest.mark.parametrize("value", ["red", "#12", "#12345G"])
def test_what_is_no_colour_is_refused(config: Path, value: str) -> None:
    assert "must be empty or a colour as #RRGGBB" in problem(config, f'ground = "{value}"')


def test_it_speaks_one_or_two_languages(config: Path) -> None:
    assert load(config, 'languages = ["hu", "en"]').display.languages == ("hu", "en")
    assert "Name each language once" in problem(config, 'languages = ["hu", "hu"]')
    assert 'one or two of "en"' in problem(config, 'languages = ["hu", "en", "de"]')
    assert 'one or two of "en"' in problem(config, 'languages = ["fr"]')


def test_a_vendor_nobody_knows_is_refused(config: Path) -> None:
    assert load(config, 'vendors = ["walkin"]').display.vendors == ("walkin",)
    told = problem(config, 'vendors = ["walk-in"]')
    assert 'display.vendors = ["walk-in"] names "walk-in"' in told
    assert 'Did you mean "walkin"?' in told
