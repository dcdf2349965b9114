"""Reading LOKE's list over all its pages, over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app.domain.errors import (
    VendorLoginFailed,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.states import Standing
from app.ports.vendor import OrderList
from app.simulators.loke import LokeSimulator
from app.vendors.loke import LokeVendor, listing
from tests.contract.vendors.loke_side import ORDERS, PAGE_ID, PAGE_LIST, TOKEN, loke_at
from tests.contract.vendors.sockets import answer, raw_server


@pytest.fixture
def loke() -> Iterator[LokeSimulator]:
    with LokeSimulator(token=TOKEN, page_size=3) as running:
        yield running


@pytest.fixture
def vendor(loke: LokeSimulator) -> Iterator[LokeVendor]:
    vendor = loke_at(loke.base_url)
    yield vendor
    vendor.close()


def ids_of(found: OrderList) -> list[str]:
    return [report.vendor_order_id for report in found.reports]


def test_the_pages_own_list_is_one_order(loke: LokeSimulator, vendor: LokeVendor) -> None:
    loke.answer_next(200, PAGE_LIST, on="GET")
    found = vendor.list_orders()
    assert ids_of(found) == [PAGE_ID]
    assert found.problem is None
    assert found.reports[0].standing is Standing.REJECTED


@pytest.mark.parametrize(
    "link",
    [
        None,
        lambda base, target: base + target,
        lambda _base, target: target.removeprefix("/"),
        lambda _base, target: "?" + target.partition("?")[2],
        lambda base, target: f" {base.upper().replace('HTTP', 'http')}{target}#end ",
    ],
    ids=["path", "absolute", "without a slash", "query alone", "loud"],
)
def test_all_pages_are_read_however_the_next_one_is_named(
    loke: LokeSimulator, vendor: LokeVendor, link: Any
) -> None:
    loke.pages.link = link
    ids = [loke.place_order() for _ in range(8)]
    found = vendor.list_orders()
    assert ids_of(found) == ids[::-1]
    assert found.problem is None
    assert [request.path for request in loke.requests] == [ORDERS] * 3


def test_an_empty_list_is_a_list(loke: LokeSimulator, vendor: LokeVendor) -> None:
    assert vendor.list_orders() == OrderList()


def test_each_entry_is_kept_as_it_came_and_reads_as_it_does_alone(
    loke: LokeSimulator, vendor: LokeVendor
) -> None:
    for _ in range(5):
        loke.place_order()
    for report in vendor.list_orders().reports:
        alone = vendor.fetch(report.vendor_order_id)
        assert report.raw == alone.raw
        assert report == alone


def test_what_has_not_changed_is_not_read_anew(loke: LokeSimulator, vendor: LokeVendor) -> None:
    first, second = loke.place_order(), loke.place_order()
    before = {report.vendor_order_id: report for report in vendor.list_orders().reports}
    loke.set_state(second, "accepted")
    after = {report.vendor_order_id: report for report in vendor.list_orders().reports}
    assert after[first] is before[first]
    assert after[second].standing is Standing.PREPARING


@pytest.mark.parametrize(
    ("status", "kind"),
    [(503, VendorUnavailable), (429, VendorUnavailable), (401, VendorLoginFailed)],
)
def test_a_second_page_that_fails_ends_the_list_with_what_was_read(
    status: int, kind: type[Exception]
) -> None:
    pages = [
        answer(b'[{"id": "a", "state": "pending"}]', "200 OK", f"X-Next-Page: {ORDERS}?after=a"),
        answer(b"{}", f"{status} No", "Retry-After: 7"),
    ]
    with raw_server(lambda _: [pages.pop(0)]) as server:
        vendor = loke_at(server.url)
        found = vendor.list_orders()
        vendor.close()
    assert ids_of(found) == ["a"]
    assert isinstance(found.problem, kind)


def test_a_first_page_that_fails_is_no_list(loke: LokeSimulator, vendor: LokeVendor) -> None:
    loke.fail_next(503, on="GET")
    with pytest.raises(VendorUnavailable):
        vendor.list_orders()


@pytest.mark.parametrize("body", ["{}", "null", '"list"', "7"])
def test_what_is_no_list_is_odd(loke: LokeSimulator, vendor: LokeVendor, body: str) -> None:
    loke.answer_next(200, body, on="GET")
    with pytest.raises(VendorSpokeOddly) as odd:
        vendor.list_orders()
    assert odd.value.raw == body


@pytest.mark.parametrize(
    "link",
    [
        "https://elsewhere.example/organizations/x",
        "//elsewhere.example/orders",
        "http://user@127.0.0.1/orders",
        "https://127.0.0.1/orders",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://127.0.0.1:1/orders",
        "http://127.0.0.1:99999/orders",
        "\\\\elsewhere.example\\orders",
        "x" * 5000,
    ],
)
def test_no_token_goes_to_another_server(
    loke: LokeSimulator, vendor: LokeVendor, link: str
) -> None:
    loke.pages.link = lambda _base, _target: link
    ids = [loke.place_order() for _ in range(8)]
    found = vendor.list_orders()
    assert ids_of(found) == ids[:-4:-1]
    assert isinstance(found.problem, VendorSpokeOddly)
    assert len(loke.requests) == 1


def test_a_list_that_leads_in_a_circle_ends(loke: LokeSimulator, vendor: LokeVendor) -> None:
    loke.pages.link = lambda _base, _target: ORDERS
    ids = [loke.place_order() for _ in range(8)]
    found = vendor.list_orders()
    assert ids_of(found) == ids[:-4:-1]
    assert isinstance(found.problem, VendorSpokeOddly)
    assert len(loke.requests) <= 2


def test_a_list_without_end_is_cut_off_in_sight(
    loke: LokeSimulator, vendor: LokeVendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_PAGES", 2)
    for _ in range(20):
        loke.place_order()
    found = vendor.list_orders()
    assert len(found.reports) == 9
    assert isinstance(found.problem, VendorSpokeOddly)
    assert "2 pages" in found.problem.message


@pytest.mark.parametrize(
    "broken", ['{"id": "b", "payment": {"total": 1.5}}', "{}", '{"id": 7}', "7", "null", "[]"]
)
def test_one_entry_that_cannot_be_read_keeps_no_other_one_out(
    loke: LokeSimulator, vendor: LokeVendor, broken: str
) -> None:
    body = '[{"id": "a"}, ' + broken + ' ,\n{"id": "c"}]'
    loke.answer_next(200, body, on="GET")
    found = vendor.list_orders()
    assert ids_of(found) == ["a", "c"]
    assert isinstance(found.problem, VendorSpokeOddly)
    assert found.problem.raw == broken


def test_an_order_on_two_pages_is_one_and_the_later_reading_counts() -> None:
    first = b'[{"id": "a", "state": "pending"}, {"id": "b", "state": "pending"}]'
    second = b'[{"id": "b", "state": "accepted"}, {"id": "c", "state": "pending"}]'
    pages = [answer(first, "200 OK", "X-Next-Page: ?after=b"), answer(second)]
    with raw_server(lambda _: [pages.pop(0)]) as server:
        vendor = loke_at(server.url)
        found = vendor.list_orders()
        vendor.close()
    assert ids_of(found) == ["a", "b", "c"]
    assert found.reports[1].standing is Standing.PREPARING


def test_a_year_of_history_is_read_whole(loke: LokeSimulator, vendor: LokeVendor) -> None:
    loke.pages.size = 100
    history = loke.place_history(3000)
    fresh = loke.place_order()
    found = vendor.list_orders()
    assert ids_of(found) == [fresh, *history[::-1]]
    assert found.problem is None
    ended = {Standing.COLLECTED, Standing.REJECTED}
    assert {report.standing for report in found.reports[1:]} == ended
