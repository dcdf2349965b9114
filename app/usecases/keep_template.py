"""Change what stands on slips from the next one on."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.news import News
from app.domain.slip_template import SlipTemplate
from app.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class KeepTemplate:
    """Staff have chosen what stands on slips; the settings file is written elsewhere."""

    template: SlipTemplate


def keep_template(command: KeepTemplate, desk: Desk) -> list[News]:
    """Compose slips so from now on; those that wait for their printer too."""
    desk.session.template = command.template
    return []
