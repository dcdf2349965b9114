"""The program starts itself once more, from the source and as a built program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.bootstrap.ourselves import ourselves


def test_a_folder_called_app_where_the_user_stands_is_not_the_program(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__main__.py").write_text("raise SystemExit('a stranger')\n", "utf-8")
    done = subprocess.run(
        ourselves("--version"), cwd=tmp_path, capture_output=True, text=True, timeout=20
    )
    assert (done.returncode, done.stdout) == (0, f"pult {__version__}\n"), done.stderr


def test_a_built_program_is_its_own_executable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/pult/pult")
    assert ourselves("--config", "a.toml") == ["/usr/lib/pult/pult", "--config", "a.toml"]
