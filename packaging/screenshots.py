"""Take the README's pictures anew from the real program, with its demo's orders:

python packaging/screenshots.py [FOLDER]

Needs what the tests need (`bash packaging/test.sh` brings it), and a minute. Read the pictures
before they are committed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tests.e2e.harness.counter import Counter  # noqa: E402
from tests.e2e.harness.desktop import Desktop  # noqa: E402
from tests.e2e.harness.screen import Screen  # noqa: E402

FOLDER = HOUSE / "resources" / "screenshots"
SETTLED_MS = 700  # so long after a tap everything is painted
MADE = 3  # so many orders are accepted


def of_cheers(screen: Screen) -> list[str]:
    """Return the new orders of Cheers, where nobody orders for later, oldest first."""
    return [card for card in screen.cards("New") if ", Cheers, " in card]


def number_of(card: str) -> str:
    """Return the order number a card begins with."""
    return card.split(", ")[0]


def fill_the_board(screen: Screen) -> str:
    """Accept some orders and make some of them ready; return one that is open and New."""
    screen.wait_for(lambda: len(of_cheers(screen)) > MADE, "enough orders", 120)
    for turn, number in enumerate(map(number_of, of_cheers(screen)[:MADE])):
        screen.open_order(number, "New")
        screen.press_move(number, "Accept")
        screen.wait_for_card(number, "Preparing")
        if turn == 0:
            screen.press_move(number, "Ready")
            screen.wait_for_card(number, "Ready")
    to_pay = [card for card in of_cheers(screen) if "to pay" in card.casefold()]
    chosen = number_of((to_pay or of_cheers(screen))[0])
    screen.open_order(chosen, "New")
    screen.press("Stop ringing")
    return chosen


def take_them(screen: Screen, save: Callable[[str], None]) -> None:
    """Walk through the program as staff do, and save what is seen."""
    screen.wait_until_open()
    screen.press("Close")  # the small window of the demo
    number = fill_the_board(screen)
    save("board")
    if screen.button("Take payment", screen.order(number)) is not None:
        screen.press_move(number, "Take payment")
        screen.wait_for_dialog(f"Payment for {number}")
        save("payment")
        screen.key("Escape")
        screen.wait_until_clear()
    screen.press("History")
    save("history")
    screen.press("Board")
    screen.press("Settings")
    screen.press("Printers")
    save("settings-printers")


def main(folder: Path = FOLDER) -> None:
    """Start a desktop of our own and Pult on it, and take the pictures."""
    with (
        tempfile.TemporaryDirectory(prefix="pult-pictures-") as place,
        Desktop() as desktop,
        Counter(Path(place), desktop) as counter,
    ):
        screen = counter.launch("--demo", "--pace", "busy").screen
        os.environ.update(desktop.environment)
        application = QApplication([])

        def save(name: str) -> None:
            waiting = QEventLoop()
            QTimer.singleShot(SETTLED_MS, waiting.quit)
            waiting.exec()
            seen = application.primaryScreen().grabWindow(0)
            if not seen.save(str(folder / f"{name}.png")):
                sys.exit(f"pult: {folder / name}.png cannot be written")

        take_them(screen, save)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
