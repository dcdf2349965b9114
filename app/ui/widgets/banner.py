"""Banners: what lasts and matters (vendor gone, printer down), in a stack of at most two."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import Shape, Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet

MOST_BANNERS = 2


@dataclass(frozen=True, slots=True)
class BannerText:
    """One banner: `shape` WARN or BAD, what is wrong, what is safe and what to do, one button."""

    key: str
    shape: Shape
    head: str
    line: str
    button: str | None = None


class ShapeMark(QWidget):
    """A state shape as a widget; decoration, the word beside it is what is read. Thread: gui."""

    def __init__(
        self, theme: Theme, shape: Shape, size: int = 22, parent: QWidget | None = None
    ) -> None:
        """Make a shape of `size` design px."""
        super().__init__(parent)
        self._theme = theme
        self._shape = shape
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_shape(self, shape: Shape) -> None:
        """Show another state."""
        self._shape = shape
        self.update()

    def sizeHint(self) -> QSize:
        """Return the shape's size."""
        return QSize(self._theme.px(self._size), self._theme.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = QPainter(self)
        size = self._theme.px(self._size)
        self._theme.paint_shape(painter, QRectF(0, 0, size, size), self._shape)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class Banner(Sheet):
    """One lasting message: pale ground, a line of 2 px above, shape, two lines, one button.

    Thread: gui. Signals: `acted(key)` when its button was pressed.
    """

    acted = Signal(str)

    def __init__(self, theme: Theme, text: BannerText, parent: QWidget | None = None) -> None:
        """Make a banner that shows `text`."""
        super().__init__(theme, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark = ShapeMark(theme, text.shape, 32)
        self._head = Label(theme, style="body_strong", elide=True)
        self._line = Label(theme, wrap=True)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = ActionButton(theme, text.button or "", Kind.PLAIN)
        self._button.acted.connect(self._on_acted)
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addStretch(1)
        words.addWidget(self._head)
        words.addWidget(self._line)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._button)
        self._text = text
        self._is_close = False
        self._button.rest()
        self.show_text(text)
        self._on_theme_changed()

    @property
    def text(self) -> BannerText:
        """Return what is shown."""
        return self._text

    @property
    def button(self) -> ActionButton:
        """Return the button, hidden when the banner has none."""
        return self._button

    def show_text(self, text: BannerText) -> None:
        """Show another message; its button rests first where it takes another one's place.

        A finger on its way to the button that was there must not press it.
        """
        if text.key != self._text.key:
            self._button.rest()
        self._text = text
        tone = "bad" if text.shape is Shape.BAD else "warn"
        self.set_ground(f"{tone}_pale", [("top", tone, 2)])
        self._mark.set_shape(text.shape)
        self._head.set_ink(f"{tone}_text")
        self._head.setText(text.head)
        self._line.setText(text.line)
        self._button.set_words(text.button or "")
        self._button.setVisible(text.button is not None)
        self.setAccessibleName(text.head)

    def set_close(self, close: bool) -> None:
        """Stand in one line less, where cards need the room; the button leads to all words."""
        if close != self._is_close:
            self._is_close = close
            self._line.set_wrap(not close)
            self._on_theme_changed()

    @Slot()
    def _on_acted(self) -> None:
        self.acted.emit(self._text.key)

    @Slot()
    def _on_theme_changed(self) -> None:
        px = self._theme.px
        above, below = (4, 4) if self._is_close else (10, 8)
        self._row.setContentsMargins(px(16), px(above), px(12), px(below))
        self._row.setSpacing(px(14))
        self.setMinimumHeight(px(56 if self._is_close else 72))
        self._button.setFixedHeight(px(48 if self._is_close else 56))
        self.update()


class BannerStack(QWidget):
    """At most two banners, the worst first; more become one "3 problems".

    Thread: gui. Signals: `acted(key)`; key is "" for the button that lists all problems.
    """

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty stack, which takes no room."""
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._banners: list[Banner] = []
        self._is_close = self._also_one = False
        self.hide()

    def banners(self) -> list[Banner]:
        """Return the banners shown."""
        return list(self._banners)

    def show_banners(self, texts: Sequence[BannerText]) -> None:
        """Show these; the same key keeps its place and its banner."""
        wanted = self._folded(sorted(texts, key=lambda text: text.shape is not Shape.BAD))
        while len(self._banners) > len(wanted):
            gone = self._banners.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for banner, text in zip(self._banners, wanted, strict=False):
            if banner.text != text:
                banner.show_text(text)
        for text in wanted[len(self._banners) :]:
            banner = Banner(self._theme, text)
            banner.acted.connect(self.acted)
            self._banners.append(banner)
            self._column.addWidget(banner)
        self.set_close(self._is_close, also_one=self._also_one)
        self.setVisible(bool(wanted))

    def set_close(self, close: bool, *, also_one: bool = False) -> None:
        """Let two banners share the room that cards need in a window of little height.

        With `also_one` a single one stands in one line less, too.
        """
        self._is_close, self._also_one = close, also_one
        for banner in self._banners:
            banner.set_close(close and (also_one or len(self._banners) > 1))

    def _folded(self, texts: list[BannerText]) -> list[BannerText]:
        if len(texts) <= MOST_BANNERS:
            return texts
        count, more = len(texts), len(texts) - MOST_BANNERS
        heads = " · ".join(text.head for text in texts[:MOST_BANNERS])
        # Two lines hold no more; the list has all of them.
        heads = self.tr("{heads} · and {count} more").format(heads=heads, count=more)
        head = self.tr("%n problems", n=count)
        return [BannerText("", texts[0].shape, head, heads, self.tr("Show all"))]
