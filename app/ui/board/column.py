"""One column of the board: name, count and oldest age, the cards, and what is out of sight."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.board.card import Card
from app.ui.board.card_model import CardModel
from app.ui.board.card_view import CardView
from app.ui.theme import Theme
from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.age import Age
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.label import Label
from app.ui.widgets.sheet import Sheet

TICK_MS = 5000
HEADER_HEIGHT = 48
MORE_HEIGHT = 48
FOLD_HEIGHT = 56


def utc_now() -> datetime:
    """Return the time by which ages are counted."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class EmptyText:
    """What a column says while it has no cards."""

    icon: str
    head: str
    line: str


class CountPill(QLabel):
    """How many cards there are, in a pill; solid accent while somebody must answer.

    Thread: gui.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a pill that shows 0."""
        super().__init__("0", parent)
        self._theme = theme
        self._is_loud = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_count(self, count: int, *, loud: bool) -> None:
        """Show `count`, solid when `loud`."""
        if self.text() != str(count) or loud != self._is_loud:
            self._is_loud = loud
            self.setText(str(count))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return a circle for one figure, a pill for more."""
        wide = QFontMetricsF(self._theme.font("mark")).horizontalAdvance(self.text())
        high = self._theme.px(28)
        return QSize(max(high, round(wide) + self._theme.px(18)), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pill and figure."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self._is_loud else tokens.press))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        painter.setPen(QColor(tokens.on_accent if self._is_loud else tokens.ink2))
        painter.setFont(self._theme.font("mark"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class FoldRow(ActionButton):
    """What is folded away at the foot of a column: "Later 2 · next 19:30". Thread: gui."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        """Make a row with `icon` at its left and a chevron at its right."""
        super().__init__(theme, "", Kind.QUIET, icon=icon, height=FOLD_HEIGHT, parent=parent)
        self._after = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, head: str, rest: str) -> None:
        """Show `head` bold and `rest` after it."""
        self._after = f" · {rest}" if rest else ""
        self.set_words(head, name=f"{head}{self._after}")
        self.update()

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        theme = self._theme
        size = theme.px(20)
        middle = round((self.height() - size) / 2)
        right = self.width() - theme.px(14) - size
        icon = self._icon_name or "calendar"
        theme.paint_icon(painter, QRectF(theme.px(14), middle, size, size), icon, colour)
        theme.paint_icon(painter, QRectF(right, middle, size, size), "chevron-right", colour)
        left = float(theme.px(14 + 20 + 9))
        parts = ((self._words, "button_small", colour), (self._after, "body", theme.tokens.ink2))
        for text, style, ink in parts:
            font = theme.font(style)
            metrics = QFontMetricsF(font)
            room = max(0.0, right - left - theme.px(8))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, 0, room + 2, self.height()), flags, shown)
            left += metrics.horizontalAdvance(shown)


class BoardColumn(Sheet):
    """A column with its cards, oldest first.

    While a finger is down on its cards, changes wait, so that nothing slides under it.

    Thread: gui. Signals: `opened(order_id)` at a tap or Enter on a card; `fold_pressed`.
    """

    opened = Signal(str)
    fold_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        empty: EmptyText,
        *,
        now: Callable[[], datetime] = utc_now,
        asks: bool = False,
        lines: Sequence[str] = ("right",),
        parent: QWidget | None = None,
    ) -> None:
        """Make the column called `name`; one that `asks` shows its count in solid accent."""
        super().__init__(theme, "canvas", lines, parent=parent)
        self._now = now
        self._asks = asks
        self._waiting: list[Callable[[], object]] = []
        self.model = CardModel(now, self)
        self.view = CardView(theme, name, self.model, now, self)
        self.name = Label(theme, name, "column")
        self.pill = CountPill(theme)
        self.oldest = Label(theme, style="small", ink="ink2")
        self.empty = EmptyState(theme, empty.icon, empty.head, empty.line, parent=self)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.more = ActionButton(
            theme, "", Kind.LINK, icon="chevron-down", height=MORE_HEIGHT, parent=self
        )
        self.more.hide()
        self.fold = FoldRow(theme, "calendar")
        self.fold.hide()
        self._build()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._tick.timeout.connect(self.tick)
        self._tick.start(TICK_MS)
        self._on_changed()

    @property
    def cards(self) -> tuple[Card, ...]:
        """Return the cards shown, oldest first."""
        return self.model.cards

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show exactly these cards, changing only the rows that differ."""
        wanted = tuple(cards)
        self._waiting.clear()
        self._do(lambda: self.model.set_cards(wanted))

    def put_card(self, card: Card, row: int) -> None:
        """Change the order's card where it stands, or insert it at `row`."""
        self._do(lambda: self.model.put_card(card, row))

    def remove_card(self, order_id: str) -> None:
        """Take an order's card away; does nothing when it is not here."""
        self._do(lambda: self.model.remove_card(order_id))

    def mark_opened(self, order_id: str | None) -> None:
        """Show which order the panel holds; at once, since no row changes its height."""
        for row, card in enumerate(self.model.cards):
            is_opened = card.order_id == order_id
            if card.opened != is_opened:
                unseen = card.unseen and not is_opened
                self.model.put_card(replace(card, opened=is_opened, unseen=unseen), row)

    def set_shows_items(self, shows: bool) -> None:
        """Show the row of items on each card (wide windows)."""
        self.view.set_shows_items(shows)
        self._measure()

    def set_fold(self, head: str, rest: str = "") -> None:
        """Show the row of what is folded away ("Later 2", "next 19:30"); "" hides it."""
        self.fold.setVisible(bool(head))
        if head:
            self.fold.say(head, rest)
        self._measure()

    def show_order(self, order_id: str) -> bool:
        """Scroll an order into sight and make it the current one; False when it is not here."""
        row = self.model.row_of(order_id)
        if row is None:
            return False
        index = self.model.index(row)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        return True

    @Slot()
    def tick(self) -> None:
        """Bring the ages up to date, repainting nothing but them."""
        self.view.repaint_ages()
        self._show_oldest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure what is out of sight."""
        super().resizeEvent(event)
        self._measure()

    def _build(self) -> None:
        self._header = QHBoxLayout()
        self._header.addWidget(self.name)
        self._header.addWidget(self.pill)
        self._header.addStretch(1)
        self._header.addWidget(self.oldest)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(self._header)
        column.addWidget(self.view, 1)
        column.addWidget(self.more)
        column.addLayout(self._foot)
        self.view.opened.connect(self.opened)
        self.view.finger_lifted.connect(self._on_finger_lifted)
        self.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.view.verticalScrollBar().rangeChanged.connect(self._on_scrolled)
        self.more.acted.connect(self._on_more)
        self.fold.acted.connect(self.fold_pressed)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.dataChanged):
            signal.connect(self._on_changed)
        self._theme.changed.connect(self._on_restyled)
        self._on_restyled()

    def _do(self, change: Callable[[], object]) -> None:
        if self.view.is_finger_down():
            self._waiting.append(change)
        else:
            change()

    def _show_oldest(self) -> None:
        now = self._now()
        ages = [age for card in self.model.cards if (age := card.age(now)) is not None]
        words = ""
        if ages:
            longest = Age(max(age.minutes for age in ages))
            words = self.tr("oldest {waited}").format(waited=longest.waited)
        if self.oldest.text() != words:
            self.oldest.setText(words)

    def _measure(self) -> None:
        """Show the row that says how many cards are out of sight, when some are."""
        extra = self.more.height() if self.more.isVisibleTo(self) else 0
        runs_over = self.view.content_height() > self.view.height() + extra
        self.more.setVisible(runs_over and self.view.height() > 0)
        self.empty.setGeometry(self.view.geometry())
        self.empty.setVisible(not self.model.cards)
        self._say_more()

    def _say_more(self) -> None:
        count = self.view.hidden_below()
        if count:
            words, icon = self.tr("{count} more").format(count=count), "chevron-down"
        else:
            words, icon = self.tr("Back to the oldest"), "chevron-up"
        if self.more.text() != words:
            self.more.set_words(words)
            self.more.set_icon(icon)

    @Slot()
    def _on_changed(self) -> None:
        count = self.model.rowCount()
        self.pill.show_count(count, loud=self._asks and count > 0)
        self._show_oldest()
        self._measure()

    @Slot()
    def _on_scrolled(self) -> None:
        self._say_more()

    @Slot()
    def _on_more(self) -> None:
        bar = self.view.verticalScrollBar()
        if self.view.hidden_below():
            bar.setValue(bar.value() + max(1, self.view.viewport().height() - self._theme.px(116)))
        else:
            bar.setValue(0)

    @Slot()
    def _on_finger_lifted(self) -> None:
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            change()

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._header.setContentsMargins(px(14), px(4), px(18), 0)
        self._header.setSpacing(px(10))
        self.name.setFixedHeight(px(HEADER_HEIGHT - 4))
        self._foot.setContentsMargins(px(8), 0, px(8), px(8) if self.fold.isVisibleTo(self) else 0)
        self._measure()
