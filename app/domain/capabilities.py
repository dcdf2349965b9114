"""What each vendor can be told; nothing but this and its mapping tables knows a vendor's ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from app.domain.push import PushKind
from app.domain.states import Move


class Telling(StrEnum):
    """What a move means to the vendor."""

    TOLD = "told"  # the vendor hears of it
    OURS_ALONE = "ours alone"  # it happens here, the screen says the vendor is not told
    HERE_ONLY = "here only"  # printing, undo and the like: nothing a vendor could be told of
    NOT_POSSIBLE = "not possible"


EXITS: Final = frozenset({Move.LEFT, Move.CANCEL_ORDER})
"""Moves that end an order at this counter whatever the vendor can be told."""
# Moves that are what another move is to the vendor.
_SAME_AS: Final = {
    Move.HAND_OVER_UNPAID: Move.COLLECTED,
    Move.TAKE_PAYMENT: Move.PAYMENT_RECEIVED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """One vendor's ways, move by move; a move that is not named is NOT_POSSIBLE, but `EXITS` are
    possible everywhere: without a word of the vendor's they are OURS_ALONE.

    `for_good` names the moves the vendor never takes back once it was told; the screen says so
    first. `refund_place` is what the vendor calls the place where it gives money back, such as
    "Cheers CMS"; empty: its own system.
    `re_read_before_resend`: after an unknown outcome the order is read again before anything is
    sent a second time; otherwise the same request with the same id is repeated. `most_requests` is
    how many requests one push may cost before a person must say so (None: no limit); the kinds in
    `repeats` may cost any number, since a second one changes nothing.
    `lists_orders`: its orders are found in a list that is polled; with `gone_means_collected` one
    that is missing from two whole lists has been collected. `told_by_their_id`: an order of which
    the vendor has given no id of its own can only be left here. `payment_accepts`: an order is
    taken by its payment, there is no accept; its amount is read again right before the money is
    taken. Where not `shows_ready`, an order reads as accepted after it was told to be ready too;
    where `accept_completes`, one that was accepted here reads as collected from then on, and what
    follows happens here alone. `keyed_in_here`: its orders are keyed in at this till, so that no
    other system has them or a number for them.
    """

    moves: Mapping[Move, Telling] = field(default_factory=dict)
    reason_required: bool = False  # a reject needs a reason the customer reads
    passes_reason_on: bool = False  # the customer reads the reason
    re_read_before_resend: bool = True
    can_be_re_read: bool = True
    most_requests: int | None = None
    repeats: frozenset[PushKind] = frozenset()
    lists_orders: bool = False
    gone_means_collected: bool = False
    told_by_their_id: bool = False
    payment_accepts: bool = False
    shows_ready: bool = True
    accept_completes: bool = False
    keyed_in_here: bool = False
    for_good: frozenset[Move] = frozenset()
    refund_place: str = ""

    def telling(self, move: Move) -> Telling:
        """Return what `move` means to this vendor."""
        known = self.moves.get(move) or self.moves.get(_SAME_AS.get(move, move))
        if known in (None, Telling.NOT_POSSIBLE) and move in EXITS:
            return Telling.OURS_ALONE
        return known or Telling.NOT_POSSIBLE

    @property
    def brings_orders(self) -> bool:
        """Whether new orders come from this vendor by themselves, to be looked for while it is
        away; not from a loyalty programme, nor where each is looked up by its number."""
        return self.lists_orders or self.telling(Move.ACCEPT) is Telling.TOLD

    def is_for_good(self, move: Move) -> bool:
        """Whether the vendor is told of `move` and never takes it back."""
        named = move in self.for_good or _SAME_AS.get(move) in self.for_good
        return named and self.telling(move) is Telling.TOLD
