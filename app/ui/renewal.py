"""A screen made anew in small pieces, behind the one that is used meanwhile."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.ui.lasting_news import LastingNews, told_again
from app.ui.typing_place import go_on_typing, typing_in

if TYPE_CHECKING:
    from app.domain.news import News
    from app.ui.services import Services
    from app.ui.workplace import Workplace

SLICE_MS: Final = 8.0
"""So long pieces are made before the window gets its turn; the longest piece comes on top."""
_WAIT_MS: Final = 50  # before it is looked again whether anybody is in the midst of something


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
        self._lasting = lasting
        self._now = now
        self._heard: deque[News] | None = None
        self._steps = self._all_steps()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_step)
        self._timer.start(0)

    def take(self, news: News) -> None:
        """Keep what was told to the old screen for the new one."""
        if self._heard is not None:
            self._heard.append(news)

    def give_up(self) -> None:
        """Make no more of the new screen, and throw away what there is of it."""
        self._timer.stop()
        self._new.root.deleteLater()
        self.deleteLater()

    def swap(self) -> Workplace:
        """Let the new screen stand in for the old one, which rings no more; return it."""
        old, new = self._old, self._new
        new.bells.take_over(old.bells)
        old.stop()
        new.root.setGeometry(old.root.geometry())
        new.fit()
        self.deleteLater()
        return new

    def go_on_typing(self) -> None:
        """Give the focus, and what is being typed, to the same field of the new screen."""
        typing = typing_in(self._old.root)
        if typing is not None:
            field = go_on_typing(self._new.root, typing)
            if field is not None and self._old.keyboard.is_up:
                self._new.keyboard.show_for(field)

    def _all_steps(self) -> Iterator[int]:
        """Do one piece after the other; yield after how many ms the next one may follow."""
        old, new = self._old, self._new
        while new.make_part():
            yield 0
        new.bells.rest()
        if self._services is not None:
            new.connect_services(self._services)
            yield 0
        self._heard = deque()  # whatever comes from now on is not among what is told next
        for news in self._lasting.all(self._now()):
            new.take(news)
            yield 0
        shown = None
        while True:
            place = old.place()
            if place != shown:
                shown = place
                new.go_to(place)
                yield 0
            elif self._heard:
                again = told_again(self._heard.popleft(), self._now())
                if again is not None:
                    new.take(again)
                yield 0
            elif old.is_free():
                return
            else:
                yield _WAIT_MS

    @Slot()
    def _on_step(self) -> None:
        began = perf_counter()
        while (perf_counter() - began) * 1000 < SLICE_MS:
            wait = next(self._steps, None)
            if wait is None:
                self.ready.emit()
                return
            if wait:
                self._timer.start(wait)
                return
        self._timer.start(0)
