"""What a scanner says of a code before the code: AIM symbology identifiers, and GS1 elements."""

from __future__ import annotations

import re
from typing import Final

from app.domain.scan import is_ean

GROUP_SEPARATOR: Final = "\x1d"
"""How scanners send FNC1, which ends an element of varying length (GS1 General Specifications)."""
_SYMBOLOGIES: Final = (  # ISO/IEC 15424: a letter for the symbology, a modifier for its options
    r"A[0-57]|C[0124]|F[0124]|G[0-9A-Za-z]|H[013]|L[0-5]|M[01]|Q[0-6]|R[013]|S0|X[0-9A-F]"
    r"|d[0-6]|e[0-3]|h[0-3]|z[0-9A-C]|J[0-5]"
)
_DIGITS_ALONE: Final = r"(?:E[0-4]|I[013])(?=[0-9]+\Z)"
_AIM: Final = re.compile(rf"\](?:{_DIGITS_ALONE}|(?:{_SYMBOLOGIES})(?=.))", re.DOTALL)
_OF_GS1: Final = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})
_GTIN: Final = re.compile(r"01([0-9]{14})")


def split_aim(text: str) -> tuple[str, str]:
    """Return the identifier `text` begins with, "" for none, and the code behind it.

    Only one is taken off: behind it a code may truly begin with a bracket.
    """
    found = _AIM.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def without_elements(code: str, aim: str = "") -> str:
    """Return what a code of GS1 elements says to a till; any other code is returned as it is.

    A trade item number (GTIN) comes out as the barcode that is printed on the product; of other
    elements the separators become blanks, since no code here holds control characters.
    """
    if aim not in _OF_GS1 and GROUP_SEPARATOR not in code:
        return code
    elements = code.strip(GROUP_SEPARATOR)
    found = _GTIN.match(elements)
    barcode = _barcode(found[1]) if found else ""
    return barcode or elements.replace(GROUP_SEPARATOR, " ")


def _barcode(gtin: str) -> str:
    """Return an EAN-13 or EAN-8 for a GTIN-14, "" for that of a case or a wrong one."""
    if not gtin.startswith("0") or not is_ean(gtin[1:]):
        return ""
    return gtin[6:] if gtin.startswith("000000") else gtin[1:]
