"""Each vendor is put to work as its owner does it: an empty home, the guide, a first order."""

from __future__ import annotations

from collections.abc import Mapping

from app.simulators.akinon import AkinonSimulator
from app.simulators.cheerfy import CheerfySimulator
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LokeSimulator
from app.simulators.oktopos import OktoposSimulator
from tests.e2e.harness.counter import Counter, Till
from tests.e2e.harness.new_till import enter, go_to, restart, switch_on
from tests.e2e.harness.screen import Screen

GOOD = "answers and lets this shop in"
SWITCH_ON = "Switch “In use” on, then save."
CARD = "7a49cvbg2740mnr3"


def set_up(
    counter: Counter,
    vendor: str,
    fields: Mapping[str, str],
    *answers: str,
    further: tuple[str, ...] = (),
) -> Till:
    """Go through the guide with one vendor, test its connection, and start again at its end."""
    till = counter.launch_new(PULT_CALLBACKS__PORT=str(counter.callback_port))
    screen = till.screen
    screen.wait_until_open()
    screen.wait_for_text("Welcome to Pult")
    go_to(screen, "Who sends you orders?")
    screen.press(vendor)
    screen.wait_for_text(f"{vendor} is not in use")
    for field, value in fields.items():
        enter(screen, field, value)
    screen.press("Test connection")
    for answer in answers:
        screen.wait_for_text(answer)
    for name in ("In use", *further):
        switch_on(screen, name)
    go_to(screen, "Pult is ready")
    restart(screen)
    screen.wait_for_status(f"{vendor}: connected", 40)
    screen.wait_until_open()
    return till


def place_walkin(screen: Screen, press: str) -> None:
    """Key an amount in."""
    screen.press("Walk-in order")
    screen.wait_for_dialog("Walk-in order")
    screen.type("900")
    screen.press_in("Walk-in order", press)


def test_loke_is_put_to_work(counter: Counter) -> None:
    with LokeSimulator() as loke:
        fields = {
            "Address": loke.base_url,
            "Organization id": loke.organization_id,
            "Location id": loke.location_id,
            "Token": loke.token,
        }
        till = set_up(counter, "LOKE", fields, GOOD, SWITCH_ON)
        order = loke.place_order()
        till.screen.open_order("1", "New")
        till.screen.press_move("1", "Accept")
        assert loke.wait_for(lambda: loke.effects_of(order) == ["accepted"])
        till.end_well()


def test_cheers_is_put_to_work_and_calls(counter: Counter) -> None:
    address = f"{counter.callback_url}/a-long-secret"
    with CheersSimulator(callback_url=address) as cheers:
        fields = {
            "Address": cheers.base_url,
            "Key": cheers.api_key,
            "Address from outside": address,
            "Secret end of the path": "a-long-secret",
        }
        told = ("Cheers answers, but cannot call this till", "once this is saved")
        till = set_up(counter, "Cheers", fields, *told)
        order = cheers.place_order(orderNumber="A-42")
        till.screen.open_order("A-42", "New")
        till.screen.press_move("A-42", "Accept")
        assert cheers.wait_for(lambda: cheers.effects_of(order) == ["APPROVED"])
        till.end_well()


def test_oktopos_is_put_to_work_as_the_register(counter: Counter) -> None:
    with OktoposSimulator() as register:
        fields = {"Address": register.base_url, "Key": register.api_key}
        walkin = ("Sends on orders of: Walk-in",)
        till = set_up(counter, "OktoPOS", fields, GOOD, SWITCH_ON, further=walkin)
        place_walkin(till.screen, "Place order")
        # An amount has no article, so the register is asked in vain: the tick holds.
        till.screen.wait_for_text("1 is not in OktoPOS")
        register.place_ready()
        till.screen.wait_for_card("HH01", "Ready", 30)
        till.end_well()


def test_akinon_is_put_to_work(counter: Counter) -> None:
    with AkinonSimulator() as akinon:
        fields = {
            "Address": akinon.base_url,
            "User name": akinon.username,
            "Password": akinon.password,
        }
        till = set_up(counter, "Akinon", fields, GOOD, SWITCH_ON)
        number = akinon.place_pre_order()
        till.screen.press("Order number")
        till.screen.wait_for_dialog("Order number")
        till.screen.type(number)
        till.screen.press_in("Order number", "Ask Akinon for this id")
        till.screen.press_in("Payment for 1", "Payment received")
        till.screen.wait_for_card("1", "Preparing")
        assert len(akinon.completions_of(number)) == 1
        till.end_well()


def test_cheerfy_is_put_to_work(counter: Counter) -> None:
    with CheerfySimulator() as cheerfy:
        fields = {"Address": cheerfy.base_url, "Token": cheerfy.token, "Location id": "6"}
        told = ("Cheerfy answers; the key is not tested", SWITCH_ON)
        till = set_up(counter, "Cheerfy", fields, *told)
        screen = till.screen
        place_walkin(screen, "Place and pay")
        screen.press_in("Payment for 1", "Payment received")
        screen.wait_until_clear()
        screen.press_move("1", "More")
        screen.press("Loyalty card")
        screen.wait_for_dialog("Loyalty card for 1")
        for letter in CARD:
            screen.key(letter)
        screen.press_in("Loyalty card for 1", "Use this card")
        assert cheerfy.wait_for(lambda: cheerfy.tickets_of(CARD))
        till.end_well()
