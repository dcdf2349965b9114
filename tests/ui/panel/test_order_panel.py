"""The panel sends each move once, keeps its place on updates and wakes up again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.capabilities import Capabilities, Telling
from app.domain.news import CommandRefused
from app.domain.order import UndoPoint
from app.domain.push import PushKind, PushState
from app.domain.states import JobState, Move, OrderState, PaymentState
from app.ui.panel import OrderPanel
from app.usecases.accept_order import AcceptOrder
from app.usecases.bring_back import BringBack
from app.usecases.move_order import MoveOrder
from app.usecases.print_order import PrintAgain, PrintOrder
from app.usecases.see_order import SeeOrder
from app.usecases.settle_print import SettleSlip
from app.usecases.settle_question import AskAgain, SettleQuestion
from app.usecases.undo_move import UndoMove
from tests.builders import a_push, an_order, an_order_to_pay, at, huf
from tests.ui.panel.conftest import Open
from tests.ui.reading import buttons, press, read_name, texts
from tests.ui.snapshots import (
    MUTE,
    a_slip_standing,
    a_snapshot,
    brought_back,
    cancelled_after_payment,
    panel_states,
    the_lager,
)

DOUBT = a_push(state=PushState.UNCONFIRMED)
REFUSED = a_push(kind=PushKind.READY, state=PushState.REFUSED, refusal="no")
UNSURE = a_slip_standing(JobState.UNSURE)
READY = an_order(state=OrderState.READY)
PREPARING = an_order(state=OrderState.PREPARING)
UNDOABLE = replace(
    an_order(state=OrderState.COLLECTED),
    undo=UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(3)),
)


@pytest.mark.parametrize(
    ("snapshot", "name", "command"),
    [
        (a_snapshot(), "Accept", AcceptOrder("order-1")),
        (a_snapshot(PREPARING), "Ready", MoveOrder("order-1", Move.READY)),
        (a_snapshot(READY), "Collected", MoveOrder("order-1", Move.COLLECTED)),
        (a_snapshot(READY), "Left", MoveOrder("order-1", Move.LEFT)),
        (a_snapshot(PREPARING), "Print", PrintOrder("order-1")),
        (a_snapshot(PREPARING, slip=a_slip_standing()), "Print again", PrintAgain("order-1")),
        (a_snapshot(pushes=(DOUBT,)), "Ask again", AskAgain("order-1")),
        (a_snapshot(pushes=(DOUBT,)), "It happened", SettleQuestion("order-1", True)),
        (a_snapshot(pushes=(DOUBT,)), "It did not happen", SettleQuestion("order-1", False)),
        (a_snapshot(READY, slip=UNSURE), "Slip came out", SettleSlip("order-1", True)),
        (a_snapshot(READY, slip=UNSURE), "Slip did not come out", SettleSlip("order-1", False)),
        (a_snapshot(cancelled_after_payment()), "Seen", SeeOrder("order-42")),
        (a_snapshot(READY, pushes=(REFUSED,)), "Seen", SeeOrder("order-1")),
        (a_snapshot(UNDOABLE), "Undo", UndoMove("order-1")),
        (a_snapshot(replace(UNDOABLE, undo=None)), "Bring back", BringBack("order-1")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_press_sends_its_command_once(
    qtbot: QtBot, open_order: Open, snapshot: object, name: str, command: object
) -> None:
    opened = open_order(snapshot)  # type: ignore[arg-type]
    button = buttons(opened.panel)[name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert opened.sent == [command]
    assert len(opened.moved) == 1


@pytest.mark.parametrize(
    ("snapshot", "name", "move"),
    [
        (a_snapshot(), "Reject", Move.REJECT),
        (a_snapshot(an_order_to_pay()), "Take payment", Move.TAKE_PAYMENT),
        (
            a_snapshot(replace(cancelled_after_payment(), attention=None)),
            "Money returned",
            Move.MONEY_RETURNED,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_moves_that_ask_first_open_a_dialog_and_send_nothing(
    qtbot: QtBot, open_order: Open, snapshot: object, name: str, move: Move
) -> None:
    opened = open_order(snapshot)  # type: ignore[arg-type]
    press(qtbot, opened.panel, name)
    assert (opened.sent, [wanted for wanted, _ in opened.wanted]) == ([], [move])


def test_the_panel_is_a_group_named_after_the_order(open_order: Open) -> None:
    opened = open_order(a_snapshot())
    interface = QAccessible.queryAccessibleInterface(opened.panel)
    assert interface.role() == QAccessible.Role.Grouping
    assert read_name(opened.panel) == "Order A-1"


def test_an_empty_panel_says_what_to_do_and_has_no_moves(open_order: Open) -> None:
    opened = open_order(None)
    assert texts(opened.panel) == ["No order open", "Tap a card or scan a slip."]
    assert buttons(opened.panel) == {}


def test_take_payment_shows_the_amount_and_keeps_its_name(open_order: Open) -> None:
    button = buttons(open_order(a_snapshot(an_order_to_pay(5160))).panel)["Take payment"]
    assert button.text() == "Take payment 5,160 Ft"


def test_a_locked_move_takes_no_press(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot(an_order_to_pay(900, state=OrderState.READY)))
    collected = buttons(opened.panel)["Collected"]
    qtbot.mouseClick(collected, Qt.MouseButton.LeftButton)
    assert (collected.isEnabled(), opened.sent) == (False, [])
    assert any("900 Ft is still to be paid." in text for text in texts(opened.panel))


def test_in_flight_the_button_keeps_its_name_and_wakes_when_the_vendor_said_yes(
    qtbot: QtBot, open_order: Open
) -> None:
    opened = open_order(a_snapshot())
    press(qtbot, opened.panel, "Accept")
    accept = buttons(opened.panel)["Accept"]
    assert (accept.text(), accept.isEnabled()) == ("Accepting…", False)
    opened.panel.show_order(a_snapshot(pushes=(a_push(state=PushState.SENDING),)))
    assert buttons(opened.panel)["Accept"].text() == "Accepting…"
    opened.panel.show_order(a_snapshot(PREPARING))
    qtbot.waitUntil(lambda: buttons(opened.panel)["Ready"].isEnabled())


def test_the_tap_that_accepted_cannot_also_press_ready(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot())
    press(qtbot, opened.panel, "Accept")
    opened.panel.show_order(a_snapshot(PREPARING))
    corner = buttons(opened.panel)["Ready"]
    qtbot.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert opened.sent == [AcceptOrder("order-1")]


def test_a_refused_command_wakes_the_button(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot(READY))
    press(qtbot, opened.panel, "Collected")
    opened.panel.command_refused(CommandRefused("MoveOrder", "order-1"))
    collected = buttons(opened.panel)["Collected"]
    assert collected.text() == "Collected"
    qtbot.waitUntil(collected.isEnabled)


def test_a_reject_in_flight_is_shown_at_its_own_place(open_order: Open) -> None:
    push = a_push(kind=PushKind.REJECT, state=PushState.SENDING)
    found = buttons(open_order(a_snapshot(pushes=(push,))).panel)
    assert (found["Reject"].text(), found["Accept"].text()) == ("Rejecting…", "Accept")
    assert not found["Accept"].isEnabled()


def test_undo_goes_away_when_its_time_is_over(qtbot: QtBot, open_order: Open) -> None:
    soon = replace(UNDOABLE.undo, until=at(2.5) + timedelta(milliseconds=80))  # type: ignore[type-var]
    opened = open_order(a_snapshot(replace(UNDOABLE, undo=soon)))
    assert "Undo" in buttons(opened.panel)
    opened.now = at(2.6)
    qtbot.waitUntil(lambda: "Undo" not in buttons(opened.panel))


def test_the_menu_holds_what_has_no_place_and_says_what_the_vendor_hears(
    qtbot: QtBot, open_order: Open
) -> None:
    opened = open_order(a_snapshot(READY, slip=a_slip_standing()))
    press(qtbot, opened.panel, "More")
    cancel = buttons(opened.panel)["Cancel order"]
    assert cancel.accessibleDescription() == "Cheers is not told; refund in the Cheers CMS"
    assert cancel.height() >= 56
    press(qtbot, opened.panel, "Cancel order")
    assert opened.sent == [MoveOrder("order-1", Move.CANCEL_ORDER)]
    assert "Cancel order" not in buttons(opened.panel)


@pytest.mark.parametrize(
    ("paid_there", "said"),
    [(True, "Left: LOKE is not told; refund there"), (False, "Left: LOKE is not told")],
)
def test_left_says_before_the_tap_that_the_vendor_is_not_told(
    open_order: Open, paid_there: bool, said: str
) -> None:
    due = huf(0) if paid_there else READY.basket.total
    order = replace(READY, due=due, state=OrderState.PREPARING)
    foot = open_order(a_snapshot(order, capabilities=MUTE, vendor_title="LOKE")).panel.foot
    assert foot.note.text() == said
    assert foot.left.accessibleDescription() == said.removeprefix("Left: ")


def test_left_says_before_the_tap_what_the_vendor_does_not_undo(open_order: Open) -> None:
    panel = open_order(a_snapshot(READY)).panel
    assert panel.foot.note.text() == "Left: Cheers does not undo it"
    assert "press Collected. Cheers does not undo it." in panel.foot.step.sentence.text()


def test_an_order_nobody_else_knows_of_says_nothing_of_telling(open_order: Open) -> None:
    here = Capabilities(moves=dict.fromkeys(Move, Telling.HERE_ONLY), keyed_in_here=True)
    panel = open_order(a_snapshot(READY, capabilities=here)).panel
    assert panel.foot.note.text() == ""
    assert "told" not in " ".join(texts(panel))


def test_no_button_shifts_for_the_line_below_left(open_order: Open) -> None:
    opened = open_order(a_snapshot(READY))
    before = opened.panel.foot.left.mapTo(opened.panel, QPoint(0, 0))
    here = Capabilities(moves=dict.fromkeys(Move, Telling.HERE_ONLY), keyed_in_here=True)
    opened.panel.show_order(a_snapshot(READY, capabilities=here))
    assert opened.panel.foot.left.mapTo(opened.panel, QPoint(0, 0)) == before


def test_a_new_order_that_cannot_be_rejected_is_cancelled_here(
    qtbot: QtBot, open_order: Open
) -> None:
    opened = open_order(a_snapshot(an_order(), capabilities=Capabilities()))
    press(qtbot, opened.panel, "Cancel order")
    assert opened.sent == [MoveOrder("order-1", Move.CANCEL_ORDER)]


def test_money_of_a_paid_order_goes_back_from_the_menu_alone(
    qtbot: QtBot, open_order: Open
) -> None:
    opened = open_order(brought_back())
    assert "Money returned" not in buttons(opened.panel)
    press(qtbot, opened.panel, "More")
    assert "Money returned" in buttons(opened.panel)


def test_the_menu_closes_at_esc_and_at_a_press_elsewhere(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot(READY))
    menu = opened.panel.foot.menu
    press(qtbot, opened.panel, "More")
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert menu.isHidden()
    press(qtbot, opened.panel, "More")
    qtbot.mouseClick(opened.panel.header, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    assert (menu.isHidden(), opened.sent) == (True, [])


def test_all_details_unfold_from_the_menu(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot(READY))
    press(qtbot, opened.panel, "More")
    press(qtbot, opened.panel, "All details")
    assert "cheers-order-1" in texts(opened.panel)
    opened.panel.show_order(a_snapshot(an_order("order-2")))
    assert "cheers-order-2" not in texts(opened.panel)


def test_an_update_keeps_rows_and_scroll_position(qtbot: QtBot, open_order: Open) -> None:
    lines = tuple(
        replace(line, name=f"Beer {place}")
        for place in range(12)
        for line in the_lager().basket.lines[:1]
    )
    order = the_lager(basket=replace(the_lager().basket, lines=lines))
    opened = open_order(a_snapshot(order))
    bar = opened.panel.main_scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.setValue(90)
    before: list[QWidget] = opened.panel.basket.lines.rows()
    moved = replace(order, state=OrderState.PREPARING, accepted_at=at(2))
    opened.panel.show_order(a_snapshot(moved))
    assert opened.panel.basket.lines.rows() == before
    assert bar.value() == 90
    opened.panel.show_order(a_snapshot(an_order("order-2")))
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_one_changed_line_changes_one_row(open_order: Open) -> None:
    opened = open_order(a_snapshot(the_lager()))
    before = opened.panel.basket.lines.rows()
    basket = the_lager().basket
    changed = replace(basket.lines[1], name="Cider")
    lines = (basket.lines[0], changed, basket.lines[2])
    opened.panel.show_order(a_snapshot(the_lager(basket=replace(basket, lines=lines))))
    after = opened.panel.basket.lines.rows()
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]


@pytest.mark.parametrize("name", list(panel_states()))
def test_the_large_moves_never_shift(qtbot: QtBot, open_order: Open, name: str) -> None:
    opened = open_order(a_snapshot(the_lager()))
    foot = opened.panel.foot
    corner, left = foot.corner, foot.left

    def where() -> list[tuple[int, int, int]]:
        panel = opened.panel
        return [(*one.mapTo(panel, QPoint(0, 0)).toTuple(), one.width()) for one in (corner, left)]

    before = where()
    opened.panel.show_order(panel_states()[name])
    qtbot.waitUntil(lambda: where() == before)
    assert corner.geometry().left() - left.geometry().right() >= 24
    assert left.width() == 112


def test_moves_rest_while_a_dialog_is_open(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot())
    opened.panel.set_moves_enabled(False)
    qtbot.mouseClick(opened.panel.foot.corner, Qt.MouseButton.LeftButton)
    assert opened.sent == []
    opened.panel.set_moves_enabled(True)
    press(qtbot, opened.panel, "Accept")
    assert opened.sent == [AcceptOrder("order-1")]


def test_every_target_has_a_finger_s_size(qtbot: QtBot, open_order: Open) -> None:
    for snapshot in panel_states().values():
        panel = open_order(snapshot).panel

        def small(panel: OrderPanel = panel) -> list[str]:
            shown = buttons(panel).items()
            return [name for name, one in shown if min(one.width(), one.height()) < 48]

        # The lines lie in a scroll area, which is laid out a moment later.
        qtbot.waitUntil(lambda small=small: small() == [])


def test_enter_acts_as_a_press(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot())
    qtbot.keyClick(buttons(opened.panel)["Accept"], Qt.Key.Key_Return)
    assert opened.sent == [AcceptOrder("order-1")]


def test_the_wide_panel_has_lines_left_and_moves_right(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot(the_lager()))
    opened.panel.resize(1080, 600)
    opened.panel.set_wide(True)
    panel = opened.panel
    qtbot.waitUntil(lambda: panel.foot.mapTo(panel, QPoint(0, 0)).x() > 500)
    assert panel.basket.mapTo(panel, QPoint(0, 0)).x() < 100
    panel.set_wide(False)
    qtbot.waitUntil(lambda: panel.foot.mapTo(panel, QPoint(0, 0)).x() < 10)


def test_esc_with_the_menu_open_closes_the_menu_alone(qtbot: QtBot, open_order: Open) -> None:
    opened = open_order(a_snapshot(READY))
    press(qtbot, opened.panel, "More")

    def is_taken() -> bool:
        kind, none = QEvent.Type.ShortcutOverride, Qt.KeyboardModifier.NoModifier
        escape = QKeyEvent(kind, Qt.Key.Key_Escape, none)
        escape.ignore()
        QApplication.sendEvent(opened.panel.foot.more, escape)
        return escape.isAccepted()

    # What takes the override keeps the key from every shortcut, such as the one that closes orders.
    assert is_taken()
    assert opened.panel.foot.menu.isHidden()
    assert not is_taken()


def test_a_cancelled_order_with_money_to_give_back_looks_ended(open_order: Open) -> None:
    opened = open_order(panel_states()["return-due"])
    assert opened.panel.header.chip.text() == "Cancelled"
    assert "Do not hand the order over." in opened.panel.foot.step.sentence.text()


def test_a_refusal_says_what_the_vendor_said(open_order: Open) -> None:
    refused = panel_states()["ready-refused"]
    said = " ".join(texts(open_order(refused).panel))
    assert "order is not in a state to be DONE" in said
    unknown = replace(refused, order=replace(refused.order, word_is_unknown=True))
    said = " ".join(texts(open_order(unknown).panel))
    assert "Cheers has a state Pult does not know." in said
    assert "Here it stands as" not in said
