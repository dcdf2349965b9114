"""The board's screen and the pages away from it, of which one is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.stage import Stage
from app.ui.theme import Theme
from app.ui.widgets import BellLook, PageBar


class Page(QWidget):
    """What every page away from the board has: a `bar` at its top, for which it finds the place.

    Thread: gui. Signals: `left` to go back, `bell_pressed`.
    """

    left = Signal()
    bell_pressed = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        """Make the bar of the page `title`."""
        super().__init__()
        self.bar = PageBar(theme, title)
        self.bar.back_pressed.connect(self.left)
        self.bar.bell.acted.connect(self.bell_pressed)

    def entered(self) -> None:
        """Get ready to be seen."""

    def show_new_orders(self, count: int) -> None:
        """Say how many new orders wait on the board."""
        self.bar.show_new_orders(count)

    def show_bell(self, look: BellLook) -> None:
        """Say how the alarm stands."""
        self.bar.bell.show_look(look)

    def show_time(self, clock: str) -> None:
        """Show the time."""
        self.bar.show_time(clock)


class Pages(QObject):
    """Turns between the board and the pages; a page is made when it is first wanted.

    Thread: gui. Signals: `turned` after another page is seen, `bell_pressed` on any page.
    """

    turned = Signal()
    bell_pressed = Signal()

    def __init__(self, window: QWidget, stage: Stage) -> None:
        """Begin with the board."""
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._made: dict[str, Page] = {}
        self._makers: dict[str, Callable[[], Page]] = {}
        self._key = ""
        self._count = 0
        self._clock = ""
        self._bell = BellLook.CALM

    @property
    def key(self) -> str:
        """Return the key of the page that is seen, "" for the board."""
        return self._key

    def add(self, key: str, maker: Callable[[], Page]) -> None:
        """Say how the page `key` is made."""
        self._makers[key] = maker

    def page(self, key: str) -> Page | None:
        """Return a page that has been made."""
        return self._made.get(key)

    def make(self, key: str) -> None:
        """Make a page that is going to be wanted, if it was not made yet."""
        if key in self._made:
            return
        page = self._makers[key]()
        page.setParent(self._window)
        page.left.connect(self.on_left)
        page.show_new_orders(self._count)
        page.bell_pressed.connect(self.bell_pressed)
        page.show_bell(self._bell)
        page.show_time(self._clock)
        self._made[key] = page

    def turn_to(self, key: str) -> Page | None:
        """Show a page, "" for the board; return the page."""
        if key:
            self.make(key)
        self._key = key
        self.fit(self._window.rect())
        self._stage.setVisible(not key)
        for each, page in self._made.items():
            page.setVisible(each == key)
        shown = self._made.get(key)
        if shown is not None:
            shown.entered()
        self.turned.emit()
        return shown

    def fit(self, rect: QRect) -> None:
        """Give the seen page the whole window."""
        self._stage.setGeometry(rect)
        page = self._made.get(self._key)
        if page is not None:
            page.setGeometry(rect)

    def show_new_orders(self, count: int) -> None:
        """Say on every page how many new orders wait."""
        self._count = count
        for page in self._made.values():
            page.show_new_orders(count)

    def show_bell(self, look: BellLook) -> None:
        """Say on every page how the alarm stands."""
        self._bell = look
        for page in self._made.values():
            page.show_bell(look)

    def show_time(self, clock: str) -> None:
        """Show the time on every page."""
        if clock != self._clock:
            self._clock = clock
            for page in self._made.values():
                page.show_time(clock)

    @Slot()
    def on_left(self) -> None:
        """Go back to the board."""
        self.turn_to("")
