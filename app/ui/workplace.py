"""The screen at work: puts board, panel, pages and dialogs together and hands each its news."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain import news as said
from app.domain.practice import PRACTICE, practice_words
from app.domain.staff import GuardedAct
from app.domain.walkin import WALKIN, walkin_title
from app.ui.away import AwayPages
from app.ui.board.board import Board
from app.ui.catalogue_desk import CatalogueDesk
from app.ui.closing.desk import CLOSING, ClosingDesk
from app.ui.collect_desk import CollectDesk
from app.ui.dialogs import OrderDialogs
from app.ui.errands import Errands
from app.ui.fitting import Fitting
from app.ui.house.desk import HouseDesk
from app.ui.news_table import NewsTable
from app.ui.number_desk import NumberDesk
from app.ui.opened_order import OpenedOrder
from app.ui.osk.desk import KeyboardDesk
from app.ui.pages import Pages
from app.ui.panel import OrderPanel
from app.ui.panes import Panes
from app.ui.printers.desk import PrinterDesk
from app.ui.printers.template_desk import TemplateDesk
from app.ui.scan.scan_desk import ScanDesk
from app.ui.scan.scanner_offer import ScannerOffer
from app.ui.screen_facts import (
    asked_vendors,
    found_by_number,
    late_limits,
    shop_on_screen,
)
from app.ui.screen_settings import ScreenSettings
from app.ui.services import Services
from app.ui.settings_desk import SettingsDesk
from app.ui.settings_kit.draft import Draft
from app.ui.sound.bells import Bells
from app.ui.staff.guard import Guard, PinQuestions
from app.ui.staff.people_desk import PeopleDesk
from app.ui.stage import Stage
from app.ui.status.absence_desk import AbsenceDesk
from app.ui.status.banner_desk import BannerDesk
from app.ui.status.causes import Causes
from app.ui.status.lamp_desk import LampDesk
from app.ui.status.messages import Messages
from app.ui.status.settle_desk import SettleDesk
from app.ui.status.slip_desk import SlipDesk
from app.ui.status.sound_desk import SoundDesk, surroundings_of
from app.ui.status.undo_desk import UndoDesk
from app.ui.theme import Theme
from app.ui.update_desk import UpdateDesk
from app.ui.walkin.desk import WalkinDesk
from app.ui.ways import Ways
from app.ui.widgets import DialogLayer, FocusRing
from app.ui.wiring import wire
from app.ui.wording.figures import clock

CLOCK_MS = 1000


class Workplace(QObject):
    """Everything inside the window, in `root`; it can be used once all its parts are made.

    Thread: gui.
    """

    def __init__(
        self,
        theme: Theme,
        settings: ScreenSettings,
        root: QWidget,
        now: Callable[[], datetime],
        draft: Draft,
    ) -> None:
        """Get ready to fill `root`, part by part; the board is shown once there are services.

        `draft` has what was changed in Settings and is not saved yet.
        """
        super().__init__(root)
        self.root = root
        self._now = now
        self.errands = Errands(self)
        self._draft = draft
        self._guides = settings.guide
        self._parts = self._build(theme, settings)

    def make_part(self) -> bool:
        """Make the next part, a matter of some ms; return whether there are more to make."""
        return next(self._parts, False)

    def make(self) -> None:
        """Make all parts that are not made yet."""
        while self.make_part():
            pass

    def connect_services(self, services: Services) -> None:
        """Show the board: the till is open."""
        self.errands.connect_services(services)
        self.stage.set_open(True)
        self.away.watched.set_open(True)
        self.offer.set_open()
        self.catalogue.set_open()
        self.printers.set_open()
        self.template.set_open()
        if self._guides and "guide" not in self._draft.places:
            self.away.on_guide()
        self.bells.set_open()

    def take(self, news: said.News) -> None:
        """Hand one message of the core to whoever shows it; see `NewsTable`."""
        self._news.take(news)

    def is_free(self) -> bool:
        """Whether nobody is in the midst of something that another screen would break off."""
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        menu = QApplication.activePopupWidget() is not None
        return not (pressed or menu or self.scans.is_shown())

    def stop(self) -> None:
        """Let go of what runs beside the window."""
        self.bells.stop()

    # --- the parts --------------------------------------------------------------------------------

    def _build(self, theme: Theme, settings: ScreenSettings) -> Iterator[bool]:
        root, now, errands = self.root, self._now, self.errands
        shop, limits = shop_on_screen(settings), late_limits(settings)
        titles = {vendor.name: vendor.title for vendor in settings.vendors.values()}
        # What was keyed in here is no vendor's to be asked for, but has a name in every list.
        ours = {WALKIN: walkin_title(settings.language)}
        ours[PRACTICE] = practice_words(settings.language).title
        all_titles = {**titles, **ours}
        self.board = Board(theme, shop, limits=limits, now=now)
        yield True
        self.panel = OrderPanel(theme, shop, self._send_move, now=now, limits=limits)
        yield True
        self.stage = Stage(theme, settings, self.board, self.panel, now, root)
        yield True
        self.layer = DialogLayer(theme, root)
        self.pages = Pages(root, self.stage)
        self.pin_questions = PinQuestions()
        self.guard = Guard(
            theme, self.layer, errands.dispatch, now, settings.pin_for, self.pin_questions
        )
        self.people = PeopleDesk(
            theme,
            self.layer,
            self.stage.top,
            errands.dispatch,
            now,
            settings.pin_for,
            self.pin_questions,
            prints_badges=bool(settings.slip_printer),
        )
        self.opened = OpenedOrder(
            self.board,
            self.panel,
            self.layer,
            errands.dispatch,
            errands.show_order,
            leads_on=settings.after_move == "next",
            guard=self.guard,
        )
        self.opened.dialogs = OrderDialogs(theme, shop, self._send_move, self.layer)
        self.numbers = NumberDesk(
            theme, self.layer, self.board.orders, asked_vendors(settings), found_by_number(settings)
        )
        self.walkin = WalkinDesk(theme, self.layer, shop, errands, now)
        yield True
        self.messages = Messages(theme, self.stage.strip, self.layer, shop, all_titles)
        self.banners = BannerDesk(theme, self.stage.banners, self.layer)
        orders = self.board.orders
        self.lamps = LampDesk(theme, self.stage.lamps, self.layer, shop, now, orders)
        self.slips = SlipDesk(theme, self.layer, self.lamps.lamp, now, errands.dispatch)
        self.lamps.count_slips(self.slips.at)
        desks = (self.banners, self.lamps, self.slips, self.layer)
        self.causes = Causes(
            theme,
            *desks,
            shop,
            all_titles,
            errands.dispatch,
            guarded=partial(self.guard.ask, GuardedAct.SETTINGS),
        )
        self.lamps.expect(settings)
        yield True
        self.absence = AbsenceDesk(
            theme, self.banners, self.lamps, self.layer, shop, settings, errands.dispatch, now
        )
        self.house = HouseDesk(
            theme,
            self.layer,
            shop,
            settings.vendors,
            errands,
            (self.banners, self.lamps, self.walkin),
            now,
        )
        yield True
        self.settle = SettleDesk(theme, self.board, self.layer, shop, errands.dispatch, now)
        self.collect = CollectDesk(theme, self.board, self.layer, shop, errands.dispatch, now)
        self.scans = ScanDesk(theme, root, self.layer, shop, now)
        self.offer = ScannerOffer(
            theme,
            self.layer,
            shop,
            now,
            errands.on_scanner_kept,
            errands.dispatch,
            guarded=partial(self.guard.ask, GuardedAct.SETTINGS),
        )
        yield True
        self.settings = SettingsDesk(theme, self.layer, settings, errands, self._draft)
        self.printers = PrinterDesk(
            theme,
            self.layer,
            shop,
            settings,
            errands,
            lambda: self.template.template,
            self.settings,
            now,
        )
        self.template = TemplateDesk(
            theme, self.layer, errands, settings.template, self.printers.slip_printer
        )
        self.updates = UpdateDesk(theme, settings, errands, self)
        self.catalogue = CatalogueDesk(theme, self.layer, shop, errands, orders, now)
        yield True
        self.away = AwayPages(
            theme,
            shop,
            settings,
            all_titles,
            self.pages,
            errands.dispatch,
            now,
            self.settings,
            {
                "printers": self.printers.make_section,
                "slip": self.template.make_section,
                "catalogue": self.catalogue.make_section,
                "staff": self.people.make_section,
                "about": self.updates.make_section,
            },
        )
        self.updates.said.connect(self.away.on_update_said)
        self.closing = ClosingDesk(
            theme,
            self.layer,
            shop,
            all_titles,
            errands,
            self.causes,
            self.slips,
            self.stage.closed,
            now,
            guarded=partial(self.guard.ask, GuardedAct.CLOSING),
            has_drawer=any("drawer" in each.prints for each in settings.printers),
        )
        self.pages.add(CLOSING, self.closing.make_page)
        yield True
        self.bells = Bells(theme, root, settings.alarm, surroundings_of(self), now, shop)
        yield True
        self.sound = SoundDesk(theme, self, lambda: clock(now(), shop))
        self.keyboard = KeyboardDesk(theme, root, settings.language, settings.keyboard)
        self.undo = UndoDesk(self)
        self.ring = FocusRing(theme, root)
        yield True
        self.ways = Ways(self)
        self.panes = Panes(self)
        self.fitting = Fitting(self)
        wire(self, root)
        self._news = NewsTable(self, theme, root)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.on_clock)
        self._clock.start(CLOCK_MS)
        self.on_clock()
        yield True
        self.fitting.fit()
        self.stage.show()

    def _send_move(self, command: object) -> None:
        self.opened.send(command)

    # --- time -------------------------------------------------------------------------------------

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
