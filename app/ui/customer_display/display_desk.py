"""When there is a customer display, and what the till's own screen hears of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.domain.news import News
    from app.ui.customer_display.customer_display import CustomerDisplay
    from app.ui.screen_settings import ScreenSettings
    from app.ui.widgets import Message
    from app.ui.workplace import Workplace


class DisplayDesk(QObject):
    """Has the customer display made once it is wanted, and lets it outlive a screen made anew.

    Thread: gui.
    """

    def __init__(self, window: QWidget, now: Callable[[], datetime]) -> None:
        """Have no display yet for the till's `window`."""
        super().__init__(window)
        self._window = window
        self._now = now
        self._settings: ScreenSettings | None = None
        self._work: Workplace | None = None
        self.display: CustomerDisplay | None = None

    def stand_by(self, work: Workplace, settings: ScreenSettings) -> None:
        """Go by `settings` from now on; what the display says is said and heard on `work`."""
        self._work = work
        self._settings = settings
        QTimer.singleShot(0, self, self._on_due)

    def take(self, news: News) -> None:
        """Take what concerns customers of a message of the core."""
        if self.display is not None:
            self.display.take(news)

    def stop(self) -> None:
        """Close the display for good."""
        if self.display is not None:
            self.display.stop()

    @Slot()
    def on_wanted(self) -> None:
        """Show it as a window, or hide it again: the demo's button."""
        if self._work is not None and self._settings is not None:
            self._made(self._work, self._settings).show_beside()

    @Slot()
    def on_number_ready(self) -> None:
        """Let customers hear that another number is ready."""
        if self._work is not None:
            self._work.bells.on_number_ready()

    @Slot(object)
    def on_said(self, message: Message) -> None:
        """Say in the strip what is amiss with the display."""
        if self._work is not None:
            self._work.messages.on_said(message)

    def _made(self, work: Workplace, settings: ScreenSettings) -> CustomerDisplay:
        """Return the display, made now if it was not yet; it knows the board's orders."""
        from app.ui.customer_display.customer_display import CustomerDisplay

        if self.display is None:
            choices, timezone = settings.display, settings.timezone
            self.display = CustomerDisplay(choices, timezone, self._window, self._now)
            self.display.number_ready.connect(self.on_number_ready)
            self.display.said.connect(self.on_said)
            self.display.show_orders(work.board.orders())
        return self.display

    @Slot()
    def _on_due(self) -> None:
        work, settings = self._work, self._settings
        if work is None or settings is None:
            return
        if self.display is not None:
            self.display.choose(settings.display, settings.timezone)
        elif settings.display.enabled:
            self._made(work, settings).start()
