"""Which numbers customers see, where, and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from app.domain.snapshot import OrderSnapshot
from app.domain.states import OrderState
from app.ui.customer_display.choices import DisplayChoices
from app.ui.customer_display.numbers import CalledNumber, DisplayedNumbers, NumberBoard
from app.ui.customer_display.places import place
from tests.builders import an_order, at
from tests.ui.snapshots import a_snapshot


def an_entry(
    number: str,
    state: OrderState,
    accepted: float,
    ready: float | None = None,
    **changes: Any,
) -> OrderSnapshot:
    """Give an order accepted and ready at these minutes."""
    order = an_order(
        changes.pop("id", f"order-{number}"),
        number=number,
        state=state,
        received_at=at(accepted),
        accepted_at=at(accepted),
        ready_at=at(ready) if ready is not None else None,
        **changes,
    )
    return a_snapshot(order)


def preparing(number: str, accepted: float, **changes: Any) -> OrderSnapshot:
    return an_entry(number, OrderState.PREPARING, accepted, **changes)


def ready(number: str, since: float, **changes: Any) -> OrderSnapshot:
    return an_entry(number, OrderState.READY, since - 5, since, **changes)


def collected(number: str, since: float, **changes: Any) -> OrderSnapshot:
    return an_entry(number, OrderState.COLLECTED, since - 5, since, **changes)


def shown(
    now: datetime, *snapshots: OrderSnapshot, choices: DisplayChoices | None = None
) -> DisplayedNumbers:
    board = NumberBoard(choices or DisplayChoices())
    board.take(snapshots)
    return board.at(now)


def texts(numbers: tuple[CalledNumber, ...]) -> list[str]:
    return [called.number for called in numbers]


def test_the_newest_number_stands_out_for_twenty_seconds_and_then_joins_the_others() -> None:
    orders = (ready("A-36", 10), ready("A-37", 8), preparing("A-38", 9), preparing("A-35", 7))
    at_once = shown(at(10.1), *orders)
    assert at_once.newest == CalledNumber("A-36", fresh=True)
    assert texts(at_once.ready) == ["A-37"]
    assert texts(at_once.preparing) == ["A-35", "A-38"]
    later = shown(at(10.4), *orders)
    assert later.newest is None
    assert texts(later.ready) == ["A-36", "A-37"]


def test_several_new_numbers_all_stand_out_the_newest_across_the_width() -> None:
    found = shown(at(10.2), ready("A-1", 10), ready("A-2", 10.1), ready("A-3", 10.15))
    assert found.newest is not None and found.newest.number == "A-3"
    assert found.ready == (CalledNumber("A-2", fresh=True), CalledNumber("A-1", fresh=True))


def test_a_collected_number_goes_at_once_and_undo_brings_it_back_without_a_sound() -> None:
    board = NumberBoard(DisplayChoices())
    board.take([ready("A-1", 10)])
    assert board.newly_ready(at(10))
    board.take([collected("A-1", 10)])
    assert board.at(at(10.1)).all_ready == ()
    board.take([ready("A-1", 10)])
    assert texts(board.at(at(10.2)).all_ready) == ["A-1"]
    assert not board.newly_ready(at(10.2))


def test_a_number_nobody_collects_goes_by_the_rule() -> None:
    choices = DisplayChoices(ready_minutes=15)
    assert texts(shown(at(24.9), ready("A-1", 10), choices=choices).ready) == ["A-1"]
    assert shown(at(25), ready("A-1", 10), choices=choices).ready == ()


def test_what_was_ready_before_its_time_stays_until_its_customer_may_have_come() -> None:
    early = ready("A-1", 10, wanted_at=at(40))
    assert texts(shown(at(50), early).ready) == ["A-1"]
    assert shown(at(55), early).ready == ()


def test_orders_that_are_not_called_out_here_are_not_shown() -> None:
    elsewhere = ready("A-1", 10, quiet=True)
    on_its_way = replace(ready("A-2", 10), on_the_way_at=at(11))
    new = an_entry("A-3", OrderState.NEW, 10)
    resting = preparing("A-5", 10, wanted_at=at(90), in_later=True)
    cancelled = an_entry("A-4", OrderState.CANCELLED, 10, held_in=OrderState.PREPARING)
    assert shown(at(12), elsewhere, on_its_way, new, cancelled, resting) == DisplayedNumbers()


def test_only_the_vendors_that_were_chosen_are_shown() -> None:
    choices = DisplayChoices(vendors=("walkin",))
    orders = (ready("A-1", 10), ready("W-1", 10, vendor="walkin"))
    assert texts(shown(at(12), *orders, choices=choices).ready) == ["W-1"]


def test_equal_numbers_have_their_vendors_names() -> None:
    one = ready("42", 9)
    other = replace(preparing("42", 8, id="order-other", vendor="loke"), vendor_title="LOKE")
    found = shown(at(12), one, other, ready("43", 9))
    assert {(called.number, called.vendor) for called in (*found.ready, *found.preparing)} == {
        ("42", "Cheers"),
        ("42", "LOKE"),
        ("43", ""),
    }


def test_without_preparing_a_number_is_nobodys_twin() -> None:
    choices = DisplayChoices(show_preparing=False)
    other = preparing("42", 8, id="order-other")
    found = shown(at(12), ready("42", 9), other, choices=choices)
    assert found.preparing == ()
    assert found.ready == (CalledNumber("42"),)


def test_each_number_is_heard_once_and_none_at_the_start() -> None:
    board = NumberBoard(DisplayChoices())
    board.take([ready("A-1", 2), preparing("A-2", 9)])
    assert not board.newly_ready(at(10))  # it was ready long before Pult was started
    board.take([ready("A-2", 10)])
    assert board.newly_ready(at(10.01))
    assert not board.newly_ready(at(10.02))
    board.take([preparing("A-2", 9)])
    board.take([ready("A-2", 11)])  # taken back, and ready once more
    assert board.newly_ready(at(11))


def test_the_waiting_time_is_told_once_three_orders_were_made_within_the_hour() -> None:
    done = [
        an_entry(f"A-{n}", OrderState.COLLECTED, 0, minutes) for n, minutes in enumerate((6, 8))
    ]
    assert shown(at(20), *done).waiting is None
    third = an_entry("A-9", OrderState.READY, 0, 11.6)
    assert shown(at(20), *done, third).waiting == 8
    assert shown(at(75), *done, third).waiting is None


def test_the_waiting_time_grows_when_the_kitchen_falls_behind() -> None:
    done = [an_entry(f"A-{n}", OrderState.COLLECTED, 0, 6) for n in range(3)]
    assert shown(at(20), *done, preparing("B-1", 2)).waiting == 20
    wanted_later = preparing("B-1", 2, wanted_at=at(60))
    assert shown(at(20), *done, wanted_later).waiting == 6


def test_over_eight_ready_stand_in_four_columns_and_none_covers_another() -> None:
    numbers = tuple(CalledNumber(f"A-{n}") for n in range(40))
    newest = CalledNumber("N", fresh=True)
    for count in (0, 1, 4, 7, 8, 20, 40):
        found = DisplayedNumbers(newest, numbers[:count], numbers[:count])
        places = place(found, 1920, 1080, with_side=True)
        lefts = {cell.rect.left() for cell in places.boxes}
        assert len(lefts) == min(count, 4 if count > 7 else 2)
        rects = [cell.rect for cell in (*places.boxes, *places.listed)] + [places.hero]
        for index, rect in enumerate(rects):
            assert (places.main | places.side).contains(rect)
            assert not any(rect.intersects(other) for other in rects[:index])
        for cells in (places.boxes, places.listed):
            told = sum(1 if cell.called else cell.rest for cell in cells)
            assert told == count


def test_an_upright_screen_has_what_is_ready_above() -> None:
    found = DisplayedNumbers(None, (CalledNumber("A-1"),), (CalledNumber("A-2"),))
    places = place(found, 1080, 1920, with_side=True)
    assert places.main.bottom() == places.side.top()
    assert places.boxes[0].rect.width() > 400
