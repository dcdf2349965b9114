"""The commands in this process, where their faults and edges can be reached."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.__main__ import main
from app.commandline import opening
from app.domain.states import OrderState, PaymentState
from app.ports.vendor import VendorPlugin
from app.simulators.cheers import CheersSimulator
from app.store.sqlite import SqliteStore
from app.vendors._registry import find_vendors
from tests.builders import an_order, at
from tests.sinks.printer_sink import PrinterSink

Write = Callable[..., Path]
Run = Callable[..., "Ended"]


class Ended:
    def __init__(self, code: object, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


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
                    "[callbacks]\nport = 18787",
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


def _with_order(folder: Path, **changes: Any) -> None:
    folder.mkdir(exist_ok=True)
    store = SqliteStore(folder / "pult.sqlite3")
    with store.begin() as work:
        work.orders.add(an_order(**changes), "{}")
        work.commit()
    store.close()


# ------------------------------------------------------------------------------------- check


def _findings(ended: Ended) -> dict[str, dict[str, str]]:
    found = json.loads(ended.out)["findings"]
    return {f"{one['what']} {one['name']}": one for one in found}


def _replaced(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Let Cheers be installed in another shape, as a foreign package might be."""
    cheers = replace(find_vendors()["cheers"], **changes)

    def found(*_given: object) -> dict[str, VendorPlugin]:
        return {"cheers": cheers}

    monkeypatch.setattr("app.vendors._registry.find_vendors", found)


def test_check_finds_everything_well(write: Write, run: Run) -> None:
    write('[[scanners]]\nname = "demo"\nkind = "virtual"')
    ended = run("check", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert {one["light"] for one in _findings(ended).values()} <= {"green", "amber"}
    assert _findings(ended)["scanner demo"]["word"] == "ready"


def test_a_vendor_that_cannot_be_built_is_a_red_line_without_its_key(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(settings: Any, _around: object) -> Any:
        raise LookupError(f"no such thing as {settings.api_key.get_secret_value()}")

    _replaced(monkeypatch, build=build)
    write(key="a-secret-key")
    ended = run("check", "--json")
    assert ended.code == 1
    finding = _findings(ended)["vendor cheers"]
    assert (finding["light"], finding["word"]) == ("red", "fault")
    assert finding["detail"] == "LookupError: no such thing as (hidden)"
    assert _findings(ended)["store pult.sqlite3"]["light"] == "green"


def test_a_vendor_whose_callbacks_cannot_be_built_is_a_red_line(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build(*_given: object) -> Any:
        raise LookupError("ours\nin two lines")

    _replaced(monkeypatch, build_callback=build)
    write()
    ended = run("check")
    assert ended.code == 1
    assert "LookupError: ours\\nin two lines" in ended.out


def test_a_vendor_that_cannot_be_loaded_is_a_red_line(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(on_failure: Callable[[str, Exception], None]) -> dict[str, VendorPlugin]:
        on_failure("foreign", ImportError("No module named 'foreign'"))
        return find_vendors()

    monkeypatch.setattr("app.vendors._registry.find_vendors", found)
    write()
    ended = run("check", "--json")
    assert ended.code == 1
    assert _findings(ended)["vendor foreign"]["word"] == "cannot be loaded"


def test_a_printer_that_cannot_be_built_is_a_red_line_and_the_next_is_asked(
    write: Write, run: Run
) -> None:
    with PrinterSink() as sink:
        write(
            '[[printers]]\nname = "bad"\nhost = "127.0.0.1"\nport = 9\nprofile = "no-such-model"',
            f'[[printers]]\nname = "good"\nhost = "127.0.0.1"\nport = {sink.port}',
        )
        ended = run("check", "--json")
    assert ended.code == 1
    found = _findings(ended)
    assert found["printer bad"]["light"] == "red"
    assert found["printer good"]["word"] == "ready"


def test_a_store_that_is_not_ours_is_a_red_line(write: Write, run: Run, tmp_path: Path) -> None:
    write()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pult.sqlite3").write_bytes(b"this is a shopping list" * 500)
    ended = run("check")
    assert ended.code == 1
    assert "red" in ended.out
    assert "pult.sqlite3" in ended.out


def test_an_unknown_installed_vendor_is_told_by_every_command(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(on_failure: Callable[[str, Exception], None]) -> dict[str, VendorPlugin]:
        on_failure("foreign", ImportError("No module named 'foreign'"))
        return find_vendors()

    monkeypatch.setattr("app.vendors._registry.find_vendors", found)
    assert "cheers" in opening.find_plugins()
    write()
    ended = run("print-test", "--printer", "none")
    assert "vendor foreign cannot be loaded" in ended.err


# ---------------------------------------------------------------------- print-test and secret


def test_print_test_asks_only_the_printer_that_is_named(write: Write, run: Run) -> None:
    with PrinterSink() as sink, PrinterSink() as other:
        write(
            f'[[printers]]\nname = "kitchen"\nhost = "127.0.0.1"\nport = {other.port}',
            f'[[printers]]\nname = "counter"\nhost = "127.0.0.1"\nport = {sink.port}',
        )
        ended = run("print-test", "--printer", "counter")
        assert ended.code == 0
        assert ended.out.startswith("counter: printed, ready")
        assert other.connections == []


@pytest.mark.parametrize("typed", [b"", b"\n", b"\xff\xfe\n"])
def test_a_secret_that_is_none_is_one_line(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch, typed: bytes
) -> None:
    write()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), "utf-8"))
    ended = run("secret", "set", "vendors.cheers.api_key")
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1


# ------------------------------------------------------------------------- export and backup


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


def test_bad_settings_are_one_line_and_exit_code_2(run: Run, file: Path) -> None:
    file.write_text('[till]\nlanguage = "fr"\n')
    for command in (["check"], ["intake"], ["print-test", "--printer", "x"]):
        ended = run(*command)
        assert ended.code == 2
        assert len(ended.err.splitlines()) == 1
        assert "language" in ended.err
