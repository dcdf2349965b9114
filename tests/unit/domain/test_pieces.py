"""A drawer is counted in the notes and coins the currency has."""

from __future__ import annotations

import pytest

from app.domain.money import Money
from app.domain.pieces import pieces
from tests.builders import huf


def test_forints_are_counted_from_twenty_thousand_to_five() -> None:
    assert pieces("HUF")[0] == huf(20_000)
    assert pieces("HUF")[-1] == huf(5)
    assert len(pieces("HUF")) == 12


@pytest.mark.parametrize(("currency", "least"), [("EUR", 1), ("JPY", 1), ("KWD", 10), ("SEK", 1)])
def test_no_piece_is_finer_than_the_currency(currency: str, least: int) -> None:
    found = pieces(currency)
    assert found[-1] == Money(least, currency)
    assert list(found) == sorted(found, key=lambda piece: -piece.minor)
