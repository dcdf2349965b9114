"""A new till as its owner sets it up: the guide of the first start, by what the screen says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.e2e.harness.screen import Screen

FIELDS = ("text", "password text")
COUNTED = 6.0  # seconds after which a press that changed nothing was none
STEPS = (
    ("Begin", "Which language?"),
    ("Next", "What is this till called?"),
    ("Next", "Who sends you orders?"),
    ("Save and go on", "Where do slips come out?"),
    ("Next", "Do you scan?"),
    ("Next", "Pult is ready"),
)


def go_to(screen: Screen, wanted: str) -> None:
    """Go on in the guide until a step asks what is wanted."""
    heads = [head for _, head in STEPS]
    here = next((place for place, head in enumerate(heads) if screen.find("label", head)), -1)
    for button, head in STEPS[here + 1 : heads.index(wanted) + 1]:
        press_until(screen, button, partial(screen.find, "label", head))


def enter(screen: Screen, field: str, value: str) -> None:
    """Go to a field by the Tab key and type into it, in place of what stands there."""
    screen.reach(lambda: _has_focus(screen, field))
    screen.key("ctrl+a")
    screen.type(value)
    # Keys as quick as these are held back for a moment: a scanner may be typing.
    screen.wait_for(lambda: _length(screen, field) == len(value), f"{field} to be filled")


def restart(screen: Screen) -> None:
    """Have Pult start again, as the guide's last step offers."""
    press_until(screen, "Restart now", lambda: screen.find("frame", "Pult") is None)


def press_until(screen: Screen, button: str, there: Callable[[], object]) -> None:
    """Press a button; once more where it came too soon after the press before it to count."""
    screen.press(button)
    try:
        screen.wait_for(there, f"{button!r} to do something", COUNTED)
    except AssertionError:
        screen.press(button)
        screen.wait_for(there, f"{button!r} to do something")


def _has_focus(screen: Screen, name: str) -> bool:
    """Whether something of this name has the focus; the screen is read but once."""
    nodes = (node for window in screen.windows() for node in window.walk())
    return any(node.name == name and "focused" in node.states for node in nodes)


def _length(screen: Screen, field: str) -> int:
    found = (screen.find(role, field) for role in FIELDS)
    return next((len(node.text()) for node in found if node is not None), 0)


def switch_on(screen: Screen, name: str) -> None:
    """Go to a switch by the Tab key and put it on."""
    screen.reach(lambda: _has_focus(screen, name))
    screen.key("space")
