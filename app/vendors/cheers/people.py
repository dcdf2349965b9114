"""Who ordered: buyer data, delivery address and metadata, all of it personal data.

The page says that buyer data and a delivery address "are present when needed" and what they hold,
but not under which names; so whatever is not one of the page's own fields is read here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.domain.report import Customer, Fact
from app.domain.text import plain
from app.vendors.cheers.wire import as_text

_MOST_FACTS: Final = 60
_LONGEST: Final = 500
_DEEPEST: Final = 4
_PLACE: Final = ("zip", "postal", "postcode", "city", "street", "address", "line")


def customer_of(others: Mapping[str, Any], metadata: Any, comment: str) -> Customer:
    """Return the customer out of the fields the page does not name, metadata and the comment."""
    leaves = list(_leaves(others, ""))
    addressed = [leaf for leaf in leaves if "address" in leaf[0].split(".")[0].lower()]
    both = [*(leaf for leaf in leaves if leaf not in addressed), *addressed]
    about_metadata = [(f"metadata.{key}", value) for key, value in _metadata(metadata)]
    return Customer(
        name=_first(both, "name"),
        phone=_first(both, "phone"),
        email=_first(both, "email"),
        address=_address(addressed) or _address(leaves),
        comment=comment,
        facts=tuple(
            Fact(plain(key, limit=100), plain(value, limit=_LONGEST))
            for key, value in [*leaves, *about_metadata][:_MOST_FACTS]
        ),
    )


def _leaves(value: Any, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield every single value with its path, such as ("buyerData.name", "…")."""
    if isinstance(value, Mapping) and depth <= _DEEPEST:
        for key, part in value.items():
            yield from _leaves(part, f"{path}.{key}" if path else str(key), depth + 1)
    elif text := as_text(value):
        yield path, text


def _metadata(metadata: Any) -> list[tuple[str, str]]:
    if isinstance(metadata, Mapping):
        return list(_leaves(metadata, ""))
    text = as_text(metadata)
    return [("", text)] if text else []


def _first(leaves: list[tuple[str, str]], kind: str) -> str:
    wanted = (value for path, value in leaves if path.split(".")[-1].lower().endswith(kind))
    return plain(next(wanted, ""), limit=200)


def _address(leaves: list[tuple[str, str]]) -> str:
    """Return the parts of a place in the order in which they were sent, without repeats."""
    parts = [
        value
        for path, value in leaves
        if any(word in path.split(".")[-1].lower() for word in _PLACE)
        and "mail" not in path.lower()
    ]
    return plain(", ".join(dict.fromkeys(parts)), limit=_LONGEST)
