"""The board's screen: top bar, columns, panel, and what stands below, laid out by size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from babel.dates import format_date
from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.ui.arrangement import Layout, Places, arrange, layout_for
from app.ui.board.board import Board
from app.ui.closing.band import ClosedBand
from app.ui.panel import OrderPanel
from app.ui.screen_settings import ScreenSettings
from app.ui.status.kept_scans import KeptScans
from app.ui.status.waiting_card import WaitingCard
from app.ui.theme import Theme
from app.ui.widgets import (
    ActionButton,
    BannerStack,
    EmptyState,
    Kind,
    LampBar,
    MessageStrip,
    Sheet,
    TopBar,
)


class Stage(Sheet):
    """Holds the parts of the board's screen and keeps each in its place.

    Thread: gui. Signals: `placed` after the places have changed.
    """

    placed = Signal()

    def __init__(
        self,
        theme: Theme,
        settings: ScreenSettings,
        board: Board,
        panel: OrderPanel,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        """Put the parts together; `board` and `panel` become children of this."""
        super().__init__(theme, "canvas", parent=parent)
        self._settings = settings
        self._now = now
        self._places: Places | None = None
        self._layout = Layout.MIDDLE
        self._is_open = False
        self.top = TopBar(theme, self)
        self.top.walk_in.setVisible(settings.walkin)
        self.demo = ActionButton(theme, self.tr("Demo"), Kind.QUIET, icon="eye")
        self._add_demo(settings.demo)
        self.board = board
        board.setParent(self)
        self.opening = EmptyState(
            theme,
            "clock",
            self.tr("Opening…"),
            self.tr("Pult fetches the orders of this till."),
            parent=self,
        )
        self.banners = BannerStack(theme, self)
        self.kept = KeptScans(theme, self)
        self.card = WaitingCard(theme, now, self)
        self.closed = ClosedBand(theme, self)
        self.strip = MessageStrip(theme, self)
        self.lamps = LampBar(theme, self)
        self.panel = panel
        panel.setParent(self)
        self.kept.changed.connect(self.on_room_changed)
        self.card.changed.connect(self.on_room_changed)
        self.closed.changed.connect(self.on_room_changed)
        theme.changed.connect(self.on_room_changed)
        self.set_open(False)

    @property
    def places(self) -> Places | None:
        """Return where everything lies, None before the first size is known."""
        return self._places

    @property
    def layout_in_force(self) -> Layout:
        """Return how the window is divided."""
        return self._layout

    @property
    def is_low(self) -> bool:
        """Whether two banners would leave the cards no room."""
        return self.height() / self._theme.scale.factor < 700

    @property
    def is_short(self) -> bool:
        """Whether two banners of full height would leave fewer than three cards."""
        return self.height() / self._theme.scale.factor < 900

    @property
    def is_tight(self) -> bool:
        """Whether one banner of full height would leave no card."""
        return self.height() / self._theme.scale.factor < 480

    def set_open(self, is_open: bool) -> None:
        """Show the board once the till has been opened; say that it is being opened before."""
        self._is_open = is_open
        self.opening.setVisible(not is_open)
        self.board.setVisible(is_open)
        top = self.top
        for button in (top.pause, top.walk_in, top.order_number, top.search, top.history):
            button.setEnabled(is_open)

    def show_clock(self) -> None:
        """Show the time and the date of the shop."""
        local = self._now().astimezone(self._settings.timezone)
        self.top.show_time(local.strftime("%H:%M"))
        self.top.show_till(self._settings.till_name, _day(local, self._settings.language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self.on_room_changed()

    def showEvent(self, event: QShowEvent) -> None:
        """Place what was hidden with the page."""
        super().showEvent(event)
        self.on_room_changed()

    def sizeHint(self) -> QSize:
        """Return the size the look is drawn for."""
        return QSize(self._theme.px(1280), self._theme.px(800))

    def _add_demo(self, is_demo: bool) -> None:
        row = self.top.layout()
        if row is not None and is_demo:
            row.insertWidget(row.indexOf(self.top.walk_in), self.demo)  # type: ignore[attr-defined]
        else:
            self.demo.setParent(self)
            self.demo.hide()

    @Slot()
    def on_room_changed(self) -> None:
        """Place all parts by the window's size and by what wants room."""
        size = self.size()
        self._layout = layout_for(size, self._theme.scale.factor)
        self._shape_top(size)
        self.board.set_look(shows_items=self._layout.shows_items, tabs=self._layout is Layout.TABS)
        self.lamps.set_folds(self._layout in (Layout.SMALL, Layout.TABS))
        self.panel.set_wide(self._layout is Layout.PORTRAIT)
        is_open = bool(self.panel.order_id)
        self.panel.setVisible(is_open or self._layout.panel_is_docked)
        rows: list[Sheet] = [
            row for row in (self.closed, self.card, self.kept) if row.isVisibleTo(self)
        ]
        kept = sum(row.minimumHeight() for row in rows)
        # By the width beside an open panel, so that a small board keeps its size when one opens.
        beside = self._arranged(kept, 0, panel_open=True).strip.width()
        places = self._arranged(kept, self._banners_height(beside), panel_open=is_open)
        self._places = places
        for widget, rect in (
            (self.top, places.top),
            (self.board, places.board),
            (self.opening, places.board),
            (self.banners, places.banners),
            (self.strip, places.strip),
            (self.lamps, places.lamps),
            (self.panel, places.panel),
        ):
            widget.setGeometry(rect)
        if self._layout is Layout.TABS and is_open and self.card in rows:
            # The order is a page of its own here; what is asked about it stands on it.
            rows.remove(self.card)
            self._place_on_page(places.panel)
        self._place_rows(rows, places.kept)
        self.panel.raise_()
        self.placed.emit()

    def _place_on_page(self, page: QRect) -> None:
        high = self.card.minimumHeight()
        self.card.setGeometry(page.left(), page.top(), page.width(), high)
        self.panel.setGeometry(page.adjusted(0, high, 0, 0))

    @staticmethod
    def _place_rows(rows: Sequence[QWidget], rect: QRect) -> None:
        """Put what waits above the strip, one row below the other."""
        top = rect.top()
        for row in rows:
            row.setGeometry(rect.left(), top, rect.width(), row.minimumHeight())
            top += row.minimumHeight()

    def _arranged(self, kept: int, banners: int, *, panel_open: bool) -> Places:
        return arrange(
            self._layout,
            self.size(),
            self._theme.px,
            panel_open=panel_open,
            banners=banners,
            kept=kept,
        )

    def _banners_height(self, width: int) -> int:
        # Asked one by one: a banner that is new is not yet part of the stack's own size.
        return sum(
            max(banner.minimumHeight(), banner.heightForWidth(width))
            for banner in self.banners.banners()
        )

    def _shape_top(self, size: QSize) -> None:
        wide = size.width() / self._theme.scale.factor
        icons = wide < 900
        self.top.set_compact(
            hide_names=wide < 1060,
            icons_only=icons,
            names_pause=wide >= _NAMES_ALL,
        )
        self.demo.set_words("" if icons else self.tr("Demo"), name=self.tr("Demo"))


_NAMES_ALL: Final = 1400  # design px from which the top bar has room for all words
_DAYS: Final = {
    "en": "EEEE d MMMM",
    "hu": "MMMM d., EEEE",
    "es": "EEEE d MMMM",
    "de": "EEEE, d. MMMM",
}


def _day(local: datetime, language: str) -> str:
    return format_date(local.date(), _DAYS.get(language, _DAYS["en"]), locale=language)
