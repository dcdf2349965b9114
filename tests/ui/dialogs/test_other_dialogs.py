"""Handing over unpaid, money back, order numbers, slips in doubt, ids nobody knows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.capabilities import Capabilities, Telling
from app.domain.news import QuarantineChanged, SlipQuestionsChanged
from app.domain.open_questions import Quarantined, SlipQuestion
from app.domain.order import PaymentMethod, ReturnReason
from app.domain.printing import PrinterWord
from app.domain.refusal import Refusal
from app.domain.scan_news import LookUpAnswered
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.ui.dialogs import OrderNumberDialog, QuarantineDialog, SlipQuestionsDialog
from app.ui.dialogs.order_number import find
from app.ui.dialogs.to_settle import ToSettleDialog
from app.ui.theme import Theme
from app.ui.widgets.bounce import LAST_LIFT
from app.usecases.move_order import MoveOrder
from app.usecases.quarantine import Dismiss, TryAgain
from app.usecases.return_money import ReturnMoney
from app.usecases.settle_print import SettleSlips, SlipAnswer
from app.usecases.settling import TickSettled
from tests.builders import a_job, an_order, an_order_to_pay, at, huf
from tests.ui.dialogs.conftest import Stage
from tests.ui.preorders import pre_order_states
from tests.ui.reading import buttons, clipped, press, read_name, texts, visible
from tests.ui.snapshots import (
    CHEERS,
    MUTE,
    SHOP,
    a_snapshot,
    brought_back,
    cancelled_after_payment,
    the_lager,
    the_pretzel,
    to_settle,
)

OWED = replace(cancelled_after_payment(), attention=None)
UNPAID = an_order_to_pay(900, state=OrderState.READY)


def tick(qtbot: QtBot, root: QWidget, name: str) -> None:
    tile = next(one for one in visible(root, QAbstractButton) if read_name(one) == name)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


# --- hand over unpaid -----------------------------------------------------------------------------


def test_handing_over_unpaid_needs_a_reason(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.HAND_OVER_UNPAID, a_snapshot(UNPAID))
    assert not buttons(dialog)["Hand over unpaid"].isEnabled()
    assert any(text.startswith("900 Ft stays unpaid.") for text in texts(dialog))
    tick(qtbot, dialog, "Pays later")
    press(qtbot, dialog, "Hand over unpaid")
    assert stage.sent == [MoveOrder("order-1", Move.HAND_OVER_UNPAID, "Pays later")]


def test_another_reason_is_written_down(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.HAND_OVER_UNPAID, a_snapshot(UNPAID))
    tick(qtbot, dialog, "Other reason")
    assert not buttons(dialog)["Hand over unpaid"].isEnabled()
    qtbot.keyClicks(dialog.first_focus() and dialog.text, "A bet")  # type: ignore[attr-defined]
    press(qtbot, dialog, "Hand over unpaid")
    assert stage.sent == [MoveOrder("order-1", Move.HAND_OVER_UNPAID, "A bet")]


def test_a_payment_that_came_meanwhile_locks_it(stage: Stage) -> None:
    dialog = stage.open(Move.HAND_OVER_UNPAID, a_snapshot(UNPAID))
    stage.dialogs.show_order(a_snapshot(replace(UNPAID, payment=PaymentState.RECEIVED)))
    assert not buttons(dialog)["Hand over unpaid"].isEnabled()


# --- money returned -------------------------------------------------------------------------------


def test_money_goes_back_whole_and_the_way_it_came(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED))
    assert {"To give back", "900 Ft"} <= set(texts(dialog))
    press(qtbot, dialog, "Money returned")
    whole = ReturnMoney("order-42", huf(900), PaymentMethod.CASH, ReturnReason.CANCELLED)
    assert stage.sent == [whole]


def test_a_part_can_go_back_by_card(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED))
    tick(qtbot, dialog, "Card")
    qtbot.keyClicks(dialog.first_focus(), "400")
    assert "500 Ft is then still to be given back. It cannot be undone." in texts(dialog)
    tick(qtbot, dialog, "Other reason")
    qtbot.keyClicks(dialog.why, "The boss said so")  # type: ignore[attr-defined]
    press(qtbot, dialog, "Money returned")
    reason, why = ReturnReason.OTHER, "The boss said so"
    part = ReturnMoney("order-42", huf(400), PaymentMethod.CARD, reason, why)
    assert stage.sent == [part]


def test_money_the_vendor_refused_goes_back_whole_and_is_refunded_nowhere_else(
    qtbot: QtBot, stage: Stage
) -> None:
    snapshot = pre_order_states()["other-amount"]
    dialog = stage.open(Move.MONEY_RETURNED, snapshot)
    assert not any("refund" in text for text in texts(dialog))
    press(qtbot, dialog, "Money returned")
    order, (taken,) = snapshot.order, snapshot.order.taken
    whole = ReturnMoney(order.id, taken.amount, taken.method, ReturnReason.CANCELLED)
    assert stage.sent == [whole]


def test_nothing_is_preset_for_goods_that_come_back(qtbot: QtBot, stage: Stage) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, brought_back())
    action = buttons(dialog)["Money returned"]
    qtbot.keyClicks(dialog.first_focus(), "500")
    assert "400 Ft of what was taken stays here. It cannot be undone." in texts(dialog)
    assert not action.isEnabled()
    tick(qtbot, dialog, "Goods brought back")
    press(qtbot, dialog, "Money returned")
    reason = ReturnReason.GOODS_BACK
    assert stage.sent == [ReturnMoney("order-37", huf(500), PaymentMethod.CARD, reason)]


@pytest.mark.parametrize(
    ("capabilities", "said"),
    [
        (CHEERS, "Cheers is not told; its own refund is done in the Cheers CMS."),
        (MUTE, "Cheers is not told; its own refund is done in Cheers itself."),
    ],
)
def test_it_says_where_the_vendor_s_own_refund_is_done(
    stage: Stage, capabilities: Capabilities, said: str
) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED, capabilities=capabilities))
    assert any(text.endswith(said) for text in texts(dialog))
    here = Capabilities(moves=dict.fromkeys(Move, Telling.HERE_ONLY), keyed_in_here=True)
    walkin = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED, capabilities=here))
    assert not any("told" in text for text in texts(walkin))


# --- to settle ------------------------------------------------------------------------------------


def settle(stage: Stage, theme: Theme) -> ToSettleDialog:
    dialog = ToSettleDialog(theme, SHOP, stage.sent.append, to_settle(), lambda: at(20))
    stage.show(dialog)
    return dialog


def test_all_that_is_to_be_settled_is_listed_oldest_first(stage: Stage, theme: Theme) -> None:
    dialog = settle(stage, theme)
    rows = sorted(dialog.rows.values(), key=lambda row: row.y())
    assert [(row.tick.text(), row.since.text()) for row in rows] == [
        ("A-37 · Cheers", "since 12:03"),
        ("A-42 · LOKE", "since 12:09"),
        ("A-42 · LOKE", "since 12:09"),
    ]
    assert "LOKE does not know that the customer left. Close the order there." in texts(dialog)
    assert clipped(dialog) == []


def test_a_tick_can_be_taken_back_while_the_list_is_open(
    qtbot: QtBot, stage: Stage, theme: Theme
) -> None:
    dialog = settle(stage, theme)
    left = to_settle()[0]
    first = left.order.settling[0]
    row = dialog.rows["order-42", first.kind, first.since]
    qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton)
    done = replace(left.order, settling=(replace(first, ticked_at=at(20)), left.order.settling[1]))
    dialog.show_orders([a_snapshot(done)])
    assert row.isVisible()
    assert row.is_done
    qtbot.waitUntil(lambda: not LAST_LIFT.repeats(row.tick))
    qtbot.mouseClick(row.tick, Qt.MouseButton.LeftButton)
    sent = [TickSettled("order-42", first.kind, first.since, done) for done in (True, False)]
    assert stage.sent == sent


def test_what_was_undone_goes_and_what_came_since_is_added(stage: Stage, theme: Theme) -> None:
    dialog = settle(stage, theme)
    left, returned = to_settle()
    dialog.show_orders([a_snapshot(replace(left.order, settling=()))])
    assert [key[0] for key in dialog.rows] == ["order-37"]
    dialog.show_orders([left, returned])
    assert len(dialog.rows) == 3


@pytest.mark.parametrize("typed", ["901", "0"])
def test_never_more_than_was_taken_nor_nothing(qtbot: QtBot, stage: Stage, typed: str) -> None:
    dialog = stage.open(Move.MONEY_RETURNED, a_snapshot(OWED))
    qtbot.keyClicks(dialog.first_focus(), typed)
    assert not buttons(dialog)["Money returned"].isEnabled()


# --- order number ---------------------------------------------------------------------------------


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
        ("P-08", "Cheers does not accept the key. Open Settings, Vendors."),
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


# --- slips in doubt -------------------------------------------------------------------------------


def question(order_id: str, *, unsure: bool = True, **changes: object) -> SlipQuestion:
    state = JobState.UNSURE if unsure else JobState.QUEUED
    job = a_job(order_id, state=state, offered=not unsure, **changes)
    return SlipQuestion(job, f"A-{order_id.rpartition('-')[2]}", "Cheers")


@pytest.fixture
def slips(stage: Stage, theme: Theme) -> SlipQuestionsDialog:
    questions = [
        question("order-1"),
        question("order-2", created_at=at(1)),
        question("order-3", unsure=False, cause=PrinterWord.PAPER_OUT),
    ]
    dialog = SlipQuestionsDialog(theme, SHOP, stage.sent.append, questions)
    stage.show(dialog)
    return dialog


def test_all_came_out_answers_the_doubtful_ones_alone(
    qtbot: QtBot, stage: Stage, slips: SlipQuestionsDialog
) -> None:
    assert not buttons_of(slips)["Settle"].isEnabled()
    press_one(qtbot, slips, "All came out")
    press_one(qtbot, slips, "Settle")
    out = SlipAnswer.CAME_OUT
    assert stage.sent == [SettleSlips({"job-order-1-1": out, "job-order-2-1": out})]
    assert slips.isHidden()


def test_none_came_out_prints_them(qtbot: QtBot, stage: Stage, slips: SlipQuestionsDialog) -> None:
    press_one(qtbot, slips, "None came out")
    press_one(qtbot, slips, "Settle")
    again = SlipAnswer.PRINT
    assert stage.sent == [SettleSlips({"job-order-1-1": again, "job-order-2-1": again})]


def test_slips_are_picked_one_by_one(
    qtbot: QtBot, stage: Stage, slips: SlipQuestionsDialog
) -> None:
    tick(qtbot, slips.rows[1], "Print it")
    tick(qtbot, slips.rows[2], "No slip")
    press_one(qtbot, slips, "Settle")
    answers = {"job-order-2-1": SlipAnswer.PRINT, "job-order-3-1": SlipAnswer.GIVE_UP}
    assert stage.sent == [SettleSlips(answers)]


def test_a_slip_of_which_nothing_left_cannot_have_come_out(slips: SlipQuestionsDialog) -> None:
    names = [read_name(one) for one in visible(slips.rows[2], QAbstractButton)]
    assert names == ["Print it", "No slip"]
    assert "Waits since 12:00: “counter” has no paper" in texts(slips.rows[2])


def test_the_list_follows_what_happens_and_keeps_what_was_picked(
    qtbot: QtBot, slips: SlipQuestionsDialog
) -> None:
    tick(qtbot, slips.rows[1], "Print it")
    left = (slips.rows[1].question, question("order-4"))
    slips.show_questions(SlipQuestionsChanged(left))
    assert [row.question.number for row in slips.rows] == ["A-2", "A-4"]
    assert [row.answer for row in slips.rows] == [SlipAnswer.PRINT, None]
    slips.show_questions(SlipQuestionsChanged(()))
    assert slips.isHidden()


def test_a_slip_cut_off_by_pult_s_end_blames_no_printer(
    stage: Stage, slips: SlipQuestionsDialog
) -> None:
    said = " ".join(texts(slips))
    assert "Pult ended while it printed" in said
    assert "stopped answering" not in said


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (PrinterWord.PAPER_OUT, "which has no paper. It may still come out by itself"),
        (PrinterWord.COVER_OPEN, "which is open. It may still come out by itself"),
        (PrinterWord.NOT_ANSWERING, "which stopped answering at the end"),
        (PrinterWord.NOT_REACHABLE, "which stopped answering at the end"),
    ],
)
def test_a_slip_that_a_stopped_printer_may_still_print_is_asked_about_with_that_word(
    stage: Stage, theme: Theme, cause: PrinterWord, said: str
) -> None:
    doubtful = question("order-1", cause=cause)
    dialog = SlipQuestionsDialog(theme, SHOP, stage.sent.append, [doubtful])
    stage.show(dialog)
    assert any(text.endswith(f"“counter”, {said}") for text in texts(dialog.rows[0]))


def test_later_settles_nothing(qtbot: QtBot, stage: Stage, slips: SlipQuestionsDialog) -> None:
    press_one(qtbot, slips, "All came out")
    press_one(qtbot, slips, "Later")
    assert stage.sent == []


def test_the_list_of_slips_is_not_cut(qtbot: QtBot, slips: SlipQuestionsDialog) -> None:
    qtbot.waitUntil(lambda: clipped(slips) == [])


def buttons_of(root: QWidget) -> dict[str, QAbstractButton]:
    """Give the buttons of a list, in whose rows the same names come again."""
    return {read_name(one): one for one in visible(root, QAbstractButton)}


def press_one(qtbot: QtBot, root: QWidget, name: str) -> None:
    button = buttons_of(root)[name]
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# --- quarantine -----------------------------------------------------------------------------------

UNKNOWN = Quarantined("cheers", "5f2e7c1a", at(), 4)
OTHER = Quarantined("cheers", "77c1", at(3), 1)


@pytest.fixture
def strangers(stage: Stage, theme: Theme) -> QuarantineDialog:
    titles = {"cheers": "Cheers"}
    dialog = QuarantineDialog(theme, SHOP, stage.sent.append, [UNKNOWN, OTHER], titles)
    stage.show(dialog)
    return dialog


def test_an_id_is_tried_again_or_let_go(
    qtbot: QtBot, stage: Stage, strangers: QuarantineDialog
) -> None:
    press(qtbot, strangers.rows[0], "Try again")
    press(qtbot, strangers.rows[1], "Dismiss")
    assert stage.sent == [TryAgain("cheers", "5f2e7c1a"), Dismiss("cheers", "77c1")]


def test_the_list_of_ids_follows_and_closes_when_empty(strangers: QuarantineDialog) -> None:
    strangers.show_entries(QuarantineChanged((OTHER,)))
    assert [row.entry for row in strangers.rows] == [OTHER]
    assert "77c1" in texts(strangers)
    strangers.show_entries(QuarantineChanged(()))
    assert strangers.isHidden()


def test_a_dialog_of_another_order_is_left_alone(stage: Stage) -> None:
    dialog = stage.open(Move.REJECT, a_snapshot(the_lager()))
    stage.dialogs.show_order(a_snapshot(an_order(state=OrderState.PREPARING)))
    assert buttons(dialog)["Reject"].isEnabled()
