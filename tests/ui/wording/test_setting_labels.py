"""Every key of the settings is told in words of its own, which all languages have."""

from __future__ import annotations

import pytest

from app.settings.book import SettingsBook
from app.settings.view import KeyKind, SettingView
from app.ui.wording.setting_labels import CHOICES, LABELS
from app.ui.wording.setting_problems import rule_text
from app.ui.wording.system_labels import TABLES
from tests.ui.books import a_book


def book() -> SettingsBook:
    return a_book()


def all_views() -> list[SettingView]:
    return [view for table in book().tables() for view in book().keys(table)]


@pytest.mark.parametrize("view", all_views(), ids=lambda view: view.key)
def test_every_key_has_a_label_and_words_for_its_choices(view: SettingView) -> None:
    assert view.pattern in LABELS or f"*.{view.name}" in LABELS
    if view.name in ("language", "languages"):  # each calls itself
        return
    for choice in view.choices:
        known = (f"{view.pattern}={choice}", f"{view.name}={choice}")
        assert set(known) & set(CHOICES), choice


@pytest.mark.parametrize("view", all_views(), ids=lambda view: view.key)
def test_every_key_says_what_a_value_must_be(view: SettingView) -> None:
    if view.kind is not KeyKind.SWITCH:
        assert rule_text(view)


@pytest.mark.parametrize("table", book().tables())
def test_every_table_has_a_title(table: str) -> None:
    assert table.partition(".")[0] in TABLES


@pytest.mark.parametrize("vendor", ["cheers", "loke"])
def test_the_limits_of_accepting_by_itself_have_words_of_their_own(vendor: str) -> None:
    names = {view.name for view in book().keys(f"vendors.{vendor}")}
    limits = {name for name in names if name.startswith("auto_accept")}
    assert len(limits) == 4
    assert {f"*.{name}" for name in limits} <= set(LABELS)
