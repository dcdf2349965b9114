"""The base of all dialogs: a child widget over the board with title bar, body and foot."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui.theme import Theme
from app.ui.widgets.dialog_bar import DialogBar
from app.ui.widgets.dialog_body import DialogBody
from app.ui.widgets.keypad import Keypad
from app.ui.widgets.undo_button import UndoButton

TITLE_HEIGHT, LOW_TITLE = 64, 52
FOOT_HEIGHT = 72
PADDING = 24
_TIGHT = 480
"""In less height than this a dialog has a lower title and no margin below its foot."""
_ROOMY = 600
"""Below this height a dialog with a keypad moves its parts closer together."""
_LOW = 376
"""Below this height four rows of keys do not fit between title and foot."""


class Dialog(QDialog):
    """A dialog that is part of the window: no stray window, no event loop of its own.

    Fill `body` (a layout in a scroll area), with `add_above` what stays in sight above it, with
    `set_keys` the keypad beside it, and with `set_foot` the row of 72 px buttons: way back or
    destructive at the left, action at the right.
    Esc and Close change nothing: they emit `closed` (also emitted by `done_with`, which a dialog
    calls when its action was taken). Open it with `DialogLayer.open`, which deletes it after
    `closed`: one dialog, one opening.

    Thread: gui. Signals: `closed`.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        width: int = 800,
        height: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make a dialog; `width` and `height` in design px are what it takes if there is room."""
        super().__init__(parent, Qt.WindowType.Widget)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._theme = theme
        self._wide = width
        self._high = height
        self._is_open = True
        self._is_close = self._is_tight = False
        self._bar = DialogBar(theme)
        self.title, self.bell, self.undo = self._bar.title, self._bar.bell, self._bar.undo
        self.close_button = self._bar.close_button
        self.close_button.acted.connect(self.reject)
        self._scroll = DialogBody()
        self.body = self._scroll.column
        self._foot = QHBoxLayout()
        self._above = QVBoxLayout()
        self._side = QVBoxLayout()
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._scroll, 1)
        self._middle.addLayout(self._side)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._bar)
        self._column.addLayout(self._above)
        self._column.addLayout(self._middle, 1)
        self._column.addLayout(self._foot)
        self.set_title(title)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    @property
    def theme(self) -> Theme:
        """Return the theme, for what is built inside."""
        return self._theme

    def set_title(self, title: str) -> None:
        """Change the title and with it the accessible name."""
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)

    def set_foot(
        self,
        left: QWidget | None = None,
        right: QWidget | None = None,
        *,
        note: QWidget | None = None,
        note_last: bool = False,
    ) -> None:
        """Put the way back or destructive button left, the action right, a note between them."""
        if left is not None:
            self._foot.addWidget(left)
        if note is not None and not note_last:
            self._foot.addSpacing(self._theme.px(16))
            self._foot.addWidget(note, 1)
        self._foot.addStretch(0 if note is not None else 1)
        if right is not None:
            right.setMinimumWidth(self._theme.px(232))
            self._foot.addWidget(right)

    def add_above(self, widget: QWidget) -> None:
        """Put a choice or a search between title and body, where it is never scrolled away."""
        self._above.addWidget(widget)
        self._set_margins()

    def set_keys(self, keys: Keypad) -> None:
        """Put the keypad beside the body, where it is never scrolled out of sight."""
        keys.limit_width()
        self._side.addWidget(keys)
        self._set_margins()

    def add_to_foot(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Add anything to the foot's row, for dialogs with a foot of their own."""
        if isinstance(item, QLayout):
            self._foot.addLayout(item, stretch)
        else:
            self._foot.addWidget(item, stretch)

    def add_to_bar(self, row: QLayout) -> None:
        """Add something between title and Close that is always in sight, such as a total."""
        self._bar.insertLayout(self._bar.count() - 1, row)

    def show_undo(self, what: str, shown: UndoButton) -> None:
        """Have Undo beside the title for what `shown` undoes, said in short by `what`."""
        self._bar.show_undo(what, shown)

    def hide_undo(self) -> None:
        """Take it away again: there is nothing to undo, or it can be seen in the strip."""
        self._bar.hide_undo()

    def size_in(self, room: QSize) -> QSize:
        """Return the size the dialog takes in `room` (screen px)."""
        wide = min(self._theme.px(self._wide), room.width())
        self._is_tight = room.height() < self._theme.px(_TIGHT)
        self._set_margins()
        if self._high is not None:
            wanted = self._theme.px(self._high)
        else:
            self._scroll.content.setMaximumWidth(16777215)
            self._fit_keys(close=False)
            inner = self.body.sizeHint().height()
            beside = self._side.sizeHint()
            if self.body.hasHeightForWidth():
                inner = self.body.heightForWidth(wide - beside.width())
                inner = max(inner, self.body.minimumSize().height())
            wanted = max(inner, beside.height()) + self._above.sizeHint().height()
            wanted += self._title_height() + self._foot_height()
        return QSize(wide, min(wanted, room.height()))

    def wants_low_keys(self, high: int) -> bool:
        """Whether a keypad in a dialog `high` screen px high is to stand in three rows."""
        return high < self._theme.px(_LOW)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so far that `widget`, which may just have been shown, is in sight."""
        self._scroll.bring_into_view(widget)

    def take_focus(self) -> None:
        """Focus the first field, or else the dialog itself, so that keys work at once."""
        first = self.first_focus()
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Return the widget that takes the focus on opening; subclasses say which."""
        return None

    def reject(self) -> None:
        """Close and change nothing (Esc, Close)."""
        self.done_with()

    def accept(self) -> None:
        """Do nothing: an action is taken by its button alone, never by a stray Enter."""

    def done_with(self) -> None:
        """Close after an action was taken."""
        if self.isHidden():
            return
        self.hide()
        self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the dialog."""
        chain = [
            child
            for child in self._in_tab_order()
            if child.isVisibleTo(self)
            and child.isEnabled()
            and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not chain:
            return False
        focus = self.focusWidget()
        place = chain.index(focus) if focus in chain else (-1 if forward else 0)
        target = chain[(place + (1 if forward else -1)) % len(chain)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        self._scroll.show_whole(target)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a keypad stay whole where there is little height."""
        super().resizeEvent(event)
        high = event.size().height()
        pads = self.findChildren(Keypad)
        self._is_close = bool(pads) and high < self._theme.px(_ROOMY)
        for pad in pads:
            pad.set_low(self.wants_low_keys(high))
        self._fit_keys(close=self._is_close)
        self._set_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below the title."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        radius = self._theme.real(14)
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(path, QColor(tokens.surface))
        line = QRectF(0, self._title_height(), self.width(), 1)
        painter.fillRect(line, QColor(tokens.line))
        if tokens.is_dark:
            painter.setPen(QColor(tokens.line))
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, radius, radius)
        painter.end()

    def _fit_keys(self, *, close: bool) -> None:
        for pad in self.findChildren(Keypad):
            pad.set_close(close)

    def _in_tab_order(self) -> list[QWidget]:
        found: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def _title_height(self) -> int:
        return self._theme.px(LOW_TITLE if self._is_tight else TITLE_HEIGHT)

    def _foot_height(self) -> int:
        if self._foot.count() == 0:
            return self._theme.px(PADDING)
        return max(self._theme.px(FOOT_HEIGHT), self._foot.sizeHint().height())

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.title.setMinimumHeight(QFontMetrics(self.title.font()).height())
        self.close_button.setFixedHeight(px(48))
        self.body.setSpacing(px(8))
        self._above.setSpacing(px(8))
        self._foot.setSpacing(px(8))
        self._set_margins()
        self.update()

    def _set_margins(self) -> None:
        px, pad = self._theme.px, self._theme.px(PADDING)
        above, below = (8, 8) if self._is_close or self._is_tight else (16, PADDING)
        head = px(2 if self._is_tight else 8)
        self._bar.setContentsMargins(pad, head, px(16), head)
        self.body.setContentsMargins(pad, px(above), pad, px(above))
        if self._above.count():
            self._above.setContentsMargins(pad, px(above), pad, 0)
            self.body.setContentsMargins(pad, px(8), pad, px(above))
        if self._side.count():
            self._side.setContentsMargins(0, px(above), pad, px(above))
        self._foot.setContentsMargins(pad, 0, pad, px(below))
