"""Products as large tiles: a tap adds one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSignalMapper, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.domain.product import Product
from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme
from app.ui.walkin.shelf import name_of
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.figures import TIMES, amount
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

MOST_TILES = 60
"""More are found by searching: nobody scrolls through them while a customer waits."""
_HIGH = 88
_NARROWEST = 136
_GAP = 8


class ProductTile(ActionButton):
    """One product with its price, and how many of it are in the order. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty tile."""
        super().__init__(theme, "", Kind.QUIET, height=_HIGH, parent=parent)
        self._price = ""
        self._count = ""
        self._is_sold_out = False
        self.set_repeats(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_product(self, name: str, price: str, quantity: int, *, sold_out: bool = False) -> None:
        """Show another product, another quantity of it, or that it is sold out."""
        self._is_sold_out = sold_out
        self._price = translate("Walkin", "Sold out") if sold_out else price
        self._count = f"{quantity}{TIMES}" if quantity else ""
        known = name if not sold_out else translate("Walkin", "{name}, sold out").format(name=name)
        self.set_words(name, name=f"{known}, {price}")
        self.set_selected(bool(quantity))
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return that the width comes from around."""
        return QSize(self._theme.px(48), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name on one or two lines, below it price and quantity."""
        look = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, look)
        px = self._theme.px
        inner = QRectF(self.rect()).adjusted(px(12), px(8), -px(12), -px(8))
        tokens = self._theme.tokens
        painter.setPen(QColor(tokens.ink3 if self._is_sold_out else look.text))
        font = QFont(self._theme.font("button_small"))
        font.setStrikeOut(self._is_sold_out)
        painter.setFont(font)
        rows = _two_rows(self.text(), painter.font(), inner.width())
        high = painter.fontMetrics().height()
        for place, row in enumerate(rows):
            where = QRectF(inner.left(), inner.top() + place * high, inner.width() + 1, high)
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, row)
        painter.setPen(QColor(look.text))
        painter.setFont(self._theme.font("amount"))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | bottom, self._count)
        if not self._count:
            painter.setPen(QColor(tokens.warn_text if self._is_sold_out else tokens.ink2))
        painter.setFont(self._theme.font("price", px=16))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | bottom, self._price)
        painter.end()


class Tiles(QScrollArea):
    """As many tiles in a row as fit; scrolls by finger.

    Thread: gui. Signals: `chosen(Product)` at each tap.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, shop: Shop) -> None:
        """Make it empty."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._products: Sequence[Product] = ()
        self._left_out = 0
        self._content = QWidget()
        self._tiles: list[ProductTile] = []
        self._mapper = QSignalMapper(self)
        self._mapper.mappedInt.connect(self._on_tile)
        self.more = Label(theme, "", "body", "ink2")
        self.more.setParent(self._content)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(_HIGH))
        self.setWidget(self._content)
        scroll_by_finger(self)
        theme.changed.connect(self._on_theme_changed)

    def tiles(self) -> list[ProductTile]:
        """Return the tiles that show a product."""
        return self._tiles[: len(self._products)]

    def show_products(
        self,
        products: Sequence[Product],
        quantity_of: Callable[[str], int],
        is_sold_out: Callable[[Product], bool] = lambda _product: False,
    ) -> None:
        """Show these, as far as there are tiles for them."""
        shown = products[:MOST_TILES]
        if shown != self._products:
            self.verticalScrollBar().setValue(0)
        self._products, self._left_out = shown, len(products) - len(shown)
        while len(self._tiles) < len(shown):
            self._add_tile()
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(shown))
            if place < len(shown):
                product = shown[place]
                price = product.price_in(self._shop.currency)
                tile.show_product(
                    name_of(product, self._shop.language),
                    amount(price, self._shop) if price is not None else "",
                    quantity_of(product.product_id),
                    sold_out=is_sold_out(product),
                )
        more = translate("Walkin", "{count} more: search for them")
        self.more.setText(more.format(count=self._left_out))
        self.more.setVisible(self._left_out > 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles in their places."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """Return a size for three rows of three."""
        return QSize(self._theme.px(450), self._theme.px(3 * _HIGH + 2 * _GAP))

    def _add_tile(self) -> None:
        tile = ProductTile(self._theme, self._content)
        tile.acted.connect(self._mapper.map)
        self._mapper.setMapping(tile, len(self._tiles))
        self._tiles.append(tile)

    def _place(self) -> None:
        px = self._theme.px
        bar = self.verticalScrollBar().sizeHint().width()
        width, gap = self.viewport().width(), px(_GAP)
        if not self.verticalScrollBar().isVisible():
            width -= bar + gap  # so that nothing moves when the bar comes
        columns = max(2, (width + gap) // (px(_NARROWEST) + gap))
        wide = (width - (columns - 1) * gap) // columns
        high = px(_HIGH)
        for place in range(len(self._products)):
            row, column = divmod(place, columns)
            left, top = column * (wide + gap), row * (high + gap)
            self._tiles[place].setGeometry(left, top, wide, high)
        rows = -(-len(self._products) // columns)
        bottom = rows * (high + gap)
        if self._left_out > 0:
            self.more.setGeometry(0, bottom, width, px(40))
            bottom += px(40)
        self._content.resize(self.viewport().width(), max(0, bottom - gap))

    @Slot(int)
    def _on_tile(self, place: int) -> None:
        if place < len(self._products):
            self.chosen.emit(self._products[place])

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(self._theme.px(_HIGH))
        self._place()


def _two_rows(text: str, font: QFont, width: float) -> list[str]:
    """Return the text on at most two rows, cut at the end of the second."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width))
    first = line.textLength()
    layout.endLayout()
    metrics = QFontMetricsF(font)
    if first >= len(text):
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    head = metrics.elidedText(text[:first].rstrip(), Qt.TextElideMode.ElideRight, width)
    return [head, metrics.elidedText(text[first:], Qt.TextElideMode.ElideRight, width)]
