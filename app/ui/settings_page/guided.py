"""Leads through the pages of Settings step by step; where it stands outlives the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.settings_desk import SettingsDesk
from app.ui.settings_kit import KeyPage
from app.ui.settings_kit.rows_saver import RowsSaver
from app.ui.settings_kit.tabbed_section import TabbedSection
from app.ui.settings_page.guide import STEPS, GuideFoot, GuideHead
from app.ui.wording.marked import translate

_STEP: Final = "guide"
_GOING: Final = "guide goes on"


class Guided(QObject):
    """Thread: gui. Signals: `section_wanted(key)`, `ended` to go to the board."""

    section_wanted = Signal(str)
    ended = Signal()

    def __init__(
        self,
        desk: SettingsDesk,
        head: GuideHead,
        foot: GuideFoot,
        page: Callable[[str], QWidget],
        parent: QObject,
    ) -> None:
        """Look after the guide's head and foot; `page` gives a section's page."""
        super().__init__(parent)
        self._desk = desk
        self._head = head
        self._foot = foot
        self._page = page
        foot.next_pressed.connect(self.on_next)
        foot.back_pressed.connect(self.on_back)
        foot.later_pressed.connect(self.on_later)
        desk.draft.changed.connect(self.on_draft)
        desk.kept.connect(foot.say)
        desk.settled.connect(self.on_settled)
        desk.restart_due.connect(self.on_draft)

    @property
    def is_on(self) -> bool:
        """Whether the guide leads now."""
        return bool(self._desk.draft.places.get(_STEP))

    def begin(self) -> None:
        """Lead from the first step on."""
        self._go(0)

    def resume(self) -> None:
        """Go on where the guide stood on an earlier screen."""
        self._go(self._number())

    @Slot()
    def on_next(self) -> None:
        """Save what was changed, then go on; go on at once where nothing was."""
        if self._number() == len(STEPS) - 1:
            self._end()
            return
        saver = self._saver()
        if saver is not None and saver.changes():
            self._desk.draft.places[_GOING] = "yes"
            saver.on_save()
        else:
            self._go(self._number() + 1)

    def _end(self) -> None:
        if self._desk.needs_restart:
            self._foot.next.start_flight(translate("Guide", "Restarting…"))
            self._desk.restart_wanted.emit()
        else:
            self.on_later()

    @Slot()
    def on_back(self) -> None:
        """Go one step back."""
        self._go(max(0, self._number() - 1))

    @Slot()
    def on_later(self) -> None:
        """Lead no more."""
        self._desk.draft.places[_STEP] = ""
        self.ended.emit()

    @Slot(bool)
    def on_settled(self, well: bool) -> None:
        """Go on once what was changed is saved; stay where it was refused."""
        going = self._desk.draft.places.pop(_GOING, "")
        if well and going and self.is_on:
            self._go(self._number() + 1)

    @Slot()
    def on_draft(self) -> None:
        """Say whether the way on saves something."""
        if self.is_on:
            saver = self._saver()
            changed = bool(saver and saver.changes())
            self._foot.show_step(self._number(), changed=changed, restart=self._desk.needs_restart)

    def _go(self, number: int) -> None:
        self._desk.draft.places[_STEP] = str(number + 1)
        self._head.show_step(number)
        self.section_wanted.emit(STEPS[number].section)
        self.on_draft()

    def _number(self) -> int:
        return max(0, int(self._desk.draft.places.get(_STEP) or "1") - 1)

    def _saver(self) -> RowsSaver | None:
        page = self._page(STEPS[self._number()].section)
        if isinstance(page, KeyPage | TabbedSection):
            return page.saver
        found = page.findChildren(TabbedSection)
        return found[0].saver if found else None
