"""Which code page a slip is set in."""

from __future__ import annotations

import pytest

from app.devices.printers._codepages import best_page, pages_of, plainer

EPSON = {"CP437": 0, "CP850": 2, "CP1252": 16, "CP852": 18, "CP858": 19, "CP1250": 45, "CP932": 1}


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["plain"], "CP858"),
        (["köszönöm", "Straße", "niño", "€ 5"], "CP858"),
        (["Őrült", "tűz"], "CP852"),
        (["Őrült", "tűz", "€ 5"], "CP1250"),
        (["Őrült", "niño", "piña"], "CP858"),
    ],
)
def test_page_that_holds_the_most_rows_is_taken(texts: list[str], name: str) -> None:
    assert best_page(texts, pages_of(EPSON)).name == name


def test_no_page_holds_hungarian_and_spanish() -> None:
    assert all(page.encode("ő ñ") is None for page in pages_of(EPSON))


@pytest.mark.parametrize("spelled", ["CP852", "cp852", "852"])
def test_page_of_the_shop_is_the_only_one(spelled: str) -> None:
    [page] = pages_of(EPSON, spelled)
    assert (page.name, page.number) == ("CP852", 18)
    assert page.encode("ő") == b"\x8b"


@pytest.mark.parametrize("strange", ["CP932", "CP9999", "CP866"])
def test_page_nobody_can_promise_leaves_plain_ascii(strange: str) -> None:
    [page] = pages_of(EPSON, strange)
    assert page.encode("abc") == b"abc"
    assert page.encode("á") is None


def test_control_characters_are_on_no_page() -> None:
    for page in pages_of(EPSON | {"ISO_8859-15": 40}):
        for code in (*range(0x20), *range(0x7F, 0xA0)):
            assert page.encode(chr(code)) is None


def test_typographic_signs_become_plain_ones() -> None:
    assert plainer("\u201eA\u2019s\u201d \u2013 2\u00d7\u2026") == '"A\'s" - 2x...'
