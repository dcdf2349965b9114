"""A till that is closed stays so over a restart, and only a person opens it."""

from __future__ import annotations

from dataclasses import replace

from app.domain.book_news import ClosedChanged
from app.domain.staff import Person
from app.usecases.close_day import CloseDay, OpenDay, close_day, open_day
from app.usecases.keep_person import ErasePerson, erase_person
from app.usecases.recover import recover
from tests.unit.usecases.counter import Counter


def test_a_closed_till_is_closed_after_a_restart(counter: Counter) -> None:
    since = counter.clock.now()
    counter.hear(close_day(CloseDay(), counter.desk))
    counter.clock.advance(60)
    counter.hear(close_day(CloseDay(), counter.desk))
    assert counter.told(ClosedChanged) == [ClosedChanged(since)] * 2
    again = Counter(counter.store)
    assert ClosedChanged(since) in recover(again.desk)
    assert again.desk.session.closed_since == since
    again.hear(open_day(OpenDay(), again.desk))
    assert again.desk.session.closed_since is None
    assert ClosedChanged(None) in recover(Counter(counter.store).desk)


def test_who_closed_is_named_until_the_name_is_erased(counter: Counter) -> None:
    with counter.store.begin() as work:
        work.staff.save(Person("p-1", "Anna"))
        work.commit()
    counter.hear(close_day(CloseDay(), replace(counter.desk, by="p-1")))
    counter.hear(close_day(CloseDay(), counter.desk))  # it is closed already
    assert [news.by for news in counter.told(ClosedChanged)] == ["Anna", "Anna"]
    counter.hear(erase_person(ErasePerson("p-1"), counter.desk))
    (said,) = [news for news in recover(counter.desk) if isinstance(news, ClosedChanged)]
    assert (said.since, said.by) == (counter.clock.now(), "")


def test_tills_are_closed_one_by_one(counter: Counter) -> None:
    counter.hear(close_day(CloseDay(), counter.desk))
    assert ClosedChanged(None) in recover(Counter(counter.store, till_id="till-2").desk)


def test_orders_come_while_closed(quick: Counter) -> None:
    quick.hear(close_day(CloseDay(), quick.desk))
    assert quick.place() in quick.board()
