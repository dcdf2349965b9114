from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from app.bootstrap import awake
from app.bootstrap.awake import Awake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="X and D-Bus are asked elsewhere")


@pytest.fixture
def touched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what was asked of a desktop that agrees and of an X that is there."""
    asked: list[str] = []

    def inhibit() -> bool:
        asked.append("desktop")
        return True

    def toucher() -> Callable[[], None]:
        return lambda: asked.append("touch")

    monkeypatch.setattr(awake, "_inhibit", inhibit)
    monkeypatch.setattr(awake, "_x_toucher", toucher)
    monkeypatch.setattr(awake, "EVERY_SECONDS", 0.01)
    return asked


def test_the_screen_is_kept_on_until_the_end(qapp: QApplication, touched: list[str]) -> None:
    kept = Awake(qapp)
    while touched.count("touch") < 3:
        kept._thread.join(0.01)
    assert kept.close()
    assert touched[0] == "desktop"
    kept.deleteLater()


@pytest.mark.expected_log("screen kept on by: nothing")
def test_that_nothing_keeps_it_on_is_in_the_log(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake, "_inhibit", lambda: False)
    monkeypatch.setattr(awake, "_x_toucher", lambda: None)
    kept = Awake(qapp)
    assert kept.close()
    kept.deleteLater()


def test_without_x_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda _name: None)
    assert awake._x_toucher() is None
