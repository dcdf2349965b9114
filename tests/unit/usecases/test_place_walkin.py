"""Orders that staff key in: placed, paid, handed over or cancelled, by the same moves as others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.capabilities import Capabilities
from app.domain.errors import IllegalMove
from app.domain.events import EventKind
from app.domain.money import Money
from app.domain.news import Noticed, OrdersChanged
from app.domain.notice import NoticeCode
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.product import Product
from app.domain.routes import Routes
from app.domain.states import JobState, Move, OrderState, PaymentState, Standing
from app.domain.walkin import WALKIN, WALKIN_AMOUNT, WalkinItem
from app.ports.store import StorePort
from app.ports.vendor import RegisterRules
from app.usecases.desk import VendorFacts
from app.usecases.place_walkin import PlaceWalkin, place_walkin
from app.usecases.receive_payment import ReceivePayment, receive_payment
from app.usecases.return_money import ReturnMoney, return_money
from app.usecases.undo_move import UndoMove, undo_move
from tests.builders import huf
from tests.unit.usecases.counter import Counter

S, P = OrderState, PaymentState
LAGER = Product(
    product_id="lager",
    names={"en": "Draught lager", "hu": "Csapolt sör"},
    barcode="5998312345672",
    price=huf(1200),
    vat=Decimal(27),
)


def place(
    counter: Counter,
    amount: Money | None = None,
    items: Sequence[WalkinItem] = (),
    *,
    key: str = "key-1",
    name: str = "",
) -> Order:
    """Key an order in; gives it as it is kept."""
    counter.hear(place_walkin(PlaceWalkin(key, amount, tuple(items), name), counter.desk))
    with counter.store.begin() as work:
        order = work.orders.find(WALKIN, key)
    assert order is not None
    return order


def pay(counter: Counter, order: Order, method: PaymentMethod = PaymentMethod.CASH) -> None:
    parts = (PaymentPart(method, order.due),)
    counter.hear(receive_payment(ReceivePayment(order.id, order.due, parts), counter.desk))


def keep(counter: Counter, *products: Product) -> None:
    with counter.store.begin() as work:
        for product in products:
            work.catalogue.put(product)
        work.commit()


def test_an_amount_becomes_an_order_in_preparing_with_its_slip_queued(counter: Counter) -> None:
    order = place(counter, huf(1590))
    assert (order.state, order.payment, order.due) == (S.PREPARING, P.DUE, huf(1590))
    assert (order.number, order.number_is_ours) == ("1", True)
    assert order.accepted_here and order.opened and not order.quiet
    assert [job.state for job in counter.jobs(order.id)] == [JobState.QUEUED]
    assert counter.events(order.id) == [EventKind.KEYED_IN, EventKind.SLIP_QUEUED]
    assert counter.notices() == [NoticeCode.PLACED]
    shown = counter.last_orders().orders[0]
    assert (shown.vendor_title, shown.vendor_number) == ("Walk-in", "")
    assert counter.ringing() == set()  # what staff key in does not ring
    assert counter.pushes(order.id) == []


def test_items_keep_name_vat_and_exact_price_of_the_catalogue(counter: Counter) -> None:
    keep(counter, LAGER)
    order = place(counter, huf(350), [WalkinItem("lager", 3, huf(1200))], name=" Anna\x1b ")
    lager, keyed_in = order.basket.lines
    assert (lager.name, lager.quantity, lager.unit_price) == ("Draught lager", 3, huf(1200))
    assert (lager.vat, lager.collect) == (Decimal(27), huf(1200))
    assert (keyed_in.product_id, keyed_in.name) == (WALKIN_AMOUNT, "Amount")
    assert order.due == order.basket.total == order.basket.collect == huf(3950)
    assert order.customer.name == "Anna"
    counter.desk = replace(counter.desk, shop=replace(counter.desk.shop, language="hu"))
    hungarian = place(counter, None, [WalkinItem("lager", 1, huf(1100))], key="key-2")
    assert [line.name for line in hungarian.basket.lines] == ["Csapolt sör"]
    assert hungarian.due == huf(1100)  # the price the customer was told


def test_the_catalogue_may_say_what_a_keyed_in_amount_is(quick: Counter) -> None:
    known = Product(product_id=WALKIN_AMOUNT, names={"en": "Snack bar"}, vat=Decimal(5))
    keep(quick, known)
    line = place(quick, huf(500)).basket.lines[0]
    assert (line.name, line.vat) == ("Snack bar", Decimal(5))


def test_the_same_key_is_one_order_and_one_slip(counter: Counter) -> None:
    first = place(counter, huf(500))
    again = place(counter, huf(500))
    assert again == first
    assert counter.board() == [first.id]
    assert len(counter.jobs(first.id)) == 1
    assert counter.last_orders().orders[0].order.id == first.id


@pytest.mark.parametrize(
    ("amount", "items"),
    [
        (None, []),
        (huf(0), []),
        (huf(-100), [WalkinItem("lager", 1, huf(900))]),
        (Money(500, "EUR"), []),
        (None, [WalkinItem("lager", 1, Money(300, "EUR"))]),
        (None, [WalkinItem("lager", 0, huf(900))]),
        (None, [WalkinItem("lager", 1000, huf(900))]),
        (None, [WalkinItem("water", 2, huf(0))]),
    ],
)
def test_what_cannot_be_paid_is_not_placed(
    quick: Counter, amount: Money | None, items: list[WalkinItem]
) -> None:
    with pytest.raises(IllegalMove):
        place_walkin(PlaceWalkin("key-1", amount, tuple(items)), quick.desk)
    assert quick.board() == []


def test_switched_off_nothing_new_is_placed_and_what_stands_is_finished(quick: Counter) -> None:
    order = place(quick, huf(500))
    quick.desk = replace(quick.desk, shop=replace(quick.desk.shop, walkin=False))
    with pytest.raises(IllegalMove):
        place_walkin(PlaceWalkin("key-2", huf(500)), quick.desk)
    assert quick.snapshot(order.id).vendor_title == "Walk-in"
    pay(quick, order)
    quick.move(Move.READY, order.id)
    quick.move(Move.COLLECTED, order.id)
    assert quick.order(order.id).state is S.COLLECTED


def test_without_a_printer_the_order_stands_and_staff_are_told(quick: Counter) -> None:
    quick.desk.session.routes = Routes()
    order = place(quick, huf(500))
    assert quick.jobs(order.id) == []
    assert quick.notices() == [NoticeCode.PLACED, NoticeCode.NO_PRINTER]


# --- its moves ------------------------------------------------------------------------------------


def test_it_is_prepared_paid_and_collected_and_nobody_is_told(counter: Counter) -> None:
    order = place(counter, huf(1592))
    offered = counter.offered(order.id)
    assert {Move.READY, Move.LEFT, Move.CANCEL_ORDER, Move.TAKE_PAYMENT} <= offered
    assert not {Move.ACCEPT, Move.REJECT, Move.ON_THE_WAY} & offered
    counter.move(Move.READY, order.id)
    assert Move.COLLECTED not in counter.offered(order.id)
    cash = (PaymentPart(PaymentMethod.CASH, huf(1590), huf(2000)),)  # rounded to coins
    counter.hear(receive_payment(ReceivePayment(order.id, huf(1592), cash), counter.desk))
    counter.move(Move.COLLECTED, order.id)
    done = counter.order(order.id)
    assert (done.state, done.payment, done.money_taken) == (S.COLLECTED, P.RECEIVED, huf(1590))
    assert counter.pushes(order.id) == []
    told = [news.notice.data.get("told") for news in counter.told(Noticed)]
    assert "yes" not in told
    assert "no" not in told  # there is nobody of whom that could be said


def test_cancelled_after_payment_the_money_goes_back(counter: Counter) -> None:
    order = place(counter, huf(500))
    pay(counter, order, PaymentMethod.CARD)
    counter.move(Move.CANCEL_ORDER, order.id)
    assert counter.order(order.id).payment is P.RETURN_DUE
    assert counter.board() == [order.id]
    assert counter.jobs(order.id)[0].state is JobState.FAILED  # the slip is withdrawn
    back = ReturnMoney(order.id, huf(500), PaymentMethod.CARD)
    counter.hear(return_money(back, counter.desk))
    assert counter.order(order.id).payment is P.RETURNED
    assert counter.board() == []


def test_cancelled_or_left_unpaid_nothing_is_owed_and_undo_brings_it_back(quick: Counter) -> None:
    for key, move, end in (("a", Move.CANCEL_ORDER, S.CANCELLED), ("b", Move.LEFT, S.LEFT)):
        order = place(quick, huf(500), key=key)
        quick.move(move, order.id)
        assert (quick.order(order.id).state, quick.order(order.id).payment) == (end, P.NOT_DUE)
        quick.hear(undo_move(UndoMove(order.id), quick.desk))
        back = quick.order(order.id)
        assert (back.state, back.payment) == (S.PREPARING, P.DUE)


def test_the_payment_reminds_of_the_register_unless_one_takes_walk_in_orders(
    quick: Counter,
) -> None:
    def reminded() -> bool:
        told = [news.notice for news in quick.told(Noticed)]
        return told[-1].data.get("ring_up") == "yes"

    order = place(quick, huf(500))
    assert quick.snapshot(order.id).ring_up
    pay(quick, order)
    assert reminded()
    rules = RegisterRules(send_from=frozenset({"cheers", WALKIN}))
    register = VendorFacts("till", "Till", "T", Capabilities(), register=rules)
    quick.desk = replace(quick.desk, vendors={**quick.desk.vendors, "till": register})
    order = place(quick, huf(500), key="key-2")
    assert not quick.snapshot(order.id).ring_up
    pay(quick, order)
    assert not reminded()
    cheers = quick.place(payment=P.DUE, due=huf(900))
    assert not quick.snapshot(cheers).ring_up


# --- numbers --------------------------------------------------------------------------------------


def test_numbers_are_one_daily_sequence_that_skips_what_is_open(store: StorePort) -> None:
    counter = Counter(store, number_prefix="W-")
    counter.place(number="W-2")
    numbers = [place(counter, huf(500), key=f"a{count}").number for count in range(2)]
    numbers.append(counter.order(counter.place(number="")).number)
    assert numbers == ["W-1", "W-3", "W-4"]
    gone = place(counter, huf(500), key="gone")
    counter.move(Move.CANCEL_ORDER, gone.id)
    assert place(counter, huf(500), key="next").number == "W-6"  # never twice on one day
    counter.clock.advance(hours=24)
    assert place(counter, huf(500), key="tomorrow").number == "W-5"  # 1 to 4 and 6 still stand
    counter.clock.advance(hours=24)
    for known in counter.board():
        if counter.order(known).state is S.PREPARING:
            counter.move(Move.CANCEL_ORDER, known)
    assert place(counter, huf(500), key="later").number == "W-1"


def test_tills_with_one_store_never_give_the_same_number(store: StorePort) -> None:
    first, second = Counter(store), Counter(store)
    second.desk = replace(second.desk, ids=first.desk.ids)
    given = []
    for count in range(60):
        counter = (first, second)[count % 2]
        given.append(place(counter, huf(100 + count), key=f"k{count}").number)
    assert len(set(given)) == 60
    assert len(first.board()) == 60


# --- equal numbers --------------------------------------------------------------------------------


def twins(counter: Counter, order_id: str) -> tuple[str, ...]:
    return counter.snapshot(order_id).twins


def test_equal_numbers_are_told_while_both_stand_on_the_board(counter: Counter) -> None:
    walkin = place(counter, huf(500))
    assert twins(counter, walkin.id) == ()
    cheers = counter.place(number="1")
    assert twins(counter, walkin.id) == ("Cheers",)
    assert twins(counter, cheers) == ("Walk-in",)
    changed = counter.told(OrdersChanged)[-1].orders
    assert {one.order.id: one.twins for one in changed} == {
        walkin.id: ("Cheers",),
        cheers: ("Walk-in",),
    }
    counter.move(Move.CANCEL_ORDER, walkin.id)
    changed = counter.last_orders().orders
    assert {one.order.id: one.twins for one in changed} == {walkin.id: (), cheers: ()}
    counter.hear(undo_move(UndoMove(walkin.id), counter.desk))
    assert twins(counter, cheers) == ("Walk-in",)


def test_orders_without_a_number_are_no_twins(quick: Counter) -> None:
    for _ in range(2):
        order_id = quick.place(number="", standing=Standing.COLLECTED)
    assert twins(quick, order_id) == ()


def test_the_slip_of_an_equal_number_names_its_vendor_large(counter: Counter) -> None:
    alone = place(counter, huf(500))
    errand = counter.print_next()
    assert errand is not None
    assert (errand.slip.number, errand.slip.number_of) == ("1", "")
    counter.place(number="2")
    counter.accept(counter.board()[-1])
    counter.deliver()
    cheers = counter.print_next()
    assert cheers is not None
    assert cheers.slip.number_of == ""
    counter.place(number=alone.number)
    counter.accept(counter.board()[-1])
    counter.deliver()
    twin = counter.print_next()
    assert twin is not None
    assert (twin.slip.number, twin.slip.number_of) == ("1", "Cheers")
