"""A screen made anew in small pieces, behind the one that is used meanwhile."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from app.domain.settings_news import SettingsKept
from app.ui.in_slices import InSlices
from app.ui.lasting_news import LastingNews, told_again
from app.ui.place import Place
from app.ui.typing_place import go_on_typing, typing_in

if TYPE_CHECKING:
    from app.domain.news import News
    from app.ui.services import Services
    from app.ui.workplace import Workplace

_WAIT_MS: Final = 50  # before it is looked again whether anybody is in the midst of something
_TURN_MS: Final = 1  # in which a page may make some more of itself


class Renewal(QObject):
    """Makes one new screen ready: its parts, what it has to know, and where staff are.

    Whatever the old screen is told meanwhile, `take` must be told too. It begins by itself and ends
    with `swap`, or with `give_up`, after which there is no new screen.

    Thread: gui. Signals: `ready` when the new screen shows what the old one does and nobody is in
    the midst of something; whoever hears it must `swap` at once.
    """

    ready = Signal()

    def __init__(
        self,
        old: Workplace,
        new: Workplace,
        services: Services | None,
        lasting: LastingNews,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        """Make `new`, of which nothing is made yet, ready to stand where `old` stands."""
        super().__init__(parent)
        self._old = old
        self._new = new
        self._services = services
        self._now = now
        self._holds = lasting.all(now())
        self._heard: deque[News] = deque()  # whatever came since
        self._kept: list[SettingsKept] = []
        self._making = InSlices(self)
        self._making.sliced.connect(self._on_sliced)
        self._making.begin(self._pieces())

    def take(self, news: News) -> None:
        """Keep what was told to the old screen for the new one."""
        self._heard.append(news)

    def give_up(self) -> None:
        """Make no more of the new screen, and throw away what there is of it."""
        self._making.stop()
        self._new.root.deleteLater()
        self.deleteLater()

    def swap(self) -> Workplace:
        """Let the new screen stand in for the old one, which rings no more; return it."""
        old, new = self._old, self._new
        typing = typing_in(old.root)
        old.stop()
        new.bells.take_over(old.bells)
        new.root.setGeometry(old.root.geometry())
        new.fitting.fit()
        new.root.show()
        field = go_on_typing(new.root, typing) if typing is not None else None
        if field is not None and old.keyboard.is_up:
            new.keyboard.show_for(field)
        for news in self._kept:
            new.take(news)
        self.deleteLater()
        return new

    def _furnished(self) -> Iterator[int]:
        """Make all parts, and tell them what lasts."""
        new = self._new
        while new.make_part():
            yield 0
        new.bells.rest()
        if self._services is not None:
            new.connect_services(self._services)
            yield 0
        for news in self._holds:
            new.take(news)
            yield 0

    def _caught_up(self) -> Iterator[int]:
        """Go where the old screen is and hear what it has heard, until it can be left."""
        old, new = self._old, self._new
        shown = None
        while True:
            place = Place.on(old)
            if place != shown:
                shown = place
                place.make_page_on(new)
                yield 0
                place.show_on(new)
                yield 0
            elif self._heard:
                again = told_again(self._heard.popleft(), self._now())
                if isinstance(again, SettingsKept):
                    self._kept.append(again)  # it is said on the page that is seen
                elif again is not None:
                    new.take(again)
                yield 0
            elif any(each.is_busy for each in new.root.findChildren(InSlices)):
                yield _TURN_MS
            elif old.is_free():
                return
            else:
                yield _WAIT_MS

    def _pieces(self) -> Iterator[int]:
        """Do the steps, of which none may take the focus.

        A page gives it to its first field, also while nobody sees it.
        """
        steps, window = chain(self._furnished(), self._caught_up()), self._old.root.window()
        while True:
            focus = window.focusWidget()
            wait = next(steps, None)
            taken = window.focusWidget()
            if taken is not None and taken is not focus:
                (taken.clearFocus if focus is None else focus.setFocus)()
            if wait is None:
                return
            yield wait

    @Slot()
    def _on_sliced(self) -> None:
        if not self._making.is_busy:
            self.ready.emit()
