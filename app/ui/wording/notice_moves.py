"""What the strip says about moves: made here, taken back, confirmed by the vendor."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from app.domain.money import Money
from app.domain.notice import Notice, Tone
from app.domain.push import PushKind
from app.domain.states import Move
from app.ui.widgets.message_strip import SECONDS
from app.ui.wording.figures import amount, clock
from app.ui.wording.house_rules import rejected_by_pause
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.moves import kind_text
from app.ui.wording.notice_words import Said, accepted
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


def collected_together(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: several orders were collected by one press."""
    count = int(notice.data.get("count", "0"))
    if not count:
        head = translate("Notices", "No order was collected.")
        return head, translate("Notices", "They have changed meanwhile. Look at them again.")
    head = translate("Notices", "1 order collected.")
    if count > 1:
        head = translate("Notices", "{count} orders collected.").format(count=count)
    rest = together_told(notice)
    if undo_seconds(notice) and notice.data.get("told") == "yes":
        text = translate("Notices", "The vendor is told in {seconds} s.")
        rest = _with_missed(text.format(seconds=SECONDS), notice)
    return head, rest


def together_told(notice: Notice) -> str:
    """Return whether the vendors hear of what was done together, and what could not be done."""
    told = notice.data.get("told")
    text = translate("Notices", "The vendor is not told.") if told == "no" else ""
    if told == "yes":
        text = translate("Notices", "The vendor is being told.")
    return _with_missed(text, notice)


def _with_missed(text: str, notice: Notice) -> str:
    missed = int(notice.data.get("missed", "0"))
    if missed == 1:
        return f"{text} {translate('Notices', '1 has changed meanwhile: look at it.')}".strip()
    if missed:
        more = translate("Notices", "{count} have changed meanwhile: look at them.")
        return f"{text} {more.format(count=missed)}".strip()
    return text


def undone_together(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: what was collected together was taken back."""
    count = int(notice.data.get("count", "0"))
    missed = int(notice.data.get("missed", "0"))
    if not count:
        head = translate("Notices", "It is too late to undo.")
        return head, translate("Notices", "Bring back is in History.")
    head = translate("Notices", "1 order is back in Ready.")
    if count > 1:
        head = translate("Notices", "{count} orders are back in Ready.").format(count=count)
    if not missed:
        return head, translate("Notices", "Nobody was told.")
    rest = translate("Notices", "{count} could not be: see History.").format(count=missed)
    return head, rest


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
    said.insert(0, _change(notice, shop))
    return head, " ".join(filter(None, said))


def payment_accepted(notice: Notice, vendor: str, shop: Shop) -> Said:
    """Word it: the vendor has the money in its books, and the order with it."""
    head, rest = accepted(notice, vendor, shop)
    return head, " ".join(filter(None, (_change(notice, shop), rest)))


def placed(notice: Notice, _vendor: str, shop: Shop) -> Said:
    """Word it: an order was keyed in here."""
    head = translate("Notices", "Walk-in order {number} is placed.").format(number=notice.number)
    rest = translate("Notices", "{amount} to be paid.").format(amount=_money(notice, shop))
    return head, rest


def _money(notice: Notice, shop: Shop) -> str:
    minor, currency = notice.data.get("minor"), notice.data.get("currency")
    return amount(Money(int(minor), currency), shop) if minor and currency else ""


def _change(notice: Notice, shop: Shop) -> str:
    minor, currency = int(notice.data.get("change", "0")), notice.data.get("currency")
    if minor <= 0 or not currency:
        return ""
    change = amount(Money(minor, currency), shop)
    return translate("Notices", "Change: {amount}.").format(amount=change)


def comes_forward(notice: Notice, _vendor: str, shop: Shop) -> Said:
    """Word it: it is time to prepare an order that rested in Later."""
    wanted = notice.data.get("wanted_at")
    if notice.tone is Tone.WARN and wanted is not None:
        head = translate("Notices", "{number} was due at {time}, while Pult was off.")
        time = clock(datetime.fromisoformat(wanted), shop)
        rest = translate("Notices", "No slip came out. Press Print if it is still wanted.")
        return head.format(number=notice.number, time=time), rest
    if wanted is None:
        head = translate("Notices", "{number} is wanted as soon as possible now.")
        return head.format(number=notice.number), translate("Notices", "Prepare it now.")
    head = translate("Notices", "{number} is due at {time}.")
    time = clock(datetime.fromisoformat(wanted), shop)
    return head.format(number=notice.number, time=time), translate("Notices", "Prepare it now.")


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
