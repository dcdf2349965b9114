"""What the scan doctor says of a scan: its bytes, how it came, and what it was taken for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.picture import PictureHint
from app.domain.scan import Intent
from app.domain.scan_trace import ScanTrace
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate

_MOST_BYTES: Final = 96
NOTHING: Final = "-"
"""Stands where there is nothing to say yet."""
_CONTROLS: Final = (
    *("NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "TAB", "LF", "VT", "FF", "CR"),
    *("SO", "SI", "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB"),
    *("ESC", "FS", "GS", "RS", "US"),
)
_ENDS: Final[Mapping[str, str]] = {
    "cr": QT_TRANSLATE_NOOP("ScanDoctor", "Enter (CR)"),
    "lf": QT_TRANSLATE_NOOP("ScanDoctor", "Line feed (LF)"),
    "crlf": QT_TRANSLATE_NOOP("ScanDoctor", "Enter and line feed (CR LF)"),
    "enter": QT_TRANSLATE_NOOP("ScanDoctor", "Enter"),
    "tab": QT_TRANSLATE_NOOP("ScanDoctor", "Tab"),
    "pause": QT_TRANSLATE_NOOP("ScanDoctor", "A pause: set the scanner to send Enter"),
}
_SYMBOLOGIES: Final[Mapping[str, str]] = {  # by the letter of the AIM identifier
    "A": "Code 39",
    "C": "Code 128",
    "E": "EAN / UPC",
    "F": "Codabar",
    "G": "Code 93",
    "H": "Code 11",
    "I": "ITF",
    "J": "DotCode",
    "L": "PDF417",
    "M": "MSI",
    "Q": "QR Code",
    "R": "2 of 5",
    "S": "2 of 5",
    "d": "Data Matrix",
    "e": "GS1 DataBar",
    "h": "Han Xin",
    "z": "Aztec",
}
_MEANINGS: Final[Mapping[Intent, tuple[str, str]]] = {
    Intent.SLIP: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Slip of an order"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It begins with PULT- and its check letter is right."),
    ),
    Intent.TEST: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Test code"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It changes nothing."),
    ),
    Intent.MISREAD_SLIP: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Slip, read wrongly"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It begins with PULT-, but letters are wrong or missing."),
    ),
    Intent.COUPON: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Coupon"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Figures, $$$$$ and letters."),
    ),
    Intent.WEB_LINK: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Web link"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It begins with http or www."),
    ),
    Intent.PRE_ORDER: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Pre-order number"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It fits the number pattern of the settings."),
    ),
    Intent.PRODUCT: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Product barcode"),
        QT_TRANSLATE_NOOP("ScanDoctor", "8, 12 or 13 figures, and the check digit is right."),
    ),
    Intent.ONE_TIME_KEY: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Perhaps a one-time key"),
        QT_TRANSLATE_NOOP("ScanDoctor", "32 hexadecimal figures: asked before it leaves."),
    ),
    Intent.CARD: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Loyalty card"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It fits the card pattern of the settings."),
    ),
    Intent.UNKNOWN: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Unknown"),
        QT_TRANSLATE_NOOP("ScanDoctor", "It fits nothing that Pult knows."),
    ),
}
_DROPPED: Final[Mapping[str, str]] = {
    "too long": QT_TRANSLATE_NOOP("ScanDoctor", "Thrown away: longer than any code"),
    "not text": QT_TRANSLATE_NOOP("ScanDoctor", "Thrown away: these bytes are no text"),
}
_HINTS: Final[Mapping[PictureHint, tuple[str, str]]] = {
    PictureHint.FINE: (
        QT_TRANSLATE_NOOP("ScanDoctor", "The picture is good"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Hold a code before the camera."),
    ),
    PictureHint.DARK: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Too dark"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Switch on a light, or turn the camera to the light."),
    ),
    PictureHint.BRIGHT: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Too bright"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Turn the camera away from the lamp or the window."),
    ),
    PictureHint.BLURRED: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Blurred"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Wipe the lens, hold the code still and a little farther."),
    ),
    PictureHint.TOO_NEAR: (
        QT_TRANSLATE_NOOP("ScanDoctor", "Too near"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Hold the code farther away until all of it is seen."),
    ),
    PictureHint.FROZEN: (
        QT_TRANSLATE_NOOP("ScanDoctor", "The picture stands still"),
        QT_TRANSLATE_NOOP("ScanDoctor", "Unplug the camera and plug it in again."),
    ),
}
_NONE: Final = QT_TRANSLATE_NOOP("ScanDoctor", "Not told by this scanner")


def hex_text(raw: bytes) -> str:
    """Return bytes as pairs of hexadecimal figures; of very many the first."""
    shown = raw[:_MOST_BYTES].hex(" ").upper()
    return f"{shown} …" if len(raw) > _MOST_BYTES else shown


def readable_text(raw: bytes) -> str:
    """Return bytes as letters; control bytes by name, and "·" for what is no letter."""
    letters = raw[:_MOST_BYTES].decode("utf-8", "replace")
    return "".join(_letter(letter) for letter in letters) + ("…" if len(raw) > _MOST_BYTES else "")


def _letter(letter: str) -> str:
    if ord(letter) < len(_CONTROLS):
        return f"<{_CONTROLS[ord(letter)]}>"
    return letter if letter.isprintable() and letter != "\ufffd" else "·"


def ended_words(trace: ScanTrace) -> str:
    """Return what ended the code."""
    known = _ENDS.get(trace.ended_by)
    return translate("ScanDoctor", known or _NONE)


def time_words(trace: ScanTrace) -> str:
    """Return how long the code took from its first to its last byte."""
    if trace.milliseconds is None:
        return translate("ScanDoctor", _NONE)
    words = translate("ScanDoctor", "{time} ms for %n bytes", n=len(trace.raw))
    return words.format(time=f"{trace.milliseconds:.0f}")


def kind_words(trace: ScanTrace) -> str:
    """Return which kind of code it is, as the scanner's prefix or a camera says."""
    named = _SYMBOLOGIES.get(trace.aim[1:2], "")
    if trace.aim:
        words = translate("ScanDoctor", "{name}, prefix {aim} taken off")
        return words.format(name=named or translate("ScanDoctor", "Code"), aim=trace.aim)
    return trace.symbology or translate("ScanDoctor", _NONE)


def meaning_words(intent: Intent) -> tuple[str, str]:
    """Return what a code was taken for, and why."""
    head, why = _MEANINGS[intent]
    return translate("ScanDoctor", head), translate("ScanDoctor", why)


def others_words(others: tuple[Intent, ...]) -> str:
    """Return what else it could have been, "" for nothing."""
    if not others:
        return ""
    names = ", ".join(meaning_words(intent)[0] for intent in others)
    return translate("ScanDoctor", "Could also be: {names}").format(names=names)


def dropped_words(reason: str) -> str:
    """Return why nothing was read."""
    known = _DROPPED.get(reason)
    return translate("ScanDoctor", known) if known else reason


def hint_words(hint: PictureHint) -> tuple[str, str]:
    """Return what is wrong with a camera's picture, and what to do."""
    head, todo = _HINTS[hint]
    return translate("ScanDoctor", head), translate("ScanDoctor", todo)


def level_words(level: float) -> str:
    """Return a level between 0 and 1 in a word."""
    if level < 0.25:
        return translate("ScanDoctor", "low")
    return translate("ScanDoctor", "fair") if level < 0.5 else translate("ScanDoctor", "good")
