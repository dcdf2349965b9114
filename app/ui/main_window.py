"""The window: painted at once, furnished after that, then given the till's services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from app.domain.staff import GuardedAct
from app.ui.entrance import Entrance
from app.ui.relay import Relay
from app.ui.rooms import PAGES, ROOMS
from app.ui.screen_settings import ScreenSettings
from app.ui.theme import Theme
from app.ui.wording.screen_language import ScreenLanguage

if TYPE_CHECKING:
    from app.domain.news import News
    from app.ui.customer_display.customer_display import CustomerDisplay
    from app.ui.demo import DemoWindow
    from app.ui.demo.demo_desk import DemoDesk
    from app.ui.lasting_news import LastingNews
    from app.ui.renewal import Renewal
    from app.ui.services import Services
    from app.ui.settings_kit.draft import Draft
    from app.ui.still import Still
    from app.ui.widgets import Message
    from app.ui.workplace import Workplace


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
        settings: ScreenSettings,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Make the window; news arrive through `relay` from now on."""
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._now = now
        self._language = ScreenLanguage(self)
        self._language.speak(settings.language)
        self._made_in = settings.language
        self._still: Still | None = None
        self._work: Workplace | None = None
        self._begun: Workplace | None = None
        self._renewal: Renewal | None = None
        self._early: list[News] = []
        self._lasting: LastingNews | None = None
        self._services: Services | None = None
        self._draft: Draft | None = None
        self._wanted: ScreenSettings | None = None
        self._follows = False
        self._demo_window: DemoWindow | None = None
        self._demo: DemoDesk | None = None
        self._display: CustomerDisplay | None = None
        self._may_leave = False
        self.setWindowTitle("Pult")
        self.setAccessibleName("Pult")
        self._root = QWidget(self)
        self.setCentralWidget(self._root)
        self._entrance: Entrance | None = Entrance(theme, settings, now, self._root)
        self._entrance.painted.connect(self._on_painted)
        self._furnishing = QTimer(self)
        self._furnishing.timeout.connect(self._on_furnishing)
        self._rooms = list(ROOMS)
        self._later_rooms = list(PAGES)
        relay.news_published.connect(self.on_news)
        QCoreApplication.instance().aboutToQuit.connect(self.on_quit)  # type: ignore[union-attr]
        wanted = QSize(theme.px(1280), theme.px(800))
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size()))

    @property
    def work(self) -> Workplace:
        """Return everything inside the window, made now if it was not yet."""
        if self._work is None:
            begun = self._begun or self._begin(self._root)
            begun.make()
            self._work = self._open(begun)
        return self._work

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
        self._services = services
        self.work.connect_services(services)

    def renew(self, settings: ScreenSettings) -> None:
        """Make the whole screen anew for other settings; it goes on where it was.

        It takes a while, in which the screen that is there is used on. While a dialog is open it
        waits: what was begun in it is not lost.
        """
        if settings.kiosk is not self._settings.kiosk:
            self.show_large(kiosk=settings.kiosk)
        self._settings = self._wanted = settings
        self._give_up_renewal()
        work = self._work if self._begun is None else self.work  # that one has the settings before
        if work is not None and work.layer.dialog is None:
            self._begin_renewal(work)

    def show_fatal(self, reason: str) -> None:
        """Say over the whole window that the orders cannot be opened; Pult ends soon after."""
        from app.ui.fatal import FatalPage

        self._furnishing.stop()
        self._give_up_renewal()
        head = self.tr("Pult cannot open its orders")
        lines = (
            self.tr("Nothing was changed. The orders are kept as they were left."),
            self.tr("Take new orders on the vendors' own devices, and call whoever sees to Pult."),
        )
        FatalPage(self._theme, head, lines, reason, self._root)

    def add_demo(self, window: DemoWindow) -> None:
        """Show the demo's window whenever the board is free."""
        self._demo_window = window
        window.display_wanted.connect(self.on_display_wanted)
        if self._work is not None:
            self._show_demo(self._work)

    @Slot(object)
    def on_news(self, news: News) -> None:
        """Show one message of the core, or keep it until there is something to show it in."""
        if self._work is None:
            self._early.append(news)
            return
        self._note(news)
        self._work.take(news)
        if self._renewal is not None:
            self._renewal.take(news)
        if self._display is not None:
            self._display.take(news)

    @Slot()
    def on_number_ready(self) -> None:
        """Let customers hear that another number is ready."""
        self.work.bells.on_number_ready()

    @Slot(object)
    def on_display_said(self, message: Message) -> None:
        """Say in the strip what is amiss with the customer display."""
        self.work.messages.on_said(message)

    @Slot()
    def on_display_wanted(self) -> None:
        """Show the customer display as a window, or hide it again: the demo's button."""
        self._customer_display(self.work).show_beside()

    @Slot()
    def on_quit(self) -> None:
        """Let go of what runs beside the window."""
        self._furnishing.stop()
        self._give_up_renewal()
        if self._display is not None:
            self._display.stop()
        if self._work is not None:
            self._work.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first where the shop wants it; take the demo's window along."""
        if self._is_held():
            event.ignore()
            self._ask_to_leave()
            return
        self.on_quit()
        if self._demo is not None:
            self._demo.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep a kiosk over the whole screen, whatever the window's manager was told."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.WindowStateChange or not self._settings.kiosk:
            return
        away = not self.isFullScreen() or self.isMinimized()
        if away and self.isVisible():
            QTimer.singleShot(0, self, self._on_left_kiosk)

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
            self._work.fit()
        if self._demo is not None:
            self._demo.fit()

    def come_to_front(self) -> None:
        """Let the window be seen, in front of others: somebody has started Pult once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _is_held(self) -> bool:
        """Whether closing the window needs a word before."""
        if self._may_leave or not self.isVisible():
            return False
        guarded = GuardedAct.CLOSING in self._settings.pin_for and self._services is not None
        return self._settings.kiosk or guarded

    def _ask_to_leave(self) -> None:
        if self._work is None or self._services is None:
            return  # a kiosk that is being opened: there is nobody yet to look at a PIN
        plainly = self._ask_plainly if self._settings.kiosk else self._leave
        self._work.guard.ask(GuardedAct.CLOSING, self._leave, plainly)

    def _ask_plainly(self) -> None:
        from app.ui.staff.confirm_dialog import ConfirmDialog

        text = self.tr(
            "The orders on this till are kept. Until Pult is started again no new order is "
            "announced and nothing is printed."
        )
        words = {"back": self.tr("Stay"), "action": self.tr("Close Pult")}
        dialog = ConfirmDialog(self._theme, self.tr("Close Pult?"), text, **words)
        dialog.confirmed.connect(self._leave)
        self.work.layer.open(dialog)

    @Slot()
    def _leave(self) -> None:
        self._may_leave = True
        self.close()

    @Slot()
    def _on_close_wanted(self) -> None:
        self.close()

    @Slot()
    def _on_left_kiosk(self) -> None:
        if self._settings.kiosk and not self._may_leave:
            self.show_large(kiosk=True)

    def _begin(self, root: QWidget) -> Workplace:
        """Begin with everything inside the window, of which nothing is made yet."""
        from app.ui.settings_kit.draft import Draft
        from app.ui.workplace import Workplace

        self._rooms.clear()
        if self._draft is None:
            self._draft = Draft(self)
        return Workplace(self._theme, self._settings, root, self._now, self._draft)

    def _open(self, work: Workplace) -> Workplace:
        """Let what was made be seen and used."""
        self._begun = None
        if self._entrance is not None:
            # Hidden, not deleted: a screen reader may just be asking about it.
            self._entrance.hide()
        work.layer.opened.connect(self._on_dialog_opened)
        work.layer.closed.connect(self._on_dialog_closed)
        work.people.close_wanted.connect(self._on_close_wanted)
        early, self._early = self._early, []
        for news in early:
            self._note(news)
            work.take(news)
        if self._demo_window is not None:
            self._show_demo(work)
        QTimer.singleShot(0, self, self._on_display_due)
        return work

    def _customer_display(self, work: Workplace) -> CustomerDisplay:
        """Return the customer display, made now if it was not yet; it knows the board's orders."""
        from app.ui.customer_display.customer_display import CustomerDisplay

        if self._display is None:
            choices, timezone = self._settings.display, self._settings.timezone
            self._display = CustomerDisplay(choices, timezone, self, self._now)
            self._display.number_ready.connect(self.on_number_ready)
            self._display.said.connect(self.on_display_said)
            self._display.show_orders(work.board.orders())
        return self._display

    def _note(self, news: News) -> None:
        from app.ui.lasting_news import LastingNews

        if self._lasting is None:
            self._lasting = LastingNews()
        self._lasting.note(news)

    def _begin_renewal(self, old: Workplace) -> None:
        from app.ui.lasting_news import LastingNews
        from app.ui.renewal import Renewal
        from app.ui.still import Still

        if self._made_in != self._settings.language:
            self._still = Still(old.root)  # what it says from now on is of the other language
        self._language.speak(self._settings.language)
        if self._lasting is None:
            self._lasting = LastingNews()
        self._lasting.forget_lamps(self._settings.lamps())
        root = QWidget(self)
        root.setGeometry(self._root.geometry())
        new = self._begin(root)
        self._renewal = Renewal(old, new, self._services, self._lasting, self._now, self)
        self._renewal.ready.connect(self._on_renewed)

    def _give_up_renewal(self) -> None:
        if self._renewal is None:
            return
        self._renewal.give_up()
        self._renewal = None
        if self._still is not None:
            self._still.deleteLater()
            self._still = None

    @Slot()
    def _on_renewed(self) -> None:
        renewal, self._renewal, self._wanted = self._renewal, None, None
        if renewal is None:
            return
        self._still = None  # it goes with the screen it lies over
        self._made_in = self._settings.language
        self._entrance = None
        work = renewal.swap()
        self._root = work.root
        self._work = self._open(work)
        self.setCentralWidget(self._root)  # the one that was there goes with all that is in it

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
    def _on_display_due(self) -> None:
        chosen = self._settings.display
        if self._display is not None:
            self._display.choose(chosen, self._settings.timezone)
        elif chosen.enabled:
            self._customer_display(self.work).start()

    @Slot()
    def _on_dialog_opened(self) -> None:
        self._give_up_renewal()  # it begins anew once the dialog is closed

    @Slot()
    def _on_dialog_closed(self) -> None:
        if self._wanted is not None and self._work is not None:
            QTimer.singleShot(0, self, self._on_renewal_due)

    @Slot()
    def _on_renewal_due(self) -> None:
        if self._wanted is not None:
            self.renew(self._wanted)

    @Slot()
    def _on_painted(self) -> None:
        self.first_painted.emit()
        if self._work is None:
            self._furnishing.start(0)

    @Slot()
    def _on_furnishing(self) -> None:
        if self._rooms:
            import_module(self._rooms.pop(0))
        elif self._work is None:
            self._begun = self._begun or self._begin(self._root)
            if not self._begun.make_part():
                self._work = self._open(self._begun)
        elif self._later_rooms:
            import_module(self._later_rooms.pop(0))
        else:
            self._furnishing.stop()
