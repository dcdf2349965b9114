"""Slips that wait: skipped, tried now, or printed elsewhere, by staff or by a fixed fallback."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.news import Noticed, PrinterWanted, SlipQuestionsChanged, WaitingSlipsChanged
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.routes import Route
from app.domain.states import JobState, Move
from app.ports.store import StorePort
from app.usecases.begin_print import offer_old
from app.usecases.recover import recover
from app.usecases.settle_print import settle_print, slips_wait
from app.usecases.waiting_slips import (
    MoveSlips,
    RetrySlips,
    SkipSlips,
    move_slips,
    retry_slips,
    skip_slips,
)
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter
from tests.unit.usecases.kitchen import (
    BAR,
    KITCHEN,
    a_meal,
    a_shop,
    by_printer,
    is_unwell,
    is_well,
)

J, R, W = JobState, PrintResult, PrinterWord
OUT = PrinterStatus(W.PAPER_OUT)


@pytest.fixture
def shop(store: StorePort) -> Counter:
    return a_shop(store)


@pytest.fixture
def fast() -> Counter:
    """The same shop in memory alone."""
    return a_shop(FakeStore())


def waits(counter: Counter, word: PrinterWord = W.PAPER_OUT) -> str:
    """Have an order's slip wait for the printer "counter"; gives its job's id."""
    order_id = counter.at_work()
    counter.hear(slips_wait("counter", word, counter.desk))
    return counter.jobs(order_id)[0].id


def waiting(counter: Counter) -> list[str]:
    told = counter.told(WaitingSlipsChanged)
    return [slip.job.id for slip in told[-1].slips] if told else []


def moved(counter: Counter) -> list[Notice]:
    notices = [news.notice for news in counter.told(Noticed)]
    return [notice for notice in notices if notice.code is NoticeCode.SLIPS_MOVED]


# --- the list -------------------------------------------------------------------------------------


def test_what_waits_is_told_with_who_else_could_print_it(shop: Counter) -> None:
    shop.at_work()
    assert waiting(shop) == []
    shop.hear(slips_wait("counter", W.PAPER_OUT, shop.desk))
    (slip,) = shop.told(WaitingSlipsChanged)[-1].slips
    assert (slip.number, slip.vendor_title, slip.others) == ("A-1", "Cheers", ("bar",))
    told = len(shop.told(WaitingSlipsChanged))
    shop.move(Move.READY)
    assert len(shop.told(WaitingSlipsChanged)) == told
    shop.print_next()
    assert waiting(shop) == []


def test_after_a_start_the_list_is_told_whole(store: StorePort) -> None:
    first = a_shop(store)
    job_id = waits(first)
    second = a_shop(store)
    second.hear(recover(second.desk))
    assert waiting(second) == [job_id]


# --- skip -----------------------------------------------------------------------------------------


def test_skip_gives_up_and_offers_print_again(shop: Counter) -> None:
    job_id = waits(shop)
    shop.hear(skip_slips(SkipSlips((job_id,)), shop.desk))
    assert shop.jobs()[0].state is J.FAILED
    assert EventKind.SLIP_SETTLED_BY_STAFF in shop.events()
    assert Move.PRINT in shop.offered()
    assert waiting(shop) == []
    assert shop.print_next() is None


# --- retry ----------------------------------------------------------------------------------------


def test_retry_has_each_printer_asked_once_and_changes_nothing_else(fast: Counter) -> None:
    ids = (waits(fast), waits(fast))
    with fast.store.begin() as work:
        before = list(work.jobs.unsettled())
    fast.hear(retry_slips(RetrySlips(ids), fast.desk))
    assert [news.printer for news in fast.told(PrinterWanted)] == ["counter"]
    with fast.store.begin() as work:
        assert list(work.jobs.unsettled()) == before
    assert {job.id for job in before} == set(ids)


def test_retry_takes_an_old_slip_out_of_the_questions(fast: Counter) -> None:
    job_id = waits(fast)
    fast.clock.advance(minutes=11)
    fast.hear(offer_old("counter", fast.desk))
    assert waiting(fast) == [job_id]
    fast.hear(retry_slips(RetrySlips((job_id,)), fast.desk))
    assert fast.told(SlipQuestionsChanged)[-1].questions == ()
    assert fast.print_next() is not None


# --- other printer --------------------------------------------------------------------------------


def test_other_printer_prints_it_and_the_first_never_does(shop: Counter) -> None:
    job_id = waits(shop)
    shop.hear(move_slips(MoveSlips((job_id,), "bar"), shop.desk))
    assert shop.begin_print("counter") is None
    errand = shop.begin_print("bar")
    assert errand is not None
    assert errand.job.id == job_id
    assert EventKind.SLIP_MOVED in shop.events()
    (said,) = moved(shop)
    assert (said.tone, said.number) == (Tone.OK, "A-1")
    assert said.data == {
        "printer": "bar",
        "from_printer": "counter",
        "count": "1",
        "cause": "paper out",
    }


@pytest.mark.parametrize("state", [J.SENDING, J.UNSURE, J.PRINTED])
def test_what_a_printer_has_taken_up_stays_with_it(fast: Counter, state: JobState) -> None:
    fast.at_work()
    errand = fast.begin_print("counter")
    assert errand is not None
    if state is not J.SENDING:
        result = R.UNSURE if state is J.UNSURE else R.PRINTED
        fast.hear(settle_print(errand.job.id, PrintOutcome(result, OUT), fast.desk))
    before = fast.jobs()
    fast.news.clear()
    ids = (errand.job.id,)
    fast.hear(move_slips(MoveSlips(ids, "bar"), fast.desk))
    fast.hear(skip_slips(SkipSlips(ids), fast.desk))
    fast.hear(retry_slips(RetrySlips(ids), fast.desk))
    assert fast.jobs() == before
    assert fast.begin_print("bar") is None
    assert moved(fast) == []
    assert fast.told(PrinterWanted) == []


def test_a_printer_that_prints_no_slips_takes_none_over(fast: Counter) -> None:
    job_id = waits(fast)
    for printer in ("kitchen", "gone"):
        with pytest.raises(IllegalMove):
            move_slips(MoveSlips((job_id,), printer), fast.desk)


def test_an_old_slip_that_a_person_gives_to_another_printer_comes_out(fast: Counter) -> None:
    job_id = waits(fast)
    fast.clock.advance(minutes=30)
    fast.hear(offer_old("counter", fast.desk))
    fast.hear(move_slips(MoveSlips((job_id,), "bar"), fast.desk))
    assert fast.told(SlipQuestionsChanged)[-1].questions == ()
    assert fast.begin_print("bar") is not None


def test_moved_slips_stay_moved_over_a_restart(store: StorePort) -> None:
    first = a_shop(store)
    job_id = waits(first)
    first.hear(move_slips(MoveSlips((job_id,), "bar"), first.desk))
    second = a_shop(store)
    second.hear(recover(second.desk))
    assert second.begin_print("counter") is None
    assert second.begin_print("bar") is not None


def test_several_are_said_in_one_message(fast: Counter) -> None:
    ids = (waits(fast), waits(fast))
    fast.hear(move_slips(MoveSlips(ids, "bar"), fast.desk))
    (said,) = moved(fast)
    assert (said.number, said.data["count"]) == ("", "2")


# --- the fixed fallback ---------------------------------------------------------------------------


def test_after_its_time_the_fallback_takes_over_with_a_message(shop: Counter) -> None:
    is_well(shop, "bar")
    waits(shop)
    is_unwell(shop, "counter")
    shop.clock.advance(59)
    is_unwell(shop, "counter")
    assert shop.begin_print("bar") is None
    shop.clock.advance(1)
    is_unwell(shop, "counter")
    (said,) = moved(shop)
    assert said.tone is Tone.WARN
    assert said.data["cause"] == "paper out"
    assert EventKind.SLIP_MOVED in shop.events()
    assert shop.begin_print("bar") is not None
    assert shop.begin_print("counter") is None


def test_a_clock_that_is_set_back_keeps_no_slip_from_the_fallback(fast: Counter) -> None:
    fast.at_work()
    is_well(fast, "bar")
    is_unwell(fast, "counter")
    fast.clock.advance(hours=-2)
    is_unwell(fast, "counter")
    assert fast.begin_print("bar") is None
    fast.clock.advance(60)
    is_unwell(fast, "counter")
    errand = fast.begin_print("bar")
    assert errand is not None


def test_what_went_over_does_not_come_back(fast: Counter) -> None:
    is_well(fast, "bar")
    waits(fast)
    is_unwell(fast, "counter")
    fast.clock.advance(60)
    is_unwell(fast, "counter")
    is_well(fast, "counter")
    is_unwell(fast, "bar")
    fast.clock.advance(300)
    is_unwell(fast, "bar")
    assert fast.jobs()[0].printer == "bar"
    assert len(moved(fast)) == 1


def test_a_slip_has_to_wait_itself_however_long_its_printer_has_been_away(fast: Counter) -> None:
    is_well(fast, "bar")
    is_unwell(fast, "counter")
    fast.clock.advance(minutes=20)
    waits(fast)
    is_unwell(fast, "counter")
    assert moved(fast) == []
    fast.clock.advance(60)
    is_unwell(fast, "counter")
    assert len(moved(fast)) == 1


def test_a_printer_that_was_well_meanwhile_begins_anew(fast: Counter) -> None:
    is_well(fast, "bar")
    waits(fast)
    is_unwell(fast, "counter")
    fast.clock.advance(50)
    is_well(fast, "counter")
    is_unwell(fast, "counter")
    fast.clock.advance(50)
    is_unwell(fast, "counter")
    assert moved(fast) == []


@pytest.mark.parametrize("word", [None, W.NOT_REACHABLE])
def test_nothing_goes_to_a_fallback_that_is_not_known_to_be_well(
    fast: Counter, word: PrinterWord | None
) -> None:
    if word is not None:
        is_unwell(fast, "bar", word)
    waits(fast)
    is_unwell(fast, "counter")
    fast.clock.advance(300)
    is_unwell(fast, "counter")
    assert moved(fast) == []
    is_well(fast, "bar")
    is_unwell(fast, "counter")
    assert len(moved(fast)) == 1


def test_the_first_of_the_row_that_is_well_takes_over() -> None:
    row = (
        Route(printer="counter", fallback="bar", fallback_seconds=5),
        Route(printer="bar", fallback="office"),
        Route(printer="office"),
    )
    ours = a_shop(FakeStore(), *row)
    is_unwell(ours, "bar")
    is_well(ours, "office")
    waits(ours)
    is_unwell(ours, "counter")
    ours.clock.advance(5)
    is_unwell(ours, "counter")
    assert ours.jobs()[0].printer == "office"


def test_a_night_s_worth_does_not_fall_back_by_itself(fast: Counter) -> None:
    is_well(fast, "bar")
    job_id = waits(fast)
    is_unwell(fast, "counter")
    fast.clock.advance(minutes=11)
    fast.hear(offer_old("counter", fast.desk))
    is_unwell(fast, "counter")
    assert moved(fast) == []
    questions = fast.told(SlipQuestionsChanged)[-1].questions
    assert [question.job.id for question in questions] == [job_id]


def test_a_slip_that_came_over_old_is_asked_about_there() -> None:
    patient = Route(printer="counter", fallback="bar", fallback_seconds=590)
    fast = a_shop(FakeStore(), patient, BAR)
    is_well(fast, "bar")
    waits(fast)
    is_unwell(fast, "counter")
    fast.clock.advance(595)
    is_unwell(fast, "counter")
    fast.clock.advance(10)
    assert fast.begin_print("bar") is None
    assert len(fast.told(SlipQuestionsChanged)[-1].questions) == 1


def test_a_station_slip_falls_back_to_a_printer_of_slips(fast: Counter) -> None:
    is_well(fast, "bar", "counter")
    fast.at_work(**a_meal())
    fast.hear(slips_wait("kitchen", W.COVER_OPEN, fast.desk))
    is_unwell(fast, "kitchen", W.COVER_OPEN)
    fast.clock.advance(60)
    is_unwell(fast, "kitchen", W.COVER_OPEN)
    assert set(by_printer(fast)) == {"counter", "bar"}
    errand = fast.begin_print("bar")
    assert errand is not None
    assert errand.slip.bar == "grill"


def test_without_a_fallback_slips_wait() -> None:
    ours = a_shop(FakeStore(), Route(printer="counter"), BAR, KITCHEN)
    is_well(ours, "bar")
    waits(ours)
    is_unwell(ours, "counter")
    ours.clock.advance(500)
    is_unwell(ours, "counter")
    assert ours.jobs()[0].printer == "counter"
