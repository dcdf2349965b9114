"""What a file would change, before it does: counts, rows, and every bad row with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue_news import CatalogueFileRead
from app.domain.text import plain
from app.ui.catalogue.product_rows import (
    bad_columns,
    bad_row,
    change_columns,
    change_row,
    product_columns,
    product_row,
)
from app.ui.catalogue.table import Column, RowTable, TextRow
from app.ui.settings_page.parts import StateCard
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, CheckTile, Kind, Label, Segment, Segments
from app.ui.wording.catalogue import products_words, read_as_words, unknown_columns_words

ADDED, CHANGED, MISSING = "added", "changed", "missing"


class ImportPreview(QWidget):
    """One file, made for one look at it.

    Thread: gui. Signals: `import_wanted(remove_missing)`, `left` to go back and change nothing.
    """

    import_wanted = Signal(bool)
    left = Signal()

    def __init__(self, theme: Theme, language: str, news: CatalogueFileRead) -> None:
        """Show what taking the file in would do."""
        super().__init__()
        self._theme = theme
        self._language = language
        self.news = news
        self.title = Label(theme, plain(Path(news.path).name, limit=80), "column", elide=True)
        self.state = StateCard(theme)
        self.cancel = ActionButton(theme, self.tr("Cancel"), Kind.PLAIN, height=72)
        self.take = ActionButton(theme, self.tr("Import"), Kind.NEXT, height=72)
        self._keys: dict[str, RowTable] = {}
        px = theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(24), px(12), px(24), px(12))
        self._column.setSpacing(px(12))
        self._column.addWidget(self.title)
        self._column.addWidget(self.state)
        if news.file.bad:
            self._show_bad()
        else:
            self._show_changes()
        foot = QHBoxLayout()
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        foot.addWidget(self.take)
        self.take.setMinimumWidth(px(232))
        self.cancel.setMinimumWidth(px(144))
        self._column.addLayout(foot)
        self.cancel.acted.connect(self.left)
        self.take.acted.connect(self.on_take)

    def refused(self) -> None:
        """Let Import be pressed again: nothing was taken."""
        self.take.end_flight()
        line = self.tr("Pult could not save. The catalogue is as it was.")
        self.state.say(Shape.BAD, self.tr("Nothing was imported"), line)

    def _show_bad(self) -> None:
        bad = self.news.file.bad
        head = self.tr("Nothing can be taken from this file: %n faults", n=len(bad))
        line = self.tr("Correct it and import it again. The catalogue is as it was.")
        self.state.say(Shape.BAD, head, line)
        table = RowTable(self._theme, self.tr("Bad rows"), bad_columns())
        table.show_rows(len(bad), lambda place: bad_row(bad[place]))
        self._column.addWidget(table, 1)
        self.take.hide()
        self.cancel.set_words(self.tr("Back"))

    def _show_changes(self) -> None:
        self.remove = CheckTile(self._theme, "")
        self._tables = QStackedWidget()
        told, language = self.news.comparison, self._language
        added, changed, missing = told.added, told.changed, told.missing
        products = product_columns()
        self._add(ADDED, products, len(added), lambda place: product_row(added[place], language))
        self._add(
            CHANGED, change_columns(), len(changed), lambda at: change_row(changed[at], language)
        )
        self._add(MISSING, products, len(missing), lambda at: product_row(missing[at], language))
        counts = {ADDED: len(added), CHANGED: len(changed), MISSING: len(missing)}
        first = next((key for key, count in counts.items() if count), ADDED)
        titles = {
            ADDED: self.tr("Added {count}"),
            CHANGED: self.tr("Changed {count}"),
            MISSING: self.tr("Missing {count}"),
        }
        segments = [Segment(key, titles[key].format(count=counts[key])) for key in titles]
        self.parts = Segments(self._theme, segments, name=self.tr("Show"), chosen=first)
        self.parts.chosen.connect(self.on_part)
        self.on_part(first)
        tile = self.tr("Remove the %n products the file does not name", n=len(missing))
        self.remove.setText(tile)
        self.remove.setAccessibleName(self.remove.text())
        self.remove.setVisible(bool(missing))
        self.remove.toggled.connect(self.on_remove)
        self._column.addWidget(self.parts)
        self._column.addWidget(self._tables, 1)
        self._column.addWidget(self.remove)
        self.on_remove(False)

    def _add(
        self, key: str, columns: tuple[Column, ...], count: int, row: Callable[[int], TextRow]
    ) -> None:
        names = {
            ADDED: self.tr("Added products"),
            CHANGED: self.tr("Changed products"),
            MISSING: self.tr("Missing products"),
        }
        table = RowTable(self._theme, names[key], columns)
        table.show_rows(count, row)
        self._keys[key] = table
        self._tables.addWidget(table)

    def _say(self, is_work: bool) -> None:
        file, told = self.news.file, self.news.comparison
        head = self.tr("{products}: {added} new, {changed} changed, {same} as they are")
        if not is_work:
            head = self.tr("{products}, nothing new or changed: there is nothing to import")
        head = head.format(
            products=products_words(len(file.products)),
            added=len(told.added),
            changed=len(told.changed),
            same=told.unchanged,
        )
        lines = [self.tr("Read as {how}.").format(how=read_as_words(file))]
        unknown = unknown_columns_words(file)
        lines += [f"{unknown}."] if unknown else []
        if told.missing:
            fate = self.tr("What the file does not name stays.")
            if self.remove.isChecked():
                fate = self.tr("What the file does not name is removed.")
            lines.append(fate)
        self.state.say(Shape.OK, head, " ".join(lines))

    @Slot(bool)
    def on_remove(self, is_on: bool) -> None:
        """Say what becomes of the missing ones."""
        told = self.news.comparison
        is_work = bool(told.to_keep) or (is_on and bool(told.missing))
        self.take.setEnabled(is_work)
        self._say(is_work)

    @Slot(str)
    def on_part(self, key: str) -> None:
        """Show the added, the changed or the missing ones."""
        self._tables.setCurrentWidget(self._keys[key])

    @Slot()
    def on_take(self) -> None:
        """Take the file in."""
        self.take.start_flight(self.tr("Importing…"))
        self.import_wanted.emit(self.remove.isChecked())
