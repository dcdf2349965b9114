"""The band that says when the till was away, and the page behind it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Slot

from app.domain.absence import Absence
from app.domain.lamp import LampKind
from app.domain.news import AbsenceChanged
from app.ui.screen_settings import ScreenSettings
from app.ui.status.banner_desk import BannerDesk
from app.ui.status.lamp_desk import LampDesk
from app.ui.status.story_dialog import Story, StoryDialog
from app.ui.theme import Shape, Theme
from app.ui.widgets import ActionButton, BannerText, DialogLayer, Kind
from app.ui.wording.absence import Source, absence_head, absence_line, safe_line, source_line
from app.usecases.desk import Shop
from app.usecases.note_presence import DismissAbsence

_KEY: Final = "absence"


class AbsenceDesk(QObject):
    """Tells of an absence until somebody has looked at what it means. Thread: gui."""

    def __init__(
        self,
        theme: Theme,
        banners: BannerDesk,
        lamps: LampDesk,
        layer: DialogLayer,
        shop: Shop,
        settings: ScreenSettings,
        send: Callable[[object], None],
        now: Callable[[], datetime],
    ) -> None:
        """Tell of none yet."""
        super().__init__(banners)
        self._theme = theme
        self._banners = banners
        self._lamps = lamps
        self._layer = layer
        self._shop = shop
        self._vendors = tuple(settings.vendors.values())
        self._send = send
        self._now = now
        self._absence: Absence | None = None
        self._dialog: StoryDialog | None = None
        banners.acted.connect(self.on_acted)
        lamps.changed.connect(self.on_lamps_changed)

    def absence_changed(self, news: AbsenceChanged) -> None:
        """Tell of another absence, or of none."""
        self._absence = news.absence
        self.on_lamps_changed()

    @Slot()
    def on_lamps_changed(self) -> None:
        """Say what may be missing by what vendors have answered since."""
        absence = self._absence
        if absence is None:
            self._banners.show(_KEY, None)
            return
        head = absence_head(absence, self._shop, self._now())
        line = absence_line(absence, self._sources(absence))
        text = BannerText(_KEY, Shape.WARN, head, line, self.tr("Where to look"))
        self._banners.show(_KEY, text)
        if self._dialog is not None and self._dialog is self._layer.dialog:
            self._dialog.tell(self._story(absence))

    @Slot(str)
    def on_acted(self, key: str) -> None:
        """Open the page behind the band."""
        if key != _KEY or self._absence is None:
            return
        story = self._story(self._absence)
        self._dialog = StoryDialog(self._theme, self.tr("While Pult was away"), story)
        done = ActionButton(self._theme, self.tr("I have looked"), Kind.NEXT, height=72)
        done.acted.connect(self._on_looked)
        self._dialog.set_foot(right=done)
        self._layer.open(self._dialog)

    def _sources(self, absence: Absence) -> list[Source]:
        found = []
        for vendor in self._vendors:
            if vendor.capabilities.brings_orders:
                lamp = self._lamps.lamp(LampKind.VENDOR, vendor.name)
                contact = lamp.last_contact if lamp is not None else None
                answered = contact is not None and contact >= absence.until
                found.append(Source(vendor.title, vendor.capabilities.lists_orders, answered))
        return found

    def _story(self, absence: Absence) -> Story:
        now, sources = self._now(), self._sources(absence)
        return Story(
            shape=Shape.WARN,
            head=absence_head(absence, self._shop, now),
            safe=safe_line(),
            todo=absence_line(absence, sources),
            do=tuple(
                source_line(source, absence, self._shop, now)
                for source in sorted(sources, key=lambda each: not each.may_miss)
            ),
        )

    @Slot()
    def _on_looked(self) -> None:
        self._layer.close()
        self._send(DismissAbsence())
