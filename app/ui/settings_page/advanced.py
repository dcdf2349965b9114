"""The page Advanced: every key of the settings file, searched by its name or what it does."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.ui.settings_kit import KeyPage, Kit, rows_of_table
from app.ui.settings_kit.control import TextField
from app.ui.widgets import Label
from app.ui.wording.marked import translate


class AdvancedPage(KeyPage):
    """All keys of all tables; a table is furnished when it is searched for or opened.

    Thread: gui.
    """

    def __init__(self, kit: Kit) -> None:
        """Show every table."""
        self.search = TextField(kit.theme, translate("Settings", "Search settings"))
        self.search.setPlaceholderText(translate("Settings", "Search all settings"))
        note = translate(
            "Settings", "Everything of the settings file. What you do not know, leave as it is."
        )
        self._nothing = Label(kit.theme, translate("Settings", "Nothing is called so."), "body")
        head = [self.search, Label(kit.theme, note, "body", "ink2", wrap=True), self._nothing]
        super().__init__(kit, [], head=head, technical=True)
        self._titles: list[Label] = []
        for table in kit.book.tables():
            title = Label(kit.theme, _title(kit, table), "column")
            self.section.add(title)
            self._titles.append(title)
            self.add_group(rows_of_table(kit, table))
        self.search.textChanged.connect(self._on_search)
        self._on_search("")

    @Slot(str)
    def _on_search(self, text: str) -> None:
        for row in self.rows.values():
            row.setVisible(row.fits(text))
        any_shown = False
        for title, box in zip(self._titles, self.boxes, strict=True):
            shown = any(row.fits(text) for row in self.rows.values() if row.parent() is box)
            title.setVisible(shown)
            box.setVisible(shown)
            any_shown = any_shown or shown
        self._nothing.setVisible(not any_shown)


def _title(kit: Kit, table: str) -> str:
    name, _, place = table.partition(".")
    if not place.isdecimal():
        return f"[{table}]"
    view = kit.book.view(f"{table}.name")
    return f"[[{name}]] {view.value if view is not None else place}"
