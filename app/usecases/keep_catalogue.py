"""Keep the shop's own product names, for vendors that send ids without names."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app.domain.news import News, OrdersChanged
from app.domain.product import Product
from app.domain.text import plain
from app.usecases.desk import Desk
from app.usecases.situation import snapshot_of

_ID: Final = "product_id"
_NAMES: Final = {"name_en": "en", "name_hu": "hu", "name_de": "de", "name_es": "es"}
_LONGEST_ID: Final = 200
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class KeepCatalogue:
    """Products by id, each with its names by language."""

    products: Mapping[str, Mapping[str, str]]


def keep_catalogue(command: KeepCatalogue, desk: Desk) -> list[News]:
    """Put the names into the catalogue in one commit and show the board with them.

    Products that are not named in the command keep the names they have.
    """
    with desk.store.begin() as work:
        known = work.catalogue.products(command.products)
        for product_id, names in command.products.items():
            product = known.get(product_id) or Product(product_id=product_id)
            work.catalogue.put(replace(product, names=names))
        orders = tuple(snapshot_of(order, work, desk) for order in work.orders.on_board())
        work.commit()
    return [OrdersChanged(orders)] if orders else []


def read_catalogue_names(path: Path) -> dict[str, dict[str, str]]:
    """Return the names of a catalogue file: CSV in UTF-8 with a header line.

    It has `product_id` and at least one of name_en, name_hu, name_de, name_es; columns that do not
    begin with "name" are not looked at. Raises ValueError, naming the line, for anything that is
    not right; OSError when the file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueError(f"{path.name}, line {line}: not UTF-8 text") from error
    return dict(_products(path.name, text.splitlines(keepends=True)))


def _products(file: str, lines: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    rows = csv.reader(lines, strict=True)
    first_lines: dict[str, int] = {}
    try:
        header = [column.strip() for column in next(rows, [])]
        _check_header(file, header)
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            where = f"{file}, line {rows.line_num}"
            product_id, names = _product(where, header, row)
            if product_id in first_lines:
                raise ValueError(f"{where}: {product_id} stands in line {first_lines[product_id]}")
            first_lines[product_id] = rows.line_num
            yield product_id, names
    except csv.Error as error:
        raise ValueError(f"{file}, line {rows.line_num}: {error}") from error


def _check_header(file: str, header: Sequence[str]) -> None:
    where = f"{file}, line 1"
    if _ID not in header:
        raise ValueError(f"{where}: no column {_ID}")
    twice = sorted({column for column in header if column and header.count(column) > 1})
    if twice:
        raise ValueError(f"{where}: the column {twice[0]} is there twice")
    unknown = [name for name in header if name.startswith("name") and name not in _NAMES]
    if unknown:
        raise ValueError(f"{where}: {unknown[0]} is none of {', '.join(_NAMES)}")
    if not any(column in _NAMES for column in header):
        raise ValueError(f"{where}: none of the columns {', '.join(_NAMES)}")


def _product(where: str, header: Sequence[str], row: Sequence[str]) -> tuple[str, dict[str, str]]:
    if len(row) != len(header):
        raise ValueError(f"{where}: {len(row)} cells, the header has {len(header)}")
    cells = dict(zip(header, row, strict=True))
    product_id = cells[_ID].strip()
    if not product_id or plain(product_id, limit=_LONGEST_ID) != product_id:
        raise ValueError(f"{where}: no {_ID}, or one that cannot be shown")
    named = {code: plain(cells.get(key, ""), limit=_LONGEST_NAME) for key, code in _NAMES.items()}
    names = {language: name for language, name in named.items() if name}
    if not names:
        raise ValueError(f"{where}: {product_id} has no name")
    return product_id, names
