"""The window: painted at once, furnished after that, then given the till's services."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.ui.customer_display.display_desk import DisplayDesk
from app.ui.entrance import Entrance, Welcome
from app.ui.furnishing import Furnishing
from app.ui.leaving import Leaving
from app.ui.relay import Relay
from app.ui.renewals import Renewals
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.domain.news import News
    from app.ui.demo import DemoWindow
    from app.ui.demo.demo_desk import DemoDesk
    from app.ui.screen_settings import ScreenSettings
    from app.ui.services import Services
    from app.ui.settings_kit.draft import Draft
    from app.ui.workplace import Workplace

_ACTIVATION: Final = "XDG_ACTIVATION_TOKEN"


def utc_now() -> datetime:
    """Return the present time, aware."""
    return datetime.now(UTC)


class MainWindow(QMainWindow):
    """Pult's one window; it says that the till is being opened until it is given the services.

    Thread: gui. Signals: `first_painted` once, when the window has been seen.
    """

    first_painted = Signal()

    def __init__(
        self,
        theme: Theme,
        relay: Relay,
        welcome: Welcome,
        settings: Callable[[], ScreenSettings],
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Make the window; news arrive through `relay` from now on.

        The `settings` of its screen are asked for once it has been seen: making them takes a while.
        """
        super().__init__()
        self._theme = theme
        self._first_settings = settings
        self._in_force: ScreenSettings | None = None
        self._now = now
        self._renewals = Renewals(welcome.language, self._begin, now, self)
        self._renewals.renewed.connect(self._on_renewed)
        self._display = DisplayDesk(self, now)
        self._leaving = Leaving(theme, self, kiosk=welcome.kiosk)
        self._work: Workplace | None = None
        self._early: list[News] = []
        self._draft: Draft | None = None
        self._follows = False
        self._demo_window: DemoWindow | None = None
        self._demo: DemoDesk | None = None
        self.setWindowTitle("Pult")
        self._root = QWidget(self)
        self.setCentralWidget(self._root)
        self._entrance: Entrance | None = Entrance(theme, welcome, now, self._root)
        self._entrance.painted.connect(self._on_painted)
        self._furnishing = Furnishing(lambda: self._begin(self._root), self)
        self._furnishing.furnished.connect(self._on_furnished)
        relay.news_published.connect(self.on_news)
        QCoreApplication.instance().aboutToQuit.connect(self.on_quit)  # type: ignore[union-attr]
        wanted = QSize(theme.px(1280), theme.px(800))
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size()))

    @property
    def _settings(self) -> ScreenSettings:
        if self._in_force is None:
            self._in_force = self._first_settings()
        return self._in_force

    @property
    def work(self) -> Workplace:
        """Return everything inside the window, made now if it was not yet."""
        return self._work or self._furnishing.finish()

    def show_large(self, *, kiosk: bool = False) -> None:
        """Show it over the whole screen; as a `kiosk` with nothing beside or above it.

        It is given its size too: without a window manager nobody else would.
        """
        screen = self.screen()
        self.setGeometry(screen.geometry() if kiosk else screen.availableGeometry())
        if kiosk:
            self.showFullScreen()
        else:
            self.showMaximized()

    def connect_services(self, services: Services) -> None:
        """Show the board: the till is open."""
        self.work.connect_services(services)
        self._renewals.connect_services(services)
        self._leaving.set_open()

    def renew(self, settings: ScreenSettings) -> None:
        """Make the whole screen anew for other settings; it goes on where it was.

        It takes a while, in which the screen that is there is used on. While a dialog is open it
        waits: what was begun in it is not lost.
        """
        self._leaving.set_kiosk(settings.kiosk)
        self._in_force = settings
        if self._furnishing.begun is not None:
            self._furnishing.finish()  # that one has the settings before
        self._renewals.renew(settings)

    def show_fatal(self, reason: str) -> None:
        """Say over the whole window that the orders cannot be opened; Pult ends soon after."""
        from app.ui.fatal import FatalPage

        self._furnishing.stop()
        self._renewals.stop()
        head = self.tr("Pult cannot open its orders")
        lines = (
            self.tr("Nothing was changed. The orders are kept as they were left."),
            self.tr("Take new orders on the vendors' own devices, and call whoever sees to Pult."),
        )
        FatalPage(self._theme, head, lines, reason, self._root)

    def add_demo(self, window: DemoWindow) -> None:
        """Show the demo's window whenever the board is free."""
        self._demo_window = window
        window.display_wanted.connect(self._display.on_wanted)
        if self._work is not None:
            self._show_demo(self._work)

    @Slot(object)
    def on_news(self, news: News) -> None:
        """Show one message of the core, or keep it until there is something to show it in."""
        if self._work is None:
            self._early.append(news)
            return
        self._renewals.take(news)
        self._work.take(news)
        self._display.take(news)

    @Slot()
    def on_quit(self) -> None:
        """Let go of what runs beside the window."""
        self._furnishing.stop()
        self._renewals.stop()
        self._display.stop()
        if self._work is not None:
            self._work.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where the shop wants it; take the demo's window along."""
        if self._leaving.is_held():
            event.ignore()
            self._leaving.ask()
            return
        self.on_quit()
        if self._demo is not None:
            self._demo.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep a kiosk over the whole screen, whatever the window's manager was told."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self._leaving.state_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the window to other screens, whose dots may be smaller."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None and not self._follows:
            self._follows = True
            handle.screenChanged.connect(self._on_screen_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is inside."""
        super().resizeEvent(event)
        if self._entrance is not None:
            self._entrance.setGeometry(self._root.rect())
        if self._work is not None:
            self._work.fitting.fit()
        if self._demo is not None:
            self._demo.fit()

    @Slot(str)
    def come_to_front(self, token: str = "") -> None:
        """Let the window be seen, in front of others: somebody has started Pult once more.

        `token` is what the desktop gave that start. On Wayland only who shows such a thing may come
        to the front; Qt takes it from the environment.
        """
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        if token:
            os.environ[_ACTIVATION] = token
        self.activateWindow()
        os.environ.pop(_ACTIVATION, None)  # used up, and not for programs that Pult starts

    def _begin(self, root: QWidget) -> Workplace:
        """Begin with everything inside the window, of which nothing is made yet."""
        from app.ui.settings_kit.draft import Draft
        from app.ui.workplace import Workplace

        if self._draft is None:
            self._draft = Draft(self)
        return Workplace(self._theme, self._settings, root, self._now, self._draft)

    def _open(self, work: Workplace) -> None:
        """Let what was made be seen and used."""
        self._work = work
        self._renewals.stand_by(work)
        self._leaving.ask_on(work)
        self._display.stand_by(work, self._settings)
        if self._demo_window is not None:
            self._show_demo(work)

    def _show_demo(self, work: Workplace) -> None:
        from app.ui.demo.demo_desk import DemoDesk

        if self._demo_window is not None:
            self._demo = DemoDesk(
                self._demo_window,
                self,
                work.panel,
                work.stage,
                work.layer,
                work.pages,
                work.scans,
                is_wanted=self._demo is None or self._demo_window.isVisible(),
            )

    @Slot(object)
    def _on_screen_changed(self, screen: QScreen) -> None:
        before = self._theme.scale
        self._theme.set_screen(screen)
        if self._theme.scale != before:
            self.renew(self._settings)

    @Slot()
    def _on_painted(self) -> None:
        self.first_painted.emit()
        if self._work is None:
            self._furnishing.start()

    @Slot(object)
    def _on_furnished(self, work: Workplace) -> None:
        if self._entrance is not None:
            # Hidden, not deleted: a screen reader may just be asking about it.
            self._entrance.hide()
        self._open(work)
        early, self._early = self._early, []
        for news in early:
            self.on_news(news)

    @Slot(object)
    def _on_renewed(self, work: Workplace) -> None:
        self._entrance = None
        self._root = work.root
        self._open(work)
        self.setCentralWidget(self._root)  # the one that was there goes with all that is in it
