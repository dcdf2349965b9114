"""The customer display at work: on the second screen while there is one, and back when it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QWidget

from app.domain.news import OrdersChanged
from app.domain.snapshot import OrderSnapshot
from app.ui.customer_display.choices import DisplayChoices
from app.ui.customer_display.face import DisplayFace
from app.ui.customer_display.logo import LogoReader
from app.ui.customer_display.numbers import NumberBoard
from app.ui.customer_display.screens import screen_for
from app.ui.theme import Shape
from app.ui.widgets import Message
from app.ui.wording.marked import translate

if TYPE_CHECKING:
    from app.domain.news import News

SOON_MS: Final = 50
"""Changes within this are shown at once: a burst is one painting."""
TICK_MS: Final = 1000
_FEET: Final = 160  # message strip and lamps, and the frame
_BARE: Final = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
_FULL: Final = _BARE | Qt.WindowType.FramelessWindowHint


class CustomerDisplay(QObject):
    """Shows the numbers on the screen that the till's window is not on.

    It never takes the focus and never lies over the till: without a second screen it is hidden, and
    it comes back by itself. It belongs to the window, not to what is rebuilt inside it.

    Thread: gui. Signals: `number_ready` when a number is shown as ready for the first time and is
    to be heard; `said(Message)` when the screen is missing, once each time.
    """

    number_ready = Signal()
    said = Signal(object)

    def __init__(
        self,
        choices: DisplayChoices,
        timezone: ZoneInfo,
        till: QWidget,
        now: Callable[[], datetime],
    ) -> None:
        """Make the display of the window `till`; it is seen after `start` or `show_beside`."""
        super().__init__(till)
        self._choices = choices
        self._timezone = timezone
        self._till = till
        self._now = now
        self._numbers = NumberBoard(choices)
        self._screen: QScreen | None = None
        self._room = QRect()
        self._is_told = False
        self._has_ended = False
        self._is_beside = False  # a window like any other, for the demo
        # Without a parent: a window that belongs to another lies over it and moves with it.
        self.face = DisplayFace(choices)
        self.face.setWindowTitle(self.face.accessibleName())
        self.face.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.face.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._logo = LogoReader(self)
        self._logo.read.connect(self.on_logo)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.on_time)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.on_tick)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self.on_screens_changed)
        application.screenRemoved.connect(self.on_screen_removed)
        self._read_logo()

    @property
    def is_shown(self) -> bool:
        """Whether customers can see it."""
        return self.face.isVisible()

    def start(self) -> None:
        """Show it on the second screen from now on, whenever there is one."""
        self._is_beside = False
        self._tick.start()
        self.on_time()
        self.on_screens_changed()

    def show_beside(self) -> None:
        """Show it as a window on the till's own screen, or hide it again: to see what it is."""
        if self._is_beside and self.face.isVisible():
            self.face.hide()
            return
        self._is_beside = True
        self._screen = None
        self._tick.start()
        self.on_time()
        self.face.setWindowFlags(_BARE)
        self.face.setWindowState(Qt.WindowState.WindowNoState)
        size, till = self.face.sizeHint(), self._till.frameGeometry()
        self.face.resize(size)
        self.face.move(till.left() + 16, till.bottom() - size.height() - _FEET)
        self.face.show()
        self.face.raise_()

    def choose(self, choices: DisplayChoices, timezone: ZoneInfo) -> None:
        """Show by other choices from now on."""
        self._choices, self._timezone = choices, timezone
        self._numbers.choose(choices)
        self.face.choose(choices)
        self._read_logo()
        if not choices.enabled and not self._is_beside:
            self._tick.stop()
            self._leave()
        elif choices.enabled:
            self.start()

    def show_orders(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take in changed orders."""
        if self._has_ended:
            return
        self._numbers.take(snapshots)
        if not self._soon.isActive():
            self._soon.start()

    def take(self, news: News) -> None:
        """Take what concerns customers of a message of the core."""
        if isinstance(news, OrdersChanged):
            self.show_orders(news.orders)

    def stop(self) -> None:
        """Close it for good; a second time changes nothing."""
        if self._has_ended:
            return
        self._has_ended = True
        self._soon.stop()
        self._tick.stop()
        self.face.hide()
        self.face.deleteLater()

    # --- time -------------------------------------------------------------------------------------

    @Slot()
    def on_time(self) -> None:
        """Show what is to be seen now."""
        now = self._now()
        self.face.show_clock(now.astimezone(self._timezone).strftime("%H:%M"))
        self.face.show_numbers(self._numbers.at(now))
        if self._numbers.newly_ready(now) and self._choices.sound and self.is_shown:
            self.number_ready.emit()

    @Slot()
    def on_tick(self) -> None:
        """Follow the time, and the till's window if that was moved."""
        self.on_time()
        if self._choices.enabled and not self._is_beside:
            self._settle()

    # --- screens ----------------------------------------------------------------------------------

    @Slot()
    def on_screens_changed(self) -> None:
        """Find the screen anew, once the system has put all windows where they belong."""
        QTimer.singleShot(0, self, self._settle)

    @Slot(QScreen)
    def on_screen_removed(self, screen: QScreen) -> None:
        """Hide before the system moves the window to the till's screen."""
        if screen == self._screen:
            self._leave()
        self.on_screens_changed()

    @Slot()
    def _settle(self) -> None:
        """Lie on the second screen, or hide when there is none."""
        if self._has_ended or self._is_beside or not self._choices.enabled:
            return
        till, name = self._till, self._choices.screen
        screens = QGuiApplication.screens()
        screen = screen_for(screens, till.frameGeometry(), till.screen(), name)
        if screen is None:
            self._leave()
            self._tell()
        elif screen != self._screen or not self._lies_on(screen):
            self._lie_on(screen)

    def _lies_on(self, screen: QScreen) -> bool:
        # By what was asked for, not by what came of it: some systems do not tell, or round.
        asked = self._room == screen.geometry() and self.face.screen() == screen
        return asked and self.face.isVisible()

    def _lie_on(self, screen: QScreen) -> None:
        self._screen, self._is_told = screen, False
        self._room = screen.geometry()
        self.face.hide()
        self.face.setWindowFlags(_FULL)
        self.face.setScreen(screen)
        # Given its size too: without a window manager nobody else would.
        self.face.setGeometry(self._room)
        # Not showFullScreen, which asks for the focus.
        self.face.setWindowState(Qt.WindowState.WindowFullScreen)
        self.face.show()

    def _leave(self) -> None:
        self._screen = None
        self.face.hide()

    def _tell(self) -> None:
        """Say once that there is no screen for customers."""
        if self._is_told:
            return
        self._is_told = True
        head = translate("CustomerDisplay", "There is no second screen for customers.")
        rest = translate(
            "CustomerDisplay", "Orders go on. Plug the screen in: the customer display comes back."
        )
        if self._choices.screen:
            rest = translate(
                "CustomerDisplay",
                "Orders go on. Plug “{screen}” in, or choose another screen in the settings.",
            ).format(screen=self._choices.screen)
        time = self._now().astimezone(self._timezone).strftime("%H:%M")
        self.said.emit(Message(Shape.WARN, head, rest, time))

    # --- the logo ---------------------------------------------------------------------------------

    def _read_logo(self) -> None:
        if self._choices.logo is None:
            self.face.show_logo(QImage())
        else:
            self._logo.want(self._choices.logo)

    @Slot(object)
    def on_logo(self, logo: QImage) -> None:
        """Show the logo that was read; one that cannot be read is left out."""
        self.face.show_logo(logo)
