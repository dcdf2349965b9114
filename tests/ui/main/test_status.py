"""Lamps, banners, and what stands behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.device_news import SheetPrinted
from app.domain.lamp import Lamp as LampNews
from app.domain.lamp import LampKind, LampTone
from app.domain.news import (
    LampChanged,
    Noticed,
    NotInRegisterChanged,
    QuarantineChanged,
    SlipQuestionsChanged,
    StoreFailed,
    StoreWorks,
)
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.open_questions import Quarantined
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.scan_news import LookUpAnswered
from app.domain.sheet import SheetKind
from app.domain.states import SyncState
from app.ui.theme import Shape
from app.ui.widgets import Banner, Lamp
from app.usecases.not_in_register import RungUp
from app.usecases.settle_print import SettleSlips
from tests.builders import at
from tests.ui.gallery_dialogs import not_listed_orders
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import LAMPS, OFFLINE, PAPER_OUT, questions, the_day, waiting
from tests.ui.reading import buttons, read_name, texts, visible

GONE = SlipQuestionsChanged(())


def lamps(shown: Shown) -> dict[str, Lamp]:
    return {read_name(lamp): lamp for lamp in shown.work.stage.lamps.lamps()}


def heads(shown: Shown) -> list[str]:
    return [banner.text.head for banner in visible(shown.window, Banner)]


def test_every_vendor_printer_and_scanner_has_its_lamp(show: Show) -> None:
    shown = show()
    assert list(lamps(shown)) == ["Cheers: connected", "counter: ready", "till scanner: ready"]
    assert lamps(shown)["Cheers: connected"].accessibleDescription() == "4 s"
    assert shown.has_group("Status")


def test_lamps_are_there_before_anything_was_asked(show: Show) -> None:
    shown = show(connected=False)
    assert list(lamps(shown)) == [
        "Cheers: not asked yet",
        "counter: not asked yet",
        "till scanner: not asked yet",
    ]


def test_the_age_of_the_last_contact_goes_on(show: Show) -> None:
    shown = show()
    shown.clock[0] = at(26)
    shown.work.lamps.on_tick()
    assert lamps(shown)["Cheers: connected"].accessibleDescription() == "2 min"


def test_a_lamp_opens_what_is_known_and_tests_the_connection(show: Show) -> None:
    shown = show()
    lamp = lamps(shown)["Cheers: connected"]
    shown.qtbot.mouseClick(lamp, Qt.MouseButton.LeftButton)
    assert shown.title() == "Cheers"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "Last contact" in texts(dialog)
    shown.press_dialog("Test connection")
    assert shown.till.of("test_connection") == [("cheers",)]
    assert not buttons(dialog)["Test connection"].isEnabled()
    shown.say(LookUpAnswered("cheers", "", data={"word": "key not accepted", "detail": ""}))
    assert "Cheers does not accept the key or password." in texts(dialog)
    shown.qtbot.waitUntil(buttons(dialog)["Test connection"].isEnabled)
    data = {"word": "odd answer", "cause": "not found there", "detail": "HTTP 404"}
    shown.say(LookUpAnswered("cheers", "", data=data))
    told = "Cheers is not found at this address. Compare the address and the ids letter by letter"
    assert any(text.startswith(told) for text in texts(dialog))


@pytest.mark.parametrize(
    ("result", "word", "said"),
    [
        (PrintResult.PRINTED, PrinterWord.READY, "It is out. Look at it."),
        (
            PrintResult.NOT_STARTED,
            PrinterWord.PAPER_OUT,
            "Nothing was printed: “counter” has no paper.",
        ),
        (
            PrintResult.SENT,
            PrinterWord.READY,
            "It was sent. This printer cannot say more: look at it.",
        ),
        (
            PrintResult.UNSURE,
            PrinterWord.NOT_ANSWERING,
            "“counter” stopped answering. Look whether it came out.",
        ),
    ],
)
def test_a_test_slip_says_what_became_of_it(
    show: Show, result: PrintResult, word: PrinterWord, said: str
) -> None:
    shown = show()
    outcome = PrintOutcome(result, PrinterStatus(word))
    shown.work.lamps.open_lamp("printer:counter")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    shown.say(SheetPrinted("counter", SheetKind.TEST, outcome))  # asked for elsewhere
    assert said not in texts(dialog)
    shown.press_dialog("Test slip")
    assert shown.till.of("test_slip") == [("counter",)]
    assert "A test slip is on its way. Look whether it comes out." in texts(dialog)
    assert not buttons(dialog)["Test slip"].isEnabled()
    for other in (
        SheetPrinted("kitchen", SheetKind.TEST, outcome),
        SheetPrinted("counter", SheetKind.PROOF, outcome),
    ):
        shown.say(other)
    assert said not in texts(dialog)
    shown.say(SheetPrinted("counter", SheetKind.TEST, outcome))
    assert said in texts(dialog)
    shown.qtbot.waitUntil(buttons(dialog)["Test slip"].isEnabled)


def test_a_scanner_has_no_test(show: Show) -> None:
    shown = show()
    shown.work.lamps.open_lamp("scanner:till scanner")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert list(buttons(dialog)) == ["Close"]


@pytest.mark.parametrize(
    ("kind", "lamp"), [(LampKind.PRINTER, LAMPS[1]), (LampKind.SCANNER, LAMPS[2])]
)
def test_another_device_in_its_place_is_used_only_when_a_person_says_so(
    show: Show, kind: LampKind, lamp: LampNews
) -> None:
    shown, name = show(), lamp.name
    shown.work.lamps.open_lamp(f"{kind.value}:{name}")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "Use this device" not in buttons(dialog)
    shown.say(LampChanged(replace(lamp, word="another device", tone=LampTone.BAD)))
    assert "Plug the old one in, or press Use this device." in texts(dialog)
    shown.press_dialog("Use this device")
    assert shown.till.of("accept_device") == [(kind, name)]
    assert f"{name} is asked anew." in texts(dialog)
    shown.say(LampChanged(lamp))
    assert "Use this device" not in buttons(dialog)


def test_the_open_page_of_a_lamp_follows_the_lamp(show: Show) -> None:
    shown = show()
    shown.work.lamps.open_lamp("printer:counter")
    shown.say(LampChanged(PAPER_OUT))
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "counter: paper out" in texts(dialog)


def test_the_page_of_a_vendor_that_is_gone_says_what_waits_to_be_told(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.say(LampChanged(OFFLINE))
    shown.press("What to do", visible(shown.window, Banner)[0])
    dialog = shown.work.layer.dialog
    assert dialog is not None
    waits = "2 orders on the board wait to be told, the oldest A-17."
    assert f"Orders on this board are safe. {waits}" in texts(dialog)
    told = next(each for each in the_day() if each.order.number == "A-17")
    shown.orders(replace(told, syncs={"cheers": SyncState.IN_STEP}))
    waits = "1 order on the board waits to be told: A-39."
    assert f"Orders on this board are safe. {waits}" in texts(dialog)
    shown.say(LampChanged(LAMPS[0]))
    assert not any("to be told" in text for text in texts(dialog))


def test_a_key_that_is_refused_is_entered_in_settings(show: Show) -> None:
    shown = show()
    refused = replace(OFFLINE, word="key not accepted")
    shown.say(LampChanged(refused))
    command = "Open Settings, Vendors and enter the key of Cheers again."
    assert command in visible(shown.window, Banner)[0].text.line
    shown.press("Settings")
    page = shown.work.pages.page("settings")
    assert page is not None
    shown.press("Vendors", page)
    assert any(command in text for text in texts(page))


def test_healthy_lamps_fold_in_a_small_window_and_open_as_a_list(show: Show) -> None:
    shown = show(size=(1024, 600))
    words = [read_name(lamp) for lamp in visible(shown.work.stage.lamps, Lamp)]
    assert "All 3 connected and ready" in words
    shown.work.lamps.on_lamp_pressed("")
    shown.press_dialog("Open counter")
    assert shown.title() == "counter"


def test_paper_out_is_one_banner_that_counts_waiting_slips(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    shown.say(waiting(41, others=()), LampChanged(PAPER_OUT))
    assert heads(shown) == ["counter: paper out"]
    banner = visible(shown.window, Banner)[0]
    assert banner.text.line.startswith("1 slip waits, orders go on.")
    shown.press("What to do", banner)
    assert shown.title() == "counter"
    shown.work.ways.on_escape()
    shown.say(LampChanged(LAMPS[1]))
    assert heads(shown) == []


def test_a_banner_takes_room_from_the_cards_alone(show: Show) -> None:
    shown = show()
    stage = shown.work.stage
    strip, panel = stage.strip.geometry(), stage.panel.geometry()
    shown.say(LampChanged(OFFLINE))
    shown.say(SlipQuestionsChanged(questions()))
    assert (stage.strip.geometry(), stage.panel.geometry()) == (strip, panel)
    assert stage.board.geometry().bottom() < stage.banners.geometry().top()
    assert stage.banners.geometry().bottom() < strip.top()
    two = visible(shown.window, Banner)
    assert all(56 <= banner.height() <= 64 for banner in two)
    shown.say(LampChanged(LAMPS[0]))
    (alone,) = visible(shown.window, Banner)
    assert alone.height() >= 72


def test_more_than_two_causes_become_one_list(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(OFFLINE), LampChanged(PAPER_OUT), StoreFailed(False, "disk is full"))
    assert heads(shown) == ["3 problems"]
    shown.press("Show all", visible(shown.window, Banner)[0])
    assert shown.title() == "Problems"
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert len(visible(dialog, Banner)) == 3
    shown.say(StoreWorks())
    assert len(visible(dialog, Banner)) == 2


def test_two_causes_are_folded_where_the_window_is_low(show: Show) -> None:
    shown = show(size=(1024, 600))
    shown.say(LampChanged(OFFLINE), LampChanged(PAPER_OUT))
    assert heads(shown) == ["2 problems"]


def test_a_store_that_cannot_be_written_is_said_until_it_works(show: Show) -> None:
    shown = show()
    shown.say(StoreFailed(False, "database or disk is full"))
    assert heads(shown) == ["Pult cannot save"]
    shown.press("What to do", visible(shown.window, Banner)[0])
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert any("database or disk is full" in text for text in texts(dialog))
    shown.say(StoreWorks())
    assert heads(shown) == []


def test_a_damaged_store_stops_the_window(show: Show) -> None:
    shown = show()
    shown.say(StoreFailed(True, "database disk image is malformed"))
    words = texts(shown.window)
    assert "Pult has stopped: its file is damaged" in words
    assert any("malformed" in text for text in words)


def test_a_store_that_cannot_be_opened_is_said_over_everything(show: Show) -> None:
    shown = show(connected=False)
    shown.window.show_fatal("pult.sqlite3 was written by a newer Pult")
    assert "Pult cannot open its orders" in texts(shown.window)


@pytest.mark.parametrize(("count", "head"), [(1, "Did slip A-43 come out?"), (2, "Did these")])
def test_slips_in_doubt_are_one_banner_with_one_list(show: Show, count: int, head: str) -> None:
    shown = show()
    shown.say(SlipQuestionsChanged(questions()[:count]))
    assert heads(shown)[0].startswith(head)
    shown.press("Look at slips", visible(shown.window, Banner)[0])
    assert shown.title() == "Slips to look at"
    shown.say(GONE)
    assert heads(shown) == []


def test_the_list_of_slips_sends_one_answer(show: Show) -> None:
    shown = show()
    shown.say(SlipQuestionsChanged(questions()))
    shown.work.causes.on_acted("slips")
    shown.press_dialog("All came out")
    shown.press_dialog("Settle")
    sent = shown.till.of(SettleSlips)
    assert len(sent) == 1
    assert len(sent[0].answers) == 2


def test_ids_a_vendor_does_not_know_are_in_sight(show: Show) -> None:
    shown = show()
    entry = Quarantined("cheers", "3f2a", at(2), 4)
    shown.say(QuarantineChanged((entry,)))
    assert heads(shown) == ["Cheers sent an order it does not know itself"]
    shown.press("Show them", visible(shown.window, Banner)[0])
    assert shown.title() == "Orders the vendor does not know"
    shown.say(QuarantineChanged((entry, replace(entry, vendor_order_id="77b1"))))
    assert heads(shown) == ["Cheers sent 2 orders it does not know itself"]
    shown.say(QuarantineChanged(()))
    assert heads(shown) == []


def test_orders_that_are_not_in_the_register_are_in_sight(show: Show) -> None:
    shown = show()
    first, second, _ = not_listed_orders()
    shown.say(NotInRegisterChanged((first,)))
    assert heads(shown) == ["A-38 is not in oktopos"]
    shown.press("Not in register", visible(shown.window, Banner)[0])
    assert shown.title() == "Not in register"
    shown.say(NotInRegisterChanged((first, second)))
    assert heads(shown) == ["2 orders are not in oktopos"]
    shown.press_dialog("Rung up by hand, A-38")
    assert shown.till.of(RungUp) == [RungUp("push-1")]
    shown.say(NotInRegisterChanged(()))
    assert heads(shown) == []
    assert shown.title() == ""


def test_a_till_that_cannot_listen_says_so_until_it_is_hidden(show: Show) -> None:
    shown = show()
    notice = Notice(NoticeCode.CALLBACKS_FAIL, Tone.BAD, data={"detail": "port 8787 is taken"})
    shown.say(Noticed(notice, at(24)))
    assert heads(shown) == ["Pult cannot take calls from vendors"]
    shown.press("What to do", visible(shown.window, Banner)[0])
    shown.press_dialog("Hide this message")
    assert heads(shown) == []


def test_a_vendor_that_falls_silent_turns_amber_then_red_by_its_age(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(replace(LAMPS[0], heard_every=10)))
    shown.clock[0] = at(26)
    shown.work.lamps.on_tick()
    assert "Cheers: no contact" in lamps(shown)
    assert heads(shown) == ["Cheers was last heard of at 12:23"]
    assert visible(shown.window, Banner)[0].text.shape is Shape.WARN
    shown.clock[0] = at(30)
    shown.work.lamps.on_tick()
    assert visible(shown.window, Banner)[0].text.shape is Shape.BAD
    shown.say(LampChanged(replace(LAMPS[0], heard_every=10, last_contact=at(30))))
    assert "Cheers: connected" in lamps(shown)
    assert heads(shown) == []


def test_the_last_order_is_a_quiet_note_however_old(show: Show) -> None:
    shown = show()
    shown.clock[0] = at(24 + 600)
    shown.work.lamps.on_tick()
    lamp = lamps(shown)["Cheers: connected"]
    assert lamp.state.note == "order 10 h ago"
    assert lamp.state.shape is Shape.OK
