"""What the timeline says of slips, reprints and station slips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.events import EventKind
from app.ui.history.event_line import EventLine, Telling
from app.ui.theme import Shape
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_Teller = Callable[[Telling], EventLine]


def _slip(first: str, again: str, station: str, mark: Shape | str) -> _Teller:
    def line(told: Telling) -> EventLine:
        text = station if told.is_station_slip else again if told.is_reprint else first
        return EventLine(translate("Events", text).format(printer=told.data("printer")), mark=mark)

    return line


def _settled(told: Telling) -> EventLine:
    texts = {
        "came out": QT_TRANSLATE_NOOP("Events", "Staff: the slip came out"),
        "print": QT_TRANSLATE_NOOP("Events", "Staff had the slip printed"),
        "give up": QT_TRANSLATE_NOOP("Events", "Staff gave the slip up"),
    }
    if told.is_station_slip:
        texts = {
            "came out": QT_TRANSLATE_NOOP("Events", "Staff: the station slip came out"),
            "print": QT_TRANSLATE_NOOP("Events", "Staff had the station slip printed"),
            "give up": QT_TRANSLATE_NOOP("Events", "Staff gave the station slip up"),
        }
    text = texts.get(told.data("answer"), QT_TRANSLATE_NOOP("Events", "Staff looked at the slip"))
    return EventLine(translate("Events", text), mark="person")


def _moved(told: Telling) -> EventLine:
    text = translate("Events", "Slip goes to “{printer}” instead of “{before}”")
    if told.is_station_slip:
        text = translate("Events", "Station slip goes to “{printer}” instead of “{before}”")
    words = text.format(printer=told.data("printer"), before=told.data("from_printer"))
    by_staff = told.data("by") == "staff"
    note = told.shop.till_name if by_staff else translate("Events", "By itself, as set up")
    return EventLine(words, note, "swap")


TELLERS: Final[Mapping[EventKind, _Teller]] = {
    EventKind.SLIP_QUEUED: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip goes to “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Print again pressed"),
        QT_TRANSLATE_NOOP("Events", "Station slip goes to “{printer}”"),
        "slip",
    ),
    EventKind.SLIP_MOVED: _moved,
    EventKind.SLIP_PRINTED: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip printed on “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Printed again on “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Station slip printed on “{printer}”"),
        Shape.OK,
    ),
    EventKind.SLIP_SENT: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip sent to “{printer}”, which cannot confirm"),
        QT_TRANSLATE_NOOP("Events", "Reprint sent to “{printer}”, which cannot confirm"),
        QT_TRANSLATE_NOOP("Events", "Station slip sent to “{printer}”, which cannot confirm"),
        Shape.READY,
    ),
    EventKind.SLIP_UNSURE: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip: no answer from “{printer}”"),
        QT_TRANSLATE_NOOP("Events", "Printed again: no answer"),
        QT_TRANSLATE_NOOP("Events", "Station slip: no answer from “{printer}”"),
        Shape.UNCONFIRMED,
    ),
    EventKind.SLIP_SETTLED_BY_STAFF: _settled,
    EventKind.SLIP_WITHDRAWN: _slip(
        QT_TRANSLATE_NOOP("Events", "Slip withdrawn before it was printed"),
        QT_TRANSLATE_NOOP("Events", "Reprint withdrawn"),
        QT_TRANSLATE_NOOP("Events", "Station slip withdrawn before it was printed"),
        Shape.LEFT,
    ),
}
