"""The bar of a page away from the board: the way back, what it is, and what waits meanwhile."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.bell_button import BellButton
from app.ui.widgets.fitted_words import FittedWords, fit_words
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet


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
