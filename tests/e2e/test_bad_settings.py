"""Settings that cannot be used: a clear line with file, key, value and remedy, and exit code 2."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.e2e.harness.counter import Counter
from tests.e2e.harness.program import Ended, run_to_end
from tests.patience import PATIENCE

# What stands in the file; what the line must say: key, value and what to do.
FAULTS = {
    "wrong type": (
        '[till]\nundo_seconds = "five"\n',
        ("till.undo_seconds", '"five"', "a number from 0 to 60", "5"),
    ),
    "out of bounds": (
        "[callbacks]\nport = 70000\n",
        ("callbacks.port", "70000", "65535"),
    ),
    "unknown key": (
        "[till]\nundo_second = 5\n",
        ("till.undo_second", "5", "unknown key", "Did you mean till.undo_seconds?"),
    ),
    "unknown table": ("[tilll]\n", ("tilll", "unknown key", "Did you mean [till]?")),
    "unknown vendor": (
        "[vendors.cheerz]\nenabled = true\n",
        ("vendors.cheerz", "Did you mean", "cheers"),
    ),
    "address without https": (
        '[vendors.cheers]\nenabled = true\napi_key = "k"\nbase_url = "api.example.com"\n',
        ("vendors.cheers.base_url", '"api.example.com"', "https://", "Begin it with https://."),
    ),
    "missing key of an enabled vendor": (
        "[vendors.cheers]\nenabled = true\n",
        ("vendors.cheers.api_key", "is missing", "pult secret set vendors.cheers.api_key"),
    ),
    "missing host of a printer": (
        '[[printers]]\nname = "counter"\n',
        ('printers["counter"].host', "is missing", 'host = "192.0.2.10"'),
    ),
    "printer of a kind that is not there": (
        '[[printers]]\nname = "counter"\nkind = "laser"\n',
        ('printers["counter"].kind', '"laser"', '"network"'),
    ),
    "unknown timezone": (
        '[till]\ntimezone = "Europe/Budapst"\n',
        ("till.timezone", '"Europe/Budapst"', "Europe/Budapest"),
    ),
    "no TOML": ("undo_seconds 5\n", ("is not TOML", "line 1", "key = 5")),
    "control characters in a value": (
        '[till]\nname = "a\\u001b[31m"\n',
        ("till.name", "\\x1b"),
    ),
}


def _one_line(ended: Ended, file: Path) -> str:
    assert ended.code == 2, ended
    assert ended.out == ""
    assert len(ended.lines) == 1, ended.err
    assert ended.lines[0].isprintable()
    assert ended.lines[0].startswith(str(file))
    return ended.lines[0]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_value_is_told_in_one_line(counter: Counter, fault: str) -> None:
    text, said = FAULTS[fault]
    counter.file.write_text(text, "utf-8")
    line = _one_line(run_to_end(counter.home, "check", "--config", counter.file), counter.file)
    for part in said:
        assert part in line


def test_bad_settings_are_said_on_the_screen_in_the_place_of_the_board(counter: Counter) -> None:
    counter.till["undo_seconds"] = "five"
    till = counter.launch()
    till.screen.wait_for_text("Pult cannot start: its settings cannot be used")
    till.screen.wait_for_text("till.undo_seconds")
    till.screen.press("Close")
    till.process.wait(PATIENCE)
    ended = Ended(till.process.returncode, till.out, till.err)
    assert "till.undo_seconds" in _one_line(ended, counter.file)


def test_a_window_that_waits_to_be_read_does_not_hang(counter: Counter, tmp_path: Path) -> None:
    counter.till["undo_seconds"] = "five"
    address = tmp_path / "systemd"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(address))
        systemd.settimeout(PATIENCE)
        till = counter.launch("watchdog", NOTIFY_SOCKET=str(address))
        assert [systemd.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]
        code, _seconds = till.end()
    assert code == 2


def test_a_data_folder_that_cannot_be_is_said_on_the_screen(counter: Counter) -> None:
    counter.data.write_text("a file", "utf-8")
    till = counter.launch()
    till.screen.wait_for_text("Pult cannot start: it could not keep any orders")
    till.screen.wait_for_text(str(counter.data))
    code, _seconds = till.end()
    assert code == 3
    assert till.err.splitlines() == [
        f"pult: the data folder {counter.data} cannot be used: a file of that name is in its place"
    ]


def test_bad_settings_are_findings_too(counter: Counter) -> None:
    counter.file.write_text(FAULTS["unknown key"][0], "utf-8")
    ended = run_to_end(counter.home, "check", "--json", "--config", counter.file)
    assert ended.code == 2
    found = json.loads(ended.out)
    assert found["ok"] is False
    (only,) = found["findings"]
    assert (only["what"], only["light"]) == ("settings", "red")
    assert "till.undo_second" in only["detail"]
    assert only["todo"] == "Did you mean till.undo_seconds?"


def test_every_fault_of_a_file_has_its_own_line(counter: Counter) -> None:
    counter.file.write_text('[till]\nundo_seconds = "x"\nnme = "y"\n[callbacks]\nport = 0\n')
    ended = run_to_end(counter.home, "check", "--config", counter.file)
    assert ended.code == 2
    keys = ("till.undo_seconds", "till.nme", "callbacks.port")
    assert [key for key, line in zip(keys, ended.lines, strict=True) if key in line] == list(keys)


def test_a_bad_value_of_the_environment_names_its_variable(counter: Counter) -> None:
    counter.file.write_text("")
    ended = run_to_end(
        counter.home,
        "check",
        "--config",
        counter.file,
        environment={"PULT_TILL__UNDO_SECONDS": "soon"},
    )
    assert ended.code == 2
    assert len(ended.lines) == 1
    assert "PULT_TILL__UNDO_SECONDS" in ended.lines[0]
    assert '"soon"' in ended.lines[0]


def test_a_secret_of_wrong_kind_is_not_shown(counter: Counter) -> None:
    counter.file.write_text(
        '[vendors.cheers]\nenabled = true\napi_key = "sk-geheim\\n"\n', encoding="utf-8"
    )
    ended = run_to_end(counter.home, "check", "--config", counter.file)
    assert ended.code == 2
    assert "vendors.cheers.api_key" in ended.err
    assert "geheim" not in ended.err


def test_a_file_that_is_not_there_is_told(counter: Counter) -> None:
    gone = counter.file.with_name("gone.toml")
    line = _one_line(run_to_end(counter.home, "check", "--config", gone), gone)
    assert "no such file" in line
    assert "Check the path" in line


def test_a_folder_for_a_file_is_told(counter: Counter) -> None:
    folder = counter.file.with_name("folder.toml")
    folder.mkdir()
    line = _one_line(run_to_end(counter.home, "check", "--config", folder), folder)
    assert "it is a folder" in line


def test_a_file_that_is_no_text_is_told(counter: Counter) -> None:
    counter.file.write_bytes(b"\xff\xfe\x00[till]")
    line = _one_line(run_to_end(counter.home, "check", "--config", counter.file), counter.file)
    assert "UTF-8" in line


def test_a_file_that_may_not_be_read_is_told(counter: Counter) -> None:
    counter.file.symlink_to("/proc/self/mem")  # root may read what it owns, but not this
    line = _one_line(run_to_end(counter.home, "check", "--config", counter.file), counter.file)
    assert "cannot be read" in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("--confg", "x.toml"),
        ("chek",),
        ("check", "--yaml"),
        ("print-test",),
        ("export", "--from", "yesterday", "--to", "2026-11-20", "--out", "x.csv"),
        ("secret", "get", "vendors.cheers.api_key"),
        ("simulate", "cheerz"),
        ("simulate", "--port", "high"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_exit_2(counter: Counter, arguments: tuple[str, ...]) -> None:
    ended = run_to_end(counter.home, *arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert len(ended.lines) == 1, ended.err
    assert ended.lines[0].startswith("pult")


@pytest.mark.parametrize(
    "command",
    ["", "check", "simulate", "print-test", "export", "secret", "secret set", "backup", "intake"],
)
def test_help_is_everywhere(counter: Counter, command: str) -> None:
    ended = run_to_end(counter.home, *command.split(), "--help")
    assert ended.code == 0
    assert ended.out.startswith("usage: pult")
    assert ended.err == ""
