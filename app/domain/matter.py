"""What a push is about, as it stands when the push first leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.order import Order
from app.domain.product import Product
from app.domain.push import Push


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """All that a system may have to be told with one push.

    `their_id` is the system's own id of the order, empty before it was told; `card` the loyalty
    card tied to the order; `on_the_way_at` when it set out to the customer; `products` the
    catalogue's entries for its lines; `earlier` the order's other pushes to the same system, by
    sequence; `business_day` the shop's day as YYYY-MM-DD, `order_day` the one on which the order
    came in and got its number; `staff` the name of whose act it is, where vendors may know it.
    """

    order: Order
    now: datetime
    business_day: str
    till_id: str
    language: str
    timezone: str
    their_id: str = ""
    card: str = ""
    on_the_way_at: datetime | None = None
    products: Mapping[str, Product] = field(default_factory=dict)
    earlier: tuple[Push, ...] = ()
    order_day: str = ""
    staff: str = ""
