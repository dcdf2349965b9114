"""Reading LOKE's list of orders over all its pages.

The list has no filter, so every reading walks through all of it; what says the same as the last
time is not read anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from json import JSONDecoder
from typing import Any, Final

from app.domain.errors import VendorError, VendorSpokeOddly
from app.domain.report import OrderReport
from app.ports.vendor import OrderList
from app.vendors._http import JsonReply, VendorHttp
from app.vendors.loke.report import read_report

MOST_PAGES: Final = 2000
NEXT_PAGE: Final = "x-next-page"
_MOST_KEPT: Final = 20_000  # reports kept from one reading to the next
_BLANK: Final = " \t\r\n"


class Listing:
    """Walks the list from its first page to its last.

    Thread: vendor; one reading at a time.
    """

    def __init__(self, http: VendorHttp, path: str, now: Callable[[], datetime]) -> None:
        self._http = http
        self._path = path
        self._now = now
        self._kept: dict[str, OrderReport] = {}

    def read(self) -> OrderList:
        """Return what all pages hold, each order once; a page that fails ends the list.

        Raises what the first page raises. The cursor is the vendor's own and goes back untouched.
        """
        found: dict[str, OrderReport] = {}
        problem: VendorError | None = None
        reply = self._http.get_json(self._path)
        problem = self._take(reply, found)
        asked = self._path
        seen = set()
        for _ in range(MOST_PAGES):
            link = reply.headers.get(NEXT_PAGE, "")
            if not link.strip():
                break
            try:
                asked = self._http.linked(link, asked=asked)
                if asked in seen:
                    raise VendorSpokeOddly("loke", "the list leads back to a page already read")
                seen.add(asked)
                reply = self._http.get_linked(asked, asked=asked)
            except VendorError as error:
                problem = error
                break
            problem = self._take(reply, found) or problem
        else:
            problem = VendorSpokeOddly("loke", f"the list goes on after {MOST_PAGES} pages")
        self._keep(found)
        return OrderList(tuple(found.values()), problem)

    def _take(self, reply: JsonReply, found: dict[str, OrderReport]) -> VendorError | None:
        """Add a page's orders to `found`; an entry that cannot be read keeps no other one out."""
        if not isinstance(reply.data, list):
            raise VendorSpokeOddly("loke", "the answer is not a list", raw=reply.text[:20_000])
        problem: VendorError | None = None
        for entry, text in _entries(reply.text):
            order_id = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(order_id, str) or not order_id:
                problem = VendorSpokeOddly("loke", "an entry without an id", raw=text[:20_000])
                continue
            kept = self._kept.get(order_id)
            try:
                same = kept is not None and kept.raw == text
                report = kept if same else read_report(entry, text, order_id, self._now)
            except VendorSpokeOddly as error:
                problem = error
            else:
                assert report is not None
                found[order_id] = report
        return problem

    def _keep(self, found: dict[str, OrderReport]) -> None:
        kept = self._kept | found if len(self._kept) <= _MOST_KEPT else found
        self._kept = dict(list(kept.items())[-_MOST_KEPT:])


def _entries(text: str) -> Iterator[tuple[Any, str]]:
    """Yield each entry of a list with the very text it came as; `text` is known to be a list."""
    decoder = JSONDecoder(parse_float=Decimal)
    place = text.index("[") + 1
    while True:
        while text[place] in _BLANK or text[place] == ",":
            place += 1
        if text[place] == "]":
            return
        entry, end = decoder.raw_decode(text, place)
        yield entry, text[place:end]
        place = end
