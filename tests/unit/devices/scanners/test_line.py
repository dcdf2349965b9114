"""A serial line is opened with the bits the scanner's manual names."""

from __future__ import annotations

import os
import sys

import pytest

from app.devices.scanners._line import open_line

if sys.platform == "win32":
    pytest.skip("asks a pseudo-terminal", allow_module_level=True)

import termios

CFLAG = 2
BITS = termios.CSIZE | termios.PARENB | termios.PARODD | termios.CSTOPB


@pytest.mark.parametrize(
    ("frame", "flags"),
    [
        ("8N1", termios.CS8),
        ("7E1", termios.CS7 | termios.PARENB),
        ("7O1", termios.CS7 | termios.PARENB | termios.PARODD),
        ("8N2", termios.CS8 | termios.CSTOPB),
    ],
)
def test_the_line_has_the_bits_that_are_set(
    frame: str, flags: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Linux's pseudo-terminals keep no parity, so what the system is asked for is looked at.
    asked: list[int] = []
    real = termios.tcsetattr

    def noted(device: int, when: int, attributes: list[object]) -> None:
        asked.append(int(str(attributes[CFLAG])) & BITS)
        real(device, when, attributes)  # type: ignore[arg-type]

    monkeypatch.setattr(termios, "tcsetattr", noted)
    ours, theirs = os.openpty()
    line = open_line(os.ttyname(theirs), 9600, frame)
    try:
        assert asked[0] == flags
    finally:
        line.close()
        os.close(ours)
        os.close(theirs)
