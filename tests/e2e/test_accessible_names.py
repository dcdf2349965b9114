"""The names that screen readers and scripts rely on; they do not change without notice."""

from __future__ import annotations

from app.simulators.cheers import CheersSimulator
from tests.e2e.harness.counter import Counter
from tests.e2e.harness.screen import Screen
from tests.sinks.printer_sink import PrinterSink
from tests.sinks.scanner_line import PtyLine

MOVES = {
    "Accept",
    "Reject",
    "Ready",
    "Collected",
    "Left",
    "Cancel order",
    "On the way",
    "Payment received",
    "Payment failed",
    "Hand over unpaid",
    "Money returned",
    "Print",
    "Print again",
    "Bring back",
    "Ask again",
    "It happened",
    "It did not happen",
    "Slip came out",
    "Slip did not come out",
    "Seen",
    "Take payment",
}
TOP = ("Order number", "Search", "History", "Settings")


def test_the_fixed_names_are_there(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink, scanner: PtyLine
) -> None:
    till = counter.start()
    screen = till.screen
    screen.wait_until_open()
    assert screen.board() == {"New": [], "Preparing": [], "Ready": []}
    for column in ("New", "Preparing", "Ready"):
        assert screen.find("list", column) is not None
    for name in TOP:
        button = screen.button(name)
        assert button is not None, name
        box = button.box()
        assert min(box.width, box.height) >= 48, (name, box)
    for lamp in ("Cheers: connected", "counter: ready", "till scanner: ready"):
        screen.wait_for_status(lamp)
    assert screen.find("panel", "Messages") is not None
    till.end_well()


def test_moves_are_buttons_of_the_order_alone(
    counter: Counter, cheers: CheersSimulator, printer: PrinterSink
) -> None:
    till = counter.start()
    screen = till.screen
    cheers.place_order_to_pay_here(orderNumber="A-42")
    screen.open_order("A-42", "New")
    inside = {"Accept", "Reject", "Take payment"}
    screen.wait_for(lambda: _moves_of(screen, "A-42") == inside, f"{inside} in the panel")
    everywhere = [
        node.name
        for window in screen.windows()
        for node in window.all("button")
        if node.name in MOVES
    ]
    assert sorted(everywhere) == sorted(inside)
    screen.press_move("A-42", "Reject")
    screen.wait_for_dialog("Reject A-42")
    screen.key("Escape")
    screen.wait_for(lambda: screen.dialog("Reject A-42") is None, "the dialog to close")
    screen.press_move("A-42", "Take payment")
    payment = {"Payment received", "Payment failed"}
    dialog = "Payment for A-42"
    screen.wait_for(
        lambda: all(screen.button(name, screen.wait_for_dialog(dialog)) for name in payment),
        f"{payment} in the dialog",
    )
    till.end_well()


def _moves_of(screen: Screen, number: str) -> set[str]:
    order = screen.order(number)
    return {node.name for node in order.all("button")} & MOVES if order is not None else set()


def test_cards_are_named_from_the_number_on_and_oldest_stand_first(
    counter: Counter, cheers: CheersSimulator
) -> None:
    till = counter.start()
    screen = till.screen
    for count in range(1, 4):
        cheers.place_order_to_pay_here(orderNumber=f"A-{count}")
        screen.wait_for_card(f"A-{count}", "New")
    names = screen.wait_for(lambda: screen.board()["New"], "the cards")
    assert [name.split(", ")[0] for name in names] == ["A-1", "A-2", "A-3"]
    assert names[0].startswith("A-1, Cheers, Counter 1, 2 items, 2,680 Ft, to pay 2,680 Ft")
    till.end_well()


def test_keyboard_opens_a_card(counter: Counter, cheers: CheersSimulator) -> None:
    till = counter.start()
    screen = till.screen
    cheers.place_order(orderNumber="A-42")
    screen.wait_for_card("A-42", "New")
    screen.reach(lambda: screen.has_focus("list", "New"))
    screen.key("Return")
    screen.wait_for_order("A-42")
    till.end_well()
