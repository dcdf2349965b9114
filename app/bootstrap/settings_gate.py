"""Where every change of the settings passes: the core is asked first whether it may be made."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.errors import IllegalMove, StoreError
from app.domain.news import News
from app.domain.staff import GuardedAct
from app.runtime.core import Core
from app.runtime.lanes import Lane
from app.usecases.desk import Desk
from app.usecases.need_pin import need_pin


class SettingsGate:
    """Lets through what is permitted. Thread: any; the change runs on `lane`."""

    def __init__(self, core: Core, lane: Lane) -> None:
        self._core = core
        self._lane = lane

    def once_permitted(self, change: Callable[[], None], refused: News | None = None) -> None:
        """Do it on the lane, unless Settings are guarded and nobody has keyed the PIN in.

        The screen is then told P-30, and `refused` where there is such an answer.
        """

        def look(desk: Desk) -> list[News]:
            try:
                with desk.store.begin() as work:
                    need_pin(GuardedAct.SETTINGS, work, desk)
            except (IllegalMove, StoreError):
                if refused is not None:
                    self._core.relay.publish(refused)
                raise
            self._lane.submit(change)
            return []

        self._core.submit(look)
