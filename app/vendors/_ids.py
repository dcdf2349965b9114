"""What can be the id of an order at a vendor, where one comes from outside."""

from __future__ import annotations

from typing import Final

LONGEST_ID: Final = 128


def is_order_id(text: str) -> bool:
    """Tell whether a text can be the id of an order at a vendor."""
    fits = 0 < len(text) <= LONGEST_ID and text not in (".", "..")
    return fits and text.isprintable() and " " not in text
