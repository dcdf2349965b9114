"""Where staff are on the screen, so that one made anew goes on there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Place:
    """What staff look at: a page ("" for the board), its section, the opened order, and whether the
    totals are shown and count new orders. Thread: gui."""

    page: str
    section: str
    order_id: str
    settings_open_until: datetime | None  # without the PIN
    totals: bool
    totals_with_new: bool

    @classmethod
    def on(cls, work: Workplace) -> Self:
        """Return what is seen of a screen now."""
        return cls(
            work.pages.key,
            work.away.section,
            work.opened.order_id,
            work.guard.settings_open_until,
            work.board.shows_totals,
            work.board.totals.with_new.isChecked(),
        )

    def make_page_on(self, work: Workplace) -> None:
        """Make the page that `show_on` is going to show."""
        if self.section:
            work.away.section = self.section
        if self.page:
            work.pages.make(self.page)

    def show_on(self, work: Workplace) -> None:
        """Show on another screen what was seen on the one before."""
        work.guard.settings_open_until = self.settings_open_until
        work.board.totals.with_new.setChecked(self.totals_with_new)
        work.board.show_totals(self.totals)
        if self.order_id and self.order_id != work.opened.order_id:
            work.opened.open(self.order_id)
        elif not self.order_id and work.opened.order_id:
            work.opened.close()
        self.make_page_on(work)
        if self.page != work.pages.key:
            work.pages.turn_to(self.page)
