"""What happened to an order, as a line of shapes with words beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.events import Event
from app.domain.snapshot import OrderSnapshot
from app.ui.history.event_line import EventLine
from app.ui.history.event_words import event_line
from app.ui.theme import Shape, Theme
from app.ui.widgets import Label
from app.usecases.desk import Shop

_SIZE = 20


class TimelineMark(QWidget):
    """The mark of one event, and the line that joins it to the next. Thread: gui."""

    def __init__(self, theme: Theme, mark: Shape | str, *, is_last: bool) -> None:
        """Make a mark; the last one has no line below it."""
        super().__init__()
        self._theme = theme
        self._mark = mark
        self._is_last = is_last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the width of a mark."""
        return QSize(self._theme.px(_SIZE), self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint line and mark."""
        theme, tokens = self._theme, self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_SIZE)
        box = QRectF((self.width() - size) / 2, theme.px(2), size, size)
        if not self._is_last:
            top = box.bottom() + theme.px(2)
            line = QRectF(self.width() / 2 - 1, top, 2, self.height() - top)
            painter.fillRect(line, QColor(tokens.line))
        if isinstance(self._mark, Shape):
            theme.paint_shape(painter, box, self._mark)
        else:
            theme.paint_icon(painter, box, self._mark, tokens.ink2)
        painter.end()


class TimelineRow(QWidget):
    """Time, mark and words of one event. Thread: gui."""

    def __init__(self, theme: Theme, time: str, line: EventLine, *, is_last: bool) -> None:
        """Make the row of `line`."""
        super().__init__()
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        clock = Label(theme, time, "price", "ink2")
        clock.setFixedWidth(px(82))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, px(14))
        words.setSpacing(0)
        words.addWidget(Label(theme, line.text, "body", wrap=True))
        if line.note:
            words.addWidget(Label(theme, line.note, "small", "ink2", wrap=True))
        row.addWidget(clock, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(TimelineMark(theme, line.mark, is_last=is_last))
        row.addLayout(words, 1)


class Timeline(QWidget):
    """All events of an order, the oldest first. Thread: gui."""

    def __init__(self, theme: Theme, shop: Shop, parent: QWidget | None = None) -> None:
        """Make an empty timeline."""
        super().__init__(parent)
        self._theme = theme
        self._shop = shop
        self._shown: tuple[Event, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._people: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    @property
    def count(self) -> int:
        """Return how many events are shown."""
        return len(self._shown)

    def show_events(
        self, events: Sequence[Event], snapshot: OrderSnapshot, names: Mapping[str, str]
    ) -> None:
        """Show what happened to the order; nothing is made anew when it is the same.

        `names` are those of the staff by id.
        """
        wanted = tuple(events)
        own = snapshot.order.vendor
        titles = tuple(snapshot.title_of(event.data.get("system", own)) for event in wanted)
        people = tuple(names.get(event.data.get("staff", ""), "") for event in wanted)
        if (wanted, titles, people) == (self._shown, self._titles, self._people):
            return
        self._shown, self._titles, self._people = wanted, titles, people
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for place, event in enumerate(wanted):
            time = event.at.astimezone(self._shop.timezone).strftime("%H:%M:%S")
            line = _signed(event_line(event, self._shop, titles[place]), people[place])
            row = TimelineRow(self._theme, time, line, is_last=place == len(wanted) - 1)
            self._rows.append(row)
            self._column.insertWidget(place, row)
            row.show()


def _signed(line: EventLine, name: str) -> EventLine:
    """Return the line with the name of who did it, where that is known."""
    return replace(line, note=" · ".join(filter(None, (name, line.note)))) if name else line
