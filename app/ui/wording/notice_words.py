"""What the strip says about vendors, devices and Pult itself."""

from __future__ import annotations

from app.domain.notice import Notice
from app.domain.printing import PrinterWord
from app.ui.wording.marked import translate
from app.ui.wording.order import cause_text
from app.usecases.desk import Shop

Said = tuple[str, str]
"""The bold first part and the rest."""


# --- vendors --------------------------------------------------------------------------------------


def gone(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the vendor does not answer."""
    head = translate("Notices", "{vendor} does not answer.").format(vendor=vendor)
    return head, translate("Notices", "Orders here are safe. What you do is sent when it answers.")


def login(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the key is not accepted."""
    head = translate("Notices", "{vendor} does not accept the key.").format(vendor=vendor)
    rest = translate("Notices", "Orders are safe, but nothing reaches {vendor}. Open Settings.")
    return head, rest.format(vendor=vendor)


def odd(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: an answer nobody understands."""
    head = translate("Notices", "{vendor} answered in words Pult does not know.")
    rest = translate("Notices", "The answer is kept. Look at new orders in {vendor} too.")
    return head.format(vendor=vendor), rest.format(vendor=vendor)


def unknown(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: an order the vendor does not know itself."""
    head = translate("Notices", "{vendor} sent an order it does not know itself.")
    rest = translate("Notices", "It is kept aside. Ask {vendor} whether a customer waits.")
    return head.format(vendor=vendor), rest.format(vendor=vendor)


def callbacks(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: this till cannot be reached."""
    if not vendor:
        head = translate("Notices", "No vendor can reach this till.")
        rest = translate("Notices", "Orders here are safe. New ones may come late.")
        return head, rest
    head = translate("Notices", "{vendor} cannot reach this till.").format(vendor=vendor)
    rest = translate("Notices", "Orders here are safe. New ones may come late: look in {vendor}.")
    return head, rest.format(vendor=vendor)


def accepted(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the payment accepted its order."""
    head = translate("Notices", "{number}: payment accepted.").format(number=notice.number)
    return head, translate("Notices", "{vendor} is making the order.").format(vendor=vendor)


def not_checked(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: no payment was noted for want of a fresh amount."""
    head = translate("Notices", "{number}: no payment was noted.").format(number=notice.number)
    rest = translate("Notices", "{vendor} did not confirm the amount in time. Take payment again.")
    return head, rest.format(vendor=vendor)


def look_up(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: a vendor that was asked gave no order."""
    return translate("Notices", "{vendor} gave no order.").format(vendor=vendor), ""


# --- devices, and Pult itself ---------------------------------------------------------------------


def slip_waits(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: slips that wait for a printer."""
    printer = notice.data.get("printer", "")
    try:
        cause = cause_text(PrinterWord(notice.data.get("cause", "")))
    except ValueError:
        cause = cause_text(PrinterWord.NOT_ANSWERING)
    head = translate("Notices", "“{printer}” {cause}.").format(printer=printer, cause=cause)
    if notice.data.get("cause") == PrinterWord.COVER_OPEN.value:
        head = translate("Notices", "The cover of “{printer}” is open.").format(printer=printer)
    if notice.number:
        rest = translate("Notices", "Slip {number} waits and comes by itself. Orders go on.")
        return head, rest.format(number=notice.number)
    return head, translate("Notices", "Slips wait and come by themselves. Orders go on.")


def printed(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a slip that came out."""
    head = translate("Notices", "Slip {number} is printed.").format(number=notice.number)
    return head, ""


def slip_unsure(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a slip nobody saw."""
    head = translate("Notices", "Did slip {number} come out?").format(number=notice.number)
    rest = translate("Notices", "“{printer}” stopped answering at the end. Look at it.")
    return head, rest.format(printer=notice.data.get("printer", ""))


def letters_lost(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a slip on which letters are missing."""
    count = notice.data.get("count", "")
    head = (
        translate("Notices", "{number}: a letter could not be printed by “{printer}”.")
        if count == "1"
        else translate("Notices", "{number}: {count} letters could not be printed by “{printer}”.")
    )
    words = {"number": notice.number, "count": count, "printer": notice.data.get("printer", "")}
    rest = translate("Notices", "The slip has “?” for them. Read the order here.")
    return head.format_map(words), rest


def no_printer(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a shop where nothing prints."""
    head = translate("Notices", "No slip for {number}: nothing prints slips.")
    rest = translate("Notices", "The order goes on. Open Settings, Printers.")
    return head.format(number=notice.number), rest


def scanner(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a scanner that reads nothing."""
    head = translate("Notices", "“{device}” reads nothing.")
    rest = translate("Notices", "Open orders by a tap. Look at its cable; it is found by itself.")
    return head.format(device=notice.data.get("device", "")), rest


def dropped(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a scan that was no code."""
    head = translate("Notices", "“{device}” read something that is no code.")
    rest = translate("Notices", "Nothing was changed. Scan it again.")
    return head.format(device=notice.data.get("device", "")), rest


def store(_notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: nothing can be saved."""
    head = translate("Notices", "Pult cannot save.")
    return head, translate("Notices", "Orders on the board are safe, new ones are turned away.")


def ours(_notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a fault of ours."""
    head = translate("Notices", "Something in Pult went wrong.")
    return head, translate("Notices", "Orders are kept and Pult goes on. Look at the order again.")
