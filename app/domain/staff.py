"""Who works at the counter, what asks for a PIN, and how wrong tries are answered."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

SHOP_PIN: Final = "shop"
"""The owner of the PIN that guards acts; every other owner is a person's id."""
LEAST_DIGITS: Final = 4
MOST_DIGITS: Final = 8
FREE_TRIES: Final = 5
"""So many wrong tries in a row cost no waiting; the last of them begins the first wait."""
MOST_NAME: Final = 40

_WAITS: Final = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 300, 900))
# scrypt as RFC 7914 describes it: 32 MB and about a tenth of a second on a counter PC.
_COST, _BLOCK, _LANES, _MEMORY = 2**15, 8, 1, 64 * 1024 * 1024


class GuardedAct(StrEnum):
    """What a shop may want a PIN for; the words of `[staff] pin_for`."""

    SETTINGS = "settings"
    MONEY_RETURNED = "money_returned"
    HAND_OVER_UNPAID = "hand_over_unpaid"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff; `badge` is the digest of a badge's code, "" without one.

    One who was removed stays, so that events can be read; one who was erased has no name.
    """

    id: str
    name: str
    badge: str = ""
    removed_at: datetime | None = None

    @property
    def works_here(self) -> bool:
        """Whether the person can be chosen."""
        return self.removed_at is None


@dataclass(frozen=True, slots=True)
class PinRecord:
    """A PIN as it is kept: salted and hashed, with the wrong tries since the last right one."""

    owner: str
    salt: bytes
    digest: bytes
    wrong: int = 0
    wait_until: datetime | None = None

    def is_right(self, digest: bytes) -> bool:
        """Tell whether a PIN hashed with `salt` is this one."""
        return hmac.compare_digest(self.digest, digest)

    def waits_until(self, now: datetime) -> datetime | None:
        """Return until when no try is taken, None when one may be made.

        A moment beyond the longest wait comes of a clock that was set back, and holds nobody up.
        """
        until = self.wait_until
        if until is None or not now < until <= now + _WAITS[-1]:
            return None
        return until


def is_pin(text: str) -> bool:
    """Tell whether `text` can be a PIN: 4 to 8 digits."""
    return text.isascii() and text.isdigit() and LEAST_DIGITS <= len(text) <= MOST_DIGITS


def wait_after(wrong: int) -> timedelta:
    """Return how long no try is taken after so many wrong ones in a row."""
    if wrong < FREE_TRIES:
        return timedelta(0)
    return _WAITS[min(wrong - FREE_TRIES, len(_WAITS) - 1)]


def tries_left(wrong: int) -> int:
    """Return how many more wrong tries there are before the next wait; 0: the next one waits."""
    return max(FREE_TRIES - wrong, 0)


def hash_pin(pin: str, salt: bytes) -> bytes:
    """Return the hash of a PIN; takes about a tenth of a second, so never on the gui thread."""
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES, maxmem=_MEMORY, dklen=32
    )


BADGE_LETTERS: Final = "BCDEFGHJKLNPRSTUVX"
"""What the codes of printed badges are made of: every keyboard layout has these at one place."""
BADGE_LENGTH: Final = 16  # 66 bits


def new_badge_code(choose: Callable[[str], str]) -> str:
    """Make the code of a badge that is to be printed; `choose` picks one of the letters."""
    return "".join(choose(BADGE_LETTERS) for _ in range(BADGE_LENGTH))


def badge_digest(code: str) -> str:
    """Return what is kept of a badge's code."""
    return hashlib.sha256(b"pult badge " + code.strip().encode(errors="replace")).hexdigest()
