"""A time of day that is moved by quarters of an hour with two large buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label
from app.ui.wording.figures import day_clock
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_STEP: Final = timedelta(minutes=15)
_FURTHEST: Final = timedelta(hours=24)


class ClockRow(QWidget):
    """Earlier, the time, later; never earlier than now and at most a day ahead.

    Thread: gui.
    """

    def __init__(
        self, theme: Theme, shop: Shop, moment: datetime, now: Callable[[], datetime]
    ) -> None:
        """Show `moment` at first."""
        super().__init__()
        self._shop = shop
        self._now = now
        self.moment = moment
        self.earlier = self._button(theme, "minus", translate("Pause", "15 min earlier"))
        self.later = self._button(theme, "plus", translate("Pause", "15 min later"))
        self.time = Label(theme, "", "clock", align=Qt.AlignmentFlag.AlignCenter)
        self.time.setMinimumWidth(theme.px(96))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.earlier)
        row.addWidget(self.time, 1)
        row.addWidget(self.later)
        self.earlier.acted.connect(self._on_earlier)
        self.later.acted.connect(self._on_later)
        self._show()

    @staticmethod
    def _button(theme: Theme, icon: str, name: str) -> ActionButton:
        words = translate("Pause", "{count} min").format(count=_STEP.seconds // 60)
        button = ActionButton(theme, words, Kind.PLAIN, icon=icon, name=name)
        button.set_repeats(True)
        return button

    def _show(self) -> None:
        now = self._now()
        self.time.setText(day_clock(self.moment, self._shop, now))
        self.earlier.setEnabled(self.moment - _STEP > now)
        self.later.setEnabled(self.moment + _STEP - now <= _FURTHEST)

    @Slot()
    def _on_earlier(self) -> None:
        self.moment -= _STEP
        self._show()

    @Slot()
    def _on_later(self) -> None:
        self.moment += _STEP
        self._show()
