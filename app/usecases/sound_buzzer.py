"""A printer's buzzer stands in for an alarm that cannot be heard."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.news import BuzzerWanted, News
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class SoundBuzzer:
    """The screen has something to ring for, and no sound."""


def sound_buzzer(command: SoundBuzzer, desk: Desk) -> list[News]:
    """Let the till's buzzer sound once; nothing where no printer is known to have one."""
    printer = desk.routes.buzzer
    return [BuzzerWanted(printer)] if printer else []
