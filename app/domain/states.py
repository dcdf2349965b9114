"""The closed lists of states and moves that every other room uses."""

from __future__ import annotations

from enum import StrEnum


class OrderState(StrEnum):
    """Where an order stands at this counter."""

    NEW = "NEW"
    PREPARING = "PREPARING"
    READY = "READY"
    COLLECTED = "COLLECTED"
    REJECTED = "REJECTED"
    LEFT = "LEFT"
    CANCELLED = "CANCELLED"

    @property
    def is_end(self) -> bool:
        """Whether nothing more is expected to happen to the order."""
        return self in ENDS


ENDS = frozenset({OrderState.COLLECTED, OrderState.REJECTED, OrderState.LEFT, OrderState.CANCELLED})
UNSOLD = ENDS - {OrderState.COLLECTED}
COLUMNS = (OrderState.NEW, OrderState.PREPARING, OrderState.READY)


class Standing(StrEnum):
    """Where the vendor says an order stands; never our state, `Order.apply` decides that."""

    HELD_BACK = "HELD_BACK"  # exists, but is not ours to act on yet
    NEW = "NEW"
    PREPARING = "PREPARING"
    READY = "READY"
    COLLECTED = "COLLECTED"
    REJECTED = "REJECTED"
    LEFT = "LEFT"
    CANCELLED = "CANCELLED"
    UNKNOWN = "UNKNOWN"  # a word nobody told us of

    @property
    def as_state(self) -> OrderState | None:
        """The order state of the same name, or None for HELD_BACK and UNKNOWN."""
        if self in (Standing.HELD_BACK, Standing.UNKNOWN):
            return None
        return OrderState(self.value)


class PaymentState(StrEnum):
    """What is known of the money that is to be collected at this counter."""

    NOT_DUE = "NOT_DUE"
    DUE = "DUE"
    RECEIVED = "RECEIVED"
    FAILED = "FAILED"
    UNCONFIRMED = "UNCONFIRMED"
    RETURN_DUE = "RETURN_DUE"
    RETURNED = "RETURNED"

    @property
    def blocks_hand_over(self) -> bool:
        """Whether Collected is locked until staff settle the money."""
        return self in (PaymentState.DUE, PaymentState.FAILED)


class SyncState(StrEnum):
    """Whether one system knows what was done here; listed from best to worst."""

    IN_STEP = "IN_STEP"
    SENDING = "SENDING"
    RETRYING = "RETRYING"
    UNCONFIRMED = "UNCONFIRMED"
    REFUSED = "REFUSED"

    @property
    def badness(self) -> int:
        """Rank for showing the worst of several systems on the card."""
        return list(SyncState).index(self)


class Move(StrEnum):
    """Everything staff can do to an order; the values are the English words on the buttons."""

    ACCEPT = "Accept"
    REJECT = "Reject"
    READY = "Ready"
    COLLECTED = "Collected"
    LEFT = "Left"
    CANCEL_ORDER = "Cancel order"
    ON_THE_WAY = "On the way"
    TAKE_PAYMENT = "Take payment"
    PAYMENT_RECEIVED = "Payment received"
    PAYMENT_FAILED = "Payment failed"
    HAND_OVER_UNPAID = "Hand over unpaid"
    MONEY_RETURNED = "Money returned"
    PRINT = "Print"
    PRINT_AGAIN = "Print again"
    UNDO = "Undo"
    BRING_BACK = "Bring back"
    ASK_AGAIN = "Ask again"
    IT_HAPPENED = "It happened"
    IT_DID_NOT_HAPPEN = "It did not happen"
    SLIP_CAME_OUT = "Slip came out"
    SLIP_DID_NOT_COME_OUT = "Slip did not come out"
    SEEN = "Seen"


class JobState(StrEnum):
    """How far a print job has come."""

    QUEUED = "QUEUED"
    SENDING = "SENDING"
    PRINTED = "PRINTED"
    SENT = "SENT"
    FAILED = "FAILED"
    UNSURE = "UNSURE"

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to do or decide anything about the job any more."""
        return self in (JobState.PRINTED, JobState.SENT, JobState.FAILED)


class EndedBy(StrEnum):
    """Who ended an order."""

    STAFF = "staff"
    VENDOR = "vendor"


class Attention(StrEnum):
    """Why an order stays in sight until a person has pressed Seen."""

    ENDED_ELSEWHERE = "ended_elsewhere"
    CHANGED_ELSEWHERE = "changed_elsewhere"
    WENT_ANOTHER_WAY = "went_another_way"  # we say collected or left, the vendor says otherwise


class KeptBack(StrEnum):
    """Why a new order was left for a person to accept; the screen words it."""

    LATE = "late"  # placed long before it reached this till
    PAYMENT = "payment"  # something is to be paid here
    NOTE = "note"  # the customer wrote something
    SOLD_OUT = "sold_out"
    UNKNOWN_ITEM = "unknown_item"  # not in the catalogue
    AMOUNT = "amount"  # above the limit
    HOURS = "hours"
    PRINTER = "printer"  # the printer of its slip is not well
    PAUSED = "paused"  # it came while its vendor was paused
