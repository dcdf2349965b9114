"""The order-number slip as data: what it says, in which order, before any printer is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of the slip's body is."""

    ITEM = "item"  # bold: "2x Draught lager 0.5 l  TAKE-AWAY" and its amount
    DETAIL = "detail"  # indented: modifier, discount, note of the line above
    EXTRA = "extra"  # tip, delivery fee, adjustment
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One line of the body; `amount` is ready to print and stays at the right edge."""

    kind: LineKind
    text: str
    amount: str = ""
    quantity: int = 0  # 0: no quantity is printed
    takeaway: str = ""  # the word for take-away in the slip's language, or nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip, every text final and in the slip's language; printers add nothing but layout.

    `bar` is printed first in white on black (reprint, not confirmed); `number_of` is the vendor,
    large below the number, where another order on the board has the same number; `to_pay` is the
    label and the amount of what is to be collected here, `code` the content of the QR, `code_text`
    what stands below it, `footer` says that the slip is not a receipt. `logo` is the path of a
    picture, `top` and `bottom` are lines of the shop's own.
    """

    number: str
    shop: str
    vendor: str
    moment: str
    footer: str
    code: str
    code_text: str
    bar: str = ""
    number_of: str = ""
    headline: str = ""  # desk, customer or the time it is wanted, 2x2
    vendor_number: str = ""  # the vendor's own number where `number` is ours
    who: str = ""
    lines: tuple[SlipLine, ...] = ()
    facts: tuple[str, ...] = ()  # payment and invoice remarks, one a line
    to_pay: tuple[str, str] | None = None
    comment: str = ""
    language: str = "en"
    logo: str = ""
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
