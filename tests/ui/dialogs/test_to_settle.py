"""The list of what is to be settled outside this till."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.states import Move
from app.ui.dialogs.to_settle import ToSettleDialog
from app.ui.theme import Theme
from app.ui.widgets.bounce import LAST_LIFT
from app.usecases.settling import TickSettled
from tests.builders import at
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import buttons, clipped, texts
from tests.ui.snapshots import SHOP, a_snapshot, cancelled_after_payment, to_settle

OWED = replace(cancelled_after_payment(), attention=None)


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
