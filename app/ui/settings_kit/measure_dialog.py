"""Measuring the screen: a card's outline that is made as large as a bank card held against it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.settings_kit.card_outline import CardOutline
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label

_STEP, _STRIDE = 1, 10


class _Key(ActionButton):
    """A sign in large letters. Thread: gui."""

    def _style(self) -> str:
        return "key"


class MeasureDialog(Dialog):
    """The outline between keys that make it smaller and larger.

    It is told how large the outline was made and changes nothing itself, so that it stays as it is
    while somebody measures.

    Thread: gui. Signals: `measured(dpi)`.
    """

    measured = Signal(float)

    def __init__(self, theme: Theme, name: str, dpi: float, most_dpi: float) -> None:
        """Begin with a card as `dpi` would have it; `name` is what the dots per inch are called."""
        super().__init__(theme, self.tr("Measure the screen"), width=1000, height=720)
        said = self.tr(
            "Hold a bank card against the screen and make the outline as large as the card."
        )
        self.outline = CardOutline(theme, name, dpi, most_dpi)
        self.smaller = self._key("−", self.tr("Smaller"))  # noqa: RUF001
        self.much_smaller = self._key("− −", self.tr("Much smaller"))  # noqa: RUF001
        self.larger = self._key("+", self.tr("Larger"))
        self.much_larger = self._key("+ +", self.tr("Much larger"))
        measured = QHBoxLayout()
        measured.setSpacing(theme.px(16))
        measured.addLayout(self._above_each_other(self.smaller, self.much_smaller))
        measured.addLayout(self._told(said), 1)
        measured.addLayout(self._above_each_other(self.larger, self.much_larger))
        self.body.addLayout(measured, 1)
        self.back = ActionButton(theme, self.tr("Back"), height=72)
        self.take = ActionButton(theme, self.tr("Use this size"), Kind.NEXT)
        self.set_foot(self.back, self.take)
        self.back.acted.connect(self.reject)
        self.take.acted.connect(self._on_take)
        self.smaller.acted.connect(self._on_smaller)
        self.much_smaller.acted.connect(self._on_much_smaller)
        self.larger.acted.connect(self._on_larger)
        self.much_larger.acted.connect(self._on_much_larger)
        self.outline.resized.connect(self._on_resized)
        self._on_resized()

    def first_focus(self) -> QWidget | None:
        """Return a key that measures."""
        return self.larger if self.larger.isEnabled() else self.smaller

    def _key(self, text: str, name: str) -> ActionButton:
        key = _Key(self.theme, text, height=56, name=name)
        key.setFixedWidth(self.theme.px(64))
        key.set_repeats(True)
        return key

    def _told(self, said: str) -> QVBoxLayout:
        """Put what to do right above the outline, so that the keys have the whole height."""
        sentence = Label(self.theme, said, "body", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(8))
        column.addWidget(sentence)
        column.addWidget(self.outline, 1)
        return column

    def _above_each_other(self, *keys: ActionButton) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(8))
        column.addStretch(1)
        for key in keys:
            column.addWidget(key)
        column.addStretch(1)
        return column

    @Slot()
    def _on_smaller(self) -> None:
        self.outline.change(-_STEP)

    @Slot()
    def _on_much_smaller(self) -> None:
        self.outline.change(-_STRIDE)

    @Slot()
    def _on_larger(self) -> None:
        self.outline.change(_STEP)

    @Slot()
    def _on_much_larger(self) -> None:
        self.outline.change(_STRIDE)

    @Slot()
    def _on_resized(self) -> None:
        can_change = self.outline.can_change
        for keys, px in (
            ((self.smaller, self.much_smaller), -_STEP),
            ((self.larger, self.much_larger), _STEP),
        ):
            for key in keys:
                key.setEnabled(can_change(px))

    @Slot()
    def _on_take(self) -> None:
        self.done_with()
        self.measured.emit(self.outline.dpi)
