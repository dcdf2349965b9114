"""The customer display on real screens: the second one is plugged in, pulled out, plugged in."""

from __future__ import annotations

from subprocess import run

from PIL import ImageGrab

from app.simulators.cheers import CheersSimulator
from app.ui.theme import DARK
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.desktop import Desktop
from tests.e2e.harness.monitors import Monitors, Rect
from tests.e2e.harness.waiting import wait_until
from tests.sinks.printer_sink import PrinterSink

OURS: Rect = (0, 0, 880, 800)
THEIRS: Rect = (880, 0, 400, 800)


def lies_at(desktop: Desktop) -> Rect | None:
    """Give where customers see their screen, None while they see none."""
    search = ("xdotool", "search", "--onlyvisible", "--name", "^Customer display$")
    environment = {"DISPLAY": desktop.display}
    found = run(search, env=environment, text=True, capture_output=True).stdout.split()
    if not found:
        return None
    told = desktop.xdotool("getwindowgeometry", "--shell", found[0])
    values = dict(line.split("=") for line in told.splitlines())
    return (int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"]))


def shows_ready(desktop: Desktop) -> bool:
    """Tell whether a number stands there in the colour of what is ready."""
    picture = ImageGrab.grab(xdisplay=desktop.display).crop((THEIRS[0], 0, 1280, 800))
    wanted = tuple(bytes.fromhex(DARK.ok.removeprefix("#")))
    return any(colour == wanted for _, colour in picture.getcolors(1 << 20) or ())


def test_it_comes_and_goes_with_its_screen_and_leaves_the_till_alone(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, desktop: Desktop
) -> None:
    with Monitors(desktop.display) as monitors:
        monitors.plug_in("counter", OURS, is_first=True)
        monitors.plug_in("customer", THEIRS)
        till = counter.start(PULT_DISPLAY__ENABLED="true")
        screen = till.screen
        wait_until(lambda: lies_at(desktop) == THEIRS, "the customer display")
        monitors.pull_out("customer")
        wait_until(lambda: lies_at(desktop) is None, "the customer display to go")
        monitors.plug_in("customer", THEIRS)
        wait_until(lambda: lies_at(desktop) == THEIRS, "the customer display again")
        # The till still has the keys.
        screen.press("Walk-in order")
        screen.wait_for_dialog("Walk-in order")
        screen.type("700")
        screen.press_in("Walk-in order", "Place order")
        screen.wait_for_card("1", "Preparing")
        assert not shows_ready(desktop)
        screen.press_move("1", "Ready")
        wait_until(lambda: shows_ready(desktop), "the ready number")
        till.end_well()
    assert lies_at(desktop) is None
