"""What a vendor's capabilities say of it as a whole."""

from app.domain.capabilities import Capabilities, Telling
from app.domain.states import Move


def test_orders_come_from_a_list_or_wait_to_be_accepted_and_else_from_nowhere() -> None:
    told = {Move.ACCEPT: Telling.TOLD}
    assert Capabilities(lists_orders=True).brings_orders
    assert Capabilities(moves=told).brings_orders
    assert not Capabilities(payment_accepts=True).brings_orders
    assert not Capabilities().brings_orders
