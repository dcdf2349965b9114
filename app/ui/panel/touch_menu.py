"""The menu behind "…": large rows in a sheet over the panel, no window of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.domain.moves import OfferedMove
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move
from app.ui.panel.move_button import ICONS, MoveButton
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, Kind
from app.ui.widgets.bounce import DOUBLE_PRESS_MS
from app.ui.wording.moves import move_note
from app.usecases.desk import Shop

_NOTE_WIDE = 250  # design px at which a note goes on in another line
_ROW = 60
_DESTRUCTIVE = {Move.LEFT, Move.CANCEL_ORDER, Move.HAND_OVER_UNPAID}
_PAD = 8
_APART = 24  # around what is destructive


class _FurtherRow(ActionButton):
    """A row of the menu that is no move, painted like the others. Thread: gui."""

    def __init__(self, theme: Theme, words: str, icon: str) -> None:
        self._row_icon = icon
        super().__init__(theme, words, Kind.GHOST, height=_ROW)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._theme.font("button")).horizontalAdvance(self.text())
        return QSize(round(wide) + self._theme.px(22 + 12 + 2 * 16), self._theme.px(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_row(painter, self._theme, self, self._row_icon, self._theme.tokens.ink)
        painter.end()


def paint_row(
    painter: QPainter, theme: Theme, row: ActionButton, icon: str | None, ink: str, note: str = ""
) -> None:
    """Paint a row of the menu: icon, words, and a small line below them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if row.isDown():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens.press))
        painter.drawRoundedRect(QRectF(row.rect()), theme.real(8), theme.real(8))
    left, size = theme.px(16), theme.px(22)
    if icon:
        box = QRectF(left, round((row.height() - size) / 2), size, size)
        theme.paint_icon(painter, box, icon, ink)
    left += size + theme.px(12)
    words = QRectF(left, 0, row.width() - left - theme.px(12), row.height())
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if note:
        below = QRectF(words)
        words.setHeight(theme.real(_ROW / 2 + 6))
        below.setTop(theme.real(_ROW / 2 + 1))
        below.setBottom(row.height() - theme.real(6))
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.tokens.ink2))
        painter.drawText(below, middle | Qt.TextFlag.TextWordWrap, note)
    painter.setFont(theme.font("button"))
    painter.setPen(QColor(ink))
    painter.drawText(words, middle, row.text())


class MenuRow(MoveButton):
    """A move in the menu with the line that says what to know first. Thread: gui."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make a row without a move."""
        self._note = ""
        super().__init__(theme, Kind.GHOST, height=_ROW, parent=parent)
        self.set_keeps_place(False)

    def show_note(self, note: str) -> None:
        """Show the line below the move; it is the accessible description too."""
        self._note = note
        self.updateGeometry()
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of icon, words and note."""
        theme = self._theme
        words = QFontMetricsF(theme.font("button")).horizontalAdvance(self.text())
        metrics = QFontMetricsF(theme.font("small"))
        room = QRectF(0, 0, theme.px(_NOTE_WIDE), theme.px(_NOTE_WIDE))
        note = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._note)
        wide = round(max(words, note.width())) + theme.px(22 + 12 + 2 * 16)
        return QSize(wide, theme.px(_ROW) + max(0, round(note.height() - metrics.height())))

    def minimumSizeHint(self) -> QSize:
        """Return a height that holds all lines of the note."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words from the left."""
        theme, tokens = self._theme, self._theme.tokens
        ink = tokens.bad_text if self.move_shown in _DESTRUCTIVE else tokens.ink
        painter = QPainter(self)
        icon = ICONS.get(self.move_shown) if self.move_shown else None
        paint_row(painter, theme, self, icon, ink, self._note)
        painter.end()


class TouchMenu(QFrame):
    """The sheet of rows; a press anywhere else, Esc or a choice closes it.

    Thread: gui. Signals: `move_pressed(move)`, `card_pressed` for the loyalty card,
    `details_pressed`, after the menu has closed.
    """

    move_pressed = Signal(object)
    card_pressed = Signal()
    details_pressed = Signal()

    def __init__(self, theme: Theme, shop: Shop, parent: QWidget) -> None:
        """Make a hidden menu inside `parent`."""
        super().__init__(parent)
        self._theme = theme
        self._shop = shop
        self._inside = parent
        self._anchor: QWidget | None = None
        self._grave: list[MenuRow] = []
        self._plain: list[MenuRow] = []
        self.setAccessibleName(self.tr("More"))
        self._column = QVBoxLayout(self)
        self._grave_rows, self._plain_rows = QVBoxLayout(), QVBoxLayout()
        self.card = _FurtherRow(theme, self.tr("Loyalty card"), "card")
        self.card.acted.connect(self._on_card)
        self.details = _FurtherRow(theme, self.tr("All details"), "info")
        self.details.acted.connect(self._on_details)
        self._column.addLayout(self._grave_rows)
        below = QVBoxLayout()
        below.addLayout(self._plain_rows)
        below.addWidget(self.card)
        below.addWidget(self.details)
        self._column.addLayout(below)
        self._below = below
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def rows(self) -> list[MenuRow]:
        """Return the rows that are shown."""
        return [row for row in (*self._grave, *self._plain) if row.move_shown is not None]

    def show_moves(self, moves: Sequence[OfferedMove], snapshot: OrderSnapshot) -> None:
        """Offer exactly these moves, the destructive ones apart, and all details."""
        grave = [offered for offered in moves if offered.move in _DESTRUCTIVE]
        plain = [offered for offered in moves if offered.move not in _DESTRUCTIVE]
        self._fill(self._grave, self._grave_rows, grave, snapshot)
        self._fill(self._plain, self._plain_rows, plain, snapshot)
        self.card.setVisible(snapshot.points is not None and snapshot.points.can_tie)
        gap = self._theme.px(_APART) if grave else 0
        self._column.setSpacing(gap)
        if self.isVisible() and self._anchor is not None:
            self._place(self._anchor)

    def _fill(
        self,
        rows: list[MenuRow],
        column: QVBoxLayout,
        moves: Sequence[OfferedMove],
        snapshot: OrderSnapshot,
    ) -> None:
        while len(rows) < len(moves):
            row = MenuRow(self._theme, self)
            row.move_pressed.connect(self._on_row)
            column.addWidget(row)
            rows.append(row)
        for place, row in enumerate(rows):
            offered = moves[place] if place < len(moves) else None
            row.show_move(offered, snapshot, self._shop)
            row.show_note(move_note(offered, snapshot, self._shop) if offered else "")

    def open_above(self, anchor: QWidget) -> None:
        """Open with its lower right corner above `anchor`."""
        self._anchor = anchor
        self._place(anchor)
        self.show()
        self.raise_()
        for row in (*self._grave, *self._plain, self.card, self.details):
            row.rest(DOUBLE_PRESS_MS)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_menu(self) -> None:
        """Close; nothing else happens."""
        if self.isHidden():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self) or self.hasFocus()
        self.hide()
        if had_focus and self._anchor is not None and self._anchor.isEnabled():
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Esc, and on a press elsewhere, which still does what it does there.

        Esc is taken before any shortcut sees it: only the menu closes, not the order below it.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                self.close_menu()
                return True
            return False
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            here = self.mapFromGlobal(event.globalPosition().toPoint())
            over_anchor = self._anchor is not None and watched is self._anchor
            if not self.rect().contains(here) and not over_anchor:
                self.close_menu()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the rows with the arrows."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens.edge), theme.real(1.5)))
        painter.setBrush(QColor(theme.tokens.surface))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, theme.real(12), theme.real(12))
        painter.end()

    def _place(self, anchor: QWidget) -> None:
        parent, px = self._inside, self._theme.px
        self._column.activate()
        size = self._column.sizeHint()
        margin = px(16)
        wide = min(max(size.width(), px(260)), parent.width() - 2 * margin)
        corner = anchor.mapTo(parent, QPoint(anchor.width(), 0))
        left = max(margin, corner.x() - wide)
        bottom = corner.y() - px(8)
        top = max(px(8), bottom - size.height())
        self.setGeometry(QRect(left, top, wide, bottom - top))

    @Slot(object)
    def _on_row(self, move: Move) -> None:
        self.close_menu()
        self.move_pressed.emit(move)

    @Slot()
    def _on_card(self) -> None:
        self.close_menu()
        self.card_pressed.emit()

    @Slot()
    def _on_details(self) -> None:
        self.close_menu()
        self.details_pressed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        pad = self._theme.px(_PAD)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._grave_rows.setSpacing(self._theme.px(_APART))
        for rows in (self._plain_rows, self._below):
            rows.setSpacing(pad)
        self.update()
