"""Ids that no vendor knows: tried again, or dismissed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.news import QuarantineChanged
from app.domain.open_questions import Quarantined
from app.domain.states import Move, OrderState
from app.ui.dialogs import QuarantineDialog
from app.ui.theme import Theme
from app.usecases.quarantine import Dismiss, TryAgain
from tests.builders import an_order, at
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import buttons, press, texts
from tests.ui.snapshots import SHOP, a_snapshot, the_lager

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
