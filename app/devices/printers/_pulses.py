"""What a printer does beside printing: open the cash drawer, sound its buzzer."""

from __future__ import annotations

from typing import Final

from app.devices.printers._escpos import ProfileFacts, byte_builder

_DRAWER_PIN: Final = 2
_TIMES: Final = 2
# ESC ( A, function 48: sound 55 (half a second), twice, once a second (Epson command reference).
_EPSON_BUZZ: Final = b"\x1b(A\x04\x00\x30" + bytes((55, _TIMES, 10))
# ESC B n t: n times, t times 50 or 100 ms by model; what all others have taken over.
_BUZZ: Final = b"\x1bB" + bytes((_TIMES, 4))


def kick(profile: str) -> bytes:
    """Return the pulse that opens the cash drawer at connector pin 2 (ESC p)."""
    out = byte_builder(profile)
    out.cashdraw(_DRAWER_PIN)
    return bytes(out.output)


def buzz(facts: ProfileFacts) -> bytes:
    """Return the command that sounds the buzzer of this model."""
    return _EPSON_BUZZ if facts.epson else _BUZZ
