"""Vendors are paused, items marked as sold out, and orders that were left for a person say why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from app.domain.capabilities import Capabilities, Telling
from app.domain.catalogue_news import CatalogueRead
from app.domain.events import Event, EventKind
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import CommandRefused, LampChanged, Noticed, PausesChanged, SoldOutChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.pause import PauseReason
from app.domain.states import KeptBack, Move
from app.ui.history.event_words import event_line
from app.ui.house.pause_dialog import PauseDialog
from app.ui.screen_settings import VendorView
from app.ui.wording.figures import TIMES
from app.usecases.mark_sold_out import MarkSoldOut, PutOnSale
from app.usecases.pause_vendor import PauseVendor, ResumeVendor
from app.usecases.reject_order import RejectOrder
from tests.builders import at
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, SETTINGS
from tests.ui.main.menu import the_catalogue, the_menu
from tests.ui.main.test_walkin import opened, tapped
from tests.ui.reading import buttons, clipped, press, read_name, texts, visible
from tests.ui.screens_house import A_PAUSE, an_item, with_first_line_sold_out
from tests.ui.snapshots import SHOP, a_snapshot, the_lager

FULL = PauseReason.KITCHEN_FULL
SORRY = "Sorry, our kitchen is full and cannot take more orders right now."


def tick(shown: Shown, name: str) -> None:
    """Tap a tile of the open dialog."""
    dialog = shown.work.layer.dialog
    assert dialog is not None
    found = [one for one in visible(dialog, QAbstractButton) if read_name(one) == name]
    assert len(found) == 1, name
    shown.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def banner(shown: Shown) -> list[str]:
    return texts(shown.work.stage.banners)


# --- pause ----------------------------------------------------------------------------------------


def test_one_tap_more_pauses_as_most_shops_want_it(show: Show) -> None:
    shown = show()
    shown.press("Pause and sold out", shown.work.stage.top)
    assert shown.title() == "Pause and sold out"
    shown.press_dialog("Pause Cheers")
    assert shown.title() == "Pause Cheers"
    shown.press_dialog("Pause Cheers")
    until = NOW + timedelta(minutes=20)
    assert shown.till.of(PauseVendor) == [PauseVendor("cheers", FULL, until)]
    assert shown.title() == ""


def test_new_orders_are_rejected_with_words_for_the_customer(show: Show) -> None:
    shown = show()
    shown.work.house.on_pause_wanted("cheers")
    tick(shown, "Until resumed")
    tick(shown, "Reject new orders")
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, PauseDialog)
    assert dialog.text.text() == SORRY
    assert any("rejected" in text for text in texts(dialog))
    shown.press_dialog("Pause Cheers")
    command = PauseVendor("cheers", FULL, None, True, "", SORRY)
    assert shown.till.of(PauseVendor) == [command]


def test_a_pause_lasts_to_a_time_of_day_and_has_a_reason_of_ones_own(show: Show) -> None:
    shown = show()
    shown.work.house.on_pause_wanted("cheers")
    tick(shown, "Until…")
    dialog = shown.work.layer.dialog
    assert isinstance(dialog, PauseDialog)
    assert dialog.clock.time.text() == "12:45"
    tick(shown, "15 min later")
    shown.press_dialog("15 min earlier")
    assert dialog.clock.earlier.isEnabled()
    shown.press_dialog("15 min earlier")
    assert not dialog.clock.earlier.isEnabled()  # 12:30 is the next quarter
    tick(shown, "Own words")
    assert not dialog.action.is_settled() or not dialog.action.isEnabled()
    shown.qtbot.keyClicks(dialog.own, "Oven broken")
    shown.press_dialog("Pause Cheers")
    until = NOW.replace(minute=30)
    command = PauseVendor("cheers", PauseReason.OTHER, until, False, "Oven broken")
    assert shown.till.of(PauseVendor) == [command]


def test_a_vendor_that_cannot_be_told_is_only_held(show: Show) -> None:
    ways = Capabilities(
        moves={Move.ACCEPT: Telling.TOLD, Move.REJECT: Telling.TOLD}, passes_reason_on=False
    )
    view = VendorView("cheers", "Cheers", "C", "", ways)
    shown = show(vendors={"cheers": view})
    shown.work.house.on_pause_wanted("cheers")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "Hold them, 10 min at most" in buttons(dialog)
    assert "Reject new orders" not in buttons(dialog)


def test_the_remaining_time_is_always_on_screen_and_ends_with_one_tap(show: Show) -> None:
    shown = show()
    shown.say(PausesChanged((A_PAUSE,)))
    assert "Cheers: paused 12 min" in texts(shown.work.stage.lamps)
    head, line = banner(shown)
    assert head == "Cheers is paused until 12:36, 12 min left"
    assert line.startswith("Customers can still order")
    shown.clock[0] = NOW + timedelta(minutes=3)
    shown.work.house.on_tick()
    shown.work.lamps.on_tick()
    assert "Cheers: paused 9 min" in texts(shown.work.stage.lamps)
    assert banner(shown)[0].endswith("9 min left")
    shown.press("Resume now")
    assert shown.till.of(ResumeVendor) == [ResumeVendor("cheers")]
    shown.say(PausesChanged(()))
    assert banner(shown) == []
    assert "Cheers: connected" in texts(shown.work.stage.lamps)


def test_trouble_of_a_paused_vendor_is_not_hidden_by_the_pause(show: Show) -> None:
    shown = show()
    lamp = Lamp(LampKind.VENDOR, "cheers", "Cheers", "offline", LampTone.BAD, at(20), since=at(20))
    shown.say(PausesChanged((replace(A_PAUSE, until=None),)), LampChanged(lamp))
    assert "Cheers: offline · paused" in texts(shown.work.stage.lamps)
    shown.work.lamps.open_lamp("vendor:cheers")
    assert any("has not answered since" in text for text in texts(shown.work.layer.dialog))  # type: ignore[arg-type]


def test_the_lamps_page_leads_to_pause_and_resume(show: Show) -> None:
    shown = show()
    shown.work.lamps.open_lamp("vendor:cheers")
    shown.press_dialog("Pause…")
    assert shown.title() == "Pause Cheers"
    shown.say(PausesChanged((A_PAUSE,)))
    shown.work.lamps.open_lamp("vendor:cheers")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert "kitchen full" in texts(dialog)
    shown.press_dialog("Resume now")
    assert shown.till.of(ResumeVendor) == [ResumeVendor("cheers")]
    shown.say(PausesChanged(()))
    assert "Pause…" in buttons(dialog)
    shown.work.lamps.open_lamp("printer:counter")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert not {"Pause…", "Resume now"} & set(buttons(dialog))


def test_a_screen_made_anew_still_knows_pause_and_items(show: Show) -> None:
    shown = show()
    shown.say(PausesChanged((A_PAUSE,)), SoldOutChanged((an_item("Beer"),)))
    shown.renew(replace(SETTINGS, new_minutes=5))
    assert "Cheers: paused 12 min" in texts(shown.work.stage.lamps)
    shown.work.house.on_sold_out_wanted()
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert [read_name(one) for one in visible(dialog, QCheckBox) if one.isChecked()] == ["Beer"]


def test_a_held_order_does_not_ring_until_its_time_has_come(show: Show) -> None:
    shown = show()
    held = replace(the_lager(), opened=False, held_until=at(33), kept_back=KeptBack.PAUSED)
    shown.orders(a_snapshot(held))
    assert not shown.work.bells.alarm.is_ringing
    assert any("held until 12:33" in card for card in shown.cards("New"))
    shown.orders(a_snapshot(replace(held, held_until=None)))
    assert shown.work.bells.alarm.is_ringing


# --- left for a person ----------------------------------------------------------------------------


@pytest.mark.parametrize("reason", list(KeptBack))
def test_the_panel_says_in_a_sentence_why_an_order_was_left(show: Show, reason: KeptBack) -> None:
    shown = show()
    shown.orders(a_snapshot(replace(the_lager(), kept_back=reason)))
    shown.work.opened.open("order-42")
    said = shown.work.panel.foot
    words = " ".join(texts(said))
    begins = {KeptBack.LATE: "It comes late", KeptBack.PAUSED: "It came while Cheers was paused"}
    assert begins.get(reason, "Not accepted by itself") in words
    assert "Next: accept." in words


def test_a_late_order_is_marked_as_late(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(replace(the_lager(), placed_at=at(-14), kept_back=KeptBack.LATE)))
    assert any("late: ordered at 11:46" in card for card in shown.cards("New"))


# --- sold out -------------------------------------------------------------------------------------


def test_a_tap_on_a_line_marks_its_item_and_the_strip_takes_it_back(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(the_lager()))
    shown.work.opened.open("order-42")
    panel = shown.group("Order A-42")
    press(shown.qtbot, panel, f"2{TIMES} Draught lager 0.5 l")
    shown.press("Sold out today", panel)
    (command,) = shown.till.of(MarkSoldOut)
    assert (command.name, command.vendor) == ("Draught lager 0.5 l", "cheers")
    data = {"key": "id:x", "name": "Draught lager 0.5 l"}
    shown.say(Noticed(Notice(NoticeCode.SOLD_OUT, Tone.WARN, data=data), NOW))
    strip = shown.work.stage.strip
    shown.work.messages.undo_pressed.emit("order-35")
    strip.end_undo("order-35")
    assert any("Draught lager 0.5 l is sold out today." in text for text in texts(strip))
    shown.press("Take back", strip)
    assert shown.till.of(PutOnSale) == [PutOnSale("id:x")]


def test_a_sold_out_line_is_tagged_and_taken_back_with_two_taps(show: Show) -> None:
    shown = show()
    lacking = with_first_line_sold_out(a_snapshot(the_lager()))
    shown.orders(lacking)
    assert any("sold out: Draught lager 0.5 l" in card for card in shown.cards("New"))
    shown.work.opened.open("order-42")
    panel = shown.group("Order A-42")
    assert "Sold out" in texts(panel)
    press(shown.qtbot, panel, f"2{TIMES} Draught lager 0.5 l")
    shown.press("On sale again", panel)
    assert shown.till.of(PutOnSale) == [PutOnSale(next(iter(lacking.sold_out.values())))]


def test_reject_proposes_what_is_sold_out(show: Show) -> None:
    shown = show()
    shown.orders(with_first_line_sold_out(a_snapshot(the_lager())))
    shown.work.opened.open("order-42")
    shown.press("Reject", shown.group("Order A-42"))
    shown.press_dialog("Reject")
    text = "Sorry, draught lager 0.5 l is sold out today."
    assert shown.till.of(RejectOrder) == [RejectOrder("order-42", text)]


def test_products_are_marked_and_taken_back_in_the_list(show: Show) -> None:
    shown = show()
    shown.press("Pause and sold out", shown.work.stage.top)
    shown.press_dialog_choice("Sold out today")
    shown.say(the_catalogue(*the_menu()), SoldOutChanged((an_item("Soup of the day"),)))
    tick(shown, "Bacon")
    bacon = next(one for one in the_menu() if one.name("en") == "Bacon")
    assert shown.till.of(MarkSoldOut) == [MarkSoldOut(bacon.product_id, "Bacon")]
    shown.say(CommandRefused("MarkSoldOut", ""))
    tick(shown, "Soup of the day")
    assert shown.till.of(PutOnSale) == [PutOnSale("name:soup of the day")]
    shown.say(SoldOutChanged((an_item("Bacon", bacon.product_id),)))
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert next(read_name(one) for one in visible(dialog, QCheckBox)) == "Bacon"
    assert "Soup of the day" not in buttons(dialog)


def test_a_catalogue_without_products_says_where_else_to_tap(show: Show) -> None:
    shown = show()
    shown.work.house.on_sold_out_wanted()
    shown.say(CatalogueRead(()))
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert any(text.startswith("The catalogue is empty") for text in texts(dialog))


def test_a_walk_in_tile_that_is_sold_out_asks_first(show: Show) -> None:
    shown = show()
    dialog = opened(shown)
    shown.press_dialog_choice("Items")
    product = dialog.items.tiles._products[0]
    name = dialog.items.tiles.tiles()[0].text()
    shown.say(SoldOutChanged((an_item("x", product.product_id),)))
    assert read_name(dialog.items.tiles.tiles()[0]).startswith(f"{name}, sold out, ")
    tapped(shown, dialog, name)
    assert dialog.draft.is_empty
    shown.press_dialog("On sale again")
    assert shown.till.of(PutOnSale) == [PutOnSale(f"id:{product.product_id}")]
    assert dialog.draft.quantity_of(product.product_id) == 1
    tapped(shown, dialog, name)
    shown.press_dialog("Add anyway")
    assert dialog.draft.quantity_of(product.product_id) == 2


# --- room -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_small", [False, True])
def test_no_words_are_cut(show: Show, is_small: bool) -> None:
    shown = show(size=(1024, 600) if is_small else (1280, 800))
    shown.say(PausesChanged((A_PAUSE,)), SoldOutChanged((an_item("Soup of the day"),)))
    assert clipped(shown.work.stage.banners) == []
    shown.qtbot.waitUntil(lambda: clipped(shown.work.stage.top) == [])
    shown.work.house.on_wanted()
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert clipped(dialog) == []
    shown.work.house.on_pause_wanted("cheers")
    tick(shown, "Until…")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    assert clipped(dialog) == []


# --- what is said of it ---------------------------------------------------------------------------


def by_pause(reason: PauseReason, text: str = "") -> dict[str, str]:
    return {"move": "REJECT", "by": "pause", "reason": reason.value, "text": text}


@pytest.mark.parametrize(
    ("reason", "text", "said"),
    [(FULL, "", "kitchen full"), (PauseReason.OTHER, "Oven broken", "Oven broken")],
)
def test_the_strip_says_that_the_pause_rejected_an_order_and_offers_undo(
    show: Show, reason: PauseReason, text: str, said: str
) -> None:
    shown = show()
    data = {**by_pause(reason, text), "told": "yes", "undo": "5.0"}
    notice = Notice(NoticeCode.MOVED, Tone.PLAIN, "order-42", "A-42", "cheers", data)
    shown.say(Noticed(notice, NOW))
    strip = shown.work.stage.strip
    assert strip.label.text().startswith(f"A-42 rejected by the pause: {said}.")
    assert strip.undo_button.is_running()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"move": "ACCEPT", "by": "itself"}, "Accepted by itself"),
        ({"move": "ACCEPT"}, "Accept pressed"),
        (by_pause(FULL), "Rejected by the pause: kitchen full"),
    ],
)
def test_history_tells_who_accepted_or_rejected(data: dict[str, str], said: str) -> None:
    event = Event("order-42", NOW, EventKind.MOVED, data)
    assert event_line(event, SHOP, "Cheers").text == said


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        (Notice(NoticeCode.PAUSED, Tone.WARN, vendor="cheers", data={"until": ""}), "until you"),
        (
            Notice(
                NoticeCode.PAUSED, Tone.WARN, vendor="cheers", data={"until": at(36).isoformat()}
            ),
            "Cheers is paused until 12:36.",
        ),
        (Notice(NoticeCode.RESUMED, Tone.PLAIN, vendor="cheers", data={"by": "staff"}), "goes on"),
        (Notice(NoticeCode.RESUMED, Tone.PLAIN, vendor="cheers", data={"by": "time"}), "is over"),
        (
            Notice(
                NoticeCode.HELD, Tone.PLAIN, "o", "A-9", "cheers", {"until": at(33).isoformat()}
            ),
            "It rings at 12:33.",
        ),
    ],
)
def test_the_strip_says_what_a_pause_does(show: Show, notice: Notice, said: str) -> None:
    shown = show()
    shown.say(Noticed(notice, NOW))
    assert said in shown.work.stage.strip.label.text()
