"""What became of a message: its rest follows the order and the lamp it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.notice import Notice, NoticeCode
from app.domain.order import Order
from app.domain.push import PushKind
from app.domain.snapshot import OrderSnapshot
from app.domain.states import JobState, Move, OrderState, PaymentState, SyncState
from app.ports.vendor import SHUT_OUT, ProbeWord
from app.ui.theme import Shape
from app.ui.widgets import Message
from app.ui.widgets.message_strip import SECONDS
from app.ui.wording.figures import clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.usecases.desk import Shop

_BEING_TOLD: Final = QT_TRANSLATE_NOOP("Notices", "{vendor} is being told.")
_TELLINGS: Final[Mapping[SyncState, str]] = {
    SyncState.IN_STEP: QT_TRANSLATE_NOOP("Notices", "{vendor} knows."),
    SyncState.SENDING: _BEING_TOLD,
    SyncState.RETRYING: QT_TRANSLATE_NOOP("Notices", "{vendor} is told when it answers again."),
    SyncState.UNCONFIRMED: QT_TRANSLATE_NOOP("Notices", "{vendor} has not confirmed it yet."),
    SyncState.REFUSED: QT_TRANSLATE_NOOP("Notices", "{vendor} refused it."),
}
_UNSENT: Final = (SyncState.SENDING, SyncState.RETRYING)
_SETTLED: Final = (SyncState.IN_STEP, SyncState.REFUSED)
_COLUMNS: Final = (OrderState.NEW, OrderState.PREPARING, OrderState.READY)
_LED_TO: Final[Mapping[Move, OrderState]] = {
    Move.ACCEPT: OrderState.PREPARING,
    Move.READY: OrderState.READY,
    Move.COLLECTED: OrderState.COLLECTED,
    Move.HAND_OVER_UNPAID: OrderState.COLLECTED,
    Move.LEFT: OrderState.LEFT,
    Move.REJECT: OrderState.REJECTED,
}
_LAMPS: Final[Mapping[NoticeCode, LampKind]] = {
    NoticeCode.VENDOR_GONE: LampKind.VENDOR,
    NoticeCode.LOGIN_FAILED: LampKind.VENDOR,
    NoticeCode.CALLBACKS_FAIL: LampKind.VENDOR,
    NoticeCode.SLIP_WAITS: LampKind.PRINTER,
    NoticeCode.SCANNER_TROUBLE: LampKind.SCANNER,
}
_WELL: Final[Mapping[NoticeCode, tuple[str, str]]] = {
    NoticeCode.VENDOR_GONE: (
        QT_TRANSLATE_NOOP("Notices", "{name} answers again."),
        QT_TRANSLATE_NOOP("Notices", "What waited is sent now."),
    ),
    NoticeCode.LOGIN_FAILED: (
        QT_TRANSLATE_NOOP("Notices", "{name} lets this shop in again."),
        QT_TRANSLATE_NOOP("Notices", "What waited is sent now."),
    ),
    NoticeCode.CALLBACKS_FAIL: (
        QT_TRANSLATE_NOOP("Notices", "{name} reaches this till again."),
        "",
    ),
    NoticeCode.SLIP_WAITS: (
        QT_TRANSLATE_NOOP("Notices", "“{name}” prints again."),
        QT_TRANSLATE_NOOP("Notices", "Slips that waited come by themselves."),
    ),
    NoticeCode.SCANNER_TROUBLE: (QT_TRANSLATE_NOOP("Notices", "“{name}” reads again."), ""),
    NoticeCode.STORE_UNAVAILABLE: (QT_TRANSLATE_NOOP("Notices", "Pult saves again."), ""),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How a message reads now: in the day's list and, where it still stands there, in the strip.

    `is_settled` when nothing it speaks of is open any more.
    """

    listed: Message
    shown: Message
    is_settled: bool = False


def lamp_of(notice: Notice) -> tuple[LampKind, str] | None:
    """Return the kind and name of the lamp whose trouble the notice tells, None for no lamp."""
    kind = _LAMPS.get(notice.code)
    if kind is None:
        return None
    names = {
        LampKind.VENDOR: notice.vendor,
        LampKind.PRINTER: notice.data.get("printer", ""),
        LampKind.SCANNER: notice.data.get("device", ""),
    }
    return kind, names[kind]


def is_telling(notice: Notice) -> bool:
    """Whether the notice promises that a vendor is told."""
    is_done_here = notice.code in (NoticeCode.MOVED, NoticeCode.PAYMENT_TAKEN)
    return is_done_here and notice.data.get("told") == "yes"


def by_order(
    notice: Notice, first: Message, snapshot: OrderSnapshot | None, lamp: Lamp | None, vendor: str
) -> FollowUp | None:
    """Return how `first`, the notice's message, reads now that its order is `snapshot`.

    `lamp` is the vendor's and `vendor` its title; None where the order decides nothing.
    """
    if is_telling(notice):
        return _told(notice, first, snapshot, lamp, vendor)
    if snapshot is None:
        return None
    if notice.code is NoticeCode.NOT_CONFIRMED:
        return _doubted(notice, first, snapshot, lamp, vendor)
    if notice.code is NoticeCode.SLIP_UNSURE:
        return _slip_answered(notice, first, snapshot)
    if notice.code is NoticeCode.ENDED_ELSEWHERE:
        return _ended(first, snapshot)
    if notice.code is NoticeCode.SLIP_WAITS and _is_out(notice, snapshot):
        return made_well(notice, first, notice.data.get("printer", ""))
    return None


def by_lamp(notice: Notice, first: Message, lamp: Lamp, shop: Shop) -> FollowUp | None:
    """Return how a message about trouble reads once its lamp is well; None while it is not."""
    if lamp_of(notice) != (lamp.kind, lamp.name) or not _is_well(notice, lamp):
        return None
    return made_well(notice, first, lamp.title, clock(lamp.since, shop) if lamp.since else "")


def made_well(notice: Notice, first: Message, name: str, time: str = "") -> FollowUp:
    """Return how a message reads whose cause is gone; `name` is the vendor or device."""
    head, rest = (translate("Notices", text) if text else "" for text in _WELL[notice.code])
    head = head.format(name=name)
    listed = replace(first, shape=Shape.OK, rest=head)
    shown = Message(Shape.OK, head, rest, time or first.time, first.key)
    return FollowUp(listed, shown, is_settled=True)


def _is_well(notice: Notice, lamp: Lamp) -> bool:
    if lamp.tone is LampTone.WARN:
        return notice.code in (NoticeCode.VENDOR_GONE, NoticeCode.SLIP_WAITS)
    return lamp.tone is LampTone.OK


def _told(
    notice: Notice,
    first: Message,
    snapshot: OrderSnapshot | None,
    lamp: Lamp | None,
    vendor: str,
) -> FollowUp:
    sync = _sync(notice, snapshot)
    if snapshot is not None and sync is SyncState.IN_STEP:
        text = _known(notice, snapshot.order, vendor)
    else:
        text = _telling(sync, lamp, vendor)
    being = translate("Notices", _BEING_TOLD).format(vendor=vendor)
    rest = first.rest.replace(being, text)
    if SECONDS in rest and text != being:
        rest = text
    after = first.rest_after and first.rest_after.replace(being, text)
    now = replace(first, rest=rest, rest_after=after)
    return FollowUp(now, now, sync in _SETTLED)


def _sync(notice: Notice, snapshot: OrderSnapshot | None) -> SyncState:
    if snapshot is None:
        return SyncState.SENDING
    return snapshot.syncs.get(notice.vendor, SyncState.IN_STEP)


def _telling(sync: SyncState, lamp: Lamp | None, vendor: str) -> str:
    text = _TELLINGS[sync]
    if sync in _UNSENT and lamp is not None:
        if lamp.word in SHUT_OUT:
            text = QT_TRANSLATE_NOOP("Notices", "{vendor} is told once it lets this shop in.")
        elif lamp.word in (ProbeWord.OFFLINE, ProbeWord.KEY_UNREAD):
            text = _TELLINGS[SyncState.RETRYING]
    return translate("Notices", text).format(vendor=vendor)


def _known(notice: Notice, order: Order, vendor: str) -> str:
    """Word that nothing is open: told, unless it was dropped because the order went elsewhere."""
    if order.state is OrderState.CANCELLED:
        return translate("Notices", "The order was cancelled since.")
    if _still_holds(notice, order):
        return translate("Notices", _TELLINGS[SyncState.IN_STEP]).format(vendor=vendor)
    return translate("Notices", "That no longer holds.")


def _still_holds(notice: Notice, order: Order) -> bool:
    if notice.code is NoticeCode.PAYMENT_TAKEN:
        return order.payment is PaymentState.RECEIVED
    led_to = _LED_TO.get(Move[notice.data["move"]])
    if led_to is None:
        return True
    if order.state in _COLUMNS:
        return led_to in _COLUMNS and _COLUMNS.index(order.state) >= _COLUMNS.index(led_to)
    return order.state is led_to or led_to in _COLUMNS


def _doubted(
    notice: Notice, first: Message, snapshot: OrderSnapshot, lamp: Lamp | None, vendor: str
) -> FollowUp:
    sync = _sync(notice, snapshot)
    if sync is SyncState.UNCONFIRMED:
        return FollowUp(first, first)
    if sync is not SyncState.IN_STEP:
        now = replace(first, rest=_telling(sync, lamp, vendor))
        return FollowUp(now, now, sync in _SETTLED)
    # Confirmed, answered by staff, or overtaken by what the vendor did: all of it ends the doubt.
    head = translate("Notices", "{number}: your {move} is settled.")
    kind = notice.data.get("kind", "")
    if kind == PushKind.PAYMENT_RECEIVED.value:
        head = translate("Notices", "{number}: the payment is settled.")
    elif kind in (PushKind.TICKET.value, PushKind.RECTIFICATION.value):
        head = translate("Notices", "{number}: the loyalty points are settled.")
    move = kind_text(PushKind(kind)) if kind in list(PushKind) else ""
    rest = translate("Notices", "Nothing is open with {vendor} any more.").format(vendor=vendor)
    shown = replace(
        first, shape=Shape.OK, head=head.format(number=notice.number, move=move), rest=rest
    )
    return FollowUp(replace(first, shape=Shape.OK, rest=rest), shown, is_settled=True)


def _slip_answered(notice: Notice, first: Message, snapshot: OrderSnapshot) -> FollowUp | None:
    printer = notice.data.get("printer", "")
    unsure = (slip for slip in snapshot.all_slips if slip.state is JobState.UNSURE)
    if any(slip.printer == printer for slip in unsure):
        return None
    rest = translate("Notices", "This is settled.")
    head = translate("Notices", "Slip {number} is settled.").format(number=notice.number)
    shown = replace(first, shape=Shape.OK, head=head, rest="")
    return FollowUp(replace(first, shape=Shape.OK, rest=rest), shown, is_settled=True)


_NOT_TO_DO: Final[Mapping[OrderState | None, str]] = {
    OrderState.NEW: QT_TRANSLATE_NOOP("Notices", "Do not prepare it. Then press Seen."),
    OrderState.READY: QT_TRANSLATE_NOOP("Notices", "Do not hand it over. Then press Seen."),
}


def _ended(first: Message, snapshot: OrderSnapshot) -> FollowUp | None:
    order = snapshot.order
    if order.attention is None:
        now = replace(first, rest=translate("Notices", "You have seen it."), action=None)
        return FollowUp(now, now, is_settled=True)
    if order.state is OrderState.COLLECTED or order.held_in not in _NOT_TO_DO:
        return None
    now = replace(first, rest=translate("Notices", _NOT_TO_DO[order.held_in]))
    return FollowUp(now, now)


def _is_out(notice: Notice, snapshot: OrderSnapshot) -> bool:
    printer = notice.data.get("printer", "")
    here = [slip for slip in snapshot.all_slips if slip.printer == printer]
    return bool(here) and all(slip.state in (JobState.PRINTED, JobState.SENT) for slip in here)
