"""Changes settings for the screen, away from the window's thread."""

from __future__ import annotations

from collections.abc import Mapping

from app.bootstrap.settings_keeper import SettingsKeeper
from app.runtime.lanes import Lane
from app.ui.services import SettingsServices


class SettingsQuestions:
    """What the screen wants of the settings. Thread: gui; the answers come through the relay.

    `lane` is the one that everything which writes the settings file shares.
    """

    def __init__(self, keeper: SettingsKeeper, lane: Lane) -> None:
        self._keeper = keeper
        self._lane = lane

    def services(self) -> SettingsServices:
        """Return the settings as the screen sees them."""
        return SettingsServices(keep=self.keep)

    def keep(self, asked: int, values: Mapping[str, object]) -> None:
        """Write values into the settings file and put them in force."""
        self._lane.submit(lambda: self._keeper.keep(asked, values))

    def close(self) -> bool:
        """Change nothing more; return whether the lane has ended."""
        self._lane.close()
        return self._lane.wait(500)
