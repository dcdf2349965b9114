"""What `[display]` takes: a colour nothing reads on is refused before a customer sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_ready_colour_that_does_not_read_on_the_ground_is_refused(config: Path) -> None:
    told = problem(config, 'ready = "#12303A"')
    assert "ready = #12303A reads on our ground at 1.4:1 only" in told
    assert "Choose a lighter ready colour on a dark ground" in told
    told = problem(config, 'ground = "#FFFFFF"', 'ready = "#FFD166"')
    assert "reads on #FFFFFF at 1.4:1 only; it must be 4.5:1 or more" in told


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
