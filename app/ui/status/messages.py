"""What Pult has said today: the strip shows the newest, a tap lists them all."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.news import Noticed
from app.domain.notice import NoticeCode
from app.domain.snapshot import OrderSnapshot
from app.ui.status.messages_dialog import MessagesDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer, Message, MessageStrip
from app.ui.wording.notices import notice_details, notice_message
from app.usecases.desk import Shop

KEPT: Final = 300
RECENT: Final = 6


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the day; `details` hold the problem code and the vendor's own sentence."""

    message: Message
    details: str = ""


class _RecentLabel(QLabel):
    """An earlier message for assistive technology, which the strip has no room to show."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(0, 0, 1, 1)
        self.lower()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing."""


class Messages(QObject):
    """Says things in the strip and keeps the day's list.

    Thread: gui. Signals: `undo_pressed(order_id)`; `order_wanted(order_id)` when the button of a
    message was pressed.
    """

    undo_pressed = Signal(str)
    order_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        strip: MessageStrip,
        layer: DialogLayer,
        shop: Shop,
        titles: Mapping[str, str],
    ) -> None:
        """Speak through `strip`; `titles` are vendors' titles by name."""
        super().__init__(strip)
        self._theme = theme
        self._strip = strip
        self._layer = layer
        self._shop = shop
        self._titles = titles
        self._said: deque[Said] = deque(maxlen=KEPT)
        self._recent = [_RecentLabel(strip) for _ in range(RECENT)]
        strip.undone.connect(self.undo_pressed)
        strip.action_pressed.connect(self.order_wanted)
        strip.opened.connect(self.on_strip_opened)

    def notice(self, news: Noticed) -> None:
        """Word a notice and say it."""
        if news.notice.code is NoticeCode.UNDONE:
            self._strip.end_undo(news.notice.order_id)
        message = notice_message(news.notice, news.at, self._shop, self._titles)
        self.say(message, notice_details(news.notice))

    def say(self, message: Message, details: str = "") -> None:
        """Show `message` in the strip and put it on the day's list."""
        said = Said(message, details)
        self._said.appendleft(said)
        self._strip.say(message)
        for label, earlier in zip(self._recent, self._said, strict=False):
            label.setText(f"{earlier.message.head} {_without_seconds(earlier.message)}".strip())
        dialog = self._layer.dialog
        if isinstance(dialog, MessagesDialog):
            dialog.add(said.message, said.details)

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take Undo away where an order has none any more."""
        for snapshot in snapshots:
            if snapshot.order.undo is None:
                self._strip.end_undo(snapshot.order.id)

    @Slot(object)
    def on_said(self, message: Message) -> None:
        """Say what another part of the screen has to say."""
        self.say(message)

    @Slot()
    def on_strip_opened(self) -> None:
        """List what was said, the newest first."""
        entries = [(said.message, said.details) for said in self._said]
        dialog = MessagesDialog(self._theme, entries)
        dialog.closed.connect(dialog.deleteLater)
        self._layer.open(dialog)


def _without_seconds(message: Message) -> str:
    if "{seconds}" not in message.rest:
        return message.rest
    return message.rest_after if message.rest_after is not None else ""
