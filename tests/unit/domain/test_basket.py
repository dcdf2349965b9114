"""What was bought: sums, what is to be collected, and equal lines drawn together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.basket import Delivery, DeliveryKind, OrderLine, computed_total, grouped
from tests.builders import a_basket, a_line, huf

PAGE_LINE = a_line(
    "beer-500ml",
    800,
    discount=huf(200),
    modifiers=(a_line("extra-lemon", 100),),
)


def test_the_vendors_sample_costs_nine_hundred_forints() -> None:
    assert computed_total((PAGE_LINE,), huf(200), None, "HUF") == huf(900)


def test_the_total_takes_in_quantities_modifiers_of_modifiers_tip_and_delivery() -> None:
    salt = a_line("Salt", 10)
    lines = (a_line(price=500, quantity=3, modifiers=(a_line("Lime", 100, modifiers=(salt,)),)),)
    by_bike = Delivery(
        kind=DeliveryKind.HOME_DELIVERY, word="HOME_DELIVERY", fee=huf(400), collect=huf(0)
    )
    assert computed_total(lines, huf(50), by_bike, "HUF") == huf(1500 + 110 + 50 + 400)


def test_nothing_costs_nothing() -> None:
    assert computed_total((), huf(0), None, "HUF") == huf(0)


def test_what_is_to_be_collected_counts_lines_modifiers_tip_and_delivery() -> None:
    line = a_line(
        price=1000,
        collect=huf(300),
        quantity=2,
        modifiers=(a_line("Lime", 100, collect=huf(100), modifiers=(a_line(collect=huf(7)),)),),
    )
    delivery = Delivery(kind=DeliveryKind.OTHER, word="CUSTOM", fee=huf(400), collect=huf(400))
    basket = a_basket(line, tip_collect=huf(50), delivery=delivery)
    assert basket.collect == huf(600 + 100 + 7 + 50 + 400)


def test_items_are_counted_without_modifiers() -> None:
    assert a_basket(a_line(quantity=2), PAGE_LINE).item_count == 3


def test_three_beers_sent_as_three_lines_are_one_line_of_three() -> None:
    beer, wine = a_line("Beer"), a_line("Wine")
    away = a_line("Beer", takeaway=True)
    assert grouped((beer, wine, beer, away, beer)) == (
        a_line("Beer", quantity=3),
        wine,
        away,
    )


def test_lines_that_differ_in_a_modifier_stay_apart() -> None:
    bare = a_line("Beer")
    with_lime = a_line("Beer", modifiers=(a_line("Lime", 100),))
    assert grouped((bare, with_lime)) == (bare, with_lime)


LINES = st.lists(
    st.builds(
        lambda name, price, quantity: a_line(name, price, quantity=quantity),
        st.sampled_from(["Beer", "Wine", "Soda"]),
        st.sampled_from([100, 200]),
        st.integers(1, 4),
    ),
    max_size=12,
)


@given(LINES)
def test_grouping_changes_neither_sum_nor_count(lines: list[OrderLine]) -> None:
    before, after = tuple(lines), grouped(tuple(lines))
    assert computed_total(before, huf(0), None, "HUF") == computed_total(after, huf(0), None, "HUF")
    assert sum(line.quantity for line in before) == sum(line.quantity for line in after)
    assert len({line.product_id + str(line.unit_price.minor) for line in before}) == len(after)
    assert grouped(after) == after
