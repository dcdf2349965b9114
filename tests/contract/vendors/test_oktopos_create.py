"""What an order is sent on to the register as."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.domain.basket import Delivery, DeliveryKind
from app.domain.errors import VendorRefused
from app.domain.order import PaymentMethod, PaymentPart
from app.domain.product import Product
from app.domain.push import PushKind
from app.domain.report import Customer, Fact
from app.domain.states import PaymentState
from app.vendors.oktopos import OktoposVendor
from tests.builders import an_order, at
from tests.contract.vendors.oktopos_side import (
    BEER,
    PRODUCTS,
    a_beer,
    a_create,
    a_lemon,
    a_register,
    an_euro_order,
    body_of,
    composed,
    eur,
    matter,
    oktopos_at,
)


@pytest.fixture
def vendor() -> OktoposVendor:
    return oktopos_at("http://127.0.0.1:9")


def a_delivery(kind: DeliveryKind = DeliveryKind.HOME_DELIVERY, fee: str = "0") -> Delivery:
    return Delivery(kind=kind, word="", fee=eur(fee), collect=eur("0"))


def test_the_whole_order(vendor: OktoposVendor) -> None:
    order = an_euro_order(
        a_beer(quantity=3, discount=eur("0.40"), vat=Decimal("19"), note="no foam"),
        a_beer(modifiers=(a_lemon(),)),
        tip="1.20",
        desk="Table 12",
        vendor_order_id="abc-123",
        wanted_at=at(45),
    )
    assert body_of(vendor, order) == {
        "orderId": "our-id-1",
        "payment": {
            "referenceId": "abc-123",
            "price": {"value": "14.90", "currency": "EUR"},
            "status": "paid",
        },
        "location": {"table": 12},
        "items": [
            {
                "basketItemId": 1,
                "mainBasketItemId": 1,
                "productId": BEER,
                "name": "Lager 0.5 l",
                "quantity": 3,
                "price": {"value": "10.50", "currency": "EUR"},
                "pricePerUnit": {"value": "3.50", "currency": "EUR"},
                "tax": {"taxRateValue": 19},
                "comment": "no foam",
            },
            {
                "basketItemId": 2,
                "mainBasketItemId": 2,
                "productId": BEER,
                "name": "Lager 0.5 l",
                "quantity": 1,
                "price": {"value": "3.90", "currency": "EUR"},
                "pricePerUnit": {"value": "3.90", "currency": "EUR"},
            },
            {
                "basketItemId": 3,
                "mainBasketItemId": 2,
                "externalId": 124,
                "name": "Slice of lemon",
                "quantity": 1,
                "price": {"value": "0.50", "currency": "EUR"},
                "pricePerUnit": {"value": "0.50", "currency": "EUR"},
            },
        ],
        "status": "accepted",
        "purchaseTime": {"timestamp": "2026-11-20T11:00:00Z", "timezone": "Europe/Budapest"},
        "pickup": {
            "timestamp": "2026-11-20T12:45:00",
            "timezone": "Europe/Budapest",
            "asapDelivery": False,
            "pickupToken": "A-42",
        },
        "orderType": "LOCAL",
        "tipTransactions": [{"amount": 1.2, "type": "PAID"}],
        "intermediary": "Pult",
    }


def test_the_register_takes_what_is_composed() -> None:
    order = an_euro_order(
        a_beer(quantity=3, discount=eur("0.40"), modifiers=(a_lemon(modifiers=(a_lemon(),)),)),
        tip="12.99",
        wanted_at=datetime(2099, 7, 1, 10, tzinfo=UTC),
        delivery=a_delivery(fee="2.50"),
    )
    with a_register() as register:
        vendor = oktopos_at(register.base_url, delivery_article="9001")
        vendor.send(composed(vendor, order), "")
        (created,) = register.created
        vendor.close()
    mains = [(item["basketItemId"], item["mainBasketItemId"]) for item in created["items"]]
    assert mains == [(1, 1), (2, 1), (3, 2), (4, 4)]
    assert [item["quantity"] for item in created["items"]] == [3, 3, 3, 1]


# --- money ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("tip", ["12.99", "0.1", "0.3", "1234567.89", "7"])
def test_a_tip_is_a_number_without_noise(vendor: OktoposVendor, tip: str) -> None:
    text = composed(vendor, an_euro_order(tip=tip)).body
    told = json.loads(text, parse_float=Decimal, parse_int=Decimal)["tipTransactions"][0]["amount"]
    assert told == Decimal(tip)
    assert f'"amount":{Decimal(tip):.2f}' in text


def test_a_tip_nobody_has_paid_yet_is_not_told_as_paid(vendor: OktoposVendor) -> None:
    unpaid = an_euro_order(tip="1", payment=PaymentState.DUE)
    assert "tipTransactions" not in body_of(vendor, unpaid)


@pytest.mark.parametrize(
    ("payment", "word"),
    [
        (PaymentState.NOT_DUE, "paid"),
        (PaymentState.RECEIVED, "paid"),
        (PaymentState.UNCONFIRMED, "paid"),  # the money is in the drawer
        (PaymentState.DUE, "unpaid"),
        (PaymentState.FAILED, "unpaid"),
    ],
)
def test_payment_status_tells_the_truth(
    vendor: OktoposVendor, payment: PaymentState, word: str
) -> None:
    assert body_of(vendor, an_euro_order(payment=payment))["payment"]["status"] == word


@pytest.mark.parametrize(
    ("methods", "word"),
    [
        ([PaymentMethod.CARD], "CREDIT_CARD"),
        ([PaymentMethod.CASH], None),
        ([PaymentMethod.CASH, PaymentMethod.CARD], None),
        ([], None),
    ],
)
def test_a_method_the_page_does_not_name_is_not_invented(
    vendor: OktoposVendor, methods: list[PaymentMethod], word: str | None
) -> None:
    taken = tuple(PaymentPart(method, eur("1")) for method in methods)
    order = an_euro_order(payment=PaymentState.RECEIVED, taken=taken)
    assert body_of(vendor, order)["payment"].get("paymentMethod") == word


def test_forints_have_two_decimals_too(vendor: OktoposVendor) -> None:
    order = an_order("our-id-1", number="A-1")
    ids = {line.product_id for top in order.basket.lines for line in top.walk()}
    products = {one: Product(product_id=one, article="7") for one in ids}
    told = json.loads(vendor.compose(a_create(), matter(order, products=products)))
    assert told["items"][0]["price"] == {"value": "2400.00", "currency": "HUF"}
    assert told["payment"]["price"] == {"value": "4600.00", "currency": "HUF"}


def test_lines_that_do_not_add_up_to_the_order_are_refused(vendor: OktoposVendor) -> None:
    with pytest.raises(VendorRefused, match=r"lines and total differ: 3\.90, 4\.00 EUR"):
        composed(vendor, an_euro_order(total=eur("4.00")))


# --- articles -------------------------------------------------------------------------------------


def test_unknown_articles_are_named_all_at_once(vendor: OktoposVendor) -> None:
    order = an_euro_order(
        a_beer(product_id="nuts", name="Nuts"), a_beer(), a_beer(modifiers=(a_lemon(),))
    )
    lacking = {**PRODUCTS, "lemon": replace(PRODUCTS["lemon"], article="")}
    with pytest.raises(VendorRefused) as refusal:
        vendor.compose(a_create(), matter(order, products=lacking))
    assert refusal.value.reason == "Nuts, Slice of lemon"
    assert refusal.value.code == "no_article"


def test_a_delivery_fee_needs_an_article_of_its_own(vendor: OktoposVendor) -> None:
    order = an_euro_order(delivery=a_delivery(fee="2.50"))
    with pytest.raises(VendorRefused, match="no article for the delivery fee"):
        composed(vendor, order)
    with_one = oktopos_at("http://127.0.0.1:9", delivery_article="9001")
    fee = body_of(with_one, order)["items"][1]
    assert (fee["externalId"], fee["price"]["value"]) == (9001, "2.50")
    assert (fee["basketItemId"], fee["mainBasketItemId"]) == (2, 2)


@pytest.mark.parametrize(
    ("article", "told"),
    [
        ("123", {"externalId": 123}),
        ("0123", {"productId": "0123"}),
        ("80e1603f", {"productId": "80e1603f"}),
        ("9" * 19, {"productId": "9" * 19}),
    ],
)
def test_a_number_is_an_external_id_and_a_text_a_product_id(
    vendor: OktoposVendor, article: str, told: dict[str, object]
) -> None:
    products = {"beer": replace(PRODUCTS["beer"], article=article)}
    body = json.loads(vendor.compose(a_create(), matter(products=products)))
    item = body["items"][0]
    assert {key: item[key] for key in ("productId", "externalId") if key in item} == told


def test_tax_is_told_only_where_it_is_known(vendor: OktoposVendor) -> None:
    known = {"beer": replace(PRODUCTS["beer"], vat=Decimal("19.31"))}
    ours = vendor.compose(a_create(), matter(products=known))
    assert '"tax":{"taxRateValue":19.31}' in ours
    vendors = body_of(vendor, an_euro_order(a_beer(vat=Decimal("7"))))
    assert vendors["items"][0]["tax"] == {"taxRateValue": 7}
    assert "tax" not in body_of(vendor)["items"][0]


def test_an_order_without_lines_is_refused(vendor: OktoposVendor) -> None:
    empty = an_euro_order()
    empty = replace(empty, basket=replace(empty.basket, lines=()))
    with pytest.raises(VendorRefused, match="no lines"):
        composed(vendor, empty)


# --- how it leaves the shop -----------------------------------------------------------------------

AWAY, HERE = a_beer(takeaway=True), a_beer()


@pytest.mark.parametrize(
    ("lines", "delivery", "word"),
    [
        ((HERE, HERE), None, "LOCAL"),
        ((AWAY, AWAY), None, "PICKUP"),
        ((HERE,), DeliveryKind.TAKE_AWAY, "PICKUP"),
        ((HERE, AWAY), DeliveryKind.HOME_DELIVERY, "DELIVERY"),
        ((AWAY,), DeliveryKind.OTHER, "PICKUP"),
    ],
)
def test_order_types(
    vendor: OktoposVendor, lines: tuple[object, ...], delivery: DeliveryKind | None, word: str
) -> None:
    given = {"delivery": a_delivery(delivery)} if delivery else {}
    assert body_of(vendor, an_euro_order(*lines, **given))["orderType"] == word


def test_a_mixed_basket_asks_and_takes_the_answer(vendor: OktoposVendor) -> None:
    mixed = an_euro_order(HERE, AWAY)
    with pytest.raises(VendorRefused) as question:
        composed(vendor, mixed)
    assert question.value.code == "order_type"
    for answer, word in (("here", "LOCAL"), ("away", "PICKUP")):
        assert body_of(vendor, mixed, message=answer)["orderType"] == word
    assert body_of(vendor, an_euro_order(HERE), message="away")["orderType"] == "LOCAL"


def test_only_a_delivery_says_who_ordered(vendor: OktoposVendor) -> None:
    who = Customer(name="Kovács\x1b Anna", phone="+36", email="a@b.hu", address="Fő utca 1.")
    assert "customer" not in body_of(vendor, an_euro_order(customer=who))
    told = body_of(vendor, an_euro_order(customer=who, delivery=a_delivery()))
    assert told["customer"] == {
        "familyName": "Kovács Anna",
        "phone": "+36",
        "email": "a@b.hu",
        "address": {"street": "Fő utca 1."},
    }


@pytest.mark.parametrize(
    ("desk", "table", "comment"),
    [
        ("Table 12", 12, None),
        ("7", 7, None),
        ("12. asztal", 12, None),
        ("Terrace bar", None, "Terrace bar"),
        ("Table 3-4", None, "Table 3-4"),
        ("", None, None),
    ],
)
def test_a_table_is_an_integer_or_a_comment(
    vendor: OktoposVendor, desk: str, table: int | None, comment: str | None
) -> None:
    told = body_of(vendor, an_euro_order(desk=desk))
    assert told.get("location") == (None if table is None else {"table": table})
    assert told["items"][0].get("comment") == comment


def test_a_counter_with_a_number_is_no_table(vendor: OktoposVendor) -> None:
    order = an_euro_order(
        a_beer(note="cold"), desk="Counter 1", facts=(Fact("desk_type", "COUNTER"),)
    )
    told = body_of(vendor, order)
    assert "location" not in told
    assert told["items"][0]["comment"] == "Counter 1, cold"


def test_a_time_that_is_over_is_not_sent(vendor: OktoposVendor) -> None:
    told = body_of(vendor, an_euro_order(wanted_at=at(1)))["pickup"]
    assert told == {"timezone": "Europe/Budapest", "asapDelivery": True, "pickupToken": "A-42"}


@pytest.mark.parametrize(
    ("wanted", "wall"),
    [
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "2027-03-28T01:30:00"),  # before the gap
        (datetime(2027, 3, 28, 1, 30, tzinfo=UTC), "2027-03-28T03:30:00"),  # after it
        (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), "2027-10-31T02:30:00"),  # the fold, twice
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), "2027-10-31T02:30:00"),
    ],
)
def test_wall_time_when_the_clocks_change(
    vendor: OktoposVendor, wanted: datetime, wall: str
) -> None:
    assert body_of(vendor, an_euro_order(wanted_at=wanted))["pickup"]["timestamp"] == wall


def test_nothing_the_page_has_no_use_for_and_no_dummy_is_sent(vendor: OktoposVendor) -> None:
    text = composed(vendor, an_euro_order()).body
    assert not {"sessionToken", "payload", "internalId", "customer"} & json.loads(text).keys()
    assert "distributionChannel" not in text
    assert "\n" not in text


def test_hostile_words_are_made_harmless(vendor: OktoposVendor) -> None:
    line = a_beer(name="Beer\x1b@\u202e", note='"}],\n"x": [' + "z" * 500)
    item = body_of(vendor, an_euro_order(line))["items"][0]
    assert item["name"] == "Beer@"
    assert item["comment"].startswith('"}], "x": [zzz')
    assert len(item["comment"]) == 200


def test_the_same_order_is_composed_the_same_to_the_byte(vendor: OktoposVendor) -> None:
    order = an_euro_order(a_beer(quantity=2), tip="1")
    assert composed(vendor, order).body == composed(vendor, order).body


def test_a_status_needs_nothing_composed(vendor: OktoposVendor) -> None:
    assert vendor.compose(a_create(kind=PushKind.READY), matter()) == ""
