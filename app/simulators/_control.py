"""The control door of a simulator: lets another process, such as an end-to-end test, drive it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar, Protocol

from app.simulators._wire import Reply, Request, error_reply

PREFIX = "/_control/"


class Controlled(Protocol):
    """Anything with methods and properties that may be reached from outside."""

    control_actions: ClassVar[frozenset[str]]
    control_views: ClassVar[frozenset[str]]


def control_reply(simulator: Controlled, request: Request) -> Reply:
    """Do `POST /_control/<action>` with its JSON arguments, or read `GET /_control/<view>`."""
    name = request.path.removeprefix(PREFIX)
    if request.method == "GET" and name in simulator.control_views:
        return _result(getattr(simulator, name))
    if request.method != "POST" or name not in simulator.control_actions:
        return error_reply(404, f"No control named {name!r} with {request.method}")
    try:
        arguments = json.loads(request.body or b"{}")
        if not isinstance(arguments, dict):
            return error_reply(400, "The arguments must be a JSON object")
        return _result(getattr(simulator, name)(**arguments))
    except (ValueError, TypeError, LookupError) as error:
        return error_reply(400, f"{type(error).__name__}: {error}")


def _result(value: Any) -> Reply:
    text = json.dumps({"result": value}, ensure_ascii=False, default=_plain)
    return Reply(200, text.encode())


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
