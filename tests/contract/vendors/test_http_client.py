"""The vendors' HTTP client against servers that do what no simulator does."""

from __future__ import annotations

import datetime as dt
import gzip
import socket
import ssl
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from time import monotonic

import pytest

from app.domain.errors import (
    OrderUnknown,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.simulators.akinon import AkinonSimulator
from app.simulators.cheers import CheersSimulator
from app.vendors._http import Deadlines, VendorHttp
from tests.contract.vendors.http_contract import IN_TIME, SHORT
from tests.contract.vendors.sockets import answer, counting_relay, raw_server
from tests.patience import PATIENCE

USUAL = Deadlines()


def http_at(url: str, deadlines: Deadlines = USUAL, **given: object) -> VendorHttp:
    return VendorHttp("cheers", url, deadlines=deadlines, **given)


def dripping(whole: bytes, size: int = 1) -> list[bytes]:
    return [whole[at : at + size] for at in range(0, len(whole), size)]


# --- posting --------------------------------------------------------------------------------------


def test_what_is_posted_comes_back_answered_in_exact_decimals() -> None:
    with raw_server(lambda _: [answer(b'{"total": 0.10, "n": 1}')]) as server:
        http = http_at(server.url)
        reply = http.post_json("/a", {"name": "Ő"})
        http.close()
    assert str(reply.data["total"]) == "0.10"
    assert reply.text == '{"total": 0.10, "n": 1}'


@pytest.mark.parametrize("body", [b"", b"<html>", b"{", b"\xff{}"])
def test_a_post_answered_with_anything_but_json_is_odd(body: bytes) -> None:
    with raw_server(lambda _: [answer(body)]) as server:
        http = http_at(server.url)
        with pytest.raises(VendorSpokeOddly):
            http.post_json("/a", {})
        http.close()


@pytest.mark.parametrize("harmless", [False, True])
def test_a_post_is_sent_again_on_a_stale_connection_only_when_it_is_harmless(
    harmless: bool,
) -> None:
    with AkinonSimulator() as akinon:
        http = http_at(akinon.base_url)
        path = "/hooks/cash_register/pre_order/"
        http.post_json(path, {})
        akinon.drop_next(on="POST")
        if harmless:
            http.post_json(path, {}, harmless=True)
        else:
            with pytest.raises(VendorUnavailable) as lost:
                http.post_json(path, {})
            assert lost.value.sent
        http.close()
        assert len(akinon.requests) == (3 if harmless else 2)


def test_a_question_with_an_effect_is_asked_once() -> None:
    with AkinonSimulator() as akinon:
        http = http_at(akinon.base_url)
        path = "/hooks/cash_register/get_order_number/"
        http.get_json(path)
        akinon.drop_next(on="GET")
        with pytest.raises(VendorUnavailable):
            http.get_json(path, once=True)
        http.close()
        assert len(akinon.requests) == 2


# --- deadlines ------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["head", "body", "chunks"])
def test_a_server_that_drips_is_left_at_the_calls_deadline(part: str) -> None:
    whole = answer(b'{"a": "' + b"x" * 400 + b'"}')
    if part == "chunks":
        whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 400
    cut = 0 if part == "head" else whole.index(b"\r\n\r\n") + 4
    pieces = [whole[:cut], *dripping(whole[cut:])] if cut else dripping(whole)
    with raw_server(lambda _: pieces, every=0.05) as server:
        http = http_at(server.url, SHORT)
        began = monotonic()
        with pytest.raises(VendorUnavailable) as late:
            http.get_json("/a")
        assert SHORT.call - 0.1 <= monotonic() - began < IN_TIME
        assert late.value.sent
        http.close()


def test_a_yes_whose_body_drips_is_a_yes_soon() -> None:
    whole = answer(b"x" * 1000)
    cut = whole.index(b"\r\n\r\n") + 4
    with raw_server(lambda _: [whole[:cut], *dripping(whole[cut:])], every=0.05) as server:
        http = http_at(server.url)
        began = monotonic()
        http.put("/a", {"status": "APPROVED"})
        assert monotonic() - began < IN_TIME
        http.close()


def test_the_deadline_is_the_calls_own_and_not_the_clients() -> None:
    with raw_server(lambda _: [answer(b"{}")]) as server:
        http = http_at(server.url, Deadlines(call=1.0))
        began = monotonic()
        while monotonic() - began < 1.2:
            assert http.get_json("/a").data == {}
        http.close()
    assert server.connections == 1


@pytest.mark.skipif(not hasattr(socket, "TCP_KEEPIDLE"), reason="needs Linux's backlog")
def test_connecting_that_gets_no_answer_is_no_attempt() -> None:
    with CheersSimulator() as cheers:
        cheers.swallow_connections()
        http = http_at(cheers.base_url, SHORT)
        began = monotonic()
        with pytest.raises(VendorUnavailable) as nobody:
            http.put("/a")
        assert monotonic() - began < IN_TIME
        assert not nobody.value.sent
        http.close()


def test_a_name_nobody_knows_is_no_attempt() -> None:
    http = http_at("https://pult.invalid")
    with pytest.raises(VendorUnavailable, match=r"pult\.invalid") as nobody:
        http.put("/a")
    assert not nobody.value.sent
    http.close()


def test_a_name_service_that_never_answers_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        release.wait(PATIENCE)
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    http = http_at("https://pult.invalid", SHORT)
    began = monotonic()
    with pytest.raises(VendorUnavailable) as nobody:
        http.get_json("/a")
    assert monotonic() - began < IN_TIME
    assert not nobody.value.sent
    release.set()
    http.close()


def test_all_addresses_of_a_name_are_tried() -> None:
    # localhost is often ::1 first, where nobody listens here.
    with raw_server(lambda _: [answer(b"[1]")]) as server:
        http = http_at(f"http://localhost:{server.port}")
        assert http.get_json("/a").data == [1]
        http.close()


def test_too_many_calls_at_once_are_no_attempts() -> None:
    with CheersSimulator() as cheers:
        cheers.hang()
        http = http_at(cheers.base_url, Deadlines(pool=0.2, read=5))
        with ThreadPoolExecutor(8) as pool:
            calls = [pool.submit(http.get_json, "/a") for _ in range(8)]
            assert cheers.wait_for(lambda: cheers.hanging == 8)
            with pytest.raises(VendorUnavailable) as crowded:
                http.put("/a")
            assert not crowded.value.sent
            http.close()
            assert all(isinstance(call.exception(5), VendorUnavailable) for call in calls)


# --- connections ----------------------------------------------------------------------------------


def test_a_connection_is_kept_after_refusals_and_odd_answers() -> None:
    replies = iter(
        [
            answer(b"", "404 Not Found"),
            answer(b'{"message": "no"}', "409 Conflict"),
            answer(b"<html>"),
            answer(b"", "503 Service Unavailable"),
            answer(b"", "204 No Content"),
            answer(b"{}"),
        ]
    )
    with raw_server(lambda _: [next(replies)]) as server:
        http = http_at(server.url)
        for error in (OrderUnknown, VendorRefused, VendorSpokeOddly, VendorUnavailable):
            with pytest.raises(error):
                http.get_json("/a")
        http.put("/a", {})
        assert http.get_json("/a").data == {}
        http.close()
    assert server.connections == 1


def test_an_unused_connection_is_let_go_after_its_time() -> None:
    with raw_server(lambda _: [answer(b"{}")]) as server:
        http = http_at(server.url, idle_seconds=0.0)
        http.get_json("/a")
        http.get_json("/a")
        http.close()
    assert server.connections == 2


def test_a_reading_is_repeated_once_only() -> None:
    asked: list[bytes] = []

    def script(request: bytes) -> list[bytes]:
        asked.append(request)
        raise ConnectionError

    with raw_server(script) as server:
        http = http_at(server.url)
        with pytest.raises(VendorUnavailable):
            http.get_json("/a")
        http.close()
    assert len(asked) == 2


def test_nothing_opens_before_the_first_call() -> None:
    with raw_server(lambda _: [answer(b"{}")]) as server:
        http = http_at(server.url)
        http.close()
    assert server.connections == 0


def test_a_client_that_was_closed_sends_nothing() -> None:
    with raw_server(lambda _: [answer(b"{}")]) as server:
        http = http_at(server.url)
        http.get_json("/a")
        http.close()
        http.close()
        with pytest.raises(VendorUnavailable) as closed:
            http.put("/a")
        assert not closed.value.sent


# --- what is not done -----------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed_anywhere(status: int) -> None:
    with raw_server(lambda _: [answer(b"{}")]) as elsewhere:
        moved = answer(b"", f"{status} Moved", f"Location: {elsewhere.url}/a")
        with raw_server(lambda _: [moved]) as server:
            http = http_at(server.url, headers={"X-API-Key": "k"})
            with pytest.raises(VendorSpokeOddly):
                http.get_json("/a")
            with pytest.raises(VendorSpokeOddly):
                http.put("/a")
            http.close()
    assert elsewhere.connections == 0


def test_cookies_are_not_kept() -> None:
    heads: list[bytes] = []

    def script(request: bytes) -> list[bytes]:
        heads.append(request.lower())
        return [answer(b"{}", "200 OK", "Set-Cookie: a=b; Path=/")]

    with raw_server(script) as server:
        http = http_at(server.url)
        http.get_json("/a")
        http.get_json("/a")
        http.close()
    assert b"cookie" not in heads[1]


def test_an_answer_packed_without_being_asked_is_odd() -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    with raw_server(lambda _: [answer(bomb, "200 OK", "Content-Encoding: gzip")]) as server:
        http = http_at(server.url)
        with pytest.raises(VendorSpokeOddly, match="compressed"):
            http.get_json("/a")
        http.close()


def test_proxies_of_the_surroundings_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        raw_server(lambda _: [answer(b"{}")]) as proxy,
        raw_server(lambda _: [answer(b"[]")]) as server,
    ):
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        http = http_at(server.url)
        assert http.get_json("/a").data == []
        http.close()
    assert proxy.connections == 0


@pytest.mark.parametrize("url", ["http://192.0.2.1", "http://api.uniqpon.com", "ftp://127.0.0.2x"])
def test_plain_http_goes_to_this_computer_only(url: str) -> None:
    with pytest.raises(ValueError, match="this computer only"):
        VendorHttp("cheers", url)


def test_a_certificate_nobody_vouches_for_is_not_accepted(self_signed: ssl.SSLContext) -> None:
    sent: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        sock, _ = listening.accept()
        with sock:
            try:
                with self_signed.wrap_socket(sock, server_side=True) as tls:
                    sent.append(tls.recv(1000))
            except OSError:
                pass

    thread = threading.Thread(target=serve)
    thread.start()
    http = http_at(f"https://127.0.0.1:{listening.getsockname()[1]}", headers={"X-API-Key": "k"})
    with pytest.raises(VendorUnavailable, match=r"(?i)certificate") as refused:
        http.put("/a")
    http.close()
    thread.join()
    listening.close()
    assert not refused.value.sent
    assert b"".join(sent) == b""


@pytest.fixture
def self_signed(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    x509 = pytest.importorskip("cryptography.x509", reason="makes the certificate")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("certificate")
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def test_one_connection_through_a_relay_is_counted() -> None:
    """The relay itself: a new client is a new connection."""
    with CheersSimulator() as cheers, counting_relay(cheers.port) as relay:
        for _ in range(2):
            http = http_at(relay.url)
            with pytest.raises(VendorLoginFailed):
                http.get_json("/a")
            http.close()
    assert relay.connections == 2


# --- posting --------------------------------------------------------------------------------------


def test_a_posted_text_goes_out_as_it_is_and_its_answer_is_read() -> None:
    seen: list[bytes] = []

    def script(request: bytes) -> list[bytes]:
        seen.append(request)
        return [answer(b'{"amount": 12.99}')]

    with raw_server(script) as server:
        http = http_at(server.url)
        reply = http.post_json("/order", '{"tip" : 1.20}')
        http.close()
    assert reply.data == {"amount": Decimal("12.99")}
    assert seen[0].startswith(b"POST /order HTTP/1.1\r\n")
    assert b"Content-Type: application/json\r\n" in seen[0]
    assert seen[0].endswith(b'\r\n\r\n{"tip" : 1.20}')


def test_what_is_posted_is_posted_once_also_over_a_connection_gone_stale() -> None:
    with CheersSimulator() as cheers:
        http = http_at(cheers.base_url)
        with pytest.raises(VendorLoginFailed):
            http.get_json("/a")
        cheers.drop_next(on="POST", before_applying=False)
        with pytest.raises(VendorUnavailable) as lost:
            http.post_json("/a", "{}")
        http.close()
        assert lost.value.sent
        assert [request.method for request in cheers.requests] == ["GET", "POST"]
