"""What the settings say of orders that are accepted by themselves."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from pydantic import ValidationError

from app.bootstrap.adapters import accept_limits
from app.domain.accept_rules import AcceptLimits
from app.domain.money import Money
from app.settings.vendor import OrderSourceSettings, VendorSettings


def limits(currency: str = "HUF", **keys: Any) -> AcceptLimits | None:
    return accept_limits(OrderSourceSettings(auto_accept=True, **keys), currency)


def test_nothing_is_accepted_where_nobody_says_so() -> None:
    assert accept_limits(OrderSourceSettings(auto_accept_up_to=5), "HUF") is None
    assert accept_limits(VendorSettings(), "HUF") is None


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [(8000, "HUF", 800000), (12.5, "EUR", 1250), (0.1, "EUR", 10), (1000.9, "JPY", 1000)],
)
def test_the_amount_is_exact_in_the_tills_money(amount: float, currency: str, minor: int) -> None:
    found = limits(currency, auto_accept_up_to=amount)
    assert found == AcceptLimits(up_to=Money(minor, currency))


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ("", "", (None, None)),
        ("10:00", "14:30", (time(10), time(14, 30))),
        ("22:00", "02:00", (time(22), time(2))),
        ("10:00", "", (time(10), time(0))),
        ("", "14:00", (time(0), time(14))),
    ],
)
def test_hours_that_are_left_out_end_at_midnight(
    since: str, until: str, hours: tuple[time | None, time | None]
) -> None:
    found = limits(auto_accept_from=since, auto_accept_until=until)
    assert found is not None
    assert (found.since, found.until) == hours


@pytest.mark.parametrize(
    "keys",
    [
        {"auto_accept_up_to": -1},
        {"auto_accept_from": "25:00"},
        {"auto_accept_until": "noon"},
        {"auto_accept_from": " "},
    ],
)
def test_bad_limits_are_refused(keys: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        limits(**keys)
