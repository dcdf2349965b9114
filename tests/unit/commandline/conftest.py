"""A settings file with Cheers in it, and commands run in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.__main__ import main
from app.simulators.cheers import CheersSimulator
from tests.free_port import free_port

Write = Callable[..., Path]
Run = Callable[..., "Ended"]


class Ended:
    def __init__(self, code: object, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """A command that draws makes one of a lesser kind, if there is none, and it stays."""


@pytest.fixture
def cheers() -> Iterator[CheersSimulator]:
    with CheersSimulator() as running:
        yield running


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pult.toml"


@pytest.fixture
def write(file: Path, cheers: CheersSimulator) -> Write:
    def write(*more: str, key: str = "") -> Path:
        file.write_text(
            "\n".join(
                [
                    f'[till]\ndata_dir = "{file.parent / "data"}"',
                    f"[callbacks]\nport = {free_port()}",
                    f'[vendors.cheers]\nenabled = true\nbase_url = "{cheers.base_url}"',
                    f'api_key = "{key or cheers.api_key}"',
                    *more,
                ]
            ),
            "utf-8",
        )
        return file

    return write


@pytest.fixture
def run(file: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: object) -> Ended:
        try:
            code: object = main([str(argument) for argument in (*arguments, "--config", file)])
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run
