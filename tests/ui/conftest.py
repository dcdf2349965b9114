"""What every test of the screen gets: the look in force, and English."""

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.theme import Mode, Theme
from app.ui.widgets.bounce import LAST_LIFT
from app.ui.wording.screen_language import ScreenLanguage


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> ScreenLanguage:
    """English with its plural forms, as the program loads it."""
    language = ScreenLanguage(qapp)
    language.speak("en")
    return language


@pytest.fixture(autouse=True)
def _no_finger() -> None:
    """No test's first tap is taken for a bounce of the last one's."""
    LAST_LIFT._since.invalidate()


@pytest.fixture(params=[Mode.LIGHT, Mode.DARK], ids=["light", "dark"])
def either_theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    """The light and the dark theme in turn, at 1 screen px a design px."""
    theme = Theme(request.param, dpi=96)
    theme.apply_to(qapp)
    return theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme at 1 screen px a design px."""
    theme = Theme(Mode.LIGHT, dpi=96)
    theme.apply_to(qapp)
    return theme
