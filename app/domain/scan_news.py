"""What the core tells the screen of scans, and of what vendors are asked about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.product import Product
from app.domain.scan import Intent, Scan
from app.domain.snapshot import OrderSnapshot


class ScanVerdict(StrEnum):
    """What a scan led to; the screen words it."""

    HANDED_OVER = "handed_over"
    PAY_FIRST = "pay_first"
    NOT_READY = "not_ready"
    TOO_FRESH = "too_fresh"  # Ready for under ten seconds: opened, not handed over
    ALREADY_OUT = "already_out"
    OPENED = "opened"
    NOT_OURS = "not_ours"  # a slip's code that no order here has
    MISREAD = "misread"
    PRODUCT = "product"  # of the catalogue; what follows is up to the screen
    NO_SUCH_PRODUCT = "no_such_product"
    UNKNOWN = "unknown"
    KEPT_FOR_LATER = "kept_for_later"  # a payment is in progress
    ASKING = "asking"  # a vendor is asked what it stands for
    ASK_FIRST = "ask_first"  # it may be a secret of another system, and has not left
    FOUND = "found"  # the vendor knows it, and its order is open
    NOT_FOUND = "not_found"  # the vendor was asked and gave no order; `problem` says why
    COUPON = "coupon"
    TEST = "test"  # a test code was read right
    CARD_TIED = "card_tied"
    CARD_SAME = "card_same"
    CARD_WAITS = "card_waits"  # no order is open
    CARD_TOO_LATE = "card_too_late"  # the points of this sale went to another card
    CARD_FOR_NOTHING = "card_for_nothing"  # the order earns no points
    WORKS_NOW = "works_now"  # a badge: its owner works at this till; data: name
    BADGE_KEPT = "badge_kept"  # it is that person's badge from now on; data: name
    BADGE_TAKEN = "badge_taken"  # it is another one's badge already; data: name


@dataclass(frozen=True, slots=True)
class ScanAnswered:
    """The answer to one scan, shown large at once, with the order or the product it is about.

    `others` are further meanings that can be chosen; `vendor` is the title of the one asked;
    `problem` and `data` are those of LookUpAnswered. The text of a loyalty card is left out.
    """

    verdict: ScanVerdict
    intent: Intent
    text: str = ""
    order: OrderSnapshot | None = None
    product: Product | None = None
    others: tuple[Intent, ...] = ()
    vendor: str = ""
    problem: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LookUpWanted:
    """A vendor is to be asked what a scan stands for; for its lane, not for the screen."""

    vendor: str
    scan: Scan


@dataclass(frozen=True, slots=True)
class CardWaits:
    """A loyalty card waits for an order until then; `until` None: none does any more.

    `card` is the end of its id. With an `order_id` staff are asked whether that order is meant.
    """

    until: datetime | None = None
    card: str = ""
    order_id: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class LookUpAnswered:
    """The answer to a question staff asked; `found` is the order's id here, empty when none.

    `data` holds why (a Refusal) and reason (the vendor's sentence) of a refusal.
    """

    vendor: str
    asked: str
    found: str = ""
    problem: str = ""  # a NoticeCode value, empty when all went well
    data: Mapping[str, str] = field(default_factory=dict)


ScanNews = ScanAnswered | LookUpWanted | LookUpAnswered | CardWaits
