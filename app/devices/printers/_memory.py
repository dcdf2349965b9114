"""What is known of one printer from earlier days, and who hears what is learned today."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.sheet import ProvenPage


def _nobody(_value: object) -> None:
    """Nothing is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterMemory:
    """What was remembered of this printer; the hooks hear news and may run on any thread.

    `answers` is None while it was never met, `passport` is "" for no USB device known.
    """

    answers: bool | None = None
    pages: tuple[ProvenPage, ...] = ()
    passport: str = ""
    answers_learned: Callable[[bool], None] = _nobody
    passport_learned: Callable[[str], None] = _nobody
