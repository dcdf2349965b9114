"""What `pult check` says of letters that no font of this computer has."""

from __future__ import annotations

import sys

import pytest

from app.commandline.finding import Light
from app.commandline.letters import letters
from app.devices.printers import letters_without_font

RARE = "\N{LINEAR B SYLLABLE B008 A}"


def test_the_letters_of_our_languages_are_there() -> None:
    assert letters(["Sárkány Söröző", "Niño", "Straße"]).light is Light.GREEN


@pytest.mark.skipif(sys.platform != "linux", reason="names Debian's packages")
def test_a_letter_without_a_font_is_told_with_its_package() -> None:
    if not letters_without_font([RARE]):
        pytest.skip("this computer has fonts for everything")
    found = letters([f"Menu {RARE}"])
    assert (found.light, found.word) == (Light.AMBER, "missing")
    assert RARE in found.detail
    assert found.todo == "sudo apt install fonts-noto-core"
