"""The foot of a page of Settings: what is not saved yet, Discard and Save."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet

_LEAST_WORDS = 160  # design px


class SaveFoot(Sheet):
    """Test and Remove left, what changes and when, Discard and Save right.

    Thread: gui. Signals: `save_pressed`, `discard_pressed`.
    """

    save_pressed = Signal()
    discard_pressed = Signal()

    def __init__(self, theme: Theme, *left: QWidget) -> None:
        """Make the foot of a page without changes; `left` are its other buttons."""
        super().__init__(theme, "surface", ("top",))
        px = theme.px
        self._retired = False
        self.said = Label(theme, "", "body", "ink2", wrap=True)
        self.discard = ActionButton(theme, self.tr("Discard"), height=72)
        self.save = ActionButton(theme, self.tr("Save"), Kind.NEXT, height=72)
        self.save.setMinimumWidth(px(168))
        self.setMinimumHeight(px(104))
        self._buttons = (*left, self.discard, self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(24), px(16), px(24), px(16))
        self._column.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for widget in left:
            row.addWidget(widget)
        self._between = QHBoxLayout()
        self._between.setContentsMargins(px(12) if left else 0, 0, 0, 0)
        self._between.addWidget(self.said)
        row.addLayout(self._between, 1)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        self._column.addLayout(row)
        self.save.acted.connect(self.save_pressed)
        self.discard.acted.connect(self.discard_pressed)
        self.show_changes(0, problems=0, at_start=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the buttons where there is no room between them."""
        super().resizeEvent(event)
        px = self._theme.px
        shown = [button for button in self._buttons if not button.isHidden()]
        taken = sum(button.sizeHint().width() + px(12) for button in shown)
        if self.width() - px(48) - taken < px(_LEAST_WORDS):
            self._column.insertWidget(0, self.said)
        else:
            self._between.addWidget(self.said)

    def retire(self, retired: bool) -> None:
        """Be seen no more while another foot does its work."""
        if retired != self._retired:
            self._retired = retired
            self.setVisible(not retired)

    def setVisible(self, visible: bool) -> None:
        """Be seen, unless another foot does its work."""
        super().setVisible(visible and not self._retired)

    def show_changes(self, count: int, *, problems: int, at_start: bool) -> None:
        """Say how many values are changed, how many cannot be saved, and when they hold."""
        self.discard.setEnabled(count > 0)
        self.save.setEnabled(count > 0 and not problems)
        self.said.setText(self._words(count, problems, at_start))

    def start_saving(self) -> None:
        """Take no press until it is known whether the values were saved."""
        self.save.start_flight(self.tr("Saving…"))

    def end_saving(self, said: str = "") -> None:
        """Take presses again, and say what became of it."""
        self.save.end_flight()
        if said:
            self.said.setText(said)

    @Slot(str)
    def say(self, text: str) -> None:
        """Say something in place of what is changed."""
        self.said.setText(text)

    def _words(self, count: int, problems: int, at_start: bool) -> str:
        if not count:
            return self.tr("What you change here holds once you save it.")
        said = self.tr("1 change.") if count == 1 else self.tr("{n} changes.").format(n=count)
        if problems:
            return f"{said} " + self.tr("Correct what is marked in red first.")
        if at_start:
            return f"{said} " + self.tr("Holds after Pult is started again.")
        return f"{said} " + self.tr("Holds at once.")
