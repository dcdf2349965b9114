"""``pult --demo``: nothing to set up, orders flow, a slip comes out, nothing is left behind."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.harness.counter import Counter
from tests.e2e.harness.program import ENDS_IN
from tests.e2e.harness.waiting import wait_until


def _children(pid: int) -> list[int]:
    """The processes a process has started and that still run."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                _, _, rest = (folder / "stat").read_text().rpartition(") ")
            except OSError:
                continue
            state, parent = rest.split()[:2]
            if int(parent) == pid and state != "Z":
                found.append(int(folder.name))
    return found


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return (
            not (Path("/proc") / str(pid) / "stat").read_text().rpartition(") ")[2].startswith("Z")
        )
    except (ProcessLookupError, OSError):
        return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda one: one.name)
def test_the_demo_runs_and_leaves_nothing(counter: Counter, number: signal.Signals) -> None:
    till = counter.launch("--demo")
    screen = till.screen
    screen.wait_until_open()
    screen.wait_for_status("Cheers: connected")
    # One of Cheers, where nobody orders for later: such an order would rest in Later.
    orders = screen.wait_for(
        lambda: [card for card in screen.cards("New") if ", Cheers, " in card], "an order", 60
    )
    order = orders[0].split(", ")[0]
    screen.open_order(order, "New")
    screen.press_move(order, "Accept")
    screen.wait_for_card(order, "Preparing")
    slips = wait_until(
        lambda: list(counter.home.temporary.glob("pult-demo-*/slips/*.png")), "a slip"
    )
    assert slips
    screen.press_move(order, "Ready")
    screen.wait_for_card(order, "Ready")

    children = _children(till.pid)
    assert children
    code, seconds = till.end(number)
    assert (code, till.err) == (0, "")
    assert seconds < ENDS_IN
    wait_until(lambda: not any(map(_alive, children)), "the simulator to end")
    assert list(counter.home.temporary.iterdir()) == []


def test_a_killed_demo_leaves_no_process(counter: Counter) -> None:
    till = counter.launch("--demo")
    till.screen.wait_for_status("Cheers: connected")
    children = _children(till.pid)
    assert children
    till.kill_9()
    wait_until(lambda: not any(map(_alive, children)), "the simulator to end")
