"""Remember whether a printer answers, so that its silence means something next time."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.news import News
from app.ports.store import StorePort
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class RememberPrinter:
    """A printer has answered for the first time, or is known never to."""

    printer: str
    answers: bool


def remember_printer(command: RememberPrinter, desk: Desk) -> list[News]:
    """Keep it under the printer's name."""
    with desk.store.begin() as work:
        work.memory.put(_name(command.printer), "yes" if command.answers else "no")
        work.commit()
    return []


def known_to_answer(store: StorePort, printer: str) -> bool | None:
    """Return what is remembered of a printer; None when it was never met."""
    with store.begin() as work:
        known = work.memory.get(_name(printer))
    return None if known is None else known == "yes"


def _name(printer: str) -> str:
    return f"answers {printer}"
