"""The texts behind the lamps, by kind and word; {name}, {id} and {since} are filled in.

What happened, whether the order is safe, what to do now, in that order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain.lamp import NO_CONTACT, LampKind
from app.domain.printing import PrinterWord
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeWord
from app.ui.wording.marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Telling:
    """The untranslated texts of one standing; `head_since` is used when the time is known.

    Thread: any.
    """

    head: str
    safe: str
    todo: str
    do: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    head_since: str = ""


_SAFE = QT_TRANSLATE_NOOP("Lamps", "Orders on this board are safe.")
SLIPS_SAFE = QT_TRANSLATE_NOOP("Lamps", "Slips wait and come by themselves; orders go on.")
_TAPS = QT_TRANSLATE_NOOP("Lamps", "Orders are safe; open them by a tap instead.")
_NOTHING = QT_TRANSLATE_NOOP("Lamps", "There is nothing to do.")
_WORK_ON = QT_TRANSLATE_NOOP(
    "Lamps", "Go on with the orders you have; what you press is sent later, once."
)
_PREPARED = QT_TRANSLATE_NOOP("Lamps", "Read the number from the screen while there is no slip.")
_NOT_AGAIN = QT_TRANSLATE_NOOP("Lamps", "Do not take money a second time.")
_NOT_OFF = QT_TRANSLATE_NOOP("Lamps", "Do not switch the till off to help it along.")
_NOT_TWICE = QT_TRANSLATE_NOOP("Lamps", "Do not print what waits again: it comes by itself.")

_OFFLINE = Telling(
    head=QT_TRANSLATE_NOOP("Lamps", "{name} does not answer"),
    head_since=QT_TRANSLATE_NOOP("Lamps", "{name} has not answered since {since}"),
    safe=_SAFE,
    todo=QT_TRANSLATE_NOOP(
        "Lamps", "Look for new {name} orders at {name} itself until this message disappears."
    ),
    do=(
        _WORK_ON,
        QT_TRANSLATE_NOOP("Lamps", "Look for new orders on the {name} page or tablet."),
        QT_TRANSLATE_NOOP("Lamps", "Look whether the internet works on this till."),
    ),
    dont=(
        QT_TRANSLATE_NOOP("Lamps", "Do not accept the same order here and at {name}."),
        _NOT_AGAIN,
        _NOT_OFF,
    ),
)
AWAY: Final = Telling(
    head=_OFFLINE.head,
    head_since=_OFFLINE.head_since,
    safe=_SAFE,
    todo=QT_TRANSLATE_NOOP("Lamps", "Go on; what is for {name} is sent by itself, once."),
    do=(_WORK_ON, QT_TRANSLATE_NOOP("Lamps", "Look whether the internet works on this till.")),
    dont=(_NOT_AGAIN, _NOT_OFF),
)
"""A vendor that does not answer and from which no orders come by themselves."""
_NO_CONTACT = Telling(
    head=QT_TRANSLATE_NOOP("Lamps", "{name} has not been heard of for a while"),
    head_since=QT_TRANSLATE_NOOP("Lamps", "{name} was last heard of at {since}"),
    safe=_SAFE,
    todo=_OFFLINE.todo,
    do=(
        QT_TRANSLATE_NOOP("Lamps", "Press Test connection and wait for the answer."),
        *_OFFLINE.do,
    ),
    dont=_OFFLINE.dont,
)
_KEY_AGAIN = QT_TRANSLATE_NOOP(
    "Lamps",
    "Open Settings, Vendors and enter the key of {name} again. Then press Restart now.",
)
_IDS_TOO = QT_TRANSLATE_NOOP(
    "Lamps",
    "Open Settings, Vendors and compare key and ids with what {name} gave you. Then press "
    "Restart now.",
)
_KEY = Telling(
    head=QT_TRANSLATE_NOOP("Lamps", "{name} does not accept the key"),
    safe=QT_TRANSLATE_NOOP("Lamps", "Orders here are safe, but nothing reaches {name}."),
    todo=_KEY_AGAIN,
    do=(
        _KEY_AGAIN,
        QT_TRANSLATE_NOOP("Lamps", "Ask {name} for a new key if it was changed."),
        _WORK_ON,
    ),
    dont=(
        QT_TRANSLATE_NOOP("Lamps", "Do not send the key by mail or show it to a customer."),
        _NOT_AGAIN,
        _NOT_OFF,
    ),
)
_SHOP = replace(
    _KEY,
    head=QT_TRANSLATE_NOOP("Lamps", "{name} does not let this shop in"),
    todo=_IDS_TOO,
    do=(
        _IDS_TOO,
        QT_TRANSLATE_NOOP("Lamps", "Ask {name} which shop this key may be used for."),
        _WORK_ON,
    ),
)
_UNREAD = replace(
    _KEY,
    head=QT_TRANSLATE_NOOP("Lamps", "The key of {name} cannot be read"),
    todo=QT_TRANSLATE_NOOP(
        "Lamps",
        "Unlock this computer's keyring: Pult goes on by itself then. Or enter the key anew.",
    ),
    do=(
        QT_TRANSLATE_NOOP(
            "Lamps", "Log in to this computer with its password: that unlocks its keyring."
        ),
        _KEY_AGAIN,
        _WORK_ON,
    ),
)
_ODD = Telling(
    head=QT_TRANSLATE_NOOP("Lamps", "{name} answers in words Pult does not know"),
    safe=QT_TRANSLATE_NOOP("Lamps", "Orders here are safe and every answer is kept."),
    todo=QT_TRANSLATE_NOOP("Lamps", "Look at new orders in {name} too, and tell your helper."),
    do=(
        QT_TRANSLATE_NOOP("Lamps", "Compare the order here with the one in {name}."),
        QT_TRANSLATE_NOOP("Lamps", "Tell your helper what stands under Details."),
        _WORK_ON,
    ),
    dont=(
        QT_TRANSLATE_NOOP("Lamps", "Do not guess what is to pay: ask."),
        _NOT_AGAIN,
        _NOT_OFF,
    ),
)
_NOT_REACHED = Telling(
    head=QT_TRANSLATE_NOOP("Lamps", "{name} cannot reach this till"),
    safe=QT_TRANSLATE_NOOP("Lamps", "Orders here are safe; new ones may come late or not at all."),
    todo=QT_TRANSLATE_NOOP("Lamps", "Look for new orders in {name}; have the tunnel looked at."),
    do=(
        QT_TRANSLATE_NOOP("Lamps", "Fetch a missing order with Order number and its {name} id."),
        QT_TRANSLATE_NOOP("Lamps", "Have the tunnel or relay to this till looked at."),
        QT_TRANSLATE_NOOP("Lamps", "Press Test when it is up again."),
    ),
    dont=(
        QT_TRANSLATE_NOOP("Lamps", "Do not promise a customer that the order came in: look first."),
        QT_TRANSLATE_NOOP("Lamps", "Do not change the address at {name} in a hurry."),
        _NOT_OFF,
    ),
)


def _printer(head: str, todo: str, *do: str) -> Telling:
    no_hand = QT_TRANSLATE_NOOP("Lamps", "Do not pull paper out by force.")
    return Telling(head, SLIPS_SAFE, todo, (*do, _PREPARED), (_NOT_TWICE, no_hand, _NOT_OFF))


_CABLE = QT_TRANSLATE_NOOP("Lamps", "Look at its power and its cable.")
_DETAILS = QT_TRANSLATE_NOOP("Lamps", "Switch it off and on once; Details may name another reason.")
_OFF_ON = QT_TRANSLATE_NOOP("Lamps", "Switch it off and on once.")
_ROLL = QT_TRANSLATE_NOOP("Lamps", "Put in a new roll and close the cover.")
_CLOSE = QT_TRANSLATE_NOOP("Lamps", "Press the cover down until it clicks.")

_PRINTERS: Final[Mapping[str, Telling]] = {
    PrinterWord.PAPER_LOW.value: Telling(
        QT_TRANSLATE_NOOP("Lamps", "{name}: little paper left"),
        QT_TRANSLATE_NOOP("Lamps", "Slips still come."),
        QT_TRANSLATE_NOOP("Lamps", "Have a new roll at hand."),
    ),
    PrinterWord.PAPER_OUT.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: paper out"), _ROLL, _ROLL
    ),
    PrinterWord.COVER_OPEN.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: cover open"), _CLOSE, _CLOSE
    ),
    PrinterWord.CUTTER_ERROR.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: it cannot cut"),
        QT_TRANSLATE_NOOP("Lamps", "Open the cover, take out what is stuck, close it."),
        QT_TRANSLATE_NOOP("Lamps", "Open the cover and take out what is stuck."),
        _OFF_ON,
    ),
    PrinterWord.OFFLINE.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: offline"),
        QT_TRANSLATE_NOOP("Lamps", "Press its feed or online button, look at cover and paper."),
        QT_TRANSLATE_NOOP("Lamps", "Look at cover and paper."),
        _OFF_ON,
    ),
    PrinterWord.NOT_ANSWERING.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: not answering"), _OFF_ON, _OFF_ON, _CABLE
    ),
    PrinterWord.NOT_REACHABLE.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: not reachable"), _CABLE, _CABLE, _DETAILS
    ),
    PrinterWord.OTHER_DEVICE.value: _printer(
        QT_TRANSLATE_NOOP("Lamps", "{name}: another device is in its place"),
        QT_TRANSLATE_NOOP("Lamps", "Plug the old one in, or press Use this device."),
        QT_TRANSLATE_NOOP("Lamps", "Plug the printer in that was there before; Pult finds it."),
        QT_TRANSLATE_NOOP("Lamps", "If this one is meant, press Use this device."),
    ),
    "": _printer(QT_TRANSLATE_NOOP("Lamps", "{name} does not print"), _OFF_ON, _OFF_ON, _CABLE),
}


def _scanner(head: str, todo: str, *do: str) -> Telling:
    return Telling(head, _TAPS, todo, do)


_PLUG = QT_TRANSLATE_NOOP("Lamps", "Look at its cable; Pult finds it by itself.")
_LENS = QT_TRANSLATE_NOOP("Lamps", "Take away what covers its lens, or make more light.")
_REPLUG = QT_TRANSLATE_NOOP("Lamps", "Pull its cable and plug it in again.")
_SCANNERS: Final[Mapping[str, Telling]] = {
    ScannerWord.NOT_FOUND.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "{name} is not there"), _PLUG, _PLUG
    ),
    ScannerWord.IN_USE.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "{name} is used by another program"),
        QT_TRANSLATE_NOOP("Lamps", "Close the other program; Pult takes it by itself."),
    ),
    ScannerWord.NO_RIGHTS.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "Pult may not use {name}"),
        QT_TRANSLATE_NOOP(
            "Lamps",
            "Have this user given the right to it (Linux: group dialout, for a camera video).",
        ),
    ),
    ScannerWord.DARK.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "{name} sees next to nothing"),
        _LENS,
        _LENS,
        QT_TRANSLATE_NOOP("Lamps", "Switch the light over the counter on."),
    ),
    ScannerWord.FROZEN.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "{name} shows one and the same picture"),
        _REPLUG,
        _REPLUG,
        QT_TRANSLATE_NOOP("Lamps", "If it is on the network, switch it off and on."),
    ),
    ScannerWord.SWITCHED_OFF.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "{name} is switched off"),
        QT_TRANSLATE_NOOP("Lamps", "Switch it on in Settings, Scanners."),
    ),
    ScannerWord.OTHER_WINDOW.value: Telling(
        QT_TRANSLATE_NOOP("Lamps", "Scans go to another window"),
        QT_TRANSLATE_NOOP("Lamps", "Orders are safe, but “{name}” types into another program."),
        QT_TRANSLATE_NOOP("Lamps", "Tap Pult's window."),
    ),
    ScannerWord.OTHER_DEVICE.value: _scanner(
        QT_TRANSLATE_NOOP("Lamps", "Another device is in place of {name}"),
        QT_TRANSLATE_NOOP("Lamps", "Plug the old one in, or press Use this device."),
        QT_TRANSLATE_NOOP("Lamps", "Plug the scanner in that was there before."),
        QT_TRANSLATE_NOOP("Lamps", "If this one is meant, press Use this device."),
    ),
    "": _scanner(QT_TRANSLATE_NOOP("Lamps", "{name} reads nothing"), _PLUG, _PLUG),
}
WELL: Final[Mapping[LampKind, Telling]] = {
    LampKind.VENDOR: Telling(
        QT_TRANSLATE_NOOP("Lamps", "{name} answers"),
        QT_TRANSLATE_NOOP("Lamps", "It is reached, and what you press is told."),
        _NOTHING,
    ),
    LampKind.PRINTER: Telling(
        QT_TRANSLATE_NOOP("Lamps", "{name} is ready"),
        QT_TRANSLATE_NOOP("Lamps", "Slips come out."),
        _NOTHING,
    ),
    LampKind.SCANNER: Telling(
        QT_TRANSLATE_NOOP("Lamps", "{name} is ready"),
        QT_TRANSLATE_NOOP("Lamps", "What it reads is answered at once."),
        _NOTHING,
    ),
}
_NOT_ASKED = Telling(
    QT_TRANSLATE_NOOP("Lamps", "{name} has not been asked yet"),
    QT_TRANSLATE_NOOP("Lamps", "It is asked when it is needed."),
    _NOTHING,
)
STORIES: Final[Mapping[LampKind, Mapping[str, Telling]]] = {
    LampKind.VENDOR: {
        "not asked yet": _NOT_ASKED,
        ProbeWord.OFFLINE.value: _OFFLINE,
        NO_CONTACT: _NO_CONTACT,
        ProbeWord.LOGIN_FAILED.value: _KEY,
        ProbeWord.NOT_LET_IN.value: _SHOP,
        ProbeWord.KEY_UNREAD.value: _UNREAD,
        ProbeWord.ODD_ANSWER.value: _ODD,
        ProbeWord.NOT_REACHED.value: _NOT_REACHED,
        "": _OFFLINE,
    },
    LampKind.PRINTER: {"not asked yet": _NOT_ASKED, "unknown": _NOT_ASKED, **_PRINTERS},
    LampKind.SCANNER: {"not asked yet": _NOT_ASKED, **_SCANNERS},
}
