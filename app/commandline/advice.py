"""What `pult check` says to do about each finding that is not green: one plain sentence each."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Final

from app.devices.rights import NO_RIGHTS
from app.domain.printing import PrinterWord
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeCause, ProbeResult, ProbeWord

VENDORS: Final[Mapping[ProbeWord, str]] = {
    ProbeWord.LOGIN_FAILED: "Copy the key or password from the vendor again: Settings, Vendors, or "
    "pult secret set.",
    ProbeWord.NOT_LET_IN: "Compare the key and any ids with what the vendor gave you: one may be "
    "another shop's.",
    ProbeWord.KEY_UNREAD: "Unlock this computer's keyring (log in with the password), or keep the "
    "key again: pult secret set.",
    ProbeWord.OFFLINE: "Check this computer's internet and the address; if both are well, the "
    "vendor is down: take its new orders on the vendor's own device.",
    ProbeWord.ODD_ANSWER: "Check the address: something answers there that is not this vendor, "
    "such as the sign-in page of a guest network.",
    ProbeWord.NOT_REACHED: "Check callbacks.public_url, and that the router passes it on to this "
    "computer; until then new orders come only by asking.",
}
CAUSES: Final[Mapping[ProbeCause, str]] = {
    ProbeCause.NO_SUCH_NAME: "Look for a mistyped letter in the address, then whether this "
    "computer has internet.",
    ProbeCause.NOBODY_LISTENS: "Compare the address with the one the vendor gave you; if it is "
    "right, the vendor is down: take its new orders on its own device.",
    ProbeCause.NOT_TRUSTED: "Set this computer's date and time right, then look at the address; "
    "nothing was sent.",
    ProbeCause.NO_HTTPS: "Compare the address with the one the vendor gave you: no https is there.",
    ProbeCause.TOO_LATE: "Look whether this computer has internet; else wait: the vendor is slow.",
    ProbeCause.BUSY: "The vendor has trouble of its own: check again in some minutes, and take its "
    "new orders on its own device.",
    ProbeCause.NOT_FOUND: "Compare the address and the ids with what the vendor gave you.",
    ProbeCause.CALLS_UNTESTED: "New orders come by the vendor's calls alone: enter "
    "callbacks.public_url, the address it calls.",
}
"""Where the cause says more than the word of the lamp."""
PRINTERS: Final[Mapping[PrinterWord, str]] = {
    PrinterWord.UNKNOWN: "Print a test slip: pult print-test --printer NAME.",
    PrinterWord.PAPER_LOW: "Have a new roll at hand; slips still print.",
    PrinterWord.PAPER_OUT: "Put in a new roll and close the cover; waiting slips then print.",
    PrinterWord.COVER_OPEN: "Close the cover; waiting slips then print.",
    PrinterWord.CUTTER_ERROR: "Switch the printer off, free the cutter, switch it on again.",
    PrinterWord.OFFLINE: "Press Feed or Online on the printer, or switch it off and on.",
    PrinterWord.NOT_ANSWERING: "Switch the printer off and on; if it can never answer, set its "
    'answers = "no".',
    PrinterWord.NOT_REACHABLE: "Check its power, cable and address; its own test page names it.",
    PrinterWord.OTHER_DEVICE: "Plug the former printer in, or press Use this device in Settings, "
    "Printers.",
}
SCANNERS: Final[Mapping[ScannerWord, str]] = {
    ScannerWord.NOT_FOUND: "Plug it in and switch it on; if it is, check where the settings look.",
    ScannerWord.IN_USE: "A running Pult or another program has it; close that, or ignore this.",
    ScannerWord.NO_RIGHTS: "Let this user have it: on Linux the group named above, then log in "
    "anew.",
    ScannerWord.SWITCHED_OFF: "Switch it on in Settings, Scanners.",
    ScannerWord.OTHER_DEVICE: "Plug the former scanner in, or press Use this device in Settings, "
    "Scanners.",
    ScannerWord.DARK: "Take the cap off the camera or make light.",
    ScannerWord.FROZEN: "Unplug the camera and plug it in again.",
    ScannerWord.OTHER_WINDOW: "Bring Pult's window to the front.",
}
STORE_BUSY: Final = "Check the disk and the rights to the data folder; orders are as they were."
STORE_UNFIT: Final = (
    "Leave the file as it is. Start the Pult that wrote it, or take the last backup."
)
NO_VENDOR: Final = "Switch one on in Settings, Vendors."
NO_PRINTER: Final = "Add one in Settings, Printers."
NO_FOLDER: Final = "Choose another till.data_dir, or move that file away."
DATA_FOLDER: Final = "Choose a till.data_dir on a disk of this computer that can be written."
NETWORK_DRIVE: Final = (
    "Choose a till.data_dir on this computer's own disk: what a network drive says is kept may not "
    "be, and two tills could write one file. Copies go there with pult backup."
)
DISK_FULL: Final = (
    "Make room: old copies (pult.sqlite3.before-…), slips/ and logs/ in the data folder, the "
    "system's own with sudo apt clean."
)
ANOTHER_USER: Final = "Close it there, or give this user a till.data_dir of its own."
CLOCK: Final = (
    "sudo timedatectl set-ntp true"
    if sys.platform != "win32"
    else "Settings, Time & language, Date & time: Set time automatically, Sync now."
)
TIMEZONE: Final = (
    "sudo timedatectl set-timezone {timezone}, or correct till.timezone: screen and slips go by it."
    if sys.platform != "win32"
    else "Settings, Time & language, Date & time, or correct till.timezone: screen and slips go "
    "by it."
)
NOT_UTF8: Final = "sudo update-locale LANG=C.UTF-8, then log out and in again"
FONTS: Final = "Add the language of these letters in the system's settings; its fonts come along."
PRINTS_STATION: Final = 'Set prints = ["station"] (with "slip" for both), or take stations out.'
PRINTS_SLIP: Final = 'Set prints = ["slip", "station"], or take vendors out.'
STATION: Final = "Write it as the catalogue does, or give the products that station there."
STATION_MEANT: Final = (
    'Did you mean "{near}"? Correct it in Settings, Printers, or in the catalogue.'
)
LIBRARY: Final = "Do first what stands at libraries."
PORT_OF_PULT: Final = "Close that Pult, or give this till another callbacks.port."
PORT_TAKEN: Final = "If Pult runs, this is well. If not, choose another callbacks.port."
PORT_OF_OTHER: Final = "End that program, or choose another callbacks.port."
NO_DISPLAY: Final = "Start Pult on the till's own desktop; the rest of this check holds."
NO_SOUND_SERVER: Final = (
    "sudo apt install pipewire-pulse wireplumber, then log out and in again; or, where this is not "
    "the till's own desktop, check there."
)
NO_SOUND_DEVICE: Final = "Plug a loudspeaker in, and choose it in the desktop's sound settings."
MUTED: Final = "Turn the loudspeaker up in the desktop's sound settings."
LOGO: Final = "Choose a PNG or JPEG in Settings."
SILENT: Final = "Unplug it and plug it in again, then check once more."
FAULT: Final = "This is a fault of Pult: send this line and the log to whoever looks after Pult."
NOT_LOADED: Final = "Install it again, or take it out; the other vendors work."


def for_vendor(result: ProbeResult) -> str:
    """Return what to do about a vendor, "" where all is well."""
    if result.word is ProbeWord.NOT_REACHED:
        return VENDORS[result.word]
    return CAUSES.get(result.cause) or VENDORS.get(result.word, "")


def told_apart(detail: str) -> tuple[str, str]:
    """Return what a device says of itself, and what to do where its own words name that.

    A device without rights, or a spooler that is not there, is told with the very command.
    """
    said, _, todo = detail.partition(": ")
    names_remedy = detail.startswith(NO_RIGHTS) or todo.startswith("sudo ")
    return (said, todo) if names_remedy and todo else (detail, "")
