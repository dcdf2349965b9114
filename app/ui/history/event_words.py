"""What the timeline says of each event: a line, what stands small below it, and its mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.events import Event, EventKind
from app.domain.money import Money
from app.domain.order import PaymentMethod, ReturnReason
from app.domain.push import PushKind
from app.domain.settlement import SettleKind
from app.domain.states import Move, PaymentState, Standing
from app.ui.theme import Shape
from app.ui.wording.figures import amount
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text, move_text
from app.ui.wording.points import points_event
from app.ui.wording.reasons import return_reason_text
from app.ui.wording.refusals import refusal_details
from app.usecases.desk import Shop


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event in words; `mark` is a state shape or an icon's name. Thread: any."""

    text: str
    note: str = ""
    mark: Shape | str = "check"


@dataclass(frozen=True, slots=True)
class _Telling:
    event: Event
    vendor: str
    shop: Shop

    def data(self, key: str) -> str:
        return self.event.data.get(key, "")

    @property
    def kind(self) -> str:
        word = self.data("kind")
        known = {kind.value: kind for kind in PushKind}.get(word)
        return kind_text(known) if known else word

    @property
    def is_reprint(self) -> bool:
        return self.data("copy") not in ("", "1")


_DONE: Final[Mapping[Move, str]] = {
    Move.ACCEPT: QT_TRANSLATE_NOOP("Events", "Accept pressed"),
    Move.REJECT: QT_TRANSLATE_NOOP("Events", "Reject pressed"),
    Move.READY: QT_TRANSLATE_NOOP("Events", "Ready"),
    Move.COLLECTED: QT_TRANSLATE_NOOP("Events", "Collected"),
    Move.LEFT: QT_TRANSLATE_NOOP("Events", "Left"),
    Move.CANCEL_ORDER: QT_TRANSLATE_NOOP("Events", "Order cancelled here"),
    Move.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Events", "Handed over unpaid"),
    Move.ON_THE_WAY: QT_TRANSLATE_NOOP("Events", "On the way"),
    Move.BRING_BACK: QT_TRANSLATE_NOOP("Events", "Brought back to the board"),
}
_STANDINGS: Final[Mapping[str, str]] = {
    Standing.NEW.value: QT_TRANSLATE_NOOP("Events", "new"),
    Standing.PREPARING.value: QT_TRANSLATE_NOOP("Events", "accepted"),
    Standing.READY.value: QT_TRANSLATE_NOOP("Events", "ready"),
    Standing.COLLECTED.value: QT_TRANSLATE_NOOP("Events", "collected"),
    Standing.REJECTED.value: QT_TRANSLATE_NOOP("Events", "rejected"),
    Standing.LEFT.value: QT_TRANSLATE_NOOP("Events", "left"),
    Standing.CANCELLED.value: QT_TRANSLATE_NOOP("Events", "cancelled"),
}
_METHODS: Final[Mapping[str, str]] = {
    PaymentMethod.CASH.value: QT_TRANSLATE_NOOP("Events", "cash"),
    PaymentMethod.CARD.value: QT_TRANSLATE_NOOP("Events", "card"),
    PaymentMethod.OTHER.value: QT_TRANSLATE_NOOP("Events", "other"),
}
_PAYMENTS: Final[Mapping[str, str]] = {
    PaymentState.RECEIVED.value: QT_TRANSLATE_NOOP("Events", "Payment received"),
    PaymentState.FAILED.value: QT_TRANSLATE_NOOP("Events", "Payment failed"),
    PaymentState.RETURNED.value: QT_TRANSLATE_NOOP("Events", "Money returned"),
    PaymentState.DUE.value: QT_TRANSLATE_NOOP("Events", "Payment due"),
    PaymentState.NOT_DUE.value: QT_TRANSLATE_NOOP("Events", "Nothing to pay here"),
    PaymentState.UNCONFIRMED.value: QT_TRANSLATE_NOOP("Events", "Payment not confirmed"),
    PaymentState.RETURN_DUE.value: QT_TRANSLATE_NOOP("Events", "Money to give back"),
}


def event_line(event: Event, shop: Shop, vendor: str) -> EventLine:
    """Return the event in words; `vendor` is the title of the system it is about."""
    points = points_event(event.kind.value, event.data.get("kind", ""))
    if points:
        return EventLine(points, event.data.get("reason", ""), _POINTS[event.kind])
    return _TELLERS[event.kind](_Telling(event, vendor, shop))


def _received(told: _Telling) -> EventLine:
    text = translate("Events", "{vendor} sent the order").format(vendor=told.vendor)
    return EventLine(text, mark=Shape.NEW)


def _received_ended(told: _Telling) -> EventLine:
    text = translate("Events", "{vendor} named the order, ended already")
    return EventLine(text.format(vendor=told.vendor), mark=Shape.LEFT)


def _keyed_in(told: _Telling) -> EventLine:
    return EventLine(translate("Events", "Keyed in"), told.shop.till_name, Shape.NEW)


def _moved(told: _Telling) -> EventLine:
    known = {move.name: move for move in Move}.get(told.data("move"))
    if known is None:
        return EventLine(told.data("move") or translate("Events", "Moved"))
    text = translate("Events", _DONE[known]) if known in _DONE else move_text(known)
    note = told.shop.till_name
    if carried := told.data("carried_to"):
        note = translate("Events", "Its money was used for {number}").format(number=carried)
    return EventLine(text, note)


def _undone(told: _Telling) -> EventLine:
    known = {move.name: move for move in Move}.get(told.data("move"))
    move = move_text(known) if known else told.data("move")
    text = translate("Events", "{move} taken back").format(move=move)
    return EventLine(text, told.shop.till_name, "undo")


def _told(told: _Telling) -> EventLine:
    text = translate("Events", "{vendor} confirmed {move}")
    return EventLine(text.format(vendor=told.vendor, move=told.kind), mark=Shape.OK)


def _refused(told: _Telling) -> EventLine:
    text = translate("Events", "{vendor} refused {move}")
    words = text.format(vendor=told.vendor, move=told.kind)
    return EventLine(words, refusal_details(told.data("reason"), told.vendor), Shape.BAD)


def _not_confirmed(told: _Telling) -> EventLine:
    text = translate("Events", "{move} not confirmed by {vendor}")
    return EventLine(text.format(vendor=told.vendor, move=told.kind), mark=Shape.UNCONFIRMED)


def _settled(told: _Telling) -> EventLine:
    yes = told.data("happened") == "yes"
    note = translate("Events", "“It happened”") if yes else ""
    note = note or translate("Events", "“It did not happen”")
    text = translate("Events", "Staff settled {move}").format(move=told.kind)
    return EventLine(text, note, "person")


def _dropped(told: _Telling) -> EventLine:
    text = translate("Events", "{move} no longer sent to {vendor}")
    return EventLine(text.format(vendor=told.vendor, move=told.kind), mark=Shape.LEFT)


def _ready_there(told: _Telling) -> EventLine:
    text = translate("Events", "{vendor} lists it as “{word}”")
    return EventLine(text.format(vendor=told.vendor, word=told.data("word")), mark=Shape.OK)


def _vendor_moved(told: _Telling) -> EventLine:
    known = _STANDINGS.get(told.data("standing"))
    if known is None:
        text = translate("Events", "{vendor} says “{word}”")
        words = text.format(vendor=told.vendor, word=told.data("word"))
        return EventLine(words, mark=Shape.UNCONFIRMED)
    text = translate("Events", "{vendor} says {standing}")
    words = text.format(vendor=told.vendor, standing=translate("Events", known))
    bad = told.data("standing") in (Standing.CANCELLED.value, Standing.REJECTED.value)
    return EventLine(words, mark=Shape.BAD if bad else "swap")


def _vendor_changed(told: _Telling) -> EventLine:
    text = translate("Events", "{vendor} changed the order").format(vendor=told.vendor)
    return EventLine(text, mark=Shape.WARN)


def _another_way(told: _Telling) -> EventLine:
    line = _vendor_moved(told)
    return EventLine(line.text, translate("Events", "This till says otherwise"), Shape.BAD)


def _payment(told: _Telling) -> EventLine:
    known = _PAYMENTS.get(told.data("payment"))
    text = translate("Events", known or QT_TRANSLATE_NOOP("Events", "Payment changed"))
    if told.data("amount") and told.data("currency"):
        money = Money(int(told.data("amount")), told.data("currency"))
        text = f"{text} {amount(money, told.shop)}"
    method = _METHODS.get(told.data("method"))
    if method:
        text = f"{text}, {translate('Events', method)}"
    note = told.data("reason")
    if note in {reason.value for reason in ReturnReason}:
        note = return_reason_text(ReturnReason(note))
    if told.data("by") == "vendor":
        note = translate("Events", "said by {vendor}").format(vendor=told.vendor)
    if carried := told.data("carried_from"):
        note = translate("Events", "with the money taken for {number}").format(number=carried)
    return EventLine(text, note, "banknote")


_SETTLE: Final[Mapping[str, str]] = {
    SettleKind.NOT_TOLD.value: QT_TRANSLATE_NOOP("Events", "{vendor} to be told by hand"),
    SettleKind.REFUND_THERE.value: QT_TRANSLATE_NOOP("Events", "{amount} to refund at {vendor}"),
    SettleKind.RETURNED_HERE.value: QT_TRANSLATE_NOOP(
        "Events", "{amount} given back here, to note at {vendor}"
    ),
}


def _to_settle(told: _Telling) -> EventLine:
    text = translate("Events", _SETTLE.get(told.data("kind"), "{vendor}"))
    money = ""
    if told.data("amount") and told.data("currency"):
        money = amount(Money(int(told.data("amount")), told.data("currency")), told.shop)
    text = text.format(vendor=told.vendor, amount=money)
    return EventLine(text, translate("Events", "To settle"), Shape.WARN)


_TICKED: Final[Mapping[str, str]] = {
    SettleKind.NOT_TOLD.value: QT_TRANSLATE_NOOP("Events", "Settled: {vendor} was told"),
    SettleKind.REFUND_THERE.value: QT_TRANSLATE_NOOP("Events", "Settled: refunded at {vendor}"),
    SettleKind.RETURNED_HERE.value: QT_TRANSLATE_NOOP("Events", "Settled: noted at {vendor}"),
}


def _ticked(told: _Telling) -> EventLine:
    if told.data("done") != "yes":
        return EventLine(translate("Events", "Tick taken back: to settle again"), mark="undo")
    text = translate("Events", _TICKED.get(told.data("kind"), "{vendor}"))
    note = told.shop.till_name
    if told.data("by") == "vendor":
        note = translate("Events", "said by {vendor}").format(vendor=told.vendor)
    return EventLine(text.format(vendor=told.vendor), note)


def _seen(_told: _Telling) -> EventLine:
    return EventLine(translate("Events", "Seen"), mark="eye")


def _slip(first: str, again: str, mark: Shape | str) -> Callable[[_Telling], EventLine]:
    def line(told: _Telling) -> EventLine:
        text = translate("Events", again if told.is_reprint else first)
        return EventLine(text.format(printer=told.data("printer")), mark=mark)

    return line


def _slip_settled(told: _Telling) -> EventLine:
    texts = {
        "came out": QT_TRANSLATE_NOOP("Events", "Staff: the slip came out"),
        "print": QT_TRANSLATE_NOOP("Events", "Staff had the slip printed"),
        "give up": QT_TRANSLATE_NOOP("Events", "Staff gave the slip up"),
    }
    text = texts.get(told.data("answer"), QT_TRANSLATE_NOOP("Events", "Staff looked at the slip"))
    return EventLine(translate("Events", text), mark="person")


def _card(text: str) -> Callable[[_Telling], EventLine]:
    return lambda told: EventLine(translate("Events", text), told.shop.till_name, "card")


_POINTS: Final[Mapping[EventKind, Shape]] = {
    EventKind.TOLD: Shape.OK,
    EventKind.REFUSED: Shape.WARN,
    EventKind.NOT_CONFIRMED: Shape.UNCONFIRMED,
    EventKind.DROPPED: Shape.LEFT,
}


def _scanned(told: _Telling) -> EventLine:
    handed = told.data("verdict") == "handed_over"
    text = QT_TRANSLATE_NOOP("Events", "Slip scanned to hand over")
    if not handed:
        text = QT_TRANSLATE_NOOP("Events", "Slip scanned")
    return EventLine(translate("Events", text), mark="scan")


_TELLERS: Final[Mapping[EventKind, Callable[[_Telling], EventLine]]] = {
    EventKind.RECEIVED: _received,
    EventKind.RECEIVED_ENDED: _received_ended,
    EventKind.KEYED_IN: _keyed_in,
    EventKind.MOVED: _moved,
    EventKind.UNDONE: _undone,
    EventKind.TOLD: _told,
    EventKind.REFUSED: _refused,
    EventKind.NOT_CONFIRMED: _not_confirmed,
    EventKind.SETTLED_BY_STAFF: _settled,
    EventKind.DROPPED: _dropped,
    EventKind.READY_THERE: _ready_there,
    EventKind.VENDOR_MOVED: _vendor_moved,
    EventKind.VENDOR_CHANGED: _vendor_changed,
    EventKind.VENDOR_WENT_ANOTHER_WAY: _another_way,
    EventKind.PAYMENT: _payment,
    EventKind.TO_SETTLE: _to_settle,
    EventKind.TICKED: _ticked,
    EventKind.SEEN: _seen,
    EventKind.SLIP_QUEUED: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip goes to “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Print again pressed"),
        "slip",
    ),
    EventKind.SLIP_PRINTED: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip printed on “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Printed again on “{printer}”"),
        Shape.OK,
    ),
    EventKind.SLIP_SENT: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip sent to “{printer}”, which cannot confirm"),
        QT_TRANSLATE_NOOP("Events", "Reprint sent to “{printer}”, which cannot confirm"),
        Shape.READY,
    ),
    EventKind.SLIP_UNSURE: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip: no answer from “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Printed again: no answer"),
        Shape.UNCONFIRMED,
    ),
    EventKind.SLIP_SETTLED_BY_STAFF: _slip_settled,
    EventKind.SLIP_WITHDRAWN: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip withdrawn before it was printed"),
        QT_TRANSLATE_NOOP("Events", "Reprint withdrawn"),
        Shape.LEFT,
    ),
    EventKind.SCANNED: _scanned,
    EventKind.CARD_TIED: _card(QT_TRANSLATE_NOOP("Events", "Loyalty card noted")),
    EventKind.CARD_REMOVED: _card(QT_TRANSLATE_NOOP("Events", "Loyalty card removed")),
}
