"""When the screen is made anew, and what is shown of it meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.wording.screen_language import ScreenLanguage

if TYPE_CHECKING:
    from app.domain.news import News
    from app.ui.lasting_news import LastingNews
    from app.ui.renewal import Renewal
    from app.ui.screen_settings import ScreenSettings
    from app.ui.services import Services
    from app.ui.still import Still
    from app.ui.workplace import Workplace


class Renewals(QObject):
    """Begins a `Renewal` for other settings; one at a time, and none while a dialog is open.

    Everything the screen is told, `take` must be told before.

    Thread: gui. Signals: `renewed(Workplace)` when the new screen stands in for the old one, which
    whoever hears it throws away.
    """

    renewed = Signal(object)

    def __init__(
        self,
        language: str,
        begin: Callable[[QWidget], Workplace],
        now: Callable[[], datetime],
        window: QWidget,
    ) -> None:
        """Speak `language`, until there are other settings; `begin` begins with a screen in a
        widget of `window`."""
        super().__init__(window)
        self._window = window
        self._begin = begin
        self._now = now
        self._language = ScreenLanguage(self)
        self._language.speak(language)
        self._made_in = language
        self._services: Services | None = None
        self._lasting: LastingNews | None = None
        self._work: Workplace | None = None
        self._wanted: ScreenSettings | None = None
        self._still: Still | None = None
        self.under_way: Renewal | None = None

    def connect_services(self, services: Services) -> None:
        """Give these to each new screen."""
        self._services = services
        if self._wanted is not None:
            self.renew(self._wanted)  # the one under way knows of none

    def stand_by(self, work: Workplace) -> None:
        """Take this for the screen that is used from now on."""
        self._work = work
        work.layer.opened.connect(self._on_dialog_opened)
        work.layer.closed.connect(self._on_dialog_closed)

    def take(self, news: News) -> None:
        """Keep what the screen is told for the next one."""
        self._lasting_news().note(news)
        if self.under_way is not None:
            self.under_way.take(news)

    def renew(self, settings: ScreenSettings) -> None:
        """Make the screen anew for `settings`, at once or when its dialog is closed.

        Before there is a screen nothing needs to be done.
        """
        self.stop()
        if self._work is not None:
            self._wanted = settings
            if self._work.layer.dialog is None:
                self._begin_one(self._work, settings)

    def stop(self) -> None:
        """Let the screen that is there be the last one, until another is wanted."""
        self._wanted = None
        self._give_up()

    def _lasting_news(self) -> LastingNews:
        from app.ui.lasting_news import LastingNews

        if self._lasting is None:
            self._lasting = LastingNews()
        return self._lasting

    def _begin_one(self, old: Workplace, settings: ScreenSettings) -> None:
        from app.ui.renewal import Renewal
        from app.ui.still import Still

        if self._made_in != settings.language:
            self._still = Still(old.root)  # what it says from now on is of the other language
        self._language.speak(settings.language)
        lasting = self._lasting_news()
        lasting.forget_lamps(settings.lamps())
        root = QWidget(self._window)
        root.setGeometry(old.root.geometry())
        new = self._begin(root)
        self.under_way = Renewal(old, new, self._services, lasting, self._now, self)
        self.under_way.ready.connect(self._on_ready)

    def _give_up(self) -> None:
        if self.under_way is None:
            return
        self.under_way.give_up()
        self.under_way = None
        if self._still is not None:
            self._still.deleteLater()
            self._still = None

    @Slot()
    def _on_ready(self) -> None:
        renewal, settings = self.under_way, self._wanted
        self.under_way = self._wanted = None
        if renewal is None or settings is None:
            return
        self._still = None  # it goes with the screen it lies over
        self._made_in = settings.language
        self.renewed.emit(renewal.swap())

    @Slot()
    def _on_dialog_opened(self) -> None:
        self._give_up()  # it begins anew once the dialog is closed

    @Slot()
    def _on_dialog_closed(self) -> None:
        if self._wanted is not None:
            QTimer.singleShot(0, self, self._on_due)

    @Slot()
    def _on_due(self) -> None:
        if self._wanted is not None:
            self.renew(self._wanted)
