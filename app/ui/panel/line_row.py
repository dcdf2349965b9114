"""One line of the order: quantity, name, tags, price, details below, and what a tap offers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.panel.sentence import Sentence
from app.ui.panel.tag import Tag
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, Chip, ChipKind, Kind, Label
from app.ui.widgets.sheet import paint_ground
from app.ui.wording.basket import Detail, LineWords
from app.usecases.mark_sold_out import PutOnSale

_QUANTITY = 34
_PAD = 9
_GAP = 8
_INDENT = 16
_LEAST = 48
_ARROW = 18
_RIGHT = Qt.AlignmentFlag.AlignRight


class LineRow(QAbstractButton):
    """A line with all its details; long names wrap under themselves, prices stay right.

    A tap shows below it the button that marks its item as sold out, or takes that back; a small
    arrow behind the name says that there is more.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        words: LineWords,
        send: Callable[[object], None] = lambda _command: None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the row of `words`; `send` takes what staff do about its item."""
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._send = send
        self.setAccessibleName(f"{words.quantity} {words.name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._quantity = Label(theme, words.quantity, "body_strong", parent=self)
        self._name = Sentence(theme, words.name, "body_medium", "ink", parent=self)
        self._price = Label(theme, words.price, "price", align=_RIGHT, parent=self)
        self._tag = Tag(theme, words.tag, "bag", parent=self) if words.tag else None
        self._sold_out: Chip | None = None
        if words.sold_out:
            self._sold_out = Chip(theme, parent=self)
            self._sold_out.show_mark(self.tr("Sold out"), ChipKind.WARN, Shape.WARN)
        self._arrow = QRect()
        self._details = [self._detail(detail) for detail in words.details]
        text = self.tr("On sale again") if words.sold_out else self.tr("Sold out today")
        icon = "check" if words.sold_out else "close"
        self.mark = ActionButton(theme, text, Kind.PLAIN, icon=icon, parent=self)
        self.mark.hide()
        self.mark.acted.connect(self._on_mark)
        self.clicked.connect(self._on_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)

    @property
    def words(self) -> LineWords:
        """Return what is shown."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at `width`."""
        return self._place(width, apply=False)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), self._theme.px(240))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(0, self._theme.px(_LEAST) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place(self.width(), apply=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the press and the hairline below."""
        painter = QPainter(self)
        if self.isDown():
            painter.fillRect(self.rect(), QColor(self._theme.tokens.press))
        if self._words.item is not None:
            icon = "chevron-down" if self.mark.isHidden() else "chevron-up"
            ink = self._theme.tokens.ink3
            self._theme.paint_icon(painter, self._arrow.toRectF(), icon, ink)
        line = self.rect().toRectF()
        line.setTop(line.bottom() - 1)
        paint_ground(painter, line, self._theme.tokens, "line", ())
        painter.end()

    def _detail(self, detail: Detail) -> tuple[Detail, Sentence, Label]:
        theme = self._theme
        style, ink = ("small", "ink3") if detail.small else ("body", "ink2")
        text = Sentence(theme, detail.text, style, ink, parent=self)
        price = Label(theme, detail.price, "price", ink, align=_RIGHT, parent=self)
        return detail, text, price

    def _place(self, width: int, *, apply: bool) -> int:
        """Lay out at `width`, moving the labels only with `apply`; return the height."""
        px = self._theme.px
        left = px(_QUANTITY)
        wanted = self._quantity.sizeHint().width() + px(6)
        left = max(left, min(wanted, width // 3))
        right = width - self._price.sizeHint().width()
        top = px(_PAD)
        room = max(px(60), right - px(_GAP) - left)
        bottom = self._place_name(left, top, room, apply=apply)
        if self._sold_out is not None:
            bottom = self._place_below(self._sold_out, left, bottom, width, apply=apply)
        if apply:
            line = self._quantity.sizeHint().height()
            self._quantity.setGeometry(0, top, left, line)
            self._price.setGeometry(right, top, width - right, self._price.sizeHint().height())
        for detail, text, price in self._details:
            bottom = self._place_detail(
                detail, text, price, QRect(left, bottom, width - left, 0), apply=apply
            )
        if not self.mark.isHidden():
            bottom = self._place_below(self.mark, left, bottom, width, apply=apply)
        return max(bottom + px(_PAD), px(_LEAST)) + 1

    def _place_below(
        self, widget: QWidget, left: int, bottom: int, width: int, *, apply: bool
    ) -> int:
        """Lay `widget` under what ends at `bottom`; return where it ends itself."""
        top = bottom + self._theme.px(4)
        size = widget.sizeHint()
        if apply:
            widget.setGeometry(left, top, min(size.width(), width - left), size.height())
        return top + size.height()

    def _place_name(self, left: int, top: int, room: int, *, apply: bool) -> int:
        """Place the name, the tag behind it where there is room, else below; return the bottom."""
        natural = self._name.natural_width()
        arrow = self._theme.px(_ARROW) if self._words.item is not None else 0
        room -= arrow
        high = self._name.heightForWidth(min(room, max(1, natural)))
        wide = room
        tag = self._tag
        bottom = top + high
        if tag is not None:
            size, gap = tag.sizeHint(), self._theme.px(_GAP)
            beside = natural + arrow + gap + size.width() <= room
            x = left + natural + arrow + gap if beside else left
            y = top + (high - size.height()) // 2 if beside else bottom + gap // 2
            wide = natural if beside else room
            bottom = bottom if beside else y + size.height()
            if apply:
                tag.setGeometry(QRect(x, y, min(size.width(), room), size.height()))
        if apply:
            self._name.setGeometry(left, top, min(room, max(wide, 1)), high)
            line = self._quantity.sizeHint().height()
            x = left + min(natural, room) + self._theme.px(2)
            self._arrow = QRect(x, top + (line - arrow) // 2, arrow, arrow)
        return bottom

    def _place_detail(
        self, detail: Detail, text: Sentence, price: Label, box: QRect, *, apply: bool
    ) -> int:
        indent = self._theme.px(_INDENT * min(detail.depth, 4))
        right = price.sizeHint().width() + self._theme.px(_GAP) if detail.price else 0
        room = max(self._theme.px(48), box.width() - indent - right)
        high = text.heightForWidth(room)
        if apply:
            text.setGeometry(box.left() + indent, box.top(), room, high)
            line = price.sizeHint().height()
            wide = price.sizeHint().width()
            price.setGeometry(box.right() + 1 - wide, box.top(), wide, line)
        return box.top() + high

    @Slot()
    def _on_clicked(self) -> None:
        if self._words.item is None:
            return
        self.mark.setVisible(self.mark.isHidden())
        self.mark.rest(250)  # the tap that has opened it must not press it too
        self.updateGeometry()
        self._place(self.width(), apply=True)

    @Slot()
    def _on_mark(self) -> None:
        if self._words.sold_out:
            for key in self._words.sold_out:
                self._send(PutOnSale(key))
        elif self._words.item is not None:
            self._send(self._words.item)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._place(self.width(), apply=True)
        self.updateGeometry()
