"""The window: puts board, panel, pages and dialogs together and hands each its news."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, QTimer, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QKeySequence,
    QRegion,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from app.domain import news as said
from app.domain.notice import NoticeCode
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ui.away import AwayPages
from app.ui.board.board import Board
from app.ui.board.column import utc_now
from app.ui.dialogs import OrderDialogs
from app.ui.fatal import FatalPage
from app.ui.number_desk import NumberDesk
from app.ui.opened_order import OpenedOrder
from app.ui.pages import Pages
from app.ui.panel import OrderPanel
from app.ui.relay import Relay
from app.ui.scan.scan_desk import ScanDesk
from app.ui.services import ScreenSettings, Services
from app.ui.sound.alarm import Alarm
from app.ui.sound.flash import Flash
from app.ui.sound.player import Sound, SoundPlayer
from app.ui.stage import Stage
from app.ui.status.banner_desk import BannerDesk
from app.ui.status.causes import Causes
from app.ui.status.lamp_desk import LampDesk
from app.ui.status.messages import Messages
from app.ui.theme import Theme
from app.ui.widgets import DialogLayer, FocusRing
from app.ui.wording.scan import TAKE_PAYMENT, UNDO
from app.usecases.desk import Shop
from app.usecases.handle_scan import HandleScan
from app.usecases.undo_move import UndoMove

if TYPE_CHECKING:
    from app.ui.demo import DemoWindow
    from app.ui.demo.demo_desk import DemoDesk

CLOCK_MS = 1000


class MainWindow(QMainWindow):
    """Pult's one window; it shows that the till is being opened until it is given the services.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        relay: Relay,
        settings: ScreenSettings,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Make the window; news arrive through `relay` from now on."""
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._now = now
        self._services: Services | None = None
        self._demo: DemoDesk | None = None
        self.setWindowTitle("Pult")
        self.setAccessibleName("Pult")
        self._root = QWidget(self)
        self.setCentralWidget(self._root)
        self._build(theme, settings)
        self._connect()
        self._handlers = self._news_handlers()
        relay.news_published.connect(self.on_news)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.on_clock)
        self._clock.start(CLOCK_MS)
        self.on_clock()
        self.resize(self._first_size())

    def _build(self, theme: Theme, settings: ScreenSettings) -> None:
        shop = Shop(
            till_name=settings.till_name,
            language=settings.language,
            timezone=settings.timezone,
            undo_seconds=settings.undo_seconds,
            slip_printer=settings.slip_printer,
        )
        limits = {
            OrderState.NEW: settings.new_minutes,
            OrderState.PREPARING: settings.preparing_minutes,
            OrderState.READY: settings.ready_minutes,
        }
        titles = {vendor.name: vendor.title for vendor in settings.vendors.values()}
        self.board = Board(theme, shop, limits=limits, now=self._now)
        self.panel = OrderPanel(theme, shop, self._send_move, now=self._now, limits=limits)
        self.stage = Stage(theme, settings, self.board, self.panel, self._now, self._root)
        self.layer = DialogLayer(theme, self._root)
        self.pages = Pages(self._root, self.stage)
        self.opened = OpenedOrder(
            self.board,
            self.panel,
            self.layer,
            self.dispatch,
            self._show_order,
            leads_on=settings.after_move == "next",
        )
        self.opened.dialogs = OrderDialogs(theme, shop, self._send_move, self.layer)
        self.numbers = NumberDesk(theme, self.layer, self.board.orders, titles)
        self.messages = Messages(theme, self.stage.strip, self.layer, shop, titles)
        self.banners = BannerDesk(theme, self.stage.banners, self.layer)
        self.lamps = LampDesk(theme, self.stage.lamps, self.layer, shop, self._now)
        self.causes = Causes(
            theme,
            self.banners,
            self.lamps,
            self.layer,
            shop,
            titles,
            self.board.orders,
            self.dispatch,
        )
        self.lamps.expect(settings)
        self.scans = ScanDesk(theme, self._root, self.layer, shop, self._now)
        self.away = AwayPages(theme, shop, settings, titles, self.pages, self.dispatch, self._now)
        self.alarm = Alarm(self)
        self.player = SoundPlayer(self)
        self.flash = Flash(theme, self._root)
        self.ring = FocusRing(theme, self._root)

    def _connect(self) -> None:
        stage = self.stage
        stage.placed.connect(self.on_placed)
        self.pages.turned.connect(self.on_placed)
        self.opened.changed.connect(stage.on_room_changed)
        self.opened.opened.connect(self.alarm.on_person_there)
        self.banners.changed.connect(stage.on_room_changed)
        self.board.counted.connect(self.on_counted)
        self.messages.undo_pressed.connect(self.on_undo)
        self.messages.order_wanted.connect(self.on_order_wanted)
        self.lamps.test_wanted.connect(self.on_test_wanted)
        stage.kept.taken.connect(self.on_kept_taken)
        self.scans.kept.connect(stage.kept.keep)
        self.scans.order_scanned.connect(self.on_order_scanned)
        self.scans.said.connect(self.messages.on_said)
        self.scans.sounded.connect(self.on_scan_sounded)
        self.scans.button_pressed.connect(self.on_answer_button)
        self.away.test_wanted.connect(self.on_test_wanted)
        self.away.rows_wanted.connect(self.on_rows_wanted)
        self.away.order_wanted.connect(self.on_shown_wanted)
        self.away.board_wanted.connect(self.on_order_wanted)
        self.numbers.order_chosen.connect(self.on_order_wanted)
        self.numbers.look_up_wanted.connect(self.on_look_up_wanted)
        stage.top.order_number_pressed.connect(self.numbers.on_wanted)
        stage.top.search_pressed.connect(self.away.on_search)
        stage.top.history_pressed.connect(self.away.on_history)
        stage.top.settings_pressed.connect(self.away.on_settings)
        self.alarm.rang.connect(self.on_rang)
        self.player.silent.connect(self.on_silent)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.on_escape)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.on_quit)

    def _first_size(self) -> QSize:
        """Return 1280 by 800 design px, or what the screen has room for."""
        wanted = QSize(self._theme.px(1280), self._theme.px(800))
        return wanted.boundedTo(self.screen().availableGeometry().size())

    # --- what the program calls -------------------------------------------------------------------

    def connect_services(self, services: Services) -> None:
        """Show the board: the till is open."""
        self._services = services
        self.stage.set_open(True)
        self.away.set_open()

    def show_fatal(self, reason: str) -> None:
        """Say over the whole window that the orders cannot be opened; Pult ends soon after."""
        head = self.tr("Pult cannot open its orders")
        lines = (
            self.tr("Nothing was changed. The orders are kept as they were left."),
            self.tr("Take new orders on the vendors' own devices, and call whoever sees to Pult."),
        )
        FatalPage(self._theme, head, lines, reason, self._root)

    def add_demo(self, window: DemoWindow) -> None:
        """Show the demo's window whenever the board is free."""
        from app.ui.demo.demo_desk import DemoDesk

        self._demo = DemoDesk(window, self, self.panel, self.stage, self.layer, self.pages)

    # --- news -------------------------------------------------------------------------------------

    @Slot(object)
    def on_news(self, news: said.News) -> None:
        """Hand one message of the core to whoever shows it."""
        self._handlers[type(news)](news)

    def _news_handlers(self) -> Mapping[type, Callable[[Any], None]]:
        return {
            said.OrdersChanged: self._orders_changed,
            said.Noticed: self._noticed,
            said.LampChanged: self._lamp_changed,
            said.ScanAnswered: self._scan_answered,
            said.SlipQuestionsChanged: self.causes.slip_questions,
            said.QuarantineChanged: self.causes.quarantine,
            said.LookUpAnswered: self._look_up_answered,
            said.HistoryRead: self.away.history_read,
            said.OrderShown: self._order_shown,
            said.CommandRefused: self.opened.command_refused,
            said.StoreFailed: self._store_failed,
            said.StoreWorks: self._store_works,
        }

    def _orders_changed(self, news: said.OrdersChanged) -> None:
        self.board.show_orders(news.orders)
        self.opened.orders_changed(news.orders)
        self.messages.orders_changed(news.orders)
        self.alarm.orders_changed(news)
        self.numbers.orders_changed()
        self.away.orders_changed(news.orders)
        self.causes.orders_changed()

    def _noticed(self, news: said.Noticed) -> None:
        self.messages.notice(news)
        if news.notice.code is NoticeCode.CALLBACKS_FAIL and not news.notice.vendor:
            self.causes.callbacks_fail(news.notice.data.get("detail", ""))

    def _lamp_changed(self, news: said.LampChanged) -> None:
        self.lamps.lamp_changed(news.lamp)
        self.away.lamp_changed(news.lamp)

    def _look_up_answered(self, news: said.LookUpAnswered) -> None:
        self.numbers.answered(news)
        self.lamps.answered(news)
        self.away.answered(news)

    def _order_shown(self, news: said.OrderShown) -> None:
        self.opened.order_shown(news)
        self.away.order_shown(news)

    def _scan_answered(self, news: said.ScanAnswered) -> None:
        self.scans.answer(news)
        self.away.scan_answered(news)

    def _store_failed(self, news: said.StoreFailed) -> None:
        if not news.corrupt:
            self.causes.store_failed(news)
            return
        head = self.tr("Pult has stopped: its file is damaged")
        lines = (
            self.tr("Nothing more is written, so that what is there can be saved."),
            self.tr("Take orders on the vendors' own devices. Do not start Pult again."),
        )
        FatalPage(self._theme, head, lines, news.detail, self._root)

    def _store_works(self, _news: said.StoreWorks) -> None:
        self.causes.store_works()

    # --- what staff do ----------------------------------------------------------------------------

    def dispatch(self, command: object) -> None:
        """Send a command to the core; before the till is open there is none."""
        if self._services is not None:
            self._services.dispatch(command)

    def _send_move(self, command: object) -> None:
        self.opened.send(command)

    def _show_order(self, order_id: str) -> None:
        if self._services is not None:
            self._services.show_order(order_id)

    @Slot(str, object)
    def on_rows_wanted(self, text: str, since: datetime | None) -> None:
        """Search the orders."""
        if self._services is not None:
            self._services.read_history(text, since)

    @Slot(str, str)
    def on_look_up_wanted(self, vendor: str, text: str) -> None:
        """Ask a vendor for one of its ids."""
        if self._services is not None:
            self._services.look_up(vendor, text)

    @Slot(str)
    def on_shown_wanted(self, order_id: str) -> None:
        """Read one order with its events."""
        self._show_order(order_id)

    @Slot(str)
    def on_undo(self, order_id: str) -> None:
        """Take a move back."""
        self.dispatch(UndoMove(order_id))

    @Slot(str)
    def on_order_wanted(self, order_id: str) -> None:
        """Open the order a message is about."""
        self.pages.turn_to("")
        self.opened.open(order_id)

    @Slot(object)
    def on_order_scanned(self, snapshot: OrderSnapshot) -> None:
        """Open the order whose slip was scanned."""
        self.opened.show(snapshot)
        if self.pages.key != "settings":
            self.pages.turn_to("")

    @Slot(str, object)
    def on_answer_button(self, key: str, answered: said.ScanAnswered) -> None:
        """Do what the button of a scan's answer says."""
        order = answered.order
        if order is None:
            return
        if key == UNDO:
            self.dispatch(UndoMove(order.order.id))
            return
        self.on_order_wanted(order.order.id)
        if key == TAKE_PAYMENT:
            self.opened.on_dialog_wanted(Move.TAKE_PAYMENT, order)

    @Slot(str)
    def on_kept_taken(self, text: str) -> None:
        """Take up a slip that was scanned during a payment."""
        self.dispatch(HandleScan(text, again=True))

    @Slot(str, str)
    def on_test_wanted(self, kind: str, name: str) -> None:
        """Test a vendor's connection or a printer."""
        if self._services is None:
            return
        if kind == said.LampKind.VENDOR.value:
            self._services.test_connection(name)
        else:
            self._services.test_slip(name)

    @Slot()
    def on_escape(self) -> None:
        """End what lies on top: answer, dialog, page, panel."""
        if self.scans.is_shown():
            self.scans.end()
        elif self.layer.dialog is not None:
            self.layer.close()
        elif self.pages.key:
            self.pages.turn_to("")
        else:
            self.opened.close()

    # --- time, sound, size ------------------------------------------------------------------------

    @Slot()
    def on_clock(self) -> None:
        """Bring the clock and the panel's age up to date."""
        self.stage.show_clock()
        self.pages.show_time(self.stage.top.clock.text())
        self.panel.refresh_age()

    @Slot(int)
    def on_counted(self, count: int) -> None:
        """Say on the pages how many new orders wait."""
        self.pages.show_new_orders(count)

    @Slot()
    def on_rang(self) -> None:
        """Ring for a new order."""
        self.player.play(Sound.NEW_ORDER)

    @Slot(bool)
    def on_scan_sounded(self, good: bool) -> None:
        """Let a scan be heard."""
        self.player.play(Sound.SCAN_GOOD if good else Sound.SCAN_BAD)

    @Slot(object)
    def on_silent(self, sound: Sound) -> None:
        """Flash where the alarm cannot be heard."""
        if sound is Sound.NEW_ORDER:
            self.flash.flash()

    @Slot()
    def on_placed(self) -> None:
        """Tell the dialogs where they lie."""
        places = self.stage.places
        if places is None:
            return
        veiled, area = places.veiled, places.dialogs
        if self.pages.key:
            veiled, area = QRegion(self._root.rect()), self._root.rect()
        self.layer.set_areas(veiled, area)

    @Slot()
    def on_quit(self) -> None:
        """Let go of what runs beside the window."""
        self.player.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the demo's window along."""
        self.on_quit()
        if self._demo is not None:
            self._demo.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit board, page and scan answer to the window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.pages.fit(self._root.rect())
        self.scans.fit()
        self.banners.set_most(1 if self.stage.is_low else 2)
        self.on_placed()
