"""A till's callback door: a real HTTP server that notes what it is told and answers as asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from tests.patience import PATIENCE

TOLD_PATH = "/callbacks/cheers/s3cret-token"


class _Door(BaseHTTPRequestHandler):
    server: CallbackSink

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "-1"))
        body = self.rfile.read(max(0, length))
        status = self.server.note(self.path, body, length, dict(self.headers.items()))
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


class CallbackSink(ThreadingHTTPServer):
    """Notes each callback's target; `answers` are the next statuses, then 200."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Door)
        self.targets: list[str] = []
        self.bodies: list[tuple[int, bytes]] = []
        self.heads: list[dict[str, str]] = []
        self.answers: list[int] = []
        self._changed = threading.Condition()
        self._held = threading.Event()
        self._held.set()
        self._accepting = threading.Thread(target=self.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{TOLD_PATH}"

    def note(self, target: str, body: bytes, length: int, head: dict[str, str]) -> int:
        with self._changed:
            self.targets.append(target)
            self.bodies.append((length, body))
            self.heads.append(head)
            status = self.answers.pop(0) if self.answers else 200
            self._changed.notify_all()
        self._held.wait(PATIENCE)
        return status

    def hold(self) -> None:
        self._held.clear()

    def wait_for(self, predicate: Callable[[], object], timeout: float = PATIENCE) -> bool:
        with self._changed:
            return bool(self._changed.wait_for(predicate, timeout))

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._held.set()
        self.shutdown()
        self._accepting.join()
        self.server_close()
