from __future__ import annotations

from pathlib import Path

import pytest

from app import __version__
from app.__main__ import main
from app.commandline.parser import parse

WRONG = [
    "bogus",
    "--bogus",
    "check extra",
    "check --jso",
    "--demo check",
    "--demo intake",
    "--demo --config pult.toml",
    "--demo --pace fast",
    "--pace busy",
    "--pace busy check",
    "--config pult.toml simulate",
    "--config",
    "export --from 2026-01-01 --to 2026-01-02",
    "export --from yesterday --to 2026-01-02 --out a.csv",
    "export --from 2026-13-01 --to 2026-01-02 --out a.csv",
    "print-test",
    "print-test --printer",
    "catalogue",
    "catalogue import",
    "catalogue export",
    "catalogue import a b",
    "catalogue export a --dry-run",
    "secret",
    "secret get x",
    "secret set",
    "backup",
    "backup a b",
    "simulate --port many",
    "simulate --port 70000",
    "simulate --port -1",
    "simulate --per-minute -3",
    "simulate nobody",
    "simulate cheers cheers",
]


@pytest.mark.parametrize("line", WRONG)
def test_wrong_use_is_one_line_and_exit_code_2(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: object = main(line.split())
    except SystemExit as ended:
        code = ended.code
    said = capsys.readouterr()
    assert code == 2
    assert said.out == ""
    assert len(said.err.splitlines()) == 1, said.err
    assert said.err.startswith("pult")


@pytest.mark.parametrize(
    "line",
    ["--config a.toml check", "check --config a.toml", "--config b.toml check --config a.toml"],
)
def test_the_settings_file_may_be_named_before_and_after_the_command(line: str) -> None:
    assert parse(line.split()).config == Path("a.toml")


@pytest.mark.parametrize("line", ["", "check", "intake", "backup f", "print-test --printer p"])
def test_without_a_name_it_is_the_default_file(line: str) -> None:
    assert parse(line.split()).config is None


def test_the_window_is_what_no_command_means() -> None:
    assert parse([]).command is None
    assert parse(["--demo"]).demo
    assert parse(["--demo", "--pace", "busy"]).pace == "busy"


@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "check --help",
        "simulate --help",
        "catalogue --help",
        "catalogue import --help",
        "catalogue export --help",
        "secret --help",
        "secret set --help",
    ],
)
def test_every_command_explains_itself(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(line.split())
    assert ended.value.code == 0
    assert "usage: pult" in capsys.readouterr().out


def test_it_knows_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"pult {__version__}\n"
