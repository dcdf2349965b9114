"""What the strip says about vendors, devices and Pult itself."""

from __future__ import annotations

from app.domain.notice import Notice
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeWord
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

Said = tuple[str, str]
"""The bold first part and the rest."""


# --- vendors --------------------------------------------------------------------------------------


def gone(_notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the vendor does not answer."""
    head = translate("Notices", "{vendor} does not answer.").format(vendor=vendor)
    return head, translate("Notices", "Orders here are safe. What you do is sent when it answers.")


def login(notice: Notice, vendor: str, _shop: Shop) -> Said:
    """Word it: the key is not accepted, or it or an id is another shop's."""
    head = translate("Notices", "{vendor} does not accept the key.")
    if notice.data.get("word") == ProbeWord.NOT_LET_IN.value:
        head = translate("Notices", "{vendor} does not let this shop in.")
    elif notice.data.get("word") == ProbeWord.KEY_UNREAD.value:
        head = translate("Notices", "The key of {vendor} cannot be read.")
    rest = translate("Notices", "Orders are safe, but nothing reaches {vendor}. Open Settings.")
    return head.format(vendor=vendor), rest.format(vendor=vendor)


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


def printed(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a slip that came out."""
    head = translate("Notices", "Slip {number} is printed.").format(number=notice.number)
    return head, ""


def scanner(notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: a scanner that reads nothing."""
    device = notice.data.get("device", "")
    if notice.data.get("word") == ScannerWord.OTHER_DEVICE.value:
        head = translate("Notices", "Another device is in place of “{device}”.").format(
            device=device
        )
        rest = translate("Notices", "It reads nothing. Open Settings, Scanners, its scan doctor.")
        return head, rest
    head = translate("Notices", "“{device}” reads nothing.")
    rest = translate("Notices", "Open orders by a tap. Look at its cable; it is found by itself.")
    return head.format(device=device), rest


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


def restarted(_notice: Notice, _vendor: str, _shop: Shop) -> Said:
    """Word it: Pult ended by itself and was started again."""
    head = translate("Notices", "Pult stopped by itself and was started again.")
    rest = translate(
        "Notices", "All orders are kept. Look at what is not confirmed and at the last slip."
    )
    return head, rest
