"""Press buttons of the Pult on this display by their names, as a person would:

python press_buttons.py STEP...

A step is the name of a button, or =TEXT, a text that has to be on the screen, or -NAME, a button
that must not be, or ?TEXT, which prints the text on the screen that this is a part of.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.harness.accessibility import AccessibilityReader
from tests.e2e.harness.desktop import Display, accessibility_bus_of
from tests.e2e.harness.screen import Screen
from tests.e2e.harness.waiting import wait_until


@dataclass(frozen=True)
class Window:
    """The process whose window is on the display."""

    pid: int
    err = ""

    @property
    def running(self) -> bool:
        return Path(f"/proc/{self.pid}").exists()


def window_on(display: Display) -> int:
    """Return the process of Pult's window, 0 while there is none."""
    search = ("search", "--onlyvisible", "--name", "^Pult$", "getwindowpid")
    with suppress(AssertionError):  # it finds none
        return int(display.xdotool(*search).split()[0])
    return 0


def does(screen: Screen, step: str) -> str:
    """Do one step, and return what is said of it; AssertionError when it cannot be done."""
    match step[0], step[1:]:
        case "=", text:
            screen.wait_for_text(text)
        case "-", name:
            screen.wait_for(lambda: screen.button(name) is None, f"no button {name!r}")
        case "?", text:
            return screen.wait_for_text(text).name
        case _:
            screen.press(step)
    return f"done: {step}"


def main(steps: list[str]) -> None:
    display = Display(os.environ["DISPLAY"])
    bus = wait_until(
        lambda: accessibility_bus_of(os.environ["DBUS_SESSION_BUS_ADDRESS"]),
        "the accessibility bus",
    )
    pid = wait_until(lambda: window_on(display), "a window")
    with AccessibilityReader(bus) as reader:
        screen = Screen(display, reader, Window(pid))
        for step in steps:
            print(does(screen, step), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
