"""What the core tells the screen: the closed list of messages that cross the relay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.absence import Absence
from app.domain.book_news import BookNews
from app.domain.catalogue_news import CatalogueNews
from app.domain.device_news import DeviceNews
from app.domain.events import Event
from app.domain.history import HistoryFound, HistorySearch
from app.domain.lamp import Lamp
from app.domain.notice import Notice
from app.domain.open_questions import NotInRegister, Quarantined, SlipQuestion, WaitingSlip
from app.domain.pause import Pause
from app.domain.problem import Problem
from app.domain.scan_news import ScanNews
from app.domain.settings_news import SettingsNews
from app.domain.snapshot import OrderSnapshot
from app.domain.sold_out import SoldOut
from app.domain.staff_news import StaffNews
from app.domain.update import UpdateChanged


@dataclass(frozen=True, slots=True)
class OrdersChanged:
    """These orders look different now; each replaces what the screen has under its id."""

    orders: tuple[OrderSnapshot, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something to say in the message strip."""

    notice: Notice
    at: datetime


@dataclass(frozen=True, slots=True)
class LampChanged:
    """One lamp stands differently now."""

    lamp: Lamp


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


News = (
    OrdersChanged
    | Noticed
    | LampChanged
    | SlipQuestionsChanged
    | WaitingSlipsChanged
    | PrinterWanted
    | DrawerWanted
    | BuzzerWanted
    | QuarantineChanged
    | NotInRegisterChanged
    | PausesChanged
    | SoldOutChanged
    | DueWanted
    | DueChecked
    | NumberMade
    | AbsenceChanged
    | ClockChanged
    | ProblemsChanged
    | HistoryRead
    | OrderShown
    | CommandRefused
    | StoreFailed
    | StoreWorks
    | CallbacksCome
    | ScanNews
    | CatalogueNews
    | DeviceNews
    | BookNews
    | StaffNews
    | SettingsNews
    | UpdateChanged
)
