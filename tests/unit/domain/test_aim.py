"""What stands before a code: AIM symbology identifiers, and what GS1 elements say."""

from __future__ import annotations

import pytest

from app.domain.aim import split_aim, without_elements


@pytest.mark.parametrize(
    ("sent", "aim", "code"),
    [
        ("]Q1PULT-7Q4K-20A6", "]Q1", "PULT-7Q4K-20A6"),
        ("]C0A-42", "]C0", "A-42"),
        ("]E05998700123455", "]E0", "5998700123455"),
        ("]E496385074", "]E4", "96385074"),
        ("]A0CODE39", "]A0", "CODE39"),
        ("]d2010599870012345517261231", "]d2", "010599870012345517261231"),
        ("]Q1]Q1", "]Q1", "]Q1"),  # the code itself begins so
        ("]E0not digits", "", "]E0not digits"),
        ("]E0", "", "]E0"),
        ("]Q1", "", "]Q1"),
        ("]", "", "]"),
        ("]y1 letters", "", "]y1 letters"),
        ("]Q9 letters", "", "]Q9 letters"),
        ("A]Q1", "", "A]Q1"),
        ("", "", ""),
    ],
)
def test_an_identifier_is_taken_off_where_it_is_one(sent: str, aim: str, code: str) -> None:
    assert split_aim(sent) == (aim, code)


GS = "\x1d"


@pytest.mark.parametrize(
    ("code", "aim", "said"),
    [
        ("0105998700123455", "]C1", "5998700123455"),
        (f"0105998700123455{GS}", "", "5998700123455"),
        (f"{GS}010599870012345510LOT{GS}17261231", "]d2", "5998700123455"),
        ("0100000096385074", "]e0", "96385074"),  # an EAN-8
        ("0115998700123452", "]C1", "0115998700123452"),  # a case, which has no barcode of ours
        ("0105998700123454", "]C1", "0105998700123454"),  # a wrong check digit
        (f"10LOT{GS}21SERIAL", "]C1", "10LOT 21SERIAL"),
        ("0105998700123455", "", "0105998700123455"),  # nobody says that these are elements
        ("0105998700123455", "]Q1", "0105998700123455"),
    ],
)
def test_gs1_elements_say_which_product_it_is(code: str, aim: str, said: str) -> None:
    assert without_elements(code, aim) == said
