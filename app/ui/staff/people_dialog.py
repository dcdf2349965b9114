"""The list of who can work at this till; one tap changes the person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from app.domain.staff_news import PersonSeen
from app.ui.panel.sentence import Sentence
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Dialog, Kind
from app.ui.wording.marked import translate
from app.ui.wording.staff import person_name


class PeopleDialog(Dialog):
    """Everybody on the list, and nobody; who has a PIN is asked for it.

    Thread: gui. Signals: `chosen(person_id)`, "" for nobody.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, people: Sequence[PersonSeen], works: str) -> None:
        """Show `people`; `works` is the id of who works here now."""
        super().__init__(theme, translate("Staff", "Who works here?"), width=720)
        text = translate("Staff", "Tap your name or scan your badge. History says who did what.")
        self.body.addWidget(Sentence(theme, text, "body", "ink2"))
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self._on_chosen)
        for place, person in enumerate(people):
            icon = "padlock" if person.has_pin else "person"
            button = self._button(person_name(person), icon, person.id)
            button.set_selected(person.id == works)
            grid.addWidget(button, place // 2, place % 2)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.back = ActionButton(theme, translate("Staff", "Back"), Kind.PLAIN, height=72)
        self.nobody = ActionButton(theme, translate("Staff", "Nobody"), Kind.PLAIN, height=72)
        self.nobody.setVisible(bool(works))
        self._map(self.nobody, "")
        self.set_foot(self.back, self.nobody)
        self.back.acted.connect(self.reject)

    def _button(self, words: str, icon: str, person_id: str) -> ActionButton:
        button = ActionButton(self.theme, words, Kind.QUIET, icon=icon, height=64)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._map(button, person_id)
        return button

    def _map(self, button: ActionButton, person_id: str) -> None:
        button.acted.connect(self._mapper.map)
        self._mapper.setMapping(button, person_id)

    def _on_chosen(self, person_id: str) -> None:
        self.done_with()
        self.chosen.emit(person_id)
