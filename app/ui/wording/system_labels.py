"""What the keys of store, calls, slip and single vendors are called on the screen, and the tables.

As in `setting_labels.py`: to each key a label, and a sentence where the label does not say it all.
A vendor's keys go by their name alone (`*.token_url`): no vendor is named here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.ui.wording.marked import QT_TRANSLATE_NOOP

TABLES: Final[Mapping[str, str]] = {
    "till": QT_TRANSLATE_NOOP("SettingWords", "Till"),
    "store": QT_TRANSLATE_NOOP("SettingWords", "Where orders are kept"),
    "callbacks": QT_TRANSLATE_NOOP("SettingWords", "Calls from vendors"),
    "slip": QT_TRANSLATE_NOOP("SettingWords", "Slip"),
    "alarm": QT_TRANSLATE_NOOP("SettingWords", "Sounds"),
    "display": QT_TRANSLATE_NOOP("SettingWords", "Customer display"),
    "staff": QT_TRANSLATE_NOOP("SettingWords", "Staff"),
    "updates": QT_TRANSLATE_NOOP("SettingWords", "Newer versions"),
    "vendors": QT_TRANSLATE_NOOP("SettingWords", "Vendor {name}"),
    "printers": QT_TRANSLATE_NOOP("SettingWords", "Printer “{name}”"),
    "scanners": QT_TRANSLATE_NOOP("SettingWords", "Scanner “{name}”"),
}

SYSTEM_LABELS: Final[Mapping[str, tuple[str, str]]] = {
    # --- the store ---
    "store.url": (
        QT_TRANSLATE_NOOP("SettingWords", "Shared store"),
        QT_TRANSLATE_NOOP(
            "SettingWords",
            "Empty: this till's own file. A PostgreSQL address gives all tills one board.",
        ),
    ),
    # --- calls from vendors ---
    "callbacks.host": (
        QT_TRANSLATE_NOOP("SettingWords", "Listens at"),
        QT_TRANSLATE_NOOP("SettingWords", "This computer's address; 0.0.0.0 is every one it has."),
    ),
    "callbacks.port": (
        QT_TRANSLATE_NOOP("SettingWords", "Port of the calls"),
        QT_TRANSLATE_NOOP("SettingWords", "No other program of this computer may use it."),
    ),
    "callbacks.path": (
        QT_TRANSLATE_NOOP("SettingWords", "Path of the calls"),
        QT_TRANSLATE_NOOP("SettingWords", "The end of the address that the vendor was given."),
    ),
    "callbacks.token": (
        QT_TRANSLATE_NOOP("SettingWords", "Secret end of the path"),
        QT_TRANSLATE_NOOP("SettingWords", "Only calls whose address ends with it are taken."),
    ),
    "callbacks.public_url": (
        QT_TRANSLATE_NOOP("SettingWords", "Address from outside"),
        QT_TRANSLATE_NOOP(
            "SettingWords",
            "The address the vendor was given. Pult tries it to see that calls come.",
        ),
    ),
    "callbacks.max_waiting": (
        QT_TRANSLATE_NOOP("SettingWords", "Calls that may wait"),
        QT_TRANSLATE_NOOP("SettingWords", "Beyond it vendors are asked to call again later."),
    ),
    # --- the slip ---
    "slip.logo": (
        QT_TRANSLATE_NOOP("SettingWords", "Logo"),
        QT_TRANSLATE_NOOP("SettingWords", "Stands at the top of slips; a PNG or JPEG."),
    ),
    "slip.top": (
        QT_TRANSLATE_NOOP("SettingWords", "Lines above the number"),
        QT_TRANSLATE_NOOP("SettingWords", "Of the shop's own, such as its address."),
    ),
    "slip.bottom": (
        QT_TRANSLATE_NOOP("SettingWords", "Lines at the end"),
        QT_TRANSLATE_NOOP("SettingWords", "Of the shop's own, such as thanks or the wifi."),
    ),
    "slip.prices": (QT_TRANSLATE_NOOP("SettingWords", "Prices on slips"), ""),
    "slip.customer": (QT_TRANSLATE_NOOP("SettingWords", "Customer's name on slips"), ""),
    "slip.code": (
        QT_TRANSLATE_NOOP("SettingWords", "QR code on slips"),
        QT_TRANSLATE_NOOP("SettingWords", "Scanned, it opens the order or hands it over."),
    ),
    # --- single vendors ---
    "*.terminal_code": (
        QT_TRANSLATE_NOOP("SettingWords", "Terminal code"),
        QT_TRANSLATE_NOOP("SettingWords", "Sent with each payment; may stay empty."),
    ),
    "*.session_cookie": (
        QT_TRANSLATE_NOOP("SettingWords", "Session cookie"),
        QT_TRANSLATE_NOOP("SettingWords", "As name=value. Needed only to get order numbers here."),
    ),
    "*.number_pattern": (
        QT_TRANSLATE_NOOP("SettingWords", "Pattern of its numbers"),
        QT_TRANSLATE_NOOP("SettingWords", "A scan that fits is taken for its order number."),
    ),
    "*.card_pattern": (
        QT_TRANSLATE_NOOP("SettingWords", "Pattern of its cards"),
        QT_TRANSLATE_NOOP("SettingWords", "A scan that fits is taken for a loyalty card."),
    ),
    "*.follow_status": (
        QT_TRANSLATE_NOOP("SettingWords", "Tell what comes after"),
        QT_TRANSLATE_NOOP("SettingWords", "Also what becomes of the order once points are booked."),
    ),
    "*.token_url": (
        QT_TRANSLATE_NOOP("SettingWords", "Address for tokens"),
        QT_TRANSLATE_NOOP("SettingWords", "Where client id and secret are exchanged for a token."),
    ),
    "*.auto_complete": (
        QT_TRANSLATE_NOOP("SettingWords", "Accept ends the order there"),
        QT_TRANSLATE_NOOP("SettingWords", "The vendor then hears of nothing that follows."),
    ),
    "*.api_key_header": (
        QT_TRANSLATE_NOOP("SettingWords", "Header of the key"),
        QT_TRANSLATE_NOOP("SettingWords", "Leave it unless the vendor says otherwise."),
    ),
    "*.create_path": (
        QT_TRANSLATE_NOOP("SettingWords", "Path for new orders"),
        QT_TRANSLATE_NOOP("SettingWords", "Leave it unless the vendor says otherwise."),
    ),
    "*.ready_path": (
        QT_TRANSLATE_NOOP("SettingWords", "Path for ready orders"),
        QT_TRANSLATE_NOOP("SettingWords", "Leave it unless the vendor says otherwise."),
    ),
    "*.status_path": (
        QT_TRANSLATE_NOOP("SettingWords", "Path for an order's status"),
        QT_TRANSLATE_NOOP("SettingWords", "Leave it unless the vendor says otherwise."),
    ),
    "*.status_accepted": (
        QT_TRANSLATE_NOOP("SettingWords", "Its word for Preparing"),
        QT_TRANSLATE_NOOP("SettingWords", "As the register spells it."),
    ),
    "*.status_ready": (
        QT_TRANSLATE_NOOP("SettingWords", "Its word for Ready"),
        QT_TRANSLATE_NOOP("SettingWords", "As the register spells it."),
    ),
    "*.status_completed": (
        QT_TRANSLATE_NOOP("SettingWords", "Its word for Collected"),
        QT_TRANSLATE_NOOP("SettingWords", "As the register spells it."),
    ),
    "*.status_cancelled": (
        QT_TRANSLATE_NOOP("SettingWords", "Its word for cancelled"),
        QT_TRANSLATE_NOOP("SettingWords", "Also for orders that were left behind."),
    ),
    "*.send_from": (
        QT_TRANSLATE_NOOP("SettingWords", "Sends on orders of"),
        QT_TRANSLATE_NOOP("SettingWords", "Their orders are entered into the register."),
    ),
    "*.send_on": (QT_TRANSLATE_NOOP("SettingWords", "Sends them on"), ""),
    "*.intermediary": (
        QT_TRANSLATE_NOOP("SettingWords", "Name at the register"),
        QT_TRANSLATE_NOOP("SettingWords", "Under it the register shows where orders come from."),
    ),
    "*.delivery_article": (
        QT_TRANSLATE_NOOP("SettingWords", "Article for delivery"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "Without it, orders with a delivery fee do not reach the register."
        ),
    ),
}

SYSTEM_CHOICES: Final[Mapping[str, str]] = {
    "staff.pin_for=settings": QT_TRANSLATE_NOOP("SettingWords", "Settings"),
    "staff.pin_for=money_returned": QT_TRANSLATE_NOOP("SettingWords", "Money returned"),
    "staff.pin_for=hand_over_unpaid": QT_TRANSLATE_NOOP("SettingWords", "Hand over unpaid"),
    "staff.pin_for=closing": QT_TRANSLATE_NOOP("SettingWords", "Closing"),
}
