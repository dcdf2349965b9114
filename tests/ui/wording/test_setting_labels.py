"""Keys of the everyday pages of Settings are told in words of their own, in every language."""

from __future__ import annotations

import pytest

from app.settings.view import KeyKind
from app.ui.wording.setting_labels import CHOICES, LABELS
from tests.ui.books import a_book


@pytest.mark.parametrize("table", ["till", "alarm", "display", "staff"])
def test_every_key_of_an_everyday_page_has_words_of_its_own(table: str) -> None:
    views = a_book().keys(table)
    assert views
    for view in views:
        assert view.pattern in LABELS or f"*.{view.name}" in LABELS, view.key
        if view.kind is not KeyKind.CHOICE or view.name == "language":
            continue
        for choice in view.choices:
            known = (f"{view.pattern}={choice}", f"{view.name}={choice}")
            assert set(known) & set(CHOICES), f"{view.key} = {choice}"


@pytest.mark.parametrize("vendor", ["cheers", "loke"])
def test_the_limits_of_accepting_by_itself_have_words_of_their_own(vendor: str) -> None:
    names = {view.name for view in a_book().keys(f"vendors.{vendor}")}
    limits = {name for name in names if name.startswith("auto_accept")}
    assert len(limits) == 4
    assert {f"*.{name}" for name in limits} <= set(LABELS)
