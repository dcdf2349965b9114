"""What the message strip says: a bold first part, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.money import Money
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.push import PushKind
from app.domain.refusal import read_refusal
from app.domain.states import Move, Standing
from app.ui.theme import Shape
from app.ui.widgets import Message
from app.ui.widgets.message_strip import SECONDS
from app.ui.wording import notice_words, points
from app.ui.wording.figures import amount, clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.ui.wording.notice_words import Said
from app.usecases.desk import Shop

SHAPES: Final[Mapping[Tone, Shape]] = {
    Tone.OK: Shape.OK,
    Tone.PLAIN: Shape.READY,
    Tone.WARN: Shape.WARN,
    Tone.BAD: Shape.BAD,
    Tone.UNSURE: Shape.UNCONFIRMED,
}
# These lead to their order by a button.
_SHOWN: Final = frozenset(
    {
        NoticeCode.NEW_ORDER,
        NoticeCode.PLACED,
        NoticeCode.NOT_POSSIBLE,
        NoticeCode.REFUSED,
        NoticeCode.NOT_CONFIRMED,
        NoticeCode.ENDED_ELSEWHERE,
        NoticeCode.CHANGED_ELSEWHERE,
        NoticeCode.WENT_ANOTHER_WAY,
        NoticeCode.SLIP_UNSURE,
        NoticeCode.NO_PRINTER,
        NoticeCode.OVERTAKEN,
        NoticeCode.DUE_NOT_CHECKED,
    }
)


def notice_message(notice: Notice, at: datetime, shop: Shop, titles: Mapping[str, str]) -> Message:
    """Return the notice as the strip says it; its key is the order's id.

    `titles` are the vendors' titles by name. While Undo runs ``{seconds}`` counts down.
    """
    vendor = titles.get(notice.vendor) or notice.vendor.title()
    head, rest = _WORDS[notice.code](notice, vendor, shop)
    undo = _seconds(notice)
    after = _told(vendor, notice) if undo else None
    is_new = notice.code is NoticeCode.NEW_ORDER
    return Message(
        Shape.NEW if is_new else SHAPES[notice.tone],
        head,
        rest,
        clock(at, shop),
        notice.order_id,
        _button(notice) if not undo else None,
        undo,
        after,
    )


def notice_details(notice: Notice) -> str:
    """Return the code to read out to a helper and the vendor's or device's own words."""
    _, reason = read_refusal(notice.data.get("reason", ""))
    own = (reason, *(notice.data.get(key, "") for key in ("word", "detail", "id")))
    code = notice.code.value if notice.code.value.startswith("P-") else ""
    return " · ".join(part for part in (code, *own) if part)


def _button(notice: Notice) -> str | None:
    if notice.code not in _SHOWN or not notice.order_id or not notice.number:
        return None
    return translate("Notices", "Show {number}").format(number=notice.number)


def _seconds(notice: Notice) -> float:
    try:
        return max(0.0, float(notice.data.get("undo", "0")))
    except ValueError:
        return 0.0


# --- moves ----------------------------------------------------------------------------------------

_MOVED: Final[Mapping[Move, str]] = {
    Move.ACCEPT: QT_TRANSLATE_NOOP("Notices", "{number} accepted."),
    Move.READY: QT_TRANSLATE_NOOP("Notices", "{number} ready."),
    Move.COLLECTED: QT_TRANSLATE_NOOP("Notices", "{number} collected."),
    Move.LEFT: QT_TRANSLATE_NOOP("Notices", "{number} left."),
    Move.REJECT: QT_TRANSLATE_NOOP("Notices", "{number} rejected."),
    Move.CANCEL_ORDER: QT_TRANSLATE_NOOP("Notices", "{number} cancelled."),
    Move.ON_THE_WAY: QT_TRANSLATE_NOOP("Notices", "{number} on the way."),
    Move.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Notices", "{number} handed over unpaid."),
    Move.MONEY_RETURNED: QT_TRANSLATE_NOOP("Notices", "{number}: money returned."),
    Move.PAYMENT_FAILED: QT_TRANSLATE_NOOP("Notices", "{number}: payment failed."),
    Move.BRING_BACK: QT_TRANSLATE_NOOP("Notices", "{number} is back in Preparing."),
}

_TO_SETTLE: Final = frozenset({Move.LEFT.name, Move.CANCEL_ORDER.name, Move.REJECT.name})
"""Moves of which the vendor is to be told by hand where it has no word for them."""


def _moved(notice: Notice, vendor: str, _shop: Shop) -> Said:
    move = Move[notice.data["move"]]
    head = translate("Notices", _MOVED.get(move, QT_TRANSLATE_NOOP("Notices", "{number} moved.")))
    rest = _told(vendor, notice)
    if _seconds(notice) and notice.data.get("told") == "yes":
        text = translate("Notices", "{vendor} is told in {seconds} s.")
        rest = text.format(vendor=vendor, seconds=SECONDS)
    if move is Move.PAYMENT_FAILED:
        rest = translate("Notices", "Take it another way, or hand over unpaid with a reason.")
    return head.format(number=notice.number), rest


def _told(vendor: str, notice: Notice) -> str:
    told = notice.data.get("told")
    if told == "yes":
        return translate("Notices", "{vendor} is being told.").format(vendor=vendor)
    if told == "nobody":
        return ""
    if notice.data.get("move") in _TO_SETTLE:
        text = translate("Notices", "{vendor} is not told: see To settle.")
        return text.format(vendor=vendor)
    return translate("Notices", "{vendor} is not told.").format(vendor=vendor)


def _undone(notice: Notice, vendor: str, _shop: Shop) -> Said:
    head = translate("Notices", "{number} is back where it was.").format(number=notice.number)
    if notice.data.get("told") == "nobody":
        return head, ""
    return head, translate("Notices", "{vendor} was not told of it.").format(vendor=vendor)


def _confirmed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    head = translate("Notices", "{vendor} confirmed {move} for {number}.")
    return head.format(vendor=vendor, move=_move(notice), number=notice.number), ""


def _new(notice: Notice, vendor: str, _shop: Shop) -> Said:
    head = translate("Notices", "New order {number}.").format(number=notice.number)
    return head, translate("Notices", "It came from {vendor}.").format(vendor=vendor)


def _taken(notice: Notice, vendor: str, shop: Shop) -> Said:
    head = translate("Notices", "{number}: payment received.").format(number=notice.number)
    said = [_told(vendor, notice)]
    if notice.data.get("ring_up") == "yes":
        said.append(translate("Notices", "Ring it up on the register."))
    if money := _money(notice, shop):
        said.insert(0, translate("Notices", "{amount} taken.").format(amount=money))
    return head, " ".join(filter(None, said))


def _placed(notice: Notice, _vendor: str, shop: Shop) -> Said:
    head = translate("Notices", "Walk-in order {number} is placed.").format(number=notice.number)
    rest = translate("Notices", "{amount} to be paid.").format(amount=_money(notice, shop))
    return head, rest


def _money(notice: Notice, shop: Shop) -> str:
    minor, currency = notice.data.get("minor"), notice.data.get("currency")
    return amount(Money(int(minor), currency), shop) if minor and currency else ""


def _seen(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    return translate("Notices", "{number} seen.").format(number=notice.number), ""


# --- orders in trouble ----------------------------------------------------------------------------


def _not_possible(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    head = translate("Notices", "That is no longer possible.")
    if notice.number:
        head = translate("Notices", "{number}: that is no longer possible.")
    rest = translate("Notices", "The order has changed meanwhile. Look at it again.")
    return head.format(number=notice.number), rest


_REFUSED: Final[Mapping[PushKind, str]] = {
    PushKind.ACCEPT: QT_TRANSLATE_NOOP("Notices", "It is not accepted. Do not prepare it yet."),
    PushKind.REJECT: QT_TRANSLATE_NOOP("Notices", "It is not rejected. The customer waits."),
    PushKind.PAYMENT_RECEIVED: QT_TRANSLATE_NOOP(
        "Notices", "Keep the money. Open the order to see what to do."
    ),
}


_OF_POINTS: Final = (PushKind.TICKET, PushKind.RECTIFICATION)


def _refused(notice: Notice, vendor: str, _shop: Shop) -> Said:
    if _kind(notice) in _OF_POINTS:
        return points.refused(notice, vendor)
    head = translate("Notices", "{vendor} refused {move} for {number}.")
    head = head.format(vendor=vendor, move=_move(notice), number=notice.number)
    if notice.data.get("sent_on"):
        return _refused_onward(notice, head, vendor)
    if notice.data.get("standing") == Standing.CANCELLED.value:
        if _kind(notice) in (PushKind.ACCEPT, PushKind.REJECT):
            return head, translate("Notices", "The customer cancelled. Do not prepare it.")
        return head, translate("Notices", "The customer cancelled. Stop preparing.")
    kind = _kind(notice)
    known = _REFUSED.get(kind) if kind is not None else None
    other = QT_TRANSLATE_NOOP("Notices", "Here it stands as {vendor} has it. Look at it.")
    return head, translate("Notices", known or other).format(vendor=vendor)


def _refused_onward(notice: Notice, head: str, vendor: str) -> Said:
    if _kind(notice) is not PushKind.REGISTER:
        rest = translate("Notices", "Here the order goes on. Set it in {vendor} by hand.")
        return head, rest.format(vendor=vendor)
    head = translate("Notices", "{number} is not in {vendor}.")
    head = head.format(number=notice.number, vendor=vendor)
    return head, translate("Notices", "Here it goes on. Settle it under Not in register.")


def _not_confirmed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    if _kind(notice) in _OF_POINTS:
        return points.not_confirmed(notice, vendor)
    head = translate("Notices", "{number}: your {move} may not have reached {vendor}.")
    if _kind(notice) is PushKind.PAYMENT_RECEIVED:
        head = translate("Notices", "{number}: {vendor} has not confirmed the payment.")
        rest = translate("Notices", "Keep the money and do not charge again. Pult asks by itself.")
        if notice.data.get("held") == "yes":
            rest = translate("Notices", "Do not charge again. Look in {vendor}, then say so here.")
            rest = rest.format(vendor=vendor)
    elif _kind(notice) is PushKind.REGISTER:
        head = translate("Notices", "{number}: {vendor} has not confirmed that it has the order.")
        rest = translate("Notices", "It is not sent again by itself. Look there, then open it.")
    else:
        rest = translate("Notices", "Nothing is sent twice. Pult asks.")
    return head.format(number=notice.number, move=_move(notice), vendor=vendor), rest


_ENDED: Final[Mapping[str, str]] = {
    Standing.CANCELLED.value: QT_TRANSLATE_NOOP("Notices", "The customer cancelled {number}."),
    Standing.REJECTED.value: QT_TRANSLATE_NOOP("Notices", "{number} was rejected elsewhere."),
    Standing.LEFT.value: QT_TRANSLATE_NOOP("Notices", "{number} was set to Left elsewhere."),
    Standing.COLLECTED.value: QT_TRANSLATE_NOOP(
        "Notices", "{number} was set to Collected elsewhere."
    ),
}


def _ended(notice: Notice, vendor: str, _shop: Shop) -> Said:
    standing = notice.data.get("standing", "")
    other = QT_TRANSLATE_NOOP("Notices", "{number} was ended elsewhere.")
    head = translate("Notices", _ENDED.get(standing, other)).format(number=notice.number)
    if standing == Standing.COLLECTED.value:
        return head, translate("Notices", "Press Seen when you have looked.")
    return head, translate("Notices", "Stop preparing, then press Seen.")


def _changed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    head = translate("Notices", "{vendor} changed {number}.")
    rest = translate("Notices", "Compare the lines, then press Seen.")
    return head.format(vendor=vendor, number=notice.number), rest


def _another_way(notice: Notice, vendor: str, _shop: Shop) -> Said:
    head = translate("Notices", "{number}: {vendor} says otherwise.")
    rest = translate("Notices", "Here it is closed. Open it, look, then press Seen.")
    return head.format(vendor=vendor, number=notice.number), rest


def _overtaken(notice: Notice, vendor: str, _shop: Shop) -> Said:
    kind = _kind(notice)
    first = notice.data.get("done") == "yes"
    if first and kind is PushKind.ACCEPT:
        head = translate("Notices", "{number} was accepted elsewhere first.")
        rest = translate("Notices", "No slip comes out here by itself; press Print if you need it.")
    elif first and kind is PushKind.PAYMENT_RECEIVED:
        head = translate("Notices", "{number}: somebody else booked the payment first.")
        rest = translate("Notices", "Make sure that the customer has not paid twice.")
    else:
        head = translate("Notices", "{number}: {vendor} went on before your {move} was sent.")
        rest = translate("Notices", "Here it stands as {vendor} has it. Look at it.")
    move = _move(notice)
    head = head.format(number=notice.number, vendor=vendor, move=move)
    return head, rest.format(vendor=vendor)


def _kind(notice: Notice) -> PushKind | None:
    try:
        return PushKind(notice.data.get("kind", ""))
    except ValueError:
        return None


def _move(notice: Notice) -> str:
    kind = _kind(notice)
    return kind_text(kind) if kind is not None else ""


_WORDS: Final[Mapping[NoticeCode, Callable[[Notice, str, Shop], Said]]] = {
    NoticeCode.MOVED: _moved,
    NoticeCode.UNDONE: _undone,
    NoticeCode.TOLD: _confirmed,
    NoticeCode.NEW_ORDER: _new,
    NoticeCode.PLACED: _placed,
    NoticeCode.PAYMENT_TAKEN: _taken,
    NoticeCode.SEEN: _seen,
    NoticeCode.PRINTED: notice_words.printed,
    NoticeCode.CARD_TIED: points.tied,
    NoticeCode.CARD_REMOVED: points.removed,
    NoticeCode.CARD_NOT_TIED: points.not_tied,
    NoticeCode.NOT_POSSIBLE: _not_possible,
    NoticeCode.REFUSED: _refused,
    NoticeCode.NOT_CONFIRMED: _not_confirmed,
    NoticeCode.ENDED_ELSEWHERE: _ended,
    NoticeCode.CHANGED_ELSEWHERE: _changed,
    NoticeCode.WENT_ANOTHER_WAY: _another_way,
    NoticeCode.VENDOR_GONE: notice_words.gone,
    NoticeCode.LOGIN_FAILED: notice_words.login,
    NoticeCode.SPOKE_ODDLY: notice_words.odd,
    NoticeCode.ORDER_UNKNOWN: notice_words.unknown,
    NoticeCode.SLIP_WAITS: notice_words.slip_waits,
    NoticeCode.SLIP_UNSURE: notice_words.slip_unsure,
    NoticeCode.SCANNER_TROUBLE: notice_words.scanner,
    NoticeCode.SCAN_DROPPED: notice_words.dropped,
    NoticeCode.STORE_UNAVAILABLE: notice_words.store,
    NoticeCode.OUR_FAULT: notice_words.ours,
    NoticeCode.CALLBACKS_FAIL: notice_words.callbacks,
    NoticeCode.NO_PRINTER: notice_words.no_printer,
    NoticeCode.OVERTAKEN: _overtaken,
    NoticeCode.PAYMENT_ACCEPTED: notice_words.accepted,
    NoticeCode.LOOK_UP_REFUSED: notice_words.look_up,
    NoticeCode.DUE_NOT_CHECKED: notice_words.not_checked,
}
