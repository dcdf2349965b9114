"""Guarded acts are refused without the PIN, whoever sends them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.catalogue.read import CatalogueFile
from app.domain.errors import IllegalMove, PinNeeded, StoreUnavailable
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.printing import PrinterStatus, PrinterWord, PrintOutcome, PrintResult
from app.domain.product import Product
from app.domain.routes import Route, Routes
from app.domain.shift import CashWay
from app.domain.staff import SHOP_PIN, GuardedAct, PinRecord
from app.domain.states import Move, OrderState, PaymentState
from app.runtime.handlers import HANDLERS
from app.usecases.close_day import CloseDay, OpenDay
from app.usecases.close_shift import CloseShift
from app.usecases.erase_customer import EraseCustomer
from app.usecases.import_catalogue import ImportCatalogue
from app.usecases.keep_pages import KeepPages
from app.usecases.keep_person import (
    DropBadge,
    ErasePerson,
    KeepBadge,
    KeepPerson,
    PrintBadge,
    RemovePerson,
    WaitForBadge,
)
from app.usecases.keep_product import KeepProduct, RemoveProduct
from app.usecases.move_cash import MoveCash
from app.usecases.move_order import MoveOrder
from app.usecases.need_pin import PERMITTED_FOR
from app.usecases.not_in_register import MapArticle
from app.usecases.open_drawer import OpenDrawer
from app.usecases.open_shift import OpenShift
from app.usecases.restore_catalogue import RestoreCatalogue
from app.usecases.return_money import ReturnMoney
from app.usecases.try_pin import SettlePin, TryPin
from tests.builders import NOON, an_order, huf
from tests.fakes.store import FakeStore
from tests.unit.usecases.counter import Counter

WITH_DRAWER = Routes((Route(printer="counter", opens_drawer=True),))
PIN = PinRecord(SHOP_PIN, b"salt", b"digest")
ALL = frozenset(GuardedAct)
READY = an_order("ready", state=OrderState.READY, payment=PaymentState.DUE, due=huf(4600))
OWED = an_order(
    "owed",
    state=OrderState.CANCELLED,
    payment=PaymentState.RETURN_DUE,
    due=huf(4600),
    taken=(PaymentPart(PaymentMethod.CASH, huf(4600)),),
)
GONE = an_order("gone", state=OrderState.COLLECTED, ended_at=NOON)

PRINTED = PrintOutcome(PrintResult.PRINTED, PrinterStatus(PrinterWord.READY))
ACTS: dict[GuardedAct, Callable[[str], list[object]]] = {
    GuardedAct.MONEY_RETURNED: lambda _shift: [ReturnMoney("owed", huf(100), PaymentMethod.CASH)],
    GuardedAct.HAND_OVER_UNPAID: lambda _shift: [
        MoveOrder("ready", Move.HAND_OVER_UNPAID, "a regular")
    ],
    GuardedAct.CLOSING: lambda shift: [
        CloseDay(),
        MoveCash(CashWay.OUT, huf(100), "bread"),
        OpenDrawer(),
        CloseShift(shift, (huf(0),)),
    ],
    GuardedAct.SETTINGS: lambda _shift: [
        KeepPerson("Anna"),
        TryPin(1, "p-1", fresh="4711"),
        WaitForBadge("p-1"),
        DropBadge("p-1"),
        PrintBadge("p-1"),
        KeepBadge("p-1", "digest", "counter", PRINTED),
        RemovePerson("p-1"),
        ErasePerson("p-1"),
        KeepProduct(Product(product_id="4711")),
        RemoveProduct("4711"),
        ImportCatalogue(CatalogueFile(products=(Product(product_id="4712"),))),
        RestoreCatalogue(),
        KeepPages("counter", ()),
        EraseCustomer("gone"),
        MapArticle("4711", "9"),
    ],
}


@pytest.fixture
def counter() -> Counter:
    other = an_order("other", state=READY.state, payment=READY.payment, due=huf(4600))
    counter = Counter(FakeStore().with_orders(READY, OWED, GONE, other), guarded=ALL)
    counter.desk.session.routes = WITH_DRAWER
    do(counter, OpenShift((huf(0),)))
    do(counter, KeepPerson("Zoé"))
    with counter.store.begin() as work:
        (zoe,) = work.staff.all()
        work.staff.save(replace(zoe, id="p-1"))
        work.pins.put(PIN)
        work.commit()
    counter.desk.session.permitted.clear()
    return counter


def do(counter: Counter, command: object) -> None:
    HANDLERS[type(command)](command, counter.desk)


def commands(counter: Counter, act: GuardedAct) -> list[object]:
    with counter.store.begin() as work:
        shift = work.shifts.open_at("till-1")
    return ACTS[act](shift.id if shift else "")


def key_in(counter: Counter, act: GuardedAct | None = None, digest: bytes = b"digest") -> None:
    do(counter, SettlePin(1, SHOP_PIN, digest, act=act))


@pytest.mark.parametrize("act", list(GuardedAct))
def test_no_guarded_act_is_done_without_the_pin(counter: Counter, act: GuardedAct) -> None:
    before = repr(counter.store.kept)
    for command in commands(counter, act):
        with pytest.raises(PinNeeded) as refused:
            do(counter, command)
        assert refused.value.act is act
    assert repr(counter.store.kept) == before


@pytest.mark.parametrize("act", list(GuardedAct))
def test_each_is_done_after_the_right_pin(counter: Counter, act: GuardedAct) -> None:
    for command in commands(counter, act):
        key_in(counter, act)
        do(counter, command)


@pytest.mark.parametrize("act", set(GuardedAct) - {GuardedAct.SETTINGS})
def test_a_pin_permits_one_act(counter: Counter, act: GuardedAct) -> None:
    key_in(counter, act)
    command, *_ = commands(counter, act)
    do(counter, command)
    with pytest.raises(PinNeeded):
        do(counter, command if act is GuardedAct.CLOSING else again(act))


def again(act: GuardedAct) -> object:
    if act is GuardedAct.MONEY_RETURNED:
        return ReturnMoney("owed", huf(100), PaymentMethod.CASH)
    return MoveOrder("other", Move.HAND_OVER_UNPAID, "a regular")


def refused_acts(counter: Counter) -> dict[GuardedAct, object]:
    with counter.store.begin() as work:
        shift = work.shifts.open_at("till-1")
        assert shift is not None
    return {
        GuardedAct.MONEY_RETURNED: ReturnMoney("owed", huf(4601), PaymentMethod.CASH),
        GuardedAct.HAND_OVER_UNPAID: MoveOrder("owed", Move.HAND_OVER_UNPAID, "a regular"),
        GuardedAct.CLOSING: CloseShift("another", (huf(0),)),
    }


@pytest.mark.parametrize("act", set(GuardedAct) - {GuardedAct.SETTINGS})
def test_an_act_refused_for_another_reason_uses_no_permission_up(
    counter: Counter, act: GuardedAct
) -> None:
    key_in(counter, act)
    with pytest.raises(IllegalMove) as refused:
        do(counter, refused_acts(counter)[act])
    assert not isinstance(refused.value, PinNeeded)
    do(counter, commands(counter, act)[0])


def test_an_act_that_could_not_be_kept_uses_no_permission_up(counter: Counter) -> None:
    key_in(counter, GuardedAct.CLOSING)
    counter.store.break_down(StoreUnavailable("the disk is full"))
    with pytest.raises(StoreUnavailable):
        do(counter, MoveCash(CashWay.OUT, huf(100), "bread"))
    do(counter, MoveCash(CashWay.OUT, huf(100), "bread"))
    with pytest.raises(PinNeeded):
        do(counter, MoveCash(CashWay.OUT, huf(100), "bread"))


def test_a_pin_for_one_act_permits_no_other(counter: Counter) -> None:
    key_in(counter, GuardedAct.CLOSING)
    with pytest.raises(PinNeeded):
        do(counter, ReturnMoney("owed", huf(100), PaymentMethod.CASH))
    do(counter, CloseDay())


def test_a_wrong_pin_permits_nothing(counter: Counter) -> None:
    key_in(counter, GuardedAct.CLOSING, b"another")
    with pytest.raises(PinNeeded):
        do(counter, CloseDay())


@pytest.mark.parametrize("passed", [PERMITTED_FOR, -timedelta(minutes=1)])
def test_a_permission_lasts_half_an_hour_and_outlasts_no_clock(
    counter: Counter, passed: timedelta
) -> None:
    key_in(counter, GuardedAct.CLOSING)
    counter.clock.advance(passed.total_seconds())
    with pytest.raises(PinNeeded):
        do(counter, CloseDay())


def test_a_permission_still_holds_just_before(counter: Counter) -> None:
    key_in(counter, GuardedAct.CLOSING)
    counter.clock.advance(PERMITTED_FOR.total_seconds() - 1)
    do(counter, CloseDay())


def test_each_change_of_settings_renews_its_permission(counter: Counter) -> None:
    key_in(counter, GuardedAct.SETTINGS)
    for name in ("Anna", "Béla", "Cili"):
        counter.clock.advance(PERMITTED_FOR.total_seconds() - 1)
        do(counter, KeepPerson(name))


def test_what_the_shop_does_not_guard_and_opening_ask_nobody(counter: Counter) -> None:
    counter.desk = replace(counter.desk, shop=replace(counter.desk.shop, guarded=frozenset()))
    for act in GuardedAct:
        for command in commands(counter, act):
            do(counter, command)
    counter.desk = replace(counter.desk, shop=replace(counter.desk.shop, guarded=ALL))
    do(counter, OpenDay())
    do(counter, OpenShift((huf(0),)))
    do(counter, WaitForBadge(""))


def test_without_a_pin_nothing_is_guarded(counter: Counter) -> None:
    with counter.store.begin() as work:
        work.pins.remove(SHOP_PIN)
        work.commit()
    for act in GuardedAct:
        for command in commands(counter, act):
            do(counter, command)


def test_whoever_sets_the_pin_goes_on_in_settings(counter: Counter) -> None:
    do(counter, SettlePin(1, SHOP_PIN, b"digest", (b"salt", b"new")))
    do(counter, KeepPerson("Anna"))
