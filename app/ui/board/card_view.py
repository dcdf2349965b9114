"""The list of one column's cards: a tap or Enter opens, a drag scrolls, nothing else acts."""

from collections.abc import Callable
from datetime import datetime
from itertools import accumulate

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QWidget,
)

from app.ui.board.card_delegate import GAP, CardDelegate
from app.ui.board.card_model import CardModel
from app.ui.board.fades import Fades
from app.ui.finger import scroll_by_finger
from app.ui.theme import Theme
from app.ui.widgets.bounce import LAST_LIFT

_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class CardView(QListView):
    """Cards that hang from the top; the accessible list of a column.

    Thread: gui. Signals: `opened(order_id)`; `finger_lifted` after each press ended, when the
    column may close gaps again.
    """

    opened = Signal(str)
    finger_lifted = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        model: CardModel,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """Make the list called `name` over `model`."""
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._fades = Fades(theme, model, self)
        self._delegate = CardDelegate(theme, now, self, opacity_of=self._fades.opacity_of)
        self._pressed: QPersistentModelIndex | None = None
        self._is_finger_down = False
        self._is_dragging = False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        self._set_up_scrolling()
        self._fades.beat.connect(self._on_fade_beat)
        theme.changed.connect(self._on_theme_changed)

    @property
    def delegate(self) -> CardDelegate:
        """Return what paints the cards."""
        return self._delegate

    def is_finger_down(self) -> bool:
        """Tell whether a finger or button is down on the list."""
        return self._is_finger_down

    def content_height(self) -> int:
        """Return the height of all rows together, in screen px."""
        return sum(self._row_heights())

    def hidden_below(self) -> int:
        """Return how many cards end below what is in sight."""
        limit = self.viewport().height() + self._theme.px(GAP) + self.verticalScrollBar().value()
        return sum(1 for bottom in accumulate(self._row_heights()) if bottom > limit)

    def repaint_ages(self) -> None:
        """Repaint the ages of the rows in sight, and nothing else."""
        viewport = self.viewport()
        sight = viewport.rect()
        for row in range(self._model.rowCount()):
            rect = self.visualRect(self._model.index(row))
            if rect.top() > sight.bottom():
                break
            if rect.bottom() >= sight.top():
                viewport.update(self._delegate.age_rect(rect, self._model.card_at(row)))

    def set_shows_items(self, shows: bool) -> None:
        """Show or leave out the row of items on each card."""
        if shows != self._delegate.shows_items:
            self._delegate.set_shows_items(shows)
            self.doItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the press at once."""
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if LAST_LIFT.bounced_onto(self, event, self._theme):
            return
        self._delegate.by_keyboard = False
        self._is_finger_down = True
        index = self._index_at(event.position().toPoint())
        self._press(index if index.isValid() else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Keep the press only while the finger is on the card; notice a lift we never saw."""
        event.accept()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._lift()
        elif self._pressed is not None and not self._is_on_pressed(event):
            self._press(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the card on release inside it."""
        event.accept()
        LAST_LIFT.note(self, event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pressed = self._pressed
        inside = self.viewport().rect().contains(event.position().toPoint())
        here = self._index_at(event.position().toPoint())
        if inside and pressed is not None and pressed.isValid() and here == pressed:
            self.setCurrentIndex(here)
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._open(here)
        self._lift()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the press; the second release opens what is open already."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space; arrows move between cards."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys:
            event.accept()
            if not event.isAutoRepeat() and self.currentIndex().isValid():
                self._open(self.currentIndex())
            return
        self._delegate.by_keyboard = True
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard came here, on the first card if on none yet."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._delegate.by_keyboard = True
            if not self.currentIndex().isValid() and self._model.rowCount():
                self.setCurrentIndex(self._model.index(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Count a press as ended when the list is hidden or the window left."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.WindowDeactivate):
            self._lift()
        return super().event(event)

    def _set_up_view(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(self._theme.px(40))

    def _set_up_scrolling(self) -> None:
        QScroller.scroller(self.viewport()).stateChanged.connect(self._on_scroller_changed)
        scroll_by_finger(self)

    def _row_heights(self) -> list[int]:
        gap = self._theme.px(GAP)
        return [self._delegate.height_of(card) + gap for card in self._model.cards]

    def _index_at(self, point: QPoint) -> QModelIndex:
        index = self.indexAt(point)
        if index.isValid() and self._delegate.card_rect(self.visualRect(index)).contains(point):
            return index
        return QModelIndex()

    def _is_on_pressed(self, event: QMouseEvent) -> bool:
        return self._index_at(event.position().toPoint()) == self._pressed

    def _press(self, index: QModelIndex | None) -> None:
        before, self._pressed = self._pressed, None
        if index is not None:
            self._pressed = QPersistentModelIndex(index)
        self._delegate.set_pressed(self._pressed)
        for changed in (before, self._pressed):
            if changed is not None and changed.isValid():
                self.update(self._model.index(changed.row()))

    def _lift(self) -> None:
        if not self._is_finger_down:
            return
        self._is_finger_down = False
        self._press(None)
        self.finger_lifted.emit()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.card_at(index.row()).order_id)

    @Slot(QScroller.State)
    def _on_scroller_changed(self, state: QScroller.State) -> None:
        """End the press when it became a drag: the scroller keeps the release to itself."""
        if state is QScroller.State.Dragging:
            self._press(None)
            self._is_dragging = True
        elif state is not QScroller.State.Pressed and self._is_dragging:
            self._is_dragging = False
            self._lift()

    @Slot(str)
    def _on_fade_beat(self, order_id: str) -> None:
        row = self._model.row_of(order_id)
        if row is not None:
            self.update(self._model.index(row))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(40))
        self.doItemsLayout()
        self.viewport().update()
