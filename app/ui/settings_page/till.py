"""The sections without devices: the till, language and look, and About."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Slot

from app import __version__
from app.ui.services import ScreenSettings
from app.ui.settings_page.parts import Box, FactRow, Row, Section
from app.ui.settings_page.problem_codes import problem_codes
from app.ui.theme import Mode, Theme
from app.ui.widgets import Label, Segment, Segments
from app.ui.wording.marked import translate

_LANGUAGES: Final = {"en": "English", "hu": "Magyar", "es": "Español", "de": "Deutsch"}


class TillSection(Section):
    """How this till works; read only, the file holds the values. Thread: gui."""

    def __init__(self, theme: Theme, settings: ScreenSettings) -> None:
        """Show the values in force."""
        super().__init__(theme)
        box = Box(theme)
        box.add(FactRow(theme, self.tr("Name"), settings.till_name))
        box.add(FactRow(theme, self.tr("Time zone"), settings.timezone.key))
        after = self.tr("Stay on the order")
        if settings.after_move == "next":
            after = self.tr("Open the next oldest of that column")
        box.add(FactRow(theme, self.tr("After a move"), after))
        undo = self.tr("{seconds} s").format(seconds=f"{settings.undo_seconds:g}")
        note = self.tr("For Reject, Ready, Collected and Left; Accept and payments go at once.")
        if not settings.undo_seconds:
            undo, note = self.tr("None, all is sent at once"), ""
        box.add(FactRow(theme, self.tr("Undo"), undo, note))
        late = self.tr("New {new} min · Preparing {preparing} min · Ready {ready} min").format(
            new=f"{settings.new_minutes:g}",
            preparing=f"{settings.preparing_minutes:g}",
            ready=f"{settings.ready_minutes:g}",
        )
        box.add(FactRow(theme, self.tr("Late after"), late))
        printer = settings.slip_printer or self.tr("No printer prints slips")
        box.add(FactRow(theme, self.tr("Slips"), printer))
        self.add(box)
        self.add(Label(theme, file_line(settings), "body", "ink2", wrap=True))


def file_line(settings: ScreenSettings) -> str:
    """Return where these values are changed."""
    if settings.settings_path is None:
        return translate(
            "Settings", "These are the values Pult comes with; there is no settings file yet."
        )
    line = translate(
        "Settings", "These values stand in {path}. Change them there, then start Pult again."
    )
    return line.format(path=settings.settings_path)


class LookSection(Section):
    """Language, and light or dark, which changes at once. Thread: gui."""

    def __init__(self, theme: Theme, settings: ScreenSettings) -> None:
        """Show what is in force."""
        super().__init__(theme)
        box = Box(theme)
        language = _LANGUAGES.get(settings.language, settings.language)
        box.add(FactRow(theme, self.tr("Language"), language))
        choices = [
            Segment(Mode.SYSTEM.value, self.tr("As the system")),
            Segment(Mode.LIGHT.value, self.tr("Light"), "sun"),
            Segment(Mode.DARK.value, self.tr("Dark"), "moon"),
        ]
        self.mode = Segments(theme, choices, name=self.tr("Theme"), chosen=theme.mode.value)
        self.mode.chosen.connect(self._on_mode)
        box.add(Row(theme, self.tr("Theme"), self.mode))
        size = self.tr("{percent} %").format(percent=round(settings.text_scale * 100))
        box.add(FactRow(theme, self.tr("Text size"), size))
        self.add(box)
        note = self.tr(
            "The theme changes at once, until Pult ends. To keep it, set till.theme in the "
            "settings file."
        )
        self.add(Label(theme, note, "body", "ink2", wrap=True))

    @Slot(str)
    def _on_mode(self, key: str) -> None:
        self._theme.set_mode(Mode(key))


class AboutSection(Section):
    """Version, places, and what the problem codes mean. Thread: gui."""

    def __init__(self, theme: Theme, settings: ScreenSettings) -> None:
        """Show them."""
        super().__init__(theme)
        box = Box(theme)
        box.add(FactRow(theme, self.tr("Version"), f"Pult {__version__}"))
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
