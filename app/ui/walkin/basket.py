"""What is in a walk-in order so far, line by line, each with its quantity and a way out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme
from app.ui.walkin.draft import Draft
from app.ui.walkin.shelf import name_of
from app.ui.widgets import ActionButton, EmptyState, Kind, Label
from app.ui.wording.figures import figure
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

AMOUNT = ""
"""The key of the line with the amount that was keyed in; other keys are product ids."""
_LEAST_ROW = 96


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line in words; `quantity` 0 has none to change. Thread: any."""

    key: str
    name: str
    sum: str
    quantity: int = 0


def basket_lines(draft: Draft, shop: Shop) -> tuple[BasketLine, ...]:
    """Return the draft's lines in the order in which they were keyed in, the amount last."""
    lines = [
        BasketLine(
            line.product.product_id,
            name_of(line.product, shop.language),
            figure(line.sum, shop),
            line.quantity,
        )
        for line in draft.lines
    ]
    if draft.amount:
        name = translate("Walkin", "Amount")
        lines.append(BasketLine(AMOUNT, name, figure(draft.amount, shop)))
    return tuple(lines)


class BasketRow(QWidget):
    """Name and sum; below them one less, the quantity, one more, and Remove.

    Thread: gui. Signals: `wanted(key, quantity)`; 0 takes the line out.
    """

    wanted = Signal(str, int)

    def __init__(self, theme: Theme, line: BasketLine) -> None:
        """Make the row of `line`."""
        super().__init__()
        self._theme = theme
        self._line = line
        self._is_marked = False
        self.name = Label(theme, "", "body_strong", elide=True)
        self.sum = Label(theme, "", "amount", align=Qt.AlignmentFlag.AlignRight)
        self.less = ActionButton(theme, "", Kind.QUIET, icon="minus", name="-")
        self.count = Label(theme, "", "total", align=Qt.AlignmentFlag.AlignHCenter)
        self.more = ActionButton(theme, "", Kind.QUIET, icon="plus", name="+")
        self.remove = ActionButton(theme, "", Kind.GHOST, icon="trash", name="x")
        self.more.set_repeats(True)
        self._unmark = QTimer(self)
        self._unmark.setSingleShot(True)
        self._unmark.timeout.connect(self._on_unmark)
        self._lay_out()
        self.less.acted.connect(self._on_less)
        self.more.acted.connect(self._on_more)
        self.remove.acted.connect(self._on_remove)
        self.show_line(line)

    @property
    def key(self) -> str:
        """Return which line it shows."""
        return self._line.key

    def show_line(self, line: BasketLine) -> None:
        """Show another quantity of the same."""
        changed = line.quantity != self._line.quantity
        self._line = line
        self.name.setText(line.name)
        self.sum.setText(line.sum)
        self.count.setText(str(line.quantity))
        for button, text in (
            (self.less, translate("Walkin", "One less of {name}")),
            (self.more, translate("Walkin", "One more of {name}")),
            (self.remove, translate("Walkin", "Remove {name}")),
        ):
            button.setAccessibleName(text.format(name=line.name))
        for widget in (self.less, self.count, self.more):
            widget.setVisible(line.quantity > 0)
        self.less.setEnabled(line.quantity > 1)
        if changed:
            self.mark()

    def mark(self) -> None:
        """Show for a moment that this is what has just changed."""
        self._is_marked = True
        self._unmark.start(1500)
        self.update()

    def rest(self) -> None:
        """Take no press for the moment after another line has gone."""
        for button in (self.less, self.more, self.remove):
            button.rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what has just changed, and the line below."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        if self._is_marked:
            painter.fillRect(self.rect(), QColor(tokens.accent_pale))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(tokens.line))
        painter.end()

    def _lay_out(self) -> None:
        px = self._theme.px
        words = QHBoxLayout()
        words.setSpacing(px(8))
        words.addWidget(self.name, 1)
        words.addWidget(self.sum)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        self.count.setFixedWidth(px(44))
        for button in (self.less, self.more, self.remove):
            button.setFixedWidth(px(56))
        buttons.addWidget(self.less)
        buttons.addWidget(self.count)
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        buttons.addSpacing(px(24))
        buttons.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(6), px(8), px(7))
        column.setSpacing(px(4))
        column.addLayout(words)
        column.addLayout(buttons)

    @Slot()
    def _on_less(self) -> None:
        self.wanted.emit(self.key, self._line.quantity - 1)

    @Slot()
    def _on_more(self) -> None:
        self.wanted.emit(self.key, self._line.quantity + 1)

    @Slot()
    def _on_remove(self) -> None:
        self.wanted.emit(self.key, 0)

    @Slot()
    def _on_unmark(self) -> None:
        self._is_marked = False
        self.update()


class WalkinBasket(QScrollArea):
    """All lines; a new one comes last and into sight, a gap closes under no finger.

    Thread: gui. Signals: `wanted(key, quantity)`; 0 takes the line out.
    """

    wanted = Signal(str, int)

    def __init__(self, theme: Theme) -> None:
        """Make it empty."""
        super().__init__()
        self._theme = theme
        self._rows: list[BasketRow] = []
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        head = translate("Walkin", "Nothing chosen yet")
        line = translate("Walkin", "Tap a product or scan its barcode.")
        self.empty = EmptyState(theme, "bag", head, line)
        self._column.addWidget(self.empty, 1)
        self._column.addStretch(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setMinimumHeight(theme.px(_LEAST_ROW))
        self.setWidget(content)
        scroll_by_finger(self)

    def rows(self) -> list[BasketRow]:
        """Return the rows from top to bottom."""
        return list(self._rows)

    def show_lines(self, lines: tuple[BasketLine, ...]) -> None:
        """Show exactly these; a line that stays keeps its row."""
        wanted = {line.key for line in lines}
        gone = [row for row in self._rows if row.key not in wanted]
        for row in gone:
            self._take_out(row)
        if gone:
            for row in self._rows:
                row.rest()
        known = {row.key: row for row in self._rows}
        for place, line in enumerate(lines):
            if line.key in known:
                known[line.key].show_line(line)
            else:
                self._add(line, place)
        self.empty.setVisible(not self._rows)
        self._column.setStretch(self._column.count() - 1, 1 if self._rows else 0)

    def show_row(self, key: str) -> None:
        """Bring a line into sight and mark it."""
        for row in self._rows:
            if row.key == key:
                row.mark()
                self._column.activate()
                self.ensureWidgetVisible(row, 0, 0)

    def _add(self, line: BasketLine, place: int) -> None:
        row = BasketRow(self._theme, line)
        row.wanted.connect(self.wanted)
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()

    def _take_out(self, row: BasketRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
