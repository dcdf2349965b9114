"""Why a vendor cannot be worked with: what Test connection and `pult check` are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from app.ports.vendor import ProbeCause, ProbeWord
from app.simulators.akinon import AkinonSimulator
from app.simulators.cheers import CheersSimulator
from app.simulators.loke import LokeSimulator
from app.vendors._http import probe_cause_of
from app.vendors._http.troubles import unavailable
from tests.contract.vendors.akinon_shop import access
from tests.contract.vendors.cheers_side import cheers_at
from tests.contract.vendors.http_contract import SHORT
from tests.contract.vendors.loke_side import TOKEN, loke_at


@pytest.fixture
def loke() -> Iterator[LokeSimulator]:
    with LokeSimulator(token=TOKEN) as simulator:
        yield simulator


def cause_at(base_url: str, **settings: Any) -> ProbeCause:
    vendor = loke_at(base_url, **settings)
    try:
        return vendor.probe().cause
    finally:
        vendor.close()


def test_a_good_answer_has_no_cause(loke: LokeSimulator) -> None:
    assert cause_at(loke.base_url) is ProbeCause.NONE


def test_a_name_nobody_has() -> None:
    assert cause_at("https://no-such-vendor.invalid") is ProbeCause.NO_SUCH_NAME


def test_a_port_nobody_listens_on(loke: LokeSimulator) -> None:
    loke.refuse_connections()
    assert cause_at(loke.base_url) is ProbeCause.NOBODY_LISTENS


def test_https_where_there_is_none(loke: LokeSimulator) -> None:
    address = loke.base_url.replace("http://", "https://")
    assert cause_at(address) is ProbeCause.NO_HTTPS


def test_no_answer_in_time(loke: LokeSimulator) -> None:
    loke.hang()
    assert cause_at(loke.base_url, deadlines=SHORT) is ProbeCause.TOO_LATE
    loke.release()


def test_a_vendor_with_trouble_of_its_own(loke: LokeSimulator) -> None:
    loke.fail_next(503, times=None)
    assert cause_at(loke.base_url) is ProbeCause.BUSY


def test_a_wrong_key_alone_has_no_other_cause(loke: LokeSimulator) -> None:
    assert cause_at(loke.base_url, token="another") is ProbeCause.NONE


def test_the_id_of_another_shop_is_not_laid_to_the_key_alone(loke: LokeSimulator) -> None:
    with closing(loke_at(loke.base_url, location_id="elsewhere")) as vendor:
        assert vendor.probe().word is ProbeWord.NOT_LET_IN


def test_an_address_with_another_vendor_behind_it() -> None:
    with AkinonSimulator() as other:
        assert cause_at(other.base_url) is ProbeCause.NOT_FOUND


def test_a_vendor_that_never_says_no_by_its_status_is_not_there(loke: LokeSimulator) -> None:
    with AkinonSimulator() as akinon:
        vendor = access(akinon, base_url=loke.base_url)
        result = vendor.probe()
        vendor.close()
    assert (result.word, result.cause) == (ProbeWord.OFFLINE, ProbeCause.NOT_FOUND)


def test_calls_nobody_said_the_address_of_are_not_tested() -> None:
    with CheersSimulator() as cheers:
        vendor = cheers_at(cheers.base_url, cheers.api_key)
        result = vendor.probe()
        vendor.close()
    assert (result.word, result.cause) == (ProbeWord.CONNECTED, ProbeCause.CALLS_UNTESTED)


def test_an_error_nobody_expected_has_no_cause() -> None:
    problem = unavailable("loke", "connection lost", RuntimeError("strange"), sent=True)
    assert probe_cause_of(problem) is ProbeCause.NONE
