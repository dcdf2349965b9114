"""Staff are told when something nothing caught goes wrong in the window itself."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Final, Self

from app.bootstrap import fault_hooks

if TYPE_CHECKING:
    from app.ports.clock import ClockPort
    from app.ports.relay import RelayPort

_PAUSE_SECONDS: Final = 5.0


class FaultNotice(logging.Handler):
    """Publishes a notice for what `fault_hooks` logs while its block lasts.

    Thread: any. Not more often than every few seconds, since showing the notice may be what fails.
    """

    def __init__(self, relay: RelayPort, clock: ClockPort) -> None:
        super().__init__(logging.CRITICAL)
        self._relay = relay
        self._clock = clock
        self._said_at = -_PAUSE_SECONDS

    def __enter__(self) -> Self:
        """Begin to tell."""
        logging.getLogger(fault_hooks.__name__).addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        """Tell no more."""
        logging.getLogger(fault_hooks.__name__).removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Publish the notice."""
        # Not needed before the first paint, nor on most days.
        from app.domain.news import Noticed
        from app.domain.notice import Notice, NoticeCode, Tone

        now = time.monotonic()
        if now - self._said_at < _PAUSE_SECONDS:
            return
        self._said_at = now
        notice = Notice(NoticeCode.OUR_FAULT, Tone.BAD)
        self._relay.publish(Noticed(notice, self._clock.now()))
