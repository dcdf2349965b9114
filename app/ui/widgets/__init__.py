"""The widgets every screen is built of; each takes a `Theme` first and is plain text only.

Presses: connect `acted` of an ActionButton, never `clicked`.

* `ActionButton(theme, text, kind=Kind.PLAIN, *, icon=None, height=None, name=None,
  icon_after=False)`; `acted`; `.set_words(text, name=None)`, `.set_kind`, `.set_icon`,
  `.set_locked(bool)`, `.start_flight("Accepting…")` / `.end_flight()`, `.rest(ms=700)`,
  `.set_selected(bool)`. `Kind`: NEXT, PLAIN, MONEY, MONEY_OUTLINE, DANGER, DANGER_SOLID, QUIET,
  GHOST, LINK, PALE, WARN.
* `Label(theme, text, style="body", ink="ink", *, wrap=False, elide=False, align=…)`.
* `Sheet(theme, ground="surface", lines=("top",), radius=0)`: a ground;
  `Group(theme, name, ground=None, lines=())`: a ground that assistive technology knows by name.
* `Segments(theme, [Segment(key, text, icon=None)], name=…, chosen=key)`; `chosen(key)`.
* `Switch(theme, name, on="On the slip", off="Left out")`; a QCheckBox of 48 px with its word.
* `Chip(theme, text, ChipKind, icon_or_Shape)`; `.show_mark(text, kind, icon)`.
* `AgeLabel(theme, Age(minutes, limit))`; `.show_age(age)`.
* `Keypad(theme, double_zero=True)`; `key_pressed(key)` with "0".."9", "00", "back".
* `AmountField(theme, name=…, unit="Ft", words=callable)`; `.minor`, `.set_minor`, `.press(key)`,
  `amount_changed(minor | None)`.
* `RadioTile(theme, text)`, `CheckTile(theme, text)`: tiles of 52 px to choose by.
* `Banner`, `BannerStack(theme)`; `.show_banners([BannerText(key, shape, head, line, button)])`;
  `acted(key)`, key "" for "Show all". `ShapeMark(theme, Shape, size)`.
* `MessageStrip(theme)`; `.say(Message(shape, head, rest, time, key, action, undo_seconds,
  rest_after))`, `.end_undo(key)`; `undone(key)`, `action_pressed(key)`, `ran_out(key)`, `opened`.
  ``{seconds}`` in `rest` counts down.
* `LampBar(theme)`; `.show_lamps([LampState(key, name, word, shape, age)])`, `.set_folds(bool)`;
  `lamp_pressed(key)`, key "" for the lamp that stands for all.
* `Dialog(theme, title, width=800, height=None)`: fill `.body`, `.set_foot(left, right, note=…)`,
  call `.done_with()` after the action; `closed`; made for one opening, deleted after it.
  Open it with `DialogLayer(theme, window)`:
  `.set_areas(veiled_region, dialog_rect)`, `.open(dialog)`, `.close()`, `opened`, `closed`.
* `ScanAnswer(theme, window, band=False)`; `.show_answer(Answer(AnswerKind, headline, number,
  lines, hint, buttons))`; `button_pressed(key)`, `ended`.
* `BellButton(theme)`; `.show_look(BellLook)`: there while it rings.
* `TopBar(theme)`, `PageBar(theme, title)`. `FocusRing(theme, window)`: one per window.
* `EmptyState(theme, icon, head, line, button=None)`; `IconMark(theme, icon, size, ink)`.
"""

from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.age import Age, AgeLabel, Urgency
from app.ui.widgets.amount_field import AmountField
from app.ui.widgets.answer import Answer, AnswerButton, AnswerKind
from app.ui.widgets.answer_button import ColouredButton
from app.ui.widgets.banner import Banner, BannerStack, BannerText, ShapeMark
from app.ui.widgets.bell_button import STOPPABLE, BellButton, BellLook
from app.ui.widgets.button_kinds import Kind
from app.ui.widgets.chip import Chip, ChipKind
from app.ui.widgets.choice import CheckTile, RadioTile
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.dialog_layer import DialogLayer
from app.ui.widgets.empty_state import EmptyState, IconMark
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.keypad import Keypad
from app.ui.widgets.label import Label
from app.ui.widgets.lamp import Lamp, LampBar, LampState
from app.ui.widgets.message_strip import Message, MessageStrip
from app.ui.widgets.page_bar import PageBar
from app.ui.widgets.scan_answer import ScanAnswer
from app.ui.widgets.segments import Segment, Segments
from app.ui.widgets.sheet import Group, Sheet
from app.ui.widgets.switch import Switch
from app.ui.widgets.top_bar import TopBar
from app.ui.widgets.undo_button import UndoButton

__all__ = [
    "STOPPABLE",
    "ActionButton",
    "Age",
    "AgeLabel",
    "AmountField",
    "Answer",
    "AnswerButton",
    "AnswerKind",
    "Banner",
    "BannerStack",
    "BannerText",
    "BellButton",
    "BellLook",
    "CheckTile",
    "Chip",
    "ChipKind",
    "ColouredButton",
    "Dialog",
    "DialogLayer",
    "EmptyState",
    "FocusRing",
    "Group",
    "IconMark",
    "Keypad",
    "Kind",
    "Label",
    "Lamp",
    "LampBar",
    "LampState",
    "Message",
    "MessageStrip",
    "PageBar",
    "RadioTile",
    "ScanAnswer",
    "Segment",
    "Segments",
    "ShapeMark",
    "Sheet",
    "Switch",
    "TopBar",
    "UndoButton",
    "Urgency",
]
