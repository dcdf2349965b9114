"""Note how a printer is; what waits for it long enough goes to its fallback."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.domain.news import News
from app.domain.notice import Tone
from app.domain.printing import PrinterWord
from app.domain.routes import Route
from app.usecases.begin_print import queued_for
from app.usecases.desk import Desk, PrinterStanding
from app.usecases.situation import conclude
from app.usecases.waiting_slips import move_job, moved_notice


def note_printer(printer: str, word: PrinterWord, desk: Desk) -> list[News]:
    """Remember the printer's word; the longer it is not well, the more slips go to its fallback."""
    known = desk.session.printers.get(printer)
    if word.can_print:
        desk.session.printers[printer] = PrinterStanding(word)
        return []
    now, since = desk.clock.now(), known.unwell_since if known is not None else None
    # A moment that lies ahead comes of a clock that was set back.
    desk.session.printers[printer] = PrinterStanding(word, min(since or now, now))
    return _fall_back(printer, desk)


def _fall_back(printer: str, desk: Desk) -> list[News]:
    """Move what has waited for `fallback_seconds` to the first printer of the row that is well.

    While none of them is, slips stay where they are: the first that is well prints them. Slips that
    are too old to come out by themselves stay too.
    """
    route = desk.routes.of(printer)
    target = _stands_in(printer, desk)
    if route is None or not target:
        return []
    waited, now = _waiting_since(route, desk), desk.clock.now()
    if waited is None:
        return []
    with desk.store.begin() as work:
        due = [job for job in queued_for(work, printer) if not waited < job.created_at <= now]
        if not due:
            return []
        moved = [move_job(work, desk, job, job, target, by="fallback") for job in due]
        return conclude(work, desk, moved_notice(work, moved, target, tone=Tone.WARN))


def _stands_in(printer: str, desk: Desk) -> str:
    standings = desk.session.printers
    for name in desk.routes.fallbacks(printer):
        standing = standings.get(name)
        if standing is not None and standing.word.can_print:
            return name
    return ""


def _waiting_since(route: Route, desk: Desk) -> datetime | None:
    """Return the moment before which a job must have been queued to go; None: none goes yet."""
    now, patience = desk.clock.now(), timedelta(seconds=route.fallback_seconds)
    since = desk.session.printers[route.printer].unwell_since
    if since is None or now - since < patience:
        return None
    return now - patience
