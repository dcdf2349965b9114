from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.lamp import NO_CONTACT, Lamp, LampKind, LampTone, aged
from tests.builders import NOON

WELL = Lamp(
    LampKind.VENDOR, "loke", "LOKE", "connected", LampTone.OK, NOON, since=NOON, heard_every=10
)


@pytest.mark.parametrize(
    ("every", "seconds", "tone"),
    [
        (10, 60, LampTone.OK),
        (10, 61, LampTone.WARN),
        (10, 300, LampTone.WARN),
        (10, 301, LampTone.BAD),
        (60, 180, LampTone.OK),
        (60, 181, LampTone.WARN),
        (60, 600, LampTone.WARN),
        (60, 601, LampTone.BAD),
    ],
)
def test_a_vendor_that_is_not_heard_of_turns_amber_then_red(
    every: float, seconds: float, tone: LampTone
) -> None:
    now = NOON + timedelta(seconds=seconds)
    lamp = aged(replace(WELL, heard_every=every), now)
    assert lamp.tone is tone
    assert lamp.word == ("connected" if tone is LampTone.OK else NO_CONTACT)


def test_it_is_so_since_the_last_contact() -> None:
    last = NOON + timedelta(minutes=5)
    lamp = aged(replace(WELL, last_contact=last), last + timedelta(hours=1))
    assert lamp.since == last


@pytest.mark.parametrize(
    "lamp",
    [
        replace(WELL, heard_every=0),
        replace(WELL, last_contact=None),
        replace(WELL, word="offline", tone=LampTone.BAD),
        replace(WELL, word="odd answer", tone=LampTone.WARN),
        replace(WELL, last_contact=NOON + timedelta(hours=9), last_order=NOON),
    ],
)
def test_what_is_not_asked_by_itself_or_has_failed_keeps_its_word(lamp: Lamp) -> None:
    assert aged(lamp, NOON + timedelta(hours=9)) == lamp
