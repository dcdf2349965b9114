"""Pauses, items sold out, and why an order was left for a person, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from app.domain.lamp import Lamp, LampTone
from app.domain.notice import Notice
from app.domain.pause import Pause, PauseReason
from app.domain.snapshot import OrderSnapshot
from app.domain.states import KeptBack
from app.ui.theme import Shape
from app.ui.widgets import BannerText, LampState
from app.ui.wording.figures import clock, day_clock
from app.ui.wording.lamps import LampStory
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.notice_words import Said
from app.ui.wording.runs import Runs, runs
from app.usecases.desk import Shop

PAUSED: Final = "pause "
"""Begins the key of a paused vendor's banner."""

_REASONS: Final[Mapping[PauseReason, str]] = {
    PauseReason.KITCHEN_FULL: QT_TRANSLATE_NOOP("Pause", "Kitchen full"),
    PauseReason.STAFF_SHORT: QT_TRANSLATE_NOOP("Pause", "Too few staff"),
    PauseReason.CLOSING: QT_TRANSLATE_NOOP("Pause", "Closing"),
    PauseReason.TECHNICAL: QT_TRANSLATE_NOOP("Pause", "Technical trouble"),
    PauseReason.OTHER: QT_TRANSLATE_NOOP("Pause", "Own words"),
}
# The same in the middle of a sentence; not every language just begins in lower case.
_WITHIN: Final[Mapping[PauseReason, str]] = {
    PauseReason.KITCHEN_FULL: QT_TRANSLATE_NOOP("Pause", "kitchen full"),
    PauseReason.STAFF_SHORT: QT_TRANSLATE_NOOP("Pause", "too few staff"),
    PauseReason.CLOSING: QT_TRANSLATE_NOOP("Pause", "closing"),
    PauseReason.TECHNICAL: QT_TRANSLATE_NOOP("Pause", "technical trouble"),
}
_TO_CUSTOMERS: Final[Mapping[PauseReason, str]] = {
    PauseReason.KITCHEN_FULL: QT_TRANSLATE_NOOP(
        "Pause", "Sorry, our kitchen is full and cannot take more orders right now."
    ),
    PauseReason.STAFF_SHORT: QT_TRANSLATE_NOOP(
        "Pause", "Sorry, we are too few today to take more orders right now."
    ),
    PauseReason.CLOSING: QT_TRANSLATE_NOOP(
        "Pause", "Sorry, we close soon and cannot make your order any more."
    ),
    PauseReason.TECHNICAL: QT_TRANSLATE_NOOP(
        "Pause", "Sorry, we cannot take orders right now for technical reasons."
    ),
}


def reason_choices() -> list[tuple[str, str]]:
    """Return key and words of each reason to pause."""
    return [(reason.value, translate("Pause", words)) for reason, words in _REASONS.items()]


def reason_within(reason: PauseReason, text: str) -> str:
    """Return the reason for the middle of a sentence; `text` are staff's own words."""
    words = _WITHIN.get(reason)
    return translate("Pause", words) if words else text


def to_customers(reason: PauseReason, text: str) -> str:
    """Return what customers read whose orders a pause rejects."""
    words = _TO_CUSTOMERS.get(reason)
    return translate("Pause", words) if words else text


def minutes_left(pause: Pause, now: datetime) -> int | None:
    """Return the minutes a pause still lasts, begun ones counted; None until it is resumed."""
    if pause.until is None:
        return None
    return max(1, -(-int((pause.until - now).total_seconds()) // 60))


def paused_word(pause: Pause, now: datetime) -> str:
    """Return the word of the vendor's lamp: "paused 12 min"."""
    left = minutes_left(pause, now)
    if left is None:
        return translate("Pause", "paused")
    if left >= 120:
        return translate("Pause", "paused {count} h").format(count=left // 60)
    return translate("Pause", "paused {count} min").format(count=left)


def paused_state(state: LampState, pause: Pause, now: datetime) -> LampState:
    """Return the lamp of a paused vendor; trouble it is in keeps its shape and comes first."""
    word = paused_word(pause, now)
    if state.is_well:
        return replace(state, word=word, shape=Shape.PAUSED)
    return replace(state, word=f"{state.word} · {word}")


def paused_head(pause: Pause, title: str, shop: Shop, now: datetime) -> str:
    """Return that the vendor is paused, and how long."""
    left = minutes_left(pause, now)
    if left is None or pause.until is None:
        return translate("Pause", "{vendor} is paused until you resume it").format(vendor=title)
    text = translate("Pause", "{vendor} is paused until {time}, {count} min left")
    return text.format(vendor=title, time=day_clock(pause.until, shop, now), count=left)


def what_then(*, rejects: bool) -> str:
    """Return in few words that customers can still order, and what becomes of it."""
    return f"{translate('Pause', 'Customers can still order.')} {what_becomes(rejects=rejects)}"


def still_order(title: str) -> str:
    """Return that a pause here closes nothing at the vendor."""
    text = translate("Pause", "Customers can still order; Pult cannot close the shop at {vendor}.")
    return text.format(vendor=title)


def what_becomes(*, rejects: bool) -> str:
    """Return what becomes of the orders that come meanwhile."""
    if rejects:
        return translate("Pause", "New orders are rejected, and the customer reads why.")
    return translate("Pause", "New orders are held, 10 min at most.")


def paused_banner(pause: Pause, title: str, shop: Shop, now: datetime) -> BannerText:
    """Return the banner of a paused vendor."""
    line = what_then(rejects=pause.rejects)
    head = paused_head(pause, title, shop, now)
    button = translate("Pause", "Resume now")
    return BannerText(PAUSED + pause.vendor, Shape.PAUSED, head, line, button)


def paused_story(
    story: LampStory, lamp: Lamp, pause: Pause, shop: Shop, now: datetime
) -> LampStory:
    """Return the story of a paused vendor; what is wrong with it stays the first thing told."""
    reason = reason_within(pause.reason, pause.text)
    facts = (
        *story.facts,
        (translate("Pause", "Paused since"), day_clock(pause.since, shop, now)),
        (translate("Pause", "Reason"), reason),
    )
    if lamp.tone not in (LampTone.OK, LampTone.IDLE):
        return replace(story, facts=facts)
    head = paused_head(pause, lamp.title, shop, now)
    safe, todo = still_order(lamp.title), what_becomes(rejects=pause.rejects)
    return LampStory(head, safe, todo, facts=facts, details=story.details, shape=Shape.PAUSED)


# --- new orders -----------------------------------------------------------------------------------

_LEFT: Final[Mapping[KeptBack, str]] = {
    KeptBack.PAYMENT: QT_TRANSLATE_NOOP(
        "Next", "Not accepted by itself: something is to be paid here."
    ),
    KeptBack.NOTE: QT_TRANSLATE_NOOP("Next", "Not accepted by itself: the customer wrote a note."),
    KeptBack.SOLD_OUT: QT_TRANSLATE_NOOP("Next", "Not accepted by itself: an item is sold out."),
    KeptBack.UNKNOWN_ITEM: QT_TRANSLATE_NOOP(
        "Next", "Not accepted by itself: an item is not in the catalogue."
    ),
    KeptBack.AMOUNT: QT_TRANSLATE_NOOP(
        "Next", "Not accepted by itself: it costs more than the limit."
    ),
    KeptBack.HOURS: QT_TRANSLATE_NOOP("Next", "Not accepted by itself: not at this hour."),
    KeptBack.PRINTER: QT_TRANSLATE_NOOP(
        "Next", "Not accepted by itself: the printer of its slip was not well."
    ),
    KeptBack.PAUSED: QT_TRANSLATE_NOOP("Next", "It came while {vendor} was paused."),
    KeptBack.LATE: QT_TRANSLATE_NOOP(
        "Next", "*It comes late: ordered at {time}.* Look whether it can still be made."
    ),
}


def why_left(snapshot: OrderSnapshot, shop: Shop) -> Runs:
    """Return in one sentence why a new order was left for a person, nothing where it was not."""
    order = snapshot.order
    if order.held_until is not None:
        text = translate("Next", "*{vendor} is paused:* this order rings at {time}.")
        time = clock(order.held_until, shop)
        return runs(text, vendor=snapshot.vendor_title, time=time)
    if order.kept_back is None:
        return ()
    text = translate("Next", _LEFT[order.kept_back])
    time = day_clock(order.placed_at, shop, order.received_at)
    return runs(text, vendor=snapshot.vendor_title, time=time)


def sold_out_names(snapshot: OrderSnapshot) -> list[str]:
    """Return the names of the order's items that are sold out, each once."""
    parts = (part for line in snapshot.order.basket.lines for part in line.walk())
    names = (snapshot.name_of(part.product_id, part.name) for part in parts if snapshot.lacks(part))
    return list(dict.fromkeys(names))


# --- what the strip says --------------------------------------------------------------------------


def held(notice: Notice, vendor: str, shop: Shop) -> Said:
    """Word it: an order came while its vendor is paused."""
    head = translate("Notices", "{number} waits: {vendor} is paused.")
    until = _moment(notice.data.get("until", ""))
    rest = translate("Notices", "It rings at {time}. Open it to take it now.")
    time = clock(until, shop) if until is not None else ""
    return head.format(number=notice.number, vendor=vendor), rest.format(time=time)


def paused(notice: Notice, vendor: str, shop: Shop) -> Said:
    """Word it: staff paused a vendor."""
    until = _moment(notice.data.get("until", ""))
    if until is None:
        head = translate("Notices", "{vendor} is paused until you resume it.").format(vendor=vendor)
    else:
        head = translate("Notices", "{vendor} is paused until {time}.")
        head = head.format(vendor=vendor, time=clock(until, shop))
    rest = translate("Notices", "Customers can still order; new orders are held.")
    if notice.data.get("rejects") == "yes":
        rest = translate("Notices", "Customers can still order; new orders are rejected.")
    return head, rest


def resumed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the pause is over."""
    head = translate("Notices", "{vendor} goes on.")
    if notice.data.get("by") == "time":
        head = translate("Notices", "The pause of {vendor} is over.")
    return head.format(vendor=vendor), translate("Notices", "New orders ring again.")


def sold_out(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: an item was marked."""
    head = translate("Notices", "{name} is sold out today.").format(name=notice.data.get("name"))
    return head, translate("Notices", "New orders with it are marked; the vendors still offer it.")


def on_sale(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: that was taken back."""
    head = translate("Notices", "{name} is on sale again.").format(name=notice.data.get("name"))
    return head, ""


def rejected_by_pause(notice: Notice) -> str:
    """Return the first part of the message that a pause rejected an order, "" for any other."""
    if notice.data.get("by") != "pause":
        return ""
    text = translate("Notices", "{number} rejected by the pause: {reason}.")
    return text.format(number=notice.number, reason=told_reason(notice.data))


def told_reason(data: Mapping[str, str]) -> str:
    """Return the reason of a pause as notices and events keep it."""
    try:
        reason = PauseReason(data.get("reason", ""))
    except ValueError:
        return data.get("text", "")
    return reason_within(reason, data.get("text", ""))


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def next_quarters(now: datetime, shop: Shop) -> datetime:
    """Return the next quarter of an hour that is at least a quarter away, in the shop's time."""
    local = now.astimezone(shop.timezone)
    start = local.replace(minute=0, second=0, microsecond=0)
    quarters = (local - start) // timedelta(minutes=15) + 2
    return start + quarters * timedelta(minutes=15)
