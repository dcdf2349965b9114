"""The page About: version, a newer one, places, and what the problem codes mean."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app import __version__
from app.ui.screen_settings import ScreenSettings
from app.ui.settings_page.parts import Box, FactRow, Section
from app.ui.settings_page.problem_codes import problem_codes
from app.ui.theme import Theme
from app.ui.widgets import Label


class AboutSection(Section):
    """Version, places, and what the problem codes mean. Thread: gui."""

    def __init__(self, theme: Theme, settings: ScreenSettings, update: QWidget) -> None:
        """Show them; `update` is the row on newer versions."""
        super().__init__(theme)
        box = Box(theme)
        box.add(FactRow(theme, self.tr("Version"), f"Pult {__version__}"))
        box.add(update)
        none = self.tr("None: all values are those Pult comes with")
        file = str(settings.settings_path) if settings.settings_path is not None else none
        box.add(FactRow(theme, self.tr("Settings file"), file))
        data = str(settings.data_dir) if settings.data_dir is not None else ""
        note = self.tr("Orders (pult.sqlite3), logs and slips of the virtual printer")
        box.add(FactRow(theme, self.tr("Data folder"), data, note))
        self.add(box)
        self.add(Label(theme, self.tr("Problem codes"), "column"))
        codes = Box(theme)
        for code, text in problem_codes():
            codes.add(FactRow(theme, code, text))
        self.add(codes)
