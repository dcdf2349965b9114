"""What the message strip says: a bold first part, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.push import PushKind
from app.domain.refusal import read_refusal
from app.domain.states import Standing
from app.ui.theme import Shape
from app.ui.widgets import Message
from app.ui.wording import (
    house_rules,
    notice_moves,
    notice_slips,
    notice_words,
    points,
    staff,
    till_clock,
    update,
)
from app.ui.wording.figures import clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.notice_moves import kind_told, move_told
from app.ui.wording.notice_words import Said
from app.usecases.desk import Shop

SHAPES: Final[Mapping[Tone, Shape]] = {
    Tone.OK: Shape.OK,
    Tone.PLAIN: Shape.READY,
    Tone.WARN: Shape.WARN,
    Tone.BAD: Shape.BAD,
    Tone.UNSURE: Shape.UNCONFIRMED,
}
SOLD_OUT_KEY: Final = "sold out "
"""Begins the key of the message that an item is sold out; the item's own key follows."""
# These lead to their order by a button.
_SHOWN: Final = frozenset(
    {
        NoticeCode.NEW_ORDER,
        NoticeCode.PLACED,
        NoticeCode.HELD,
        NoticeCode.COMES_FORWARD,
        NoticeCode.NOT_POSSIBLE,
        NoticeCode.REFUSED,
        NoticeCode.NOT_CONFIRMED,
        NoticeCode.ENDED_ELSEWHERE,
        NoticeCode.CHANGED_ELSEWHERE,
        NoticeCode.WENT_ANOTHER_WAY,
        NoticeCode.SLIP_UNSURE,
        NoticeCode.NO_PRINTER,
        NoticeCode.SLIPS_MOVED,
        NoticeCode.OVERTAKEN,
        NoticeCode.DUE_NOT_CHECKED,
        NoticeCode.LETTERS_LOST,
    }
)


def notice_message(notice: Notice, at: datetime, shop: Shop, titles: Mapping[str, str]) -> Message:
    """Return the notice as the strip says it; its key is the order's id, or those of several with
    spaces between, or begins with `SOLD_OUT_KEY`.

    `titles` are the vendors' titles by name. While Undo runs ``{seconds}`` counts down.
    """
    vendor = titles.get(notice.vendor) or notice.vendor.title()
    head, rest = _WORDS[notice.code](notice, vendor, shop)
    undo = notice_moves.undo_seconds(notice)
    after = _once_told(notice, vendor) if undo else None
    is_new = notice.code is NoticeCode.NEW_ORDER
    return Message(
        Shape.NEW if is_new else SHAPES[notice.tone],
        head,
        rest,
        clock(at, shop),
        _key(notice),
        _button(notice) if not undo else None,
        undo,
        after,
    )


def _once_told(notice: Notice, vendor: str) -> str:
    """Return what stands there once Undo has run out."""
    if notice.code is NoticeCode.COLLECTED_TOGETHER:
        return notice_moves.together_told(notice)
    return notice_moves.told_text(vendor, notice)


def notice_details(notice: Notice) -> str:
    """Return the code to read out to a helper and the vendor's or device's own words."""
    _, reason = read_refusal(notice.data.get("reason", ""))
    own = (reason, *(notice.data.get(key, "") for key in ("word", "detail", "id")))
    code = notice.code.value if notice.code.value.startswith("P-") else ""
    return " · ".join(part for part in (code, *own) if part)


def _key(notice: Notice) -> str:
    """Return what the message's button is about: orders' ids, or an item that is sold out."""
    item = notice.data.get("key", "")
    if notice.code is NoticeCode.SOLD_OUT and item:
        return SOLD_OUT_KEY + item
    return notice.order_id or notice.data.get("orders", "")


def _button(notice: Notice) -> str | None:
    if _key(notice).startswith(SOLD_OUT_KEY):
        return translate("Notices", "Take back")
    if notice.code not in _SHOWN or not notice.order_id or not notice.number:
        return None
    return translate("Notices", "Show {number}").format(number=notice.number)


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
    if kind_told(notice) in _OF_POINTS:
        return points.refused(notice, vendor)
    head = translate("Notices", "{vendor} refused {move} for {number}.")
    head = head.format(vendor=vendor, move=move_told(notice), number=notice.number)
    if notice.data.get("sent_on"):
        return _refused_onward(notice, head, vendor)
    if notice.data.get("standing") == Standing.CANCELLED.value:
        if kind_told(notice) in (PushKind.ACCEPT, PushKind.REJECT):
            return head, translate("Notices", "The customer cancelled. Do not prepare it.")
        return head, translate("Notices", "The customer cancelled. Stop preparing.")
    kind = kind_told(notice)
    known = _REFUSED.get(kind) if kind is not None else None
    other = QT_TRANSLATE_NOOP("Notices", "Here it stands as {vendor} has it. Look at it.")
    return head, translate("Notices", known or other).format(vendor=vendor)


def _refused_onward(notice: Notice, head: str, vendor: str) -> Said:
    if kind_told(notice) is not PushKind.REGISTER:
        rest = translate("Notices", "Here the order goes on. Set it in {vendor} by hand.")
        return head, rest.format(vendor=vendor)
    head = translate("Notices", "{number} is not in {vendor}.")
    head = head.format(number=notice.number, vendor=vendor)
    return head, translate("Notices", "Here it goes on. Settle it under Not in register.")


def _not_confirmed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    if kind_told(notice) in _OF_POINTS:
        return points.not_confirmed(notice, vendor)
    head = translate("Notices", "{number}: your {move} may not have reached {vendor}.")
    if kind_told(notice) is PushKind.PAYMENT_RECEIVED:
        head = translate("Notices", "{number}: {vendor} has not confirmed the payment.")
        rest = translate("Notices", "Keep the money and do not charge again. Pult asks by itself.")
        if notice.data.get("held") == "yes":
            rest = translate("Notices", "Do not charge again. Look in {vendor}, then say so here.")
            rest = rest.format(vendor=vendor)
    elif kind_told(notice) is PushKind.REGISTER:
        head = translate("Notices", "{number}: {vendor} has not confirmed that it has the order.")
        rest = translate("Notices", "It is not sent again by itself. Look there, then open it.")
    else:
        rest = translate("Notices", "Nothing is sent twice. Pult asks.")
    return head.format(number=notice.number, move=move_told(notice), vendor=vendor), rest


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
    kind = kind_told(notice)
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
    move = move_told(notice)
    head = head.format(number=notice.number, vendor=vendor, move=move)
    return head, rest.format(vendor=vendor)


_WORDS: Final[Mapping[NoticeCode, Callable[[Notice, str, Shop], Said]]] = {
    NoticeCode.MOVED: notice_moves.moved,
    NoticeCode.UNDONE: notice_moves.undone,
    NoticeCode.COLLECTED_TOGETHER: notice_moves.collected_together,
    NoticeCode.UNDONE_TOGETHER: notice_moves.undone_together,
    NoticeCode.TOLD: notice_moves.confirmed,
    NoticeCode.NEW_ORDER: notice_moves.new_order,
    NoticeCode.HELD: house_rules.held,
    NoticeCode.PAUSED: house_rules.paused,
    NoticeCode.RESUMED: house_rules.resumed,
    NoticeCode.SOLD_OUT: house_rules.sold_out,
    NoticeCode.ON_SALE: house_rules.on_sale,
    NoticeCode.PLACED: notice_moves.placed,
    NoticeCode.PAYMENT_TAKEN: notice_moves.taken,
    NoticeCode.COMES_FORWARD: notice_moves.comes_forward,
    NoticeCode.SEEN: notice_moves.seen,
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
    NoticeCode.SLIP_WAITS: notice_slips.slip_waits,
    NoticeCode.SLIP_UNSURE: notice_slips.slip_unsure,
    NoticeCode.SCANNER_TROUBLE: notice_words.scanner,
    NoticeCode.SCAN_DROPPED: notice_words.dropped,
    NoticeCode.STORE_UNAVAILABLE: notice_words.store,
    NoticeCode.OUR_FAULT: notice_words.ours,
    NoticeCode.CALLBACKS_FAIL: notice_words.callbacks,
    NoticeCode.NO_PRINTER: notice_slips.no_printer,
    NoticeCode.SLIPS_MOVED: notice_slips.moved,
    NoticeCode.DRAWER_SHUT: notice_slips.drawer_shut,
    NoticeCode.BADGE_PRINTED: notice_slips.badge_printed,
    NoticeCode.RESTARTED: notice_words.restarted,
    NoticeCode.CLOCK_WRONG: till_clock.clock_wrong,
    NoticeCode.PIN_NEEDED: staff.pin_needed,
    NoticeCode.NO_UPDATE: update.no_update,
    NoticeCode.UPDATE_NOT_TRUSTED: update.not_trusted,
    NoticeCode.OVERTAKEN: _overtaken,
    NoticeCode.PAYMENT_ACCEPTED: notice_moves.payment_accepted,
    NoticeCode.LOOK_UP_REFUSED: notice_words.look_up,
    NoticeCode.DUE_NOT_CHECKED: notice_words.not_checked,
    NoticeCode.LETTERS_LOST: notice_slips.letters_lost,
}
