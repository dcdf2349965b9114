"""One request to a vendor and one answer, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class JsonReply:
    """A vendor's answer: parsed with exact decimals, the text as received, and its headers."""

    data: Any
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: `url` is whole, `kind` the type of its `content`."""

    method: str
    url: str
    content: bytes | None = None
    kind: str = ""
    authorization: str = ""
    tries: int = 1


def as_json(body: Mapping[str, Any]) -> str:
    """Return the body as it goes over the wire: no blanks, letters as they are."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
