"""One HTTP request as cheroot parses it, carried to our rules and back."""

from __future__ import annotations

from typing import Final

from cheroot.errors import MaxSizeExceeded
from cheroot.server import ChunkedRFile, Gateway, HTTPRequest, SizeCheckWrapper

from app.domain.errors import BadCallback
from app.intake._answers import Answer, Request

_CHUNK_OVERHEAD: Final = 16384  # sizes, extensions and trailers of a chunked body


class CallbackHttpRequest(HTTPRequest):
    """A request whose body is read only when somebody asks for it."""

    def read_request_headers(self) -> bool:
        if not super().read_request_headers():  # type: ignore[no-untyped-call]
            return False
        length = self.inheaders.get(b"Content-Length", b"0")
        if not length.isdigit():  # int() also takes signs and underscores
            self.simple_response("400 Bad Request", "Malformed Content-Length Header.")
            return False
        return True

    def simple_response(self, status: str, msg: str = "") -> None:
        self.conn.unread = True
        super().simple_response(status, msg)

    def read_body(self) -> bytes:
        """Return the whole body.

        Raises BadCallback when it is too long, broken or cut off, TimeoutError when it is slow.
        """
        self.conn.unread = False
        try:
            body, whole = self._chunks() if self.chunked_read else self._known()
        except MaxSizeExceeded:
            raise self._refused("the body is too long", 413) from None
        except (TimeoutError, ConnectionError):
            raise
        except OSError:  # cheroot's word for a chunked body that is too long
            raise self._refused("the body is too long", 413) from None
        except ValueError:
            raise self._refused("the body is broken", 400) from None
        if not whole:
            raise self._refused("the body is cut off", 400)
        return body

    def _known(self) -> tuple[bytes, bool]:
        length = self.rfile.remaining
        body: bytes = self.rfile.read() if length else b""
        return body, len(body) == length

    def _chunks(self) -> tuple[bytes, bool]:
        limit = self.server.max_request_body_size
        within = SizeCheckWrapper(self.conn.rfile, limit + _CHUNK_OVERHEAD)
        self.rfile = ChunkedRFile(within, limit + _CHUNK_OVERHEAD)
        body: bytes = self.rfile.read()
        for _ in self.rfile.read_trailer_lines():
            pass
        if len(body) > limit:
            raise MaxSizeExceeded
        return body, True

    def _refused(self, message: str, status: int) -> BadCallback:
        self.conn.unread = self.close_connection = True
        return BadCallback(message, status=status)


class CallbackGateway(Gateway):
    """Carries a request to `server.answer` and the answer back."""

    def respond(self) -> None:
        req = self.req
        req.conn.unread = req.chunked_read or req.rfile.remaining > 0
        answer = req.server.answer(
            Request(
                method=req.method.decode("latin-1"),
                path=req.path,
                query=req.qs,
                headers={
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in req.inheaders.items()
                },
                read_body=req.read_body,
            )
        )
        self._write(answer)

    def _write(self, answer: Answer) -> None:
        req = self.req
        body = answer.text.encode("ascii", "replace") + b"\n"
        req.status = f"{answer.status.value} {answer.status.phrase}".encode("ascii")
        req.outheaders = [
            (b"Content-Type", b"text/plain; charset=us-ascii"),
            (b"Content-Length", str(len(body)).encode("ascii")),
            (b"X-Content-Type-Options", b"nosniff"),
            *((name.encode("ascii"), value.encode("ascii")) for name, value in answer.headers),
        ]
        if req.conn.unread or req.conn.is_last_request():
            req.close_connection = True
        req.ensure_headers_sent()
        if req.method != b"HEAD":
            req.write(body)
