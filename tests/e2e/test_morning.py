"""A morning at the counter: all five systems and the walk-ins, side by side on one board."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from app.domain.money import Money
from app.settings.resources import resource_path
from app.simulators._loke_menu import draw_order
from app.simulators.akinon import AkinonSimulator
from app.simulators.cheerfy import DEMO_CARDS, CheerfySimulator
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LokeSimulator
from app.simulators.oktopos import OktoposSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.screen import Screen
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

CARD = DEMO_CARDS[0]


@pytest.fixture
def loke(counter: Counter) -> Iterator[LokeSimulator]:
    with LokeSimulator() as running:
        counter.with_vendor(
            "loke",
            base_url=running.base_url,
            token=running.token,
            organization_id="demo-organization",
            location_id="demo-location",
            poll_seconds=0.5,
        )
        yield running


@pytest.fixture
def register(counter: Counter) -> Iterator[OktoposSimulator]:
    with OktoposSimulator() as running:
        counter.with_vendor(
            "oktopos",
            base_url=running.base_url,
            api_key=running.api_key,
            send_from=["cheers"],
            poll_seconds=0.5,
        )
        yield running


@pytest.fixture
def akinon(counter: Counter) -> Iterator[AkinonSimulator]:
    with AkinonSimulator() as running:
        counter.with_vendor(
            "akinon",
            base_url=running.base_url,
            username=running.username,
            password=running.password,
        )
        yield running


@pytest.fixture
def cheerfy(counter: Counter) -> Iterator[CheerfySimulator]:
    with CheerfySimulator() as running:
        counter.with_vendor(
            "cheerfy", base_url=running.base_url, token=running.token, location_id=6
        )
        yield running


@pytest.fixture
def screen(counter: Counter) -> Iterator[Screen]:
    """The till with its catalogue; used after the fixtures of all vendors and devices."""
    ended = counter.command("catalogue", "import", resource_path("demo/catalogue.csv"))
    assert ended.code == 0, ended.err
    till = counter.start()
    till.screen.wait_for_status("till scanner: ready")
    yield till.screen
    till.end_well()


def _has_card(screen: Screen, number: str) -> bool:
    order = screen.order(number)
    return order is not None and any("Loyalty card" in node.name for node in order.walk())


def _sell(screen: Screen, scanner: PtyLine, number: str, card: str = "") -> None:
    """Accept an order, hold up a card, and take the money."""
    screen.open_order(number, "New")
    screen.press_move(number, "Accept")
    screen.wait_for_card(number, "Preparing")
    if card:
        scanner.send(f"{card}\r".encode())
        screen.wait_for(lambda: _has_card(screen, number), "the card at its order")
        screen.wait_until_clear()
    screen.press_move(number, "Take payment")
    screen.press_in(f"Payment for {number}", "Payment received")
    screen.wait_until_clear()


def _hand_over(screen: Screen, number: str) -> None:
    screen.press_move(number, "Ready")
    screen.wait_for_card(number, "Ready")
    screen.press_move(number, "Collected")
    screen.wait_until_gone(number)


@pytest.mark.timeout(150)
def test_everybody_is_served_and_every_system_knows(
    cheers: CheersSimulator,
    loke: LokeSimulator,
    register: OktoposSimulator,
    akinon: AkinonSimulator,
    cheerfy: CheerfySimulator,
    printer: PrinterSink,
    scanner: PtyLine,
    screen: Screen,
) -> None:
    # Cheers, with a card, sent on to the register.
    paid = cheers.place_order_to_pay_here(orderNumber="A-1")
    _sell(screen, scanner, "A-1", CARD)
    assert cheerfy.wait_for(lambda: len(cheerfy.booked) == 1, 10)
    assert register.wait_for(lambda: len(register.created) == 1, 10)
    _hand_over(screen, "A-1")
    assert cheers.wait_for(lambda: cheers.status(paid) == "COMPLETED", 10)
    ours = str(register.created[0]["orderId"])
    told = ["accepted", "ready", "completed"]
    assert register.wait_for(lambda: register.effects_of(ours) == told, 10)

    # LOKE, whose orders have a number of ours.
    order = draw_order(Random(1))
    order["cart"].pop("fulfillAt", None)  # wanted now
    order_id = loke.place_order(cart=order["cart"], payment=order["payment"])
    screen.open_order("1", "New")
    screen.press_move("1", "Accept")
    screen.wait_for_card("1", "Preparing")
    _hand_over(screen, "1")
    assert loke.wait_for(lambda: loke.state(order_id) == "completed", 10)

    # A pre-order is scanned and paid.
    number = akinon.place_pre_order()
    scanner.send(f"{number}\r".encode())
    screen.wait_for_dialog_alone("Payment for 2")
    screen.press_in("Payment for 2", "Payment received")
    screen.wait_for_card("2", "Preparing")
    assert len(akinon.completions_of(number)) == 1
    screen.press_move("2", "Collected")
    screen.wait_until_gone("2")

    # Somebody walks in.
    screen.press("Walk-in order")
    screen.wait_for_dialog("Walk-in order")
    screen.type("700")
    screen.press_in("Walk-in order", "Place and pay")
    screen.wait_for_dialog("Payment for 3")
    screen.press_in("Payment for 3", "Payment received")
    screen.wait_for_card("3", "Preparing")
    _hand_over(screen, "3")

    # A sale is reversed, and its points with it.
    cheers.place_order_to_pay_here(orderNumber="A-2")
    _sell(screen, scanner, "A-2", CARD)
    assert cheerfy.wait_for(lambda: len(cheerfy.booked) == 2, 10)
    assert register.wait_for(lambda: len(register.created) == 2, 10)
    reversed_order = str(register.created[1]["orderId"])
    printer.wait_for_slips(5)
    screen.press_move("A-2", "More")
    screen.press_move("A-2", "Cancel order")
    screen.press_move("A-2", "Money returned")
    screen.press_in("Money back for A-2", "Money returned")
    screen.wait_until_gone("A-2")
    assert cheerfy.wait_for(lambda: len(cheerfy.tickets_of(CARD)) == 3, 10)
    assert cheerfy.points(CARD) == Money.from_units(2680, "HUF").minor
    assert register.wait_for(
        lambda: register.effects_of(reversed_order) == ["accepted", "cancelled"], 10
    )

    # A foreign order is ready at the register, and collected there.
    foreign = register.place_ready()
    token = str(register.order(foreign)["pickup"]["pickupToken"])
    screen.wait_for_card(token, "Ready")
    assert cheerfy.complaints == ()
    assert len(printer.slips) == 5
