"""New orders ring until a person is there; where nothing is heard the window flashes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QThread
from PySide6.QtTest import QSignalSpy

from app.domain.states import OrderState
from app.ui.sound.ringing import Sound
from tests.ui.main.conftest import Show
from tests.ui.main.day import simple, the_day
from tests.ui.snapshots import a_snapshot

NEW = simple(1, 0, opened=False)


def test_a_new_order_rings_at_once_and_goes_on(show: Show) -> None:
    shown = show()
    rang = QSignalSpy(shown.work.bells.alarm.rang)
    shown.orders(a_snapshot(NEW), ring=True)
    assert rang.count() == 1
    assert shown.work.bells.alarm.is_ringing


def test_orders_of_the_start_do_not_ring(show: Show) -> None:
    shown = show()
    shown.orders(*the_day())
    assert not shown.work.bells.alarm.is_ringing


def test_opening_any_order_ends_it(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW), a_snapshot(simple(2, 0, opened=False)), ring=True)
    shown.tap("A-1", "New")
    assert not shown.work.bells.alarm.is_ringing


def test_an_answer_from_elsewhere_ends_it(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW), ring=True)
    shown.orders(a_snapshot(replace(NEW, state=OrderState.CANCELLED, held_in=None)))
    assert not shown.work.bells.alarm.is_ringing


def test_without_sound_the_window_flashes_and_takes_no_taps(show: Show) -> None:
    shown = show()
    shown.orders(a_snapshot(NEW))
    shown.work.bells.on_silent(Sound.NEW_ORDER)
    flash = shown.work.bells.flash
    assert flash.isVisible()
    shown.tap("A-1", "New")
    assert shown.has_group("Order A-1")
    shown.qtbot.waitUntil(lambda: not flash._beat.isActive(), timeout=4000)
    assert not flash.isVisible()


def test_a_scan_that_cannot_be_heard_does_not_flash(show: Show) -> None:
    shown = show()
    shown.work.bells.on_silent(Sound.SCAN_BAD)
    assert not shown.work.bells.flash.isVisible()


def test_the_player_answers_on_a_machine_without_sound(
    show: Show, monkeypatch: object, qtbot: object
) -> None:
    import pytest
    from pytestqt.qtbot import QtBot

    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    assert isinstance(qtbot, QtBot)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.delenv("PULSE_SERVER", raising=False)
    shown = show()
    with qtbot.waitSignal(shown.work.bells.player.silent, timeout=5000) as silent:
        shown.work.bells.player.play(Sound.NEW_ORDER)
    assert silent.args == [Sound.NEW_ORDER]
    shown.work.bells.player.stop()


def test_nothing_sounds_once_the_window_closes(show: Show) -> None:
    shown = show()
    player = shown.work.bells.player
    player.play(Sound.SCAN_GOOD)
    player.stop()
    player.play(Sound.SCAN_GOOD)
    assert not any(thread.isRunning() for thread in player.findChildren(QThread))
