"""Leaving the window: a shop may want its PIN for it, and a kiosk is not left by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.workplace import Workplace


class Leaving(QObject):
    """Lets the window be closed by those who may, and keeps a kiosk over the whole screen.

    Thread: gui.
    """

    def __init__(self, theme: Theme, window: MainWindow, *, kiosk: bool) -> None:
        """Watch over `window`, which asks `is_held` whenever it is told to close."""
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._kiosk = kiosk
        self._work: Workplace | None = None
        self._is_open = False
        self._may_leave = False

    def ask_on(self, work: Workplace) -> None:
        """Ask on this screen from now on; there it can be said, too, that Pult is to close."""
        self._work = work
        work.people.close_wanted.connect(self._on_close_wanted)

    def set_open(self) -> None:
        """Look at PINs from now on: the till is open."""
        self._is_open = True

    def set_kiosk(self, kiosk: bool) -> None:
        """Let the window be a kiosk from now on, or one that is left like any other."""
        if kiosk is not self._kiosk:
            self._kiosk = kiosk
            self._window.show_large(kiosk=kiosk)

    def is_held(self) -> bool:
        """Whether closing the window needs a word before, see `ask`."""
        if self._may_leave or not self._window.isVisible():
            return False
        return self._kiosk or self._wants_pin()

    def ask(self) -> None:
        """Ask for that word, and close the window after it."""
        if self._work is None or not self._is_open:
            return  # a kiosk that is being opened: there is nobody yet to look at a PIN
        from app.domain.staff import GuardedAct

        plainly = self._ask_plainly if self._kiosk else self._leave
        self._work.guard.ask(GuardedAct.CLOSING, self._leave, plainly)

    def state_changed(self) -> None:
        """Take a kiosk back to the whole screen, whatever the window's manager was told."""
        window = self._window
        away = not window.isFullScreen() or window.isMinimized()
        if self._kiosk and away and window.isVisible():
            QTimer.singleShot(0, self, self._on_left_kiosk)

    def _wants_pin(self) -> bool:
        if self._work is None or not self._is_open:
            return False
        from app.domain.staff import GuardedAct

        return self._work.guard.guards(GuardedAct.CLOSING)

    def _ask_plainly(self) -> None:
        if self._work is None:
            return
        from app.ui.staff.confirm_dialog import ConfirmDialog

        text = self.tr(
            "The orders on this till are kept. Until Pult is started again no new order is "
            "announced and nothing is printed."
        )
        words = {"back": self.tr("Stay"), "action": self.tr("Close Pult")}
        dialog = ConfirmDialog(self._theme, self.tr("Close Pult?"), text, **words)
        dialog.confirmed.connect(self._leave)
        self._work.layer.open(dialog)

    @Slot()
    def _leave(self) -> None:
        self._may_leave = True
        self._window.close()

    @Slot()
    def _on_close_wanted(self) -> None:
        self._window.close()

    @Slot()
    def _on_left_kiosk(self) -> None:
        if self._kiosk and not self._may_leave:
            self._window.show_large(kiosk=True)
