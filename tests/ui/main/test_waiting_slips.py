"""Slips that wait, in the order's panel, behind the printer's lamp and in its banner."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox

from app.domain.lamp import LampTone
from app.domain.news import LampChanged, WaitingSlipsChanged
from app.domain.printing import PrinterWord
from app.domain.snapshot import OrderSnapshot, SlipStanding
from app.domain.states import JobState, OrderState
from app.ui.panel.sentence import Sentence
from app.ui.widgets import Banner
from app.ui.wording.card import card_of
from app.usecases.waiting_slips import MoveSlips, RetrySlips, SkipSlips
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import BAR, NOW, PAPER_OUT, simple, waiting
from tests.ui.reading import buttons, clipped, read_name, texts, visible
from tests.ui.snapshots import SHOP, a_slip_standing, a_snapshot

OFFICE = replace(BAR, name="office", title="office", word="paper low", tone=LampTone.WARN)
WAITS = a_slip_standing(JobState.QUEUED, cause=PrinterWord.PAPER_OUT, others=("bar",))
THREE = ["Skip", "Retry", "Other printer"]


def station(state: JobState = JobState.QUEUED, **changes: object) -> SlipStanding:
    given = {"printer": "kitchen", "stations": ("grill",), "job_id": "job-2"}
    return a_slip_standing(state, **(given | changes))


def an_opened(shown: Shown, slip: SlipStanding = WAITS, *stations: SlipStanding) -> None:
    """Open A-41 in the panel, its slips standing so."""
    order = simple(41, 7, state=OrderState.PREPARING)
    shown.orders(a_snapshot(order, slip=slip, station_slips=stations))
    shown.work.opened.open(order.id)


def ways(shown: Shown) -> list[str]:
    return [name for name in buttons(shown.group("Order A-41")) if name in THREE]


# --- in the order's panel -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Skip", SkipSlips(("job-1",))),
        ("Retry", RetrySlips(("job-1",))),
        ("Other printer", MoveSlips(("job-1",), "bar")),
    ],
)
def test_the_panel_offers_three_ways(show: Show, name: str, command: object) -> None:
    shown = show()
    an_opened(shown)
    assert ways(shown) == THREE
    shown.press(name, shown.group("Order A-41"))
    assert shown.till.of(type(command)) == [command]


def test_without_another_printer_there_are_two(show: Show) -> None:
    shown = show()
    an_opened(shown, replace(WAITS, others=()))
    assert ways(shown) == ["Skip", "Retry"]


@pytest.mark.parametrize("state", [JobState.SENDING, JobState.UNSURE, JobState.PRINTED])
def test_what_a_printer_has_taken_up_offers_none(show: Show, state: JobState) -> None:
    shown = show()
    an_opened(shown, a_slip_standing(state))
    assert ways(shown) == []


def test_slip_and_station_slip_wait_in_one_box(show: Show) -> None:
    shown = show()
    an_opened(shown, WAITS, station(cause=PrinterWord.COVER_OPEN, others=("bar", "counter")))
    group = shown.group("Order A-41")
    said = [text for text in texts(group) if "waits:" in text]
    assert "Slip waits: “counter” has no paper" in said
    assert "Station slip waits: “kitchen” is open" in said
    shown.press("Other printer", group)
    assert shown.till.of(MoveSlips) == [MoveSlips(("job-1", "job-2"), "bar")]
    assert clipped(group) == []


def test_of_several_printers_one_is_chosen(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(BAR), LampChanged(OFFICE))
    an_opened(shown, replace(WAITS, others=("bar", "office")))
    shown.press("Other printer", shown.group("Order A-41"))
    assert shown.title() == "Other printer"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert [button.text() for name, button in buttons(dialog).items() if name != "Close"] == [
        "bar · ready",
        "office · paper low",
    ]
    shown.press_dialog("office")
    assert shown.till.of(MoveSlips) == [MoveSlips(("job-1",), "office")]
    assert shown.title() == ""


def test_a_station_slip_in_doubt_is_asked_about_by_name(show: Show) -> None:
    shown = show()
    doubt = station(JobState.UNSURE, cause=PrinterWord.NOT_ANSWERING)
    order = simple(41, 7, state=OrderState.PREPARING)
    snapshot = a_snapshot(order, slip=a_slip_standing(JobState.UNSURE))
    snapshot = replace(snapshot, slip=a_slip_standing(), station_slips=(doubt,))
    shown.orders(snapshot)
    shown.work.opened.open(order.id)
    said = " ".join(read_name(one) for one in visible(shown.group("Order A-41"), Sentence))
    assert "Did the station slip of A-41 come out?" in said
    assert "kitchen" in said


# --- the card -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slip", "mark"),
    [
        (station(JobState.UNSURE), "Did “kitchen” print it?"),
        (station(JobState.FAILED), "No slip at “kitchen”"),
        (station(cause=PrinterWord.PAPER_OUT), "“kitchen” waits for paper"),
        (station(cause=PrinterWord.COVER_OPEN), "“kitchen” waits: cover open"),
        (station(cause=PrinterWord.OFFLINE), "Slip waits for “kitchen”"),
    ],
)
@pytest.mark.usefixtures("theme")
def test_a_card_says_which_printer_its_station_slip_is_about(slip: SlipStanding, mark: str) -> None:
    order = simple(41, 7, state=OrderState.PREPARING)
    snapshot: OrderSnapshot = a_snapshot(order, slip=a_slip_standing(), station_slips=(slip,))
    assert [one.text for one in card_of(snapshot, SHOP, NOW).marks] == [mark]


# --- behind the printer ---------------------------------------------------------------------------


def test_the_lamp_s_page_leads_to_the_list(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(PAPER_OUT), waiting(38, 41))
    shown.work.lamps.open_lamp("printer:counter")
    shown.press_dialog("2 slips wait")
    assert shown.title() == "Slips that wait for “counter”"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert [read_name(tile) for tile in visible(dialog, QCheckBox)] == [
        "A-38 · Cheers",
        "A-41 · Cheers",
    ]
    assert texts(dialog).count("waits 3 min: “counter” has no paper") == 2


def test_the_page_counts_what_waits_while_it_is_open(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(PAPER_OUT))
    shown.work.lamps.open_lamp("printer:counter")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "1 slip waits" not in buttons(dialog)
    shown.say(waiting(38))
    assert "1 slip waits" in buttons(dialog)
    shown.say(WaitingSlipsChanged(()))
    assert "1 slip waits" not in buttons(dialog)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("Skip", SkipSlips(("job-order-41-1",))),
        ("Retry", RetrySlips(("job-order-41-1",))),
        ("Other printer", MoveSlips(("job-order-41-1",), "bar")),
    ],
)
def test_the_list_s_buttons_are_about_what_is_ticked(
    show: Show, name: str, command: object
) -> None:
    shown = show()
    shown.say(LampChanged(PAPER_OUT), LampChanged(BAR), waiting(38, 41))
    shown.work.slips.on_list_wanted("counter")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    visible(dialog, QCheckBox)[0].click()
    shown.press_dialog(name)
    assert shown.till.of(type(command)) == [command]


def test_the_list_follows_and_closes_when_nothing_waits(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(PAPER_OUT), waiting(38, 41))
    shown.work.slips.on_list_wanted("counter")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    for tile in visible(dialog, QCheckBox):
        tile.click()
    assert not buttons(dialog)["Skip"].isEnabled()
    shown.say(waiting(41, 43))
    assert [(read_name(tile), tile.isChecked()) for tile in visible(dialog, QCheckBox)] == [
        ("A-41 · Cheers", False),
        ("A-43 · Cheers", True),
    ]
    shown.say(WaitingSlipsChanged(()))
    assert shown.title() == ""
    shown.work.slips.on_list_wanted("counter")
    assert shown.title() == ""


# --- the banner -----------------------------------------------------------------------------------


def test_the_banner_moves_all_that_waits_to_a_printer_that_is_well(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(PAPER_OUT), LampChanged(BAR), waiting(38, 41))
    banner = visible(shown.window, Banner)[0]
    assert banner.text.button == "Other printer"
    shown.press("Other printer", banner)
    ids = ("job-order-38-1", "job-order-41-1")
    assert shown.till.of(MoveSlips) == [MoveSlips(ids, "bar")]


def test_the_banner_says_what_to_do_while_no_other_printer_is_well(show: Show) -> None:
    shown = show()
    bad = replace(BAR, tone=LampTone.BAD, word="not reachable")
    shown.say(LampChanged(PAPER_OUT), LampChanged(bad), waiting(38))
    banner = next(one for one in visible(shown.window, Banner) if "counter" in one.text.head)
    assert banner.text.button == "What to do"
