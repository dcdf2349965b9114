"""A device this user may not use is told with the very command that helps."""

from __future__ import annotations

import grp
import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from app.commandline.advice import told_apart
from app.devices.rights import remedy

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="groups of Linux")

# A pty whose owner may not use it, only its group; asked for by somebody who is not in that group.
ASKED_IN_VAIN = """
import grp, os, pty, pwd, ssl, sys
from app.devices._passport import serial_ports
from app.devices.printers.serial import SerialWire
from app.devices.printers._conversation import ChannelTrouble
from app.devices.scanners import build_scanner
from app.settings.devices import ScannerSettings

master, slave = pty.openpty()
path = os.ttyname(slave)
serial_ports()  # this, the settings and ssl load what another user may not read
entry = ScannerSettings(name="till scanner", kind="serial", port=path)
if os.geteuid() == 0:
    os.chown(path, 0, int(sys.argv[1]))
os.chmod(path, 0o060)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
scanner = build_scanner(entry)
first = next(iter(scanner.reads()))
scanner.stop()
print(path)
print(f"{first.word.value}: {first.detail}")
try:
    SerialWire(path, 9600, 1.0)
except ChannelTrouble as trouble:
    print(trouble)
"""


def test_a_serial_port_without_rights_names_the_group_and_the_command() -> None:
    group = grp.getgrnam("dialout")
    done = subprocess.run(
        [sys.executable, "-c", ASKED_IN_VAIN, str(group.gr_gid)],
        capture_output=True,
        text=True,
        timeout=30,
    )
    assert done.stderr == ""
    path, scanner, printer = done.stdout.splitlines()
    if os.geteuid() == 0:
        name, user = "dialout", pwd.getpwuid(65534).pw_name
    else:  # a pty of this user belongs to the group tty
        name, user = grp.getgrgid(5).gr_name, pwd.getpwuid(os.geteuid()).pw_name
    wanted = f"no rights to {path}: sudo usermod -aG {name} {user}, then log out and in again"
    assert scanner == f"no rights: {wanted}"
    assert printer == wanted


def test_the_check_points_to_the_command() -> None:
    command = "sudo usermod -aG lp anna"
    told = told_apart(f"no rights to /dev/usb/lp0: {command}")
    assert told == ("no rights to /dev/usb/lp0", command)
    assert told_apart("/dev/usb/lp0 is not there") == ("/dev/usb/lp0 is not there", "")
    assert told_apart("CUPS is not installed: sudo apt install cups")[1] == "sudo apt install cups"


def test_a_device_no_group_may_use_needs_its_rule(tmp_path: Path) -> None:
    device = tmp_path / "device"
    device.touch(mode=0o600)
    assert "60-pult.rules" in remedy(str(device), "lp")


def test_a_group_that_is_not_in_force_yet_needs_a_new_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = pwd.getpwuid(os.geteuid()).pw_name
    entry = grp.struct_group(("dialout", "x", 987654, [user]))
    monkeypatch.setattr(grp, "getgrnam", lambda _name: entry)
    assert remedy("/dev/nowhere", "dialout") == (
        f"{user} is in the group dialout already: log out and in again"
    )


def test_a_group_the_system_does_not_have_is_made() -> None:
    assert remedy("/dev/nowhere", "pult-no-such-group").startswith(
        "sudo groupadd -f pult-no-such-group && sudo usermod -aG pult-no-such-group "
    )
