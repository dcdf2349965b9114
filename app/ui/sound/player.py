"""Plays the short sounds of resources/sounds on a thread of its own, loaded when first needed."""

from __future__ import annotations

import sys
import wave
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, Signal, Slot

from app.settings.resources import resource_path
from app.ui.sound.loudspeaker import Hearing, ServerWatch, is_muted
from app.ui.sound.own_thread import OwnThread
from app.ui.sound.ringing import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink

_MUTE_KNOWN_SECONDS: Final = 5.0
_NOTHING: Final = b"auto_null"  # what PulseAudio offers where there is no loudspeaker
_server: Final = ServerWatch()  # of the process, as Qt's connection is


def hearing_of_this_computer() -> Hearing:
    """Ask once whether sounds can be heard here, for a command without a window.

    Thread: main; waits for the sound system.
    """
    _application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")  # its remarks are not ours
    speaker = _Speaker()
    heard: list[Hearing] = []
    speaker.hearing.connect(heard.append)
    speaker.on_asked()
    return heard[0]


class _Speaker(QObject):
    """What talks to the sound system. Thread: the player's own.

    Each sound has a sink of its own and is given to it whole, so that a busy computer cannot leave
    holes in it; QSoundEffect did, and must not be stopped from another thread than the window's.
    """

    silent = Signal(object)
    hearing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sink: QAudioSink | None = None
        self._playing: Sound | None = None
        self._read: dict[Sound, bytes] = {}
        self._muted = False
        self._asked_at = float("-inf")

    @Slot(object, float)
    def on_wanted(self, sound: Sound, volume: float) -> None:
        """Play a sound in place of one that plays, or say that none can be heard."""
        hearing = self._hearing()
        can_play = hearing in (Hearing.HEARD, Hearing.MUTED)
        if can_play and not self._play(sound, volume):
            hearing = Hearing.BROKEN
        self.hearing.emit(hearing)
        if hearing is not Hearing.HEARD:
            self.silent.emit(sound)

    @Slot()
    def on_asked(self) -> None:
        """Say whether sounds can be heard."""
        self.hearing.emit(self._hearing())

    @Slot()
    def on_ended(self) -> None:
        """Fall silent and let go of the sound system on the thread that talks to it."""
        self._hush()

    @Slot()
    def on_state(self) -> None:
        """Say that a sound which was taken cannot be heard after all: its device has gone."""
        from PySide6.QtMultimedia import QtAudio

        sink, sound = self._sink, self._playing
        if sink is None or sound is None or sink.error() is QtAudio.Error.NoError:
            return
        # A sound that has come to its end lacks more data, which Qt calls an error too.
        if sink.state() is QtAudio.State.StoppedState:
            self._playing = None
            self.hearing.emit(Hearing.BROKEN)
            self.silent.emit(sound)

    def _hearing(self) -> Hearing:
        hearing = _server.look()
        if hearing is not Hearing.HEARD:
            return hearing
        device = self._device()
        if device.isNull() or device.id() == _NOTHING:
            return Hearing.NO_DEVICE
        now = monotonic()
        if now - self._asked_at >= _MUTE_KNOWN_SECONDS:
            self._muted, self._asked_at = is_muted(), now
        return Hearing.MUTED if self._muted else Hearing.HEARD

    @staticmethod
    def _device() -> QAudioDevice:
        """Return where sounds go now, which changes as loudspeakers come and go."""
        from PySide6.QtMultimedia import QMediaDevices

        return QMediaDevices.defaultAudioOutput()

    def _play(self, sound: Sound, volume: float) -> bool:
        from PySide6.QtMultimedia import QAudioSink, QtAudio

        self._hush()
        samples = self._samples(sound)
        sink = QAudioSink(self._device(), _format(), self)
        sink.setBufferSize(len(samples))
        sink.setVolume(volume)
        sink.stateChanged.connect(self.on_state)
        self._sink, self._playing = sink, sound
        device = sink.start()
        taken = device.write(samples) if device is not None else 0
        went = taken == len(samples) and sink.error() is QtAudio.Error.NoError
        if not went:
            self._hush()
        return went

    def _hush(self) -> None:
        sink, self._sink, self._playing = self._sink, None, None
        if sink is not None and _server.look() is Hearing.HEARD:
            sink.stop()
            sink.deleteLater()

    def _samples(self, sound: Sound) -> bytes:
        if sound not in self._read:
            with wave.open(str(resource_path(f"sounds/{sound.value}.wav"))) as file:
                self._read[sound] = file.readframes(file.getnframes())
        return self._read[sound]


def _format() -> QAudioFormat:
    """Return how all files of resources/sounds are written; see packaging/make_sounds.py."""
    from PySide6.QtMultimedia import QAudioFormat

    made = QAudioFormat()
    made.setSampleRate(44100)
    made.setChannelCount(1)
    made.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return made


class SoundPlayer(QObject):
    """Plays one sound at a time without ever holding up the window.

    Thread: gui. Signals: `silent(Sound)` when a sound that was asked for could not be heard;
    `hearing_found(Hearing)` after each sound and each question.
    """

    silent = Signal(object)
    hearing_found = Signal(object)
    _wanted = Signal(object, float)
    _asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a player; its thread starts with the first sound."""
        super().__init__(parent)
        self._thread: OwnThread | None = None
        self._ended = False

    def play(self, sound: Sound, volume: float = 1.0) -> None:
        """Play a sound at `volume`, 0 to 1 as it is felt; returns at once.

        After `stop` nothing is heard any more.
        """
        if self._is_there():
            # What is felt as half as loud is a quarter of the amplitude, about.
            self._wanted.emit(sound, volume * volume)

    def ask(self) -> None:
        """Ask whether sounds can be heard; `hearing_found` answers."""
        if self._is_there():
            self._asked.emit()

    def stop(self) -> None:
        """End the thread within a second, for good: news still come while the window closes, and a
        thread begun then would be destroyed while it runs, which ends the process.
        """
        self._ended = True
        if self._thread is not None:
            self._thread.stop()

    def _is_there(self) -> bool:
        if not self._ended and self._thread is None:
            self._begin()
        return not self._ended

    def _begin(self) -> None:
        speaker = _Speaker()
        self._wanted.connect(speaker.on_wanted)
        self._asked.connect(speaker.on_asked)
        speaker.silent.connect(self.silent)
        speaker.hearing.connect(self.hearing_found)
        self._thread = OwnThread("sounds", speaker, self, speaker.on_ended)
