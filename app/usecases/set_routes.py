"""Let printers print something else from now on: one was added, changed or taken away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.news import News, OrdersChanged
from app.domain.routes import Routes
from app.domain.states import JobState
from app.ports.store import UnitOfWork
from app.usecases.begin_print import slip_questions
from app.usecases.desk import Desk
from app.usecases.situation import conclude, snapshot_of


@dataclass(frozen=True, slots=True)
class SetRoutes:
    """These routes hold from now on."""

    routes: Routes


def set_routes(command: SetRoutes, desk: Desk) -> list[News]:
    """Hold by the routes, and give slips that wait for a printer that is gone to another one.

    Every order on the board is told anew: what can be done about its slips depends on the printers.
    """
    desk.session.routes = command.routes
    with desk.store.begin() as work:
        bring_home(work, desk)
        board = tuple(snapshot_of(order, work, desk) for order in work.orders.on_board())
        return conclude(work, desk, news=[OrdersChanged(board), slip_questions(work, desk)])


def bring_home(work: UnitOfWork, desk: Desk) -> None:
    """Give slips that wait where nobody prints them to a printer that does, else offer them."""
    for job in work.jobs.unsettled():
        if job.state is not JobState.QUEUED:
            continue
        home = desk.routes.home_of(job, work.orders.get(job.order_id).vendor)
        if not home:
            work.jobs.save(replace(job, offered=True))
        elif home != job.printer:
            work.jobs.save(replace(job, printer=home, cause=None))
