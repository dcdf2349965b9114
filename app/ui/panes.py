"""F6 and Shift+F6: between the parts of the board's screen, as in any window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


class Panes(QObject):
    """Leads the focus from the cards to the opened order, to the message, and to the cards again.

    In the order it goes to the next move, so that Enter, F6, Enter accepts. Each part is entered
    where it was left last. With a page or a dialog over the board it does nothing.

    Thread: gui.
    """

    def __init__(self, place: Workplace) -> None:
        """Lead between the parts of `place`."""
        super().__init__(place)
        self._place = place
        self._left: dict[QWidget, QWidget] = {}

    @Slot()
    def on_next(self) -> None:
        """Go to the next part that can take the focus."""
        self._go(1)

    @Slot()
    def on_previous(self) -> None:
        """Go to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        place = self._place
        if place.pages.key or place.layer.dialog is not None:
            return
        panes: list[QWidget] = [place.board, place.panel, place.stage.strip]
        focus = place.root.window().focusWidget()
        here = next((pane for pane in panes if focus and pane.isAncestorOf(focus)), None)
        if here is not None and focus is not None:
            self._left[here] = focus
        first = panes.index(here) if here is not None else -1 if step > 0 else 0
        for away in range(1, len(panes) + 1):
            pane = panes[(first + step * away) % len(panes)]
            widget = self._entry(pane)
            if widget is not None:
                reason = Qt.FocusReason.TabFocusReason
                widget.setFocus(reason if step > 0 else Qt.FocusReason.BacktabFocusReason)
                place.ring.show_by_key()
                return

    def _entry(self, pane: QWidget) -> QWidget | None:
        """Return what takes the focus of a part, None where nothing does."""
        corner = self._place.panel.foot.corner
        if pane is self._place.panel and _takes_focus(corner):
            return corner
        left = self._left.get(pane)
        # What had the focus may be gone: a card's row, a message's button.
        if left is not None and isValid(left) and pane.isAncestorOf(left) and _takes_focus(left):
            return left
        children = (child for child in pane.findChildren(QWidget) if _takes_focus(child))
        return next(children, None)


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
