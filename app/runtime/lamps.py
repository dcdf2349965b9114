"""The lamps: what is known of each vendor, printer and scanner, told when it changes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from app.domain.errors import (
    VendorError,
    VendorKeyUnread,
    VendorLoginFailed,
    VendorSpokeOddly,
    VendorUnavailable,
)
from app.domain.lamp import Lamp, LampKind, LampTone
from app.domain.news import LampChanged, Noticed
from app.domain.notice import Notice, NoticeCode, Tone
from app.domain.printing import PrinterStatus, PrinterWord
from app.ports.clock import ClockPort
from app.ports.relay import RelayPort
from app.ports.scanner import ScannerWord
from app.ports.vendor import ProbeResult, ProbeWord

_VENDOR_TONES = {
    ProbeWord.CONNECTED: LampTone.OK,
    ProbeWord.LOGIN_FAILED: LampTone.BAD,
    ProbeWord.NOT_LET_IN: LampTone.BAD,
    ProbeWord.KEY_UNREAD: LampTone.BAD,
    ProbeWord.OFFLINE: LampTone.BAD,
    ProbeWord.ODD_ANSWER: LampTone.WARN,
    ProbeWord.NOT_REACHED: LampTone.WARN,
}
_VENDOR_NOTICES = {
    ProbeWord.LOGIN_FAILED: NoticeCode.LOGIN_FAILED,
    ProbeWord.NOT_LET_IN: NoticeCode.LOGIN_FAILED,
    ProbeWord.KEY_UNREAD: NoticeCode.LOGIN_FAILED,
    ProbeWord.OFFLINE: NoticeCode.VENDOR_GONE,
    ProbeWord.ODD_ANSWER: NoticeCode.SPOKE_ODDLY,
    ProbeWord.NOT_REACHED: NoticeCode.CALLBACKS_FAIL,
}
_NO_CONTACT = (PrinterWord.NOT_REACHABLE, PrinterWord.NOT_ANSWERING, PrinterWord.OTHER_DEVICE)
NOT_ASKED = "not asked yet"


class Lamps:
    """Keeps the newest standing of everything connected and publishes each change.

    Thread: any. A change is published before the next one is made, so that the screen ends with the
    newest; the lock may be taken again by what a message calls on the same thread.
    """

    def __init__(self, clock: ClockPort, relay: RelayPort) -> None:
        self._clock = clock
        self._relay = relay
        self._lamps: dict[tuple[LampKind, str], Lamp] = {}
        self._not_reached: set[str] = set()  # vendors whose calls are known not to arrive here
        self._deaf: set[str] = set()  # vendors whose calls nobody listens for
        self._watchers: list[Callable[[Lamp], None]] = []
        self._lock = threading.RLock()

    def watch(self, watcher: Callable[[Lamp], None]) -> None:
        """Have `watcher` called with each lamp as it changes, on the thread that changed it; it
        must only hand work on. Before the till starts."""
        self._watchers.append(watcher)

    def add(
        self,
        kind: LampKind,
        name: str,
        title: str,
        *,
        brings_orders: bool = True,
        heard_every: float = 0,
    ) -> None:
        """Show a lamp of which nothing is known yet."""
        lamp = Lamp(kind, name, title, NOT_ASKED, LampTone.IDLE)
        with self._lock:
            self._set(replace(lamp, brings_orders=brings_orders, heard_every=heard_every))

    def remove(self, kind: LampKind, name: str) -> None:
        """Know nothing more of a device that is gone; the screen is made anew without it."""
        with self._lock:
            self._lamps.pop((kind, name), None)

    def had_order(self, vendor: str, moment: datetime) -> None:
        """Note when the vendor's last order came in, before this run."""
        with self._lock:
            lamp = self._lamps.get((LampKind.VENDOR, vendor))
            if lamp is not None and (lamp.last_order is None or lamp.last_order < moment):
                self._set(replace(lamp, last_order=moment))

    def vendor_answered(self, vendor: str, *, with_order: bool = False) -> None:
        """Note a good contact."""
        with self._lock:
            unheard = vendor in self._not_reached or vendor in self._deaf
            word = ProbeWord.NOT_REACHED if unheard else ProbeWord.CONNECTED
            self._vendor(vendor, word, contact=True, with_order=with_order)

    def vendor_failed(self, vendor: str, error: VendorError) -> None:
        """Note why a contact failed; a refusal is an answer."""
        if isinstance(error, VendorLoginFailed):
            word = ProbeWord.NOT_LET_IN if error.id_may_be_wrong else ProbeWord.LOGIN_FAILED
            self._vendor(vendor, word, detail=error.message)
        elif isinstance(error, VendorKeyUnread):
            self._vendor(vendor, ProbeWord.KEY_UNREAD, detail=error.message)
        elif isinstance(error, VendorUnavailable):
            self._vendor(vendor, ProbeWord.OFFLINE, detail=error.message)
        elif isinstance(error, VendorSpokeOddly):
            self._vendor(vendor, ProbeWord.ODD_ANSWER, detail=error.message)
        else:
            self.vendor_answered(vendor)

    def vendor_probed(self, vendor: str, result: ProbeResult) -> None:
        """Note the answer to a probe."""
        with self._lock:
            if result.word is ProbeWord.NOT_REACHED:
                self._not_reached.add(vendor)
            elif result.word is ProbeWord.CONNECTED:
                self._not_reached.discard(vendor)
            else:
                self._vendor(vendor, result.word, detail=result.detail)
                return
            self.vendor_answered(vendor)

    def callback_arrived(self, vendor: str) -> None:
        """Note that the vendor can reach this till."""
        with self._lock:
            if vendor in self._not_reached:
                self._not_reached.discard(vendor)
                self.vendor_answered(vendor)

    def till_listens(self, vendor: str, listens: bool) -> None:
        """Note whether somebody here listens for the vendor's calls; shown at the next contact."""
        with self._lock:
            (self._deaf.discard if listens else self._deaf.add)(vendor)

    def printer_says(self, printer: str, status: PrinterStatus) -> None:
        """Note what a printer answered."""
        tone = LampTone.BAD
        if status.word is PrinterWord.READY:
            tone = LampTone.OK
        elif status.word is PrinterWord.PAPER_LOW:
            tone = LampTone.WARN
        contact = status.word not in _NO_CONTACT
        self._device(LampKind.PRINTER, printer, status.word.value, tone, contact, status.detail)

    def scanner_says(self, scanner: str, word: ScannerWord, detail: str) -> None:
        """Note how a scanner stands."""
        blind = word in (ScannerWord.DARK, ScannerWord.FROZEN)
        good = word is ScannerWord.READY
        tone = LampTone.OK if good else LampTone.WARN if blind else LampTone.BAD
        self._device(LampKind.SCANNER, scanner, word.value, tone, good or blind, detail)
        # Staff change windows all the time: that is said by lamp and banner, not on the list.
        if not good and not blind and word is not ScannerWord.OTHER_WINDOW:
            data = {"device": scanner, "word": word.value}
            self._say(Notice(NoticeCode.SCANNER_TROUBLE, Tone.BAD, data=data))

    def all(self) -> tuple[Lamp, ...]:
        """Return all lamps as they stand, in the order in which they were added."""
        with self._lock:
            return tuple(self._lamps.values())

    def _vendor(
        self,
        vendor: str,
        word: ProbeWord,
        *,
        contact: bool = False,
        with_order: bool = False,
        detail: str = "",
    ) -> None:
        with self._lock:
            lamp = self._lamps.get((LampKind.VENDOR, vendor))
            if lamp is None:
                return
            now = self._clock.now()
            tone = _VENDOR_TONES[word]
            last_contact = now if contact else lamp.last_contact
            last_order = now if with_order else lamp.last_order
            after = replace(
                lamp, last_contact=last_contact, last_order=last_order, detail=detail, tone=tone
            )
            self._turn(after, word.value, now)
            code = _VENDOR_NOTICES.get(word)
            if lamp.word != word.value and code is not None:
                said = Tone.BAD if tone is LampTone.BAD else Tone.WARN
                self._say(Notice(code, said, vendor=vendor, data={"word": word.value}))

    def _device(
        self, kind: LampKind, name: str, word: str, tone: LampTone, contact: bool, detail: str
    ) -> None:
        with self._lock:
            lamp = self._lamps.get((kind, name))
            if lamp is None:
                return
            now = self._clock.now()
            last = now if contact else lamp.last_contact
            self._turn(replace(lamp, tone=tone, last_contact=last, detail=detail), word, now)

    def _turn(self, lamp: Lamp, word: str, now: datetime) -> None:
        """Let the lamp say `word`, since now when that is new."""
        since = lamp.since if lamp.word == word else now
        self._set(replace(lamp, word=word, since=since))

    def _set(self, lamp: Lamp) -> None:
        self._lamps[(lamp.kind, lamp.name)] = lamp
        self._relay.publish(LampChanged(lamp))
        for watcher in self._watchers:
            watcher(lamp)

    def _say(self, notice: Notice) -> None:
        self._relay.publish(Noticed(notice, self._clock.now()))
