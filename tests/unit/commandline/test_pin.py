"""`pult pin`: set and taken away, with and without a Pult that runs."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pytest

from app.domain.staff import SHOP_PIN, hash_pin
from app.store.sqlite import SqliteStore
from tests.unit.commandline.conftest import Run, Write


@pytest.fixture
def store(write: Write, tmp_path: Path) -> SqliteStore:
    write()
    store = SqliteStore(tmp_path / "data" / "pult.sqlite3")
    yield store
    store.close()


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_pin_is_set_while_pult_runs_and_taken_away_again(
    run: Run,
    file: Path,
    store: SqliteStore,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    typed(monkeypatch, "4711\n")
    ended = run("pin", "set")
    assert (ended.code, ended.err) == (0, "")
    with store.begin() as unit:
        record = unit.pins.get(SHOP_PIN)
    assert record is not None and record.is_right(hash_pin("4711", record.salt))
    assert "4711" not in ended.out + caplog.text
    assert b"4711" not in record.digest + record.salt
    ended = run("pin", "reset", "--yes")
    assert ended.code == 0
    with store.begin() as unit:
        assert unit.pins.get(SHOP_PIN) is None


def test_nobody_is_asked_where_nobody_sits(
    run: Run, file: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "")
    ended = run("pin", "reset")
    assert ended.code == 2
    assert ended.err == "pult pin reset: add --yes, since nobody can be asked here\n"


def test_a_reset_is_asked_about(
    run: Run, file: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "4711\n")
    run("pin", "set")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    for answer, left in (("no", True), ("yes", False)):
        monkeypatch.setattr("builtins.input", lambda _prompt, answer=answer: answer)
        assert run("pin", "reset").code == 0
        with store.begin() as unit:
            assert (unit.pins.get(SHOP_PIN) is not None) is left


@pytest.mark.parametrize("pin", ["", "123", "abcd", "123456789"])
def test_what_is_no_pin_is_refused(
    run: Run, file: Path, store: SqliteStore, monkeypatch: pytest.MonkeyPatch, pin: str
) -> None:
    typed(monkeypatch, f"{pin}\n")
    ended = run("pin", "set")
    assert (ended.code, ended.err) == (2, "pult pin set: a PIN has 4 to 8 digits\n")


def test_without_a_store_or_the_right_to_write_it_nothing_is_done(
    run: Run, write: Write, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    typed(monkeypatch, "4711\n")
    assert run("pin", "set").code == 3
    SqliteStore(tmp_path / "data" / "pult.sqlite3").close()
    monkeypatch.setattr("os.access", lambda *_: False)
    typed(monkeypatch, "4711\n")
    ended = run("pin", "set")
    assert ended.code == 3
    assert "only who may write to" in ended.err
