"""Keeps how it stands with a newer Pult: the row in Settings, About, and the line in Help."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.update import UpdateChanged, UpdateStage
from app.ui.errands import Errands
from app.ui.services import ScreenSettings, UpdateServices
from app.ui.settings_page.about import AboutSection
from app.ui.settings_page.parts import FactRow, Row
from app.ui.theme import Theme
from app.ui.widgets import ActionButton
from app.ui.wording.update import update_line, update_words


class UpdateRow(Row):
    """How it stands, and the one thing to press. Thread: gui. Signals: `acted`."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Make the row."""
        label = self.tr("Newer version")
        self._fact = FactRow(theme, "", "")
        self._fact.label.hide()
        self._button = ActionButton(theme, self.tr("Look now"), height=56)
        super().__init__(theme, label, self._button, self._fact)
        self._button.acted.connect(self.acted)

    def show_stage(self, news: UpdateChanged) -> None:
        """Say how it stands."""
        words = update_words(news)
        self._fact.show_value(words.head, words.line)
        self._button.set_words(words.button or self.tr("Look now"))
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
            label = self.tr("Newer version")
            value = self.tr("Not looked for")
            note = self.tr("The publisher's address and key are set under Advanced, updates.")
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
