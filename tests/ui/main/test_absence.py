"""The band that says when the till was away."""

from __future__ import annotations

from dataclasses import replace

from app.domain.absence import Absence, AbsenceCause
from app.domain.news import AbsenceChanged, LampChanged
from app.ui.screen_settings import VendorView
from app.ui.widgets import Banner
from app.usecases.note_presence import DismissAbsence
from tests.builders import at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import LAMPS, SETTINGS
from tests.ui.reading import texts, visible
from tests.ui.snapshots import CHEERS

NIGHT = Absence(at(2), at(20), AbsenceCause.CLOSED)
LISTED = replace(CHEERS, lists_orders=True)
BOTH = {**SETTINGS.vendors, "loke": VendorView("loke", "LOKE", "L", "https://l.example", LISTED)}


def banner(shown: Shown) -> Banner:
    (found,) = visible(shown.window, Banner)
    return found


def test_it_says_from_when_to_when_what_arrived_and_where_to_look(show: Show) -> None:
    shown = show()
    shown.say(AbsenceChanged(replace(NIGHT, arrived=2)))
    assert banner(shown).text.head == "Away 12:02\u201312:20. Pult was closed."
    assert banner(shown).text.line == (
        "2 orders of that time came in since. Others may be missing: look at Cheers itself."
    )
    shown.press("Where to look")
    assert shown.title() == "While Pult was away"
    assert any("calls for each order" in text for text in texts(shown.window))


def test_a_vendor_with_a_list_is_whole_once_it_has_answered(show: Show) -> None:
    shown = show(vendors={"loke": BOTH["loke"]})
    shown.say(AbsenceChanged(NIGHT))
    assert "look at LOKE itself" in banner(shown).text.line
    loke = replace(LAMPS[0], name="loke", title="LOKE", last_contact=at(21))
    shown.say(LampChanged(loke))
    assert banner(shown).text.line.endswith("nothing is missing.")


def test_it_goes_when_somebody_has_looked(show: Show) -> None:
    shown = show()
    shown.say(AbsenceChanged(NIGHT))
    shown.press("Where to look")
    shown.press_dialog("I have looked")
    assert shown.till.of(DismissAbsence) == [DismissAbsence()]
    shown.say(AbsenceChanged(None))
    assert not visible(shown.window, Banner)


def test_the_open_page_follows_what_vendors_answer(show: Show) -> None:
    shown = show(vendors=BOTH)
    shown.say(AbsenceChanged(NIGHT))
    shown.press("Where to look")
    assert any("LOKE has not answered yet" in text for text in texts(shown.window))
    shown.say(LampChanged(replace(LAMPS[0], name="loke", title="LOKE", last_contact=at(21))))
    assert any("LOKE has been asked since" in text for text in texts(shown.window))
