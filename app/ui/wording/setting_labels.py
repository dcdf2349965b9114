"""What the keys of the settings file are called on the screen, for people who never saw the file.

A key by its full name without numbers (`printers.host`), or `*.name` for every table that has it.
To each a label, and one sentence of what it does where the label does not say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.ui.wording.device_labels import DEVICE_CHOICES, DEVICE_LABELS
from app.ui.wording.marked import QT_TRANSLATE_NOOP
from app.ui.wording.rule_labels import RULE_CHOICES, RULE_LABELS
from app.ui.wording.system_labels import SYSTEM_CHOICES, SYSTEM_LABELS

UNITS: Final[Mapping[str, str]] = {
    "_seconds": QT_TRANSLATE_NOOP("SettingWords", "s"),
    "_minutes": QT_TRANSLATE_NOOP("SettingWords", "min"),
    "_ms": QT_TRANSLATE_NOOP("SettingWords", "ms"),
    "text_scale": "%",
    "volume": "%",
}

LABELS: Final[Mapping[str, tuple[str, str]]] = {
    # --- the till ---
    "till.id": (
        QT_TRANSLATE_NOOP("SettingWords", "Till id"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "Tells this till from the shop's others. Never give two the same."
        ),
    ),
    "till.name": (
        QT_TRANSLATE_NOOP("SettingWords", "Name of this till"),
        QT_TRANSLATE_NOOP("SettingWords", "Stands at the top of the screen and on slips."),
    ),
    "till.language": (
        QT_TRANSLATE_NOOP("SettingWords", "Language"),
        QT_TRANSLATE_NOOP("SettingWords", "Of the screen."),
    ),
    "slip.language": (
        QT_TRANSLATE_NOOP("SettingWords", "Language of slips"),
        QT_TRANSLATE_NOOP("SettingWords", "What customers read may differ from the screen."),
    ),
    "till.timezone": (
        QT_TRANSLATE_NOOP("SettingWords", "Time zone"),
        QT_TRANSLATE_NOOP("SettingWords", "All times shown are in it."),
    ),
    "till.mode": (
        QT_TRANSLATE_NOOP("SettingWords", "Window"),
        QT_TRANSLATE_NOOP("SettingWords", "The whole screen leaves no way to other programs."),
    ),
    "till.currency": (
        QT_TRANSLATE_NOOP("SettingWords", "Currency"),
        QT_TRANSLATE_NOOP("SettingWords", "The three letters of the shop's money, such as EUR."),
    ),
    "till.data_dir": (
        QT_TRANSLATE_NOOP("SettingWords", "Data folder"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "Where orders and logs are kept. Empty: the usual folder."
        ),
    ),
    "till.after_move": (
        QT_TRANSLATE_NOOP("SettingWords", "After a move"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "What is open once an order was accepted, ready or collected."
        ),
    ),
    "till.undo_seconds": (
        QT_TRANSLATE_NOOP("SettingWords", "Time to undo"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "For Reject, Ready, Collected and Left. With 0 all is sent at once."
        ),
    ),
    "till.on_the_way_minutes": (
        QT_TRANSLATE_NOOP("SettingWords", "On the way ends after"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "Then the order counts as collected. With 0 only by a tap."
        ),
    ),
    "till.print_on": (
        QT_TRANSLATE_NOOP("SettingWords", "Slips print"),
        QT_TRANSLATE_NOOP("SettingWords", "At the tap is quicker; the vendor may still say no."),
    ),
    "till.hold_off_ms": (
        QT_TRANSLATE_NOOP("SettingWords", "Same code again"),
        QT_TRANSLATE_NOOP("SettingWords", "A code read again within this time is one scan."),
    ),
    "till.number_prefix": (
        QT_TRANSLATE_NOOP("SettingWords", "Before our numbers"),
        QT_TRANSLATE_NOOP("SettingWords", "Such as W- for W-12. Empty for plain numbers."),
    ),
    "till.walkin": (
        QT_TRANSLATE_NOOP("SettingWords", "Walk-in orders"),
        QT_TRANSLATE_NOOP("SettingWords", "Whether orders can be keyed in here."),
    ),
    "till.day_starts": (
        QT_TRANSLATE_NOOP("SettingWords", "The day begins at"),
        QT_TRANSLATE_NOOP("SettingWords", "Our own numbers begin anew then."),
    ),
    "till.theme": (QT_TRANSLATE_NOOP("SettingWords", "Colours"), ""),
    "till.accent": (
        QT_TRANSLATE_NOOP("SettingWords", "Main colour"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "Of the next step and of what is chosen, as #RRGGBB. Empty: ours, blue."
        ),
    ),
    "till.text_scale": (
        QT_TRANSLATE_NOOP("SettingWords", "Text size"),
        QT_TRANSLATE_NOOP("SettingWords", "100 % is the usual size, 200 % twice as large."),
    ),
    "till.dots_per_inch": (
        QT_TRANSLATE_NOOP("SettingWords", "Dots per inch"),
        QT_TRANSLATE_NOOP("SettingWords", "Only if all is too small or large; 0 asks the screen."),
    ),
    "till.motion": (
        QT_TRANSLATE_NOOP("SettingWords", "Movement"),
        QT_TRANSLATE_NOOP("SettingWords", "Whether anything on the screen moves by itself."),
    ),
    "staff.tell_vendors": (
        QT_TRANSLATE_NOOP("SettingWords", "Tell names to vendors"),
        QT_TRANSLATE_NOOP("SettingWords", "Who accepted an order, where the vendor takes it."),
    ),
    "staff.pin_for": (QT_TRANSLATE_NOOP("SettingWords", "PIN for"), ""),
    "till.personal_days": (
        QT_TRANSLATE_NOOP("SettingWords", "Erase customers' data after days"),
        QT_TRANSLATE_NOOP("SettingWords", "0 keeps it for good. Amounts and times always stay."),
    ),
    "till.new_minutes": (QT_TRANSLATE_NOOP("SettingWords", "New is late after"), ""),
    "till.preparing_minutes": (QT_TRANSLATE_NOOP("SettingWords", "Preparing is late after"), ""),
    "till.ready_minutes": (QT_TRANSLATE_NOOP("SettingWords", "Ready is late after"), ""),
    # --- the customer display ---
    "display.enabled": (QT_TRANSLATE_NOOP("SettingWords", "Second screen shows the numbers"), ""),
    "display.screen": (
        QT_TRANSLATE_NOOP("SettingWords", "Which screen"),
        QT_TRANSLATE_NOOP("SettingWords", "Its name in the system. Empty: the one Pult is not on."),
    ),
    "display.name": (
        QT_TRANSLATE_NOOP("SettingWords", "Name of the shop"),
        QT_TRANSLATE_NOOP("SettingWords", "Empty: the till's name."),
    ),
    "display.languages": (
        QT_TRANSLATE_NOOP("SettingWords", "Languages"),
        QT_TRANSLATE_NOOP("SettingWords", "One or two; the first ticked is the larger one."),
    ),
    "display.logo": (
        QT_TRANSLATE_NOOP("SettingWords", "Logo"),
        QT_TRANSLATE_NOOP("SettingWords", "The file of a picture, PNG or JPEG."),
    ),
    "display.ground": (
        QT_TRANSLATE_NOOP("SettingWords", "Colour of the ground"),
        QT_TRANSLATE_NOOP("SettingWords", "Written as #RRGGBB. Empty: ours, dark."),
    ),
    "display.ready": (
        QT_TRANSLATE_NOOP("SettingWords", "Colour of Ready"),
        QT_TRANSLATE_NOOP("SettingWords", "As #RRGGBB. Empty: ours, green."),
    ),
    "display.show_preparing": (QT_TRANSLATE_NOOP("SettingWords", "Show Preparing too"), ""),
    "display.ready_minutes": (
        QT_TRANSLATE_NOOP("SettingWords", "Numbers go after"),
        QT_TRANSLATE_NOOP("SettingWords", "If nobody collects the order; else at once."),
    ),
    "display.sound": (QT_TRANSLATE_NOOP("SettingWords", "Sound for a new number"), ""),
    "display.vendors": (
        QT_TRANSLATE_NOOP("SettingWords", "Only numbers of"),
        QT_TRANSLATE_NOOP("SettingWords", "None ticked: of all."),
    ),
    # --- all vendors ---
    "*.enabled": (QT_TRANSLATE_NOOP("SettingWords", "In use"), ""),
    "*.base_url": (
        QT_TRANSLATE_NOOP("SettingWords", "Address"),
        QT_TRANSLATE_NOOP("SettingWords", "Where its service is reached; begins with https://"),
    ),
    "*.api_key": (
        QT_TRANSLATE_NOOP("SettingWords", "Key"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "From the vendor, for this shop. It is never shown again."
        ),
    ),
    "*.username": (QT_TRANSLATE_NOOP("SettingWords", "User name"), ""),
    "*.password": (QT_TRANSLATE_NOOP("SettingWords", "Password"), ""),
    "*.token": (
        QT_TRANSLATE_NOOP("SettingWords", "Token"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "From the vendor, for this shop. It is never shown again."
        ),
    ),
    "*.client_id": (
        QT_TRANSLATE_NOOP("SettingWords", "Client id"),
        QT_TRANSLATE_NOOP("SettingWords", "Only where you were given id and secret, not a token."),
    ),
    "*.client_secret": (QT_TRANSLATE_NOOP("SettingWords", "Client secret"), ""),
    "*.webhook_secret": (
        QT_TRANSLATE_NOOP("SettingWords", "Secret of its calls"),
        QT_TRANSLATE_NOOP("SettingWords", "Proves that a call comes from the vendor."),
    ),
    "*.organization_id": (
        QT_TRANSLATE_NOOP("SettingWords", "Organization id"),
        QT_TRANSLATE_NOOP("SettingWords", "By which the vendor knows your company."),
    ),
    "*.location_id": (
        QT_TRANSLATE_NOOP("SettingWords", "Location id"),
        QT_TRANSLATE_NOOP("SettingWords", "By which the vendor knows this shop."),
    ),
    "*.terminal_id": (QT_TRANSLATE_NOOP("SettingWords", "Terminal id"), ""),
    "*.auto_accept": (
        QT_TRANSLATE_NOOP("SettingWords", "Accept by itself"),
        QT_TRANSLATE_NOOP("SettingWords", "New orders are accepted without a tap."),
    ),
    "*.refresh_seconds": (
        QT_TRANSLATE_NOOP("SettingWords", "Ask again every"),
        QT_TRANSLATE_NOOP("SettingWords", "How often its open orders are read again."),
    ),
    "*.poll_seconds": (
        QT_TRANSLATE_NOOP("SettingWords", "Ask again every"),
        QT_TRANSLATE_NOOP("SettingWords", "How often its open orders are read again."),
    ),
    **DEVICE_LABELS,
    **RULE_LABELS,
    **SYSTEM_LABELS,
}

CHOICES: Final[Mapping[str, str]] = {
    "slip.language=till": QT_TRANSLATE_NOOP("SettingWords", "As the screen"),
    "till.mode=window": QT_TRANSLATE_NOOP("SettingWords", "A window"),
    "till.mode=kiosk": QT_TRANSLATE_NOOP("SettingWords", "The whole screen"),
    "till.after_move=stay": QT_TRANSLATE_NOOP("SettingWords", "Stay on the order"),
    "till.after_move=next": QT_TRANSLATE_NOOP("SettingWords", "Open the next oldest"),
    "till.print_on=confirmed": QT_TRANSLATE_NOOP("SettingWords", "When the vendor said yes"),
    "till.print_on=accepted": QT_TRANSLATE_NOOP("SettingWords", "At the tap"),
    "till.motion=system": QT_TRANSLATE_NOOP("SettingWords", "As the computer has it"),
    "till.motion=full": QT_TRANSLATE_NOOP("SettingWords", "Full"),
    "till.motion=reduced": QT_TRANSLATE_NOOP("SettingWords", "Reduced"),
    "till.theme=system": QT_TRANSLATE_NOOP("SettingWords", "As the system"),
    "till.theme=light": QT_TRANSLATE_NOOP("SettingWords", "Light"),
    "till.theme=dark": QT_TRANSLATE_NOOP("SettingWords", "Dark"),
    "send_on=accepted": QT_TRANSLATE_NOOP("SettingWords", "Once accepted"),
    "send_on=paid": QT_TRANSLATE_NOOP("SettingWords", "Once paid"),
    **DEVICE_CHOICES,
    **RULE_CHOICES,
    **SYSTEM_CHOICES,
}
