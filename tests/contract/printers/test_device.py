"""The printer behind a device file: a pseudo terminal, a pipe, a plain file."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no such device files", allow_module_level=True)

from app.devices.printers._blocking_file import BlockingFile
from app.devices.printers._conversation import Answers, ChannelTrouble
from app.devices.printers._memory import PrinterMemory
from app.devices.printers._paper import Paper
from app.devices.printers.device import device_printer
from app.domain.printing import PrinterWord, PrintResult
from tests.contract.printers.wire_contract import HASTY, Cable, WireContract
from tests.sample_slips import long_slip, sample_slip
from tests.sinks.escpos_reader import visible_text
from tests.sinks.pty_sink import PtySink

pytestmark = pytest.mark.usefixtures("qapp")
PAPER = Paper("TM-T88V", 42)


@pytest.fixture
def sink(tmp_path: Path) -> Iterator[PtySink]:
    with PtySink(tmp_path) as running:
        yield running
        assert running.broken == []


class TestDevicePrinter(WireContract):
    @pytest.fixture
    def cable(self, sink: PtySink) -> Cable:
        return Cable(sink, partial(device_printer, "counter", str(sink.path)))


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "lp0"
    os.mkfifo(path)
    return path


@pytest.fixture
def reader(pipe: Path) -> Iterator[int]:
    """The far end of the pipe, which takes nothing by itself."""
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    yield end
    os.close(end)


class TestPipe:
    def test_slip_is_sent_to_what_cannot_answer(self, pipe: Path, reader: int) -> None:
        outcome = device_printer("counter", str(pipe), paper=PAPER).print_slip(sample_slip())
        assert outcome.result is PrintResult.SENT
        assert not outcome.status.answers
        assert outcome.status.detail == "nothing can be read from it here"
        assert "A-42" in visible_text(os.read(reader, 65536))

    def test_shop_that_wants_answers_is_told_that_none_can_come(
        self, pipe: Path, reader: int
    ) -> None:
        printer = device_printer("counter", str(pipe), paper=PAPER, answers=Answers.YES)
        outcome = printer.print_slip(sample_slip())
        assert outcome.result is PrintResult.NOT_STARTED
        assert outcome.status.word is PrinterWord.NOT_ANSWERING

    def test_pipe_that_nobody_reads_is_not_reachable(self, pipe: Path) -> None:
        status = device_printer("counter", str(pipe), paper=PAPER).ask()
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail == f"nobody reads {pipe}"

    def test_full_pipe_is_unsure_in_time(self, pipe: Path, reader: int) -> None:
        slip = replace(long_slip(10), lines=long_slip(10).lines * 300)
        outcome = device_printer("counter", str(pipe), paper=PAPER, deadlines=HASTY).print_slip(
            slip
        )
        assert outcome.result is PrintResult.UNSURE
        assert re.fullmatch(r"took 6\d{4} of \d+ bytes", outcome.status.detail)

    def test_last_bytes_that_are_not_taken_are_unsure(self, pipe: Path, reader: int) -> None:
        filler = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        os.write(filler, bytes(61440))
        os.close(filler)
        slip = sample_slip()
        outcome = device_printer("counter", str(pipe), paper=PAPER, deadlines=HASTY).print_slip(
            slip
        )
        assert outcome.result is PrintResult.UNSURE
        assert outcome.status.detail == "the last bytes were not taken"


class TestFile:
    def test_plain_file_collects_slips(self, tmp_path: Path) -> None:
        path = tmp_path / "slips.bin"
        path.write_bytes(b"")
        printer = device_printer("counter", str(path), paper=PAPER)
        printer.ask()
        assert path.read_bytes() == b""
        assert printer.print_slip(sample_slip()).result is PrintResult.SENT
        assert printer.print_slip(sample_slip()).result is PrintResult.SENT
        assert visible_text(path.read_bytes()).count("Not a receipt") == 2

    def test_missing_file_is_not_made(self, tmp_path: Path) -> None:
        path = tmp_path / "lp0"
        status = device_printer("counter", str(path), paper=PAPER).ask()
        assert (status.word, status.detail) == (
            PrinterWord.NOT_REACHABLE,
            f"{path} is not there",
        )
        assert not path.exists()

    def test_folder_is_no_printer(self, tmp_path: Path) -> None:
        status = device_printer("counter", str(tmp_path), paper=PAPER).ask()
        assert status.word is PrinterWord.NOT_REACHABLE
        assert status.detail.endswith("it is a folder")

    @pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's full device")
    def test_device_that_takes_nothing_is_unsure_of_nothing(self) -> None:
        outcome = device_printer("counter", "/dev/full", paper=PAPER, answers=Answers.NO)
        result = outcome.print_slip(sample_slip())
        assert result.result is PrintResult.NOT_STARTED
        assert "the disk is full" in result.status.detail


class TestFileThatBlocks:
    """What Windows needs, tried at a pipe."""

    def test_bytes_get_through(self, pipe: Path, reader: int) -> None:
        file = BlockingFile(str(pipe), 5.0)
        file.write(b"x" * 1000)
        assert os.read(reader, 65536) == b"x" * 1000
        file.close()

    def test_device_that_takes_nothing_holds_nobody_up(self, pipe: Path, reader: int) -> None:
        file = BlockingFile(str(pipe), 0.3)
        with pytest.raises(ChannelTrouble) as caught:
            file.write(bytes(100_000))
        assert caught.value.taken == 65536
        file.abort()
        file.close()
        taken = 0
        while taken < 65536:  # the write that hung ends, and no other follows
            taken += len(os.read(reader, 65536))

    def test_missing_file_is_not_reachable(self, tmp_path: Path) -> None:
        with pytest.raises(ChannelTrouble, match="is not there"):
            BlockingFile(str(tmp_path / "LPT1"), 0.3)


def test_answer_is_remembered_of_a_device_too(sink: PtySink) -> None:
    heard: list[bool] = []
    memory = PrinterMemory(answers_learned=heard.append)
    device_printer("counter", str(sink.path), paper=PAPER, memory=memory).ask()
    assert heard == [True]
