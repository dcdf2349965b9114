"""Looks after the section Slip of Settings: its slip, its logo, and keeping what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.domain.device_news import SlipPreviewed, TemplateKept
from app.domain.slip_template import SlipTemplate
from app.ui.errands import Errands
from app.ui.screen_settings import DeviceView
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer

if TYPE_CHECKING:  # made when Settings is first opened
    from app.ui.printers.slip_section import SlipSection

_USUAL_LETTERS = 42  # a line of 80 mm paper, where there is no printer yet


class TemplateDesk(QObject):
    """Makes the section when it is first wanted and hands it its news. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        errands: Errands,
        template: SlipTemplate,
        printer: Callable[[], DeviceView | None],
    ) -> None:
        """Begin with the template in force; slips are drawn as `printer` prints them."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._errands = errands
        self._printer = printer
        self._asked = 0
        self._is_open = False
        self._section: SlipSection | None = None
        self.template = template

    def make_section(self) -> QWidget:
        """Return the section for Settings."""
        from app.ui.printers.slip_section import SlipSection

        section = SlipSection(self._theme, self.template)
        section.preview_wanted.connect(self.on_preview_wanted)
        section.logo_wanted.connect(self.on_logo_wanted)
        section.keep_wanted.connect(self.on_keep_wanted)
        section.set_open(self._is_open)
        self._section = section
        return section

    def set_open(self) -> None:
        """Let the section ask: the till is open."""
        self._is_open = True
        if self._section is not None:
            self._section.set_open(True)

    def slip_previewed(self, news: SlipPreviewed) -> None:
        """Show the slip that was asked for last; older ones come too late."""
        if self._section is not None and news.asked == self._asked:
            self._section.show_png(news.png)

    def template_kept(self, news: TemplateKept) -> None:
        """Say whether the choices are kept."""
        if not news.problem:
            self.template = news.template
        if self._section is not None:
            self._section.show_kept(news)

    @Slot(object)
    def on_preview_wanted(self, template: SlipTemplate) -> None:
        """Have a slip drawn."""
        printer = self._printer()
        if self._section is not None:
            self._section.preview.show_letters(printer)
        letters = printer.width if printer is not None else _USUAL_LETTERS
        self._asked = self._errands.ask_preview(template, letters)

    @Slot(object)
    def on_keep_wanted(self, template: SlipTemplate) -> None:
        """Have the choices kept."""
        services = self._errands.devices
        if services is not None:
            services.keep_template(template)

    @Slot()
    def on_logo_wanted(self) -> None:
        """Let a picture be chosen."""
        from app.ui.catalogue.file_dialog import FileDialog, FileWords

        words = FileWords(self.tr("Choose a logo"), self.tr("Use it"))
        dialog = FileDialog(self._theme, words)
        dialog.folder_wanted.connect(self.on_folder_wanted)
        dialog.chosen.connect(self.on_logo_chosen)
        self._layer.open(dialog)
        self.on_folder_wanted("")

    @Slot(str)
    def on_folder_wanted(self, path: str) -> None:
        """Ask which pictures are in a folder."""
        services = self._errands.devices
        if services is not None:
            services.read_pictures(path)

    @Slot(str)
    def on_logo_chosen(self, path: str) -> None:
        """Take the picture."""
        if self._section is not None:
            self._section.logo.take(path)
