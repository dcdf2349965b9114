"""What a scan is answered with while, and after, a vendor is asked what it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.notice import NoticeCode
from app.domain.refusal import Refusal
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered
from app.ui.widgets import Answer, AnswerButton, AnswerKind
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.refusals import problem_words
from app.usecases.desk import Shop

LEAVE: Final = "leave"
MEANS: Final = "means:"
"""The keys of an answer's buttons; MEANS is followed by the meaning a person chooses."""

_LONGEST_QUESTION_MS: Final = 20_000
_LONGER_MS: Final = 6_000
"""What staff must read to the customer stays longer than a hand-over."""

_MEANINGS: Final[Mapping[Intent, str]] = {
    Intent.PRE_ORDER: QT_TRANSLATE_NOOP("Scan", "Ask {vendor}"),
    Intent.PRODUCT: QT_TRANSLATE_NOOP("Scan", "It is a product"),
    Intent.CARD: QT_TRANSLATE_NOOP("Scan", "It is a loyalty card"),
}


def _means(answered: ScanAnswered) -> tuple[AnswerButton, ...]:
    """Return the button for the likeliest of the other meanings."""
    for intent in answered.others:
        if text := _MEANINGS.get(intent):
            words = translate("Scan", text).format(vendor=answered.vendor)
            return (AnswerButton(f"{MEANS}{intent.value}", words),)
    return ()


def asking(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Say that the vendor is being asked, and what else it could be."""
    return Answer(
        AnswerKind.PRE_ORDER,
        translate("Scan", "Asking {vendor}…").format(vendor=answered.vendor),
        lines=(answered.text[:80],),
        buttons=_means(answered),
        stays_ms=_LONGEST_QUESTION_MS,
    )


def ask_first(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Ask whether what may be a secret may leave."""
    leave = AnswerButton(LEAVE, translate("Scan", "Leave it"))
    return Answer(
        AnswerKind.UNKNOWN,
        translate("Scan", "Is this an order number?"),
        lines=(
            translate("Scan", "It may be a secret of another system. It has not left this till."),
            translate("Scan", "Ask {vendor} only when it is an order number.").format(
                vendor=answered.vendor
            ),
        ),
        buttons=(leave, *_means(answered)),
    )


def not_found(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Say why the vendor gave no order, and what else it could be."""
    head, todo = problem_words(answered.problem, answered.data, answered.vendor)
    return Answer(
        AnswerKind.UNKNOWN,
        _headline(answered),
        lines=(f"{head}.", todo),
        hint=answered.text[:80],
        buttons=_means(answered),
        stays_ms=_LONGER_MS,
    )


def _headline(answered: ScanAnswered) -> str:
    if answered.problem == NoticeCode.VENDOR_GONE.value:
        return translate("Scan", "No answer")
    unknown = answered.problem == NoticeCode.ORDER_UNKNOWN.value
    if unknown or answered.data.get("why") in (Refusal.NUMBER_UNKNOWN, Refusal.SESSION_GONE):
        return translate("Scan", "Not found")
    return translate("Scan", "Cannot be paid now")


def number_kept(answered: ScanAnswered, _shop: Shop) -> Answer:
    """Say that the scan waits for the payment in progress."""
    return Answer(
        AnswerKind.NOT_READY,
        translate("Scan", "Kept for later"),
        lines=(answered.text[:80], translate("Scan", "Finish the payment first.")),
    )
