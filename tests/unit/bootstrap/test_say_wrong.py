from __future__ import annotations

import sys

import pytest

from app.bootstrap.say_wrong import say_wrong


def test_it_is_one_line_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say_wrong("pult: there is no display")
    assert capsys.readouterr() == ("", "pult: there is no display\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there a window opens, and waits")
def test_elsewhere_no_window_opens_without_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "__stderr__", None)
    say_wrong("pult: the settings are wrong")
    assert capsys.readouterr().err == "pult: the settings are wrong\n"
