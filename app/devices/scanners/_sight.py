"""From a camera's pictures to scans: gate, decoder, presence and judgement put together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from app.devices.scanners._decode import Decoder, Found
from app.devices.scanners._framing import read_code
from app.devices.scanners._motion import Freeze, MotionGate
from app.devices.scanners._picture import Quality, judge, too_near
from app.devices.scanners._presence import OUT_OF_SIGHT, Presence
from app.domain.picture import Picture, PictureHint
from app.domain.scan_trace import ScanTrace
from app.ports.scanner import CodeDropped, CodeRead

if TYPE_CHECKING:
    from app.devices.scanners._frame import Frame

_JUDGE_EVERY: Final = 0.5  # s, of pictures that are unpacked anyway
_OUTLINE_STAYS: Final = 0.4  # s; codes are not read in every picture
_PREVIEW_WIDTH: Final = 640


class Sight:
    """What one camera sees.

    Thread: the scanner's own; `now` is in seconds of one clock.
    """

    def __init__(self, out_of_sight: float = OUT_OF_SIGHT) -> None:
        self.decoder = Decoder()
        self._gate = MotionGate()
        self._freeze = Freeze()
        self._frozen = False
        self._was_moving = False
        self._stale = True  # something has moved since the picture was judged
        self._presence = Presence(out_of_sight)
        self._shown: list[Found] = []  # by the last picture in which something had moved
        self._outlined: Found | None = None
        self._outlined_at = float("-inf")
        self._judged_at = float("-inf")
        self.quality = Quality(0.0, 0.0, PictureHint.FINE)

    @property
    def at_rest(self) -> bool:
        """Whether nothing happens in front of the camera."""
        return self._gate.at_rest and not self._presence.unsure

    @property
    def shown(self) -> tuple[Found, ...]:
        """The codes in front of the camera at present, whether they count or not."""
        return tuple(self._shown)

    def codes(self, frame: Frame, now: float, *, live: bool) -> Iterator[CodeRead | CodeDropped]:
        """Take in one picture among several; yield what is scanned with it.

        Raises ValueError when the picture is damaged.
        """
        searched = self._gate.lets_through(frame.small) or self._presence.unsure
        if not self._gate.moved:
            # What lies there is not read in every picture, and is there all the same.
            self._presence.still_there(self._shown, now)
        found = self._searched(frame) if searched else []
        come = self._presence.see(found, now) if searched else []
        if found or (searched and self._gate.moved):
            self._shown = found
        if self._shown:
            self._outlined, self._outlined_at = self._shown[0], now
        if live and self._freeze.frozen(frame.fingerprint, now) is not self._frozen:
            self._frozen = not self._frozen
            self._judged_at = float("-inf")
        self._stale = self._stale or self._gate.moved
        if searched or self._stale:
            self._judge(frame, now)
        yield from _events(come)

    def still(self, frame: Frame, now: float) -> Iterator[CodeRead | CodeDropped]:
        """Take in a picture that comes alone; yield what it shows."""
        found = self.decoder.read_still(frame.grey)
        self._shown = found
        self._outlined, self._outlined_at = (found[0] if found else None), now
        self._judged_at = float("-inf")
        self._judge(frame, now)
        yield from _events(found)

    def picture(self, frame: Frame, now: float) -> Picture:
        """Return the picture for the preview, at most 640 wide, with the code found in it."""
        import cv2

        self._judge(frame, now)
        colour = frame.colour
        high, wide = colour.shape[:2]
        scale = min(_PREVIEW_WIDTH / wide, 1.0)
        size = (max(round(wide * scale), 1), max(round(high * scale), 1))
        reduced = cv2.resize(colour, size, interpolation=cv2.INTER_AREA)
        code = self._outlined if now - self._outlined_at < _OUTLINE_STAYS else None
        text = read_code(code.raw) if code else None
        corners = code.corners if code else ()
        return Picture(
            width=size[0],
            height=size[1],
            pixels=cv2.cvtColor(reduced, cv2.COLOR_BGR2RGB).tobytes(),
            outline=tuple((round(x * scale), round(y * scale)) for x, y in corners),
            text=text.text if isinstance(text, CodeRead) else "",
            sharpness=self.quality.sharpness,
            light=self.quality.light,
            hint=self.quality.hint,
        )

    def _searched(self, frame: Frame) -> list[Found]:
        if not self._gate.searching and not self._presence.unsure:
            return self.decoder.glance(frame.grey)
        if self._gate.moved and not self._was_moving:
            self.decoder.first_retry()
        self._was_moving = self._gate.moved
        found = self.decoder.read(frame.grey)
        if found:
            self._gate.found()
        return found

    def _judge(self, frame: Frame, now: float) -> None:
        if now - self._judged_at < _JUDGE_EVERY:
            return
        self._judged_at, self._stale = now, False
        quality = judge(frame.small, frame.grey)
        hint = quality.hint
        if self._frozen and hint is not PictureHint.DARK:
            hint = PictureHint.FROZEN
        elif hint is PictureHint.FINE and not self._shown and too_near(frame.grey):
            hint = PictureHint.TOO_NEAR
        self.quality = Quality(quality.light, quality.sharpness, hint)


def _events(found: list[Found]) -> Iterator[CodeRead | CodeDropped]:
    for code in found:
        trace = ScanTrace(raw=code.raw, symbology=code.symbology)
        event = read_code(code.raw)
        if isinstance(event, CodeRead):
            yield CodeRead(event.text, trace)
        elif event is not None:
            yield CodeDropped(event.reason, trace)
