"""The rows of which pages of Settings are made: one edits one key of the settings file.

* `Draft`: what was changed on the screen and is not saved yet; it outlives the screen.
* `KeyRow(kit, view)`: label, what it does, the control made for the kind of key, its default, the
  way back to it, and what is wrong with what was entered.
* `KeyPage(kit, groups)`: rows in boxes, with the foot that saves or discards them together.

`Kit` is what they share: theme, the book of all keys, the draft, and where lists are opened.
"""

from app.ui.settings_kit.draft import Draft
from app.ui.settings_kit.key_page import KeyGroup, KeyPage, rows_of_table
from app.ui.settings_kit.key_row import KeyRow
from app.ui.settings_kit.kit import Kit
from app.ui.settings_kit.save_foot import SaveFoot

__all__ = ["Draft", "KeyGroup", "KeyPage", "KeyRow", "Kit", "SaveFoot", "rows_of_table"]
