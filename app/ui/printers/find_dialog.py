"""Finding printers: each prints its number, staff tap the one that came out beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.device_news import (
    DeviceKept,
    PrinterFound,
    PrinterSearchEnded,
    PrinterSearchLooks,
    SheetPrinted,
)
from app.domain.printing import PrintResult
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, EmptyState, Kind, Label, Sheet
from app.ui.wording.order import cause_text
from app.ui.wording.printers import found_note, found_title, free_name, place_words
from app.ui.wording.setting_problems import not_kept_text

_NAMES = ("counter", "kitchen", "bar")


class FoundRow(Sheet):
    """One printer that was found. Thread: gui. Signals: `chosen(PrinterFound)`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, found: PrinterFound) -> None:
        """Show its number large."""
        super().__init__(theme, "surface", ("bottom",))
        self.found = found
        px = theme.px
        number = Label(theme, str(found.number), "title")
        number.setFixedWidth(px(56))
        self.title = Label(theme, found_title(found), "body_strong", elide=True)
        self.note = Label(theme, found_note(found), "body", "ink2", elide=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.note)
        name = self.tr("Number {number} came out").format(number=found.number)
        self.button = ActionButton(theme, self.tr("This one"), height=56, name=name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(8), 0, px(9))
        row.setSpacing(px(12))
        row.addWidget(number)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.note.setVisible(bool(found_note(found)))
        self.button.setVisible(not found.known)
        self.button.acted.connect(self._on_acted)

    def show_note(self, text: str) -> None:
        """Say what became of its number."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    @Slot()
    def _on_acted(self) -> None:
        self.chosen.emit(self.found)


class FindDialog(Dialog):
    """Looks for printers, lets them print their numbers, and adds the one that is tapped.

    Thread: gui. Signals: `number_wanted(number)`, `keep_wanted(name, fields)`, `search_wanted` to
    look once more.
    """

    search_wanted = Signal()
    number_wanted = Signal(int)
    keep_wanted = Signal(str, object)

    def __init__(self, theme: Theme, names: Callable[[], Iterable[str]]) -> None:
        """Begin with nothing found; `names` are those of the printers of this till."""
        super().__init__(theme, self.tr("Find printers"), width=820, height=680)
        self._names = names
        self._chosen: PrinterFound | None = None
        self._searching = True
        self._place = place_words("")
        self.rows: dict[int, FoundRow] = {}
        self.said = Label(theme, "", "body", "ink2", wrap=True)
        self.trouble = Label(theme, "", "small", "ink2", wrap=True)
        self.trouble.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.name_box = self._make_name_box(theme)
        self.numbers = ActionButton(theme, self.tr("Print the numbers"), icon="printer", height=72)
        self.again = ActionButton(theme, self.tr("Look again"), icon="search", height=72)
        self.add = ActionButton(theme, self.tr("Add this printer"), Kind.NEXT, height=72)
        self.body.addWidget(self.said)
        self.body.addLayout(self._list)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.name_box)
        head = self.tr("No other printer was found")
        line = self.tr("Look at its power, cable and network, then look again.")
        self.nothing = EmptyState(theme, "printer", head, line)
        self.body.addWidget(self.nothing, 1)
        self.body.addStretch(1)
        self.set_foot(self.numbers, self.add)
        self.add_to_foot(self.again)
        self.numbers.acted.connect(self._on_numbers)
        self.again.acted.connect(self._on_again)
        self.add.acted.connect(self._on_add)
        self._show()

    def _make_name_box(self, theme: Theme) -> QWidget:
        box = QWidget()
        self.field = QLineEdit()
        self.field.setMaxLength(40)
        self.field.setMinimumHeight(theme.px(56))
        self.field.setAccessibleName(self.tr("Name of the printer"))
        self.field.textChanged.connect(self._on_name)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.presets = [ActionButton(theme, name, height=48) for name in _NAMES]
        for button in self.presets:
            button.acted.connect(self._on_preset)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, self.tr("What is it called here?"), "body", "ink2"))
        column.addLayout(row)
        column.addWidget(self.field)
        box.hide()
        return box

    # --- news -------------------------------------------------------------------------------------

    def show_found(self, found: PrinterFound) -> None:
        """Show one more printer."""
        row = FoundRow(self.theme, found)
        row.chosen.connect(self._on_chosen)
        self.rows[found.number] = row
        self._list.addWidget(row)
        row.show()
        self._show()

    def show_place(self, news: PrinterSearchLooks) -> None:
        """Say where the search has come to."""
        self._place = place_words(news.place)
        self._show()

    def show_end(self, news: PrinterSearchEnded) -> None:
        """Say that the search is over, and what it could not look through."""
        self._searching = False
        if news.trouble:
            said = self.tr("Not looked through: {places}")
            self.trouble.setText(said.format(places=" · ".join(news.trouble)))
            self.trouble.show()
        self._show()

    def show_sheet(self, news: SheetPrinted) -> None:
        """Say beside a printer when its number did not come out."""
        row = self.rows.get(int(news.printer)) if news.printer.isdecimal() else None
        if row is None:
            return
        if news.outcome.result in (PrintResult.PRINTED, PrintResult.SENT):
            row.show_note(self.tr("Its number is printed"))
        else:
            said = self.tr("Its number did not come out: it {cause}.")
            row.show_note(said.format(cause=cause_text(news.outcome.status.word)))

    def show_kept(self, news: DeviceKept) -> None:
        """End when the printer works, else say why it was not added."""
        self.add.end_flight()
        if not news.problem:
            self.done_with()
            return
        said = self.tr("It was not added, nothing has changed. {why}")
        self.said.setText(said.format(why=not_kept_text(news.problem)))

    # --- what staff do ----------------------------------------------------------------------------

    @Slot()
    def _on_numbers(self) -> None:
        self.numbers.rest(2000)
        self.said.setText(self.tr("Which number came out beside you? Tap “This one” there."))
        for number, row in self.rows.items():
            if not row.found.known:
                self.number_wanted.emit(number)

    @Slot()
    def _on_again(self) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self.trouble.hide()
        self._searching = True
        self._place = place_words("")
        self._show()
        self.search_wanted.emit()

    @Slot(object)
    def _on_chosen(self, found: PrinterFound) -> None:
        self._chosen = found
        for number, row in self.rows.items():
            row.button.set_selected(number == found.number)
        if not self.field.text():
            self.field.setText(free_name(_NAMES[0], self._names()))
        self._show()

    @Slot()
    def _on_preset(self) -> None:
        for button in self.presets:
            if button is self.sender():
                self.field.setText(free_name(button.text(), self._names()))

    @Slot(str)
    def _on_name(self, _text: str) -> None:
        self._show()

    @Slot()
    def _on_add(self) -> None:
        if self._chosen is not None:
            self.add.start_flight(self.tr("Adding…"))
            self.keep_wanted.emit(self.field.text().strip(), self._chosen.fields)

    def _show(self) -> None:
        self.name_box.setVisible(self._chosen is not None)
        new = [row for row in self.rows.values() if not row.found.known]
        self.numbers.setVisible(bool(new))
        self.again.setVisible(not self._searching and self._chosen is None)
        self.nothing.setVisible(not self._searching and not new)
        self.numbers.setEnabled(not self._searching)
        self.add.setVisible(self._chosen is not None)
        self.add.setEnabled(bool(self.field.text().strip()))
        if self._chosen is not None:
            said = self.tr("Number {number} is to be added.")
            self.said.setText(said.format(number=self._chosen.number))
        elif self._searching:
            self.said.setText(self._place)
        elif new:
            said = self.tr("Let them print their numbers, then tap the one beside you.")
            self.said.setText(said)
        self.said.setVisible(bool(new) or self._searching)
