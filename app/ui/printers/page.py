"""One printer: how it stands, what it is, and its test slip, proof sheet and ruler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.device_news import DeviceKept, SheetPrinted
from app.domain.lamp import Lamp
from app.domain.sheet import ProvenPage, SheetKind
from app.ui.screen_settings import DeviceView
from app.ui.settings_page.parts import Box, FactRow, StateCard
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Label
from app.ui.wording.figures import clock
from app.ui.wording.lamps import lamp_state, lamp_story
from app.ui.wording.printers import (
    kind_text,
    letters_text,
    place_text,
    sheet_text,
    waiting_text,
    width_text,
)
from app.ui.wording.setting_problems import not_kept_text
from app.usecases.desk import Shop


class _ChangeRow(FactRow):
    """A fact with a button that changes it. Thread: gui."""

    def __init__(self, theme: Theme, label: str, value: str, button: ActionButton) -> None:
        super().__init__(theme, label, value)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)


class PrinterPage(QWidget):
    """One printer of this till.

    Thread: gui. Signals: `test_wanted(name)`, `sheet_wanted(name, kind)`, `width_wanted(name)` and
    `letters_wanted(name)` to choose them, `slips_wanted(name)` to see which slips wait.
    """

    test_wanted = Signal(str)
    sheet_wanted = Signal(str, object)
    width_wanted = Signal(str)
    letters_wanted = Signal(str)
    slips_wanted = Signal(str)

    def __init__(self, theme: Theme, shop: Shop, printer: DeviceView) -> None:
        """Make the page; nothing is asked yet."""
        super().__init__()
        self._shop = shop
        self.printer = printer
        px = theme.px
        self.setAccessibleName(printer.name)
        self.state = StateCard(theme)
        self.change_width = ActionButton(theme, self.tr("Change width"), height=48)
        self.change_letters = ActionButton(theme, self.tr("Choose lines"), height=48)
        self.width_row = _ChangeRow(
            theme, self.tr("Line width"), width_text(printer.width), self.change_width
        )
        self.letters_row = _ChangeRow(theme, self.tr("Letters"), "", self.change_letters)
        self.facts = Box(theme)
        for label, value in (
            (self.tr("Connection"), kind_text(printer.kind)),
            (self.tr("Address"), place_text(printer)),
        ):
            if value:
                self.facts.add(FactRow(theme, label, value))
        self.look = ActionButton(theme, self.tr("Look at them"), height=48)
        self.waiting_row = _ChangeRow(theme, self.tr("Waiting"), "", self.look)
        self.contact_row = FactRow(theme, self.tr("Last contact"), self.tr("None yet"))
        self.facts.add(self.contact_row)
        self.facts.add(self.waiting_row)
        self.facts.add(self.width_row)
        self.facts.add(self.letters_row)
        self.test = ActionButton(theme, self.tr("Test slip"), icon="slip", height=72)
        self.proof = ActionButton(theme, self.tr("Proof sheet"), icon="list", height=72)
        self.ruler = ActionButton(theme, self.tr("Ruler"), icon="ruler", height=72)
        self.answer = Label(theme, "", "body", "ink2", wrap=True)
        buttons = QGridLayout()
        buttons.setSpacing(px(12))
        for place, button in enumerate((self.test, self.proof, self.ruler)):
            buttons.addWidget(button, 0, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for widget in (self.state, self.facts):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.answer)
        column.addStretch(1)
        self.test.acted.connect(self._on_test)
        self.proof.acted.connect(self._on_proof)
        self.ruler.acted.connect(self._on_ruler)
        self.look.acted.connect(self._on_look)
        self.change_width.acted.connect(self._on_width)
        self.change_letters.acted.connect(self._on_letters)
        self.show_pages(())
        self.show_waiting(0)
        self.set_open(False)

    def show_lamp(self, lamp: Lamp, now: datetime) -> None:
        """Show how the printer stands now."""
        story = lamp_story(lamp, self._shop, now)
        shape = lamp_state(lamp, now).shape
        self.state.say(shape, story.head, " ".join((story.safe, story.todo)).strip())
        if lamp.last_contact is not None:
            self.contact_row.show_value(clock(lamp.last_contact, self._shop))

    def show_waiting(self, count: int) -> None:
        """Show how many slips wait for the printer."""
        self.waiting_row.show_value(waiting_text(count))
        self.waiting_row.setVisible(count > 0)

    def show_pages(self, pages: Sequence[ProvenPage]) -> None:
        """Show which letters the printer is known to have."""
        self.letters_row.show_value(*letters_text(pages))

    def show_sheet(self, news: SheetPrinted) -> None:
        """Say what became of a sheet."""
        for button in (self.proof, self.ruler):
            button.end_flight()
        self.answer.setText(sheet_text(news))

    def show_kept(self, news: DeviceKept) -> None:
        """Say whether a change holds."""
        width = news.fields.get("width")
        if news.problem:
            said = self.tr("Nothing was changed: {why}")
            self.answer.setText(said.format(why=not_kept_text(news.problem)))
        elif isinstance(width, int):
            self.printer = replace(self.printer, width=width)
            self.width_row.show_value(width_text(width))
            self.answer.setText(self.tr("Kept; slips are as wide from now on."))

    def set_open(self, is_open: bool) -> None:
        """Let the buttons be pressed once the till is open."""
        for button in (
            self.test,
            self.proof,
            self.ruler,
            self.change_width,
            self.change_letters,
        ):
            button.setEnabled(is_open)

    @Slot()
    def _on_test(self) -> None:
        self.test.rest(3000)
        self.answer.setText(self.tr("A test slip is on its way. Look whether it comes out."))
        self.test_wanted.emit(self.printer.name)

    @Slot()
    def _on_proof(self) -> None:
        self.proof.start_flight(self.tr("Printing…"))
        self.sheet_wanted.emit(self.printer.name, SheetKind.PROOF)

    @Slot()
    def _on_ruler(self) -> None:
        self.ruler.start_flight(self.tr("Printing…"))
        self.sheet_wanted.emit(self.printer.name, SheetKind.RULER)

    @Slot()
    def _on_look(self) -> None:
        self.slips_wanted.emit(self.printer.name)

    @Slot()
    def _on_width(self) -> None:
        self.width_wanted.emit(self.printer.name)

    @Slot()
    def _on_letters(self) -> None:
        self.letters_wanted.emit(self.printer.name)
