"""Akinon's hooks over real HTTP: every code of both tables, and every way a call can end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from pydantic import SecretStr

from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.refusal import Refusal
from app.domain.states import PaymentState, Standing
from app.ports.vendor import ProbeWord
from app.simulators.akinon import PAGE_NUMBER, AkinonSimulator
from app.vendors.akinon import AkinonVendor, completion
from tests.contract.vendors.akinon_shop import PASSWORD, a_payment, access
from tests.contract.vendors.http_contract import SHORT

PRE_ORDER_CODES = {
    "402": Refusal.BASKET_CHANGED,
    "407": Refusal.NO_PAYMENT_OPTION,
    "408": Refusal.OTHER_PAYMENT_OPTION,
    "409": Refusal.NUMBER_MISSING,
    "410": Refusal.NUMBER_UNKNOWN,
    "411": Refusal.SESSION_GONE,
}
COMPLETE_CODES = {
    "402": Refusal.INVALID_OR_CHANGED,
    "404": Refusal.NUMBER_UNKNOWN,
    "405": Refusal.AMOUNT_DIFFERS,
    "407": Refusal.NO_PAYMENT_OPTION,
    "408": Refusal.OTHER_PAYMENT_OPTION,
    "411": Refusal.SESSION_GONE,
    "412": Refusal.OFFER_FAILED,
}


@pytest.fixture(params=["page", "strings", "numbers"])
def akinon(request: pytest.FixtureRequest) -> Iterator[AkinonSimulator]:
    with AkinonSimulator(codes=request.param, password=PASSWORD) as akinon:
        yield akinon


@pytest.fixture
def vendor(akinon: AkinonSimulator) -> Iterator[AkinonVendor]:
    vendor = access(akinon)
    yield vendor
    vendor.close()


@pytest.fixture
def shop() -> Iterator[AkinonSimulator]:
    """A storefront for what has nothing to do with how codes are written."""
    with AkinonSimulator() as akinon:
        yield akinon


@pytest.fixture
def till(shop: AkinonSimulator) -> Iterator[AkinonVendor]:
    vendor = access(shop)
    yield vendor
    vendor.close()


# --- reading a pre-order --------------------------------------------------------------------------


def test_a_number_gives_its_pre_order(akinon: AkinonSimulator, vendor: AkinonVendor) -> None:
    number = akinon.place_pre_order()
    report = vendor.fetch(number)
    assert (report.vendor, report.vendor_order_id, report.number) == ("akinon", number, "")
    assert (report.standing, report.payment) == (Standing.NEW, PaymentState.DUE)
    assert (report.due.units, report.due.currency) == (Decimal("538.00"), "TRY")
    line = report.basket.lines[0]
    assert (line.name, line.product_id, line.quantity) == ("WOMEN SNEAKER", "5637936095", 2)
    assert report.basket.total == report.due
    sent = akinon.requests[-1]
    assert (sent.method, sent.path) == ("POST", "/hooks/cash_register/pre_order/")
    assert sent.headers["content-type"] == "application/json"
    assert sent.json == {"order_number": number, "username": "cashier01", "password": PASSWORD}


@pytest.mark.parametrize("code", PRE_ORDER_CODES)
def test_every_code_of_pre_order_says_what_it_means(
    akinon: AkinonSimulator, vendor: AkinonVendor, code: str
) -> None:
    number = akinon.place_pre_order()
    lead_to(akinon, number, code)
    asked = "" if code == "409" else number
    with pytest.raises(VendorRefused) as no:
        vendor.fetch(asked)
    assert (no.value.code, no.value.why) == (code, PRE_ORDER_CODES[code])
    assert isinstance(no.value, OrderUnknown) is (code in ("409", "410", "411"))


def lead_to(akinon: AkinonSimulator, number: str, code: str) -> None:
    """Bring the shop to where it answers with `code`."""
    match code:
        case "402":
            akinon.change_basket(number)
        case "404" | "410":
            akinon.expire(number)
        case "405":
            akinon.change_amount(number, "540.00")
        case "407":
            akinon.set_payment_option(number, None)
        case "408":
            akinon.set_payment_option(number, "credit_card")
        case "411":
            akinon.lose_session(number)
        case "412":
            akinon.fail_offer(number)


def test_wrong_credentials_are_a_login_fault(akinon: AkinonSimulator) -> None:
    number = akinon.place_pre_order()
    stranger = access(akinon, username="nobody")
    for call in (
        lambda: stranger.fetch(number),
        lambda: stranger.send(a_payment(stranger, number), number),
    ):
        with pytest.raises(VendorLoginFailed) as no:
            call()
        assert PASSWORD not in str(no.value)
    assert stranger.probe().word is ProbeWord.LOGIN_FAILED
    stranger.close()
    assert akinon.completions == ()


@pytest.mark.parametrize("empty", [None, "", "  "])
def test_an_empty_error_code_is_no_failure_where_the_pre_order_is_there(
    shop: AkinonSimulator, till: AkinonVendor, empty: object
) -> None:
    number = shop.place_pre_order()
    answer = {"order_number": number, "pre_order": shop.pre_order(number), "error_code": empty}
    shop.answer_next(200, json.dumps(answer))
    assert till.fetch(number).due.units == Decimal("538.00")
    shop.answer_next(200, json.dumps({"error_code": empty}))
    with pytest.raises(VendorSpokeOddly):
        till.fetch(number)


def test_a_code_nobody_knows_is_a_refusal_with_number_and_text(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    number = shop.place_pre_order()
    shop.answer_next(200, '{"error_code": 499, "error_message": "Tea\\u001b break"}')
    with pytest.raises(VendorRefused) as no:
        till.fetch(number)
    assert (no.value.reason, no.value.code, no.value.why) == ("Tea break (499)", "499", None)
    shop.answer_next(200, '{"result": "00"}')
    with pytest.raises(VendorRefused) as no:
        till.send(a_payment(till, number), number)
    assert (no.value.reason, no.value.code) == ("00", "00")


def test_the_answer_must_be_about_the_number_asked_for(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    number = shop.place_pre_order()
    shop.answer_next(200, json.dumps({"order_number": "7", "pre_order": shop.pre_order(number)}))
    with pytest.raises(VendorSpokeOddly):
        till.fetch(number)


def test_leading_zeros_of_a_number_stay(shop: AkinonSimulator, till: AkinonVendor) -> None:
    number = shop.place_pre_order(number="000123456789012345")
    assert till.fetch(number).vendor_order_id == number
    answer = {"order_number": 123456789012345, "pre_order": shop.pre_order(number)}
    shop.answer_next(200, json.dumps(answer))
    assert till.fetch(number).vendor_order_id == number


# --- completing a payment -------------------------------------------------------------------------


def test_a_payment_is_completed_with_what_the_page_wants(
    akinon: AkinonSimulator, vendor: AkinonVendor
) -> None:
    number = akinon.place_pre_order()
    assert vendor.send(a_payment(vendor, number), number) == ""
    assert akinon.completions_of(number) == [Decimal("538.00")]
    assert akinon.requests[-1].json == {
        "transaction_id": "TXN-1",
        "order_number": number,
        "amount": "538.00",
        "username": "cashier01",
        "password": PASSWORD,
    }


def test_the_terminals_code_goes_along_when_there_is_one(shop: AkinonSimulator) -> None:
    number = shop.place_pre_order()
    till = access(shop, terminal_code="TERM-001")
    till.send(a_payment(till, number), number)
    till.close()
    assert shop.completions[0].terminal_code == "TERM-001"


def test_what_is_kept_of_a_payment_holds_no_credentials(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    body = a_payment(till, shop.place_pre_order()).body
    assert shop.password not in body
    assert shop.username not in body


def test_a_payment_without_a_reference_goes_under_the_pushs_own_id(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    body = json.loads(a_payment(till, shop.place_pre_order(), reference="").body)
    assert body["transaction_id"] == "push-order-1-1"


@pytest.mark.parametrize("code", COMPLETE_CODES)
def test_every_code_of_complete_says_what_it_means(
    akinon: AkinonSimulator, vendor: AkinonVendor, code: str
) -> None:
    number = akinon.place_pre_order()
    lead_to(akinon, number, code)
    with pytest.raises(VendorRefused) as no:
        vendor.send(a_payment(vendor, number), number)
    assert (no.value.code, no.value.why) == (code, COMPLETE_CODES[code])
    assert akinon.completions == ()


@pytest.mark.parametrize("answer", ['{"result": "0"}', '{"result": 0}', '{"result": " 0 "}'])
def test_zero_is_a_yes_quoted_or_not(
    shop: AkinonSimulator, till: AkinonVendor, answer: str
) -> None:
    shop.answer_next(200, answer)
    number = shop.place_pre_order()
    till.send(a_payment(till, number), number)


@pytest.mark.parametrize(
    "answer",
    ["", "null", "[]", '"0"', "0", "{}", "<html>", '{"result": "0"', '{"status": "success"}']
    + [f'{{"result": {value}}}' for value in ("null", '""', "false", "true", "{}", "[0]")],
)
def test_a_2xx_that_is_no_yes_leaves_the_payment_in_doubt(
    shop: AkinonSimulator, till: AkinonVendor, answer: str
) -> None:
    shop.answer_next(200, answer)
    number = shop.place_pre_order()
    with pytest.raises(VendorSpokeOddly):
        till.send(a_payment(till, number), number)


def test_an_error_code_without_a_result_is_a_refusal(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    shop.answer_next(200, '{"error_code": "411", "error_message": "gone"}')
    number = shop.place_pre_order()
    with pytest.raises(VendorRefused) as no:
        till.send(a_payment(till, number), number)
    assert (no.value.why, no.value.reason) == (Refusal.SESSION_GONE, "gone (411)")


@pytest.mark.parametrize("units", ["0", "0.00", "1.005"])
def test_nothing_and_parts_of_a_cent_are_never_sent(units: str) -> None:
    with pytest.raises(VendorRefused):
        completion("t", "n", Decimal(units))


def test_amounts_have_two_decimals_and_a_point() -> None:
    for units, sent in (("5", "5.00"), ("299.9", "299.90"), ("1234567.000", "1234567.00")):
        assert json.loads(completion("t", "n", Decimal(units)))["amount"] == sent


def test_promotions_go_with_the_discounted_amount_or_not_at_all() -> None:
    for given in ({"promotions": ["p"]}, {"discounted_amount": Decimal(1)}):
        with pytest.raises(ValueError, match="together"):
            completion("t", "n", Decimal(2), **given)
    both = completion("t", "n", Decimal(2), promotions=["p"], discounted_amount=Decimal(1))
    assert json.loads(both)["discounted_amount"] == "1.00"


# --- the network ----------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [201, 204, 301, 307, 400, 401, 403, 404, 409, 500, 502, 503])
def test_any_other_http_status_is_an_outage_and_never_the_hooks_word(
    shop: AkinonSimulator, till: AkinonVendor, status: int
) -> None:
    number = shop.place_pre_order()
    shop.fail_next(status, times=2)
    with pytest.raises((VendorUnavailable, VendorSpokeOddly)):
        till.fetch(number)
    with pytest.raises((VendorUnavailable, VendorSpokeOddly)) as lost:
        till.send(a_payment(till, number), number)
    if isinstance(lost.value, VendorUnavailable):
        assert lost.value.sent
    assert till.probe().word is ProbeWord.CONNECTED


def test_too_many_requests_is_not_an_attempt_and_tells_when(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    number = shop.place_pre_order()
    shop.fail_next(429, retry_after=7)
    with pytest.raises(VendorUnavailable) as busy:
        till.send(a_payment(till, number), number)
    assert (busy.value.sent, busy.value.retry_after) == (False, 7)


def test_a_login_page_in_between_is_odd(shop: AkinonSimulator, till: AkinonVendor) -> None:
    number = shop.place_pre_order()
    shop.answer_html(200, times=3)
    with pytest.raises(VendorSpokeOddly):
        till.fetch(number)
    with pytest.raises(VendorSpokeOddly):
        till.send(a_payment(till, number), number)
    assert till.probe().word is ProbeWord.ODD_ANSWER


@pytest.mark.parametrize("applied", [False, True])
def test_a_reply_that_is_lost_leaves_the_payment_in_doubt(
    shop: AkinonSimulator, till: AkinonVendor, applied: bool
) -> None:
    number = shop.place_pre_order()
    shop.drop_next(on="POST", path_has="complete", before_applying=not applied)
    before = len(shop.requests)
    with pytest.raises(VendorUnavailable) as lost:
        till.send(a_payment(till, number), number)
    assert lost.value.sent
    assert len(shop.requests) == before + 1
    assert bool(shop.completions) is applied


def test_a_storefront_that_hangs_is_left_within_the_deadline(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    number = shop.place_pre_order()
    payment, hasty = a_payment(till, number), access(shop, deadlines=SHORT)
    shop.hang()
    with pytest.raises(VendorUnavailable) as silent:
        hasty.send(payment, number)
    assert silent.value.sent
    assert hasty.probe().word is ProbeWord.OFFLINE
    hasty.close()
    shop.release()
    assert till.fetch(number).vendor_order_id == number


def test_no_connection_is_no_attempt(shop: AkinonSimulator, till: AkinonVendor) -> None:
    number = shop.place_pre_order()
    shop.refuse_connections()
    with pytest.raises(VendorUnavailable) as gone:
        till.send(a_payment(till, number), number)
    assert not gone.value.sent
    shop.listen_again()
    till.send(a_payment(till, number), number)
    assert shop.completions_of(number) == [Decimal("538.00")]


def test_a_kept_connection_closed_meanwhile_costs_a_question_nothing_but_ends_a_payment(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    number = shop.place_pre_order()
    till.fetch(number)
    shop.drop_next(on="POST", path_has="pre_order")
    assert till.fetch(number).vendor_order_id == number


# --- the rest -------------------------------------------------------------------------------------


def test_the_lamps_question_is_a_number_nobody_has(
    akinon: AkinonSimulator, vendor: AkinonVendor
) -> None:
    assert vendor.probe().word is ProbeWord.CONNECTED
    assert akinon.requests[-1].json["order_number"] == "0"


def test_a_number_is_made_for_the_session_of_the_cookie(
    akinon: AkinonSimulator, vendor: AkinonVendor
) -> None:
    number = vendor.make_number()
    assert akinon.numbers == [number]
    asked = akinon.requests[-1]
    assert (asked.method, asked.path) == ("GET", "/hooks/cash_register/get_order_number/")
    assert vendor.fetch(number).vendor_order_id == number


def test_no_number_without_a_basket_or_a_cookie(akinon: AkinonSimulator) -> None:
    strange = access(akinon, session_cookie=SecretStr("sessionid=other"))
    with pytest.raises(VendorRefused) as no:
        strange.make_number()
    assert no.value.why is Refusal.NO_PAYMENT_OPTION
    strange.close()
    before = len(akinon.requests)
    without = access(akinon, session_cookie=SecretStr(""))
    with pytest.raises(VendorRefused):
        without.make_number()
    without.close()
    assert len(akinon.requests) == before


def test_a_number_is_never_asked_for_twice_by_itself(
    shop: AkinonSimulator, till: AkinonVendor
) -> None:
    till.make_number()
    shop.drop_next(on="GET")
    before = len(shop.requests)
    with pytest.raises(VendorUnavailable):
        till.make_number()
    assert len(shop.requests) == before + 1


def test_the_password_is_in_no_error(shop: AkinonSimulator, till: AkinonVendor) -> None:
    number = shop.place_pre_order()
    for body in (f'{{"error_code": 499, "error_message": "{shop.password}"}}', shop.password):
        shop.answer_next(200, body)
        with pytest.raises(VendorError) as error:
            till.fetch(number)
        assert shop.password not in f"{error.value} {getattr(error.value, 'raw', '')}"


def test_an_instalment_plan_is_shown(shop: AkinonSimulator, till: AkinonVendor) -> None:
    shop.place_pre_order(number=PAGE_NUMBER, instalments=True)
    facts = {fact.key: fact.value for fact in till.fetch(PAGE_NUMBER).facts}
    assert facts["card.bank.name"] == "Garanti BBVA"
    assert facts["card.installment.count"] == "3"
