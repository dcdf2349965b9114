"""Choosing how many letters one line of a printer takes, with the ruler in the other hand."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind, Label, Segment, Segments

_USUAL = (32, 42, 48)
_OTHER = "other"
_FEWEST, _MOST = 16, 96


class WidthDialog(Dialog):
    """Thread: gui. Signals: `chosen(letters)`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, printer: str, letters: int) -> None:
        """Begin with what holds now."""
        title = self.tr("Line width of {printer}").format(printer=printer)
        super().__init__(theme, title, width=640)
        hint = self.tr(
            "Print the ruler first. The largest number that stands at the end of its own line is"
            " the width of this printer."
        )
        choices = [Segment(str(each), self.tr("%n letters", n=each)) for each in _USUAL]
        choices.append(Segment(_OTHER, self.tr("Other")))
        shown = str(letters) if letters in _USUAL else _OTHER
        self.choices = Segments(theme, choices, name=self.tr("Letters a line"), chosen=shown)
        self.field = QLineEdit(str(letters))
        self.field.setValidator(QIntValidator(_FEWEST, _MOST, self.field))
        self.field.setMinimumHeight(theme.px(56))
        self.field.setAccessibleName(self.tr("Letters a line, from 16 to 96"))
        self.note = Label(theme, "", "body", "ink2", wrap=True)
        self.keep = ActionButton(theme, self.tr("Keep this width"), Kind.NEXT, height=72)
        self.body.addWidget(Label(theme, hint, "body", "ink2", wrap=True))
        self.body.addWidget(self.choices)
        self.body.addWidget(self.field)
        self.field.setVisible(shown == _OTHER)
        self.body.addStretch(1)
        self.set_foot(None, self.keep, note=self.note)
        self.choices.chosen.connect(self._on_chosen)
        self.field.textChanged.connect(self._on_text)
        self.keep.acted.connect(self._on_keep)
        self._on_text(self.field.text())

    def first_focus(self) -> QWidget | None:
        """Return the choices."""
        return self.choices

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.field.setVisible(key == _OTHER)
        if key == _OTHER:
            self.field.setFocus()
            self.field.selectAll()
        else:
            self.field.setText(key)

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        fits = self.field.hasAcceptableInput()
        self.note.setText("" if fits else self.tr("From 16 to 96 letters."))
        self.keep.setEnabled(fits)

    @Slot()
    def _on_keep(self) -> None:
        letters = int(self.field.text())
        self.done_with()
        self.chosen.emit(letters)
