"""A morning at the counter: all five systems and the walk-ins, side by side on one board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import pytest

from app.domain.money import Money
from app.settings.resources import resource_path
from app.simulators._loke_menu import draw_order
from app.simulators._server import HttpSimulator
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


def _now() -> dict[str, Any]:
    """What somebody collects at LOKE as soon as it is made."""
    cart: dict[str, Any] = draw_order(Random(1))["cart"]
    return {name: cart[name] for name in cart if name not in ("fulfillAt", "deliveryAddress")}


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
    assert cheerfy.wait_for(lambda: len(cheerfy.booked) == 1)
    assert register.wait_for(lambda: len(register.created) == 1)
    _hand_over(screen, "A-1")
    assert cheers.wait_for(lambda: cheers.status(paid) == "COMPLETED")
    ours = str(register.created[0]["orderId"])
    told = ["accepted", "ready", "completed"]
    assert register.wait_for(lambda: register.effects_of(ours) == told)

    # LOKE, whose orders have a number of ours.
    order_id = loke.place_order(cart=_now())
    screen.open_order("1", "New")
    screen.press_move("1", "Accept")
    screen.wait_for_card("1", "Preparing")
    _hand_over(screen, "1")
    assert loke.wait_for(lambda: loke.state(order_id) == "completed")

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
    assert cheerfy.wait_for(lambda: len(cheerfy.booked) == 2)
    assert register.wait_for(lambda: len(register.created) == 2)
    reversed_order = str(register.created[1]["orderId"])
    printer.wait_for_slips(5)
    screen.press_move("A-2", "More")
    screen.press_move("A-2", "Cancel order")
    screen.press_move("A-2", "Money returned")
    screen.press_in("Money back for A-2", "Money returned")
    screen.wait_until_gone("A-2")
    assert cheerfy.wait_for(lambda: len(cheerfy.tickets_of(CARD)) == 3)
    assert cheerfy.points(CARD) == Money.from_units(2680, "HUF").minor
    assert register.wait_for(
        lambda: register.effects_of(reversed_order) == ["accepted", "cancelled"]
    )

    # A foreign order is ready at the register, and collected there.
    foreign = register.place_ready()
    token = str(register.order(foreign)["pickup"]["pickupToken"])
    screen.wait_for_card(token, "Ready")
    assert cheerfy.complaints == ()
    assert len(printer.slips) == 5


def _away(system: HttpSimulator) -> Callable[[], None]:
    system.refuse_connections()
    return system.listen_again


def _slow(system: HttpSimulator) -> Callable[[], None]:
    system.go_slow(1.5)
    return system.behave


@pytest.mark.timeout(400)
def test_each_system_in_turn_is_away_or_slow_and_nobody_waits_for_it(
    counter: Counter,
    cheers: CheersSimulator,
    loke: LokeSimulator,
    register: OktoposSimulator,
    akinon: AkinonSimulator,
    cheerfy: CheerfySimulator,
    printer: PrinterSink,
    scanner: PtyLine,
    screen: Screen,
) -> None:
    for count, trouble in enumerate((_away, _slow), start=1):
        # The orders' own vendors: what was accepted is made ready and handed over.
        number, ours = f"A-{count}", str(2 * count - 1)
        from_cheers = cheers.place_order(orderNumber=number)
        from_loke = loke.place_order(cart=_now(), callback=False)
        for one in (number, ours):
            screen.open_order(one, "New")
            screen.press_move(one, "Accept")
            screen.wait_for_card(one, "Preparing")
        come_back = [trouble(system) for system in (cheers, loke)]
        for one in (number, ours):
            screen.open_order(one, "Preparing")
            _hand_over(screen, one)
        for again in come_back:
            again()
        assert cheers.wait_for(lambda one=from_cheers: cheers.status(one) == "COMPLETED", 40)
        assert loke.wait_for(lambda one=from_loke: loke.state(one) == "completed", 40)

        # The register and the loyalty programme: the sale goes on without them.
        number = f"B-{count}"
        come_back = [trouble(system) for system in (register, cheerfy)]
        cheers.place_order_to_pay_here(orderNumber=number)
        _sell(screen, scanner, number, CARD)
        _hand_over(screen, number)
        for again in come_back:
            again()
        assert register.wait_for(lambda sold=2 * count: _completed(register) == sold, 40)
        assert cheerfy.wait_for(lambda sold=count: len(cheerfy.booked) == sold, 40)

        # The pre-order desk: without its word no money is taken.
        pre_order = akinon.place_pre_order()
        come_back = [trouble(akinon)]
        scanner.send(f"{pre_order}\r".encode())
        if trouble is _away:
            screen.wait_for_answer("No answer")
            screen.wait_until_clear()
            come_back.pop()()
            scanner.send(f"{pre_order}\r".encode())
        ours = str(2 * count)
        screen.wait_for_dialog_alone(f"Payment for {ours}")
        screen.press_in(f"Payment for {ours}", "Payment received")
        screen.wait_for_card(ours, "Preparing")
        screen.press_move(ours, "Collected")
        screen.wait_until_gone(ours)
        assert len(akinon.completions_of(pre_order)) == 1
        akinon.behave()

    assert len(register.created) == 4
    assert len(cheerfy.tickets_of(CARD)) == 2
    assert cheerfy.complaints == ()
    assert len(printer.slips) == 8


def _completed(register: OktoposSimulator) -> int:
    told = [register.effects_of(str(one["orderId"])) for one in register.created]
    return sum(effects[-1:] == ["completed"] for effects in told)
