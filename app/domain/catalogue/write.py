"""The catalogue as a CSV file that spreadsheets open and `read.py` reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from app.domain.catalogue.cells import COLUMNS, cells_of
from app.domain.catalogue.read import FORMULA_SIGNS
from app.domain.product import Product


def write_catalogue(products: Iterable[Product]) -> bytes:
    """Return the file: UTF-8 with the mark by which spreadsheets know it, commas, every column."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for product in products:
        writer.writerow({column: _guarded(cell) for column, cell in cells_of(product).items()})
    return out.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a cell for a formula; one that looks guarded is, too."""
    return f"'{cell}" if cell.lstrip("'")[:1] in tuple(FORMULA_SIGNS) else cell
