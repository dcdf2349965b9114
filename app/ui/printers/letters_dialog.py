"""Which lines of a proof sheet look right: every number is a tile to tap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout

from app.domain.sheet import ProofLine, ProvenPage
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, CheckTile, Dialog, Kind, Label

_COLUMNS = 8


class LettersDialog(Dialog):
    """Staff tap the numbers of the lines whose letters all look right.

    Thread: gui. Signals: `chosen(pages)`, a tuple of ProvenPage, the line first on the sheet first;
    empty where no line was right.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, printer: str, lines: Sequence[ProofLine]) -> None:
        """Offer the numbers of the sheet that was printed last."""
        title = self.tr("Letters of {printer}").format(printer=printer)
        super().__init__(theme, title, width=912)
        self._lines = tuple(lines)
        hint = self.tr(
            "Tap the number of every line on the proof sheet whose letters all look right. Several"
            " are usual; none is an answer too."
        )
        self.tiles = [CheckTile(theme, str(line.number)) for line in lines]
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        for place, (tile, line) in enumerate(zip(self.tiles, lines, strict=True)):
            tile.setAccessibleName(self.tr("Line {number}").format(number=line.number))
            tile.toggled.connect(self._on_toggled)
            grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)
        self.note = Label(theme, "", "body", "ink2", wrap=True)
        self.keep = ActionButton(theme, self.tr("No line is right"), Kind.NEXT, height=72)
        self.body.addWidget(Label(theme, hint, "body", "ink2", wrap=True))
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.set_foot(None, self.keep, note=self.note)
        self.keep.acted.connect(self._on_keep)
        self._on_toggled()

    def pages(self) -> tuple[ProvenPage, ...]:
        """Return the code pages of the lines that were tapped, each once."""
        pairs = zip(self.tiles, self._lines, strict=True)
        found = (line.page for tile, line in pairs if tile.isChecked())
        return tuple(dict.fromkeys(found))

    @Slot()
    def _on_toggled(self) -> None:
        count = sum(tile.isChecked() for tile in self.tiles)
        if count:
            self.keep.set_words(self.tr("Keep these lines"))
            self.note.setText(self.tr("Used from the next slip on."))
        else:
            self.keep.set_words(self.tr("No line is right"))
            self.note.setText(self.tr("Then other letters than A to Z are printed as pictures."))

    @Slot()
    def _on_keep(self) -> None:
        pages = self.pages()
        self.done_with()
        self.chosen.emit(pages)
