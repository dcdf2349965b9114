"""The rows of one printer, scanner or vendor: what everybody needs, and the rest behind More."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.settings.view import SettingView
from app.ui.settings_kit.key_row import KeyRow
from app.ui.settings_kit.kit import Kit
from app.ui.settings_page.parts import Box
from app.ui.widgets import ActionButton, Kind
from app.ui.wording.marked import translate

Relevant = Callable[[str, str], bool]
"""Whether a key (by its bare name) matters to an entry of a kind."""


def always(_name: str, _kind: str) -> bool:
    """Let every key matter."""
    return True


class EntryRows(QWidget):
    """All keys of one table that has a page of its own; those behind More are made when wanted.

    Thread: gui.
    """

    def __init__(
        self, kit: Kit, table: str, everyday: Sequence[str], relevant: Relevant = always
    ) -> None:
        """Show the keys named `everyday` first, all others behind More.

        One of another table is named in full.
        """
        super().__init__()
        self._kit = kit
        self.table = table
        self._relevant = relevant
        self._rows: dict[str, KeyRow] = {}
        views = {view.name: view for view in kit.book.keys(table)}
        named = (views.get(name) or kit.book.view(name) for name in everyday)
        first = [view for view in named if view is not None]
        self._rest = [view for name, view in views.items() if name not in everyday]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(12))
        column.addWidget(self._box(first))
        self._more = Box(kit.theme)
        self._words = (
            translate("Settings", "More settings"),
            translate("Settings", "Fewer settings"),
        )
        self.more = ActionButton(
            kit.theme, self._words[0], Kind.LINK, icon="chevron-down", name=self._words[0]
        )
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        self.more.setVisible(bool(self._rest))
        self.more.acted.connect(self._on_more)
        kit.draft.changed.connect(self.on_draft)
        self._show_more(any(kit.draft.has(view.key) for view in self._rest))
        self.on_draft()

    @property
    def rows(self) -> Mapping[str, KeyRow]:
        """The rows by their keys: all that were made, or have to be for what the draft says."""
        draft = self._kit.draft
        if any(draft.has(view.key) or draft.problem(view.key) for view in self._rest):
            self._make_rest()
        return self._rows

    @Slot()
    def on_draft(self) -> None:
        """Show the rows that matter to the kind that is chosen now."""
        row = self.rows.get(f"{self.table}.kind")
        kind = str(row.value() or row.view.default or "") if row is not None else ""
        for each in self.rows.values():
            each.setVisible(self._relevant(each.view.name, kind))

    def _box(self, views: Sequence[SettingView]) -> Box:
        box = Box(self._kit.theme)
        self._fill(box, views)
        return box

    def _fill(self, box: Box, views: Sequence[SettingView]) -> None:
        for view in views:
            row = KeyRow(self._kit, view)
            self._rows[view.key] = row
            box.add(row)

    def _make_rest(self) -> None:
        rest, self._rest = self._rest, []
        if rest:
            self._fill(self._more, rest)
            self.on_draft()

    def _show_more(self, shown: bool) -> None:
        if shown:
            self._make_rest()
        self._more.setVisible(shown)
        self.more.set_words(self._words[1 if shown else 0])
        self.more.set_icon("chevron-up" if shown else "chevron-down")

    @Slot()
    def _on_more(self) -> None:
        self._show_more(self._more.isHidden())
