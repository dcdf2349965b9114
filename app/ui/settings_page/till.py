"""The pages Till, and Language and look."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.ui.settings_kit import KeyGroup, KeyPage, Kit
from app.ui.settings_page.parts import Box
from app.ui.settings_page.practice import PracticeRow
from app.ui.widgets import Label
from app.ui.wording.marked import translate


def till_page(kit: Kit, practice: PracticeRow) -> QWidget:
    """Return the page of how this till works; `practice` offers a practice order."""
    groups = [
        KeyGroup(
            translate("Settings", "This till"),
            ("till.name", "till.currency", "till.timezone", "till.day_starts"),
        ),
        KeyGroup(
            translate("Settings", "At work"),
            (
                "till.after_move",
                "till.undo_seconds",
                "till.lead_minutes",
                "till.print_on",
                "till.walkin",
                "till.number_prefix",
                "till.on_the_way_minutes",
            ),
        ),
        KeyGroup(translate("Settings", "Staff"), ("staff.tell_vendors",)),
        KeyGroup(translate("Settings", "Customers' data"), ("till.personal_days",)),
        KeyGroup(
            translate("Settings", "Late orders"),
            ("till.new_minutes", "till.preparing_minutes", "till.ready_minutes"),
        ),
    ]
    box = Box(kit.theme)
    box.add(practice)
    tail = [Label(kit.theme, translate("Settings", "Try it"), "column"), box]
    return KeyPage(kit, groups, tail=tail)


def look_page(kit: Kit) -> QWidget:
    """Return the page of language, colours and sizes."""
    keys = (
        "till.language",
        "slip.language",
        "till.theme",
        "till.accent",
        "till.text_scale",
        "till.dots_per_inch",
        "till.motion",
        "till.keyboard",
    )
    return KeyPage(kit, [KeyGroup("", (*keys, "till.mode"))])
