"""Counting a drawer note by note and coin by coin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.money import Money, total
from app.domain.pieces import pieces
from app.ui.theme import Theme
from app.ui.widgets import AmountField, Label
from app.ui.wording.figures import TIMES, amount
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_COLUMNS = 2


class PieceField(AmountField):
    """How many pieces of one kind there are. Thread: gui."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Make an empty field called `name`."""
        super().__init__(theme, name=name, unit=TIMES, words=str)
        self.setProperty("amount", "false")  # lower than the amounts the style sheet speaks of
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self.setFont(self._theme.font("total"))
        self.setTextMargins(0, 0, self._theme.px(28), 0)
        self.setFixedHeight(self._theme.px(52))


class PieceGrid(QWidget):
    """A field for each note and coin of a currency; the one with the focus takes the keypad's keys.

    Thread: gui. Signals: `sum_changed(Money)`.
    """

    sum_changed = Signal(object)

    def __init__(self, theme: Theme, shop: Shop, currency: str) -> None:
        """Make it with nothing counted."""
        super().__init__()
        self._currency = currency
        self._pieces = pieces(currency)
        self.fields: list[PieceField] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        rows = -(-len(self._pieces) // _COLUMNS)
        for place, piece in enumerate(self._pieces):
            words = amount(piece, shop)
            name = translate("Closing", "How many: {piece}").format(piece=words)
            field = PieceField(theme, name)
            field.amount_changed.connect(self._on_counted)
            label = Label(theme, words, "amount", align=Qt.AlignmentFlag.AlignRight)
            column = 2 * (place // rows)
            grid.addWidget(label, place % rows, column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, place % rows, column + 1)
            self.fields.append(field)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)

    @property
    def sum(self) -> Money:
        """Return what was counted."""
        counted = (
            piece * (field.minor or 0)
            for piece, field in zip(self._pieces, self.fields, strict=True)
        )
        return total(counted, self._currency)

    def press(self, key: str) -> None:
        """Give a key to the field that has the focus, else to the first."""
        field = next((each for each in self.fields if each.hasFocus()), self.fields[0])
        field.press(key)

    @Slot()
    def _on_counted(self) -> None:
        self.sum_changed.emit(self.sum)
