"""Cheers' side of the contract, its page's sample, and an access to a simulated shop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from app.domain.push import PushKind
from app.ports.vendor import VendorSurroundings
from app.simulators.cheers import CheersSimulator
from app.vendors.cheers import CheersSettings, CheersVendor

# The answer shown on the vendor's page, as it stands there.
PAGE_SAMPLE = """{
"id": "abc-123-def",
"createdAt": "2026-03-15T14:30:00Z",
"orderNumber": "A-42",
"status": "APPROVABLE",
"transactionStatus": "CAPTURED",
"paymentProcessor": "BARION",
"currencyCode": "HUF",
"orderSource": "MOBILE",
"tip": {
"tip": 200,
"externalPayment": 0
},
"desk": {
"id": "desk-001",
"name": "Counter 1",
"type": "COUNTER"
},
"invoicingType": "PLACE_RECEIPT",
"items": [
{
"productId": "beer-500ml",
"unitPrice": 800,
"discount": 200,
"externalPayment": 0,
"vat": 27,
"isTakeaway": false,
"modifiers": [
{
"productId": "extra-lemon",
"unitPrice": 100,
"discount": 0,
"externalPayment": 0,
"vat": 27
}
]
}
]
}"""
KEY = "s3cr3t-k3y-0f-th3-sh0p"
ORDERS = "/v1/integrations/counter-orders"
WORDS = {
    "APPROVED": PushKind.ACCEPT,
    "REJECTED": PushKind.REJECT,
    "DONE": PushKind.READY,
    "COMPLETED": PushKind.COLLECTED,
    "LEFT": PushKind.LEFT,
    "PAID_EXTERNALLY": PushKind.PAYMENT_RECEIVED,
    "FAILED": PushKind.PAYMENT_FAILED,
}


@dataclass
class CheersSide:
    """Cheers' own side of the contract."""

    cheers: CheersSimulator

    def place(self) -> str:
        return self.cheers.place_order()

    def place_to_pay(self) -> str:
        return self.cheers.place_order_to_pay_here()

    def place_held_back(self) -> str:
        return self.cheers.place_order(status="NEW")

    def cancel(self, order_id: str) -> None:
        self.cheers.cancel(order_id)

    def effects(self, order_id: str) -> list[PushKind]:
        return [WORDS[word] for word in self.cheers.effects_of(order_id)]

    def rejection(self, order_id: str) -> str | None:
        return self.cheers.rejection_message(order_id)

    def lose_next_reply(self) -> None:
        self.cheers.drop_next(on="PUT", before_applying=False)

    def lose_next_request(self) -> None:
        self.cheers.drop_next(on="PUT", before_applying=True)

    def go_away(self) -> None:
        self.cheers.refuse_connections()

    def come_back(self) -> None:
        self.cheers.listen_again()


def surroundings(public_url: str = "") -> VendorSurroundings:
    return VendorSurroundings("/callbacks/cheers", public_url, "Europe/Budapest")


def cheers_at(base_url: str, key: str = KEY, public_url: str = "", **given: Any) -> CheersVendor:
    settings = CheersSettings(enabled=True, base_url=base_url, api_key=SecretStr(key))
    return CheersVendor(settings, surroundings(public_url), **given)
