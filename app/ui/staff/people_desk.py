"""Keeps who works here on the screen: the button in the top bar, its list, Settings' section."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.news import CommandRefused
from app.domain.settings_news import SettingsKept
from app.domain.staff import SHOP_PIN, GuardedAct
from app.domain.staff_news import (
    PersonSeen,
    PinAnswered,
    PinStanding,
    PinVerdict,
    StaffChanged,
)
from app.ui.staff.confirm_dialog import ConfirmDialog
from app.ui.staff.guard import PinQuestions
from app.ui.staff.new_pin_dialog import NewPinDialog
from app.ui.staff.people_dialog import PeopleDialog
from app.ui.staff.person_dialog import PersonDialog
from app.ui.staff.pin_dialog import PinDialog
from app.ui.staff.section import StaffSection
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer, TopBar
from app.ui.wording.marked import translate
from app.ui.wording.staff import person_button, person_name
from app.usecases.change_person import WorkAs
from app.usecases.keep_person import (
    BADGE_WAITS,
    DropBadge,
    ErasePerson,
    KeepPerson,
    PrintBadge,
    RemovePerson,
    WaitForBadge,
)
from app.usecases.try_pin import AskPin, TryPin


class PeopleDesk(QObject):
    """Shows names and passes on what is chosen.

    Thread: gui. Signals: `close_wanted`, `acts_chosen(acts)`.
    """

    close_wanted = Signal()
    acts_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        top: TopBar,
        send: Callable[[object], None],
        now: Callable[[], datetime],
        acts: frozenset[GuardedAct],
        questions: PinQuestions,
        *,
        prints_badges: bool = False,
    ) -> None:
        """Open dialogs in `layer`; `top` has the button with the name.

        `prints_badges`: there is a printer of slips, which prints badges too.
        """
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._top = top
        self._send = send
        self._now = now
        self._acts = acts
        self._questions = questions
        self._prints_badges = prints_badges
        self._staff = StaffChanged(())
        self._question = 0
        self._person = ""  # whose dialog is open
        self._is_set = False
        self._section: StaffSection | None = None
        self._badge_waits = QTimer(self)
        self._badge_waits.setSingleShot(True)
        self._badge_waits.setInterval(BADGE_WAITS // timedelta(milliseconds=1))
        self._badge_waits.timeout.connect(self._on_no_badge)

    def make_section(self) -> QWidget:
        """Make the section of Settings."""
        self._section = section = StaffSection(self._theme, self._acts)
        section.pin_wanted.connect(self._on_pin_wanted)
        section.person_wanted.connect(self._on_person_wanted)
        section.erase_wanted.connect(self._on_erase)
        section.close_wanted.connect(self.close_wanted)
        section.acts_chosen.connect(self.acts_chosen)
        section.show_people(self._staff.people)
        self._ask_for_pin()
        return section

    def staff_changed(self, news: StaffChanged) -> None:
        """Show who works here now, and who can."""
        self._staff = news
        here = [person for person in news.people if person.works_here]
        words, name = person_button(self._by_id(news.works)) if here else ("", "")
        self._top.show_person(words, name)
        if self._section is not None and isValid(self._section):
            self._section.show_people(news.people, news.badge_for)

    def pin_standing(self, news: PinStanding) -> None:
        """Say in Settings whether there is a PIN."""
        if news.question == self._question:
            self._is_set = news.is_set
            if self._section is not None and isValid(self._section):
                self._section.show_pin(news.is_set)

    def pin_answered(self, news: PinAnswered) -> None:
        """Let the open dialog say what came of a PIN."""
        if news.question != self._question:
            return
        dialog = self._layer.dialog
        if isinstance(dialog, NewPinDialog):
            dialog.answered(news)
        elif isinstance(dialog, PinDialog):
            if news.verdict in (PinVerdict.RIGHT, PinVerdict.NOT_SET):
                dialog.done_with()
            else:
                dialog.answered(news)
        if news.owner == SHOP_PIN and news.verdict is PinVerdict.KEPT:
            self._ask_for_pin()

    def settings_kept(self, news: SettingsKept) -> None:
        """Show what asks for the PIN as it still is, and why it could not be changed."""
        if news.problem and self._section is not None and isValid(self._section):
            self._section.show_acts(self._acts, news.problem)

    def command_refused(self, news: CommandRefused) -> None:
        """Wake the dialog whose PIN could not be looked at."""
        dialog = self._layer.dialog
        mine = isinstance(dialog, NewPinDialog) or (isinstance(dialog, PinDialog) and self._person)
        if mine and news.command == TryPin.__name__:
            dialog.refused()  # type: ignore[union-attr]

    @Slot()
    def on_wanted(self) -> None:
        """Open the list of names."""
        here = [person for person in self._staff.people if person.works_here]
        dialog = PeopleDialog(self._theme, here, self._staff.works)
        dialog.chosen.connect(self._on_chosen)
        self._layer.open(dialog)

    def _by_id(self, person_id: str) -> PersonSeen | None:
        return next((one for one in self._staff.people if one.id == person_id), None)

    def _ask_for_pin(self) -> None:
        self._question = self._questions.next()
        self._send(AskPin(self._question))

    @Slot(str)
    def _on_chosen(self, person_id: str) -> None:
        person = self._by_id(person_id)
        if person is None or not person.has_pin:
            self._send(WorkAs(person_id))
            return
        self._person = person_id
        name = person_name(person)
        title = translate("Staff", "PIN of {name}").format(name=name)
        line = translate("Staff", "Key in your own PIN, or scan your badge.")
        dialog = PinDialog(self._theme, title, line, translate("Staff", "Go on"), self._now)
        dialog.tried.connect(self._on_own_pin)
        self._layer.open(dialog)

    @Slot(str)
    def _on_own_pin(self, pin: str) -> None:
        self._question = self._questions.next()
        self._send(TryPin(self._question, self._person, pin, works=True))

    @Slot()
    def _on_pin_wanted(self) -> None:
        dialog = NewPinDialog(self._theme, is_set=self._is_set)
        dialog.wanted.connect(self._on_new_pin)
        self._layer.open(dialog)

    @Slot(str, str)
    def _on_new_pin(self, old: str, new: str) -> None:
        self._question = self._questions.next()
        self._send(TryPin(self._question, SHOP_PIN, old, fresh=new))

    @Slot(str)
    def _on_person_wanted(self, person_id: str) -> None:
        self._person = person_id
        others = [one for one in self._staff.people if one.works_here and one.id != person_id]
        names = [one.name for one in others]
        dialog = PersonDialog(
            self._theme, self._by_id(person_id), names, prints=self._prints_badges
        )
        dialog.name_kept.connect(self._on_name)
        dialog.pin_kept.connect(self._on_persons_pin)
        dialog.badge_wanted.connect(self._on_badge)
        dialog.badge_printed.connect(self._on_badge_printed)
        dialog.badge_dropped.connect(self._on_badge_dropped)
        dialog.removed.connect(self._on_removed)
        self._layer.open(dialog)

    @Slot(str)
    def _on_name(self, name: str) -> None:
        self._send(KeepPerson(name, self._person))

    @Slot(str)
    def _on_persons_pin(self, pin: str) -> None:
        self._question = self._questions.next()
        self._send(TryPin(self._question, self._person, fresh=pin))

    @Slot()
    def _on_badge(self) -> None:
        self._send(WaitForBadge(self._person))
        self._badge_waits.start()

    @Slot()
    def _on_badge_printed(self) -> None:
        self._send(PrintBadge(self._person))

    @Slot()
    def _on_no_badge(self) -> None:
        if self._staff.badge_for:
            self._send(WaitForBadge(""))

    @Slot()
    def _on_badge_dropped(self) -> None:
        self._send(DropBadge(self._person))

    @Slot()
    def _on_removed(self) -> None:
        self._send(RemovePerson(self._person))

    @Slot(str)
    def _on_erase(self, person_id: str) -> None:
        person = self._by_id(person_id)
        if person is None:
            return
        self._person = person_id
        title = translate("Staff", "Erase {name}?").format(name=person_name(person))
        text = translate(
            "Staff",
            "History keeps what was done, without the name. That cannot be taken back.",
        )
        words = {"back": translate("Staff", "Back"), "action": translate("Staff", "Erase name")}
        dialog = ConfirmDialog(self._theme, title, text, **words)
        dialog.confirmed.connect(self._on_erasing_confirmed)
        self._layer.open(dialog)

    @Slot()
    def _on_erasing_confirmed(self) -> None:
        self._send(ErasePerson(self._person))
