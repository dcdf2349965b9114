"""What the keys of printers and scanners are called on the screen, and their choices.

As in `setting_labels.py`: to each key a label, and a sentence where the label does not say it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.ui.wording.marked import QT_TRANSLATE_NOOP

DEVICE_LABELS: Final[Mapping[str, tuple[str, str]]] = {
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
}

DEVICE_CHOICES: Final[Mapping[str, str]] = {
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
    "scanners.frame=8N1": QT_TRANSLATE_NOOP("SettingWords", "8 bits, no parity (8N1)"),
    "scanners.frame=8E1": QT_TRANSLATE_NOOP("SettingWords", "8 bits, even parity (8E1)"),
    "scanners.frame=8O1": QT_TRANSLATE_NOOP("SettingWords", "8 bits, odd parity (8O1)"),
    "scanners.frame=7E1": QT_TRANSLATE_NOOP("SettingWords", "7 bits, even parity (7E1)"),
    "scanners.frame=7O1": QT_TRANSLATE_NOOP("SettingWords", "7 bits, odd parity (7O1)"),
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
}
