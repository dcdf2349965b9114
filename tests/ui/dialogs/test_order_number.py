"""An order number is typed: found on the board, or asked for at a vendor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.refusal import Refusal
from app.domain.scan_news import LookUpAnswered
from app.ui.dialogs import OrderNumberDialog
from app.ui.dialogs.order_number import find
from app.ui.theme import Theme
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import buttons, press, texts
from tests.ui.snapshots import a_snapshot, the_lager, the_pretzel


class Asked:
    """What the dialog asked for."""

    def __init__(self, dialog: OrderNumberDialog) -> None:
        self.chosen: list[str] = []
        self.looked_up: list[tuple[str, str]] = []
        self.found: list[str] = []
        dialog.order_chosen.connect(self.chosen.append)
        dialog.order_found.connect(self.found.append)
        dialog.look_up_requested.connect(lambda vendor, text: self.looked_up.append((vendor, text)))


@pytest.fixture
def numbers(stage: Stage, theme: Theme) -> OrderNumberDialog:
    orders = [a_snapshot(the_lager()), a_snapshot(the_pretzel(number="B-42"))]
    dialog = OrderNumberDialog(theme, orders, [("cheers", "Cheers")])
    stage.show(dialog)
    return dialog


def test_figures_find_every_order_they_fit(qtbot: QtBot, numbers: OrderNumberDialog) -> None:
    asked = Asked(numbers)
    press(qtbot, numbers, "4")
    press(qtbot, numbers, "2")
    assert {"A-42 · Cheers · Counter 1", "B-42 · Cheers · Counter 2"} <= set(buttons(numbers))
    press(qtbot, numbers, "A-42 · Cheers · Counter 1")
    assert (asked.chosen, numbers.isHidden()) == (["order-42"], True)


def test_a_whole_number_and_enter_open_at_once(qtbot: QtBot, numbers: OrderNumberDialog) -> None:
    asked = Asked(numbers)
    qtbot.keyClicks(numbers.field, "b42")
    qtbot.keyClick(numbers.field, Qt.Key.Key_Return)
    assert asked.chosen == ["order-37"]


def test_an_unknown_id_is_asked_for_at_the_vendor(qtbot: QtBot, numbers: OrderNumberDialog) -> None:
    asked = Asked(numbers)
    qtbot.keyClicks(numbers.field, "5f2e-77")
    assert "No order on the board has this number." in texts(numbers)
    press(qtbot, numbers, "Ask Cheers for this id")
    assert asked.looked_up == [("cheers", "5f2e-77")]
    assert not buttons(numbers)["Ask Cheers for this id"].isEnabled()
    numbers.look_up_answered(LookUpAnswered("cheers", "5f2e-77", found="order-9"))
    assert (asked.found, numbers.isHidden()) == (["order-9"], True)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("P-10", "Cheers has no order of this id. Compare it letter by letter."),
        ("P-07", "Cheers does not answer. Try again in a moment."),
        ("P-08", "Cheers does not let this shop in. Open Settings, Vendors."),
        ("P-09", "Cheers gave no answer Pult understands. Look in Cheers."),
    ],
)
def test_what_a_vendor_could_not_do_is_told(
    qtbot: QtBot, numbers: OrderNumberDialog, problem: str, said: str
) -> None:
    qtbot.keyClicks(numbers.field, "5f2e-77")
    press(qtbot, numbers, "Ask Cheers for this id")
    numbers.look_up_answered(LookUpAnswered("cheers", "5f2e-77", problem=problem))
    assert said in texts(numbers)
    assert buttons(numbers)["Ask Cheers for this id"].isEnabled()


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("816910908011148", [("cheers", "816910908011148")]), ("0123456789abcdef" * 2, [])],
)
def test_enter_asks_at_once_for_a_number_but_not_for_what_may_be_a_secret(
    qtbot: QtBot, stage: Stage, theme: Theme, typed: str, asked: list[tuple[str, str]]
) -> None:
    dialog = OrderNumberDialog(theme, [], [("cheers", "Cheers")], asks_at_once=True)
    stage.show(dialog)
    wanted = Asked(dialog)
    qtbot.keyClicks(dialog.field, typed)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert wanted.looked_up == asked


def test_a_number_that_was_refused_says_what_to_do(
    qtbot: QtBot, numbers: OrderNumberDialog
) -> None:
    qtbot.keyClicks(numbers.field, "5f2e-77")
    press(qtbot, numbers, "Ask Cheers for this id")
    data = {"why": Refusal.BASKET_CHANGED.value, "reason": "402"}
    answer = LookUpAnswered("cheers", "5f2e-77", problem="P-20", data=data)
    numbers.look_up_answered(answer)
    said = "The customer's basket was changed meanwhile. Ask the customer for a new order number."
    assert said in texts(numbers)


def test_an_answer_to_another_question_is_not_ours(numbers: OrderNumberDialog) -> None:
    asked = Asked(numbers)
    numbers.look_up_answered(LookUpAnswered("cheers", "else", found="order-9"))
    assert (asked.chosen, numbers.isHidden()) == ([], False)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("A-42", ["order-42"]),
        ("a 42", ["order-42"]),
        ("42", ["order-42", "order-37"]),
        ("4", ["order-42", "order-37"]),
        ("cheers-order-42", ["order-42"]),
        ("7", []),
        ("-", []),
    ],
)
def test_what_numbers_mean(typed: str, found: list[str]) -> None:
    orders = [a_snapshot(the_lager()), a_snapshot(the_pretzel(number="B-42"))]
    assert [snapshot.order.id for snapshot in find(orders, typed)] == found
