"""Writing JSON with exact decimals, the counterpart of `answers.parse_json`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

_MOST_DIGITS: Final = 40


def dump_json(value: object) -> str:
    """Return compact JSON in which a Decimal is a number, digit for digit.

    Raises TypeError for anything else JSON has no exact form for, a float among them.
    """
    if isinstance(value, Mapping):
        pairs = (f"{json.dumps(str(key))}:{dump_json(part)}" for key, part in value.items())
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise TypeError(f"{value} has no form in JSON")
        # Written out, a number from outside could have any length.
        return f"{value:f}" if abs(value.adjusted()) <= _MOST_DIGITS else str(value)
    if value is None or isinstance(value, str | int):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return "[" + ",".join(dump_json(part) for part in value) + "]"
    raise TypeError(f"{type(value).__name__} has no exact form in JSON")
