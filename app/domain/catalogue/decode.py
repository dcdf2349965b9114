"""From the bytes of a file to its text: which letters they stand for is found out and told."""

from __future__ import annotations

import codecs
from typing import Final

from app.domain.catalogue.faults import CellFault, Fault

MOST_BYTES: Final = 8_000_000
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Letters a menu in English, Hungarian, German or Spanish hardly has. Where bytes read as these in
# one page, the other was meant: õ and û are ő and ű in 1250; ń, č and ż are ñ, è and ¿ in 1252.
_DOUBTFUL: Final = {
    "cp1250": frozenset("ńčżęŕěďřůšťźĺľćđňŃČŻĘŔĚĎŘŮŠŤŹĹĽĆĐŇşţŞŢąłĄŁăĂˇ˘"),
    "cp1252": frozenset("õûÕÛ¹³¿"),
}
_TITLES: Final = {"cp1250": "Windows-1250", "cp1252": "Windows-1252"}
_STRANGE: Final = frozenset(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))


def decoded(raw: bytes) -> tuple[str, str]:
    """Return the text and the name of the encoding it was taken to be in.

    UTF-8 where the bytes are that, else Windows-1250 or 1252, whichever gives fewer letters that
    the languages of the till do not have. Raises CellFault when it is no text.
    """
    if not raw.strip():
        raise CellFault(Fault.EMPTY_FILE)
    if len(raw) > MOST_BYTES:
        raise CellFault(Fault.TOO_LARGE, str(MOST_BYTES // 1_000_000))
    if raw.startswith(_WORKBOOKS):
        raise CellFault(Fault.WORKBOOK)
    text, title = _read(raw)
    if not _STRANGE.isdisjoint(text):
        raise CellFault(Fault.NOT_TEXT)
    if not text.strip():
        raise CellFault(Fault.EMPTY_FILE)
    return text, title


def _read(raw: bytes) -> tuple[str, str]:
    for encoding, title in (("utf-16", "UTF-16"),) if raw.startswith(_UTF_16) else ():
        return _as(raw, encoding) or "\0", title
    text = _as(raw, "utf-8-sig")
    if text is not None:
        return text, "UTF-8"
    read = {page: text for page in _TITLES if (text := _as(raw, page)) is not None}
    if not read:
        raise CellFault(Fault.NOT_TEXT)
    doubts = {page: sum(letter in _DOUBTFUL[page] for letter in read[page]) for page in read}
    fewest = min(doubts.values())
    likely = [page for page in read if doubts[page] == fewest]
    # Both may fit as well; a file with Hungarian names is more likely in the page that has them.
    if len(likely) > 1 and "name_hu" not in read[likely[0]]:
        likely.reverse()
    return read[likely[0]], _TITLES[likely[0]]


def _as(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
