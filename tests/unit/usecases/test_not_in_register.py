"""Orders the register does not have: why, what staff do about it, and that nothing waits for it."""

from __future__ import annotations

import pytest

from app.domain.errors import IllegalMove, VendorRefused
from app.domain.events import EventKind
from app.domain.news import NotInRegisterChanged
from app.domain.notice import NoticeCode
from app.domain.open_questions import NotInRegister, RegisterLine
from app.domain.product import Product
from app.domain.push import PushKind, PushState
from app.domain.states import JobState, Move, OrderState, SyncState
from app.ports.store import StorePort
from app.usecases.keep_product import KeepProduct, keep_product
from app.usecases.not_in_register import (
    MapArticle,
    RungUp,
    SendToRegister,
    map_article,
    rung_up,
    send_to_register,
)
from app.usecases.recover import recover
from app.usecases.see_order import SeeOrder, see_order
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import a_basket, a_line, huf
from tests.unit.usecases.registering import NO_CONNECTION, REGISTER, RegisterCounter

SANDWICH = RegisterLine("ham-sandwich", "Ham sandwich", "")


@pytest.fixture
def counter(store: StorePort) -> RegisterCounter:
    counter = RegisterCounter(store)
    counter.unknown = {"ham-sandwich"}
    return counter


def listed(counter: RegisterCounter) -> tuple[NotInRegister, ...]:
    return counter.told(NotInRegisterChanged)[-1].entries


def test_an_order_with_an_unknown_article_is_listed_with_its_reason(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    (entry,) = listed(counter)
    assert (entry.order_id, entry.vendor, entry.register) == ("id-1", "cheers", REGISTER)
    assert entry.number == counter.order().number
    assert entry.reason == "no article for: ham-sandwich"
    assert SANDWICH in entry.lines
    assert len(entry.lines) == 3
    assert NoticeCode.REFUSED in counter.notices()
    assert counter.requests == 0


def test_kitchen_slip_and_hand_over_go_on_regardless(counter: RegisterCounter) -> None:
    counter.at_work(Move.READY)
    counter.print_all()
    counter.move(Move.COLLECTED)
    counter.clock.advance(6)
    counter.deliver()
    assert counter.order().state is OrderState.COLLECTED
    assert [job.state for job in counter.jobs()] == [JobState.PRINTED]
    assert counter.effects()[-1] is PushKind.COLLECTED
    assert len(listed(counter)) == 1
    assert [push.kind for push in counter.to_register()] == [PushKind.REGISTER]


def test_an_article_given_on_the_spot_sends_every_order_that_lacked_it(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    counter.at_work(Move.READY)
    assert len(listed(counter)) == 2
    with_all = [line.product_id for line in listed(counter)[0].lines]
    for product_id in with_all:
        assert counter.requests == 0
        command = MapArticle(product_id, " 4711\n", "Something")
        counter.hear(map_article(command, counter.desk))
        counter.deliver()
    assert counter.heard(0) == [PushKind.REGISTER]
    assert counter.heard(1) == [PushKind.REGISTER, PushKind.READY]
    assert listed(counter) == ()
    with counter.store.begin() as work:
        product = work.catalogue.products(["ham-sandwich"])["ham-sandwich"]
    assert (product.article, product.names) == ("4711", {"en": "Something"})


def test_an_article_keeps_what_the_catalogue_knew(counter: RegisterCounter) -> None:
    known = Product(product_id="ham-sandwich", names={"hu": "Szendvics"}, price=huf(1900))
    with counter.store.begin() as work:
        work.catalogue.put(known)
        work.commit()
    counter.hear(map_article(MapArticle("ham-sandwich", "1", "Ham"), counter.desk))
    with counter.store.begin() as work:
        kept = work.catalogue.products(["ham-sandwich"])["ham-sandwich"]
    assert (kept.names, kept.price, kept.article) == ({"hu": "Szendvics"}, huf(1900), "1")


def test_an_id_in_place_of_a_name_is_not_kept_as_the_name(counter: RegisterCounter) -> None:
    counter.hear(map_article(MapArticle("a-1", "4711", "a-1"), counter.desk))
    with counter.store.begin() as work:
        kept = work.catalogue.products(["a-1"])["a-1"]
    assert (kept.names, kept.article) == ({}, "4711")


def test_no_article_is_none(counter: RegisterCounter) -> None:
    with pytest.raises(IllegalMove):
        map_article(MapArticle("ham-sandwich", " \x1b "), counter.desk)


def test_what_the_register_itself_refuses_can_be_sent_again(counter: RegisterCounter) -> None:
    counter.unknown = set()
    counter.fail_next(VendorRefused(REGISTER, "The shift is closed"))
    counter.at_work()
    (entry,) = listed(counter)
    assert entry.reason == "The shift is closed"
    counter.hear(send_to_register(SendToRegister(entry.push_id), counter.desk))
    assert listed(counter) == ()
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER]
    with pytest.raises(IllegalMove):
        send_to_register(SendToRegister(entry.push_id), counter.desk)


def test_what_was_never_reached_for_a_day_is_for_a_person_to_decide(
    counter: RegisterCounter,
) -> None:
    counter.unknown = set()
    counter.place()
    counter.accept()
    for _ in range(49):
        assert counter.desk.session.not_in_register == ()
        counter.fail_next(NO_CONNECTION)
        counter.deliver()
        counter.clock.advance(1800)
    counter.fail_next(NO_CONNECTION)
    counter.deliver()
    (entry,) = listed(counter)
    assert entry.reason == "not reached for 24 hours"
    counter.hear(send_to_register(SendToRegister(entry.push_id), counter.desk))
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER]


def test_articles_that_came_with_an_import_are_seen(counter: RegisterCounter) -> None:
    counter.at_work()
    counter.at_work()
    entry, other = listed(counter)
    with counter.store.begin() as work:
        for line in entry.lines:
            work.catalogue.put(Product(product_id=line.product_id, article="7"))
        work.commit()
    counter.hear(send_to_register(SendToRegister(entry.push_id), counter.desk))
    (left,) = listed(counter)
    assert left.order_id == other.order_id
    assert all(line.article == "7" for line in left.lines)
    counter.deliver()
    assert counter.heard() == [PushKind.REGISTER]


def test_a_catalogue_that_learns_the_last_article_sends_the_orders_that_waited_for_it(
    counter: RegisterCounter,
) -> None:
    counter.at_work()
    counter.at_work()
    *first, last = listed(counter)[0].lines
    for line in first:
        product = Product(product_id=line.product_id, article="7")
        counter.hear(keep_product(KeepProduct(product), counter.desk))
    assert counter.deliver() == 0
    assert len(listed(counter)) == 2
    product = Product(product_id=last.product_id, article="8")
    counter.hear(keep_product(KeepProduct(product), counter.desk))
    assert listed(counter) == ()
    counter.deliver()
    assert counter.heard(0) == counter.heard(1) == [PushKind.REGISTER]


def test_rung_up_by_hand_takes_it_off_the_list_for_good(counter: RegisterCounter) -> None:
    counter.at_work()
    (entry,) = listed(counter)
    counter.hear(rung_up(RungUp(entry.push_id), counter.desk))
    assert listed(counter) == ()
    assert counter.snapshot().syncs[REGISTER] is SyncState.IN_STEP
    assert counter.events()[-1] is EventKind.SETTLED_BY_STAFF
    counter.move(Move.READY)
    counter.clock.advance(60)
    counter.deliver()
    counter.hear(recover(counter.desk))
    assert counter.requests == 0
    assert listed(counter) == ()
    with pytest.raises(IllegalMove):
        rung_up(RungUp(entry.push_id), counter.desk)


def test_seen_takes_it_off_the_card_but_not_off_the_list(counter: RegisterCounter) -> None:
    counter.at_work()
    counter.hear(see_order(SeeOrder("id-1"), counter.desk))
    assert counter.snapshot().syncs[REGISTER] is SyncState.IN_STEP
    assert len(counter.desk.session.not_in_register) == 1


def test_the_list_is_there_again_after_a_restart(counter: RegisterCounter) -> None:
    counter.at_work()
    before = listed(counter)
    counter.desk.session.not_in_register = ()
    counter.hear(recover(counter.desk))
    assert listed(counter) == before


def test_an_order_that_ends_unsold_leaves_the_list(counter: RegisterCounter) -> None:
    counter.at_work()
    counter.move(Move.CANCEL_ORDER)
    assert listed(counter) == ()
    counter.hear(undo_move(UndoMove("id-1"), counter.desk))
    counter.deliver()
    assert len(listed(counter)) == 1
    live = [push for push in counter.to_register() if push.state is not PushState.DROPPED]
    assert [push.state for push in live] == [PushState.REFUSED]


def test_a_basket_partly_taken_away_asks_and_the_answer_goes_along(
    counter: RegisterCounter,
) -> None:
    counter.fail_next(VendorRefused(REGISTER, "here or away?"))
    mixed = a_basket(a_line(), a_line("Nuts", 500, takeaway=True))
    counter.at_work(basket=mixed)
    (entry,) = listed(counter)
    assert entry.asks_takeaway
    counter.hear(send_to_register(SendToRegister(entry.push_id, away=True), counter.desk))
    counter.deliver()
    assert counter.messages == ["", "away"]
    assert counter.heard() == [PushKind.REGISTER]


def test_the_screen_is_told_of_the_list_only_when_it_changes(counter: RegisterCounter) -> None:
    counter.at_work()
    said = len(counter.told(NotInRegisterChanged))
    counter.move(Move.READY)
    counter.clock.advance(6)
    counter.deliver()
    assert len(counter.told(NotInRegisterChanged)) == said
