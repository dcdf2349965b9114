"""Looks after the catalogue on the screen: its section, its dialogs, and what they ask for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.catalogue.nameless import nameless_on
from app.domain.catalogue.read import CatalogueFile
from app.domain.catalogue_news import (
    CatalogueChanged,
    CatalogueFileRead,
    CatalogueRead,
    CatalogueWritten,
    FolderRead,
)
from app.domain.news import CommandRefused
from app.domain.product import Product
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered
from app.domain.snapshot import OrderSnapshot
from app.ui.errands import Errands
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer
from app.ui.wording.marked import translate
from app.usecases.desk import Shop
from app.usecases.import_catalogue import ImportCatalogue
from app.usecases.keep_product import KeepProduct, RemoveProduct
from app.usecases.restore_catalogue import RestoreCatalogue

if TYPE_CHECKING:  # made when Settings is first opened
    from app.ui.catalogue.file_dialog import FileDialog
    from app.ui.catalogue.section import CatalogueSection


class CatalogueDesk(QObject):
    """Makes the section when it is first wanted and hands it its news.

    Thread: gui. Signals: `sold_out_wanted` when what is sold out is to be seen.
    """

    sold_out_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        errands: Errands,
        orders: Callable[[], Sequence[OrderSnapshot]],
        now: Callable[[], datetime],
    ) -> None:
        """Look for products without a name in `orders`, those of the board."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._errands = errands
        self._orders = orders
        self._now = now
        self._is_open = False
        self._section: CatalogueSection | None = None

    def make_section(self) -> QWidget:
        """Return the section for Settings."""
        from app.ui.catalogue.section import CatalogueSection

        section = CatalogueSection(self._theme, self._shop, self._now)
        section.shown.connect(self.on_shown)
        section.import_decided.connect(self.on_import_decided)
        section.list.product_wanted.connect(self.on_product_wanted)
        section.list.sold_out_wanted.connect(self.sold_out_wanted)
        section.list.import_wanted.connect(self.on_import_wanted)
        section.list.export_wanted.connect(self.on_export_wanted)
        section.list.restore_wanted.connect(self.on_restore_wanted)
        section.set_open(self._is_open)
        self._section = section
        return section

    def set_open(self) -> None:
        """Let the catalogue be asked for: the till is open."""
        self._is_open = True
        if self._section is not None:
            self._section.set_open(True)
            if self._section.isVisible():
                self._read()

    # --- news -------------------------------------------------------------------------------------

    def orders_changed(self) -> None:
        """Look anew for products without a name."""
        if self._section is not None and self._section.isVisible():
            self._section.show_nameless(nameless_on(self._orders()))

    def catalogue_read(self, news: CatalogueRead) -> None:
        """Show the catalogue as it is now."""
        if self._section is not None:
            self._section.show_catalogue(news)

    def catalogue_changed(self, news: CatalogueChanged) -> None:
        """Say what was done, and read anew."""
        if self._section is not None:
            self._section.changed(news)
            self._read()

    def file_read(self, news: CatalogueFileRead) -> None:
        """Show what a file would change."""
        if self._section is not None:
            self._section.show_file(news)

    def written(self, news: CatalogueWritten) -> None:
        """Say where the catalogue was written to."""
        if self._section is not None:
            self._section.written(news)

    def folder_read(self, news: FolderRead) -> None:
        """Show what is in a folder."""
        from app.ui.catalogue.file_dialog import FileDialog

        dialog = self._layer.dialog
        if isinstance(dialog, FileDialog):
            dialog.show_folder(news)

    def command_refused(self, news: CommandRefused) -> None:
        """Wake what was in flight."""
        if self._section is not None:
            self._section.refused(news)

    def scanned(self, news: ScanAnswered) -> None:
        """Write a product's barcode into the dialog that is open."""
        if self._section is None or news.intent is not Intent.PRODUCT:
            return
        from app.ui.catalogue.product_dialog import ProductDialog

        dialog = self._layer.dialog
        if isinstance(dialog, ProductDialog):
            dialog.take_barcode(news.text)

    # --- what staff do ----------------------------------------------------------------------------

    @Slot()
    def on_shown(self) -> None:
        """Read the catalogue: somebody looks at it."""
        self._read()
        self.orders_changed()

    @Slot(str)
    def on_product_wanted(self, product_id: str) -> None:
        """Open a product's dialog: a known one, an id that vendors sent, or "" for a new one."""
        from app.ui.catalogue.product_dialog import ProductDialog

        section = self._section
        if section is None:
            return
        entry = section.list.product_of(product_id)
        dialog = ProductDialog(
            self._theme,
            self._shop,
            entry.product if entry is not None else Product(product_id=product_id),
            is_known=entry is not None,
            is_taken=lambda wanted: section.list.product_of(wanted) is not None,
        )
        dialog.kept.connect(self.on_kept)
        dialog.removed.connect(self.on_removed)
        self._layer.open(dialog)

    @Slot(object)
    def on_kept(self, product: Product) -> None:
        """Keep a product."""
        self._errands.dispatch(KeepProduct(product))

    @Slot(str)
    def on_removed(self, product_id: str) -> None:
        """Remove a product."""
        self._errands.dispatch(RemoveProduct(product_id))

    @Slot()
    def on_import_wanted(self) -> None:
        """Let a file be chosen."""
        self._choose_file("").chosen.connect(self.on_file_chosen)

    @Slot()
    def on_export_wanted(self) -> None:
        """Let a place for a file be chosen."""
        day = self._now().astimezone(self._shop.timezone).date().isoformat()
        self._choose_file(f"catalogue-{day}.csv").chosen.connect(self.on_place_chosen)

    @Slot(str)
    def on_folder_wanted(self, path: str) -> None:
        """Ask what is in a folder."""
        services = self._errands.catalogue
        if services is not None:
            services.read_folder(path)

    @Slot(str)
    def on_file_chosen(self, path: str) -> None:
        """Have a file read."""
        services = self._errands.catalogue
        if services is not None and self._section is not None:
            self._section.reading()
            services.read_file(path)

    @Slot(str)
    def on_place_chosen(self, path: str) -> None:
        """Have the catalogue written."""
        services = self._errands.catalogue
        if services is not None:
            services.write_file(path)

    @Slot(object, bool)
    def on_import_decided(self, file: CatalogueFile, remove_missing: bool) -> None:
        """Take a file in."""
        self._errands.dispatch(ImportCatalogue(file, remove_missing))

    @Slot()
    def on_restore_wanted(self) -> None:
        """Bring the previous catalogue back."""
        self._errands.dispatch(RestoreCatalogue())

    def _choose_file(self, new_file: str) -> FileDialog:
        from app.ui.catalogue.file_dialog import FileDialog, FileWords

        words = FileWords(
            translate("Catalogue", "Import a catalogue"), translate("Catalogue", "Read")
        )
        if new_file:
            words = FileWords(
                translate("Catalogue", "Export the catalogue"), translate("Catalogue", "Export")
            )
        dialog = FileDialog(self._theme, words, new_file=new_file)
        dialog.folder_wanted.connect(self.on_folder_wanted)
        self._layer.open(dialog)
        self.on_folder_wanted("")
        return dialog

    def _read(self) -> None:
        self._errands.read_catalogue()
