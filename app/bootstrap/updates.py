"""Looks for a newer Pult at the start and daily, outside opening hours; a person installs it."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from shlex import quote
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Slot

from app import __version__
from app.domain.hours import within_hours
from app.domain.update import Release, UpdateChanged, UpdateRefused, UpdateStage
from app.ports.clock import ClockPort
from app.ports.relay import RelayPort
from app.runtime.lanes import Lane
from app.settings.settings import Settings
from app.ui.services import UpdateServices
from app.updates.keeper import ReleaseKeeper

_log = logging.getLogger(__name__)

LOOK_AGAIN: Final = timedelta(hours=20)
_TICK_MS: Final = 10 * 60 * 1000
PLATFORM: Final = "windows" if sys.platform == "win32" else "linux"


class UpdateQuestions(QObject):
    """Answers by UpdateChanged. Thread: gui for timer and questions; the work is on its own lane.

    Nothing here touches an order, the store or the core lane, and a fault of it stops nothing.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        relay: RelayPort,
        clock: ClockPort,
        lane: Lane,
        start_setup: Callable[[Path], None] | None = None,
        platform: str = PLATFORM,
    ) -> None:
        """Begin to look once the till is open; `start_setup` gives Windows a setup to run."""
        super().__init__()
        self._settings = settings
        self._relay = relay
        self._clock = clock
        self._lane = lane
        self._start_setup = start_setup or _start_setup
        self._platform = platform
        self._keeper = ReleaseKeeper(settings().data_dir / "updates", __version__, platform)
        self._release: Release | None = None
        self._looked_at: datetime | None = None
        self._ended = threading.Event()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.on_tick)
        self._timer.start(_TICK_MS)

    def services(self) -> UpdateServices:
        """Return this as the screen sees it."""
        return UpdateServices(look=self.look, fetch=self.fetch, install=self.install)

    @Slot()
    def on_tick(self) -> None:
        """Look and fetch by itself, when it is time to and the shop is closed."""
        now = self._clock.now()
        waits = self._looked_at is not None and now - self._looked_at < LOOK_AGAIN
        if waits or not self._settings().updates.enabled or self._is_open():
            return
        self._looked_at = now
        self._lane.submit(self._look_and_fetch)

    def look(self) -> None:
        """Look now, because a person asks."""
        if self._settings().updates.enabled:
            self._lane.submit(self._look)

    def fetch(self) -> None:
        """Fetch what was found, because a person asks."""
        self._lane.submit(self._fetch)

    def install(self) -> None:
        """Start the setup, because a person asks; never within opening hours."""
        self._lane.submit(self._install)

    def close(self) -> bool:
        """End, also in the middle of a file; return whether the lane has ended."""
        self._timer.stop()
        self._ended.set()
        self._lane.close()
        return self._lane.wait(500)

    def _look_and_fetch(self) -> None:
        self._look()
        if self._release is not None:
            self._fetch()

    def _look(self) -> None:
        updates = self._settings().updates
        self._tell(UpdateChanged(UpdateStage.LOOKING))
        self._release = None
        try:
            self._release = self._keeper.look(updates.url, updates.public_key)
        except UpdateRefused as refused:
            self._tell_fault(refused)
        else:
            self._tell_found()

    def _tell_found(self) -> None:
        if self._release is None:
            self._tell(UpdateChanged(UpdateStage.NEWEST))
        elif self._keeper.fetched(self._release) is not None:
            self._tell_fetched(self._release)
        else:
            self._tell(self._of(UpdateStage.THERE, self._release))

    def _fetch(self) -> None:
        release = self._release
        if release is None:
            return
        self._tell(self._of(UpdateStage.FETCHING, release))
        try:
            self._keeper.fetch(release, self._ended.is_set)
        except UpdateRefused as refused:
            self._tell_fault(refused)
        else:
            self._tell_fetched(release)

    def _tell_fetched(self, release: Release) -> None:
        path, previous = self._keeper.fetched(release), self._keeper.previous()
        command = f"sudo apt install {quote(str(path))}" if self._platform == "linux" else ""
        news = self._of(UpdateStage.FETCHED, release)
        self._tell(replace(news, command=command, previous=str(previous or "")))

    def _install(self) -> None:
        release = self._release
        path = self._keeper.fetched(release) if release is not None else None
        if release is None or path is None:
            self._look()  # what was fetched is gone or has been changed since
        elif self._is_open() or self._platform == "linux":
            self._tell_fetched(release)
        else:
            _log.info("setup started", extra={"event": "update_started"})
            self._start_setup(path)
            self._tell(self._of(UpdateStage.INSTALLING, release))

    def _of(self, stage: UpdateStage, release: Release) -> UpdateChanged:
        return UpdateChanged(stage, release.version, release.notes, shop_open=self._is_open())

    def _is_open(self) -> bool:
        settings = self._settings()
        now = self._clock.now().astimezone(ZoneInfo(settings.till.timezone)).time()
        opens, closes = settings.updates.open_from, settings.updates.open_until
        return within_hours(now, time.fromisoformat(opens), time.fromisoformat(closes))

    def _tell_fault(self, refused: UpdateRefused) -> None:
        _log.warning("no update: %s", refused, extra={"event": "update_refused"})
        self._tell(UpdateChanged(UpdateStage.FAULT, fault=refused.fault, detail=refused.detail))

    def _tell(self, news: UpdateChanged) -> None:
        self._relay.publish(news)


def _start_setup(path: Path) -> None:
    """Give Windows the setup, which asks for an administrator itself, and then for nothing more.

    What was chosen before is kept; only how far it is stands on the screen.
    """
    if sys.platform == "win32":
        os.startfile(path, arguments="/SILENT /NORESTART")
