"""The cards of one column as a list model, keyed by order id, changed row by row."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.ui.board.card import Card, waiting_words
from app.ui.board.card_delegate import CARD_ROLE

_NO_INDEX = QModelIndex()


class CardModel(QAbstractListModel):
    """Cards in the order they are given, oldest first.

    Thread: gui.
    """

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        """Make an empty model; `now` returns an aware time."""
        super().__init__(parent)
        self._now = now
        self._cards: list[Card] = []

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards from the oldest on."""
        return tuple(self._cards)

    def card_at(self, row: int) -> Card:
        """Return the card of a row. Raises IndexError."""
        return self._cards[row]

    def row_of(self, order_id: str) -> int | None:
        """Return the row of an order, None when it is not here."""
        for row, card in enumerate(self._cards):
            if card.order_id == order_id:
                return row
        return None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_INDEX) -> int:
        """Return how many cards there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the card, its number, or what assistive technology reads."""
        if not index.isValid() or not 0 <= index.row() < len(self._cards):
            return None
        card = self._cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            waiting = waiting_words(card, self._now())
            return f"{card.accessible_name}, {waiting}" if waiting else card.accessible_name
        return None

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show exactly these, with as few row changes as it takes.

        Rows that stay are kept where they are, so that neither scroll position nor
        focus is lost. Raises ValueError when an order comes twice.
        """
        wanted = {card.order_id for card in cards}
        if len(wanted) != len(cards):
            raise ValueError("an order stands twice in one column")
        self._remove_all_but(wanted)
        here = {card.order_id for card in self._cards}
        row = 0
        while row < len(cards):
            run = _length_of_run(cards, row, here)
            if run:
                self._insert(row, cards[row : row + run])
            else:
                self._put(row, cards[row])
            row += run or 1

    def put_card(self, card: Card, row: int) -> None:
        """Change the order's card where it stands, or insert it at `row`."""
        here = self.row_of(card.order_id)
        if here is not None:
            self._change(here, card)
        else:
            self._insert(min(max(row, 0), len(self._cards)), [card])

    def remove_card(self, order_id: str) -> bool:
        """Take an order out; False when it is not here."""
        row = self.row_of(order_id)
        if row is None:
            return False
        self._remove(row, row)
        return True

    def _put(self, row: int, card: Card) -> None:
        """Bring a card that is here to `row`; one that is here already only changes."""
        if self._cards[row].order_id != card.order_id:
            here = self.row_of(card.order_id)
            if here is not None:
                self._remove(here, here)
            self._insert(row, [card])
        self._change(row, card)

    def _change(self, row: int, card: Card) -> None:
        if self._cards[row] == card:
            return
        self._cards[row] = card
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _insert(self, row: int, cards: Sequence[Card]) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(cards) - 1)
        self._cards[row:row] = cards
        self.endInsertRows()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._cards[first : last + 1]
        self.endRemoveRows()

    def _remove_all_but(self, wanted: set[str]) -> None:
        """Remove what is not wanted, from the end, each run of neighbours at once."""
        last = len(self._cards) - 1
        while last >= 0:
            if self._cards[last].order_id in wanted:
                last -= 1
                continue
            first = last
            while first > 0 and self._cards[first - 1].order_id not in wanted:
                first -= 1
            self._remove(first, last)
            last = first - 1


def _length_of_run(cards: Sequence[Card], row: int, here: set[str]) -> int:
    """Return how many cards from `row` on are not here yet."""
    end = row
    while end < len(cards) and cards[end].order_id not in here:
        end += 1
    return end - row
