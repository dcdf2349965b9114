"""What a harmless question to a vendor says of the connection: the word of its lamp."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import VendorError, VendorLoginFailed, VendorUnavailable
from app.ports.vendor import ProbeResult, ProbeWord


def probe_by(
    ask: Callable[[], object], *, answered_by: tuple[type[VendorError], ...] = ()
) -> ProbeResult:
    """Ask and say how the connection stands; an error of `answered_by` is a good answer too."""
    try:
        ask()
    except answered_by:
        return ProbeResult(ProbeWord.CONNECTED)
    except VendorError as error:
        return result_of(error)
    return ProbeResult(ProbeWord.CONNECTED)


def result_of(problem: VendorError) -> ProbeResult:
    """Return what a vendor's error says of the connection."""
    if isinstance(problem, VendorLoginFailed):
        return ProbeResult(ProbeWord.LOGIN_FAILED, problem.message)
    if isinstance(problem, VendorUnavailable):
        return ProbeResult(ProbeWord.OFFLINE, problem.message)
    return ProbeResult(ProbeWord.ODD_ANSWER, problem.message)
