"""What a harmless question to a vendor says of the connection: the word of its lamp, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.domain.causes import chain_of
from app.domain.errors import VendorError, VendorLoginFailed, VendorRefused, VendorUnavailable
from app.ports.vendor import ProbeCause, ProbeResult, ProbeWord
from app.vendors._http.deadline import CallTooLong, NoAddress

_NOT_FOUND: Final = "404"


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
    word = ProbeWord.ODD_ANSWER
    if isinstance(problem, VendorLoginFailed):
        word = ProbeWord.NOT_LET_IN if problem.id_may_be_wrong else ProbeWord.LOGIN_FAILED
    elif isinstance(problem, VendorUnavailable):
        word = ProbeWord.OFFLINE
    return ProbeResult(word, problem.message, probe_cause_of(problem))


def probe_cause_of(problem: VendorError) -> ProbeCause:
    """Return why, by what the vendor said or what lies behind the error."""
    if isinstance(problem, VendorRefused):
        return ProbeCause.NOT_FOUND if problem.code == _NOT_FOUND else ProbeCause.NONE
    if isinstance(problem, VendorUnavailable) and problem.answered:
        # A vendor that never says no by its status does not answer there at all.
        refused = isinstance(problem.__cause__, VendorLoginFailed | VendorRefused)
        return ProbeCause.NOT_FOUND if refused else ProbeCause.BUSY
    return next(filter(None, map(_cause_behind, chain_of(problem))), ProbeCause.NONE)


def _cause_behind(error: BaseException) -> ProbeCause:
    import socket
    import ssl

    match error:
        case ssl.SSLCertVerificationError():
            return ProbeCause.NOT_TRUSTED
        case ssl.SSLError():
            return ProbeCause.NO_HTTPS
        case socket.gaierror() | NoAddress():
            return ProbeCause.NO_SUCH_NAME
        case ConnectionRefusedError():
            return ProbeCause.NOBODY_LISTENS
        case TimeoutError() | CallTooLong():
            return ProbeCause.TOO_LATE
        case _:
            return ProbeCause.NONE
