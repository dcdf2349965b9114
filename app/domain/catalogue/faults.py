"""What can be wrong with a catalogue file or one of its rows; worded by the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why a file, a row or a field cannot be taken; the figures each comes with are named."""

    UNREADABLE = "cannot be read"  # value: the system's own reason
    EMPTY_FILE = "empty file"
    TOO_LARGE = "too large"  # value: megabytes allowed
    TOO_MANY = "too many products"  # value: how many are allowed
    WORKBOOK = "a workbook, not a CSV"
    NOT_TEXT = "not text"
    NO_ID_COLUMN = "no id column"
    NO_NAME_COLUMN = "no name column"
    STRANGE_NAME_COLUMN = "strange name column"  # value: its name
    COLUMN_TWICE = "column twice"  # value: its name
    NO_ROWS = "no rows"
    BROKEN_QUOTES = "broken quotes"
    TOO_MANY_CELLS = "too many cells"  # value: how many, other: how many the header has
    CUT_OFF = "cut off"
    NO_ID = "no id"
    UNFIT_ID = "unfit id"
    MANGLED_ID = "mangled id"  # value: as it stands there
    ID_TWICE = "id twice"  # value: the id, other: its first line
    NO_NAME = "no name"
    TOO_LONG = "too long"  # value: the column, other: how many letters are allowed
    PRICE_NOT_A_NUMBER = "price not a number"  # value: as it stands there, here and below
    PRICE_IN_TWO_WAYS = "price in two ways"
    PRICE_NEGATIVE = "price negative"
    PRICE_TOO_FINE = "price too fine"  # other: the currency
    PRICE_TOO_HIGH = "price too high"
    STRANGE_CURRENCY = "strange currency"
    VAT_NOT_A_NUMBER = "VAT not a number"
    VAT_OUT_OF_RANGE = "VAT out of range"
    VAT_A_FRACTION = "VAT a fraction"
    MANGLED_BARCODE = "mangled barcode"
    BARCODE_LENGTH = "barcode length"
    BARCODE_DIGIT = "barcode check digit"


@dataclass(frozen=True, slots=True)
class BadRow:
    """One reason why a file is not taken; `line` counts from 1, 0 is the file as a whole."""

    line: int
    fault: Fault
    value: str = ""
    other: str = ""


class CellFault(Exception):
    """One field of a product cannot be taken."""

    def __init__(self, fault: Fault, value: str = "", other: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.value = value
        self.other = other

    def in_line(self, line: int) -> BadRow:
        """Return it as a reason against the row in that line."""
        return BadRow(line, self.fault, self.value, self.other)
