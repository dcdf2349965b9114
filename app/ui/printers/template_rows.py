"""What the section Slip is built of: a choice between two, lines of one's own, and the logo."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.text import plain
from app.ui.settings_page.parts import Row
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Label, Switch

MOST_LINES: Final = 6
MOST_LETTERS: Final = 96


class ShownRow(Row):
    """Whether something stands on slips. Thread: gui. Signals: `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, label: str) -> None:
        """Make the row; `label` names the switch to assistive technology too."""
        self.switch = Switch(theme, label, on=self.tr("On the slip"), off=self.tr("Left out"))
        super().__init__(theme, label, self.switch)
        self.switch.clicked.connect(self._on_clicked)

    @property
    def is_on(self) -> bool:
        """Whether it stands there."""
        return self.switch.isChecked()

    def show_on(self, is_on: bool) -> None:
        """Show a choice without a signal."""
        self.switch.setChecked(is_on)

    @Slot()
    def _on_clicked(self) -> None:
        self.changed.emit()


class LinesRow(Row):
    """Lines of the shop's own, one below the other. Thread: gui. Signals: `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, label: str) -> None:
        """Make the row with an empty field."""
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(label)
        self.field.setFont(theme.font("body_medium"))
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(self.tr("None"))
        self.field.setFixedHeight(theme.px(96))
        self.note = Label(theme, "", "small", "bad_text", wrap=True)
        self.note.hide()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.field)
        column.addWidget(self.note)
        super().__init__(theme, label, whole)
        self.field.textChanged.connect(self._on_text)

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines as they may be kept: printable, without empty ones at the end."""
        text = self.field.toPlainText().rstrip()
        return tuple(_printable(line) for line in text.split("\n")) if text else ()

    @property
    def fits(self) -> bool:
        """Whether there are few enough lines, none of them too long."""
        lines = self.lines
        return len(lines) <= MOST_LINES and all(len(line) <= MOST_LETTERS for line in lines)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show other lines without a signal."""
        self.field.blockSignals(True)
        self.field.setPlainText("\n".join(lines))
        self.field.blockSignals(False)
        self._check()

    def _check(self) -> None:
        said = self.tr("At most {lines} lines of at most {letters} letters.")
        fits = self.fits
        self.note.setText(said.format(lines=MOST_LINES, letters=MOST_LETTERS))
        self.note.setVisible(not fits)

    @Slot()
    def _on_text(self) -> None:
        self._check()
        self.changed.emit()


class LogoRow(Row):
    """The picture above the slip.

    Thread: gui. Signals: `changed`; `choose_wanted` to look for a file.
    """

    changed = Signal()
    choose_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make the row without a logo."""
        self.path = ""
        self.file = Label(theme, "", "body_medium", wrap=True)
        self.choose = ActionButton(
            theme, self.tr("Choose"), height=48, name=self.tr("Choose a logo")
        )
        self.none = ActionButton(theme, self.tr("None"), height=48, name=self.tr("No logo"))
        super().__init__(theme, self.tr("Logo"), self.file)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.choose)
            layout.addWidget(self.none)
        self.choose.acted.connect(self.choose_wanted)
        self.none.acted.connect(self._on_none)
        self.show_path("")

    def show_path(self, path: str) -> None:
        """Show another logo without a signal, "" for none."""
        self.path = path
        self.file.setText(plain(PurePath(path).name) if path else self.tr("None"))
        self.file.setToolTip(plain(path))
        self.none.setVisible(bool(path))

    def take(self, path: str) -> None:
        """Take a file that was chosen."""
        self.show_path(path)
        self.changed.emit()

    @Slot()
    def _on_none(self) -> None:
        self.take("")


def _printable(line: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in line).rstrip()
