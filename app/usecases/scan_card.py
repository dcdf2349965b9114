"""A loyalty card was scanned: it goes to the order that is open, or waits for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from app.domain.news import News
from app.domain.order import Order
from app.domain.points import ended_of
from app.domain.scan import Intent, Scan
from app.domain.scan_news import CardWaits, ScanAnswered, ScanVerdict
from app.domain.states import PaymentState
from app.ports.store import UnitOfWork
from app.usecases.desk import Desk, WaitingCard
from app.usecases.situation import conclude, points_on, snapshot_of
from app.usecases.tie_card import CardVerdict, TieCard, tie_card, tie_in

CARD_WAITS: Final = timedelta(minutes=2)
"""So long a card is kept for an order that is not open yet."""
_VERDICTS: Final[Mapping[CardVerdict, ScanVerdict]] = {
    CardVerdict.TIED: ScanVerdict.CARD_TIED,
    CardVerdict.SAME: ScanVerdict.CARD_SAME,
    CardVerdict.TOO_LATE: ScanVerdict.CARD_TOO_LATE,
    CardVerdict.NOTHING: ScanVerdict.CARD_FOR_NOTHING,
    CardVerdict.UNFIT: ScanVerdict.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class ShowOnScreen:
    """This order is open on the screen now; "" for none."""

    order_id: str


@dataclass(frozen=True, slots=True)
class AskForCard:
    """The next card that is scanned is of this order; "" ends it."""

    order_id: str


@dataclass(frozen=True, slots=True)
class TieWaitingCard:
    """The card that waits is of this order."""

    order_id: str


@dataclass(frozen=True, slots=True)
class DropWaitingCard:
    """Nobody's card: forget the one that waits."""


def card_scanned(scan: Scan, desk: Desk, chosen: bool) -> list[News]:
    """Tie the card to the order being paid or open; without one it waits.

    An order that is over stays on the screen when the next customer comes, so it is asked about.
    """
    if desk.loyalty is None:
        return [ScanAnswered(ScanVerdict.UNKNOWN, scan.intent, scan.text)]
    session = desk.session
    order_id = session.card_for or session.paying or session.shown
    if not order_id or (not session.card_for and _is_over(order_id, desk)):
        return [ScanAnswered(ScanVerdict.CARD_WAITS, Intent.CARD), *_wait(scan.text, desk)]
    with desk.store.begin() as work:
        order = work.orders.get(order_id)
        verdict = tie_in(work, desk, order, scan.text)
        snapshot = snapshot_of(work.orders.get(order_id), work, desk)
        answer = ScanAnswered(_VERDICTS[verdict], Intent.CARD, "", snapshot)
        return [answer, *conclude(work, desk)]


def key_scanned(scan: Scan, desk: Desk, chosen: bool) -> list[News]:
    """Ask before 32 hex digits leave: they may be a one-time key of another system."""
    if Intent.CARD not in scan.others:
        return [ScanAnswered(ScanVerdict.UNKNOWN, scan.intent, scan.text)]
    return [ScanAnswered(ScanVerdict.ASK_FIRST, scan.intent, scan.text, others=(Intent.CARD,))]


def coupon_scanned(scan: Scan, _desk: Desk, _chosen: bool) -> list[News]:
    """Say that it is a coupon; it is sent nowhere."""
    return [ScanAnswered(ScanVerdict.COUPON, scan.intent, scan.text)]


def show_on_screen(command: ShowOnScreen, desk: Desk) -> list[News]:
    """Note which order is open, and ask whether a card that waits is meant for it."""
    desk.session.shown = command.order_id
    return [_card_news(desk)] if _waiting(desk) is not None else []


def ask_for_card(command: AskForCard, desk: Desk) -> list[News]:
    """Note for which order a card is asked for."""
    desk.session.card_for = command.order_id
    return []


def tie_waiting_card(command: TieWaitingCard, desk: Desk) -> list[News]:
    """Put the card that waits to the order; nothing happens when its time is over."""
    waiting, desk.session.card = _waiting(desk), None
    if waiting is None:
        return [CardWaits()]
    return [CardWaits(), *tie_card(TieCard(command.order_id, waiting.card), desk)]


def drop_waiting_card(_command: DropWaitingCard, desk: Desk) -> list[News]:
    """Forget the card that waits."""
    desk.session.card = None
    return [CardWaits()]


def _is_over(order_id: str, desk: Desk) -> bool:
    with desk.store.begin() as work:
        return work.orders.get(order_id).column is None


def _wait(card: str, desk: Desk) -> list[News]:
    desk.session.card = WaitingCard(card, desk.clock.now() + CARD_WAITS)
    return [_card_news(desk)]


def _waiting(desk: Desk) -> WaitingCard | None:
    """Return the card that waits; not for longer than its time, also after the clock was set."""
    waiting, now = desk.session.card, desk.clock.now()
    if waiting is not None and not now < waiting.until <= now + CARD_WAITS:
        waiting = desk.session.card = None
    return waiting


def _card_news(desk: Desk) -> CardWaits:
    waiting, shown = _waiting(desk), desk.session.shown
    if waiting is None:
        return CardWaits()
    card = ended_of(waiting.card)
    if not shown:
        return CardWaits(waiting.until, card)
    with desk.store.begin() as work:
        order = work.orders.get(shown)
        if not _is_wanted(order, work, desk):
            return CardWaits(waiting.until, card)
        return CardWaits(waiting.until, card, order.id, order.number)


def _is_wanted(order: Order, work: UnitOfWork, desk: Desk) -> bool:
    points = points_on(order, work, desk)
    over = order.payment in (PaymentState.RETURN_DUE, PaymentState.RETURNED)
    return points is not None and points.can_tie and not points.card and not over
