"""Orders in Cheers' words, and reading them as the adapter does."""

from __future__ import annotations

import json
from typing import Any

from app.domain.report import OrderReport
from app.vendors._http.answers import parse_json
from app.vendors.cheers.report import read_report
from tests.builders import NOON

ITEM = {
    "productId": "beer-500ml",
    "unitPrice": 800,
    "discount": 200,
    "externalPayment": 0,
    "vat": 27,
    "isTakeaway": False,
    "modifiers": [
        {
            "productId": "extra-lemon",
            "unitPrice": 100,
            "discount": 0,
            "externalPayment": 0,
            "vat": 27,
        }
    ],
}
ORDER: dict[str, Any] = {
    "id": "abc-123-def",
    "createdAt": "2026-03-15T14:30:00Z",
    "orderNumber": "A-42",
    "status": "APPROVABLE",
    "transactionStatus": "CAPTURED",
    "paymentProcessor": "BARION",
    "currencyCode": "HUF",
    "orderSource": "MOBILE",
    "tip": {"tip": 200, "externalPayment": 0},
    "desk": {"id": "desk-001", "name": "Counter 1", "type": "COUNTER"},
    "invoicingType": "PLACE_RECEIPT",
    "items": [ITEM],
}
FULL: dict[str, Any] = {
    **ORDER,
    "deliveryOption": {
        "deliveryOptionFee": 990,
        "externalPayment": 0,
        "vat": 27,
        "type": "HOME_DELIVERY",
    },
    "userComment": "No ice\nplease",
    "metadata": {"table": "12", "tags": ["vip", "regular"], "deep": {"a": 1}},
    "buyer": {
        "name": "Kovács Anna",
        "country": "HU",
        "zipCode": "1114",
        "city": "Budapest",
        "address": "Bartók Béla út 1.",
        "email": "anna@example.org",
        "company": {"taxNumber": "12345678-1-42"},
    },
    "deliveryAddress": {
        "name": "Anna",
        "zipCode": "1111",
        "city": "Budapest",
        "address": "Kende utca 2.",
        "phoneNumber": "+36 30 123 4567",
    },
}


def read(order: Any) -> OrderReport:
    text = json.dumps(order)
    return read_report(parse_json(text), text, "abc-123-def", lambda: NOON)


def read_with(**changes: Any) -> OrderReport:
    return read({**ORDER, **changes})


def fact(report: OrderReport, key: str) -> str:
    return next((fact.value for fact in report.facts if fact.key == key), "")


def paid_here(word: str, external: int = 800) -> OrderReport:
    return read_with(
        paymentProcessor="EXTERNAL_MANUAL",
        transactionStatus=word,
        items=[{**ITEM, "externalPayment": external}],
    )
