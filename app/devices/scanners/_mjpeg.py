"""A camera that sends JPEG after JPEG over HTTP.

Read by hand and not through OpenCV: what nobody searches is never unpacked, every wait ends when
the till does, and a damaged picture costs no more than itself.
"""

from __future__ import annotations

import base64
import errno
import select
import socket
import ssl
import threading
from time import monotonic
from typing import Final
from urllib.parse import unquote, urlsplit

from app.devices.scanners._frame import Frame, JpegFrame
from app.devices.scanners._source import SILENT_SECONDS, Source, SourceLost, quiet_cv2
from app.domain.causes import cause_of
from app.ports.scanner import ScannerWord

_LOOK: Final = 0.1  # s between two looks whether to stop
_CONNECT: Final = 3.0  # s
_HANDSHAKE: Final = 0.8  # s
_ANSWER: Final = 5.0  # s
_CHUNK: Final = 1 << 18
_MOST_CHUNKS: Final = 64
_LARGEST: Final = 16_000_000  # bytes of one picture
_LONGEST_HEAD: Final = 16_384
_START, _END = b"\xff\xd8\xff", b"\xff\xd9"


class MjpegSource(Source):
    """`multipart/x-mixed-replace` over HTTP or HTTPS, with or without Content-Length in its parts.

    A user name and password in the address are sent (Basic) and never shown.
    """

    live = True
    alone = False
    silent_seconds = SILENT_SECONDS

    def __init__(self, url: str, stopped: threading.Event) -> None:
        parts = urlsplit(url)
        self._parts = parts
        self._host = parts.hostname or ""
        host = f"[{self._host}]" if ":" in self._host else self._host
        self._named = f"{host}:{parts.port}" if parts.port else host
        self.place = f"{parts.scheme}://{self._named}{parts.path}"
        self._stopped = stopped
        self._socket: socket.socket | None = None
        self._pictures = JpegCutter()

    def open(self) -> None:
        """Connect and ask for the stream."""
        quiet_cv2()
        self._pictures = JpegCutter()
        try:
            self._socket = self._connected()
            self._socket.sendall(self._request())
            self._socket.setblocking(False)
            self._check_answer(self._head())
        except (OSError, ValueError) as error:
            self.close()
            refused = isinstance(error, PermissionError)
            word = ScannerWord.NO_RIGHTS if refused else ScannerWord.NOT_FOUND
            raise SourceLost(word, f"{self.place}: {cause_of(error)}") from error

    def next(self, seconds: float, skip: float = 0.0) -> Frame | None:
        """Return the newest picture; older ones that wait are passed over."""
        if skip and self._stopped.wait(skip):
            return None
        until = monotonic() + seconds
        while True:
            try:
                newest = self._newest()
            except (OSError, ValueError) as error:
                raise SourceLost(
                    ScannerWord.NOT_FOUND, f"{self.place}: {cause_of(error)}"
                ) from error
            left = until - monotonic()
            if newest is not None:
                return JpegFrame(newest)
            if left <= 0 or self._stopped.is_set():
                return None
            self._readable(min(left, _LOOK))

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _newest(self) -> bytes | None:
        """Take in all that has arrived; the end of the stream comes after its last picture."""
        newest = None
        for _ in range(_MOST_CHUNKS):  # a camera that floods must not keep the thread
            try:
                chunk = self._received()
            except ConnectionResetError:
                if newest is not None:
                    return newest
                raise
            if chunk is None:
                return newest
            newest = self._pictures.feed(chunk) or newest
        return newest

    def _received(self) -> bytes | None:
        """Return what has arrived, None when nothing has; raises OSError when the camera ended."""
        assert self._socket is not None
        try:
            chunk = self._socket.recv(_CHUNK)
        except (BlockingIOError, ssl.SSLWantReadError):
            return None
        if not chunk:
            raise ConnectionResetError("the stream has ended")
        return chunk

    def _readable(self, seconds: float) -> None:
        assert self._socket is not None
        select.select([self._socket], [], [], seconds)

    def _connected(self) -> socket.socket:
        port = self._parts.port or (443 if self._parts.scheme == "https" else 80)
        family, kind, protocol, _, address = socket.getaddrinfo(
            self._host, port, type=socket.SOCK_STREAM
        )[0]
        plain = socket.socket(family, kind, protocol)
        try:
            plain.setblocking(False)
            number = plain.connect_ex(address)
            if number not in (0, errno.EINPROGRESS, errno.EWOULDBLOCK):
                raise OSError(number, "not reached")
            self._wait_connected(plain)
            plain.settimeout(_HANDSHAKE)
            if self._parts.scheme == "https":
                context = ssl.create_default_context()
                return context.wrap_socket(plain, server_hostname=self._host)
        except BaseException:
            plain.close()
            raise
        return plain

    def _wait_connected(self, plain: socket.socket) -> None:
        until = monotonic() + _CONNECT
        while not select.select([], [plain], [plain], _LOOK)[1]:
            if self._stopped.is_set() or monotonic() > until:
                raise TimeoutError("no connection in time")
        number = plain.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if number:
            raise OSError(number, "not reached")

    def _request(self) -> bytes:
        target = (self._parts.path or "/") + (f"?{self._parts.query}" if self._parts.query else "")
        lines = [f"GET {target} HTTP/1.0", f"Host: {self._named}", "User-Agent: Pult"]
        if self._parts.username is not None:
            words = f"{unquote(self._parts.username)}:{unquote(self._parts.password or '')}"
            lines.append(f"Authorization: Basic {base64.b64encode(words.encode()).decode()}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")

    def _head(self) -> bytes:
        """Return the answer's head; what follows it is the stream's beginning."""
        head = b""
        until = monotonic() + _ANSWER
        while b"\r\n\r\n" not in head:
            if self._stopped.is_set() or monotonic() > until:
                raise TimeoutError("no answer")
            chunk = self._received()
            if chunk is None:
                self._readable(_LOOK)
                continue
            head += chunk
            if len(head) > _LONGEST_HEAD + _CHUNK:
                raise ValueError("not an HTTP answer")
        head, _, rest = head.partition(b"\r\n\r\n")
        self._pictures.feed(rest)
        return head

    def _check_answer(self, head: bytes) -> None:
        first = head.split(b"\r\n", 1)[0].split(b" ", 2)
        if len(first) < 2 or not first[0].startswith(b"HTTP/") or not first[1].isdigit():
            raise ValueError("not an HTTP answer")
        if first[1] in (b"401", b"403"):
            raise PermissionError(f"answered {first[1].decode()}")
        if first[1] != b"200":
            raise ValueError(f"answered {first[1].decode()}")
        low = head.lower()
        if b"multipart/x-mixed-replace" not in low:
            raise ValueError("no stream of JPEG pictures")


class JpegCutter:
    """Cuts a multipart stream into its pictures. Thread: the scanner's own.

    The parts' own Content-Length is believed where it is there; else a picture ends where the next
    part begins.
    """

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._whole = 0  # bytes of the picture that has begun; 0: not known
        self._searched = 0

    def feed(self, chunk: bytes) -> bytes | None:
        """Take the next bytes; return the last picture that is whole with them.

        Raises ValueError when what comes is no stream of pictures.
        """
        self._buffer += chunk
        newest = None
        while (picture := self._cut()) is not None:
            newest = picture
        if len(self._buffer) > _LARGEST:
            raise ValueError("a picture that does not end")
        return newest

    def _cut(self) -> bytes | None:
        start = self._buffer.find(_START)
        if start < 0:
            return None
        if not self._whole and not self._searched:
            self._whole = _length_in(bytes(self._buffer[:start]))
        end = start + self._whole if self._whole else self._end_after(start)
        if end < 0 or end > len(self._buffer):
            return None
        picture = bytes(self._buffer[start:end])
        del self._buffer[:end]
        self._whole = self._searched = 0
        return picture

    def _end_after(self, start: int) -> int:
        """Find the end mark that a part's boundary follows: a thumbnail inside has one too."""
        place = max(start, self._searched)
        while (place := self._buffer.find(_END, place)) >= 0:
            after = bytes(self._buffer[place + 2 : place + 6]).lstrip(b"\r\n")
            if after.startswith(b"--"):
                return place + 2
            if len(self._buffer) < place + 6:
                break
            place += 2
        self._searched = max(len(self._buffer) - 6, start + 1)
        return -1


def _length_in(head: bytes) -> int:
    for line in reversed(head.split(b"\n")):  # before it may stand a part that was no picture
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
            return length if length <= _LARGEST else 0
    return 0
