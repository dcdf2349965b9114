"""The sounds are what the script makes, and each is as long and as loud as the alarm counts on."""

from __future__ import annotations

import runpy
import sys
import wave
from array import array
from pathlib import Path

import pytest

from app.settings.resources import resource_path
from app.ui.sound.ringing import Sound

SCRIPT = Path(__file__).parents[3] / "packaging" / "make_sounds.py"
TOP = 32767


def read(path: Path) -> array[int]:
    """Give the samples of a sound."""
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44100)
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def loudness(samples: array[int]) -> float:
    """Give the root mean square as a share of the range."""
    return (sum(value * value for value in samples) / len(samples)) ** 0.5 / TOP


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_lasts_as_long_as_the_alarm_keeps_free_for_it(sound: Sound) -> None:
    samples = read(resource_path(f"sounds/{sound.value}.wav"))
    assert len(samples) / 44100 == pytest.approx(sound.seconds, abs=0.01)
    assert max(abs(value) for value in samples) < TOP  # nothing is clipped
    assert abs(samples[0]) < TOP / 50 and abs(samples[-1]) < TOP / 50  # and nothing clicks


def test_alarms_are_loud_and_the_chime_is_not() -> None:
    chime = loudness(read(resource_path("sounds/chime.wav")))
    for sound in (Sound.NEW_ORDER, Sound.CANCELLED, Sound.PRINTER, Sound.VENDOR):
        assert loudness(read(resource_path(f"sounds/{sound.value}.wav"))) > 2.5 * chime


def test_the_script_makes_the_same_sounds_again(tmp_path: Path) -> None:
    runpy.run_path(str(SCRIPT))["write_sounds"](tmp_path)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(f"{sound.value}.wav" for sound in Sound)
    for name in made:
        again, kept = read(tmp_path / name), read(resource_path(f"sounds/{name}"))
        assert len(again) == len(kept)
        # A sine may differ in its last bit from one mathematics library to the next.
        assert max(abs(a - b) for a, b in zip(again, kept, strict=True)) <= 1
