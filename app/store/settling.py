"""What is to be settled about an order, as one JSON text and back."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

from app.domain.money import Money
from app.domain.settlement import SettleKind, ToSettle
from app.domain.states import Move

_dump: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def settling_json(entries: tuple[ToSettle, ...]) -> str | None:
    """Return the entries as text, None when there are none."""
    return _dump([_entry(entry) for entry in entries]) if entries else None


def settling_from(text: str | None) -> tuple[ToSettle, ...]:
    """Return the entries; raises ValueError, KeyError or TypeError for what is not ours."""
    return tuple(_entry_from(stored) for stored in json.loads(text or "[]"))


def _entry(entry: ToSettle) -> dict[str, Any]:
    stored: dict[str, Any] = {
        "kind": entry.kind.value,
        "since": entry.since.isoformat(),
        "move": entry.move.name,
    }
    if entry.amount is not None:
        stored["amount"] = [entry.amount.minor, entry.amount.currency]
    if entry.ticked_at is not None:
        stored["ticked_at"] = entry.ticked_at.isoformat()
    return stored


def _entry_from(stored: dict[str, Any]) -> ToSettle:
    amount, ticked_at = stored.get("amount"), stored.get("ticked_at")
    return ToSettle(
        kind=SettleKind(stored["kind"]),
        since=datetime.fromisoformat(stored["since"]),
        move=Move[stored["move"]],
        amount=None if amount is None else Money(amount[0], amount[1]),
        ticked_at=None if ticked_at is None else datetime.fromisoformat(ticked_at),
    )
