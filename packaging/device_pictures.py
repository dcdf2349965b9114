"""Pictures of printers and scanners: found, looked at, in trouble, and cured."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path

from picture_stage import Scene, Stage

from tests.e2e.harness.new_till import go_to, press_until
from tests.e2e.harness.screen import Screen
from tests.sinks.fake_cups import FakeCups
from tests.sinks.scanner_line import SocketLine


def find_printers(stage: Stage) -> None:
    """The guide's fourth step looks for printers; the number of one that was found is printed."""
    with tempfile.TemporaryDirectory() as place:
        cups = FakeCups(Path(place))
        till = stage.counter.launch_new(PATH=f"{cups.bin}:{os.environ['PATH']}")
        screen = till.screen
        screen.wait_until_open()
        go_to(screen, "Who sends you orders?")
        press_until(screen, "Next", partial(screen.find, "label", "Where do slips come out?"))
        screen.press("Find printers")
        screen.wait_for_dialog("Find printers")
        screen.wait_for_text("slips")
        screen.wait_for(lambda: screen.button("Look again"), "the search to end", 60)
        screen.press_in("Find printers", "Print the numbers")
        screen.wait_for_text("Its number is printed")
        screen.press_in("Find printers", "Number 1 came out")
        stage.save("find-printers")
        till.end_well()


def printers(stage: Stage) -> None:
    """A printer's page in Settings, the lines of its proof sheet, and its lamp without paper."""
    till = stage.open()
    screen = till.screen
    _settings(screen, "Printers")
    screen.wait_for_text("counter is ready")
    stage.save("settings-printers")
    screen.press("Proof sheet")
    screen.wait_for_dialog("Letters of counter")
    stage.save("proof-sheet")
    screen.key("Escape")
    screen.wait_until_clear()
    stage.printer.become("paper out")
    screen.press("Test slip")
    screen.wait_for_text("counter: paper out")
    screen.press("Board")
    screen.wait_for_status("counter: paper out")
    screen.press("What to do")
    screen.wait_for(lambda: screen.button("Test slip"), "its page")
    stage.save("printer-in-trouble")
    till.end_well()


def scanners(stage: Stage) -> None:
    """A scanner's doctor shows what has arrived from it."""
    line = SocketLine()
    stage.counter.scanners.clear()
    stage.counter.with_scanner(line.port)
    till = stage.open()
    screen = till.screen
    _settings(screen, "Scanners")
    screen.press("Scan doctor of till scanner")
    screen.wait_for(lambda: screen.button("Find the speed"), "the doctor")
    line.send(b"4006381333931\r")
    screen.wait_for_answer("No product has this barcode")
    screen.wait_until_clear()
    stage.save("scan-doctor")
    till.end_well()
    line.unplug()


def _settings(screen: Screen, section: str) -> None:
    screen.press("Settings")
    screen.press(section)


DEVICES: tuple[Scene, ...] = (find_printers, printers, scanners)
