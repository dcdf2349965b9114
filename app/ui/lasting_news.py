"""What a screen that is made anew has to be told: the newest of everything that lasts."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from app.domain import book_news as books
from app.domain import device_news as devices
from app.domain import news as said
from app.domain import scan_news as scans
from app.domain import staff_news as staff
from app.domain.lamp import LampKind
from app.domain.notice import NoticeCode
from app.domain.settings_news import SettingsKept
from app.domain.snapshot import OrderSnapshot
from app.ui.wording.lamps import lamp_key

MESSAGES: Final = 300  # as many as the day's list has


def _alone(_news: Any) -> str:
    return ""


# What answers somebody at the screen that was there, which has shown it.
_SHOWN: Final = (scans.ScanAnswered, said.CommandRefused)
# What tells pieces of news of one kind apart; the newest of each holds until the next one comes.
_HOLDS: Final[Mapping[type, Callable[[Any], str]]] = {
    said.LampChanged: lambda news: lamp_key(news.lamp),
    said.SlipQuestionsChanged: _alone,
    said.WaitingSlipsChanged: _alone,
    said.QuarantineChanged: _alone,
    said.NotInRegisterChanged: _alone,
    said.PausesChanged: _alone,
    said.SoldOutChanged: _alone,
    scans.CardWaits: _alone,
    said.StoreFailed: _alone,
    said.CallbacksCome: _alone,
    books.ClosedChanged: _alone,
    staff.StaffChanged: _alone,
    said.AbsenceChanged: _alone,
    said.ClockChanged: _alone,
    said.ProblemsChanged: _alone,
    devices.PagesProven: lambda news: news.printer,
}


class LastingNews:
    """Remembers what still holds of all that was said. Thread: gui."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._newest: dict[tuple[type, str], said.News] = {}
        self._orders: dict[str, OrderSnapshot] = {}
        self._needs_restart = False
        self._messages: deque[said.Noticed] = deque(maxlen=MESSAGES)

    def note(self, news: said.News) -> None:
        """Take in one piece of news."""
        if isinstance(news, said.OrdersChanged):
            self._note_orders(news)
        elif isinstance(news, said.Noticed):
            self._messages.append(news)
            if news.notice.code is NoticeCode.CALLBACKS_FAIL:
                self._newest.pop((said.CallbacksCome, ""), None)
        elif isinstance(news, SettingsKept):
            self._needs_restart = self._needs_restart or news.restart
        elif isinstance(news, said.StoreWorks):
            self._newest.pop((said.StoreFailed, ""), None)
        elif type(news) in _HOLDS:
            self._newest[type(news), _HOLDS[type(news)](news)] = news

    def forget_lamps(self, kept: Container[tuple[LampKind, str]]) -> None:
        """Remember the lamps of these alone: what was taken out of the settings is gone."""
        self._newest = {
            key: news
            for key, news in self._newest.items()
            if not isinstance(news, said.LampChanged) or (news.lamp.kind, news.lamp.name) in kept
        }

    def all(self, now: datetime) -> tuple[said.News, ...]:
        """Return everything that holds now."""
        messages = (_aged(message, now) for message in self._messages)
        board = said.OrdersChanged(tuple(self._orders.values()))
        due = (SettingsKept(0, {}, restart=True),) if self._needs_restart else ()
        return (*messages, board, *self._newest.values(), *due)

    def _note_orders(self, news: said.OrdersChanged) -> None:
        for snapshot in news.orders:
            self._orders.pop(snapshot.order.id, None)
            if snapshot.order.column is not None or snapshot.order.to_settle:
                self._orders[snapshot.order.id] = snapshot


def told_again(news: said.News, now: datetime) -> said.News | None:
    """Return how another screen is told what the one before it was told; None for not at all."""
    if isinstance(news, said.Noticed):
        return _aged(news, now)
    return None if isinstance(news, _SHOWN) else news


def _aged(message: said.Noticed, now: datetime) -> said.Noticed:
    """Leave of the time to undo only what has not passed."""
    data = message.notice.data
    if "undo" not in data:
        return message
    left = max(0.0, float(data["undo"]) - (now - message.at).total_seconds())
    return replace(message, notice=replace(message.notice, data={**data, "undo": f"{left:g}"}))
