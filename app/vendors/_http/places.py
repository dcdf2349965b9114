"""Where a vendor's calls may go: steps of a path, and links that a vendor sends us."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from app.domain.errors import OrderUnknown

LONGEST_ID: Final = 128
_LONGEST_SEGMENT: Final = 500
_LONGEST_LINK: Final = 4000
_PORTS: Final = {"https": 443, "http": 80}


def path_segment(text: str) -> str:
    """Return `text` percent-encoded for one step of a path.

    Raises ValueError for what cannot be one: nothing at all, `.`, `..`, broken characters, or more
    than any id has.
    """
    if text in ("", ".", "..") or len(text) > _LONGEST_SEGMENT:
        raise ValueError("not a step of a path")
    return quote(text, safe="")


def order_path(vendor: str, under: str, vendor_order_id: str) -> str:
    """Return the path of one order below the vendor's `under`; raises OrderUnknown for no id."""
    try:
        return f"{under}/{path_segment(vendor_order_id)}"
    except ValueError as error:
        raise OrderUnknown(vendor, "this cannot be an order's id") from error


def is_order_id(text: str) -> bool:
    """Tell whether a text from outside can be the id of an order."""
    fits = 0 < len(text) <= LONGEST_ID and text not in (".", "..")
    return fits and text.isprintable() and " " not in text


def origin_of(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address; raises ValueError for what is none."""
    parts = urlsplit(url)
    host, port = parts.hostname, parts.port or _PORTS.get(parts.scheme)
    if not host or port is None:
        raise ValueError("not an address")
    return parts.scheme, host.lower(), port


def resolved_link(base_url: str, asked: str, link: str) -> str:
    """Return the whole address a vendor's link means.

    A link with a path is resolved against `base_url`, a bare query against `asked`, the address it
    came with. Raises ValueError unless it leads to the origin of `base_url`, where the login may
    go, and for what is no link at all.
    """
    link = link.strip()
    fits = link.isascii() and link.isprintable() and " " not in link and "\\" not in link
    if not link or not fits or len(link) > _LONGEST_LINK:
        raise ValueError("not a link")
    parts = urlsplit(urljoin(asked if link.startswith("?") else f"{base_url}/", link))
    whole = urlunsplit(parts._replace(fragment=""))
    if "@" in parts.netloc or origin_of(whole) != origin_of(base_url):
        raise ValueError("a link to another server")
    return whole
