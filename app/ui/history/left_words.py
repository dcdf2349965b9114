"""What the timeline says of an order that was not accepted by itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.money import Money
from app.domain.states import KeptBack
from app.ui.history.event_line import EventLine, Telling
from app.ui.wording.figures import amount
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_WHY: Final[Mapping[str, str]] = {
    KeptBack.PAYMENT.value: QT_TRANSLATE_NOOP("Events", "something is to be paid here"),
    KeptBack.NOTE.value: QT_TRANSLATE_NOOP("Events", "the customer wrote a note"),
    KeptBack.SOLD_OUT.value: QT_TRANSLATE_NOOP("Events", "an item is sold out"),
    KeptBack.UNKNOWN_ITEM.value: QT_TRANSLATE_NOOP("Events", "an item is not in the catalogue"),
    KeptBack.AMOUNT.value: QT_TRANSLATE_NOOP("Events", "over the limit of {amount}"),
    KeptBack.HOURS.value: QT_TRANSLATE_NOOP("Events", "only from {since} to {until}"),
    KeptBack.PRINTER.value: QT_TRANSLATE_NOOP("Events", "the printer of its slip was not well"),
    KeptBack.LATE.value: QT_TRANSLATE_NOOP("Events", "it came late"),
}


def not_accepted(told: Telling) -> EventLine:
    """Word it: the order was left for a person, and the limit it broke."""
    why = told.data("why")
    note = translate("Events", _WHY[why]) if why in _WHY else why
    limit = Money(int(told.data("minor") or 0), told.data("currency") or told.shop.currency)
    note = note.format(
        amount=amount(limit, told.shop), since=told.data("since")[:5], until=told.data("until")[:5]
    )
    return EventLine(translate("Events", "Not accepted by itself"), note, "person")
