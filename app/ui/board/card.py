"""What one order card shows: pure view data, made from a snapshot by whoever fills the board."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.ui.theme import Shape
from app.ui.widgets.age import Age
from app.ui.widgets.chip import ChipKind

MOST_MARKS = 2


@dataclass(frozen=True, slots=True)
class CardMark:
    """One chip on a card: how urgent, its words, an icon's name or a state shape.

    `short` are fewer words for where all of them do not fit, "" when there are none. Where even
    these do not, the picture alone stands for one whose `picture_says_it`.
    """

    kind: ChipKind
    text: str
    icon: str | Shape | None = None
    short: str = ""
    picture_says_it: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One order as the board shows it.

    `since` (aware) is when the wait begins that the age counts; before it, and with None, there is
    no age. `due_text` ("19:30") is when a scheduled order is wanted, which stands in the place of
    an age where `since` is None. `limit` are the minutes after
    which the wait is late. `marks` come most urgent first; two are painted, then "+1".
    `accessible_name` is number, vendor, desk or customer, item count, amount and state marks,
    separated by comma and space. `number_of` is the vendor, beside the number, where another card
    has the same number.

    Thread: any.
    """

    order_id: str
    number: str
    vendor: str
    initial: str
    where: str
    item_count: str
    amount: str
    accessible_name: str
    since: datetime | None = None
    limit: float | None = None
    items: str = ""
    due_text: str = ""
    marks: tuple[CardMark, ...] = ()
    unseen: bool = False
    opened: bool = False
    struck: bool = False
    number_of: str = ""

    def age(self, now: datetime) -> Age | None:
        """Return the age at `now` (aware), None for an order that has none."""
        if self.since is None:
            return None
        seconds = (now - self.since).total_seconds()
        if self.due_text and seconds < 0:
            return None
        return Age(max(0, int(seconds // 60)), self.limit)


def waiting_words(card: Card, now: datetime) -> str:
    """Return what assistive technology reads of the age, "" when there is none."""
    age = card.age(now)
    if age is None:
        return ""
    if age.minutes < 1:
        return QCoreApplication.translate("Card", "just come in")
    return QCoreApplication.translate("Card", "waiting {waited}").format(waited=age.waited)
