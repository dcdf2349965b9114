"""What the screen says of staff and PINs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.notice import Notice
from app.domain.scan_news import ScanAnswered
from app.domain.staff import GuardedAct
from app.domain.staff_news import PersonSeen, PinAnswered
from app.ui.widgets import Answer, AnswerKind
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop

_TITLES: Final[Mapping[GuardedAct, str]] = {
    GuardedAct.SETTINGS: QT_TRANSLATE_NOOP("Staff", "PIN for Settings"),
    GuardedAct.MONEY_RETURNED: QT_TRANSLATE_NOOP("Staff", "PIN for money back"),
    GuardedAct.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Staff", "PIN to hand over unpaid"),
    GuardedAct.CLOSING: QT_TRANSLATE_NOOP("Staff", "PIN to close"),
}
_ACTIONS: Final[Mapping[GuardedAct, str]] = {
    GuardedAct.SETTINGS: QT_TRANSLATE_NOOP("Staff", "Open Settings"),
    GuardedAct.MONEY_RETURNED: QT_TRANSLATE_NOOP("Staff", "Go on"),
    GuardedAct.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Staff", "Go on"),
    GuardedAct.CLOSING: QT_TRANSLATE_NOOP("Staff", "Go on"),
}


def pin_title(act: GuardedAct) -> str:
    """Return the title of the dialog that asks for the PIN."""
    return translate("Staff", _TITLES[act])


def pin_action(act: GuardedAct) -> str:
    """Return what the dialog's button says."""
    return translate("Staff", _ACTIONS[act])


def wrong_pin(answer: PinAnswered) -> str:
    """Return what is said of a wrong try that is followed by no wait."""
    if answer.left == 1:
        return translate("Staff", "That PIN is not right. One more try, then Pult waits.")
    text = translate("Staff", "That PIN is not right. {count} more tries, then Pult waits.")
    return text.format(count=answer.left)


def wait_line(until: datetime, now: datetime) -> str:
    """Return how long no PIN is taken, and that nothing else waits."""
    seconds = max(1, round((until - now).total_seconds()))
    time = f"{seconds // 60}:{seconds % 60:02}"
    text = translate("Staff", "Too many wrong PINs. Try again in {time}. Orders go on meanwhile.")
    return text.format(time=time)


def not_looked_at() -> str:
    """Return what is said when the core could not look at the PIN."""
    return translate("Staff", "The PIN cannot be looked at now. Orders are safe. Try again.")


def person_name(person: PersonSeen) -> str:
    """Return a person's name; one that was erased has none any more."""
    return person.name or translate("Staff", "Former staff")


_ACTS: Final[Mapping[GuardedAct, str]] = {
    GuardedAct.SETTINGS: QT_TRANSLATE_NOOP("Staff", "Settings"),
    GuardedAct.MONEY_RETURNED: QT_TRANSLATE_NOOP("Staff", "Money returned"),
    GuardedAct.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Staff", "Hand over unpaid"),
    GuardedAct.CLOSING: QT_TRANSLATE_NOOP("Staff", "Closing"),
}


def act_words() -> dict[GuardedAct, str]:
    """Return what each guarded act is called in Settings."""
    return {act: translate("Staff", words) for act, words in _ACTS.items()}


def pin_needed(_notice: Notice, _vendor: str, _shop: Shop) -> tuple[str, str]:
    """Word it: a guarded act was asked for, and nobody had keyed the PIN in for it."""
    head = translate("Staff", "This needs the shop's PIN.")
    return head, translate("Staff", "Nothing was changed. Begin anew and key it in.")


def person_button(works: PersonSeen | None) -> tuple[str, str]:
    """Return what the button in the top bar says, and its accessible name."""
    if works is None:
        text = translate("Staff", "Who?")
        return text, translate("Staff", "Who works here?")
    name = person_name(works)
    return name, translate("Staff", "{name} works here").format(name=name)


def badge_line() -> str:
    """Return what is said while a badge is waited for."""
    return translate("Staff", "Scan the badge now")


def works_now(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Return the answer to a badge that changed who works here."""
    head = translate("Staff", "{name} works here").format(name=answered.data.get("name", ""))
    line = translate("Staff", "What is done from now on is in this name.")
    return Answer(AnswerKind.LOYALTY_CARD, head, lines=(line,))


def badge_kept(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Return the answer to a badge that is somebody's from now on."""
    head = translate("Staff", "Badge of {name}").format(name=answered.data.get("name", ""))
    line = translate("Staff", "Kept. Scanned again, it changes who works here.")
    return Answer(AnswerKind.LOYALTY_CARD, head, lines=(line,))


def badge_taken(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Return the answer to a badge that cannot be kept."""
    name = answered.data.get("name", "")
    head = translate("Staff", "That is the badge of {name}").format(name=name)
    line = translate("Staff", "Nothing was changed. Take another code.")
    if not name:
        head = translate("Staff", "The badge was not kept")
    return Answer(AnswerKind.UNKNOWN, head, lines=(line,))
