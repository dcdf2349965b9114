"""The commands, each run as a shop's owner runs it: a process, a settings file, an exit code."""

from __future__ import annotations

import csv
import http.client
import json
import re
import signal
import sqlite3
import stat
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.caller import post
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.program import ENDS_IN, Program
from tests.e2e.harness.waiting import wait_until
from tests.patience import PATIENCE
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

SIGNALS = (signal.SIGTERM, signal.SIGINT)


# ------------------------------------------------------------------------------------- check


def test_check_is_green_where_everything_works(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    counter.callbacks["public_url"] = counter.callback_url
    ended = counter.command("check")
    assert ended.code == 0, ended
    for part in (
        r"green +settings +pult.toml +valid",
        r"green +store +pult.sqlite3 +new",
        r"green +vendor +cheers +connected",
        r"green +printer +counter +ready",
        r"green +scanner +till scanner +ready",
    ):
        assert re.search(part, ended.out), ended.out
    # There is neither display nor sound nor the shop's timezone; what is set up is well.
    assert re.sub(r"amber +(?:display|sound|clock) .*\n.*-> .*\n", "", ended.out).count("->") == 0
    assert [request.method for request in cheers.requests] == ["GET"]
    assert cheers.effects == ()
    assert printer.slips == []
    assert printer.unfinished == b""


def test_check_is_red_where_something_is_wrong(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    cheers.api_key = "another"
    printer.refuse()
    counter.with_scanner(str(counter.file.with_name("no-scanner")))
    ended = counter.command("check")
    assert ended.code == 1
    for part in (
        r"red +vendor +cheers +shop not let in.*\n +-> Compare the key and any ids",
        r"red +printer +counter +not reachable.*\n +-> Check its power, cable and address",
        r"red +scanner +till scanner.*\n +-> Plug it in and switch it on",
        r"3 red: this does not work. What to do stands below each.\n$",
    ):
        assert re.search(part, ended.out), ended.out


def test_check_speaks_json(counter: Counter, cheers: CheersSimulator) -> None:
    good = json.loads(counter.command("check", "--json").out)
    assert good["ok"] is True
    cheers.refuse_connections()
    ended = counter.command("check", "--json")
    assert ended.code == 1
    found = json.loads(ended.out)
    assert found["ok"] is False
    vendor = next(finding for finding in found["findings"] if finding["what"] == "vendor")
    assert (vendor["name"], vendor["light"], vendor["word"]) == ("cheers", "red", "offline")
    assert vendor["todo"].startswith("Compare the address with the one")


def test_check_says_when_cheers_cannot_reach_this_till(
    counter: Counter, cheers: CheersSimulator
) -> None:
    counter.callbacks["public_url"] = cheers.base_url  # something answers there, but it is not us
    ended = counter.command("check")
    assert ended.code == 1
    assert re.search(r"red +vendor +cheers +cannot reach this till", ended.out), ended.out


def test_check_says_that_calls_nobody_gave_the_address_of_are_not_tested(
    counter: Counter, cheers: CheersSimulator
) -> None:
    ended = counter.command("check")
    assert ended.code == 0, ended
    line = r"amber +vendor +cheers +connected +its calls are not tested\n +-> .*public_url"
    assert re.search(line, ended.out), ended.out


def test_check_knows_its_own_answer_from_outside(counter: Counter, cheers: CheersSimulator) -> None:
    counter.callbacks["public_url"] = counter.callback_url
    ended = counter.command("check")
    assert ended.code == 0, ended.out
    assert re.search(r"green +vendor +cheers +connected", ended.out), ended.out


def test_check_tells_its_own_running_pult_from_another_one(
    counter: Counter, cheers: CheersSimulator
) -> None:
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    number = intake.process.pid
    own = counter.command("check")
    assert re.search(rf"green +pult +- +runs +.*\(process {number}\)", own.out), own.out
    assert re.search(rf"green +callbacks .*in use +Pult is running.*{number}", own.out), own.out
    counter.till["data_dir"] = str(counter.data.with_name("another"))
    ended = counter.command("check")
    assert ended.code == 1
    assert re.search(rf"red +callbacks .*by another Pult: .*{number}", ended.out), ended.out
    assert "Close that Pult, or give this till another callbacks.port." in ended.out
    assert intake.end()[0] == 0


# -------------------------------------------------------------------------------- print-test


def test_print_test_prints_a_whole_slip(counter: Counter, printer: PrinterSink) -> None:
    ended = counter.command("print-test", "--printer", "counter")
    assert ended.code == 0, ended
    assert ended.out.startswith("counter: printed, ready")
    printer.wait_for_slips(1)
    assert "Front counter" in printer.text(0)


def test_print_test_says_what_keeps_the_printer(counter: Counter, printer: PrinterSink) -> None:
    printer.become("paper out")
    ended = counter.command("print-test", "--printer", "counter")
    assert ended.code == 1
    assert "paper out" in ended.out
    assert printer.slips == []


def test_print_test_knows_its_printers(counter: Counter, printer: PrinterSink) -> None:
    ended = counter.command("print-test", "--printer", "kitchen")
    assert ended.code == 2
    assert "'kitchen'" in ended.err
    assert "counter" in ended.err


# ----------------------------------------------------------------------------------- secrets


def test_a_secret_is_kept_and_used(counter: Counter, cheers: CheersSimulator) -> None:
    del counter.cheers["api_key"]
    assert counter.command("check").code == 2
    ended = counter.command("secret", "set", "vendors.cheers.api_key", told="demo-key\n")
    assert ended.code == 0, ended
    assert "demo-key" not in ended.out + ended.err
    kept = counter.file.with_name("secrets.toml")
    assert str(kept) in ended.out
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert counter.command("check").code == 0


def test_a_secret_nobody_knows_is_refused(counter: Counter) -> None:
    ended = counter.command("secret", "set", "vendors.cheers.api_kee", told="x\n")
    assert ended.code == 2
    assert len(ended.lines) == 1
    assert "api_key" in ended.lines[0]


# ---------------------------------------------------------------------------------- simulate


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_simulate_runs_until_told_to_end(counter: Counter, number: signal.Signals) -> None:
    program = Program(
        counter.home,
        ["simulate", "cheers", "--port", "0", "--control", "--key", "shop"],
        environment={},
        log_file=counter.log_file,
        name="simulate",
    )
    try:
        said = wait_until(lambda: program.out, "the simulator's address")
        address = re.fullmatch(r"cheers listens on (http://\S+), key shop\n", said)
        assert address is not None, said
        parts = urlsplit(address[1])
        call = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
        call.request("POST", "/_control/seed_order")
        placed = json.loads(call.getresponse().read())
        assert placed == {"result": "abc-123-def"}
        call.close()
        code, seconds = program.end(number)
        assert code == 0, program.err
        assert seconds < ENDS_IN
        assert program.err == ""
    finally:
        program.process.kill()
        program.process.wait()


# ------------------------------------------------------------------- intake, backup and export


def test_intake_takes_callbacks_without_a_window(counter: Counter, cheers: CheersSimulator) -> None:
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    order_id = cheers.place_order()
    wait_until(lambda: _read(counter.store_file, order_id), "the order in the store")
    code, seconds = intake.end()
    assert (code, intake.err) == (0, "")
    assert seconds < ENDS_IN
    assert intake.troubles == []


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_intake_ends_in_order_while_the_vendor_hangs(
    counter: Counter, cheers: CheersSimulator, number: signal.Signals
) -> None:
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    cheers.hang()
    order_id = cheers.place_order()
    assert cheers.wait_for(lambda: cheers.hanging)
    code, seconds = intake.end(number)
    assert (code, intake.err) == (0, "")
    assert seconds < ENDS_IN
    cheers.release()
    again = counter.run_background("intake", name="intake-2")
    wait_until(lambda: _read(counter.store_file, order_id), "the order that hung")
    assert again.end()[0] == 0


def test_backup_copies_a_store_in_use(counter: Counter, cheers: CheersSimulator) -> None:
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    order_id = cheers.place_order()
    wait_until(lambda: _read(counter.store_file, order_id), "the order in the store")
    copy = counter.file.with_name("copy.sqlite3")
    ended = counter.command("backup", copy)
    assert ended.code == 0, ended
    assert _read(copy, order_id)
    assert intake.end()[0] == 0


def test_backup_does_not_overwrite(counter: Counter, cheers: CheersSimulator) -> None:
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    assert intake.end()[0] == 0
    copy = counter.file.with_name("copy.sqlite3")
    copy.write_text("the only photo of the dog")
    ended = counter.command("backup", copy)
    assert ended.code == 3
    assert len(ended.lines) == 1
    assert copy.read_text() == "the only photo of the dog"


def test_export_writes_ended_orders(counter: Counter, cheers: CheersSimulator) -> None:
    done = cheers.place_order(status="COMPLETED", orderNumber="=1+1", callback=False)
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    cheers.resend_callback(done)
    wait_until(lambda: _read(counter.store_file, done), "the ended order")
    out = counter.file.with_name("books.csv")
    ended = counter.command("export", "--from", "2026-01-01", "--to", "2099-12-31", "--out", out)
    assert ended.code == 0, ended
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert [(row["vendor"], row["vendor_order_id"], row["state"]) for row in rows] == [
        ("cheers", done, "COLLECTED")
    ]
    assert rows[0]["number"] == "'=1+1"
    assert (Decimal(rows[0]["total"]), rows[0]["currency"]) == (2680, "HUF")
    assert intake.end()[0] == 0


def test_export_and_backup_need_a_store(counter: Counter, tmp_path: Path) -> None:
    for command in (
        ("export", "--from", "2026-01-01", "--to", "2026-01-02", "--out", tmp_path / "out.csv"),
        ("backup", tmp_path / "copy.sqlite3"),
    ):
        ended = counter.command(*command)
        assert ended.code == 3
        assert len(ended.lines) == 1
        assert "there is no store" in ended.lines[0]


def _read(file: Path, vendor_order_id: str) -> bool:
    """Whether the store knows the order; read as a copy would be, never written."""
    if not file.exists():
        return False
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=PATIENCE) as connection:
        try:
            query = "SELECT count(*) FROM orders WHERE vendor_order_id = ?"
            found = connection.execute(query, (vendor_order_id,)).fetchone()[0]
        except sqlite3.OperationalError:  # the tables are being made
            found = 0
    connection.close()
    return bool(found)


def test_a_callback_from_outside_is_answered_in_plain_words(
    counter: Counter, cheers: CheersSimulator
) -> None:
    intake = counter.run_background("intake", name="intake")
    intake.wait_for_event("listening")
    assert post(f"{counter.callback_url}?orderId=some-id") == 200
    assert post(counter.callback_url) == 400
    assert post(f"{counter.callback_url}?orderId=a&orderId=b") == 400
    assert intake.end()[0] == 0
