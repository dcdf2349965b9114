"""Where staff pause vendors, and mark what is sold out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.catalogue.entries import CatalogueEntry
from app.domain.pause import Pause
from app.domain.sold_out import SoldOut
from app.ui.house.sold_out_page import SoldOutPage
from app.ui.screen_settings import VendorView
from app.ui.theme import Shape, Theme
from app.ui.widgets import (
    ActionButton,
    Dialog,
    EmptyState,
    Kind,
    Label,
    Segment,
    Segments,
    ShapeMark,
    Sheet,
)
from app.ui.wording.house_rules import paused_head, reason_within, what_becomes
from app.ui.wording.marked import translate
from app.usecases.desk import Shop

_LOW: Final = 240  # design px of height below which there is room for the search alone
PAUSE = "pause"
SOLD_OUT = "sold_out"


class VendorRow(Sheet):
    """One vendor: whether it is paused, and the button that pauses or resumes it.

    Thread: gui. Signals: `pause_wanted(vendor)`, `resume_wanted(vendor)`.
    """

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)

    def __init__(self, theme: Theme, shop: Shop, vendor: VendorView) -> None:
        """Make the row of a vendor."""
        super().__init__(theme, "surface", ("bottom",))
        self._shop = shop
        self._vendor = vendor
        self._pause: Pause | None = None
        self._mark = ShapeMark(theme, Shape.OK, 24)
        self.head = Label(theme, "", "body_strong", wrap=True)
        self.line = Label(theme, "", "body", "ink2", wrap=True)
        self.button = ActionButton(theme, "", Kind.PLAIN, height=56)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self.head)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        row.setSpacing(theme.px(12))
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.acted.connect(self._on_acted)

    def show_pause(self, pause: Pause | None, now: datetime) -> None:
        """Show how the vendor stands now."""
        self._pause = pause
        title = self._vendor.title
        if pause is None:
            self._mark.set_shape(Shape.OK)
            self.head.setText(title)
            self.line.setText(translate("Pause", "New orders ring."))
            text, name = translate("Pause", "Pause…"), translate("Pause", "Pause {vendor}")
        else:
            self._mark.set_shape(Shape.PAUSED)
            self.head.setText(paused_head(pause, title, self._shop, now))
            reason = reason_within(pause.reason, pause.text)
            line = translate("Pause", "Reason: {reason}. {orders}")
            self.line.setText(
                line.format(reason=reason, orders=what_becomes(rejects=pause.rejects))
            )
            text, name = translate("Pause", "Resume now"), translate("Pause", "Resume {vendor}")
        self.button.set_words(text, name=name.format(vendor=title))

    @Slot()
    def _on_acted(self) -> None:
        wanted = self.pause_wanted if self._pause is None else self.resume_wanted
        wanted.emit(self._vendor.name)


class RulesDialog(Dialog):
    """Pause and sold out, side by side.

    Thread: gui. Signals: `pause_wanted(vendor)`, `resume_wanted(vendor)`, `marked(command)`.
    """

    pause_wanted = Signal(str)
    resume_wanted = Signal(str)
    marked = Signal(object)

    def __init__(
        self, theme: Theme, shop: Shop, vendors: Sequence[VendorView], *, page: str = PAUSE
    ) -> None:
        """Make the dialog for `vendors`, those whose orders ring here."""
        super().__init__(theme, translate("Pause", "Pause and sold out"), width=800, height=660)
        self._rows: dict[str, VendorRow] = {}
        self.choice = Segments(
            theme,
            [
                Segment(PAUSE, translate("Pause", "Pause"), "pause"),
                Segment(SOLD_OUT, translate("Pause", "Sold out today"), "close"),
            ],
            name=translate("Pause", "What to do"),
            chosen=page,
        )
        self.sold_out = SoldOutPage(theme, shop.language)
        self._vendors = self._vendors_page(theme, shop, vendors)
        self.add_above(self.choice)
        self.add_above(self.sold_out.search)
        self.body.addWidget(self._vendors, 1)
        self.body.addWidget(self.sold_out, 1)
        self.choice.chosen.connect(self._on_page)
        self.sold_out.marked.connect(self.marked)
        self._on_page(page)

    def first_focus(self) -> QWidget | None:
        """Return the search, where there is one in sight."""
        return self.sold_out.search if self.choice.chosen_key() == SOLD_OUT else None

    def size_in(self, room: QSize) -> QSize:
        """Return the size; where a keyboard leaves little height the products have all of it."""
        self.choice.setVisible(room.height() >= self.theme.px(_LOW))
        return super().size_in(room)

    def show_pauses(self, pauses: Mapping[str, Pause], now: datetime) -> None:
        """Show which vendors are paused, and how long still."""
        for name, row in self._rows.items():
            row.show_pause(pauses.get(name), now)

    def show_sold_out(self, items: Sequence[SoldOut]) -> None:
        """Show what is sold out."""
        self.sold_out.show_items(items)

    def show_catalogue(self, entries: Sequence[CatalogueEntry]) -> None:
        """Offer the catalogue's products."""
        self.sold_out.show_catalogue(entries)

    def _vendors_page(self, theme: Theme, shop: Shop, vendors: Sequence[VendorView]) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        still = translate(
            "Pause",
            "While a vendor is paused customers can still order: Pult cannot close its shop.",
        )
        column.addWidget(Label(theme, still, "body", "ink2", wrap=True))
        for vendor in vendors:
            row = VendorRow(theme, shop, vendor)
            row.pause_wanted.connect(self.pause_wanted)
            row.resume_wanted.connect(self.resume_wanted)
            self._rows[vendor.name] = row
            column.addWidget(row)
        if not vendors:
            head = translate("Pause", "There is nobody to pause")
            line = translate("Pause", "No vendor sends orders to this till.")
            column.addWidget(EmptyState(theme, "pause", head, line), 1)
        column.addStretch(1)
        return page

    @Slot(str)
    def _on_page(self, key: str) -> None:
        self._vendors.setVisible(key == PAUSE)
        self.sold_out.setVisible(key == SOLD_OUT)
        self.sold_out.search.setVisible(key == SOLD_OUT)
