"""The choice of days in History: today, yesterday, a week, all, or any one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from babel.dates import format_date
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.ui.history.choice_button import ChoiceButton
from app.ui.history.day_sheet import DaySheet
from app.ui.history.lines import Period, day_span
from app.ui.theme import Theme
from app.ui.wording.figures import day_month
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class PeriodButton(ChoiceButton):
    """Shows how far back is looked; "A day…" opens a calendar.

    Thread: gui. Signals: `picked(key)` when another period or day was chosen.
    """

    def __init__(
        self, theme: Theme, label: str, shop: Shop, now: Callable[[], datetime], page: QWidget
    ) -> None:
        """Make a button that begins with today."""
        choices = {each.name: translate("History", each.value) for each in Period}
        super().__init__(theme, label, choices, Period.TODAY.name, page)
        self._shop = shop
        self._now = now
        self._day: date | None = None

    @property
    def words(self) -> str:
        """Return what is chosen, as the button says it."""
        return self.text()

    def span(self) -> tuple[datetime | None, datetime | None]:
        """Return when the period begins and ends; None where it has no bound."""
        if self.key == Period.DAY.name and self._day is not None:
            return day_span(self._day, self._shop)
        return Period[self.key].span(self._shop, self._now())

    def pick_day(self, day: date) -> None:
        """Choose one day."""
        self._day = day
        self.key = Period.DAY.name
        words = day_month(day, self._shop, weekday=True)
        if day.year != self._today().year:
            words = format_date(day, "medium", locale=self._shop.language)
        self.set_words(words, name=f"{self._label}: {words}")
        self.picked.emit(self.key)

    def _today(self) -> date:
        return date.fromisoformat(self._shop.business_day(self._now()))

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key != Period.DAY.name:
            super()._on_chosen(key)
            return
        today = self._today()
        sheet = DaySheet(
            self._theme, self._label, self._day or today, today, self._shop.language, self._page
        )
        sheet.chosen.connect(self.on_day)
        sheet.open_below(self)

    @Slot(object)
    def on_day(self, day: date) -> None:
        """Choose the day that was tapped in the calendar."""
        self.pick_day(day)
