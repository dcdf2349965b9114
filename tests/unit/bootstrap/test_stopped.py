"""What a desktop can say when Qt itself cannot be loaded, and how that is known beforehand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.bootstrap import desktop
from app.bootstrap.desktop import WINDOW_LIBRARIES, may_lack_library
from app.bootstrap.stopped import show_without_qt
from app.commandline.computer import LIBRARIES
from tests.patience import PATIENCE

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="libraries of an X display")
ON_X = {"DISPLAY": ":0"}

BOX = '#!/bin/sh\nprintf "%s\\n" "$@" >"{said}"\n'


@linux_only
def test_the_desktop_says_which_library_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said"
    box = tmp_path / "xmessage"
    box.write_text(BOX.format(said=said), "utf-8")
    box.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("app.bootstrap.stopped._MESSAGE_BOXES", (("xmessage", "-center"),))
    shown = show_without_qt("pult: a library is missing")
    assert shown is not None and shown.wait(PATIENCE) == 0
    assert said.read_text("utf-8") == "-center\npult: a library is missing\n"


@linux_only
def test_a_library_that_is_nowhere_is_looked_at_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not may_lack_library({})
    assert not may_lack_library({**ON_X, "QT_QPA_PLATFORM": "offscreen"})
    assert not may_lack_library({**ON_X, "WAYLAND_DISPLAY": "wayland-0"})
    monkeypatch.setattr(desktop, "WINDOW_LIBRARIES", (*WINDOW_LIBRARIES, "libpult-window.so.9"))
    assert may_lack_library(ON_X)


def test_what_is_looked_for_is_what_check_knows_the_packages_of() -> None:
    assert set(WINDOW_LIBRARIES) <= {library.file for library in LIBRARIES}
