"""From process start to the first painted window, beside a bare window of the same toolkit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import pytest

from tests.e2e.harness.counter import Counter
from tests.e2e.harness.desktop import Desktop
from tests.e2e.harness.program import command_of
from tests.e2e.harness.waiting import wait_until

ROUNDS = 9
BUDGET = 1.8
INJECTED = Path(__file__).parents[1] / "e2e" / "harness" / "paint"
BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem
application = QApplication(sys.argv)
window = QMainWindow()
bar = window.addToolBar("Main")
for name in ("New", "Open", "Save"):
    bar.addAction(name)
table = QTableWidget(20, 5)
for row in range(20):
    for column in range(5):
        table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
window.setCentralWidget(table)
window.resize(1280, 800)
window.show()
application.exec()
"""


def _first_paint(
    command: Sequence[str], environment: Mapping[str, str], file: Path
) -> tuple[float, list[str]]:
    """Milliseconds from the start of the process, and which heavy modules it had loaded."""
    file.unlink(missing_ok=True)
    given = {**environment, "PYTHONPATH": str(INJECTED), "PULT_PAINT_FILE": str(file)}
    began = time.monotonic()
    process = subprocess.Popen(command, env=given, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: file.exists() and file.read_text().endswith("\n"), "the paint", 20, 0.01)
    finally:
        process.terminate()
        process.wait(10)
    told = json.loads(file.read_text())
    return (told["at"] - began) * 1000, told["loaded"]


@pytest.mark.timeout(240)
def test_the_first_paint_takes_at_most_1_8_times_a_bare_window(tmp_path: Path) -> None:
    file = tmp_path / "paint.json"
    ours, bare, loaded = [], [], set()
    with Desktop() as desktop, Counter(tmp_path, desktop) as counter:
        counter.with_cheers("http://127.0.0.1:1").with_printer(1)
        counter.with_scanner(str(tmp_path / "no-scanner"))
        environment = counter.home.environment(desktop.environment)
        environment["PATH"] = os.environ["PATH"]
        del environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"]
        command = command_of("--config", counter.write())
        _first_paint(command, environment, file)  # warms the disk's cache for both
        for _ in range(ROUNDS):
            bare.append(_first_paint([sys.executable, "-c", BARE], environment, file)[0])
            took, modules = _first_paint(command, environment, file)
            ours.append(took)
            loaded |= set(modules)
    ratio = median(ours) / median(bare)
    print(f"\n{'first paint, ms':<34}{'median':>10}{'fastest':>10}{'slowest':>10}")
    for name, times in (("a bare window", bare), ("Pult", ours)):
        print(f"{name:<34}{median(times):>10.0f}{min(times):>10.0f}{max(times):>10.0f}")
    print(f"{'ratio':<34}{ratio:>10.2f}{'budget':>8} {BUDGET}")
    print(f"loaded by then: {', '.join(sorted(loaded)) or 'none of the heavy modules'}")
    assert not loaded
    assert ratio <= BUDGET
