"""One order that is still open, with the moves that end it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.moves import Lock
from app.domain.open_matters import MOST_MOVES, MatterKind, OpenMatter, open_matter
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Kind, Label, ShapeMark
from app.ui.wording.closing import matter_amount, matter_line
from app.ui.wording.figures import amount
from app.ui.wording.marked import translate
from app.ui.wording.moves import move_text
from app.ui.wording.order import state_chip
from app.usecases.desk import Shop

_SHAPES = {
    MatterKind.OPEN: Shape.CLOCK,
    MatterKind.UNPAID: Shape.WARN,
    MatterKind.NOT_CONFIRMED: Shape.UNCONFIRMED,
    MatterKind.TO_SETTLE: Shape.WARN,
}


class MatterRow(QWidget):
    """A row that keeps its place once it is shown: when the order is finished it says so.

    Thread: gui. Signals: `move_wanted(move, snapshot)`, `settle_wanted` for the list To settle.
    """

    move_wanted = Signal(object, object)
    settle_wanted = Signal()

    def __init__(self, theme: Theme, shop: Shop, snapshot: OrderSnapshot, now: datetime) -> None:
        """Make the row of an order that is on the list."""
        super().__init__()
        self._theme = theme
        self._shop = shop
        self._snapshot = snapshot
        self._kind = MatterKind.OPEN
        self.mark = ShapeMark(theme, Shape.CLOCK, 24)
        self.number = Label(theme, "", "column")
        # Cut rather than wrapped: rows whose height hangs on their width cost 2 ms each to lay out.
        self.line = Label(theme, "", "body", "ink2", elide=True)
        self.amount = Label(theme, "", "amount", align=Qt.AlignmentFlag.AlignRight)
        self.buttons = [self._button(place) for place in range(MOST_MOVES)]
        self.across = tuple(reversed(self.buttons))  # from left to right
        self._moves: tuple[Move, ...] = ()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.number)
        words.addWidget(self.line)
        words.addStretch(1)
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.amount)
        # The best move stands at the right edge in every row, with room to the other one.
        for place, wide in ((1, 116), (0, 168)):
            row.addSpacing(px(4 if place else 12))
            row.addWidget(self.buttons[place])
            self.buttons[place].setMinimumWidth(px(wide))
        self.setMinimumHeight(px(72))
        self.show_order(snapshot, now)

    @property
    def snapshot(self) -> OrderSnapshot:
        """Return the order as it was last shown."""
        return self._snapshot

    @property
    def is_finished(self) -> bool:
        """Whether nothing is to be done about the order any more."""
        return open_matter(self._snapshot) is None

    @property
    def can_be_undone(self) -> bool:
        """Whether what ended it can still be taken back."""
        offered = self._snapshot.offers(Move.UNDO)
        return self.is_finished and offered is not None and offered.lock is Lock.NONE

    def show_order(self, snapshot: OrderSnapshot, now: datetime) -> None:
        """Show the order as it is now."""
        self._snapshot = snapshot
        matter = open_matter(snapshot)
        self._kind = matter.kind if matter is not None else self._kind
        self.number.setText(snapshot.order.number)
        line = matter_line(snapshot, self._kind, self._shop, now)
        if matter is None:
            line = translate("Closing", "{vendor} · {state}").format(
                vendor=snapshot.vendor_title, state=state_chip(snapshot).text
            )
        self.line.setText(line)
        self.mark.set_shape(Shape.OK if matter is None else _SHAPES[self._kind])
        money = amount(matter_amount(snapshot, self._kind), self._shop)
        self.amount.setText(money)
        self.setAccessibleName(", ".join((snapshot.order.number, line, money)))
        self._show_moves(matter)

    def _show_moves(self, matter: OpenMatter | None) -> None:
        if matter is None:
            self._moves = (Move.UNDO,) if self.can_be_undone else ()
        else:
            self._moves = matter.moves
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(self._moves))
        number = self._snapshot.order.number
        for button, move in zip(self.buttons, self._moves, strict=False):
            text = move_text(move)
            # The moves' own names belong to the opened order alone.
            name = translate("Closing", "{move}: {number}").format(move=text, number=number)
            button.set_words(text, name=name)
        rejects = self._moves[:1] == (Move.REJECT,)
        self.buttons[0].set_kind(Kind.DANGER if rejects else Kind.PLAIN)
        if matter is not None and not matter.moves:
            self._offer_list(number)

    def _rest(self) -> None:
        """Take no press for a moment: the next move comes to the same place."""
        for button in self.buttons:
            button.rest()

    def _offer_list(self, number: str) -> None:
        text = translate("Closing", "Settle it")
        name = translate("Closing", "Settle it: {number}").format(number=number)
        self.buttons[0].set_words(text, name=name)
        self.buttons[0].show()

    def _button(self, place: int) -> ActionButton:
        button = ActionButton(self._theme, "", Kind.PLAIN if place == 0 else Kind.QUIET, height=56)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that amounts stand below each other
        button.setSizePolicy(policy)
        button.acted.connect(self._on_first if place == 0 else self._on_second)
        return button

    def sizeHint(self) -> QSize:
        """Return a row of the usual height."""
        return QSize(self._theme.px(640), max(self._theme.px(72), super().sizeHint().height()))

    @Slot()
    def _on_first(self) -> None:
        if self._moves:
            self._rest()
            self.move_wanted.emit(self._moves[0], self._snapshot)
        else:
            self.settle_wanted.emit()

    @Slot()
    def _on_second(self) -> None:
        if len(self._moves) > 1:
            self._rest()
            self.move_wanted.emit(self._moves[1], self._snapshot)


class ListRow(QWidget):
    """So many things stand in a list of their own, which one tap opens.

    Thread: gui. Signals: `wanted(key)`.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, key: str, text: str) -> None:
        """Make the row of the list `key`."""
        super().__init__()
        self._key = key
        self.text = Label(theme, text, "body_strong", elide=True)
        words = translate("Closing", "Open list")
        name = translate("Closing", "Open list: {text}").format(text=text)
        self.button = ActionButton(theme, words, Kind.PLAIN, height=56, name=name)
        self.button.acted.connect(self._on_acted)
        self.across = (self.button,)
        row = QHBoxLayout(self)
        px = theme.px
        row.setContentsMargins(px(16), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(ShapeMark(theme, Shape.WARN, 24))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setMinimumHeight(px(72))
        self.setAccessibleName(text)

    @Slot()
    def _on_acted(self) -> None:
        self.wanted.emit(self._key)
