"""Why a question to a vendor led to nothing, as the screen words it."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.errors import OrderUnknown, VendorError, VendorLoginFailed, VendorRefused
from app.domain.notice import NoticeCode


def problem_of(error: VendorError) -> NoticeCode:
    """Return the code of the problem; `problem_data` says more of a refusal."""
    if isinstance(error, VendorRefused):
        plainly_unknown = isinstance(error, OrderUnknown) and error.why is None
        return NoticeCode.ORDER_UNKNOWN if plainly_unknown else NoticeCode.LOOK_UP_REFUSED
    if isinstance(error, VendorLoginFailed):
        return NoticeCode.LOGIN_FAILED
    return NoticeCode.VENDOR_GONE


def problem_data(error: VendorError) -> Mapping[str, str]:
    """Return why the vendor refused, and in which words of its own."""
    if not isinstance(error, VendorRefused):
        return {}
    found = {"why": error.why.value if error.why else "", "reason": error.reason or error.code}
    return {key: value for key, value in found.items() if value}
