"""A catalogue file as products, all of them or none: every bad row is told with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.catalogue.cells import COLUMNS, ID, NAMES, read_cells
from app.domain.catalogue.decode import decoded
from app.domain.catalogue.faults import BadRow, CellFault, Fault
from app.domain.product import Product
from app.domain.text import plain

MOST_PRODUCTS: Final = 20_000
SEPARATORS: Final = (",", ";", "\t")
# A spreadsheet takes these at the beginning of a cell for a formula; `write.py` puts ' before them.
FORMULA_SIGNS: Final = "=+-@"


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueFile:
    """What a file holds: `products`, or in `bad` why it is not taken.

    `columns` are those of ours it has: what a file has no column for, an import leaves as it is.
    """

    products: tuple[Product, ...] = ()
    columns: frozenset[str] = frozenset()
    bad: tuple[BadRow, ...] = ()
    encoding: str = ""
    separator: str = ""
    unknown: tuple[str, ...] = ()


def read_catalogue(raw: bytes, currency: str) -> CatalogueFile:
    """Return the products of a CSV file with a header; prices without currency are in `currency`.

    Needs `product_id` and a name column; the separator is a comma, a semicolon or a tab.
    """
    try:
        text, encoding = decoded(raw)
    except CellFault as fault:
        return CatalogueFile(bad=(fault.in_line(0),))
    separator, header = _header(text)
    known = frozenset(header) & frozenset(COLUMNS)
    unknown = tuple(column for column in header if column and column not in COLUMNS)
    bad = list(_header_faults(header))
    products: list[Product] = []
    if not bad:
        products = _products(text, separator, header, currency, bad)
    return CatalogueFile(
        products=() if bad else tuple(products),
        columns=known,
        bad=tuple(bad),
        encoding=encoding,
        separator=separator,
        unknown=tuple(plain(column, limit=40) for column in unknown),
    )


def _header(text: str) -> tuple[str, list[str]]:
    """Return the separator and the names of the columns; the best separator shows most of ours."""

    def columns(separator: str) -> list[str]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            return [cell.strip().casefold() for cell in next(rows, [])]
        except csv.Error:
            return []

    found = {separator: columns(separator) for separator in SEPARATORS}
    best = max(found, key=lambda separator: len(set(found[separator]) & set(COLUMNS)))
    return best, found[best]


def _header_faults(header: Sequence[str]) -> Iterator[BadRow]:
    if ID not in header:
        yield BadRow(1, Fault.NO_ID_COLUMN)
        return
    for column in dict.fromkeys(header):
        if column in COLUMNS and header.count(column) > 1:
            yield BadRow(1, Fault.COLUMN_TWICE, column)
        elif column.startswith("name") and column not in NAMES:
            yield BadRow(1, Fault.STRANGE_NAME_COLUMN, plain(column, limit=40))
    if not any(column.startswith("name") for column in header):
        yield BadRow(1, Fault.NO_NAME_COLUMN)


def _products(
    text: str, separator: str, header: Sequence[str], currency: str, bad: list[BadRow]
) -> list[Product]:
    products: list[Product] = []
    first_lines: dict[str, int] = {}
    for line, row in _rows(text, separator, bad):
        if not any(cell.strip() for cell in row):
            continue
        if len(first_lines) >= MOST_PRODUCTS:
            bad.append(BadRow(line, Fault.TOO_MANY, str(MOST_PRODUCTS)))
            break
        if any(cell.strip() for cell in row[len(header) :]):
            bad.append(BadRow(line, Fault.TOO_MANY_CELLS, str(len(row)), str(len(header))))
            continue
        cells = _cells(header, row)
        read = read_cells(cells, currency)
        bad.extend(fault.in_line(line) for fault in read.faults)
        product_id = cells[ID].strip()
        if product_id in first_lines:
            first = str(first_lines[product_id])
            bad.append(BadRow(line, Fault.ID_TWICE, plain(product_id, limit=40), first))
        elif product_id:
            first_lines[product_id] = line
        if read.product is not None:
            products.append(read.product)
    if not first_lines and not bad:
        bad.append(BadRow(0, Fault.NO_ROWS))
    return products


def _rows(text: str, separator: str, bad: list[BadRow]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row after the header with the line it begins in."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins, width = 1, 0
    is_whole = text.endswith(("\n", "\r"))
    lines = text.count("\n") or text.count("\r")
    try:
        for row in rows:
            if begins == 1:
                width = len(row)
            elif not is_whole and rows.line_num > lines and 0 < len(row) < width:
                # Spreadsheets leave empty cells at the end of a row away, but not the line's end.
                bad.append(BadRow(begins, Fault.CUT_OFF))
            else:
                yield begins, row
            begins = rows.line_num + 1
    except csv.Error:
        bad.append(BadRow(begins, Fault.BROKEN_QUOTES))


def _cells(header: Sequence[str], row: Sequence[str]) -> Mapping[str, str]:
    filled = [*row, *[""] * (len(header) - len(row))]
    return {
        column: _unguarded(cell)
        for column, cell in zip(header, filled, strict=False)
        if column in COLUMNS
    }


def _unguarded(cell: str) -> str:
    """Take off what keeps a spreadsheet from taking the cell for a formula."""
    bare = cell.lstrip("'")
    is_guarded = len(bare) < len(cell) and bare[:1] in tuple(FORMULA_SIGNS)
    return cell[1:] if is_guarded else cell
