"""The page Help: what is read out to a helper on the telephone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from app import __version__
from app.domain.news import LampChanged, ProblemsChanged
from app.domain.notice import NoticeCode
from app.domain.problem import Problem
from app.ui.wording.figures import TIMES
from tests.builders import at
from tests.ui.main.conftest import Show
from tests.ui.main.day import LAMPS, PAPER_OUT
from tests.ui.reading import texts

PROBLEMS = (
    Problem(NoticeCode.SLIP_WAITS, at(23), "counter"),
    Problem(NoticeCode.VENDOR_GONE, at(10), "cheers", times=3),
)


def test_it_shows_till_version_lamps_and_problems(show: Show) -> None:
    shown = show()
    shown.say(*map(LampChanged, LAMPS), ProblemsChanged(PROBLEMS))
    shown.work.away.on_help()
    seen = texts(shown.window)
    for text in ("Front counter · till-1", f"Pult {__version__}", "Cheers: connected", "P-11"):
        assert text in seen
    assert f"12:10 · Cheers · 3{TIMES}" in seen
    assert "Slips wait until the printer is well." in seen


def test_it_stays_up_to_date_while_it_is_read_out(show: Show) -> None:
    shown = show()
    shown.work.away.on_help()
    assert "No problem was met" in texts(shown.window)
    shown.say(LampChanged(PAPER_OUT), ProblemsChanged(PROBLEMS[:1]))
    seen = texts(shown.window)
    assert "counter: paper out" in seen
    assert "P-11" in seen
    assert "No problem was met" not in seen


def test_it_is_read_to_its_end_by_the_keyboard(show: Show) -> None:
    shown = show()
    shown.resize(1024, 600)
    shown.say(*map(LampChanged, LAMPS), ProblemsChanged(PROBLEMS))
    shown.work.away.on_help()
    page = shown.work.pages.page("help")
    assert page is not None
    area = next(area for area in page.findChildren(QScrollArea) if area.accessibleName() == "Help")
    shown.qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus
    shown.qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_the_list_of_messages_leads_to_it(show: Show) -> None:
    shown = show()
    shown.work.messages.on_strip_opened()
    shown.press_dialog("Help")
    assert shown.work.pages.key == "help"
    assert shown.work.layer.dialog is None
