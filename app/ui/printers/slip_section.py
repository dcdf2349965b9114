"""The section Slip of Settings: what a shop has on its slips, and a slip as it is then printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.device_news import TemplateKept
from app.domain.slip_template import SlipTemplate
from app.ui.printers.preview import SlipPreviewView
from app.ui.printers.template_rows import LinesRow, LogoRow, ShownRow
from app.ui.settings_page.parts import Box, Section
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Sheet
from app.ui.wording.setting_problems import not_kept_text

_BESIDE_FROM: Final = 700  # design px from which the slip lies beside what can be chosen
_TYPING_MS: Final = 120  # a slip is drawn when so long nothing was typed
_SAVE_WIDE: Final = 200


class SlipSection(QWidget):
    """What stands on slips, with a slip beside it that follows each change.

    Thread: gui. Signals: `preview_wanted(template)`, `logo_wanted` to choose a file,
    `keep_wanted(template)`.
    """

    preview_wanted = Signal(object)
    logo_wanted = Signal()
    keep_wanted = Signal(object)

    def __init__(self, theme: Theme, template: SlipTemplate) -> None:
        """Show `template`, the one in force."""
        super().__init__()
        self._theme = theme
        self._kept = template
        self._is_open = False
        self._said = ""
        self.prices = ShownRow(theme, self.tr("Prices"))
        self.customer = ShownRow(theme, self.tr("Customer's name"))
        self.code = ShownRow(theme, self.tr("QR code"))
        self.logo = LogoRow(theme)
        self.top = LinesRow(theme, self.tr("Lines above the number"))
        self.bottom = LinesRow(theme, self.tr("Lines at the end"))
        self.preview = SlipPreviewView(theme)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._ask_preview)
        self._lay_out()
        self._show(template)
        for row in (self.prices, self.customer, self.code, self.logo, self.top, self.bottom):
            row.changed.connect(self._on_changed)
        self.logo.choose_wanted.connect(self.logo_wanted)
        self.discard.acted.connect(self._on_discard)
        self.save.acted.connect(self._on_save)
        self._say_state()

    @property
    def template(self) -> SlipTemplate:
        """Return what is chosen on the screen."""
        return SlipTemplate(
            logo=self.logo.path,
            top=self.top.lines,
            bottom=self.bottom.lines,
            prices=self.prices.is_on,
            customer=self.customer.is_on,
            code=self.code.is_on,
        )

    def set_open(self, is_open: bool) -> None:
        """Let slips be drawn and choices be kept once the till is open."""
        self._is_open = is_open
        self._say_state()
        self._ask_preview()

    def show_png(self, png: bytes) -> None:
        """Show the slip that was asked for."""
        self.preview.show_png(png)

    def show_kept(self, news: TemplateKept) -> None:
        """Say whether the choices are kept."""
        self.save.end_flight()
        if news.problem:
            said = self.tr("Nothing was changed, slips are printed as before. {why}")
            self._said = said.format(why=not_kept_text(news.problem))
        else:
            self._kept = news.template
            self._said = self.tr("Saved. The next slip is printed so.")
        self.foot_note.set_ink("bad_text" if news.problem else "ink2")
        self._say_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the slip beside the choices where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(_BESIDE_FROM)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(beside if wide else below)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the slip as it would be printed now."""
        super().showEvent(event)
        self._ask_preview()

    def _lay_out(self) -> None:
        theme, px = self._theme, self._theme.px
        box = Box(theme)
        for row in (self.prices, self.customer, self.code, self.logo, self.top, self.bottom):
            box.add(row)
        said = self.tr("Number, vendor, what is to be paid and the customer's note always stand.")
        always = Label(theme, said, "body", "ink2", wrap=True)
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(box)
        column.addWidget(always)
        column.addStretch(1)
        both = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(px(24))
        self._halves.addWidget(choices, 1)
        self._halves.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        section = Section(theme)
        section.add(both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(section, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> Sheet:
        theme, px = self._theme, self._theme.px
        foot = Sheet(theme, "surface", ("top",))
        self.foot_note = Label(theme, "", "body", "ink2", wrap=True)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.foot_note.setAlignment(right)
        self.discard = ActionButton(theme, self.tr("Discard"), height=72)
        self.save = ActionButton(theme, self.tr("Save"), Kind.NEXT, height=72)
        self.save.setMinimumWidth(px(_SAVE_WIDE))
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(24), px(16), px(24), px(16))
        row.setSpacing(px(12))
        row.addWidget(self.foot_note, 1)
        row.addWidget(self.discard)
        row.addWidget(self.save)
        return foot

    def _show(self, template: SlipTemplate) -> None:
        self.prices.show_on(template.prices)
        self.customer.show_on(template.customer)
        self.code.show_on(template.code)
        self.logo.show_path(template.logo)
        self.top.show_lines(template.top)
        self.bottom.show_lines(template.bottom)

    def _changes(self) -> int:
        now, kept = self.template, self._kept
        names = ("logo", "top", "bottom", "prices", "customer", "code")
        return sum(getattr(now, name) != getattr(kept, name) for name in names)

    def _say_state(self) -> None:
        changes = self._changes()
        fits = self.top.fits and self.bottom.fits
        self.save.setEnabled(self._is_open and changes > 0 and fits)
        self.discard.setEnabled(changes > 0)
        self.foot_note.setText(self._said or self._counted(changes))

    def _counted(self, changes: int) -> str:
        if not changes:
            return self.tr("This is how slips are printed now.")
        head = self.tr("%n changes, not saved", n=changes)
        return head + "\n" + self.tr("Takes effect with the next slip, no restart")

    @Slot()
    def _on_changed(self) -> None:
        self._said = ""
        self.foot_note.set_ink("ink2")
        self._say_state()
        self._typing.start()

    @Slot()
    def _ask_preview(self) -> None:
        if self._is_open and self.isVisible() and self.top.fits and self.bottom.fits:
            self.preview_wanted.emit(self.template)

    @Slot()
    def _on_discard(self) -> None:
        self._show(self._kept)
        self._on_changed()

    @Slot()
    def _on_save(self) -> None:
        self.save.start_flight(self.tr("Saving…"))
        self.keep_wanted.emit(self.template)
