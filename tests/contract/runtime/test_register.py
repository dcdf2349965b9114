"""Orders accepted at the till arrive at the register once, and its ready orders on the board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.news import NotInRegisterChanged
from app.domain.notice import NoticeCode
from app.domain.open_questions import NotInRegister
from app.domain.product import Product
from app.domain.states import Move, OrderState, SyncState
from app.simulators.cheers import CheersSimulator
from app.simulators.oktopos import DEMO_ARTICLES, OktoposSimulator
from app.usecases.not_in_register import MapArticle
from app.usecases.settle_question import AskAgain
from tests.contract.runtime.conftest import MakeCounter
from tests.contract.runtime.counter import Counter

Open = Callable[..., Counter]


@pytest.fixture
def register() -> Iterator[OktoposSimulator]:
    with OktoposSimulator() as running:
        yield running


@pytest.fixture
def opened(make_counter: MakeCounter, register: OktoposSimulator) -> Iterator[Open]:
    """Open a till that sends Cheers orders on, with or without the register's articles."""

    def go(*, articles: bool = True, **settings: object) -> Counter:
        given = {
            "enabled": True,
            "base_url": register.base_url,
            "api_key": register.api_key,
            "send_from": ["cheers"],
            "poll_seconds": 0.2,
        }
        counter = make_counter(oktopos=given | settings)
        counter.open()
        if articles:
            know_articles(counter)
        return counter

    yield go
    register.behave()


def know_articles(counter: Counter) -> None:
    assert counter.adapters is not None
    with counter.adapters.desk.store.begin() as work:
        for product_id, article in DEMO_ARTICLES.items():
            work.catalogue.put(Product(product_id=product_id, article=article))
        work.commit()


def in_step(counter: Counter, order_id: str) -> bool:
    snapshot = counter.screen.orders.get(order_id)
    known = snapshot.syncs.get("oktopos") if snapshot else None
    return known is SyncState.IN_STEP


def listed(counter: Counter) -> tuple[NotInRegister, ...]:
    told = counter.screen.of(NotInRegisterChanged)
    return told[-1].entries if told else ()


def test_an_order_accepted_here_arrives_once_and_is_followed_to_its_end(
    opened: Open, register: OktoposSimulator
) -> None:
    counter = opened()
    order_id = counter.accepted()
    ours = counter.id_of(order_id)
    counter.move(order_id, Move.READY)
    counter.move(order_id, Move.COLLECTED)
    done = ["accepted", "ready", "completed"]
    assert register.wait_for(lambda: register.effects_of(ours) == done)
    (created,) = register.created
    assert created["payment"]["referenceId"] == order_id
    assert created["pickup"]["pickupToken"] == counter.screen.order(order_id).order.number
    counter.screen.wait(lambda: in_step(counter, order_id), "being in step")


def test_a_lost_reply_is_not_asked_again_and_the_list_settles_it(
    opened: Open, register: OktoposSimulator
) -> None:
    counter = opened()
    register.drop_next(on="POST", before_applying=False)
    order_id = counter.accepted()
    ours = counter.id_of(order_id)
    doubt = counter.screen.wait_for_notice(NoticeCode.NOT_CONFIRMED)
    assert doubt.vendor == "oktopos"
    register.set_status(ours, "ready")  # somebody at the register has it made
    counter.screen.wait(lambda: in_step(counter, order_id), "the list to settle it")
    assert counter.screen.orders[order_id].words == {"oktopos": "ready"}
    counter.move(order_id, Move.READY)
    counter.move(order_id, Move.COLLECTED)
    assert register.wait_for(lambda: "completed" in register.effects_of(ours))
    creates = [one for one in register.requests if one.path.endswith("create")]
    assert len(creates) == 1
    assert len(counter.screen.all()) == 1


@pytest.mark.parametrize("applied", [True, False])
def test_a_till_killed_with_the_order_on_the_wire_does_not_send_it_again(
    opened: Open, register: OktoposSimulator, tmp_path: Path, applied: bool
) -> None:
    counter = opened(poll_seconds=0)
    register.hang(on="POST", before_applying=not applied)
    order_id = counter.accepted()
    ours = counter.id_of(order_id)
    assert register.wait_for(lambda: register.hanging)
    again = counter.as_after_a_power_cut(tmp_path / "again")
    counter.close()
    assert register.wait_for(lambda: not register.hanging)  # it has seen the till go
    register.release()
    again.open()
    try:
        again.screen.wait(
            lambda: (
                order_id in again.screen.orders
                and again.screen.orders[order_id].syncs.get("oktopos") is SyncState.UNCONFIRMED
            ),
            "the doubt",
        )
        question = again.screen.orders[order_id].question
        assert question is not None and question.system == "oktopos"
        again.move(order_id, Move.READY)
        again.screen.wait_for_state(order_id, OrderState.READY)
        assert len([one for one in register.requests if one.path.endswith("create")]) == 1
        again.dispatch(AskAgain(again.id_of(order_id)))
        if applied:  # the register has it and says so
            again.screen.wait(lambda: listed(again), "the refusal")
            assert "exists already" in listed(again)[0].reason
        else:
            done = ["accepted", "ready"]
            assert register.wait_for(lambda: register.effects_of(ours) == done)
        assert len(register.created) == 1
    finally:
        again.close()


def test_orders_of_an_outage_arrive_once_each_and_nothing_waited_for_them(
    opened: Open, register: OktoposSimulator, cheers: CheersSimulator
) -> None:
    counter = opened()
    register.refuse_connections()
    ids = [counter.accepted() for _ in range(5)]
    for order_id in ids:
        counter.move(order_id, Move.READY)
        counter.move(order_id, Move.COLLECTED)
    counter.screen.wait_for_state(ids, OrderState.COLLECTED)
    worked = ["APPROVED", "DONE", "COMPLETED"]
    assert cheers.wait_for(lambda: all(cheers.effects_of(one) == worked for one in ids))
    counter.screen.wait_for_lamp("oktopos", "offline")
    register.listen_again()
    done = ["accepted", "ready", "completed"]
    all_ours = [counter.id_of(order_id) for order_id in ids]
    assert register.wait_for(lambda: all(register.effects_of(one) == done for one in all_ours), 25)


def test_an_unknown_article_is_mapped_on_the_spot(opened: Open, register: OktoposSimulator) -> None:
    counter = opened(articles=False)
    order_id = counter.accepted()
    ours = counter.id_of(order_id)
    (entry,) = counter.screen.wait(lambda: listed(counter), "the list")
    assert entry.order_id == ours
    assert register.created == []
    counter.move(order_id, Move.READY)
    counter.screen.wait_for_state(order_id, OrderState.READY)
    for line in entry.lines:
        counter.dispatch(MapArticle(line.product_id, DEMO_ARTICLES[line.product_id], line.name))
    done = ["accepted", "ready"]
    assert register.wait_for(lambda: register.effects_of(ours) == done)
    counter.screen.wait(lambda: not listed(counter), "an empty list")


def test_a_foreign_order_comes_to_the_board_and_goes(
    opened: Open, register: OktoposSimulator
) -> None:
    counter = opened()
    first, second = register.place_ready(), register.place_ready()
    numbers = [str(register.internal_id(one)) for one in (first, second)]
    counter.screen.wait_for_state(numbers, OrderState.READY)
    assert [counter.screen.orders[one].order.number for one in numbers] == ["HH01", "HH02"]
    counter.move(numbers[0], Move.COLLECTED)
    assert register.wait_for(lambda: register.effects_of(first) == ["completed"])
    register.collect(second)
    counter.screen.wait_for_state(numbers, OrderState.COLLECTED)
    assert counter.screen.notices(NoticeCode.ENDED_ELSEWHERE)[0].number == "HH02"


def test_no_order_is_lost_of_a_register_that_counts_anew(
    opened: Open, register: OktoposSimulator
) -> None:
    counter = opened()
    first = register.place_ready()
    number = str(register.internal_id(first))
    counter.screen.wait_for_state(number, OrderState.READY)
    counter.move(number, Move.COLLECTED)
    assert register.wait_for(lambda: register.effects_of(first) == ["completed"])
    register.count_anew()
    second = register.place_ready()
    assert str(register.internal_id(second)) == number
    counter.screen.wait_for_state(number, OrderState.READY)
    assert counter.screen.orders[number].order.number == "HH02"
    counter.move(number, Move.COLLECTED)
    assert register.wait_for(lambda: register.effects_of(second) == ["completed"])
    assert register.effects_of(first) == ["completed"]


def test_when_paid_an_order_goes_on_with_its_payment(
    opened: Open, register: OktoposSimulator, cheers: CheersSimulator
) -> None:
    counter = opened(send_on="paid")
    order_id = cheers.place_order_to_pay_here()
    counter.accept(order_id)
    counter.screen.wait_for_state(order_id, OrderState.PREPARING)
    counter.take_cash(order_id)
    assert register.wait_for(lambda: register.created)
    assert register.created[0]["payment"]["status"] == "paid"
