"""The widgets every screen is built of; each takes a `Theme` first and is plain text only.

Presses: connect `acted` of an ActionButton, never `clicked`.

* `ActionButton(theme, text, kind=Kind.PLAIN, *, icon=None, height=None, name=None,
  icon_after=False)`; `acted`; `.set_words(text, name=None)`, `.set_kind`, `.set_icon`,
  `.set_locked(bool)`, `.start_flight("Accepting…")` / `.end_flight()`, `.rest(ms=700)`,
  `.set_selected(bool)`. `Kind`: NEXT, PLAIN, MONEY, MONEY_OUTLINE, DANGER, DANGER_SOLID, QUIET,
  GHOST, LINK, PALE.
* `Label(theme, text, style="body", ink="ink", *, wrap=False, elide=False, align=…)`.
* `Sheet(theme, ground="surface", lines=("top",))`: a ground; `Group(theme, name, ground=None,
  lines=())`: a ground that assistive technology knows by name.
* `Segments(theme, [Segment(key, text, icon=None)], name=…, chosen=key)`; `chosen(key)`.
* `Chip(theme, text, ChipKind, icon_or_Shape)`; `.show_mark(text, kind, icon)`.
* `AgeLabel(theme, Age(minutes, limit))`; `.show_age(age)`.
* `Keypad(theme, double_zero=True)`; `key_pressed(key)` with "0".."9", "00", "back".
* `AmountField(theme, name=…, unit="Ft", words=callable)`; `.minor`, `.set_minor`, `.press(key)`,
  `amount_changed(minor | None)`.
* `EmptyState(theme, icon, head, line, button=None)`; `IconMark(theme, icon, size, ink)`.
"""

from app.ui.widgets.action_button import ActionButton, Kind
from app.ui.widgets.age import Age, AgeLabel, Urgency
from app.ui.widgets.amount_field import AmountField
from app.ui.widgets.chip import Chip, ChipKind
from app.ui.widgets.empty_state import EmptyState, IconMark
from app.ui.widgets.keypad import Keypad
from app.ui.widgets.label import Label
from app.ui.widgets.segments import Segment, Segments
from app.ui.widgets.sheet import Group, Sheet

__all__ = [
    "ActionButton",
    "Age",
    "AgeLabel",
    "AmountField",
    "Chip",
    "ChipKind",
    "EmptyState",
    "Group",
    "IconMark",
    "Keypad",
    "Kind",
    "Label",
    "Segment",
    "Segments",
    "Sheet",
    "Urgency",
]
