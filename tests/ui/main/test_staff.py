"""The PIN before guarded acts, who works here, and the way out of a kiosk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.domain.device_news import DeviceKept, ScannerOffered
from app.domain.lamp import LampKind
from app.domain.news import CommandRefused, NotInRegisterChanged
from app.domain.settings_news import NEEDS_PIN, SettingsKept
from app.domain.staff import SHOP_PIN, GuardedAct
from app.domain.staff_news import PersonSeen, PinAnswered, PinStanding, PinVerdict, StaffChanged
from app.domain.states import Move, OrderState
from app.ui.dialogs import NotInRegisterDialog
from app.ui.scan.scanner_offer import NAME
from app.ui.staff.pin_dialog import PinDialog
from app.ui.widgets import Banner, Switch
from app.ui.wording.setting_problems import not_kept_text
from app.usecases.change_person import WorkAs
from app.usecases.handle_scan import HandleScan
from app.usecases.keep_person import (
    DropBadge,
    ErasePerson,
    KeepPerson,
    PrintBadge,
    RemovePerson,
    WaitForBadge,
)
from app.usecases.not_in_register import MapArticle
from app.usecases.try_pin import AskPin, TryPin
from tests.builders import at
from tests.ui.gallery_dialogs import not_listed_orders
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import NOW, SETTINGS, simple, the_day
from tests.ui.reading import buttons, press, read_name, texts, visible
from tests.ui.snapshots import a_snapshot

ANNA = PersonSeen("p-1", "Anna", has_badge=True)
BELA = PersonSeen("p-2", "Béla", has_pin=True)
GONE = PersonSeen("p-3", "Cili", works_here=False)
ERASED = PersonSeen("p-4", "", works_here=False)
STAFF = StaffChanged((ERASED, ANNA, BELA, GONE))
ALL = frozenset(GuardedAct)


def asked(shown: Shown) -> int:
    return int(shown.till.of(AskPin)[-1].question)


def standing(shown: Shown, **more: object) -> None:
    shown.say(PinStanding(asked(shown), SHOP_PIN, True, **more))  # type: ignore[arg-type]


def dialog(shown: Shown) -> PinDialog:
    found = shown.work.layer.dialog
    assert isinstance(found, PinDialog)
    return found


def key_in(shown: Shown, pin: str) -> TryPin:
    for digit in pin:
        shown.qtbot.mouseClick(dialog(shown).keypad.key(digit), Qt.MouseButton.LeftButton)
    shown.qtbot.keyClick(dialog(shown).field, Qt.Key.Key_Return)
    tried = shown.till.of(TryPin)[-1]
    assert isinstance(tried, TryPin)
    return tried


def answer(shown: Shown, verdict: PinVerdict, **more: object) -> None:
    tried = shown.till.of(TryPin)[-1]
    shown.say(PinAnswered(tried.question, tried.owner, verdict, **more))  # type: ignore[arg-type]


def test_what_is_not_guarded_asks_nobody(show: Show) -> None:
    shown = show()
    shown.press("Settings")
    assert shown.work.pages.key == "settings"
    assert shown.title() == ""


def test_settings_open_after_the_right_pin_and_stay_open_for_two_minutes(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.press("Settings")
    assert shown.work.pages.key == ""
    standing(shown)
    assert shown.title() == "PIN for Settings"
    assert key_in(shown, "4711") == TryPin(asked(shown), SHOP_PIN, "4711", act=GuardedAct.SETTINGS)
    answer(shown, PinVerdict.RIGHT)
    assert shown.work.pages.key == "settings"
    assert shown.title() == ""
    shown.work.pages.turn_to("")
    shown.clock[0] = NOW + timedelta(seconds=119)
    shown.work.ways.on_settings_wanted()
    assert shown.work.pages.key == "settings"
    shown.work.pages.turn_to("")
    shown.clock[0] = NOW + timedelta(seconds=120)
    shown.work.ways.on_settings_wanted()
    assert shown.work.pages.key == ""


def test_without_a_pin_nothing_is_guarded(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.press("Settings")
    shown.say(PinStanding(asked(shown), SHOP_PIN, False))
    assert shown.work.pages.key == "settings"


def test_a_wrong_pin_is_said_and_the_field_is_empty_again(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.press("Settings")
    standing(shown)
    key_in(shown, "0000")
    assert not dialog(shown).action.isEnabled()
    answer(shown, PinVerdict.WRONG, left=3)
    assert dialog(shown).field.text() == ""
    assert "That PIN is not right. 3 more tries, then Pult waits." in texts(dialog(shown))
    assert shown.work.pages.key == ""
    shown.press_dialog("Back")
    answer(shown, PinVerdict.RIGHT)  # comes late: nobody waits for it any more
    assert shown.work.pages.key == ""


def test_the_keypad_says_how_long_it_waits_and_that_orders_go_on(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.press("Settings")
    standing(shown, wait_until=NOW + timedelta(seconds=90))
    said = "Too many wrong PINs. Try again in 1:30. Orders go on meanwhile."
    assert said in texts(dialog(shown))
    assert not dialog(shown).field.isEnabled()
    shown.clock[0] = NOW + timedelta(seconds=90)
    shown.qtbot.waitUntil(dialog(shown).field.isEnabled)
    assert not any("Too many" in text for text in texts(dialog(shown)))


def test_a_store_that_cannot_be_used_is_said_and_locks_nobody_in(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.press("Settings")
    shown.say(CommandRefused("AskPin", ""))
    assert "The PIN cannot be looked at now. Orders are safe. Try again." in texts(dialog(shown))
    shown.press_dialog("Back")
    assert shown.title() == ""


@pytest.mark.parametrize(
    ("move", "title", "then"),
    [
        (Move.HAND_OVER_UNPAID, "PIN to hand over unpaid", "Hand over A-37 unpaid"),
        (Move.MONEY_RETURNED, "PIN for money back", "Money back for A-37"),
    ],
)
def test_dialogs_about_money_open_after_the_pin(
    show: Show, move: Move, title: str, then: str
) -> None:
    shown = show(pin_for=ALL)
    shown.orders(*the_day())
    shown.work.opened.open("order-37")
    snapshot = shown.work.board.order("order-37")
    assert snapshot is not None
    shown.work.opened.on_dialog_wanted(move, snapshot)
    standing(shown)
    assert shown.title() == title
    key_in(shown, "4711")
    answer(shown, PinVerdict.RIGHT)
    assert shown.title() == then
    shown.work.layer.close()
    shown.work.opened.on_dialog_wanted(move, snapshot)
    standing(shown)
    assert shown.title() == title  # each time anew


def test_articles_for_the_register_are_kept_after_the_pin_and_none_is_typed_twice(
    show: Show,
) -> None:
    shown = show(pin_for=ALL)
    first, *_ = not_listed_orders()
    shown.say(NotInRegisterChanged((first,)))
    shown.press("Not in register", visible(shown.window, Banner)[0])
    fries, lemonade = register_fields(shown)
    fries.setText("471")
    lemonade.setText("9")
    shown.press_dialog("Keep, French fries")
    standing(shown)
    assert shown.title() == "PIN for Settings"
    assert shown.till.of(MapArticle) == []
    shown.press_dialog("Back")
    shown.press("Not in register", visible(shown.window, Banner)[0])
    fries, lemonade = register_fields(shown)
    assert (fries.text(), lemonade.text()) == ("471", "9")
    shown.press_dialog("Send again, A-38")
    standing(shown)
    key_in(shown, "4711")
    answer(shown, PinVerdict.RIGHT)
    assert shown.till.of(MapArticle) == [
        MapArticle("fries", "471", "French fries"),
        MapArticle("lemonade-400ml", "9", "House lemonade"),
    ]
    assert shown.title() == "Not in register"
    lemonade = register_fields(shown)[1]
    lemonade.setText("99")
    shown.press_dialog("Keep, House lemonade")  # Settings stay open for a while
    assert shown.till.of(MapArticle)[2:] == [MapArticle("lemonade-400ml", "99", "House lemonade")]
    assert shown.title() == "Not in register"


def register_fields(shown: Shown) -> list[QLineEdit]:
    found = shown.work.layer.dialog
    assert isinstance(found, NotInRegisterDialog)
    return [article.field for article in found.rows[0].articles]


def test_a_window_closes_at_once_unless_that_is_guarded(show: Show) -> None:
    shown = show()
    assert shown.window.close()
    held = show(pin_for=ALL)
    assert not held.window.close()
    standing(held)
    assert held.title() == "PIN to close"
    key_in(held, "4711")
    answer(held, PinVerdict.RIGHT)
    held.qtbot.waitUntil(held.window.isHidden)


def test_a_kiosk_without_a_pin_is_left_after_a_plain_question(show: Show) -> None:
    shown = show(kiosk=True)
    assert not shown.window.close()
    assert shown.title() == "Close Pult?"
    shown.press_dialog("Stay")
    assert shown.window.isVisible()
    assert not shown.window.close()
    shown.press_dialog("Close Pult")
    shown.qtbot.waitUntil(shown.window.isHidden)


def test_a_kiosk_with_a_pin_is_not_left_without_it(show: Show) -> None:
    shown = show(kiosk=True, pin_for=ALL)
    assert not shown.window.close()
    standing(shown)
    for _ in range(3):
        assert not shown.window.close()
    shown.qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    shown.work.ways.on_escape()
    assert shown.title() == ""
    assert shown.window.isVisible()


def test_a_kiosk_that_is_being_opened_is_not_left(show: Show) -> None:
    shown = show(kiosk=True, connected=False)
    assert not shown.window.close()
    assert shown.title() == ""


def test_the_name_stands_in_the_top_bar_and_one_tap_changes_it(show: Show) -> None:
    shown = show()
    assert not shown.work.stage.top.person.isVisible()
    shown.say(STAFF)
    shown.press("Who works here?")
    assert shown.title() == "Who works here?"
    found = shown.work.layer.dialog
    assert found is not None
    assert {"Anna", "Béla", "Back", "Close"} == set(buttons(found))
    shown.press_dialog("Anna")
    assert shown.till.of(WorkAs) == [WorkAs("p-1")]
    shown.say(StaffChanged(STAFF.people, "p-1"))
    shown.press("Anna works here")
    shown.press_dialog("Nobody")
    assert shown.till.of(WorkAs)[-1] == WorkAs("")


def test_who_has_a_pin_is_asked_for_it(show: Show) -> None:
    shown = show()
    shown.say(STAFF)
    shown.press("Who works here?")
    shown.press_dialog("Béla")
    assert shown.title() == "PIN of Béla"
    tried = key_in(shown, "2222")
    assert (tried.owner, tried.works) == ("p-2", True)
    answer(shown, PinVerdict.WRONG, left=4)
    assert shown.title() == "PIN of Béla"
    key_in(shown, "2223")
    answer(shown, PinVerdict.RIGHT)
    assert shown.title() == ""


def in_settings(shown: Shown, name: str) -> None:
    page = shown.work.pages.page("settings")
    assert page is not None
    press(shown.qtbot, page, name)


@pytest.fixture
def staff_section(show: Show) -> Callable[[], Shown]:
    def opened() -> Shown:
        shown = show()
        shown.say(STAFF)
        shown.press("Settings")
        in_settings(shown, "Staff")
        return shown

    return opened


def test_names_are_added_changed_and_erased_in_settings(staff_section: Callable[[], Shown]) -> None:
    shown = staff_section()
    in_settings(shown, "New person")
    found = shown.work.layer.dialog
    found.name.setText("Dóra")  # type: ignore[union-attr]
    shown.press_dialog("Save")
    assert shown.till.of(KeepPerson) == [KeepPerson("Dóra")]
    in_settings(shown, "Change Anna")
    assert shown.title() == "Anna"
    found = shown.work.layer.dialog
    shown.qtbot.keyClicks(found.pin, "1234")  # type: ignore[union-attr]
    shown.press_dialog("Save")
    tried = shown.till.of(TryPin)[-1]
    assert (tried.owner, tried.fresh, tried.works) == ("p-1", "1234", False)
    assert shown.till.of(KeepPerson) == [KeepPerson("Dóra")]
    in_settings(shown, "Change Anna")
    shown.press_dialog("Scan badge")
    assert shown.till.of(WaitForBadge) == [WaitForBadge("p-1")]
    shown.say(StaffChanged(STAFF.people, "", "p-1"))
    page = shown.work.pages.page("settings")
    assert page is not None and "Scan the badge now" in texts(page)
    in_settings(shown, "Change Anna")
    shown.press_dialog("Print badge")
    assert shown.till.of(PrintBadge) == [PrintBadge("p-1")]
    in_settings(shown, "Change Anna")
    shown.press_dialog("Take badge away")
    assert shown.till.of(DropBadge) == [DropBadge("p-1")]
    in_settings(shown, "Change Béla")
    shown.press_dialog("Remove")
    assert shown.till.of(RemovePerson) == [RemovePerson("p-2")]
    in_settings(shown, "Erase Cili")
    assert shown.title() == "Erase Cili?"
    assert not shown.till.of(ErasePerson)
    shown.press_dialog("Erase name")
    assert shown.till.of(ErasePerson) == [ErasePerson("p-3")]


def test_the_pin_is_set_twice_the_same_and_changed_with_the_old_one(
    staff_section: Callable[[], Shown],
) -> None:
    shown = staff_section()
    in_settings(shown, "Set the PIN")
    found = shown.work.layer.dialog
    for field, pin in (("new", "4711"), ("again", "4712")):
        shown.qtbot.keyClicks(getattr(found, field), pin)
    assert found is not None and "The two new PINs differ." in texts(found)
    assert not found.save.isEnabled()  # type: ignore[attr-defined]
    found.again.setText("4711")  # type: ignore[attr-defined]
    shown.press_dialog("Save")
    tried = shown.till.of(TryPin)[-1]
    assert (tried.owner, tried.pin, tried.fresh) == (SHOP_PIN, "", "4711")
    answer(shown, PinVerdict.KEPT)
    assert shown.title() == ""
    standing(shown)
    in_settings(shown, "Change the PIN")
    found = shown.work.layer.dialog
    for field in ("old", "new", "again"):
        shown.qtbot.keyClicks(getattr(found, field), "4711")
    shown.press_dialog("Save")
    answer(shown, PinVerdict.WRONG, left=2)
    assert shown.title() == "Change the PIN"
    assert found is not None
    assert "That PIN is not right. 2 more tries, then Pult waits." in texts(found)


def test_what_asks_for_the_pin_is_chosen_and_kept_in_the_settings_file(
    staff_section: Callable[[], Shown],
) -> None:
    shown = staff_section()
    page = shown.work.pages.page("settings")
    assert page is not None
    switch = next(s for s in page.findChildren(Switch) if read_name(s) == "PIN for Closing")
    switch.click()
    ((_, values),) = shown.till.of("keep_settings")
    assert values == {"staff.pin_for": ["closing"]}
    shown.say(SettingsKept(1, values, "staff.pin_for", "pult.toml cannot be written"))
    assert not switch.isChecked()
    assert "pult.toml cannot be written" in texts(page)


def test_pult_is_closed_from_settings(staff_section: Callable[[], Shown]) -> None:
    shown = staff_section()
    in_settings(shown, "Close Pult")
    shown.qtbot.waitUntil(shown.window.isHidden)


def test_no_text_of_the_pin_is_readable(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.press("Settings")
    standing(shown)
    shown.qtbot.keyClicks(dialog(shown).field, "47a1x1")
    assert dialog(shown).field.text() == "4711"
    assert dialog(shown).field.displayText() != "4711"
    assert not any("4711" in label.text() for label in dialog(shown).findChildren(QLabel))


def test_dialogs_lie_over_settings_also_on_a_screen_made_anew(show: Show) -> None:
    shown = show()
    shown.say(STAFF)
    shown.press("Settings")
    in_settings(shown, "Staff")
    shown.renew(replace(SETTINGS, pin_for=frozenset({GuardedAct.CLOSING})))
    in_settings(shown, "New person")
    found = shown.work.layer.dialog
    assert found is not None
    middle = found.mapTo(shown.window, found.rect().center())
    seen = shown.window.childAt(middle)
    assert seen is found or found.isAncestorOf(seen)


def test_no_badge_is_printed_where_nothing_prints_slips(show: Show) -> None:
    shown = show(printers=(), slip_printer="")
    shown.say(STAFF)
    shown.press("Settings")
    in_settings(shown, "Staff")
    in_settings(shown, "Change Anna")
    assert shown.title() == "Anna"
    assert "Print badge" not in buttons(shown.work.layer.dialog)


def test_who_a_customer_was_is_erased_only_after_the_pin_for_settings(show: Show) -> None:
    shown = show(pin_for=ALL)
    ended = simple(33, 60, state=OrderState.COLLECTED, held_in=None, ended_at=at(0))
    shown.work.away.erase_wanted.emit(a_snapshot(ended))
    standing(shown)
    assert shown.title() == "PIN for Settings"
    key_in(shown, "4711")
    answer(shown, PinVerdict.RIGHT)
    assert shown.title() == "Erase the customer's data of A-33?"


def test_another_device_is_used_only_after_the_pin_for_settings(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.work.lamps.device_accepted.emit("printer", "counter")
    standing(shown)
    assert shown.till.of("accept_device") == []
    key_in(shown, "4711")
    answer(shown, PinVerdict.RIGHT)
    assert shown.till.of("accept_device") == [(LampKind.PRINTER, "counter")]


def test_a_scanner_that_types_is_taken_into_use_only_after_the_pin(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.say(ScannerOffered("PULT-1"))
    shown.press_dialog("Use it")
    standing(shown)
    assert shown.title() == "PIN for Settings"
    assert shown.till.of("keep_scanner") == []
    key_in(shown, "4711")
    answer(shown, PinVerdict.RIGHT)
    assert shown.till.of("keep_scanner") == [(NAME, {"kind": "keyboard"})]
    assert shown.title() == ""
    shown.say(DeviceKept(LampKind.SCANNER, NAME))
    assert shown.till.of(HandleScan) == [HandleScan("PULT-1")]


def test_a_scanner_that_types_rests_when_nobody_has_the_pin(show: Show) -> None:
    shown = show(pin_for=ALL)
    shown.say(ScannerOffered("PULT-1"))
    shown.press_dialog("Use it")
    standing(shown)
    shown.press_dialog("Back")
    assert shown.title() == ""
    shown.say(ScannerOffered("PULT-2"))
    assert shown.title() == ""
    assert shown.till.of("keep_scanner") == []


def test_what_was_not_kept_for_want_of_the_pin_says_the_way() -> None:
    assert not_kept_text(NEEDS_PIN) == "Leave Settings and open them again with the PIN."
    assert not_kept_text("the disk is full") == "the disk is full"
