"""Says on the screen that Pult ended by itself and was started again by the watchdog."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from app.bootstrap.watchdog import ENDED_BEFORE, Why
from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone


def restarted_notice(environ: Mapping[str, str]) -> Noticed | None:
    """Return what staff are told, None after an ordinary start."""
    why, _, at = environ.get(ENDED_BEFORE, "").partition(" ")
    if why not in tuple(Why):
        return None
    return Noticed(
        Notice(NoticeCode.RESTARTED, Tone.WARN, data={"why": why, "at": at}), datetime.now(UTC)
    )
