"""Who ordered: buyer data, delivery address and metadata, all of it personal data.

The page says that buyer data and a delivery address "are present when needed" and what they hold,
but not under which names; so whatever is not one of the page's own fields is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from app.domain.report import Customer, Fact
from app.domain.text import plain
from app.vendors.cheers.wire import as_text

_MOST_FACTS: Final = 40  # of the fields not named, and as many of metadata
_LONGEST: Final = 500
_DEEPEST: Final = 4
_PLACE: Final = ("zip", "postal", "postcode", "city", "street", "address", "line")


def customer_of(others: Mapping[str, Any], metadata: Any, comment: str) -> Customer:
    """Return the customer out of the fields the page does not name, metadata and the comment."""
    leaves = list(islice(_leaves(others, ""), _MOST_FACTS))
    addressed = [leaf for leaf in leaves if "address" in leaf[0].split(".")[0].lower()]
    both = [*(leaf for leaf in leaves if leaf not in addressed), *addressed]
    free = list(islice(_leaves(metadata, "metadata"), _MOST_FACTS))
    return Customer(
        name=_first(both, lambda key: key in ("name", "fullname")),
        phone=_first(both, lambda key: "phone" in key),
        email=_first(both, lambda key: "email" in key),
        address=_address(addressed) or _address(leaves),
        comment=comment,
        facts=tuple(
            Fact(plain(key, limit=100), plain(value, limit=_LONGEST))
            for key, value in (*leaves, *free)
        ),
    )


def _leaves(value: Any, path: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield every single value with its path, such as ("buyerData.name", "…")."""
    if isinstance(value, Mapping) and depth <= _DEEPEST:
        for key, part in value.items():
            yield from _leaves(part, f"{path}.{key}" if path else str(key), depth + 1)
    elif text := as_text(value):
        yield path, text


def _first(leaves: list[tuple[str, str]], wanted: Callable[[str], bool]) -> str:
    return plain(next((value for path, value in leaves if wanted(_key(path))), ""), limit=200)


def _key(path: str) -> str:
    return path.rpartition(".")[2].lower()


def _address(leaves: list[tuple[str, str]]) -> str:
    """Return the parts of a place in the order in which they were sent, without repeats."""
    parts = [value for path, value in leaves if _is_place(_key(path))]
    return plain(", ".join(dict.fromkeys(parts)), limit=_LONGEST)


def _is_place(key: str) -> bool:
    return "mail" not in key and any(word in key for word in _PLACE)
