from __future__ import annotations

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from app.bootstrap.logfile import JsonLines, Log
from app.domain.errors import StoreUnavailable, VendorUnavailable

KEY = "sk-live-0123456789"
_log = logging.getLogger("app.test")


@pytest.fixture(autouse=True)
def _level() -> Iterator[None]:
    before = logging.getLogger().level
    yield
    logging.getLogger().setLevel(before)


def _lines(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "pult.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _formatted(error: Exception, *secrets: str) -> dict[str, Any]:
    try:
        raise error
    except Exception as raised:
        info = (type(raised), raised, raised.__traceback__)
    record = logging.LogRecord("app.test", logging.ERROR, "f", 1, "it failed", (), info)
    found: dict[str, Any] = json.loads(JsonLines("till-1", secrets).format(record))
    return found


def test_each_record_is_one_object_with_its_fields(tmp_path: Path) -> None:
    log = Log(tmp_path / "logs", "till-7")
    _log.info("said\nin two lines", extra={"event": "said", "order": "o-1", "colour": "red"})
    log.stop()
    (line,) = _lines(tmp_path / "logs")
    assert line["time"].endswith("+00:00")
    del line["time"]
    assert line == {
        "level": "info",
        "event": "said",
        "till": "till-7",
        "logger": "app.test",
        "message": "said\nin two lines",
        "order": "o-1",
    }


def test_it_is_written_by_the_time_it_has_stopped(tmp_path: Path) -> None:
    log = Log(tmp_path, "till-1")
    for number in range(500):
        _log.info("line %d", number)
    log.stop()
    assert [line["message"] for line in _lines(tmp_path)] == [f"line {n}" for n in range(500)]


def test_nobody_else_may_read_the_folder(tmp_path: Path) -> None:
    log = Log(tmp_path / "data" / "logs", "till-1")
    log.stop()
    assert stat.S_IMODE((tmp_path / "data" / "logs").stat().st_mode) == 0o700


def test_a_secret_is_blotted_out_wherever_it_turns_up(tmp_path: Path) -> None:
    log = Log(tmp_path, "till-1", [KEY, "tok", ""])
    _log.info("token %s", KEY, extra={"vendor": f"cheers?key={KEY}", "event": "call"})
    try:
        raise StoreUnavailable(f"cannot open postgresql://pult:{KEY}@db")
    except StoreUnavailable:
        _log.info("no store", exc_info=True)
    log.stop()
    text = (tmp_path / "pult.jsonl").read_text("utf-8")
    assert KEY not in text
    assert text.count("(secret)") == 3
    assert "token" in text  # three letters would blot out half the log


def test_a_key_in_the_text_of_a_foreign_exception_is_not_written() -> None:
    line = _formatted(ValueError(f"Illegal header value b'{KEY}'"))
    assert KEY not in json.dumps(line)
    assert line["trace"][0] == "ValueError"


def test_customers_in_the_text_of_an_exception_are_not_written() -> None:
    class Wire(BaseModel):
        phone: int

    try:
        Wire(phone="Kovács Anna, +36 30 123 4567")  # type: ignore[arg-type]
    except ValueError as error:
        line = _formatted(error)
    text = json.dumps(line, ensure_ascii=False)
    assert "Kovács" not in text
    assert "+36" not in text
    assert any("test_logfile.py" in step for step in line["trace"])


def test_a_trace_names_causes_first_and_where_each_came_from() -> None:
    try:
        try:
            raise OSError(28, "No space left on device")
        except OSError as error:
            raise VendorUnavailable("cheers", "secret sentence", sent=True) from error
    except VendorUnavailable as error:
        line = _formatted(error)
    kinds = [step for step in line["trace"] if not step.startswith("  ")]
    assert kinds == ["OSError: No space left on device", "VendorUnavailable"]


@pytest.mark.expected_log("cannot parse")
def test_what_libraries_fill_in_is_left_out(tmp_path: Path) -> None:
    log = Log(tmp_path, "till-1")
    logging.getLogger("somelib").error("cannot parse %s", "Kovács Anna")
    log.stop()
    assert _lines(tmp_path)[0]["message"] == "cannot parse %s"


def test_broken_letters_do_not_break_the_log(tmp_path: Path) -> None:
    log = Log(tmp_path, "till-1")
    _log.info("odd \udcff letter")
    log.stop()
    assert len(_lines(tmp_path)) == 1


def test_a_folder_that_cannot_be_made_is_an_error_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    with pytest.raises(OSError, match="exists"):
        Log(tmp_path / "logs", "till-1")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks Linux's full disk")
def test_a_full_disk_costs_lines_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pult.jsonl").symlink_to("/dev/full")
    log = Log(tmp_path, "till-1")
    _log.info("the first line")
    _log.info("the second line")
    log.stop()
    assert capsys.readouterr().err == "pult: the log is not written: the disk is full\n"
