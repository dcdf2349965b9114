"""The rush of an evening in a minute: sixty orders come, one a second, whatever staff are doing."""

from __future__ import annotations

import sqlite3
from collections import Counter as Tally
from collections.abc import Callable
from contextlib import closing
from itertools import repeat
from typing import NamedTuple

import pytest

from app.settings.resources import resource_path
from app.simulators._placing import Placing
from app.simulators.akinon import AkinonSimulator
from app.simulators.cheerfy import DEMO_CARDS, CheerfySimulator
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LokeSimulator
from app.simulators.oktopos import OktoposSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.customers import WHO_COMES, Customers
from tests.e2e.harness.screen import Screen
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

SECONDS_BETWEEN = 1.0
TO_DECIDE = sum(WHO_COMES.values()) - WHO_COMES["register"]
CARDS = DEMO_CARDS[:3]
REFUSED = (7, 20, 33)
HANDED_OVER = 3
WORDS: dict[str, dict[str, str]] = {
    "cheers": {
        "accepted": "APPROVED",
        "refused": "REJECTED",
        "paid": "PAID_EXTERNALLY",
        "ready": "DONE",
        "collected": "COMPLETED",
    },
    "loke": {
        "accepted": "accepted",
        "refused": "rejected",
        "ready": "READY",
        "collected": "completed",
    },
    "oktopos": {"collected": "completed"},
    "akinon": {},
    "walkin": {},
}
# After so many decisions something else happens.
PAPER_ENDS, PAPER_IS_BACK, WRONG_TAP, LOKE_GOES, LOKE_IS_BACK, POWER_FAILS = 8, 14, 17, 22, 27, 30


class Staff:
    """One person at the till, who takes what has waited longest."""

    def __init__(self, screen: Screen, customers: Customers, scanner: PtyLine) -> None:
        self.screen = screen
        self._customers = customers
        self._scanner = scanner
        self._cards = list(CARDS)
        self.accepted: list[str] = []
        self.refused: list[str] = []
        self.paid: list[str] = []
        self.made_ready: list[str] = []
        self.collected: list[str] = []
        self.printed_again: list[str] = []

    @property
    def decided(self) -> int:
        return len(self.accepted) + len(self.refused)

    def does_the_next_thing(self) -> bool:
        """Serve, decide or hand over; False when there is nothing to do."""
        if self._customers.at_the_counter:
            self._serve(self._customers.at_the_counter.pop(0))
            return True
        board = self.screen.board()
        waiting = [card for card in board["New"] if not self._is_decided(card)]
        if waiting:
            self._decide(waiting[0])
        elif board["Ready"]:
            self._hand_over(_number(board["Ready"][0]))
        return bool(waiting or board["Ready"])

    def _is_decided(self, card: str) -> bool:
        """Whether it only waits for its vendor."""
        return _number(card) in {*self.accepted, *self.refused}

    def told(self, number: str, vendor: str) -> list[str]:
        """What the vendor is to hear of an order, in its words."""
        words = WORDS[vendor]
        if number in self.refused:
            return [words["refused"]]
        done = (("accepted", self.accepted), ("paid", self.paid))
        done += (("ready", self.made_ready), ("collected", self.collected))
        return [words[what] for what, numbers in done if what in words and number in numbers]

    def _decide(self, card: str) -> None:
        number = _number(card)
        self.screen.open_order(number, "New")
        if self.decided in REFUSED:
            self.screen.press_move(number, "Reject")
            self.screen.choose_in(f"Reject {number}", "Too busy right now")
            self.screen.press_in(f"Reject {number}", "Reject")
            self.refused.append(number)
            return
        self.screen.press_move(number, "Accept")
        self.accepted.append(number)
        if "to pay" in card:
            self._take_cash(number)

    def _take_cash(self, number: str) -> None:
        """Scan a card if there is one, and give change."""
        self.screen.wait_for_card(number, "Preparing")
        if self._cards:
            self._scanner.send(f"{self._cards.pop()}\r".encode())
            self.screen.wait_for(lambda: self._has_card(number), "the card at its order")
            self.screen.wait_until_clear()
        self.screen.press_move(number, "Take payment")
        self.screen.press_in(f"Payment for {number}", "5,000")
        self.screen.press_in(f"Payment for {number}", "Payment received")
        self.screen.wait_until_clear()
        self.paid.append(number)

    def _has_card(self, number: str) -> bool:
        order = self.screen.order(number)
        return order is not None and any("Loyalty card" in node.name for node in order.walk())

    def _serve(self, told: str) -> None:
        """A pre-order is scanned and paid, or an amount is keyed in and paid."""
        if told:
            self._scanner.send(f"{told}\r".encode())
        else:
            self.screen.press("Walk-in order")
            self.screen.wait_for_dialog("Walk-in order")
            self.screen.type("1200")
            self.screen.press_in("Walk-in order", "Place and pay")
        title = self.screen.wait_for(self._payment, "the payment of somebody at the counter")
        self.screen.wait_for_dialog_alone(title)
        self.screen.press_in(title, "Payment received")
        number = title.removeprefix("Payment for ")
        self.screen.wait_for_card(number, "Preparing")
        self.screen.wait_until_clear()
        self.accepted.append(number)

    def _payment(self) -> str:
        dialogs = (node for window in self.screen.windows() for node in window.all("dialog"))
        return next((one.name for one in dialogs if one.name.startswith("Payment for ")), "")

    def tap_ready(self) -> str:
        """Make the oldest order in Preparing ready; gives its number."""
        cards = self.screen.wait_for(lambda: self.screen.cards("Preparing"), "an order in work")
        number = _number(cards[0])
        self.screen.open_order(number, "Preparing")
        self.screen.press_move(number, "Ready")
        self.screen.wait_for_card(number, "Ready")
        return number

    def tap_wrongly(self) -> None:
        """Ready, and Undo before the vendor is told; then print its slip once more."""
        number = self.tap_ready()
        self.screen.press_move(number, "Undo")
        self.screen.wait_for_card(number, "Preparing")
        self.screen.press_move(number, "Print again")
        self.printed_again.append(number)

    def _hand_over(self, number: str) -> None:
        self.screen.open_order(number, "Ready")
        self.screen.press_move(number, "Collected")
        self.screen.wait_until_gone(number)
        self.collected.append(number)


def _number(card: str) -> str:
    return card.split(", ")[0]


@pytest.mark.timeout(400)
def test_sixty_orders_come_in_a_minute_and_none_is_lost_or_double(
    counter: Counter,
    cheers: CheersSimulator,
    loke: LokeSimulator,
    register: OktoposSimulator,
    akinon: AkinonSimulator,
    cheerfy: CheerfySimulator,
    printer: PrinterSink,
    scanner: PtyLine,
) -> None:
    """Paper ends, a vendor goes, the power fails: every order is known, each accepted one has one
    slip, and every decision reached its vendor once."""
    ended = counter.command("catalogue", "import", resource_path("demo/catalogue.csv"))
    assert ended.code == 0, ended.err
    counter.till["undo_seconds"] = 8  # enough to press Undo on a slow machine
    till = counter.start()
    till.screen.wait_for_status("till scanner: ready")
    customers = Customers(cheers, loke, register, akinon)
    staff = Staff(till.screen, customers, scanner)
    happens: dict[int, Callable[[], object]] = {
        PAPER_ENDS: lambda: printer.become("paper out"),
        PAPER_IS_BACK: lambda: printer.become("ready"),
        WRONG_TAP: staff.tap_wrongly,
        LOKE_GOES: loke.refuse_connections,
        LOKE_IS_BACK: loke.listen_again,
    }
    crowd = Placing(repeat(SECONDS_BETWEEN), customers.come, lambda: True)
    try:
        while staff.decided < TO_DECIDE or len(staff.collected) < HANDED_OVER:
            staff.screen.wait_for(staff.does_the_next_thing, "somebody to come")
            happens.pop(staff.decided, lambda: None)()
            if staff.decided >= POWER_FAILS and not staff.made_ready:
                staff.made_ready.append(staff.tap_ready())
                till.kill_9()
                till = counter.start()
                staff.screen = till.screen
    finally:
        crowd.stop()
    printer.wait_for_slips(len(staff.accepted) + len(staff.printed_again))
    known = _known(counter)
    foreign = {str(register.internal_id(one)): one for one in customers.placed["register"]}
    for number, order in known.items():
        told = staff.told(number, order.vendor)
        match order.vendor:
            case "cheers":
                _heard(cheers, order.id, told)
            case "loke":
                _heard(loke, order.id, told)
            case "oktopos":
                _heard(register, foreign[order.id], told)
    sold = [number for number in staff.accepted if known[number].vendor == "cheers"]
    assert register.wait_for(lambda: len(_sent_on(register)) >= len(sold))
    assert cheerfy.wait_for(lambda: len(cheerfy.booked) >= len(CARDS))
    till.end_well()

    kept = Tally((order.vendor, order.id) for order in known.values() if order.vendor != "walkin")
    placed = {
        "cheers": customers.placed["cheers"] + customers.placed["pays here"],
        "loke": customers.placed["loke"],
        "oktopos": list(foreign),
        "akinon": customers.placed["pre-order"],
    }
    assert kept == Tally((vendor, one) for vendor, ids in placed.items() for one in ids)
    assert len(known) == sum(WHO_COMES.values())
    expected = [known[number].slip_code for number in staff.accepted + staff.printed_again]
    assert Tally(map(printer.qr, range(len(printer.slips)))) == Tally(expected)
    assert len(_sent_on(register)) == len(sold)
    assert Tally(one.order_number for one in akinon.completions) == Tally(placed["akinon"])
    assert (len(cheerfy.booked), cheerfy.complaints) == (len(CARDS), ())


class Known(NamedTuple):
    """What the till keeps of an order."""

    vendor: str
    id: str
    slip_code: str


def _known(counter: Counter) -> dict[str, Known]:
    """All orders the till keeps, by their numbers, which are all different here."""
    columns = "number, vendor, vendor_order_id, slip_code"
    with closing(sqlite3.connect(f"file:{counter.store_file}?mode=ro", uri=True)) as store:
        rows = list(store.execute(f"SELECT {columns} FROM orders"))
    known = {number: Known(*rest) for number, *rest in rows}
    assert len(known) == len(rows)
    return known


def _heard(
    vendor: CheersSimulator | LokeSimulator | OktoposSimulator, order_id: str, told: list[str]
) -> None:
    """Wait until a vendor has heard all that was to be told of an order, and nothing besides."""
    heard = vendor.wait_for(lambda: vendor.effects_of(order_id) == told)
    assert heard, f"{order_id}: {vendor.effects_of(order_id)}, not {told}"


def _sent_on(register: OktoposSimulator) -> list[str]:
    """What tills have created at the register."""
    ids = [str(order["orderId"]) for order in register.created]
    return [one for one in ids if register.effects_of(one)[0] == "accepted"]
