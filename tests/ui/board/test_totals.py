"""What is still to make, summed over the orders of the board."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.board.totals import StationTotals, ToMake, said, totals_of
from app.ui.board.totals_list import TotalsList
from app.ui.theme import Theme
from app.ui.wording.figures import TIMES
from tests.builders import a_basket, a_line, an_order
from tests.ui.reading import read_name, visible
from tests.ui.showing import put_on_screen
from tests.ui.snapshots import a_snapshot

pytestmark = pytest.mark.usefixtures("theme")
BEER = a_line("Beer", 900, quantity=2)
BURGER = a_line("Burger", 2900)


def an_order_of(
    *lines: Any, state: OrderState = OrderState.PREPARING, **changes: Any
) -> OrderSnapshot:
    return a_snapshot(an_order(state=state, basket=a_basket(*lines), **changes))


def sums(*snapshots: OrderSnapshot, with_new: bool = False) -> list[tuple[int, str]]:
    found = totals_of(snapshots, with_new=with_new)
    return [(made.quantity, made.name) for one in found for made in one.products]


def test_products_are_summed_over_all_orders_by_name() -> None:
    orders = (an_order_of(BEER, BURGER), an_order_of(replace(BEER, quantity=12)))
    assert sums(*orders) == [(14, "Beer"), (1, "Burger")]


def test_extras_and_notes_stand_below_what_they_differ_from() -> None:
    rare = replace(BURGER, modifiers=(a_line("Bacon", 300, quantity=2), a_line("no onion", 0)))
    noted = replace(BURGER, note="cut in\ntwo", takeaway=True)
    found = totals_of([an_order_of(BURGER, rare, noted), an_order_of(rare)], with_new=False)
    special = ((2, f"2{TIMES} Bacon, no onion"), (1, "take-away, “cut in two”"))
    assert found == (StationTotals("", (ToMake("Burger", 4, special),)),)
    differs = f"2{TIMES} 2{TIMES} Bacon, no onion; 1{TIMES} take-away, “cut in two”"
    assert list(said(found, other="Other")) == [f"4{TIMES} Burger ({differs})"]


def test_each_station_has_its_own_and_what_has_none_comes_last() -> None:
    order = replace(
        an_order_of(BEER, BURGER, a_line("Aspirin", 1)),
        stations={"beer": "Bar", "burger": "Kitchen"},
    )
    found = totals_of([order], with_new=False)
    assert [(one.station, one.products[0].name) for one in found] == [
        ("Bar", "Beer"),
        ("Kitchen", "Burger"),
        ("", "Aspirin"),
    ]
    rows = [f"2{TIMES} Beer", f"1{TIMES} Burger", f"1{TIMES} Aspirin"]
    assert list(said(found, other="Other")) == [
        "Bar",
        rows[0],
        "Kitchen",
        rows[1],
        "Other",
        rows[2],
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"state": OrderState.READY},
        {"state": OrderState.CANCELLED},
        {"in_later": True},
        {"quiet": True},
    ],
)
def test_what_is_not_to_be_made_now_does_not_count(changes: dict[str, Any]) -> None:
    assert sums(an_order_of(BEER, **changes), with_new=True) == []


def test_new_orders_count_where_that_is_wanted() -> None:
    new = an_order_of(BEER, state=OrderState.NEW)
    assert sums(new, an_order_of(BEER)) == [(2, "Beer")]
    assert sums(new, an_order_of(BEER), with_new=True) == [(4, "Beer")]


def test_a_product_without_a_name_has_the_catalogues() -> None:
    order = replace(an_order_of(replace(BEER, name="")), names={"beer": "Pilsner"})
    assert sums(order) == [(2, "Pilsner")]


def test_a_screen_reader_finds_each_row_by_itself_where_it_is_painted(
    qtbot: QtBot, theme: Theme
) -> None:
    rare = replace(BURGER, note="rare")
    order = replace(an_order_of(BEER, BURGER, rare), stations={"beer": "Bar"})
    rows = TotalsList(theme)
    qtbot.addWidget(rows)
    rows.resize(320, 400)
    rows.show_totals(totals_of([order], with_new=False))
    put_on_screen(qtbot, rows)
    labels = visible(rows, QLabel)
    assert [read_name(label) for label in labels] == [
        "Bar",
        f"2{TIMES} Beer",
        "Other",
        f"2{TIMES} Burger (1{TIMES} “rare”)",
    ]
    places = [label.geometry() for label in labels]
    for above, below in pairwise(places):
        assert above.bottom() <= below.top()
    assert places[-1].height() > places[1].height()
    rows.show_totals(totals_of([an_order_of(BEER)], with_new=False))
    assert [read_name(label) for label in visible(rows, QLabel)] == [f"2{TIMES} Beer"]
