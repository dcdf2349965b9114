"""The computer's keyboard: tells the scans of every keyboard scanner from what people type."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.devices.scanners._burst import (
    GAP,
    STUMBLE,
    Burst,
    Typing,
    WedgeRules,
    find_scan,
    find_stranger,
)
from app.domain.keyboard_layouts import heal
from app.ports.keyboard import Fate, KeyboardPort, Ruling, Stroke


class Plugged(Protocol):
    """A keyboard scanner at work."""

    rules: WedgeRules

    def take(self, burst: Burst) -> None:
        """Take what it has typed."""
        ...

    def show_active(self, active: bool) -> None:
        """Hear whether its keys come to this program."""
        ...


@dataclass(slots=True)
class _Known:
    rules: WedgeRules
    scanner: Plugged | None = None
    waiting: list[Burst] = field(default_factory=list)


def _nothing_known(_text: str) -> bool:
    return False


class Keyboard(KeyboardPort):
    """Holds what may be a scan for as long as that is open, at most `GAP` after a person's key.

    A scan goes to the scanner it fits; one that nobody has set up is offered. Scans that come
    before the till is open wait for it.

    Thread: gui for keys; scanners are plugged in and out on threads of their own.
    """

    def __init__(self) -> None:
        self.expects: Callable[[str], bool] = _nothing_known
        self._typing = Typing()
        self._after_scan: float | None = None
        self._known: dict[str, _Known] = {}
        self._strange: list[Burst] = []
        self._offer: Callable[[str], None] | None = None
        self._active = True
        self._lock = threading.RLock()

    # --- scanners ---------------------------------------------------------------------------------

    def expect(self, scanners: Iterable[WedgeRules]) -> None:
        """Know scanners that will be plugged in; their scans are kept for them."""
        with self._lock:
            for rules in scanners:
                self._known.setdefault(rules.name, _Known(rules))

    def plug(self, scanner: Plugged) -> None:
        """Give a scanner its scans from now on, and those that waited for it."""
        with self._lock:
            known = self._known.get(scanner.rules.name, _Known(scanner.rules))
            waiting = known.waiting
            self._known[scanner.rules.name] = _Known(scanner.rules, scanner)
            for burst in waiting:
                scanner.take(burst)
            scanner.show_active(self._active)

    def unplug(self, scanner: Plugged) -> None:
        """Know the scanner no more."""
        with self._lock:
            known = self._known.get(scanner.rules.name)
            if known is not None and known.scanner is scanner:
                del self._known[scanner.rules.name]

    def open(self, expects: Callable[[str], bool], offer: Callable[[str], None]) -> None:
        """Know which codes exist, and offer what scanners that nobody has set up type."""
        with self._lock:
            self.expects, self._offer = expects, offer
            strange, self._strange = self._strange, []
        for burst in strange:
            self._offer_scan(burst)

    def show_active(self, active: bool) -> None:
        """Tell the scanners whether keys come here."""
        with self._lock:
            self._active = active
            for known in self._known.values():
                if known.scanner is not None:
                    known.scanner.show_active(active)

    # --- keys -------------------------------------------------------------------------------------

    @property
    def patience(self) -> float:
        """How long (s) after the last key it is still open what it is."""
        return STUMBLE if self._known and self._typing.is_sure else GAP

    def press(self, stroke: Stroke) -> Ruling:
        """Take a key; see `KeyboardPort`."""
        if stroke.repeat:
            if self._typing.is_sure:
                return Ruling(Fate.PASS)  # a key a person rests on while a scanner types
            return Ruling(Fate.PASS, give_back=self._forget())
        over = Ruling(Fate.HOLD)
        if self._typing.strokes and not self._typing.follows(stroke, self.patience):
            over = self.pause()
        if stroke.ended_by:
            return self._end(stroke, over)
        if stroke.text and (not stroke.control or self._typing.strokes):
            self._after_scan = None
            self._typing.strokes.append(stroke)
            return Ruling(Fate.HOLD, over.give_back, over.drop)
        return Ruling(Fate.PASS, over.give_back + self._forget(), over.drop)

    def pause(self) -> Ruling:
        """Rule on what is held, since no more came."""
        return self._rule("pause")

    def interrupt(self) -> Ruling:
        """Give back what a person may have typed; a scan goes on."""
        if self._typing.is_sure or not self._typing.strokes:
            return Ruling(Fate.HOLD)
        return Ruling(Fate.PASS, give_back=self._forget())

    def _end(self, stroke: Stroke, over: Ruling) -> Ruling:
        if not self._typing.strokes:
            # Some scanners end a code with two keys.
            second = self._after_scan is not None and stroke.at - self._after_scan <= GAP
            self._after_scan = None
            fate = Fate.SWALLOW if second else Fate.PASS
            return Ruling(fate, over.give_back, over.drop)
        ruling = self._rule(stroke.ended_by)
        if ruling.fate is Fate.SWALLOW:
            self._after_scan = stroke.at
        return ruling

    def _rule(self, ended_by: str) -> Ruling:
        strokes = tuple(self._typing.strokes)
        count = self._forget()
        if not count:
            return Ruling(Fate.HOLD)
        with self._lock:
            found = self._found(strokes, ended_by)
        if found is None:
            return Ruling(Fate.PASS, give_back=count)
        return Ruling(Fate.SWALLOW, give_back=found, drop=count - found)

    def _found(self, strokes: tuple[Stroke, ...], ended_by: str) -> int | None:
        """Hand a scan to whom it fits, prefixes first; return how many keys before are not."""
        for known in sorted(self._known.values(), key=lambda one: not one.rules.prefix):
            scan = find_scan(strokes, ended_by, known.rules, self.expects)
            if scan is None:
                continue
            back, burst = scan
            if known.scanner is None:
                known.waiting.append(burst)
            else:
                known.scanner.take(burst)
            return back
        stranger = find_stranger(strokes, ended_by, self.expects)
        if stranger is None:
            return None
        back, burst = stranger
        if self._offer is None:
            self._strange.append(burst)
        else:
            self._offer_scan(burst)
        return back

    def _offer_scan(self, burst: Burst) -> None:
        if self._offer is not None:
            self._offer(heal(burst.keys, self.expects).text)

    def _forget(self) -> int:
        count = len(self._typing.strokes)
        self._typing = Typing()
        return count


KEYBOARD: Final = Keyboard()
"""The one keyboard of this process: whatever scanners are plugged in type on it."""
