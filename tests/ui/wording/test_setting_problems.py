"""What the settings refuse is said in the screen's words, not in those of the file and the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.settings_news import SettingsKept
from app.settings.errors import SettingsError
from app.settings.files import cannot
from app.ui.settings_desk import draft_key
from app.ui.wording.setting_problems import problem_text
from tests.ui.books import a_book

PRINTER = '[[printers]]\nname = "counter"\nkind = "network"\nhost = "192.0.2.10"\n'
BAR = PRINTER.replace("counter", "bar")
BY_HAND = "The settings file was changed by hand and cannot be read: “pult check” names the line."
REFUSED = {
    '[till]\nnumber_prefix = "W_1"': "At most 6 letters, digits or hyphens.",
    "[till]\nundo_seconds = 900": "From 0 to 60\u00a0s.",
    "[till]\ntext_scale = 9": "From 100 to 200\u00a0%.",
    '[till]\ntimezone = "Nowhere"': "Choose a time zone from the list.",
    '[till]\naccent = "#777777"': "Nobody could read words on it. Choose a lighter or a darker"
    " colour.",
    '[display]\nground = "blue"': "A colour as # and six digits of 0 to 9 and A to F, or empty.",
    '[display]\nground = "#777777"': "Nobody could read words on it. Choose a lighter or a darker"
    " colour.",
    '[display]\nready = "#0B0B0B"': "Ready numbers could not be read on that ground. Choose"
    " colours that differ more.",
    '[vendors.cheers]\nbase_url = "http://x.example"': "An address that begins with https://,"
    " without ? and #.",
    "[vendors.cheers]\nenabled = true": "This is needed.",
    '[vendors.cheerfy]\ncard_pattern = "(["': "This pattern cannot be read.",
    PRINTER + 'fallback = "counter"': "Choose another printer than this one.",
    PRINTER + 'fallback = "bar"': "There is no other printer yet.",
    PRINTER + 'fallback = "bar"\n' + BAR + 'fallback = "counter"': "They would hand slips round in"
    " a circle. The last one takes over nothing.",
    PRINTER + 'fallback = "bar"\n' + BAR + 'prints = ["station"]\nstations = ["grill"]': "Choose a"
    " printer that prints slips.",
    PRINTER + 'prints = ["station"]': "Name the stations whose lines it prints.",
    PRINTER + 'stations = [" "]': "Leave none of them empty.",
    PRINTER + 'vendors = ["nobody"]': "Choose vendors that Pult knows.",
    PRINTER + PRINTER: "Another one has this name. Give each its own.",
    "[till": BY_HAND,
    "[tlil]": BY_HAND,
}


@pytest.mark.parametrize(("text", "said"), REFUSED.items(), ids=str)
def test_a_refusal_is_said_in_the_words_of_the_screen(text: str, said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        a_book(text)
    first = refused.value.problems[0]
    news = SettingsKept(1, {}, first.key, str(first), first.allowed, first.remedy)
    assert problem_text(a_book().view(draft_key(first.key, {})), news) == said


def test_a_settings_file_that_another_program_has_open_is_said() -> None:
    fault = PermissionError(13, "Permission denied")
    fault.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    problem = cannot("be written", Path("pult.toml"), fault)
    news = SettingsKept(1, {}, problem.key, str(problem), problem.allowed, problem.remedy)
    said = "Another program has the settings file open. Close it there, then save again."
    assert problem_text(None, news) == said


def test_what_a_foreign_vendors_own_check_says_stays_in_its_words() -> None:
    news = SettingsKept(1, {}, "vendors.other.key", "one line", "must be odd", "Add one.")
    assert problem_text(None, news) == "Must be odd. Add one."
