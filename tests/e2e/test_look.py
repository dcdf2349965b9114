"""How the screen looks is changed on a till at work: its main colour, and how large all is."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.e2e.harness.counter import Counter
from tests.e2e.harness.waiting import wait_until

BUTTON = 5000  # dots that a solid button has at least


def test_a_main_colour_and_a_measured_screen_hold_at_once(counter: Counter, tmp_path: Path) -> None:
    counter.till |= {"theme": "light", "accent": "#7A1FA2"}

    def dots_of(colour: str) -> int:
        file = tmp_path / "screen.png"
        counter.desktop.picture(file)
        picture = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
        dot = QColor(colour).rgb().to_bytes(4, "little")
        dots = bytes(picture.constBits())
        return sum(dots[at : at + 4] == dot for at in range(0, len(dots), 4))

    def kept(key: str) -> object:
        return tomllib.loads(counter.file.read_text("utf-8"))["till"].get(key)

    till = counter.start()
    screen = till.screen
    screen.press("Settings")
    screen.press("Language and look")
    lilac = screen.wait_for(lambda: screen.find("radio button", "Main colour: Lilac"), "colours")
    assert lilac is not None
    screen.tap(lilac)
    wait_until(lambda: dots_of("#7A1FA2") > BUTTON, "Save in the colour of the file")
    screen.press("Save")
    wait_until(lambda: kept("accent") == "#A83FD0", "the colour to be kept")
    screen.press("Measure with a bank card")
    screen.wait_for_dialog("Measure the screen")
    wait_until(lambda: dots_of("#A83FD0") > BUTTON, "the button in the colour that was picked")
    screen.press("Much larger")
    screen.press_in("Measure the screen", "Use this size")
    screen.press("Save")
    wait_until(lambda: kept("dots_per_inch"), "the measure to be kept")
    till.end_well()
