"""Qt threads, pool jobs, timers and windows a test started and did not end fail that test."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

GRACE_SECONDS = 10.0  # only what is left behind is waited for that long

_started: list[QThread | QThreadPool | QTimer] = []


def _remember(kind: type, name: str) -> None:
    """Let every call of the named method leave the object in the list of things started."""
    original = getattr(kind, name)

    def start(self: Any, *args: Any, **kwargs: Any) -> Any:
        if not any(known is self for known in _started):
            _started.append(self)
        return original(self, *args, **kwargs)

    setattr(kind, name, start)


for _kind, _name in (
    (QThread, "start"),
    (QThreadPool, "start"),
    (QThreadPool, "tryStart"),
    (QTimer, "start"),
):
    _remember(_kind, _name)


def _deliver() -> None:
    """Let waiting events and deletions happen, as a running event loop would."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _ends(wait: Callable[[int], bool]) -> bool:
    deadline = time.monotonic() + GRACE_SECONDS
    while not wait(10):
        if time.monotonic() > deadline:
            return False
        _deliver()
    return True


def _leak_of(thing: QThread | QThreadPool | QTimer) -> str | None:
    """Name what still runs, and stop it so that the next test does not meet it."""
    if not shiboken6.isValid(thing):
        return None
    if isinstance(thing, QThreadPool):
        if thing.activeThreadCount() and not _ends(thing.waitForDone):
            return f"pool with {thing.activeThreadCount()} running job(s)"
    elif isinstance(thing, QThread):
        if thing.isRunning() and not _ends(thing.wait):
            thing.quit()
            return f"thread {thing.objectName() or type(thing).__name__}"
    elif thing.isActive():
        thing.stop()
        return f"timer of {thing.interval()} ms, owned by {type(thing.parent()).__name__}"
    return None


def _windows() -> dict[int, QWidget]:
    """Top-level widgets by address; one with a parent goes with its parent."""
    if not isinstance(QApplication.instance(), QApplication):
        return {}
    return {
        shiboken6.getCppPointer(widget)[0]: widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }


def _leaked_windows(before: set[int]) -> list[str]:
    if not _windows().keys() - before:
        return []
    gc.collect()
    _deliver()
    left = [widget for address, widget in _windows().items() if address not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    _deliver()
    return names


@pytest.fixture(autouse=True)
def no_qt_leaks() -> Iterator[None]:
    before = set(_windows())
    _started.clear()
    yield
    _deliver()
    leaks = [f"window {name}" for name in _leaked_windows(before)]
    leaks += [leak for thing in list(_started) if (leak := _leak_of(thing))]
    _started.clear()
    if leaks:
        pytest.fail("Qt objects left behind: " + ", ".join(leaks), pytrace=False)
