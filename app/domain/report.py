"""What a vendor says about one order at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.domain.basket import Basket
from app.domain.money import Money
from app.domain.states import PaymentState, Standing

SENDERS_ID: Final = "register_order_id"
"""The fact by which whoever sent an order to the system that lists it knows it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One further field of the vendor's page, shown as it is; `key` is our name for it."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who ordered; everything here is personal data and is stored apart."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    comment: str = ""
    facts: tuple[Fact, ...] = ()  # free fields that may hold anything, such as metadata

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known."""
        return self == Customer()


class DueDoubt(StrEnum):
    """Why the amount to collect is a question to staff."""

    NONE = ""
    NOTHING_NAMED = "nothing_named"  # we handle the money, but no amount is named
    UNKNOWN_WORD = "unknown_word"  # a payment word nobody told us of


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderReport:
    """A vendor's account of an order, translated into our words; it never sets our state.

    `payment` is NOT_DUE, DUE, RECEIVED or FAILED; `due` what is to be collected at this counter;
    `our_id` the id by which whoever sent the order to the system knows it, where there is one;
    `their_id` the id by which the system wants to be told of it, where that is one of its own.
    """

    vendor: str
    vendor_order_id: str
    standing: Standing
    word: str  # the vendor's own status word
    payment: PaymentState
    payment_word: str = ""
    due: Money
    due_doubt: DueDoubt = DueDoubt.NONE
    number: str  # the short number to call out; empty where the vendor has none
    basket: Basket
    placed_at: datetime
    wanted_at: datetime | None = None
    desk: str = ""
    channel: str = ""  # how it was ordered: phone, web, kiosk
    customer: Customer = field(default_factory=Customer)
    facts: tuple[Fact, ...] = ()
    raw: str = ""  # the payload as received
    our_id: str = ""
    their_id: str = ""
