"""What Settings says of the last scan: a slip's code, of any other text only what it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_KINDS: Final[Mapping[Intent, str]] = {
    Intent.MISREAD_SLIP: QT_TRANSLATE_NOOP("LastScan", "Slip code read wrongly"),
    Intent.COUPON: QT_TRANSLATE_NOOP("LastScan", "Coupon"),
    Intent.WEB_LINK: QT_TRANSLATE_NOOP("LastScan", "Web link"),
    Intent.PRE_ORDER: QT_TRANSLATE_NOOP("LastScan", "Pre-order number"),
    Intent.PRODUCT: QT_TRANSLATE_NOOP("LastScan", "Product barcode"),
    Intent.ONE_TIME_KEY: QT_TRANSLATE_NOOP("LastScan", "One-time key"),
    Intent.CARD: QT_TRANSLATE_NOOP("LastScan", "Loyalty card"),
}
_LONGEST: Final = 40


def last_scan(news: ScanAnswered) -> str:
    """Return what was scanned, without what may be personal or secret."""
    if news.intent is Intent.CARD and not news.text:
        return translate("LastScan", "Loyalty card")
    if not news.text:
        return translate("LastScan", "Not readable")
    if news.intent in (Intent.SLIP, Intent.TEST):
        return news.text[:_LONGEST]
    known = _KINDS.get(news.intent, QT_TRANSLATE_NOOP("LastScan", "Other text"))
    words = translate("LastScan", "{kind}, %n characters", n=len(news.text))
    return words.format(kind=translate("LastScan", known))
