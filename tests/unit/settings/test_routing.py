"""What printers say of each other, of vendors and of stations has to fit together."""

from __future__ import annotations

from typing import ClassVar

import pytest

from app.settings.errors import SettingsError
from app.settings.known import Known
from app.settings.load import settings_of
from app.settings.vendor import VendorSettings
from tests.unit.settings.sample import MODELS, NOWHERE, problems, read


def printers(*entries: str) -> str:
    parts = (f'[[printers]]\nname = "{name}"\nkind = "virtual"\n' for name in "abc")
    return "\n".join(part + entry for part, entry in zip(parts, entries, strict=False))


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        (printers('vendors = ["chers"]'), 'printers["a"].vendors', 'Did you mean "cheers"?'),
        (printers('vendors = ["x"]'), 'printers["a"].vendors', 'names "x"; it must be a list of'),
        (printers('prints = ["station"]'), 'printers["a"].stations', 'stations = ["kitchen"]'),
        (
            printers('prints = ["station"]\nstations = ["grill", " "]'),
            'printers["a"].stations',
            "none of them empty",
        ),
        (printers('fallback = "a"'), 'printers["a"].fallback', "another printer, not this one"),
        (printers('fallback = "b"'), 'printers["a"].fallback', "there is no other"),
        (printers('fallback = "d"', ""), 'printers["a"].fallback', 'must be one of "b"'),
        (
            printers('fallback = "b"', 'prints = ["station"]\nstations = ["grill"]'),
            'printers["a"].fallback',
            'whose prints holds "slip"',
        ),
    ],
)
def test_what_does_not_fit_is_said(text: str, key: str, told: str) -> None:
    (problem,) = problems(text)
    assert problem.key == key
    assert told in str(problem)


class Points(VendorSettings):
    has_orders: ClassVar = False


def test_no_printer_is_given_the_slips_of_a_vendor_that_has_no_orders() -> None:
    known = Known({**MODELS, "points": Points})
    text = printers('vendors = ["cheers", "points"]')
    with pytest.raises(SettingsError) as refused:
        settings_of(text, NOWHERE, known=known, environ={})
    told = 'names "points", which has no orders; it must be a list of "cheers", "walkin"'
    assert told in str(refused.value)


def test_a_ring_of_fallbacks_is_said_at_each_of_them() -> None:
    found = problems(printers('fallback = "b"', 'fallback = "c"', 'fallback = "a"'))
    assert [problem.key for problem in found] == [f'printers["{one}"].fallback' for one in "abc"]
    assert 'leads back to "a"' in str(found[0])


def test_a_row_that_runs_into_a_ring_is_said_at_the_ring_alone() -> None:
    found = problems(printers('fallback = "b"', 'fallback = "c"', 'fallback = "b"'))
    assert [problem.key for problem in found] == [f'printers["{one}"].fallback' for one in "bc"]


def test_a_bar_and_a_kitchen_fit_together() -> None:
    settings = read(
        printers(
            'vendors = ["cheers", "walkin"]\nfallback = "c"',
            'prints = ["station"]\nstations = ["grill"]\nfallback = "a"',
            "",
        )
    )
    assert [printer.fallback for printer in settings.printers] == ["c", "a", ""]


def test_a_printer_with_a_fault_of_its_own_is_not_blamed_twice() -> None:
    (problem,) = problems(printers('fallback = "b"', "width = 5"))
    assert problem.key == 'printers["b"].width'
