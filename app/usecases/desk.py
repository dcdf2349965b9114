"""What every use case is given: the store, the time, and what is configured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.absence import Absence
from app.domain.accept_rules import AcceptLimits
from app.domain.business_day import business_day, day_bounds
from app.domain.capabilities import Capabilities, Telling
from app.domain.matter import Matter
from app.domain.open_questions import NotInRegister, WaitingSlip
from app.domain.order import Order
from app.domain.practice import PRACTICE, PRACTICE_CAPABILITIES, practice_words
from app.domain.printing import PrinterWord
from app.domain.push import Push
from app.domain.routes import Routes
from app.domain.scan import Intent, ScanPatterns
from app.domain.slip_template import SlipTemplate
from app.domain.staff import GuardedAct
from app.domain.states import Move
from app.domain.walkin import WALKIN, WALKIN_CAPABILITIES, walkin_title
from app.ports.clock import ClockPort
from app.ports.ids import IdsPort
from app.ports.store import StorePort
from app.ports.vendor import LoyaltyRules, RegisterRules


def _nothing_to_say(_push: Push, _matter: Matter) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class VendorFacts:
    """What use cases know of a vendor; `initial` is the letter on its tile.

    `compose` is `VendorPort.compose`; `register` and `loyalty` are what the vendor is to the
    orders of others, None when it is no register and no loyalty programme. `accepts` is what of its
    new orders is accepted without a tap, None for nothing.
    """

    name: str
    title: str
    initial: str
    capabilities: Capabilities
    compose: Callable[[Push, Matter], str] = _nothing_to_say
    register: RegisterRules | None = None
    loyalty: LoyaltyRules | None = None
    accepts: AcceptLimits | None = None

    def own_number(self, order: Order) -> str:
        """Return the vendor's own number of an order whose number is ours, else ""."""
        theirs = order.number_is_ours and not self.capabilities.keyed_in_here
        return order.vendor_order_id if theirs else ""


# What stands on the board must leave it some day; but nothing new is accepted behind its back.
_SWITCHED_OFF: Final = Capabilities(
    moves=dict.fromkeys(
        (
            Move.REJECT,
            Move.READY,
            Move.COLLECTED,
            Move.LEFT,
            Move.CANCEL_ORDER,
            Move.PAYMENT_RECEIVED,
        ),
        Telling.OURS_ALONE,
    ),
    can_be_re_read=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """How this shop and till work, from the settings; times in seconds and milliseconds."""

    till_id: str = "till-1"
    till_name: str = "Front counter"
    language: str = "en"
    slip_language: str = ""  # of what goes on paper; none: `language`
    timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Budapest"))
    currency: str = "HUF"
    undo_seconds: float = 5
    print_on: str = "confirmed"  # or "accepted"
    hold_off_ms: int = 1500
    number_prefix: str = ""
    new_minutes: float = 3  # so long a new order may wait before it is late
    lead_minutes: float = 20  # so long before its time an accepted order comes forward
    on_the_way_minutes: float = 120  # so long after it set out an order is collected; 0: by a tap
    walkin: bool = True  # whether staff may key in orders
    day_starts: str = "04:00"
    max_waiting: int = 1000
    tell_staff: bool = True  # whether vendors that take it are told who did what
    personal_days: int = 0  # so long customers' data is kept after an order's end; 0: for good
    guarded: frozenset[GuardedAct] = frozenset()  # what the PIN is asked for, once one is set

    def on_paper(self) -> Shop:
        """Return the shop as slips speak of it, in their own language."""
        return replace(self, language=self.slip_language or self.language)

    def business_day(self, moment: datetime) -> str:
        """Return the shop's day (YYYY-MM-DD) of a moment; it begins at `day_starts`."""
        return self.business_date(moment).isoformat()

    def business_date(self, moment: datetime) -> date:
        """Return the shop's day of a moment."""
        return business_day(moment, time.fromisoformat(self.day_starts), self.timezone)

    def day_bounds(self, day: date) -> tuple[datetime, datetime]:
        """Return when that day of the shop begins, and when the next one does."""
        return day_bounds(day, time.fromisoformat(self.day_starts), self.timezone)


@dataclass(frozen=True, slots=True)
class WaitingCard:
    """A loyalty card that was scanned while no order was open."""

    card: str
    until: datetime


@dataclass(frozen=True, slots=True)
class PrinterStanding:
    """A printer's word, and since when it has not been able to print; None while it can."""

    word: PrinterWord
    unwell_since: datetime | None = None


@dataclass(slots=True)
class Session:
    """What the till remembers only while it runs. Thread: core."""

    paying: str = ""  # the order whose payment dialog is open
    shown: str = ""  # the order that is open on the screen
    card_for: str = ""  # the order whose loyalty card is asked for
    card: WaitingCard | None = None
    scanned: dict[str, datetime] = field(default_factory=dict)
    """When each code was last seen by a scanner; codes of long ago are forgotten."""
    absences: dict[str, int] = field(default_factory=dict)
    """How many whole lists in a row an order was missing from, by its id here."""
    dues_read: dict[str, datetime] = field(default_factory=dict)
    """When the reading began that last said what is to be paid, by the order's id here."""
    not_in_register: tuple[NotInRegister, ...] = ()  # as the screen knows it
    template: SlipTemplate = field(default_factory=SlipTemplate)  # as the shop has it now
    waiting_slips: tuple[WaitingSlip, ...] = ()  # as the screen knows it
    absence: Absence | None = None  # as the screen knows it
    routes: Routes = field(default_factory=Routes)
    away_until: dict[str, datetime] = field(default_factory=dict)
    """When each vendor was last heard of again after it had been away."""
    closed_since: datetime | None = None  # None while this till is open for orders
    works: str = ""  # the id of who works at this till, "" for nobody known
    badge_for: str = ""  # the person whose badge is scanned next
    badge_until: datetime | None = None  # so long one is waited for
    permitted: dict[GuardedAct, datetime] = field(default_factory=dict)
    """Until when a right PIN permits each act."""
    printers: dict[str, PrinterStanding] = field(default_factory=dict)
    """How each printer stood at its last answer; one that was never asked is not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a use case may use; `asked` names the vendor that can say what a scan of that
    meaning stands for; `by` is the person whose act is carried out, "" where nobody's is. Where it
    is not `attended` nobody could answer a question, so that no order is accepted or rejected by
    itself. Thread: core."""

    store: StorePort
    clock: ClockPort
    ids: IdsPort
    shop: Shop
    vendors: Mapping[str, VendorFacts]
    patterns: ScanPatterns = field(default_factory=ScanPatterns)
    asked: Mapping[Intent, str] = field(default_factory=dict)
    session: Session = field(default_factory=Session)
    by: str = ""
    attended: bool = True

    @property
    def routes(self) -> Routes:
        """Which printer prints what; `SetRoutes` changes it."""
        return self.session.routes

    @property
    def loyalty(self) -> VendorFacts | None:
        """The loyalty programme that cards are of, where there is one."""
        return next((facts for facts in self.vendors.values() if facts.loyalty), None)

    def facts_of(self, vendor: str, *, on_paper: bool = False) -> VendorFacts:
        """Return what is known of a vendor; one that is switched off now is told nothing.

        What was keyed in here, or is practice, has a name in the till's language, or in that of
        slips.
        """
        if vendor == WALKIN:
            # Needs no plug-in, and is known also while it is switched off: what was keyed in stays.
            title = walkin_title((self.shop.on_paper() if on_paper else self.shop).language)
            return VendorFacts(WALKIN, title, title[0], WALKIN_CAPABILITIES)
        if vendor == PRACTICE:
            title = practice_words((self.shop.on_paper() if on_paper else self.shop).language).title
            return VendorFacts(PRACTICE, title, title[0], PRACTICE_CAPABILITIES)
        known = self.vendors.get(vendor)
        return known or VendorFacts(vendor, vendor.title(), vendor[:1].upper(), _SWITCHED_OFF)

    def goes_to_a_register(self, vendor: str) -> bool:
        """Whether a register is sent the orders of `vendor`."""
        registers = (facts.register for facts in self.vendors.values())
        return any(rules is not None and vendor in rules.send_from for rules in registers)
