"""Printers in Settings: their pages, sheets and letters, and the search for more."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from app.domain.device_news import (
    DeviceKept,
    PagesProven,
    PrinterFound,
    PrinterSearchEnded,
    PrinterSearchLooks,
    SheetPrinted,
    SlipPreviewed,
)
from app.domain.lamp import LampKind
from app.domain.news import LampChanged
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.sheet import ProofLine, ProvenPage, SheetKind
from app.ui.dialogs.waiting_slips import WaitingSlipsDialog
from app.ui.printers.find_dialog import FindDialog
from app.ui.printers.letters_dialog import LettersDialog
from app.ui.printers.section import PrinterSection
from app.ui.printers.width_dialog import WidthDialog
from app.usecases.keep_pages import KeepPages
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import LAMPS, PAPER_OUT, SETTINGS, waiting
from tests.ui.main.test_pages import settings_page
from tests.ui.reading import buttons, texts

GOOD = PrintOutcome(PrintResult.PRINTED, PrinterStatus(PrinterWord.READY))
BAD = PrintOutcome(PrintResult.NOT_STARTED, PrinterStatus(PrinterWord.PAPER_OUT))
LINES = (
    ProofLine(1, ProvenPage("CP852", 18), "árvíztűrő"),
    ProofLine(2, ProvenPage("CP858", 19), "ñ ß €"),
    ProofLine(3, ProvenPage("CP858", 13), "ñ ß €"),
)
BAR = {"kind": "network", "host": "192.0.2.20", "port": 9100}


Kind = TypeVar("Kind")


def the_section(shown: Shown) -> PrinterSection:
    section = settings_page(shown, "Printers").printers
    assert isinstance(section, PrinterSection)
    return section


def the_dialog(shown: Shown, kind: type[Kind]) -> Kind:
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, kind)
    return dialog


def test_the_page_tells_what_the_printer_is(show: Show) -> None:
    words = texts(the_section(show()))
    for said in ("Network", "192.0.2.10:9100", "42 letters", "As its model says"):
        assert said in words


def test_the_tab_of_each_printer_shows_its_page(show: Show) -> None:
    bar = replace(SETTINGS.printers[0], name="bar", address="192.0.2.20:9100", width=32)
    shown = show(printers=(*SETTINGS.printers, bar))
    section = the_section(shown)
    shown.press("bar", section)
    assert "192.0.2.20:9100" in texts(section)
    assert [width for _, _, width in shown.till.of("preview")][-1] == 32


@pytest.mark.parametrize("change", [{"print_as": "picture"}, {"kind": "virtual"}])
def test_a_slip_printed_as_a_picture_is_exactly_the_one_shown(
    show: Show, change: dict[str, str]
) -> None:
    shown = show(printers=(replace(SETTINGS.printers[0], **change),))
    section = the_section(shown)
    asked = shown.till.of("preview")[-1][0]
    shown.say(SlipPreviewed(asked, b"newest"))
    assert "Exactly what it prints" in texts(section)


def test_the_slip_beside_it_is_the_newest_picture(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    asked = shown.till.of("preview")[-1][0]
    shown.say(SlipPreviewed(asked - 1, b"older"))
    assert "The letters are the printer's own" in texts(section)
    shown.say(SlipPreviewed(asked, b""))
    assert "No picture can be drawn here" in texts(section)


def test_slips_that_wait_are_counted_and_lead_to_their_list(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    assert "Look at them" not in buttons(section)
    shown.say(LampChanged(PAPER_OUT), waiting(38, 41))
    assert "2 slips wait" in texts(section)
    shown.press("Look at them", section)
    the_dialog(shown, WaitingSlipsDialog)
    shown.work.ways.on_escape()
    shown.say(waiting())
    assert "Look at them" not in buttons(section)


def test_the_search_says_where_it_looks(show: Show) -> None:
    shown = show()
    shown.press("Find printers", the_section(shown))
    dialog = the_dialog(shown, FindDialog)
    assert "Looking for printers…" in texts(dialog)
    shown.say(PrinterSearchLooks("queues"))
    assert "Looking through this PC's print queues…" in texts(dialog)
    shown.say(PrinterFound(1, "192.0.2.20", BAR), PrinterSearchEnded(1))
    shown.say(SheetPrinted("1", SheetKind.NUMBER, BAD))
    assert "Its number did not come out: it has no paper." in texts(dialog)


def test_a_proof_sheet_is_printed_and_its_right_lines_are_kept(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    shown.press("Proof sheet", section)
    assert shown.till.of("print_sheet") == [("counter", SheetKind.PROOF)]
    shown.say(SheetPrinted("counter", SheetKind.PROOF, GOOD, LINES))
    dialog = the_dialog(shown, LettersDialog)
    assert "No line is right" in buttons(dialog)
    for number in (0, 2):
        dialog.tiles[number].click()
    shown.press("Keep these lines", dialog)
    pages = (LINES[0].page, LINES[2].page)
    assert shown.till.of(KeepPages) == [KeepPages("counter", pages)]
    shown.say(PagesProven("counter", pages))
    assert "Hungarian, Spanish, German, € proven" in texts(section)


def test_no_right_line_is_an_answer_too(show: Show) -> None:
    shown = show()
    the_section(shown)
    shown.say(SheetPrinted("counter", SheetKind.PROOF, GOOD, LINES))
    shown.press("No line is right", the_dialog(shown, LettersDialog))
    assert shown.till.of(KeepPages) == [KeepPages("counter", ())]


def test_a_sheet_that_did_not_come_out_says_why(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    shown.press("Ruler", section)
    shown.say(SheetPrinted("counter", SheetKind.RULER, BAD))
    assert any(text.startswith("Nothing was printed: “counter”") for text in texts(section))
    assert shown.work.layer.dialog is None


@pytest.mark.parametrize(("choice", "letters"), [("48 letters", 48), ("32 letters", 32)])
def test_the_width_is_chosen_after_the_ruler(show: Show, choice: str, letters: int) -> None:
    shown = show()
    section = the_section(shown)
    shown.press("Change width", section)
    dialog = the_dialog(shown, WidthDialog)
    shown.press(choice, dialog)
    shown.press("Keep this width", dialog)
    assert shown.till.of("keep_printer") == [("counter", {"width": letters})]
    shown.say(DeviceKept(LampKind.PRINTER, "counter", {"width": letters}))
    assert choice in texts(section)
    assert [width for _, _, width in shown.till.of("preview")][-1] == letters


def test_a_width_no_paper_has_is_not_kept(show: Show) -> None:
    shown = show()
    shown.press("Change width", the_section(shown))
    dialog = the_dialog(shown, WidthDialog)
    shown.press("Other", dialog)
    dialog.field.setText("9")
    assert not dialog.keep.isEnabled()
    assert "From 16 to 96 letters." in texts(dialog)


def test_a_printer_is_found_by_its_number_and_works_at_once(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    shown.press("Find printers", section)
    dialog = the_dialog(shown, FindDialog)
    assert shown.till.of("find_printers") == [()]
    own = {"kind": "network", "host": "192.0.2.10", "port": 9100}
    shown.say(PrinterFound(1, "192.0.2.10", own, "counter"))
    shown.say(PrinterFound(2, "192.0.2.20", BAR))
    assert "Already set up here: “counter”" in texts(dialog)
    shown.say(PrinterSearchEnded(2, ("USB: Permission denied",)))
    assert "Not looked through: USB: Permission denied" in texts(dialog)
    shown.press("Print the numbers", dialog)
    assert shown.till.of("print_number") == [(2,)]
    shown.say(SheetPrinted("2", SheetKind.NUMBER, GOOD))
    assert "Its number is printed" in texts(dialog)
    shown.press("Number 2 came out", dialog)
    assert dialog.field.text() == "counter 2"
    shown.press("bar", dialog)
    shown.press("Add this printer", dialog)
    assert shown.till.of("keep_printer") == [("bar", BAR)]
    shown.say(LampChanged(replace(LAMPS[1], name="bar", title="bar")))
    shown.say(DeviceKept(LampKind.PRINTER, "bar", BAR))
    assert shown.work.layer.dialog is None
    assert "192.0.2.20:9100" in texts(section)
    assert "bar is ready" in texts(section)


def test_a_printer_that_cannot_be_kept_is_not_added(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    shown.press("Find printers", section)
    dialog = the_dialog(shown, FindDialog)
    shown.say(PrinterFound(1, "192.0.2.20", BAR))
    shown.say(PrinterSearchEnded(1))
    shown.press("Number 1 came out", dialog)
    shown.press("Add this printer", dialog)
    shown.say(DeviceKept(LampKind.PRINTER, "counter 2", problem="the disk is full"))
    assert "It was not added, nothing has changed. the disk is full" in texts(dialog)
    assert "counter 2" not in buttons(section)


def test_nothing_found_says_what_to_do_and_the_search_ends_with_the_dialog(show: Show) -> None:
    shown = show(printers=())
    section = the_section(shown)
    assert "No printer set up" in texts(section)
    shown.press("Find printers", section)
    dialog = the_dialog(shown, FindDialog)
    shown.say(PrinterSearchEnded(0))
    assert any(text.startswith("No other printer was found") for text in texts(dialog))
    shown.work.ways.on_escape()
    assert shown.till.of("end_search") == [()]


def test_a_printer_switched_on_meanwhile_is_looked_for_again(show: Show) -> None:
    shown = show()
    section = the_section(shown)
    shown.press("Find printers", section)
    dialog = the_dialog(shown, FindDialog)
    assert "Look again" not in buttons(dialog)
    own = {"kind": "network", "host": "192.0.2.10", "port": 9100}
    shown.say(PrinterFound(1, "192.0.2.10", own, "counter"))
    shown.say(PrinterSearchEnded(1))
    assert "No other printer was found" in texts(dialog)
    shown.press("Look again", dialog)
    assert shown.till.of("find_printers") == [(), ()]
    assert "No other printer was found" not in texts(dialog)
    assert dialog.rows == {}
    shown.say(PrinterFound(1, "192.0.2.20", BAR))
    shown.say(PrinterSearchEnded(1))
    shown.press("Number 1 came out", dialog)
    assert "Look again" not in buttons(dialog)
