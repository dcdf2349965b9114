"""What the timeline says of each event: a line, what stands small below it, and its mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from app.domain.events import Event, EventKind
from app.domain.states import Move, Standing
from app.ui.history import left_words, money_words, slip_words
from app.ui.history.event_line import EventLine, Telling
from app.ui.theme import Shape
from app.ui.wording.figures import clock
from app.ui.wording.house_rules import told_reason
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import move_text
from app.ui.wording.points import points_event
from app.ui.wording.refusals import refusal_details
from app.usecases.desk import Shop

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


def event_line(event: Event, shop: Shop, vendor: str) -> EventLine:
    """Return the event in words; `vendor` is the title of the system it is about."""
    points = points_event(event.kind.value, event.data.get("kind", ""))
    if points:
        return EventLine(points, event.data.get("reason", ""), _POINTS[event.kind])
    return _TELLERS[event.kind](Telling(event, vendor, shop))


def _received(told: Telling) -> EventLine:
    text = translate("Events", "{vendor} sent the order").format(vendor=told.vendor)
    return EventLine(text, mark=Shape.NEW)


def _received_ended(told: Telling) -> EventLine:
    text = translate("Events", "{vendor} named the order, ended already")
    return EventLine(text.format(vendor=told.vendor), mark=Shape.LEFT)


def _keyed_in(told: Telling) -> EventLine:
    return EventLine(translate("Events", "Keyed in"), told.shop.till_name, Shape.NEW)


def _moved(told: Telling) -> EventLine:
    known = {move.name: move for move in Move}.get(told.data("move"))
    if known is None:
        return EventLine(told.data("move") or translate("Events", "Moved"))
    text = translate("Events", _DONE[known]) if known in _DONE else move_text(known)
    note = told.shop.till_name
    if told.data("by") == "itself":
        return EventLine(translate("Events", "Accepted by itself"), note)
    if told.data("by") == "pause":
        text = translate("Events", "Rejected by the pause: {reason}")
        return EventLine(text.format(reason=told_reason(told.event.data)), note, Shape.PAUSED)
    if carried := told.data("carried_to"):
        note = translate("Events", "Its money was used for {number}").format(number=carried)
    return EventLine(text, note)


def _held(told: Telling) -> EventLine:
    text = translate("Events", "Held: {vendor} is paused").format(vendor=told.vendor)
    note = ""
    if until := told.data("until"):
        note = translate("Events", "until {time} at the latest")
        note = note.format(time=clock(datetime.fromisoformat(until), told.shop))
    return EventLine(text, note, Shape.PAUSED)


def _hold_ended(_told: Telling) -> EventLine:
    return EventLine(translate("Events", "No longer held: it rings"), mark="bell")


def _undone(told: Telling) -> EventLine:
    known = {move.name: move for move in Move}.get(told.data("move"))
    move = move_text(known) if known else told.data("move")
    text = translate("Events", "{move} taken back").format(move=move)
    return EventLine(text, told.shop.till_name, "undo")


def _came_forward(_told: Telling) -> EventLine:
    return EventLine(translate("Events", "Came forward to be prepared"), mark="clock")


def _told(told: Telling) -> EventLine:
    text = translate("Events", "{vendor} confirmed {move}")
    return EventLine(text.format(vendor=told.vendor, move=told.kind), mark=Shape.OK)


def _refused(told: Telling) -> EventLine:
    text = translate("Events", "{vendor} refused {move}")
    words = text.format(vendor=told.vendor, move=told.kind)
    return EventLine(words, refusal_details(told.data("reason"), told.vendor), Shape.BAD)


def _not_confirmed(told: Telling) -> EventLine:
    text = translate("Events", "{move} not confirmed by {vendor}")
    return EventLine(text.format(vendor=told.vendor, move=told.kind), mark=Shape.UNCONFIRMED)


def _settled(told: Telling) -> EventLine:
    yes = told.data("happened") == "yes"
    note = translate("Events", "“It happened”") if yes else ""
    note = note or translate("Events", "“It did not happen”")
    text = translate("Events", "Staff settled {move}").format(move=told.kind)
    return EventLine(text, note, "person")


def _dropped(told: Telling) -> EventLine:
    text = translate("Events", "{move} no longer sent to {vendor}")
    return EventLine(text.format(vendor=told.vendor, move=told.kind), mark=Shape.LEFT)


def _ready_there(told: Telling) -> EventLine:
    text = translate("Events", "{vendor} lists it as “{word}”")
    return EventLine(text.format(vendor=told.vendor, word=told.data("word")), mark=Shape.OK)


def _vendor_moved(told: Telling) -> EventLine:
    known = _STANDINGS.get(told.data("standing"))
    if known is None:
        text = translate("Events", "{vendor} says “{word}”")
        words = text.format(vendor=told.vendor, word=told.data("word"))
        return EventLine(words, mark=Shape.UNCONFIRMED)
    text = translate("Events", "{vendor} says {standing}")
    words = text.format(vendor=told.vendor, standing=translate("Events", known))
    bad = told.data("standing") in (Standing.CANCELLED.value, Standing.REJECTED.value)
    return EventLine(words, mark=Shape.BAD if bad else "swap")


def _vendor_changed(told: Telling) -> EventLine:
    text = translate("Events", "{vendor} changed the order").format(vendor=told.vendor)
    return EventLine(text, mark=Shape.WARN)


def _another_way(told: Telling) -> EventLine:
    line = _vendor_moved(told)
    return EventLine(line.text, translate("Events", "This till says otherwise"), Shape.BAD)


def _seen(_told: Telling) -> EventLine:
    return EventLine(translate("Events", "Seen"), mark="eye")


def _erased(told: Telling) -> EventLine:
    return EventLine(translate("Events", "Customer's data erased"), told.shop.till_name, "trash")


def _card(text: str) -> Callable[[Telling], EventLine]:
    return lambda told: EventLine(translate("Events", text), told.shop.till_name, "card")


_POINTS: Final[Mapping[EventKind, Shape]] = {
    EventKind.TOLD: Shape.OK,
    EventKind.REFUSED: Shape.WARN,
    EventKind.NOT_CONFIRMED: Shape.UNCONFIRMED,
    EventKind.DROPPED: Shape.LEFT,
}


def _scanned(told: Telling) -> EventLine:
    handed = told.data("verdict") == "handed_over"
    text = QT_TRANSLATE_NOOP("Events", "Slip scanned to hand over")
    if not handed:
        text = QT_TRANSLATE_NOOP("Events", "Slip scanned")
    return EventLine(translate("Events", text), mark="scan")


_TELLERS: Final[Mapping[EventKind, Callable[[Telling], EventLine]]] = {
    EventKind.RECEIVED: _received,
    EventKind.RECEIVED_ENDED: _received_ended,
    EventKind.NOT_ACCEPTED_BY_ITSELF: left_words.not_accepted,
    EventKind.KEYED_IN: _keyed_in,
    EventKind.MOVED: _moved,
    EventKind.HELD: _held,
    EventKind.HOLD_ENDED: _hold_ended,
    EventKind.UNDONE: _undone,
    EventKind.CAME_FORWARD: _came_forward,
    EventKind.TOLD: _told,
    EventKind.REFUSED: _refused,
    EventKind.NOT_CONFIRMED: _not_confirmed,
    EventKind.SETTLED_BY_STAFF: _settled,
    EventKind.DROPPED: _dropped,
    EventKind.READY_THERE: _ready_there,
    EventKind.VENDOR_MOVED: _vendor_moved,
    EventKind.VENDOR_CHANGED: _vendor_changed,
    EventKind.VENDOR_WENT_ANOTHER_WAY: _another_way,
    EventKind.PAYMENT: money_words.payment,
    EventKind.TO_SETTLE: money_words.to_settle,
    EventKind.TICKED: money_words.ticked,
    EventKind.SEEN: _seen,
    **slip_words.TELLERS,
    EventKind.SCANNED: _scanned,
    EventKind.CUSTOMER_ERASED: _erased,
    EventKind.CARD_TIED: _card(QT_TRANSLATE_NOOP("Events", "Loyalty card noted")),
    EventKind.CARD_REMOVED: _card(QT_TRANSLATE_NOOP("Events", "Loyalty card removed")),
}
