"""The page Advanced: every key of the settings file, searched by its name or what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Slot

from app.ui.settings_kit import KeyPage, Kit
from app.ui.settings_kit.control import TextField
from app.ui.settings_kit.key_row import KeyRow
from app.ui.settings_page.parts import Box
from app.ui.widgets import Label
from app.ui.wording.marked import translate
from app.ui.wording.setting_words import table_text

_Table = tuple[Label, Box, list[KeyRow]]


class AdvancedPage(KeyPage):
    """All keys of all tables. Thread: gui."""

    def __init__(self, kit: Kit) -> None:
        """Begin to make the rows of every table."""
        self.search = TextField(kit.theme, translate("Settings", "Search settings"))
        self.search.setPlaceholderText(translate("Settings", "Search all settings"))
        note = translate(
            "Settings", "Everything of the settings file. What you do not know, leave as it is."
        )
        self._nothing = Label(kit.theme, translate("Settings", "Nothing is called so."), "body")
        head = [self.search, Label(kit.theme, note, "body", "ink2", wrap=True), self._nothing]
        super().__init__(kit, [], head=head, technical=True)
        self._tables: list[_Table] = []
        self._filtered = 0
        self.search.textChanged.connect(self._on_search)
        self.making.begin(self._add_tables())

    @Slot()
    def on_sliced(self) -> None:
        """Show of the tables that have come what is searched for."""
        super().on_sliced()
        if self.search.text():
            self._filter(self._tables[self._filtered :])
        self._filtered = len(self._tables)
        self._say_nothing()

    def _add_tables(self) -> Iterator[int]:
        for table in self.kit.book.tables():
            words = _title(self.kit, table)
            title, box = Label(self.theme, words, "column", parent=self), Box(self.theme, self)
            rows: list[KeyRow] = []
            for each in (title, box):
                each.hide()
            for view in self.kit.book.keys(table):
                row = self.make_row(view)
                rows.append(row)
                box.add(row)
                yield 0
            # Only whole tables are put on the page: each time all of it is laid out anew.
            self._tables.append((title, box, rows))
            self.boxes.append(box)
            for each in (title, box):
                self.section.add(each)
                each.show()

    @Slot(str)
    def _on_search(self, _text: str) -> None:
        self._filter(self._tables)
        self._say_nothing()

    def _filter(self, tables: Iterable[_Table]) -> None:
        text = self.search.text()
        for title, box, rows in tables:
            fitting = {row for row in rows if row.fits(text)}
            for row in rows:
                row.setVisible(row in fitting)
            title.setVisible(bool(fitting))
            box.setVisible(bool(fitting))

    def _say_nothing(self) -> None:
        any_shown = any(not box.isHidden() for _, box, _ in self._tables)
        self._nothing.setVisible(self.is_whole and not any_shown)


def _title(kit: Kit, table: str) -> str:
    area, _, rest = table.partition(".")
    if rest.isdecimal():
        view = kit.book.view(f"{table}.name")
        return table_text(table, str(view.value) if view is not None else rest)
    titles = kit.options["*.vendors"]() if area == "vendors" else {}
    return table_text(table, titles.get(rest, rest))
