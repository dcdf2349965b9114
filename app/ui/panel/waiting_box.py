"""The slips of the opened order that wait, and what staff can do about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.snapshot import OrderSnapshot
from app.ui.panel.trouble_box import TroubleBox
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton
from app.ui.wording.marked import translate
from app.ui.wording.troubles import Trouble
from app.ui.wording.waiting_slips import waiting_words

_REST_MS = 1500


class WaitingBox(QWidget):
    """Why a slip waits, with Skip, Retry and, where another printer could print it, Other printer.

    Hidden while nothing waits.

    Thread: gui. Signals: `skip_pressed(job_ids)`, `retry_pressed(job_ids)`,
    `other_pressed(job_ids, printers)`.
    """

    skip_pressed = Signal(object)
    retry_pressed = Signal(object)
    other_pressed = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._theme = theme
        self._job_ids: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self.box = TroubleBox(theme)
        self.skip = self._button(translate("Slips", "Skip"))
        self.retry = self._button(translate("Slips", "Retry"))
        self.other = self._button(translate("Slips", "Other printer"))
        self._row = QHBoxLayout()
        for button in (self.skip, self.retry):
            self._row.addWidget(button, 2)
        self._row.addWidget(self.other, 3)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.box)
        self._column.addLayout(self._row)
        self.skip.acted.connect(self._on_skip)
        self.retry.acted.connect(self._on_retry)
        self.other.acted.connect(self._on_other)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    def show_order(self, snapshot: OrderSnapshot) -> None:
        """Show what of this order waits."""
        words = waiting_words(snapshot)
        self.setVisible(words is not None)
        if words is None:
            return
        self._job_ids, self._others = words.job_ids, words.others
        self.box.say(Trouble(Shape.WARN, words.runs, ()))
        self.other.setVisible(bool(words.others))

    def _button(self, words: str) -> ActionButton:
        button = ActionButton(self._theme, words, height=56, parent=self)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    @Slot()
    def _on_skip(self) -> None:
        self.skip_pressed.emit(self._job_ids)

    @Slot()
    def _on_retry(self) -> None:
        self.retry.rest(_REST_MS)
        self.retry_pressed.emit(self._job_ids)

    @Slot()
    def _on_other(self) -> None:
        self.other_pressed.emit(self._job_ids, self._others)

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._row.setSpacing(px(8))
