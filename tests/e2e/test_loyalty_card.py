"""A loyalty card, from the scanner through the real window to the programme."""

from __future__ import annotations

from app.simulators.cheerfy import DEMO_CARDS, CheerfySimulator
from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.sinks.scanner_line import PtyLine

CARD = DEMO_CARDS[0]


def test_a_card_waits_for_its_order_and_its_points_are_booked(
    counter: Counter, cheers: CheersSimulator, cheerfy: CheerfySimulator, scanner: PtyLine
) -> None:
    till = counter.start()
    screen = till.screen
    screen.wait_for_status("till scanner: ready")
    cheers.place_order(orderNumber="A-61")
    screen.wait_for_card("A-61", "New")
    scanner.send(f"{CARD}\r".encode())
    screen.wait_for_answer("Card read: whose order?")
    screen.wait_until_clear()
    screen.open_order("A-61", "New")
    screen.press("For A-61")
    assert cheerfy.wait_for(lambda: cheerfy.booked)
    screen.wait_for_text("points booked")
    assert cheerfy.complaints == ()
    assert cheerfy.tickets_of(CARD)[0]["name"] == "A-61"
    assert CARD not in screen.described()
    till.end_well()
    assert CARD not in counter.log_file.read_text("utf-8")
