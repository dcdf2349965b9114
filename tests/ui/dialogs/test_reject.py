"""Rejecting says why, to whom, and what follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.capabilities import Capabilities, Telling
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.states import Move, OrderState
from app.ui.dialogs import RejectDialog
from app.ui.theme import Theme
from app.usecases.reject_order import RejectOrder
from tests.builders import a_push, huf
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import buttons, clipped, press, read_name, texts, visible
from tests.ui.snapshots import MUTE, SHOP, a_snapshot, the_lager


def open_reject(stage: Stage) -> RejectDialog:
    dialog = stage.open(Move.REJECT, a_snapshot(the_lager()))
    assert isinstance(dialog, RejectDialog)
    return dialog


def tick(qtbot: QtBot, dialog: RejectDialog, name: str) -> None:
    tile = next(one for one in visible(dialog, QAbstractButton) if read_name(one) == name)
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)


def test_sold_out_asks_which_lines_and_writes_the_text(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_reject(stage)
    assert "What is sold out?" not in texts(dialog)
    tick(qtbot, dialog, "Sold out")
    tick(qtbot, dialog, "Wheat beer 0.3 l")
    assert dialog.text.text() == "Sorry, wheat beer 0.3 l is sold out today."
    press(qtbot, dialog, "Reject")
    command = RejectOrder("order-42", "Sorry, wheat beer 0.3 l is sold out today.")
    assert (stage.sent, stage.layer.dialog) == ([command], None)


def test_two_lines_are_named_together(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_reject(stage)
    tick(qtbot, dialog, "Sold out")
    tick(qtbot, dialog, "Draught lager 0.5 l")
    tick(qtbot, dialog, "Wheat beer 0.3 l")
    expected = "Sorry, draught lager 0.5 l and wheat beer 0.3 l are sold out today."
    assert dialog.text.text() == expected


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("Too busy right now", "Sorry, we are too busy to take your order right now."),
        ("We close soon", "Sorry, we close soon and cannot make your order any more."),
        ("Cannot deliver there", "Sorry, we cannot deliver to this address."),
        ("Ordered twice", "You seem to have ordered twice, so we make one of them."),
    ],
)
def test_a_ready_made_reason_is_what_the_customer_reads(
    qtbot: QtBot, stage: Stage, reason: str, text: str
) -> None:
    dialog = open_reject(stage)
    tick(qtbot, dialog, reason)
    press(qtbot, dialog, "Reject")
    assert stage.sent == [RejectOrder("order-42", text)]


def test_words_of_one_s_own_stay(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_reject(stage)
    tick(qtbot, dialog, "Too busy right now")
    dialog.text.clear()
    qtbot.keyClicks(dialog.text, "The oven is broken.")
    tick(qtbot, dialog, "We close soon")
    press(qtbot, dialog, "Reject")
    assert stage.sent == [RejectOrder("order-42", "The oven is broken.")]


def test_another_reason_needs_words(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_reject(stage)
    tick(qtbot, dialog, "Other reason")
    assert not buttons(dialog)["Reject"].isEnabled()
    qtbot.keyClicks(dialog.text, "Flood")
    press(qtbot, dialog, "Reject")
    assert stage.sent == [RejectOrder("order-42", "Flood")]


def test_a_vendor_that_wants_a_reason_gets_one(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    dialog = stage.open(Move.REJECT, a_snapshot(the_lager(), capabilities=MUTE))
    assert not buttons(dialog)["Reject"].isEnabled()
    tick(qtbot, dialog, "We close soon")
    assert buttons(dialog)["Reject"].isEnabled()


def test_the_caption_says_who_reads_the_reason(stage: Stage) -> None:
    assert "The customer reads" in texts(open_reject(stage))
    wants = stage.open(Move.REJECT, a_snapshot(the_lager(), capabilities=MUTE))
    assert "Cheers reads, not the customer (needed)" in texts(wants)
    mute = Capabilities(moves={Move.REJECT: Telling.OURS_ALONE})
    alone = stage.open(Move.REJECT, a_snapshot(the_lager(), capabilities=mute))
    assert "Reason, kept here only" in texts(alone)
    assert "Cheers is not told. Nothing was paid." in texts(alone)


def test_the_consequence_is_one_line(stage: Stage, theme: Theme) -> None:
    said = "5 seconds to undo, then Cheers tells the customer for good. Nothing was paid."
    assert said in texts(open_reject(stage))
    taken = the_lager(taken=(PaymentPart(PaymentMethod.CASH, huf(900)),))
    dialog = RejectDialog(theme, replace(SHOP, undo_seconds=0), print, a_snapshot(taken))
    stage.show(dialog)
    assert "Cheers tells the customer for good. Give 900 Ft back by hand." in texts(dialog)


@pytest.mark.parametrize("way", ["Keep the order", "Close"])
def test_keeping_changes_nothing(qtbot: QtBot, stage: Stage, way: str) -> None:
    dialog = open_reject(stage)
    tick(qtbot, dialog, "Sold out")
    press(qtbot, dialog, way)
    assert (stage.sent, stage.layer.dialog) == ([], None)


def test_an_order_that_moved_on_locks(stage: Stage) -> None:
    dialog = open_reject(stage)
    stage.dialogs.show_order(a_snapshot(the_lager(state=OrderState.PREPARING)))
    assert not buttons(dialog)["Reject"].isEnabled()
    assert any("changed meanwhile" in text for text in texts(dialog))


def test_an_accept_on_its_way_locks_and_its_end_opens_again(stage: Stage) -> None:
    dialog = open_reject(stage)
    stage.dialogs.show_order(a_snapshot(the_lager(), pushes=(a_push("order-42"),)))
    assert not buttons(dialog)["Reject"].isEnabled()
    stage.dialogs.show_order(a_snapshot(the_lager()))
    assert buttons(dialog)["Reject"].isEnabled()
    assert not any("changed meanwhile" in text for text in texts(dialog))


def test_nothing_is_cut(qtbot: QtBot, stage: Stage) -> None:
    dialog = open_reject(stage)
    tick(qtbot, dialog, "Sold out")
    qtbot.waitUntil(lambda: clipped(dialog) == [])
