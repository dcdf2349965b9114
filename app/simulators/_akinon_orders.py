"""The pre-orders of a simulated Akinon: baskets, their numbers, and what was paid for them."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Any, Final

FIRST_NUMBER: Final = 816910908011148
"""The number of the vendor's guide; later ones follow in steps of seven."""

_SHELF: Final = (
    ("WOMEN SNEAKER", "5637936095", "18WFD1728SM", "269.00", "8.00"),
    ("TRİKO KAZAK", "5637936112", "18WFD1730KZ", "349.90", "10.00"),
    ("ERKEK KEMER", "5637936230", "18MFD2210KM", "129.90", "20.00"),
    ("SPOR ÇORAP 3'LÜ", "5637936377", "18UFD9002CR", "59.90", "10.00"),
    ("DENİM PANTOLON", "5637936401", "18WFD1900DP", "499.00", "10.00"),
)
_PEOPLE: Final = (
    ("Ayşe", "Güneş", "5321112233", "Barbaros Cad. 210 D:4", "Beşiktaş", "İstanbul", "34728"),
    ("Mehmet", "Öztürk", "5334445566", "Cinnah Cad. 17", "Çankaya", "Ankara", "06690"),
    ("Zeynep", "Şahin", "5357778899", "Atatürk Cad. 88", "Konak", "İzmir", "35220"),
)
INSTALMENT_CARD: Final[Mapping[str, Any]] = {
    "name": "Bonus",
    "slug": "bonus",
    "bank": {"name": "Garanti BBVA", "slug": "garanti"},
    "installment": {"count": 3, "price_with_accrued_interest": "538.00"},
}


class Refused(Exception):
    """A hook says no with this code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Completion:
    """A payment that was accepted."""

    transaction_id: str
    order_number: str
    amount: Decimal
    terminal_code: str


@dataclass(slots=True)
class _Kept:
    content: dict[str, Any]
    card: Mapping[str, Any] | None
    payment_option: str | None = "cash_register"
    basket_changed: bool = False
    session_gone: bool = False
    offer_fails: bool = False


class AkinonOrders:
    """All pre-orders by number. Thread: whoever holds the simulator's lock."""

    def __init__(self) -> None:
        self.completions: list[Completion] = []
        self.repeats_are_accepted = False
        self._kept: dict[str, _Kept] = {}
        self._made = 0

    @property
    def numbers(self) -> list[str]:
        """The numbers that can be paid, in the order in which they were made."""
        return list(self._kept)

    def place(
        self, content: Mapping[str, Any] | None, number: str, card: Mapping[str, Any] | None
    ) -> str:
        """A basket was finished in the app; gives its order number."""
        number = number or str(FIRST_NUMBER + 7 * self._made)
        content = copy.deepcopy(dict(content)) if content is not None else basket_no(self._made)
        self._made += 1
        self._kept[number] = _Kept(content, card)
        return number

    def kept(self, number: str) -> _Kept:
        """The pre-order under this number; raises LookupError."""
        try:
            return self._kept[number]
        except KeyError:
            raise LookupError(f"no pre-order {number!r}") from None

    def drop(self, number: str) -> None:
        """Forget a number, as after 24 hours."""
        self._kept.pop(number, None)

    def read(self, number: str) -> dict[str, Any]:
        """What `pre_order` answers; raises Refused."""
        kept = self._known(number, unknown="410")
        self._check_option(kept)
        if kept.basket_changed:
            raise Refused("402", "Basket has changed since the pre-order was created")
        answer = {"order_number": number, "pre_order": copy.deepcopy(kept.content)}
        return answer if kept.card is None else {**answer, "card": copy.deepcopy(dict(kept.card))}

    def complete(self, body: Mapping[str, Any]) -> None:
        """What `complete` does; raises Refused."""
        fields = [body.get(key) for key in ("transaction_id", "order_number", "amount")]
        if not all(isinstance(field, str) and field for field in fields):
            raise Refused("402", "Invalid request payload")
        transaction, number, amount = map(str, fields)
        known = [one for one in self.completions if one.transaction_id == transaction]
        if known and self.repeats_are_accepted:
            return
        kept = self._known(number, unknown="404")
        self._check_option(kept)
        if kept.offer_fails:
            raise Refused("412", "Error occurred while applying offer:")
        paid = _amount(amount)
        if paid != _amount(str(kept.content.get("unpaid_amount"))):
            raise Refused("405", "Submitted amount does not match the outstanding balance")
        if kept.basket_changed:
            raise Refused("402", "Basket has changed since the pre-order was created")
        terminal = str(body.get("terminal_code") or "")
        self.completions.append(Completion(transaction, number, paid, terminal))
        self.drop(number)

    def _known(self, number: str, *, unknown: str) -> _Kept:
        if number not in self._kept:
            raise Refused(unknown, "Order number not found")
        kept = self._kept[number]
        if kept.session_gone:
            raise Refused("411", "Pre-order session not found")
        return kept

    def _check_option(self, kept: _Kept) -> None:
        if kept.payment_option is None:
            raise Refused("407", "No payment option set")
        if kept.payment_option != "cash_register":
            raise Refused("408", "Payment option is not of cash register type")


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise Refused("402", "Invalid request payload") from None


def basket_no(place: int) -> dict[str, Any]:
    """A believable pre-order; the same place gives the same one, the first is the guide's."""
    chance = Random(place)
    chosen = [(_SHELF[0], 2)] if place == 0 else _chosen(chance)
    shipping = Decimal("0.00") if place % 2 == 0 else Decimal("29.90")
    total = sum((Decimal(price) * units for (_, _, _, price, _), units in chosen), Decimal(0))
    off = (total / 10).quantize(Decimal("0.01")) if place % 3 == 1 else Decimal(0)
    person = _address(_PEOPLE[place % len(_PEOPLE)])
    return {
        "unpaid_amount": str(total - off + shipping),
        "shipping_amount": str(shipping),
        "basket": {
            "basketitem_set": [_item(at, *one) for at, one in enumerate(chosen)],
            "discounts": [{"name": "Sepette %10 indirim", "discount": str(off)}] if off else [],
        },
        "shipping_option": {"pk": 3, "name": "Mağazadan teslim"} if not shipping else None,
        "shipping_address": person,
        "billing_address": person,
        "payment_option": {"pk": 11, "name": "Kasa", "payment_type": "cash_register"},
    }


def _chosen(chance: Random) -> list[tuple[tuple[str, str, str, str, str], int]]:
    picked = chance.sample(_SHELF, chance.randint(1, 3))
    return [(entry, chance.choice((1, 1, 2))) for entry in picked]


def _item(at: int, entry: tuple[str, str, str, str, str], units: int) -> dict[str, Any]:
    name, sku, base_code, price, tax = entry
    product = {"pk": 30387 + at, "name": name, "sku": sku, "base_code": base_code, "attributes": {}}
    return {
        "quantity": units,
        "unit_price": price,
        "tax_rate": tax,
        "currency_type": "try",
        # The vendor's guide shows a list of one; others send the object itself.
        "product": [product] if at % 2 == 0 else product,
    }


def _address(person: tuple[str, str, str, str, str, str, str]) -> dict[str, Any]:
    first, last, phone, line, township, city, postcode = person
    return {
        "first_name": first,
        "last_name": last,
        "phone_number": phone,
        "line": line,
        "township": {"name": township},
        "city": {"name": city},
        "country": {"name": "Türkiye", "code": "tr"},
        "postcode": postcode,
    }
