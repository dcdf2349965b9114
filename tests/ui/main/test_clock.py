"""What is said of a clock that is wrong, and for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.news import ClockChanged
from app.ui.widgets import Banner
from tests.ui.main.conftest import Show
from tests.ui.main.day import SETTINGS
from tests.ui.reading import visible


@pytest.mark.parametrize(
    ("ahead", "head"),
    [
        (timedelta(minutes=14), "The clock of this PC is 14 min fast"),
        (timedelta(hours=-3), "The clock of this PC is 3 h slow"),
    ],
)
def test_it_stands_over_the_strip_until_the_clock_is_right(
    show: Show, ahead: timedelta, head: str
) -> None:
    shown = show()
    shown.say(ClockChanged(ahead))
    (banner,) = visible(shown.window, Banner)
    assert banner.text.head == head
    assert banner.text.line.startswith("Orders are safe")
    shown.renew(SETTINGS)  # a screen that is made anew knows it too
    (banner,) = visible(shown.window, Banner)
    assert banner.text.head == head
    shown.say(ClockChanged(None))
    assert not visible(shown.window, Banner)
