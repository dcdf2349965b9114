"""What Pult has said today: the strip shows the newest, a tap lists them all."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.lamp import Lamp, LampKind
from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode
from app.domain.snapshot import OrderSnapshot
from app.ui.status.messages_dialog import MessagesDialog
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer, Message, MessageStrip
from app.ui.wording.follow_ups import FollowUp, by_lamp, by_order, is_telling, made_well
from app.ui.wording.notices import SOLD_OUT_KEY, notice_details, notice_message
from app.usecases.desk import Shop

KEPT: Final = 300
RECENT: Final = 6


@dataclass(slots=True, eq=False)
class Said:
    """One message of the day; `details` hold the problem code and the vendor's own sentence.

    `first` is how it was worded, `listed` how the day's list has it now, `shown` what the strip
    has or would have in its place; `snapshot` is the order as it was last followed up.
    """

    first: Message
    listed: Message
    details: str = ""
    notice: Notice | None = None
    shown: Message = field(init=False)
    snapshot: OrderSnapshot | None = None
    is_settled: bool = False

    def __post_init__(self) -> None:
        """Begin with the strip and the list alike."""
        self.shown = self.listed


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
    message was pressed, `on_sale_wanted(key)` when it takes back that an item is sold out;
    `help_wanted` for the page Help.
    """

    help_wanted = Signal()

    undo_pressed = Signal(str)
    order_wanted = Signal(str)
    on_sale_wanted = Signal(str)

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
        self._lamps: dict[tuple[LampKind, str], Lamp] = {}
        self._changed: dict[str, OrderSnapshot] = {}
        self._together: dict[str, set[str]] = {}  # of several orders: which can be undone yet
        self._recent = [_RecentLabel(strip) for _ in range(RECENT)]
        strip.undone.connect(self.undo_pressed)
        strip.action_pressed.connect(self.on_action)
        strip.opened.connect(self.on_strip_opened)

    def notice(self, news: Noticed) -> None:
        """Word a notice and say it; a later move takes an earlier one's place in the strip."""
        notice = news.notice
        if notice.code is NoticeCode.UNDONE:
            self._strip.end_undo(notice.order_id)
        first = notice_message(notice, news.at, self._shop, self._titles)
        said = Said(first, first, notice_details(notice), notice)
        snapshot = self._changed.get(notice.order_id)
        follow_up = self._by_order(said, snapshot)
        if follow_up is not None and not follow_up.is_settled:
            said.listed = said.shown = follow_up.listed
            said.snapshot = snapshot
        if first.undo_seconds and " " in first.key:
            self._together[first.key] = set(first.key.split())
        self._put(said, takes_over=notice.code is NoticeCode.MOVED)

    def say(self, message: Message) -> None:
        """Show `message` in the strip and put it on the day's list."""
        self._put(Said(message, message))

    def orders_changed(self, snapshots: Iterable[OrderSnapshot]) -> None:
        """Take Undo away where an order has none any more, and follow up what was said of it."""
        # What is said of a change comes right after it, so the newest are enough.
        self._changed = {snapshot.order.id: snapshot for snapshot in snapshots}
        for said in self._open():
            snapshot = self._changed.get(said.notice.order_id) if said.notice else None
            if snapshot is not None:
                said.snapshot = snapshot
                self._follow(said, self._by_order(said, snapshot))
        over = {one.order.id for one in self._changed.values() if one.order.undo is None}
        for order_id in over:
            self._strip.end_undo(order_id)
        self._end_together(over)

    def lamp_changed(self, lamp: Lamp) -> None:
        """Follow up what was said of a vendor or device, or waits to be told to the vendor."""
        self._lamps[lamp.kind, lamp.name] = lamp
        for said in self._open():
            notice = said.notice
            if notice is None:
                continue
            self._follow(said, by_lamp(notice, said.first, lamp, self._shop))
            is_told = lamp.kind is LampKind.VENDOR and lamp.name == notice.vendor
            if is_told and is_telling(notice):
                self._follow(said, self._by_order(said, said.snapshot))

    def store_works(self) -> None:
        """Take back that nothing can be saved."""
        for said in self._open():
            if said.notice is not None and said.notice.code is NoticeCode.STORE_UNAVAILABLE:
                self._follow(said, made_well(said.notice, said.first, ""))

    def _put(self, said: Said, *, takes_over: bool = False) -> None:
        self._said.appendleft(said)
        (self._strip.take_over if takes_over else self._strip.say)(said.shown)
        self._label()
        dialog = self._layer.dialog
        if isinstance(dialog, MessagesDialog):
            dialog.add(said.listed, said.details)

    def _end_together(self, over: set[str]) -> None:
        """Take the Undo of several orders away once none of them has any left."""
        for key, left in list(self._together.items()):
            left -= over
            if not left:
                del self._together[key]
                self._strip.end_undo(key)

    def _open(self) -> list[Said]:
        return [said for said in self._said if said.notice is not None and not said.is_settled]

    def _by_order(self, said: Said, snapshot: OrderSnapshot | None) -> FollowUp | None:
        notice = said.notice
        if notice is None:
            return None
        lamp = self._lamps.get((LampKind.VENDOR, notice.vendor))
        vendor = self._titles.get(notice.vendor) or notice.vendor.title()
        return by_order(notice, said.first, snapshot, lamp, vendor)

    def _follow(self, said: Said, follow_up: FollowUp | None) -> None:
        if follow_up is None:
            return
        said.is_settled = follow_up.is_settled
        if follow_up.shown != said.shown:
            self._strip.reword(said.shown, follow_up.shown)
            said.shown = follow_up.shown
        if follow_up.listed == said.listed:
            return
        said.listed = follow_up.listed
        self._label()
        dialog = self._layer.dialog
        if isinstance(dialog, MessagesDialog):
            dialog.change(self._said.index(said), said.listed, said.details)

    def _label(self) -> None:
        for label, said in zip(self._recent, self._said, strict=False):
            label.setText(f"{said.listed.head} {_without_seconds(said.listed)}".strip())

    @Slot(str)
    def on_action(self, key: str) -> None:
        """Do what the button of the message shown says."""
        if key.startswith(SOLD_OUT_KEY):
            self.on_sale_wanted.emit(key.removeprefix(SOLD_OUT_KEY))
        else:
            self.order_wanted.emit(key)

    @Slot(object)
    def on_said(self, message: Message) -> None:
        """Say what another part of the screen has to say."""
        self.say(message)

    @Slot()
    def on_strip_opened(self) -> None:
        """List what was said, the newest first."""
        entries = [(said.listed, said.details) for said in self._said]
        dialog = MessagesDialog(self._theme, entries)
        dialog.closed.connect(dialog.deleteLater)
        dialog.help_wanted.connect(self.help_wanted)
        self._layer.open(dialog)


def _without_seconds(message: Message) -> str:
    if "{seconds}" not in message.rest:
        return message.rest
    return message.rest_after if message.rest_after is not None else ""
