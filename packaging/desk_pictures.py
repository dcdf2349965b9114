"""Pictures of an evening at the counter: orders come, are made, paid, handed over and counted."""

from __future__ import annotations

import time
from random import Random

from picture_stage import HALL, Scene, Stage

from app.simulators._menu import collect_here, draw_order
from tests.e2e.harness.screen import Screen
from tests.e2e.harness.waiting import wait_until

SEED = 11  # the same orders each time
FRESH_SECONDS = 10.0  # a slip scanned sooner after Ready only opens its order
FIRST = 36  # the evening's first number


def evening(stage: Stage) -> None:
    """Everything that is seen while orders are on the board."""
    till = stage.open()
    screen = till.screen
    numbers = at_work(stage, screen)
    cancel(screen, numbers[2])
    board(stage, screen, numbers[-1])
    payment(stage, screen, numbers[-1])
    scan_answer(stage, screen, numbers[0])
    to_settle(stage, screen)
    history(stage, screen)
    closing(stage, screen)
    till.end_well()


def at_work(stage: Stage, screen: Screen) -> list[str]:
    """Let seven order at Cheers; five are accepted, two of them ready. Return their numbers."""
    numbers = customers_order(stage, 7)
    for number in numbers[:5]:
        accept(screen, number)
    for number in numbers[:2]:
        make_ready(screen, number)
    return numbers


def customers_order(stage: Stage, count: int) -> list[str]:
    """Let customers order at Cheers, one at LOKE; return Cheers' numbers, the last to be paid."""
    chance = Random(SEED)
    numbers = [f"A-{number}" for number in range(FIRST, FIRST + count)]
    for number in numbers:
        paid = {"paymentProcessor": "BARION", "transactionStatus": "CAPTURED"}
        order = {**draw_order(chance), **paid, "orderNumber": number}
        if number == numbers[-1]:
            order |= {"paymentProcessor": "EXTERNAL_MANUAL", "transactionStatus": "UNPAID"}
            collect_here(order)
        stage.cheers.place_order(**order)
    stage.loke.place_order()
    return numbers


def accept(screen: Screen, number: str) -> None:
    """Accept a new order."""
    screen.open_order(number, "New")
    screen.press_move(number, "Accept")
    screen.wait_for_card(number, "Preparing")


def make_ready(screen: Screen, number: str) -> None:
    """Say that an order is ready."""
    screen.open_order(number, "Preparing")
    screen.press_move(number, "Ready")
    screen.wait_for_card(number, "Ready")


def cancel(screen: Screen, number: str) -> None:
    """Cancel an accepted order, which Cheers has no word for."""
    screen.open_order(number, "Preparing")
    screen.press_move(number, "More")
    screen.press_move(number, "Cancel order")
    screen.wait_until_gone(number)


def board(stage: Stage, screen: Screen, number: str) -> None:
    """A new order is open."""
    screen.open_order(number, "New")
    screen.press("Stop ringing")
    stage.save("board")


def payment(stage: Stage, screen: Screen, number: str) -> None:
    """Money is taken for it."""
    screen.press_move(number, "Take payment")
    screen.wait_for_dialog(f"Payment for {number}")
    stage.save("payment")
    screen.key("Escape")
    screen.wait_until_clear()


def scan_answer(stage: Stage, screen: Screen, number: str) -> None:
    """The slip of an order that is ready is scanned."""
    since = time.monotonic()
    wait_until(lambda: time.monotonic() - since > FRESH_SECONDS, "its Ready to age", 15)
    stage.scanner.send(f"{stage.printer.qr(0)}\r".encode())
    screen.wait_for_answer("Hand over")
    stage.save("scan-answer")
    screen.wait_until_gone(number)
    screen.wait_until_clear()


def to_settle(stage: Stage, screen: Screen) -> None:
    """What is still to be done at a vendor's own system."""
    row = screen.wait_for_text(" to settle ")
    screen.tap(row)
    screen.wait_for_dialog("To settle")
    stage.save("to-settle")
    screen.press_in("To settle", "Back")
    screen.wait_until_clear()


def history(stage: Stage, screen: Screen) -> None:
    """Orders of the day, found again."""
    screen.press("History")
    screen.wait_for_text("Closing")
    stage.save("history")


def closing(stage: Stage, screen: Screen) -> None:
    """What is open at the end of the day."""
    screen.press("Closing")
    screen.wait_for_text("Close for today")
    stage.save("closing")


def customer_display(stage: Stage) -> None:
    """What customers see: numbers that are being prepared, and those that are ready."""
    stage.monitors.plug_in("hall", HALL)
    till = stage.open(PULT_DISPLAY__ENABLED="true")
    at_work(stage, till.screen)
    stage.save("customer-display", HALL)
    till.end_well()
    stage.monitors.pull_out("hall")


DESK: tuple[Scene, ...] = (evening, customer_display)
