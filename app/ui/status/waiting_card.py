"""A loyalty card that waits for an order: what it is, whose it may be, and its time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.scan_news import CardWaits
from app.ui.theme import Theme
from app.ui.widgets import ActionButton, IconMark, Kind, Label, Sheet
from app.ui.wording.points import card_text
from app.usecases.scan_card import DropWaitingCard, TieWaitingCard

_TICK_MS = 1000


class WaitingCard(Sheet):
    """A row "Loyalty card •••3r3 waits for an order", with the seconds left; else hidden.

    Thread: gui. Signals: `wanted(command)` with what staff press; `changed` when the row appears
    or goes.
    """

    wanted = Signal(object)
    changed = Signal()

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        """Make it hidden."""
        super().__init__(theme, "accent_pale", ("top",), parent=parent)
        self._now = now
        self._news = CardWaits()
        self.text = Label(theme, style="body_strong", elide=True)
        self.left = Label(theme, style="small_tabular", ink="ink2")
        self.take = ActionButton(theme, "", Kind.PLAIN, height=48)
        self.drop = ActionButton(theme, "", icon="close", height=48, name=self.tr("Forget card"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconMark(theme, "card", 22, "accent_text"))
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.left)
        self._row.addWidget(self.take)
        self._row.addWidget(self.drop)
        self.take.acted.connect(self._on_take)
        self.drop.acted.connect(self._on_drop)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.on_tick)
        theme.changed.connect(self._on_restyled)
        self._on_restyled()
        self.hide()

    def show_card(self, news: CardWaits) -> None:
        """Show the card that waits, or that none does."""
        self._news = news
        waits = news.until is not None
        if waits:
            card = card_text(news.card)
            if news.order_id:
                text = self.tr("{card}: for {number}?").format(card=card, number=news.number)
            else:
                text = self.tr("{card} waits. Open its order.").format(card=card)
            self.text.setText(text)
            self.setAccessibleName(text)
            self.take.set_words(self.tr("For {number}").format(number=news.number))
        self.take.setVisible(bool(news.order_id))
        self._show_left()
        (self._clock.start if waits else self._clock.stop)()
        if self.isHidden() == waits:
            self.setVisible(waits)
            self.changed.emit()

    def _show_left(self) -> None:
        until = self._news.until
        seconds = 0 if until is None else max(0, round((until - self._now()).total_seconds()))
        self.left.setText(self.tr("{seconds} s").format(seconds=seconds))

    @Slot()
    def on_tick(self) -> None:
        """Count down; a card whose time is over is forgotten."""
        until = self._news.until
        if until is not None and until <= self._now():
            self.show_card(CardWaits())
            return
        self._show_left()

    @Slot()
    def _on_take(self) -> None:
        self.wanted.emit(TieWaitingCard(self._news.order_id))

    @Slot()
    def _on_drop(self) -> None:
        self.wanted.emit(DropWaitingCard())

    @Slot()
    def _on_restyled(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(4), px(12), px(4))
        self._row.setSpacing(px(12))
        self.setFixedHeight(px(56))
