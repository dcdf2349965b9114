"""What every scanner does, and what every scanner on a line does."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from queue import Empty, SimpleQueue
from time import monotonic

import pytest

from app.devices.scanners.serial import SerialScanner
from app.domain.scan_trace import ScanTrace
from app.ports.scanner import (
    CodeDropped,
    CodeRead,
    ScannerChanged,
    ScannerEvent,
    ScannerPort,
    ScannerWord,
)
from tests.patience import PATIENCE
from tests.sinks.scanner_line import ScannerLine

SOON = 3.0  # seconds: the second it is meant to take, on a slow machine


class Reading:
    """`reads` on a thread of its own, as the till runs it."""

    def __init__(self, scanner: ScannerPort) -> None:
        self.scanner = scanner
        self._events: SimpleQueue[ScannerEvent] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=f"test-{scanner.name}")
        self._thread.start()

    def _run(self) -> None:
        for event in self.scanner.reads():
            self._events.put(event)

    def next(self, seconds: float = PATIENCE) -> ScannerEvent:
        return self._events.get(timeout=seconds)

    def next_is(self, event: ScannerEvent) -> None:
        assert self.next() == event

    def next_trace(self) -> ScanTrace:
        event = self.next()
        assert isinstance(event, CodeRead | CodeDropped)
        return event.trace

    def word_is(self, word: ScannerWord) -> str:
        """Wait for a change to `word`; return its detail."""
        event = self.next()
        assert isinstance(event, ScannerChanged)
        assert event.word is word, event
        return event.detail

    def nothing_for(self, seconds: float) -> None:
        with pytest.raises(Empty):
            self.next(seconds)

    def stop(self) -> float:
        """Stop and return how long it took (s)."""
        began = monotonic()
        self.scanner.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        return monotonic() - began


class ScannerContract(ABC):
    """Subclasses give `scanner` and let the device read a text."""

    @pytest.fixture
    @abstractmethod
    def scanner(self) -> ScannerPort: ...

    @abstractmethod
    def scan(self, text: str) -> None: ...

    @pytest.fixture
    def reading(self, scanner: ScannerPort) -> Iterator[Reading]:
        reading = Reading(scanner)
        reading.word_is(ScannerWord.READY)
        yield reading
        reading.stop()

    def test_a_code_is_read_as_it_was_sent(self, reading: Reading) -> None:
        self.scan("PULT-7K2M9")
        reading.next_is(CodeRead("PULT-7K2M9"))

    def test_codes_come_in_order_and_repeat(self, reading: Reading) -> None:
        for text in ("5998700123455", "5998700123455", "A-42"):
            self.scan(text)
        reading.next_is(CodeRead("5998700123455"))
        reading.next_is(CodeRead("5998700123455"))
        reading.next_is(CodeRead("A-42"))

    def test_letters_beyond_ascii_are_read(self, reading: Reading) -> None:
        self.scan("Kártya-őű-漢字")
        reading.next_is(CodeRead("Kártya-őű-漢字"))

    def test_the_longest_code_is_read_and_a_longer_one_dropped(self, reading: Reading) -> None:
        self.scan("x" * 512)
        reading.next_is(CodeRead("x" * 512))
        self.scan("y" * 513)
        reading.next_is(CodeDropped("too long"))
        self.scan("after")
        reading.next_is(CodeRead("after"))

    def test_control_characters_are_not_a_code(self, reading: Reading) -> None:
        self.scan("ab\x1b@cd")
        reading.next_is(CodeDropped("not text"))
        self.scan("after")
        reading.next_is(CodeRead("after"))

    def test_an_empty_scan_is_nothing(self, reading: Reading) -> None:
        self.scan("")
        self.scan("after")
        reading.next_is(CodeRead("after"))

    def test_stop_ends_reads_within_a_second(self, reading: Reading) -> None:
        assert reading.stop() < SOON

    def test_a_stopped_scanner_stays_stopped(self, scanner: ScannerPort) -> None:
        scanner.stop()
        assert list(scanner.reads()) == []


class LineContract(ScannerContract):
    """Subclasses give `line`, whose device is plugged in."""

    @pytest.fixture
    @abstractmethod
    def line(self) -> Iterator[ScannerLine]: ...

    @pytest.fixture
    def scanner(self, line: ScannerLine) -> ScannerPort:
        self._line = line
        return SerialScanner("till scanner", line.port)

    def scan(self, text: str) -> None:
        self._line.send(text.encode() + b"\r")

    @pytest.mark.parametrize("ending", [b"\r", b"\n", b"\r\n", b"\t"])
    def test_every_terminator_ends_a_code_at_once(
        self, reading: Reading, line: ScannerLine, ending: bytes
    ) -> None:
        line.send(b"one" + ending)
        reading.next_is(CodeRead("one"))
        line.send(b"two" + ending)
        reading.next_is(CodeRead("two"))
        reading.nothing_for(0.15)

    @pytest.mark.parametrize(
        ("setting", "ending"),
        [("cr", b"\r"), ("lf", b"\n"), ("crlf", b"\r\n"), ("tab", b"\t"), ("pause", b"")],
    )
    def test_the_configured_terminator_ends_a_code(
        self, line: ScannerLine, setting: str, ending: bytes
    ) -> None:
        reading = Reading(SerialScanner("till scanner", line.port, terminator=setting))
        try:
            reading.word_is(ScannerWord.READY)
            line.send(b"one" + ending)
            reading.next_is(CodeRead("one"))
            line.send(b"two" + ending)
            reading.next_is(CodeRead("two"))
        finally:
            reading.stop()

    def test_another_terminator_than_the_configured_one_still_reads(
        self, line: ScannerLine
    ) -> None:
        reading = Reading(SerialScanner("till scanner", line.port, terminator="tab"))
        try:
            reading.word_is(ScannerWord.READY)
            line.send(b"one\r\n")
            reading.next_is(CodeRead("one"))
        finally:
            reading.stop()

    def test_a_pause_ends_a_code_and_a_late_terminator_adds_nothing(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"no end")
        reading.next_is(CodeRead("no end"))
        line.send(b"\r")
        reading.nothing_for(0.15)

    def test_a_line_that_ends_its_codes_may_stumble_in_between(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"first\r")
        reading.next_is(CodeRead("first"))
        line.send(b"PULT-")
        reading.nothing_for(0.12)  # more than the pause of a line that never ended a code
        line.send(b"7K2M9\r")
        reading.next_is(CodeRead("PULT-7K2M9"))

    def test_single_bytes_make_one_code(self, reading: Reading, line: ScannerLine) -> None:
        line.send(b"first\r")
        reading.next_is(CodeRead("first"))
        for byte in "PULT-ő9\r".encode():
            line.send(bytes([byte]))
        reading.next_is(CodeRead("PULT-ő9"))

    def test_two_codes_in_one_chunk_are_two(self, reading: Reading, line: ScannerLine) -> None:
        line.send(b"one\r\ntwo\r\n")
        reading.next_is(CodeRead("one"))
        reading.next_is(CodeRead("two"))

    def test_framing_bytes_are_not_part_of_the_code(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"\x02framed\x03\r\n")
        reading.next_is(CodeRead("framed"))

    def test_noise_is_dropped_up_to_the_next_terminator(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"\xff\xfe\x80\x81 half a code\r")
        reading.next_is(CodeDropped("not text"))
        line.send(b"caf\xe9\r")  # Latin-1: guessing would act on a wrong text
        reading.next_is(CodeDropped("not text"))
        line.send(b"good\r")
        reading.next_is(CodeRead("good"))

    def test_endless_input_is_dropped_once_and_ends_with_a_terminator(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"first\r")
        reading.next_is(CodeRead("first"))
        for _ in range(4):
            line.send(b"z" * 500)
        reading.next_is(CodeDropped("too long"))
        line.send(b"tail\rgood\r")
        reading.next_is(CodeRead("good"))

    def test_how_a_code_arrived_is_told(self, reading: Reading, line: ScannerLine) -> None:
        line.send(b"\x02one\r\n")
        trace = reading.next_trace()
        assert (trace.raw, trace.ended_by) == (b"\x02one\r\n", "crlf")
        assert trace.milliseconds is not None
        assert trace.milliseconds < PATIENCE * 1000
        line.send(b"two\t")
        assert reading.next_trace().ended_by == "tab"
        line.send(b"caf\xe9\r")
        assert reading.next_trace().raw == b"caf\xe9\r"

    def test_a_symbology_identifier_is_not_part_of_the_code(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"]Q1PULT-7K2M9\r")
        event = reading.next()
        assert event == CodeRead("PULT-7K2M9")
        assert isinstance(event, CodeRead)
        assert event.trace.aim == "]Q1"
        line.send(b"]x not one\r")
        reading.next_is(CodeRead("]x not one"))

    def test_a_product_in_gs1_elements_is_its_barcode(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"]C1010599870012345510LOT7\x1d17261231\r")
        reading.next_is(CodeRead("5998700123455"))

    def test_a_pulled_device_is_told_once_and_found_again(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        for round_ in range(2):
            line.unplug()
            reading.word_is(ScannerWord.NOT_FOUND)
            reading.nothing_for(0.5)
            line.plug()
            reading.word_is(ScannerWord.READY)
            line.send(f"round {round_}\r".encode())
            reading.next_is(CodeRead(f"round {round_}"))

    def test_half_a_code_does_not_survive_the_unplugging(self, line: ScannerLine) -> None:
        reading = Reading(SerialScanner("till scanner", line.port, terminator="cr"))
        try:
            reading.word_is(ScannerWord.READY)
            line.send(b"PULT-")
            line.unplug()
            reading.word_is(ScannerWord.NOT_FOUND)
            line.plug()
            reading.word_is(ScannerWord.READY)
            line.send(b"whole\r")
            reading.next_is(CodeRead("whole"))
        finally:
            reading.stop()

    def test_a_device_missing_at_the_start_is_found_when_it_comes(self, line: ScannerLine) -> None:
        line.unplug()
        reading = Reading(SerialScanner("till scanner", line.port))
        try:
            reading.word_is(ScannerWord.NOT_FOUND)
            line.plug()
            reading.word_is(ScannerWord.READY)
            line.send(b"late\r")
            reading.next_is(CodeRead("late"))
        finally:
            reading.stop()

    def test_stop_is_quick_while_the_device_is_missing(self, line: ScannerLine) -> None:
        line.unplug()
        reading = Reading(SerialScanner("till scanner", line.port))
        reading.word_is(ScannerWord.NOT_FOUND)
        assert reading.stop() < SOON

    def test_stop_is_quick_in_the_middle_of_a_code(
        self, reading: Reading, line: ScannerLine
    ) -> None:
        line.send(b"first\rhalf")
        reading.next_is(CodeRead("first"))
        assert reading.stop() < SOON
