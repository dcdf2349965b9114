"""Outages are kept from red to anything else, and end at a crash when they were last seen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta

from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.outage import Outage
from app.usecases.note_outage import note_lamp, note_still_out
from app.usecases.recover import recover
from tests.builders import at
from tests.unit.usecases.counter import Counter

KEY = (LampKind.PRINTER, "counter")


def lamp(word: str, tone: LampTone) -> Lamp:
    return Lamp(*KEY, "counter", word, tone)


GONE = lamp("not reachable", LampTone.BAD)
PAPER = lamp("paper out", LampTone.BAD)
LOW = lamp("paper low", LampTone.WARN)


def kept(counter: Counter) -> Sequence[Outage]:
    with closing(counter.store.reader()) as reader:
        now = counter.clock.now()
        return reader.books.outages(now - timedelta(days=1), now + timedelta(days=1))


def test_an_outage_lasts_until_the_lamp_is_red_no_more(counter: Counter) -> None:
    note_lamp(LOW, at(1), counter.desk)
    note_lamp(GONE, at(2), counter.desk)
    note_lamp(PAPER, at(5), counter.desk)
    note_lamp(LOW, at(9), counter.desk)
    note_lamp(LOW, at(12), counter.desk)
    (outage,) = kept(counter)
    assert (outage.word, outage.since, outage.until) == ("not reachable", at(2), at(9))
    assert not outage.is_open


def test_a_crash_ends_it_when_it_was_last_seen(counter: Counter) -> None:
    note_lamp(GONE, counter.clock.now(), counter.desk)
    counter.clock.advance(60)
    note_still_out({KEY}, counter.desk)
    seen = counter.clock.now()
    counter.clock.advance(8 * 3600)
    recover(counter.desk)
    (outage,) = kept(counter)
    assert (outage.until, outage.is_open) == (seen, False)


def test_what_nobody_sees_any_more_has_ended(counter: Counter) -> None:
    note_lamp(GONE, counter.clock.now(), counter.desk)
    counter.clock.advance(60)
    note_still_out({KEY}, counter.desk)
    seen = counter.clock.now()
    counter.clock.advance(60)
    note_still_out(set(), counter.desk)
    assert kept(counter)[0].until == seen
