"""The rows of one printer, scanner or vendor: what everybody needs, and the rest behind More."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
    """All keys of one table that has a page of its own.

    Thread: gui.
    """

    def __init__(
        self, kit: Kit, table: str, everyday: Sequence[str], relevant: Relevant = always
    ) -> None:
        """Show the keys named `everyday` first, all others behind More."""
        super().__init__()
        self._kit = kit
        self.table = table
        self._relevant = relevant
        self.rows: dict[str, KeyRow] = {}
        views = {view.name: view for view in kit.book.keys(table)}
        first = [views[name] for name in everyday if name in views]
        rest = [view for name, view in views.items() if name not in everyday]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(12))
        column.addWidget(self._box(first))
        self._more = self._box(rest)
        self._words = (
            translate("Settings", "More settings"),
            translate("Settings", "Fewer settings"),
        )
        self.more = ActionButton(
            kit.theme, self._words[0], Kind.LINK, icon="chevron-down", name=self._words[0]
        )
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        self.more.setVisible(bool(rest))
        self.more.acted.connect(self._on_more)
        kit.draft.changed.connect(self.on_draft)
        self._show_more(any(kit.draft.has(view.key) for view in rest))
        self.on_draft()

    @Slot()
    def on_draft(self) -> None:
        """Show the rows that matter to the kind that is chosen now."""
        row = self.rows.get(f"{self.table}.kind")
        kind = str(row.value() or row.view.default or "") if row is not None else ""
        for each in self.rows.values():
            each.setVisible(self._relevant(each.view.name, kind))

    def _box(self, views: Sequence[SettingView]) -> Box:
        box = Box(self._kit.theme)
        for view in views:
            row = KeyRow(self._kit, view)
            self.rows[view.key] = row
            box.add(row)
        return box

    def _show_more(self, shown: bool) -> None:
        self._more.setVisible(shown)
        self.more.set_words(self._words[1 if shown else 0])
        self.more.set_icon("chevron-up" if shown else "chevron-down")

    @Slot()
    def _on_more(self) -> None:
        self._show_more(self._more.isHidden())
