"""Plays the short sounds of resources/sounds on a thread of its own, loaded when first needed."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl, Signal, Slot

from app.settings.resources import resource_path
from app.ui.sound.loudspeaker import Hearing, has_sound_server, is_muted
from app.ui.sound.own_thread import OwnThread
from app.ui.sound.ringing import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QSoundEffect

_MUTE_KNOWN_SECONDS: Final = 5.0


class _Speaker(QObject):
    """What talks to the sound system. Thread: the player's own."""

    silent = Signal(object)
    hearing = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._effects: dict[Sound, QSoundEffect] = {}
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
        """Let go of the sounds on the thread that made them."""
        for effect in self._effects.values():
            effect.deleteLater()  # done before the thread ends
        self._effects.clear()

    def _hearing(self) -> Hearing:
        if not has_sound_server():
            return Hearing.NO_SERVER
        if self._device().isNull():
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
        from PySide6.QtMultimedia import QSoundEffect

        device = self._device()
        for other, playing in self._effects.items():
            if other is not sound:
                playing.stop()
        effect = self._effects.get(sound)
        if effect is None:
            effect = QSoundEffect(device, self)
            effect.setObjectName(sound.value)
            effect.statusChanged.connect(self.on_status)
            effect.setSource(QUrl.fromLocalFile(str(resource_path(f"sounds/{sound.value}.wav"))))
            self._effects[sound] = effect
        if effect.status() is QSoundEffect.Status.Error:
            effect.deleteLater()
            del self._effects[sound]  # made anew the next time: the device may be back
            return False
        if effect.audioDevice() != device:
            effect.setAudioDevice(device)
        effect.setVolume(volume)
        effect.play()
        return True

    @Slot()
    def on_status(self) -> None:
        """Say that a sound which was being loaded cannot be heard after all."""
        from PySide6.QtMultimedia import QSoundEffect

        effect = self.sender()
        if isinstance(effect, QSoundEffect) and effect.status() is QSoundEffect.Status.Error:
            self.hearing.emit(Hearing.BROKEN)
            self.silent.emit(Sound(effect.objectName()))


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
