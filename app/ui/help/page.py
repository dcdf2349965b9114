"""The page Help: till, version, lamps and the last problems, to be read out on the telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import __version__
from app.domain.lamp import Lamp
from app.domain.problem import Problem
from app.ui.help.problem_row import LampFact, ProblemRow
from app.ui.pages import Page
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_page.parts import Box, FactRow, Section
from app.ui.theme import Theme
from app.ui.widgets import EmptyState, Label
from app.ui.wording.lamps import lamp_key, lamp_state
from app.ui.wording.marked import translate
from app.usecases.desk import Shop


class HelpPage(Page):
    """What a helper asks for, in large print. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        shop: Shop,
        settings: ScreenSettings,
        titles: Mapping[str, str],
        now: Callable[[], datetime],
    ) -> None:
        """Make the page; lamps and problems are shown as they come."""
        super().__init__(theme, translate("HelpPage", "Help"))
        self._theme = theme
        self._shop = shop
        self._titles = titles
        self._now = now
        self._lamps: dict[str, LampFact] = {}
        self._version = FactRow(theme, self.tr("Version"), f"Pult {__version__}")
        self._section = Section(theme)
        self._section.add(self._till(settings))
        self._section.add(Label(theme, self.tr("Connections and devices"), "column"))
        self._lamp_box = Box(theme)
        self._section.add(self._lamp_box)
        self._section.add(Label(theme, self.tr("Last problems"), "column"))
        self._problem_box = Box(theme)
        self._section.add(self._problem_box)
        self._section.add(Label(theme, self.tr("Files"), "column"))
        self._section.add(self._files(settings))
        # Nothing on this page is pressed: the arrow keys scroll it.
        self._section.scroller.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._section.scroller.setAccessibleName(self.tr("Help"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._section, 1)
        self._problem_rows: list[QWidget] = []
        self.show_problems(())

    def show_lamp(self, lamp: Lamp) -> None:
        """Show how a vendor or device stands now."""
        state = lamp_state(lamp, self._now())
        row = self._lamps.get(lamp_key(lamp))
        if row is None:
            row = self._lamps[lamp_key(lamp)] = LampFact(self._theme, state)
            self._lamp_box.add(row)
            row.show()
        else:
            row.show_state(state)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show the last problems, the newest on top."""
        for row in self._problem_rows:
            row.hide()
            row.deleteLater()
        now = self._now()
        self._problem_rows = [
            ProblemRow(self._theme, problem, self._titles, self._shop, now) for problem in problems
        ] or [self._none()]
        for row in self._problem_rows:
            self._problem_box.add(row)
            row.show()

    def show_update(self, words: str) -> None:
        """Say below the version that a newer one is there; "" says nothing."""
        self._version.show_value(f"Pult {__version__}", words)

    def _till(self, settings: ScreenSettings) -> Box:
        box = Box(self._theme)
        box.add(FactRow(self._theme, self.tr("Till"), f"{settings.till_name} · {settings.till_id}"))
        box.add(self._version)
        return box

    def _files(self, settings: ScreenSettings) -> Box:
        box = Box(self._theme)
        none = self.tr("None: all values are those Pult comes with")
        file = str(settings.settings_path) if settings.settings_path is not None else none
        box.add(FactRow(self._theme, self.tr("Settings file"), file))
        folder = str(settings.data_dir) if settings.data_dir is not None else ""
        note = self.tr("Orders (pult.sqlite3), logs and slips of the virtual printer")
        box.add(FactRow(self._theme, self.tr("Data folder"), folder, note))
        return box

    def _none(self) -> QWidget:
        head = self.tr("No problem was met")
        line = self.tr("What goes wrong stands here with its code, also after a restart.")
        return EmptyState(self._theme, "check", head, line)
