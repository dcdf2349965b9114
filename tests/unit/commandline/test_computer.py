"""What `pult check` says of the computer itself, each with what to do about it."""

from __future__ import annotations

import ctypes
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.holders import Holder, holder_of_port
from app.bootstrap.instance import InstanceLock
from app.commandline import computer
from app.commandline.computer import LIBRARIES, Library
from app.commandline.finding import Faults, Finding, Light
from app.ui.sound.loudspeaker import Hearing
from tests.unit.commandline.conftest import Run, Write

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells")
INSTALLER = Path(__file__).parents[3] / "packaging" / "install.sh"
THERE = Library("libc.so.6", "libc6")
WINDOW = Library("libpult-window.so.9", "libpult-window9")
SOUND = Library("libpult-sound.so.9", "libpult-sound9", "sound")

# Looks for the port's holder as another user, who may not look into the processes of this one.
AS_ANOTHER = """
import os, sys
from app.bootstrap.holders import holder_of_port
holder_of_port(0)  # loads what another user may not read
os.setuid(65534)
print(holder_of_port(int(sys.argv[1])))
"""

# Has a port until nobody holds its input open any more.
LISTENS = """
import socket, sys
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
sys.stdin.read()
"""


@linux_only
def test_libraries_that_are_there_are_well() -> None:
    assert computer.libraries((THERE,)) == Finding("libraries", "-", Light.GREEN, "all there")


@linux_only
def test_a_library_the_window_needs_is_named_with_its_package() -> None:
    found = computer.libraries((THERE, WINDOW, SOUND))
    assert (found.light, found.word) == (Light.RED, "missing")
    assert found.detail == (
        "without libpult-window.so.9: no window; without libpult-sound.so.9: no sound"
    )
    assert found.todo == "sudo apt install libpult-window9 libpult-sound9"


@linux_only
def test_a_library_pult_works_without_is_no_red_light() -> None:
    found = computer.libraries((THERE, SOUND))
    assert (found.light, found.todo) == (Light.AMBER, "sudo apt install libpult-sound9")


@linux_only
def test_a_start_without_a_library_says_which(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(*_arguments: object, **_more: object) -> int:
        try:
            ctypes.CDLL(WINDOW.file)
        except OSError as error:  # as importing an extension module that is linked with it
            raise ImportError(str(error)) from error
        raise AssertionError("that library is nowhere")

    write()
    monkeypatch.setattr("app.commandline.check.check", check)
    ended = run("check")
    assert ended.code == 2
    assert ended.err == (
        "pult: a library of this computer is missing: libpult-window.so.9: cannot open shared "
        "object file: No such file or directory\n"
    )


def test_the_libraries_are_those_that_the_installer_brings() -> None:
    lists = re.findall(r'_libraries="([^"]+)"', INSTALLER.read_text("utf-8"))
    brought = {name for part in lists for name in part.split() if name.startswith("lib")}
    # What libQt6Multimedia is linked with comes along with libpulse0.
    assert {library.package for library in LIBRARIES} == brought - {"libxext6", "libxrandr2"}


@linux_only
def test_a_library_that_something_needs_is_no_fault_of_pult() -> None:
    faults = Faults(())
    missing = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    found = faults.finding("letters", "-", missing)
    assert (found.word, found.detail) == ("a library is missing", "libEGL.so.1")
    ours = faults.finding("letters", "-", ModuleNotFoundError("No module named 'app.gone'"))
    assert ours.word == "fault"


def test_only_utf8_keeps_the_names_of_files() -> None:
    assert computer.encoding("utf-8").light is Light.GREEN
    found = computer.encoding("iso8859-2")
    assert (found.light, found.word) == (Light.AMBER, "not UTF-8")
    assert found.todo.startswith("sudo update-locale")


@linux_only
def test_a_check_without_a_display_says_so_and_is_not_red() -> None:
    found = computer.display({})
    assert (found.light, found.word) == (Light.AMBER, "none")
    assert "DISPLAY" in found.detail and "desktop" in found.todo
    assert computer.display({"QT_QPA_PLATFORM": "offscreen"}).light is Light.GREEN


@pytest.mark.parametrize("hearing", set(Hearing) - {Hearing.HEARD})
def test_a_computer_that_is_not_heard_has_its_advice(hearing: Hearing) -> None:
    found = computer.sound(hearing)
    assert found.light is Light.AMBER
    assert found.word and found.todo
    assert computer.sound(Hearing.HEARD).light is Light.GREEN


@linux_only
def test_a_computer_without_a_sound_server_is_told_so(
    write: Write, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    write("")
    found = _finding(run, "sound")
    if not Path("/run/pulse/native").exists():
        assert (found["word"], found["light"]) == ("no sound server", "amber")


def test_a_till_that_is_to_be_silent_is_not_asked_for_sound(write: Write, run: Run) -> None:
    write("[alarm]\nvolume = 0")
    found = json.loads(run("check", "--json").out)["findings"]
    assert "sound" not in {one["what"] for one in found}


# ------------------------------------------------------------------------ who has the port


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port for callbacks, which somebody listens on already."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        monkeypatch.setenv("PULT_CALLBACKS__PORT", str(port))
        yield port


def _finding(run: Run, what: str) -> dict[str, str]:
    findings = json.loads(run("check", "--json").out)["findings"]
    return next(one for one in findings if one["what"] == what)


@linux_only
def test_another_program_that_has_the_port_is_named(write: Write, run: Run, taken: int) -> None:
    write()
    found = _finding(run, "callbacks")
    assert (found["light"], found["word"]) == ("red", "in use")
    assert found["detail"].endswith(f"(process {os.getpid()})")
    assert "another callbacks.port" in found["todo"]


@linux_only
def test_the_port_of_this_tills_running_pult_is_well(write: Write, run: Run, taken: int) -> None:
    lock = InstanceLock(write().parent / "data")
    try:
        found = _finding(run, "callbacks")
    finally:
        lock.release()
    assert (found["light"], found["word"]) == ("green", "in use")
    assert found["detail"].startswith("Pult is running")


def test_an_address_of_nobody_is_not_called_a_port_in_use(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULT_CALLBACKS__HOST", "no-such-host.invalid")
    write()
    found = _finding(run, "callbacks")
    assert (found["light"], found["word"]) == ("red", "cannot listen")
    assert "in use" not in found["detail"]
    assert "[callbacks]" in found["todo"]


@linux_only
@pytest.mark.parametrize("name", ["pult", "pultw.exe"])
def test_the_built_program_is_known_as_a_pult(name: str, tmp_path: Path) -> None:
    program = tmp_path / name
    program.symlink_to(Path(sys.executable).resolve())
    with subprocess.Popen(
        [program, "-c", LISTENS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdin is not None and running.stdout is not None
        holder = holder_of_port(int(running.stdout.readline()))
        running.stdin.close()
    assert holder == Holder(running.pid, name, is_pult=True)


@linux_only
def test_a_free_port_has_no_holder() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        holder = holder_of_port(port)
    assert holder is not None and holder.process == os.getpid()
    assert holder_of_port(port) is None


@linux_only
@pytest.mark.skipif(sys.platform == "linux" and os.geteuid() != 0, reason="needs another user")
def test_who_has_the_port_of_another_user_is_not_known(taken: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AS_ANOTHER, str(taken)], capture_output=True, text=True, timeout=20
    )
    assert (done.stdout, done.stderr) == ("None\n", "")
