"""Slips of which nobody knows whether they came out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.news import SlipQuestionsChanged
from app.domain.open_questions import SlipQuestion
from app.domain.printing import PrinterWord
from app.domain.states import JobState
from app.ui.dialogs import SlipQuestionsDialog
from app.ui.theme import Theme
from app.usecases.settle_print import SettleSlips, SlipAnswer
from tests.builders import a_job, at
from tests.ui.dialogs.conftest import Stage
from tests.ui.reading import clipped, read_name, texts, tick, visible
from tests.ui.snapshots import SHOP


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
