"""Getting an order number from a vendor that makes them, away from the counter's daily work."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.news import NumberMade
from app.ui.screen_settings import VendorView
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.refusals import problem_words


class NumberBox(QWidget):
    """A button that has a number made, the number, and how long it holds.

    Thread: gui. Signals: `wanted(vendor)`, once a press.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme, vendor: VendorView) -> None:
        """Make it for one vendor; nothing is asked before the button is pressed."""
        super().__init__()
        self._vendor = vendor
        words = self.tr("Get an order number")
        self.get = ActionButton(theme, words, Kind.PLAIN, icon="bag", height=72)
        self.number = Label(theme, "", "title")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.number.hide()
        said = self.tr(
            "A number holds for 24 hours, and only the last one counts. The customer's app makes"
            " its own; this is for the basket of the session set here."
        )
        self.note = Label(theme, said, "body", "ink2", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(4))
        texts.addWidget(self.number)
        texts.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self.get, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.get.acted.connect(self._on_get)

    def set_open(self, is_open: bool) -> None:
        """Let the button be pressed once the till is open."""
        self.get.setEnabled(is_open)

    def show_number(self, news: NumberMade) -> None:
        """Show the number, or why there is none."""
        self.get.end_flight()
        text = news.number
        if news.problem:
            head, todo = problem_words(news.problem, news.data, self._vendor.title)
            text = f"{head}. {todo}"
        self.number.setText(text)
        self.number.setVisible(bool(text))

    @Slot()
    def _on_get(self) -> None:
        self.number.hide()
        self.get.start_flight(self.tr("Asking…"))
        self.wanted.emit(self._vendor.name)
