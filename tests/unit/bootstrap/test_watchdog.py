from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.bootstrap.ending import left_to_watchdog
from app.bootstrap.heartbeat import beat_for_watchdog
from app.bootstrap.ourselves import AGAIN_CODE, WATCHED
from app.bootstrap.restarted import restarted_notice
from app.bootstrap.systemd import NOTIFY_SOCKET, tell_systemd
from app.bootstrap.watchdog import BEAT_FD, ENDED_BEFORE, Watchdog
from app.domain.notice import NoticeCode
from tests.patience import PATIENCE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")

# Notes in a file how it was started; the n-th start then does the n-th thing.
CHILD = """
import os, signal, sys
from pathlib import Path
assert "NOTIFY_SOCKET" not in os.environ
log = Path(sys.argv[1])
turn = len(log.read_text().splitlines()) if log.exists() else 0
with log.open("a") as file:
    file.write(os.environ.get("PULT_ENDED_BEFORE", "-").split()[0] + "\\n")
deed = sys.argv[2 + turn]
if deed == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
if deed == "hangs":
    os.write(int(os.environ["PULT_BEAT_FD"]), b".")
    signal.pause()
if deed == "waits":
    print("waits", flush=True)
    signal.pause()
if deed == "stubborn":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print("waits", flush=True)
    while True:
        signal.pause()
sys.exit(int(deed))
"""


def a_watchdog(log: Path, *deeds: str, **more: float) -> tuple[Watchdog, list[str]]:
    said: list[str] = []
    command = [sys.executable, "-S", "-c", CHILD, str(log), *deeds]
    return Watchdog(command, pauses=(0.0,), say=said.append, **more), said


def starts(log: Path) -> list[str]:
    return log.read_text().splitlines()


@pytest.mark.parametrize("code", [0, 2, 3])
def test_what_has_ended_for_good_is_not_started_again(tmp_path: Path, code: int) -> None:
    watchdog, said = a_watchdog(tmp_path / "log", str(code))
    assert watchdog.run() == code
    assert starts(tmp_path / "log") == ["-"]
    assert said == []


def test_what_wants_a_new_run_gets_one_at_once_and_it_is_no_crash(tmp_path: Path) -> None:
    watchdog, said = a_watchdog(tmp_path / "log", str(AGAIN_CODE), "1", str(AGAIN_CODE), "0")
    assert watchdog.run() == 0
    assert starts(tmp_path / "log") == ["-", "-", "crash", "-"]
    assert len(said) == 1


def test_only_the_same_command_is_left_to_a_watchdog() -> None:
    assert left_to_watchdog((), {WATCHED: "yes"})
    assert not left_to_watchdog(("--demo",), {WATCHED: "yes"})
    assert not left_to_watchdog((), {})


def test_what_crashed_is_started_again_and_told_so(tmp_path: Path) -> None:
    watchdog, said = a_watchdog(tmp_path / "log", "killed", "1", "134", "0")
    assert watchdog.run() == 0
    assert starts(tmp_path / "log") == ["-", "crash", "crash", "crash"]
    assert len(said) == 3 and "by a crash (-9)" in said[0]


def test_a_window_that_stops_beating_is_killed_and_started_again(tmp_path: Path) -> None:
    watchdog, said = a_watchdog(tmp_path / "log", "hangs", "0", hang_seconds=0.3)
    assert watchdog.run() == 0
    assert starts(tmp_path / "log") == ["-", "hang"]
    assert "by a hang" in said[0]


def test_systemd_is_told_of_each_beat_and_of_nothing_but_beats(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(5)
        monkeypatch.setenv(NOTIFY_SOCKET, str(tmp_path / "notify"))
        watchdog, _said = a_watchdog(tmp_path / "log", "killed", "hangs", "0", hang_seconds=0.1)
        assert watchdog.run() == 0
        assert starts(tmp_path / "log") == ["-", "crash", "hang"]
        tell_systemd("the last")
        heard = [systemd.recv(64) for _ in range(3)]
    assert heard == [b"READY=1", b"WATCHDOG=1", b"the last"]


@pytest.mark.skipif(sys.platform != "linux", reason="names without a file are Linux's")
def test_systemd_may_listen_at_a_name_without_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    name = f"pult-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(f"\0{name}")
        systemd.settimeout(5)
        monkeypatch.setenv(NOTIFY_SOCKET, f"@{name}")
        tell_systemd("READY=1")
        assert systemd.recv(64) == b"READY=1"


def test_a_systemd_that_has_ended_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NOTIFY_SOCKET, str(tmp_path / "gone"))
    watchdog, said = a_watchdog(tmp_path / "log", "0")
    assert watchdog.run() == 0
    assert said == []


def test_pauses_grow_and_the_end_is_not_waited_for(tmp_path: Path) -> None:
    said: list[str] = []
    command = [sys.executable, "-S", "-c", CHILD, str(tmp_path / "log"), "killed", "killed"]
    watchdog = Watchdog(command, pauses=(0.0, 600.0), say=said.append)
    ended = threading.Thread(target=watchdog.run)
    ended.start()
    while len(said) < 2 and ended.is_alive():
        ended.join(0.01)
    assert said[1].endswith("again in 600 s")
    watchdog.tell_to_end()
    ended.join(PATIENCE)
    assert not ended.is_alive()


@pytest.mark.parametrize("deed", ["waits", "stubborn"])
def test_sigterm_ends_the_program_and_then_the_watchdog(
    tmp_path: Path, deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        "import sys, app.bootstrap.watchdog as w\n"
        "w.STOP_SECONDS = 0.3\n"
        "w.sys.executable, w.sys.argv = sys.argv[1], sys.argv\n"
        "import signal\n"
        "dog = w.Watchdog(sys.argv[1:])\n"
        "signal.signal(signal.SIGTERM, lambda *_: dog.tell_to_end())\n"
        "sys.exit(abs(dog.run()))\n"
    )
    command = [sys.executable, "-c", script, sys.executable, "-S", "-c", CHILD]
    command += [str(tmp_path / "log"), deed]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as dog:
        assert dog.stdout is not None
        assert dog.stdout.readline() == b"waits\n"
        dog.send_signal(signal.SIGTERM)
        code = dog.wait(PATIENCE)
    assert code == (signal.SIGTERM if deed == "waits" else signal.SIGKILL)
    assert starts(tmp_path / "log") == ["-"]


def test_the_window_beats_into_the_pipe_while_its_loop_goes_round(qtbot, qapp) -> None:  # type: ignore[no-untyped-def]
    reads, writes = os.pipe()
    heart = beat_for_watchdog({BEAT_FD: str(writes)}, qapp)
    assert heart is not None
    try:
        assert os.read(reads, 1) == b"."
    finally:
        heart.close()
        heart.deleteLater()
        os.close(reads)
        os.close(writes)
    assert beat_for_watchdog({}, qapp) is None


def test_staff_are_told_of_a_restart_alone() -> None:
    assert restarted_notice({}) is None
    assert restarted_notice({ENDED_BEFORE: "nonsense"}) is None
    said = restarted_notice({ENDED_BEFORE: "hang 2026-11-20T12:00:00+00:00"})
    assert said is not None
    assert said.notice.code is NoticeCode.RESTARTED
    assert said.notice.data == {"why": "hang", "at": "2026-11-20T12:00:00+00:00"}
