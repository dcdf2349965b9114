"""The section Catalogue of Settings: the list, and in its place the preview of a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.domain.catalogue.nameless import Nameless
from app.domain.catalogue_news import (
    CatalogueChanged,
    CatalogueFileRead,
    CatalogueRead,
    CatalogueWritten,
)
from app.domain.news import CommandRefused
from app.domain.product import CatalogueStep
from app.domain.text import plain
from app.ui.catalogue.list_page import CatalogueList
from app.ui.catalogue.preview_page import ImportPreview
from app.ui.theme import Theme
from app.ui.widgets import Sheet
from app.ui.wording.catalogue import products_words
from app.usecases.desk import Shop
from app.usecases.import_catalogue import ImportCatalogue
from app.usecases.keep_product import KeepProduct, RemoveProduct
from app.usecases.restore_catalogue import RestoreCatalogue

_OURS = frozenset(
    command.__name__ for command in (ImportCatalogue, KeepProduct, RemoveProduct, RestoreCatalogue)
)


class CatalogueSection(Sheet):
    """List and preview, kept up to date.

    Thread: gui. Signals: `shown` when it comes in sight; `import_decided(file, remove_missing)`.
    """

    shown = Signal()
    import_decided = Signal(object, bool)

    def __init__(self, theme: Theme, shop: Shop, now: Callable[[], datetime]) -> None:
        """Make the section before anything has been read."""
        super().__init__(theme, "canvas")
        self._shop = shop
        self.list = CatalogueList(theme, shop, now)
        self.preview: ImportPreview | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the catalogue is wanted."""
        super().showEvent(event)
        self.shown.emit()

    def show_catalogue(self, news: CatalogueRead) -> None:
        """Show the catalogue as it is now."""
        self.list.show_catalogue(news)

    def show_nameless(self, nameless: tuple[Nameless, ...]) -> None:
        """Show which products on open orders have no name."""
        self.list.show_nameless(nameless)

    def reading(self) -> None:
        """Say that a file is being read."""
        self.list.say(self.tr("Reading the file…"))

    def show_file(self, news: CatalogueFileRead) -> None:
        """Show what a file would change."""
        self._close_preview()
        self.list.say("")
        self.preview = ImportPreview(self._theme, self._shop.language, news)
        self.preview.left.connect(self.on_left)
        self.preview.import_wanted.connect(self.on_import)
        self._stack.addWidget(self.preview)
        self._stack.setCurrentWidget(self.preview)

    def changed(self, news: CatalogueChanged) -> None:
        """Say what was done, and go back to the list after an import."""
        if news.step is CatalogueStep.IMPORTED:
            self._close_preview()
        self.list.restore.end_flight()
        self.list.say(self._words(news))

    def written(self, news: CatalogueWritten) -> None:
        """Say where the catalogue was written to, or why not."""
        path = plain(news.path)
        words = self.tr("{products} written to {path}.")
        words = words.format(products=products_words(news.count), path=path)
        if news.problem:
            words = self.tr("{path}: {problem}. Choose another folder.")
            words = words.format(path=path, problem=news.problem)
        self.list.say(words)

    def refused(self, news: CommandRefused) -> None:
        """Say that nothing was saved, and wake what was in flight."""
        if news.command not in _OURS:
            return
        self.list.restore.end_flight()
        if self.preview is not None:
            self.preview.refused()
        else:
            self.list.say(self.tr("Pult could not save. The catalogue is as it was."))

    def set_open(self, is_open: bool) -> None:
        """Let the buttons be pressed once the till is open."""
        self.list.set_open(is_open)

    def _words(self, news: CatalogueChanged) -> str:
        words = {
            CatalogueStep.IMPORTED: self.tr(
                "Imported: {added} new, {changed} changed, {removed} removed."
            ),
            CatalogueStep.RESTORED: self.tr("The previous catalogue is back."),
            CatalogueStep.NOTHING_TO_RESTORE: self.tr("There is no previous catalogue."),
            CatalogueStep.KEPT: self.tr("{product} is saved."),
            CatalogueStep.REMOVED: self.tr("{product} is removed."),
        }
        return words[news.step].format(
            added=news.added,
            changed=news.changed,
            removed=news.removed,
            product=news.product_id,
        )

    def _close_preview(self) -> None:
        preview, self.preview = self.preview, None
        self._stack.setCurrentWidget(self.list)
        if preview is not None:
            self._stack.removeWidget(preview)
            preview.deleteLater()

    @Slot()
    def on_left(self) -> None:
        """Go back to the list; nothing was changed."""
        self._close_preview()

    @Slot(bool)
    def on_import(self, remove_missing: bool) -> None:
        """Pass on that the file is to be taken in."""
        if self.preview is not None:
            self.import_decided.emit(self.preview.news.file, remove_missing)
