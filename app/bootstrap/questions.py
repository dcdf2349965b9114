"""Answers the screen's questions: look-ups at vendors, history from the store, test slips."""

from __future__ import annotations

import logging
import threading
from contextlib import closing

from app.bootstrap.books import BookQuestions
from app.bootstrap.catalogue import CatalogueQuestions
from app.bootstrap.device_questions import DeviceQuestions
from app.bootstrap.settings_questions import SettingsQuestions
from app.bootstrap.updates import UpdateQuestions
from app.bootstrap.vendor_test import told_of
from app.domain.device_news import SheetPrinted
from app.domain.errors import StoreError, VendorError
from app.domain.history import HistoryFound, HistorySearch
from app.domain.news import HistoryRead, News, Noticed, NumberMade, OrderShown
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrintOutcome
from app.domain.scan_news import LookUpAnswered
from app.domain.sheet import SheetKind
from app.ports.vendor import ProbeResult
from app.runtime.lanes import Lane
from app.runtime.till import Till
from app.ui.services import Services
from app.usecases.compose_test_slip import compose_test_slip
from app.usecases.desk import Desk
from app.usecases.look_up_problem import problem_data, problem_of
from app.usecases.situation import snapshot_of
from app.usecases.staff_list import names_by_id

_log = logging.getLogger(__name__)


class Questions:
    """What the screen asks that is not a command.

    Thread: gui for every question; the answers come through the relay. History has a lane and a
    connection of its own, which cannot write.
    """

    def __init__(
        self,
        till: Till,
        devices: DeviceQuestions,
        settings: SettingsQuestions,
        updates: UpdateQuestions,
    ) -> None:
        self._till = till
        self._devices = devices
        self._settings = settings
        self._updates = updates
        self._lane = Lane("history", till.core.report_fault)
        self._books = BookQuestions(till)
        self._catalogue = CatalogueQuestions(
            lambda: till.core.desk, till.core.relay, till.core.report_fault
        )
        self._newest = 0
        self._lock = threading.Lock()

    def services(self) -> Services:
        """Return the working till as the screen sees it."""
        return Services(
            dispatch=self._till.core.dispatch,
            look_up=self.look_up,
            test_connection=self.test_connection,
            test_slip=self.test_slip,
            make_number=self.make_number,
            read_history=self.read_history,
            show_order=self.show_order,
            catalogue=self._catalogue.services(),
            devices=self._devices.services(),
            books=self._books.services(),
            settings=self._settings.services(),
            updates=self._updates.services(),
        )

    def look_up(self, vendor: str, text: str) -> None:
        """Read an order by the vendor's own id."""
        self._till.inbox.look_up(vendor, text)

    def test_connection(self, vendor: str) -> None:
        """Ask the vendor without side effects; the lamp and the answer show it."""

        def done(result: ProbeResult) -> None:
            self._till.core.relay.publish(LookUpAnswered(vendor, "", data=told_of(result)))

        self._till.lanes[vendor].test(done)

    def make_number(self, vendor: str) -> None:
        """Have the vendor make an order number; once a press, never by itself."""
        lane, relay = self._till.lanes[vendor], self._till.core.relay

        def done(answer: str | VendorError) -> None:
            if isinstance(answer, VendorError):
                code, data = problem_of(answer).value, problem_data(answer)
                relay.publish(NumberMade(vendor, problem=code, data=data))
            else:
                relay.publish(NumberMade(vendor, answer))

        lane.look_up(lane.vendor.make_number, done)

    def test_slip(self, printer: str) -> None:
        """Print a slip that belongs to no order; the answer is SheetPrinted."""
        desk, relay = self._till.core.desk, self._till.core.relay

        def done(outcome: PrintOutcome) -> None:
            relay.publish(SheetPrinted(printer, SheetKind.TEST, outcome))

        self._till.devices.print_test(printer, compose_test_slip(desk.shop, desk.clock), done)

    def read_history(self, search: HistorySearch) -> None:
        """Search the orders; a newer question overtakes one that waits."""
        with self._lock:
            self._newest += 1
            mine = self._newest

        def read() -> None:
            with self._lock:
                if mine != self._newest:
                    return
            relay = self._till.core.relay
            try:
                with closing(self._till.core.desk.store.reader()) as reader:
                    found = reader.history(search)
            except StoreError as error:
                _log.error("%s", error, extra={"event": "history_not_read"})
                notice = Notice(NoticeCode.STORE_UNAVAILABLE, Tone.BAD)
                relay.publish(Noticed(notice, self._till.core.desk.clock.now()))
                found = HistoryFound()
            relay.publish(HistoryRead(search, found))

        self._lane.submit(read)

    def show_order(self, order_id: str) -> None:
        """Read one order with its events, on the board or not."""
        self._till.core.submit(lambda desk: _shown(order_id, desk))

    def close(self) -> bool:
        """Answer no more; return whether the lane has ended."""
        self._lane.close()
        ended = self._devices.close()
        ended = self._settings.close() and ended
        ended = self._updates.close() and ended
        ended = self._catalogue.close() and ended
        ended = self._books.close() and ended
        return self._lane.wait(500) and ended


def _shown(order_id: str, desk: Desk) -> list[News]:
    with desk.store.begin() as work:
        snapshot = snapshot_of(work.orders.get(order_id), work, desk)
        names = names_by_id(work)
    with closing(desk.store.reader()) as reader:
        events = tuple(reader.events(order_id))
    return [OrderShown(snapshot, events, names)]
