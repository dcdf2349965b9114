from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from app.domain.states import OrderState, PaymentState
from app.store.sqlite import SqliteStore
from tests.builders import an_order, at
from tests.unit.commandline.conftest import Run, Write


def _with_order(folder: Path, **changes: Any) -> None:
    folder.mkdir(exist_ok=True)
    store = SqliteStore(folder / "pult.sqlite3")
    with store.begin() as work:
        work.orders.add(an_order(**changes), "{}")
        work.commit()
    store.close()


def test_export_gives_figures_and_nobodys_name(write: Write, run: Run, tmp_path: Path) -> None:
    write()
    _with_order(
        tmp_path / "data",
        number="=1+1",
        state=OrderState.COLLECTED,
        payment=PaymentState.NOT_DUE,
        ended_at=at(9),
    )
    out = tmp_path / "books.csv"
    ended = run("export", "--from", "2026-11-20", "--to", "2026-11-20", "--out", out)
    assert (ended.code, ended.out) == (0, f"1 orders written to {out}\n")
    (row,) = csv.DictReader(out.read_text("utf-8-sig").splitlines())
    assert (row["number"], row["state"], row["currency"]) == ("'=1+1", "COLLECTED", "HUF")
    assert row["ended_at"] == "2026-11-20T12:09:00+01:00"
    assert "Kovács" not in out.read_text("utf-8-sig")


def test_the_shops_day_begins_when_it_says(write: Write, run: Run, tmp_path: Path) -> None:
    """Ended at ten past three in the night: still the day before, with day_starts 04:00."""
    write()
    night = at(-530)
    _with_order(tmp_path / "data", state=OrderState.COLLECTED, ended_at=night)
    out = tmp_path / "books.csv"
    for day, count in (("2026-11-19", 1), ("2026-11-20", 0)):
        ended = run("export", "--from", day, "--to", day, "--out", out)
        assert ended.out.startswith(f"{count} orders"), (day, ended.out)


def test_export_says_in_one_line_what_is_wrong(write: Write, run: Run, tmp_path: Path) -> None:
    write()
    _with_order(tmp_path / "data")
    backwards = run("export", "--from", "2026-02-01", "--to", "2026-01-01", "--out", "a.csv")
    (tmp_path / "folder").write_text("a file")
    nowhere = tmp_path / "folder" / "a.csv"
    lost = run("export", "--from", "2026-01-01", "--to", "2026-02-01", "--out", nowhere)
    for ended in (backwards, lost):
        assert ended.code == 2
        assert len(ended.err.splitlines()) == 1
    assert "--to lies before --from" in backwards.err
    assert str(nowhere) in lost.err


def test_a_backup_can_be_opened_and_nothing_is_overwritten(
    write: Write, run: Run, tmp_path: Path
) -> None:
    write()
    _with_order(tmp_path / "data")
    copy = tmp_path / "copy.sqlite3"
    assert run("backup", copy).code == 0
    store = SqliteStore(copy, create=False)
    with store.begin() as work:
        assert work.orders.get("order-1").number == "A-1"
    store.close()
    again = run("backup", copy)
    assert again.code == 3
    assert len(again.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["export", "backup"])
def test_a_damaged_store_is_one_line_that_names_the_file_and_exit_code_3(
    write: Write, run: Run, tmp_path: Path, command: str
) -> None:
    write()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pult.sqlite3").write_bytes(b"this is a shopping list" * 500)
    given = {
        "export": ("--from", "2026-01-01", "--to", "2026-01-02", "--out", tmp_path / "a.csv"),
        "backup": (tmp_path / "copy.sqlite3",),
    }[command]
    ended = run(command, *given)
    assert ended.code == 3
    assert len(ended.err.splitlines()) == 1
    assert str(tmp_path / "data" / "pult.sqlite3") in ended.err
