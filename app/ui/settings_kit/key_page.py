"""A page of Settings made of rows: groups of keys in boxes, and the foot that saves them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings.view import SettingView
from app.ui.in_slices import InSlices
from app.ui.settings_kit.key_row import KeyRow
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.rows_saver import RowsSaver
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

    `head` stands above the rows, which are made in slices, `tail` comes below them in the end.

    Thread: gui. Signals: `save_wanted(values)` with what the rows of this page were changed to.
    """

    save_wanted = Signal(object)

    def __init__(
        self,
        kit: Kit,
        groups: Sequence[KeyGroup],
        *,
        head: Sequence[QWidget] = (),
        tail: Sequence[QWidget] = (),
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
        for widget in tail:
            widget.setParent(self)  # which may go before all rows are made
            widget.hide()
        self.foot = SaveFoot(kit.theme, *foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.section, 1)
        column.addWidget(self.foot)
        self.saver = RowsSaver(kit.draft, self.foot, lambda: self.rows, self)
        self.saver.save_wanted.connect(self.save_wanted)
        self.making = InSlices(self)
        self.making.sliced.connect(self.on_sliced)
        self.making.begin(self._add_groups(groups, tail))

    @property
    def is_whole(self) -> bool:
        """Whether all rows are there."""
        return not self.making.is_busy

    @property
    def theme(self) -> Theme:
        """Return the theme, for what is built inside."""
        return self.kit.theme

    @Slot()
    def on_sliced(self) -> None:
        """Say what is changed in the rows that have come."""
        self.saver.on_draft()

    def _add_groups(self, groups: Iterable[KeyGroup], tail: Iterable[QWidget]) -> Iterator[int]:
        for group in groups:
            views = [view for key in group.keys if (view := self.kit.book.view(key)) is not None]
            if not views:
                continue
            if group.title:
                self.section.add(Label(self.kit.theme, group.title, "column"))
            box = Box(self.kit.theme)
            self.section.add(box)
            self.boxes.append(box)
            for view in views:
                box.add(self.make_row(view))
                yield 0
        for widget in tail:
            self.section.add(widget)
            widget.show()

    def make_row(self, view: SettingView) -> KeyRow:
        """Return a new row of this page, not yet in a box."""
        row = self.rows[view.key] = KeyRow(self.kit, view, technical=self._technical)
        return row

    @Slot()
    def on_save(self) -> None:
        """Have what was changed on this page saved."""
        self.saver.on_save()

    @Slot(str)
    def on_saved(self, said: str) -> None:
        """Say what became of saving."""
        self.saver.on_saved(said)
