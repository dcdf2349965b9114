"""An ePOS-Print service on a loopback port that behaves, or misbehaves, as a test wants.

    with EposPrinter() as epos:
        ... epos_printer("bar", "127.0.0.1", epos.port, ...) ...
        assert "A-42" in epos.texts()[0]

Knows no Pult code. Everything may be set while it runs:

- `become(word)`: "ready", "paper low", "paper out", "cover open", "cutter error", "offline",
  "broken", "no printer" (the service answers, the printer behind it does not), "no device".
- `spools`: it has a queue of its own and looks jobs up by their ids. `holds`: its queue prints
  nothing. `prints_after_questions`: it prints once it was asked for a job so many times.
- `echoes_ids`: gives job ids back without looking anything up.
- `print_fault`, `ask_fault`: what happens instead of an answer: "lost after printing", "lost before
  printing", "half an answer", "hang", "trickle" or a function that returns (HTTP status, body).
- `code`: a code that answers each print, without printing.
- `refuse()` and `accept_again()`: nobody listens on the port for a while.
"""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from tests.free_port import free_port
from tests.patience import PATIENCE
from tests.sinks.escpos_reader import visible_text

NAMESPACE = "http://www.epson-pos.com/schemas/2011/03/epos-print"
ALIVE = 0x0F000014
WORDS = {
    "ready": (ALIVE | 2, ""),
    "paper low": (ALIVE | 2 | 0x20000, ""),
    "paper out": (ALIVE | 0x80008, "EPTR_REC_EMPTY"),
    "cover open": (ALIVE | 0x28, "EPTR_COVER_OPEN"),
    "cutter error": (ALIVE | 0x808, "EPTR_CUTTER"),
    "offline": (ALIVE | 0x8, "EPTR_MECHANICAL"),
    "broken": (ALIVE | 0x2008, "EPTR_UNRECOVERABLE"),
    "no printer": (1, "EX_TIMEOUT"),
    "no device": (0, "DeviceNotFound"),
}
WELL = ("ready", "paper low")
Fault = str | Callable[[], tuple[int, bytes]]


def response(*, success: bool, code: str = "", status: int = 0, job: str = "") -> bytes:
    header = (
        f'<s:Header><parameter xmlns="{NAMESPACE}"><devid/><printjobid>{job}</printjobid>'
        "</parameter></s:Header>"
        if job
        else ""
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        f'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">{header}<s:Body>'
        f'<response xmlns="{NAMESPACE}" success="{str(success).lower()}" code="{code}" '
        f'status="{status}" battery="0"/></s:Body></s:Envelope>'
    ).encode()


class EposPrinter:
    """See the module."""

    def __init__(self) -> None:
        self.spools = False
        self.holds = False
        self.prints_after_questions = 0
        self.echoes_ids = False
        self.print_fault: Fault = ""
        self.ask_fault: Fault = ""
        self.code = ""
        self.requests: list[str] = []  # the path of each request
        self.ended = threading.Event()
        self._word = "ready"
        self._slips: list[bytes] = []
        self._jobs: dict[str, bytes | None] = {}  # what waits; None: printed
        self._lock = threading.Lock()
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self.port = free_port()
        self.accept_again()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.ended.set()
        self.refuse()

    def become(self, word: str) -> None:
        self._word = word

    def refuse(self) -> None:
        if self._server is not None and self._thread is not None:
            self._server.shutdown()
            self._server.server_close()
            self._thread.join(PATIENCE)
            self._server = None

    def accept_again(self) -> None:
        printer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                printer.answer(self)

            def log_message(self, *_args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="epos-printer", daemon=True
        )
        self._thread.start()

    @property
    def refusing(self) -> bool:
        return self._server is None

    def texts(self) -> list[str]:
        with self._lock:
            return [visible_text(slip) for slip in self._slips]

    # -------------------------------------------------------------------------------- private

    def answer(self, call: BaseHTTPRequestHandler) -> None:
        text = call.rfile.read(int(call.headers["Content-Length"])).decode()
        found = re.search(r"<command>([0-9a-f]+)</command>", text)
        named = re.search(r"<printjobid>(\w+)</printjobid>", text)
        data, job = bytes.fromhex(found[1]) if found else b"", named[1] if named else ""
        with self._lock:
            self.requests.append(call.path)
        fault = self.print_fault if data else self.ask_fault
        if callable(fault):
            self._reply(call, *fault())
        elif fault:
            self._misbehave(call, fault, data, job)
        else:
            self._reply(call, 200, self._take(data, job) if data else self._tell(job))

    def _take(self, data: bytes, job: str) -> bytes:
        status, code = WORDS[self._word]
        if self.code:
            return response(success=False, code=self.code, status=status, job=job)
        if self._word not in WELL:
            return response(success=False, code=code, status=status)
        with self._lock:
            if self.spools:
                self._jobs[job] = data
                if not self.holds and not self.prints_after_questions:
                    self._print(job)
                return response(success=True, status=2, job=job)
            self._slips.append(data)
        return response(success=True, status=status, job=job if self.echoes_ids else "")

    def _print(self, job: str) -> None:
        data = self._jobs[job]
        assert data is not None
        self._slips.append(data)
        self._jobs[job] = None

    def _tell(self, job: str) -> bytes:
        status, code = WORDS[self._word]
        if not job or not self.spools:
            told = job if self.echoes_ids else ""
            return response(success=not code, code=code, status=status, job=told)
        with self._lock:
            if job not in self._jobs:
                return response(success=False, code="JobNotFound", status=status, job=job)
            if self._jobs[job] is not None and self.prints_after_questions:
                self.prints_after_questions -= 1
                if not self.prints_after_questions:
                    self._print(job)
            if self._jobs[job] is not None:
                return response(success=False, code="Printing", status=status, job=job)
        return response(success=not code, code=code, status=status, job=job)

    def _misbehave(self, call: BaseHTTPRequestHandler, fault: str, data: bytes, job: str) -> None:
        if fault in ("lost after printing", "half an answer"):
            body = self._take(data, job)
            if fault == "half an answer":
                call.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Length: 900\r\n\r\n" + body[:60])
                call.wfile.flush()
        elif fault == "hang":
            self.ended.wait(PATIENCE)
        elif fault == "trickle":
            call.wfile.write(b"HTTP/1.0 200 OK\r\nX: ")
            try:
                while not self.ended.wait(0.05):
                    call.wfile.write(b"x")
            except OSError:
                return  # the caller has had enough
        linger = struct.pack("ii", 1, 0)
        call.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        call.close_connection = True

    def _reply(self, call: BaseHTTPRequestHandler, code: int, body: bytes) -> None:
        try:
            call.send_response(code)
            if 300 <= code < 400:
                call.send_header("Location", "http://127.0.0.1:1/")
            call.send_header("Content-Type", 'text/xml; charset="x-unheard-of"')
            call.send_header("Content-Length", str(len(body)))
            call.end_headers()
            call.wfile.write(body)
        except OSError:
            return  # the caller has had enough
