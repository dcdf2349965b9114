"""What Settings says of printers: how they are connected, which letters they have, their sheets."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.domain.device_news import PrinterFound, SheetPrinted
from app.domain.printing import PrinterWord, PrintResult
from app.domain.sheet import PLAIN_LETTERS, ProvenPage, SheetKind
from app.ui.screen_settings import DeviceView
from app.ui.wording.marked import QT_TRANSLATE_NOOP, translate
from app.ui.wording.order import cause_text

_KINDS: Final[Mapping[str, str]] = {
    "network": QT_TRANSLATE_NOOP("Printers", "Network"),
    "serial": QT_TRANSLATE_NOOP("Printers", "Serial port"),
    "usb": QT_TRANSLATE_NOOP("Printers", "USB"),
    "device": QT_TRANSLATE_NOOP("Printers", "Device file"),
    "spooler": QT_TRANSLATE_NOOP("Printers", "System queue"),
    "epos": QT_TRANSLATE_NOOP("Printers", "Network, ePOS"),
    "virtual": QT_TRANSLATE_NOOP("Printers", "Simulated, on this screen"),
}
_ANYWHERE: Final = QT_TRANSLATE_NOOP("Printers", "Looking for printers…")
_PLACES: Final[Mapping[str, str]] = {
    "usb": QT_TRANSLATE_NOOP("Printers", "Looking through USB…"),
    "files": QT_TRANSLATE_NOOP("Printers", "Looking through this PC's printer ports…"),
    "queues": QT_TRANSLATE_NOOP("Printers", "Looking through this PC's print queues…"),
    "network": QT_TRANSLATE_NOOP(
        "Printers", "Looking through the network; this takes a few seconds…"
    ),
}
_ALPHABETS: Final[Mapping[str, str]] = {
    QT_TRANSLATE_NOOP("Printers", "Hungarian"): "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
    QT_TRANSLATE_NOOP("Printers", "Spanish"): "áéíóúüñÁÉÍÓÚÜÑ¿¡",
    QT_TRANSLATE_NOOP("Printers", "German"): "äöüßÄÖÜ",
    QT_TRANSLATE_NOOP("Printers", "€"): "€",
}


def kind_text(kind: str) -> str:
    """Return how a printer of this kind is connected."""
    known = _KINDS.get(kind)
    return translate("Printers", known) if known else kind


def place_text(printer: DeviceView) -> str:
    """Return where a printer is."""
    return printer.address or translate("Printers", "not set")


def width_text(letters: int) -> str:
    """Return how many letters a line takes."""
    return translate("Printers", "%n letters", n=letters)


def waiting_text(count: int) -> str:
    """Return how many slips wait for a printer."""
    return translate("Printers", "%n slips wait", n=count)


def letters_text(pages: Sequence[ProvenPage]) -> tuple[str, str]:
    """Return which letters a printer is known to have, and a note on that."""
    if not pages:
        said = translate("Printers", "As its model says")
        return said, translate("Printers", "Not proven: print the proof sheet once.")
    if tuple(pages) == (PLAIN_LETTERS,):
        said = translate("Printers", "A to Z only")
        return said, translate("Printers", "Lines with other letters are printed as pictures.")
    names = [translate("Printers", name) for name in _proven(pages)]
    said = translate("Printers", "{letters} proven").format(letters=", ".join(names))
    if not names:
        said = translate("Printers", "Proven in part")
    return said, translate("Printers", "Lines with other letters are printed as pictures.")


def _proven(pages: Iterable[ProvenPage]) -> list[str]:
    held = [each.page for each in pages if each != PLAIN_LETTERS]
    return [
        name for name, letters in _ALPHABETS.items() if any(_holds(page, letters) for page in held)
    ]


def _holds(page: str, letters: str) -> bool:
    try:
        codecs.encode(letters, page)
    except (LookupError, UnicodeError):
        return False
    return True


def sheet_text(news: SheetPrinted) -> str:
    """Return what became of a sheet, and what to do with it."""
    word = news.outcome.status.word
    if news.outcome.result is PrintResult.NOT_STARTED:
        said = translate("Printers", "Nothing was printed: “{printer}” {cause}.")
        return said.format(printer=news.printer, cause=_cause(word))
    if news.outcome.result is PrintResult.UNSURE:
        said = translate("Printers", "“{printer}” stopped answering. Look whether it came out.")
        return said.format(printer=news.printer)
    if news.outcome.result is PrintResult.SENT:
        return translate("Printers", "It was sent. This printer cannot say more: look at it.")
    if news.kind is SheetKind.RULER:
        return translate("Printers", "Choose the largest number that ends its own line.")
    return translate("Printers", "It is out. Look at it.")


def _cause(word: PrinterWord) -> str:
    if word.can_print or word is PrinterWord.UNKNOWN:
        return translate("Printers", "does not print")
    return cause_text(word)


def place_words(place: str) -> str:
    """Return what a search for printers says while it looks through a place."""
    return translate("Printers", _PLACES.get(place, _ANYWHERE))


def found_title(found: PrinterFound) -> str:
    """Return what a found printer is called."""
    kind = kind_text(str(found.fields.get("kind", "")))
    return translate("Printers", "{kind} · {title}").format(kind=kind, title=found.title)


def found_note(found: PrinterFound) -> str:
    """Return what is known of a found printer beside its place."""
    if found.known:
        said = translate("Printers", "Already set up here: “{name}”")
        return said.format(name=found.known)
    return ""


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return `wanted`, or with the first number that no other printer has: "counter 2"."""
    names = {name.casefold() for name in taken}
    if wanted.casefold() not in names:
        return wanted
    number = 2
    while f"{wanted} {number}".casefold() in names:
        number += 1
    return f"{wanted} {number}"
