"""Keeps how it stands with a newer Pult: the row in Settings, About, and the line in Help."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.update import UpdateChanged, UpdateStage
from app.ui.errands import Errands
from app.ui.screen_settings import ScreenSettings
from app.ui.services import UpdateServices
from app.ui.settings_page.about import AboutSection
from app.ui.settings_page.parts import FactRow
from app.ui.theme import Theme
from app.ui.widgets import ActionButton
from app.ui.wording.marked import translate
from app.ui.wording.update import update_line, update_words


class UpdateRow(FactRow):
    """How it stands, and the one thing to press. Thread: gui. Signals: `acted`."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make the row, with its button at the end."""
        super().__init__(theme, translate("Update", "Newer version"), "")
        self._look = translate("Update", "Look now")
        self._button = ActionButton(theme, self._look, height=56)
        self._button.acted.connect(self.acted)
        self.add(self._button)

    def show_stage(self, news: UpdateChanged) -> None:
        """Say how it stands."""
        words = update_words(news)
        self.show_value(words.head, words.line)
        self._button.set_words(words.button or self._look)
        self._button.setVisible(bool(words.button))


class UpdateDesk(QObject):
    """Thread: gui. Signals: `said(words)` for Help, "" when there is nothing to say."""

    said = Signal(str)

    def __init__(
        self, theme: Theme, settings: ScreenSettings, errands: Errands, parent: QObject
    ) -> None:
        """Know of nothing newer yet."""
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._errands = errands
        self._news = UpdateChanged(UpdateStage.UNKNOWN)
        self._row: UpdateRow | None = None

    def make_section(self) -> QWidget:
        """Make the section About."""
        if not self._settings.updates:
            label = translate("Update", "Newer version")
            value = translate("Update", "Not looked for")
            note = translate(
                "Update", "The publisher's address and key stand under Advanced, Newer versions."
            )
            return AboutSection(
                self._theme, self._settings, FactRow(self._theme, label, value, note)
            )
        self._row = UpdateRow(self._theme)
        self._row.acted.connect(self.on_acted)
        self._row.show_stage(self._news)
        return AboutSection(self._theme, self._settings, self._row)

    def update_changed(self, news: UpdateChanged) -> None:
        """Show how it stands now."""
        self._news = news
        if self._row is not None and isValid(self._row):
            self._row.show_stage(news)
        self.said.emit(update_line(news))

    @Slot()
    def on_acted(self) -> None:
        """Do what the button says: look, fetch or install."""
        services: UpdateServices | None = self._errands.updates
        if services is None:
            return
        if self._news.stage is UpdateStage.THERE:
            services.fetch()
        elif self._news.stage is UpdateStage.FETCHED:
            services.install()
        else:
            services.look()
