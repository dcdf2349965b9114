"""The board's bar: mark, till and clock at the left, the ways to elsewhere at the right."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.bell_button import BellButton, BellLook
from app.ui.widgets.empty_state import IconMark
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet

_PERSON_WIDE, _PERSON_LEAST = 120, 28  # design px for the name of who works here


class TopBar(Sheet):
    """The board's bar of 64 px.

    The bell stands behind the clock; where that has no room, in the place of mark and till.
    Thread: gui. Signals: `pause_pressed`, `walk_in_pressed`, `order_number_pressed`,
    `search_pressed`, `history_pressed`, `settings_pressed`, `person_pressed`.
    """

    pause_pressed = Signal()
    person_pressed = Signal()
    walk_in_pressed = Signal()
    order_number_pressed = Signal()
    search_pressed = Signal()
    history_pressed = Signal()
    settings_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the bar with its buttons."""
        super().__init__(theme, "surface", ("bottom",), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark = IconMark(theme, "mark", 30, "ink")
        self.till = Label(theme, style="body_strong")
        self.date = Label(theme, style="small", ink="ink2")
        self.clock = Label(theme, style="clock")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.till)
        names.addWidget(self.date)
        names.addStretch(1)
        self.bell = BellButton(theme)
        self.bell.keep_place()
        self._place = QStackedWidget()
        self._names, row = _page(self._place)
        row.addWidget(self._mark)
        row.addLayout(names)
        row.addStretch(1)
        _, self._instead = _page(self._place)
        self._instead.addWidget(self.bell)
        self._instead.addStretch(1)
        self._place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._place)
        self._row.addWidget(self.clock)
        self._bell_beside = False  # whether the bell has a place of its own, behind the clock
        self._row.addStretch(1)
        self.person = ActionButton(theme, "", Kind.QUIET, icon="person")
        self._row.addWidget(self.person)
        self.person.hide()
        self._icons_only = False
        self._person = ("", "")
        self.pause = ActionButton(
            theme, "", Kind.QUIET, icon="pause", name=self.tr("Pause and sold out")
        )
        self._row.addWidget(self.pause)
        self.pause.acted.connect(self.pause_pressed)
        self.walk_in = self._add("plus", self.tr("Walk-in order"))
        self.order_number = self._add("keypad", self.tr("Order number"))
        self.search = self._add("search", self.tr("Search"))
        self.history = self._add("history", self.tr("History"))
        self.settings = self._add("settings", self.tr("Settings"))
        self.person.acted.connect(self.person_pressed)
        self.walk_in.acted.connect(self.walk_in_pressed)
        self.order_number.acted.connect(self.order_number_pressed)
        self.search.acted.connect(self.search_pressed)
        self.history.acted.connect(self.history_pressed)
        self.settings.acted.connect(self.settings_pressed)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def buttons(self) -> list[ActionButton]:
        """Return the five buttons from left to right."""
        return [self.walk_in, self.order_number, self.search, self.history, self.settings]

    def show_person(self, name: str, accessible: str) -> None:
        """Show who works here, "" where nobody is on the list."""
        self._person = (name, accessible)
        self.person.setVisible(bool(name))
        self._share_room()

    def show_till(self, name: str, date: str) -> None:
        """Show the till's name and the date."""
        self.till.setText(name)
        self.date.setText(date)
        self._share_room()

    def show_time(self, clock: str) -> None:
        """Show the time, for example "18:24"."""
        if self.clock.text() != clock:
            self.clock.setText(clock)

    def show_bell(self, look: BellLook) -> None:
        """Say how the alarm stands; nothing else in the bar moves for it."""
        self.bell.show_look(look)
        self._show_place()

    def set_compact(
        self,
        *,
        hide_names: bool = False,
        icons_only: bool = False,
        names_pause: bool = False,
    ) -> None:
        """Leave out the till's name, or all words, where the window is narrow.

        `names_pause` where it is so wide that every button has room for its word.
        """
        name = self.pause.accessibleName()
        self.pause.set_words(self.tr("Pause") if names_pause else "", name=name)
        self.pause.setMinimumSize(self.pause.minimumSizeHint())
        self.till.setVisible(not hide_names)
        self.date.setVisible(not hide_names)
        self._icons_only = icons_only
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room there is now."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Give room to words of buttons, then to who works here, then to the bell."""
        self._word_buttons()
        self._word_person()
        self._seat_bell()

    def _least_wide(self) -> int:
        """Return the least width with the bell in the place of mark and till, wherever it is."""
        self._row.invalidate()
        least = self._row.minimumSize().width()
        if not self._bell_beside:
            return least
        bell, names = self.bell.minimumSizeHint().width(), self._names.minimumSizeHint().width()
        return least + max(bell, names) - names - bell - self._row.spacing()

    def _seat_bell(self) -> None:
        """Seat the bell behind the clock, where the till keeps its name, if that has room."""
        bell, names = self.bell.minimumSizeHint().width(), self._names.minimumSizeHint().width()
        wide = self._least_wide() - max(bell, names) + names + self._row.spacing() + bell
        beside = wide <= self.width() and self.till.isVisibleTo(self)
        if beside is self._bell_beside:
            return
        self._bell_beside = beside
        if beside:
            self._row.insertWidget(self._row.indexOf(self.clock) + 1, self.bell)
        else:
            self._instead.insertWidget(0, self.bell)
        self.bell.setVisible(self.bell.look is not BellLook.CALM)
        self._place.updateGeometry()  # a page that is not seen tells nobody of its size
        self._show_place()

    def _show_place(self) -> None:
        instead = self.bell.look is not BellLook.CALM and not self._bell_beside
        self._place.setCurrentIndex(1 if instead else 0)

    def _word_buttons(self) -> None:
        """Give the ways to elsewhere their words, the last ones none where there is no room."""
        for button in self.buttons():
            self._word(button, with_words=not self._icons_only)
        for button in reversed(self.buttons()):
            if self._least_wide() <= self.width():
                break
            self._word(button, with_words=False)

    @staticmethod
    def _word(button: ActionButton, *, with_words: bool) -> None:
        name = button.accessibleName()
        button.set_words(name if with_words else "", name=name)
        button.setMinimumSize(button.minimumSizeHint())

    def _word_person(self) -> None:
        name, accessible = self._person
        if not name:
            return
        self.person.set_words("", name=accessible)
        self.person.setMinimumSize(self.person.minimumSizeHint())
        px = self._theme.px
        room = min(px(_PERSON_WIDE), self.width() - self._least_wide() - px(12))
        if room >= px(_PERSON_LEAST) and not self._icons_only:
            metrics = QFontMetrics(self.person.font())
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            self.person.set_words(shown, name=accessible)
            self.person.setMinimumSize(self.person.minimumSizeHint())

    def _add(self, icon: str, text: str) -> ActionButton:
        button = ActionButton(self._theme, text, Kind.QUIET, icon=icon)
        self._row.addWidget(button)
        return button

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(8), px(12), px(8))
        self._row.setSpacing(px(8))
        self.clock.setContentsMargins(px(20), 0, 0, 0)
        self.till.setContentsMargins(px(6), 0, 0, 0)
        self.date.setContentsMargins(px(6), 0, 0, 0)
        self.setFixedHeight(px(64))


def _page(stack: QStackedWidget) -> tuple[QWidget, QHBoxLayout]:
    """Add a page to `stack`, and return it with the row it is filled by."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    stack.addWidget(page)
    return page, row
