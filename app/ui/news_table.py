"""Who shows what: each message of the core is handed to the parts of the screen it concerns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain import book_news as books
from app.domain import catalogue_news as catalogue
from app.domain import device_news as devices
from app.domain import news as said
from app.domain import scan_news as scans
from app.domain import staff_news as staff
from app.domain.notice import NoticeCode
from app.domain.settings_news import SettingsKept, SetupCopied
from app.domain.update import UpdateChanged
from app.ui.fatal import FatalPage
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.workplace import Workplace


class NewsTable(QObject):
    """One row per kind of message. Thread: gui."""

    def __init__(self, place: Workplace, theme: Theme, root: QWidget) -> None:
        """Hand messages to the parts of `place`; a full stop covers `root`."""
        super().__init__(place)
        self._place = place
        self._theme = theme
        self._root = root
        self._rows = self._table()

    def take(self, news: said.News) -> None:
        """Hand one message to whoever shows it."""
        self._rows[type(news)](news)

    def _table(self) -> Mapping[type, Callable[[Any], None]]:
        return {
            said.OrdersChanged: self._orders_changed,
            said.Noticed: self._noticed,
            said.LampChanged: self._lamp_changed,
            scans.ScanAnswered: self._scan_answered,
            said.SlipQuestionsChanged: self._slip_questions,
            said.WaitingSlipsChanged: self._waiting_slips,
            said.PrinterWanted: _not_for_the_screen,
            said.DrawerWanted: _not_for_the_screen,
            said.BuzzerWanted: _not_for_the_screen,
            said.PausesChanged: self._place.house.pauses_changed,
            said.SoldOutChanged: self._place.house.sold_out_changed,
            said.QuarantineChanged: self._quarantine,
            said.NotInRegisterChanged: self._not_in_register,
            scans.LookUpAnswered: self._look_up_answered,
            scans.LookUpWanted: _not_for_the_screen,
            said.DueWanted: _not_for_the_screen,
            said.DueChecked: self._place.opened.due_checked,
            devices.PagesProven: self._place.printers.pages_proven,
            devices.SheetPrinted: self._sheet_printed,
            devices.SlipPreviewed: self._slip_previewed,
            devices.TemplateKept: self._place.template.template_kept,
            devices.PrinterFound: self._place.printers.printer_found,
            devices.PrinterSearchLooks: self._place.printers.search_looks,
            devices.PrinterSearchEnded: self._place.printers.search_ended,
            books.ClosedChanged: self._closed_changed,
            books.ShiftChanged: self._place.closing.shift_changed,
            books.TillMoneyRead: self._place.closing.money_read,
            books.BooksRead: self._place.closing.books_read,
            books.BooksWritten: self._place.closing.books_written,
            said.NumberMade: self._place.away.watched.number_made,
            scans.CardWaits: self._place.stage.card.show_card,
            said.AbsenceChanged: self._place.absence.absence_changed,
            said.ClockChanged: self._place.causes.clock_changed,
            said.ProblemsChanged: self._place.away.problems_changed,
            said.HistoryRead: self._place.away.history_read,
            said.OrderShown: self._order_shown,
            said.CommandRefused: self._command_refused,
            catalogue.CatalogueRead: self._catalogue_read,
            catalogue.CatalogueChanged: self._place.catalogue.catalogue_changed,
            catalogue.CatalogueFileRead: self._place.catalogue.file_read,
            catalogue.CatalogueWritten: self._place.catalogue.written,
            catalogue.FolderRead: self._place.catalogue.folder_read,
            devices.ScanSeen: self._scan_seen,
            devices.ScanUnderstood: self._place.away.watched.scan_seen,
            devices.PictureSeen: self._place.away.watched.picture_seen,
            devices.SpeedFound: self._place.away.watched.speed_found,
            devices.DeviceKept: self._device_kept,
            devices.ScannerOffered: self._place.offer.offered,
            staff.PinStanding: self._pin_standing,
            staff.PinAnswered: self._pin_answered,
            staff.PinHashWanted: _not_for_the_screen,
            staff.BadgeWanted: _not_for_the_screen,
            staff.StaffChanged: self._place.people.staff_changed,
            said.StoreFailed: self._store_failed,
            said.StoreWorks: self._store_works,
            said.CallbacksCome: self._callbacks_come,
            SettingsKept: self._settings_kept,
            SetupCopied: self._place.settings.setup_copied,
            UpdateChanged: self._place.updates.update_changed,
        }

    def _orders_changed(self, news: said.OrdersChanged) -> None:
        self._place.board.show_orders(news.orders)
        self._place.opened.orders_changed(news.orders)
        self._place.messages.orders_changed(news.orders)
        self._place.bells.orders_changed(news)
        self._place.numbers.orders_changed()
        self._place.walkin.orders_changed(news.orders)
        self._place.away.orders_changed(news.orders)
        self._place.settle.orders_changed(news.orders)
        self._place.closing.orders_changed(news.orders)
        self._place.collect.orders_changed()
        self._place.catalogue.orders_changed()
        self._place.lamps.orders_changed()

    def _noticed(self, news: said.Noticed) -> None:
        self._place.messages.notice(news)
        if news.notice.code is NoticeCode.CALLBACKS_FAIL and not news.notice.vendor:
            self._place.causes.callbacks_fail(news.notice.data.get("detail", ""))

    def _lamp_changed(self, news: said.LampChanged) -> None:
        self._place.lamps.lamp_changed(news.lamp)
        self._place.messages.lamp_changed(news.lamp)
        self._place.away.lamp_changed(news.lamp)
        self._place.printers.lamp_changed(news.lamp)

    def _sheet_printed(self, news: devices.SheetPrinted) -> None:
        self._place.lamps.sheet_printed(news)
        self._place.printers.sheet_printed(news)
        self._place.closing.sheet_printed(news)

    def _closed_changed(self, news: books.ClosedChanged) -> None:
        self._place.closing.closed(news)
        self._place.bells.set_closed(closed=news.since is not None)

    def _slip_questions(self, news: said.SlipQuestionsChanged) -> None:
        self._place.causes.slip_questions(news)
        self._place.closing.lists_changed()

    def _quarantine(self, news: said.QuarantineChanged) -> None:
        self._place.causes.quarantine(news)
        self._place.closing.lists_changed()

    def _not_in_register(self, news: said.NotInRegisterChanged) -> None:
        self._place.causes.not_in_register(news)
        self._place.closing.lists_changed()

    def _slip_previewed(self, news: devices.SlipPreviewed) -> None:
        self._place.printers.slip_previewed(news)
        self._place.template.slip_previewed(news)

    def _scan_seen(self, news: devices.ScanSeen) -> None:
        self._place.away.watched.scan_seen(news)
        self._place.offer.scan_seen(news)

    def _device_kept(self, news: devices.DeviceKept) -> None:
        self._place.offer.device_kept(news)
        self._place.away.watched.device_kept(news)
        self._place.printers.device_kept(news)

    def _look_up_answered(self, news: scans.LookUpAnswered) -> None:
        self._place.numbers.answered(news)
        self._place.lamps.answered(news)
        self._place.away.watched.answered(news)

    def _order_shown(self, news: said.OrderShown) -> None:
        self._place.opened.order_shown(news)
        self._place.away.order_shown(news)
        self._place.closing.order_shown(news)

    def _scan_answered(self, news: scans.ScanAnswered) -> None:
        if self._place.away.watched.takes(news):
            self._place.scans.sound_alone()
            return
        self._place.scans.answer(news, taken=self._place.walkin.takes(news))
        self._place.away.watched.scan_answered(news)
        self._place.catalogue.scanned(news)

    def _command_refused(self, news: said.CommandRefused) -> None:
        self._place.opened.command_refused(news)
        self._place.guard.command_refused(news)
        self._place.people.command_refused(news)
        self._place.catalogue.command_refused(news)
        self._place.walkin.command_refused(news)
        self._place.scans.command_refused(news)
        self._place.house.command_refused(news)

    def _catalogue_read(self, news: catalogue.CatalogueRead) -> None:
        self._place.catalogue.catalogue_read(news)
        self._place.walkin.catalogue_read(news)
        self._place.house.catalogue_read(news)
        self._place.settings.catalogue_read(news)

    def _waiting_slips(self, news: said.WaitingSlipsChanged) -> None:
        self._place.slips.slips_changed(news)
        self._place.printers.slips_changed(news)
        self._place.lamps.slips_changed()
        self._place.causes.on_lamps_changed()
        self._place.closing.lists_changed()

    def _settings_kept(self, news: SettingsKept) -> None:
        self._place.settings.settings_kept(news)
        if "staff.pin_for" in news.values:
            self._place.people.settings_kept(news)

    def _pin_standing(self, news: staff.PinStanding) -> None:
        self._place.guard.standing(news)
        self._place.people.pin_standing(news)

    def _pin_answered(self, news: staff.PinAnswered) -> None:
        self._place.guard.answered(news)
        self._place.people.pin_answered(news)

    def _store_failed(self, news: said.StoreFailed) -> None:
        if not news.corrupt:
            self._place.causes.store_failed(news)
            return
        head = self.tr("Pult has stopped: its file is damaged")
        lines = (
            self.tr("Nothing more is written, so that what is there can be saved."),
            self.tr("Take orders on the vendors' own devices. Do not start Pult again."),
        )
        FatalPage(self._theme, head, lines, news.detail, self._root)

    def _store_works(self, _news: said.StoreWorks) -> None:
        self._place.causes.store_works()
        self._place.messages.store_works()

    def _callbacks_come(self, _news: said.CallbacksCome) -> None:
        self._place.causes.callbacks_come()


def _not_for_the_screen(_news: said.News) -> None:
    """Let pass what the lanes of vendors and printers are told."""
