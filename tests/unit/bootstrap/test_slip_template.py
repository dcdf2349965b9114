"""What the settings say of slips, and where the logo is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.slip_template import template_of, with_logo_found
from app.domain.slip_template import SlipTemplate
from app.settings.load import load_settings


def template(folder: Path, *lines: str) -> SlipTemplate:
    file = folder / "pult.toml"
    file.write_text("\n".join(["[slip]", *lines]), "utf-8")
    return template_of(load_settings(file, vendor_models={}, environ={}))


def test_defaults_are_a_whole_slip(tmp_path: Path) -> None:
    assert template(tmp_path) == SlipTemplate()


def test_everything_said_is_taken(tmp_path: Path) -> None:
    said = ('top = ["Szia!"]', 'bottom = ["a", "b"]', "prices = false", "customer = false")
    assert template(tmp_path, *said, "code = false") == SlipTemplate(
        top=("Szia!",), bottom=("a", "b"), prices=False, customer=False, code=False
    )


def test_logo_beside_the_settings_file_comes_first(tmp_path: Path) -> None:
    (tmp_path / "icons").mkdir()
    own = tmp_path / "icons" / "clock.svg"
    own.write_bytes(b"")
    assert template(tmp_path, 'logo = "icons/clock.svg"').logo == str(own)
    own.unlink()
    found = template(tmp_path, 'logo = "icons/clock.svg"').logo
    assert Path(found).is_file() and found.endswith("resources/icons/clock.svg")


@pytest.mark.parametrize("logo", ["nowhere.png", "/nowhere/at/all.png"])
def test_logo_that_is_nowhere_stays_a_path_of_nothing(tmp_path: Path, logo: str) -> None:
    found = with_logo_found(SlipTemplate(logo=logo), tmp_path / "pult.toml")
    assert found.logo == str(tmp_path / logo)
    assert not Path(found.logo).exists()
