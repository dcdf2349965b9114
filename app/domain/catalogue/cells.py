"""One product from the texts of its fields, as a file or the screen gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Final, TypeVar

from app.domain.catalogue.faults import CellFault, Fault
from app.domain.money import Money, cash_digits, exponent, is_currency
from app.domain.product import Product
from app.domain.scan import is_ean
from app.domain.text import plain

ID: Final = "product_id"
NAMES: Final = {"name_en": "en", "name_hu": "hu", "name_de": "de", "name_es": "es"}
PRICE: Final = "price"
CURRENCY: Final = "currency"
VAT: Final = "vat"
COLUMNS: Final = (ID, *NAMES, "barcode", PRICE, CURRENCY, "station", VAT, "article")
LONGEST: Final = {ID: 200, **dict.fromkeys(NAMES, 200), "station": 60, "article": 60}

# "5,9E+12": what a spreadsheet makes of a long number. Its last digits are lost for good.
_MANGLED: Final = re.compile(r"[+-]?\d+([.,]\d+)?[eE]\+\d{1,3}", re.ASCII)
_SPACES: Final = re.compile(r"\s+")
_PLAIN_NUMBER: Final = re.compile(r"\d+([.,]\d+)?", re.ASCII)
_GROUPED: Final = re.compile(r"\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?)", re.ASCII)
_TWO_WAYS: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_LONGEST_NUMBER: Final = 24  # beyond 28 digits decimals are rounded without a word
_MOST_VAT: Final = 100

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class CellsRead:
    """A product, or what is wrong with its fields."""

    product: Product | None
    faults: tuple[CellFault, ...] = ()


def read_cells(cells: Mapping[str, str], currency: str) -> CellsRead:
    """Return the product of `cells` by column; a price without a currency is in `currency`."""
    faults: list[CellFault] = []

    def tried(read: Callable[[], Value]) -> Value | None:
        try:
            return read()
        except CellFault as fault:
            faults.append(fault)
            return None

    product_id = tried(lambda: _product_id(cells.get(ID, "")))
    names = {code: tried(partial(_text, cells, key)) for key, code in NAMES.items()}
    if not any(plain(cells.get(key, "")) for key in NAMES):
        faults.append(CellFault(Fault.NO_NAME))
    barcode = tried(lambda: _barcode(cells.get("barcode", "")))
    price = tried(lambda: read_price(cells.get(PRICE, ""), cells.get(CURRENCY, "") or currency))
    station = tried(lambda: _text(cells, "station"))
    vat = tried(lambda: read_vat(cells.get(VAT, "")))
    article = tried(lambda: _article(cells))
    if faults:
        return CellsRead(None, tuple(faults))
    product = Product(
        product_id=product_id or "",
        names={language: name for language, name in names.items() if name},
        barcode=barcode or "",
        price=price,
        station=station or "",
        vat=vat,
        article=article or "",
    )
    return CellsRead(product)


def cells_of(product: Product) -> dict[str, str]:
    """Return the texts of a product's fields by column; `read_cells` makes it anew of them."""
    price = product.price
    return {
        ID: product.product_id,
        **{column: product.names.get(language, "") for column, language in NAMES.items()},
        "barcode": product.barcode,
        PRICE: "" if price is None else _price_text(price),
        CURRENCY: "" if price is None else price.currency,
        "station": product.station,
        VAT: "" if product.vat is None else format(product.vat, "f"),
        "article": product.article,
    }


def read_price(text: str, currency: str) -> Money | None:
    """Return a price as people write it: "1190", "1 190,00", "4.50"; None for an empty text.

    Raises CellFault, also for what can be read in two ways: 1.190 is no price in forints, but
    nobody can tell 1190 from 1.19.
    """
    written = _SPACES.sub("", text)
    code = currency.strip().upper()
    if not written:
        return None
    if not is_currency(code):
        raise CellFault(Fault.STRANGE_CURRENCY, plain(currency, limit=40))
    shown = plain(text, limit=40)
    if _is_negative(written):
        raise CellFault(Fault.PRICE_NEGATIVE, shown)
    if len(written) > _LONGEST_NUMBER:
        raise CellFault(Fault.PRICE_TOO_HIGH, shown)
    if _TWO_WAYS.fullmatch(written) and exponent(code) < 3:
        raise CellFault(Fault.PRICE_IN_TWO_WAYS, shown)
    units = _number(written)
    if units is None:
        raise CellFault(Fault.PRICE_NOT_A_NUMBER, shown)
    if units != units.quantize(Decimal(1).scaleb(-exponent(code))):
        raise CellFault(Fault.PRICE_TOO_FINE, shown, code)
    try:
        return Money.from_units(units, code)
    except ValueError as error:
        raise CellFault(Fault.PRICE_TOO_HIGH, shown) from error


def read_vat(text: str) -> Decimal | None:
    """Return a rate in percent: "27", "5,5", "27 %"; None for an empty text. Raises CellFault."""
    written = _SPACES.sub("", text).removesuffix("%")
    shown = plain(text, limit=40)
    if not written:
        return None
    rate = _number(written.lstrip("-\u2212"))
    if rate is None or len(written) > _LONGEST_NUMBER:
        raise CellFault(Fault.VAT_NOT_A_NUMBER, shown)
    if _is_negative(written) or rate > _MOST_VAT:
        raise CellFault(Fault.VAT_OUT_OF_RANGE, shown)
    if 0 < rate < 1:
        raise CellFault(Fault.VAT_A_FRACTION, shown)
    return Decimal(format(rate.normalize(), "f"))


def _price_text(price: Money) -> str:
    """Return a price with the decimals of a price tag, or with all where these would hide money."""
    digits = cash_digits(price.currency)
    shown = price.units.quantize(Decimal(1).scaleb(-digits))
    return format(shown if shown == price.units else price.units, "f")


def _product_id(text: str) -> str:
    product_id = text.strip()
    if not product_id:
        raise CellFault(Fault.NO_ID)
    if _MANGLED.fullmatch(product_id):
        raise CellFault(Fault.MANGLED_ID, product_id)
    if len(product_id) > LONGEST[ID]:
        raise CellFault(Fault.TOO_LONG, ID, str(LONGEST[ID]))
    if plain(product_id) != product_id:
        raise CellFault(Fault.UNFIT_ID, plain(product_id, limit=40))
    return product_id


def _text(cells: Mapping[str, str], column: str) -> str:
    text = plain(cells.get(column, ""))
    if len(text) > LONGEST[column]:
        raise CellFault(Fault.TOO_LONG, column, str(LONGEST[column]))
    return text


def _article(cells: Mapping[str, str]) -> str:
    article = _text(cells, "article")
    if _MANGLED.fullmatch(article):
        raise CellFault(Fault.MANGLED_ID, article)
    return article


def _barcode(text: str) -> str:
    barcode = _SPACES.sub("", text)
    shown = plain(text, limit=40)
    if not barcode or is_ean(barcode):
        return barcode
    if _MANGLED.fullmatch(barcode):
        raise CellFault(Fault.MANGLED_BARCODE, shown)
    is_number = barcode.isascii() and barcode.isdigit()
    right_length = len(barcode) in (8, 12, 13)
    raise CellFault(
        Fault.BARCODE_DIGIT if is_number and right_length else Fault.BARCODE_LENGTH, shown
    )


def _is_negative(written: str) -> bool:
    bare = written.lstrip("-\u2212")
    return bare != written and _number(bare) is not None


def _number(written: str) -> Decimal | None:
    """Return a number with decimal comma or point and, if any, the other between thousands."""
    if _GROUPED.fullmatch(written) and not _PLAIN_NUMBER.fullmatch(written):
        point = max(written.rfind(","), written.rfind("."))
        mark = written[point]
        whole = written if written.count(mark) > 1 else written[:point]
        rest = "" if written.count(mark) > 1 else written[point + 1 :]
        return Decimal(whole.replace(",", "").replace(".", "") + ("." + rest if rest else ""))
    if _PLAIN_NUMBER.fullmatch(written):
        return Decimal(written.replace(",", "."))
    return None
