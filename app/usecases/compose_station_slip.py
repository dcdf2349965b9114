"""Compose a station slip: what one station has to make of an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.domain.order import Order
from app.domain.printing import PrintJob
from app.domain.slip import LineKind, Slip
from app.domain.station_lines import made_at
from app.domain.text import plain
from app.usecases.compose_slip import compose_slip
from app.usecases.desk import Desk


def compose_station_slip(
    order: Order,
    job: PrintJob,
    desk: Desk,
    *,
    names: Mapping[str, str],
    station_of: Mapping[str, str],
    first_at: datetime,
    is_twin: bool = False,
) -> Slip | None:
    """Return what `job` prints for its stations, None when nothing of `order` is made there.

    It has the slip's head and comment and no price, nor a code: it hands nothing over. Its bar
    names the stations, unless the accept is not confirmed or it is practice, which it says
    instead.
    """
    lines = made_at(order, station_of, job.stations)
    if not lines:
        return None
    theirs = replace(order, basket=replace(order.basket, lines=lines))
    slip = compose_slip(theirs, job, desk, names=names, first_at=first_at, is_twin=is_twin)
    kept = (line for line in slip.lines if line.kind in (LineKind.ITEM, LineKind.DETAIL))
    stations = " · ".join(plain(station, limit=40) for station in job.stations)
    return replace(
        slip,
        bar=slip.bar or stations,
        lines=tuple(replace(line, amount="") for line in kept),
        facts=(),
        to_pay=None,
        code="",
        code_text="",
        footer="",
    )
