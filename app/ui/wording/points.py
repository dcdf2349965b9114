"""How an order's loyalty points stand, and what is said of them in the strip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.notice import Notice
from app.domain.points import Points, PointsState
from app.domain.push import PushKind
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.notice_words import Said
from app.usecases.desk import Shop
from app.usecases.tie_card import CardVerdict

_STATES: Final[Mapping[PointsState, str]] = {
    PointsState.FOR_PAYMENT: QT_TRANSLATE_NOOP("Points", "points once it is paid"),
    PointsState.NOT_YET: QT_TRANSLATE_NOOP("Points", "points not booked yet"),
    PointsState.BOOKED: QT_TRANSLATE_NOOP("Points", "points booked"),
    PointsState.TAKEN_BACK: QT_TRANSLATE_NOOP("Points", "points taken back"),
    PointsState.NOT_BOOKED: QT_TRANSLATE_NOOP("Points", "points not booked"),
    PointsState.PERHAPS: QT_TRANSLATE_NOOP("Points", "points perhaps booked"),
    PointsState.NOT_CONFIRMED: QT_TRANSLATE_NOOP("Points", "points not confirmed"),
    PointsState.NOT_SENT: QT_TRANSLATE_NOOP("Points", "points not booked"),
    PointsState.NOT_TAKEN_BACK: QT_TRANSLATE_NOOP("Points", "points not taken back"),
    PointsState.NOTHING: QT_TRANSLATE_NOOP("Points", "no points for this order"),
}
_WHY: Final[Mapping[PointsState, str]] = {
    PointsState.NOT_BOOKED: QT_TRANSLATE_NOOP(
        "Points", "{programme} refused the card: it is cancelled. The sale stands."
    ),
    PointsState.PERHAPS: QT_TRANSLATE_NOOP(
        "Points", "{programme} may have booked them before it refused. The sale stands."
    ),
    PointsState.NOT_CONFIRMED: QT_TRANSLATE_NOOP(
        "Points", "{programme} did not confirm them. The sale stands."
    ),
    PointsState.NOT_SENT: QT_TRANSLATE_NOOP(
        "Points", "{programme} did not take them: look at its lamp. The sale stands."
    ),
    PointsState.NOT_TAKEN_BACK: QT_TRANSLATE_NOOP(
        "Points", "{programme} may not know that money was returned."
    ),
}
_MARKS: Final[Mapping[PointsState, str]] = {
    PointsState.NOT_BOOKED: QT_TRANSLATE_NOOP("Points", "Points not booked"),
    PointsState.PERHAPS: QT_TRANSLATE_NOOP("Points", "Points not confirmed"),
    PointsState.NOT_CONFIRMED: QT_TRANSLATE_NOOP("Points", "Points not confirmed"),
    PointsState.NOT_SENT: QT_TRANSLATE_NOOP("Points", "Points not booked"),
    PointsState.NOT_TAKEN_BACK: QT_TRANSLATE_NOOP("Points", "Points not taken back"),
}


def card_text(card: str) -> str:
    """Return how a card is named: by the end of its id."""
    text = translate("Points", "Loyalty card")
    return f"{text} •••{card}" if card else text


def points_line(points: Points) -> str:
    """Return the card and how its points stand: "Loyalty card •••3r3 · points booked"."""
    return f"{card_text(points.card)} · {translate('Points', _STATES[points.state])}"


def points_reason(points: Points) -> str:
    """Return why nothing more happens by itself, "" while all goes well."""
    why = _WHY.get(points.state)
    return translate("Points", why).format(programme=points.title) if why else ""


def points_mark(points: Points) -> str:
    """Return the words of the mark on the order's card, "" where it has none."""
    return translate("Points", _MARKS[points.state]) if points.on_card else ""


# --- the strip ------------------------------------------------------------------------------------


def tied(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: a card was put to an order."""
    head = translate("Points", "{number}: loyalty card noted.").format(number=notice.number)
    return head, translate("Points", "Points go to {vendor} by themselves.").format(vendor=vendor)


def removed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: a card was taken off."""
    head = translate("Points", "{number}: loyalty card removed.").format(number=notice.number)
    return head, translate("Points", "{vendor} is not told.").format(vendor=vendor)


_NOT_TIED: Final[Mapping[str, str]] = {
    CardVerdict.TOO_LATE: QT_TRANSLATE_NOOP(
        "Points", "The points of this sale went to another card."
    ),
    CardVerdict.NOTHING: QT_TRANSLATE_NOOP("Points", "This order earns no points."),
    CardVerdict.UNFIT: QT_TRANSLATE_NOOP("Points", "This does not look like a loyalty card."),
}


def not_tied(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a card could not be put to an order."""
    head = translate("Points", "{number}: no loyalty card noted.").format(number=notice.number)
    return head, translate("Points", _NOT_TIED.get(notice.data.get("why", ""), ""))


def refused(notice: Notice, vendor: str) -> Said:
    """Word it: the programme took a ticket not in."""
    if notice.data.get("kind") == PushKind.RECTIFICATION.value:
        head = translate("Points", "Points for {number} are not taken back: {vendor} refused.")
        rest = translate("Points", "The money is returned. Try again from the order.")
    elif notice.data.get("in_doubt") == "yes":
        head = translate("Points", "Points for {number}: {vendor} may have booked them already.")
        rest = translate("Points", "The sale stands. Nothing is sent twice.")
    else:
        head = translate("Points", "Points for {number} are not booked: the card is cancelled.")
        rest = translate("Points", "The sale stands. Ask for another card, or leave it.")
    return head.format(number=notice.number, vendor=vendor), rest


def not_confirmed(notice: Notice, vendor: str) -> Said:
    """Word it: what became of a ticket is not known."""
    head = translate("Points", "Points for {number} are not confirmed by {vendor}.")
    rest = translate("Points", "The sale stands. Try again from the order.")
    return head.format(number=notice.number, vendor=vendor), rest


# --- what happened --------------------------------------------------------------------------------

_TOLD: Final[Mapping[str, tuple[str, str]]] = {
    "told": (
        QT_TRANSLATE_NOOP("Points", "Loyalty points booked"),
        QT_TRANSLATE_NOOP("Points", "Loyalty points taken back"),
    ),
    "refused": (
        QT_TRANSLATE_NOOP("Points", "Loyalty points not booked"),
        QT_TRANSLATE_NOOP("Points", "Loyalty points not taken back"),
    ),
    "not_confirmed": (
        QT_TRANSLATE_NOOP("Points", "Loyalty points not confirmed"),
        QT_TRANSLATE_NOOP("Points", "Loyalty points: taking back not confirmed"),
    ),
    "dropped": (
        QT_TRANSLATE_NOOP("Points", "Loyalty points no longer sent"),
        QT_TRANSLATE_NOOP("Points", "Loyalty points stay as they are"),
    ),
}


def points_event(event: str, kind: str) -> str:
    """Return an event about points in words, "" for any other; both are the event's own codes."""
    if event not in _TOLD or kind not in (PushKind.TICKET, PushKind.RECTIFICATION):
        return ""
    booked, back = _TOLD[event]
    return translate("Points", back if kind == PushKind.RECTIFICATION else booked)
