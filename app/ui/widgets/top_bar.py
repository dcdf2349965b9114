"""The top bar: mark, till and clock at the left, the ways to elsewhere at the right."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import Shape, Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.bell_button import BellButton, BellLook
from app.ui.widgets.empty_state import IconMark
from app.ui.widgets.fitted_words import FittedWords, fit_words
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet

_PERSON_WIDE, _PERSON_LEAST = 120, 28  # design px for the name of who works here


class TopBar(Sheet):
    """The board's bar of 64 px. The bell stands in the place of mark and till while it is there.

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
        self._place.addWidget(_page(self._mark, names))
        self._place.addWidget(_page(self.bell))
        self._place.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._place)
        self._row.addWidget(self.clock)
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
        self._word_buttons()
        self._word_person()

    def show_till(self, name: str, date: str) -> None:
        """Show the till's name and the date."""
        self.till.setText(name)
        self.date.setText(date)

    def show_time(self, clock: str) -> None:
        """Show the time, for example "18:24"."""
        if self.clock.text() != clock:
            self.clock.setText(clock)

    def show_bell(self, look: BellLook) -> None:
        """Say how the alarm stands; nothing else in the bar moves for it."""
        self.bell.show_look(look)
        self._place.setCurrentIndex(0 if look is BellLook.CALM else 1)

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
        self._word_buttons()
        self._word_person()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name of who works here the room that is left."""
        super().resizeEvent(event)
        self._word_buttons()
        self._word_person()

    def _word_buttons(self) -> None:
        """Give the ways to elsewhere their words, the last ones none where there is no room."""
        for button in self.buttons():
            self._word(button, with_words=not self._icons_only)
        for button in reversed(self.buttons()):
            self._row.invalidate()
            if self._row.minimumSize().width() <= self.width():
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
        self._row.invalidate()
        px = self._theme.px
        room = min(px(_PERSON_WIDE), self.width() - self._row.minimumSize().width() - px(12))
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


def _page(*parts: QWidget | QLayout) -> QWidget:
    """Return a page of the place at the left with `parts` from the left."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if isinstance(part, QLayout):
            row.addLayout(part)
        else:
            row.addWidget(part)
    row.addStretch(1)
    return page


class _NewOrdersButton(ActionButton):
    """The way back to new orders, with the disc of New before its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", Kind.PALE, icon="chevron-right", icon_after=True)

    def sizeHint(self) -> QSize:
        """Return the usual size with room for the disc."""
        size = super().sizeHint()
        return QSize(size.width() + self._disc() + self._theme.px(self._gap()), size.height())

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        disc, gap = self._disc(), self._theme.px(self._gap())
        wide = disc + gap + self.fitted_words().wide + gap + self._icon_size()
        left = (self.width() - wide) / 2
        rect = QRectF(round(left), round((self.height() - disc) / 2), disc, disc)
        self._theme.paint_shape(painter, rect, Shape.NEW)
        painter.translate((disc + gap) / 2, 0)
        super()._paint_words(painter, colour)

    def fitted_words(self) -> FittedWords:
        """Return the text as it fits beside the disc now."""
        px = self._theme.px
        room = self.width() - 2 * px(8) - self._icon_size() - self._disc() - 2 * px(self._gap())
        return fit_words(self.text(), self.font(), room, self.height() - px(8), px(14))

    def _disc(self) -> int:
        return self._theme.px(18)


class PageBar(Sheet):
    """The bar of a page away from the board: back, title, waiting new orders, clock.

    Thread: gui. Signals: `back_pressed` (also when "3 new orders" is pressed).
    """

    back_pressed = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        """Make the bar of the page `title`."""
        super().__init__(theme, "surface", ("bottom",), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.back = ActionButton(theme, self.tr("Board"), Kind.QUIET, icon="chevron-left")
        self.title = Label(theme, title, "title")
        self.new_orders = _NewOrdersButton(theme)
        self.new_orders.hide()
        self.clock = Label(theme, style="clock", align=Qt.AlignmentFlag.AlignRight)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self.bell = BellButton(theme)
        self._row.addWidget(self.bell)
        self._row.addWidget(self.new_orders)
        self._row.addWidget(self.clock)
        self.back.acted.connect(self.back_pressed)
        self.new_orders.acted.connect(self.back_pressed)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def show_new_orders(self, count: int) -> None:
        """Say how many orders wait unanswered on the board; none hides the button."""
        self.new_orders.set_words(self.tr("%n new orders", n=count))
        self.new_orders.setVisible(count > 0)

    def show_time(self, clock: str) -> None:
        """Show the time."""
        if self.clock.text() != clock:
            self.clock.setText(clock)

    def event(self, event: QEvent) -> bool:
        """Leave the clock out where the bell and the new orders need its room."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            others = (self.back, self.title, self.bell, self.new_orders, self.clock)
            there = [one for one in others if one is self.clock or not one.isHidden()]
            wide = sum(one.sizeHint().width() for one in there)
            px = self._theme.px
            self.clock.setVisible(wide + px(36) + px(16) * len(there) <= self.width())
        return super().event(event)

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(8), px(20), px(8))
        self._row.setSpacing(px(16))
        self.setFixedHeight(px(64))
