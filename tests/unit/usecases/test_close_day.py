"""A till that is closed stays so over a restart, and only a person opens it."""

from __future__ import annotations

from app.domain.book_news import ClosedChanged
from app.usecases.close_day import CloseDay, OpenDay, close_day, open_day
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


def test_tills_are_closed_one_by_one(counter: Counter) -> None:
    counter.hear(close_day(CloseDay(), counter.desk))
    assert ClosedChanged(None) in recover(Counter(counter.store, till_id="till-2").desk)


def test_orders_come_while_closed(quick: Counter) -> None:
    quick.hear(close_day(CloseDay(), quick.desk))
    assert quick.place() in quick.board()
