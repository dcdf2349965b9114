"""One line of the order: quantity, name, take-away tag, price, and its details below."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.panel.sentence import Sentence
from app.ui.panel.tag import Tag
from app.ui.theme import Theme
from app.ui.widgets import Label
from app.ui.widgets.sheet import paint_ground
from app.ui.wording.basket import Detail, LineWords

_QUANTITY = 34
_PAD = 9
_GAP = 8
_INDENT = 16
_RIGHT = Qt.AlignmentFlag.AlignRight


class LineRow(QWidget):
    """A line with all its details; long names wrap under themselves, prices stay right.

    Thread: gui.
    """

    def __init__(self, theme: Theme, words: LineWords, parent: QWidget | None = None) -> None:
        """Make the row of `words`."""
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._quantity = Label(theme, words.quantity, "body_strong", parent=self)
        self._name = Sentence(theme, words.name, "body_medium", "ink", parent=self)
        self._price = Label(theme, words.price, "price", align=_RIGHT, parent=self)
        self._tag = Tag(theme, words.tag, "bag", parent=self) if words.tag else None
        self._details = [self._detail(detail) for detail in words.details]
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
        return QSize(0, self._theme.px(2 * _PAD + 22))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._place(self.width(), apply=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline below."""
        painter = QPainter(self)
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
        if apply:
            line = self._quantity.sizeHint().height()
            self._quantity.setGeometry(0, top, left, line)
            self._price.setGeometry(right, top, width - right, self._price.sizeHint().height())
        for detail, text, price in self._details:
            bottom = self._place_detail(
                detail, text, price, QRect(left, bottom, width - left, 0), apply=apply
            )
        return bottom + px(_PAD) + 1

    def _place_name(self, left: int, top: int, room: int, *, apply: bool) -> int:
        """Place the name, the tag behind it where there is room, else below; return the bottom."""
        natural = self._name.natural_width()
        high = self._name.heightForWidth(min(room, max(1, natural)))
        wide = room
        tag = self._tag
        bottom = top + high
        if tag is not None:
            size, gap = tag.sizeHint(), self._theme.px(_GAP)
            beside = natural + gap + size.width() <= room
            x = left + natural + gap if beside else left
            y = top + (high - size.height()) // 2 if beside else bottom + gap // 2
            wide = natural if beside else room
            bottom = bottom if beside else y + size.height()
            if apply:
                tag.setGeometry(QRect(x, y, min(size.width(), room), size.height()))
        if apply:
            self._name.setGeometry(left, top, min(room, max(wide, 1)), high)
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
    def _on_theme_changed(self) -> None:
        self._place(self.width(), apply=True)
        self.updateGeometry()
