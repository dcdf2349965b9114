"""What Pult says, Undo, and the day's list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.news import Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.order import UndoPoint
from app.domain.states import Move, OrderState, PaymentState
from app.usecases.undo_move import UndoMove
from tests.builders import at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import simple, the_day
from tests.ui.reading import buttons, texts
from tests.ui.snapshots import a_snapshot


def moved(number: str = "A-36", undo: float = 30, **changes: str) -> Noticed:
    data = {"move": "COLLECTED", "told": "yes", "undo": str(undo)} | changes
    order_id = f"order-{number.removeprefix('A-')}"
    return Noticed(Notice(NoticeCode.MOVED, Tone.OK, order_id, number, "cheers", data), at(24))


def said(shown: Shown) -> list[str]:
    return [label.text() for label in shown.group("Messages").findChildren(QLabel)]


def test_a_move_is_said_with_undo(show: Show) -> None:
    shown = show()
    shown.say(moved())
    assert any(text.startswith("A-36 collected. Cheers is told in 30 s") for text in said(shown))
    shown.press("Undo", shown.group("Messages"))
    assert shown.till.of(UndoMove) == [UndoMove("order-36")]


def test_undo_goes_when_the_order_has_none_any_more(show: Show) -> None:
    shown = show()
    undo = UndoPoint(Move.COLLECTED, OrderState.READY, PaymentState.NOT_DUE, at(25))
    order = simple(36, 2, state=OrderState.COLLECTED, held_in=None)
    shown.orders(a_snapshot(replace(order, undo=undo)))
    shown.say(moved())
    assert "Undo" in buttons(shown.group("Messages"))
    shown.orders(a_snapshot(simple(36, 2, state=OrderState.READY)))
    assert "Undo" not in buttons(shown.group("Messages"))


def test_a_message_leads_to_its_order(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    notice = Notice(
        NoticeCode.REFUSED, Tone.BAD, "order-37", "A-37", "cheers", {"kind": "ready", "reason": "x"}
    )
    shown.say(Noticed(notice, at(24)))
    shown.press("Show A-37", shown.group("Messages"))
    assert shown.has_group("Order A-37")


def test_the_latest_messages_are_labels_of_the_group(show: Show) -> None:
    shown = show()
    for number in range(1, 4):
        shown.say(moved(f"A-{number}", undo=0))
    for number in range(1, 4):
        assert any(text.startswith(f"A-{number} collected") for text in said(shown))


def test_a_tap_lists_the_day(show: Show) -> None:
    shown = show()
    shown.say(moved("A-1", undo=0))
    refused = Notice(
        NoticeCode.REFUSED, Tone.BAD, "order-2", "A-2", "cheers", {"kind": "ready", "reason": "no"}
    )
    shown.say(Noticed(refused, at(24)))
    strip = shown.work.stage.strip
    shown.qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    assert shown.title() == "Messages"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    listed = texts(dialog)
    assert any("A-1 collected" in text for text in listed)
    assert any("P-02" in text for text in listed)
    shown.say(moved("A-3", undo=0))
    assert any("A-3 collected" in text for text in texts(dialog))


def test_the_list_of_a_quiet_day_says_so(show: Show) -> None:
    shown = show()
    shown.work.messages.on_strip_opened()
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "Nothing was said yet" in texts(dialog)


@pytest.mark.parametrize("number", ["<b>A-1</b>", "A-" + "9" * 300, "{seconds}", "%1 {0}"])
def test_hostile_numbers_stay_text(show: Show, number: str) -> None:
    shown = show()
    before = shown.window.size()
    shown.say(moved(number))
    assert any(number[:20] in text or number == "{seconds}" for text in said(shown))
    assert shown.window.size() == before
