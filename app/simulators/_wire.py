"""What crosses a simulator's wire: one request, one reply, and the record kept of each request."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal

SECRET_HEADERS = frozenset({"x-api-key", "authorization", "cookie"})

Outcome = Literal["open", "answered", "dropped", "left"]


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request as it arrived; header names are lower case, the path is still encoded."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The kind of its body, without parameters and in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


@dataclass(frozen=True, slots=True)
class Reply:
    """One HTTP answer."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """One request in a simulator's log; secrets are left out.

    `at` and `ended_at` are seconds of `time.monotonic()`. `outcome` is open (no answer yet),
    answered, dropped (we closed the connection) or left (the client was gone before the answer).
    """

    number: int
    method: str
    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes
    at: float
    status: int | None = None
    outcome: Outcome = "open"
    ended_at: float | None = None

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def json(self) -> Any:
        """The body as JSON; raises ValueError when it is not JSON."""
        return json.loads(self.body)


class Refused(Exception):
    """The vendor says no, with an HTTP status and a sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def json_body(request: Request) -> dict[str, Any]:
    """Read the JSON object a request brings; raises Refused 415 or 400."""
    if request.kind != "application/json":
        raise Refused(415, "Content-Type must be application/json")
    try:
        body = json.loads(request.body)
    except ValueError as error:
        raise Refused(400, "The body is not JSON") from error
    if not isinstance(body, dict):
        raise Refused(400, "The body must be an object")
    return body


def json_reply(status: int, content: Any, headers: Mapping[str, str] | None = None) -> Reply:
    """Answer with a JSON body."""
    return Reply(status, json.dumps(content, ensure_ascii=False).encode(), headers=headers or {})


def error_reply(status: int, message: str, headers: Mapping[str, str] | None = None) -> Reply:
    """Answer with a JSON error; no vendor page shows its shape, so no client may depend on it."""
    reason = HTTPStatus(status).phrase if status in HTTPStatus.__members__.values() else "Error"
    return json_reply(status, {"status": status, "error": reason, "message": message}, headers)
