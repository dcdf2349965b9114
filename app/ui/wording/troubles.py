"""What stands between an order and its next step: doubts, refusals, a slip nobody saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.printing import PrinterWord
from app.domain.push import Push, PushKind, PushState
from app.domain.refusal import Refusal, read_refusal
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.theme import Shape
from app.ui.wording.figures import amount_in_text, clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.ui.wording.order import cause_text
from app.ui.wording.refusals import refusal_details, refusal_head
from app.ui.wording.runs import Runs, joined, runs
from app.usecases.desk import Shop


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing to settle: its shape, what it is, and the moves that settle it. Thread: any."""

    shape: Shape
    runs: Runs
    moves: tuple[Move, ...]


def troubles(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> tuple[Trouble, ...]:
    """Return what is to be settled, the vendor's doubts before the slip's."""
    found = (_doubt(snapshot, shop, now), _refusal(snapshot), _slip(snapshot))
    return tuple(trouble for trouble in found if trouble is not None)


_DOUBTS: Final[Mapping[PushKind, str]] = {
    PushKind.ACCEPT: QT_TRANSLATE_NOOP(
        "Trouble", "*Your Accept may not have reached {vendor}.* Nothing is sent twice."
    ),
    PushKind.REJECT: QT_TRANSLATE_NOOP(
        "Trouble", "*Your Reject may not have reached {vendor}.* Nothing is sent twice."
    ),
    PushKind.PAYMENT_RECEIVED: QT_TRANSLATE_NOOP(
        "Trouble", "*{vendor} has not confirmed {amount}.* Keep the money, do not charge again."
    ),
    PushKind.PAYMENT_FAILED: QT_TRANSLATE_NOOP(
        "Trouble", "*{vendor} has not confirmed that the payment failed.* Nothing is sent twice."
    ),
    PushKind.REGISTER: QT_TRANSLATE_NOOP(
        "Trouble",
        "*{vendor} has not confirmed that it has this order.* Look there for {number}. The order"
        " goes on here; Pult does not send it again by itself.",
    ),
}


def _doubt(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> Trouble | None:
    push = snapshot.question
    if push is None:
        return None
    moves = (Move.IT_HAPPENED, Move.IT_DID_NOT_HAPPEN)
    if push.state is PushState.REFUSED and snapshot.payment_accepts:
        return _money_in_vain(snapshot, push, shop)
    title = snapshot.title_of(push.system)
    if push.state is PushState.REFUSED:
        text = translate(
            "Trouble", "*{vendor} refused {move}.* Keep the money. Look in {vendor} what it shows."
        )
        said = runs(text, vendor=title, move=kind_text(push.kind))
        said = joined(said, _sentence_of(push, title))
        return Trouble(Shape.BAD, said, moves)
    text = _DOUBTS.get(
        push.kind,
        QT_TRANSLATE_NOOP(
            "Trouble", "*{vendor} has not confirmed {move}.* You can go on; nothing is sent twice."
        ),
    )
    said = runs(
        translate("Trouble", text),
        vendor=title,
        number=snapshot.order.number,
        move=kind_text(push.kind),
        amount=amount_in_text(snapshot.order.due, shop),
    )
    asks = () if push.held else _asks(push, shop, now)
    return Trouble(Shape.UNCONFIRMED, joined(said, asks), moves)


def _money_in_vain(snapshot: OrderSnapshot, push: Push, shop: Shop) -> Trouble:
    order, vendor = snapshot.order, snapshot.vendor_title
    text = translate("Trouble", "*Money taken, not accepted.* {why}. {amount} is kept here.")
    why = refusal_head(push.refusal, vendor) or translate("Trouble", "{vendor} refused it")
    wanted = next((fact.value for fact in order.facts if fact.key == "unpaid_amount"), "")
    if read_refusal(push.refusal)[0] is Refusal.AMOUNT_DIFFERS and wanted:
        why = translate("Trouble", "{vendor} now wants {wanted}")
    said = runs(
        text,
        why=why.format(vendor=vendor, wanted=wanted),
        amount=amount_in_text(order.money_taken, shop),
    )
    return Trouble(Shape.BAD, said, (Move.ASK_AGAIN, Move.MONEY_RETURNED))


def _asks(push: Push, shop: Shop, now: datetime) -> Runs:
    """Say when Pult asks by itself; a time under a minute away needs no clock."""
    if push.held:
        return runs(translate("Trouble", "Nothing more is sent by itself."))
    if (push.due_at - now).total_seconds() < 60:
        return runs(translate("Trouble", "Pult is asking."))
    text = translate("Trouble", "Pult asks again at {time}.")
    return runs(text, time=clock(push.due_at, shop))


_LONGEST_SENTENCE: Final = 120  # characters
_REFUSALS: Final[Mapping[PushKind, str]] = {
    PushKind.ACCEPT: QT_TRANSLATE_NOOP("Trouble", "It is not accepted; do not prepare it yet."),
    PushKind.REJECT: QT_TRANSLATE_NOOP("Trouble", "It is not rejected; the customer waits."),
}


def _refusal(snapshot: OrderSnapshot) -> Trouble | None:
    push = snapshot.refused
    if push is None or push == snapshot.question:
        return None
    if push.system != snapshot.order.vendor:
        return Trouble(Shape.BAD, _refused_onward(push, snapshot), (Move.ASK_AGAIN, Move.SEEN))
    text = translate("Trouble", "*{vendor} refused {move}.*")
    what = runs(text, vendor=snapshot.vendor_title, move=kind_text(push.kind))
    now_what = _REFUSALS.get(
        push.kind, QT_TRANSLATE_NOOP("Trouble", "Here it stands as {vendor} has it.")
    )
    if snapshot.order.word_is_unknown and push.kind not in _REFUSALS:
        now_what = QT_TRANSLATE_NOOP("Trouble", "{vendor} has a state Pult does not know.")
    said = joined(
        what,
        runs(translate("Trouble", now_what), vendor=snapshot.vendor_title),
        _sentence_of(push, snapshot.vendor_title),
    )
    return Trouble(Shape.BAD, said, (Move.ASK_AGAIN, Move.SEEN))


def _refused_onward(push: Push, snapshot: OrderSnapshot) -> Runs:
    """A system the order was sent on to says no: the order goes on all the same."""
    title = snapshot.title_of(push.system)
    text = translate(
        "Trouble", "*{vendor} refused {move}.* Here the order goes on; set it there by hand."
    )
    if push.kind is PushKind.REGISTER:
        text = translate(
            "Trouble",
            "*This order is not in {vendor}.* Here it goes on. Settle it under *Not in register*.",
        )
    said = runs(text, vendor=title, move=kind_text(push.kind))
    if push.kind is PushKind.REGISTER:
        # Often found here, before the register was asked: nobody else said it.
        return joined(said, _sentence_of(push, title, translate("Trouble", "Why: “{words}”.")))
    return joined(said, _sentence_of(push, title))


def _sentence_of(push: Push, vendor: str, text: str = "") -> Runs:
    """Return why, in our words or the vendor's own, as far as a line or two hold them.

    All of it is in the details.
    """
    why, words = read_refusal(push.refusal)
    if push.kind is PushKind.REGISTER and why is not None:
        words = refusal_details(push.refusal, vendor)
    words = " ".join(words.split())
    if not words:
        return ()
    if len(words) > _LONGEST_SENTENCE:
        words = words[:_LONGEST_SENTENCE].rstrip() + "…"
    text = text or translate("Trouble", "{vendor} says: “{words}”.")
    return runs(text, vendor=vendor, words=words)


def _slip(snapshot: OrderSnapshot) -> Trouble | None:
    slip = snapshot.slip_in_doubt
    if snapshot.offers(Move.SLIP_CAME_OUT) is None:
        return None
    is_station = slip is not None and bool(slip.stations)
    text = _STATION_STOPPED if is_station else _STOPPED
    if slip is None or slip.cause in (None, PrinterWord.UNKNOWN):
        text = _STATION_CUT_OFF if is_station else _CUT_OFF
    elif slip.cause is not None and slip.cause.stands_still:
        text = _STATION_STANDS_STILL if is_station else _STANDS_STILL
    cause = cause_text(slip.cause) if slip is not None and slip.cause is not None else ""
    printer = slip.printer if slip is not None else translate("Trouble", "The printer")
    said = runs(
        translate("Trouble", text), number=snapshot.order.number, printer=printer, cause=cause
    )
    return Trouble(Shape.UNCONFIRMED, said, (Move.SLIP_CAME_OUT, Move.SLIP_DID_NOT_COME_OUT))


_STOPPED: Final = QT_TRANSLATE_NOOP(
    "Trouble", "*Did slip {number} come out?* “{printer}” stopped answering. Look at it."
)
_STANDS_STILL: Final = QT_TRANSLATE_NOOP(
    "Trouble",
    "*Did slip {number} come out?* “{printer}” {cause}; put right, it may still print it"
    " by itself.",
)
_CUT_OFF: Final = QT_TRANSLATE_NOOP(
    "Trouble", "*Did slip {number} come out?* Pult ended while it printed. Look at “{printer}”."
)
_STATION_STOPPED: Final = QT_TRANSLATE_NOOP(
    "Trouble",
    "*Did the station slip of {number} come out?* “{printer}” stopped answering. Look at it.",
)
_STATION_STANDS_STILL: Final = QT_TRANSLATE_NOOP(
    "Trouble",
    "*Did the station slip of {number} come out?* “{printer}” {cause}; put right, it may still"
    " print it by itself.",
)
_STATION_CUT_OFF: Final = QT_TRANSLATE_NOOP(
    "Trouble",
    "*Did the station slip of {number} come out?* Pult ended while it printed. Look at"
    " “{printer}”.",
)
