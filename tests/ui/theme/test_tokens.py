"""Every text token reads on every ground it may lie on."""

from itertools import product

import pytest

from app.ui.theme.tokens import ACCENTS, DARK, LIGHT, Tokens, contrast, luminance, mix, with_accent
from tests.ui.theme.sight import SIGHTS, apart

TEXT_ON_GROUNDS = [
    *(("ink", ground) for ground in ("canvas", "surface", "sunken", "press", "accent_pale")),
    *(("ink", ground) for ground in ("ok_pale", "warn_pale", "bad_pale")),
    *(("ink2", ground) for ground in ("canvas", "surface", "sunken", "press", "accent_pale")),
    *(("ink3", ground) for ground in ("canvas", "surface", "sunken", "press")),
    *(("accent_text", ground) for ground in ("surface", "sunken", "accent_pale")),
    ("on_accent", "accent"),
    ("on_accent", "accent_press"),
    ("on_money", "money"),
    *((f"on_{tone}", tone) for tone in ("ok", "warn", "bad")),
    *((f"{tone}_text", f"{tone}_pale") for tone in ("ok", "warn", "bad")),
    *((f"{tone}_text", "surface") for tone in ("ok", "warn", "bad")),
    ("surface", "ink3"),
]
NAMED_RATIOS = [
    ("edge", "surface", 3.7, 3.9),
    ("ink", "surface", 18.3, 15.8),
    ("ink", "canvas", 15.9, 17.6),
    ("ink2", "surface", 8.5, 9.5),
    ("ink2", "canvas", 7.4, 10.6),
    ("ink3", "surface", 5.6, 6.2),
    ("ink3", "canvas", 4.9, 6.9),
    ("ink3", "press", 4.5, 5.1),
    ("on_accent", "accent", 7.2, 6.6),
    ("accent_text", "accent_pale", 7.6, 7.8),
    ("on_ok", "ok", 5.2, 10.2),
    ("ok_text", "ok_pale", 6.9, 9.3),
    ("on_warn", "warn", 9.2, 11.6),
    ("warn_text", "warn_pale", 7.3, 9.7),
    ("on_bad", "bad", 6.4, 5.6),
    ("bad_text", "bad_pale", 7.0, 7.9),
    ("on_money", "money", 18.3, 16.7),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUNDS)
def test_text_reads_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize(("front", "ground", "light", "dark"), NAMED_RATIOS)
def test_ratios_are_the_computed_ones(front: str, ground: str, light: float, dark: float) -> None:
    for tokens, wanted in ((LIGHT, light), (DARK, dark)):
        ratio = contrast(getattr(tokens, front), getattr(tokens, ground))
        assert ratio == pytest.approx(wanted, abs=0.06)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_of_controls_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.surface, tokens.canvas, tokens.sunken):
        assert contrast(tokens.edge, ground) >= 3


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_own_accent_keeps_text_readable_everywhere() -> None:
    for tokens, accent in ((LIGHT, "#7A1FA2"), (DARK, "#C9A0FF")):
        own = with_accent(tokens, accent)
        assert own.accent == accent
        assert contrast(own.on_accent, own.accent) >= 4.5
        assert contrast(own.accent_text, own.accent_pale) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_whatever_accent_a_shop_has_everything_reads_and_is_seen(tokens: Tokens) -> None:
    steps = ("00", "33", "66", "99", "CC", "FF")
    named = [
        (text, ground) for text, ground in TEXT_ON_GROUNDS if "accent" in text or "accent" in ground
    ]
    for accent in (f"#{red}{green}{blue}" for red, green, blue in product(steps, repeat=3)):
        own = with_accent(tokens, accent)
        for text, ground in named:
            assert contrast(getattr(own, text), getattr(own, ground)) >= 4.5, (accent, text, ground)
        assert contrast(own.accent, own.surface) >= 3, accent
        assert own.accent_press != own.accent


def test_an_accent_close_to_its_ground_is_moved_towards_ink() -> None:
    assert luminance(with_accent(LIGHT, "#FFEE88").accent) < luminance("#FFEE88")
    assert luminance(with_accent(DARK, "#20242B").accent) > luminance("#20242B")
    assert with_accent(DARK, "#FFEE88").accent == "#FFEE88"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_no_accent_on_offer_is_taken_for_a_state(tokens: Tokens, sight: str) -> None:
    for own in (tokens, *(with_accent(tokens, accent) for accent in ACCENTS)):
        for state in (own.ok, own.warn, own.bad, own.money):
            assert apart(own.accent, state, sight) >= 15, (own.accent, state)
    assert apart(tokens.ok, tokens.bad, sight) >= 15


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [("#000000", "#FFFFFF", 100), ("#7A1FA2", "#7A1FA2", 0), ("#FF0000", "#0000FF", 52.88)],
)
def test_colours_are_as_far_apart_as_ciede_2000_has_it(
    one: str, other: str, difference: float
) -> None:
    assert apart(one, other, "full") == pytest.approx(difference, abs=0.05)


def test_what_is_no_colour_is_refused() -> None:
    for wrong in ("red", "#FFF", "12345678"):
        with pytest.raises(ValueError, match="RRGGBB"):
            with_accent(LIGHT, wrong)


def test_mix_lays_one_colour_over_another() -> None:
    assert mix("#FFFFFF", "#000000", 0) == "#000000"
    assert mix("#FFFFFF", "#000000", 1) == "#FFFFFF"
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
