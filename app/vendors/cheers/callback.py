"""Reading Cheers' callback: `POST <url>?orderId=<id>`, unsigned and without a body."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.errors import BadCallback
from app.ports.callback import CallbackPort, CallbackRequest
from app.vendors._http import LONGEST_ID, is_order_id


class CheersCallback(CallbackPort):
    """Takes the one order id out of a request; everything else comes from the authenticated GET.

    Thread: listener.
    """

    vendor = "cheers"

    def __init__(self, path: str) -> None:
        self.path = path

    def read(self, request: CallbackRequest) -> Sequence[str]:
        """Return the id; raises BadCallback unless there is exactly one that can be asked for."""
        ids = [value for key, value in request.query if key == "orderId"]
        if len(ids) != 1:
            raise BadCallback("exactly one orderId is expected")
        if not is_order_id(ids[0]):
            raise BadCallback(f"orderId must be 1 to {LONGEST_ID} printable characters")
        return ids
