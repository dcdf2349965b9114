"""What every test gets: marks by folder, a place of its own, and the guards of tests/guards."""

from __future__ import annotations

import os
import signal
import sys
from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_MS

# No time limit for an example, and the same examples in every run: a slow machine is no fault, and
# what passes today passes tomorrow. `--hypothesis-profile=default` looks further.
settings.register_profile(
    "same",
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("same")

pytest.register_assert_rewrite("tests.contract", "tests.ui", "tests.e2e", "tests.guards")


pytest_plugins = [
    "tests.guards.isolation",
    "tests.guards.logs",
    "tests.guards.sockets",
    "tests.guards.threads",
    "tests.guards.qt_leaks",
    "tests.guards.evidence",
]

TESTS = Path(__file__).parent
E2E_SECONDS = 180  # a test of the real program is many steps, each of which may be slow
FOLDERS = ("unit", "contract", "ui", "e2e", "bench")

# Qt ends the process when it finds no display; without one the windows are drawn in memory.
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A run in the background, or under nohup, is started with these ignored, and so would be every
# program it starts: nothing could then be told to end.
for _name, _usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
    _number = getattr(signal, _name, None)
    if _number is not None and signal.getsignal(_number) is signal.SIG_IGN:
        signal.signal(_number, _usual)


def _folder_of(path: Path) -> str | None:
    inside = path.relative_to(TESTS).parts if path.is_relative_to(TESTS) else ()
    return inside[0] if inside and inside[0] in FOLDERS else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        folder = _folder_of(item.path)
        if folder is not None:
            item.add_marker(folder)
        if folder == "e2e":
            item.add_marker(pytest.mark.timeout(E2E_SECONDS))  # where it sets none itself


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Measurements run only when somebody names their folder or a file in it."""
    if _folder_of(collection_path) != "bench":
        return None
    asked = [Path(config.invocation_params.dir, arg.split("::")[0]) for arg in config.args]
    wanted = any(_folder_of(path.resolve()) == "bench" for path in asked)
    return None if wanted else True


class PatientBot(QtBot):
    """Waits as long as all of the tests for what must come; one that needs no time takes none."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)
    waitActive = partialmethod(QtBot.waitActive, timeout=PATIENCE_MS)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)
