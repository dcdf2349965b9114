"""What each problem code means, in one line for whoever reads it out on the telephone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.notice import NoticeCode
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_TEXTS: Final[Mapping[NoticeCode, str]] = {
    NoticeCode.NOT_POSSIBLE: QT_TRANSLATE_NOOP(
        "Codes", "The order had moved on: what was pressed is no longer possible."
    ),
    NoticeCode.REFUSED: QT_TRANSLATE_NOOP("Codes", "The vendor refused; its reason is shown."),
    NoticeCode.NOT_CONFIRMED: QT_TRANSLATE_NOOP(
        "Codes", "It is not known whether the vendor heard it. Pult asks by itself."
    ),
    NoticeCode.ENDED_ELSEWHERE: QT_TRANSLATE_NOOP("Codes", "Somebody else ended the order."),
    NoticeCode.CHANGED_ELSEWHERE: QT_TRANSLATE_NOOP("Codes", "Somebody else changed the order."),
    NoticeCode.WENT_ANOTHER_WAY: QT_TRANSLATE_NOOP(
        "Codes", "The vendor has the order otherwise than this till."
    ),
    NoticeCode.VENDOR_GONE: QT_TRANSLATE_NOOP(
        "Codes", "The vendor does not answer. Work goes on; what was pressed is sent later."
    ),
    NoticeCode.LOGIN_FAILED: QT_TRANSLATE_NOOP(
        "Codes", "The vendor does not accept the key, or an id is another shop's."
    ),
    NoticeCode.SPOKE_ODDLY: QT_TRANSLATE_NOOP(
        "Codes", "The vendor answered in words Pult does not know."
    ),
    NoticeCode.ORDER_UNKNOWN: QT_TRANSLATE_NOOP(
        "Codes", "The vendor named an order and does not know it itself."
    ),
    NoticeCode.SLIP_WAITS: QT_TRANSLATE_NOOP("Codes", "Slips wait until the printer is well."),
    NoticeCode.SLIP_UNSURE: QT_TRANSLATE_NOOP("Codes", "It is not known whether a slip came out."),
    NoticeCode.SCANNER_TROUBLE: QT_TRANSLATE_NOOP("Codes", "A scanner is not there."),
    NoticeCode.SCAN_DROPPED: QT_TRANSLATE_NOOP("Codes", "A code was not readable and was dropped."),
    NoticeCode.STORE_UNAVAILABLE: QT_TRANSLATE_NOOP("Codes", "Pult cannot save: look at the disk."),
    NoticeCode.OUR_FAULT: QT_TRANSLATE_NOOP(
        "Codes", "A fault of Pult's own; the log holds the details."
    ),
    NoticeCode.CALLBACKS_FAIL: QT_TRANSLATE_NOOP(
        "Codes", "The vendor's calls do not reach this till."
    ),
    NoticeCode.NO_PRINTER: QT_TRANSLATE_NOOP("Codes", "No printer prints slips."),
    NoticeCode.OVERTAKEN: QT_TRANSLATE_NOOP(
        "Codes", "Somebody else was first at the vendor; what was pressed here was not sent."
    ),
    NoticeCode.LOOK_UP_REFUSED: QT_TRANSLATE_NOOP(
        "Codes", "The vendor was asked for a number and gave no order; its reason is shown."
    ),
    NoticeCode.DUE_NOT_CHECKED: QT_TRANSLATE_NOOP(
        "Codes", "The amount was not read again in time, so no payment was noted."
    ),
    NoticeCode.LETTERS_LOST: QT_TRANSLATE_NOOP(
        "Codes", "Letters on a slip are printed as ?, since the printer does not have them."
    ),
    NoticeCode.DRAWER_SHUT: QT_TRANSLATE_NOOP(
        "Codes", "The cash drawer did not open; the payment is noted all the same."
    ),
    NoticeCode.RESTARTED: QT_TRANSLATE_NOOP(
        "Codes", "Pult stopped by itself and was started again; all orders are kept."
    ),
    NoticeCode.PIN_NEEDED: QT_TRANSLATE_NOOP(
        "Codes", "The shop's PIN was not keyed in for this, or too long ago."
    ),
    NoticeCode.NO_UPDATE: QT_TRANSLATE_NOOP(
        "Codes", "A newer Pult was looked for and could not be had; nothing was changed."
    ),
    NoticeCode.UPDATE_NOT_TRUSTED: QT_TRANSLATE_NOOP(
        "Codes",
        "What came as a newer Pult is not as its publisher signed it; it was not installed.",
    ),
    NoticeCode.CLOCK_WRONG: QT_TRANSLATE_NOOP(
        "Codes", "The clock of this PC differs from the vendors' by five minutes or more."
    ),
}


def problem_codes() -> list[tuple[str, str]]:
    """Return (code, meaning) of every problem, in the order of the codes."""
    codes = (code for code in NoticeCode if code.value.startswith("P-"))
    return [(code.value, code_text(code)) for code in codes]


def code_text(code: NoticeCode) -> str:
    """Return what a problem code means."""
    return translate("Codes", _TEXTS[code])
