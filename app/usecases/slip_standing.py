"""How the slips of an order stand, from its print jobs."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.printing import JobKind, PrintJob
from app.domain.routes import Routes
from app.domain.snapshot import SlipStanding
from app.domain.states import JobState

_OUT = (JobState.PRINTED, JobState.SENT)


def the_slip(jobs: Sequence[PrintJob]) -> PrintJob | None:
    """Return the order's one slip among its jobs, in whatever state."""
    return next((job for job in jobs if job.kind is JobKind.SLIP), None)


def in_doubt(jobs: Sequence[PrintJob]) -> PrintJob | None:
    """Return the job staff are asked about first: the slip or a copy before a station's."""
    unsure = [job for job in jobs if job.state is JobState.UNSURE]
    return min(unsure, key=lambda job: job.kind is JobKind.STATION, default=None)


def slip_standing(jobs: Sequence[PrintJob], routes: Routes) -> SlipStanding | None:
    """Return how the order's slip stands; what is open of it or of its copies comes first."""
    own = [job for job in jobs if job.kind is not JobKind.STATION]
    slip = the_slip(own)
    if slip is None:
        return None
    unsure = [job for job in own if job.state is JobState.UNSURE]
    under_way = [job for job in reversed(own) if not job.state.is_settled]
    shown = next(iter((*unsure, *under_way, slip)))
    newest = max(own, key=lambda job: job.copy)
    return _standing(shown, slip, routes, copies=newest.copy)


def station_standings(jobs: Sequence[PrintJob], routes: Routes) -> tuple[SlipStanding, ...]:
    """Return how each station slip of the order stands."""
    return tuple(_standing(job, job, routes) for job in jobs if job.kind is JobKind.STATION)


def _standing(shown: PrintJob, first: PrintJob, routes: Routes, *, copies: int = 1) -> SlipStanding:
    return SlipStanding(
        state=shown.state,
        printer=shown.printer,
        cause=shown.cause,
        first_at=first.settled_at if first.state in _OUT else None,
        copies=copies,
        job_id=shown.id,
        stations=shown.stations,
        waits=shown.waits,
        others=routes.others(shown.printer) if shown.waits else (),
    )
