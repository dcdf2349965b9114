"""What rings when, and how: the rules alone, by a clock that the test moves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.ui.sound.ringing import (
    AGAIN_SECONDS,
    PATIENCE,
    STILL_SECONDS,
    THERE_SECONDS,
    Event,
    Ringing,
    Sound,
)

STEP = 0.25


def heard(rules: Ringing, begin: float, end: float) -> list[tuple[float, Sound]]:
    """Give what is heard between two moments, asked four times a second."""
    found = []
    for step in range(round((end - begin) / STEP)):
        now = begin + step * STEP
        sound = rules.next_sound(now)
        if sound is not None:
            found.append((now, sound))
    return found


def test_nothing_rings_by_itself() -> None:
    rules = Ringing()
    assert not rules.waits
    assert heard(rules, 0, 60) == []


def test_a_new_order_rings_at_once_and_every_four_seconds_until_it_is_answered() -> None:
    rules = Ringing()
    rules.begin(Event.NEW_ORDER, "a", 100)
    assert heard(rules, 100, 111) == [(at, Sound.NEW_ORDER) for at in (100, 104, 108)]
    rules.end(Event.NEW_ORDER, "a")
    assert heard(rules, 111, 140) == []


def test_answering_one_order_leaves_the_others_ringing() -> None:
    rules = Ringing()
    for key in "ab":
        rules.begin(Event.NEW_ORDER, key, 0)
    rules.end(Event.NEW_ORDER, "a")
    assert rules.is_ringing(1)
    rules.end(Event.NEW_ORDER, "b")
    assert not rules.is_ringing(1)


def test_while_staff_are_tapping_it_only_chimes() -> None:
    rules = Ringing()
    rules.press(99)
    rules.begin(Event.NEW_ORDER, "a", 100)
    assert heard(rules, 100, 105) == [(100, Sound.CHIME)]
    rules.press(105)
    assert heard(rules, 105, 112) == [(108, Sound.CHIME)]


def test_it_rings_in_full_again_when_they_have_gone() -> None:
    rules = Ringing()
    rules.press(99)
    rules.begin(Event.NEW_ORDER, "a", 100)
    sounds = heard(rules, 100, 118)
    gone = 99 + THERE_SECONDS
    assert [sound for at, sound in sounds if at < gone] == [Sound.CHIME] * 2
    assert [sound for at, sound in sounds if at >= gone] == [Sound.NEW_ORDER] * 2


@pytest.mark.parametrize("again", [30.0, 60.0])
def test_it_rings_in_full_once_it_is_old_however_much_is_tapped(again: float) -> None:
    rules = Ringing(again)
    rules.begin(Event.NEW_ORDER, "a", 0)
    full = []
    for second in range(round(again) + 10):
        rules.press(second)
        full += [at for at, sound in heard(rules, second, second + 1) if sound is Sound.NEW_ORDER]
    assert full[0] == again
    assert len(full) == 3


def test_several_new_orders_within_a_ring_are_one_ring() -> None:
    rules = Ringing()
    rules.begin(Event.NEW_ORDER, "a", 0)
    assert rules.next_sound(0) is Sound.NEW_ORDER
    for number in range(1, 8):
        rules.begin(Event.NEW_ORDER, str(number), 0.5 + number / 10)
    assert heard(rules, 0.5, 8.5) == [(4, Sound.NEW_ORDER), (8, Sound.NEW_ORDER)]


@pytest.mark.parametrize("event", [Event.CANCELLED, Event.PRINTER])
def test_other_events_ring_at_once_and_every_half_minute(event: Event) -> None:
    rules = Ringing()
    rules.press(0)  # nobody may miss it for being at work
    rules.begin(event, "a", 0)
    assert heard(rules, 0, 70) == [(0, event.value), (30, event.value), (60, event.value)]
    rules.end(event, "a")
    assert heard(rules, 70, 140) == []


def test_a_second_printer_in_trouble_does_not_wait_for_the_half_minute() -> None:
    rules = Ringing()
    rules.begin(Event.PRINTER, "counter", 0)
    assert heard(rules, 0, 6) == [(0, Sound.PRINTER)]
    rules.begin(Event.PRINTER, "kitchen", 6)
    assert heard(rules, 6, 20) == [(6, Sound.PRINTER)]


def test_a_vendor_that_answers_again_at_once_was_not_gone() -> None:
    rules = Ringing()
    rules.begin(Event.VENDOR, "v", 0)
    assert heard(rules, 0, PATIENCE - 1) == []
    rules.end(Event.VENDOR, "v")
    assert heard(rules, PATIENCE, 60) == []
    rules.begin(Event.VENDOR, "v", 60)
    assert heard(rules, 60, 90) == [(60 + PATIENCE, Sound.VENDOR)]


def test_no_two_sounds_lie_over_each_other_and_none_is_left_out() -> None:
    rules = Ringing()
    for event in reversed(Event):
        rules.begin(event, "x", 0)
    sounds = heard(rules, 0, 60)
    for (at, sound), (then, _) in pairwise(sounds):
        assert then >= at + sound.seconds
    assert {sound for _, sound in sounds} == {event.value for event in Event}
    assert [sound for _, sound in sounds[:2]] == [Sound.NEW_ORDER, Sound.CANCELLED]


def test_what_else_is_heard_goes_before_what_is_due() -> None:
    rules = Ringing()
    rules.begin(Event.NEW_ORDER, "a", 0)
    rules.occupy(1.5, 0)
    assert rules.is_busy(1)
    assert heard(rules, 0, 3) == [(1.5, Sound.NEW_ORDER)]


def test_stopping_silences_this_ring_only() -> None:
    rules = Ringing()
    rules.begin(Event.NEW_ORDER, "a", 0)
    rules.begin(Event.PRINTER, "counter", 0)
    rules.next_sound(0)
    rules.stop(1)
    assert not rules.is_ringing(2)
    assert heard(rules, 2, 60) == []
    rules.begin(Event.NEW_ORDER, "b", 60)
    assert heard(rules, 60, 63) == [(60, Sound.NEW_ORDER)]


def test_a_stopped_order_that_is_never_opened_rings_again_after_ten_minutes() -> None:
    rules = Ringing()
    rules.begin(Event.NEW_ORDER, "a", 0)
    rules.begin(Event.VENDOR, "v", -PATIENCE)
    rules.stop(0)
    assert heard(rules, 0, STILL_SECONDS) == []
    assert heard(rules, STILL_SECONDS, STILL_SECONDS + 2) == [(STILL_SECONDS, Sound.NEW_ORDER)]
    rules.end(Event.NEW_ORDER, "a")
    assert heard(rules, STILL_SECONDS + 3, STILL_SECONDS + 3 + 2 * AGAIN_SECONDS) == []


def test_a_trouble_that_ended_and_came_back_rings_anew() -> None:
    rules = Ringing()
    rules.begin(Event.PRINTER, "counter", 0)
    rules.stop(1)
    rules.end(Event.PRINTER, "counter")
    rules.begin(Event.PRINTER, "counter", 5)
    assert heard(rules, 5, 6) == [(5, Sound.PRINTER)]
