"""What the panel says of an order: its state, how it came in, how its slip stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.order import Order
from app.domain.printing import PrinterWord
from app.domain.snapshot import OrderSnapshot, SlipStanding
from app.domain.states import JobState, OrderState
from app.ui.theme import Shape
from app.ui.widgets.chip import ChipKind
from app.ui.wording.figures import Counts, clock, day_clock
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.usecases.desk import Shop


@dataclass(frozen=True, slots=True)
class StateChip:
    """The state beside the number. Thread: any."""

    text: str
    kind: ChipKind
    icon: str | Shape | None = None


_CHIPS: Final[Mapping[OrderState, tuple[str, ChipKind, str | Shape | None]]] = {
    OrderState.NEW: (QT_TRANSLATE_NOOP("Order", "New"), ChipKind.ACCENT, Shape.NEW),
    OrderState.PREPARING: (QT_TRANSLATE_NOOP("Order", "Preparing"), ChipKind.PLAIN, None),
    OrderState.READY: (QT_TRANSLATE_NOOP("Order", "Ready"), ChipKind.OK, Shape.OK),
    OrderState.COLLECTED: (QT_TRANSLATE_NOOP("Order", "Collected"), ChipKind.OK, Shape.OK),
    OrderState.REJECTED: (QT_TRANSLATE_NOOP("Order", "Rejected"), ChipKind.PLAIN, Shape.LEFT),
    OrderState.LEFT: (QT_TRANSLATE_NOOP("Order", "Left"), ChipKind.PLAIN, Shape.LEFT),
    OrderState.CANCELLED: (QT_TRANSLATE_NOOP("Order", "Cancelled"), ChipKind.PLAIN, Shape.LEFT),
}
_CHANNELS: Final[Mapping[str, str]] = {
    "phone": QT_TRANSLATE_NOOP("Order", "app order {time}"),
    "web": QT_TRANSLATE_NOOP("Order", "web order {time}"),
    "kiosk": QT_TRANSLATE_NOOP("Order", "kiosk order {time}"),
}


def state_chip(snapshot: OrderSnapshot) -> StateChip:
    """Return the chip beside the number."""
    order = snapshot.order
    text, kind, icon = _CHIPS[order.state]
    if is_struck(order):
        return StateChip(translate("Order", text), ChipKind.BAD_SOLID, "close")
    if snapshot.on_the_way_at is not None:
        return StateChip(translate("Order", "On the way"), kind, "bicycle")
    return StateChip(translate("Order", text), kind, icon)


def is_struck(order: Order) -> bool:
    """Tell whether the number is struck through: it is ended, and stands on the board all the same.

    It does so until a person has seen it and the money taken for it was given back.
    """
    return order.column is not None and order.state in (
        OrderState.CANCELLED,
        OrderState.REJECTED,
        OrderState.LEFT,
    )


def ordered_line(snapshot: OrderSnapshot, shop: Shop, now: datetime) -> str:
    """Return vendor, desk, and how and when it was ordered: "Cheers · Counter 1 · …"."""
    order = snapshot.order
    time = day_clock(order.placed_at, shop, now)
    known = _CHANNELS.get(order.channel)
    how = translate("Order", known) if known else translate("Order", "ordered {time}")
    if not known and order.channel:
        how = translate("Order", "ordered {time} by {channel}")
    parts = (snapshot.vendor_title, order.desk, how.format(time=time, channel=order.channel))
    return " · ".join(part for part in parts if part)


def twins_text(snapshot: OrderSnapshot) -> str:
    """Return what has to be known of an equal number: "A-42 twice: Cheers and LOKE", else ""."""
    if not snapshot.twins:
        return ""
    titles = list(dict.fromkeys((snapshot.vendor_title, *snapshot.twins)))
    if len(titles) == 1:
        return translate("Order", "{number} more than once at {vendor}").format(
            number=snapshot.order.number, vendor=titles[0]
        )
    several = translate("Order", "{some} and {last}")
    vendors = several.format(some=", ".join(titles[:-1]), last=titles[-1])
    text = translate("Order", "{number} more than once: {vendors}")
    if len(snapshot.twins) == 1:
        text = translate("Order", "{number} twice: {vendors}")
    return text.format(number=snapshot.order.number, vendors=vendors)


def vendor_number_text(snapshot: OrderSnapshot) -> str:
    """Return the vendor's own number where the order has one of ours: "Akinon: 816910908011148"."""
    if not snapshot.vendor_number:
        return ""
    return f"{snapshot.vendor_title}: {snapshot.vendor_number}"


def slip_line(snapshot: OrderSnapshot, shop: Shop) -> str:
    """Return how the order's slip stands, "" while there is nothing to say."""
    slip = snapshot.slip
    if slip is None:
        return _no_slip(snapshot)
    line = _SLIPS[slip.state](slip, shop)
    if slip.first_at is not None and slip.copies > 1:
        return f"{line} · {Counts().copies(slip.copies)}"
    return line


def station_lines(snapshot: OrderSnapshot, shop: Shop) -> tuple[str, ...]:
    """Return how each station slip of the order stands."""
    return tuple(_STATIONS[slip.state](slip, shop) for slip in snapshot.station_slips)


def _no_slip(snapshot: OrderSnapshot) -> str:
    order = snapshot.order
    if order.state is OrderState.NEW or order.state.is_end:
        return ""
    if not order.accepted_here:
        return translate("Order", "No slip: accepted elsewhere")
    return "" if snapshot.prints_slips else translate("Order", "No slip: no printer")


def _printed(slip: SlipStanding, shop: Shop) -> str:
    if slip.first_at is None:
        return translate("Order", "Slip came out of “{printer}”").format(printer=slip.printer)
    line = translate("Order", "Slip printed {time} on “{printer}”")
    return line.format(time=clock(slip.first_at, shop), printer=slip.printer)


def _sent(slip: SlipStanding, shop: Shop) -> str:
    if slip.first_at is None:
        line = translate("Order", "Slip sent to “{printer}”, which cannot confirm it")
        return line.format(printer=slip.printer)
    line = translate("Order", "Slip sent {time} to “{printer}”, which cannot confirm it")
    return line.format(time=clock(slip.first_at, shop), printer=slip.printer)


def _queued(slip: SlipStanding, _shop: Shop) -> str:
    if slip.cause is None:
        return translate("Order", "Slip goes to “{printer}”").format(printer=slip.printer)
    line = translate("Order", "Slip waits: “{printer}” {cause}")
    return line.format(printer=slip.printer, cause=cause_text(slip.cause))


def _sending(slip: SlipStanding, _shop: Shop) -> str:
    return translate("Order", "Slip is being printed on “{printer}”").format(printer=slip.printer)


def _failed(_slip: SlipStanding, _shop: Shop) -> str:
    return translate("Order", "No slip: it was given up")


def _unsure(slip: SlipStanding, _shop: Shop) -> str:
    line = translate("Order", "Slip not confirmed by “{printer}”")
    return line.format(printer=slip.printer)


_SLIPS: Final[Mapping[JobState, Callable[[SlipStanding, Shop], str]]] = {
    JobState.QUEUED: _queued,
    JobState.SENDING: _sending,
    JobState.PRINTED: _printed,
    JobState.SENT: _sent,
    JobState.FAILED: _failed,
    JobState.UNSURE: _unsure,
}


def _station_printed(slip: SlipStanding, shop: Shop) -> str:
    line = translate("Order", "Station slip came out of “{printer}”")
    time = ""
    if slip.first_at is not None:
        line = translate("Order", "Station slip printed {time} on “{printer}”")
        time = clock(slip.first_at, shop)
    return line.format(printer=slip.printer, time=time)


def _station_sent(slip: SlipStanding, _shop: Shop) -> str:
    line = translate("Order", "Station slip sent to “{printer}”, which cannot confirm it")
    return line.format(printer=slip.printer)


def _station_queued(slip: SlipStanding, _shop: Shop) -> str:
    if slip.cause is None:
        return translate("Order", "Station slip goes to “{printer}”").format(printer=slip.printer)
    line = translate("Order", "Station slip waits: “{printer}” {cause}")
    return line.format(printer=slip.printer, cause=cause_text(slip.cause))


def _station_sending(slip: SlipStanding, _shop: Shop) -> str:
    line = translate("Order", "Station slip is being printed on “{printer}”")
    return line.format(printer=slip.printer)


def _station_failed(slip: SlipStanding, _shop: Shop) -> str:
    line = translate("Order", "No station slip on “{printer}”: it was given up")
    return line.format(printer=slip.printer)


def _station_unsure(slip: SlipStanding, _shop: Shop) -> str:
    line = translate("Order", "Station slip not confirmed by “{printer}”")
    return line.format(printer=slip.printer)


_STATIONS: Final[Mapping[JobState, Callable[[SlipStanding, Shop], str]]] = {
    JobState.QUEUED: _station_queued,
    JobState.SENDING: _station_sending,
    JobState.PRINTED: _station_printed,
    JobState.SENT: _station_sent,
    JobState.FAILED: _station_failed,
    JobState.UNSURE: _station_unsure,
}
_CAUSES: Final[Mapping[PrinterWord, str]] = {
    PrinterWord.UNKNOWN: QT_TRANSLATE_NOOP("Order", "has not answered yet"),
    PrinterWord.READY: QT_TRANSLATE_NOOP("Order", "is ready again"),
    PrinterWord.PAPER_LOW: QT_TRANSLATE_NOOP("Order", "has little paper"),
    PrinterWord.PAPER_OUT: QT_TRANSLATE_NOOP("Order", "has no paper"),
    PrinterWord.COVER_OPEN: QT_TRANSLATE_NOOP("Order", "is open"),
    PrinterWord.CUTTER_ERROR: QT_TRANSLATE_NOOP("Order", "cannot cut"),
    PrinterWord.OFFLINE: QT_TRANSLATE_NOOP("Order", "is offline"),
    PrinterWord.NOT_ANSWERING: QT_TRANSLATE_NOOP("Order", "does not answer"),
    PrinterWord.NOT_REACHABLE: QT_TRANSLATE_NOOP("Order", "is not reachable"),
    PrinterWord.OTHER_DEVICE: QT_TRANSLATE_NOOP("Order", "is another device now"),
}


def cause_text(cause: PrinterWord) -> str:
    """Return why a slip waits, as the second half of a sentence about the printer."""
    return translate("Order", _CAUSES[cause])
