"""The list of orders a register does not have: articles, answers, and ticking off."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.news import NotInRegisterChanged
from app.domain.open_questions import NotInRegister
from app.ui.dialogs import NotInRegisterDialog
from app.ui.theme import Theme
from app.usecases.not_in_register import MapArticle, RungUp, SendToRegister
from tests.ui.dialogs.conftest import Stage
from tests.ui.gallery_dialogs import TITLES, not_listed_orders
from tests.ui.reading import buttons, clipped, press, texts

LACKING, MIXED, REFUSED = not_listed_orders()


@pytest.fixture
def dialog(stage: Stage, theme: Theme) -> NotInRegisterDialog:
    made = NotInRegisterDialog(theme, stage.sent.append, not_listed_orders(), TITLES)
    made.mapped.connect(stage.sent.extend)
    stage.show(made)
    return made


def show(dialog: NotInRegisterDialog, *entries: NotInRegister) -> None:
    dialog.show_entries(NotInRegisterChanged(entries))


def test_each_order_says_why_it_is_not_there(dialog: NotInRegisterDialog) -> None:
    said = " ".join(texts(dialog))
    assert "A-38 · Cheers" in said
    assert "OktoPOS needs its article for: French fries, House lemonade." in said
    assert "Some of it is eaten here and some taken away." in said
    assert "Why: “Article 1001 is not known”." in said
    assert clipped(dialog) == []


def test_an_article_is_typed_with_the_figures_and_kept(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    fries = dialog.rows[0].articles[0]
    assert dialog.first_focus() is fries.field
    assert not fries.keep.isEnabled()
    for key in ("4", "7", "1", "2", "Delete the last letter"):
        press(qtbot, dialog.figures, key)
    assert fries.field.text() == "471"
    press(qtbot, dialog, "Keep, French fries")
    assert stage.sent == [MapArticle("fries", "471", "French fries")]


def test_figures_go_to_the_field_that_was_touched_last(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    lemonade = dialog.rows[0].articles[1]
    qtbot.mouseClick(lemonade.field, Qt.MouseButton.LeftButton)
    dialog._on_field_entered(lemonade)
    press(qtbot, dialog.figures, "9")
    assert lemonade.field.text() == "9"
    qtbot.keyClicks(lemonade.field, "a1")
    qtbot.keyClick(lemonade.field, Qt.Key.Key_Return)
    assert stage.sent == [MapArticle("lemonade-400ml", "9a1", "House lemonade")]


def test_what_was_typed_stays_when_the_list_changes(dialog: NotInRegisterDialog) -> None:
    dialog.rows[0].articles[1].field.setText("77")
    fries = replace(LACKING.lines[1], article="471")
    after = replace(LACKING, lines=(LACKING.lines[0], fries, LACKING.lines[2]))
    show(dialog, after, MIXED)
    (left,) = dialog.rows[0].articles
    assert (left.line.name, left.field.text()) == ("House lemonade", "77")
    assert [row.entry.number for row in dialog.rows] == ["A-38", "A-39"]


def test_a_mixed_basket_is_answered(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    press(qtbot, dialog, "All eaten here, A-39")
    press(qtbot, dialog, "All taken away, A-39")
    assert stage.sent == [SendToRegister("push-2", away=False), SendToRegister("push-2", away=True)]


def test_what_the_register_refused_is_sent_again_or_given_another_article(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    (row,) = dialog.rows[2].articles
    assert row.field.text() == "1001"
    assert not row.keep.isEnabled()
    row.field.setText("1002")
    press(qtbot, dialog, "Keep, Lager 0.5 l")
    lager = replace(REFUSED.lines[0], article="1002")
    show(dialog, replace(REFUSED, lines=(lager,)))
    qtbot.waitUntil(lambda: "Send again, B-7" in buttons(dialog))
    press(qtbot, dialog, "Send again, B-7")
    assert stage.sent == [MapArticle("beer-500ml", "1002", "Lager 0.5 l"), SendToRegister("push-3")]


def test_every_order_can_be_ticked_off(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    for number in ("A-38", "A-39", "B-7"):
        press(qtbot, dialog, f"Rung up by hand, {number}")
    assert stage.sent == [RungUp("push-1"), RungUp("push-2"), RungUp("push-3")]


def test_an_order_whose_articles_were_imported_meanwhile_is_sent_again(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    press(qtbot, dialog, "Send again, A-38")
    assert stage.sent == [SendToRegister("push-1")]


def test_articles_typed_but_not_kept_are_kept_by_sending_again(
    qtbot: QtBot, stage: Stage, dialog: NotInRegisterDialog
) -> None:
    fries, lemonade = dialog.rows[0].articles
    fries.field.setText("471")
    lemonade.field.setText("9a1")
    press(qtbot, dialog, "Send again, A-38")
    # The last of them sends the order; sending it besides would be a move that is not possible.
    assert stage.sent == [
        MapArticle("fries", "471", "French fries"),
        MapArticle("lemonade-400ml", "9a1", "House lemonade"),
    ]


def test_an_empty_list_closes(dialog: NotInRegisterDialog) -> None:
    show(dialog, MIXED)
    assert not dialog.figures.isVisibleTo(dialog)
    show(dialog)
    assert dialog.isHidden()


def test_no_target_is_too_small(dialog: NotInRegisterDialog, theme: Theme) -> None:
    least = theme.px(48)
    found = [*buttons(dialog).values(), *(one.field for row in dialog.rows for one in row.articles)]
    assert all(min(one.width(), one.height()) >= least for one in found)
