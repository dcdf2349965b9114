"""The ticket holds what was sold and paid, to the cent, and nothing that is not known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.basket import Basket, Delivery, DeliveryKind, OrderLine, computed_total
from app.domain.errors import VendorRefused
from app.domain.money import Money
from app.domain.order import Order, PaymentMethod, PaymentPart
from app.domain.product import Product
from app.domain.push import Push, PushKind, PushState
from app.domain.report import Customer, Fact
from app.domain.states import OrderState, PaymentState
from app.simulators._cheerfy_ticket import complaints_about
from app.vendors.cheerfy.sums import Sums, like, with_tax_inside
from app.vendors.cheerfy.ticket import compose_ticket
from tests.builders import a_basket, a_line, an_order, an_order_to_pay, at, huf
from tests.contract.vendors.cheerfy_side import CARD, LOCATION, a_matter, a_ticket_push, body_of

CASH, CARD_PAID, OTHER = PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.OTHER


def ticket_of(order: Order | None = None, **changes: Any) -> dict[str, Any]:
    push = a_ticket_push()
    body = compose_ticket(push, a_matter(order, **changes), LOCATION)
    found = body_of(replace(push, body=body))
    assert complaints_about(found) == []
    return found


def paid(units: int, *parts: tuple[PaymentMethod, int], **changes: Any) -> Order:
    """An order of which `units` were to be paid here, and were, in these parts."""
    taken = tuple(PaymentPart(method, huf(amount)) for method, amount in parts)
    return an_order_to_pay(units, **({"payment": PaymentState.RECEIVED, "taken": taken} | changes))


# --- the parts ------------------------------------------------------------------------------------


def test_a_ticket_as_a_whole() -> None:
    lines = (
        a_line(quantity=2, vat=Decimal(27), discount=huf(100)),
        a_line("Ham sandwich", 1900, modifiers=(a_line("Extra cheese", 300, vat=Decimal(5)),)),
    )
    order = an_order(
        state=OrderState.READY, number="A-42", basket=a_basket(*lines, tip=200), taken=()
    )
    assert ticket_of(order) == {
        "id": "t-1",
        "created_at": int(at().timestamp()),
        "channel": 1,
        "status": 5,
        "name": "A-42",
        "summary": {
            "subtotal": 391_799,
            "other_fees": 0,
            "taxes": 48_201,
            "tip": 20_000,
            "total": 460_000,
            "due": 460_000,
            "discount_amount": 20_000,
            "currency": "HUF",
        },
        "payments": [{"type": 3, "amount": 460_000, "user": {"id": CARD}}],
        "items": [
            {
                "item_id": "1",
                "sku_code": "draught-lager-0.5-l",
                "name": "Draught lager 0.5 l",
                "quantity": 2,
                "subtotal": 173_228,
                "taxes": 46_772,
                "total": 220_000,
            },
            {
                "item_id": "2",
                "sku_code": "ham-sandwich",
                "name": "Ham sandwich",
                "quantity": 1,
                "subtotal": 218_571,
                "taxes": 1_429,
                "total": 220_000,
                "modifiers": [
                    {
                        "sku_code": "extra-cheese",
                        "name": "Extra cheese",
                        "quantity": 1,
                        "subtotal": 28_571,
                        "taxes": 1_429,
                        "total": 30_000,
                    }
                ],
            },
        ],
        "combos": [],
        "user": {"id": CARD},
        "scope": {"organizations": [], "locations": [LOCATION], "areas": []},
        "client_data": {"client_type": "till-1", "client_version": _version()},
    }


def _version() -> str:
    from app import __version__

    return __version__


def test_forints_are_told_in_hundredths_and_yen_as_they_are() -> None:
    assert ticket_of(an_order(basket=a_basket(a_line(price=800))))["summary"]["total"] == 80_000
    yen = Money(800, "JPY")
    zero = Money.zero("JPY")
    line = OrderLine(product_id="p", unit_price=yen, discount=zero, collect=zero)
    basket = Basket(currency="JPY", lines=(line,), tip=zero, tip_collect=zero, total=yen)
    assert ticket_of(an_order(basket=basket, due=zero))["summary"]["total"] == 800


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (OrderState.COLLECTED, 1),
        (OrderState.NEW, 3),
        (OrderState.PREPARING, 4),
        (OrderState.READY, 5),
        (OrderState.CANCELLED, 2),
        (OrderState.REJECTED, 2),
    ],
)
def test_the_status_is_the_orders_own(state: OrderState, status: int) -> None:
    assert ticket_of(an_order(state=state))["status"] == status


def test_an_order_that_has_set_out_is_on_route() -> None:
    assert ticket_of(an_order(state=OrderState.READY), on_the_way_at=at(8))["status"] == 6


def test_the_catalogue_names_what_the_vendor_does_not_and_knows_its_tax() -> None:
    line = a_line(product_id="beer-500ml", name="", price=1270)
    beer = Product(product_id="beer-500ml", names={"en": "Lager"}, vat=Decimal(27))
    (item,) = ticket_of(an_order(basket=a_basket(line)), products={"beer-500ml": beer})["items"]
    assert (item["name"], item["subtotal"], item["taxes"]) == ("Lager", 100_000, 27_000)
    (item,) = ticket_of(an_order(basket=a_basket(line)))["items"]
    assert "name" not in item
    assert (item["subtotal"], item["taxes"]) == (127_000, 0)


def test_nothing_of_the_customer_but_the_card_is_told() -> None:
    who = Customer(
        name="Kovács Anna",
        phone="+36 30 1",
        email="a@b.hu",
        address="Fő utca 1.",
        comment="no nuts",
    )
    body = compose_ticket(a_ticket_push(), a_matter(an_order(customer=who)), LOCATION)
    for told in ("Kovács", "+36", "a@b.hu", "utca", "nuts"):
        assert told not in body
    assert body.count(CARD) == 2


def test_hostile_names_are_made_harmless() -> None:
    line = a_line("Beer\x1b@\u202e\ud800\n" + "x" * 500)
    (item,) = ticket_of(an_order(basket=a_basket(line)))["items"]
    assert item["name"].startswith("Beer@ xxx")
    assert len(item["name"]) <= 200


def test_without_a_card_there_is_no_ticket() -> None:
    with pytest.raises(VendorRefused):
        compose_ticket(a_ticket_push(), a_matter(card=""), LOCATION)


def test_the_same_sale_is_composed_the_same() -> None:
    push, matter = a_ticket_push(), a_matter()
    assert compose_ticket(push, matter, LOCATION) == compose_ticket(push, matter, LOCATION)


# --- how it is served -----------------------------------------------------------------------------

AT_TABLE = (Fact("desk_type", "TABLE"),)


def test_a_table_is_told_once_it_is_known_when_it_is_wanted() -> None:
    order = an_order(state=OrderState.READY, desk="Table 12", facts=AT_TABLE)
    service = {"service_type": 3, "table_id": "Table 12", "now": True}
    assert ticket_of(order)["service"] == service | {"ready_at": int(at(6).timestamp())}
    later = replace(order, wanted_at=at(90))
    wanted = {"now": False, "ready_at": int(at(90).timestamp())}
    assert ticket_of(later)["service"] == service | wanted


@pytest.mark.parametrize(
    "changes",
    [
        {"facts": ()},
        {"desk": ""},
        {"state": OrderState.PREPARING},
        {"basket": a_basket(a_line(takeaway=True))},
    ],
)
def test_what_is_not_really_known_is_left_out(changes: dict[str, Any]) -> None:
    given = {"state": OrderState.READY, "desk": "Table 12", "facts": AT_TABLE} | changes
    assert "service" not in ticket_of(an_order(**given))


def test_a_delivery_is_a_fee_but_no_address() -> None:
    delivery = Delivery(
        kind=DeliveryKind.HOME_DELIVERY,
        word="HOME_DELIVERY",
        fee=huf(635),
        collect=huf(0),
        vat=Decimal(27),
    )
    found = ticket_of(an_order(basket=a_basket(a_line(), delivery=delivery)))
    assert "delivery" not in found
    summary = found["summary"]
    assert (summary["other_fees"], summary["taxes"]) == (50_000, 13_500)
    assert summary["total"] == 183_500


# --- money ----------------------------------------------------------------------------------------


def kinds(found: dict[str, Any]) -> list[tuple[int, int]]:
    return [(payment["type"], payment["amount"]) for payment in found["payments"]]


def test_what_was_taken_here_is_told_by_its_way_and_the_rest_as_paid_in_the_app() -> None:
    order = paid(3000, (CASH, 1000), (CARD_PAID, 1500), (OTHER, 500))
    assert kinds(ticket_of(order)) == [(1, 100_000), (2, 150_000), (3, 50_000), (3, 160_000)]


def test_cash_rounded_to_coins_settles_the_whole_price() -> None:
    order = paid(902, (CARD_PAID, 500), (CASH, 400), basket=a_basket(a_line(price=902)))
    assert kinds(ticket_of(order)) == [(2, 50_000), (1, 40_200)]


def test_money_given_back_before_is_not_counted() -> None:
    order = paid(4600, (CASH, 4600), (CARD_PAID, 4600))
    order = replace(order, returned=(PaymentPart(CASH, huf(4600)),))
    assert kinds(ticket_of(order)) == [(2, 460_000)]


def test_an_order_for_nothing_has_a_payment_of_nothing() -> None:
    assert kinds(ticket_of(an_order(basket=a_basket(a_line(price=0))))) == [(3, 0)]


@pytest.mark.parametrize("units", [4000, 5000])
def test_a_vendors_own_total_is_reached_by_an_adjustment(units: int) -> None:
    basket = replace(a_basket(), total=huf(units), total_is_computed=False)
    found = ticket_of(an_order(basket=basket))
    assert found["summary"]["total"] == units * 100
    assert found["items"][-1]["total"] == (units - 4600) * 100
    assert found["summary"]["discount_amount"] == max(4600 - units, 0) * 100


# --- rectifications -------------------------------------------------------------------------------


def rectify(order: Order, *earlier: Push, reference: str = "r-1") -> tuple[dict[str, Any], Push]:
    push = a_ticket_push(reference, 6 + len(earlier), kind=PushKind.RECTIFICATION)
    first = a_ticket_push(tries=1, state=PushState.DONE)
    matter = a_matter(order, earlier=(first, *earlier))
    told = replace(push, body=compose_ticket(push, matter, LOCATION), tries=1)
    body = body_of(told)
    assert complaints_about(body) == []
    assert body["rectification_id"] == "t-1"
    assert body["status"] == 2
    assert body["summary"]["total"] > 0
    return body, told


def test_a_part_given_back_is_told_as_that_part() -> None:
    basket = a_basket(a_line(price=1270, vat=Decimal(27)))
    order = paid(1270, (CASH, 1270), basket=basket, state=OrderState.COLLECTED)
    order = replace(order, returned=(PaymentPart(CARD_PAID, huf(635)),))
    body, _ = rectify(order)
    assert kinds(body) == [(2, 63_500)]
    assert [item["total"] for item in body["items"]] == [63_500]
    assert body["summary"]["taxes"] == 13_500
    assert body["id"] == "r-1"
    assert body["user"] == body["payments"][0]["user"] == {"id": CARD}


def test_each_return_has_its_own_rectification_and_the_last_takes_back_the_rest() -> None:
    order = paid(3000, (CASH, 3000), state=OrderState.CANCELLED, payment=PaymentState.RETURNED)
    order = replace(order, returned=(PaymentPart(CASH, huf(1000)), PaymentPart(CASH, huf(2000))))
    first, told = rectify(order)
    assert kinds(first) == [(1, 100_000)]
    second, _ = rectify(order, told, reference="r-2")
    # 1,600 had been paid in the vendor's app, which gives it back.
    assert kinds(second) == [(1, 200_000), (3, 160_000)]


def test_a_sale_never_paid_here_is_taken_back_as_it_was_told() -> None:
    order = an_order(state=OrderState.CANCELLED)
    body, _ = rectify(order)
    assert kinds(body) == [(3, 460_000)]
    assert len(body["items"]) == 2


# --- every sale adds up ---------------------------------------------------------------------------

amounts = st.integers(0, 1_000_000)
rates = st.one_of(
    st.none(),
    st.decimals(0, 100, places=2),
    st.sampled_from([Decimal("NaN"), Decimal("Infinity"), Decimal(-5), Decimal(5000)]),
)


@st.composite
def lines(draw: st.DrawFn, depth: int = 2) -> OrderLine:
    price = draw(amounts)
    below = st.lists(lines(depth - 1), max_size=2) if depth else st.just([])
    return OrderLine(
        product_id="p",
        unit_price=Money(price, "EUR"),
        discount=Money(draw(st.integers(0, price)), "EUR"),
        collect=Money.zero("EUR"),
        quantity=draw(st.integers(1, 9)),
        vat=draw(rates),
        modifiers=tuple(draw(below)),
    )


@st.composite
def sales(draw: st.DrawFn) -> Order:
    found = tuple(draw(st.lists(lines(), max_size=4)))
    tip = Money(draw(amounts), "EUR")
    fee = Money(draw(amounts), "EUR")
    delivery = draw(
        st.none()
        | st.builds(
            Delivery,
            kind=st.just(DeliveryKind.HOME_DELIVERY),
            word=st.just(""),
            fee=st.just(fee),
            collect=st.just(Money.zero("EUR")),
            vat=rates,
        )
    )
    computed = computed_total(found, tip, delivery, "EUR")
    own = draw(st.none() | amounts)
    total = computed if own is None else Money(own, "EUR")
    basket = Basket(
        currency="EUR",
        lines=found,
        tip=tip,
        tip_collect=Money.zero("EUR"),
        total=total,
        delivery=delivery,
    )
    due = draw(st.integers(0, total.minor))
    split = draw(st.integers(0, due))
    parts = tuple(
        PaymentPart(method, Money(part, "EUR"))
        for method, part in ((CARD_PAID, split), (CASH, due - split))
    )
    return an_order(
        basket=basket,
        due=Money(due, "EUR"),
        payment=PaymentState.RECEIVED if due else PaymentState.NOT_DUE,
        taken=parts if due else (),
    )


@given(sales())
def test_every_line_the_summary_and_the_payments_add_up(order: Order) -> None:
    found = ticket_of(order)
    summary = found["summary"]
    assert summary["total"] == order.basket.total.minor
    for line in found["items"]:
        for part in (line, *line.get("modifiers", ())):
            assert part["subtotal"] + part["taxes"] == part["total"]
    assert sum(payment["amount"] for payment in found["payments"]) == summary["total"]
    sold = sum(line["total"] for line in found["items"])
    fee = order.basket.delivery.fee.minor if order.basket.delivery else 0
    assert sold + summary["tip"] + fee == summary["total"]


@given(sales(), st.data())
def test_what_is_taken_back_adds_up_too_and_is_never_more(
    order: Order, data: st.DataObject
) -> None:
    if not order.money_taken.minor:
        return
    part = data.draw(st.integers(1, order.money_taken.minor))
    back = (PaymentPart(CASH, Money(part, "EUR")),)
    body, _ = rectify(replace(order, state=OrderState.COLLECTED, returned=back))
    assert body["summary"]["total"] == part


@given(st.integers(-(10**9), 10**9), rates)
def test_tax_is_rounded_half_up_and_nothing_is_lost(total: int, rate: Decimal | None) -> None:
    sums = with_tax_inside(total, rate)
    assert sums.total == total
    if rate is not None and rate.is_finite() and 0 <= rate <= 1000:
        exact = Decimal(total) * rate / (100 + rate)
        assert abs(Decimal(sums.taxes) - exact) <= Decimal("0.5000001")
    else:
        assert sums.taxes == 0


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_part_has_the_tax_of_its_whole(part: int, subtotal: int, taxes: int) -> None:
    assert like(part, Sums(subtotal, taxes)).total == part
