"""A believable quarter of an hour at a bar: what stands on the board at `NOW`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any

from app.domain.basket import Delivery, DeliveryKind
from app.domain.events import Event, EventKind
from app.domain.history import HistoryFound, HistoryRow
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import WaitingSlipsChanged
from app.domain.open_questions import SlipQuestion, WaitingSlip
from app.domain.order import Order
from app.domain.printing import PrinterWord
from app.domain.product import Product
from app.domain.push import PushKind, PushState
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Attention, EndedBy, JobState, OrderState, PaymentState
from app.ui.entrance import Welcome
from app.ui.screen_settings import DeviceView, ScreenSettings, VendorView
from app.ui.services import (
    BookServices,
    CatalogueServices,
    DeviceServices,
    Services,
    SettingsServices,
    UpdateServices,
)
from tests.builders import a_basket, a_customer, a_job, a_line, a_push, an_order, at, huf
from tests.ui.books import TITLES, a_book
from tests.ui.snapshots import CHEERS, a_slip_standing, a_snapshot, the_lager, the_pretzel

NOW = at(24)
SETTINGS = ScreenSettings(
    vendors={"cheers": VendorView("cheers", "Cheers", "C", "https://api.uniqpon.com", CHEERS)},
    printers=(DeviceView("counter", "network", "192.0.2.10:9100"),),
    scanners=(DeviceView("till scanner", "serial", "/dev/ttyACM0"),),
    slip_printer="counter",
    book=a_book(),
    vendor_titles=TITLES,
)
LAMPS = (
    Lamp(LampKind.VENDOR, "cheers", "Cheers", "connected", LampTone.OK, at(23.93), at(22)),
    Lamp(LampKind.PRINTER, "counter", "counter", "ready", LampTone.OK, at(21)),
    Lamp(LampKind.SCANNER, "till scanner", "till scanner", "ready", LampTone.OK, at(20)),
)
PAPER_OUT = Lamp(
    LampKind.PRINTER, "counter", "counter", "paper out", LampTone.BAD, at(23.5), since=at(20)
)


def welcome(settings: ScreenSettings) -> Welcome:
    """What the window is told of these settings before it is seen."""
    return Welcome(settings.till_name, settings.timezone, settings.language, settings.kiosk)


class Recorder:
    """Takes what the screen asks of the till, in order."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def services(self) -> Services:
        return Services(
            dispatch=self.asked.append,
            look_up=self._take("look_up"),
            test_connection=self._take("test_connection"),
            test_slip=self._take("test_slip"),
            make_number=self._take("make_number"),
            read_history=self._take("read_history"),
            show_order=self._take("show_order"),
            catalogue=CatalogueServices(
                read=self._take("read_catalogue"),
                read_file=self._take("read_catalogue_file"),
                write_file=self._take("write_catalogue_file"),
                read_folder=self._take("read_folder"),
            ),
            devices=DeviceServices(
                **{each.name: self._take(each.name) for each in fields(DeviceServices)}
            ),
            books=BookServices(
                read_money=self._take("read_money"),
                read=self._take("read_books"),
                print_sheet=self._take("print_books"),
                write_file=self._take("write_books"),
            ),
            settings=SettingsServices(
                keep=self._take("keep_settings"),
                **{
                    each.name: self._take(each.name)
                    for each in fields(SettingsServices)
                    if each.name != "keep"
                },
            ),
            updates=UpdateServices(
                **{each.name: self._take(f"{each.name}_update") for each in fields(UpdateServices)}
            ),
        )

    def of(self, kind: type | str) -> list[Any]:
        """Give the commands of one class, or the arguments of one question."""
        if isinstance(kind, str):
            return [ask[1:] for ask in self.asked if isinstance(ask, tuple) and ask[0] == kind]
        return [ask for ask in self.asked if isinstance(ask, kind)]

    def _take(self, name: str) -> Callable[..., None]:
        def take(*values: object) -> None:
            self.asked.append((name, *values))

        return take


def simple(number: int, minutes: float, *, name: str = "", **changes: Any) -> Order:
    """Give an order that has stood in its column for so many minutes."""
    state: OrderState = changes.get("state", OrderState.NEW)
    since = at(24 - minutes)
    times: dict[str, datetime] = {"placed_at": since, "received_at": since}
    if state is not OrderState.NEW:
        times["accepted_at"] = since
    if state is OrderState.READY:
        times["ready_at"] = since
    given: dict[str, Any] = {"opened": True, "customer": a_customer(name=name, phone="")}
    return an_order(f"order-{number}", **(given | times | changes))


def lines(*named: tuple[int, str, int]) -> Any:
    """Give a basket of (quantity, name, price)."""
    return a_basket(*(a_line(name, price, quantity=count) for count, name, price in named))


def new_orders() -> list[OrderSnapshot]:
    soup = lines((1, "Halászlé, large", 2290), (2, "Soda 0.5 l", 590))
    note = a_customer(name="Nagyné Kelemenfalvi-Szabó Zsuzsanna", phone="", comment="No onions")
    lager = lines((1, "Draught lager 0.5 l", 1190))
    return [
        a_snapshot(
            simple(17, 6.4, name="Szentgyörgyi-Horváth Bálint", basket=soup),
            pushes=(a_push("order-17", kind=PushKind.ACCEPT, state=PushState.UNCONFIRMED),),
        ),
        a_snapshot(the_lager(placed_at=at(21.5), received_at=at(21.6))),
        a_snapshot(
            simple(
                44,
                1.2,
                customer=note,
                basket=a_basket(
                    a_line("Smash burger menu", 2990, quantity=4),
                    a_line("Lemonade 0.4 l", 490, quantity=2),
                    delivery=Delivery(
                        kind=DeliveryKind.HOME_DELIVERY,
                        word="home",
                        fee=huf(500),
                        collect=huf(0),
                    ),
                ),
            )
        ),
        a_snapshot(simple(45, 0.2, desk="Table 12", basket=lager, opened=False)),
    ]


def preparing_orders() -> list[OrderSnapshot]:
    goulash = lines((3, "Goulash soup", 1990), (2, "Draught lager 0.3 l", 890))
    waits = a_slip_standing(JobState.QUEUED, cause=PrinterWord.PAPER_OUT)
    cancelled = simple(
        40,
        8.5,
        state=OrderState.CANCELLED,
        desk="Counter 1",
        held_in=OrderState.PREPARING,
        attention=Attention.ENDED_ELSEWHERE,
        ended_by=EndedBy.VENDOR,
        ended_at=at(23),
        basket=lines((2, "Draught lager 0.5 l", 1190)),
    )
    working = {"state": OrderState.PREPARING}
    return [
        a_snapshot(
            simple(38, 11.2, desk="Table 4", basket=goulash, **working),
            slip=a_slip_standing(),
        ),
        a_snapshot(cancelled, slip=a_slip_standing()),
        a_snapshot(
            simple(41, 7.1, desk="Counter 2", basket=lines((1, "Rye bread", 390)), **working),
            slip=waits,
        ),
        a_snapshot(
            simple(43, 5.3, name="Tóth Ábel", basket=lines((1, "Lángos", 1490)), **working),
            slip=a_slip_standing(JobState.UNSURE, cause=PrinterWord.NOT_ANSWERING),
        ),
        a_snapshot(
            simple(39, 3.4, desk="Table 7", basket=lines((2, "Flat white", 790)), **working),
            slip=a_slip_standing(),
            pushes=(a_push("order-39", kind=PushKind.READY, misses=3),),
        ),
    ]


def ready_orders() -> list[OrderSnapshot]:
    ready = {"state": OrderState.READY}
    return [
        a_snapshot(
            simple(33, 9.3, name="Kovács Anna", basket=lines((3, "Schnitzel bun", 1890)), **ready),
            slip=a_slip_standing(),
        ),
        a_snapshot(
            the_pretzel(placed_at=at(9), received_at=at(9), accepted_at=at(10), ready_at=at(20)),
            slip=a_slip_standing(),
        ),
        a_snapshot(
            simple(
                36,
                1.4,
                desk="Counter 1",
                basket=lines((1, "Draught lager 0.5 l", 1190)),
                **ready,
            ),
            slip=a_slip_standing(),
        ),
    ]


def older_orders() -> list[OrderSnapshot]:
    quiet = {"quiet": True, "state": OrderState.PREPARING, "accepted_here": False}
    return [
        a_snapshot(simple(11, 900, desk="Table 3", **quiet)),
        a_snapshot(simple(12, 860, desk="Table 5", payment=PaymentState.NOT_DUE, **quiet)),
    ]


def the_day() -> tuple[OrderSnapshot, ...]:
    """Give everything on the board."""
    return (*new_orders(), *preparing_orders(), *ready_orders(), *older_orders())


OFFLINE = Lamp(
    LampKind.VENDOR, "cheers", "Cheers", "offline", LampTone.BAD, at(2), at(1), since=at(2)
)


def history_rows() -> tuple[HistoryRow, ...]:
    """Give a page of History, newest first."""
    told = (
        (39, "COLLECTED", "RECEIVED", "Szabó Bence · Counter 1", 2580),
        (33, "COLLECTED", "NOT_DUE", "Szabó Kinga · Table 3", 6270),
        (28, "REJECTED", "NOT_DUE", "Szabó Áron · Counter 2", 1190),
        (26, "LEFT", "NOT_DUE", "Szabóné Kelemenfalvi-Horváth Zsuzsanna", 2700),
        (24, "READY", "UNCONFIRMED", "Szabó Ilona", 5380),
        (19, "CANCELLED", "RETURNED", "Szabó Petra · Table 11", 4370),
        (12, "PREPARING", "NOT_DUE", "SZABO Levente", 1995),
        (11, "NEW", "DUE", "Szabó Judit", 990),
    )
    return tuple(
        HistoryRow(
            f"order-{number}",
            f"A-{number}",
            "cheers",
            state,
            payment,
            who,
            units * 100,
            "HUF",
            at(23 - 3 * place),
        )
        for place, (number, state, payment, who, units) in enumerate(told)
    )


def history_found() -> HistoryFound:
    """Give an answer of History: a page of it is all there is."""
    rows = history_rows()
    return HistoryFound(rows, len(rows))


def a_story() -> tuple[Event, ...]:
    """Give what happened to one order, the oldest first."""
    happened: tuple[tuple[EventKind, dict[str, str]], ...] = (
        (EventKind.RECEIVED, {}),
        (EventKind.MOVED, {"move": "ACCEPT", "state": "NEW"}),
        (EventKind.TOLD, {"kind": "accept", "system": "cheers"}),
        (EventKind.SLIP_PRINTED, {"printer": "counter", "copy": "1"}),
        (EventKind.SLIP_UNSURE, {"printer": "counter", "copy": "2"}),
        (EventKind.SLIP_SETTLED_BY_STAFF, {"answer": "came out"}),
        (EventKind.MOVED, {"move": "READY", "state": "READY"}),
        (EventKind.REFUSED, {"kind": "ready", "reason": "order is not in a state to be DONE"}),
        (
            EventKind.PAYMENT,
            {"payment": "RECEIVED", "amount": "627000", "currency": "HUF", "method": "cash"},
        ),
        (EventKind.SCANNED, {"verdict": "handed_over"}),
        (EventKind.MOVED, {"move": "COLLECTED", "state": "COLLECTED"}),
    )
    return tuple(
        Event("order-33", at(2 * place, seconds=place * 7), kind, data)
        for place, (kind, data) in enumerate(happened)
    )


def questions() -> tuple[SlipQuestion, ...]:
    """Give two slips in doubt."""
    return tuple(
        SlipQuestion(
            a_job(f"order-{number}", state=JobState.UNSURE, created_at=at(15)),
            f"A-{number}",
            "Cheers",
        )
        for number in (43, 41)
    )


BAR = Lamp(LampKind.PRINTER, "bar", "bar", "ready", LampTone.OK, at(23.9))


def waiting(*numbers: int, others: tuple[str, ...] = ("bar",), **job: Any) -> WaitingSlipsChanged:
    """Give slips that wait for the printer "counter", which has no paper."""
    given = {"cause": PrinterWord.PAPER_OUT, "created_at": at(21)} | job
    return WaitingSlipsChanged(
        tuple(
            WaitingSlip(a_job(f"order-{number}", **given), f"A-{number}", "Cheers", others)
            for number in numbers
        )
    )


def products() -> tuple[Product, ...]:
    """Give what the bar sells at the counter, by name."""
    priced = {
        "Apple juice 0.3 l": 690,
        "Draught lager 0.5 l": 1190,
        "Espresso": 550,
        "French fries with garlic and paprika mayonnaise": 1290,
        "Ham sandwich": 1890,
        "Lángos, sour cream and cheese": 1690,
        "Mineral water 0.5 l": 490,
        "Pretzel": 450,
        "Salted peanuts": 590,
        "Tea": 520,
        "Wheat beer 0.3 l": 890,
        "Wine spritzer 0.3 l": 790,
    }
    return tuple(
        Product(
            product_id=f"product-{place}",
            names={"en": name},
            barcode=f"96385{place:03}",
            price=huf(price),
        )
        for place, (name, price) in enumerate(priced.items())
    )
