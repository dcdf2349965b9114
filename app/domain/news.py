"""What the core tells the screen: the closed list of messages that cross the relay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.absence import Absence
from app.domain.book_news import BookNews
from app.domain.catalogue.compare import Comparison
from app.domain.catalogue.entries import CatalogueEntry
from app.domain.catalogue.read import CatalogueFile
from app.domain.device_news import DeviceNews
from app.domain.events import Event
from app.domain.history import HistoryFound, HistorySearch
from app.domain.lamp import Lamp
from app.domain.notice import Notice
from app.domain.open_questions import NotInRegister, Quarantined, SlipQuestion, WaitingSlip
from app.domain.pause import Pause
from app.domain.problem import Problem
from app.domain.product import CatalogueStep, PreviousCatalogue, Product
from app.domain.scan import Intent, Scan
from app.domain.settings_news import SettingsNews
from app.domain.snapshot import OrderSnapshot
from app.domain.sold_out import SoldOut
from app.domain.staff_news import StaffNews
from app.domain.update import UpdateChanged


@dataclass(frozen=True, slots=True)
class OrdersChanged:
    """These orders look different now; each replaces what the screen has under its id."""

    orders: tuple[OrderSnapshot, ...]
    first_seen: frozenset[str] = frozenset()  # ids of new orders that ring


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something to say in the message strip."""

    notice: Notice
    at: datetime


@dataclass(frozen=True, slots=True)
class LampChanged:
    """One lamp stands differently now."""

    lamp: Lamp


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
class DueWanted:
    """What is to be paid for an order must be read again; for its vendor's lane."""

    order_id: str
    vendor: str
    vendor_order_id: str


@dataclass(frozen=True, slots=True)
class DueChecked:
    """Whether the amount of an order whose payment is open still holds.

    `problem` and `data` are those of LookUpAnswered: then no money may be taken.
    """

    order_id: str
    problem: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


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
class SlipQuestionsChanged:
    """The whole list of slips to be asked about, oldest first."""

    questions: tuple[SlipQuestion, ...]


@dataclass(frozen=True, slots=True)
class WaitingSlipsChanged:
    """The whole list of slips that wait for their printer or for a person, oldest first."""

    slips: tuple[WaitingSlip, ...]


@dataclass(frozen=True, slots=True)
class PrinterWanted:
    """For the lanes of printers: ask this printer now, a person does not want to wait."""

    printer: str


@dataclass(frozen=True, slots=True)
class DrawerWanted:
    """For the lanes of printers: give the cash drawer of this printer its pulse, once."""

    printer: str


@dataclass(frozen=True, slots=True)
class BuzzerWanted:
    """For the lanes of printers: sound the buzzer of this printer, once."""

    printer: str


@dataclass(frozen=True, slots=True)
class QuarantineChanged:
    """The whole list of ids in quarantine, oldest first."""

    entries: tuple[Quarantined, ...]


@dataclass(frozen=True, slots=True)
class NotInRegisterChanged:
    """The whole list of orders that are not in a register, oldest first."""

    entries: tuple[NotInRegister, ...]


@dataclass(frozen=True, slots=True)
class PausesChanged:
    """All vendors that are paused, by name."""

    pauses: tuple[Pause, ...]


@dataclass(frozen=True, slots=True)
class SoldOutChanged:
    """Everything that is sold out today, by name."""

    items: tuple[SoldOut, ...]


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


@dataclass(frozen=True, slots=True)
class NumberMade:
    """The order number a person had a vendor make; `problem` and `data` as in LookUpAnswered."""

    vendor: str
    number: str = ""
    problem: str = ""
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CommandRefused:
    """A command did nothing; `command` is its class name, so that a pressed button wakes up."""

    command: str
    order_id: str


@dataclass(frozen=True, slots=True)
class StoreFailed:
    """Nothing can be saved (`corrupt` False: try again) or the file is damaged (full stop)."""

    corrupt: bool
    detail: str


@dataclass(frozen=True, slots=True)
class StoreWorks:
    """Saving works again."""


@dataclass(frozen=True, slots=True)
class CallbacksCome:
    """This till listens for the vendors' calls, perhaps again."""


@dataclass(frozen=True, slots=True)
class AbsenceChanged:
    """The till was away, and nobody has looked at what that means yet; None: somebody has."""

    absence: Absence | None


@dataclass(frozen=True, slots=True)
class ClockChanged:
    """This computer's clock is so far ahead of the vendors' (less than nothing: behind), to the
    minute; None: it is right."""

    ahead: timedelta | None


@dataclass(frozen=True, slots=True)
class ProblemsChanged:
    """The last problems of this till, the newest first."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class HistoryRead:
    """The answer to a search of History."""

    search: HistorySearch
    found: HistoryFound


@dataclass(frozen=True, slots=True)
class OrderShown:
    """One order with what happened to it, oldest first; it need not be on the board.

    `names` are those of the staff its events name, by id; who was erased is not in it.
    """

    order: OrderSnapshot
    events: tuple[Event, ...]
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CatalogueChanged:
    """The catalogue is another one now; `product_id` where a single product was meant."""

    step: CatalogueStep
    added: int = 0
    changed: int = 0
    removed: int = 0
    product_id: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueRead:
    """The whole catalogue by name, and the one that can be brought back, if any."""

    entries: tuple[CatalogueEntry, ...]
    previous: PreviousCatalogue | None = None


@dataclass(frozen=True, slots=True)
class CatalogueFileRead:
    """What a file holds and what taking it in would change; nothing has been changed."""

    path: str
    file: CatalogueFile
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class CatalogueWritten:
    """The catalogue was written to a file, or was not: `problem` is the system's own reason."""

    path: str
    count: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FolderRead:
    """The folders and catalogue files of a folder, by name; `problem` as for CatalogueWritten."""

    path: str
    folders: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    problem: str = ""


News = (
    OrdersChanged
    | Noticed
    | LampChanged
    | ScanAnswered
    | SlipQuestionsChanged
    | WaitingSlipsChanged
    | PrinterWanted
    | DrawerWanted
    | BuzzerWanted
    | QuarantineChanged
    | NotInRegisterChanged
    | PausesChanged
    | SoldOutChanged
    | LookUpAnswered
    | LookUpWanted
    | DueWanted
    | DueChecked
    | NumberMade
    | CardWaits
    | AbsenceChanged
    | ClockChanged
    | ProblemsChanged
    | HistoryRead
    | OrderShown
    | CatalogueChanged
    | CatalogueRead
    | CatalogueFileRead
    | CatalogueWritten
    | FolderRead
    | CommandRefused
    | StoreFailed
    | StoreWorks
    | CallbacksCome
    | DeviceNews
    | BookNews
    | StaffNews
    | SettingsNews
    | UpdateChanged
)
