"""What History lists: periods, filters, words and where a search hit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.domain.events import Event, EventKind
from app.domain.history import HistoryRow
from app.domain.states import OrderState, PaymentState
from app.ui.history.event_words import event_line
from app.ui.history.lines import Outcome, Paid, Period, day_span, hit_in, line_of
from app.ui.theme import Shape
from app.usecases.desk import Shop
from tests.builders import at

SHOP = Shop(timezone=ZoneInfo("Europe/Budapest"))


def a_row(state: str = "COLLECTED", payment: str = "NOT_DUE", **changes: str) -> HistoryRow:
    given = {"vendor": "cheers", "who": "Szabó Kinga"} | changes
    return HistoryRow(
        "order-1", "A-1", given["vendor"], state, payment, given["who"], 627000, "HUF", at(0)
    )


@pytest.mark.parametrize(
    ("now", "since"),
    [
        (datetime(2026, 11, 20, 12, tzinfo=UTC), datetime(2026, 11, 20, 3, tzinfo=UTC)),
        # Until four in the morning it is still yesterday for the shop.
        (datetime(2026, 11, 20, 2, 59, tzinfo=UTC), datetime(2026, 11, 19, 3, tzinfo=UTC)),
        (datetime(2026, 3, 29, 12, tzinfo=UTC), datetime(2026, 3, 29, 2, tzinfo=UTC)),
    ],
)
def test_today_begins_with_the_shops_day(now: datetime, since: datetime) -> None:
    assert Period.TODAY.span(SHOP, now) == (since, None)


def test_all_days_begin_nowhere() -> None:
    assert Period.ALL.span(SHOP, at(0)) == (None, None)


def test_a_week_holds_seven_days() -> None:
    week, today = Period.WEEK.span(SHOP, at(0))[0], Period.TODAY.span(SHOP, at(0))[0]
    assert week is not None
    assert today is not None
    assert (today - week).days == 6


def test_yesterday_ends_where_today_begins() -> None:
    begin, end = Period.YESTERDAY.span(SHOP, at(0))
    assert end == Period.TODAY.span(SHOP, at(0))[0]
    assert begin is not None and end is not None
    assert (end - begin).days == 1


def test_a_day_on_which_the_clock_is_set_is_as_long_as_it_is() -> None:
    begin, end = day_span(date(2026, 10, 24), SHOP)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=25)


@pytest.mark.parametrize(
    ("text", "wanted", "hit"),
    [
        ("Szabó Ödön", "odon szabo", "Ödön"),
        ("Szabó Ödön", "szabo od", "Szabó Öd"),
        ("A-42", "cheers a-42", "A-42"),
        ("A-42", "xyz", ""),
    ],
)
def test_words_are_marked_in_any_order(text: str, wanted: str, hit: str) -> None:
    found = hit_in(text, wanted)
    assert (text[slice(*found)] if found else "") == hit


@pytest.mark.parametrize("outcome", set(Outcome) - {Outcome.ALL, Outcome.OPEN})
def test_an_outcome_is_the_state_of_its_name(outcome: Outcome) -> None:
    assert outcome.states == {OrderState[outcome.name]}


def test_still_open_is_every_state_that_is_no_end() -> None:
    assert Outcome.OPEN.states == {state for state in OrderState if not state.is_end}


def test_all_outcomes_and_payments_leave_nothing_out() -> None:
    assert not Outcome.ALL.states
    assert not Paid.ANY.states


def test_each_state_of_payment_is_found_by_one_filter_at_most() -> None:
    found = [payment for paid in Paid for payment in paid.states]
    assert len(found) == len(set(found))
    assert set(PaymentState) - set(found) == {PaymentState.NOT_DUE}
    assert Paid.OPEN.states == {PaymentState.DUE, PaymentState.FAILED}
    assert Paid.BACK.states == {PaymentState.RETURN_DUE, PaymentState.RETURNED}


@pytest.mark.parametrize(
    ("text", "wanted", "hit"),
    [
        ("Szabó Kinga", "szabo", "Szabó"),
        ("Szabó Kinga", "SZABÓ", "Szabó"),
        ("A-142", "42", "42"),
        ("Straße 5", "strasse", "Straße"),
        ("Kovács", "x", None),
        ("Kovács", "  ", None),
        ("", "a", None),
    ],
)
def test_a_hit_is_found_without_case_and_accents(text: str, wanted: str, hit: str | None) -> None:
    found = hit_in(text, wanted)
    assert (text[found[0] : found[1]] if found else None) == hit


def test_a_line_says_everything_in_one_name() -> None:
    line = line_of(a_row(), SHOP, {"cheers": "Cheers"}, at(5))
    assert line.accessible_name == "12:00, A-1, Cheers, Szabó Kinga, 6,270 Ft, Collected"


def test_another_day_is_named() -> None:
    line = line_of(a_row(), SHOP, {}, at(60 * 24 * 3))
    assert line.time == "20 Nov 12:00"


def test_a_payment_in_doubt_is_the_outcome() -> None:
    line = line_of(a_row(payment="UNCONFIRMED"), SHOP, {}, at(0))
    assert (line.shape, line.outcome) == (Shape.UNCONFIRMED, "Not confirmed")


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_event_has_words(kind: EventKind) -> None:
    assert event_line(Event("order-1", at(0), kind), SHOP, "Cheers").text != ""


@pytest.mark.parametrize(
    ("kind", "data", "text", "note"),
    [
        (EventKind.RECEIVED, {}, "Cheers sent the order", ""),
        (EventKind.TOLD, {"kind": "accept"}, "Cheers confirmed Accept", ""),
        (
            EventKind.NOT_ACCEPTED_BY_ITSELF,
            {"why": "amount", "minor": "5000", "currency": "EUR"},
            "Not accepted by itself",
            "over the limit of €50.00",
        ),
        (
            EventKind.NOT_ACCEPTED_BY_ITSELF,
            {"why": "hours", "since": "11:00:00", "until": "14:30:00"},
            "Not accepted by itself",
            "only from 11:00 to 14:30",
        ),
        (
            EventKind.NOT_ACCEPTED_BY_ITSELF,
            {"why": "late"},
            "Not accepted by itself",
            "it came late",
        ),
        (
            EventKind.REFUSED,
            {"kind": "ready", "reason": "<b>no</b>"},
            "Cheers refused Ready",
            "<b>no</b>",
        ),
        (EventKind.SLIP_PRINTED, {"printer": "bar", "copy": "1"}, "Slip printed on “bar”", ""),
        (EventKind.SLIP_PRINTED, {"printer": "bar", "copy": "2"}, "Printed again on “bar”", ""),
        (
            EventKind.SLIP_PRINTED,
            {"printer": "grill", "copy": "1", "kind": "station"},
            "Station slip printed on “grill”",
            "",
        ),
        (
            EventKind.SLIP_MOVED,
            {"printer": "bar", "from_printer": "counter", "by": "staff"},
            "Slip goes to “bar” instead of “counter”",
            "Front counter",
        ),
        (
            EventKind.SLIP_MOVED,
            {"printer": "bar", "from_printer": "grill", "by": "fallback", "kind": "station"},
            "Station slip goes to “bar” instead of “grill”",
            "By itself, as set up",
        ),
        (EventKind.VENDOR_MOVED, {"standing": "CANCELLED"}, "Cheers says cancelled", ""),
        (EventKind.VENDOR_MOVED, {"standing": "X", "word": "odd"}, "Cheers says “odd”", ""),
        (
            EventKind.PAYMENT,
            {"payment": "RECEIVED", "amount": "627000", "currency": "HUF", "method": "cash"},
            "Payment received 6,270 Ft, cash",
            "",
        ),
        (
            EventKind.SETTLED_BY_STAFF,
            {"kind": "accept", "happened": "no"},
            "Staff settled Accept",
            "“It did not happen”",
        ),
        (EventKind.SCANNED, {"verdict": "handed_over"}, "Slip scanned to hand over", ""),
    ],
)
def test_events_read_as_sentences(
    kind: EventKind, data: dict[str, str], text: str, note: str
) -> None:
    line = event_line(Event("order-1", at(0), kind, data), SHOP, "Cheers")
    assert (line.text, line.note) == (text, note)
