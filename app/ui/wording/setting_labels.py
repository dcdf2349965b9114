"""What the keys of the settings file are called on the screen, for people who never saw the file.

A key by its full name without numbers (`printers.host`), or `*.name` for every table that has it.
To each a label, and one sentence of what it does where the label does not say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    # --- printers ---
    "printers.name": (QT_TRANSLATE_NOOP("SettingWords", "Name"), ""),
    "printers.kind": (QT_TRANSLATE_NOOP("SettingWords", "Connection"), ""),
    "printers.host": (
        QT_TRANSLATE_NOOP("SettingWords", "Address"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "Stands on the printer's own test page, such as 192.168.1.50."
        ),
    ),
    "printers.port": (
        QT_TRANSLATE_NOOP("SettingWords", "Port"),
        QT_TRANSLATE_NOOP("SettingWords", "Nearly all printers listen at 9100."),
    ),
    "printers.device": (
        QT_TRANSLATE_NOOP("SettingWords", "Where it is"),
        QT_TRANSLATE_NOOP(
            "SettingWords",
            "COM3, /dev/ttyUSB0 or /dev/usb/lp0, or the queue's name. Leave it empty for USB.",
        ),
    ),
    "printers.baudrate": (QT_TRANSLATE_NOOP("SettingWords", "Line speed"), ""),
    "printers.profile": (
        QT_TRANSLATE_NOOP("SettingWords", "Model"),
        QT_TRANSLATE_NOOP("SettingWords", "Leave it if you do not know the model."),
    ),
    "printers.codepage": (
        QT_TRANSLATE_NOOP("SettingWords", "Code page"),
        QT_TRANSLATE_NOOP("SettingWords", "Empty is best: Pult finds it, or the proof sheet does."),
    ),
    "printers.width": (
        QT_TRANSLATE_NOOP("SettingWords", "Letters a line"),
        QT_TRANSLATE_NOOP("SettingWords", "The ruler shows how many this printer takes."),
    ),
    "printers.answers": (
        QT_TRANSLATE_NOOP("SettingWords", "It answers questions"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "A printer that never answers cannot say that paper is out."
        ),
    ),
    "printers.print_as": (
        QT_TRANSLATE_NOOP("SettingWords", "Prints as"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "A picture is slower; it helps where letters come out wrong."
        ),
    ),
    "printers.buzzer": (
        QT_TRANSLATE_NOOP("SettingWords", "Buzzer"),
        QT_TRANSLATE_NOOP("SettingWords", "Whether it sounds with each slip."),
    ),
    "printers.drawer": (QT_TRANSLATE_NOOP("SettingWords", "Opens the drawer"), ""),
    "printers.prints": (QT_TRANSLATE_NOOP("SettingWords", "Prints"), ""),
    "printers.vendors": (
        QT_TRANSLATE_NOOP("SettingWords", "Only slips of"),
        QT_TRANSLATE_NOOP("SettingWords", "None ticked: slips of all that no other printer takes."),
    ),
    "printers.stations": (
        QT_TRANSLATE_NOOP("SettingWords", "Stations"),
        QT_TRANSLATE_NOOP("SettingWords", "As the catalogue names them, for station slips."),
    ),
    "printers.fallback": (
        QT_TRANSLATE_NOOP("SettingWords", "If it is down"),
        QT_TRANSLATE_NOOP("SettingWords", "The printer that takes over its slips."),
    ),
    "printers.fallback_seconds": (QT_TRANSLATE_NOOP("SettingWords", "Takes over after"), ""),
    "printers.connect_seconds": (QT_TRANSLATE_NOOP("SettingWords", "Wait for a connection"), ""),
    "printers.answer_seconds": (QT_TRANSLATE_NOOP("SettingWords", "Wait for an answer"), ""),
    "printers.write_seconds": (QT_TRANSLATE_NOOP("SettingWords", "Wait for a whole slip"), ""),
    # --- scanners ---
    "scanners.name": (QT_TRANSLATE_NOOP("SettingWords", "Name"), ""),
    "scanners.kind": (QT_TRANSLATE_NOOP("SettingWords", "Connection"), ""),
    "scanners.port": (
        QT_TRANSLATE_NOOP("SettingWords", "Where it is"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "A port such as COM3 or /dev/ttyACM0, or socket://address:port."
        ),
    ),
    "scanners.baudrate": (QT_TRANSLATE_NOOP("SettingWords", "Line speed"), ""),
    "scanners.frame": (
        QT_TRANSLATE_NOOP("SettingWords", "Bits of a letter"),
        QT_TRANSLATE_NOOP(
            "SettingWords", "As in the scanner's manual; nearly all have 8 bits without parity."
        ),
    ),
    "scanners.terminator": (
        QT_TRANSLATE_NOOP("SettingWords", "A code ends with"),
        QT_TRANSLATE_NOOP("SettingWords", "Leave it at any, unless codes are cut or run together."),
    ),
    "scanners.source": (
        QT_TRANSLATE_NOOP("SettingWords", "Camera"),
        QT_TRANSLATE_NOOP("SettingWords", "0 is the first camera, 1 the second; or an address."),
    ),
    "scanners.prefix": (
        QT_TRANSLATE_NOOP("SettingWords", "Sent before a code"),
        QT_TRANSLATE_NOOP("SettingWords", "Only if the scanner was set to send one."),
    ),
    "scanners.layout": (QT_TRANSLATE_NOOP("SettingWords", "Keyboard layout"), ""),
    **RULE_LABELS,
    **SYSTEM_LABELS,
}

CHOICES: Final[Mapping[str, str]] = {
    "scanners.frame=8N1": QT_TRANSLATE_NOOP("SettingWords", "8 bits, no parity (8N1)"),
    "scanners.frame=8E1": QT_TRANSLATE_NOOP("SettingWords", "8 bits, even parity (8E1)"),
    "scanners.frame=8O1": QT_TRANSLATE_NOOP("SettingWords", "8 bits, odd parity (8O1)"),
    "scanners.frame=7E1": QT_TRANSLATE_NOOP("SettingWords", "7 bits, even parity (7E1)"),
    "scanners.frame=7O1": QT_TRANSLATE_NOOP("SettingWords", "7 bits, odd parity (7O1)"),
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
    "kind=network": QT_TRANSLATE_NOOP("SettingWords", "Network"),
    "kind=serial": QT_TRANSLATE_NOOP("SettingWords", "Serial port"),
    "kind=usb": QT_TRANSLATE_NOOP("SettingWords", "USB"),
    "kind=device": QT_TRANSLATE_NOOP("SettingWords", "Device file"),
    "kind=spooler": QT_TRANSLATE_NOOP("SettingWords", "System queue"),
    "kind=epos": QT_TRANSLATE_NOOP("SettingWords", "Network, ePOS"),
    "kind=virtual": QT_TRANSLATE_NOOP("SettingWords", "Simulated, on this screen"),
    "kind=keyboard": QT_TRANSLATE_NOOP("SettingWords", "Types like a keyboard"),
    "kind=camera": QT_TRANSLATE_NOOP("SettingWords", "Camera"),
    "printers.answers=auto": QT_TRANSLATE_NOOP("SettingWords", "Find out"),
    "printers.answers=yes": QT_TRANSLATE_NOOP("SettingWords", "Yes"),
    "printers.answers=no": QT_TRANSLATE_NOOP("SettingWords", "No"),
    "printers.print_as=text": QT_TRANSLATE_NOOP("SettingWords", "Letters"),
    "printers.print_as=picture": QT_TRANSLATE_NOOP("SettingWords", "A picture"),
    "printers.drawer=no": QT_TRANSLATE_NOOP("SettingWords", "Never"),
    "printers.drawer=cash": QT_TRANSLATE_NOOP("SettingWords", "When cash is taken"),
    "printers.drawer=slip": QT_TRANSLATE_NOOP("SettingWords", "At each slip"),
    "printers.prints=slip": QT_TRANSLATE_NOOP("SettingWords", "Slips"),
    "printers.prints=station": QT_TRANSLATE_NOOP("SettingWords", "Station slips"),
    "scanners.terminator=auto": QT_TRANSLATE_NOOP("SettingWords", "Any"),
    "scanners.terminator=cr": QT_TRANSLATE_NOOP("SettingWords", "Enter (CR)"),
    "scanners.terminator=lf": QT_TRANSLATE_NOOP("SettingWords", "Line feed (LF)"),
    "scanners.terminator=crlf": QT_TRANSLATE_NOOP("SettingWords", "CR and LF"),
    "scanners.terminator=tab": QT_TRANSLATE_NOOP("SettingWords", "Tab"),
    "scanners.terminator=pause": QT_TRANSLATE_NOOP("SettingWords", "A pause"),
    "scanners.layout=auto": QT_TRANSLATE_NOOP("SettingWords", "Find out"),
    "scanners.layout=us": QT_TRANSLATE_NOOP("SettingWords", "English (US)"),
    "scanners.layout=hu": QT_TRANSLATE_NOOP("SettingWords", "Hungarian"),
    "scanners.layout=de": QT_TRANSLATE_NOOP("SettingWords", "German"),
    "scanners.layout=es": QT_TRANSLATE_NOOP("SettingWords", "Spanish"),
    "scanners.layout=fr": QT_TRANSLATE_NOOP("SettingWords", "French"),
    "send_on=accepted": QT_TRANSLATE_NOOP("SettingWords", "Once accepted"),
    "send_on=paid": QT_TRANSLATE_NOOP("SettingWords", "Once paid"),
    **RULE_CHOICES,
    **SYSTEM_CHOICES,
}
