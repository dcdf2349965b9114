"""What the keys of alarm, keyboard, updates and accepting by itself are called on the screen.

As in `setting_labels.py`: to each key a label, and a sentence where the label does not say it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.ui.wording.marked import QT_TRANSLATE_NOOP

RULE_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    # --- the till ---
    "till.keyboard": (
        QT_TRANSLATE_NOOP("SettingWords", "Keyboard on the screen"),
        QT_TRANSLATE_NOOP("SettingWords", "When it comes as a field is tapped."),
    ),
    "till.lead_minutes": (
        QT_TRANSLATE_NOOP("SettingWords", "Orders for later come forward"),
        QT_TRANSLATE_NOOP("SettingWords", "So long before their time; then their slips print."),
    ),
    # --- a newer Pult ---
    "updates.url": (
        QT_TRANSLATE_NOOP("SettingWords", "Newer versions are told at"),
        QT_TRANSLATE_NOOP("SettingWords", "The publisher's address. Empty: never looked for."),
    ),
    "updates.public_key": (
        QT_TRANSLATE_NOOP("SettingWords", "The publisher's key"),
        QT_TRANSLATE_NOOP("SettingWords", "What is not signed with it is refused."),
    ),
    "updates.open_from": (
        QT_TRANSLATE_NOOP("SettingWords", "Opening hours from"),
        QT_TRANSLATE_NOOP("SettingWords", "Nothing is installed while you are open."),
    ),
    "updates.open_until": (
        QT_TRANSLATE_NOOP("SettingWords", "Opening hours until"),
        QT_TRANSLATE_NOOP("SettingWords", "After them Pult looks for a newer version by itself."),
    ),
    # --- the alarm ---
    "alarm.volume": (
        QT_TRANSLATE_NOOP("SettingWords", "Volume"),
        QT_TRANSLATE_NOOP("SettingWords", "At 0 the window flashes instead."),
    ),
    "alarm.quiet_from": (
        QT_TRANSLATE_NOOP("SettingWords", "Quiet from"),
        QT_TRANSLATE_NOOP("SettingWords", "Such as 22:00; then it only flashes. Empty: never."),
    ),
    "alarm.quiet_until": (
        QT_TRANSLATE_NOOP("SettingWords", "Quiet until"),
        QT_TRANSLATE_NOOP("SettingWords", "Such as 06:30. Empty: never quiet."),
    ),
    "alarm.again_seconds": (
        QT_TRANSLATE_NOOP("SettingWords", "Rings in full after"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "While you are tapping, a new order only chimes until then."
        ),
    ),
    "alarm.full_screen": (
        QT_TRANSLATE_NOOP("SettingWords", "New orders cover the screen"),
        QT_TRANSLATE_NOOP("SettingWords", "While they ring; never over a dialog."),
    ),
    "alarm.buzzer": (
        QT_TRANSLATE_NOOP("SettingWords", "The printer's buzzer helps"),
        QT_TRANSLATE_NOOP("SettingWords", "Where this computer cannot be heard."),
    ),
    "alarm.call_out": (
        QT_TRANSLATE_NOOP("SettingWords", "Call out what is ready"),
        QT_TRANSLATE_NOOP("SettingWords", "A voice says the number of each order that is Ready."),
    ),
    # --- accepting by itself ---
    "*.auto_accept_up_to": (
        QT_TRANSLATE_NOOP("SettingWords", "By itself up to"),
        QT_TRANSLATE_NOOP("SettingWords", "The largest total, in this till's money; 0: any."),
    ),
    "*.auto_accept_from": (
        QT_TRANSLATE_NOOP("SettingWords", "By itself from"),
        QT_TRANSLATE_NOOP("SettingWords", "A time of day such as 11:00. Empty: always."),
    ),
    "*.auto_accept_until": (
        QT_TRANSLATE_NOOP("SettingWords", "By itself until"),
        QT_TRANSLATE_NOOP("SettingWords", "A time of day such as 22:00. Empty: always."),
    ),
}

RULE_CHOICES: Final[Mapping[str, str]] = {
    "till.keyboard=auto": QT_TRANSLATE_NOOP("SettingWords", "When needed"),
    "till.keyboard=always": QT_TRANSLATE_NOOP("SettingWords", "Always"),
    "till.keyboard=never": QT_TRANSLATE_NOOP("SettingWords", "Never"),
}
