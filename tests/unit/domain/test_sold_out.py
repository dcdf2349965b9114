"""Which lines of an order are sold out."""

from __future__ import annotations

import pytest

from app.domain.sold_out import SoldOut, item_key, product_ids, sold_out_parts
from tests.builders import a_basket, a_line, an_order, at


def an_item(product_id: str, name: str, vendor: str = "") -> SoldOut:
    return SoldOut(product_id=product_id, name=name, day="2026-11-20", since=at(), vendor=vendor)


@pytest.mark.parametrize(
    ("item", "product_id", "name", "vendor", "same"),
    [
        (("7", "Beer", ""), "7", "", "cheers", True),
        (("7", "Beer", "cheers"), "7", "Anything", "cheers", True),
        (("7", "Beer", "cheers"), "8", "Beer", "cheers", False),
        (("7", "Beer", "cheers"), "L9", "  BEER ", "loke", True),
        (("7", "Beer", ""), "L9", "beer", "loke", True),
        (("7", "Beer", "cheers"), "", "Beer", "cheers", True),
        (("", "Lángos", "cheers"), "12", "langos", "cheers", True),
        (("", "Beer", ""), "", "Ale", "cheers", False),
        (("7", "", ""), "", "", "loke", False),
    ],
)
def test_ids_decide_and_names_where_there_are_none_to_compare(
    item: tuple[str, str, str], product_id: str, name: str, vendor: str, same: bool
) -> None:
    assert an_item(*item).means(product_id, name, vendor) is same


def test_an_item_is_kept_under_its_id_else_its_name() -> None:
    assert item_key("7", "Beer") == "id:7"
    assert item_key("", "Lángos") == item_key("", "LANGOS")
    assert an_item("7", "Beer").key == "id:7"


def test_lines_modifiers_and_names_of_the_catalogue_are_looked_at() -> None:
    lemon = a_line("Lemon", 0, product_id="m-1")
    order = an_order(
        basket=a_basket(
            a_line("Beer", product_id="b", modifiers=(lemon,)), a_line("", product_id="p-9")
        )
    )
    items = [an_item("m-1", "Lemon"), an_item("", "Soup")]
    assert sold_out_parts(order, items, {"p-9": "Soup"}) == {
        "id:m-1": "id:m-1",
        "id:p-9": "name:soup",
    }
    assert sold_out_parts(order, items, {}) == {"id:m-1": "id:m-1"}
    assert sold_out_parts(order, [], {"p-9": "Soup"}) == {}
    assert product_ids([order]) == {"b", "m-1", "p-9"}
