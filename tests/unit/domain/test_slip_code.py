"""A slip's code is read without fault or not at all."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.slip_code import (
    looks_like_slip_code,
    new_slip_code,
    read_slip_code,
    short_slip_code,
)

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODES = st.integers(0, 2**40).map(lambda seed: new_slip_code(random.Random(seed).choice))
PLACES = [5, 6, 7, 8, 10, 11, 12, 13]  # where the letters of PULT-XXXX-XXXX stand


@given(CODES)
def test_a_code_has_its_shape_and_is_read_again(code: str) -> None:
    assert re.fullmatch(rf"PULT-[{LETTERS}]{{4}}-[{LETTERS}]{{4}}", code)
    assert read_slip_code(code) == code
    assert short_slip_code(code) == code[5:]


@given(CODES)
def test_spelling_may_differ(code: str) -> None:
    assert read_slip_code(f" {code.lower()}\r\n") == code
    assert read_slip_code(code[:9] + code[10:]) == code


@given(CODES, st.sampled_from(PLACES), st.sampled_from(LETTERS))
def test_every_single_misread_letter_is_found(code: str, place: int, letter: str) -> None:
    misread = code[:place] + letter + code[place + 1 :]
    assert (read_slip_code(misread) is None) == (misread != code)


@given(CODES, st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_every_two_letters_that_changed_places_are_found(code: str, one: int, two: int) -> None:
    letters = list(code)
    letters[one], letters[two] = letters[two], letters[one]
    swapped = "".join(letters)
    assert (read_slip_code(swapped) is None) == (swapped != code)


def test_every_single_misread_of_one_code_is_found_without_exception() -> None:
    code = "PULT-7Q4K-20A6"
    for place in PLACES:
        for letter in LETTERS.replace(code[place], ""):
            assert read_slip_code(code[:place] + letter + code[place + 1 :]) is None


def test_of_random_bodies_one_in_thirty_two_passes() -> None:
    source = random.Random(7)
    bodies = ["".join(source.choices(LETTERS, k=8)) for _ in range(6400)]
    passed = sum(read_slip_code(f"PULT-{body[:4]}-{body[4:]}") is not None for body in bodies)
    assert 150 <= passed <= 250  # 200 are to be expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "PULT-",
        "PULT-7Q4K-20A",
        "PULT-7Q4K-20A66",
        "XULT-7Q4K-20A6",
        "PULT-7Q4K-2OA6",  # the letter O is not in the alphabet
        "PULT 7Q4K 20A6",
        "PULT-7Q4K-20A6 PULT-7Q4K-20A6",
        "\uff30\uff35\uff2c\uff34-7Q4K-20A6",
        "PULT-7Q4K-20A٦",
    ],
)
def test_what_is_not_a_code_is_not_read(text: str) -> None:
    assert read_slip_code(text) is None


def test_what_begins_as_ours_is_known_for_a_misread_slip() -> None:
    assert looks_like_slip_code("pult-7Q4K-20A7")
    assert not looks_like_slip_code("PULL-7Q4K-20A6")
