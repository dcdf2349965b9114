"""What the system's refusals are called, also where they come in pyserial's words alone."""

from __future__ import annotations

import errno

import pytest
from serial import SerialException

from app.devices.printers._troubles import not_opened

# As pyserial puts Windows' errors, which leaves their numbers out.
IN_USE = "could not open port 'COM3': PermissionError(13, 'Access is denied.', None, 5)"
NOT_THERE = (
    "could not open port 'COM3': "
    "FileNotFoundError(2, 'The system cannot find the file specified.', None, 2)"
)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SerialException(IN_USE), "COM3 is used by another program"),
        (SerialException(NOT_THERE), "COM3 is not there"),
        (OSError(errno.EBUSY, "busy"), "COM3 is used by another program"),
        (OSError(errno.ENODEV, "gone"), "COM3 is not there"),
        (SerialException("something else"), "COM3: something else"),
    ],
)
def test_a_port_that_cannot_be_opened_says_why(error: Exception, said: str) -> None:
    assert not_opened(error, "COM3", "dialout").status.detail == said
