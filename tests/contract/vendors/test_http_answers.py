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


def test_numbers_are_exact() -> None:
    parsed = parse_json('{"a": 0.1, "b": 12.990000000000000213, "c": 800}')
    assert parsed == {"a": Decimal("0.1"), "b": Decimal("12.990000000000000213"), "c": 800}


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
