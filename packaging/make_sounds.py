"""Makes every sound of Pult out of sine waves alone; no recording of anybody's is in them.

    python packaging/make_sounds.py [FOLDER]        (default: resources/sounds)

Each file is 44.1 kHz, 16 bit, one channel. A note is a struck bar: a fundamental with a few
overtones that die away sooner than it does. Alarms lie between 600 Hz and 3 kHz, where small
loudspeakers are loudest and kitchen noise is weakest; each has a rhythm of its own, so that they
are told apart also by who hears only a part of one. The same script gives the same bytes.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

RATE = 44100
TOP = 32767

# Overtones of a bar: times the fundamental, share of its loudness, how much sooner it dies away.
BELL = ((1.0, 1.0, 1.0), (2.0, 0.45, 1.6), (2.99, 0.22, 2.4), (4.1, 0.1, 4.0))
WOOD = ((1.0, 1.0, 1.0), (2.57, 0.5, 2.2), (4.95, 0.2, 4.0))
REED = ((1.0, 1.0, 1.0), (2.0, 0.6, 1.0), (3.0, 0.42, 1.0), (4.0, 0.2, 1.2), (5.0, 0.12, 1.3))
SOFT = ((1.0, 1.0, 1.0), (2.0, 0.12, 2.0))


@dataclass(frozen=True)
class Note:
    """One struck note: when it begins and how long it lasts (s), how high it is (Hz)."""

    at: float
    seconds: float
    hertz: float
    body: tuple[tuple[float, float, float], ...] = BELL
    fades: float = 5.0  # how quickly it dies away over its length
    loud: float = 1.0


# Equal temperament, a' = 440 Hz.
A4, B4, D5, E5, G5, A5, B5, D6, E6, G6 = (
    440.0 * 2 ** (steps / 12) for steps in (0, 2, 5, 7, 10, 12, 14, 17, 19, 22)
)

SOUNDS: dict[str, tuple[float, tuple[Note, ...]]] = {
    # Four notes that rise, twice: something good has come.
    "new-order": (
        0.92,
        tuple(
            Note(turn + step * 0.13, 0.6, hertz)
            for turn in (0.0, 0.85)
            for step, hertz in enumerate((G5, B5, D6, G6))
        ),
    ),
    # Two notes that fall, twice and slower: something is taken away.
    "cancelled": (
        0.9,
        tuple(
            Note(turn + at, 0.5, hertz, REED, 4.0)
            for turn in (0.0, 0.75)
            for at, hertz in ((0.0, D6), (0.26, A5))
        ),
    ),
    # Three dry knocks and a pause, twice: a machine.
    "printer": (
        0.9,
        tuple(
            Note(turn + step * 0.14, 0.16, hertz, WOOD, 6.0)
            for turn in (0.0, 0.65)
            for step, hertz in enumerate((E6, E6, A5))
        ),
    ),
    # Two long tones that sway, like a line that is engaged.
    "vendor": (
        0.85,
        (
            Note(0.0, 0.55, B5, REED, 1.4),
            Note(0.6, 0.55, G5, REED, 1.4),
            Note(1.2, 0.7, B5, REED, 2.2),
        ),
    ),
    # One quiet tone for those who are at work already.
    "chime": (0.22, (Note(0.0, 0.8, B5, SOFT, 5.0),)),
    # Two bells for the customers' screen, lower and calmer than any alarm.
    "number-ready": (
        0.55,
        (Note(0.0, 0.8, D6, SOFT, 4.0), Note(0.35, 0.9, A5, SOFT, 4.0)),
    ),
    "scan-good": (
        0.6,
        (Note(0.0, 0.2, E6, BELL, 6.0), Note(0.09, 0.3, G6 * 2 ** (2 / 12), BELL, 6.0)),
    ),
    "scan-bad": (
        0.8,
        (Note(0.0, 0.22, A4, REED, 1.5), Note(0.28, 0.32, A4 * 2 ** (-3 / 12), REED, 2.0)),
    ),
}


def samples_of(notes: tuple[Note, ...], peak: float) -> array[int]:
    """Return the notes over each other as 16-bit samples, the loudest at `peak` of the range."""
    length = round(max(note.at + note.seconds for note in notes) * RATE)
    mixed = [0.0] * length
    for note in notes:
        _strike(mixed, note)
    loudest = max(abs(value) for value in mixed)
    return array("h", (round(value / loudest * peak * TOP) for value in mixed))


def _strike(mixed: list[float], note: Note) -> None:
    begin, count = round(note.at * RATE), round(note.seconds * RATE)
    attack, release = round(0.004 * RATE), round(0.02 * RATE)  # no click at either end
    for step in range(min(count, len(mixed) - begin)):
        gone = step / count
        edge = min(1.0, step / attack, (count - step) / release)
        value = sum(
            share
            * math.exp(-note.fades * sooner * gone)
            * math.sin(2 * math.pi * note.hertz * over * step / RATE)
            for over, share, sooner in note.body
        )
        mixed[begin + step] += note.loud * edge * value


def write_sounds(folder: Path) -> None:
    """Write every sound into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (peak, notes) in SOUNDS.items():
        samples = samples_of(notes, peak)
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[1] / "resources" / "sounds"
    write_sounds(Path(sys.argv[1]) if len(sys.argv) > 1 else here)
