"""What cards say, and how they are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.basket import Delivery, DeliveryKind
from app.domain.order import Order, UndoPoint
from app.domain.printing import PrinterWord
from app.domain.push import PushKind, PushState
from app.domain.report import DueDoubt, Fact
from app.domain.snapshot import OrderSnapshot
from app.domain.states import Attention, JobState, Move, OrderState, PaymentState
from app.ui.widgets.age import Age, Urgency
from app.ui.widgets.chip import ChipKind
from app.ui.wording.card import card_of, marks_of
from app.ui.wording.figures import day_clock
from app.ui.wording.waiting import LIMITS
from tests.builders import (
    a_basket,
    a_customer,
    a_delivery,
    a_line,
    a_push,
    an_order,
    an_order_to_pay,
    at,
    huf,
)
from tests.ui.snapshots import (
    SHOP,
    a_slip_standing,
    a_snapshot,
    cancelled_after_payment,
    the_lager,
)

pytestmark = pytest.mark.usefixtures("theme")

U = Urgency
HOME = Delivery(kind=DeliveryKind.HOME_DELIVERY, word="HOME", fee=huf(0), collect=huf(0))
PREPARING = an_order(state=OrderState.PREPARING)


def in_state(push_state: PushState, kind: PushKind = PushKind.ACCEPT, **more: object) -> Order:
    return a_snapshot(pushes=(a_push(kind=kind, state=push_state, **more),))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("snapshot", "text", "kind"),
    [
        (a_snapshot(an_order_to_pay(5160)), "To pay 5,160 Ft", ChipKind.MONEY),
        (
            a_snapshot(an_order_to_pay(0, due_doubt=DueDoubt.NOTHING_NAMED)),
            "To pay: ask",
            ChipKind.MONEY,
        ),
        (
            a_snapshot(an_order_to_pay(900, payment=PaymentState.FAILED)),
            "Payment failed, 900 Ft",
            ChipKind.BAD,
        ),
        (
            a_snapshot(replace(cancelled_after_payment(), attention=None)),
            "Give back 900 Ft",
            ChipKind.MONEY,
        ),
        (in_state(PushState.SENDING), "Telling Cheers", ChipKind.PLAIN),
        (in_state(PushState.WAITING, misses=3), "Waits for Cheers", ChipKind.WARN),
        (in_state(PushState.WAITING, misses=9, tries=3), "Trying again, 4th time", ChipKind.WARN),
        (in_state(PushState.WAITING, misses=1, tries=1), "Trying again, 2nd time", ChipKind.WARN),
        (in_state(PushState.REFUSED), "Refused by Cheers", ChipKind.BAD),
        (in_state(PushState.UNCONFIRMED), "Accept not confirmed", ChipKind.DASHED),
        (
            in_state(PushState.UNCONFIRMED, PushKind.PAYMENT_RECEIVED),
            "Payment not confirmed",
            ChipKind.DASHED,
        ),
        (
            a_snapshot(
                PREPARING, slip=a_slip_standing(JobState.QUEUED, cause=PrinterWord.PAPER_OUT)
            ),
            "Slip waits for paper",
            ChipKind.WARN,
        ),
        (
            a_snapshot(PREPARING, slip=a_slip_standing(JobState.QUEUED, cause=PrinterWord.OFFLINE)),
            "Slip waits for the printer",
            ChipKind.WARN,
        ),
        (
            a_snapshot(PREPARING, slip=a_slip_standing(JobState.UNSURE)),
            "Did the slip come out?",
            ChipKind.DASHED,
        ),
        (
            a_snapshot(PREPARING, slip=a_slip_standing(JobState.FAILED)),
            "No slip",
            ChipKind.BAD,
        ),
        (
            a_snapshot(cancelled_after_payment()),
            "Cancelled by the customer",
            ChipKind.BAD_SOLID,
        ),
        (
            a_snapshot(replace(PREPARING, attention=Attention.CHANGED_ELSEWHERE)),
            "Changed elsewhere",
            ChipKind.BAD,
        ),
        (a_snapshot(an_order(word_is_unknown=True)), "State not known", ChipKind.DASHED),
        (a_snapshot(an_order(wanted_at=at(45))), "Pick-up 12:45", ChipKind.PLAIN),
        (
            a_snapshot(an_order(wanted_at=at(45) - timedelta(days=7))),
            f"Pick-up {day_clock(at(45) - timedelta(days=7), SHOP, at(45))}",
            ChipKind.PLAIN,
        ),
        (a_snapshot(an_order(basket=a_basket(delivery=HOME))), "Home delivery", ChipKind.PLAIN),
        (
            a_snapshot(an_order(customer=a_customer(comment="No foam"))),
            "Note",
            ChipKind.PLAIN,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_state_has_its_mark(snapshot: OrderSnapshot, text: str, kind: ChipKind) -> None:
    assert (text, kind) in [(mark.text, mark.kind) for mark in marks_of(snapshot, SHOP)]


def test_a_shop_without_a_printer_says_so_on_accepted_orders() -> None:
    texts = [mark.text for mark in marks_of(a_snapshot(PREPARING, prints_slips=False), SHOP)]
    assert texts == ["No slip: no printer"]
    assert marks_of(a_snapshot(PREPARING), SHOP) == ()
    assert marks_of(a_snapshot(prints_slips=False), SHOP) == ()


def test_a_calm_order_has_no_mark() -> None:
    assert marks_of(a_snapshot(PREPARING, slip=a_slip_standing()), SHOP) == ()


def test_the_most_urgent_mark_comes_first() -> None:
    order = an_order_to_pay(900, state=OrderState.PREPARING, customer=a_customer(comment="No foam"))
    unsure = a_slip_standing(JobState.UNSURE)
    push = a_push(kind=PushKind.READY, state=PushState.REFUSED)
    kinds = [mark.kind for mark in marks_of(a_snapshot(order, slip=unsure, pushes=(push,)), SHOP)]
    assert kinds == [ChipKind.BAD, ChipKind.MONEY, ChipKind.DASHED, ChipKind.PLAIN]


def test_a_card_is_named_as_it_is_read_out() -> None:
    snapshot = a_snapshot(the_lager(customer=a_customer(name="", comment="")))
    card = card_of(snapshot, SHOP, at(2))
    expected = "A-42, Cheers, Counter 1, 4 items, 5,060 Ft, to pay 5,060 Ft"
    assert card.accessible_name == expected


def test_the_customer_stands_where_there_is_no_desk() -> None:
    card = card_of(a_snapshot(), SHOP, at(2))
    assert (card.where, card.item_count) == ("Kovács Anna", "3 items")
    assert card.items == "2\u00d7 Draught lager 0.5 l, 1\u00d7 Ham sandwich"


def test_one_item_is_one_item() -> None:
    assert (
        card_of(a_snapshot(an_order(basket=a_basket(a_line()))), SHOP, at()).item_count == "1 item"
    )


def test_an_unopened_new_order_is_unseen_and_an_ended_one_struck() -> None:
    assert card_of(a_snapshot(), SHOP, at()).unseen
    assert not card_of(a_snapshot(an_order(opened=True)), SHOP, at()).unseen
    card = card_of(a_snapshot(cancelled_after_payment()), SHOP, at(3))
    assert (card.struck, card.unseen) == (True, False)


def test_a_scheduled_order_shows_its_time_instead_of_an_age() -> None:
    resting = an_order(state=OrderState.PREPARING, wanted_at=at(90), in_later=True)
    card = card_of(a_snapshot(resting), SHOP, at())
    assert (card.due_text, card.since) == ("13:30", None)
    assert card.marks[0].text == "Comes forward 13:10"
    unanswered = card_of(a_snapshot(an_order(wanted_at=at(90))), SHOP, at())
    assert (unanswered.due_text, unanswered.since) == ("13:30", at(seconds=2))


def test_what_came_forward_waits_from_then_on_and_is_late_at_its_time() -> None:
    order = an_order(state=OrderState.PREPARING, wanted_at=at(60))
    card = card_of(a_snapshot(order), SHOP, at(41))
    assert (card.due_text, card.since, card.limit) == ("13:00", at(40), 20)
    ages = [card.age(at(minutes)) for minutes in (55, 56, 60)]
    assert [age and age.urgency for age in ages] == [U.CALM, U.LATE_SOON, U.LATE]


def test_what_is_ready_before_its_time_waits_from_its_time_on() -> None:
    order = an_order(state=OrderState.READY, wanted_at=at(60), ready_at=at(50))
    card = card_of(a_snapshot(order), SHOP, at(51))
    assert (card.age(at(51)), card.age(at(59))) == (None, None)
    assert card.age(at(75)) == Age(15, 15)


def test_what_is_folded_away_as_old_is_never_late() -> None:
    order = an_order(state=OrderState.READY, ready_at=at(), quiet=True)
    age = card_of(a_snapshot(order), SHOP, at()).age(at(15 * 60))
    assert age is not None
    assert (age.words, age.urgency) == ("15 h", U.CALM)
    asks = replace(order, attention=Attention.CHANGED_ELSEWHERE)
    age = card_of(a_snapshot(asks), SHOP, at()).age(at(15 * 60))
    assert age is not None and age.urgency is U.LATE


def test_the_time_of_pick_up_stands_once_on_a_card() -> None:
    resting = an_order(state=OrderState.PREPARING, wanted_at=at(90), in_later=True)
    card = card_of(a_snapshot(resting), SHOP, at())
    assert [mark.text for mark in card.marks] == ["Comes forward 13:10"]
    assert card.since is None and card.due_text == "13:30"
    waiting = card_of(a_snapshot(an_order(wanted_at=at(90))), SHOP, at())
    assert [mark.text for mark in waiting.marks] == ["Pick-up 13:30"]
    assert waiting.since is not None


@pytest.mark.parametrize(
    ("state", "minutes", "urgency"),
    [
        (OrderState.NEW, 2, U.CALM),
        (OrderState.NEW, 3, U.LATE),
        (OrderState.PREPARING, 9, U.CALM),
        (OrderState.PREPARING, 10, U.LATE_SOON),
        (OrderState.PREPARING, 12, U.LATE),
        (OrderState.READY, 11, U.CALM),
        (OrderState.READY, 12, U.LATE_SOON),
        (OrderState.READY, 15, U.LATE),
    ],
)
def test_each_column_has_a_limit_of_its_own(
    state: OrderState, minutes: int, urgency: Urgency
) -> None:
    order = an_order(state=state, received_at=at(), accepted_at=at(), ready_at=at())
    card = card_of(a_snapshot(order), SHOP, at())
    age = card.age(at(minutes))
    assert age is not None
    assert age.urgency is urgency


def test_no_two_urgencies_look_alike_without_colour() -> None:
    """Late is said in words, late soon and late have a ground, and the pie fills."""
    calm, soon, late = Age(9, 12), Age(10, 12), Age(12, 12)
    assert (calm.words, soon.words, late.words) == ("9 min", "10 min", "Late · 12 min")
    assert calm.share < soon.share < late.share == 1


def test_a_time_on_another_day_is_told_with_its_day() -> None:
    tomorrow = an_order(wanted_at=at(60 * 24))
    assert card_of(a_snapshot(tomorrow), SHOP, at()).due_text == "21 Nov 12:00"


def test_the_time_of_a_delivery_is_not_called_a_pick_up() -> None:
    home = an_order(wanted_at=at(20), basket=a_basket(delivery=a_delivery()))
    marks = [(mark.text, mark.icon) for mark in card_of(a_snapshot(home), SHOP, at()).marks]
    assert marks == [("Delivery 12:20", "home-delivery")]


def test_an_order_on_its_way_is_marked_with_when_it_left() -> None:
    order = an_order(state=OrderState.READY, basket=a_basket(delivery=a_delivery()))
    card = card_of(a_snapshot(order, on_the_way_at=at(8)), SHOP, at(9))
    assert card.marks[0].text == "On the way since 12:08"
    age = card.age(at(60))
    assert age is not None
    assert (age.minutes, age.limit) == (52, None)
    assert "on the way since 12:08" in card.accessible_name


def test_a_refund_by_the_vendor_is_in_sight_while_the_order_is() -> None:
    facts = (Fact("refunded", "2026-11-20T11:05:00Z"),)
    card = card_of(a_snapshot(an_order(facts=facts)), SHOP, at())
    assert card.marks[0].text == "Refunded by Cheers"
    ended = an_order(facts=facts, state=OrderState.COLLECTED)
    assert card_of(a_snapshot(ended), SHOP, at()).marks == ()


def test_the_age_counts_from_the_column() -> None:
    card = card_of(a_snapshot(an_order(state=OrderState.READY)), SHOP, at(9))
    age = card.age(at(9))
    assert age is not None
    assert (age.minutes, age.limit) == (3, 15)


def test_a_card_does_not_say_telling_while_a_move_can_be_undone() -> None:
    told = in_state(PushState.SENDING, PushKind.READY)
    until = told.order.received_at + timedelta(seconds=5)
    undo = UndoPoint(
        move=Move.READY,
        from_state=OrderState.PREPARING,
        from_payment=told.order.payment,
        until=until,
    )
    held = replace(told, order=replace(told.order, undo=undo))
    assert [mark.text for mark in marks_of(held, SHOP)] == ["Cheers not told yet"]


def test_what_a_pause_holds_is_never_late() -> None:
    order = replace(the_lager(), placed_at=at(-30), held_until=at(33))
    assert card_of(a_snapshot(order), SHOP, at(24)).limit is None
    released = replace(order, held_until=None)
    assert card_of(a_snapshot(released), SHOP, at(24)).limit == LIMITS[OrderState.NEW]
