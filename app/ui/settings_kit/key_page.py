"""A page of Settings made of rows: groups of keys in boxes, and the foot that saves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings.view import SettingView
from app.ui.settings_kit.key_row import KeyRow
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.save_foot import SaveFoot
from app.ui.settings_page.parts import Box, Section
from app.ui.theme import Theme
from app.ui.widgets import Label, Sheet


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Rows that belong together: a title ("" for none) and full names of keys."""

    title: str
    keys: tuple[str, ...]


def rows_of_table(kit: Kit, table: str, *, without: Iterable[str] = ()) -> KeyGroup:
    """Return all keys of a table as one group, for pages made by themselves."""
    left = set(without)
    keys = (view.key for view in kit.book.keys(table))
    return KeyGroup("", tuple(key for key in keys if key not in left))


class KeyPage(Sheet):
    """Rows in boxes, above the foot; a key this version does not know is left out.

    `column` takes what else stands on the page, `head` what stands above the rows.

    Thread: gui. Signals: `save_wanted(values)` with what the rows of this page were changed to.
    """

    save_wanted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        groups: Sequence[KeyGroup],
        *,
        head: Sequence[QWidget] = (),
        foot: Sequence[QWidget] = (),
        technical: bool = False,
    ) -> None:
        """Make the rows of `groups` below `head`; `foot` are buttons beside Save."""
        super().__init__(kit.theme, "canvas")
        self.kit = kit
        self._technical = technical
        self._keys: tuple[str, ...] = ()
        self.rows: dict[str, KeyRow] = {}
        self.boxes: list[QWidget] = []
        self.section = Section(kit.theme)
        for widget in head:
            self.section.add(widget)
        self.foot = SaveFoot(kit.theme, *foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.section, 1)
        column.addWidget(self.foot)
        for group in groups:
            self.add_group(group)
        self.foot.save_pressed.connect(self.on_save)
        self.foot.discard_pressed.connect(self.on_discard)
        kit.draft.changed.connect(self.on_draft)
        self.on_draft()

    @property
    def theme(self) -> Theme:
        """Return the theme, for what is built inside."""
        return self.kit.theme

    def add_group(self, group: KeyGroup) -> None:
        """Add a box of rows."""
        views = [view for key in group.keys if (view := self.kit.book.view(key)) is not None]
        if not views:
            return
        box = Box(self.kit.theme)
        for view in views:
            row = KeyRow(self.kit, self.shown(view), technical=self._technical)
            self.rows[view.key] = row
            box.add(row)
        if group.title:
            self.section.add(Label(self.kit.theme, group.title, "column"))
        self.section.add(box)
        self.boxes.append(box)

    def shown(self, view: SettingView) -> SettingView:
        """Return a view as this page shows it; subclasses may narrow one."""
        return replace(view)

    def changes(self) -> dict[str, object]:
        """Return what the rows of this page were changed to."""
        return dict(self.kit.draft.changes(self.rows))

    @Slot()
    def on_draft(self) -> None:
        """Say in the foot what is changed on this page."""
        changed = self.changes()
        problems = sum(1 for key in self.rows if self.kit.draft.problem(key))
        at_start = any(self.rows[key].view.at_start for key in changed)
        self.foot.show_changes(len(changed), problems=problems, at_start=at_start)

    @Slot()
    def on_save(self) -> None:
        """Have what was changed on this page saved."""
        changes = self.changes()
        if changes:
            self.foot.start_saving()
            self.save_wanted.emit(changes)

    @Slot()
    def on_discard(self) -> None:
        """Take back what was changed on this page."""
        self.kit.draft.drop(list(self.rows))

    @Slot(str)
    def saved(self, said: str) -> None:
        """Say what became of saving."""
        if self.isVisible():
            self.foot.end_saving(said)
