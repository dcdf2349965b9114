"""The alarm in the whole window: rings on every screen, is stopped there, covers nothing in use."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import LampChanged
from app.domain.scan import Intent
from app.domain.scan_news import ScanAnswered, ScanVerdict
from app.domain.states import Attention, EndedBy, OrderState
from app.ui.history.page import HistoryPage
from app.ui.screen_settings import AlarmView
from app.ui.sound.bells import HANDS_OFF_SECONDS
from app.ui.sound.loudspeaker import Hearing
from app.ui.sound.own_thread import running
from app.ui.sound.ringing import Sound
from app.ui.widgets import ActionButton
from app.usecases.sound_buzzer import SoundBuzzer
from tests.ui.main.conftest import Show, Shown
from tests.ui.main.day import LAMPS, PAPER_OUT, simple, the_day
from tests.ui.reading import press, read_name, visible
from tests.ui.snapshots import a_snapshot

NEW = simple(1, 0, opened=False)
STOP = "Stop ringing"


def rings(shown: Shown) -> bool:
    """Tell whether the alarm rings."""
    return shown.work.bells.alarm.is_ringing


def heard(shown: Shown) -> QSignalSpy:
    """Note every sound of the alarm from now on."""
    return QSignalSpy(shown.work.bells.alarm.sounded)


def sounds(spy: QSignalSpy) -> list[Sound]:
    """Give the sounds that were noted."""
    return [spy.at(index)[0] for index in range(spy.count())]


def bells_seen(root: QWidget) -> list[ActionButton]:
    """Give the buttons that stop the ringing and can be seen."""
    return [each for each in visible(root, ActionButton) if read_name(each) == STOP]


def test_a_new_order_rings_at_once_and_goes_on(show: Show) -> None:
    shown = show()
    spy = heard(shown)
    shown.orders(a_snapshot(NEW))
    assert sounds(spy) == [Sound.NEW_ORDER]
    assert rings(shown)


def test_what_nobody_opened_before_a_restart_rings_on(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    assert [each.order.number for each in shown.work.bells.alarm.new_orders()] == ["A-45"]
    assert rings(shown)


def test_quiet_opened_and_answered_orders_do_not_ring(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(simple(1, 0, opened=False, quiet=True)), a_snapshot(simple(2, 0)))
    assert not rings(shown)


def test_opening_an_order_ends_its_ring_and_no_other(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW), a_snapshot(simple(2, 0, opened=False)))
    shown.tap("A-1", "New")
    assert rings(shown)
    shown.tap("A-2", "New")
    assert not rings(shown)
    shown.orders(a_snapshot(NEW))  # said before the core had heard of the tap
    assert not rings(shown)


def test_an_answer_from_elsewhere_ends_it(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    shown.orders(a_snapshot(replace(NEW, state=OrderState.CANCELLED, held_in=None)))
    assert not rings(shown)


def test_a_cancelled_order_rings_otherwise_until_it_is_opened(show: Show) -> None:
    shown = show()
    order = simple(1, 5, state=OrderState.PREPARING)
    shown.orders(a_snapshot(order))
    spy = heard(shown)
    ended = replace(
        order,
        state=OrderState.CANCELLED,
        ended_by=EndedBy.VENDOR,
        attention=Attention.ENDED_ELSEWHERE,
        held_in=OrderState.PREPARING,
    )
    shown.orders(a_snapshot(ended))
    assert sounds(spy) == [Sound.CANCELLED]
    shown.tap("A-1", "Preparing")
    assert not rings(shown)
    shown.orders(a_snapshot(ended))  # still to be seen, but looked at
    assert not rings(shown)


def test_printer_trouble_rings_until_its_lamp_was_opened(show: Show) -> None:
    shown = show()
    spy = heard(shown)
    shown.say(LampChanged(PAPER_OUT))
    assert sounds(spy) == [Sound.PRINTER]
    shown.work.lamps.open_lamp("printer:counter")
    assert not rings(shown)
    shown.say(LampChanged(PAPER_OUT))
    assert not rings(shown)


def test_printer_trouble_that_is_over_rings_no_more(show: Show) -> None:
    shown = show()
    shown.say(LampChanged(PAPER_OUT))
    shown.say(LampChanged(replace(PAPER_OUT, tone=LampTone.OK, word="ready")))
    assert not rings(shown)


def test_a_scanner_and_a_vendor_for_a_moment_do_not_ring(show: Show) -> None:
    shown = show()
    away = Lamp(LampKind.SCANNER, "till scanner", "till scanner", "unplugged", LampTone.BAD)
    shown.say(LampChanged(away), LampChanged(replace(LAMPS[0], tone=LampTone.BAD)))
    assert not rings(shown)


@pytest.mark.parametrize("where", ["board", "history", "settings", "help", "closing", "dialog"])
def test_the_ring_can_be_stopped_on_every_screen(show: Show, where: str) -> None:
    shown = show()
    if where in ("history", "settings"):
        shown.press(where.title())
    elif where == "help":
        shown.work.away.on_help()
    elif where == "closing":
        shown.work.pages.turn_to("closing")
    elif where == "dialog":
        shown.press("Walk-in order")
    root = shown.window.centralWidget() if where != "dialog" else shown.work.layer.dialog
    assert root is not None
    assert bells_seen(root) == []
    shown.orders(a_snapshot(NEW))
    assert len(bells_seen(root)) == 1
    press(shown.qtbot, root, STOP)
    assert not rings(shown)
    assert bells_seen(root) == []
    shown.orders(a_snapshot(simple(2, 0, opened=False)))
    assert rings(shown)
    assert len(bells_seen(root)) == 1


def test_a_dialog_opened_while_it_rings_has_the_bell_too(show: Show) -> None:
    shown = show(size=(1024, 600))
    shown.orders(a_snapshot(NEW))
    shown.press("Walk-in order")
    dialog = shown.work.layer.dialog
    assert dialog is not None
    press(shown.qtbot, dialog, STOP)
    assert not rings(shown)


def test_a_press_anywhere_makes_the_next_order_chime(show: Show) -> None:
    shown = show()
    handle = shown.window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(300, 30))
    spy = heard(shown)
    shown.orders(a_snapshot(NEW))
    assert sounds(spy) == [Sound.CHIME]


# --- where nothing is heard -----------------------------------------------------------------------


def test_without_sound_the_window_flashes_and_takes_no_taps(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    shown.work.bells.on_silent(Sound.NEW_ORDER)
    flash = shown.work.bells.flash
    assert flash.isVisible()
    shown.tap("A-1", "New")
    assert shown.has_group("Order A-1")
    assert not flash.isVisible()  # answered


def test_the_flash_leaves_strip_and_lamps_free(show: Show) -> None:
    for size in ((1280, 800), (1024, 600)):
        shown = show(size=size)
        shown.orders(a_snapshot(NEW))
        shown.work.bells.on_silent(Sound.NEW_ORDER)
        flash, places = shown.work.bells.flash, shown.work.stage.places
        assert places is not None
        assert flash.mask().contains(QPoint(2, size[1] // 2))
        assert not flash.mask().intersects(places.lamps)
        assert not flash.mask().intersects(places.strip)
        assert not flash.mask().contains(QPoint(size[0] // 2, size[1] // 2))
        flash.end()


def test_the_flash_goes_all_round_what_a_scan_is_answered(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    shown.say(ScanAnswered(ScanVerdict.UNKNOWN, Intent.WEB_LINK, "https://example.org"))
    assert shown.work.scans.is_shown()
    shown.work.bells.on_silent(Sound.NEW_ORDER)
    places = shown.work.stage.places
    assert places is not None
    foot = shown.window.height() - 2
    assert shown.work.bells.flash.mask().contains(QPoint(places.lamps.center().x(), foot))


def test_the_flash_ends_by_itself(show: Show) -> None:
    shown = show()
    flash = shown.work.bells.flash
    flash.flash()
    shown.qtbot.waitUntil(lambda: not flash.is_lit)
    assert not flash.isVisible()


def test_with_reduced_motion_it_stays_lit_instead_of_blinking(show: Show) -> None:
    shown = show()
    flash = shown.work.bells.flash
    shown.window._theme.change(reduced_motion=True)
    flash.flash()
    flash.on_beat()
    assert not flash.is_lit  # one beat is all of it
    shown.window._theme.change(reduced_motion=False)


def test_a_ring_that_was_answered_meanwhile_does_not_flash(show: Show) -> None:
    shown = show()
    shown.work.bells.on_silent(Sound.NEW_ORDER)
    assert not shown.work.bells.flash.isVisible()


def test_a_scan_that_cannot_be_heard_does_not_flash(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    shown.work.bells.on_silent(Sound.SCAN_BAD)
    assert not shown.work.bells.flash.isVisible()


def test_a_printers_buzzer_helps_now_and_then(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    for _ in range(3):
        shown.work.bells.on_silent(Sound.NEW_ORDER)
    assert shown.till.of(SoundBuzzer) == [SoundBuzzer()]


@pytest.mark.parametrize(
    ("settings", "sound"),
    [(AlarmView(buzzer=False), Sound.NEW_ORDER), (AlarmView(), Sound.CHIME)],
)
def test_the_buzzer_is_for_full_rings_and_can_be_left_out(
    show: Show, settings: AlarmView, sound: Sound
) -> None:
    shown = show(alarm=settings)
    shown.orders(a_snapshot(NEW))
    shown.work.bells.on_silent(sound)
    assert shown.work.bells.flash.isVisible()
    assert shown.till.of(SoundBuzzer) == []


def test_that_nothing_can_be_heard_is_said_once_and_explained(show: Show) -> None:
    shown = show()
    for _ in range(2):
        shown.work.bells.on_hearing(Hearing.NO_DEVICE)
    said = [each.listed for each in shown.work.messages._said]
    assert [each.head for each in said] == ["No sound: Pult flashes instead."]
    press(shown.qtbot, shown.work.stage, "No sound: Pult flashes instead")
    assert shown.title() == "No sound: Pult flashes instead"
    shown.work.bells.on_hearing(Hearing.HEARD)
    assert shown.work.messages._said[0].listed.head == "Sound works again."


def test_the_player_answers_on_a_machine_without_sound(
    show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    shown = show()
    player = shown.work.bells.player
    with qtbot.waitSignals([player.silent, player.hearing_found]):
        player.play(Sound.NEW_ORDER)
    assert shown.work.bells.hearing is Hearing.NO_SERVER
    shown.work.bells.player.stop()


def test_nothing_sounds_once_the_window_closes(show: Show) -> None:
    shown = show()
    player = shown.work.bells.player
    before = set(running)  # of other windows, which a slow machine may not have let end yet
    player.play(Sound.SCAN_GOOD)
    (thread,) = set(running) - before
    player.stop()
    player.play(Sound.SCAN_GOOD)
    player.ask()
    shown.qtbot.waitUntil(thread.isFinished)
    assert set(running) <= before | {thread}


# --- the whole window -----------------------------------------------------------------------------


def test_new_orders_cover_the_window_only_where_that_is_wanted(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    assert not shown.work.bells.takeover.isVisible()


def test_the_cover_tells_how_many_and_opens_the_oldest(show: Show) -> None:
    shown = show(alarm=AlarmView(full_screen=True))
    shown.press("History")
    shown.orders(a_snapshot(simple(2, 1, opened=False)), a_snapshot(NEW))
    cover = shown.work.bells.takeover
    assert cover.isVisible()
    assert read_name(cover) == "2 new orders: A-1, A-2"
    assert cover.geometry() == shown.window.centralWidget().rect()
    shown.orders(a_snapshot(simple(3, 0, opened=False)))
    assert read_name(cover).startswith("3 new orders")
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)  # on its way to something else
    assert cover.isVisible()
    shown.qtbot.waitUntil(cover.may_be_tapped)
    press(shown.qtbot, cover, "Show them")
    assert not cover.isVisible()
    assert shown.has_group("Order A-2")


def test_the_cover_never_lies_over_a_dialog(show: Show) -> None:
    shown = show(alarm=AlarmView(full_screen=True))
    shown.press("Order number")
    shown.orders(a_snapshot(NEW))
    assert not shown.work.bells.takeover.isVisible()
    assert rings(shown)


def test_the_cover_never_lies_over_the_keyboard(show: Show) -> None:
    shown = show(alarm=AlarmView(full_screen=True))
    shown.press("History")
    page = shown.work.pages.page("history")
    assert isinstance(page, HistoryPage)
    shown.work.keyboard.show_for(page.search)
    assert shown.work.keyboard.is_up
    shown.orders(a_snapshot(NEW))
    assert not shown.work.bells.takeover.isVisible()


def test_the_cover_waits_until_hands_are_off_the_screen(show: Show) -> None:
    shown = show(alarm=AlarmView(full_screen=True))
    bells = shown.work.bells
    now = 100.0
    bells._seconds = lambda: now
    bells.presence.pressed.emit()
    shown.orders(a_snapshot(NEW))
    bells.on_sounded(Sound.NEW_ORDER, True)
    assert not bells.takeover.isVisible()  # somebody is about to press Accept
    now += HANDS_OFF_SECONDS
    bells.on_sounded(Sound.NEW_ORDER, True)
    assert bells.takeover.isVisible()


def test_the_cover_goes_when_others_have_answered(show: Show) -> None:
    shown = show(alarm=AlarmView(full_screen=True))
    shown.orders(a_snapshot(NEW))
    assert shown.work.bells.takeover.isVisible()
    shown.orders(a_snapshot(replace(NEW, state=OrderState.CANCELLED, held_in=None)))
    assert not shown.work.bells.takeover.isVisible()


@pytest.mark.parametrize("size", [(1024, 600), (1080, 1920), (1280, 800), (1400, 900)])
def test_bell_and_name_of_who_works_here_fit_beside_each_other(
    show: Show, size: tuple[int, int]
) -> None:
    shown = show(size=size)
    top = shown.work.stage.top
    top.show_person("Kelemenfalvi Zsuzsanna", "Kelemenfalvi Zsuzsanna works here")
    shown.orders(a_snapshot(NEW))

    def fits() -> bool:
        found = visible(top, ActionButton)
        places = sorted((each.geometry() for each in found), key=lambda place: place.left())
        apart = all(one.right() < two.left() for one, two in pairwise(places))
        return len(found) == 8 and apart and top.rect().contains(places[-1])

    shown.qtbot.waitUntil(fits)
