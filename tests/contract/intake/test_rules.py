"""Which request gets which answer."""

from __future__ import annotations

import logging
from urllib.parse import quote

import pytest

from app.intake.listener import Limits
from app.ports.callback import CallbackRequest
from tests.contract.intake.caller import LONGEST_ID, PATH, Caller, OneIdPort, Shelf, call
from tests.contract.intake.conftest import Start

TOKEN = "s3cret-T0ken"


def test_a_callback_is_stored_and_answered_200(port: int, shelf: Shelf) -> None:
    reply = call(port, f"{PATH}?orderId=66f1a2")
    assert reply.status == 200
    assert reply.body == b"ok\n"
    assert shelf.ids == ["66f1a2"]


def test_the_server_header_tells_no_version(port: int) -> None:
    assert call(port, f"{PATH}?orderId=1").headers["server"] == "Pult"


@pytest.mark.parametrize(
    "id_", ["rendelés-ő", "漢字", "a b+c&d=e/f?g#h", "1" * LONGEST_ID, "ő" * LONGEST_ID, "%41"]
)
def test_ids_are_percent_decoded(port: int, shelf: Shelf, id_: str) -> None:
    assert call(port, f"{PATH}?orderId={quote(id_, safe='')}").status == 200
    assert shelf.ids == [id_]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        "?orderId",
        "?orderId=",
        "?orderid=1",
        "?orderId=1&orderId=2",
        "?orderId=1&orderId=1",
        "?orderId=" + "1" * (LONGEST_ID + 1),
        "?orderId=%FF%FE",
        "?orderId=1&" + "&".join(f"k{n}=v" for n in range(60)),
    ],
)
def test_a_missing_repeated_empty_overlong_or_unreadable_id_is_400(
    port: int, shelf: Shelf, query: str
) -> None:
    assert call(port, PATH + query).status == 400
    assert shelf.ids == []


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/callbacks",
        f"{PATH}x",
        f"{PATH}//",
        f"/x{PATH}",
        f"{PATH}/other",
        "/callbacks%2Fcheers",
    ],
)
@pytest.mark.parametrize("method", ["POST", "GET"])
def test_another_path_is_404(port: int, shelf: Shelf, target: str, method: str) -> None:
    assert call(port, f"{target}?orderId=1", method).status == 404
    assert shelf.ids == []


def test_a_slash_at_the_end_is_forgiven(port: int, shelf: Shelf) -> None:
    assert call(port, f"{PATH}/?orderId=1").status == 200
    assert shelf.ids == ["1"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_another_method_is_405_and_told_which_to_use(port: int, shelf: Shelf, method: str) -> None:
    reply = call(port, f"{PATH}?orderId=1", method)
    assert reply.status == 405
    assert reply.headers["allow"] == "POST"
    assert shelf.ids == []


def test_the_token_is_part_of_the_path(start: Start, shelf: Shelf) -> None:
    port = start(TOKEN).port
    assert call(port, f"{PATH}/{TOKEN}?orderId=1").status == 200
    assert shelf.ids == ["1"]


@pytest.mark.parametrize(
    "target", [PATH, f"{PATH}/", f"{PATH}/wrong", f"{PATH}/{TOKEN.lower()}", f"{PATH}/{TOKEN}x"]
)
def test_a_wrong_token_looks_like_an_unknown_path(start: Start, shelf: Shelf, target: str) -> None:
    port = start(TOKEN).port
    wrong = call(port, f"{target}?orderId=1")
    unknown = call(port, "/nothing?orderId=1")
    wrong.headers.pop("date")
    unknown.headers.pop("date")
    assert wrong == unknown
    assert wrong.status == 404
    assert shelf.ids == []


def test_a_vendors_port_sees_query_headers_and_body(port: int, vendor: OneIdPort) -> None:
    headers = ("Content-Length: 5", "X-Signature: abc")
    assert call(port, f"{PATH}?orderId=1&x=&x=2", "POST", *headers, body=b"hello").status == 200
    seen = vendor.seen[0]
    assert list(seen.query) == [("orderId", "1"), ("x", ""), ("x", "2")]
    assert seen.headers["x-signature"] == "abc"
    assert seen.body == b"hello"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_probe_comes_back_and_is_no_order(
    start: Start, shelf: Shelf, probes: list[str], method: str
) -> None:
    port = start(TOKEN).port
    reply = call(port, f"{PATH}/{TOKEN}?pultProbe=n0nce_-9", method)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith("text/plain")
    assert reply.body == b"pult n0nce_-9\n"
    assert probes == ["n0nce_-9"]
    assert shelf.ids == []


@pytest.mark.parametrize(
    "query",
    ["pultProbe=", "pultProbe=a%20b", "pultProbe=a&pultProbe=b", "pultProbe=a&orderId=1",
     "pultProbe=" + "a" * 65, "pultProbe=%C5%91"],
)  # fmt: skip
def test_what_is_not_quite_a_probe_is_400(
    port: int, shelf: Shelf, probes: list[str], query: str
) -> None:
    assert call(port, f"{PATH}?{query}").status == 400
    assert probes == []
    assert shelf.ids == []


def test_a_probe_with_a_wrong_token_is_404(start: Start, probes: list[str]) -> None:
    assert call(start(TOKEN).port, f"{PATH}/wrong?pultProbe=n", "GET").status == 404
    assert probes == []


def test_the_log_names_the_order_and_never_the_token(
    start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    port = start(TOKEN).port
    call(port, f"{PATH}/{TOKEN}?orderId=66f1a2&name=Kov%C3%A1cs")
    call(port, f"{PATH}/{TOKEN}x?orderId=1")
    call(port, f"{PATH}/{TOKEN}?name=Kov%C3%A1cs")
    call(port, f"{PATH}/{TOKEN}?pultProbe=n0nce")
    with Caller(port) as caller:
        caller.send(f"POST {PATH}/{TOKEN} nonsense\r\n\r\n".encode())
        assert caller.reply().status == 400
    stored = [r for r in caplog.records if getattr(r, "event", "") == "callback_stored"]
    assert [getattr(r, "order", None) for r in stored] == ["66f1a2"]
    everything = " ".join(str(vars(record)) for record in caplog.records)
    for secret in (TOKEN, "Kov", "n0nce"):
        assert secret not in everything


class BrokenPort(OneIdPort):
    def read(self, request: CallbackRequest) -> list[str]:
        raise RuntimeError("our bug")


@pytest.mark.parametrize("vendor", [BrokenPort()])
@pytest.mark.expected_log("a callback was not read", level="ERROR")
def test_our_own_mistake_is_500_so_that_the_vendor_repeats(port: int, shelf: Shelf) -> None:
    assert call(port, f"{PATH}?orderId=1").status == 500
    assert shelf.ids == []
    assert call(port, "/").status == 404  # and the listener lives on


def test_the_bounds_are_those_promised() -> None:
    limits = Limits()
    assert limits.request_seconds == 5.0
    assert limits.body_bytes == 65536
