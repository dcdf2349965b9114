"""What lamps say: a word, and behind it what is wrong, what is safe and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.lamp import NO_CONTACT, Lamp, LampKind, LampTone
from app.domain.printing import PrinterWord
from app.domain.snapshot import OrderSnapshot
from app.domain.states import SyncState
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeWord
from app.ui.theme import Shape
from app.ui.widgets import BannerText, LampState
from app.ui.wording.figures import Counts, ago, clock, day_clock
from app.ui.wording.lamp_stories import AWAY, SLIPS_SAFE, STORIES, WELL, Telling
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop

_SHAPES: Final[Mapping[LampTone, Shape]] = {
    LampTone.OK: Shape.OK,
    LampTone.IDLE: Shape.READY,
    LampTone.WARN: Shape.WARN,
    LampTone.BAD: Shape.BAD,
}
_WORDS: Final[Mapping[str, str]] = {
    "not asked yet": QT_TRANSLATE_NOOP("Lamps", "not asked yet"),
    ProbeWord.CONNECTED.value: QT_TRANSLATE_NOOP("Lamps", "connected"),
    ProbeWord.LOGIN_FAILED.value: QT_TRANSLATE_NOOP("Lamps", "key not accepted"),
    ProbeWord.NOT_LET_IN.value: QT_TRANSLATE_NOOP("Lamps", "not let in"),
    ProbeWord.KEY_UNREAD.value: QT_TRANSLATE_NOOP("Lamps", "key not readable"),
    ProbeWord.OFFLINE.value: QT_TRANSLATE_NOOP("Lamps", "offline"),
    ProbeWord.ODD_ANSWER.value: QT_TRANSLATE_NOOP("Lamps", "odd answer"),
    ProbeWord.NOT_REACHED.value: QT_TRANSLATE_NOOP("Lamps", "cannot reach this till"),
    NO_CONTACT: QT_TRANSLATE_NOOP("Lamps", "no contact"),
    PrinterWord.UNKNOWN.value: QT_TRANSLATE_NOOP("Lamps", "unknown"),
    PrinterWord.READY.value: QT_TRANSLATE_NOOP("Lamps", "ready"),
    PrinterWord.PAPER_LOW.value: QT_TRANSLATE_NOOP("Lamps", "paper low"),
    PrinterWord.PAPER_OUT.value: QT_TRANSLATE_NOOP("Lamps", "paper out"),
    PrinterWord.COVER_OPEN.value: QT_TRANSLATE_NOOP("Lamps", "cover open"),
    PrinterWord.CUTTER_ERROR.value: QT_TRANSLATE_NOOP("Lamps", "cutter error"),
    PrinterWord.NOT_ANSWERING.value: QT_TRANSLATE_NOOP("Lamps", "not answering"),
    PrinterWord.NOT_REACHABLE.value: QT_TRANSLATE_NOOP("Lamps", "not reachable"),
    ScannerWord.NOT_FOUND.value: QT_TRANSLATE_NOOP("Lamps", "not found"),
    ScannerWord.IN_USE.value: QT_TRANSLATE_NOOP("Lamps", "in use"),
    ScannerWord.NO_RIGHTS.value: QT_TRANSLATE_NOOP("Lamps", "no rights"),
    ScannerWord.DARK.value: QT_TRANSLATE_NOOP("Lamps", "dark picture"),
    ScannerWord.FROZEN.value: QT_TRANSLATE_NOOP("Lamps", "picture stands still"),
    ScannerWord.SWITCHED_OFF.value: QT_TRANSLATE_NOOP("Lamps", "switched off"),
    ScannerWord.OTHER_WINDOW.value: QT_TRANSLATE_NOOP("Lamps", "typing elsewhere"),
    ScannerWord.OTHER_DEVICE.value: QT_TRANSLATE_NOOP("Lamps", "another device"),
}
_UNTOLD: Final = frozenset({SyncState.SENDING, SyncState.RETRYING, SyncState.UNCONFIRMED})


@dataclass(frozen=True, slots=True)
class LampStory:
    """What a lamp's page tells: what is so, whether orders are safe, what to do, and what not.

    `facts` are label and value; `details` is for a helper, in the device's or vendor's own words;
    `shape` where it is not the lamp's own.
    Thread: any.
    """

    head: str
    safe: str
    todo: str
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    details: str = ""
    shape: Shape | None = None


def lamp_key(lamp: Lamp) -> str:
    """Return what tells this lamp from all others: "printer:counter"."""
    return f"{lamp.kind.value}:{lamp.name}"


def lamp_word(lamp: Lamp) -> str:
    """Return the lamp's word; one nobody named stays as it is."""
    known = _WORDS.get(lamp.word)
    return translate("Lamps", known) if known else lamp.word


def lamp_state(lamp: Lamp, now: datetime) -> LampState:
    """Return the lamp as the bar shows it; its age is the time since the last contact.

    The age of the last order is a note that never calls for anybody: an evening may be quiet.
    """
    age = ago(lamp.last_contact, now) if lamp.last_contact is not None else ""
    shape = Shape.PAUSED if lamp.word == ScannerWord.SWITCHED_OFF.value else _SHAPES[lamp.tone]
    note = ""
    if lamp.last_order is not None:
        note = translate("Lamps", "order {age} ago").format(age=ago(lamp.last_order, now))
    return LampState(lamp_key(lamp), lamp.title, lamp_word(lamp), shape, age, note)


def untold(vendor: str, orders: Iterable[OrderSnapshot]) -> tuple[OrderSnapshot, ...]:
    """Return the orders of which `vendor` has yet to be told something, the oldest first."""
    waiting = (each for each in orders if each.syncs.get(vendor) in _UNTOLD)
    return tuple(sorted(waiting, key=lambda each: each.order.received_at))


def lamp_story(
    lamp: Lamp,
    shop: Shop,
    now: datetime,
    waiting: Sequence[OrderSnapshot] = (),
    *,
    fallback: str = "",
) -> LampStory:
    """Return what is known of the lamp's vendor, printer or scanner, and what to do.

    `waiting` are the orders of the board of which this vendor has yet to be told, oldest first;
    `fallback` is the printer that takes over from this one.
    """
    telling = _telling(lamp)
    since = clock(lamp.since, shop) if lamp.since is not None else ""
    head = telling.head_since if since and telling.head_since else telling.head
    values = {"name": lamp.title, "id": lamp.name, "since": since}
    return LampStory(
        head=_said(head, values),
        safe=" ".join(filter(None, (_safe(telling, values, fallback), _waiting(lamp, waiting)))),
        todo=_said(telling.todo, values),
        do=tuple(_said(line, values) for line in telling.do),
        dont=tuple(_said(line, values) for line in telling.dont),
        facts=_facts(lamp, shop, now),
        details=lamp.detail,
    )


def lamp_banner(
    lamp: Lamp, shop: Shop, slips_waiting: int = 0, *, others: bool = False, fallback: str = ""
) -> BannerText | None:
    """Return the banner of a lamp that lasts and matters, None for any other.

    `slips_waiting` counts the slips that wait for this printer; `others` whether another printer
    could print them now; `fallback` is the printer that takes them over by itself.
    """
    is_scanner = lamp.kind is LampKind.SCANNER
    if is_scanner and lamp.word != ScannerWord.OTHER_WINDOW.value:
        return None
    if lamp.tone not in (LampTone.BAD, LampTone.WARN):
        return None
    if lamp.kind is LampKind.PRINTER and lamp.tone is LampTone.WARN:
        return None
    telling = _telling(lamp)
    since = clock(lamp.since, shop) if lamp.since else ""
    values = {"name": lamp.title, "id": lamp.name, "since": since}
    head = telling.head_since if lamp.since and telling.head_since else telling.head
    safe = _safe(telling, values, fallback)
    if slips_waiting:
        waits = Counts().slips_wait(slips_waiting)
        safe = translate("Lamps", "{slips}, orders go on.").format(slips=waits)
        if fallback:
            safe = translate("Lamps", "{slips} and go to “{other}”, orders go on.")
            safe = safe.format(slips=waits, other=fallback)
    line = f"{safe} {_said(telling.todo, values)}"
    shape = Shape.BAD if lamp.tone is LampTone.BAD else Shape.WARN
    button = translate("Lamps", "What to do")
    if slips_waiting and others:
        button = translate("Slips", "Other printer")
    return BannerText(lamp_key(lamp), shape, _said(head, values), line, button)


def _telling(lamp: Lamp) -> Telling:
    by_word = STORIES[lamp.kind]
    fallback = WELL[lamp.kind] if lamp.tone in (LampTone.OK, LampTone.IDLE) else by_word[""]
    found = by_word.get(lamp.word, fallback)
    return AWAY if found is by_word[""] and not lamp.brings_orders else found


def _safe(telling: Telling, values: Mapping[str, str], fallback: str) -> str:
    """Return whether orders are safe; slips that wait come out of a `fallback` there is."""
    if fallback and telling.safe == SLIPS_SAFE:
        text = translate("Lamps", "Slips that wait go to “{other}”; orders go on.")
        return text.format(other=fallback)
    return _said(telling.safe, values)


def _waiting(lamp: Lamp, waiting: Sequence[OrderSnapshot]) -> str:
    if not waiting or lamp.tone not in (LampTone.BAD, LampTone.WARN):
        return ""
    number = waiting[0].order.number
    words = translate(
        "Lamps", "%n orders on the board wait to be told, the oldest {number}.", n=len(waiting)
    )
    return words.format(number=number)


def _said(text: str, values: Mapping[str, str]) -> str:
    return translate("Lamps", text).format(**values)


def _facts(lamp: Lamp, shop: Shop, now: datetime) -> tuple[tuple[str, str], ...]:
    moments = (
        (translate("Lamps", "So since"), lamp.since),
        (translate("Lamps", "Last contact"), lamp.last_contact),
        (translate("Lamps", "Last order"), lamp.last_order),
    )
    return tuple(
        (label, day_clock(moment, shop, now)) for label, moment in moments if moment is not None
    )
