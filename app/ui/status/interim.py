"""Plain words that stand in until app.ui.wording has notices, lamps and scans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.news import Lamp, LampTone, ScanAnswered, ScanVerdict
from app.domain.notice import Notice, NoticeCode, Tone
from app.ui.theme import Shape
from app.ui.widgets import Answer, AnswerKind, BannerText, LampState, Message
from app.ui.wording.figures import ago, clock
from app.usecases.desk import Shop

_SHAPES = {
    Tone.OK: Shape.OK,
    Tone.PLAIN: Shape.READY,
    Tone.WARN: Shape.WARN,
    Tone.BAD: Shape.BAD,
    Tone.UNSURE: Shape.UNCONFIRMED,
}
_LAMPS = {
    LampTone.OK: Shape.OK,
    LampTone.IDLE: Shape.READY,
    LampTone.WARN: Shape.WARN,
    LampTone.BAD: Shape.BAD,
}


def notice_message(notice: Notice, at: datetime, shop: Shop, titles: Mapping[str, str]) -> Message:
    """Return a message."""
    head = f"{notice.number} {notice.code.name.lower().replace('_', ' ')}".strip()
    if notice.code is NoticeCode.MOVED:
        head = f"{notice.number} {notice.data['move'].lower()}."
    undo = float(notice.data.get("undo", "0"))
    rest = f"{titles.get(notice.vendor, notice.vendor)} is told in {{seconds}} s." if undo else ""
    return Message(
        _SHAPES[notice.tone],
        head,
        rest,
        clock(at, shop),
        notice.order_id,
        None,
        undo,
        "",
    )


def notice_details(notice: Notice) -> str:
    """Return the code."""
    return notice.code.value


def lamp_state(lamp: Lamp, now: datetime) -> LampState:
    """Return a lamp."""
    age = ago(lamp.last_contact, now) if lamp.last_contact else ""
    key = f"{lamp.kind.value}:{lamp.name}"
    return LampState(key, lamp.title, lamp.word, _LAMPS[lamp.tone], age)


@dataclass(frozen=True, slots=True)
class LampStory:
    """A story."""

    head: str
    safe: str = ""
    todo: str = ""
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    details: str = ""


def lamp_story(lamp: Lamp, shop: Shop, now: datetime) -> LampStory:
    """Return a story."""
    return LampStory(f"{lamp.title}: {lamp.word}", details=lamp.detail)


def lamp_banner(lamp: Lamp, shop: Shop, slips_waiting: int) -> BannerText | None:
    """Return a banner."""
    if lamp.tone is not LampTone.BAD:
        return None
    key = f"{lamp.kind.value}:{lamp.name}"
    return BannerText(key, Shape.BAD, f"{lamp.title}: {lamp.word}", "Orders go on.", "What to do")


def scan_answer(answered: ScanAnswered, shop: Shop, now: datetime) -> Answer:
    """Return an answer."""
    kinds = {
        ScanVerdict.HANDED_OVER: AnswerKind.HAND_OVER,
        ScanVerdict.PAY_FIRST: AnswerKind.PAYMENT_DUE,
        ScanVerdict.NOT_READY: AnswerKind.NOT_READY,
        ScanVerdict.ALREADY_OUT: AnswerKind.ALREADY_OUT,
    }
    number = answered.order.order.number if answered.order else ""
    words = answered.verdict.value.replace("_", " ").capitalize()
    return Answer(kinds.get(answered.verdict, AnswerKind.UNKNOWN), words, number)


def scan_message(answered: ScanAnswered, at: datetime, shop: Shop, now: datetime) -> Message:
    """Return the same words."""
    answer = scan_answer(answered, shop, now)
    return Message(Shape.READY, f"{answer.number} {answer.headline}", "", clock(at, shop))
