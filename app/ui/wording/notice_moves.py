"""What the strip says about moves: made here, taken back, confirmed by the vendor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.money import Money
from app.domain.notice import Notice
from app.domain.push import PushKind
from app.domain.states import Move
from app.ui.widgets.message_strip import SECONDS
from app.ui.wording.figures import amount
from app.ui.wording.house_rules import rejected_by_pause
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.ui.wording.notice_words import Said
from app.usecases.desk import Shop

_MOVED: Final[Mapping[Move, str]] = {
    Move.ACCEPT: QT_TRANSLATE_NOOP("Notices", "{number} accepted."),
    Move.READY: QT_TRANSLATE_NOOP("Notices", "{number} ready."),
    Move.COLLECTED: QT_TRANSLATE_NOOP("Notices", "{number} collected."),
    Move.LEFT: QT_TRANSLATE_NOOP("Notices", "{number} left."),
    Move.REJECT: QT_TRANSLATE_NOOP("Notices", "{number} rejected."),
    Move.CANCEL_ORDER: QT_TRANSLATE_NOOP("Notices", "{number} cancelled."),
    Move.ON_THE_WAY: QT_TRANSLATE_NOOP("Notices", "{number} on the way."),
    Move.HAND_OVER_UNPAID: QT_TRANSLATE_NOOP("Notices", "{number} handed over unpaid."),
    Move.MONEY_RETURNED: QT_TRANSLATE_NOOP("Notices", "{number}: money returned."),
    Move.PAYMENT_FAILED: QT_TRANSLATE_NOOP("Notices", "{number}: payment failed."),
    Move.BRING_BACK: QT_TRANSLATE_NOOP("Notices", "{number} is back in Preparing."),
}

_TO_SETTLE: Final = frozenset({Move.LEFT.name, Move.CANCEL_ORDER.name, Move.REJECT.name})
"""Moves of which the vendor is to be told by hand where it has no word for them."""


def moved(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: a move was made here."""
    move = Move[notice.data["move"]]
    head = translate("Notices", _MOVED.get(move, QT_TRANSLATE_NOOP("Notices", "{number} moved.")))
    rest = told_text(vendor, notice)
    if undo_seconds(notice) and notice.data.get("told") == "yes":
        text = translate("Notices", "{vendor} is told in {seconds} s.")
        rest = text.format(vendor=vendor, seconds=SECONDS)
    if move is Move.REJECT and (by_pause := rejected_by_pause(notice)):
        return by_pause, rest
    if move is Move.PAYMENT_FAILED:
        rest = translate("Notices", "Take it another way, or hand over unpaid with a reason.")
    return head.format(number=notice.number), rest


def told_text(vendor: str, notice: Notice) -> str:
    """Return whether the vendor hears of the move, "" where there is nobody who could."""
    told = notice.data.get("told")
    if told == "yes":
        return translate("Notices", "{vendor} is being told.").format(vendor=vendor)
    if told == "nobody":
        return ""
    if notice.data.get("move") in _TO_SETTLE:
        text = translate("Notices", "{vendor} is not told: see To settle.")
        return text.format(vendor=vendor)
    return translate("Notices", "{vendor} is not told.").format(vendor=vendor)


def undone(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: a move was taken back."""
    head = translate("Notices", "{number} is back where it was.").format(number=notice.number)
    if notice.data.get("told") == "nobody":
        return head, ""
    return head, translate("Notices", "{vendor} was not told of it.").format(vendor=vendor)


def confirmed(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the vendor said yes."""
    head = translate("Notices", "{vendor} confirmed {move} for {number}.")
    return head.format(vendor=vendor, move=move_told(notice), number=notice.number), ""


def new_order(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: an order came."""
    head = translate("Notices", "New order {number}.").format(number=notice.number)
    return head, translate("Notices", "It came from {vendor}.").format(vendor=vendor)


def taken(notice: Notice, vendor: str, shop: Shop) -> Said:
    """Word it: money was taken."""
    head = translate("Notices", "{number}: payment received.").format(number=notice.number)
    said = [told_text(vendor, notice)]
    if notice.data.get("ring_up") == "yes":
        said.append(translate("Notices", "Ring it up on the register."))
    if money := _money(notice, shop):
        said.insert(0, translate("Notices", "{amount} taken.").format(amount=money))
    return head, " ".join(filter(None, said))


def placed(notice: Notice, _vendor: str, shop: Shop) -> Said:
    """Word it: an order was keyed in here."""
    head = translate("Notices", "Walk-in order {number} is placed.").format(number=notice.number)
    rest = translate("Notices", "{amount} to be paid.").format(amount=_money(notice, shop))
    return head, rest


def _money(notice: Notice, shop: Shop) -> str:
    minor, currency = notice.data.get("minor"), notice.data.get("currency")
    return amount(Money(int(minor), currency), shop) if minor and currency else ""


def seen(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a person has looked."""
    return translate("Notices", "{number} seen.").format(number=notice.number), ""


def undo_seconds(notice: Notice) -> float:
    """Return how long the move can be taken back, in seconds; 0: not at all."""
    try:
        return max(0.0, float(notice.data.get("undo", "0")))
    except ValueError:
        return 0.0


def kind_told(notice: Notice) -> PushKind | None:
    """Return what the notice says a system was told, None for nothing known."""
    try:
        return PushKind(notice.data.get("kind", ""))
    except ValueError:
        return None


def move_told(notice: Notice) -> str:
    """Return that in words."""
    kind = kind_told(notice)
    return kind_text(kind) if kind is not None else ""
