"""Where pages and dialogs lie: what the window and the on-screen keyboard leave of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QRegion

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


class Fitting(QObject):
    """Fits everything to the window, and makes room for the on-screen keyboard.

    Thread: gui.
    """

    def __init__(self, place: Workplace) -> None:
        """Fit the parts of `place`, which are all made."""
        super().__init__(place)
        self._place = place

    def fit(self) -> None:
        """Fit board, page and scan answer to the window."""
        place = self._place
        place.keyboard.fit()
        self._fit_pages()
        place.scans.fit()
        place.bells.fit()
        place.banners.set_most(1 if place.stage.is_low else 2)
        place.stage.banners.set_close(place.stage.is_short, also_one=place.stage.is_tight)
        self.on_placed()

    @Slot()
    def on_dialog_opened(self) -> None:
        """Give a dialog's fields their keyboard buttons; it opens with the whole height."""
        keyboard, dialog = self._place.keyboard, self._place.layer.dialog
        keyboard.on_hide()
        if dialog is not None:
            keyboard.equip(dialog)

    @Slot()
    def on_keyboard(self) -> None:
        """Make room for the on-screen keyboard, or take it back."""
        self._fit_pages()
        self.on_placed()

    @Slot()
    def on_turned(self) -> None:
        """Give a page's fields their keyboard buttons; its own one may have the focus."""
        keyboard, pages = self._place.keyboard, self._place.pages
        keyboard.on_perhaps_left()
        page = pages.page(pages.key)
        if page is not None:
            keyboard.equip(page)

    @Slot()
    def on_placed(self) -> None:
        """Tell the dialogs where they lie."""
        place = self._place
        places, whole, room = place.stage.places, place.root.rect(), place.keyboard.room
        if place.pages.key:  # the board may not have been seen yet
            place.layer.set_areas(QRegion(whole), room(whole))
        elif places is not None:
            place.layer.set_areas(places.veiled, room(places.dialogs))

    def _fit_pages(self) -> None:
        """Let a page end above the on-screen keyboard; the board and what lies under a dialog do
        not move."""
        place = self._place
        whole = place.root.rect()
        moves = place.pages.key and place.layer.dialog is None
        place.pages.fit(place.keyboard.room(whole) if moves else whole)
