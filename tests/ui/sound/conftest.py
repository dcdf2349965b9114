"""The window of `tests.ui.main`, for what is seen and heard of the alarm in it."""

from tests.ui.main.conftest import show

__all__ = ["show"]
