"""What staff are told in the message strip: a code and figures, worded by the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Tone(StrEnum):
    """How a notice is meant; decides its shape and colour."""

    OK = "ok"
    PLAIN = "plain"
    WARN = "warn"
    BAD = "bad"
    UNSURE = "unsure"


class NoticeCode(StrEnum):
    """The closed list of notices; the README lists the P-codes, which are read out to helpers."""

    MOVED = "moved"  # move, number, vendor, told_in
    UNDONE = "undone"
    COLLECTED_TOGETHER = "collected_together"  # orders (ids), count, missed, told, undo
    UNDONE_TOGETHER = "undone_together"  # orders (ids), count, missed
    TOLD = "told"  # the vendor confirmed; kind
    NEW_ORDER = "new_order"
    HELD = "held"  # its vendor is paused; until
    PAUSED = "paused"  # reason, text, until, rejects
    RESUMED = "resumed"  # by: staff or time
    SOLD_OUT = "sold_out"  # key, name
    ON_SALE = "on_sale"  # key, name
    PLACED = "placed"  # a walk-in order; minor, currency
    PAYMENT_TAKEN = "payment_taken"
    PAYMENT_ACCEPTED = "payment_accepted"  # and with it the order
    COMES_FORWARD = "comes_forward"  # wanted_at in ISO 8601, where the order has such a time
    SEEN = "seen"
    PRINTED = "printed"
    SLIPS_MOVED = "slips_moved"  # printer, from_printer, count, cause
    BADGE_PRINTED = "badge_printed"  # name, printer, result: a PrintResult, cause
    CARD_TIED = "card_tied"
    CARD_REMOVED = "card_removed"
    CARD_NOT_TIED = "card_not_tied"  # why: a CardVerdict
    NOT_POSSIBLE = "P-01"  # the move is no longer possible
    REFUSED = "P-02"  # kind, reason, sent_on
    NOT_CONFIRMED = "P-03"  # kind, sent_on, held: nothing asks by itself
    ENDED_ELSEWHERE = "P-04"  # standing
    CHANGED_ELSEWHERE = "P-05"
    WENT_ANOTHER_WAY = "P-06"
    VENDOR_GONE = "P-07"
    LOGIN_FAILED = "P-08"
    SPOKE_ODDLY = "P-09"
    ORDER_UNKNOWN = "P-10"  # the vendor does not know the id; it rests in quarantine
    SLIP_WAITS = "P-11"  # cause, printer
    SLIP_UNSURE = "P-12"
    SCANNER_TROUBLE = "P-13"
    SCAN_DROPPED = "P-14"
    STORE_UNAVAILABLE = "P-15"
    OUR_FAULT = "P-16"  # a bug of ours; the trace is in the log
    CALLBACKS_FAIL = "P-17"  # the listener cannot listen, or the vendor cannot reach this till
    NO_PRINTER = "P-18"  # nothing prints slips
    OVERTAKEN = "P-19"  # kind, standing, done: somebody else was first; ours was never sent
    LOOK_UP_REFUSED = "P-20"  # why, reason: the vendor was asked and said no
    DUE_NOT_CHECKED = "P-21"  # the amount was not read again in time; no money was noted
    LETTERS_LOST = "P-24"  # printer, count: letters on a slip are "?"
    DRAWER_SHUT = "P-25"  # printer, cause: the cash drawer did not open
    RESTARTED = "P-29"  # why: crash or hang, at: the watchdog started Pult again
    PIN_NEEDED = "P-30"  # what is guarded was asked for without the PIN
    NO_UPDATE = "P-31"  # a newer Pult could not be had; said in Settings and Help alone
    UPDATE_NOT_TRUSTED = "P-32"  # what came is not what the publisher signed; said there too
    CLOCK_WRONG = "P-33"  # seconds: how far this computer's clock is ahead


@dataclass(frozen=True, slots=True)
class Notice:
    """One message; `order_id` is what its button opens, `data` holds what the wording needs.

    Codes, figures and the vendor's own words for states and refusals; never what a customer wrote.
    """

    code: NoticeCode
    tone: Tone
    order_id: str = ""
    number: str = ""
    vendor: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
