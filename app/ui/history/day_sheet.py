"""A calendar for fingers: one month with a button of 48 px for each day that has been."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from babel import Locale
from babel.dates import format_date
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.history.over_sheet import OverSheet
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label

DAYS: Final = 7
WEEKS: Final = 6


class DaySheet(OverSheet):
    """One day is chosen of the month shown; months are turned, days to come cannot be chosen.

    Thread: gui. Signals: `chosen(date)`.
    """

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, label: str, day: date, today: date, language: str, over: QWidget
    ) -> None:
        """Make the calendar over the page `over`, at the month of `day`."""
        super().__init__(theme, label, over)
        self._today = today
        self._day = day
        self._language = language
        self._first = day.replace(day=1)
        self._begins = Locale.parse(language).first_week_day  # 0 is Monday
        self._title = Label(theme, style="body_strong", align=Qt.AlignmentFlag.AlignCenter)
        self._back = self._turner("chevron-left", self.tr("Month before"))
        self._on = self._turner("chevron-right", self.tr("Month after"))
        self._back.acted.connect(self.on_back)
        self._on.acted.connect(self.on_forward)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self._on)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(4))
        self._buttons = [self._make_day(place) for place in range(DAYS * WEEKS)]
        self._dates: dict[ActionButton, date] = {}
        column = QVBoxLayout(self)
        pad = theme.px(8)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addLayout(self._grid)
        self._name_days()
        self._show()

    def first_focus(self) -> QWidget:
        """Return the day that is chosen so far."""
        return next((key for key, day in self._dates.items() if day == self._day), self._back)

    def _turner(self, icon: str, name: str) -> ActionButton:
        return ActionButton(self._theme, "", Kind.GHOST, icon=icon, height=48, name=name)

    def _make_day(self, place: int) -> ActionButton:
        button = ActionButton(self._theme, "", Kind.GHOST, height=48)
        button.setFixedSize(self._theme.px(52), self._theme.px(48))
        button.acted.connect(self.on_day)
        self._grid.addWidget(button, 1 + place // DAYS, place % DAYS)
        return button

    def _name_days(self) -> None:
        monday = date(2024, 1, 1)
        for column in range(DAYS):
            day = monday + timedelta(days=(column + self._begins) % DAYS)
            words = format_date(day, "EEEEEE", locale=self._language)
            name = Label(self._theme, words, "small", "ink2", align=Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(name, 0, column)

    def _show(self) -> None:
        first = self._first
        self._title.setText(format_date(first, "LLLL y", locale=self._language))
        ahead = (first.weekday() - self._begins) % DAYS
        count = monthrange(first.year, first.month)[1]
        self._dates.clear()
        for place, button in enumerate(self._buttons):
            inside = ahead <= place < ahead + count
            # A place without a day keeps its room: nothing moves under a finger that turns months.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            button.setVisible(inside)
            if not inside:
                continue
            day = first + timedelta(days=place - ahead)
            self._dates[button] = day
            name = format_date(day, "full", locale=self._language)
            button.set_words(str(day.day), name=name)
            button.setEnabled(day <= self._today)
            button.set_selected(day == self._day)
        self._on.setEnabled(self._next() <= self._today)

    def _next(self) -> date:
        return (self._first + timedelta(days=31)).replace(day=1)

    @Slot()
    def on_back(self) -> None:
        """Show the month before."""
        self._first = (self._first - timedelta(days=1)).replace(day=1)
        self._show()

    @Slot()
    def on_forward(self) -> None:
        """Show the month after."""
        self._first = self._next()
        self._show()

    @Slot()
    def on_day(self) -> None:
        """Choose the day that was tapped."""
        sender = self.sender()
        if isinstance(sender, ActionButton) and sender in self._dates:
            day = self._dates[sender]
            self.close_sheet()
            self.chosen.emit(day)
