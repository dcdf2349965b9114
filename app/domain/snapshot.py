"""The frozen copy of an order that the screen gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.basket import OrderLine
from app.domain.money import Money
from app.domain.moves import OfferedMove
from app.domain.order import Order
from app.domain.points import Points
from app.domain.printing import PrinterWord
from app.domain.push import Push, PushKind, PushState
from app.domain.sold_out import item_key
from app.domain.states import JobState, Move, OrderState, SyncState


@dataclass(frozen=True, slots=True)
class SlipStanding:
    """How the order's slip stands; `first_at` is when it came out, `copies` counts reprints too.

    For a station slip `stations` names what it is for. `others` are the printers that could print
    it instead, while it `waits`.
    """

    state: JobState
    printer: str
    cause: PrinterWord | None = None
    first_at: datetime | None = None
    copies: int = 1
    job_id: str = ""
    stations: tuple[str, ...] = ()
    waits: bool = False
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoneyAtHand:
    """Money taken for another order of the vendor's, which did not accept that order."""

    order_id: str
    number: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSnapshot:
    """An order with everything the board and the panel show.

    `syncs` has one value per system told, `titles` all systems' titles, and `words` what a register
    calls the order's standing there, where it has said so; `awaited` is the accept or reject in
    flight; `question` the push whose outcome staff can settle; `refused` the refusal not yet dealt
    with; `misses` counts how often telling it did not work, `tries` how often something left for
    it; `slip` is the order's one slip or what is open of its copies, `station_slips` are those of
    stations, `prints_slips` says whether anything here would print one; `on_the_way_at` is when it
    set out to the customer; `names` and `stations` are the catalogue's, by product
    id; `twins` are the titles of the vendors of all other orders on the board with the same number;
    `vendor_number` is the vendor's own where `order.number` is ours. With `ring_up` nobody but
    staff tells the register of the sale. `points` is None without a loyalty programme.
    A reject needs a reason where `reason_required`; the customer reads it where `passes_reason_on`.
    `refund_place` is where the vendor gives money back, empty when it has no name for it. An order
    `keyed_in_here` is known to no other system; one that `ended_untold` ended here by a move its
    vendor does not hear of. `payment_accepts` is as in Capabilities; `at_hand`
    is money that can be used for this order. `sold_out` is what of it is sold out today:
    its key (`item_key`), and the key under which staff marked it.
    """

    order: Order
    vendor_title: str
    offered: tuple[OfferedMove, ...]
    syncs: Mapping[str, SyncState] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    awaited: PushKind | None = None
    question: Push | None = None
    refused: Push | None = None
    misses: int = 0
    tries: int = 0
    slip: SlipStanding | None = None
    station_slips: tuple[SlipStanding, ...] = ()
    prints_slips: bool = True
    on_the_way_at: datetime | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    stations: Mapping[str, str] = field(default_factory=dict)
    reason_required: bool = False
    passes_reason_on: bool = False
    points: Points | None = None
    twins: tuple[str, ...] = ()
    vendor_number: str = ""
    ring_up: bool = False
    payment_accepts: bool = False
    at_hand: MoneyAtHand | None = None
    refund_place: str = ""
    keyed_in_here: bool = False
    ended_untold: bool = False
    sold_out: Mapping[str, str] = field(default_factory=dict)

    def lacks(self, part: OrderLine) -> bool:
        """Whether a line, its modifiers aside, is sold out today."""
        return item_key(part.product_id, part.name) in self.sold_out

    def sold_out_in(self, line: OrderLine) -> tuple[str, ...]:
        """Return the keys under which the line and its modifiers were marked as sold out."""
        keys = (self.sold_out.get(item_key(part.product_id, part.name)) for part in line.walk())
        return tuple(dict.fromkeys(key for key in keys if key is not None))

    @property
    def all_slips(self) -> tuple[SlipStanding, ...]:
        """The slip, where there is one, and the station slips."""
        return (self.slip, *self.station_slips) if self.slip is not None else self.station_slips

    @property
    def slip_in_doubt(self) -> SlipStanding | None:
        """The slip that is asked about first: it may or may not have come out."""
        return next((slip for slip in self.all_slips if slip.state is JobState.UNSURE), None)

    @property
    def worst_sync(self) -> SyncState:
        """The worst of all systems, for the card; loyalty points have a mark of their own there."""
        syncs = self._syncs_of_orders.values()
        return max(syncs, key=lambda sync: sync.badness, default=SyncState.IN_STEP)

    @property
    def _syncs_of_orders(self) -> Mapping[str, SyncState]:
        loyal = self.points.system if self.points is not None else ""
        return {system: sync for system, sync in self.syncs.items() if system != loyal}

    @property
    def rings_as_new(self) -> bool:
        """Whether the alarm rings for it: new, and neither opened nor answered nor held by a pause,
        after which it rings."""
        order = self.order
        is_new = order.state is OrderState.NEW and not order.opened and not order.quiet
        return is_new and order.held_until is None and self.awaited is None

    @property
    def money_in_vain(self) -> bool:
        """Whether the vendor refused a payment that would have made the order: the money that was
        taken for it is owed, and the vendor counts none of it as paid."""
        question = self.question
        in_vain = question is not None and question.state is PushState.REFUSED
        return in_vain and self.payment_accepts

    @property
    def own_sync(self) -> SyncState:
        """Whether the order's own vendor knows what was done here."""
        return self.syncs.get(self.order.vendor, SyncState.IN_STEP)

    @property
    def worst_system(self) -> str:
        """The system of `worst_sync`; the order's vendor where it stands no better than others."""
        worst, own = self.worst_sync, self.order.vendor
        if self.own_sync is worst:
            return own
        known = self._syncs_of_orders.items()
        return next((system for system, sync in known if sync is worst), own)

    def title_of(self, system: str) -> str:
        """Return the title of a system the order was told to, its vendor's among them."""
        known = self.vendor_title if system == self.order.vendor else self.titles.get(system)
        return known or system

    def offers(self, move: Move) -> OfferedMove | None:
        """Return the move as it is offered, or None."""
        return next((offered for offered in self.offered if offered.move is move), None)

    def name_of(self, product_id: str, given: str = "") -> str:
        """Return the name to show for a product: the vendor's, the catalogue's, else the id."""
        return given or self.names.get(product_id) or product_id
