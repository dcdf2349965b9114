"""Where calls go that a vendor's own links lead to, and what goes out as text or form."""

from __future__ import annotations

import pytest

from app.domain.errors import VendorSpokeOddly
from app.vendors._http import VendorHttp
from app.vendors._http.places import is_order_id, resolved_link
from tests.contract.vendors.sockets import answer, raw_server

BASE = "https://api.example"


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/a/b?after=x%2Fy%3D", "https://api.example/a/b?after=x%2Fy%3D"),
        ("a/b", "https://api.example/a/b"),
        ("?after=x", "https://api.example/orders?after=x"),
        ("https://api.example/a", "https://api.example/a"),
        ("https://API.example:443/a", "https://API.example:443/a"),
        ("//api.example/a", "https://api.example/a"),
        (" /a#end ", "https://api.example/a"),
    ],
)
def test_a_link_is_resolved_against_the_base(link: str, whole: str) -> None:
    assert resolved_link(BASE, f"{BASE}/orders?after=w", link) == whole


@pytest.mark.parametrize(
    "link",
    [
        "",
        " ",
        "http://api.example/a",
        "https://api.example:444/a",
        "https://api.example.evil/a",
        "https://evil/https://api.example",
        "https://user:pass@api.example/a",
        "https://api.example@evil/a",
        "mailto:a@b",
        "/a b",
        "/a\u202eb",
        "/ő",
        "/a\\b",
        "https://api.example:port/a",
        "/" + "a" * 5000,
    ],
)
def test_a_link_that_leads_elsewhere_is_none(link: str) -> None:
    with pytest.raises(ValueError, match=r"link|address|[Pp]ort"):
        resolved_link(BASE, f"{BASE}/orders", link)


def test_a_link_to_another_server_is_never_followed() -> None:
    with raw_server(lambda _: [answer(b"[]")]) as ours, raw_server(lambda _: []) as other:
        http = VendorHttp("cheers", ours.url)
        http.get_json("/orders")
        with pytest.raises(VendorSpokeOddly):
            http.get_linked(f"{other.url}/orders", asked="/orders")
        assert other.connections == 0
        assert http.get_linked("?after=a", asked="/orders").data == []
        http.close()


def test_headers_of_an_answer_are_told_in_lower_case() -> None:
    with raw_server(lambda _: [answer(b"{}", "200 OK", "X-Next-Page: /a")]) as server:
        http = VendorHttp("cheers", server.url)
        assert http.get_json("/a").headers["x-next-page"] == "/a"
        http.close()


def test_a_kept_text_goes_out_to_the_byte_and_a_form_as_a_form() -> None:
    seen: list[bytes] = []

    def script(request: bytes) -> list[bytes]:
        seen.append(request)
        return [answer(b"{}")]

    with raw_server(script) as server:
        http = VendorHttp("cheers", server.url)
        http.put("/a", '{"b": "ő",  "a": 1}')
        http.post_form("/token", {"grant_type": "x y", "scope": "a&b"}, authorization="Basic eA==")
        http.close()
    assert seen[0].endswith('\r\n\r\n{"b": "ő",  "a": 1}'.encode())
    assert b"Content-Type: application/json" in seen[0]
    assert seen[1].endswith(b"\r\n\r\ngrant_type=x+y&scope=a%26b")
    assert b"Content-Type: application/x-www-form-urlencoded" in seen[1]
    assert b"Authorization: Basic eA==" in seen[1]


def test_what_can_be_the_id_of_an_order() -> None:
    assert is_order_id("642b791d-124f") and is_order_id("ő/?")
    assert not any(is_order_id(text) for text in ("", ".", "..", "a b", "a\n", "a" * 129))
