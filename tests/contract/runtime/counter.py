"""A till without a window: real store, real HTTP, real printer and scanner lines, and a notepad
where the screen would be."""

from __future__ import annotations

import json
import shutil
import threading
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from app.bootstrap.adapters import Adapters, open_adapters
from app.bootstrap.callbacks import CallbackDoor
from app.domain.lamp import Lamp
from app.domain.news import (
    CommandRefused,
    LampChanged,
    News,
    Noticed,
    OrdersChanged,
    QuarantineChanged,
    SlipQuestionsChanged,
    StoreFailed,
    StoreWorks,
)
from app.domain.notice import Notice, NoticeCode
from app.domain.open_questions import Quarantined, SlipQuestion
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.scan_news import LookUpAnswered, ScanAnswered
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Move, OrderState
from app.ports.relay import RelayPort
from app.runtime.till import Till
from app.settings.load import load_settings
from app.settings.settings import Settings
from app.simulators.cheers import CheersSimulator
from app.store.sqlite import SqliteStore
from app.usecases.accept_order import AcceptOrder
from app.usecases.move_order import MoveOrder
from app.usecases.receive_payment import ReceivePayment
from app.vendors._registry import InstalledVendors
from tests.free_port import free_port
from tests.patience import PATIENCE
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

Found = TypeVar("Found")


class Screen(RelayPort):
    """Notes all news; every wait has a deadline and says what it waited for."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.news: list[News] = []
        self.orders: dict[str, OrderSnapshot] = {}
        self.lamps: dict[str, Lamp] = {}
        self.questions: tuple[SlipQuestion, ...] = ()
        self.quarantine: tuple[Quarantined, ...] = ()
        self.store_works = True

    def publish(self, news: News) -> None:
        with self._changed:
            self.news.append(news)
            self._note(news)
            self._changed.notify_all()

    def _note(self, news: News) -> None:
        match news:
            case OrdersChanged(orders):
                self.orders |= {one.order.vendor_order_id: one for one in orders}
            case LampChanged(lamp):
                self.lamps[lamp.name] = lamp
            case SlipQuestionsChanged(questions):
                self.questions = questions
            case QuarantineChanged(entries):
                self.quarantine = entries
            case StoreFailed():
                self.store_works = False
            case StoreWorks():
                self.store_works = True

    def wait(self, come: Callable[[], Found], what: str, timeout: float = PATIENCE) -> Found:
        with self._changed:
            found = self._changed.wait_for(come, timeout)
            if not found:
                raise AssertionError(f"waited {timeout:g} s in vain for {what}: {self._told()}")
            return found

    def _told(self) -> str:
        orders = [f"{one.order.number} {one.order.state} {one.syncs}" for one in self.all()]
        return f"{orders}, {[str(lamp.word) for lamp in self.lamps.values()]}"

    def all(self) -> list[OrderSnapshot]:
        return list(self.orders.values())

    def order(self, vendor_order_id: str, timeout: float = PATIENCE) -> OrderSnapshot:
        known = self.orders.get
        return (
            self.wait(lambda: known(vendor_order_id), "the order on the board", timeout)
            or (self.orders[vendor_order_id])
        )

    def wait_for_state(self, ids: str | Iterable[str], state: OrderState) -> None:
        wanted = [ids] if isinstance(ids, str) else list(ids)
        self.wait(
            lambda: (
                all(one in self.orders for one in wanted)
                and all(self.orders[one].order.state is state for one in wanted)
            ),
            f"{state} of {len(wanted)}",
        )

    def wait_for_lamp(self, name: str, word: str, timeout: float = PATIENCE) -> Lamp:
        """Wait until a lamp says a word that stays; gives the lamp as it was then."""

        def look() -> Lamp | None:
            lamp = self.lamps.get(name)
            return lamp if lamp is not None and lamp.word == word else None

        lamp = self.wait(look, word, timeout)
        assert lamp is not None
        return lamp

    def notices(self, code: NoticeCode) -> list[Notice]:
        return [
            news.notice
            for news in list(self.news)
            if isinstance(news, Noticed) and news.notice.code is code
        ]

    def wait_for_notice(self, code: NoticeCode) -> Notice:
        return self.wait(lambda: self.notices(code), code)[-1]

    def of(self, kind: type[Any]) -> list[Any]:
        return [news for news in list(self.news) if isinstance(news, kind)]

    @property
    def scans(self) -> list[ScanAnswered]:
        return self.of(ScanAnswered)

    @property
    def look_ups(self) -> list[LookUpAnswered]:
        return self.of(LookUpAnswered)

    @property
    def refused(self) -> list[CommandRefused]:
        return self.of(CommandRefused)


class Counter:
    """One counter: its settings, its running till, and what staff do there.

    Tables given by name are merged into the settings: `till={"undo_seconds": 5}`,
    `cheers={"refresh_seconds": 1}`, `printer={"answer_seconds": 5}`; any other name is a further
    vendor's: `loke={"enabled": True}`.
    """

    def __init__(
        self,
        folder: Path,
        cheers: CheersSimulator,
        printer: PrinterSink | None = None,
        scanner: PtyLine | None = None,
        /,
        **tables: dict[str, Any],
    ) -> None:
        self.folder = folder
        self.cheers = cheers
        self.port = free_port()
        self.screen = Screen()
        self.till: Till | None = None
        self.door: CallbackDoor | None = None
        self.adapters: Adapters | None = None
        self.settings: Settings | None = None
        self._settings: dict[str, Any] = {
            "till": {"data_dir": str(folder / "data"), "undo_seconds": 0},
            "callbacks": {"port": self.port},
            "vendors": {
                "cheers": {
                    "enabled": True,
                    "base_url": cheers.base_url,
                    "api_key": cheers.api_key,
                    "refresh_seconds": 30,
                }
            },
            "printers": [],
            "scanners": [],
            "staff": {},
        }
        if printer is not None:
            self.add_printer("counter", printer, **tables.pop("printer", {}))
        if scanner is not None:
            self._settings["scanners"].append({"name": "till scanner", "port": scanner.port})
        for name, table in tables.items():
            place = self._settings if name in self._settings else self._settings["vendors"]
            place[name] = place.get(name, {}) | table

    def add_printer(self, name: str, sink: PrinterSink, **fields: Any) -> None:
        """Set one more printer up, before the till is opened."""
        given = {"name": name, "host": "127.0.0.1", "port": sink.port}
        quick = {"connect_seconds": 1, "write_seconds": 2, "answer_seconds": 1}
        self._settings["printers"].append(given | quick | fields)

    @property
    def callback_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/callbacks/cheers"

    @property
    def store_file(self) -> Path:
        return Path(self._settings["till"]["data_dir"]) / "pult.sqlite3"

    def open(self, *, busy_seconds: float | None = None) -> Till:
        """Open the till as the program does; `busy_seconds` is the store's patience."""
        plugins = InstalledVendors()
        settings = load_settings(
            self._file(),
            vendor_models={name: plugin.settings_model for name, plugin in plugins.items()},
            environ={},
        )
        self.settings = settings
        adapters = open_adapters(settings, plugins, dispatch=self.dispatch)
        if busy_seconds is not None:
            adapters.desk.store.close()
            store = SqliteStore(settings.store_file, busy_seconds=busy_seconds)
            adapters = replace(adapters, desk=replace(adapters.desk, store=store))
        self.adapters = adapters
        self.till = Till(
            adapters.desk,
            self.screen,
            vendors=adapters.vendors,
            printers=adapters.printers,
            scanners=adapters.scanners,
            refresh_seconds=adapters.refresh_seconds,
        )
        self.till.start()
        self.door = CallbackDoor(settings.callbacks, adapters.callbacks, self.till)
        self.door.open()
        self.cheers.callback_url = self.callback_url
        return self.till

    def close(self, seconds: float = 4.5) -> bool:
        """End as the program does."""
        ended = True
        if self.door is not None:
            ended = self.door.close(seconds / 2)
        if self.till is not None:
            ended = self.till.stop(seconds) and ended
        if self.adapters is not None:
            self.adapters.desk.store.close()
        self.door = self.till = self.adapters = None
        return ended

    def as_after_a_power_cut(self, folder: Path) -> Counter:
        """Give a counter on a copy of the store's files as they are on disk now."""
        shutil.copytree(self.store_file.parent, folder / "data")
        again = Counter(folder, self.cheers)
        again._settings = {**self._settings, "callbacks": {"port": again.port}}
        again._settings["till"] = {**self._settings["till"], "data_dir": str(folder / "data")}
        return again

    def dispatch(self, command: object) -> None:
        assert self.till is not None
        self.till.core.dispatch(command)

    # --- what staff do -----------------------------------------------------------------------

    def id_of(self, vendor_order_id: str) -> str:
        return self.screen.order(vendor_order_id).order.id

    def accept(self, vendor_order_id: str) -> None:
        self.dispatch(AcceptOrder(self.id_of(vendor_order_id)))

    def move(self, vendor_order_id: str, move: Move) -> None:
        self.dispatch(MoveOrder(self.id_of(vendor_order_id), move))

    def take_cash(self, vendor_order_id: str) -> None:
        order = self.screen.order(vendor_order_id).order
        parts = (PaymentPart(PaymentMethod.CASH, order.due),)
        self.dispatch(ReceivePayment(order.id, order.due, parts))

    def accepted(self, **fields: Any) -> str:
        """Have an order placed and accepted; give the vendor's id."""
        order_id = self.cheers.place_order(**fields)
        self.accept(order_id)
        self.screen.wait_for_state(order_id, OrderState.PREPARING)
        return order_id

    def _file(self) -> Path:
        lines = []
        flat = {key: self._settings[key] for key in ("till", "callbacks", "staff")}
        flat |= {f"vendors.{name}": table for name, table in self._settings["vendors"].items()}
        for name, table in flat.items():
            lines += [f"[{name}]", *(f"{key} = {_toml(value)}" for key, value in table.items())]
        for kind in ("printers", "scanners"):
            for entry in self._settings[kind]:
                lines += [f"[[{kind}]]", *(f"{k} = {_toml(v)}" for k, v in entry.items())]
        text = "\n".join(lines) + "\n"
        tomllib.loads(text)
        file = self.folder / "pult.toml"
        file.write_text(text, "utf-8")
        return file


def _toml(value: Any) -> str:
    # A JSON string, number, truth value or list of ASCII letters is one of TOML too.
    return json.dumps(value)
