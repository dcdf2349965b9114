"""What the strip says about slips, their printers and the cash drawer."""

from __future__ import annotations

from typing import Final

from app.domain.notice import Notice, Tone
from app.domain.printing import JobKind, PrinterWord, PrintResult
from app.ui.wording.marked import translate
from app.ui.wording.notice_words import Said
from app.ui.wording.order import cause_text
from app.usecases.desk import Shop

_STAND_STILL: Final = frozenset(word.value for word in PrinterWord if word.stands_still)


def slip_waits(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: slips that wait for a printer."""
    printer = notice.data.get("printer", "")
    head = f"{_why(notice, printer)}."
    if notice.data.get("cause") == PrinterWord.COVER_OPEN.value:
        head = translate("Notices", "The cover of “{printer}” is open.").format(printer=printer)
    if notice.number:
        rest = translate("Notices", "Slip {number} waits and comes by itself. Orders go on.")
        if _is_station(notice):
            rest = translate(
                "Notices", "The station slip of {number} waits and comes by itself. Orders go on."
            )
        return head, rest.format(number=notice.number)
    return head, translate("Notices", "Slips wait and come by themselves. Orders go on.")


def slip_unsure(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a slip nobody saw."""
    head = translate("Notices", "Did slip {number} come out?")
    if _is_station(notice):
        head = translate("Notices", "Did the station slip of {number} come out?")
    rest = translate("Notices", "“{printer}” stopped answering at the end. Look at it.")
    printer = notice.data.get("printer", "")
    if notice.data.get("cause", "") in _STAND_STILL:
        rest = translate("Notices", "{why}. Put right, it may still print it by itself.")
    return head.format(number=notice.number), rest.format(
        printer=printer, why=_why(notice, printer)
    )


def moved(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: slips that another printer prints; a fallback says why."""
    printer, before = notice.data.get("printer", ""), notice.data.get("from_printer", "")
    count = int(notice.data.get("count", "1"))
    head = translate("Notices", "Slip {number} goes to “{printer}”")
    if not notice.number:
        head = translate("Notices", "%n slips go to “{printer}”", n=count)
    head = head.format(number=notice.number, printer=printer)
    if notice.tone is Tone.OK:
        rest = translate("Notices", "Printed there and nowhere else.")
        return f"{head}.", rest
    rest = translate("Notices", "Orders go on.")
    return f"{head}: {_why(notice, before)}.", rest


def drawer_shut(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: the cash drawer stayed shut."""
    why = _why(notice, notice.data.get("printer", ""))
    head = translate("Notices", "The drawer did not open: {why}.").format(why=why)
    return head, translate("Notices", "The payment is noted. Open the drawer with the key.")


def badge_printed(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: what came of a badge that was to be printed."""
    name, result = notice.data.get("name", ""), notice.data.get("result", "")
    if result == PrintResult.PRINTED.value:
        head = translate("Notices", "The badge of {name} is printed.").format(name=name)
        return head, translate("Notices", "It counts from now on, a former one no more.")
    if result == PrintResult.SENT.value:
        head = translate("Notices", "The badge of {name} was sent to the printer.")
        rest = translate("Notices", "Scan it once. If it did not come out, print it again.")
        return head.format(name=name), rest
    if result == PrintResult.UNSURE.value:
        head = translate("Notices", "Did the badge of {name} come out?").format(name=name)
        return head, translate("Notices", "It does not count. Throw it away and print it again.")
    why = _why(notice, notice.data.get("printer", ""))
    head = translate("Notices", "No badge for {name}: {why}.").format(name=name, why=why)
    return head, translate("Notices", "See to the printer, then print it again.")


def no_printer(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a shop where nothing prints."""
    head = translate("Notices", "No slip for {number}: nothing prints slips.")
    rest = translate("Notices", "The order goes on. Open Settings, Printers.")
    return head.format(number=notice.number), rest


def _is_station(notice: Notice) -> bool:
    return notice.data.get("kind") == JobKind.STATION.value


def _why(notice: Notice, printer: str) -> str:
    try:
        cause = cause_text(PrinterWord(notice.data.get("cause", "")))
    except ValueError:
        cause = cause_text(PrinterWord.NOT_ANSWERING)
    return translate("Notices", "“{printer}” {cause}").format(printer=printer, cause=cause)


def letters_lost(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a slip on which letters are missing."""
    head = translate(
        "Notices",
        "{number}: %n letters could not be printed by “{printer}”.",
        n=int(notice.data.get("count", "1")),
    )
    words = {"number": notice.number, "printer": notice.data.get("printer", "")}
    rest = translate("Notices", "The slip has “?” for them. Read the order here.")
    return head.format_map(words), rest
