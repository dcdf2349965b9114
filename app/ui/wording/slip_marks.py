"""The mark of a card that says how the order's slips stand, where somebody has to know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.printing import PrinterWord
from app.domain.snapshot import OrderSnapshot, SlipStanding
from app.domain.states import COLUMNS, JobState, OrderState
from app.ui.board.card import CardMark
from app.ui.theme import Shape
from app.ui.widgets.chip import ChipKind
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop

_WAITS: Final[Mapping[PrinterWord, str]] = {
    PrinterWord.PAPER_OUT: QT_TRANSLATE_NOOP("Card", "Slip waits for paper"),
    PrinterWord.COVER_OPEN: QT_TRANSLATE_NOOP("Card", "Slip waits: cover open"),
}


_STATION_WAITS: Final[Mapping[PrinterWord, str]] = {
    PrinterWord.PAPER_OUT: QT_TRANSLATE_NOOP("Card", "“{printer}” waits for paper"),
    PrinterWord.COVER_OPEN: QT_TRANSLATE_NOOP("Card", "“{printer}” waits: cover open"),
}


def slip_mark(snapshot: OrderSnapshot, _shop: Shop) -> CardMark | None:
    """The most urgent mark of the order's slips; one that is about a station names its printer."""
    if snapshot.order.state not in COLUMNS:
        return None
    marks = [_no_slip(snapshot), *(_mark(slip) for slip in snapshot.all_slips)]
    found = [mark for mark in marks if mark is not None]
    return min(found, key=lambda mark: _SLIP_URGENCY[mark.kind], default=None)


_SLIP_URGENCY: Final[Mapping[ChipKind, int]] = {
    ChipKind.DASHED: 0,
    ChipKind.BAD: 1,
    ChipKind.WARN: 2,
}


def _no_slip(snapshot: OrderSnapshot) -> CardMark | None:
    order = snapshot.order
    missing = order.accepted_here and order.state is not OrderState.NEW
    if snapshot.slip is not None or snapshot.prints_slips or not missing:
        return None
    return CardMark(ChipKind.BAD, translate("Card", "No slip: no printer"), Shape.BAD)


def _mark(slip: SlipStanding) -> CardMark | None:
    if slip.state is JobState.UNSURE:
        text = QT_TRANSLATE_NOOP("Card", "Did the slip come out?")
        short = QT_TRANSLATE_NOOP("Card", "Slip out?")
        if slip.stations:
            text = QT_TRANSLATE_NOOP("Card", "Did “{printer}” print it?")
            short = QT_TRANSLATE_NOOP("Card", "“{printer}” out?")
        words, brief = _with(text, slip), _with(short, slip)
        return CardMark(ChipKind.DASHED, words, Shape.UNCONFIRMED, brief)
    if slip.state is JobState.FAILED:
        text = QT_TRANSLATE_NOOP("Card", "No slip")
        if slip.stations:
            text = QT_TRANSLATE_NOOP("Card", "No slip at “{printer}”")
        return CardMark(ChipKind.BAD, _with(text, slip), Shape.BAD)
    if slip.state is JobState.QUEUED and slip.cause is not None and not slip.cause.can_print:
        text = _WAITS.get(slip.cause, QT_TRANSLATE_NOOP("Card", "Slip waits for the printer"))
        if slip.stations:
            other = QT_TRANSLATE_NOOP("Card", "Slip waits for “{printer}”")
            text = _STATION_WAITS.get(slip.cause, other)
        short = translate("Card", "Slip waits")
        return CardMark(ChipKind.WARN, _with(text, slip), "slip", short)
    return None


def _with(text: str, slip: SlipStanding) -> str:
    return translate("Card", text).format(printer=slip.printer)
