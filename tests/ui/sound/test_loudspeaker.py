"""Whether the computer can be heard: its sound server, and its mute switch."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.ui.sound.loudspeaker import Hearing, ServerWatch, is_muted

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems have no sound server"
)


@pytest.fixture
def socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the place of a sound server that is not there yet."""
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "pulse").mkdir()
    return tmp_path / "pulse" / "native"


def test_a_server_that_comes_later_is_used(socket: Path) -> None:
    watch = ServerWatch()
    assert watch.look() is Hearing.NO_SERVER
    socket.touch()
    assert watch.look() is Hearing.HEARD
    assert watch.look() is Hearing.HEARD


def test_a_server_that_was_started_anew_is_left_alone_for_good(socket: Path) -> None:
    watch = ServerWatch()
    socket.touch()
    watch.look()
    socket.rename(socket.with_name("old"))
    assert watch.look() is Hearing.NO_SERVER
    socket.touch()
    assert watch.look() is Hearing.SERVER_LOST
    socket.unlink()
    socket.with_name("old").rename(socket)
    assert watch.look() is Hearing.SERVER_LOST


@pytest.mark.parametrize(
    ("program", "answer", "muted"),
    [
        ("pactl", "Mute: yes", True),
        ("pactl", "Mute: no", False),
        ("wpctl", "Volume: 0.40 [MUTED]", True),
        ("wpctl", "Volume: 0.00", True),
        ("wpctl", "Volume: 0.40", False),
        ("", "", False),
    ],
)
def test_what_the_system_says_of_its_mute_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, answer: str, muted: bool
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if program:
        script = tmp_path / program
        script.write_text(f"#!/bin/sh\necho '{answer}'\n")
        script.chmod(0o700)
    assert is_muted() is muted


def test_a_system_that_does_not_say_is_not_muted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    script = tmp_path / "pactl"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o700)
    assert not is_muted()
