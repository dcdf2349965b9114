"""A slip printer on a loopback TCP port that behaves, or misbehaves, as a test wants.

    with PrinterSink() as sink:
        ... network_printer("counter", "127.0.0.1", sink.port, ...) ...
        sink.wait_for_slips(1)
        assert "A-42" in sink.text(0)

One thread serves all connections. Everything may be set while it runs:

- `become(word)`: how it is: "ready", "paper low", "paper out", "cover open", "cutter error",
  "offline", or how it answers: "silent", "garbage", "wrong bits".
- `answer_delay`: seconds before each answer. `echoes_process_ids`: whether it knows GS ( H.
- `knows_real_time`, `knows_paper`: whether it knows DLE EOT, and GS r.
- `prints_later`: keeps what it gets while it stands still, and prints it once it is well again.
- `keeps_process_ids`: True keeps that it has printed to itself until `give_process_ids()`.
- `reads`: False accepts and never reads. `bytes_per_second`: a slow reader.
- `reset_after`, `close_after`: reset or close the connection after so many slip bytes.
- `closes_at_cut`: takes the whole slip, then closes without another answer.
- `at_byte(count, word)`: becomes `word` after so many slip bytes and prints no more.
- `word_after_questions`: becomes a word once it has been asked so many questions.
- `hang_up()`: closes every open connection; bytes not read by then are lost.
- `began_at`: when the first bytes of each slip came.
- `refuse()` and `accept_again()`: nobody listens on the port for a while.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import selectors
import socket
import struct
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

from tests.free_port import free_port
from tests.patience import PATIENCE
from tests.sinks.escpos_reader import (
    Command,
    EscposReader,
    Part,
    Picture,
    Qr,
    read_slip,
    visible_text,
)

# DLE EOT 1 to 4 as Epson's command reference lists the bits; 0x12 is fixed in each.
ANSWERS = {
    "ready": (0x12, 0x12, 0x12, 0x12),
    "paper low": (0x12, 0x12, 0x12, 0x1E),
    "paper out": (0x1A, 0x32, 0x12, 0x7E),
    "cover open": (0x1A, 0x16, 0x12, 0x12),
    "cutter error": (0x1A, 0x52, 0x1A, 0x12),
    "offline": (0x1A, 0x12, 0x12, 0x12),
    "garbage": (0x55, 0xAA, 0x47, 0x0D),
    "wrong bits": (0x00, 0x00, 0x00, 0x00),
}
PAPER = {"ready": b"\x00", "paper low": b"\x03"}  # GS r 1, which a printer at rest leaves unread
STOPPED = ("paper out", "cover open", "cutter error", "offline")
RESET = struct.pack("ii", 1, 0)
TICK = 0.005


class Wire(Protocol):
    """What a connection needs of a socket, or of what stands for one."""

    def fileno(self) -> int: ...
    def recv(self, length: int) -> bytes: ...
    def send(self, data: bytes) -> int: ...
    def close(self) -> None: ...


class Connection:
    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.reader = EscposReader()
        self.received = bytearray()
        self.slip = bytearray()
        self.next_read = 0.0


class PrinterSink:
    """See the module."""

    def __init__(self, *, port: int = 0, word: str = "ready") -> None:
        self.answer_delay = 0.0
        self.echoes_process_ids = True
        self.keeps_process_ids = False  # until give_process_ids()
        self.knows_real_time = True
        self.knows_paper = True
        self.prints_later = False
        self.reads = True
        self.bytes_per_second: float | None = None
        self.reset_after: int | None = None
        self.close_after: int | None = None
        self.closes_at_cut = False
        self.word_after_questions: tuple[int, str] | None = None
        self.questions = 0
        self.paper_questions = 0
        self.began_at: list[float] = []  # time.monotonic() of each slip's first bytes
        self.broken: list[str] = []  # bytes that are not ESC/POS, which no slip may hold
        self._word = word
        self._stop_at: tuple[int, str] | None = None
        self._slips: list[bytes] = []
        self._connections: list[Connection] = []
        self._open: set[Connection] = set()
        self._answers: list[tuple[float, int, Connection, bytes]] = []
        self._kept: list[tuple[Connection, bytes]] = []
        self._unprinted: list[tuple[Connection, Part, bytes]] = []
        self._turn = itertools.count()
        self._changed = threading.Condition()
        self._selector = selectors.DefaultSelector()
        self._listener: socket.socket | None = None
        self._closing = threading.Event()
        self._listen(port or free_port())
        self._thread = threading.Thread(target=self._serve, name="printer-sink", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._thread.join(PATIENCE)
        self.refuse()
        for connection in self._connections:
            connection.wire.close()
        self._selector.close()

    # ------------------------------------------------------------------------- how it behaves

    def become(self, word: str) -> None:
        with self._changed:
            self._word = word
            unprinted, self._unprinted = self._unprinted, []
            for connection, part, taken in unprinted:
                self._obey(connection, part, taken)
            self._changed.notify_all()

    def at_byte(self, count: int, word: str) -> None:
        with self._changed:
            self._stop_at = (count, word)

    def refuse(self) -> None:
        with self._changed:
            if self._listener is not None:
                self._selector.unregister(self._listener)
                self._listener.close()
                self._listener = None

    def accept_again(self) -> None:
        with self._changed:
            self._listen(self.port)

    def give_process_ids(self) -> None:
        with self._changed:
            self.keeps_process_ids = False
            for connection, data in self._kept:
                self._send(connection, data)
            self._kept.clear()

    def hang_up(self) -> None:
        with self._changed:
            for connection in list(self._open):
                self._drop(connection)

    # --------------------------------------------------------------------------- what it took

    @property
    def slips(self) -> list[bytes]:
        """The bytes of each slip up to its cut, without questions and process ids."""
        with self._changed:
            return list(self._slips)

    @property
    def connections(self) -> list[bytes]:
        """Everything received, by connection."""
        with self._changed:
            return [bytes(connection.received) for connection in self._connections]

    @property
    def open_connections(self) -> int:
        with self._changed:
            return len(self._open)

    @property
    def still_to_say(self) -> int:
        """How many answers wait for their time."""
        with self._changed:
            return len(self._answers)

    @property
    def refusing(self) -> bool:
        with self._changed:
            return self._listener is None

    @property
    def unfinished(self) -> bytes:
        """Slip bytes that no cut followed."""
        with self._changed:
            return b"".join(bytes(connection.slip) for connection in self._connections)

    def wait_for_slips(self, count: int, timeout: float = PATIENCE) -> list[bytes]:
        self.wait_until(lambda: len(self._slips) >= count, timeout, f"{count} slips")
        return self.slips

    def wait_until(
        self, come: Callable[[], bool], timeout: float = PATIENCE, what: str = ""
    ) -> None:
        with self._changed:
            if not self._changed.wait_for(come, timeout):
                raise AssertionError(
                    f"waited {timeout} s for {what or 'a condition'}; "
                    f"{len(self._slips)} slips, {len(self._connections)} connections"
                )

    def parts(self, index: int) -> list[Part]:
        return read_slip(self.slips[index])

    def text(self, index: int) -> str:
        return visible_text(self.slips[index])

    def qr(self, index: int) -> str:
        return next(part.content for part in self.parts(index) if isinstance(part, Qr))

    def pictures(self, index: int) -> list[Picture]:
        return [part for part in self.parts(index) if isinstance(part, Picture)]

    # -------------------------------------------------------------------------------- private

    def _listen(self, port: int) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)  # as small as a printer's
        listener.bind(("127.0.0.1", port))
        listener.listen(8)
        listener.setblocking(False)
        self.port: int = listener.getsockname()[1]
        self._listener = listener
        self._selector.register(listener, selectors.EVENT_READ)

    def _serve(self) -> None:
        while not self._closing.is_set():
            if self.reads and self.bytes_per_second is None:
                self._selector.select(TICK)
            else:
                self._closing.wait(TICK)  # what lies unread would wake a selector for ever
            with self._changed:
                if self._listener is not None:
                    self._accept(self._listener)
                if self.reads:
                    for connection in list(self._open):
                        self._read(connection)
                self._send_due()
                self._changed.notify_all()

    def _accept(self, listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            wire, _ = listener.accept()
            wire.setblocking(False)
            self._connected(wire)

    def _connected(self, wire: Wire) -> Connection:
        connection = Connection(wire)
        self._connections.append(connection)
        self._open.add(connection)
        self._watch(wire)
        return connection

    def _watch(self, wire: Wire) -> None:
        self._selector.register(wire, selectors.EVENT_READ)

    def _unwatch(self, wire: Wire) -> None:
        self._selector.unregister(wire)

    def _read(self, connection: Connection) -> None:
        limit = 65536
        if self.bytes_per_second is not None:
            if time.monotonic() < connection.next_read:
                return
            limit = max(1, int(self.bytes_per_second * TICK * 4))
            connection.next_read = time.monotonic() + TICK * 4
        if self.reset_after is not None or self.close_after is not None:
            limit = 64
        try:
            data = connection.wire.recv(limit)
        except BlockingIOError:
            return
        except OSError:
            self._drop(connection)
            return
        if not data:
            self._drop(connection)
            return
        connection.received += data
        self._take(connection, data)

    def _take(self, connection: Connection, data: bytes) -> None:
        try:
            for part, taken in connection.reader.feed(data):
                self._obey(connection, part, taken)
        except (AssertionError, KeyError, UnicodeDecodeError) as error:
            self.broken.append(repr(error))
            connection.reader = EscposReader()
        began = len(connection.slip) + len(connection.reader.rest)
        if self.reset_after is not None and began >= self.reset_after:
            if isinstance(connection.wire, socket.socket):
                connection.wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self._drop(connection)
        elif self.close_after is not None and began >= self.close_after:
            self._drop(connection)

    def _obey(self, connection: Connection, part: Part, taken: bytes) -> None:
        if isinstance(part, Command) and part.name == "ask":
            self.questions += 1
            if self.word_after_questions and self.questions > self.word_after_questions[0]:
                self._word = self.word_after_questions[1]
            self._answer(connection, part.value[0])
        elif self._word in STOPPED:
            if self.prints_later:
                self._unprinted.append((connection, part, taken))
        elif isinstance(part, Command) and part.name == "process id":
            self._echo(connection, part.value)
        elif isinstance(part, Command) and part.name == "paper":
            self.paper_questions += 1
            if self.knows_paper and self._word in PAPER:
                self._send(connection, PAPER[self._word])
        else:
            self._print(connection, part, taken)

    def _echo(self, connection: Connection, process_id: bytes) -> None:
        if not self.echoes_process_ids or self._word not in PAPER:
            return
        echo = b"\x37\x22" + process_id + b"\x00"
        if self.keeps_process_ids:
            self._kept.append((connection, echo))
        else:
            self._send(connection, echo)

    def _print(self, connection: Connection, part: Part, taken: bytes) -> None:
        if not connection.slip:
            self.began_at.append(time.monotonic())
        connection.slip += taken
        if self._stop_at is not None and len(connection.slip) >= self._stop_at[0]:
            self._word = self._stop_at[1]
            self._stop_at = None
        elif isinstance(part, Command) and part.name == "cut":
            self._slips.append(bytes(connection.slip))
            connection.slip.clear()
            if self.closes_at_cut:
                self._drop(connection)

    def _answer(self, connection: Connection, number: int) -> None:
        if self.knows_real_time and self._word != "silent":
            self._send(connection, bytes((ANSWERS[self._word][number - 1],)))

    def _send(self, connection: Connection, data: bytes) -> None:
        due = time.monotonic() + self.answer_delay
        heapq.heappush(self._answers, (due, next(self._turn), connection, data))

    def _send_due(self) -> None:
        while self._answers and self._answers[0][0] <= time.monotonic():
            _, _, connection, data = heapq.heappop(self._answers)
            with contextlib.suppress(OSError):
                connection.wire.send(data)

    def _drop(self, connection: Connection) -> None:
        if connection in self._open:
            self._open.discard(connection)
            self._unwatch(connection.wire)
            connection.wire.close()
