"""The section Staff of Settings: the PIN, who works here, and the way out of Pult."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSignalMapper, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.staff import GuardedAct
from app.domain.staff_news import PersonSeen
from app.ui.settings_page.parts import Box, Row, Section
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind, Label, Switch
from app.ui.wording.marked import translate
from app.ui.wording.staff import act_words, badge_line, person_name


class StaffSection(Section):
    """What asks for the PIN, the names, and Close Pult.

    Thread: gui. Signals: `pin_wanted` (to set or change it), `person_wanted(id)` ("" for a new
    one), `erase_wanted(id)`, `close_wanted`, `acts_chosen(frozenset of GuardedAct)`.
    """

    pin_wanted = Signal()
    person_wanted = Signal(str)
    erase_wanted = Signal(str)
    close_wanted = Signal()
    acts_chosen = Signal(object)

    def __init__(self, theme: Theme, acts: frozenset[GuardedAct]) -> None:
        """Show what is guarded; the names come with `show_people`."""
        super().__init__(theme)
        self._theme = theme
        self._rows: list[QWidget] = []
        self.add(Label(theme, translate("Staff", "What needs the shop's PIN"), "column"))
        box = Box(theme)
        self.pin = self._button(translate("Staff", "Set the PIN"))
        self.pin.acted.connect(self.pin_wanted)
        box.add(Row(theme, translate("Staff", "PIN"), self.pin, QWidget()))
        self.switches = {
            act: Switch(
                theme,
                translate("Staff", "PIN for {act}").format(act=words),
                on=translate("Staff", "Only with the PIN"),
                off=translate("Staff", "Anybody may"),
            )
            for act, words in act_words().items()
        }
        for act, switch in self.switches.items():
            switch.setChecked(act in acts)
            switch.toggled.connect(self._on_switched)
            box.add(Row(theme, act_words()[act], switch))
        self.add(box)
        self.problem = Label(theme, "", "body_strong", "bad_text", wrap=True)
        self.problem.hide()
        self.add(self.problem)
        text = translate("Staff", "No PIN is set yet, so nothing asks for one.")
        self.hint = Label(theme, text, "body", "warn_text", wrap=True)
        self.hint.hide()
        self.add(self.hint)
        self.add(Label(theme, translate("Staff", "Who works here"), "column"))
        text = translate(
            "Staff",
            "With names History says who did what. One tap on the name at the top changes it.",
        )
        self.add(Label(theme, text, "body", "ink2", wrap=True))
        self._people = Box(theme)
        self.new = self._button(translate("Staff", "New person"), icon="plus")
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.person_wanted)
        self._erasing = QSignalMapper(self)
        self._erasing.mappedString.connect(self.erase_wanted)
        self._map(self._mapper, self.new, "")
        self.add(self._people)
        self._alone(self.new)
        self.add(Label(theme, translate("Staff", "Way out"), "column"))
        self.close_pult = self._button(translate("Staff", "Close Pult"), icon="power")
        self.close_pult.acted.connect(self.close_wanted)
        self._alone(self.close_pult)

    def show_people(self, people: Sequence[PersonSeen], badge_for: str = "") -> None:
        """Show everybody who works here, then those who left and are not erased.

        The badge of `badge_for` is waited for.
        """
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        here = [person for person in people if person.works_here]
        left = [person for person in people if not person.works_here and person.name]
        for person in here:
            change = self._button(translate("Staff", "Change"))
            change.setAccessibleName(
                translate("Staff", "Change {name}").format(name=person_name(person))
            )
            self._map(self._mapper, change, person.id)
            note = badge_line() if person.id == badge_for else _has(person)
            self._add_row(person, note, change)
        for person in left:
            erase = self._button(translate("Staff", "Erase name"))
            erase.setAccessibleName(
                translate("Staff", "Erase {name}").format(name=person_name(person))
            )
            self._map(self._erasing, erase, person.id)
            self._add_row(person, translate("Staff", "Left; the name stays in History"), erase)
        self._people.setVisible(bool(self._rows))

    def show_acts(self, acts: frozenset[GuardedAct], problem: str) -> None:
        """Show what asks for the PIN after all, and the problem with the settings file."""
        for act, switch in self.switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(act in acts)
        self.problem.setText(problem)
        self.problem.show()

    def show_pin(self, is_set: bool) -> None:
        """Say whether the PIN is set."""
        words = translate("Staff", "Change the PIN") if is_set else None
        self.pin.set_words(words or translate("Staff", "Set the PIN"))
        wanted = any(switch.isChecked() for switch in self.switches.values())
        self.hint.setVisible(wanted and not is_set)

    @Slot()
    def _on_switched(self) -> None:
        on = (act for act, switch in self.switches.items() if switch.isChecked())
        self.acts_chosen.emit(frozenset(on))

    def _add_row(self, person: PersonSeen, note: str, button: ActionButton) -> None:
        row = QWidget()
        row.setMinimumHeight(self._theme.px(64))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._theme, person_name(person), "body_strong", elide=True))
        words.addWidget(Label(self._theme, note, "small", "ink2", elide=True))
        line = QHBoxLayout(row)
        px = self._theme.px
        line.setContentsMargins(px(18), px(8), px(12), px(8))
        line.addLayout(words, 1)
        line.addWidget(button)
        self._rows.append(row)
        self._people.add(row)
        row.show()

    def _alone(self, button: ActionButton) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.add(holder)

    def _button(self, words: str, icon: str | None = None) -> ActionButton:
        return ActionButton(self._theme, words, Kind.QUIET, icon=icon, height=52)

    @staticmethod
    def _map(mapper: QSignalMapper, button: ActionButton, person_id: str) -> None:
        button.acted.connect(mapper.map)
        mapper.setMapping(button, person_id)


def _has(person: PersonSeen) -> str:
    if person.has_pin and person.has_badge:
        return translate("Staff", "With PIN and badge")
    if person.has_pin:
        return translate("Staff", "With a PIN")
    if person.has_badge:
        return translate("Staff", "With a badge")
    return translate("Staff", "No PIN and no badge")
