"""What statuses, headers and bodies of a vendor's answers mean."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.errors import (
    OrderUnknown,
    VendorError,
    VendorLoginFailed,
    VendorRefused,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.vendors._http import path_segment
from app.vendors._http.answers import error_of_status, parse_json, retry_after, server_sentence
from app.vendors._http.exact import dump_json


def test_numbers_are_exact() -> None:
    parsed = parse_json('{"a": 0.1, "b": 12.990000000000000213, "c": 800}')
    assert parsed == {"a": Decimal("0.1"), "b": Decimal("12.990000000000000213"), "c": 800}


def test_numbers_are_written_exactly_and_read_back_the_same() -> None:
    data = {"a": Decimal("12.990000000000000213"), "b": [1, True, None, "ő\n"], "c": {"d": 800}}
    text = dump_json(data)
    assert text == '{"a":12.990000000000000213,"b":[1,true,null,"ő\\n"],"c":{"d":800}}'
    assert parse_json(text) == data
    assert dump_json(Decimal("1.20")) == "1.20"
    assert dump_json(Decimal("1E+3")) == "1000"
    assert len(dump_json(Decimal("1E+999999999"))) < 20


@pytest.mark.parametrize("value", [0.1, Decimal("NaN"), object(), {"a": [1.5]}])
def test_what_has_no_exact_form_is_not_written(value: object) -> None:
    with pytest.raises(TypeError):
        dump_json(value)


def test_a_server_in_trouble_may_say_why() -> None:
    body = '{"messages": [{"text": "The pick-up time is in the past"}], "success": false}'
    error = error_of_status("oktopos", 503, {}, body)
    assert isinstance(error, VendorUnavailable)
    assert error.said == "The pick-up time is in the past"
    silent = error_of_status("oktopos", 503, {"content-type": "text/html"}, "<html>no</html>")
    assert isinstance(silent, VendorUnavailable)
    assert silent.said == ""


@pytest.mark.parametrize(
    "text", ["NaN", "[Infinity]", "[-Infinity]", "[" * 50_000, "", "{", "9" * 5000]
)
def test_what_is_no_json_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse_json(text)


@pytest.mark.parametrize(
    ("value", "server_date", "seconds"),
    [
        ("7", "", 7.0),
        (" 0 ", "", 0.0),
        ("999999999999999999", "", 3600.0),
        ("Fri, 20 Nov 2026 11:00:30 GMT", "Fri, 20 Nov 2026 11:00:00 GMT", 30.0),
        ("Fri, 20 Nov 2026 10:00:00 GMT", "Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
        ("Fri, 20 Nov 2099 11:00:00 GMT", "", 3600.0),
        ("", "", None),
        ("-5", "", None),
        ("1.5", "", None),
        ("soon", "", None),
        ("٣", "", None),
        ("Fri, 99 Nov 2026 99:00:00 GMT", "", None),
    ],
)
def test_retry_after(value: str, server_date: str, seconds: float | None) -> None:
    assert retry_after(value, server_date) == seconds


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, type(None)),
        (204, type(None)),
        (299, type(None)),
        (304, VendorSpokeOddly),
        (400, VendorRefused),
        (401, VendorLoginFailed),
        (403, VendorLoginFailed),
        (404, OrderUnknown),
        (408, VendorUnavailable),
        (409, VendorRefused),
        (410, OrderUnknown),
        (422, VendorRefused),
        (429, VendorUnavailable),
        (500, VendorUnavailable),
        (599, VendorUnavailable),
    ],
)
def test_statuses(status: int, kind: type[VendorError]) -> None:
    assert type(error_of_status("cheers", status, {}, "")) is kind


@pytest.mark.parametrize(
    ("content_type", "text", "sentence"),
    [
        ("application/json", '{"message": "Too late"}', "Too late"),
        ("application/json", '{"error": "Conflict", "message": "Too late"}', "Too late"),
        ("application/json", '{"error": {"code": 1, "message": "Too late"}}', "Too late"),
        ("application/json", '{"detail": [{"message": "Too late"}]}', "Too late"),
        ("application/json", '"Too late"', "Too late"),
        ("application/json", '{"status": 409}', ""),
        ("application/json", '{"message": ', ""),
        ("application/json", "[" * 50_000, ""),
        ("text/plain", "Too\tlate\x00", "Too late"),
        ("text/html", "Too late", ""),
        ("text/plain", "  <!DOCTYPE html><b>Too late</b>", ""),
        ("", "", ""),
    ],
)
def test_the_vendors_sentence(content_type: str, text: str, sentence: str) -> None:
    assert server_sentence(content_type, text) == sentence


@pytest.mark.parametrize(
    ("text", "step"),
    [("abc-1", "abc-1"), ("a/b", "a%2Fb"), ("a%2f", "a%252f"), ("ő ", "%C5%91%20"), ("...", "...")],
)
def test_path_segments(text: str, step: str) -> None:
    assert path_segment(text) == step


@pytest.mark.parametrize("text", ["", ".", "..", "\udcff", "a" * 501])
def test_what_is_no_path_segment(text: str) -> None:
    with pytest.raises(ValueError):
        path_segment(text)
