"""The printer behind a queue: the commands of CUPS as programs, win32print as a stand-in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.devices.printers._paper import Paper
from app.devices.printers._paper_printer import PaperPrinter
from app.devices.printers._queues import queues
from app.devices.printers._windows_queue import WindowsQueue, windows_queues
from app.devices.printers._wire import Deadlines
from app.devices.printers.spooler import CUPS_WARNING, QueueSender, spooler_printer
from app.domain.printing import PrinterWord, PrintResult
from tests.sample_slips import CODE, sample_slip
from tests.sinks.escpos_reader import Qr, read_slip, visible_text
from tests.sinks.fake_cups import FakeCups
from tests.sinks.fake_win32print import FakeWin32Print, Queue

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = Paper("TM-T88V", 42)
PATIENT = Deadlines(connect=2.0, write=20.0, answer=20.0)
HASTY = Deadlines(connect=0.5, write=0.3, answer=20.0)
linux = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not on Windows")


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeCups:
    fake = FakeCups(tmp_path)
    monkeypatch.setenv("PATH", f"{fake.bin}:/usr/bin:/bin")
    return fake


def a_printer(deadlines: Deadlines = PATIENT) -> PaperPrinter:
    return spooler_printer("counter", "slips", paper=PAPER, deadlines=deadlines)


@linux
class TestCupsPrinter:
    def test_idle_queue_is_ready_with_the_warning_about_raw_queues(self, cups: FakeCups) -> None:
        status = a_printer().ask()
        assert (status.word, status.answers) == (PrinterWord.READY, False)
        assert status.detail == CUPS_WARNING
        assert cups.job == b""

    @pytest.mark.parametrize(
        ("alerts", "word"),
        [
            ("media-empty-error", PrinterWord.PAPER_OUT),
            ("media-needed", PrinterWord.PAPER_OUT),
            ("cover-open", PrinterWord.COVER_OPEN),
            ("cutter-at-fault-error", PrinterWord.CUTTER_ERROR),
            ("offline-report", PrinterWord.OFFLINE),
            ("paused", PrinterWord.OFFLINE),
        ],
    )
    def test_queue_in_trouble_gets_no_job(
        self, cups: FakeCups, alerts: str, word: PrinterWord
    ) -> None:
        cups.printer(alerts=alerts)
        outcome = a_printer().print_slip(sample_slip())
        assert (outcome.result, outcome.status.word) == (PrintResult.NOT_STARTED, word)
        assert cups.job == b""

    def test_disabled_queue_is_offline_and_tells_why(self, cups: FakeCups) -> None:
        cups.printer("disabled", said="no paper today")
        status = a_printer().ask()
        assert status.word is PrinterWord.OFFLINE
        assert status.detail.startswith("no paper today; ")

    def test_low_paper_still_prints(self, cups: FakeCups) -> None:
        cups.printer(alerts="media-low-warning")
        outcome = a_printer().print_slip(sample_slip())
        assert outcome.result is PrintResult.SENT
        assert outcome.status.word is PrinterWord.PAPER_LOW

    def test_whole_slip_goes_into_the_queue_as_it_is_and_counts_as_sent(
        self, cups: FakeCups
    ) -> None:
        cups.open("none", "job-printing")
        assert a_printer().print_slip(sample_slip()).result is PrintResult.SENT
        assert "Draught lager" in visible_text(cups.job)
        assert [part.content for part in read_slip(cups.job) if isinstance(part, Qr)] == [CODE]

    @pytest.mark.parametrize("alerts", ["job-canceled-by-user", "job-aborted-by-system", None])
    def test_job_that_others_ended_is_unsure(self, cups: FakeCups, alerts: str | None) -> None:
        cups.finished(alerts)
        assert a_printer().print_slip(sample_slip()).result is PrintResult.UNSURE

    def test_job_that_hangs_in_the_printer_is_taken_out_and_unsure(self, cups: FakeCups) -> None:
        cups.open("job-printing", stays=True)
        cups.when_cancelled("job-canceled-by-user")
        outcome = a_printer(HASTY).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.word is PrinterWord.NOT_ANSWERING
        assert not cups.left_open

    def test_job_that_never_began_is_taken_out_and_has_not_started(self, cups: FakeCups) -> None:
        cups.open("none", stays=True)
        assert a_printer(HASTY).print_slip(sample_slip()).result is PrintResult.NOT_STARTED
        assert not cups.left_open

    def test_job_that_cannot_be_taken_out_is_unsure(self, cups: FakeCups) -> None:
        cups.open("none", stays=True)
        cups.suffers("cancel.refuses")
        outcome = a_printer(HASTY).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert "job slips-7 is still in the queue" in outcome.status.detail

    def test_stopped_job_is_taken_out_at_once(self, cups: FakeCups) -> None:
        cups.open("job-printing", "job-stopped", stays=True)
        assert a_printer().print_slip(sample_slip()).result is PrintResult.UNSURE
        assert not cups.left_open

    @pytest.mark.parametrize(
        ("what", "result", "word"),
        [
            ("refuses", PrintResult.NOT_STARTED, PrinterWord.NOT_REACHABLE),
            ("lp.refuses", PrintResult.NOT_STARTED, PrinterWord.NOT_REACHABLE),
            ("lp.mute", PrintResult.UNSURE, PrinterWord.NOT_ANSWERING),
            ("lp.hangs", PrintResult.UNSURE, PrinterWord.NOT_ANSWERING),
        ],
    )
    def test_command_in_trouble(
        self, cups: FakeCups, what: str, result: PrintResult, word: PrinterWord
    ) -> None:
        cups.suffers(what)
        outcome = a_printer(HASTY).print_slip(sample_slip())
        assert (outcome.result, outcome.status.word) == (result, word)

    def test_hanging_spooler_is_left_in_time(self, cups: FakeCups) -> None:
        cups.suffers("hangs")
        status = a_printer(Deadlines(0.2, 0.2, 0.2)).ask()
        assert (status.word, status.detail) == (
            PrinterWord.NOT_ANSWERING,
            "lpstat took over 0.2 s",
        )

    @pytest.mark.parametrize(
        ("what", "detail"),
        [
            ("stopped", "CUPS is not running"),
            ("refuses", 'lpstat: Invalid destination name in list "slips".'),
        ],
    )
    def test_missing_queue_and_stopped_cups_are_told_apart(
        self, cups: FakeCups, what: str, detail: str
    ) -> None:
        cups.suffers(what)
        assert a_printer().ask().detail == detail

    def test_machine_without_cups_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        assert (
            a_printer().ask().detail == "CUPS is not installed (no lpstat): sudo apt install cups"
        )
        assert queues() == ()

    def test_queues_that_take_jobs_are_listed(self, cups: FakeCups) -> None:
        assert queues(20.0) == ("slips",)


class TestWindowsPrinter:
    @pytest.fixture
    def spooler(self, monkeypatch: pytest.MonkeyPatch) -> FakeWin32Print:
        fake = FakeWin32Print()
        monkeypatch.setitem(sys.modules, "win32print", fake)  # type: ignore[arg-type]
        return fake

    @pytest.fixture
    def queue(self, spooler: FakeWin32Print) -> Queue:
        return spooler.queues["slips"]

    def a_printer(self, deadlines: Deadlines = PATIENT) -> PaperPrinter:
        return PaperPrinter("counter", QueueSender(WindowsQueue("slips"), deadlines), paper=PAPER)

    def test_raw_document_the_spooler_calls_printed_is_printed(self, queue: Queue) -> None:
        queue.job_states = [0x8, 0x10, 0x80]
        assert self.a_printer().print_slip(sample_slip()).result is PrintResult.PRINTED
        assert queue.documents == [("Pult", None, "RAW")]
        assert "Draught lager" in visible_text(queue.data)
        assert queue.open_handles == 0

    @pytest.mark.parametrize("states", [[0x10, None], [0x10, 0x1000]])
    def test_job_that_leaves_the_queue_is_sent(
        self, queue: Queue, states: list[int | None]
    ) -> None:
        queue.job_states = states
        assert self.a_printer().print_slip(sample_slip()).result is PrintResult.SENT

    @pytest.mark.parametrize(
        ("status", "word"),
        [
            (0x10, PrinterWord.PAPER_OUT),
            (0x40, PrinterWord.PAPER_OUT),
            (0x400000, PrinterWord.COVER_OPEN),
            (0x8, PrinterWord.CUTTER_ERROR),
            (0x80, PrinterWord.OFFLINE),
            (0x1, PrinterWord.OFFLINE),
            (0x2, PrinterWord.OFFLINE),
            (0x1000, PrinterWord.NOT_REACHABLE),
        ],
    )
    def test_queue_in_trouble_gets_no_job(
        self, queue: Queue, status: int, word: PrinterWord
    ) -> None:
        queue.status = status
        outcome = self.a_printer().print_slip(sample_slip())
        assert (outcome.result, outcome.status.word) == (PrintResult.NOT_STARTED, word)
        assert queue.documents == []

    def test_printer_used_offline_is_offline(self, queue: Queue) -> None:
        queue.attributes = 0x400
        assert self.a_printer().ask().word is PrinterWord.OFFLINE

    def test_job_stuck_after_it_began_is_deleted_and_unsure(self, queue: Queue) -> None:
        queue.job_states = [0x10, 0x10 | 0x40]
        assert self.a_printer().print_slip(sample_slip()).result is PrintResult.UNSURE
        assert queue.deleted == [7]

    def test_job_that_never_began_is_deleted_and_has_not_started(self, queue: Queue) -> None:
        queue.job_states = [0x20]
        outcome = self.a_printer(HASTY).print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert queue.deleted == [7]

    def test_job_that_is_cut_short_by_its_deletion_is_unsure(self, queue: Queue) -> None:
        queue.job_states, queue.after_delete = [0x20], 0x4
        assert self.a_printer(HASTY).print_slip(sample_slip()).result is PrintResult.UNSURE

    def test_job_that_cannot_be_deleted_is_unsure(self, queue: Queue) -> None:
        queue.job_states, queue.fails = [0x20], "SetJob"
        outcome = self.a_printer(HASTY).print_slip(sample_slip())
        assert outcome.result is PrintResult.UNSURE
        assert "still in the queue" in outcome.status.detail

    def test_queue_that_takes_half_a_slip_is_unsure_and_the_half_deleted(
        self, queue: Queue
    ) -> None:
        queue.writes_short = True
        assert self.a_printer().print_slip(sample_slip()).result is PrintResult.UNSURE
        assert queue.deleted == [7]

    @pytest.mark.parametrize(
        ("function", "result"),
        [
            ("GetPrinter", PrintResult.NOT_STARTED),
            ("StartDocPrinter", PrintResult.NOT_STARTED),
            ("WritePrinter", PrintResult.UNSURE),
        ],
    )
    def test_function_that_raises(self, queue: Queue, function: str, result: PrintResult) -> None:
        queue.fails = function
        outcome = self.a_printer().print_slip(sample_slip())
        assert (outcome.result, outcome.status.word) == (result, PrinterWord.NOT_REACHABLE)
        assert queue.open_handles == 0

    def test_queue_that_is_not_there(self, spooler: FakeWin32Print) -> None:
        spooler.queues.clear()
        assert self.a_printer().ask().detail == "there is no such queue"

    def test_queues_are_listed(self, spooler: FakeWin32Print) -> None:
        assert windows_queues() == ("slips",)

    def test_program_without_pywin32_says_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "win32print", None)
        assert self.a_printer().ask().detail == "this program was installed without pywin32"
        assert windows_queues() == ()
