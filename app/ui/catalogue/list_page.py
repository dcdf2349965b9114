"""The catalogue's list: what vendors sent without a name first, then all products to search in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue.entries import CatalogueEntry
from app.domain.catalogue.nameless import Nameless
from app.domain.catalogue_news import CatalogueRead
from app.domain.text import folded
from app.ui.catalogue.product_rows import nameless_row, product_columns, product_row
from app.ui.catalogue.table import RowTable, TextRow
from app.ui.history.search_field import SearchField
from app.ui.settings_page.parts import StateCard
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, EmptyState, Kind, Label
from app.ui.wording.catalogue import products_words
from app.ui.wording.figures import day_clock
from app.usecases.desk import Shop

TYPING_MS = 80


class CatalogueList(QWidget):
    """Search, table, and the ways to change the catalogue.

    Thread: gui. Signals: `product_wanted(product_id)`, "" for a new one; `import_wanted`,
    `export_wanted`, `restore_wanted`.
    """

    product_wanted = Signal(str)
    sold_out_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, theme: Theme, shop: Shop, now: Callable[[], datetime]) -> None:
        """Make the page before the catalogue has been read."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._now = now
        self._entries: tuple[CatalogueEntry, ...] = ()
        self._found: Sequence[CatalogueEntry] = ()
        self._nameless: tuple[Nameless, ...] = ()
        self.search = SearchField(theme)
        self.search.setAccessibleName(self.tr("Search products"))
        self.search.setPlaceholderText(self.tr("Name, product id, barcode or station"))
        self.add = ActionButton(theme, self.tr("New product"), Kind.PLAIN, icon="plus")
        self.sold_out = ActionButton(theme, self.tr("Sold out…"), Kind.PLAIN, icon="close")
        self.take_in = ActionButton(theme, self.tr("Import…"), Kind.PLAIN, icon="download")
        self.write_out = ActionButton(theme, self.tr("Export…"), Kind.PLAIN, icon="sending")
        self.restore = ActionButton(
            theme, self.tr("Bring back the previous catalogue"), Kind.PLAIN, icon="undo"
        )
        self.previous = Label(theme, "", "body", "ink2", wrap=True)
        self.said = Label(theme, "", "body_strong", wrap=True)
        self.asked = StateCard(theme)
        self.table = RowTable(theme, self.tr("Products"), product_columns())
        self.empty = EmptyState(
            theme,
            "list",
            self.tr("The catalogue is empty"),
            self.tr("Import a CSV file, or add products one by one. Until then ids are shown."),
        )
        self._lay_out()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.on_search)
        self.search.wanted.connect(self.on_typed)
        self.table.row_chosen.connect(self.product_wanted)
        self.add.acted.connect(self.on_add)
        self.sold_out.acted.connect(self.sold_out_wanted)
        self.take_in.acted.connect(self.import_wanted)
        self.write_out.acted.connect(self.export_wanted)
        self.restore.acted.connect(self.on_restore)
        self.show_nameless(())
        self.say("")

    def show_catalogue(self, news: CatalogueRead) -> None:
        """Show the catalogue as it is now."""
        self._entries = news.entries
        previous = news.previous
        self._foot.setVisible(previous is not None)
        if previous is not None:
            words = self.tr("Until {time} there was another catalogue, of {products}.")
            at = day_clock(previous.at, self._shop, self._now())
            self.previous.setText(words.format(time=at, products=products_words(previous.count)))
        self._show()

    def show_nameless(self, nameless: tuple[Nameless, ...]) -> None:
        """Show which products on open orders have no name."""
        if nameless == self._nameless and nameless:
            return
        self._nameless = nameless
        head = self.tr("%n products without a name", n=len(nameless))
        line = self.tr(
            "They are on open orders; cards and slips show their ids. Tap one to name it."
        )
        self.asked.say(Shape.WARN, head, line)
        self.asked.setVisible(bool(nameless))
        self._show()

    def say(self, words: str) -> None:
        """Say what was done last; "" for nothing."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def set_open(self, is_open: bool) -> None:
        """Let the buttons be pressed once the till is open."""
        for button in (self.add, self.sold_out, self.take_in, self.write_out, self.restore):
            button.setEnabled(is_open)

    def product_of(self, product_id: str) -> CatalogueEntry | None:
        """Return a product of the list."""
        return next(
            (entry for entry in self._entries if entry.product.product_id == product_id), None
        )

    def _lay_out(self) -> None:
        px = self._theme.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.add)
        buttons.addWidget(self.sold_out)
        buttons.addStretch(1)
        buttons.addWidget(self.take_in)
        buttons.addWidget(self.write_out)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(px(16))
        foot.addWidget(self.previous, 1)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.search)
        column.addLayout(buttons)
        column.addWidget(self.said)
        column.addWidget(self.asked)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._foot)
        self._foot.hide()

    def _show(self) -> None:
        wanted = folded(self.search.text())
        entries = self._entries
        self._found = [entry for entry in entries if wanted in entry.search] if wanted else entries
        shown = self._shown_nameless(wanted)
        found, language = self._found, self._shop.language

        def row(place: int) -> TextRow:
            if place < len(shown):
                return nameless_row(shown[place])
            return product_row(found[place - len(shown)].product, language)

        count = len(shown) + len(found)
        self.table.show_rows(count, row)
        self.table.setVisible(bool(count))
        self.empty.setVisible(not count)
        if wanted:
            head = self.tr("Nothing found for “{text}”").format(text=self.search.text().strip())
            self.empty.say(head, self.tr("Looked in names, ids, barcodes, stations and articles."))
        else:
            self.empty.say(
                self.tr("The catalogue is empty"),
                self.tr("Import a CSV file, or add products one by one. Until then ids are shown."),
            )
        self.search.show_count(products_words(len(found)))

    def _shown_nameless(self, wanted: str) -> Sequence[Nameless]:
        return [each for each in self._nameless if wanted in folded(each.product_id)]

    @Slot(str)
    def on_typed(self, _text: str) -> None:
        """Search when nobody types for a moment."""
        self._typing.start()

    @Slot()
    def on_search(self) -> None:
        """Show what fits."""
        self._show()

    @Slot()
    def on_add(self) -> None:
        """Ask for the dialog of a new product."""
        self.product_wanted.emit("")

    @Slot()
    def on_restore(self) -> None:
        """Bring the previous catalogue back."""
        self.restore.start_flight(self.tr("Bringing it back…"))
        self.restore_wanted.emit()
