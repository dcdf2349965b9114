"""What a vendor's answer to Test connection means, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.ports.vendor import ProbeCause, ProbeWord
from app.ui.theme import Shape
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_COMPARE = QT_TRANSLATE_NOOP(
    "Probes", "Compare the address letter by letter with the one {vendor} gave you."
)
_INTERNET = QT_TRANSLATE_NOOP(
    "Probes", "Look whether the internet works on this computer, then test again."
)
_NOT_ASKED: Final = (
    QT_TRANSLATE_NOOP("Probes", "{vendor} was not asked"),
    QT_TRANSLATE_NOOP("Probes", "Something is missing or wrong below; it is marked there."),
)
_CAUSES: Final[Mapping[ProbeCause, tuple[str, str]]] = {
    ProbeCause.NO_SUCH_NAME: (
        QT_TRANSLATE_NOOP("Probes", "There is no server of this name"),
        QT_TRANSLATE_NOOP(
            "Probes",
            "Look for a mistyped letter in the address, then whether the internet works here.",
        ),
    ),
    ProbeCause.NOBODY_LISTENS: (
        QT_TRANSLATE_NOOP("Probes", "Nobody answers at this address"),
        _COMPARE,
    ),
    ProbeCause.NOT_TRUSTED: (
        QT_TRANSLATE_NOOP("Probes", "The certificate at this address is not trusted"),
        QT_TRANSLATE_NOOP(
            "Probes",
            "Nothing was sent. Look at this computer's date and time, then at the address.",
        ),
    ),
    ProbeCause.NO_HTTPS: (
        QT_TRANSLATE_NOOP("Probes", "There is no https at this address"),
        _COMPARE,
    ),
    ProbeCause.TOO_LATE: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} did not answer in time"),
        _INTERNET,
    ),
    ProbeCause.BUSY: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} has trouble of its own"),
        QT_TRANSLATE_NOOP("Probes", "It was reached. Test again in some minutes."),
    ),
    ProbeCause.NOT_FOUND: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} is not found at this address"),
        QT_TRANSLATE_NOOP(
            "Probes", "Compare the address and the ids letter by letter with what you were given."
        ),
    ),
    ProbeCause.CALLS_UNTESTED: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} answers; its calls are not tested"),
        QT_TRANSLATE_NOOP(
            "Probes",
            "New orders come by its calls alone: enter the address from outside below.",
        ),
    ),
    ProbeCause.LOG_IN_UNTESTED: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} answers; the key is not tested"),
        QT_TRANSLATE_NOOP("Probes", "Whether the key is right shows with the first card."),
    ),
}
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    ProbeWord.CONNECTED.value: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} answers and lets this shop in"),
        "",
    ),
    ProbeWord.LOGIN_FAILED.value: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} does not accept the key or password"),
        QT_TRANSLATE_NOOP("Probes", "Copy it from {vendor} once more, whole and without blanks."),
    ),
    ProbeWord.NOT_LET_IN.value: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} does not let this shop in"),
        QT_TRANSLATE_NOOP(
            "Probes",
            "Compare the key and any ids with what {vendor} gave you: one may be another shop's.",
        ),
    ),
    ProbeWord.KEY_UNREAD.value: (
        QT_TRANSLATE_NOOP("Probes", "The key of {vendor} cannot be read"),
        QT_TRANSLATE_NOOP(
            "Probes", "Unlock this computer's keyring and test again, or enter the key once more."
        ),
    ),
    ProbeWord.OFFLINE.value: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} does not answer"),
        _INTERNET,
    ),
    ProbeWord.ODD_ANSWER.value: (
        QT_TRANSLATE_NOOP("Probes", "Something else answers at this address"),
        _COMPARE,
    ),
    ProbeWord.NOT_REACHED.value: (
        QT_TRANSLATE_NOOP("Probes", "{vendor} answers, but cannot call this till"),
        QT_TRANSLATE_NOOP(
            "Probes",
            "Look at the address from outside and at the tunnel: it must pass calls on to Pult.",
        ),
    ),
}
_SWITCH_ON = QT_TRANSLATE_NOOP("Probes", "Switch “In use” on, then save.")
_SAVE = QT_TRANSLATE_NOOP("Probes", "Save, then press Restart now; it is at work from then on.")
_RESTART = QT_TRANSLATE_NOOP("Probes", "It is at work once Pult is started again.")
_CALLS_LATER = QT_TRANSLATE_NOOP(
    "Probes",
    "Calls are taken once this is saved and Pult is started again; test it once more then.",
)


@dataclass(frozen=True, slots=True)
class Stands:
    """How the vendor that was asked stands on this till.

    `at_work`: its orders come; `wanted`: it is, or will be, switched on; `changed`: something of it
    is not saved.
    """

    at_work: bool = False
    wanted: bool = False
    changed: bool = False


def probe_said(data: Mapping[str, str], vendor: str, stands: Stands) -> tuple[Shape, str, str]:
    """Return shape, head and what to do, for an answer with `word` ("": not asked) and `cause`."""
    word, cause = data.get("word", ""), ProbeCause(data.get("cause", ""))
    head, line = _CAUSES.get(cause) or _WORDS.get(word, _NOT_ASKED)
    shape = Shape.BAD
    if not word:
        shape = Shape.WARN
    elif word == ProbeWord.NOT_REACHED.value:
        shape = Shape.WARN
        head, why = _WORDS[word]
        line = why if stands.at_work else _CALLS_LATER
    elif word == ProbeWord.CONNECTED.value:
        shape = Shape.WARN if cause is ProbeCause.CALLS_UNTESTED else Shape.OK
        lines = (line, _next(stands))
        return shape, _said(head, vendor), " ".join(_said(each, vendor) for each in lines if each)
    return shape, _said(head, vendor), _said(line, vendor)


def _next(stands: Stands) -> str:
    if not stands.wanted:
        return _SWITCH_ON
    if stands.changed:
        return _SAVE
    return "" if stands.at_work else _RESTART


def _said(text: str, vendor: str) -> str:
    return translate("Probes", text).format(vendor=vendor)
