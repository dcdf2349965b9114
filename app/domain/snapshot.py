"""The frozen copy of an order that the screen gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.capabilities import Telling
from app.domain.moves import OfferedMove
from app.domain.order import Order
from app.domain.points import Points
from app.domain.printing import PrinterWord
from app.domain.push import Push, PushKind
from app.domain.states import JobState, Move, SyncState


@dataclass(frozen=True, slots=True)
class SlipStanding:
    """How the order's slip stands; `first_at` is when it came out, `copies` counts reprints too."""

    state: JobState
    printer: str
    cause: PrinterWord | None = None
    first_at: datetime | None = None
    copies: int = 1
    job_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSnapshot:
    """An order with everything the board and the panel show.

    `syncs` has one value per system told; `awaited` is the accept or reject in flight;
    `question` the push whose outcome staff can settle; `refused` the refusal not yet dealt with;
    `misses` counts how often telling it did not work, `tries` how often something left for it;
    `names` are the catalogue's names by product id; `points` is None without a loyalty programme.
    A reject needs a reason where `reason_required`; the customer reads it where `passes_reason_on`.
    `refund_place` is where the vendor gives money back, empty when it has no name for it;
    `payment_telling` what Payment received means to it.
    """

    order: Order
    vendor_title: str
    offered: tuple[OfferedMove, ...]
    syncs: Mapping[str, SyncState] = field(default_factory=dict)
    awaited: PushKind | None = None
    question: Push | None = None
    refused: Push | None = None
    misses: int = 0
    tries: int = 0
    slip: SlipStanding | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    reason_required: bool = False
    passes_reason_on: bool = False
    points: Points | None = None
    refund_place: str = ""
    payment_telling: Telling = Telling.NOT_POSSIBLE

    @property
    def worst_sync(self) -> SyncState:
        """The worst of all systems, for the card; loyalty points have a mark of their own there."""
        loyal = self.points.system if self.points is not None else ""
        syncs = (sync for system, sync in self.syncs.items() if system != loyal)
        return max(syncs, key=lambda sync: sync.badness, default=SyncState.IN_STEP)

    @property
    def is_ours(self) -> bool:
        """Whether there is no other system that could be told of what is done here."""
        return self.payment_telling is Telling.HERE_ONLY

    def offers(self, move: Move) -> OfferedMove | None:
        """Return the move as it is offered, or None."""
        return next((offered for offered in self.offered if offered.move is move), None)

    def name_of(self, product_id: str, given: str = "") -> str:
        """Return the name to show for a product: the vendor's, the catalogue's, else the id."""
        return given or self.names.get(product_id) or product_id
