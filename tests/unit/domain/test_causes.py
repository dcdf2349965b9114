"""What the system refuses is told in plain words, tried at what it really refuses."""

from __future__ import annotations

import errno
import os
import re
import socket
import ssl
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import serial

from app.devices.scanners._line import LINE_ERRORS, open_line, why_not
from app.domain.causes import cause_of, number_of
from tests.free_port import free_port

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="ports as Linux has them")
SYSTEM_WORDS = re.compile(r"Errno|Error|Exception|\bE[A-Z]{4,}\b")


def _error_of(act: Callable[[], object]) -> BaseException:
    with pytest.raises((*LINE_ERRORS, OSError)) as caught:
        act()
    return caught.value


def test_a_closed_port_a_missing_name_and_a_silence_are_told_apart() -> None:
    closed = _error_of(lambda: socket.create_connection(("127.0.0.1", free_port()), 2))
    nameless = _error_of(lambda: socket.getaddrinfo("printer.invalid", 9100))
    assert "nothing takes connections" in cause_of(closed)
    assert cause_of(nameless) == "the name is not known"
    assert cause_of(TimeoutError()) == cause_of(OSError(errno.ETIMEDOUT, "x"))


def test_a_certificate_is_told_for_what_it_is_also_behind_another_error() -> None:
    # Its number is OpenSSL's 1, which of the system's errors is EPERM.
    refused = ssl.SSLCertVerificationError(1, "certificate verify failed")
    refused.verify_message = "self-signed certificate"
    outer = ConnectionError("[SSL]")
    outer.__cause__ = refused
    for error in (refused, outer):
        assert number_of(error) is None
        assert cause_of(error) == "its certificate is not trusted: self-signed certificate"
    assert cause_of(ssl.SSLError(1, "wrong version number")) == "there is no https"


@linux_only
@pytest.mark.parametrize("place", ["missing", "folder", "file"])
def test_a_port_that_is_none_is_told_without_the_systems_words(place: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    port = str(tmp_path / place)
    said = why_not(_error_of(lambda: open_line(port, 9600)), port)
    assert said.startswith(f"{port}: it is ")
    assert not SYSTEM_WORDS.search(said)


def test_an_address_that_takes_nothing_is_told_without_the_systems_words() -> None:
    port = f"socket://127.0.0.1:{free_port()}"
    said = why_not(_error_of(lambda: open_line(port, 9600)), port)
    assert said.startswith(f"{port}: ") and not SYSTEM_WORDS.search(said)


@linux_only
def test_a_line_that_was_pulled_out_is_told() -> None:
    ours, theirs = os.openpty()
    line = open_line(os.ttyname(theirs), 9600)
    try:
        os.close(theirs)
        os.close(ours)
        error = _error_of(lambda: line.read(0.1))
    finally:
        line.close()
    assert not SYSTEM_WORDS.search(cause_of(error))


def test_the_number_is_found_behind_and_inside_an_error() -> None:
    behind = RuntimeError("wrapped")
    behind.__cause__ = ConnectionRefusedError(errno.ECONNREFUSED, "refused")
    in_words = serial.SerialException("could not open port 'COM3': PermissionError(13, 'denied')")
    assert number_of(behind) == errno.ECONNREFUSED
    assert number_of(in_words) == errno.EBUSY
    assert number_of(ValueError("no number")) is None


def test_what_not_only_serial_ports_refuse_is_told_of_none() -> None:
    folder = OSError(errno.EINVAL, "Invalid argument")
    assert "serial port" not in cause_of(folder)
    speed = serial.SerialException("Could not configure port: (22, 'Invalid argument')")
    speed.errno = errno.EINVAL
    assert "line speed" in cause_of(speed)


def test_what_we_have_no_words_for_keeps_its_own() -> None:
    assert cause_of(ConnectionResetError("the stream has ended")) == "the stream has ended"
    assert cause_of(ValueError()) == "ValueError"
