"""Looks after pauses and items sold out on the screen: banners, lamps, dialogs, tiles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from app.domain.capabilities import Telling
from app.domain.catalogue_news import CatalogueRead
from app.domain.news import CommandRefused, PausesChanged, SoldOutChanged
from app.domain.pause import Pause
from app.domain.sold_out import SoldOut
from app.domain.states import Move
from app.ui.errands import Errands
from app.ui.house.pause_dialog import PauseDialog
from app.ui.house.rules_dialog import PAUSE, SOLD_OUT, RulesDialog
from app.ui.screen_settings import VendorView
from app.ui.status.banner_desk import BannerDesk
from app.ui.status.lamp_desk import LampDesk
from app.ui.theme import Theme
from app.ui.walkin.desk import WalkinDesk
from app.ui.widgets import DialogLayer
from app.ui.wording.house_rules import PAUSED, paused_banner
from app.usecases.desk import Shop
from app.usecases.mark_sold_out import MarkSoldOut, PutOnSale
from app.usecases.pause_vendor import ResumeVendor

TICK_MS: Final = 5000
_MARKS: Final = (MarkSoldOut.__name__, PutOnSale.__name__)


class HouseDesk(QObject):
    """Keeps what is paused and sold out, and shows it wherever it matters. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        layer: DialogLayer,
        shop: Shop,
        vendors: Mapping[str, VendorView],
        errands: Errands,
        parts: tuple[BannerDesk, LampDesk, WalkinDesk],
        now: Callable[[], datetime],
    ) -> None:
        """Show banners, lamps and walk-in tiles by `parts`; open dialogs in `layer`."""
        super().__init__(layer)
        self._theme = theme
        self._layer = layer
        self._shop = shop
        self._vendors = {name: view for name, view in vendors.items() if _can_pause(view)}
        self._titles = {name: view.title for name, view in vendors.items()}
        self._errands = errands
        self._banners, self._lamps, self._walkin = parts
        self._now = now
        self._pauses: dict[str, Pause] = {}
        self._items: tuple[SoldOut, ...] = ()
        self._lamps.can_pause(self._vendors)
        self._banners.acted.connect(self.on_banner)
        self._lamps.pause_wanted.connect(self.on_pause_wanted)
        self._lamps.resume_wanted.connect(self.on_resume_wanted)
        self._walkin.on_sale_wanted.connect(self.on_sale_wanted)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self.on_tick)
        self._tick.start(TICK_MS)

    # --- news -------------------------------------------------------------------------------------

    def pauses_changed(self, news: PausesChanged) -> None:
        """Show which vendors are paused."""
        self._pauses = {pause.vendor: pause for pause in news.pauses}
        self._lamps.show_pauses(self._pauses)
        self._show_pauses()

    def sold_out_changed(self, news: SoldOutChanged) -> None:
        """Show what is sold out."""
        self._items = news.items
        self._walkin.show_sold_out(news.items)
        if (dialog := self._dialog()) is not None:
            dialog.show_sold_out(news.items)

    def catalogue_read(self, news: CatalogueRead) -> None:
        """Offer the catalogue's products to be marked."""
        if (dialog := self._dialog()) is not None:
            dialog.show_catalogue(news.entries)

    def command_refused(self, news: CommandRefused) -> None:
        """Let tiles be tapped again: nothing was marked."""
        dialog = self._dialog()
        if dialog is not None and news.command in _MARKS:
            dialog.sold_out.wake()

    # --- what staff do ----------------------------------------------------------------------------

    @Slot()
    def on_wanted(self) -> None:
        """Open both, beginning with the pause."""
        self._open(PAUSE)

    @Slot()
    def on_sold_out_wanted(self) -> None:
        """Open what is sold out."""
        self._open(SOLD_OUT)

    @Slot(str)
    def on_pause_wanted(self, vendor: str) -> None:
        """Let a pause be chosen."""
        view = self._vendors.get(vendor)
        if view is not None:
            send = self._errands.dispatch
            self._layer.open(PauseDialog(self._theme, self._shop, view, self._now, send))

    @Slot(str)
    def on_resume_wanted(self, vendor: str) -> None:
        """Let the vendor's orders ring again."""
        self._errands.dispatch(ResumeVendor(vendor))

    @Slot(str)
    def on_sale_wanted(self, key: str) -> None:
        """Take back that an item is sold out."""
        self._errands.dispatch(PutOnSale(key))

    @Slot(str)
    def on_banner(self, key: str) -> None:
        """Resume the vendor whose banner was pressed."""
        if key.startswith(PAUSED):
            self.on_resume_wanted(key.removeprefix(PAUSED))

    @Slot()
    def on_tick(self) -> None:
        """Bring the remaining time up to date."""
        if self._pauses:
            self._show_pauses()

    def _open(self, page: str) -> None:
        dialog = RulesDialog(self._theme, self._shop, list(self._vendors.values()), page=page)
        dialog.pause_wanted.connect(self.on_pause_wanted)
        dialog.resume_wanted.connect(self.on_resume_wanted)
        dialog.marked.connect(self._errands.on_command)
        dialog.show_pauses(self._pauses, self._now())
        dialog.show_sold_out(self._items)
        self._layer.open(dialog)
        self._errands.read_catalogue()

    def _dialog(self) -> RulesDialog | None:
        dialog = self._layer.dialog
        return dialog if isinstance(dialog, RulesDialog) else None

    def _show_pauses(self) -> None:
        now = self._now()
        texts = {}
        for pause in self._pauses.values():
            title = self._titles.get(pause.vendor, pause.vendor)
            text = paused_banner(pause, title, self._shop, now)
            texts[text.key] = text
        self._banners.show_all(PAUSED, texts)
        if (dialog := self._dialog()) is not None:
            dialog.show_pauses(self._pauses, now)


def _can_pause(view: VendorView) -> bool:
    """Whether the vendor's orders come by themselves and are accepted here."""
    ways = view.capabilities
    accepts = ways.telling(Move.ACCEPT) is not Telling.NOT_POSSIBLE
    return ways.brings_orders and accepts and not ways.payment_accepts
