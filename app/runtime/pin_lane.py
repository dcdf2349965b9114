"""Hashes PINs away from the core: a tenth of a second each, in which orders go on."""

from __future__ import annotations

import secrets
from typing import Final

from app.domain.news import News
from app.domain.staff import hash_pin
from app.domain.staff_news import PinHashWanted
from app.runtime.core import Core
from app.runtime.lanes import Lane
from app.usecases.try_pin import SettlePin

_SALT_BYTES: Final = 16


class PinLane:
    """Takes up what the core wants hashed and hands the hash back. Thread: its own lane."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._lane = Lane("PIN", core.report_fault)
        core.watch(self._take)

    def close(self) -> None:
        """Take nothing more; what was keyed in counts as not tried."""
        self._lane.close()

    def wait(self, milliseconds: int) -> bool:
        """Return whether the hash under way has ended."""
        return self._lane.wait(milliseconds)

    def _take(self, news: News) -> None:
        if isinstance(news, PinHashWanted):
            self._lane.submit(lambda: self._hash(news))

    def _hash(self, wanted: PinHashWanted) -> None:
        digest = hash_pin(wanted.pin, wanted.salt) if wanted.salt is not None else None
        self._core.dispatch(
            SettlePin(
                wanted.question,
                wanted.owner,
                digest,
                _fresh(wanted.fresh),
                wanted.works,
                wanted.act,
            )
        )


def _fresh(pin: str | None) -> tuple[bytes, bytes] | None:
    if pin is None:
        return None
    if not pin:
        return b"", b""
    salt = secrets.token_bytes(_SALT_BYTES)
    return salt, hash_pin(pin, salt)
